// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/greedy.h"

#include <algorithm>
#include <queue>
#include <tuple>
#include <utility>

namespace koppelkans
{

namespace
{

constexpr double leastGain = 1e-6; // euro; less is rounding

struct Merger
{
  double gain;
  std::uint32_t lowestA; // unit
  std::uint32_t lowestB; // unit
  std::uint32_t a;       // bundle
  std::uint32_t b;       // bundle

  bool operator<( const Merger &other ) const
  {
    return std::tuple( -gain, lowestA, lowestB, a, b ) >
           std::tuple( -other.gain, other.lowestA, other.lowestB, other.a, other.b );
  }
};

//! The bundles of the moment, and those that each was linked to when it was made.
class Merging
{
public:
  Merging( const Problem &problem, std::vector<Bundle> bundles )
    : mProblem( problem )
    , mBundles( std::move( bundles ) )
  {
    mBundles.reserve( 2 * mBundles.size() );
    mMergedInto.resize( mBundles.size(), none );
    mLinked.resize( mBundles.size() );
    std::vector<std::pair<std::uint32_t, std::uint32_t>> bundleOfUnit; // sorted: often few of many units are given
    for ( std::uint32_t i = 0; i < mBundles.size(); ++i )
      for ( const std::uint32_t unit : mBundles[i].units )
        bundleOfUnit.emplace_back( unit, i );
    std::sort( bundleOfUnit.begin(), bundleOfUnit.end() );
    for ( const auto &[unit, bundle] : bundleOfUnit )
      for ( const std::uint32_t linked : problem.links( unit ) )
      {
        const auto found = std::lower_bound( bundleOfUnit.begin(), bundleOfUnit.end(), std::pair( linked, 0u ) );
        if ( found != bundleOfUnit.end() && found->first == linked )
          mLinked[bundle].push_back( found->second );
      }
  }

  std::vector<Bundle> run( Progress &progress )
  {
    const std::size_t start = mBundles.size();
    for ( std::uint32_t i = 0; i < start; ++i )
    {
      progress.check();
      offerMergers( i, i );
    }
    std::size_t mergers = 0;
    while ( !mQueue.empty() )
    {
      const Merger best = mQueue.top();
      mQueue.pop();
      if ( mMergedInto[best.a] != none || mMergedInto[best.b] != none )
        continue;
      progress.check();
      if ( ++mergers % 256 == 0 )
        progress.report( static_cast<double>( mergers ) / static_cast<double>( start ) );
      merge( best.a, best.b );
    }
    std::vector<Bundle> left;
    for ( std::size_t i = 0; i < mBundles.size(); ++i )
      if ( mMergedInto[i] == none )
        left.push_back( std::move( mBundles[i] ) );
    return left;
  }

private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  const Problem &mProblem; // borrowed
  std::vector<Bundle> mBundles;
  std::vector<std::uint32_t> mMergedInto;
  std::vector<std::vector<std::uint32_t>> mLinked;
  std::priority_queue<Merger> mQueue;

  std::uint32_t present( std::uint32_t bundle )
  {
    while ( mMergedInto[bundle] != none )
    {
      std::uint32_t &next = mMergedInto[bundle];
      if ( mMergedInto[next] != none )
        next = mMergedInto[next]; // shortens the way for whoever comes next
      bundle = next;
    }
    return bundle;
  }

  //! Offers to merge \a bundle with those linked to it, as they are now, from number \a from upwards or all.
  void offerMergers( std::uint32_t bundle, std::uint32_t from )
  {
    std::vector<std::uint32_t> &linked = mLinked[bundle];
    for ( std::uint32_t &other : linked )
      other = present( other );
    std::sort( linked.begin(), linked.end() );
    linked.erase( std::unique( linked.begin(), linked.end() ), linked.end() );
    std::erase_if( linked,
                   [&]( std::uint32_t other )
                   {
                     if ( other == bundle )
                       return true;
                     if ( other < from )
                       return false;
                     const double gain = mergeGainOfAnySize( mProblem, mBundles[bundle], mBundles[other] );
                     if ( gain > leastGain )
                     {
                       const auto [low, high] =
                         std::minmax( mBundles[bundle].units.front(), mBundles[other].units.front() );
                       mQueue.push( { gain, low, high, bundle, other } );
                     }
                     return gain == infeasible; // and whatever grows from it will be, too
                   } );
  }

  void merge( std::uint32_t a, std::uint32_t b )
  {
    const auto c = static_cast<std::uint32_t>( mBundles.size() );
    mBundles.push_back( merged( mProblem, mBundles[a], mBundles[b] ) );
    std::vector<std::uint32_t> linked = std::move( mLinked[a] );
    linked.insert( linked.end(), mLinked[b].begin(), mLinked[b].end() );
    mLinked.push_back( std::move( linked ) );
    mMergedInto[a] = mMergedInto[b] = c;
    mMergedInto.push_back( none );
    mBundles[a] = mBundles[b] = Bundle();
    mLinked[a] = mLinked[b] = {};
    offerMergers( c, 0 );
  }
};

} // namespace

std::vector<Bundle> mergeGreedily( const Problem &problem, std::vector<Bundle> bundles, Progress &progress )
{
  return Merging( problem, std::move( bundles ) ).run( progress );
}

} // namespace koppelkans
