// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/ground_pieces.h"
#include "core/stack/need_map.h"

namespace koppelkans
{

//! What the themes ask of one ground: the footprint of works, or a district.
struct GroundNeeds
{
  std::vector<double> urgentShares;  //!< by theme, the share of the ground on which need ≥ threshold, 0 to 1
  std::vector<double> unknownShares; //!< by theme, the share of the ground without data, 0 to 1
  //! Mean of the overlap index (Σ w n / Σ w over the themes with data), by area, over the ground that has one.
  double urgency = 0;
};

/**
 * By ground, what \a map asks of it; all noData where the ground has no area.
 *
 * \a pieces are those into which the places of \a map cut \a grounds. Throws Error where places overlap each other by
 * more than a thousandth of a ground: shares would not add up.
 */
std::vector<GroundNeeds> needsOf( const Districts &grounds, const GroundPieces &pieces, const NeedMap &map,
                                  Progress &progress );

} // namespace koppelkans
