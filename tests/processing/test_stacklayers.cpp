// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processing/workbench.h"

#include <cmath>
#include <numbers>
#include <qgsprocessingparameters.h>
#include <qgsrasterdataprovider.h>
#include <qgsrasterlayer.h>
#include <qgsvectorlayer.h>

using namespace koppelkans::test;

namespace
{

const QString rd = QStringLiteral( "Polygon?crs=EPSG:28992" );

//! Two themes on four cells of 10 m: heat covers 1, ½, 0, 0 of them (with an overlap), water ½, 0, ½, 0.
QVariantMap fourCells( Workbench &bench )
{
  QgsVectorLayer *heat = bench.add( "heat", rd, { { square( 0, 0, 10 ) }, { rectangle( 5, 0, 10, 10 ) } } );
  QgsVectorLayer *water = bench.add( "water", rd, { { rectangle( 0, 0, 5, 20 ) } } );
  return { { "THEMES", asValues( { heat, water } ) }, { "CELL_SIZE", 10 }, { "CELLS", "TEMPORARY_OUTPUT" } };
}

//! Pixels of 10 m from the origin: 1 2 above 3 and no data.
QgsRasterLayer *addPixels( Workbench &bench )
{
  const QString path = bench.write( "ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 10\nNODATA_value -9\n"
                                    "1 2\n3 -9\n",
                                    "pixels.asc" );
  auto *raster = new QgsRasterLayer( path, "pixels" );
  raster->setCrs( QgsCoordinateReferenceSystem( "EPSG:28992" ) );
  bench.project.addMapLayer( raster );
  return raster;
}

} // namespace

class TestStackLayers : public QObject
{
  Q_OBJECT

private slots:
  void cells();
  void settings();
  void interlocks();
  void linesAndPoints();
  void meanOfField();
  void rasterTheme();
  void hexagons();
  void extent();
  void emptyExtent_data();
  void emptyExtent();
  void extentInAnotherCrs();
  void hexagonsAsRaster();
  void rasterResult();
  void themeNames_data();
  void themeNames();
  void emptyThemeCountsNowhere();
};

void TestStackLayers::cells()
{
  Workbench bench;
  const Outcome outcome = bench.run( "stacklayers", fourCells( bench ) );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "CELLS", { "cell_id", "heat", "water", "overlap_count", "overlap_index" } ),
            QStringList( { "E0000N0000 | 1 | 0.5 | 2 | 0.75", "E0001N0000 | 0.5 | 0 | 1 | 0.25",
                           "E0000N0001 | 0 | 0.5 | 1 | 0.25", "E0001N0001 | 0 | 0 | 0 | 0" } ) );
  QgsFeature first;
  QVERIFY( outcome.layer( "CELLS" )->getFeatures().nextFeature( first ) );
  QVERIFY( first.geometry().equals( QgsGeometry::fromWkt( square( 0, 0, 10 ) ) ) );
  QCOMPARE( outcome.layer( "CELLS" )->crs().authid(), QString( "EPSG:28992" ) );
}

void TestStackLayers::settings()
{
  Workbench bench;
  QVariantMap parameters = fourCells( bench );
  parameters["THEME_SETTINGS"] = bench.write( "theme,weight,lower,upper,threshold,direction\n"
                                              "heat,3,\"0,5\",1,0.6,\n"
                                              "water,1,0,1,0.5,less_is_worse\n",
                                              "settings.csv" );
  const Outcome outcome = bench.run( "stacklayers", parameters );
  VERIFY_RAN( outcome );
  // Needs of heat: 1 0 0 0; of water: ½ 1 ½ 1.
  QCOMPARE( outcome.table( "CELLS", { "heat", "water", "overlap_count", "overlap_index" } ),
            QStringList( { "1 | 0.5 | 2 | 0.875", "0.5 | 0 | 1 | 0.25", "0 | 0.5 | 1 | 0.125", "0 | 0 | 1 | 0.25" } ) );
}

void TestStackLayers::interlocks()
{
  Workbench bench;
  QVariantMap parameters = fourCells( bench );
  parameters["INTERLOCKS"] = "TEMPORARY_OUTPUT";
  const Outcome outcome = bench.run( "stacklayers", parameters );
  VERIFY_RAN( outcome );
  // Each reaches ½ in two of four cells, both in one: 100 m², 1 of 3, 1·4 / (2·2).
  QCOMPARE( outcome.table( "INTERLOCKS", { "theme_a", "theme_b", "area_both", "jaccard", "lift" } ),
            QStringList( { "heat | water | 100 | 0.333333 | 1" } ) );
}

