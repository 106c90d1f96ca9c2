// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/bundle.h"
#include "core/planning/clock.h"
#include "core/planning/reaches.h"
#include "core/progress.h"

#include <algorithm>

namespace koppelkans
{

/**
 * Prices p ≥ 0 for units whose feasible bundles cannot be listed, at which no feasible bundle pays less than it saves:
 * so no plan of the units saves more than the sum of their prices.
 *
 * A bundle B in the year t saves at most Σ_{i∈B} gᵢ(t) − SETUP, where gᵢ(t) is SETUP and what paving the unit can save,
 * less what t costs it more than its cheapest year; of a patch that k units cover each takes the (k − 1) / k-th part,
 * so that c ≤ k of them together take at least the c − 1 that they save. B is part of a reach S in a year that is no
 * worse (see reachesFrom()). So it is enough that for every reach Σ_{i∈S} max( 0, gᵢ − pᵢ ) ≤ SETUP, for then Σ_{i∈B}
 * pᵢ ≥ Σ_{i∈B} gᵢ − SETUP.
 *
 * The least such prices are a linear program. It is solved for blocks of units, the prices around each as they are:
 * each solution keeps all prices right and lowers their sum, and blocks that no reach has in common are solved side by
 * side. Then the blocks are laid differently. Prices start at gᵢ and are right at any time, so lack of time costs only
 * tightness.
 */
class ReachPrices
{
public:
  //! Finds the reaches of \a units, ascending, unless \a end is over; borrows both.
  ReachPrices( const Problem &problem, std::span<const std::uint32_t> units, Clock::time_point end,
               Progress &progress );

  //! Lowers the prices until that hardly gains anything, or \a end; says whether the former.
  bool lower( Clock::time_point end, Progress &progress );

  //! By unit of the problem; 0 for others than those asked for.
  const std::vector<double> &prices() const { return mPrices; }

  /**
   * A plan of the units: again and again the reach whose units still left have most to gain, as far as they are linked.
   * A unit that pays much less than it could gain is hard to place; so many of these at once are a good beginning.
   */
  std::vector<Bundle> cover() const;

private:
  static constexpr std::uint32_t outside = std::numeric_limits<std::uint32_t>::max();

  const Problem &mProblem;               // borrowed
  std::span<const std::uint32_t> mUnits; // borrowed
  std::vector<double> mPavingSaved;      // by unit
  std::vector<Reach> mReaches;
  std::vector<std::vector<std::uint32_t>> mReachesOf; // by unit
  std::vector<double> mPrices;                        // by unit

  double gain( std::uint32_t unit, int year ) const;

  double unpaid( std::uint32_t unit, int year ) const { return std::max( 0.0, gain( unit, year ) - mPrices[unit] ); }

  double excess( const Reach &reach ) const;
  double sum() const;
  bool solve( double size, double offset, Clock::time_point end, Progress &progress );
  void solveBlock( std::span<const std::uint32_t> block, Clock::time_point end, const Progress &progress );
};

} // namespace koppelkans
