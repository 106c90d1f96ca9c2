// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/snap_grid.h"
#include "core/progress.h"
#include "core/stack/theme_counts.h"

#include <limits>

namespace koppelkans
{

/**
 * The plane divided by the pieces that have one set of themes on one side and another on the other: the borders.
 *
 * Each piece makes two half-edges: 2i runs from its lower node to its higher, with above[i] on its left; 2i + 1 runs
 * back, with below[i] on its left. Above a piece that goes straight up is what lies left of it.
 */
struct ThemePartition
{
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  std::vector<Segment> pieces;      //!< sorted by their first node, then from right to left around it
  std::vector<std::uint32_t> above; //!< by piece, the set above it; as below where it is no border
  std::vector<std::uint32_t> below;
  std::vector<std::uint32_t> under;  //!< by border, the border that lies nearest under its first node, or none
  std::vector<std::uint32_t> next;   //!< by half-edge of a border, the one that follows around what lies on its left
  std::vector<std::uint8_t> crowded; //!< by half-edge, 1 where it begins at a node with more than two borders
  std::vector<ThemeSet> sets;        //!< the first is empty

  bool isBorder( std::size_t piece ) const { return above[piece] != below[piece]; }

  //! The set on the left of a half-edge.
  std::uint32_t leftOf( std::uint32_t halfEdge ) const
  {
    return halfEdge % 2 == 0 ? above[halfEdge / 2] : below[halfEdge / 2];
  }

  Node originOf( std::uint32_t halfEdge ) const
  {
    return halfEdge % 2 == 0 ? pieces[halfEdge / 2].from : pieces[halfEdge / 2].to;
  }
};

/**
 * Sweeps over \a pieces, which bound polygons and have no more in common than their ends (see snapRounded()); the same
 * piece may come several times.
 *
 * A line that moves from left to right knows which pieces it cuts, from below upwards, and how many polygons of each
 * theme lie above each: that is what lies above the piece below it, changed by what the piece bears. Where the line
 * meets a node, what ends there leaves it and what begins there takes its place, in the order in which borders follow
 * each other around the node. Every strip of the plane is swept by itself, from the pieces that reach in over its left
 * side; pieces are never cut at it, so that nothing is left of the strips.
 *
 * Cost: O(n log n) in the number of pieces.
 */
ThemePartition partitionOf( std::vector<Segment> pieces, Progress &progress );

} // namespace koppelkans
