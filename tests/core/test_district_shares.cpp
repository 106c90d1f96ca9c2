// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/district_shares.h"
#include "core/nodata.h"
#include "tests/core/district_layers.h"
#include "tests/core/geos_reference.h"
#include "tests/core/shapes.h"
#include "tests/ogr_features.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace koppelkans;
using namespace koppelkans::test;

Q_DECLARE_METATYPE( koppelkans::GeometryColumn )

namespace
{

//! Rows of data shared by all tests against GEOS: polygons of a theme over districts.
void randomLayers()
{
  QTest::addColumn<GeometryColumn>( "polygons" );
  QTest::addColumn<GeometryColumn>( "districts" );
  for ( unsigned seed = 1; seed <= 4; ++seed )
  {
    const auto row = [seed]( const char *name, const GeometryColumn &polygons, const GeometryColumn &districts )
    {
      QTest::newRow( ( std::string( name ) + " " + std::to_string( seed ) ).c_str() ) << polygons << districts;
    };
    Shapes shapes( seed );
    const GeometryColumn stars = shapes.stars( 60, hundred, 12, true );
    const GeometryColumn small = shapes.stars( 60, hundred, 2 );
    const GeometryColumn large = shapes.stars( 3, hundred, 90, true );
    const GeometryColumn parts = shapes.stars( 20, hundred, 12, true, true );
    const GeometryColumn blocks = shapes.blocks( 60, 12, 10 );
    const GeometryColumn triangles = shapes.latticeTriangles( 30, 10, 10 );
    const GeometryColumn neighbours = tiles( shapes, 9, false );
    const GeometryColumn lattice = tiles( shapes, 15, true );
    row( "stars in districts that fill the city", stars, neighbours );
    row( "stars in districts on a lattice", stars, lattice );
    row( "small stars in large districts", small, large );
    row( "large stars over small districts", large, small );
    row( "stars in districts that overlap, in parts, with holes", stars, parts );
    row( "parts in stars", parts, stars );
    row( "blocks in blocks", blocks, shapes.blocks( 20, 12, 10 ) );
    row( "blocks in districts on a lattice", blocks, lattice );
    row( "triangles in triangles", triangles, shapes.latticeTriangles( 20, 10, 10 ) );
    row( "triangles in districts on a lattice", triangles, lattice );
    row( "districts that are the theme", stars, stars );
    row( "districts that are the theme, on a lattice", triangles, triangles );
    row( "districts that are the theme and fill the city", neighbours, neighbours );
    row( "slivers and stars", joined( shapes.slivers( 20, hundred ), stars ), neighbours );
    row( "along a slanted line", shapes.alongLine( 60, { -90, 7 }, { 190, 70 } ), neighbours );
  }
}

} // namespace

class TestDistrictShares : public QObject
{
  Q_OBJECT

private slots:
  void coverage_data();
  void coverage();

  void coverageAgreesWithGeos_data() { randomLayers(); }

  void coverageAgreesWithGeos();

  void coverageNear1e7_data() { randomLayers(); }

  void coverageNear1e7();

  void orderDoesNotMatter_data() { randomLayers(); }

  void orderDoesNotMatter();

  void meanAgreesWithGeos_data() { randomLayers(); }

  void meanAgreesWithGeos();
  void districtsAddUpToTheCity();
  void meanValue();
  void districtWithoutGeometry();
  void severalThemes();
  void errorsNameTheTheme();
  void stopsWhenCancelled();
};

