// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stack/need.h"

#include <algorithm>

namespace koppelkans
{

double NeedScale::need( double value ) const
{
  if ( !hasData( value ) )
    return noData;
  // Where all values are equal none stands out: the bound is reached or it is not.
  const double share =
    upper > lower ? std::clamp( ( value - lower ) / ( upper - lower ), 0.0, 1.0 ) : ( value > upper ? 1.0 : 0.0 );
  return direction == Direction::MoreIsWorse ? share : 1 - share;
}

NeedScale relativeScale( const ThemeSettings &settings, std::span<const double> values )
{
  NeedScale scale{ 0, 0, settings.direction.value_or( Direction::MoreIsWorse ) };
  bool first = true;
  for ( const double value : values )
  {
    if ( !hasData( value ) )
      continue;
    scale.lower = first ? value : std::min( scale.lower, value );
    scale.upper = first ? value : std::max( scale.upper, value );
    first = false;
  }
  scale.lower = settings.lower.value_or( scale.lower );
  scale.upper = settings.upper.value_or( scale.upper );
  return scale;
}

} // namespace koppelkans
