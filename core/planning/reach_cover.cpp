// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/reach_cover.h"

#include "core/parallel.h"
#include "core/planning/greedy.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>

namespace koppelkans
{

namespace
{

constexpr double leastGain = 1e-6; // euro; less is rounding

} // namespace

ReachCover::ReachCover( const Problem &problem, std::span<const std::uint32_t> units, const Reaches &reaches,
                        unsigned seed, const Progress &progress )
  : mProblem( problem )
  , mUnits( units )
  , mReaches( reaches )
  , mSeed( seed )
  , mHeld( problem.size() )
  , mPaid( problem.size(), problem.terms().setup )
{
  for ( std::size_t i = 0; i < reaches.size(); ++i )
  {
    Box box;
    for ( const std::uint32_t turn : reaches.turns( i ) )
      box.include( problem.unit( reaches.unit( turn ) ).box );
    mFits.push_back( fits( box, problem.terms() ) );
  }
  Random random( seed );
  std::vector<std::uint32_t> toggled;
  cover( { units.begin(), units.end() }, toggled, random, progress );
}

bool ReachCover::isChosen( std::uint32_t reach ) const
{
  const std::vector<Held> &held = mHeld[mReaches.unit( mReaches.turns( reach ).front() )];
  return std::any_of( held.begin(), held.end(), [&]( const Held &one ) { return one.reach == reach; } );
}

//! What is paid for a unit without \a reach.
double ReachCover::paidWithout( std::uint32_t unit, std::uint32_t reach ) const
{
  double paid = mProblem.terms().setup;
  for ( const Held &held : mHeld[unit] )
    if ( held.reach != reach )
      paid = std::min( paid, held.extra );
  return paid;
}

//! Chooses a reach, or drops it where it is chosen; says by how much less is paid then.
double ReachCover::toggle( std::uint32_t reach )
{
  if ( !isChosen( reach ) )
  {
    const double gained = gain( reach );
    for ( const std::uint32_t turn : mReaches.turns( reach ) )
    {
      const std::uint32_t unit = mReaches.unit( turn );
      mHeld[unit].push_back( { mReaches.extra( turn ), reach } );
      mPaid[unit] = std::min( mPaid[unit], mReaches.extra( turn ) );
    }
    return gained;
  }
  double gained = mProblem.terms().setup;
  for ( const std::uint32_t turn : mReaches.turns( reach ) )
  {
    const std::uint32_t unit = mReaches.unit( turn );
    const double paid = paidWithout( unit, reach );
    gained += mPaid[unit] - paid;
    mPaid[unit] = paid;
    std::erase_if( mHeld[unit], [&]( const Held &held ) { return held.reach == reach; } );
  }
  return gained;
}

//! By how much less would be paid with \a reach, too.
double ReachCover::gain( std::uint32_t reach ) const
{
  double gained = -mProblem.terms().setup;
  for ( const std::uint32_t turn : mReaches.turns( reach ) )
    gained += std::max( 0.0, mPaid[mReaches.unit( turn )] - mReaches.extra( turn ) );
  return gained;
}

//! Chooses reaches for those of \a units that are in none; says what that gains.
double ReachCover::cover( std::vector<std::uint32_t> units, std::vector<std::uint32_t> &toggled, Random &random,
                          const Progress &progress )
{
  double gained = 0;
  while ( !units.empty() )
  {
    std::swap( units[random() % units.size()], units.back() );
    const std::uint32_t unit = units.back();
    units.pop_back();
    if ( !mHeld[unit].empty() )
      continue;
    progress.check();
    double most = -leastGain;
    std::uint32_t best = 0;
    unsigned equals = 0;
    for ( const std::uint32_t reach : mReaches.of( unit ) )
    {
      if ( !mFits[reach] )
        continue;
      const double gains = gain( reach );
      if ( gains < most - leastGain )
        continue;
      equals = gains > most + leastGain ? 1 : equals + 1;
      if ( random() % equals != 0 )
        continue;
      most = gains;
      best = reach;
    }
    if ( equals == 0 )
      continue;
    gained += toggle( best );
    toggled.push_back( best );
  }
  return gained;
}

//! Drops reaches that meet those \a toggled and do not pay; says what that gains.
double ReachCover::closeNeedless( std::vector<std::uint32_t> &toggled )
{
  std::vector<std::uint32_t> met;
  for ( const std::uint32_t reach : toggled )
    if ( isChosen( reach ) )
      for ( const std::uint32_t turn : mReaches.turns( reach ) )
        for ( const Held &held : mHeld[mReaches.unit( turn )] )
          met.push_back( held.reach );
  std::sort( met.begin(), met.end() );
  met.erase( std::unique( met.begin(), met.end() ), met.end() );
  double gained = 0;
  for ( const std::uint32_t reach : met )
  {
    double gains = mProblem.terms().setup;
    for ( const std::uint32_t turn : mReaches.turns( reach ) )
      gains += mPaid[mReaches.unit( turn )] - paidWithout( mReaches.unit( turn ), reach );
    if ( gains <= leastGain )
      continue;
    gained += toggle( reach );
    toggled.push_back( reach );
  }
  return gained;
}

//! Drops \a reach and up to two around it, and covers anew what was theirs; not where that costs more. Says what it
//! gains.
double ReachCover::renew( std::uint32_t reach, Random &random, const Progress &progress )
{
  std::vector<std::uint32_t> toggled{ reach };
  std::vector<std::uint32_t> units;
  const auto drop = [&]( std::uint32_t one )
  {
    for ( const std::uint32_t turn : mReaches.turns( one ) )
      units.push_back( mReaches.unit( turn ) );
    return toggle( one );
  };
  double gained = drop( reach );
  const std::span<const std::uint32_t> turns = mReaches.turns( reach );
  for ( std::size_t others = random() % 3; others > 0; --others )
  {
    // Of a unit, or one linked to it, another one, if there is one.
    std::uint32_t unit = mReaches.unit( turns[random() % turns.size()] );
    if ( mHeld[unit].empty() )
      unit = mProblem.links( unit )[random() % mProblem.links( unit ).size()];
    if ( mHeld[unit].empty() )
      continue;
    toggled.push_back( mHeld[unit][random() % mHeld[unit].size()].reach );
    gained += drop( toggled.back() );
  }
  gained += cover( std::move( units ), toggled, random, progress );
  gained += closeNeedless( toggled );
  if ( gained >= -leastGain )
    return gained;
  for ( const std::uint32_t one : toggled )
    toggle( one );
  return 0;
}

//! Renews reaches of the block as often as it has units; says what that gains.
double ReachCover::improveBlock( std::span<const std::uint32_t> block, Random random, Clock::time_point end,
                                 const Progress &progress )
{
  double gained = 0;
  for ( std::size_t step = 0; step < block.size(); ++step )
  {
    if ( step % 64 == 0 && Clock::now() >= end )
      break;
    const std::vector<Held> &held = mHeld[block[random() % block.size()]];
    if ( !held.empty() )
      gained += renew( held[random() % held.size()].reach, random, progress );
  }
  return gained;
}

//! The units that are in reaches, in blocks of four colours, laid differently in each round.
std::array<ReachCover::Blocks, 4> ReachCover::blocks( int round ) const
{
  // What is changed from a unit lies within five extents of it: no change meets that of another block of its colour.
  const double size = 11 * std::max( mProblem.terms().maxExtent, 1.0 );
  const auto cell = [&]( double from, double to )
  {
    return static_cast<int>( std::floor( ( from + to ) / 2 / size + 0.38 * round ) );
  };
  std::map<std::pair<int, int>, std::vector<std::uint32_t>> members;
  for ( const std::uint32_t unit : mUnits )
    if ( const Box &box = mProblem.unit( unit ).box; !mReaches.of( unit ).empty() )
      members[{ cell( box.xMin, box.xMax ), cell( box.yMin, box.yMax ) }].push_back( unit );
  std::array<Blocks, 4> blocks;
  for ( auto &[where, units] : members )
    blocks[( where.first & 1 ) + 2 * ( where.second & 1 )].push_back( std::move( units ) );
  return blocks;
}

bool ReachCover::improve( Clock::time_point end, Progress &progress )
{
  constexpr int mostRounds = 20;
  const double little = 5e-5 * mProblem.terms().setup * static_cast<double>( mUnits.size() );
  for ( int round = 0; round < mostRounds; ++round )
  {
    const std::array<Blocks, 4> colours = blocks( round );
    double gained = 0;
    for ( std::size_t colour = 0; colour < colours.size(); ++colour )
    {
      const auto done = static_cast<double>( 4 * round + colour );
      ProgressPart part( progress, done / ( 4 * mostRounds ), ( done + 1 ) / ( 4 * mostRounds ) );
      const Blocks &apart = colours[colour];
      std::vector<double> gains( apart.size() );
      parallelFor( apart.size(), part,
                   [&]( std::size_t i )
                   {
                     const Random random( mSeed + 1000003U * static_cast<unsigned>( round ) + apart[i].front() );
                     gains[i] = improveBlock( apart[i], random, end, part );
                   } );
      gained += std::accumulate( gains.begin(), gains.end(), 0.0 );
    }
    if ( Clock::now() >= end )
      return false;
    if ( gained <= little )
      break;
  }
  return true;
}

//! By chosen reach its units, each in one reach only as far as that keeps what each reach has left connected.
std::map<std::uint32_t, std::vector<std::uint32_t>> ReachCover::members( const Progress &progress ) const
{
  std::map<std::uint32_t, std::vector<std::uint32_t>> members;
  for ( const std::uint32_t unit : mUnits )
    for ( const Held &held : mHeld[unit] )
      members[held.reach].push_back( unit );
  std::vector<std::vector<Held>> left = mHeld;
  for ( std::vector<Held> &held : left )
    std::stable_sort( held.begin(), held.end(), []( const Held &a, const Held &b ) { return a.extra > b.extra; } );
  // Whether a unit can leave may depend on who has left before.
  for ( bool changed = true; changed; )
  {
    changed = false;
    for ( const std::uint32_t unit : mUnits )
      for ( auto held = left[unit].begin(); held != left[unit].end() && left[unit].size() > 1; )
      {
        progress.check();
        std::vector<std::uint32_t> others = members[held->reach];
        std::erase( others, unit );
        if ( connectedParts( mProblem, others ).size() > 1 )
        {
          ++held;
          continue;
        }
        members[held->reach] = std::move( others );
        held = left[unit].erase( held );
        changed = true;
      }
  }
  return members;
}

std::vector<Bundle> ReachCover::bundles( const Progress &progress ) const
{
  std::vector<bool> left( mProblem.size(), true );
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
    QuietProgress quiet( progress );
    for ( Bundle &part : mergeGreedily( mProblem, std::move( alone ), quiet ) )
      bundles.push_back( std::move( part ) );
  };
  for ( const auto &[reach, units] : members( progress ) )
  {
    std::vector<std::uint32_t> own;
    std::copy_if( units.begin(), units.end(), std::back_inserter( own ),
                  [&]( std::uint32_t unit ) { return left[unit]; } );
    for ( const std::vector<std::uint32_t> &part : connectedParts( mProblem, own ) )
      take( part );
  }
  for ( const std::uint32_t unit : mUnits )
    if ( left[unit] )
      take( std::span( &unit, 1 ) );
  return bundles;
}

} // namespace koppelkans
