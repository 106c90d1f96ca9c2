// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/packing_lp.h"
#include "core/planning/selection.h"

#include <array>
#include <random>

namespace koppelkans
{

/**
 * The plan of one part of a problem, chosen from all feasible bundles, and a proven bound of what any plan of it saves.
 *
 * The plan packs: it chooses disjoint bundles B of largest Σ v(B), v being what they save; a unit in none is on its
 * own. For prices p ≥ 0 of the units with Σ_{i∈B} pᵢ ≥ v(B) for every feasible B, no plan saves more than Σ pᵢ, since
 * each unit is in one bundle at most: that is the bound. The prices are the duals of the linear relaxation, found by
 * column generation and raised where rounding or a lack of time left a bundle too cheap: so the bound does not rest on
 * how well the relaxation was solved.
 *
 * Where plan and bound do not meet, subset rows are added (M. Jepsen et al., "Subset-row inequalities applied to the
 * vehicle-routing problem with time windows", Operations Research 56, 2008): at most one chosen bundle holds two or
 * more of three certain units. A price q ≥ 0 of such a row is paid by each bundle with two or more of the three, and
 * counts once towards the bound. A bundle whose loss (what it pays less what it saves) is at least what the plan falls
 * short of the bound is in no better plan. It is dropped; what bounds the plans from the rest, or the plan itself, is
 * the bound.
 */
class Part
{
public:
  static constexpr std::size_t mostUnits = UnitSet().size();

  //! A part of \a units units, at most mostUnits, with all its feasible bundles.
  Part( std::size_t units, Candidates candidates, unsigned seed );

  //! Begins with \a bundles, ascending within, instead of with every unit on its own; what is not feasible falls apart.
  void start( std::span<const std::vector<std::uint16_t>> bundles );

  //! Improves the plan and its bound, until they meet or a number of rounds did not help, or \a end; says whether one
  //! of the former.
  bool run( Clock::time_point end, const Progress &progress );

  //! The bundles of two or more units.
  std::vector<std::vector<std::uint16_t>> bundles() const;

  double saving() const { return mSaving; }

  //! No plan saves more, in euro.
  double bound() const { return std::max( mBound, mSaving ); }

private:
  using Row = std::array<std::uint16_t, 3>; // units, ascending

  std::size_t mUnits;
  Candidates mCandidates;
  std::mt19937 mRandom;
  std::vector<std::uint32_t> mPlan; // candidates
  double mSaving = 0;
  double mBound;

  Relaxation mRelaxation;
  double mRelaxed = 0;           // the sum of its prices
  std::vector<double> mSolution; // by candidate

  bool proven() const;
  std::vector<std::uint16_t> paidBy( std::size_t candidate,
                                     std::span<const std::vector<std::uint16_t>> rowsOfUnit ) const;
  bool relax( Clock::time_point end, const Progress &progress );
  void drop();
  bool addRows();
  bool search( Clock::time_point end, const Progress &progress );
  Selection::Choice rounded( bool shaken );
  void take( const Selection::Choice &choice );
};

} // namespace koppelkans
