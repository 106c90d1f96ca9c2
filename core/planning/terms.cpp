// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/terms.h"

#include "core/error.h"

#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace koppelkans
{

void Terms::check() const
{
  const std::array<std::pair<const char *, double>, 6> terms{ { { "setup cost", setup },
                                                                { "paving cost", paving },
                                                                { "advance rate", advanceRate },
                                                                { "delay rate", delayRate },
                                                                { "distance", distance },
                                                                { "largest extent", maxExtent } } };
  for ( const auto &[name, value] : terms )
    if ( !( value >= 0 ) || std::isinf( value ) )
      throw Error( "The " + std::string( name ) + " must be 0 or more" );
  if ( leastWorks < 2 )
    throw Error( "A bundle must hold 2 works or more" );
}

bool fits( const Box &box, const Terms &terms )
{
  return box.empty() || std::hypot( box.width(), box.height() ) <= terms.maxExtent;
}

} // namespace koppelkans
