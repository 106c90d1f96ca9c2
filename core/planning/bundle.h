// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/problem.h"

#include <limits>

namespace koppelkans
{

/**
 * Units carried out as one, in their cheapest common year, as the search sees them.
 *
 * Where a bundle needs more works than these, they are each carried out on their own, and cost as much: but others may
 * still join them. One unit is never too small for itself.
 *
 * Its cost leaves out the works' own costs, which no plan changes.
 */
struct Bundle
{
  std::vector<std::uint32_t> units; //!< ascending
  YearCosts years;                  //!< the sum of the shift costs
  Box box;
  ClassMix classes;
  std::size_t works = 0;
  double area = 0;            //!< of the union of what is opened
  std::vector<Patch> patches; //!< shared ground that is opened, ascending
  YearCosts::Choice choice{ 0, YearCosts::closed };

  double costApart = 0; //!< of its units each on its own

  bool tooSmall( const Terms &terms ) const { return units.size() > 1 && works < terms.leastWorks; }

  double costTogether( const Terms &terms ) const { return terms.setup + terms.paving * area + choice.cost; }

  double cost( const Terms &terms ) const { return tooSmall( terms ) ? costApart : costTogether( terms ); }
};

//! What cannot be gained: the bundle would not be feasible.
inline constexpr double infeasible = -std::numeric_limits<double>::infinity();

//! The bundle of \a units. Whether it is connected, or too extended, is not asked.
Bundle bundleOf( const Problem &problem, std::span<const std::uint32_t> units );

//! By how much one bundle is cheaper than \a a and \a b apart; infeasible where they have no year in common, extend too
//! far, or hold classes that never go together. Whether they are linked is not asked.
double mergeGain( const Problem &problem, const Bundle &a, const Bundle &b );

//! The same, as though bundles could be as small as they like: what leads to large ones.
double mergeGainOfAnySize( const Problem &problem, const Bundle &a, const Bundle &b );

//! \a a and \a b as one bundle.
Bundle merged( const Problem &problem, const Bundle &a, const Bundle &b );

//! The parts of \a units that are connected by links within them, each ascending.
std::vector<std::vector<std::uint32_t>> connectedParts( const Problem &problem, std::span<const std::uint32_t> units );

} // namespace koppelkans
