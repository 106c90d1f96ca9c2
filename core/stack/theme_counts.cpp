// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stack/theme_counts.h"

#include <algorithm>

namespace koppelkans
{

ThemeCounts::ThemeCounts()
{
  numberOf( {} );
}

std::uint32_t ThemeCounts::across( std::uint32_t counts, std::uint32_t bearer )
{
  const auto [known, isNew] = mAcross.try_emplace( std::uint64_t( counts ) << 32 | bearer, 0 );
  if ( !isNew )
    return known->second;

  const std::uint32_t theme = bearer / 2;
  const std::int32_t change = bearer % 2 == 0 ? 1 : -1;
  Counts above = mCounts[counts];
  const auto place = std::ranges::lower_bound( above, theme, {}, &Counts::value_type::first );
  if ( place == above.end() || place->first != theme )
    above.insert( place, { theme, change } );
  else if ( ( place->second += change ) == 0 )
    above.erase( place );
  return known->second = numberOf( above );
}

std::uint32_t ThemeCounts::numberOf( const Counts &counts )
{
  const auto [known, isNew] = mNumbers.try_emplace( counts, static_cast<std::uint32_t>( mCounts.size() ) );
  if ( isNew )
  {
    mCounts.push_back( counts );
    // Below zero is what rounding turned over: a polygon narrower than a step.
    ThemeSet set;
    for ( const auto &[theme, count] : counts )
      if ( count > 0 )
        set.push_back( theme );
    const auto [number, isNewSet] = mSetNumbers.try_emplace( set, static_cast<std::uint32_t>( mSets.size() ) );
    if ( isNewSet )
      mSets.push_back( set );
    mSetOf.push_back( number->second );
  }
  return known->second;
}

} // namespace koppelkans
