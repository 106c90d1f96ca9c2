// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace koppelkans::sample
{

//! A place or a vector, in metres.
struct Point
{
  double x = 0;
  double y = 0;
};

inline Point operator+( Point a, Point b )
{
  return { a.x + b.x, a.y + b.y };
}

inline Point operator-( Point a, Point b )
{
  return { a.x - b.x, a.y - b.y };
}

inline Point operator*( Point a, double f )
{
  return { a.x * f, a.y * f };
}

inline double dot( Point a, Point b )
{
  return a.x * b.x + a.y * b.y;
}

inline double cross( Point a, Point b )
{
  return a.x * b.y - a.y * b.x;
}

inline Point left( Point a )
{
  return { -a.y, a.x };
}

double norm( Point a );
Point unit( Point a );

//! An open polyline
using Line = std::vector<Point>;

//! A closed polygon boundary; the first point is not repeated
using Ring = std::vector<Point>;

//! The smallest rectangle around a ring; the axis is the unit vector along the long side.
struct OrientedBox
{
  Point centre;
  Point axis;
  double length = 0;
  double width = 0;
};

//! Measuring along a line.
double length( const Line &line );
Point along( const Line &line, double distance );
Point direction( const Line &line, double distance );
Line part( const Line &line, double from, double to );
double distance( Point point, const Line &line );
Line reversed( Line line );
Line closed( const Ring &ring );

//! Drawing lines: Catmull-Rom splines, parallels (left is positive), Douglas-Peucker.
Line spline( const std::vector<Point> &controls, double step );
Line closedSpline( const std::vector<Point> &controls, double step );
Line parallel( const Line &line, double distance );
Line simplified( const Line &line, double tolerance );

//! Measuring rings.
double area( const Ring &ring );
Point centre( const Ring &ring );
bool inside( Point point, const Ring &ring );
OrientedBox orientedBox( const Ring &ring );

//! Rounds the corners of a ring by cutting them, \a rounds times (Chaikin).
Ring smoothed( Ring ring, int rounds );

//! A ring as a rectangle of \a length along \a axis and \a width across it.
Ring rectangle( Point centre, Point axis, double length, double width );

//! Where a cut enters and leaves a ring: the cut's piece inside and the ring edges that it meets.
struct Chord
{
  Line line;
  std::size_t firstEdge = 0;
  std::size_t lastEdge = 0;
};

//! The piece of \a cut around its middle that lies in \a ring; nothing if the middle lies outside.
std::optional<Chord> chord( const Ring &ring, const Line &cut );

//! The two rings on both sides of a chord.
std::pair<Ring, Ring> halves( const Ring &ring, const Chord &chord );

} // namespace koppelkans::sample
