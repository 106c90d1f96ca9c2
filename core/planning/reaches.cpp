// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/reaches.h"

#include "core/parallel.h"

#include <algorithm>
#include <atomic>
#include <bitset>
#include <cmath>
#include <optional>

namespace koppelkans
{

namespace
{

using Members = std::bitset<256>; // of the units open in a year, by their place among them

//! What a year costs a unit more than its cheapest year.
double extraCost( const Unit &unit, int year )
{
  return unit.years[year] - unit.years.cheapest().cost;
}

//! The units that can share a bundle with \a west in \a year, being further east, \a west among them.
std::vector<std::uint32_t> openFrom( const Problem &problem, std::uint32_t west, int year )
{
  const auto isFurtherEast = [&]( std::uint32_t other )
  {
    const double x = problem.unit( other ).box.xMin;
    const double from = problem.unit( west ).box.xMin;
    return x > from || ( x == from && other > west );
  };
  std::vector<std::uint32_t> met{ west };
  std::vector<std::uint32_t> sorted{ west };
  for ( std::size_t next = 0; next < met.size(); ++next )
    for ( const std::uint32_t other : problem.links( met[next] ) )
    {
      const auto place = std::lower_bound( sorted.begin(), sorted.end(), other );
      if ( ( place != sorted.end() && *place == other ) || !isFurtherEast( other ) ||
           problem.unit( other ).years[year] == YearCosts::closed )
        continue;
      Box box = problem.unit( west ).box;
      box.include( problem.unit( other ).box );
      if ( !fits( box, problem.terms() ) )
        continue;
      sorted.insert( place, other );
      met.push_back( other );
    }
  return sorted;
}

//! Whether all that is open in \a reach is so in \a other, too, and no dearer.
bool isCovered( const Problem &problem, const Reach &reach, const Reach &other )
{
  return std::includes( other.units.begin(), other.units.end(), reach.units.begin(), reach.units.end() ) &&
         std::all_of( reach.units.begin(), reach.units.end(),
                      [&]( std::uint32_t i ) {
                        return extraCost( problem.unit( i ), other.year ) <= extraCost( problem.unit( i ), reach.year );
                      } );
}

//! The largest sets of units of one year that fit into a box and are linked within it.
class Boxes
{
public:
  Boxes( const Problem &problem, std::uint32_t west, std::span<const std::uint32_t> units )
    : mTerms( problem.terms() )
    , mWest( std::lower_bound( units.begin(), units.end(), west ) - units.begin() )
    , mLinks( units.size() )
  {
    for ( std::size_t i = 0; i < units.size(); ++i )
    {
      mBoxes.push_back( problem.unit( units[i] ).box );
      for ( const std::uint32_t linked : problem.links( units[i] ) )
      {
        const auto found = std::lower_bound( units.begin(), units.end(), linked );
        if ( found != units.end() && *found == linked )
          mLinks[i].set( found - units.begin() );
      }
    }
  }

  std::vector<Members> largest() const
  {
    std::vector<Members> found;
    for ( std::size_t lowest = 0; lowest < mBoxes.size(); ++lowest )
      for ( std::size_t eastmost = 0; eastmost < mBoxes.size(); ++eastmost )
      {
        const std::optional<Members> members = within( lowest, eastmost );
        const auto isPartOf = []( const Members &a, const Members &b )
        {
          return ( a & ~b ).none();
        };
        if ( !members || std::any_of( found.begin(), found.end(),
                                      [&]( const Members &other ) { return isPartOf( *members, other ); } ) )
          continue;
        std::erase_if( found, [&]( const Members &other ) { return isPartOf( other, *members ); } );
        found.push_back( *members );
      }
    return found;
  }

private:
  const Terms &mTerms; // borrowed
  std::size_t mWest;
  std::vector<Members> mLinks; // by unit
  std::vector<Box> mBoxes;     // by unit

