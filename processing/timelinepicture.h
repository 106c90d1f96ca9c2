// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/year_range.h"

#include <QString>

#include <map>
#include <vector>

namespace koppelkans
{

//! A plan in time: bundles by district and year, and what every year costs.
struct Timeline
{
  struct Bar
  {
    int bundle; //!< its bundle_id
    int year;
    double savingShare; //!< of what its works cost apart, 0 to 1
  };

  struct Row
  {
    QString name;
    std::vector<Bar> bars; //!< by year
  };

  std::vector<Row> rows;            //!< districts, as they are to be drawn
  std::map<int, double> costBefore; //!< euro by year, with every work on its own in the first year of its planned range
  std::map<int, double> costAfter;  //!< euro by year, as planned
};

/**
 * Draws a timeline: a row a district and a column a year, a bar with its number for each bundle, the darker the more it
 * saves; below, what each year costs before and after. See Picture::write() for \a path and errors.
 */
void drawTimeline( const Timeline &timeline, const QString &path );

} // namespace koppelkans
