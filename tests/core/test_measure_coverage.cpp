// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stack/measure.h"
#include "tests/core/geos_reference.h"
#include "tests/core/shapes.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace koppelkans;
using namespace koppelkans::test;

Q_DECLARE_METATYPE( koppelkans::GeometryColumn )

namespace
{

const Box hundred{ 0, 0, 100, 100 };
const std::array<CellShape, 2> shapesOfCells{ CellShape::Square, CellShape::Hexagon };

std::vector<double> coverage( const Grid &grid, const GeometryColumn &polygons )
{
  Theme theme;
  theme.measure = Measure::Coverage;
  theme.features.geometry = polygons;
  return measure( grid, theme );
}

const char *nameOf( CellShape shape )
{
  return shape == CellShape::Square ? "square" : "hexagon";
}

QString told( const Grid &grid, std::size_t cell, double value, double reference )
{
  return QString( "%1 cell %2: %3, expected %4" )
    .arg( nameOf( grid.shape() ) )
    .arg( cell )
    .arg( value, 0, 'g', 15 )
    .arg( reference, 0, 'g', 15 );
}

//! The greatest difference seen in this run, said at its end.
double greatest = 0;

void compare( const Grid &grid, const std::vector<double> &values, const std::vector<double> &expected )
{
  QCOMPARE( values.size(), expected.size() );
  for ( std::size_t cell = 0; cell < values.size(); ++cell )
  {
    greatest = std::max( greatest, std::abs( values[cell] - expected[cell] ) );
    QVERIFY2( std::abs( values[cell] - expected[cell] ) <= 1e-9,
              qPrintable( told( grid, cell, values[cell], expected[cell] ) ) );
  }
}

} // namespace

class TestMeasureCoverage : public QObject
{
  Q_OBJECT

private slots:
  void byHand_data();
  void byHand();

  void agreesWithGeos_data() { layers(); }

  void agreesWithGeos();

  void agreesWithGeosNear1e7_data() { layers(); }

  void agreesWithGeosNear1e7();

  void sumsToTheUnion_data() { layers(); }

  void sumsToTheUnion();
  void outsideTheGrid_data();
  void outsideTheGrid();
  void cellsOfEverySize();
  void leavesNoTraceRightOfIt();
  void stopsWhenCancelled();

  void cleanupTestCase() { qInfo( "greatest error: %g of a cell", greatest ); }

private:
  static void layers();
};

void TestMeasureCoverage::byHand_data()
{
  // A grid of three by two squares of 10 m.
  QTest::addColumn<QString>( "polygon" );
  QTest::addColumn<QVector<double>>( "lower" );
  QTest::addColumn<QVector<double>>( "upper" );
  using Row = QVector<double>;
  QTest::newRow( "nothing" ) << "POLYGON EMPTY" << Row{ 0, 0, 0 } << Row{ 0, 0, 0 };
  QTest::newRow( "one cell" ) << "POLYGON((10 0,20 0,20 10,10 10,10 0))" << Row{ 0, 1, 0 } << Row{ 0, 0, 0 };
  QTest::newRow( "within a cell" ) << "POLYGON((12 2,17 2,17 7,12 7,12 2))" << Row{ 0, 0.25, 0 } << Row{ 0, 0, 0 };
  QTest::newRow( "hole of a cell" ) << "POLYGON((0 0,30 0,30 20,0 20,0 0),(10 0.5,20 0.5,20 10,10 10,10 0.5))"
                                    << Row{ 1, 0.05, 1 } << Row{ 1, 1, 1 };
  QTest::newRow( "half of each" ) << "POLYGON((0 5,30 5,30 15,0 15,0 5))" << Row{ 0.5, 0.5, 0.5 }
                                  << Row{ 0.5, 0.5, 0.5 };
  QTest::newRow( "around a corner" ) << "POLYGON((5 5,15 5,15 15,5 15,5 5))" << Row{ 0.25, 0.25, 0 }
                                     << Row{ 0.25, 0.25, 0 };
  QTest::newRow( "corners on corners" ) << "POLYGON((10 0,20 10,10 20,0 10,10 0))" << Row{ 0.5, 0.5, 0 }
                                        << Row{ 0.5, 0.5, 0 };
  QTest::newRow( "diagonal" ) << "POLYGON((0 0,30 20,0 20,0 0))" << Row{ 2.0 / 3, 1.0 / 12, 0 }
                              << Row{ 1, 11.0 / 12, 1.0 / 3 };
  QTest::newRow( "all and far more" ) << "POLYGON((-1000 -1000,1000 -1000,1000 1000,-1000 1000,-1000 -1000))"
                                      << Row{ 1, 1, 1 } << Row{ 1, 1, 1 };
  QTest::newRow( "in from the left" ) << "POLYGON((-1000 0,5 0,5 10,-1000 10,-1000 0))" << Row{ 0.5, 0, 0 }
                                      << Row{ 0, 0, 0 };
  QTest::newRow( "out to the right" ) << "POLYGON((25 0,1000 0,1000 20,25 20,25 0))" << Row{ 0, 0, 0.5 }
                                      << Row{ 0, 0, 0.5 };
  QTest::newRow( "in from below" ) << "POLYGON((10 -1000,20 -1000,20 5,10 5,10 -1000))" << Row{ 0, 0.5, 0 }
                                   << Row{ 0, 0, 0 };
  QTest::newRow( "out above" ) << "POLYGON((10 5,20 5,20 1000,10 1000,10 5))" << Row{ 0, 0.5, 0 } << Row{ 0, 1, 0 };
  QTest::newRow( "overlapping parts count once" )
    << "MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0)),((5 0,15 0,15 10,5 10,5 0)))" << Row{ 1, 0.5, 0 } << Row{ 0, 0, 0 };
}

