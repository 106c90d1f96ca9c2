// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/reach_prices.h"

#include "core/parallel.h"
#include "core/planning/greedy.h"
#include "core/planning/packing_lp.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>
#include <queue>

namespace koppelkans
{

namespace
{

constexpr double leastExcess = 1; // euro; reaches that exceed SETUP by less are mended instead of solved for

//! By unit, what paving it can save at most, in euro.
std::vector<double> pavingSaved( const Problem &problem )
{
  std::vector<double> covers( problem.patches(), 0 );
  for ( std::uint32_t unit = 0; unit < problem.size(); ++unit )
    for ( const Patch patch : problem.unit( unit ).patches )
      ++covers[patch];
  std::vector<double> saved( problem.size(), 0 );
  for ( std::uint32_t unit = 0; unit < problem.size(); ++unit )
    for ( const Patch patch : problem.unit( unit ).patches )
      saved[unit] += problem.terms().paving * problem.patchArea( patch ) * ( covers[patch] - 1 ) / covers[patch];
  return saved;
}

} // namespace

ReachPrices::ReachPrices( const Problem &problem, std::span<const std::uint32_t> units, Clock::time_point end,
                          Progress &progress )
  : mProblem( problem )
  , mUnits( units )
  , mPavingSaved( pavingSaved( problem ) )
  , mReachesOf( problem.size() )
  , mPrices( problem.size(), 0 )
{
  for ( const std::uint32_t unit : units )
    if ( !problem.links( unit ).empty() )
      mPrices[unit] = problem.terms().setup + mPavingSaved[unit];
  if ( Clock::now() >= end )
    return;
  std::vector<std::vector<Reach>> found( units.size() );
  parallelFor( units.size(), progress, [&]( std::size_t i ) { found[i] = reachesFrom( problem, units[i] ); } );
  for ( std::vector<Reach> &reaches : found )
    for ( Reach &reach : reaches )
    {
      for ( const std::uint32_t unit : reach.units )
        mReachesOf[unit].push_back( static_cast<std::uint32_t>( mReaches.size() ) );
      mReaches.push_back( std::move( reach ) );
    }
}

double ReachPrices::gain( std::uint32_t unit, int year ) const
{
  const YearCosts &years = mProblem.unit( unit ).years;
  return mProblem.terms().setup + mPavingSaved[unit] - ( years[year] - years.cheapest().cost );
}

//! By how much the members of a reach pay too little.
double ReachPrices::excess( const Reach &reach ) const
{
  double sum = -mProblem.terms().setup;
  for ( const std::uint32_t unit : reach.units )
    sum += unpaid( unit, reach.year );
  return sum;
}

double ReachPrices::sum() const
{
  return std::accumulate( mPrices.begin(), mPrices.end(), 0.0 );
}

bool ReachPrices::lower( Clock::time_point end, Progress &progress )
{
  // Not so large that a block's program takes minutes, nor so small that most units lie at a border.
  const double size = 1.6 * std::max( mProblem.terms().maxExtent, 1.0 );
  constexpr int mostRounds = 6;
  constexpr double leastGain = 0.0005; // share of the sum
  for ( int round = 0; round < mostRounds; ++round )
  {
    const double before = sum();
    ProgressPart solving( progress, static_cast<double>( round ) / mostRounds,
                          static_cast<double>( round + 1 ) / mostRounds );
    if ( !solve( size, round * size * 0.38, end, solving ) )
      return false;
    if ( before - sum() < leastGain * before )
      break;
  }
  return true;
}

//! Solves all blocks of a size, laid from an offset; false where the time ran out.
bool ReachPrices::solve( double size, double offset, Clock::time_point end, Progress &progress )
{
  std::map<std::pair<int, int>, std::vector<std::uint32_t>> blocks;
  for ( const std::uint32_t unit : mUnits )
    if ( !mReachesOf[unit].empty() )
    {
      const Box &box = mProblem.unit( unit ).box;
      const auto cell = [&]( double from, double to )
      {
        return static_cast<int>( std::floor( ( ( from + to ) / 2 + offset ) / size ) );
      };
      blocks[{ cell( box.xMin, box.xMax ), cell( box.yMin, box.yMax ) }].push_back( unit );
    }
  // Of four blocks that meet no two at once: those left have a block between them, wider than any reach.
  std::array<std::vector<const std::vector<std::uint32_t> *>, 4> colours;
  for ( const auto &[cell, members] : blocks )
    colours[( cell.first & 1 ) + 2 * ( cell.second & 1 )].push_back( &members );
  for ( std::size_t colour = 0; colour < colours.size(); ++colour )
  {
    ProgressPart part( progress, static_cast<double>( colour ) / 4, static_cast<double>( colour + 1 ) / 4 );
    parallelFor( colours[colour].size(), part,
                 [&]( std::size_t i )
                 {
                   if ( Clock::now() < end )
                     solveBlock( *colours[colour][i], end, part );
                 } );
  }
  return Clock::now() < end;
}

void ReachPrices::solveBlock( std::span<const std::uint32_t> block, Clock::time_point end, const Progress &progress )
{
  std::vector<std::uint32_t> reaches;
  std::vector<double> before;
  for ( const std::uint32_t unit : block )
  {
    reaches.insert( reaches.end(), mReachesOf[unit].begin(), mReachesOf[unit].end() );
    before.push_back( mPrices[unit] );
  }
  std::sort( reaches.begin(), reaches.end() );
  reaches.erase( std::unique( reaches.begin(), reaches.end() ), reaches.end() );
  const auto placeOf = [&]( std::uint32_t unit )
  {
    const auto found = std::lower_bound( block.begin(), block.end(), unit );
    return found != block.end() && *found == unit ? static_cast<std::uint32_t>( found - block.begin() ) : outside;
  };

  PackingLp lp( block.size() );
  // What the units of the block that have not paid in full must pay together.
  const auto add = [&]( const Reach &reach )
  {
    std::vector<std::uint16_t> rows;
    double value = -mProblem.terms().setup;
    for ( const std::uint32_t unit : reach.units )
      if ( const std::uint32_t place = placeOf( unit ); place == outside )
        value += unpaid( unit, reach.year );
      else if ( unpaid( unit, reach.year ) > 0 )
      {
        rows.push_back( static_cast<std::uint16_t>( place ) );
        value += gain( unit, reach.year );
      }
    if ( !rows.empty() )
      lp.add( rows, value );
  };
  // Those that the prices so far meet only just, then what the solution violates.
  for ( const std::uint32_t i : reaches )
    if ( excess( mReaches[i] ) > -leastExcess )
      add( mReaches[i] );
  bool inTime = true;
  for ( bool optimal = false; !optimal && inTime; )
  {
    constexpr std::size_t stepsAtOnce = 64;
    while ( inTime && !lp.solve( stepsAtOnce ) )
    {
      progress.check();
      inTime = Clock::now() < end;
    }
    const std::vector<double> prices = lp.prices();
    for ( std::size_t i = 0; i < block.size(); ++i )
      mPrices[block[i]] = prices[i];

    std::vector<double> most( block.size(), leastExcess ); // by place
    std::vector<std::uint32_t> worst( block.size(), outside );
    for ( const std::uint32_t i : reaches )
      if ( const double over = excess( mReaches[i] ); over > leastExcess )
        for ( const std::uint32_t unit : mReaches[i].units )
          if ( const std::uint32_t place = placeOf( unit ); place != outside && over > most[place] )
          {
            most[place] = over;
            worst[place] = i;
          }
    std::sort( worst.begin(), worst.end() );
    worst.erase( std::unique( worst.begin(), worst.end() ), worst.end() );
    optimal = worst.front() == outside;
    for ( const std::uint32_t i : worst )
      if ( i != outside )
        add( mReaches[i] );
  }

  for ( const std::uint32_t i : reaches )
  {
    double over = excess( mReaches[i] );
    for ( const std::uint32_t unit : mReaches[i].units )
      if ( const double least = unpaid( unit, mReaches[i].year ); over > 0 && least > 0 && placeOf( unit ) != outside )
      {
        const double raise = std::min( over, least );
        mPrices[unit] += raise;
        over -= raise;
      }
  }
  double gained = 0;
  for ( std::size_t i = 0; i < block.size(); ++i )
    gained += before[i] - mPrices[block[i]];
  if ( gained < 0 )
    for ( std::size_t i = 0; i < block.size(); ++i )
      mPrices[block[i]] = before[i];
}

std::vector<Bundle> ReachPrices::cover() const
{
  // Something for each unit, so that of reaches that gain the same the larger is taken.
  const double each = 0.01 * mProblem.terms().setup;
  std::vector<bool> left( mProblem.size(), false );
  for ( const std::uint32_t unit : mUnits )
    left[unit] = true;
  const auto worth = [&]( std::span<const std::uint32_t> units, int year )
  {
    double sum = 0;
    for ( const std::uint32_t unit : units )
      if ( left[unit] )
        sum += unpaid( unit, year ) + each;
    return sum;
  };
  std::vector<Bundle> bundles;
  const auto take = [&]( std::span<const std::uint32_t> units )
  {
    for ( const std::uint32_t unit : units )
      left[unit] = false;
    Bundle bundle = bundleOf( mProblem, units );
    if ( bundle.classes.agreesWith( bundle.classes ) )
    {
      bundles.push_back( std::move( bundle ) );
      return;
    }
    // A reach may hold classes that never go together.
    std::vector<Bundle> alone;
    for ( const std::uint32_t unit : units )
      alone.push_back( bundleOf( mProblem, std::span( &unit, 1 ) ) );
    NoProgress progress; // there are few
    for ( Bundle &part : mergeGreedily( mProblem, std::move( alone ), progress ) )
      bundles.push_back( std::move( part ) );
  };

  using Offer = std::pair<double, std::uint32_t>; // worth, reach
  std::priority_queue<Offer> offers;
  for ( std::uint32_t i = 0; i < mReaches.size(); ++i )
    offers.emplace( worth( mReaches[i].units, mReaches[i].year ), i );
  while ( !offers.empty() )
  {
    const auto [offered, i] = offers.top();
    offers.pop();
    const Reach &reach = mReaches[i];
    const double now = worth( reach.units, reach.year );
    if ( now < offered && now > 0 )
      offers.emplace( now, i );
    if ( now < offered || now == 0 )
      continue;
    std::vector<std::uint32_t> units;
    std::copy_if( reach.units.begin(), reach.units.end(), std::back_inserter( units ),
                  [&]( std::uint32_t unit ) { return left[unit]; } );
    const std::vector<std::vector<std::uint32_t>> parts = connectedParts( mProblem, units );
    take( *std::max_element( parts.begin(), parts.end(),
                             [&]( const auto &a, const auto &b )
                             { return worth( a, reach.year ) < worth( b, reach.year ); } ) );
    if ( const double rest = worth( reach.units, reach.year ); rest > 0 )
      offers.emplace( rest, i );
  }
  for ( const std::uint32_t unit : mUnits )
    if ( left[unit] )
      take( std::span( &unit, 1 ) );
  return bundles;
}

} // namespace koppelkans
