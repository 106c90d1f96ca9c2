// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/aggregate.h"
#include "core/progress.h"

#include <cstdint>

namespace koppelkans
{

//! The rank of a district without a score.
inline constexpr int unranked = 0;

//! Rank 1 for the highest score; equal scores share the best of their ranks (1, 2, 2, 4). unranked where there is none.
std::vector<int> ranks( std::span<const double> scores );

//! The ranks that a district can get.
struct RankInterval
{
  int low;  //!< the best, that is the smallest number
  int high; //!< the worst
};

//! How the weights are varied to see what a rank is worth.
struct WeightChanges
{
  double share = 0.25; //!< each weight is multiplied by a number drawn evenly from 1 - share to 1 + share
  int draws = 1000;
  std::uint64_t seed = 1;
};

//! By district, its best and worst rank under \a weights and all changes to them; the same on every machine.
std::vector<RankInterval> rankIntervals( const Aggregate &aggregate, std::span<const double> weights,
                                         const WeightChanges &changes, Progress &progress );

} // namespace koppelkans
