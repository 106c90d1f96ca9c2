// SPDX-License-Identifier: GPL-3.0-or-later
// All measures but coverage, which has test_measure_coverage.cpp.
#include "core/nodata.h"
#include "core/stack/measure.h"
#include "tests/core/geos_reference.h"
#include "tests/core/shapes.h"

#include <QtTest>

#include <cmath>
#include <numbers>
#include <numeric>

using namespace koppelkans;
using namespace koppelkans::test;

namespace
{

const Box hundred{ 0, 0, 100, 100 };
const std::array<CellShape, 2> shapesOfCells{ CellShape::Square, CellShape::Hexagon };

//! Pixels as parallelograms: from \a origin, columns along \a right, rows along \a down.
class Pixels : public RasterSource
{
public:
  Pixels( Point origin, Point right, Point down, std::size_t columns, std::vector<double> values )
    : mOrigin( origin )
    , mRight( right )
    , mDown( down )
    , mColumns( columns )
    , mValues( std::move( values ) )
  {
  }

  std::size_t columns() const override { return mColumns; }

  std::size_t rows() const override { return mValues.size() / mColumns; }

  std::vector<double> read( std::size_t first, std::size_t count ) override
  {
    const auto begin = mValues.begin() + static_cast<std::ptrdiff_t>( first * mColumns );
    return { begin, begin + static_cast<std::ptrdiff_t>( count * mColumns ) };
  }

  std::vector<Point> corners( std::size_t line ) override
  {
    std::vector<Point> places;
    for ( std::size_t column = 0; column <= mColumns; ++column )
      places.push_back( corner( static_cast<double>( column ), static_cast<double>( line ) ) );
    return places;
  }

  Box extent() override
  {
    Box box;
    for ( const double column : { 0.0, static_cast<double>( mColumns ) } )
      for ( const double row : { 0.0, static_cast<double>( rows() ) } )
        box.include( corner( column, row ) );
    return box;
  }

  Point pixelAt( Point place ) override
  {
    const double x = place.x - mOrigin.x, y = place.y - mOrigin.y;
    const double determinant = mRight.x * mDown.y - mRight.y * mDown.x;
    return { ( x * mDown.y - y * mDown.x ) / determinant, ( mRight.x * y - mRight.y * x ) / determinant };
  }

  //! The pixels as polygons, one a feature, and their values.
  Features asFeatures()
  {
    Features features;
    for ( std::size_t row = 0; row < rows(); ++row )
      for ( std::size_t column = 0; column < mColumns; ++column )
      {
        const double c = static_cast<double>( column ), r = static_cast<double>( row );
        appendPolygon( features.geometry, { corner( c, r ), corner( c + 1, r ), corner( c + 1, r + 1 ),
                                            corner( c, r + 1 ), corner( c, r ) } );
        features.values.push_back( mValues[row * mColumns + column] );
      }
    return features;
  }

private:
  Point corner( double column, double row ) const
  {
    return { mOrigin.x + column * mRight.x + row * mDown.x, mOrigin.y + column * mRight.y + row * mDown.y };
  }

