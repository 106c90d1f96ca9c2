// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processing/workbench.h"

#include "processing/compat.h"

#include <QIcon>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingmodelalgorithm.h>
#include <qgsprocessingoutputs.h>
#include <qgsprocessingparameters.h>
#include <qgsprocessingprovider.h>
#include <qgsprocessingregistry.h>
#include <qgsvectorlayer.h>

using namespace koppelkans::test;

namespace
{

using Algorithm = std::unique_ptr<QgsProcessingAlgorithm>;
using AlgorithmFlags = koppelkans::compat::AlgorithmFlags;

#if _QGIS_VERSION_INT >= 33600
const AlgorithmFlags expectedFlags =
  ::Qgis::ProcessingAlgorithmFlag::SupportsBatch | ::Qgis::ProcessingAlgorithmFlag::CanCancel;
const AlgorithmFlags unwantedFlags = ::Qgis::ProcessingAlgorithmFlag::HideFromModeler |
                                     ::Qgis::ProcessingAlgorithmFlag::HideFromToolbox |
                                     ::Qgis::ProcessingAlgorithmFlag::NoThreading;
#else
const AlgorithmFlags expectedFlags = QgsProcessingAlgorithm::FlagSupportsBatch | QgsProcessingAlgorithm::FlagCanCancel;
const AlgorithmFlags unwantedFlags = QgsProcessingAlgorithm::FlagHideFromModeler |
                                     QgsProcessingAlgorithm::FlagHideFromToolbox |
                                     QgsProcessingAlgorithm::FlagNoThreading;
#endif

Algorithm make( const QString &name )
{
  return Algorithm(
    QgsApplication::processingRegistry()->createAlgorithmById( QStringLiteral( "koppelkans:" ) + name ) );
}

const QStringList algorithms{ "bundlemaintenance", "checkdata",      "couplethemes", "overlaythemes",
                              "planworks",         "scoredistricts", "stacklayers" };

} // namespace

class TestContract : public QObject
{
  Q_OBJECT

private slots:
  void algorithmsOfTheProvider();
  void names_data();
  void names();
  void enumerations_data();
  void enumerations();

  void help_data() { eachAlgorithm(); }

  void help();

  void dress_data() { eachAlgorithm(); }

  void dress();
  void resultFields_data();
  void resultFields();
  void requiredParameters_data();
  void requiredParameters();
  void inAModel();

private:
  void eachAlgorithm();
};

void TestContract::eachAlgorithm()
{
  QTest::addColumn<QString>( "algorithm" );
  for ( const QString &algorithm : algorithms )
    QTest::newRow( qPrintable( algorithm ) ) << algorithm;
}

void TestContract::algorithmsOfTheProvider()
{
  const QgsProcessingProvider *provider =
    QgsApplication::processingRegistry()->providerById( QStringLiteral( "koppelkans" ) );
  QVERIFY( provider );
  QStringList names;
  for ( const QgsProcessingAlgorithm *algorithm : provider->algorithms() )
    names << algorithm->name();
  names.sort();
  QCOMPARE( names, algorithms );
  QVERIFY( !provider->icon().isNull() );
  QVERIFY( !provider->versionInfo().isEmpty() );
}

