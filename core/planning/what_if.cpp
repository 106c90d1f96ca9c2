// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/what_if.h"

#include "core/parallel.h"

#include <algorithm>

namespace koppelkans
{

namespace
{

constexpr std::size_t mostAround = 200; // units

WhatIf::Start planned( const BundlingInput &input, const Terms &terms, const Effort &effort, Progress &progress )
{
  terms.check();
  ProgressPart finding( progress, 0, 0.2 );
  const Neighbours neighbours( input.geometries, terms.distance, finding );
  const auto closed = closedYears( input.works, input.footprints, input.moratoria, finding );
  ProgressPart cutting( progress, 0.2, 0.5 );
  Problem problem( input.works, input.footprints, neighbours, closed, terms, cutting );
  std::vector<YearCosts> openYears = problem.years();
  problem.keepChosenYears( input.works );
  ProgressPart planning( progress, 0.5, 0.9 );
  std::vector<Bundle> bundles = findOptimum( problem, effort, planning ).bundles;
  return { std::move( problem ), std::move( openYears ), std::move( bundles ) };
}

} // namespace

WhatIf::WhatIf( const BundlingInput &input, const Terms &terms, const Effort &effort, Progress &progress,
                std::chrono::duration<double> answerTime )
  : WhatIf( input, planned( input, terms, effort, progress ), effort.seed, progress, answerTime )
{
}

WhatIf::WhatIf( const BundlingInput &input, Start start, unsigned seed, Progress &progress,
                std::chrono::duration<double> answerTime )
  : mInput( input )
  , mAnswer{ .timeLimit = answerTime, .seed = seed, .mostCandidates = 50'000 }
  , mProblem( std::move( start.problem ) )
  , mUnitOf( input.works.size(), none )
  , mYears( std::move( start.openYears ) )
  , mBundleOf( mProblem.size() )
{
  for ( std::uint32_t unit = 0; unit < mProblem.size(); ++unit )
    for ( const std::size_t work : mProblem.unit( unit ).works )
      mUnitOf[work] = unit;
  for ( std::size_t work = 0; work < mUnitOf.size(); ++work )
    if ( mUnitOf[work] == none )
      mCost += bundleCost( input.works, input.footprints, std::span( &work, 1 ), input.works[work].planned.first,
                           mProblem.terms() )
                 .total();
  std::vector<double> costs( start.bundles.size() );
  ProgressPart pricing( progress, 0.9, 1 );
  parallelFor( costs.size(), pricing, [&]( std::size_t i ) { costs[i] = trueCost( start.bundles[i] ); } );
  for ( std::uint32_t i = 0; i < costs.size(); ++i )
  {
    for ( const std::uint32_t unit : start.bundles[i].units )
      mBundleOf[unit] = i;
    mBundles.push_back( { std::move( start.bundles[i] ), costs[i] } );
    mCost += costs[i];
  }
}

double WhatIf::choose( std::size_t work, int year )
{
  if ( !mInput.works[work].window.contains( year ) )
    throw Error( "The chosen year lies outside the years in which the work may be carried out" );
  const std::uint32_t unit = mUnitOf[work];
  if ( unit == none || mYears[unit][year] == YearCosts::closed )
    throw Error( "A moratorium closes the chosen year to the work" );
  YearCosts only = mYears[unit];
  only.closeAllBut( year );
  return setYears( unit, std::move( only ) );
}

double WhatIf::release( std::size_t work )
{
  const std::uint32_t unit = mUnitOf[work];
  return unit == none ? 0 : setYears( unit, mYears[unit] );
}

double WhatIf::costOfChoice( std::size_t work )
{
  if ( mUnitOf[work] == none )
    return 0;
  // The plan must not drift by asking: everything is put back.
  const std::uint32_t unit = mUnitOf[work];
  YearCosts chosen = mProblem.unit( unit ).years;
  std::vector<std::uint32_t> units;
  std::vector<Bundle> bundles;
  for ( const std::uint32_t number : around( unit ) )
  {
    bundles.push_back( mBundles[number].bundle );
    units.insert( units.end(), bundles.back().units.begin(), bundles.back().units.end() );
  }
  const double saved = -release( work );
  mProblem.setYears( unit, std::move( chosen ) );
  std::vector<std::uint32_t> changed;
  for ( const std::uint32_t member : units )
    changed.push_back( mBundleOf[member] );
  std::sort( changed.begin(), changed.end() );
  changed.erase( std::unique( changed.begin(), changed.end() ), changed.end() );
  replace( changed, std::move( bundles ) );
  return saved;
}

int WhatIf::year( std::size_t work ) const
{
  return mUnitOf[work] == none ? mInput.works[work].planned.first
                               : mBundles[mBundleOf[mUnitOf[work]]].bundle.choice.year;
}

std::vector<std::size_t> WhatIf::together( std::size_t work ) const
{
  if ( mUnitOf[work] == none )
    return { work };
  std::vector<std::size_t> works = worksOf( mBundles[mBundleOf[mUnitOf[work]]].bundle );
  std::sort( works.begin(), works.end() );
  return works;
}

std::vector<std::size_t> WhatIf::worksOf( const Bundle &bundle ) const
{
  std::vector<std::size_t> works;
  for ( const std::uint32_t unit : bundle.units )
    works.insert( works.end(), mProblem.unit( unit ).works.begin(), mProblem.unit( unit ).works.end() );
  return works;
}

double WhatIf::trueCost( const Bundle &bundle ) const
{
  return bundleCost( mInput.works, mInput.footprints, worksOf( bundle ), bundle.choice.year, mProblem.terms() ).total();
}

double WhatIf::setYears( std::uint32_t unit, YearCosts years )
{
  mProblem.setYears( unit, std::move( years ) );
  const std::vector<std::uint32_t> old = around( unit );
  std::vector<std::uint32_t> units;
  std::vector<Bundle> start;
  for ( const std::uint32_t number : old )
  {
    const Bundle &bundle = mBundles[number].bundle;
    units.insert( units.end(), bundle.units.begin(), bundle.units.end() );
    if ( number != mBundleOf[unit] )
    {
      start.push_back( bundle );
      continue;
    }
    Bundle same = bundleOf( mProblem, bundle.units );
    if ( same.choice.cost != YearCosts::closed )
    {
      start.push_back( std::move( same ) );
      continue;
    }
    start.push_back( bundleOf( mProblem, std::span( &unit, 1 ) ) );
    std::vector<std::uint32_t> rest = bundle.units;
    std::erase( rest, unit );
    for ( const std::vector<std::uint32_t> &part : connectedParts( mProblem, rest ) )
      start.push_back( bundleOf( mProblem, part ) );
  }
  std::sort( units.begin(), units.end() );
  return replace( old, planAnew( mProblem, units, std::move( start ), mAnswer, NoProgress() ) );
}

std::vector<std::uint32_t> WhatIf::around( std::uint32_t unit ) const
{
  std::vector<std::uint32_t> near{ mBundleOf[unit] };
  std::size_t units = mBundles[near.front()].bundle.units.size();
  for ( std::size_t next = 0; next < near.size(); ++next )
    for ( const std::uint32_t member : mBundles[near[next]].bundle.units )
      for ( const std::uint32_t linked : mProblem.links( member ) )
      {
        const std::uint32_t number = mBundleOf[linked];
        const std::size_t more = mBundles[number].bundle.units.size();
        if ( units + more > mostAround || std::find( near.begin(), near.end(), number ) != near.end() )
          continue;
        near.push_back( number );
        units += more;
      }
  return near;
}

double WhatIf::replace( std::span<const std::uint32_t> old, std::vector<Bundle> bundles )
{
  const double before = mCost;
  std::vector<std::uint32_t> numbers( old.begin(), old.end() );
  for ( const std::uint32_t number : old )
  {
    mCost -= mBundles[number].cost;
    mBundles[number] = {};
  }
  while ( numbers.size() < bundles.size() )
  {
    numbers.push_back( static_cast<std::uint32_t>( mBundles.size() ) );
    mBundles.emplace_back();
  }
  for ( std::size_t i = 0; i < bundles.size(); ++i )
  {
    for ( const std::uint32_t unit : bundles[i].units )
      mBundleOf[unit] = numbers[i];
    const double cost = trueCost( bundles[i] );
    mBundles[numbers[i]] = { std::move( bundles[i] ), cost };
    mCost += cost;
  }
  return mCost - before;
}

} // namespace koppelkans
