// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stack/theme_partition.h"

namespace koppelkans
{

//! A closed border of a face, its last node not repeated.
struct FaceRing
{
  std::uint32_t face;
  bool isShell; //!< run counterclockwise; a hole is run clockwise
  std::vector<Node>::size_type begin;
  std::vector<Node>::size_type end;
};

/**
 * The rings around the faces that at least one theme covers.
 *
 * Faces are numbered by the first node of their shells, from left to right, then upwards. Each ring begins at its first
 * node; none touches itself. Where the border of a face meets itself in a node, the ring is cut there in two.
 */
struct FaceRings
{
  std::vector<Node> nodes;
  std::vector<FaceRing> rings;     //!< of one face the shell is not always the first
  std::vector<std::uint32_t> sets; //!< by face, its set of themes
  std::vector<std::int64_t> twice; //!< by face, twice its area in steps, exact
};

//! Follows the half-edges of \a partition. Cost: linear, but O(log n) for each ring that is a hole.
FaceRings ringsOf( const ThemePartition &partition, const Progress &progress );

} // namespace koppelkans
