// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/columns.h"

#include <array>

namespace koppelkans
{

enum class CellShape
{
  Square,
  Hexagon
};

/**
 * A grid of squares or of flat-topped hexagons, anchored on the origin of the CRS.
 *
 * Squares of size d have their corners on multiples of d, as the national statistics have theirs, so that any two grids
 * of one size fit together. Hexagons of size d are d high, from flat side to flat side; columns are d·√3/2 apart and
 * odd columns lie half a cell higher.
 *
 * Cells are numbered row by row from the lower left; columns run from west to east.
 */
class Grid
{
public:
  //! All cells of \a size metres that \a extent meets. Throws Error where there is nothing to cover or far too much.
  Grid( CellShape shape, double size, const Box &extent );

  CellShape shape() const { return mShape; }

  double size() const { return mSize; }

  std::size_t columns() const { return mColumns; }

  std::size_t rows() const { return mRows; }

  std::size_t cells() const { return mColumns * mRows; }

  //! In m².
  double cellArea() const;
  //! Around all cells.
  Box extent() const;
  //! The closed ring of one cell, counterclockwise: five places for squares, seven for hexagons.
  std::span<const Point> ring( std::size_t cell, std::array<Point, 7> &room ) const;
  /**
   * A name that the same cell has in every grid of this shape and size: E<column>N<row>, counted from the origin of the
   * CRS in cells. For squares of 100 m these are the numbers of the national statistics' squares.
   */
  std::string cellId( std::size_t cell ) const;

  /**
   * The horizontal strips in which each column has one straight-sided slot, which is what sums are made over: a strip
   * of squares is a row; a strip of hexagons is half as high as a cell and cuts it into two trapezoids.
   */
  struct Strips
  {
    double x0;         //!< left end of the middle of the first slot of the first strip
    double y0;         //!< bottom of the first strip
    double height;     //!< of a strip
    double pitch;      //!< distance between the slots' borders, at mid height
    double lean;       //!< how far a border runs east or west from bottom to top: 0 for squares
    bool firstNarrows; //!< whether the first slot of the first strip narrows upwards
    std::size_t count;
  };

  Strips strips() const;
  //! The strips that make up a cell; the second is missing (npos) for squares.
  std::array<std::size_t, 2> stripsOf( std::size_t cell ) const;
  static constexpr std::size_t npos = static_cast<std::size_t>( -1 );

private:
  CellShape mShape;
  double mSize;
  std::int64_t mFirstColumn;
  std::int64_t mFirstRow;
  std::size_t mColumns;
  std::size_t mRows;
};

} // namespace koppelkans
