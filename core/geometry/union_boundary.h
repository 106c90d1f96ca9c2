// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/polygon_edges.h"
#include "core/progress.h"

#include <functional>

namespace koppelkans
{

using BoundarySink = std::function<void( std::span<const BoundaryPiece> )>;

/**
 * The boundary of the union of polygons, without making the union.
 *
 * The union's boundary consists of the parts of each polygon's edges that lie outside every other polygon. Each edge is
 * walked once: the number of other polygons around it is known exactly at its start and changes by one at each
 * crossing; where it is zero the edge bounds the union. What is summed over the boundary (areas, per cell or per
 * district) is then exact, also where polygons overlap, nest or repeat.
 *
 * All decisions are exact: see orientation.h for the predicates and for what stands in for general position. Only the
 * places of the crossings are rounded, and both edges round them alike, so that the boundary closes.
 *
 * Precondition: every part is a valid polygon (see repair.h). Cost: O(n log n) in the number of edges plus the number
 * of edge pairs whose boxes meet.
 */
class UnionBoundary
{
public:
  //! Finds the crossings between the parts of \a polygons, which must outlive this.
  explicit UnionBoundary( const GeometryColumn &polygons, const Progress &progress = NoProgress() );

  //! Hands all pieces of the boundary to \a sink, in no particular order.
  void visit( const BoundarySink &sink, const Progress &progress = NoProgress() ) const;

  //! The area of the union, in m².
  double area() const;

  /**
   * The area of the union within each of \a windows, in m². The windows may overlap.
   *
   * What is left of the union in a window is bounded by the union's boundary inside the window and by the window's
   * border inside the union. The windows are numbered after all parts, all alike, since none is held against another.
   */
  std::vector<double> areasWithin( std::span<const PolygonEdges> windows,
                                   const Progress &progress = NoProgress() ) const;

private:
  struct Window;

  //! By ring of this part, how many other parts lie around its start.
  std::vector<int> depthsOf( std::size_t part, const PolygonEdges &polygon ) const;
  //! Adds to \a window what this part, which may lie across its border, brings to it.
  void addAcross( std::size_t part, const PolygonEdges &polygon, std::span<const int> depths, Window &window ) const;

  const GeometryColumn &mPolygons;                   // borrowed
  std::vector<std::unique_ptr<PolygonEdges>> mEdges; // by part; none where its box meets no other
  std::vector<std::vector<Crossing>> mCrossings;     // by part, sorted along its edges
  std::vector<std::vector<std::size_t>> mNeighbours; // by part: the parts whose boxes meet its own
};

//! The area of the union of some features of \a polygons, in m².
double unionArea( const GeometryColumn &polygons, std::span<const std::size_t> features );

} // namespace koppelkans
