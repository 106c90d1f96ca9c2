// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processing/workbench.h"

#include <algorithm>
#include <cmath>
#include <qgsvectorlayer.h>

using namespace koppelkans::test;

namespace
{

const QString rd = QStringLiteral( "Polygon?crs=EPSG:28992" );

const QStringList fields{ "themes", "overlap_count", "overlap_index", "area" };

//! Heat, in two polygons that overlap, meets water in its left half.
QVariantMap twoThemes( Workbench &bench )
{
  QgsVectorLayer *heat = bench.add( "heat", rd, { { square( 0, 0, 10 ) }, { rectangle( 5, 0, 10, 10 ) } } );
  QgsVectorLayer *water = bench.add( "water", rd, { { rectangle( 0, 0, 5, 20 ) } } );
  return { { "THEMES", asValues( { heat, water } ) }, { "FACES", "TEMPORARY_OUTPUT" } };
}

} // namespace

class TestOverlayThemes : public QObject
{
  Q_OBJECT

private slots:
  void faces();
  void settings();
  void extentIsNotUsed();
  void orderOfThemes();
  void reprojects();
  void precision();
  void precisionRefused();
  void holes();
  void equalNames();
  void emptyTheme();
  void onlyEmptyThemes();
  void refusesLines();
  void geoPackage();
};

void TestOverlayThemes::faces()
{
  Workbench bench;
  const Outcome outcome = bench.run( "overlaythemes", twoThemes( bench ) );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "FACES", fields ),
            QStringList( { "heat; water | 2 | 1 | 50", "water | 1 | 0.5 | 50", "heat | 1 | 0.5 | 100" } ) );
  QgsFeature first;
  QVERIFY( outcome.layer( "FACES" )->getFeatures().nextFeature( first ) );
  QVERIFY( first.geometry().isGeosValid() );
  QVERIFY( first.geometry().isGeosEqual( QgsGeometry::fromWkt( rectangle( 0, 0, 5, 10 ) ) ) );
  QCOMPARE( outcome.layer( "FACES" )->crs().authid(), QString( "EPSG:28992" ) );
}

void TestOverlayThemes::settings()
{
  Workbench bench;
  QVariantMap parameters = twoThemes( bench );
  // A column field asks nothing here, not even that the layer has it.
  parameters["THEME_SETTINGS"] = bench.write( "theme,weight,threshold,direction,lower,field\n"
                                              "heat,3,0.5,,0,db\n"
                                              "water,1,0.5,less_is_worse,,\n",
                                              "settings.csv" );
  const Outcome outcome = bench.run( "overlaythemes", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "FACES", fields ),
            QStringList( { "heat; water | 1 | 0.75 | 50", "water | 0 | 0 | 50", "heat | 2 | 1 | 100" } ) );
}

void TestOverlayThemes::extentIsNotUsed()
{
  Workbench bench;
  QVariantMap parameters = twoThemes( bench );
  parameters["THEME_SETTINGS"] = bench.write( "theme,extent\nheat,\"0,1,0,1 [EPSG:28992]\"\n", "settings.csv" );
  const Outcome outcome = bench.run( "overlaythemes", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.findings().filter( "unused_setting" ), QStringList( { "heat|NULL|unused_setting" } ) );
}

void TestOverlayThemes::orderOfThemes()
{
  Workbench bench;
  QVariantMap parameters = twoThemes( bench );
  const Outcome one = bench.run( "overlaythemes", parameters );
  VERIFY_RAN( one );
  QVariantList themes = parameters["THEMES"].toList();
  std::reverse( themes.begin(), themes.end() );
  parameters["THEMES"] = themes;
  const Outcome other = bench.run( "overlaythemes", parameters );
  VERIFY_RAN( other );
  QCOMPARE( other.table( "FACES", fields ), one.table( "FACES", fields ) );
}

void TestOverlayThemes::reprojects()
{
  Workbench bench;
  QgsVectorLayer *heat = bench.add( "heat", rd, { { square( 120000, 485000, 1000 ) } } );
  const QgsCoordinateTransform toDegrees( QgsCoordinateReferenceSystem( "EPSG:28992" ),
                                          QgsCoordinateReferenceSystem( "EPSG:4326" ),
                                          QgsCoordinateTransformContext() );
  QgsGeometry moved = QgsGeometry::fromWkt( square( 120000, 485000, 1000 ) );
  moved.transform( toDegrees );
  QgsVectorLayer *same = bench.add( "same", "Polygon?crs=EPSG:4326", { { moved.asWkt( 17 ) } } );
  // What going there and back leaves is narrower than a decimetre.
  const Outcome outcome =
    bench.run( "overlaythemes",
               { { "THEMES", asValues( { heat, same } ) }, { "PRECISION", 0.1 }, { "FACES", "TEMPORARY_OUTPUT" } } );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "FACES", { "themes", "area" } ), QStringList( { "heat; same | 1e+06" } ) );
}

