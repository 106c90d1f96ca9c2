// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/rank.h"

#include "core/nodata.h"

#include <algorithm>
#include <random>

namespace koppelkans
{

namespace
{

//! Evenly from 0 up to 1. Standard distributions differ between libraries; the generator does not.
double drawn( std::mt19937_64 &generator )
{
  return static_cast<double>( generator() >> 11 ) * 0x1p-53;
}

} // namespace

std::vector<int> ranks( std::span<const double> scores )
{
  std::vector<double> known;
  std::ranges::copy_if( scores, std::back_inserter( known ), hasData );
  std::ranges::sort( known, std::ranges::greater() );
  std::vector<int> ranks( scores.size(), unranked );
  for ( std::size_t i = 0; i < scores.size(); ++i )
    if ( hasData( scores[i] ) )
      ranks[i] =
        1 + static_cast<int>( std::ranges::lower_bound( known, scores[i], std::ranges::greater() ) - known.begin() );
  return ranks;
}

std::vector<RankInterval> rankIntervals( const Aggregate &aggregate, std::span<const double> weights,
                                         const WeightChanges &changes, Progress &progress )
{
  std::vector<RankInterval> intervals;
  for ( const int rank : ranks( aggregate.scores( weights ) ) )
    intervals.push_back( { rank, rank } );
  std::mt19937_64 generator( changes.seed );
  std::vector<double> changed( weights.size() );
  for ( int draw = 0; draw < changes.draws; ++draw )
  {
    progress.check();
    progress.report( static_cast<double>( draw ) / changes.draws );
    for ( std::size_t i = 0; i < weights.size(); ++i )
      changed[i] = weights[i] * ( 1 + changes.share * ( 2 * drawn( generator ) - 1 ) );
    const std::vector<int> places = ranks( aggregate.scores( changed ) );
    for ( std::size_t district = 0; district < places.size(); ++district )
    {
      intervals[district].low = std::min( intervals[district].low, places[district] );
      intervals[district].high = std::max( intervals[district].high, places[district] );
    }
  }
  return intervals;
}

} // namespace koppelkans
