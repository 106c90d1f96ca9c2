// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/budgets.h"
#include "core/planning/cost.h"

#include <algorithm>
#include <string>
#include <vector>

namespace koppelkans
{

//! Why a work is carried out on its own.
enum class AloneBecause
{
  InBundle,     //!< it is not
  NoNeighbour,  //!< no other work lies within the distance
  ClassesApart, //!< all works within the distance are of classes that never go together with its own
  NoCommonYear, //!< no neighbour can be carried out in a year in which it can, too
  TooExtended,  //!< with any neighbour that could share a year it would extend too far
  TooFewWorks,  //!< all that could join, and join those, are fewer than a bundle needs
  DoesNotPay,   //!< it could have joined, but no cheaper plan was found with it in a bundle
  NoOpenYear,   //!< a moratorium closes all its years: left in its planned range, against the moratorium
};

//! The static word for a reason: "in_bundle", "no_neighbour", "classes_apart", "no_common_year", "too_extended",
//! "too_few_works", "does_not_pay", "no_open_year".
std::string toString( AloneBecause reason );

//! What becomes of one work.
struct PlannedWork
{
  std::size_t bundle; //!< index into the plan's bundles
  int year;
  int shift;        //!< years after the planned range; before it negative
  double shiftCost; //!< euro; 0 where the work's cost is unknown
  AloneBecause reason;
  bool choiceKept = false; //!< its year was chosen, and is not closed to it
  //! Euro: by how much the plan would be cheaper without that choice, budgets left aside; noData where there is none,
  //! or where the time limit left no time to see.
  double choiceCost = noData;
};

//! Works carried out as one project in one year; also a work on its own.
struct PlannedBundle
{
  int year;
  std::vector<std::size_t> works; //!< ascending indices of the input
  double costApart;               //!< euro, every work on its own in its planned range
  BundleCost cost;                //!< euro, together in this year

  // What the saving consists of, in euro.
  double setupSaved;
  double pavingSaved;

  YearRange possible;               //!< from the first to the last year in which all its works could be carried out
  std::optional<int> nextYear = {}; //!< of the other such years the cheapest; none where there is no other
  double nextYearDearer = noData;   //!< euro

  double shiftPaid() const { return cost.shift; }

  double saving() const { return costApart - cost.total(); }
};

//! What a fund spends in a year on its works' own costs.
struct FundYear
{
  std::string fund;
  int year;
  double before; //!< euro, with every work in the first year of its planned range
  double spent;  //!< euro, as planned
  double budget; //!< euro; noData where there is none

  double overspent() const { return hasData( budget ) ? std::max( 0.0, spent - budget ) : 0; }
};

//! Which works are carried out together and when, and what that saves.
struct Plan
{
  std::vector<PlannedWork> works;     //!< one a work, in the order of the input
  std::vector<PlannedBundle> bundles; //!< by year, then by place
  std::vector<FundYear> fundYears;    //!< by fund and year, where something is spent or there is a budget
  std::vector<Shortfall> shortfalls;  //!< budgets that no plan can keep
  double costApart = 0;               //!< euro
  double costBundled = 0;             //!< euro
  //! Euro; no plan costs less that keeps the budgets, or overspends nowhere more than this one, up to rounding.
  double leastCost = 0;
  bool outOfTime = false; //!< the time limit ended the search before it found no more gains

  double saving() const { return costApart - costBundled; }

  //! No plan saves more, up to rounding.
  double savingBound() const { return costApart - leastCost; }
};

} // namespace koppelkans
