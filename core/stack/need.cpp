// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stack/need.h"

#include <algorithm>

namespace koppelkans
{

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
