// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/snap_grid.h"
#include "core/progress.h"

namespace koppelkans
{

/**
 * Cuts \a segments where they meet: of what is returned, no two pieces have more in common than an end.
 *
 * Snap rounding: the pixels that hold an end or a crossing are hot, and every segment goes through the centre of each
 * hot pixel that it passes through. What results is fully noded: rounding a crossing moves no piece across another, so
 * nothing new crosses (Hobby, "Practical segment intersection with finite precision output", 1999; Guibas and Marimont,
 * "Rounding arrangements dynamically", 1998). No piece lies farther than 0.71 of a pixel from its segment, and pieces
 * that go through the same pixels become one: the same piece is then returned several times, once for each segment.
 *
 * The plane is halved until few segments are left in a tile; a tile holds whole pixels, so what happens in one is
 * settled there, and tiles leave no seams. Cost: O(n log n) in the number of segments, plus the number of crossings,
 * and of pairs of long segments that lie closely side by side, which no tile can part.
 */
std::vector<Segment> snapRounded( const std::vector<Segment> &segments, Progress &progress );

} // namespace koppelkans
