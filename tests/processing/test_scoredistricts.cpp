// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processing/workbench.h"

#include <cmath>
#include <qgsprocessingparameters.h>
#include <qgsvectorlayer.h>

using namespace koppelkans::test;

namespace
{

const QString areas = QStringLiteral( "Polygon?crs=EPSG:28992" );

//! West and East, 100 m² each; heat covers 1 and ½ of them, water ½ and 0.
QVariantMap twoDistricts( Workbench &bench, const QVariant &west = "12,5", const QVariant &east = "30" )
{
  QgsVectorLayer *districts =
    bench.add( "districts", areas + "&field=naam:string&field=income:string",
               { { square( 0, 0, 10 ), { "West", west } }, { square( 10, 0, 10 ), { "East", east } } } );
  QgsVectorLayer *heat = bench.add( "heat", areas, { { rectangle( 0, 0, 15, 10 ) }, { square( 0, 0, 5 ) } } );
  QgsVectorLayer *water = bench.add( "water", areas, { { rectangle( 0, 0, 10, 5 ) } } );
  return { { "DISTRICTS", asValue( districts ) },
           { "THEMES", asValues( { heat, water } ) },
           { "SCORES", "TEMPORARY_OUTPUT" } };
}

} // namespace

class TestScoreDistricts : public QObject
{
  Q_OBJECT

private slots:
  void sharesPartsAndRanks();
  void terms_data();
  void terms();
  void weights();
  void indicators();
  void partsAddUpToTheScore();
  void equalNames();
  void noData();
  void selectedFeatures();
  void districtsKeepTheirFieldsAndCrs();
};

void TestScoreDistricts::sharesPartsAndRanks()
{
  Workbench bench;
  const Outcome outcome = bench.run( "scoredistricts", twoDistricts( bench ) );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "SCORES", { "naam", "score", "rank", "rank_low", "rank_high", "heat_share", "heat_part",
                                       "heat_specificity", "water_share", "water_part", "water_specificity" } ),
            QStringList( { "West | 0.75 | 1 | 1 | 1 | 1 | 0.5 | 1.33333 | 0.5 | 0.25 | 2",
                           "East | 0.25 | 2 | 2 | 2 | 0.5 | 0.25 | 0.666667 | 0 | 0 | 0" } ) );
}

void TestScoreDistricts::terms_data()
{
  QTest::addColumn<QVariantMap>( "changes" );
  QTest::addColumn<QStringList>( "scores" );
  const auto row = []( const char *name, const QVariantMap &changes, const QStringList &scores )
  {
    QTest::newRow( name ) << changes << scores;
  };
  row( "minmax", { { "NORMALISATION", "minmax" } }, { "1", "0" } );
  row( "none", { { "NORMALISATION", "none" } }, { "0.75", "0.25" } );
  row( "zscore", { { "NORMALISATION", "zscore" } }, { "1", "-1" } );
  row( "rank", { { "NORMALISATION", "rank" } }, { "1", "0" } );
  row( "geometric mean", { { "AGGREGATION", "geometric_mean" } }, { "0.707107", "0" } );
  // z is 1 and -1 for both themes: even districts, nothing to mark down.
  row( "Mazziotta-Pareto", { { "AGGREGATION", "mazziotta_pareto" } }, { "110", "90" } );
  row( "TOPSIS", { { "AGGREGATION", "topsis" } }, { "1", "0" } );
  row( "OWA", { { "AGGREGATION", "owa" }, { "ORDER_WEIGHTS", "1,0" } }, { "1", "0.5" } );
}

void TestScoreDistricts::terms()
{
  QFETCH( QVariantMap, changes );
  QFETCH( QStringList, scores );
  Workbench bench;
  QVariantMap parameters = twoDistricts( bench );
  for ( auto change = changes.constBegin(); change != changes.constEnd(); ++change )
    parameters[change.key()] = change.value();
  const Outcome outcome = bench.run( "scoredistricts", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "SCORES", { "score" } ), scores );
}

void TestScoreDistricts::weights()
{
  Workbench bench;
  QVariantMap parameters = twoDistricts( bench );
  parameters["THEME_SETTINGS"] =
    bench.write( "theme,weight,lower,upper,direction\nheat,3,0.5,1,\nwater,1,0,1,less_is_worse\n", "settings.csv" );
  const Outcome outcome = bench.run( "scoredistricts", parameters );
  VERIFY_RAN( outcome );
  // Needs 1 and ½ in the west, 0 and 1 in the east.
  QCOMPARE( outcome.table( "SCORES", { "score", "heat_part", "water_part" } ),
            QStringList( { "0.875 | 0.75 | 0.125", "0.25 | 0 | 0.25" } ) );
}

