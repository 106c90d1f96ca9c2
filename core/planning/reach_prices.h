// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/clock.h"
#include "core/planning/reaches.h"
#include "core/progress.h"

namespace koppelkans
{

/**
 * Prices p ≥ 0 for units whose feasible bundles cannot be listed, at which no feasible bundle pays less than it saves:
 * so no plan of the units saves more than the sum of their prices.
 *
 * A bundle B in the year t saves at most Σ_{i∈B} ( gᵢ − eᵢ(t) ) − SETUP, where gᵢ is SETUP and what paving the unit can
 * save, and eᵢ(t) what t costs it more than its cheapest year. Of a patch each unit takes the (k − 1) / k-th part, k
 * being how many of those that cover it could go together with the unit, itself included: where c of them are in one
 * bundle no k is less than c, so together they take at least the c − 1 that they save. B is part of a reach S in a year
 * that is no dearer (see Reaches). So it is enough that what units keep, vᵢ = gᵢ − pᵢ, adds up for every reach to
 * Σ_{i∈S} max( 0, vᵢ − eᵢ ) ≤ SETUP; for then Σ_{i∈B} pᵢ ≥ Σ_{i∈B} ( gᵢ − eᵢ ) − SETUP.
 *
 * The most Σ vᵢ is a linear program, the dual of covering the units by reaches. It is approached by subgradients of its
 * Lagrangian: where reaches are exceeded their units keep less, elsewhere more, in the direction in which that went
 * lately (F. Barahona and R. Anbil, "The volume algorithm", Mathematical Programming 87, 2000). What comes out exceeds
 * some reaches by a little; there each unit's v is divided by the most by which any of its reaches is exceeded. As
 * max( 0, v / λ − e ) ≤ max( 0, v − e ) / λ for λ ≥ 1, no reach is exceeded then. So the bound holds whenever the time
 * ends, and does not rest on how well the program was solved.
 */
class ReachPrices
{
public:
  //! Prices that are right, if high; borrows both. Units of no reach that are linked may save all they could.
  ReachPrices( const Problem &problem, const Reaches &reaches );

  //! Lowers the prices until that hardly gains anything, or \a end; says whether the former.
  bool lower( Clock::time_point end, Progress &progress );

  double price( std::uint32_t unit ) const { return mMost[unit] - mKept[unit]; }

private:
  const Problem &mProblem;   // borrowed
  const Reaches &mReaches;   // borrowed
  std::vector<double> mMost; // by unit: g
  std::vector<double> mKept; // by unit: v

  std::vector<double> sums( const std::vector<double> &kept, Progress &progress ) const;
  double keepRightly( std::vector<double> &kept, Progress &progress ) const;
};

} // namespace koppelkans
