// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/scoredistrictsalgorithm.h"

#include "core/district/district_shares.h"
#include "core/stack/stack.h"
#include "processing/carriedfields.h"
#include "processing/rows.h"
#include "processing/settingstable.h"

#include <algorithm>

namespace koppelkans
{

namespace
{

// In the order of the core's enumerations; models keep these words.
const QStringList normalisations{ "none", "absolute", "minmax", "zscore", "rank", "vector" };
const std::array normalisationValues{ Normalisation::None,   Normalisation::Absolute, Normalisation::MinMax,
                                      Normalisation::ZScore, Normalisation::Rank,     Normalisation::Vector };
const QStringList aggregations{ "weighted_mean", "geometric_mean", "mazziotta_pareto", "topsis", "owa" };
const std::array aggregationValues{ Aggregation::WeightedMean, Aggregation::GeometricMean, Aggregation::MazziottaPareto,
                                    Aggregation::Topsis, Aggregation::Owa };
const QStringList penalties{ "minus", "plus" };

QgsFields scoreFields( const std::vector<Criterion> &criteria )
{
  QgsFields fields =
    makeFields( { makeField( "score", compat::real ), makeField( "rank", compat::integer ),
                  makeField( "rank_low", compat::integer ), makeField( "rank_high", compat::integer ) } );
  for ( const Criterion &criterion : criteria )
    for ( const char *what : { "share", "part", "specificity" } )
      appendUnique( fields,
                    QgsField( QStringLiteral( "%1_%2" ).arg( QString::fromStdString( criterion.name ),
                                                             QString::fromLatin1( what ) ),
                              compat::real ),
                    QStringLiteral( "_theme" ) );
  return fields;
}

QVariantList scoreRow( const std::vector<Criterion> &criteria, const DistrictScores &scores, std::size_t district )
{
  const auto rank = [&]( int value )
  {
    return scores.ranks[district] == unranked ? QVariant() : QVariant( value );
  };
  QVariantList row{ orNull( scores.scores[district] ), rank( scores.ranks[district] ),
                    rank( scores.intervals[district].low ), rank( scores.intervals[district].high ) };
  for ( std::size_t i = 0; i < criteria.size(); ++i )
    row << orNull( criteria[i].values[district] ) << orNull( scores.criteria[i].parts[district] )
        << orNull( scores.criteria[i].specificities[district] );
  return row;
}

} // namespace

QStringList KoppelkansScoreDistrictsAlgorithm::tags() const
{
  return tr( "districts,neighbourhoods,score,rank,index,composite "
             "indicator,multi-criteria,weights,topsis,owa,share,themes" )
    .split( ',' );
}

QString KoppelkansScoreDistrictsAlgorithm::about() const
{
  return tr( "Reads each district by what is particular to it: the exact share (or mean) of every theme in it, made "
             "comparable, weighted and summed to a "
             "score. Each score comes with what every theme contributes to it, its rank, the ranks it could get if the "
             "weights were up to a quarter "
             "different, and each theme's specificity: its share in the district over its share in all districts." );
}

void KoppelkansScoreDistrictsAlgorithm::initAlgorithm( const QVariantMap & )
{
  const auto addEnum = [&]( const char *name, const QString &description, const QStringList &options,
                            const QString &value, const QString &help )
  {
    add( new QgsProcessingParameterEnum( QString::fromLatin1( name ), description, options, false, value, false, true ),
         help );
  };

  add(
    new QgsProcessingParameterFeatureSource( QStringLiteral( "DISTRICTS" ), tr( "Districts" ),
                                             { compat::sourcePolygon } ),
    tr( "The units to compare: neighbourhoods, districts, catchments. All fields and geometries are carried along." ) );
  add( new QgsProcessingParameterMultipleLayers( QStringLiteral( "THEMES" ), tr( "Themes" ), compat::sourceMapLayer,
                                                 QVariant(), true ),
       tr( "One layer a theme. Polygons count by the share of the district that they cover, or by the mean of a field "
           "named in the settings; lines by "
           "metres per hectare; points by number per hectare; rasters by the mean of their first band." ) );
  add( new QgsProcessingParameterField( QStringLiteral( "INDICATORS" ), tr( "Indicators" ), QVariant(),
                                        QStringLiteral( "DISTRICTS" ), compat::anyField, true, true ),
       tr( "Fields of the districts with a number each, which count like themes." ) );
  add( new QgsProcessingParameterFeatureSource( QStringLiteral( "THEME_SETTINGS" ), tr( "Theme settings" ),
                                                { compat::sourceTable }, QVariant(), true ),
       tr( "A table with the columns theme (a layer's or indicator's name), weight, lower, upper, threshold, direction "
           "(more_is_worse or less_is_worse), field, filter (an expression that chooses features) and extent (where "
           "the theme was mapped: x0,x1,y0,y1 or a file of polygons; elsewhere there is no data). All but theme are "
           "optional; what is missing is filled in and listed among the findings." ) );
  addEnum( "NORMALISATION", tr( "Normalisation" ), normalisations, QStringLiteral( "absolute" ),
           tr( "How values in different units are made comparable: none, absolute (between the bounds of the "
               "settings), minmax (between the lowest and the "
               "highest district), zscore, rank or vector." ) );
  addEnum( "AGGREGATION", tr( "Aggregation" ), aggregations, QStringLiteral( "weighted_mean" ),
           tr( "How needs become one score: weighted_mean, geometric_mean, mazziotta_pareto (uneven districts are "
               "marked down), topsis (closeness to the "
               "ideal) or owa (needs sorted and weighted by their place)." ) );
  add( new QgsProcessingParameterEnum( QStringLiteral( "PENALTY" ), tr( "Penalty for unevenness" ), penalties, false,
                                       QStringLiteral( "minus" ), false, true ),
       tr( "For mazziotta_pareto: minus or plus." ) );
  addAdvanced( new QgsProcessingParameterString( QStringLiteral( "ORDER_WEIGHTS" ), tr( "Order weights" ), QVariant(),
                                                 false, true ),
               tr( "For owa: numbers separated by commas, the first for the greatest need." ) );
  add(
    new QgsProcessingParameterFeatureSink( QStringLiteral( "SCORES" ), tr( "District scores" ), compat::sourcePolygon ),
    tr( "The districts with score, rank (1 is the highest score), rank_low and rank_high (best and worst rank under "
        "changed weights) and, for each theme "
        "or indicator, _share (its value), _part (what it contributes to the score) and _specificity." ) );
  addCrs();
  addFindings();
}

void KoppelkansScoreDistrictsAlgorithm::prepare( const QVariantMap &parameters, QgsProcessingContext &context )
{
  for ( QgsMapLayer *layer : layers( parameters, QStringLiteral( "THEMES" ), context,
                                     []( const QString &, const Error &error ) { throw error; } ) )
    mThemes.add( layer, context );
}

ScoreTerms KoppelkansScoreDistrictsAlgorithm::termsOf( const Run &run ) const
{
  const auto choice = [&]( const char *name, const QStringList &options )
  {
    return static_cast<std::size_t>( std::max( 0, static_cast<int>( options.indexOf( parameterAsEnumString(
                                                    run.parameters, QString::fromLatin1( name ), run.context ) ) ) ) );
  };
  ScoreTerms terms;
  terms.normalisation = normalisationValues[choice( "NORMALISATION", normalisations )];
  terms.aggregation.how = aggregationValues[choice( "AGGREGATION", aggregations )];
  terms.aggregation.penalty = choice( "PENALTY", penalties ) == 0 ? Penalty::Minus : Penalty::Plus;
  for ( const QString &text : textList( run, QStringLiteral( "ORDER_WEIGHTS" ) ) )
  {
    bool ok = false;
    terms.aggregation.orderWeights.push_back( text.toDouble( &ok ) );
    if ( !ok )
      throw Error( tr( "Order weights: “%1” is not a number" ).arg( text ).toStdString() );
  }
  return terms;
}

std::vector<Criterion> KoppelkansScoreDistrictsAlgorithm::criteriaOf( Run &run, const LayerSource &source,
                                                                      const ReadLayer &districts,
                                                                      const Districts &windows,
                                                                      Normalisation normalisation )
{
  const QStringList indicators =
    compat::parameterAsFields( parameterDefinition( QStringLiteral( "INDICATORS" ) ), run.parameters, run.context );
  if ( mThemes.count() == 0 && indicators.isEmpty() )
    throw Error( tr( "Choose themes, indicators or both: there is nothing to score the districts by" ).toStdString() );
  QStringList names;
  for ( const QString &indicator : indicators )
    names << uniqueName( indicator, mThemes.names() + names );
  std::vector<ThemeSettings> settings;
  if ( const std::optional<LayerSource> table = this->source( run, QStringLiteral( "THEME_SETTINGS" ) ) )
    settings = readThemeSettings( *table, mThemes.names() + names, run.findings, run.progress );

  ProgressPart reading( run.progress, 0.1, 0.5 );
  const std::vector<Theme> themes =
    mThemes.read( mCrs, run.context.transformContext(), settings, run.findings, reading );
  ProgressPart measuring( run.progress, 0.5, 0.8 );
  std::vector<std::vector<double>> shares = districtShares( windows, themes, measuring );

  std::vector<Criterion> criteria;
  for ( std::size_t i = 0; i < themes.size(); ++i )
    criteria.push_back( makeCriterion( themes[i].name, themes[i].measure, std::move( shares[i] ),
                                       settingsOf( settings, themes[i].name ), normalisation, run.findings ) );
  for ( int indicator = 0; indicator < indicators.size(); ++indicator )
  {
    const int field = source.requiredField( indicators.at( indicator ) );
    std::vector<double> values;
    for ( std::size_t i = 0; i < districts.attributes.size(); ++i )
      values.push_back(
        numberOf( districts.attributes[i].at( field ), source, field, districts.features.ids[i], run.findings ) );
    const std::string name = names.at( indicator ).toStdString();
    criteria.push_back( makeCriterion( name, Measure::MeanValue, std::move( values ), settingsOf( settings, name ),
                                       normalisation, run.findings ) );
  }
  return criteria;
}

QVariantMap KoppelkansScoreDistrictsAlgorithm::compute( Run &run )
{
  const ScoreTerms terms = termsOf( run );
  const LayerSource source = requiredSource( run, QStringLiteral( "DISTRICTS" ) );
  mCrs = computationCrs( run, source.crs );
  ProgressPart reading( run.progress, 0, 0.1 );
  const ReadLayer districts =
    readDistricts( source, LayerReader( mCrs, run.context.transformContext(), run.findings ), reading );
  const Districts windows( districts.features.geometry );

  const std::vector<Criterion> criteria = criteriaOf( run, source, districts, windows, terms.normalisation );
  ProgressPart scoring( run.progress, 0.8, 0.95 );
  const DistrictScores scores = scoreDistricts( criteria, windows.areas(), terms, scoring );

  const CarriedFields fields( source.fields, scoreFields( criteria ) );
  QgsFeatureSink *sink = run.results.sink( QStringLiteral( "SCORES" ), fields.fields(), source.wkbType, source.crs );
  QgsFeatureIterator iterator = source.features( QgsFeatureRequest() );
  QgsFeature feature;
  for ( std::size_t i = 0; sink && iterator.nextFeature( feature ) && i < districts.attributes.size(); ++i )
    addRow( *sink, CarriedFields::row( feature.attributes(), scoreRow( criteria, scores, i ) ),
            fitting( feature, source.wkbType ) );
  source.requireRead( iterator );
  return {};
}

QString KoppelkansScoreDistrictsAlgorithm::styleOf( const QString &result, const QVariantMap &,
                                                    QgsProcessingContext & ) const
{
  return result == QLatin1String( "SCORES" ) ? QStringLiteral( "scores" ) : QString();
}

} // namespace koppelkans