void TestStackLayers::linesAndPoints()
{
  Workbench bench;
  QgsVectorLayer *routes = bench.add( "routes", "LineString?crs=EPSG:28992", { { "LINESTRING(0 5,15 5)" } } );
  QgsVectorLayer *trees = bench.add( "trees", "Point?crs=EPSG:28992", { { "POINT(2 2)" }, { "POINT(3 3)" } } );
  const Outcome outcome = bench.run( "stacklayers", { { "THEMES", asValues( { routes, trees } ) },
                                                      { "CELL_SIZE", 10 },
                                                      { "EXTENT", "0,20,0,10 [EPSG:28992]" },
                                                      { "CELLS", "TEMPORARY_OUTPUT" } } );
  VERIFY_RAN( outcome );
  // A cell is a hundredth of a hectare. Bounds are the least and the greatest cell.
  QCOMPARE( outcome.table( "CELLS", { "routes", "trees", "overlap_count", "overlap_index" } ),
            QStringList( { "1000 | 200 | 2 | 1", "500 | 0 | 0 | 0" } ) );
}

void TestStackLayers::meanOfField()
{
  Workbench bench;
  QgsVectorLayer *noise = bench.add( "noise", rd + "&field=db:string",
                                     { { square( 0, 0, 10 ), { "40" } },
                                       { rectangle( 10, 0, 5, 10 ), { "60" } },
                                       { rectangle( 15, 0, 2.5, 10 ), { "57,0" } },
                                       { square( 20, 0, 10 ), { QVariant() } } } );
  const Outcome outcome =
    bench.run( "stacklayers", { { "THEMES", asValues( { noise } ) },
                                { "CELL_SIZE", 10 },
                                { "THEME_SETTINGS", bench.write( "theme,field\nnoise,db\n", "settings.csv" ) },
                                { "CELLS", "TEMPORARY_OUTPUT" } } );
  VERIFY_RAN( outcome );
  // (60·50 + 57·25) / 75 = 59; the third cell holds a polygon without a value.
  QCOMPARE( outcome.table( "CELLS", { "noise", "overlap_count", "overlap_index" } ),
            QStringList( { "40 | 0 | 0", "59 | 1 | 1", "NULL | 0 | NULL" } ) );
  QCOMPARE( outcome.findings().filter( "|4|" ), QStringList( { "noise|4|missing_number" } ) );
}

void TestStackLayers::rasterTheme()
{
  Workbench bench;
  QgsRasterLayer *pixels = addPixels( bench );
  QVariantMap parameters{
    { "THEMES", QVariantList{ pixels->id() } }, { "CELL_SIZE", 10 }, { "CELLS", "TEMPORARY_OUTPUT" } };
  const Outcome fine = bench.run( "stacklayers", parameters );
  VERIFY_RAN( fine );
  QCOMPARE(
    fine.table( "CELLS", { "cell_id", "pixels", "overlap_index" } ),
    QStringList( { "E0000N0000 | 3 | 1", "E0001N0000 | NULL | NULL", "E0000N0001 | 1 | 0", "E0001N0001 | 2 | 0.5" } ) );
  parameters["CELL_SIZE"] = 20;
  const Outcome coarse = bench.run( "stacklayers", parameters );
  VERIFY_RAN( coarse );
  QCOMPARE( coarse.table( "CELLS", { "pixels" } ), QStringList( { "2" } ) );
}

void TestStackLayers::hexagons()
{
  Workbench bench;
  QgsVectorLayer *park = bench.add( "park", rd, { { square( 100, 100, 50 ) } } );
  const Outcome outcome = bench.run( "stacklayers", { { "THEMES", asValues( { park } ) },
                                                      { "CELL_SIZE", 10 },
                                                      { "CELL_SHAPE", "hexagon" },
                                                      { "CELLS", "TEMPORARY_OUTPUT" } } );
  VERIFY_RAN( outcome );
  const double cell = 50 * std::numbers::sqrt3;
  double covered = 0;
  QgsFeatureIterator cells = outcome.layer( "CELLS" )->getFeatures();
  QgsFeature feature;
  while ( cells.nextFeature( feature ) )
  {
    QVERIFY( std::abs( feature.geometry().area() - cell ) < 1e-9 );
    covered += feature.attribute( "park" ).toDouble() * cell;
  }
  QVERIFY2( std::abs( covered - 2500 ) < 1e-6, qPrintable( QString::number( covered, 'g', 12 ) ) );
}