  Point mOrigin, mRight, mDown;
  std::size_t mColumns;
  std::vector<double> mValues;
};

std::vector<double> measured( const Grid &grid, Measure kind, const Features &features )
{
  Theme theme;
  theme.measure = kind;
  theme.features = features;
  return measure( grid, theme );
}

Features featuresOf( const GeometryColumn &geometry, std::vector<double> values = {} )
{
  Features features;
  features.geometry = geometry;
  features.values = std::move( values );
  return features;
}

//! By cell, Σ value·area / Σ area over the features with a value, by GEOS.
std::vector<double> meansByGeos( const Grid &grid, const Features &features )
{
  std::vector<double> means( grid.cells() );
  for ( std::size_t cell = 0; cell < means.size(); ++cell )
  {
    double weighted = 0, areas = 0;
    for ( std::size_t feature = 0; feature < features.geometry.features(); ++feature )
    {
      if ( !hasData( features.values[feature] ) )
        continue;
      const double area = areaOf( within( grid, cell, toGeos( features.geometry, feature ).get() ).get() );
      weighted += features.values[feature] * area;
      areas += area;
    }
    means[cell] = areas > 1e-9 * grid.cellArea() ? weighted / areas : noData;
  }
  return means;
}

void compare( const std::vector<double> &values, const std::vector<double> &expected, double tolerance )
{
  QCOMPARE( values.size(), expected.size() );
  for ( std::size_t cell = 0; cell < values.size(); ++cell )
  {
    const bool bothUnknown = !hasData( values[cell] ) && !hasData( expected[cell] );
    QVERIFY2( bothUnknown || std::abs( values[cell] - expected[cell] ) <= tolerance,
              qPrintable( QString( "cell %1: %2, expected %3" )
                            .arg( cell )
                            .arg( values[cell], 0, 'g', 15 )
                            .arg( expected[cell], 0, 'g', 15 ) ) );
  }
}

GeometryColumn randomLines( int count, int vertices, unsigned seed )
{
  Shapes shapes( seed );
  GeometryColumn lines;
  lines.kind = GeometryKind::Line;
  for ( int i = 0; i < count; ++i )
  {
    for ( int v = 0; v < vertices; ++v )
      lines.coordinates.push_back( shapes.pointIn( { -30, -30, 130, 130 } ) );
    lines.closeRing();
    lines.closePart();
    lines.closeFeature();
  }
  return lines;
}

} // namespace

class TestMeasure : public QObject
{
  Q_OBJECT

private slots:
  void meanValueByHand();
  void meanValueAgreesWithGeos();
  void lineDensityByHand_data();
  void lineDensityByHand();
  void lineDensityAgreesWithGeos();
  void lineDensitySumsToTheLength();
  void pointDensityByHand();
  void pointDensityCountsEachOnce();
  void rasterMean_data();
  void rasterMean();
  void rasterByHand();
  void rasterManyRows();
  void stopsWhenCancelled();
};

void TestMeasure::meanValueByHand()
{
  const Grid grid( CellShape::Square, 10, { 0, 0, 50, 10 } );
  const Features features =
    featuresOf( fromTexts( { "POLYGON((0 0,15 0,15 10,0 10,0 0))", "POLYGON((15 0,20 0,20 10,15 10,15 0))",
                             "POLYGON((20 0,30 0,30 10,20 10,20 0))", "POLYGON((25 0,35 0,35 10,25 10,25 0))" } ),
                { 2, 6, noData, -1 } );
  compare( measured( grid, Measure::MeanValue, features ), { 2, 4, -1, -1, noData }, 1e-14 );
  // Where polygons with a value overlap each counts with its area.
  const Features both =
    featuresOf( fromTexts( { "POLYGON((0 0,10 0,10 10,0 10,0 0))", "POLYGON((0 0,5 0,5 10,0 10,0 0))" } ), { 3, 6 } );
  compare( measured( grid, Measure::MeanValue, both ), { 4, noData, noData, noData, noData }, 1e-14 );
}

void TestMeasure::meanValueAgreesWithGeos()
{
  for ( unsigned seed = 1; seed <= 3; ++seed )
  {
    Shapes shapes( seed );
    Features features = featuresOf( shapes.stars( 25, hundred, 12, true, true ) );
    for ( std::size_t i = 0; i < features.geometry.features(); ++i )
      features.values.push_back( i % 5 == 0 ? noData : shapes.uniform( -100, 100 ) );
    for ( const CellShape shape : shapesOfCells )
    {
      const Grid grid( shape, 10, hundred );
      compare( measured( grid, Measure::MeanValue, features ), meansByGeos( grid, features ), 1e-8 );
    }
  }
}

