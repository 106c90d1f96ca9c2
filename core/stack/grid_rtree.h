// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/grid.h"

#include <functional>

namespace koppelkans
{

/**
 * The R-tree of SQLite over cells of a grid, made at once instead of cell by cell.
 *
 * SQLite keeps an R-tree as nodes in a table, numbered from the root, which is 1. Cells of a grid need no sorting:
 * square blocks of cells are the leaves, square blocks of leaves the next level, and so on until one node is left. Cell
 * i has row id i + 1; cells that are left out, and nodes without any, are not there.
 */
class GridRtree
{
public:
  //! Over the cells that are \a chosen; \a nodeBytes is the size of a node in the database at hand.
  GridRtree( const Grid &grid, const std::vector<char> &chosen, std::size_t nodeBytes );

  //! The leaf that holds a cell.
  std::int64_t leafOf( std::size_t cell ) const;

  //! Every node by its number, with its parent (0 for the root) and its content as SQLite stores it.
  void
  visitNodes( const std::function<void( std::int64_t, std::int64_t, std::span<const unsigned char> )> &visit ) const;

private:
  //! What SQLite keeps of a box: floats, no smaller than the true one.
  struct Bounds
  {
    float xMin = 1, xMax = 0, yMin = 1, yMax = 0;

    bool empty() const { return xMax < xMin; }

    void include( const Bounds &other );
  };

  struct Level
  {
    std::size_t columns, rows;
    std::int64_t first; // number of its first node
    std::vector<Bounds> bounds;
  };

  Bounds boundsOf( std::size_t cell ) const;
  //! Calls \a visit with each child of a node: a chosen cell, or a node of the level below that holds one.
  template <typename Visit>
  void visitChildren( std::size_t level, std::size_t node, Visit visit ) const;

  const Grid &mGrid;                // borrowed
  const std::vector<char> &mChosen; // borrowed
  std::size_t mNodeBytes;
  std::size_t mSide;          // of a block, in children
  std::vector<Level> mLevels; // from the leaves to the root
};

} // namespace koppelkans
