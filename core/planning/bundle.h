// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/problem.h"

#include <limits>

namespace koppelkans
{

/**
 * Units carried out as one, in their cheapest common year, as the search sees them.
 *
 * Its cost leaves out the works' own costs, which no plan changes.
 */
struct Bundle
{
  std::vector<std::uint32_t> units; //!< ascending
  YearCosts years;                  //!< the sum of the shift costs
  Box box;
  double area = 0;            //!< of the union of what is opened
  std::vector<Patch> patches; //!< shared ground that is opened, ascending
  YearCosts::Choice choice{ 0, YearCosts::closed };

  double cost( const Terms &terms ) const { return terms.setup + terms.paving * area + choice.cost; }
};

//! What cannot be gained: the bundle would not be feasible.
inline constexpr double infeasible = -std::numeric_limits<double>::infinity();

//! The bundle of \a units. Whether it is connected, or too extended, is not asked.
Bundle bundleOf( const Problem &problem, std::span<const std::uint32_t> units );

//! By how much one bundle is cheaper than \a a and \a b apart; infeasible where they have no year in common or extend
//! too far. Whether they are linked is not asked.
double mergeGain( const Problem &problem, const Bundle &a, const Bundle &b );

//! \a a and \a b as one bundle.
Bundle merged( const Problem &problem, const Bundle &a, const Bundle &b );

//! The parts of \a units that are connected by links within them, each ascending.
std::vector<std::vector<std::uint32_t>> connectedParts( const Problem &problem, std::span<const std::uint32_t> units );

} // namespace koppelkans