void TestScoreDistricts::indicators()
{
  Workbench bench;
  QVariantMap parameters = twoDistricts( bench );
  parameters.remove( "THEMES" );
  parameters["INDICATORS"] = QStringList{ "income" };
  parameters["NORMALISATION"] = "minmax";
  const Outcome outcome = bench.run( "scoredistricts", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "SCORES", { "naam", "income", "income_share", "score", "rank" } ),
            QStringList( { "West | 12,5 | 12.5 | 0 | 2", "East | 30 | 30 | 1 | 1" } ) );
}

void TestScoreDistricts::partsAddUpToTheScore()
{
  Workbench bench;
  QVariantMap parameters = twoDistricts( bench );
  parameters["INDICATORS"] = QStringList{ "income" };
  parameters["THEME_SETTINGS"] = bench.write( "theme,weight,lower,upper\nheat,2,,\nincome,5,0,40\n", "settings.csv" );
  const Outcome outcome = bench.run( "scoredistricts", parameters );
  VERIFY_RAN( outcome );
  QgsFeatureIterator rows = outcome.layer( "SCORES" )->getFeatures();
  QgsFeature row;
  int count = 0;
  for ( ; rows.nextFeature( row ); ++count )
  {
    const double sum = row.attribute( "heat_part" ).toDouble() + row.attribute( "water_part" ).toDouble() +
                       row.attribute( "income_part" ).toDouble();
    QVERIFY( row.attribute( "score" ).toDouble() > 0 );
    QVERIFY( std::abs( sum - row.attribute( "score" ).toDouble() ) < 1e-12 );
  }
  QCOMPARE( count, 2 );
}

void TestScoreDistricts::equalNames()
{
  Workbench bench;
  QVariantMap parameters = twoDistricts( bench );
  parameters["THEMES"] = asValues( { bench.add( "income", areas, { { square( 0, 0, 10 ) } } ) } );
  parameters["INDICATORS"] = QStringList{ "income" };
  parameters["SCORES"] = bench.path( "scores.gpkg" );
  const Outcome outcome = bench.run( "scoredistricts", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( table( QgsVectorLayer( bench.path( "scores.gpkg" ) ), { "naam", "income_share", "income_2_share" } ),
            QStringList( { "West | 1 | 12.5", "East | 0 | 30" } ) );
}

void TestScoreDistricts::noData()
{
  Workbench bench;
  QVariantMap parameters = twoDistricts( bench, QVariant(), "abc" );
  parameters.remove( "THEMES" );
  parameters["INDICATORS"] = QStringList{ "income" };
  const Outcome outcome = bench.run( "scoredistricts", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "SCORES", { "score", "rank", "rank_low", "rank_high", "income_share", "income_part" } ),
            QStringList( { "NULL | NULL | NULL | NULL | NULL | NULL", "NULL | NULL | NULL | NULL | NULL | NULL" } ) );
  QVERIFY( outcome.findings().contains( "districts|1|missing_number" ) );
  QVERIFY( outcome.findings().contains( "districts|2|not_a_number" ) );
}

void TestScoreDistricts::selectedFeatures()
{
  Workbench bench;
  QVariantMap parameters = twoDistricts( bench );
  auto *districts = qobject_cast<QgsVectorLayer *>( bench.project.mapLayer( parameters["DISTRICTS"].toString() ) );
  districts->selectByIds( { 2 } );
  QCOMPARE( bench.run( "scoredistricts", parameters ).table( "SCORES", { "naam" } ),
            QStringList( { "West", "East" } ) );
  parameters["DISTRICTS"] = QVariant::fromValue( QgsProcessingFeatureSourceDefinition( districts->id(), true ) );
  QCOMPARE( bench.run( "scoredistricts", parameters ).table( "SCORES", { "naam", "rank" } ),
            QStringList( { "East | 1" } ) );
}

void TestScoreDistricts::districtsKeepTheirFieldsAndCrs()
{
  Workbench bench;
  QVariantMap parameters = twoDistricts( bench );
  QgsVectorLayer *district =
    bench.add( "wijken", "MultiPolygon?crs=EPSG:4326&field=score:string&field=heat_share:integer",
               { { "MULTIPOLYGON(((4.9 52.3,4.91 52.3,4.91 52.31,4.9 52.3)))", { "mine", 3 } } } );
  parameters["DISTRICTS"] = asValue( district );
  parameters["CRS"] = "EPSG:28992";
  const Outcome outcome = bench.run( "scoredistricts", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.layer( "SCORES" )->crs().authid(), QString( "EPSG:4326" ) );
  QCOMPARE( outcome.table( "SCORES", { "score_source", "heat_share_source", "heat_share" } ),
            QStringList( { "mine | 3 | 0" } ) );
  QgsFeature scored, given;
  QVERIFY( outcome.layer( "SCORES" )->getFeatures().nextFeature( scored ) &&
           district->getFeatures().nextFeature( given ) );
  QCOMPARE( scored.geometry().asWkt(), given.geometry().asWkt() );
}

KOPPELKANS_PROCESSING_TEST( TestScoreDistricts )

#include "test_scoredistricts.moc"
