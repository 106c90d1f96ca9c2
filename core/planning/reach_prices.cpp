// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/reach_prices.h"

#include "core/parallel.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace koppelkans
{

namespace
{

//! Whether two units can be in one bundle, as far as years and extent go.
bool goTogether( const Problem &problem, const Unit &a, const Unit &b )
{
  Box box = a.box;
  box.include( b.box );
  return fits( box, problem.terms() ) && YearCosts::cheapestOfSum( a.years, b.years ).cost != YearCosts::closed;
}

//! By unit, what paving it can save at most, in euro: its share of the ground under it and others.
std::vector<double> pavingSaved( const Problem &problem )
{
  std::vector<std::vector<std::uint32_t>> covers( problem.patches() ); // units
  for ( std::uint32_t unit = 0; unit < problem.size(); ++unit )
    for ( const Patch patch : problem.unit( unit ).patches )
      covers[patch].push_back( unit );
  std::vector<double> saved( problem.size(), 0 );
  for ( Patch patch = 0; patch < covers.size(); ++patch )
    for ( const std::uint32_t unit : covers[patch] )
    {
      const auto together = static_cast<double>( std::count_if(
        covers[patch].begin(), covers[patch].end(),
        [&]( std::uint32_t other )
        { return other == unit || goTogether( problem, problem.unit( unit ), problem.unit( other ) ); } ) );
      saved[unit] += problem.terms().paving * problem.patchArea( patch ) * ( together - 1 ) / together;
    }
  return saved;
}

double sum( const std::vector<double> &values )
{
  return std::accumulate( values.begin(), values.end(), 0.0 );
}

//! Where the search for better prices stands: the best value so far, and the way it goes on.
class Ascent
{
public:
  explicit Ascent( std::vector<double> from )
    : mBest( std::move( from ) )
    , mDirection( mBest.size(), 0 )
  {
  }

  bool ended() const { return mStep < 0.001; }

  double progress() const { return std::log( mStep ) / std::log( 0.001 ); }

  const std::vector<double> &best() const { return mBest; }

  //! Goes on from \a point, of a certain value and with a certain subgradient, within 0 and \a most.
  void go( std::vector<double> &point, double value, std::span<const double> subgradient, std::span<const double> most )
  {
    constexpr int patience = 25;
    constexpr double leastGain = 1e-5; // share
    mStalled = value > mBestValue * ( 1 + leastGain ) ? 0 : mStalled + 1;
    if ( value > mBestValue )
    {
      mBestValue = value;
      mBest = point;
    }
    if ( mStalled == patience )
    {
      mStep *= 0.8;
      mStalled = 0;
      point = mBest;
    }
    constexpr double weight = 0.03; // of the subgradient at hand, beside those before
    double length = 0;
    for ( std::size_t i = 0; i < point.size(); ++i )
    {
      double &along = mDirection[i];
      along = weight * subgradient[i] + ( 1 - weight ) * along;
      if ( ( point[i] <= 0 && along < 0 ) || ( point[i] >= most[i] && along > 0 ) )
        along = 0;
      length += along * along;
    }
    if ( length == 0 )
    {
      mStep = 0;
      return;
    }
    constexpr double hoped = 0.05; // by what share the optimum may be better still
    const double step = mStep * hoped * mBestValue / length;
    for ( std::size_t i = 0; i < point.size(); ++i )
      point[i] = std::clamp( point[i] + step * mDirection[i], 0.0, most[i] );
  }

private:
  std::vector<double> mBest;
  std::vector<double> mDirection;
  double mBestValue = 0;
  double mStep = 1;
  int mStalled = 0;
};

} // namespace

ReachPrices::ReachPrices( const Problem &problem, const Reaches &reaches )
  : mProblem( problem )
  , mReaches( reaches )
  , mMost( pavingSaved( problem ) )
  , mKept( problem.size(), 0 )
{
  for ( double &most : mMost )
    most += problem.terms().setup;
  // Where nobody may keep more than its part of its largest reach, no reach is exceeded.
  std::vector<std::size_t> largest( problem.size(), 0 );
  for ( std::size_t i = 0; i < reaches.size(); ++i )
    for ( const std::uint32_t turn : reaches.turns( i ) )
      largest[reaches.unit( turn )] = std::max( largest[reaches.unit( turn )], reaches.turns( i ).size() );
  for ( std::uint32_t unit = 0; unit < problem.size(); ++unit )
    if ( largest[unit] > 0 )
      mKept[unit] = problem.terms().setup / static_cast<double>( largest[unit] );
    else if ( problem.links( unit ).empty() )
      mKept[unit] = mMost[unit];
}

//! By reach, what its units keep together.
std::vector<double> ReachPrices::sums( const std::vector<double> &kept, Progress &progress ) const
{
  std::vector<double> ofTurn( mReaches.turns() );
  for ( std::uint32_t turn = 0; turn < ofTurn.size(); ++turn )
    ofTurn[turn] = std::max( 0.0, kept[mReaches.unit( turn )] - mReaches.extra( turn ) );
  std::vector<double> sums( mReaches.size(), 0 );
  constexpr std::size_t atOnce = 8192;
  parallelFor( ( sums.size() + atOnce - 1 ) / atOnce, progress,
               [&]( std::size_t chunk )
               {
                 for ( std::size_t i = chunk * atOnce; i < std::min( sums.size(), ( chunk + 1 ) * atOnce ); ++i )
                   for ( const std::uint32_t turn : mReaches.turns( i ) )
                     sums[i] += ofTurn[turn];
               } );
  return sums;
}

//! Makes units keep less until no reach is exceeded; says how much they keep.
double ReachPrices::keepRightly( std::vector<double> &kept, Progress &progress ) const
{
  const std::vector<double> sums = this->sums( kept, progress );
  std::vector<double> exceeded( kept.size(), 1 );
  for ( std::size_t i = 0; i < sums.size(); ++i )
    if ( const double times = sums[i] / mProblem.terms().setup; times > 1 )
      for ( const std::uint32_t turn : mReaches.turns( i ) )
        exceeded[mReaches.unit( turn )] = std::max( exceeded[mReaches.unit( turn )], times );
  for ( std::size_t unit = 0; unit < kept.size(); ++unit )
    kept[unit] /= exceeded[unit];
  return sum( kept );
}

bool ReachPrices::lower( Clock::time_point end, Progress &progress )
{
  if ( mReaches.size() == 0 )
    return true;
  NoProgress each;
  const double setup = mProblem.terms().setup;
  Ascent ascent( mKept );
  std::vector<double> point = mKept;
  std::vector<double> subgradient( point.size() );
  while ( !ascent.ended() && Clock::now() < end )
  {
    progress.check();
    progress.report( ascent.progress() );
    const std::vector<double> sums = this->sums( point, each );
    double value = sum( point );
    for ( std::uint32_t unit = 0; unit < point.size(); ++unit )
      subgradient[unit] = mReaches.of( unit ).empty() ? 0 : 1;
    for ( std::size_t i = 0; i < sums.size(); ++i )
    {
      if ( sums[i] <= setup )
        continue;
      value -= sums[i] - setup;
      for ( const std::uint32_t turn : mReaches.turns( i ) )
        if ( point[mReaches.unit( turn )] > mReaches.extra( turn ) )
          --subgradient[mReaches.unit( turn )];
    }
    ascent.go( point, value, subgradient, mMost );
  }
  point = ascent.best();
  if ( keepRightly( point, each ) > sum( mKept ) )
    mKept = std::move( point );
  return ascent.ended();
}

} // namespace koppelkans
