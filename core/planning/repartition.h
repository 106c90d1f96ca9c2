// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/bundle.h"

#include <optional>

namespace koppelkans
{

/**
 * The cheapest way to divide a few units into feasible bundles: the optimum, by enumeration.
 *
 * All feasible bundles are grown unit by unit (whatever grows from an infeasible one is infeasible too), then the
 * cheapest set of them in which every unit occurs once is found by dynamic programming over the sets of units left.
 */
class Repartition
{
public:
  static constexpr std::size_t mostUnits = 16;

  explicit Repartition( const Problem &problem )
    : mProblem( problem )
  {
  }

  //! The cheapest bundles of \a units, at most mostUnits of them; nothing where it was given up, because too many
  //! bundles are feasible. It never is with up to 12 units.
  std::optional<std::vector<Bundle>> cheapest( std::span<const std::uint32_t> units );

private:
  using Set = std::uint32_t; // of units, one a bit

  struct Candidate
  {
    Set set;
    YearCosts years;
    Box box;
    ClassMix classes;
    std::size_t works;
    double area;
    double cost;
  };

  const Problem &mProblem; // borrowed

  // for the units at hand
  std::vector<std::uint32_t> mUnits;
  std::vector<Set> mLinks;                                   // by unit
  std::vector<std::vector<std::pair<Set, double>>> mPatches; // by unit: who covers it, and its area
  std::vector<Candidate> mCandidates;
  std::vector<std::vector<std::size_t>> mByLowest; // candidates by their lowest unit
  std::vector<double> mLeastCosts;                 // by set of units left; negative where not known yet
  std::vector<std::size_t> mChosen;                // by set of units left

  void prepare( std::span<const std::uint32_t> units );
  bool enumerate();
  double addedArea( Set set, std::size_t unit ) const;
  double leastCost( Set left );
};

} // namespace koppelkans
