// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/bundle.h"
#include "core/progress.h"

namespace koppelkans
{

/**
 * Merges linked bundles, the pair with the largest gain first, until no merger gains anything.
 *
 * Gains are exact for the bundles as they are then, save that a bundle may be smaller than the smallest that there may
 * be on its way to a larger one; what stays too small is still among the outcome (see Bundle). Equal gains go to the
 * pair with the lowest units, so that the outcome is always the same. Cost: O(n log n) mergers, each with a look at the
 * linked bundles.
 */
std::vector<Bundle> mergeGreedily( const Problem &problem, std::vector<Bundle> bundles, Progress &progress );

} // namespace koppelkans
