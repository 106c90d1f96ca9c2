// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/realdata/algorithm_run.h"
#include "tests/realdata/bundle_checks.h"
#include "tests/realdata/real_data.h"

#include <qgsvectorlayer.h>

using namespace koppelkans;
using namespace koppelkans::test;

/**
 * koppelkans:planworks on the 41,912 pavement objects of Noord and Nieuw-West, and koppelkans:bundlemaintenance on what
 * it makes of them.
 */
class TestAmsterdamPlan : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void worksFollowFromTheirYears();
  void saysWhichLivesWereFilledIn();
  void bundlesKeepTheirTerms();
  void bundlingPays();

private:
  static constexpr int baseYear = 2027;
  static constexpr int earlier = 3;
  static constexpr int later = 5;
  static constexpr int defaultLife = 30;

  QTemporaryDir mFolder;
  QString mAssets;
  const QString mLayer = QStringLiteral( "verharding_noord_nieuwwest" );
  QString mWorks;
  QString mWorksFindings;
  BundleRun mBundles;
};

void TestAmsterdamPlan::initTestCase()
{
  KOPPELKANS_NEED_DATA( "amsterdam/verharding_noord_nieuwwest.gpkg" );
  mAssets = dataPath( QStringLiteral( "amsterdam/verharding_noord_nieuwwest.gpkg" ) );
  // Cycle lanes are left to the default.
  const QString lives = mFolder.filePath( QStringLiteral( "lives.csv" ) );
  QVERIFY( writeLines(
    lives, { QStringLiteral( "class,life" ), QStringLiteral( "Sidewalk,40" ), QStringLiteral( "Road,25" ) } ) );
  mWorks = mFolder.filePath( QStringLiteral( "works.gpkg" ) );
  mWorksFindings = mFolder.filePath( QStringLiteral( "works_findings.gpkg" ) );
  KOPPELKANS_RUN( works, "planworks",
                  { { "ASSETS", mAssets },
                    { "BUILT_FIELD", QStringLiteral( "jaar_van_aanleg" ) },
                    { "RENEWED_FIELD", QStringLiteral( "jaar_uitgevoerd_onderhoud" ) },
                    { "CLASS_FIELD", QStringLiteral( "gebruiksfunctie" ) },
                    { "LIVES", lives },
                    { "DEFAULT_LIFE", defaultLife },
                    { "EARLIER", earlier },
                    { "LATER", later },
                    { "BASE_YEAR", baseYear },
                    { "WORKS", mWorks },
                    { "FINDINGS", mWorksFindings } } );

  mBundles.works = mWorks;
  mBundles.plan = mFolder.filePath( QStringLiteral( "plan.gpkg" ) );
  mBundles.bundles = mFolder.filePath( QStringLiteral( "bundles.gpkg" ) );
  mBundles.findings = mFolder.filePath( QStringLiteral( "findings.gpkg" ) );
  mBundles.earliestField = QStringLiteral( "year_from" );
  mBundles.latestField = QStringLiteral( "year_to" );
  KOPPELKANS_RUN( bundling, "bundlemaintenance",
                  { { "WORKS", mWorks },
                    { "YEAR_FIELD", QStringLiteral( "year_due" ) },
                    { "EARLIEST_FIELD", mBundles.earliestField },
                    { "LATEST_FIELD", mBundles.latestField },
                    { "CLASS_FIELD", QStringLiteral( "asset_class" ) },
                    { "DISTANCE", mBundles.distance },
                    { "MAX_EXTENT", mBundles.maxExtent },
                    { "SETUP_COST", mBundles.setup },
                    { "PAVING_COST", mBundles.paving },
                    { "TIME_LIMIT", 30 },
                    { "PLAN", mBundles.plan },
                    { "BUNDLES", mBundles.bundles },
                    { "FINDINGS", mBundles.findings } } );
  mBundles.results = bundling.results;
}

