// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <limits>

namespace koppelkans
{

//! A number that is not known. No data is not zero: it spreads through every sum until somebody decides.
inline constexpr double noData = std::numeric_limits<double>::quiet_NaN();

inline bool hasData( double value )
{
  return !std::isnan( value );
}

} // namespace koppelkans