void TestDistrictShares::coverage_data()
{
  QTest::addColumn<QStringList>( "polygons" );
  QTest::addColumn<QString>( "district" );
  QTest::addColumn<double>( "share" );

  const QString square = "POLYGON((0 0,10 0,10 10,0 10,0 0))";
  const QString ring = "POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,8 2,8 8,2 8,2 2))";
  const QString hole = "POLYGON((2 2,8 2,8 8,2 8,2 2))";
  QTest::newRow( "nothing" ) << QStringList{} << square << 0.0;
  QTest::newRow( "elsewhere" ) << QStringList{ "POLYGON((20 0,30 0,30 10,20 0))" } << square << 0.0;
  QTest::newRow( "within" ) << QStringList{ hole } << square << 0.36;
  QTest::newRow( "within, twice" ) << QStringList{ hole, hole } << square << 0.36;
  QTest::newRow( "all around" ) << QStringList{ square } << hole << 1.0;
  QTest::newRow( "the same" ) << QStringList{ square } << square << 1.0;
  QTest::newRow( "the same twice" ) << QStringList{ square, square } << square << 1.0;
  QTest::newRow( "half" ) << QStringList{ "POLYGON((5 -5,15 -5,15 15,5 15,5 -5))" } << square << 0.5;
  QTest::newRow( "two that overlap, half out" )
    << QStringList{ "POLYGON((5 -5,15 -5,15 8,5 8,5 -5))", "POLYGON((5 2,15 2,15 15,5 15,5 2))" } << square << 0.5;
  QTest::newRow( "touches from outside" ) << QStringList{ "POLYGON((10 0,20 0,20 10,10 10,10 0))" } << square << 0.0;
  QTest::newRow( "in the hole" ) << QStringList{ hole } << ring << 0.0;
  QTest::newRow( "over the hole" ) << QStringList{ square } << ring << 1.0;
  QTest::newRow( "its hole is the district" ) << QStringList{ ring } << hole << 0.0;
  QTest::newRow( "its hole is filled" ) << QStringList{ ring, hole } << square << 1.0;
  QTest::newRow( "district in two parts" )
    << QStringList{ square } << "MULTIPOLYGON(((0 0,1 0,1 1,0 1,0 0)),((20 0,23 0,23 1,20 1,20 0)))" << 0.25;
}

void TestDistrictShares::coverage()
{
  QFETCH( QStringList, polygons );
  QFETCH( QString, district );
  QFETCH( double, share );
  std::vector<std::string> texts;
  for ( const QString &polygon : polygons )
    texts.push_back( polygon.toStdString() );
  const Districts districts( fromWkt( district.toStdString() ) );
  const std::vector<double> shares = districtShares( districts, themeOf( Measure::Coverage, fromTexts( texts ) ) );
  QCOMPARE( shares.size(), std::size_t{ 1 } );
  QVERIFY2( std::abs( shares[0] - share ) <= 1e-15, qPrintable( difference( 0, shares[0], share ) ) );
}

void TestDistrictShares::coverageAgreesWithGeos()
{
  QFETCH( GeometryColumn, polygons );
  QFETCH( GeometryColumn, districts );
  const Districts ready( districts );
  const std::vector<double> shares = districtShares( ready, themeOf( Measure::Coverage, polygons ) );
  const GeosGeometry all = unionOf( polygons );
  for ( std::size_t district = 0; district < shares.size(); ++district )
  {
    const double reference =
      areaOf( common( districts, district, all.get() ).get() ) / areaOf( toGeos( districts, district ).get() );
    QVERIFY2( std::abs( shares[district] - reference ) <= 1e-9,
              qPrintable( difference( district, shares[district], reference ) ) );
  }
}

void TestDistrictShares::coverageNear1e7()
{
  QFETCH( GeometryColumn, polygons );
  QFETCH( GeometryColumn, districts );
  // Moving rounds: the reference takes the moved layers put back.
  const GeometryColumn farPolygons = moved( polygons, 1e7, -9e6 ), farDistricts = moved( districts, 1e7, -9e6 );
  const std::vector<double> shares =
    districtShares( Districts( farDistricts ), themeOf( Measure::Coverage, farPolygons ) );
  const std::vector<double> reference = districtShares( Districts( moved( farDistricts, -1e7, 9e6 ) ),
                                                        themeOf( Measure::Coverage, moved( farPolygons, -1e7, 9e6 ) ) );
  for ( std::size_t district = 0; district < shares.size(); ++district )
    QVERIFY2( std::abs( shares[district] - reference[district] ) <= 1e-9,
              qPrintable( difference( district, shares[district], reference[district] ) ) );
}

