// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/raster_means.h"
#include "core/nodata.h"
#include "tests/core/geos_reference.h"
#include "tests/core/shapes.h"
#include "tests/ogr_features.h"

#include <QtTest>

#include <cmath>

using namespace koppelkans;
using namespace koppelkans::test;

namespace
{

//! A raster in memory; remembers how many rows were read.
class MemoryRaster : public RasterSource
{
public:
  //! The upper left corner of the first pixel, and how far the next column lies east of it and the next row north.
  MemoryRaster( Point origin, double columnStep, double rowStep, std::size_t columns, std::vector<double> values )
    : mOrigin( origin )
    , mColumnStep( columnStep )
    , mRowStep( rowStep )
    , mColumns( columns )
    , mValues( std::move( values ) )
  {
  }

  std::size_t columns() const override { return mColumns; }

  std::size_t rows() const override { return mValues.size() / mColumns; }

  std::vector<double> read( std::size_t first, std::size_t count ) override
  {
    rowsRead += count;
    const auto begin = mValues.begin() + static_cast<std::ptrdiff_t>( first * mColumns );
    return { begin, begin + static_cast<std::ptrdiff_t>( count * mColumns ) };
  }

  std::vector<Point> corners( std::size_t line ) override
  {
    std::vector<Point> places;
    for ( std::size_t column = 0; column <= mColumns; ++column )
      places.push_back( corner( column, line ) );
    return places;
  }

  Box extent() override
  {
    Box box;
    box.include( corner( 0, 0 ) );
    box.include( corner( mColumns, rows() ) );
    return box;
  }

  Point pixelAt( Point place ) override
  {
    return { ( place.x - mOrigin.x ) / mColumnStep, ( place.y - mOrigin.y ) / mRowStep };
  }

  std::size_t rowsRead = 0;

private:
  Point corner( std::size_t column, std::size_t line ) const
  {
    return { mOrigin.x + static_cast<double>( column ) * mColumnStep,
             mOrigin.y + static_cast<double>( line ) * mRowStep };
  }

  Point mOrigin;
  double mColumnStep;
  double mRowStep;
  std::size_t mColumns;
  std::vector<double> mValues;
};

} // namespace

class TestDistrictRaster : public QObject
{
  Q_OBJECT

private slots:
  void means_data();
  void means();
  void agreesWithGeos();
  void noPlaceInTheRaster();
  void readsOnlyWhatDistrictsMeet();
  void sameInSeveralBands();
};

void TestDistrictRaster::means_data()
{
  QTest::addColumn<QString>( "district" );
  QTest::addColumn<double>( "mean" );

  //  y 20  1  2  3
  //    10  4  -  6
  //     0 10 20 30 x
  QTest::newRow( "all" ) << "POLYGON((0 0,30 0,30 20,0 20,0 0))" << 16.0 / 5;
  QTest::newRow( "all, clockwise" ) << "POLYGON((0 0,0 20,30 20,30 0,0 0))" << 16.0 / 5;
  QTest::newRow( "more than all" ) << "POLYGON((-100 -100,300 -100,300 200,-100 200,-100 -100))" << 16.0 / 5;
  QTest::newRow( "one" ) << "POLYGON((20 0,30 0,30 10,20 10,20 0))" << 6.0;
  QTest::newRow( "half of one" ) << "POLYGON((20 0,25 0,25 10,20 10,20 0))" << 6.0;
  QTest::newRow( "half of one, a quarter of another" )
    << "POLYGON((5 10,12.5 10,12.5 20,5 20,5 10))" << ( 0.5 * 1 + 0.25 * 2 ) / 0.75;
  QTest::newRow( "a triangle over four, one without data" )
    << "POLYGON((10 0,20 10,10 20,0 10,10 0))" << ( 1.0 + 2 + 4 ) / 3;
  QTest::newRow( "all but a hole" ) << "POLYGON((0 0,30 0,30 20,0 20,0 0),(0 10,10 20,20 10,10 0,0 10))"
                                    << ( 0.5 * 1 + 0.5 * 2 + 3 + 0.5 * 4 + 6 ) / 3.5;
  QTest::newRow( "two parts" ) << "MULTIPOLYGON(((0 15,10 15,10 20,0 20,0 15)),((20 0,30 0,30 10,20 10,20 0)))"
                               << ( 0.5 * 1 + 6 ) / 1.5;
  QTest::newRow( "half outside" ) << "POLYGON((25 0,90 0,90 20,25 20,25 0))" << 4.5;
  QTest::newRow( "no data" ) << "POLYGON((12 2,18 2,18 8,12 2))" << noData;
  QTest::newRow( "outside" ) << "POLYGON((100 0,110 0,110 10,100 0))" << noData;
  QTest::newRow( "outside, below" ) << "POLYGON((0 -30,10 -30,10 -20,0 -30))" << noData;
  QTest::newRow( "touches" ) << "POLYGON((30 0,40 0,40 10,30 10,30 0))" << noData;
}