void TestContract::names_data()
{
  QTest::addColumn<QStringList>( "parameters" );
  QTest::addColumn<QStringList>( "outputs" );
  QTest::newRow( "stacklayers" ) << QStringList{ "THEMES",    "THEME_SETTINGS", "EXTENT",
                                                 "CELL_SIZE", "CELL_SHAPE",     "CRS" }
                                 << QStringList{ "CELLS", "RASTER", "INTERLOCKS", "FINDINGS" };
  QTest::newRow( "overlaythemes" ) << QStringList{ "THEMES", "THEME_SETTINGS", "PRECISION", "CRS" }
                                   << QStringList{ "FACES", "FINDINGS" };
  QTest::newRow( "scoredistricts" ) << QStringList{ "DISTRICTS",      "THEMES",        "INDICATORS",
                                                    "THEME_SETTINGS", "NORMALISATION", "AGGREGATION",
                                                    "ORDER_WEIGHTS",  "PENALTY",       "CRS" }
                                    << QStringList{ "SCORES", "FINDINGS" };
  QTest::newRow( "planworks" ) << QStringList{ "ASSETS", "BUILT_FIELD", "RENEWED_FIELD", "CLASS_FIELD", "LIVES" }
                               << QStringList{ "WORKS", "FINDINGS" };
  QTest::newRow( "bundlemaintenance" ) << QStringList{ "WORKS",
                                                       "YEAR_FIELD",
                                                       "EARLIEST_FIELD",
                                                       "LATEST_FIELD",
                                                       "FIXED_FIELD",
                                                       "COST_FIELD",
                                                       "CLASS_FIELD",
                                                       "FUND_FIELD",
                                                       "CLOSED_CLASSES",
                                                       "WIDTH",
                                                       "RADIUS",
                                                       "EARLIER",
                                                       "LATER",
                                                       "DISTANCE",
                                                       "MAX_EXTENT",
                                                       "SETUP_COST",
                                                       "PAVING_COST",
                                                       "ADVANCE_RATE",
                                                       "DELAY_RATE",
                                                       "MORATORIA",
                                                       "EXPERIMENTS",
                                                       "TIME_LIMIT",
                                                       "SEED",
                                                       "CRS",
                                                       "OWNER_FIELD",
                                                       "CHOSEN_YEAR_FIELD",
                                                       "WIDTH_FIELD",
                                                       "RADIUS_FIELD",
                                                       "QUANTITY_FIELD",
                                                       "SIZE_FIELD",
                                                       "UNIT_PRICES",
                                                       "PRICE_YEAR",
                                                       "PRICE_INDEX",
                                                       "MINIMUM_WORKS",
                                                       "APART",
                                                       "BUDGETS",
                                                       "FIRST_YEAR",
                                                       "DISTRICTS",
                                                       "DISTRICT_NAME_FIELD" }
                                       << QStringList{ "PLAN",         "BUNDLES",    "FUND_YEARS",   "COVERAGE",
                                                       "TIMELINE",     "COST_APART", "COST_BUNDLED", "SAVING",
                                                       "SAVING_BOUND", "FINDINGS" };
  QTest::newRow( "couplethemes" ) << QStringList{ "BUNDLES",
                                                  "YEAR_FIELD",
                                                  "OWNER_FIELD",
                                                  "WORKS",
                                                  "WIDTH",
                                                  "RADIUS",
                                                  "CELLS",
                                                  "FACES",
                                                  "THEME_SETTINGS",
                                                  "DISTRICTS",
                                                  "DISTRICT_NAME_FIELD",
                                                  "SHARE",
                                                  "URGENCY_THRESHOLD",
                                                  "OPPORTUNITY_THRESHOLD",
                                                  "MINIMUM_GAIN",
                                                  "CRS" }
                                  << QStringList{ "COUPLINGS", "VERDICTS",     "QUADRANTS", "UNPLANNED",
                                                  "CARRIED",   "NOT_WORTH_IT", "FINDINGS" };
  QTest::newRow( "checkdata" ) << QStringList{ "THEMES", "THEME_SETTINGS", "DISTRICTS",   "ASSETS", "LIVES",
                                               "WORKS",  "MORATORIA",      "EXPERIMENTS", "CRS" }
                               << QStringList{ "FINDINGS" };
}

void TestContract::names()
{
  QFETCH( QStringList, parameters );
  QFETCH( QStringList, outputs );
  const Algorithm algorithm = make( QTest::currentDataTag() );
  QVERIFY( algorithm );
  for ( const QString &name : parameters )
    QVERIFY2( algorithm->parameterDefinition( name ), qPrintable( name ) );
  for ( const QString &name : outputs )
    QVERIFY2( algorithm->outputDefinition( name ), qPrintable( name ) );
}

void TestContract::enumerations_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<QStringList>( "options" );
  QTest::addColumn<QString>( "standard" );
  QTest::newRow( "CELL_SHAPE" ) << "stacklayers" << QStringList{ "square", "hexagon" } << "square";
  QTest::newRow( "NORMALISATION" ) << "scoredistricts"
                                   << QStringList{ "none", "absolute", "minmax", "zscore", "rank", "vector" }
                                   << "absolute";
  QTest::newRow( "AGGREGATION" ) << "scoredistricts"
                                 << QStringList{ "weighted_mean", "geometric_mean", "mazziotta_pareto", "topsis",
                                                 "owa" }
                                 << "weighted_mean";
  QTest::newRow( "PENALTY" ) << "scoredistricts" << QStringList{ "minus", "plus" } << "minus";
}

