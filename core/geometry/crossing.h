// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/columns.h"

#include <cmath>

namespace koppelkans
{

//! A directed edge of a polygon; the interior lies on its left. Or a segment of a line.
struct Edge
{
  Point from;
  Point to;
};

//! Where an edge meets the border of another polygon.
struct Crossing
{
  std::size_t edge;   //!< number of the edge
  double along;       //!< 0 at the edge's start, 1 at its end; rounded
  double blur;        //!< by at most so much
  Point place;        //!< rounded, and the same for both edges
  std::size_t other;  //!< number of the other polygon
  int change;         //!< 1 on entering it, -1 on leaving it
  std::int64_t ahead; //!< how many numbers the other polygon comes after this one: its shift, in ε
  const Edge *mine;   //!< the edge; borrowed
  const Edge *theirs; //!< the other polygon's edge; borrowed

  /**
   * By edge, then along the edge: exactly, whatever the rounding of the places, and by the shifts where several edges
   * meet in one point. Were near crossings in one order on this edge and in another on an edge nearly parallel to it,
   * the two would not agree on what is visible between them, and the boundary would not close.
   */
  friend bool operator<( const Crossing &a, const Crossing &b )
  {
    if ( a.edge != b.edge )
      return a.edge < b.edge;
    const double apart = b.along - a.along;
    return std::abs( apart ) > a.blur + b.blur ? apart > 0 : a.comesBefore( b );
  }

private:
  //! As operator<, for crossings of one edge that rounding cannot tell apart.
  bool comesBefore( const Crossing &later ) const;
};

} // namespace koppelkans
