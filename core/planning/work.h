// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nodata.h"
#include "core/planning/year_range.h"

#include <cstdint>
#include <optional>
#include <string>

namespace koppelkans
{

//! One planned maintenance or replacement. Its geometry and its footprint stand beside it, at the same index.
struct Work
{
  std::int64_t id; //!< the feature id of the source
  std::string assetClass = {};
  std::string fund = {};
  std::string owner = {};
  YearRange planned;    //!< no shift cost within
  YearRange window;     //!< the years in which it may be carried out
  double cost = noData; //!< euro, not negative; noData where unknown: then not counted, and neither is its shift
  std::optional<int> chosen = {}; //!< a year in which a planner wants it; within the window
  bool opensSurface = true;       //!< its footprint has to be paved again
};

} // namespace koppelkans