void TestContract::enumerations()
{
  QFETCH( QString, algorithm );
  QFETCH( QStringList, options );
  QFETCH( QString, standard );
  const Algorithm made = make( algorithm );
  const auto *parameter =
    dynamic_cast<const QgsProcessingParameterEnum *>( made->parameterDefinition( QTest::currentDataTag() ) );
  QVERIFY( parameter );
  QVERIFY( parameter->usesStaticStrings() );
  QCOMPARE( parameter->options(), options );
  QCOMPARE( parameter->defaultValue().toString(), standard );
}

void TestContract::help()
{
  QFETCH( QString, algorithm );
  const Algorithm made = make( algorithm );
  const QString help = made->shortHelpString();
  const auto mentions = [&help]( const QString &text )
  {
    return help.contains( text.toHtmlEscaped() );
  };
  for ( const QgsProcessingParameterDefinition *parameter : made->parameterDefinitions() )
  {
    QVERIFY2( !parameter->description().trimmed().isEmpty(), qPrintable( parameter->name() ) );
    QVERIFY2( parameter->help().size() > 15, qPrintable( parameter->name() + ": " + parameter->help() ) );
    QVERIFY2( mentions( parameter->description() ) && help.contains( parameter->help() ),
              qPrintable( parameter->name() ) );
  }
  for ( const QgsProcessingOutputDefinition *output : made->outputDefinitions() )
    QVERIFY2( !output->description().trimmed().isEmpty() && mentions( output->description() ),
              qPrintable( output->name() ) );
}

void TestContract::dress()
{
  QFETCH( QString, algorithm );
  const Algorithm made = make( algorithm );
  QCOMPARE( made->id(), QStringLiteral( "koppelkans:" ) + algorithm );
  QVERIFY( !made->displayName().isEmpty() );
  QVERIFY( !made->group().isEmpty() && !made->groupId().isEmpty() );
  QVERIFY( made->tags().size() >= 5 );
  QVERIFY( !made->tags().contains( QString() ) );
  QVERIFY( !made->icon().isNull() );
  QVERIFY( QFile::exists( made->svgIconPath() ) );
  QCOMPARE( made->flags() & expectedFlags, expectedFlags );
  QCOMPARE( made->flags() & unwantedFlags, AlgorithmFlags() );
  const Algorithm other( made->create() );
  QVERIFY( other && other.get() != made.get() );
  QCOMPARE( other->id(), made->id() );
  QCOMPARE( other->parameterDefinitions().size(), made->parameterDefinitions().size() );
}

