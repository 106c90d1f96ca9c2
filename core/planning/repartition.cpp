// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/repartition.h"

#include <algorithm>
#include <bit>
#include <map>

namespace koppelkans
{

std::optional<std::vector<Bundle>> Repartition::cheapest( std::span<const std::uint32_t> units )
{
  prepare( units );
  if ( !enumerate() )
    return std::nullopt;
  const Set all = ( Set( 1 ) << mUnits.size() ) - 1;
  mLeastCosts.assign( all + std::size_t( 1 ), -1.0 );
  mChosen.assign( all + std::size_t( 1 ), 0 );
  leastCost( all );

  std::vector<Bundle> bundles;
  for ( Set left = all; left != 0; left &= ~mCandidates[mChosen[left]].set )
  {
    std::vector<std::uint32_t> members;
    for ( std::size_t i = 0; i < mUnits.size(); ++i )
      if ( mCandidates[mChosen[left]].set >> i & 1 )
        members.push_back( mUnits[i] );
    bundles.push_back( koppelkans::bundleOf( mProblem, members ) );
  }
  return bundles;
}

void Repartition::prepare( std::span<const std::uint32_t> units )
{
  mUnits.assign( units.begin(), units.end() );
  std::sort( mUnits.begin(), mUnits.end() );
  mLinks.assign( mUnits.size(), 0 );
  std::map<Patch, Set> covers;
  for ( std::size_t i = 0; i < mUnits.size(); ++i )
  {
    for ( const std::uint32_t linked : mProblem.links( mUnits[i] ) )
    {
      const auto found = std::lower_bound( mUnits.begin(), mUnits.end(), linked );
      if ( found != mUnits.end() && *found == linked )
        mLinks[i] |= Set( 1 ) << ( found - mUnits.begin() );
    }
    for ( const Patch patch : mProblem.unit( mUnits[i] ).patches )
      covers[patch] |= Set( 1 ) << i;
  }
  mPatches.assign( mUnits.size(), {} );
  for ( std::size_t i = 0; i < mUnits.size(); ++i )
    for ( const Patch patch : mProblem.unit( mUnits[i] ).patches )
      mPatches[i].emplace_back( covers[patch], mProblem.patchArea( patch ) );
}

bool Repartition::enumerate()
{
  constexpr std::size_t mostCandidates = 4096; // twelve units that all fit together make one less
  const Terms &terms = mProblem.terms();
  mCandidates.clear();
  mByLowest.assign( mUnits.size(), {} );
  std::vector<bool> seen( std::size_t( 1 ) << mUnits.size(), false );
  const auto add =
    [&]( Set set, YearCosts years, const Box &box, const ClassMix &classes, std::size_t works, double area )
  {
    const double shift = years.cheapest().cost;
    const bool alone = std::has_single_bit( set ); // allowed however long it is
    if ( !alone && ( shift == YearCosts::closed || !fits( box, terms ) ) )
      return;
    if ( alone || works >= terms.leastWorks )
      mByLowest[std::countr_zero( set )].push_back( mCandidates.size() );
    mCandidates.push_back(
      { set, std::move( years ), box, classes, works, area, terms.setup + terms.paving * area + shift } );
  };

  for ( std::size_t i = 0; i < mUnits.size(); ++i )
  {
    const Unit &unit = mProblem.unit( mUnits[i] );
    add( Set( 1 ) << i, unit.years, unit.box, unit.classes, unit.works.size(), addedArea( 0, i ) );
  }
  for ( std::size_t next = 0; next < mCandidates.size(); ++next )
  {
    if ( mCandidates.size() > mostCandidates )
      return false;
    const Set set = mCandidates[next].set;
    Set around = 0;
    for ( std::size_t i = 0; i < mUnits.size(); ++i )
      if ( set >> i & 1 )
        around |= mLinks[i];
    for ( std::size_t i = 0; i < mUnits.size(); ++i )
    {
      const Set grown = set | Set( 1 ) << i;
      if ( grown == set || !( around >> i & 1 ) || seen[grown] )
        continue;
      seen[grown] = true;
      const Unit &unit = mProblem.unit( mUnits[i] );
      if ( !mCandidates[next].classes.agreesWith( unit.classes ) )
        continue;
      YearCosts years = mCandidates[next].years;
      years.add( unit.years );
      Box box = mCandidates[next].box;
      box.include( unit.box );
      ClassMix classes = mCandidates[next].classes;
      classes.add( unit.classes );
      add( grown, std::move( years ), box, classes, mCandidates[next].works + unit.works.size(),
           mCandidates[next].area + addedArea( set, i ) );
    }
  }
  return true;
}

double Repartition::addedArea( Set set, std::size_t unit ) const
{
  double area = mProblem.unit( mUnits[unit] ).ownArea;
  for ( const auto &[covers, patchArea] : mPatches[unit] )
    if ( !( covers & set ) )
      area += patchArea;
  return area;
}

double Repartition::leastCost( Set left )
{
  if ( left == 0 )
    return 0;
  double &least = mLeastCosts[left];
  if ( least >= 0 )
    return least;
  double best = YearCosts::closed;
  for ( const std::size_t i : mByLowest[std::countr_zero( left )] )
  {
    const Set set = mCandidates[i].set;
    if ( ( set & ~left ) != 0 )
      continue;
    const double cost = mCandidates[i].cost + leastCost( left & ~set );
    if ( cost < best )
    {
      best = cost;
      mChosen[left] = i;
    }
  }
  return least = best;
}

} // namespace koppelkans
