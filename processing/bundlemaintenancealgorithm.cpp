// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/bundlemaintenancealgorithm.h"

#include "core/planning/bundling.h"
#include "processing/bundleresults.h"
#include "processing/worksreader.h"

#include <cmath>

namespace koppelkans
{

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

void KoppelkansBundleMaintenanceAlgorithm::initAlgorithm( const QVariantMap & )
{
  addWorks();
  addTerms();
  addAreas();
  add( new QgsProcessingParameterFeatureSink( QStringLiteral( "PLAN" ), tr( "Plan" ) ),
       tr( "All works with bundle_id (empty for a work on its own), year, shift (years after the planned range, before "
           "it negative), shift_cost and "
           "reason: in_bundle, no_neighbour, no_common_year, too_extended, does_not_pay, no_open_year, or why the work "
           "is not in the plan." ) );
  add( new QgsProcessingParameterFeatureSink( QStringLiteral( "BUNDLES" ), tr( "Bundles" ), compat::sourcePolygon ),
       tr( "The projects of two works or more: bundle_id, year, works (how many), classes, funds, cost_apart, "
           "cost_bundled, saving, and what the saving "
           "consists of: setup_saved, paving_saved and shift_paid; cost_unknown counts works whose own cost is not "
           "known." ) );
  addCrs();
  addFindings();
  add( new QgsProcessingOutputNumber( QStringLiteral( "COST_APART" ), tr( "Cost apart" ) ),
       tr( "Euro, with every work on its own in its planned year." ) );
  add( new QgsProcessingOutputNumber( QStringLiteral( "COST_BUNDLED" ), tr( "Cost bundled" ) ),
       tr( "Euro, as planned." ) );
  add( new QgsProcessingOutputNumber( QStringLiteral( "SAVING" ), tr( "Saving" ) ),
       tr( "Euro, the difference of the two." ) );
  add( new QgsProcessingOutputNumber( QStringLiteral( "SAVING_BOUND" ), tr( "Most that can be saved" ) ),
       tr( "Euro; proven: no plan saves more." ) );
}

void KoppelkansBundleMaintenanceAlgorithm::addWorks()
{
  const QString works = QStringLiteral( "WORKS" );
  const auto addField = [&]( const char *name, const QString &description, const QString &help )
  {
    add( new QgsProcessingParameterField( QString::fromLatin1( name ), description, QVariant(), works, compat::anyField,
                                          false, true ),
         help );
  };
  add( new QgsProcessingParameterFeatureSource( works, tr( "Works" ), { compat::sourceGeometry } ),
       tr( "Planned maintenance and replacement: points, lines and polygons." ) );
  addField(
    "YEAR_FIELD", tr( "Planned year" ),
    tr( "A year or a range of years: 2027, 2026-2030, a date, Q3 2027. Moving a work out of it has a price." ) );
  addField( "EARLIEST_FIELD", tr( "Earliest year" ),
            tr( "The first year in which the work may be done. If empty: the planned year less the years earlier." ) );
  addField( "LATEST_FIELD", tr( "Latest year" ),
            tr( "The last year in which the work may be done. If empty: the planned year plus the years later." ) );
  addField( "FIXED_FIELD", tr( "Fixed" ), tr( "A field that says yes (1, true, ja) for works that cannot move." ) );
  addField(
    "COST_FIELD", tr( "Cost (euro)" ),
    tr( "The work's own cost. Where it is not known, neither it nor its shift is counted, and that is reported." ) );
  addField( "CLASS_FIELD", tr( "Asset class" ), tr( "What is worked on: sewer, road, green." ) );
  addField( "FUND_FIELD", tr( "Fund" ), tr( "Which budget the work is paid from." ) );
  add( new QgsProcessingParameterString( QStringLiteral( "CLOSED_CLASSES" ),
                                         tr( "Classes that do not open the surface" ), QVariant(), false, true ),
       tr( "Asset classes, separated by commas, whose works need no paving afterwards." ) );
}

void KoppelkansBundleMaintenanceAlgorithm::addTerms()
{
  const auto addNumber = [&]( const char *name, const QString &description, const QVariant &value, const QString &help )
  {
    add( new QgsProcessingParameterNumber( QString::fromLatin1( name ), description, compat::numberDouble, value, false,
                                           0 ),
         help );
  };
  const auto addYears = [&]( const char *name, const QString &description, int value, const QString &help )
  {
    add( new QgsProcessingParameterNumber( QString::fromLatin1( name ), description, compat::numberInteger, value,
                                           false, 0, 100 ),
         help );
  };
  addNumber( "WIDTH", tr( "Width of lines (metres)" ), 6, tr( "How wide a strip a line opens." ) );
  addNumber( "RADIUS", tr( "Radius of points (metres)" ), 3, tr( "How much a point opens around it." ) );
  addYears( "EARLIER", tr( "Years earlier" ), 2,
            tr( "How far works without an earliest year may be brought forward." ) );
  addYears( "LATER", tr( "Years later" ), 2, tr( "How far works without a latest year may be put off." ) );
  addNumber( "DISTANCE", tr( "Distance between works (metres)" ), 25,
             tr( "Works of a bundle are linked by steps of at most this distance." ) );
  addNumber( "MAX_EXTENT", tr( "Largest extent of a bundle (metres)" ), 250,
             tr( "The diagonal of the box around a bundle." ) );
  addNumber( "SETUP_COST", tr( "Cost of setting up a project (euro)" ), 20000,
             tr( "Tendering, preparation, traffic measures, participation: paid once a bundle." ) );
  addNumber( "PAVING_COST", tr( "Cost of paving (euro/m²)" ), 80,
             tr( "Paid once for each square metre that is opened, also where works overlap." ) );
  addNumber( "ADVANCE_RATE", tr( "Price of a year earlier" ), 0.02,
             tr( "Share of a work's cost for each year before its planned year." ) );
  addNumber( "DELAY_RATE", tr( "Price of a year later" ), 0.03,
             tr( "Share of a work's cost for each year after its planned year." ) );
  addNumber( "TIME_LIMIT", tr( "Time limit (seconds)" ), 60,
             tr( "How long to look for a better plan; the best found so far counts." ) );
  add( new QgsProcessingParameterNumber( QStringLiteral( "SEED" ), tr( "Seed" ), compat::numberInteger, 0, false, 0 ),
       tr( "Where chance decides between plans: the same seed gives the same plan." ) );
}

void KoppelkansBundleMaintenanceAlgorithm::addAreas()
{
  const QString moratoria = QStringLiteral( "MORATORIA" );
  add( new QgsProcessingParameterFeatureSource( moratoria, tr( "Dig moratoria" ), { compat::sourcePolygon }, QVariant(),
                                                true ),
       tr( "Areas whose surface stays closed for some years, for instance after a renewal." ) );
  add( new QgsProcessingParameterField( QStringLiteral( "MORATORIA_FROM_FIELD" ), tr( "First closed year" ), QVariant(),
                                        moratoria, compat::anyField, false, true ),
       tr( "A field of the moratoria; where it has no year the area is closed from the start." ) );
  add( new QgsProcessingParameterField( QStringLiteral( "MORATORIA_TO_FIELD" ), tr( "Last closed year" ), QVariant(),
                                        moratoria, compat::anyField, false, true ),
       tr( "A field of the moratoria; where it has no year the area stays closed." ) );
  add( new QgsProcessingParameterFeatureSource( QStringLiteral( "EXPERIMENTS" ), tr( "Experiments" ),
                                                { compat::sourcePolygon }, QVariant(), true ),
       tr( "Areas outside the normal windows: works that they touch stay out of the plan and are listed." ) );
}

QVariantMap KoppelkansBundleMaintenanceAlgorithm::compute( Run &run )
{
  const LayerSource source = requiredSource( run, QStringLiteral( "WORKS" ) );
  const auto fieldOf = [&]( const LayerSource &layer, const char *name )
  {
    return layer.requiredField( parameterAsString( run.parameters, QString::fromLatin1( name ), run.context ) );
  };
  const auto field = [&]( const char *name )
  {
    return fieldOf( source, name );
  };
  const auto number = [&]( const char *name )
  {
    return parameterAsDouble( run.parameters, QString::fromLatin1( name ), run.context );
  };
  const auto years = [&]( const char *name )
  {
    return parameterAsInt( run.parameters, QString::fromLatin1( name ), run.context );
  };

  const WorkFields fields{ field( "YEAR_FIELD" ),  field( "EARLIEST_FIELD" ), field( "LATEST_FIELD" ),
                           field( "FIXED_FIELD" ), field( "COST_FIELD" ),     field( "CLASS_FIELD" ),
                           field( "FUND_FIELD" ) };
  if ( fields.year < 0 && ( fields.earliest < 0 || fields.latest < 0 ) )
    throw Error(
      tr( "Choose a planned year, or both an earliest and a latest year: without years nothing can be planned" )
        .toStdString() );
  const Terms terms{ number( "SETUP_COST" ), number( "PAVING_COST" ), number( "ADVANCE_RATE" ),
                     number( "DELAY_RATE" ), number( "DISTANCE" ),    number( "MAX_EXTENT" ) };
  const WorkTerms workTerms{ { years( "EARLIER" ), years( "LATER" ) },
                             { number( "WIDTH" ), number( "RADIUS" ) },
                             textList( run, QStringLiteral( "CLOSED_CLASSES" ) ) };

  const QgsCoordinateReferenceSystem crs = computationCrs( run, source.crs );
  const LayerReader reader( crs, run.context.transformContext(), run.findings );
  Experiments experiments;
  if ( const std::optional<LayerSource> layer = this->source( run, QStringLiteral( "EXPERIMENTS" ) ) )
    experiments = readExperiments( *layer, reader, run.progress );
  ProgressPart reading( run.progress, 0, 0.2 );
  ReadWorks works = readWorks( source, fields, workTerms, reader, experiments, run.findings, reading );
  if ( fields.cost < 0 )
    run.findings.push_back( { FindingKind::NoCostField, source.name.toStdString() } );

  if ( const std::optional<LayerSource> layer = this->source( run, QStringLiteral( "MORATORIA" ) ) )
    works.input.moratoria =
      readMoratoria( *layer, fieldOf( *layer, "MORATORIA_FROM_FIELD" ), fieldOf( *layer, "MORATORIA_TO_FIELD" ), reader,
                     run.findings, run.progress );

  ProgressPart planning( run.progress, 0.2, 0.9 );
  const Effort effort{
    .timeLimit = std::chrono::duration<double>( number( "TIME_LIMIT" ) ),
    .seed = static_cast<unsigned>( parameterAsInt( run.parameters, QStringLiteral( "SEED" ), run.context ) ) };
  const Plan plan = bundleWorks( works.input, terms, effort, planning );
  for ( std::size_t i = 0; i < plan.works.size(); ++i )
    if ( plan.works[i].reason == AloneBecause::NoOpenYear )
      run.findings.push_back( { FindingKind::UnderMoratorium,
                                source.name.toStdString(),
                                works.input.works[i].id,
                                {},
                                std::to_string( works.input.works[i].window.first ) + "-" +
                                  std::to_string( works.input.works[i].window.last ) } );

  for ( std::size_t i = 0; i < works.input.works.size(); ++i )
    if ( const Box box = works.input.footprints.featureBox( i ); !fits( box, terms ) )
      run.findings.push_back( { FindingKind::TooExtended,
                                source.name.toStdString(),
                                works.input.works[i].id,
                                {},
                                QString::number( std::hypot( box.width(), box.height() ), 'f', 1 ).toStdString() } );

  const BundleResults results( works, plan );
  if ( works.wkbType != source.wkbType )
    run.feedback.pushInfo(
      tr( "Layer %1 mixes points, lines and polygons. So does the plan, which QGIS shows a kind at "
          "a time: add its file to the map to choose others" )
        .arg( source.name ) );
  if ( QgsFeatureSink *sink =
         run.results.sink( QStringLiteral( "PLAN" ), BundleResults::planFields( source ), works.wkbType, source.crs ) )
    results.writePlan( source, *sink, run.progress );
  if ( QgsFeatureSink *sink =
         run.results.sink( QStringLiteral( "BUNDLES" ), BundleResults::bundleFields(), compat::multiPolygon, crs ) )
    results.writeBundles( *sink, run.progress );
  return { { QStringLiteral( "COST_APART" ), plan.costApart },
           { QStringLiteral( "COST_BUNDLED" ), plan.costBundled },
           { QStringLiteral( "SAVING" ), plan.saving() },
           { QStringLiteral( "SAVING_BOUND" ), plan.savingBound() } };
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