void TestAmsterdamPlan::worksFollowFromTheirYears()
{
  const std::unique_ptr<QgsVectorLayer> assets = openLayer( mAssets );
  const std::unique_ptr<QgsVectorLayer> works = openLayer( mWorks );
  QCOMPARE( assets->featureCount(), 41912LL );
  QCOMPARE( works->featureCount(), 41912LL );
  QgsFeatureIterator before = assets->getFeatures();
  QgsFeatureIterator after = works->getFeatures();
  QgsFeature asset, work;
  const auto value = [&work]( const char *field )
  {
    return work.attribute( QString::fromLatin1( field ) );
  };
  int unknown = 0;
  while ( before.nextFeature( asset ) && after.nextFeature( work ) )
  {
    for ( const QgsField &field : assets->fields() )
      if ( field.name() != QLatin1String( "fid" ) )
        QCOMPARE( work.attribute( field.name() ), asset.attribute( field.name() ) );
    QVERIFY( work.geometry().equals( asset.geometry() ) );

    const QString use = asset.attribute( QStringLiteral( "gebruiksfunctie" ) ).toString();
    QCOMPARE( value( "asset_class" ).toString(), use );
    // 0 stands for an unknown year, as NULL does.
    const int made = std::max( asset.attribute( QStringLiteral( "jaar_van_aanleg" ) ).toInt(),
                               asset.attribute( QStringLiteral( "jaar_uitgevoerd_onderhoud" ) ).toInt() );
    if ( made == 0 )
    {
      ++unknown;
      QCOMPARE( value( "life_source" ).toString(), QStringLiteral( "unknown" ) );
      QVERIFY( value( "year_from" ).isNull() && value( "year_to" ).isNull() && value( "year_due" ).isNull() );
      continue;
    }
    const bool inTable = use != QLatin1String( "Cycle lane" );
    const int life = use == QLatin1String( "Sidewalk" ) ? 40 : use == QLatin1String( "Road" ) ? 25 : defaultLife;
    const int due = std::max( made + life, baseYear );
    QCOMPARE( value( "life_source" ).toString(), inTable ? QStringLiteral( "table" ) : QStringLiteral( "default" ) );
    QCOMPARE( value( "life" ).toInt(), life );
    QCOMPARE( value( "year_due" ).toInt(), due );
    QCOMPARE( value( "year_from" ).toInt(), std::max( due - earlier, baseYear ) );
    QCOMPARE( value( "year_to" ).toInt(), due + later );
    QCOMPARE( value( "overdue" ).toInt(), made + life < baseYear ? 1 : 0 );
  }
  auto findings = countFindings( mWorksFindings );
  QVERIFY( unknown > 0 );
  QCOMPARE( ( findings[{ mLayer, QStringLiteral( "missing_year" ) }] ), unknown );
}

void TestAmsterdamPlan::saysWhichLivesWereFilledIn()
{
  const std::unique_ptr<QgsVectorLayer> works = openLayer( mWorks );
  works->setSubsetString( QStringLiteral( "life_source = 'default'" ) );
  auto findings = countFindings( mWorksFindings );
  // Of a work whose maintenance is older than its construction, that is said instead.
  const int filledIn = findings[{ mLayer, QStringLiteral( "default_used" ) }];
  const int contradictions = findings[{ mLayer, QStringLiteral( "renewed_before_built" ) }];
  QVERIFY( filledIn > 4000 );
  QVERIFY( filledIn <= works->featureCount() && filledIn >= works->featureCount() - contradictions );
}

void TestAmsterdamPlan::bundlesKeepTheirTerms()
{
  checkBundles( mBundles );
}

void TestAmsterdamPlan::bundlingPays()
{
  // Pavements and roads of one street are due in the same years: a plan that finds nothing to combine is wrong.
  const double apart = mBundles.results.value( QStringLiteral( "COST_APART" ) ).toDouble();
  const double saving = mBundles.results.value( QStringLiteral( "SAVING" ) ).toDouble();
  qInfo( "saving %.0f of %.0f euro", saving, apart );
  QVERIFY( saving > 0.1 * apart );
}

KOPPELKANS_ALGORITHM_TEST( TestAmsterdamPlan )
#include "test_amsterdam_plan.moc"
