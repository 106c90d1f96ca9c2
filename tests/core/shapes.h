// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/columns.h"

#include <random>

namespace koppelkans::test
{

/**
 * Seeded random shapes whose coordinates are multiples of 1/1024.
 *
 * Such coordinates stay what they are when moved by whole metres, also to 1e7, so that a reference computed near the
 * origin, where GEOS rounds least, holds there too.
 */
class Shapes
{
public:
  explicit Shapes( unsigned seed )
    : mRandom( seed )
  {
  }

  double uniform( double from, double to )
  {
    return from + ( to - from ) * static_cast<double>( mRandom() >> 11 ) * 0x1p-53;
  }

  int integer( int from, int to )
  {
    return from + static_cast<int>( mRandom() % static_cast<unsigned>( to - from + 1 ) );
  }

  Point pointIn( const Box &box ) { return { uniform( box.xMin, box.xMax ), uniform( box.yMin, box.yMax ) }; }

  //! A closed ring of \a corners around \a centre, counterclockwise, each between the two radii away.
  std::vector<Point> star( Point centre, double inner, double outer, int corners );
  //! Features of one star each, centred in \a box; with holes and a second part if wanted.
  GeometryColumn stars( int count, const Box &box, double radius, bool holes = false, bool parts = false );
  //! Rectangles with corners on whole multiples of \a step: edges coincide everywhere.
  GeometryColumn blocks( int count, int across, double step );
  //! Triangles between points of a whole-numbered lattice: vertices on edges, edges along edges, common crossings.
  GeometryColumn latticeTriangles( int count, int across, double step );
  //! Quadrilaterals at both sides of one slanted line, with two corners rounded onto it: edges as good as collinear.
  GeometryColumn alongLine( int count, Point from, Point to );
  //! Triangles between points rounded onto one line: all that is left of them is rounding.
  GeometryColumn hairs( int count, Point from, Point to );
  //! Triangles as long as \a box is wide and a millionth of it thin.
  GeometryColumn slivers( int count, const Box &box );

private:
  std::mt19937_64 mRandom;
};

//! One feature for each text.
GeometryColumn fromTexts( const std::vector<std::string> &texts );
//! All coordinates moved.
GeometryColumn moved( GeometryColumn column, double dx, double dy );
//! All features of \a a, then all of \a b.
GeometryColumn joined( GeometryColumn a, const GeometryColumn &b );
//! The same features in another order.
GeometryColumn shuffled( const GeometryColumn &column, unsigned seed );
//! Appends a polygon of one ring as a feature.
void appendPolygon( GeometryColumn &column, const std::vector<Point> &ring );

} // namespace koppelkans::test