void TestContract::resultFields_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<QString>( "fields" );
  QTest::newRow( "CELLS" ) << "stacklayers"
                           << "cell_id:QString heat:double overlap_count:int overlap_index:double";
  QTest::newRow( "INTERLOCKS" ) << "stacklayers"
                                << "theme_a:QString theme_b:QString area_both:double jaccard:double lift:double";
  QTest::newRow( "FACES" ) << "overlaythemes"
                           << "themes:QString overlap_count:int overlap_index:double area:double";
  QTest::newRow( "SCORES" ) << "scoredistricts"
                            << "year:QString score:double rank:int rank_low:int rank_high:int heat_share:double "
                               "heat_part:double heat_specificity:double";
  QTest::newRow( "WORKS" ) << "planworks"
                           << "year:QString asset_class:QString year_from:int year_to:int year_due:int overdue:int "
                              "life:int life_source:QString";
  QTest::newRow( "PLAN" ) << "bundlemaintenance"
                          << "year_source:QString bundle_id:int year:int shift:int shift_cost:double reason:QString "
                             "chosen_year:int choice_cost:double window_first:int window_last:int "
                             "window_source:QString cost_counted:double cost_source:QString";
  QTest::newRow( "BUNDLES" ) << "bundlemaintenance"
                             << "bundle_id:int year:int works:int classes:QString funds:QString cost_apart:double "
                                "cost_bundled:double saving:double setup_saved:double paving_saved:double "
                                "shift_paid:double cost_unknown:int owners:QString start:QDate end:QDate "
                                "possible_first:int possible_last:int next_year:int next_dearer:double assumed:int "
                                "why:QString";
  QTest::newRow( "FUND_YEARS" ) << "bundlemaintenance"
                                << "fund:QString year:int cost_before:double cost_after:double budget:double "
                                   "overspent:double";
  QTest::newRow( "COVERAGE" ) << "bundlemaintenance"
                              << "owner:QString asset_class:QString works:int planned:int with_year:int "
                                 "with_window:int window_filled:int with_cost:int cost_filled:int breadth_filled:int "
                                 "remark:QString";
  QTest::newRow( "COUPLINGS" ) << "couplethemes"
                               << "bundle_id:qlonglong work_id:qlonglong year:int district:QString theme:QString "
                                  "partner:QString share:double unknown_share:double horizon:QString carried:int "
                                  "reason:QString";
  QTest::newRow( "VERDICTS" ) << "couplethemes"
                              << "bundle_id:qlonglong year:int district:QString themes:QString themes_carried:int "
                                 "partners:QString saving:double saving_share:double urgency:double verdict:QString "
                                 "reason:QString";
  QTest::newRow( "QUADRANTS" ) << "couplethemes"
                               << "year:QString urgency:double opportunity:double chances:int urgency_limit:double "
                                  "opportunity_limit:double quadrant:QString";
  QTest::newRow( "UNPLANNED" ) << "couplethemes"
                               << "district:QString theme:QString partner:QString urgent_area:double "
                                  "planned_area:double unplanned_area:double unplanned_share:double";
  for ( const QString &algorithm : algorithms )
    QTest::newRow( qPrintable( "FINDINGS of " + algorithm ) )
      << algorithm << "layer:QString feature:qlonglong kind:QString message:QString filled_by:QString";
}

void TestContract::resultFields()
{
  QFETCH( QString, algorithm );
  QFETCH( QString, fields );
  Workbench bench;
  QgsVectorLayer *heat =
    bench.add( "heat", "Polygon?crs=EPSG:28992&field=year:string", { { square( 0, 0, 10 ), { "2027" } } } );
  QgsVectorLayer *cells =
    bench.add( "cells", "Polygon?crs=EPSG:28992&field=heat:double", { { square( 0, 0, 10 ), { 1 } } } );
  const QString memory = QStringLiteral( "TEMPORARY_OUTPUT" );
  const bool couples = algorithm == "couplethemes";
  const Outcome outcome =
    bench.run( algorithm, { { "THEMES", asValues( { heat } ) },
                            { "DISTRICTS", asValue( heat ) },
                            { "ASSETS", asValue( heat ) },
                            { "BUILT_FIELD", "year" },
                            { "YEAR_FIELD", "year" },
                            { "CELLS", couples ? asValue( cells ) : QVariant( memory ) },
                            { "FACES", couples ? QVariant() : QVariant( memory ) },
                            { "INTERLOCKS", memory },
                            { "SCORES", memory },
                            { "PLAN", memory },
                            { "FUND_YEARS", memory },
                            { "COVERAGE", memory },
                            { "BUNDLES", couples ? asValue( heat ) : QVariant( memory ) },
                            { "COUPLINGS", memory },
                            { "VERDICTS", memory },
                            { "QUADRANTS", memory },
                            { "UNPLANNED", memory },
                            { "WORKS", algorithm == "planworks" ? QVariant( memory ) : asValue( heat ) } } );
  VERIFY_RAN( outcome );
  const QgsVectorLayer *layer = outcome.layer( QString( QTest::currentDataTag() ).section( ' ', 0, 0 ) );
  QVERIFY( layer );
  QStringList found;
  for ( const QgsField &field : layer->fields() )
    found << field.name() + ':' + QMetaType::typeName( static_cast<int>( field.type() ) );
  QCOMPARE( found.join( ' ' ), fields );
}

void TestContract::requiredParameters_data()
{
  QTest::addColumn<QString>( "missing" );
  QTest::newRow( "stacklayers" ) << "Themes";
  QTest::newRow( "overlaythemes" ) << "Themes";
  QTest::newRow( "scoredistricts" ) << "Districts";
  QTest::newRow( "planworks" ) << "Assets";
  QTest::newRow( "bundlemaintenance" ) << "Works";
  QTest::newRow( "couplethemes" ) << "Bundles";
}