void TestDistrictShares::orderDoesNotMatter()
{
  QFETCH( GeometryColumn, polygons );
  QFETCH( GeometryColumn, districts );
  const Districts ready( districts );
  const std::vector<double> shares = districtShares( ready, themeOf( Measure::Coverage, polygons ) );
  const std::vector<double> others = districtShares( ready, themeOf( Measure::Coverage, shuffled( polygons, 1 ) ) );
  for ( std::size_t district = 0; district < shares.size(); ++district )
    QVERIFY2( std::abs( shares[district] - others[district] ) <= 1e-12,
              qPrintable( difference( district, others[district], shares[district] ) ) );
}

void TestDistrictShares::meanAgreesWithGeos()
{
  QFETCH( GeometryColumn, polygons );
  QFETCH( GeometryColumn, districts );
  Shapes shapes( 1 );
  std::vector<double> values;
  for ( std::size_t feature = 0; feature < polygons.features(); ++feature )
    values.push_back( feature % 5 == 0 ? noData : shapes.uniform( 0, 10 ) );
  const std::vector<double> means =
    districtShares( Districts( districts ), themeOf( Measure::MeanValue, polygons, values ) );
  for ( std::size_t district = 0; district < means.size(); ++district )
  {
    double sum = 0, area = 0;
    for ( std::size_t feature = 0; feature < polygons.features(); ++feature )
    {
      if ( !hasData( values[feature] ) )
        continue;
      const double both = areaOf( common( districts, district, toGeos( polygons, feature ).get() ).get() );
      sum += both * values[feature];
      area += both;
    }
    const double whole = areaOf( toGeos( districts, district ).get() );
    QCOMPARE( hasData( means[district] ), area > 1e-9 * whole );
    // What there is of it may be a small part of the district: the error is held against the whole.
    if ( hasData( means[district] ) )
      QVERIFY2( std::abs( means[district] * area - sum ) <= 1e-9 * whole,
                qPrintable( difference( district, means[district], sum / area ) ) );
  }
}

void TestDistrictShares::districtsAddUpToTheCity()
{
  for ( unsigned seed = 1; seed <= 4; ++seed )
  {
    Shapes shapes( seed );
    for ( const bool lattice : { false, true } )
    {
      const Districts districts( tiles( shapes, lattice ? 30 : 7, lattice ) );
      for ( const GeometryColumn &polygons : { shapes.stars( 80, hundred, 15, true ), shapes.blocks( 80, 12, 10 ) } )
      {
        const std::vector<double> shares = districtShares( districts, themeOf( Measure::Coverage, polygons ) );
        const double area = std::inner_product( shares.begin(), shares.end(), districts.areas().begin(), 0.0 );
        const double reference = areaOf( unionOf( polygons ).get() );
        QVERIFY2( std::abs( area - reference ) <= 1e-10 * reference, qPrintable( difference( 0, area, reference ) ) );
      }
    }
  }
}

void TestDistrictShares::meanValue()
{
  const Districts districts( fromTexts( { "POLYGON((0 0,10 0,10 10,0 10,0 0))", "POLYGON((10 0,20 0,20 10,10 10,10 0))",
                                          "POLYGON((20 0,30 0,30 10,20 10,20 0))" } ) );
  // The second has no value; the third lies over the first, and both count.
  const GeometryColumn polygons =
    fromTexts( { "POLYGON((0 0,15 0,15 10,0 10,0 0))", "POLYGON((10 0,30 0,30 10,10 10,10 0))",
                 "POLYGON((5 0,10 0,10 10,5 10,5 0))" } );
  const std::vector<double> means =
    districtShares( districts, themeOf( Measure::MeanValue, polygons, { 2, noData, 8 } ) );
  QCOMPARE( means[0], ( 100 * 2 + 50 * 8 ) / 150.0 );
  QCOMPARE( means[1], 2.0 );
  QVERIFY( !hasData( means[2] ) );
}

