// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/bundlemaintenancealgorithm.h"

#include "processing/bundleresults.h"
#include "processing/bundlingtables.h"

#include <cmath>

namespace koppelkans
{

namespace
{

//! Reports what the plan could not do, and works that by themselves are larger than a bundle may be.
void reportPlan( const BundlingInput &input, const Terms &terms, const Plan &plan, const LayerSource &source,
                 Findings &findings )
{
  const std::string layer = source.name.toStdString();
  const auto sums = []( double needed, double available )
  {
    return QStringLiteral( "%1 > %2" ).arg( needed, 0, 'f', 0 ).arg( available, 0, 'f', 0 ).toStdString();
  };
  const auto years = []( const YearRange &range )
  {
    std::string text = std::to_string( range.first );
    if ( range.last != range.first )
      text.append( 1, '-' ).append( std::to_string( range.last ) );
    return text;
  };
  for ( std::size_t i = 0; i < plan.works.size(); ++i )
  {
    const Work &work = input.works[i];
    if ( plan.works[i].reason == AloneBecause::NoOpenYear )
      findings.push_back( { FindingKind::UnderMoratorium, layer, work.id, {}, years( work.window ) } );
    else if ( work.chosen && !plan.works[i].choiceKept )
      findings.push_back( { FindingKind::ChoiceClosed, layer, work.id, {}, std::to_string( *work.chosen ) } );
    if ( const Box box = input.footprints.featureBox( i ); !fits( box, terms ) )
      findings.push_back( { FindingKind::TooExtended,
                            layer,
                            work.id,
                            {},
                            QString::number( std::hypot( box.width(), box.height() ), 'f', 1 ).toStdString() } );
  }
  for ( const Shortfall &shortfall : plan.shortfalls )
    findings.push_back( { FindingKind::BudgetTooSmall, layer, Finding::noFeature, shortfall.fund,
                          years( shortfall.years ) + ": " + sums( shortfall.needed, shortfall.available ) } );
  constexpr double rounding = 0.005; // euro
  for ( const FundYear &row : plan.fundYears )
    if ( row.overspent() > rounding )
      findings.push_back( { FindingKind::BudgetOverspent, layer, Finding::noFeature, row.fund,
                            std::to_string( row.year ) + ": " + sums( row.spent, row.budget ) } );
}

} // namespace

QStringList KoppelkansBundleMaintenanceAlgorithm::tags() const
{
  return tr( "maintenance,works,bundling,projects,coordination,planning,saving,street works,moratorium,dig once" )
    .split( ',' );
}

QString KoppelkansBundleMaintenanceAlgorithm::about() const
{
  return tr( "Bundles works that lie near each other into projects, each carried out in one year, so that the whole "
             "costs least: a project is set up "
             "and its surface paved once, and moving a work before or after its planned year has a price. A bundle "
             "needs a year that lies in the "
             "windows of all its works. The result is compared with every work on its own in its planned year; each "
             "work that stays alone says why." );
}

QVariantMap KoppelkansBundleMaintenanceAlgorithm::compute( Run &run )
{
  const LayerSource source = requiredSource( run, QStringLiteral( "WORKS" ) );
  const WorkFields fields = workFields( [&]( const char *name ) { return fieldOf( run, source, name ); } );
  if ( fields.year < 0 && ( fields.earliest < 0 || fields.latest < 0 ) )
    throw Error(
      tr( "Choose a planned year, or both an earliest and a latest year: without years nothing can be planned" )
        .toStdString() );
  Terms terms{ number( run, "SETUP_COST" ), number( run, "PAVING_COST" ), number( run, "ADVANCE_RATE" ),
               number( run, "DELAY_RATE" ), number( run, "DISTANCE" ),    number( run, "MAX_EXTENT" ) };
  terms.leastWorks = static_cast<std::size_t>( whole( run, "MINIMUM_WORKS" ) );

  const QgsCoordinateReferenceSystem crs = computationCrs( run, source.crs );
  const LayerReader reader( crs, run.context.transformContext(), run.findings );
  ReadWorks works = readInput( run, source, fields, terms, reader );
  // Before the planning, which may take long: what cannot be read or written is said at once.
  const QString timeline = run.results.file( QStringLiteral( "TIMELINE" ) );
  const NamedAreas districts = timeline.isEmpty() ? NamedAreas() : readDistrictNames( run, reader );

  ProgressPart planning( run.progress, 0.2, 0.9 );
  const Effort effort{ .timeLimit = std::chrono::duration<double>( number( run, "TIME_LIMIT" ) ),
                       .seed = static_cast<unsigned>( whole( run, "SEED" ) ) };
  const Plan plan = bundleWorks( works.input, terms, effort, planning );
  reportPlan( works.input, terms, plan, source, run.findings );
  if ( plan.outOfTime )
    run.feedback.pushInfo( tr( "The time limit ended the search: this is the best plan found until then" ) );

  const BundleResults results( source, works, terms, plan );
  if ( works.wkbType != source.wkbType )
    run.feedback.pushInfo(
      tr( "Layer %1 mixes points, lines and polygons. So does the plan, which QGIS shows a kind at "
          "a time: add its file to the map to choose others" )
        .arg( source.name ) );
  const auto table = [&]( const char *name, const QgsFields &tableFields )
  {
    return run.results.sink( QString::fromLatin1( name ), tableFields, compat::noGeometry, {} );
  };
  if ( QgsFeatureSink *sink =
         run.results.sink( QStringLiteral( "PLAN" ), results.planFields(), works.wkbType, source.crs ) )
    results.writePlan( *sink, run.progress );
  if ( QgsFeatureSink *sink =
         run.results.sink( QStringLiteral( "BUNDLES" ), BundleResults::bundleFields(), compat::multiPolygon, crs ) )
    results.writeBundles( *sink, run.progress );
  if ( QgsFeatureSink *sink = table( "FUND_YEARS", BundleResults::fundYearFields() ) )
    results.writeFundYears( *sink );
  if ( QgsFeatureSink *sink = table( "COVERAGE", DataCoverage::fields() ) )
    works.coverage.write( *sink );
  if ( !timeline.isEmpty() )
    drawTimeline( planTimeline( works.input, terms, plan, results.bundleIds(), districts, run.progress ), timeline );
  return { { QStringLiteral( "COST_APART" ), plan.costApart },
           { QStringLiteral( "COST_BUNDLED" ), plan.costBundled },
           { QStringLiteral( "SAVING" ), plan.saving() },
           { QStringLiteral( "SAVING_BOUND" ), plan.savingBound() } };
}

double KoppelkansBundleMaintenanceAlgorithm::number( const Run &run, const char *name ) const
{
  return parameterAsDouble( run.parameters, QString::fromLatin1( name ), run.context );
}

int KoppelkansBundleMaintenanceAlgorithm::whole( const Run &run, const char *name ) const
{
  return parameterAsInt( run.parameters, QString::fromLatin1( name ), run.context );
}

int KoppelkansBundleMaintenanceAlgorithm::fieldOf( const Run &run, const LayerSource &layer, const char *name ) const
{
  return layer.requiredField( parameterAsString( run.parameters, QString::fromLatin1( name ), run.context ) );
}

ReadWorks KoppelkansBundleMaintenanceAlgorithm::readInput( Run &run, const LayerSource &source,
                                                           const WorkFields &fields, Terms &terms,
                                                           const LayerReader &reader ) const
{
  WorkTerms workTerms{ { whole( run, "EARLIER" ), whole( run, "LATER" ) },
                       { number( run, "WIDTH" ), number( run, "RADIUS" ) },
                       textList( run, QStringLiteral( "CLOSED_CLASSES" ) ) };
  const auto optionalYear = [&]( const char *name )
  {
    const bool given = run.parameters.value( QString::fromLatin1( name ) ).isValid();
    return given ? std::optional( whole( run, name ) ) : std::nullopt;
  };
  workTerms.firstYear = optionalYear( "FIRST_YEAR" );
  if ( const std::optional<LayerSource> table = this->source( run, QStringLiteral( "UNIT_PRICES" ) ) )
  {
    const PriceLevel level{ optionalYear( "PRICE_YEAR" ), number( run, "PRICE_INDEX" ) };
    workTerms.prices = readUnitPrices( *table, level, run.findings, run.progress );
  }
  Experiments experiments;
  if ( const std::optional<LayerSource> layer = this->source( run, QStringLiteral( "EXPERIMENTS" ) ) )
    experiments = readExperiments( *layer, reader, run.progress );
  ProgressPart reading( run.progress, 0, 0.2 );
  ReadWorks works = readWorks( source, fields, workTerms, reader, experiments, run.findings, reading );
  if ( fields.costs.cost < 0 && workTerms.prices.empty() )
    run.findings.push_back( { FindingKind::NoCostField, source.name.toStdString() } );

  if ( const std::optional<LayerSource> table = this->source( run, QStringLiteral( "APART" ) ) )
    terms.classes = readApart( *table, works.values( fields.assetClass ), run.findings, run.progress );
  if ( const std::optional<LayerSource> table = this->source( run, QStringLiteral( "BUDGETS" ) ) )
    works.input.budgets = readBudgets( *table, works.values( fields.fund ), run.findings, run.progress );
  if ( const std::optional<LayerSource> layer = this->source( run, QStringLiteral( "MORATORIA" ) ) )
    works.input.moratoria =
      readMoratoria( *layer, fieldOf( run, *layer, "MORATORIA_FROM_FIELD" ),
                     fieldOf( run, *layer, "MORATORIA_TO_FIELD" ), reader, run.findings, run.progress );
  return works;
}

NamedAreas KoppelkansBundleMaintenanceAlgorithm::readDistrictNames( Run &run, const LayerReader &reader ) const
{
  NamedAreas districts;
  const std::optional<LayerSource> layer = this->source( run, QStringLiteral( "DISTRICTS" ) );
  if ( !layer )
    return districts;
  ReadLayer read = readDistricts( *layer, reader, run.progress );
  const int nameField = fieldOf( run, *layer, "DISTRICT_NAME_FIELD" );
  for ( std::size_t i = 0; i < read.attributes.size(); ++i )
    districts.names.push_back(
      QString::fromStdString( titleOf( *layer, nameField, read.attributes[i], read.features.ids[i] ) ) );
  districts.areas = std::move( read.features.geometry );
  return districts;
}

QString KoppelkansBundleMaintenanceAlgorithm::styleOf( const QString &result, const QVariantMap &parameters,
                                                       QgsProcessingContext &context ) const
{
  if ( result == QLatin1String( "BUNDLES" ) )
    return QStringLiteral( "bundles" );
  if ( result != QLatin1String( "PLAN" ) )
    return {};
  const std::unique_ptr<QgsProcessingFeatureSource> works(
    parameterAsSource( parameters, QStringLiteral( "WORKS" ), context ) );
  return works ? QStringLiteral( "plan_" ) + compat::geometryName( works->wkbType() ) : QString();
}

} // namespace koppelkans
