// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/improvement.h"

#include "core/planning/greedy.h"

#include <algorithm>

namespace koppelkans
{

namespace
{

constexpr double leastGain = 1e-6; // euro; less is rounding

//! Taking one unit out of a bundle means making what is left anew; in larger bundles that would cost too much.
constexpr std::size_t largestToTakeFrom = 1024;

//! Units that are merged anew from scratch at once, where there are too many to divide them at best.
constexpr std::size_t mostToRegrow = 256;

} // namespace

Improvement::Improvement( const Problem &problem, std::vector<Bundle> bundles )
  : mProblem( problem )
  , mRepartition( problem )
  , mBundleOf( problem.size() )
  , mIsToMove( problem.size(), false )
  , mIsToDivide( problem.size(), false )
{
  std::sort( bundles.begin(), bundles.end(),
             []( const Bundle &a, const Bundle &b ) { return a.units.front() < b.units.front(); } );
  for ( Bundle &bundle : bundles )
    addBundle( std::move( bundle ) );
}

bool Improvement::run( Clock::time_point end, Progress &progress )
{
  std::size_t steps = 0;
  while ( ( !mToMove.empty() || !mToDivide.empty() ) && Clock::now() < end )
  {
    progress.check();
    if ( ++steps % 64 == 0 )
    {
      const auto left = static_cast<double>( mToMove.size() + mToDivide.size() );
      progress.report( static_cast<double>( steps ) / ( static_cast<double>( steps ) + left ) );
    }
    if ( !mToMove.empty() )
    {
      const std::uint32_t unit = mToMove.front();
      mToMove.pop_front();
      mIsToMove[unit] = false;
      if ( !move( unit ) )
        mergeWhole( mBundleOf[unit] );
      continue;
    }
    const std::uint32_t unit = mToDivide.front();
    mToDivide.pop_front();
    mIsToDivide[unit] = false;
    if ( mBundles[mBundleOf[unit]].units.front() == unit )
      divideAnew( mBundleOf[unit] );
  }
  return mToMove.empty() && mToDivide.empty();
}

std::vector<Bundle> Improvement::takeBundles()
{
  std::erase_if( mBundles, []( const Bundle &bundle ) { return bundle.units.empty(); } );
  std::sort( mBundles.begin(), mBundles.end(),
             []( const Bundle &a, const Bundle &b ) { return a.units.front() < b.units.front(); } );
  return std::move( mBundles );
}

void Improvement::addBundle( Bundle bundle )
{
  for ( const std::uint32_t unit : bundle.units )
  {
    mBundleOf[unit] = static_cast<std::uint32_t>( mBundles.size() );
    if ( !mIsToMove[unit] )
    {
      mIsToMove[unit] = true;
      mToMove.push_back( unit );
    }
  }
  const std::uint32_t first = bundle.units.front();
  if ( !mIsToDivide[first] )
  {
    mIsToDivide[first] = true;
    mToDivide.push_back( first );
  }
  mBundles.push_back( std::move( bundle ) );
}

void Improvement::replace( std::span<const std::uint32_t> old, std::vector<Bundle> bundles )
{
  for ( const std::uint32_t bundle : old )
    mBundles[bundle] = Bundle();
  for ( Bundle &bundle : bundles )
  {
    // What lies around may gain by what has changed.
    for ( const std::uint32_t unit : bundle.units )
      for ( const std::uint32_t linked : mProblem.links( unit ) )
        if ( !mIsToMove[linked] )
        {
          mIsToMove[linked] = true;
          mToMove.push_back( linked );
        }
    addBundle( std::move( bundle ) );
  }
}

double Improvement::costOf( std::span<const Bundle> bundles ) const
{
  double cost = 0;
  for ( const Bundle &bundle : bundles )
    cost += bundle.cost( mProblem.terms() );
  return cost;
}

std::vector<std::uint32_t> Improvement::linkedBundles( std::span<const std::uint32_t> units ) const
{
  std::vector<std::uint32_t> linked;
  for ( const std::uint32_t unit : units )
    for ( const std::uint32_t other : mProblem.links( unit ) )
      if ( mBundleOf[other] != mBundleOf[unit] )
        linked.push_back( mBundleOf[other] );
  // By their lowest units, as numbers depend on what was tried before.
  std::sort( linked.begin(), linked.end(),
             [&]( std::uint32_t a, std::uint32_t b )
             { return mBundles[a].units.front() < mBundles[b].units.front(); } );
  linked.erase( std::unique( linked.begin(), linked.end() ), linked.end() );
  return linked;
}

bool Improvement::move( std::uint32_t unit )
{
  const std::uint32_t from = mBundleOf[unit];
  const std::vector<std::uint32_t> &members = mBundles[from].units;
  if ( members.size() == 1 || members.size() > largestToTakeFrom )
    return false;

  std::vector<std::uint32_t> rest = members;
  std::erase( rest, unit );
  std::vector<Bundle> parts;
  for ( const std::vector<std::uint32_t> &part : connectedParts( mProblem, rest ) )
    parts.push_back( bundleOf( mProblem, part ) );
  Bundle alone = bundleOf( mProblem, std::span( &unit, 1 ) );

  const double aloneGain = mBundles[from].cost( mProblem.terms() ) - costOf( parts ) - alone.cost( mProblem.terms() );
  double bestGain = std::max( leastGain, aloneGain );
  std::uint32_t target = from;
  for ( const std::uint32_t other : linkedBundles( std::span( &unit, 1 ) ) )
  {
    const double gain = aloneGain + mergeGain( mProblem, alone, mBundles[other] );
    if ( gain > bestGain + leastGain )
    {
      bestGain = gain;
      target = other;
    }
  }
  if ( bestGain <= leastGain )
    return false;
  if ( target == from )
  {
    parts.push_back( std::move( alone ) );
    replace( std::span( &from, 1 ), std::move( parts ) );
  }
  else
  {
    parts.push_back( merged( mProblem, alone, mBundles[target] ) );
    const std::uint32_t old[] = { from, target };
    replace( old, std::move( parts ) );
  }
  return true;
}

bool Improvement::mergeWhole( std::uint32_t bundle )
{
  // Once for a bundle, not for each of its units.
  if ( mIsToMove[mBundles[bundle].units.back()] )
    return false;
  double bestGain = leastGain;
  std::uint32_t target = bundle;
  for ( const std::uint32_t other : linkedBundles( mBundles[bundle].units ) )
  {
    const double gain = mergeGain( mProblem, mBundles[bundle], mBundles[other] );
    if ( gain > bestGain + leastGain )
    {
      bestGain = gain;
      target = other;
    }
  }
  if ( target == bundle )
    return false;
  const std::uint32_t old[] = { bundle, target };
  std::vector<Bundle> one;
  one.push_back( merged( mProblem, mBundles[bundle], mBundles[target] ) );
  replace( old, std::move( one ) );
  return true;
}

bool Improvement::divideAnew( std::uint32_t bundle )
{
  const std::vector<std::uint32_t> around = linkedBundles( mBundles[bundle].units );
  bool withOthers = false;
  for ( std::size_t first = 0; first < around.size(); ++first )
  {
    // Each neighbour once leads, followed by as many of the others as there is room for.
    std::vector<std::uint32_t> chosen{ bundle, around[first] };
    std::size_t units = mBundles[bundle].units.size() + mBundles[around[first]].units.size();
    for ( std::size_t i = 1; i < around.size(); ++i )
    {
      const std::uint32_t other = around[( first + i ) % around.size()];
      if ( units + mBundles[other].units.size() > Repartition::mostUnits )
        continue;
      chosen.push_back( other );
      units += mBundles[other].units.size();
    }
    if ( units > mostToRegrow )
      continue;
    withOthers = true;
    if ( divideAnew( chosen ) )
      return true;
  }
  return !withOthers && mBundles[bundle].units.size() > 1 && divideAnew( std::span( &bundle, 1 ) );
}

bool Improvement::divideAnew( std::span<const std::uint32_t> bundles )
{
  std::vector<std::uint32_t> units;
  double cost = 0;
  for ( const std::uint32_t bundle : bundles )
  {
    units.insert( units.end(), mBundles[bundle].units.begin(), mBundles[bundle].units.end() );
    cost += mBundles[bundle].cost( mProblem.terms() );
  }
  std::optional<std::vector<Bundle>> better;
  if ( units.size() <= Repartition::mostUnits )
    better = mRepartition.cheapest( units );
  if ( !better && units.size() <= mostToRegrow )
    better = regrown( units );
  if ( !better || costOf( *better ) > cost - leastGain )
    return false;
  replace( bundles, std::move( *better ) );
  return true;
}

std::vector<Bundle> Improvement::regrown( std::span<const std::uint32_t> units ) const
{
  std::vector<Bundle> alone;
  for ( const std::uint32_t unit : units )
    alone.push_back( bundleOf( mProblem, std::span( &unit, 1 ) ) );
  NoProgress progress; // there are few
  return mergeGreedily( mProblem, std::move( alone ), progress );
}

} // namespace koppelkans