void TestStackLayers::extent()
{
  Workbench bench;
  QVariantMap parameters = fourCells( bench );
  parameters["EXTENT"] = "12,18,3,9 [EPSG:28992]";
  const Outcome outcome = bench.run( "stacklayers", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "CELLS", { "cell_id", "heat" } ), QStringList( { "E0001N0000 | 0.5" } ) );
}

void TestStackLayers::emptyExtent_data()
{
  QTest::addColumn<QVariant>( "extent" );
  QTest::newRow( "a point" ) << QVariant( "12,12,3,3 [EPSG:28992]" );
  QTest::newRow( "no width" ) << QVariant( "12,12,3,9 [EPSG:28992]" );
  QTest::newRow( "null" ) << QVariant( QgsRectangle() );
  QTest::newRow( "not an extent" ) << QVariant( "here" );
}

//! Whoever asks for an extent never gets another.
void TestStackLayers::emptyExtent()
{
  QFETCH( QVariant, extent );
  Workbench bench;
  QVariantMap parameters = fourCells( bench );
  parameters["EXTENT"] = extent;
  const Outcome outcome = bench.run( "stacklayers", parameters );
  QVERIFY( !outcome.ok );
  QVERIFY2( outcome.errors.join( '\n' ).contains( "The extent is empty: " + extent.toString() ),
            outcome.said().constData() );
  for ( const QVariant &none : { QVariant(), QVariant( "" ) } )
  {
    parameters["EXTENT"] = none;
    VERIFY_RAN( bench.run( "stacklayers", parameters ) );
  }
}

void TestStackLayers::hexagonsAsRaster()
{
  Workbench bench;
  QVariantMap parameters = fourCells( bench );
  parameters["RASTER"] = bench.path( "stack.tif" );
  QCOMPARE( bench.refusal( "stacklayers", parameters ), QString() );
  parameters["CELL_SHAPE"] = "hexagon";
  const QVariant definition =
    QVariant::fromValue( QgsProcessingOutputLayerDefinition( bench.path( "stack.tif" ), &bench.project ) );
  for ( const QVariant &wanted : { parameters["RASTER"], definition } )
  {
    parameters["RASTER"] = wanted;
    QVERIFY( bench.refusal( "stacklayers", parameters ).contains( "A raster cannot hold hexagons" ) );
  }
  for ( const QVariant &none : { QVariant(), QVariant( "" ) } )
  {
    parameters["RASTER"] = none;
    QCOMPARE( bench.refusal( "stacklayers", parameters ), QString() );
  }
}

void TestStackLayers::extentInAnotherCrs()
{
  Workbench bench;
  QgsVectorLayer *heat = bench.add( "heat", rd, { { square( 120000, 485000, 1000 ) } } );
  // 200 m by 200 m around the middle, in degrees.
  const QgsCoordinateTransform toDegrees( QgsCoordinateReferenceSystem( "EPSG:28992" ),
                                          QgsCoordinateReferenceSystem( "EPSG:4326" ),
                                          QgsCoordinateTransformContext() );
  const QgsRectangle box = toDegrees.transformBoundingBox( QgsRectangle( 120400, 485400, 120600, 485600 ) );
  const QString given = QStringLiteral( "%1,%2,%3,%4 [EPSG:4326]" )
                          .arg( box.xMinimum(), 0, 'f', 9 )
                          .arg( box.xMaximum(), 0, 'f', 9 )
                          .arg( box.yMinimum(), 0, 'f', 9 )
                          .arg( box.yMaximum(), 0, 'f', 9 );
  const Outcome outcome = bench.run(
    "stacklayers",
    { { "THEMES", asValues( { heat } ) }, { "CELL_SIZE", 50 }, { "EXTENT", given }, { "CELLS", "TEMPORARY_OUTPUT" } } );
  VERIFY_RAN( outcome );
  const QgsRectangle covered = outcome.layer( "CELLS" )->extent();
  QVERIFY( covered.contains( QgsRectangle( 120400, 485400, 120600, 485600 ) ) );
  QVERIFY( QgsRectangle( 120300, 485300, 120700, 485700 ).contains( covered ) );
}

