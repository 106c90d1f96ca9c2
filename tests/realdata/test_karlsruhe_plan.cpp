// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/realdata/algorithm_run.h"
#include "tests/realdata/bundle_checks.h"
#include "tests/realdata/real_data.h"

#include <qgsvectorlayer.h>

#include <set>

using namespace koppelkans;
using namespace koppelkans::test;

/**
 * koppelkans:bundlemaintenance on the dated works of 13 organisations in Karlsruhe: areas, lines and points.
 *
 * What is known of a work is from when to when it runs. It may be done in any of these years, and is planned for the
 * first. (That the core finds the published numbers of pairs is tested in tests/core/test_planning_karlsruhe.cpp.)
 */
class TestKarlsruhePlan : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void plans_data();
  void plans();
  void bundlesOrganisations();

private:
  QTemporaryDir mFolder;
  QString mPlan; // of the areas
};

void TestKarlsruhePlan::initTestCase()
{
  KOPPELKANS_NEED_DATA( "karlsruhe/baustellen_2026.gpkg" );
}

void TestKarlsruhePlan::plans_data()
{
  QTest::addColumn<QString>( "layer" );
  QTest::addColumn<int>( "works" );
  QTest::addColumn<int>( "repaired" );
  QTest::newRow( "areas" ) << QStringLiteral( "baustellen_flaeche" ) << 262 << 11;
  QTest::newRow( "lines" ) << QStringLiteral( "baustellen_linie" ) << 71 << 0;
  QTest::newRow( "points" ) << QStringLiteral( "baustellen_punkt" ) << 361 << 0;
}

void TestKarlsruhePlan::plans()
{
  QFETCH( QString, layer );
  QFETCH( int, works );
  QFETCH( int, repaired );
  BundleRun run;
  run.works = dataPath( QStringLiteral( "karlsruhe/baustellen_2026.gpkg|layername=" ) ) + layer;
  run.plan = mFolder.filePath( layer + QStringLiteral( "_plan.gpkg" ) );
  run.bundles = mFolder.filePath( layer + QStringLiteral( "_bundles.gpkg" ) );
  run.findings = mFolder.filePath( layer + QStringLiteral( "_findings.gpkg" ) );
  run.earliestField = QStringLiteral( "von" );
  run.latestField = QStringLiteral( "bis" );
  run.distance = 50;
  run.maxExtent = 500;
  run.width = 4;
  run.radius = 5;
  KOPPELKANS_RUN( outcome, "bundlemaintenance",
                  { { "WORKS", run.works },
                    { "YEAR_FIELD", run.earliestField },
                    { "EARLIEST_FIELD", run.earliestField },
                    { "LATEST_FIELD", run.latestField },
                    { "CLASS_FIELD", QStringLiteral( "art" ) },
                    { "FUND_FIELD", QStringLiteral( "verursacher" ) },
                    { "DISTANCE", run.distance },
                    { "MAX_EXTENT", run.maxExtent },
                    { "SETUP_COST", run.setup },
                    { "PAVING_COST", run.paving },
                    { "WIDTH", run.width },
                    { "RADIUS", run.radius },
                    { "PLAN", run.plan },
                    { "BUNDLES", run.bundles },
                    { "FINDINGS", run.findings } } );
  run.results = outcome.results;
  QCOMPARE( openLayer( run.works )->featureCount(), static_cast<long long>( works ) );
  checkBundles( run );

  auto findings = countFindings( run.findings );
  QCOMPARE( ( findings[{ layer, QStringLiteral( "repaired_geometry" ) }] ), repaired );
  // Nobody said what the works cost.
  QCOMPARE( ( findings[{ layer, QStringLiteral( "no_cost_field" ) }] ), 1 );
  if ( mPlan.isEmpty() )
    mPlan = run.plan;
}

void TestKarlsruhePlan::bundlesOrganisations()
{
  std::map<int, std::set<QString>> organisations;
  QgsFeature work;
  const std::unique_ptr<QgsVectorLayer> plan = openLayer( mPlan );
  for ( QgsFeatureIterator iterator = plan->getFeatures(); iterator.nextFeature( work ); )
    if ( const QVariant bundle = work.attribute( QStringLiteral( "bundle_id" ) ); !bundle.isNull() )
      organisations[bundle.toInt()].insert( work.attribute( QStringLiteral( "verursacher" ) ).toString() );
  const auto mixed = std::count_if( organisations.begin(), organisations.end(),
                                    []( const auto &bundle ) { return bundle.second.size() > 1; } );
  qInfo( "%zu bundles, %td of them of several organisations", organisations.size(), mixed );
  QVERIFY( mixed > 0 );
}

KOPPELKANS_ALGORITHM_TEST( TestKarlsruhePlan )
#include "test_karlsruhe_plan.moc"