void TestOverlayThemes::precision()
{
  Workbench bench;
  QgsVectorLayer *heat = bench.add( "heat", rd, { { rectangle( 0, 0, 10.02, 10 ) } } );
  QgsVectorLayer *water = bench.add( "water", rd, { { rectangle( 10, 0, 10, 10 ) } } );
  QVariantMap parameters{ { "THEMES", asValues( { heat, water } ) }, { "FACES", "TEMPORARY_OUTPUT" } };
  const Outcome fine = bench.run( "overlaythemes", parameters );
  VERIFY_RAN( fine );
  QCOMPARE( fine.table( "FACES", { "themes", "area" } ),
            QStringList( { "heat | 100", "heat; water | 0.2", "water | 99.8" } ) );
  // What is filled in is said.
  QVERIFY( fine.findings().join( ' ' ).contains( "default_used" ) );
  parameters["PRECISION"] = 0.1;
  const Outcome coarse = bench.run( "overlaythemes", parameters );
  VERIFY_RAN( coarse );
  QCOMPARE( coarse.table( "FACES", { "themes", "area" } ), QStringList( { "heat | 100", "water | 100" } ) );
}

void TestOverlayThemes::precisionRefused()
{
  Workbench bench;
  QgsVectorLayer *heat = bench.add( "heat", rd, { { square( 0, 0, 300000 ) } } );
  const Outcome outcome =
    bench.run( "overlaythemes",
               { { "THEMES", asValues( { heat } ) }, { "PRECISION", 0.00001 }, { "FACES", "TEMPORARY_OUTPUT" } } );
  QVERIFY( !outcome.ok );
  QVERIFY2( outcome.errors.join( '\n' ).contains( "the precision is too fine for so large an extent" ),
            outcome.said().constData() );
}

void TestOverlayThemes::holes()
{
  Workbench bench;
  QgsVectorLayer *heat = bench.add( "heat", rd, { { square( 0, 0, 100 ) } } );
  QgsVectorLayer *trees = bench.add( "trees", rd, { { square( 10, 10, 10 ) }, { square( 20, 20, 10 ) } } );
  const Outcome outcome =
    bench.run( "overlaythemes", { { "THEMES", asValues( { heat, trees } ) }, { "FACES", "TEMPORARY_OUTPUT" } } );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "FACES", { "themes", "area" } ),
            QStringList( { "heat | 9800", "heat; trees | 100", "heat; trees | 100" } ) );
  QgsFeature feature;
  QgsFeatureIterator faces = outcome.layer( "FACES" )->getFeatures();
  while ( faces.nextFeature( feature ) )
  {
    QVERIFY( feature.geometry().isGeosValid() );
    QVERIFY( std::abs( feature.geometry().area() - feature.attribute( "area" ).toDouble() ) < 1e-6 );
  }
}

void TestOverlayThemes::equalNames()
{
  Workbench bench;
  QgsVectorLayer *one = bench.add( "heat", rd, { { square( 0, 0, 10 ) } } );
  QgsVectorLayer *two = bench.add( "heat", rd, { { square( 0, 0, 10 ) } } );
  const Outcome outcome =
    bench.run( "overlaythemes", { { "THEMES", asValues( { one, two } ) }, { "FACES", "TEMPORARY_OUTPUT" } } );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "FACES", fields ), QStringList( { "heat; heat_2 | 2 | 1 | 100" } ) );
}

void TestOverlayThemes::emptyTheme()
{
  Workbench bench;
  QVariantMap parameters = twoThemes( bench );
  parameters["THEMES"] = QVariant( parameters["THEMES"].toList() << asValue( bench.add( "nothing", rd ) ) );
  const Outcome outcome = bench.run( "overlaythemes", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "FACES", { "themes", "overlap_count", "overlap_index" } ),
            QStringList( { "heat; water | 2 | 0.666667", "water | 1 | 0.333333", "heat | 1 | 0.333333" } ) );
}

void TestOverlayThemes::onlyEmptyThemes()
{
  Workbench bench;
  const Outcome outcome = bench.run(
    "overlaythemes", { { "THEMES", asValues( { bench.add( "nothing", rd ) } ) }, { "FACES", "TEMPORARY_OUTPUT" } } );
  VERIFY_RAN( outcome );
  QVERIFY( outcome.table( "FACES", fields ).isEmpty() );
}

void TestOverlayThemes::refusesLines()
{
  Workbench bench;
  QgsVectorLayer *routes = bench.add( "routes", "LineString?crs=EPSG:28992", { { "LINESTRING(0 5,15 5)" } } );
  const Outcome outcome =
    bench.run( "overlaythemes", { { "THEMES", asValues( { routes } ) }, { "FACES", "TEMPORARY_OUTPUT" } } );
  QVERIFY( !outcome.ok );
  QVERIFY2( outcome.errors.join( '\n' ).contains( "routes: only polygons can be laid over each other exactly" ),
            outcome.said().constData() );
}

void TestOverlayThemes::geoPackage()
{
  Workbench bench;
  QVariantMap parameters = twoThemes( bench );
  parameters["FACES"] = bench.path( "faces.gpkg" );
  const Outcome outcome = bench.run( "overlaythemes", parameters );
  VERIFY_RAN( outcome );
  const QgsVectorLayer faces( bench.path( "faces.gpkg" ), "faces" );
  QCOMPARE( table( faces, fields ),
            QStringList( { "heat; water | 2 | 1 | 50", "water | 1 | 0.5 | 50", "heat | 1 | 0.5 | 100" } ) );
}

KOPPELKANS_PROCESSING_TEST( TestOverlayThemes )

#include "test_overlaythemes.moc"
