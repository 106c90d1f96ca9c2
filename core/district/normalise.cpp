// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/normalise.h"

#include <algorithm>
#include <cmath>

namespace koppelkans
{

namespace
{

std::vector<double> minMax( std::vector<double> values, std::span<const double> known )
{
  const auto [least, most] = std::ranges::minmax( known );
  for ( double &value : values )
    if ( hasData( value ) )
      value = most > least ? ( value - least ) / ( most - least ) : 0;
  return values;
}

std::vector<double> zScore( std::vector<double> values, std::span<const double> known )
{
  const double number = static_cast<double>( known.size() );
  double mean = 0;
  for ( const double value : known )
    mean += value / number;
  double variance = 0;
  for ( const double value : known )
    variance += ( value - mean ) * ( value - mean ) / number;
  // Rounding of the mean alone must not set equal values apart.
  const bool allEqual = std::ranges::adjacent_find( known, std::ranges::not_equal_to() ) == known.end();
  for ( double &value : values )
    if ( hasData( value ) )
      value = allEqual ? 0 : ( value - mean ) / std::sqrt( variance );
  return values;
}

std::vector<double> rank( std::vector<double> values, std::vector<double> known )
{
  std::ranges::sort( known );
  const double others = static_cast<double>( known.size() ) - 1;
  for ( double &value : values )
  {
    if ( !hasData( value ) )
      continue;
    const auto same = std::ranges::equal_range( known, value );
    const double less = static_cast<double>( same.begin() - known.begin() );
    value = others > 0 ? ( less + ( static_cast<double>( same.size() ) - 1 ) / 2 ) / others : 0;
  }
  return values;
}

std::vector<double> vector( std::vector<double> values, std::span<const double> known )
{
  double squares = 0;
  for ( const double value : known )
    squares += value * value;
  for ( double &value : values )
    if ( hasData( value ) )
      value = squares > 0 ? value / std::sqrt( squares ) : 0;
  return values;
}

} // namespace

std::vector<double> normalise( std::span<const double> values, Normalisation how, const NeedScale &scale )
{
  std::vector<double> needs( values.begin(), values.end() );
  if ( how == Normalisation::Absolute )
  {
    std::ranges::transform( needs, needs.begin(), [&scale]( double value ) { return scale.need( value ); } );
    return needs;
  }
  if ( scale.direction == Direction::LessIsWorse )
    std::ranges::transform( needs, needs.begin(), std::negate() );
  std::vector<double> known;
  std::ranges::copy_if( needs, std::back_inserter( known ), hasData );
  if ( known.empty() )
    return needs;
  switch ( how )
  {
  case Normalisation::None:
  case Normalisation::Absolute:
    break;
  case Normalisation::MinMax:
    return minMax( std::move( needs ), known );
  case Normalisation::ZScore:
    return zScore( std::move( needs ), known );
  case Normalisation::Rank:
    return rank( std::move( needs ), std::move( known ) );
  case Normalisation::Vector:
    return vector( std::move( needs ), known );
  }
  return needs;
}

} // namespace koppelkans
