// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding.h"
#include "core/planning/year_range.h"

#include <map>
#include <optional>
#include <string>

namespace koppelkans
{

//! Something the city owns: its class, and the years in which it was built and last renewed, where known.
struct Asset
{
  std::string assetClass;
  std::optional<int> built;
  std::optional<int> renewed;
};

//! How long assets last, in years, and how much freedom there is around the end of their life.
struct Lives
{
  std::map<std::string, int> years; //!< by asset class
  int defaultYears;                 //!< for a class that is not in the table
  int earlier = 0;                  //!< years that a replacement may be advanced
  int later = 0;                    //!< years that it may be delayed
  int baseYear;                     //!< the plan's first year: nothing is planned before it
};

//! Where the life of an asset comes from.
enum class LifeSource
{
  Table,
  Default,
  Unknown //!< the asset has no year to count from
};

//! The contract's word for a source: "table", "default" or "unknown".
std::string toString( LifeSource source );

//! When an asset is to be replaced.
struct Replacement
{
  std::optional<YearRange> window; //!< nothing where the asset has no year at all
  int due = 0;                     //!< meaningless without a window
  LifeSource lifeSource = LifeSource::Unknown;
  bool overdue = false; //!< its life ended before the base year
  std::optional<FindingKind> finding;
};

/**
 * When \a asset is to be replaced.
 *
 * It is due in the year of reference + life; the reference is the later of construction and last renewal. The window
 * runs from due − earlier to due + later, and not before the base year. An asset whose life ended before the base year
 * is overdue: it is due in the base year.
 *
 * Findings: MissingYear where there is neither a construction nor a renewal (no window), RenewedBeforeBuilt where the
 * renewal is older than the construction (which then counts), DefaultUsed where the class is not in the table.
 * Throws Error where a life, earlier or later is negative.
 */
Replacement replacement( const Asset &asset, const Lives &lives );

} // namespace koppelkans
