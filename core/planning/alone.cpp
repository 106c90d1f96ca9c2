// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/alone.h"

#include <algorithm>
#include <numeric>

namespace koppelkans
{

AloneReasons::AloneReasons( const BundlingInput &input, const Neighbours &neighbours,
                            std::span<const std::vector<YearRange>> closed, const Problem &problem )
  : mInput( input )
  , mNeighbours( neighbours )
  , mClosed( closed )
  , mTerms( problem.terms() )
  , mTooFew( input.works.size(), false )
{
  std::vector<std::uint32_t> all( problem.size() );
  std::iota( all.begin(), all.end(), 0U );
  for ( const std::vector<std::uint32_t> &part : connectedParts( problem, all ) )
  {
    std::size_t works = 0;
    for ( const std::uint32_t unit : part )
      works += problem.unit( unit ).works.size();
    if ( works < mTerms.leastWorks )
      for ( const std::uint32_t unit : part )
        for ( const std::size_t work : problem.unit( unit ).works )
          mTooFew[work] = true;
  }
}

AloneBecause AloneReasons::of( std::size_t work ) const
{
  AloneBecause reason = AloneBecause::NoNeighbour;
  const auto look = [&]( std::size_t place )
  {
    for ( const std::size_t other : mNeighbours.worksAt( place ) )
    {
      if ( reason == AloneBecause::DoesNotPay )
        return;
      if ( other != work )
        reason = std::max( reason, obstacle( work, other ) );
    }
  };
  const std::size_t place = mNeighbours.placeOf( work );
  look( place );
  for ( const std::size_t near : mNeighbours.placesNear( place ) )
    look( near );
  return reason == AloneBecause::DoesNotPay && mTooFew[work] ? AloneBecause::TooFewWorks : reason;
}

bool AloneReasons::isOpen( std::size_t work, int year ) const
{
  const std::optional<int> &chosen = mInput.works[work].chosen;
  if ( chosen && year != *chosen && !isClosed( mClosed[work], *chosen ) )
    return false;
  return !isClosed( mClosed[work], year );
}

AloneBecause AloneReasons::obstacle( std::size_t a, std::size_t b ) const
{
  const Work &workA = mInput.works[a];
  const Work &workB = mInput.works[b];
  if ( !mTerms.classes.of( workA.assetClass ).agreesWith( mTerms.classes.of( workB.assetClass ) ) )
    return AloneBecause::ClassesApart;
  const YearRange common{ std::max( workA.window.first, workB.window.first ),
                          std::min( workA.window.last, workB.window.last ) };
  int year = common.first;
  while ( year <= common.last && !( isOpen( a, year ) && isOpen( b, year ) ) )
    ++year;
  if ( year > common.last )
    return AloneBecause::NoCommonYear;
  Box box = mInput.footprints.featureBox( a );
  box.include( mInput.footprints.featureBox( b ) );
  return fits( box, mTerms ) ? AloneBecause::DoesNotPay : AloneBecause::TooExtended;
}

} // namespace koppelkans
