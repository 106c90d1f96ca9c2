// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding.h"
#include "core/planning/planned_year.h"

#include <optional>
#include <string>

namespace koppelkans
{

//! What a work's record says about its years. Earliest and latest are MissingYear where there is no such field.
struct WorkYears
{
  PlannedYear planned;
  PlannedYear earliest;
  PlannedYear latest;
  bool fixed = false;
};

//! How far works without an explicit window may move, in years.
struct Freedom
{
  int earlier = 0;
  int later = 0;
};

//! Where the years were read, for findings.
struct YearFields
{
  std::string layer;
  std::string planned;
  std::string earliest;
  std::string latest;
};

//! When a work is planned, and when it may be carried out.
struct WorkWindow
{
  YearRange planned;
  YearRange window;
};

/**
 * The window of a work: from its explicit earliest to its explicit latest year; for a side that is not explicit, the
 * planned range widened by the freedom on that side. A fixed work has only its planned range. A work without a planned
 * year but with both an earliest and a latest is planned anywhere between them.
 *
 * Returns nothing, with the reason among \a findings, for a work without a usable year (MissingYear, UnknownYear,
 * NotAYear) and for one whose window or planned range ends before it begins (ReversedWindow: which of the two years is
 * wrong cannot be known, so they are not swapped). An explicit year that is no year is reported and counts as not
 * given. A planned range outside an explicit window is reported (YearOutsideWindow); the window holds.
 */
std::optional<WorkWindow> workWindow( const WorkYears &years, const Freedom &freedom, const YearFields &fields,
                                      std::int64_t feature, Findings &findings );

} // namespace koppelkans
