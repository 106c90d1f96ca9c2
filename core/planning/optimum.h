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
  std::size_t mostCandidates = 1'000'000; //!< feasible bundles that are listed for one part; with more none are
};

//! The best plan found, and what no plan is below.
struct Optimum
{
  std::vector<Bundle> bundles; //!< by their lowest units
  double leastCost;            //!< euro, as Bundle::cost(); proven
  bool finished;               //!< the time limit did not end the search
};

/**
 * The cheapest plan that is found from \a start, a partition of all units, and a proven bound of its cost.
 *
 * Parts of the problem without links between them are planned each by itself, in parallel: see Part, where all feasible
 * bundles of a part can be listed. Larger ones are improved by small changes (see Improvement), and bounded by what can
 * lie together at all (see priceReaches()).
 *
 * The outcome depends on the problem, the start and the seed alone, unless the time ran out.
 */
Optimum findOptimum( const Problem &problem, std::vector<Bundle> start, const Effort &effort, Progress &progress );

} // namespace koppelkans
