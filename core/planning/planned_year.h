// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding.h"
#include "core/planning/year_range.h"

#include <optional>
#include <string>
#include <string_view>

namespace koppelkans
{

/**
 * What a field says about a year: a range of years, or the reason why there is none.
 *
 * The reason is MissingYear (nothing was written), UnknownYear (a sentinel), ReversedWindow ("2030-2026") or NotAYear.
 */
struct PlannedYear
{
  std::optional<YearRange> years;
  FindingKind finding = FindingKind::MissingYear; //!< why there are no years; meaningless where there are
  std::string text;                               //!< as it was written, for messages
};

/**
 * Reads a year from text as municipalities write it.
 *
 * Understood are a year ("2027", "2027.0"), a range of years ("2026-2030", "2026/2030", "2026 – 2030"), a date with or
 * without a time ("2027-05-01", "2027/05/01T08:00") and a quarter ("Q3 2027", "2027 Q3", "2027Q3"); dates and quarters
 * give their year. Sentinels are unknown years: 0, 1, 2099, 4000, 9999 and any other year before 1800 or after 2200.
 */
PlannedYear plannedYear( std::string_view text );

//! Reads a year from a number: noData is missing, a number with a fraction is not a year, sentinels as for text.
PlannedYear plannedYear( double number );

} // namespace koppelkans
