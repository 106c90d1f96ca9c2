// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nodata.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace koppelkans
{

enum class Direction
{
  MoreIsWorse,
  LessIsWorse
};

//! How a theme's measured values are read as need. What is not given is filled in by the operation, which says so.
struct ThemeSettings
{
  std::string theme;
  std::optional<double> weight;
  std::optional<double> lower;
  std::optional<double> upper;
  std::optional<double> threshold;
  std::optional<Direction> direction;
  std::string field;        //!< empty: the area that the theme covers
  std::string filter = {};  //!< an expression that chooses features; empty: all
  std::string extent = {};  //!< within which the theme was mapped: a rectangle or a file; empty: everywhere
  std::string horizon = {}; //!< the years in which the theme can be taken along, as written; empty: any
  std::string partner = {}; //!< who has a stake in the theme: names separated by commas
};

//! From a measured value to a need, 0 to 1.
struct NeedScale
{
  double lower = 0;
  double upper = 1;
  Direction direction = Direction::MoreIsWorse;

  //! clamp( (value - lower) / (upper - lower), 0, 1 ), or its complement where less is worse; noData stays noData.
  double need( double value ) const
  {
    if ( !hasData( value ) )
      return noData;
    // Where all values are equal none stands out: the bound is reached or it is not.
    const double share =
      upper > lower ? std::clamp( ( value - lower ) / ( upper - lower ), 0.0, 1.0 ) : ( value > upper ? 1.0 : 0.0 );
    return direction == Direction::MoreIsWorse ? share : 1 - share;
  }
};

//! The scale with the bounds of \a values (min–max) where \a settings give none.
NeedScale relativeScale( const ThemeSettings &settings, std::span<const double> values );

} // namespace koppelkans