void TestMeasure::lineDensityByHand_data()
{
  // Squares of 100 m are hectares. Along a border a line counts once: in the cell above or right of it, as points do.
  QTest::addColumn<QString>( "line" );
  QTest::addColumn<QVector<double>>( "cells" ); // 2 by 2, lower row first
  using Cells = QVector<double>;
  QTest::newRow( "in one cell" ) << "LINESTRING(10 10,40 50)" << Cells{ 50, 0, 0, 0 };
  QTest::newRow( "along a row" ) << "LINESTRING(-50 20,250 20)" << Cells{ 100, 100, 0, 0 };
  QTest::newRow( "up a column" ) << "LINESTRING(20 -50,20 250)" << Cells{ 100, 0, 100, 0 };
  QTest::newRow( "down a column" ) << "LINESTRING(20 250,20 -50)" << Cells{ 100, 0, 100, 0 };
  QTest::newRow( "through a corner" ) << "LINESTRING(0 0,200 200)"
                                      << Cells{ 100 * std::numbers::sqrt2, 0, 0, 100 * std::numbers::sqrt2 };
  QTest::newRow( "on the flat border" ) << "LINESTRING(0 100,150 100)" << Cells{ 0, 0, 100, 50 };
  QTest::newRow( "on the flat border, leftwards" ) << "LINESTRING(150 100,0 100)" << Cells{ 0, 0, 100, 50 };
  QTest::newRow( "on the upright border" ) << "LINESTRING(100 0,100 150)" << Cells{ 0, 100, 0, 50 };
  QTest::newRow( "on the upright border, downwards" ) << "LINESTRING(100 150,100 0)" << Cells{ 0, 100, 0, 50 };
  QTest::newRow( "on the bottom" ) << "LINESTRING(0 0,200 0)" << Cells{ 100, 100, 0, 0 };
  QTest::newRow( "on the top" ) << "LINESTRING(0 200,200 200)" << Cells{ 0, 0, 0, 0 };
  QTest::newRow( "on the left side" ) << "LINESTRING(0 0,0 200)" << Cells{ 100, 0, 100, 0 };
  QTest::newRow( "on the right side" ) << "LINESTRING(200 0,200 200)" << Cells{ 0, 0, 0, 0 };
  QTest::newRow( "up to a border" ) << "LINESTRING(50 50,50 100)" << Cells{ 50, 0, 0, 0 };
  QTest::newRow( "down to a border" ) << "LINESTRING(50 150,50 100)" << Cells{ 0, 0, 50, 0 };
  QTest::newRow( "from a border up" ) << "LINESTRING(50 100,50 150)" << Cells{ 0, 0, 50, 0 };
  QTest::newRow( "from a border down" ) << "LINESTRING(50 100,50 50)" << Cells{ 50, 0, 0, 0 };
  QTest::newRow( "no length" ) << "LINESTRING(100 100,100 100)" << Cells{ 0, 0, 0, 0 };
  QTest::newRow( "outside" ) << "LINESTRING(-10 0,-10 300,300 300)" << Cells{ 0, 0, 0, 0 };
  QTest::newRow( "twice over" ) << "MULTILINESTRING((10 10,20 10),(10 10,20 10,20 20))" << Cells{ 30, 0, 0, 0 };
}

void TestMeasure::lineDensityByHand()
{
  QFETCH( QString, line );
  QFETCH( QVector<double>, cells );
  const Grid grid( CellShape::Square, 100, { 0, 0, 200, 200 } );
  compare( measured( grid, Measure::LineDensity, featuresOf( fromTexts( { line.toStdString() } ) ) ),
           { cells.begin(), cells.end() }, 1e-12 );
}