void TestStackLayers::rasterResult()
{
  Workbench bench;
  QVariantMap parameters = fourCells( bench );
  parameters["RASTER"] = bench.path( "stack.tif" );
  parameters.remove( "CELLS" );
  const Outcome outcome = bench.run( "stacklayers", parameters );
  VERIFY_RAN( outcome );
  QVERIFY( !outcome.results.contains( "CELLS" ) );
  QgsRasterLayer raster( outcome.results.value( "RASTER" ).toString(), "stack" );
  QVERIFY( raster.isValid() );
  QCOMPARE( raster.bandCount(), 4 );
  QCOMPARE( raster.extent(), QgsRectangle( 0, 0, 20, 20 ) );
  QVERIFY( raster.bandName( 1 ).contains( "heat" ) && raster.bandName( 4 ).contains( "overlap_index" ) );
  const auto sample = [&]( int band, double x, double y )
  {
    return raster.dataProvider()->sample( { x, y }, band );
  };
  QCOMPARE( sample( 1, 15, 5 ), 0.5 );
  QCOMPARE( sample( 2, 5, 15 ), 0.5 );
  QCOMPARE( sample( 3, 5, 5 ), 2.0 );
  QCOMPARE( sample( 4, 5, 5 ), 0.75 );
}

void TestStackLayers::themeNames_data()
{
  QTest::addColumn<QStringList>( "layers" );
  QTest::addColumn<QStringList>( "fields" );
  QTest::newRow( "equal" ) << QStringList{ "heat", "heat" } << QStringList{ "heat", "heat_2" };
  QTest::newRow( "equal but for case" ) << QStringList{ "heat", "Heat" } << QStringList{ "heat", "Heat_theme" };
  QTest::newRow( "taken by the second" ) << QStringList{ "heat", "heat", "heat_2" }
                                         << QStringList{ "heat", "heat_2", "heat_2_2" };
  QTest::newRow( "ours" ) << QStringList{ "overlap_count", "cell_id", "Overlap_Index" }
                          << QStringList{ "overlap_count_theme", "cell_id_theme", "Overlap_Index_theme" };
  QTest::newRow( "ours, renamed onto another" ) << QStringList{ "overlap_count", "overlap_count_theme" }
                                                << QStringList{ "overlap_count_theme", "overlap_count_theme_theme" };
  QTest::newRow( "the GeoPackage's" ) << QStringList{ "fid", "geom" } << QStringList{ "fid_theme", "geom_theme" };
  QTest::newRow( "odd" ) << QStringList{ "hitte (2 °C), \"straat\"", "à la carte's; DROP TABLE x", "%1 %2" }
                         << QStringList{ "hitte (2 °C), \"straat\"", "à la carte's; DROP TABLE x", "%1 %2" };
  QTest::newRow( "long" ) << QStringList{ QString( 300, 'h' ) } << QStringList{ QString( 300, 'h' ) };
}

void TestStackLayers::themeNames()
{
  QFETCH( QStringList, layers );
  QFETCH( QStringList, fields );
  Workbench bench;
  QList<QgsVectorLayer *> themes;
  for ( const QString &name : layers )
    themes << bench.add( name, rd, { { square( 0, 0, 10 ) } } );
  // A GeoPackage is pickier about names than memory is.
  const Outcome outcome = bench.run(
    "stacklayers", { { "THEMES", asValues( themes ) }, { "CELL_SIZE", 10 }, { "CELLS", bench.path( "cells.gpkg" ) } } );
  VERIFY_RAN( outcome );
  QgsVectorLayer cells( bench.path( "cells.gpkg" ), "cells" );
  QCOMPARE( table( cells, QStringList{ "cell_id" } + fields + QStringList{ "overlap_count" } ),
            QStringList(
              { "E0000N0000 | " + QString( "1 | " ).repeated( fields.size() ) + QString::number( fields.size() ) } ) );
}

void TestStackLayers::emptyThemeCountsNowhere()
{
  Workbench bench;
  QVariantMap parameters = fourCells( bench );
  QVariantList themes = parameters["THEMES"].toList();
  themes << asValue( bench.add( "nothing", rd ) );
  parameters["THEMES"] = themes;
  const Outcome outcome = bench.run( "stacklayers", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "CELLS", { "nothing", "overlap_count" } ),
            QStringList( { "0 | 2", "0 | 1", "0 | 1", "0 | 0" } ) );
}

KOPPELKANS_PROCESSING_TEST( TestStackLayers )

#include "test_stacklayers.moc"
