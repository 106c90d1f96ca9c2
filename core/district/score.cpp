// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/score.h"

#include "core/error.h"
#include "core/stack/stack.h"

#include <algorithm>
#include <cmath>

namespace koppelkans
{

Criterion makeCriterion( const std::string &name, Measure measure, std::vector<double> values,
                         const ThemeSettings &settings, Normalisation normalisation, Findings &findings )
{
  Findings filledIn;
  StackedTheme settled = settle( name, measure, std::move( values ), settings, filledIn );
  // A district's score knows no threshold, and bounds only where needs are absolute.
  std::ranges::copy_if( filledIn, std::back_inserter( findings ),
                        [normalisation]( const Finding &finding )
                        {
                          const bool bound = finding.field == "lower" || finding.field == "upper";
                          return finding.field != "threshold" && ( !bound || normalisation == Normalisation::Absolute );
                        } );
  return { name, std::move( settled.values ), settled.scale, settled.weight };
}

double cityValue( std::span<const double> values, std::span<const double> areas )
{
  double sum = 0;
  double area = 0;
  for ( std::size_t district = 0; district < values.size(); ++district )
  {
    if ( !hasData( values[district] ) )
      continue;
    sum += values[district] * areas[district];
    area += areas[district];
  }
  return area > 0 ? sum / area : noData;
}

DistrictScores scoreDistricts( std::span<const Criterion> criteria, std::span<const double> areas,
                               const ScoreTerms &terms, Progress &progress )
{
  if ( criteria.empty() )
    throw Error( "there is nothing to score districts by" );
  DistrictScores scored;
  Columns columns;
  std::vector<double> weights;
  for ( const Criterion &criterion : criteria )
  {
    if ( !( criterion.weight >= 0 ) || !std::isfinite( criterion.weight ) )
      throw Error( criterion.name + ": the weight must be 0 or more" );
    weights.push_back( criterion.weight );
    columns.push_back( normalise( criterion.values, terms.normalisation, criterion.scale ) );
  }
  const Aggregate aggregate( columns, terms.aggregation );
  scored.scores = aggregate.scores( weights );
  scored.ranks = ranks( scored.scores );
  scored.intervals = rankIntervals( aggregate, weights, terms.weightChanges, progress );

  Columns parts = aggregate.parts( weights );
  for ( std::size_t i = 0; i < criteria.size(); ++i )
  {
    const double city = cityValue( criteria[i].values, areas );
    std::vector<double> specificities( criteria[i].values );
    for ( double &value : specificities )
      value = city != 0 ? value / city : noData;
    scored.criteria.push_back( { std::move( columns[i] ), std::move( parts[i] ), std::move( specificities ) } );
  }
  progress.report( 1 );
  return scored;
}

} // namespace koppelkans
