// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/crossing.h"
#include "core/geometry/orientation.h"
#include "core/progress.h"

#include <memory>

namespace koppelkans
{

//! A straight piece of a boundary; the interior lies on its left.
struct BoundaryPiece
{
  Point from;
  Point to;
};

//! Sums the area left of pieces that close, by the shoelace formula.
class ShoelaceSum
{
public:
  //! The nearer \a origin lies to the pieces the less is lost in rounding.
  explicit ShoelaceSum( Point origin )
    : mOrigin( origin )
  {
  }

  void add( std::span<const BoundaryPiece> pieces )
  {
    for ( const BoundaryPiece &piece : pieces )
      add( piece.from, piece.to );
  }

  void add( Point from, Point to )
  {
    mTwice += ( from.x - mOrigin.x ) * ( to.y - mOrigin.y ) - ( to.x - mOrigin.x ) * ( from.y - mOrigin.y );
  }

  //! In m².
  double area() const { return mTwice / 2; }

private:
  Point mOrigin;
  double mTwice = 0;
};

//! Where a box lies as seen from a polygon.
enum class Side
{
  Inside,
  Outside,
  Across //!< it meets the box of an edge
};

//! What an edge's parts are chosen by: the polygons around them.
enum class Around
{
  Nothing,
  Something
};

/**
 * The edges of one polygon, all with the interior on the left, under a tree of boxes. Or of one line, as drawn.
 *
 * Consecutive edges lie near each other, so the tree needs no sorting: its leaves are runs of eight edges, each further
 * level a box around eight of the level below.
 */
class PolygonEdges
{
public:
  //! The edges of a part of \a column, a valid polygon or a line. Repeated coordinates give no edge.
  PolygonEdges( const GeometryColumn &column, std::size_t part );

  std::span<const Edge> edges() const { return mEdges; }

  //! Number of the first edge of each ring, and the number of edges at the end.
  std::span<const std::size_t> rings() const { return mRings; }

  const Box &box() const { return mBox; }

  //! In m².
  double area() const;

  //! Whether \a point, shifted so against this polygon, lies inside it.
  bool contains( Point point, Shift shift ) const;
  //! By ring, 1 where its start, shifted so against \a other, lies inside that, else 0.
  std::vector<int> startsWithin( const PolygonEdges &other, Shift shift ) const;

  /**
   * Appends to \a here and \a there where the edges of this polygon and of \a other cross.
   * \a number and \a otherNumber say which is which, and which of them is shifted against the other. The crossings
   * borrow edges of both polygons.
   */
  void cross( std::size_t number, const PolygonEdges &other, std::size_t otherNumber, std::vector<Crossing> &here,
              std::vector<Crossing> &there, const Progress &progress = NoProgress() ) const;

  //! Where \a box lies. Asks only whether it meets the box of an edge.
  Side sideOf( const Box &box ) const;

  /**
   * Appends the parts of the edges that have around them what is \a wanted. \a crossings are all those with the
   * polygons that count, sorted; \a depths say, by ring, how many of these polygons lie around its start.
   */
  void appendParts( Around wanted, std::span<const Crossing> crossings, std::span<const int> depths,
                    std::vector<BoundaryPiece> &pieces ) const;

  //! The area that this polygon has in common with \a window, in m².
  double areaWithin( const PolygonEdges &window ) const;

  //! How much of this line lies inside \a window, in metres. What lies on the border counts where that is left or
  //! below.
  double lengthWithin( const PolygonEdges &window ) const;

  //! Whether two edges touch anywhere but where consecutive edges meet: what no simple polygon does.
  bool touchesItself( const Progress &progress = NoProgress() ) const;

private:
  static constexpr std::size_t fan = 8;

  //! Calls \a visit with each number of an edge whose run's box satisfies \a wanted.
  template <class Wanted, class Visit>
  void search( std::size_t level, std::size_t node, const Wanted &wanted, const Visit &visit ) const;

  //! Calls \a visit with each pair of edges, one of each polygon, whose runs' boxes meet.
  template <class Visit>
  static void meet( const PolygonEdges &a, std::size_t levelA, std::size_t nodeA, const PolygonEdges &b,
                    std::size_t levelB, std::size_t nodeB, const Visit &visit );

  std::size_t topLevel() const { return mLevels.size() - 1; }

  std::vector<Edge> mEdges;
  std::vector<std::size_t> mRings;
  std::vector<std::vector<Box>> mLevels; // the last holds a single box
  Box mBox;
};

//! By part of \a column, its box.
std::vector<Box> partBoxes( const GeometryColumn &column );

} // namespace koppelkans
