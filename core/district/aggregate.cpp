// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/aggregate.h"

#include "core/district/normalise.h"
#include "core/error.h"
#include "core/nodata.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace koppelkans
{

namespace
{

//! The columns as \a how wants them.
Columns standardised( Columns columns, Aggregation how )
{
  for ( std::vector<double> &column : columns )
  {
    if ( how == Aggregation::MazziottaPareto )
    {
      column = normalise( column, Normalisation::ZScore );
      std::ranges::transform( column, column.begin(), []( double z ) { return 100 + 10 * z; } );
    }
    else if ( how == Aggregation::Topsis )
    {
      column = normalise( column, Normalisation::Vector );
    }
    else if ( how == Aggregation::GeometricMean &&
              std::ranges::any_of( column, []( double need ) { return need < 0; } ) )
    {
      throw Error( "a geometric mean cannot be taken of values below 0: normalise them to 0–1" );
    }
  }
  return columns;
}

double asItIs( double need )
{
  return need;
}

//! Σ w·f( n ) / Σw over the criteria with weight, which have data.
template <class Function>
double weightedMean( std::span<const double> needs, std::span<const double> weights, const Function &f )
{
  double sum = 0;
  for ( std::size_t i = 0; i < needs.size(); ++i )
    if ( weights[i] > 0 )
      sum += weights[i] * f( needs[i] );
  return sum / std::reduce( weights.begin(), weights.end() );
}

double mazziottaPareto( std::span<const double> needs, std::span<const double> weights, Penalty penalty )
{
  const double mean = weightedMean( needs, weights, asItIs );
  const double variance =
    weightedMean( needs, weights, [mean]( double need ) { return ( need - mean ) * ( need - mean ); } );
  return penalty == Penalty::Minus ? mean - variance / mean : mean + variance / mean;
}

//! The distance from the needs to others, all weighted.
double distance( std::span<const double> needs, std::span<const double> others, std::span<const double> weights )
{
  double squares = 0;
  for ( std::size_t i = 0; i < needs.size(); ++i )
    if ( weights[i] > 0 )
      squares += weights[i] * weights[i] * ( needs[i] - others[i] ) * ( needs[i] - others[i] );
  return std::sqrt( squares );
}

} // namespace

Aggregate::Aggregate( const Columns &columns, AggregationTerms terms )
  : mTerms( std::move( terms ) )
  , mCriteria( columns.size() )
  , mDistricts( columns.empty() ? 0 : columns.front().size() )
  , mRows( mCriteria * mDistricts )
{
  if ( mTerms.orderWeights.empty() )
    mTerms.orderWeights.assign( mCriteria, 1 );
  if ( mTerms.how == Aggregation::Owa )
  {
    if ( mTerms.orderWeights.size() != mCriteria )
      throw Error( "there must be as many order weights as there are criteria" );
    if ( !std::ranges::all_of( mTerms.orderWeights,
                               []( double weight ) { return weight >= 0 && std::isfinite( weight ); } ) )
      throw Error( "an order weight must be 0 or more" );
  }
  const Columns wanted = standardised( columns, mTerms.how );
  for ( std::size_t criterion = 0; criterion < mCriteria; ++criterion )
  {
    std::vector<double> known;
    std::ranges::copy_if( wanted[criterion], std::back_inserter( known ), hasData );
    mMeans.push_back( std::reduce( known.begin(), known.end() ) / static_cast<double>( known.size() ) );
    mMost.push_back( known.empty() ? noData : std::ranges::max( known ) );
    mLeast.push_back( known.empty() ? noData : std::ranges::min( known ) );
    for ( std::size_t district = 0; district < mDistricts; ++district )
      mRows[district * mCriteria + criterion] = wanted[criterion][district];
  }
}

std::vector<double> Aggregate::scores( std::span<const double> weights ) const
{
  std::vector<double> scores( mDistricts );
  for ( std::size_t district = 0; district < mDistricts; ++district )
    scores[district] = score( row( district ), weights );
  return scores;
}

Columns Aggregate::parts( std::span<const double> weights ) const
{
  Columns parts( mCriteria, std::vector<double>( mDistricts, noData ) );
  for ( std::size_t district = 0; district < mDistricts; ++district )
  {
    const std::span<const double> needs = row( district );
    const double whole = score( needs, weights );
    if ( !hasData( whole ) )
      continue;
    if ( mTerms.how == Aggregation::WeightedMean || mTerms.how == Aggregation::Owa )
    {
      const std::vector<double> shares = effectiveWeights( needs, weights );
      const double sum = std::reduce( shares.begin(), shares.end() );
      for ( std::size_t criterion = 0; criterion < mCriteria; ++criterion )
        if ( hasData( needs[criterion] ) )
          parts[criterion][district] = shares[criterion] * needs[criterion] / sum;
      continue;
    }
    std::vector<double> changed( needs.begin(), needs.end() );
    for ( std::size_t criterion = 0; criterion < mCriteria; ++criterion )
    {
      if ( !hasData( needs[criterion] ) )
        continue;
      changed[criterion] = mMeans[criterion];
      parts[criterion][district] = whole - score( changed, weights );
      changed[criterion] = needs[criterion];
    }
  }
  return parts;
}

double Aggregate::score( std::span<const double> needs, std::span<const double> weights ) const
{
  const std::vector<double> shares = effectiveWeights( needs, weights );
  if ( !( std::reduce( shares.begin(), shares.end() ) > 0 ) )
    return noData;
  switch ( mTerms.how )
  {
  case Aggregation::WeightedMean:
  case Aggregation::Owa:
    break;
  case Aggregation::GeometricMean:
    return std::exp( weightedMean( needs, shares, []( double need ) { return std::log( need ); } ) );
  case Aggregation::MazziottaPareto:
    return mazziottaPareto( needs, shares, mTerms.penalty );
  case Aggregation::Topsis:
  {
    const double toIdeal = distance( needs, mMost, shares );
    const double toOpposite = distance( needs, mLeast, shares );
    return toIdeal + toOpposite > 0 ? toOpposite / ( toIdeal + toOpposite ) : noData;
  }
  }
  return weightedMean( needs, shares, asItIs );
}

std::vector<double> Aggregate::effectiveWeights( std::span<const double> needs, std::span<const double> weights ) const
{
  std::vector<double> shares( mCriteria );
  for ( std::size_t criterion = 0; criterion < mCriteria; ++criterion )
    shares[criterion] = hasData( needs[criterion] ) ? weights[criterion] : 0;
  if ( mTerms.how != Aggregation::Owa )
    return shares;

  std::vector<std::size_t> places;
  for ( std::size_t criterion = 0; criterion < mCriteria; ++criterion )
    if ( hasData( needs[criterion] ) )
      places.push_back( criterion );
  std::ranges::stable_sort( places, std::ranges::greater(),
                            [needs]( std::size_t criterion ) { return needs[criterion]; } );
  for ( std::size_t place = 0; place < places.size(); ++place )
    shares[places[place]] *= mTerms.orderWeights[place];
  return shares;
}

} // namespace koppelkans
