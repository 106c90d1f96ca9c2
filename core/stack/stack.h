// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding.h"
#include "core/stack/measure.h"
#include "core/stack/need.h"

namespace koppelkans
{

//! One theme in a stack: what was measured, and how it is read as need.
struct StackedTheme
{
  std::string name;
  Measure measure;
  std::vector<double>
    values; //!< by cell (or whatever place there is), in the unit of the measure; noData where there is none
  NeedScale scale;
  double weight;
  double threshold; //!< the need from which the theme counts
};

//! The number of \a themes with need ≥ threshold at a place, by its number among their values.
int overlapCount( std::span<const StackedTheme> themes, std::size_t place );
//! Σ weight·need / Σ weight over the themes with data at a place; noData where no theme with weight has any.
double overlapIndex( std::span<const StackedTheme> themes, std::size_t place );

//! All themes on one grid.
struct Stack
{
  Grid grid;
  std::vector<StackedTheme> themes;
  std::vector<char> within = {}; //!< by cell, whether it meets the mask; empty where there is none

  //! Whether a cell belongs to the stack: outside the mask no theme has data.
  bool holds( std::size_t cell ) const { return within.empty() || within[cell] != 0; }

  //! Whether some theme has more than nothing in a cell.
  bool hasSomething( std::size_t cell ) const;

  int overlapCount( std::size_t cell ) const { return koppelkans::overlapCount( themes, cell ); }

  double overlapIndex( std::size_t cell ) const { return koppelkans::overlapIndex( themes, cell ); }
};

/**
 * Measures \a themes on \a grid, several at a time, and settles how each is read.
 *
 * What \a settings do not give is filled in, and said in \a findings: weight 1, threshold 0.5, more is worse; bounds 0
 * and 1 for coverage, min–max of the cells for all else. With a \a mask of polygons only the cells that meet it count.
 */
Stack makeStack( const Grid &grid, std::span<const Theme> themes, std::span<const ThemeSettings> settings,
                 Findings &findings, Progress &progress, const GeometryColumn *mask = nullptr );

//! By cell, whether it is written: not outside the mask and, where \a nonEmptyOnly, not where no theme has anything.
std::vector<char> chosenCells( const Stack &stack, bool nonEmptyOnly );

//! The settings of the theme called \a name; without any but the name where there are none.
ThemeSettings settingsOf( std::span<const ThemeSettings> settings, const std::string &name );

//! The scale, weight and threshold for \a values: what \a settings give, else the defaults, each reported.
StackedTheme settle( const std::string &name, Measure measure, std::vector<double> values,
                     const ThemeSettings &settings, Findings &findings );

} // namespace koppelkans
