// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/geos.h"
#include "tests/realdata/algorithm_run.h"
#include "tests/realdata/amsterdam.h"
#include "tests/realdata/real_data.h"

#include <qgsgeometry.h>
#include <qgsvectorlayer.h>

#include <cmath>
#include <set>

using namespace koppelkans;
using namespace koppelkans::test;

/**
 * The published figures of Amsterdam (checks.md, 6), from our own outputs.
 *
 * They are of the whole city, whose 118,683 pavement pieces are published as one inside point each; a piece lies in a
 * heat-plan buurt if its point does. planworks tells old from new twice over, once by construction and once by
 * maintenance; scoredistricts counts the points of each buurt of the heat plan.
 */
class TestAmsterdamFigures : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void oldPiecesWithoutMaintenance();
  void piecesInTheHeatPlan();
  void squareMetresInTheHeatPlan();

private:
  QTemporaryDir mFolder;
  QString mOld; // the pieces of 1901-1996 without maintenance after 2005

  //! Whether a row of the heat plan is phased 2020-2030, 2022-2032 or 2020-2032.
  static bool isPhased( const QVariant &from, const QVariant &to );
};

void TestAmsterdamFigures::initTestCase()
{
  KOPPELKANS_NEED_DATA( "amsterdam/verharding_heelstad_punten.gpkg" );
  // With a life of 30 years, what is overdue in 2027 was made in 1996 or before, and what is overdue in 2036 in 2005.
  const QString byConstruction = mFolder.filePath( QStringLiteral( "by_construction.gpkg" ) );
  KOPPELKANS_RUN( construction, "planworks",
                  { { "ASSETS", dataPath( QStringLiteral( "amsterdam/verharding_heelstad_punten.gpkg" ) ) },
                    { "BUILT_FIELD", QStringLiteral( "jaar_van_aanleg" ) },
                    { "DEFAULT_LIFE", 30 },
                    { "BASE_YEAR", 2027 },
                    { "WORKS", byConstruction } } );
  const QString byBoth = mFolder.filePath( QStringLiteral( "pieces.gpkg" ) );
  KOPPELKANS_RUN( maintenance, "planworks",
                  { { "ASSETS", byConstruction },
                    { "RENEWED_FIELD", QStringLiteral( "jaar_uitgevoerd_onderhoud" ) },
                    { "DEFAULT_LIFE", 30 },
                    { "BASE_YEAR", 2036 },
                    { "WORKS", byBoth } } );
  // The first run's columns are carried along by the second as <name>_source.
  mOld = byBoth + QStringLiteral( "|layername=pieces|subset=overdue_source = 1 AND "
                                  "(overdue = 1 OR life_source = 'unknown')" );
}

bool TestAmsterdamFigures::isPhased( const QVariant &from, const QVariant &to )
{
  static const std::set<std::pair<int, int>> phases{ { 2020, 2030 }, { 2022, 2032 }, { 2020, 2032 } };
  return !from.isNull() && !to.isNull() && phases.contains( { from.toInt(), to.toInt() } );
}

void TestAmsterdamFigures::oldPiecesWithoutMaintenance()
{
  const std::unique_ptr<QgsVectorLayer> old = openLayer( mOld );
  // Counted here: QGIS 3.40 gives the count of the whole table for a filtered one of more than 100,000 rows.
  int pieces = 0;
  QgsFeature piece;
  for ( QgsFeatureIterator iterator = old->getFeatures(); iterator.nextFeature( piece ); ++pieces )
  {
    const int built = piece.attribute( QStringLiteral( "jaar_van_aanleg" ) ).toInt();
    QVERIFY( built >= 1901 && built <= 1996 );
    QVERIFY( piece.attribute( QStringLiteral( "jaar_uitgevoerd_onderhoud" ) ).toInt() <= 2005 );
  }
  QCOMPARE( pieces, 37206 );
}

void TestAmsterdamFigures::piecesInTheHeatPlan()
{
  const QString scores = mFolder.filePath( QStringLiteral( "scores.gpkg" ) );
  KOPPELKANS_RUN( outcome, "scoredistricts",
                  { { "DISTRICTS", amsterdam::heatPlanSource() },
                    { "THEMES", QStringList{ mOld } },
                    { "CRS", amsterdam::rd },
                    { "SCORES", scores } } );
  Findings findings;
  const ReadLayer buurten = readInCrs( scores, amsterdam::rd, findings );
  const std::unique_ptr<QgsVectorLayer> layer = openLayer( scores );
  const int density = layer->fields().lookupField( QStringLiteral( "pieces_share" ) );
  const int from = layer->fields().lookupField( QStringLiteral( "jaar_van" ) );
  const int to = layer->fields().lookupField( QStringLiteral( "jaar_tot" ) );
  QVERIFY( density >= 0 && from >= 0 && to >= 0 );
  int all = 0;
  int phased = 0;
  for ( std::size_t i = 0; i < buurten.attributes.size(); ++i )
  {
    // Points per hectare.
    const double pieces = buurten.attributes[i].at( density ).toDouble() * areaOf( buurten.features.geometry, i ) / 1e4;
    QVERIFY( std::abs( pieces - std::round( pieces ) ) < 1e-6 );
    all += static_cast<int>( std::lround( pieces ) );
    if ( isPhased( buurten.attributes[i].at( from ), buurten.attributes[i].at( to ) ) )
      phased += static_cast<int>( std::lround( pieces ) );
  }
  QCOMPARE( all, 34446 );
  QCOMPARE( phased, 11451 );
}

void TestAmsterdamFigures::squareMetresInTheHeatPlan()
{
  Findings findings;
  const ReadLayer pieces = readInCrs( mOld, amsterdam::rd, findings );
  const ReadLayer buurten = readInCrs( amsterdam::heatPlanSource(), amsterdam::rd, findings );
  const int squareMetres = openLayer( mOld )->fields().lookupField( QStringLiteral( "opp_m2" ) );
  const std::unique_ptr<QgsVectorLayer> plan = openLayer( amsterdam::heatPlanSource() );
  const int from = plan->fields().lookupField( QStringLiteral( "jaar_van" ) );
  const int to = plan->fields().lookupField( QStringLiteral( "jaar_tot" ) );
  double area = 0;
  int count = 0;
  for ( std::size_t buurt = 0; buurt < buurten.attributes.size(); ++buurt )
  {
    if ( !isPhased( buurten.attributes[buurt].at( from ), buurten.attributes[buurt].at( to ) ) )
      continue;
    const GeosGeometry polygon = toGeos( buurten.features.geometry, buurt );
    const GeosPrepared prepared( GEOSPrepare_r( geos(), polygon.get() ) );
    const Box box = buurten.features.geometry.featureBox( buurt );
    for ( std::size_t piece = 0; piece < pieces.attributes.size(); ++piece )
    {
      if ( !pieces.features.geometry.featureBox( piece ).intersects( box ) ||
           GEOSPreparedIntersects_r( geos(), prepared.get(), toGeos( pieces.features.geometry, piece ).get() ) != 1 )
        continue;
      area += pieces.attributes[piece].at( squareMetres ).toDouble();
      ++count;
    }
  }
  QCOMPARE( count, 11451 );
  QCOMPARE( std::lround( area / 1e4 ), 226L );
}

KOPPELKANS_ALGORITHM_TEST( TestAmsterdamFigures )
#include "test_amsterdam_figures.moc"
