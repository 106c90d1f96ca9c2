// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/bundling.h"

#include <string>

namespace koppelkans::test
{

/**
 * Works on rectangles with whole coordinates, some of them under a moratorium: so few that every partition in every
 * combination of years can be looked at. What they cost is worked out from the definition alone.
 */
struct Case
{
  std::vector<Work> works;
  std::vector<Box> boxes;
  std::vector<Box> closedAreas;
  std::vector<YearRange> closedYears;
  Terms terms;
  std::vector<std::pair<std::string, std::string>> apart; //!< classes
  Budgets budgets;
};

Case randomCase( unsigned seed, int least, int most, int extent );

//! The works in an order of their own.
BundlingInput inputOf( const Case &given, std::span<const std::size_t> order );
BundlingInput inputOf( const Case &given );

//! With all the time that it takes.
Plan planOf( const BundlingInput &input, const Terms &terms, std::size_t mostCandidates = Effort().mostCandidates,
             unsigned seed = 0 );

//! The least cost over all partitions of the works, without budgets.
double optimum( const Case &given );

//! The least cost over all partitions and years that keep the budgets; infinite where none does.
double optimumWithinBudgets( const Case &given );

//! What is wrong with a plan, seen from the definition alone; empty where nothing is.
std::string fault( const Case &given, const Plan &plan );

} // namespace koppelkans::test
