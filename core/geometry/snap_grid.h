// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/columns.h"

#include <compare>
#include <cstdlib>

namespace koppelkans
{

//! A place on a SnapGrid, in steps; ordered from left to right, then upwards.
struct Node
{
  std::int32_t x;
  std::int32_t y;
  friend auto operator<=>( const Node &, const Node & ) = default;
};

/**
 * The places that coordinates are rounded to: whole multiples of a precision from the origin of the CRS.
 *
 * An extent may measure at most 2³⁰ steps either way (1,073 km at a millimetre), so that the predicates below are exact
 * in 64 bits.
 */
class SnapGrid
{
public:
  //! \a precision in metres. Throws Error where it is not above zero or too fine for \a extent.
  SnapGrid( double precision, const Box &extent );

  Node nodeAt( Point place ) const;
  Point pointAt( Node node ) const;

  //! In m², from twice an area in steps.
  double areaOf( std::int64_t twiceSteps ) const
  {
    return static_cast<double>( twiceSteps ) / 2 * mPrecision * mPrecision;
  }

private:
  double inMetres( std::int64_t steps ) const;

  double mPrecision;
  double mStepsPerMetre; // 0 where that is no whole number
  std::int64_t mOriginX; // of the nodes, in steps from the CRS' origin
  std::int64_t mOriginY;
};

//! A straight piece between two nodes, \a from before \a to.
struct Segment
{
  Node from;
  Node to;
  std::uint32_t bearer; //!< 2·theme; one more where the interior lies on the right instead of on the left
};

//! Twice the area of the triangle: above 0 where \a place lies left of the line from \a from to \a to, 0 on it.
inline std::int64_t sideOf( Node from, Node to, Node place )
{
  return std::int64_t( to.x - from.x ) * ( place.y - from.y ) - std::int64_t( to.y - from.y ) * ( place.x - from.x );
}

/**
 * Whether \a segment passes through the pixel around \a place: half a step either way, its left and lower sides
 * included, its right and upper sides not.
 */
inline bool passesThrough( const Segment &segment, Node place )
{
  if ( place.x < segment.from.x || place.x > segment.to.x )
    return false;
  if ( ( place.y < segment.from.y && place.y < segment.to.y ) ||
       ( place.y > segment.from.y && place.y > segment.to.y ) )
    return false;
  // Within the box of the segment the line decides: it separates the pixel's corners, or meets the lower left one.
  const std::int64_t dx = segment.to.x - segment.from.x, dy = segment.to.y - segment.from.y;
  const std::int64_t twice = 2 * sideOf( segment.from, segment.to, place );
  return std::abs( twice ) < dx + std::abs( dy ) || twice == dx - dy;
}

//! Whether the insides of both segments meet in one point.
bool cross( const Segment &a, const Segment &b );

//! The node in whose pixel lies the point that two crossing segments have in common.
Node crossingOf( const Segment &a, const Segment &b );

} // namespace koppelkans
