// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processing/workbench.h"

#include <QImage>
#include <QXmlStreamReader>
#include <qgsvectorlayer.h>

using namespace koppelkans::test;

namespace
{

const QString rd = QStringLiteral( "Polygon?crs=EPSG:28992&field=kind:string" );

} // namespace

/**
 * Which cells and which features stacklayers looks at, and the picture of its interlocks.
 */
class TestStackChoices : public QObject
{
  Q_OBJECT

private slots:
  void mask();
  void maskWithoutPolygons();
  void nonEmptyOnly_data();
  void nonEmptyOnly();
  void filter();
  void badFilter_data();
  void badFilter();
  void extent_data();
  void extent();
  void badExtent();
  void extentOfDistricts();
  void picture_data();
  void picture();
  void pictureCannotBeWritten();

private:
  //! Heat in the first cell of three, of one kind in its left half and of another in its right.
  static QVariantMap threeCells( Workbench &bench, const QByteArray &settings = {} );
};

QVariantMap TestStackChoices::threeCells( Workbench &bench, const QByteArray &settings )
{
  QgsVectorLayer *heat =
    bench.add( "heat", rd, { { rectangle( 0, 0, 5, 10 ), { "square" } }, { rectangle( 5, 0, 5, 10 ), { "street" } } } );
  QVariantMap parameters{ { "THEMES", asValues( { heat } ) },
                          { "CELL_SIZE", 10 },
                          { "EXTENT", "0,30,0,10 [EPSG:28992]" },
                          { "CELLS", "TEMPORARY_OUTPUT" } };
  if ( !settings.isEmpty() )
    parameters["THEME_SETTINGS"] = bench.write( settings, "settings.csv" );
  return parameters;
}

void TestStackChoices::mask()
{
  Workbench bench;
  QVariantMap parameters = threeCells( bench );
  parameters.remove( "EXTENT" ); // the mask's
  parameters["MASK"] =
    asValue( bench.add( "city", rd, { { rectangle( 8, 1, 4, 4 ) }, { rectangle( 31, 1, 4, 4 ) } } ) );
  const Outcome outcome = bench.run( "stacklayers", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "CELLS", { "cell_id", "heat", "overlap_index" } ),
            QStringList( { "E0000N0000 | 1 | 1", "E0001N0000 | 0 | 0", "E0003N0000 | 0 | 0" } ) );
}

void TestStackChoices::maskWithoutPolygons()
{
  Workbench bench;
  QVariantMap parameters = threeCells( bench );
  parameters["MASK"] = asValue( bench.add( "city", rd ) );
  const Outcome outcome = bench.run( "stacklayers", parameters );
  QVERIFY( !outcome.ok );
  QVERIFY2( outcome.said().contains( "The mask city holds no polygons" ), outcome.said() );
}

void TestStackChoices::nonEmptyOnly_data()
{
  QTest::addColumn<QString>( "file" );
  QTest::newRow( "straight into a GeoPackage" ) << "cells.gpkg";
  QTest::newRow( "through QGIS" ) << "cells.geojson";
}

void TestStackChoices::nonEmptyOnly()
{
  QFETCH( QString, file );
  Workbench bench;
  QVariantMap parameters = threeCells( bench );
  parameters["NON_EMPTY_ONLY"] = true;
  parameters["CELLS"] = bench.path( file );
  const Outcome outcome = bench.run( "stacklayers", parameters );
  VERIFY_RAN( outcome );
  const QgsVectorLayer cells( bench.path( file ), "cells", "ogr" );
  QCOMPARE( table( cells, { "cell_id", "heat" } ), QStringList( { "E0000N0000 | 1" } ) );
}

void TestStackChoices::filter()
{
  Workbench bench;
  const Outcome outcome =
    bench.run( "stacklayers", threeCells( bench, "theme,filter\nheat,\"\"\"kind\"\" = 'square' AND $area > 1\"\n" ) );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "CELLS", { "heat" } ), QStringList( { "0.5", "0", "0" } ) );
}

void TestStackChoices::badFilter_data()
{
  QTest::addColumn<QString>( "expression" );
  QTest::addColumn<QString>( "message" );
  QTest::newRow( "no expression" ) << "kind = = 3"
                                   << "layer heat: the filter kind = = 3 cannot be understood";
  QTest::newRow( "no such field" ) << "colour = 3"
                                   << "layer heat has no field colour";
}

void TestStackChoices::badFilter()
{
  QFETCH( QString, expression );
  QFETCH( QString, message );
  Workbench bench;
  const Outcome outcome =
    bench.run( "stacklayers", threeCells( bench, "theme,filter\nheat," + expression.toUtf8() + '\n' ) );
  QVERIFY( !outcome.ok );
  QVERIFY2( outcome.said().contains( message.toUtf8() ), outcome.said() );
}

