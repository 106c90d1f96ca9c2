// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace koppelkans
{

//! What can be wrong with, or was assumed about, one feature or layer. Texts belong to the edge.
enum class FindingKind
{
  MissingGeometry,
  EmptyGeometry,
  WrongGeometryType,
  RepairedGeometry,    //!< value: what was wrong
  UnusableGeometry,    //!< value: what was wrong
  NotTransformable,    //!< value: why
  NotANumber,          //!< field, value
  MissingNumber,       //!< field
  NegativeNumber,      //!< field, value
  NotAYear,            //!< field, value
  MissingYear,         //!< field
  UnknownYear,         //!< field, value: a sentinel such as 0 or 9999
  ReversedWindow,      //!< value: "2030-2026"
  YearOutsideWindow,   //!< value: "2035 not in 2026-2030"
  ChoiceOutsideWindow, //!< field, value: "2035 not in 2026-2030"
  ChoiceClosed,        //!< value: the chosen year, which a moratorium closes
  BudgetOverspent,     //!< field: the fund, value: "2028: 1200000 > 1000000"
  BudgetTooSmall,      //!< field: the fund, value: "2027-2028: 1200000 > 1000000"
  DuplicateFootprint,  //!< value: the feature it repeats
  UnderExperiment,     //!< value: the experiment
  UnderMoratorium,     //!< value: the years that remain closed
  TooExtended,         //!< value: the diagonal in metres
  MissingClass,        //!< field
  DefaultUsed,         //!< field, filledBy: the value that was filled in
  UnknownSetting,      //!< field, value: a name in a setting that nothing bears
  UnusedSetting,       //!< field, value: a setting that says nothing about a theme of this kind
  RepeatedSetting,     //!< value: a name that has been set in an earlier row
  RepeatedId,          //!< field, value: an id that an earlier feature has
  ReversedBounds,      //!< value: "lower 1, upper 0"
  NoCostField,         //!< no field was chosen that says what works cost
  UnusableLayer,       //!< value: why nothing can be computed with it
  DistortingCrs,       //!< value: the CRS
  RenewedBeforeBuilt,  //!< field, value: the year of the renewal
};

//! One thing found: where, what, and what was filled in instead.
struct Finding
{
  FindingKind kind;
  std::string layer;
  std::int64_t feature = noFeature;
  std::string field = {};
  std::string value = {};
  std::string filledBy = {};

  //! The finding is about the layer as a whole.
  static constexpr std::int64_t noFeature = -1;
};

using Findings = std::vector<Finding>;

} // namespace koppelkans