void TestContract::requiredParameters()
{
  QFETCH( QString, missing );
  Workbench bench;
  const QString refusal = bench.refusal( QTest::currentDataTag(), {} );
  QVERIFY2( refusal.contains( missing, Qt::CaseInsensitive ), qPrintable( refusal ) );
}

void TestContract::inAModel()
{
  Workbench bench;
  QgsVectorLayer *assets = bench.add( "assets", "Polygon?crs=EPSG:28992&field=built:integer&field=cost:integer",
                                      { { square( 0, 0, 10 ), { 2000, 1000 } },
                                        { rectangle( 5, 0, 10, 10 ), { 2001, 1000 } },
                                        { QString(), { 2001 } } } );

  QgsProcessingModelAlgorithm model( QStringLiteral( "dig once" ), QStringLiteral( "tests" ) );
  model.addModelParameter(
    new QgsProcessingParameterFeatureSource( QStringLiteral( "ASSETS" ), QStringLiteral( "Assets" ) ),
    QgsProcessingModelParameter( QStringLiteral( "ASSETS" ) ) );
  using Source = QgsProcessingModelChildParameterSource;
  const auto value = []( const QVariant &is )
  {
    return QList<Source>{ Source::fromStaticValue( is ) };
  };
  QgsProcessingModelChildAlgorithm plan( QStringLiteral( "koppelkans:planworks" ) );
  plan.setChildId( QStringLiteral( "plan" ) );
  plan.addParameterSources( QStringLiteral( "ASSETS" ), { Source::fromModelParameter( QStringLiteral( "ASSETS" ) ) } );
  plan.addParameterSources( QStringLiteral( "BUILT_FIELD" ), value( "built" ) );
  plan.addParameterSources( QStringLiteral( "BASE_YEAR" ), value( 2026 ) );
  model.addChildAlgorithm( plan );

  QgsProcessingModelChildAlgorithm bundle( QStringLiteral( "koppelkans:bundlemaintenance" ) );
  bundle.setChildId( QStringLiteral( "bundle" ) );
  bundle.addParameterSources( QStringLiteral( "WORKS" ),
                              { Source::fromChildOutput( QStringLiteral( "plan" ), QStringLiteral( "WORKS" ) ) } );
  bundle.addParameterSources( QStringLiteral( "EARLIEST_FIELD" ), value( "year_from" ) );
  bundle.addParameterSources( QStringLiteral( "LATEST_FIELD" ), value( "year_to" ) );
  bundle.addParameterSources( QStringLiteral( "YEAR_FIELD" ), value( "year_due" ) );
  bundle.addParameterSources( QStringLiteral( "COST_FIELD" ), value( "cost" ) );
  QgsProcessingModelOutput bundles( QStringLiteral( "bundles" ) );
  bundles.setChildId( QStringLiteral( "bundle" ) );
  bundles.setChildOutputName( QStringLiteral( "BUNDLES" ) );
  bundle.setModelOutputs( { { QStringLiteral( "bundles" ), bundles } } );
  bundle.setDependencies( { QgsProcessingModelChildDependency( QStringLiteral( "plan" ) ) } );
  model.addChildAlgorithm( bundle );
  model.updateDestinationParameters();

  QgsProcessingContext context;
  context.setProject( &bench.project );
  Listener listener;
  bool ok = false;
  const QVariantMap results = model.run(
    { { "ASSETS", assets->id() }, { "bundle:bundles", bench.path( "bundles.gpkg" ) } }, context, &listener, &ok );
  QVERIFY2( ok, qPrintable( listener.errors.join( '\n' ) ) );
  QCOMPARE( results.value( "bundle:bundles" ).toString(), bench.path( "bundles.gpkg" ) );
  // Due in 2030 and 2031: a year earlier costs 20, a year later 30.
  QCOMPARE( table( QgsVectorLayer( bench.path( "bundles.gpkg" ) ), { "works", "year" } ),
            QStringList( { "2 | 2030" } ) );
}

KOPPELKANS_PROCESSING_TEST( TestContract )

#include "test_contract.moc"
