// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/class_rules.h"

#include "core/error.h"

#include <algorithm>

namespace koppelkans
{

ClassRules::ClassRules( std::span<const std::pair<std::string, std::string>> apart )
{
  for ( const auto &[a, b] : apart )
  {
    if ( a == b )
      throw Error( "A class cannot be kept apart from itself: " + a );
    mClasses.push_back( a );
    mClasses.push_back( b );
  }
  std::sort( mClasses.begin(), mClasses.end() );
  mClasses.erase( std::unique( mClasses.begin(), mClasses.end() ), mClasses.end() );
  if ( mClasses.size() > mostClasses )
    throw Error( "At most " + std::to_string( mostClasses ) + " classes can be kept apart" );
  mRefused.resize( mClasses.size(), 0 );
  for ( const auto &[a, b] : apart )
  {
    const ClassMix ofA = of( a );
    const ClassMix ofB = of( b );
    mRefused[std::lower_bound( mClasses.begin(), mClasses.end(), a ) - mClasses.begin()] |= ofB.held;
    mRefused[std::lower_bound( mClasses.begin(), mClasses.end(), b ) - mClasses.begin()] |= ofA.held;
  }
}

ClassMix ClassRules::of( const std::string &assetClass ) const
{
  const auto found = std::lower_bound( mClasses.begin(), mClasses.end(), assetClass );
  if ( found == mClasses.end() || *found != assetClass )
    return {};
  const auto place = found - mClasses.begin();
  return { std::uint64_t( 1 ) << place, mRefused[place] };
}

} // namespace koppelkans