void TestMeasureCoverage::byHand()
{
  QFETCH( QString, polygon );
  QFETCH( QVector<double>, lower );
  QFETCH( QVector<double>, upper );
  const std::vector<double> values =
    coverage( Grid( CellShape::Square, 10, { 0, 0, 30, 20 } ), fromTexts( { polygon.toStdString() } ) );
  QCOMPARE( values.size(), std::size_t{ 6 } );
  for ( int i = 0; i < 3; ++i )
  {
    QVERIFY2( std::abs( values[static_cast<std::size_t>( i )] - lower[i] ) < 1e-14,
              qPrintable( QString::number( values[static_cast<std::size_t>( i )] ) ) );
    QVERIFY2( std::abs( values[static_cast<std::size_t>( i ) + 3] - upper[i] ) < 1e-14,
              qPrintable( QString::number( values[static_cast<std::size_t>( i ) + 3] ) ) );
  }
}

void TestMeasureCoverage::layers()
{
  QTest::addColumn<GeometryColumn>( "polygons" );
  for ( unsigned seed = 1; seed <= 3; ++seed )
  {
    const auto row = [seed]( const char *name, const GeometryColumn &polygons )
    {
      QTest::newRow( ( std::string( name ) + " " + std::to_string( seed ) ).c_str() ) << polygons;
    };
    Shapes shapes( seed );
    row( "stars", shapes.stars( 40, hundred, 12 ) );
    row( "stars in parts with holes", shapes.stars( 40, hundred, 12, true, true ) );
    row( "huge stars", shapes.stars( 4, hundred, 120, true ) );
    row( "thousands in a cell", shapes.stars( 2000, { 41, 41, 49, 49 }, 0.3 ) );
    row( "on the borders of cells", shapes.blocks( 60, 10, 10 ) );
    row( "on the borders of cells and between", shapes.blocks( 60, 20, 5 ) );
    row( "corners on corners of cells", shapes.latticeTriangles( 40, 10, 10 ) );
    row( "slivers", shapes.slivers( 40, hundred ) );
    row( "slivers thinner than rounding",
         joined( shapes.hairs( 40, { 3, 7 }, { 97.1, 70.3 } ), shapes.stars( 30, hundred, 12 ) ) );
    row( "along a slanted line", shapes.alongLine( 40, { 3, 7 }, { 97.1, 70.3 } ) );
    row( "along a border of cells, nearly", shapes.alongLine( 40, { 0, 50 }, { 100, 50.0000001 } ) );
    row( "along a line upwards, nearly", shapes.alongLine( 40, { 50, 0 }, { 50.0000001, 100 } ) );
  }
}

void TestMeasureCoverage::agreesWithGeos()
{
  QFETCH( GeometryColumn, polygons );
  for ( const CellShape shape : shapesOfCells )
  {
    const Grid grid( shape, 10, { 0, 0, 100, 100 } );
    compare( grid, coverage( grid, polygons ), coverageByGeos( grid, polygons ) );
  }
}