void TestStackChoices::extent_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::newRow( "a rectangle" ) << "\"0,15,0,10 [EPSG:28992]\"";
  QTest::newRow( "a file" ) << QString();
}

void TestStackChoices::extent()
{
  QFETCH( QString, text );
  Workbench bench;
  if ( text.isEmpty() )
    text = bench.write( bench.add( "mapped", rd, { { rectangle( 0, 0, 15, 10 ) } } ), "mapped.gpkg" );
  const Outcome outcome = bench.run( "stacklayers", threeCells( bench, "theme,extent\nheat," + text.toUtf8() + '\n' ) );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "CELLS", { "heat", "overlap_count", "overlap_index" } ),
            QStringList( { "1 | 1 | 1", "0 | 0 | 0", "NULL | 0 | NULL" } ) );
}

void TestStackChoices::badExtent()
{
  Workbench bench;
  const Outcome outcome = bench.run( "stacklayers", threeCells( bench, "theme,extent\nheat,everywhere\n" ) );
  QVERIFY( !outcome.ok );
  QVERIFY2( outcome.said().contains( "theme heat: the extent everywhere is neither a rectangle" ), outcome.said() );
}

void TestStackChoices::extentOfDistricts()
{
  Workbench bench;
  QVariantMap parameters = threeCells( bench, "theme,extent\nheat,\"0,15,0,10 [EPSG:28992]\"\n" );
  parameters.remove( "CELLS" );
  parameters.remove( "EXTENT" );
  parameters.remove( "CELL_SIZE" );
  parameters["DISTRICTS"] =
    asValue( bench.add( "districts", rd, { { square( 0, 0, 10 ) }, { square( 20, 0, 10 ) } } ) );
  parameters["SCORES"] = "TEMPORARY_OUTPUT";
  const Outcome outcome = bench.run( "scoredistricts", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "SCORES", { "heat_share" } ), QStringList( { "1", "NULL" } ) );
}

void TestStackChoices::picture_data()
{
  QTest::addColumn<QString>( "file" );
  QTest::newRow( "SVG" ) << "interlocks.svg";
  QTest::newRow( "PNG" ) << "interlocks.png";
}

void TestStackChoices::picture()
{
  QFETCH( QString, file );
  Workbench bench;
  QVariantMap parameters = threeCells( bench );
  QgsVectorLayer *water = bench.add( "water_nuisance", rd, { { rectangle( 0, 0, 20, 10 ) } } );
  parameters["THEMES"] = QVariantList( parameters["THEMES"].toList() ) << asValue( water );
  parameters["INTERLOCK_PICTURE"] = bench.path( file );
  const Outcome outcome = bench.run( "stacklayers", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.results.value( "INTERLOCK_PICTURE" ).toString(), bench.path( file ) );
  if ( file.endsWith( ".png" ) )
  {
    const QImage image( bench.path( file ) );
    QVERIFY( image.width() > 1000 );
    QCOMPARE( qRound( image.dotsPerMeterX() * 0.0254 ), 300 );
    return;
  }
  // Heat reaches its threshold in one cell, water in two: half of the ground of either, 1·3 / (1·2) times by chance.
  QFile svg( bench.path( file ) );
  QVERIFY( svg.open( QFile::ReadOnly ) );
  QXmlStreamReader xml( &svg );
  QStringList texts;
  while ( !xml.atEnd() )
    if ( xml.readNext() == QXmlStreamReader::Characters && !xml.isWhitespace() )
      texts << xml.text().toString().trimmed();
  QVERIFY2( !xml.hasError(), qPrintable( xml.errorString() ) );
  for ( const char *text : { "heat", "water nuisance", "50%", "× 1.5" } )
    QVERIFY2( texts.contains( QString::fromUtf8( text ) ), qPrintable( texts.join( '|' ) ) );
}

void TestStackChoices::pictureCannotBeWritten()
{
  Workbench bench;
  QVariantMap parameters = threeCells( bench );
  parameters["CELLS"] = bench.path( "cells.gpkg" );
  parameters["INTERLOCK_PICTURE"] = bench.path( "no/such/folder/interlocks.svg" );
  QFile blocker( bench.path( "no" ) );
  QVERIFY( blocker.open( QFile::WriteOnly ) );
  const Outcome outcome = bench.run( "stacklayers", parameters );
  QVERIFY( !outcome.ok );
  QVERIFY( !QFile::exists( bench.path( "cells.gpkg" ) ) );
}

KOPPELKANS_PROCESSING_TEST( TestStackChoices )
#include "test_stack_choices.moc"
