// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/grid.h"
#include "core/geometry/union_boundary.h"

namespace koppelkans
{

/**
 * Areas per cell, summed from the boundary alone, as a font rasteriser does.
 *
 * The part of a region in a cell is the sum over its boundary of what lies between each piece and the cell's right
 * side, with the sign of the piece's direction; all cells further right get the piece's full height. So each piece
 * touches only the slots it runs through, one running sum per strip does the rest, and the inside of a region costs
 * nothing. Source: R. Levien, "Inside the fastest font renderer in the world" (2016), here with exact areas for slots
 * whose sides lean, hence a second running sum, of the first moment of the heights.
 */
class AreaSums
{
public:
  explicit AreaSums( const Grid &grid );

  //! Adds the region that lies left of the pieces, \a weight times. The pieces must close, together with those of other
  //! calls.
  void add( std::span<const BoundaryPiece> pieces, double weight = 1 );
  //! Adds one piece.
  void add( Point from, Point to, double weight = 1 );

  //! The areas by cell, in m²; the sums are used up.
  std::vector<double> areas() &&;

private:
  Grid mGrid;
  Grid::Strips mStrips;
  std::vector<double> mSlots;   // what the boundary pieces in a slot leave to their right in it
  std::vector<double> mHeights; // by slot: the heights of the pieces one slot to the left
  std::vector<double> mMoments; // the same, times their distance from mid height; not needed where no side leans
};

//! Lengths of lines per cell, in metres.
class LengthSums
{
public:
  explicit LengthSums( const Grid &grid );
  void add( Point from, Point to );
  std::vector<double> lengths() &&;

private:
  Grid mGrid;
  Grid::Strips mStrips;
  std::vector<double> mSlots;
};

//! The number of the cell in which a point lies, of several the upper right one; Grid::npos outside the grid.
std::size_t cellAt( const Grid &grid, Point point );

} // namespace koppelkans