void TestMeasureCoverage::agreesWithGeosNear1e7()
{
  QFETCH( GeometryColumn, polygons );
  // Moved by whole cells, and the reference computed on what was moved put back near the origin, where GEOS rounds
  // least.
  const double dx = 1e7, dy = -9e6;
  const GeometryColumn far = moved( polygons, dx, dy );
  const Grid grid( CellShape::Square, 10, { dx, dy, dx + 100, dy + 100 } );
  compare( grid, coverage( grid, far ),
           coverageByGeos( Grid( CellShape::Square, 10, hundred ), moved( far, -dx, -dy ) ) );
}

void TestMeasureCoverage::sumsToTheUnion()
{
  QFETCH( GeometryColumn, polygons );
  const double expected = areaOf( unionOf( polygons ).get() );
  for ( const CellShape shape : shapesOfCells )
  {
    const Grid grid( shape, 7, { -400, -400, 500, 500 } );
    const std::vector<double> values = coverage( grid, polygons );
    const double area = std::accumulate( values.begin(), values.end(), 0.0 ) * grid.cellArea();
    // Shares too small to tell from rounding are 0, in as many cells as the polygons run through.
    QVERIFY2( std::abs( area - expected ) <= 1e-9 * std::max( expected, grid.cellArea() ),
              qPrintable( told( grid, 0, area, expected ) ) );
  }
}

void TestMeasureCoverage::outsideTheGrid_data()
{
  QTest::addColumn<QString>( "polygon" );
  QTest::newRow( "left" ) << "POLYGON((-50 10,-10 20,-20 60,-50 10))";
  QTest::newRow( "right" ) << "POLYGON((150 10,190 20,180 60,150 10))";
  QTest::newRow( "above" ) << "POLYGON((10 150,80 150,50 190,10 150))";
  QTest::newRow( "below" ) << "POLYGON((10 -50,80 -50,50 -20,10 -50))";
  QTest::newRow( "left of a corner" ) << "POLYGON((-50 90,-10 90,-10 300,-50 90))";
  QTest::newRow( "around" )
    << "POLYGON((-50 -50,150 -50,150 150,-50 150,-50 -50),(-20 -20,120 -20,120 120,-20 120,-20 -20))";
}

void TestMeasureCoverage::outsideTheGrid()
{
  QFETCH( QString, polygon );
  for ( const CellShape shape : shapesOfCells )
  {
    const Grid grid( shape, 10, hundred );
    for ( const double value : coverage( grid, fromTexts( { polygon.toStdString() } ) ) )
      QCOMPARE( value, 0.0 );
  }
}

void TestMeasureCoverage::cellsOfEverySize()
{
  Shapes shapes( 11 );
  const GeometryColumn polygons = joined( shapes.stars( 20, hundred, 15, true ), shapes.slivers( 5, hundred ) );
  for ( const CellShape shape : shapesOfCells )
    for ( const double size : { 3.3, 25.0, 99.9, 1000.0 } )
    {
      const Grid grid( shape, size, { -13, -17, 111, 119 } );
      compare( grid, coverage( grid, polygons ), coverageByGeos( grid, polygons ) );
    }
}

void TestMeasureCoverage::leavesNoTraceRightOfIt()
{
  // What does not close runs on to the right; a city's rows are long.
  Shapes shapes( 12 );
  GeometryColumn polygons =
    joined( shapes.alongLine( 100, { 3, 7 }, { 97.1, 70.3 } ), shapes.stars( 60, { 10, 10, 90, 90 }, 10, true ) );
  polygons = moved( polygons, 130000, 450000 );
  const Grid grid( CellShape::Square, 10, { 129900, 449900, 134000, 450200 } );
  const std::vector<double> values = coverage( grid, polygons );
  for ( std::size_t cell = 0; cell < values.size(); ++cell )
    if ( cell % grid.columns() > 22 )
      QCOMPARE( values[cell], 0.0 );
}

void TestMeasureCoverage::stopsWhenCancelled()
{
  struct Stop : NoProgress
  {
    bool cancelled() const override { return true; }
  };

  Theme theme;
  theme.features.geometry = fromTexts( { "POLYGON((0 0,10 0,10 10,0 10,0 0))" } );
  QVERIFY_EXCEPTION_THROWN( measure( Grid( CellShape::Square, 10, hundred ), theme, Stop() ), Cancelled );
}

QTEST_APPLESS_MAIN( TestMeasureCoverage )
#include "test_measure_coverage.moc"