void TestDistrictShares::districtWithoutGeometry()
{
  GeometryColumn column = fromTexts( { "POLYGON((0 0,10 0,10 10,0 10,0 0))" } );
  column.closeFeature();
  const Districts districts( column );
  const GeometryColumn square = fromTexts( { "POLYGON((0 0,10 0,10 10,0 10,0 0))" } );
  QCOMPARE( districts.areas()[1], 0.0 );
  for ( const Theme &theme : { themeOf( Measure::Coverage, square ), themeOf( Measure::MeanValue, square, { 1 } ),
                               themeOf( Measure::LineDensity, lines( { { { 0, 0 }, { 5, 5 } } } ) ),
                               themeOf( Measure::PointDensity, points( { { 5, 5 } } ) ) } )
  {
    const std::vector<double> shares = districtShares( districts, theme );
    QCOMPARE( shares.size(), std::size_t{ 2 } );
    QVERIFY( hasData( shares[0] ) );
    QVERIFY( !hasData( shares[1] ) );
  }
}

void TestDistrictShares::severalThemes()
{
  Shapes shapes( 1 );
  const Districts districts( tiles( shapes, 9, false ) );
  std::vector<Theme> themes;
  for ( int i = 0; i < 9; ++i )
    themes.push_back( themeOf( Measure::Coverage, shapes.stars( 30, hundred, 15 ) ) );
  NoProgress progress;
  const std::vector<std::vector<double>> together = districtShares( districts, themes, progress );
  QCOMPARE( together.size(), themes.size() );
  for ( std::size_t i = 0; i < themes.size(); ++i )
    QCOMPARE( together[i], districtShares( districts, themes[i] ) );
}

void TestDistrictShares::errorsNameTheTheme()
{
  struct Broken : RasterSource
  {
    std::size_t columns() const override { return 1; }

    std::size_t rows() const override { return 1; }

    std::vector<double> read( std::size_t, std::size_t ) override { throw Error( "the file ends too soon" ); }

    std::vector<Point> corners( std::size_t ) override { return {}; }

    Box extent() override { return { 0, 0, 1, 1 }; }

    Point pixelAt( Point place ) override { return place; }
  };

  const Districts districts( fromWkt( "POLYGON((0 0,1 0,1 1,0 0))" ) );
  std::vector<Theme> themes( 1 );
  themes[0].name = "bodem";
  themes[0].measure = Measure::RasterMean;
  themes[0].raster = std::make_unique<Broken>();
  NoProgress progress;
  try
  {
    districtShares( districts, themes, progress );
    QFAIL( "no error" );
  }
  catch ( const Error &error )
  {
    QCOMPARE( QString( error.what() ), QString( "bodem: the file ends too soon" ) );
  }
}

void TestDistrictShares::stopsWhenCancelled()
{
  struct Stop : NoProgress
  {
    bool cancelled() const override { return true; }
  };

  const GeometryColumn square = fromTexts( { "POLYGON((0 0,10 0,10 10,0 10,0 0))" } );
  std::vector<Theme> themes;
  themes.push_back( themeOf( Measure::Coverage, square ) );
  Stop stop;
  QVERIFY_EXCEPTION_THROWN( districtShares( Districts( square ), themes[0], stop ), Cancelled );
  QVERIFY_EXCEPTION_THROWN( districtShares( Districts( square ), themes, stop ), Cancelled );
}

QTEST_APPLESS_MAIN( TestDistrictShares )
#include "test_district_shares.moc"