void TestMeasure::lineDensityAgreesWithGeos()
{
  const GeometryColumn lines = randomLines( 20, 6, 5 );
  for ( const CellShape shape : shapesOfCells )
  {
    const Grid grid( shape, 10, hundred );
    std::vector<double> expected( grid.cells() );
    for ( std::size_t cell = 0; cell < expected.size(); ++cell )
      for ( std::size_t feature = 0; feature < lines.features(); ++feature )
      {
        // Piece by piece: where a line crosses itself GEOS would count a shared stretch once.
        const std::span<const Point> line = lines.ring( feature );
        for ( std::size_t i = 1; i < line.size(); ++i )
        {
          GeometryColumn piece;
          piece.kind = GeometryKind::Line;
          piece.coordinates = { line[i - 1], line[i] };
          piece.closeRing();
          piece.closePart();
          piece.closeFeature();
          expected[cell] += lengthOf( within( grid, cell, toGeos( piece, 0 ).get() ).get() ) * 10000 / grid.cellArea();
        }
      }
    compare( measured( grid, Measure::LineDensity, featuresOf( lines ) ), expected, 1e-7 );
  }
}

void TestMeasure::lineDensitySumsToTheLength()
{
  const GeometryColumn lines = randomLines( 50, 8, 6 );
  double length = 0;
  for ( std::size_t r = 0; r < lines.rings(); ++r )
    for ( std::size_t i = 1; i < lines.ring( r ).size(); ++i )
      length +=
        std::hypot( lines.ring( r )[i].x - lines.ring( r )[i - 1].x, lines.ring( r )[i].y - lines.ring( r )[i - 1].y );
  for ( const CellShape shape : shapesOfCells )
  {
    const Grid grid( shape, 7, { -40, -40, 140, 140 } );
    const std::vector<double> densities = measured( grid, Measure::LineDensity, featuresOf( lines ) );
    const double sum = std::accumulate( densities.begin(), densities.end(), 0.0 ) * grid.cellArea() / 10000;
    QVERIFY( std::abs( sum - length ) < 1e-9 * length );
  }
}

void TestMeasure::pointDensityByHand()
{
  const Grid grid( CellShape::Square, 50, { 0, 0, 100, 100 } );
  // A quarter of a hectare each; on a border the upper right cell.
  const GeometryColumn points = fromTexts(
    { "POINT(10 10)", "MULTIPOINT(10 10,60 10)", "POINT(50 50)", "POINT(0 50)", "POINT(100 10)", "POINT(-1 10)" } );
  compare( measured( grid, Measure::PointDensity, featuresOf( points ) ), { 8, 4, 4, 4 }, 1e-12 );
}

void TestMeasure::pointDensityCountsEachOnce()
{
  Shapes shapes( 9 );
  GeometryColumn points;
  points.kind = GeometryKind::Point;
  for ( int i = 0; i < 1000; ++i )
    appendPolygon( points, { { static_cast<double>( shapes.integer( 0, 100 ) ),
                               static_cast<double>( shapes.integer( 0, 100 ) ) } } );
  for ( const CellShape shape : shapesOfCells )
  {
    const Grid grid( shape, 10, { -20, -20, 120, 120 } );
    const std::vector<double> densities = measured( grid, Measure::PointDensity, featuresOf( points ) );
    QVERIFY( std::abs( std::accumulate( densities.begin(), densities.end(), 0.0 ) * grid.cellArea() / 10000 - 1000 ) <
             1e-6 );
  }
}

void TestMeasure::rasterMean_data()
{
  QTest::addColumn<QVector<double>>( "place" ); // origin, step right, step down: x and y each
  using Place = QVector<double>;
  const double c = std::cos( std::numbers::pi / 6 ), s = std::sin( std::numbers::pi / 6 );
  QTest::newRow( "as the cells" ) << Place{ 0, 80, 10, 0, 0, -10 };
  QTest::newRow( "finer" ) << Place{ 0, 80, 2.5, 0, 0, -2.5 };
  QTest::newRow( "finer, not a divisor" ) << Place{ 1.3, 70.7, 3.7, 0, 0, -3.7 };
  QTest::newRow( "coarser" ) << Place{ -20, 120, 23, 0, 0, -23 };
  QTest::newRow( "half a pixel off" ) << Place{ 5, 85, 10, 0, 0, -10 };
  QTest::newRow( "turned by 30 degrees" ) << Place{ 10, 50, 7 * c, 7 * s, 7 * s, -7 * c };
  QTest::newRow( "south up" ) << Place{ 0, 0, 10, 0, 0, 10 };
  QTest::newRow( "east left" ) << Place{ 80, 80, -10, 0, 0, -10 };
  QTest::newRow( "columns upwards" ) << Place{ 0, 0, 0, 10, 10, 0 };
  QTest::newRow( "not square" ) << Place{ 3, 80, 4, 0, 0, -15 };
  QTest::newRow( "skewed" ) << Place{ 3, 80, 8, 1, 2, -9 };
}

