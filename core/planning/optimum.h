// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/bundle.h"
#include "core/planning/clock.h"
#include "core/progress.h"

namespace koppelkans
{

//! How long to look for a better plan, and the seed of what is left to chance.
struct Effort
{
  std::chrono::duration<double> timeLimit{ 60 };
  unsigned seed = 0;
  std::size_t mostCandidates = 200'000; //!< feasible bundles that are listed for one part; with more none are
};

//! The best plan found, and what no plan is below.
struct Optimum
{
  std::vector<Bundle> bundles; //!< by their lowest units
  double leastCost;            //!< euro, as Bundle::cost(); proven
  bool finished;               //!< the time limit did not end the search
};

/**
 * The cheapest plan that is found, and a proven bound of its cost.
 *
 * Bundles are merged greedily (see mergeGreedily()). Then parts of the problem without links between them are planned
 * each by itself, in parallel: see Part, where all feasible bundles of a part can be listed. Larger ones are improved
 * by small changes (see Improvement), from there and from what covers them best by sets of units that can lie together
 * at all (see ReachCover), and bounded by such sets (see ReachPrices).
 *
 * The outcome depends on the problem and the seed alone, unless the time ran out.
 */
Optimum findOptimum( const Problem &problem, const Effort &effort, Progress &progress );

/**
 * The cheapest plan that is found for \a units alone, ascending, from \a start, a partition of them; as it is where
 * their feasible bundles cannot be listed.
 */
std::vector<Bundle> planAnew( const Problem &problem, std::span<const std::uint32_t> units, std::vector<Bundle> start,
                              const Effort &effort, const Progress &progress );

} // namespace koppelkans
