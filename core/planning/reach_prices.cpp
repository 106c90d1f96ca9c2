// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/reach_prices.h"

#include "core/parallel.h"
#include "core/planning/packing_lp.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

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

//! All reaches of some units, and the prices found so far.
class ReachPricing
{
public:
  ReachPricing( const Problem &problem, std::span<const std::uint32_t> units, Progress &progress )
    : mProblem( problem )
    , mUnits( units )
    , mPavingSaved( pavingSaved( problem ) )
    , mReachesOf( problem.size() )
    , mPrices( problem.size(), 0 )
  {
    std::vector<std::vector<Reach>> found( units.size() );
    parallelFor( units.size(), progress, [&]( std::size_t i ) { found[i] = reachesFrom( problem, units[i] ); } );
    for ( std::vector<Reach> &reaches : found )
      for ( Reach &reach : reaches )
      {
        for ( const std::uint32_t unit : reach.units )
        {
          mReachesOf[unit].push_back( static_cast<std::uint32_t>( mReaches.size() ) );
          mPrices[unit] = problem.terms().setup + mPavingSaved[unit];
        }
        mReaches.push_back( std::move( reach ) );
      }
  }

  //! Solves all blocks of a size, laid from an offset; false where the time ran out.
  bool solve( double size, double offset, Clock::time_point end, Progress &progress )
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

  const std::vector<double> &prices() const { return mPrices; }

  double sum() const { return std::accumulate( mPrices.begin(), mPrices.end(), 0.0 ); }

private:
  static constexpr std::uint32_t outside = std::numeric_limits<std::uint32_t>::max();

  const Problem &mProblem;               // borrowed
  std::span<const std::uint32_t> mUnits; // borrowed
  std::vector<double> mPavingSaved;      // by unit
  std::vector<Reach> mReaches;
  std::vector<std::vector<std::uint32_t>> mReachesOf; // by unit
  std::vector<double> mPrices;                        // by unit

  //! gᵢ(t)
  double gain( std::uint32_t unit, int year ) const
  {
    const YearCosts &years = mProblem.unit( unit ).years;
    return mProblem.terms().setup + mPavingSaved[unit] - ( years[year] - years.cheapest().cost );
  }

  double unpaid( std::uint32_t unit, int year ) const { return std::max( 0.0, gain( unit, year ) - mPrices[unit] ); }

  //! By how much the members of a reach fall short of what they must pay.
  double excess( const Reach &reach ) const
  {
    double sum = -mProblem.terms().setup;
    for ( const std::uint32_t unit : reach.units )
      sum += unpaid( unit, reach.year );
    return sum;
  }

  void solveBlock( std::span<const std::uint32_t> block, Clock::time_point end, const Progress &progress )
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
        if ( const double least = unpaid( unit, mReaches[i].year );
             over > 0 && least > 0 && placeOf( unit ) != outside )
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
};

} // namespace

std::vector<double> priceReaches( const Problem &problem, std::span<const std::uint32_t> units, Clock::time_point end,
                                  Progress &progress )
{
  ProgressPart reaching( progress, 0, 0.2 );
  ReachPricing pricing( problem, units, reaching );
  // Not so large that a block's program takes minutes, nor so small that most units lie at a border.
  const double size = 1.6 * std::max( problem.terms().maxExtent, 1.0 );
  constexpr int mostRounds = 6;
  constexpr double leastGain = 0.0005; // share of the sum
  for ( int round = 0; round < mostRounds; ++round )
  {
    const double before = pricing.sum();
    ProgressPart solving( progress, 0.2 + 0.8 * round / mostRounds, 0.2 + 0.8 * ( round + 1 ) / mostRounds );
    if ( !pricing.solve( size, round * size * 0.38, end, solving ) || before - pricing.sum() < leastGain * before )
      break;
  }
  return pricing.prices();
}

} // namespace koppelkans