void TestDistrictRaster::means()
{
  QFETCH( QString, district );
  QFETCH( double, mean );
  MemoryRaster northUp( { 0, 20 }, 10, -10, 3, { 1, 2, 3, 4, noData, 6 } );
  MemoryRaster southUp( { 0, 0 }, 10, 10, 3, { 4, noData, 6, 1, 2, 3 } );
  MemoryRaster eastFirst( { 30, 20 }, -10, -10, 3, { 3, 2, 1, 6, noData, 4 } );
  const Districts districts( fromWkt( district.toStdString() ) );
  for ( MemoryRaster *raster : { &northUp, &southUp, &eastFirst } )
  {
    const std::vector<double> found = rasterMeans( districts, *raster );
    QCOMPARE( found.size(), std::size_t{ 1 } );
    QCOMPARE( found[0], mean ); // to QTest NaN equals NaN
  }
}

void TestDistrictRaster::agreesWithGeos()
{
  Shapes shapes( 1 );
  const GeometryColumn districts = shapes.stars( 30, { 0, 0, 100, 100 }, 20, true, true );
  std::vector<double> values;
  for ( int i = 0; i < 20 * 20; ++i )
    values.push_back( i % 7 == 0 ? noData : shapes.uniform( -5, 5 ) );
  MemoryRaster raster( { 3, 98 }, 5, -4.5, 20, values );
  const std::vector<double> means = rasterMeans( Districts( districts ), raster );
  for ( std::size_t district = 0; district < means.size(); ++district )
  {
    const GeosGeometry polygon = toGeos( districts, district );
    double sum = 0, area = 0;
    for ( std::size_t row = 0; row < 20; ++row )
    {
      const std::vector<Point> upper = raster.corners( row ), lower = raster.corners( row + 1 );
      for ( std::size_t column = 0; column < 20; ++column )
      {
        const double value = values[row * 20 + column];
        if ( !hasData( value ) )
          continue;
        GeometryColumn pixel;
        appendPolygon( pixel, { lower[column], lower[column + 1], upper[column + 1], upper[column], lower[column] } );
        const double both =
          areaOf( checked( GEOSIntersection_r( geos(), toGeos( pixel, 0 ).get(), polygon.get() ) ).get() );
        sum += both * value;
        area += both;
      }
    }
    QVERIFY2( std::abs( means[district] - sum / area ) <= 1e-9,
              qPrintable( QString( "%1, GEOS %2" ).arg( means[district], 0, 'g', 15 ).arg( sum / area, 0, 'g', 15 ) ) );
  }
}

void TestDistrictRaster::noPlaceInTheRaster()
{
  struct NoPlace : MemoryRaster
  {
    using MemoryRaster::MemoryRaster;

    Point pixelAt( Point place ) override
    {
      return place.x > 50 ? Point{ HUGE_VAL, HUGE_VAL } : MemoryRaster::pixelAt( place );
    }
  };

  NoPlace raster( { 0, 10 }, 10, -10, 1, { 5 } );
  const Districts districts( fromTexts( { "POLYGON((0 0,90 0,90 10,0 0))", "POLYGON((0 0,9 0,9 9,0 0))" } ) );
  const std::vector<double> means = rasterMeans( districts, raster );
  QVERIFY( !hasData( means[0] ) );
  QCOMPARE( means[1], 5.0 );
}

void TestDistrictRaster::readsOnlyWhatDistrictsMeet()
{
  // So wide that four rows are read at a time.
  const std::size_t columns = std::size_t{ 1 } << 18;
  MemoryRaster raster( { 0, 0 }, 1, 1, columns, std::vector<double>( columns * 10, 3 ) );
  const Districts districts(
    fromTexts( { "POLYGON((10 5,20 5,20 6,10 6,10 5))", "POLYGON((10 90,20 90,20 91,10 90))" } ) );
  const std::vector<double> means = rasterMeans( districts, raster );
  QCOMPARE( means[0], 3.0 );
  QVERIFY( !hasData( means[1] ) );
  QCOMPARE( raster.rowsRead, std::size_t{ 4 } );
}

void TestDistrictRaster::sameInSeveralBands()
{
  const std::size_t columns = std::size_t{ 1 } << 18;
  std::vector<double> values( columns * 10 );
  for ( std::size_t i = 0; i < values.size(); ++i )
    values[i] = static_cast<double>( i / columns );
  MemoryRaster raster( { 0, 0 }, 1, 1, columns, values );
  // In rows 1 to 9 the triangle is 8½, 7½, … ½ pixels wide.
  const Districts districts( fromWkt( "POLYGON((10 1,19 1,10 10,10 1))" ) );
  double sum = 0;
  for ( int row = 1; row < 10; ++row )
    sum += row * ( 9.5 - row );
  QCOMPARE( rasterMeans( districts, raster )[0], sum / 40.5 );
  QCOMPARE( raster.rowsRead, std::size_t{ 10 } );
}

QTEST_APPLESS_MAIN( TestDistrictRaster )
#include "test_district_raster.moc"