  //! What is linked to the westernmost unit in the box with the bottom of one unit and the right side of another;
  //! nothing where these are not.
  std::optional<Members> within( std::size_t lowest, std::size_t eastmost ) const
  {
    Box box{ mBoxes[mWest].xMin, mBoxes[lowest].yMin, mBoxes[eastmost].xMax, 0 };
    const double height = std::sqrt( mTerms.maxExtent * mTerms.maxExtent - box.width() * box.width() );
    constexpr double rounding = 1e-6; // metres: none may be missed
    box.yMax = box.yMin + height + rounding;
    const auto holds = [&]( std::size_t i )
    {
      return box.contains( mBoxes[i] );
    };
    if ( std::isnan( height ) || !holds( mWest ) || !holds( lowest ) || !holds( eastmost ) )
      return std::nullopt;
    Members inside;
    for ( std::size_t i = 0; i < mBoxes.size(); ++i )
      inside.set( i, holds( i ) );
    Members reached;
    Members border;
    border.set( mWest );
    while ( border.any() )
    {
      reached |= border;
      Members next;
      for ( std::size_t i = 0; i < mBoxes.size(); ++i )
        if ( border[i] )
          next |= mLinks[i];
      border = next & inside & ~reached;
    }
    if ( !reached[lowest] || !reached[eastmost] )
      return std::nullopt;
    return reached;
  }
};

} // namespace

std::vector<Reach> reachesFrom( const Problem &problem, std::uint32_t unit )
{
  const YearCosts &years = problem.unit( unit ).years;
  std::vector<Reach> open;
  for ( int year = years.first(); year <= years.last(); ++year )
    if ( years[year] != YearCosts::closed )
    {
      Reach reach{ year, openFrom( problem, unit, year ) };
      if ( std::any_of( open.begin(), open.end(),
                        [&]( const Reach &other ) { return isCovered( problem, reach, other ); } ) )
        continue;
      std::erase_if( open, [&]( const Reach &other ) { return isCovered( problem, other, reach ); } );
      open.push_back( std::move( reach ) );
    }

  std::vector<Reach> reaches;
  for ( Reach &reach : open )
  {
    if ( reach.units.size() > Members().size() )
    {
      reaches.push_back( std::move( reach ) );
      continue;
    }
    for ( const Members &members : Boxes( problem, unit, reach.units ).largest() )
    {
      if ( members.count() == 1 )
        continue;
      reaches.push_back( { reach.year, {} } );
      for ( std::size_t i = 0; i < reach.units.size(); ++i )
        if ( members[i] )
          reaches.back().units.push_back( reach.units[i] );
    }
  }
  return reaches;
}

namespace
{

//! Says of reaches whether another one makes them needless.
class Needless
{
public:
  Needless( const Problem &problem, std::span<const Reach> reaches )
    : mProblem( problem )
    , mReaches( reaches )
    , mReachesOf( problem.size() )
  {
    for ( std::uint32_t i = 0; i < reaches.size(); ++i )
    {
      mSignatures.push_back( 0 );
      for ( const std::uint32_t unit : reaches[i].units )
      {
        mSignatures.back() |= std::uint64_t( 1 ) << unit % 64;
        mReachesOf[unit].push_back( i );
      }
    }
  }

  //! Of reaches that cover each other only the first is needed.
  bool operator()( std::uint32_t reach ) const
  {
    const std::vector<std::uint32_t> &units = mReaches[reach].units;
    const std::uint32_t rarest = *std::min_element( units.begin(), units.end(),
                                                    [&]( std::uint32_t a, std::uint32_t b )
                                                    { return mReachesOf[a].size() < mReachesOf[b].size(); } );
    const auto covers = [&]( std::uint32_t other, std::uint32_t one )
    {
      return ( mSignatures[one] & ~mSignatures[other] ) == 0 &&
             mReaches[one].units.size() <= mReaches[other].units.size() &&
             isCovered( mProblem, mReaches[one], mReaches[other] );
    };
    return std::any_of( mReachesOf[rarest].begin(), mReachesOf[rarest].end(),
                        [&]( std::uint32_t other ) {
                          return other != reach && covers( other, reach ) &&
                                 ( other < reach || !covers( reach, other ) );
                        } );
  }

private:
  const Problem &mProblem;                            // borrowed
  std::span<const Reach> mReaches;                    // borrowed
  std::vector<std::uint64_t> mSignatures;             // by reach: a bit for each of its units, which several share
  std::vector<std::vector<std::uint32_t>> mReachesOf; // by unit
};

} // namespace

Reaches::Reaches( const Problem &problem, std::span<const std::uint32_t> units, Clock::time_point end,
                  Progress &progress )
  : mReachesOf( problem.size() )
{
  std::vector<std::uint32_t> firstTurn;
  for ( std::uint32_t i = 0; i < problem.size(); ++i )
  {
    firstTurn.push_back( static_cast<std::uint32_t>( mUnits.size() ) );
    const YearCosts &years = problem.unit( i ).years;
    for ( int year = years.first(); year <= years.last(); ++year )
    {
      mUnits.push_back( i );
      mExtras.push_back( extraCost( problem.unit( i ), year ) );
    }
  }

  std::vector<std::vector<Reach>> from( units.size() );
  ProgressPart finding( progress, 0, 0.7 );
  constexpr std::size_t mostTurns = 100'000'000; // some hundreds of megabytes
  std::atomic<std::size_t> turns = 0;
  std::atomic<bool> complete = true;
  parallelFor( units.size(), finding,
               [&]( std::size_t i )
               {
                 if ( turns > mostTurns || Clock::now() >= end )
                   complete = false;
                 if ( !complete )
                   return;
                 from[i] = reachesFrom( problem, units[i] );
                 for ( const Reach &reach : from[i] )
                   turns += reach.units.size();
               } );
  if ( !complete || turns > mostTurns )
    return;
  std::vector<Reach> found;
  for ( std::vector<Reach> &reaches : from )
    found.insert( found.end(), std::make_move_iterator( reaches.begin() ), std::make_move_iterator( reaches.end() ) );

  const Needless needless( problem, found );
  std::vector<char> isNeedless( found.size() );
  ProgressPart comparing( progress, 0.7, 1 );
  parallelFor( found.size(), comparing,
               [&]( std::size_t i ) { isNeedless[i] = needless( static_cast<std::uint32_t>( i ) ); } );
  for ( std::size_t i = 0; i < found.size(); ++i )
  {
    if ( isNeedless[i] )
      continue;
    for ( const std::uint32_t unit : found[i].units )
    {
      mReachesOf[unit].push_back( static_cast<std::uint32_t>( size() ) );
      mTurns.push_back( firstTurn[unit] +
                        static_cast<std::uint32_t>( found[i].year - problem.unit( unit ).years.first() ) );
    }
    mOffsets.push_back( mTurns.size() );
  }
}

} // namespace koppelkans