void TestMeasure::rasterMean()
{
  QFETCH( QVector<double>, place );
  Shapes shapes( 10 );
  std::vector<double> values;
  for ( int i = 0; i < 64; ++i )
    values.push_back( i % 7 == 3 ? noData : shapes.uniform( -50, 50 ) );
  const Pixels pixels( { place[0], place[1] }, { place[2], place[3] }, { place[4], place[5] }, 8, values );
  for ( const CellShape shape : shapesOfCells )
  {
    const Grid grid( shape, 10, { 0, 0, 80, 80 } );
    Theme theme;
    theme.measure = Measure::RasterMean;
    theme.raster = std::make_unique<Pixels>( pixels );
    compare( measure( grid, theme ), meansByGeos( grid, Pixels( pixels ).asFeatures() ), 1e-8 );
  }
}

void TestMeasure::rasterByHand()
{
  // Half a pixel off: a cell sees half of two pixels; no data does not count.
  const Grid grid( CellShape::Square, 10, { 0, 0, 40, 10 } );
  Theme theme;
  theme.measure = Measure::RasterMean;
  theme.raster = std::make_unique<Pixels>( Point{ -5, 10 }, Point{ 10, 0 }, Point{ 0, -10 }, 4,
                                           std::vector<double>{ 1, 3, noData, 8 } );
  compare( measure( grid, theme ), { 2, 3, 8, 8 }, 1e-14 );
}

void TestMeasure::rasterManyRows()
{
  // More rows than are read at once.
  const std::size_t columns = 2000, rows = 1100;
  std::vector<double> values;
  for ( std::size_t row = 0; row < rows; ++row )
    values.insert( values.end(), columns, static_cast<double>( row ) );
  const Grid grid( CellShape::Square, 100, { 0, 0, 2000, 1100 } );
  Theme theme;
  theme.measure = Measure::RasterMean;
  theme.raster =
    std::make_unique<Pixels>( Point{ 0, 1100 }, Point{ 1, 0 }, Point{ 0, -1 }, columns, std::move( values ) );
  const std::vector<double> means = measure( grid, theme );
  for ( std::size_t cell = 0; cell < means.size(); ++cell )
    QVERIFY( std::abs( means[cell] - ( 1049.5 - 100 * static_cast<double>( cell / grid.columns() ) ) ) < 1e-8 );
}

void TestMeasure::stopsWhenCancelled()
{
  struct Stop : NoProgress
  {
    bool cancelled() const override { return true; }
  };

  const Grid grid( CellShape::Square, 10, hundred );
  Theme theme;
  theme.features = featuresOf( fromTexts( { "POLYGON((0 0,10 0,10 10,0 10,0 0))" } ), { 1 } );
  theme.raster =
    std::make_unique<Pixels>( Point{ 0, 10 }, Point{ 10, 0 }, Point{ 0, -10 }, 1, std::vector<double>{ 1 } );
  for ( const Measure kind :
        { Measure::Coverage, Measure::MeanValue, Measure::LineDensity, Measure::PointDensity, Measure::RasterMean } )
  {
    theme.measure = kind;
    QVERIFY_EXCEPTION_THROWN( measure( grid, theme, Stop() ), Cancelled );
  }
}

QTEST_APPLESS_MAIN( TestMeasure )
#include "test_measure.moc"
