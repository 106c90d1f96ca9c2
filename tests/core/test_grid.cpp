// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/geometry/cell_coverage.h"
#include "core/geometry/grid.h"
#include "core/geometry/orientation.h"
#include "core/nodata.h"
#include "tests/core/geos_reference.h"
#include "tests/core/shapes.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <map>

using namespace koppelkans;
using namespace koppelkans::test;

namespace
{

constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<Point> corners( const Grid &grid, std::size_t cell )
{
  std::array<Point, 7> room;
  const std::span<const Point> ring = grid.ring( cell, room );
  return { ring.begin(), ring.end() };
}

double areaOfRing( const std::vector<Point> &ring )
{
  double twice = 0;
  for ( std::size_t i = 1; i < ring.size(); ++i )
    twice += ( ring[i - 1].x - ring[0].x ) * ( ring[i].y - ring[0].y ) -
             ( ring[i].x - ring[0].x ) * ( ring[i - 1].y - ring[0].y );
  return twice / 2;
}

//! The grids that the tests of all grids look at.
void grids()
{
  QTest::addColumn<int>( "shape" );
  QTest::addColumn<double>( "size" );
  QTest::addColumn<QVector<double>>( "extent" ); // x0 y0 x1 y1
  using Extent = QVector<double>;
  for ( const int shape : { 0, 1 } )
  {
    const auto row = [shape]( const char *name, double size, const Extent &extent )
    {
      QTest::newRow( qPrintable( QString( shape ? "hexagons, " : "squares, " ) + name ) ) << shape << size << extent;
    };
    row( "at the origin", 10, { 0, 0, 100, 70 } );
    row( "around the origin", 10, { -42, -57, 31, 64 } );
    row( "left of and below the origin", 10, { -142, -157, -31, -64 } );
    row( "one", 10, { 3, 3, 4, 4 } );
    row( "one place", 10, { 30, 30, 30, 30 } );
    row( "one row", 10, { -50, 2, 50, 3 } );
    row( "one column", 10, { 2, -50, 3, 50 } );
    row( "a fraction of a metre", 0.1, { 0.25, 0.3, 1.7, 2.04 } );
    row( "far from the origin", 25, { 1e7 + 3, -1e7 - 101, 1e7 + 207, -1e7 + 33 } );
    row( "the Netherlands", 100, { 135612.3, 456701.9, 136789, 457999 } );
  }
}

Grid fetched()
{
  QFETCH( int, shape );
  QFETCH( double, size );
  QFETCH( QVector<double>, extent );
  return Grid( shape ? CellShape::Hexagon : CellShape::Square, size, { extent[0], extent[1], extent[2], extent[3] } );
}

} // namespace

class TestGrid : public QObject
{
  Q_OBJECT

private slots:
  void squaresLieOnMultiples();
  void identifiers_data();
  void identifiers();
  void identifiersAgreeBetweenGrids();

  void extentCoversWhatWasAsked_data() { grids(); }

  void extentCoversWhatWasAsked();

  void tilesWithoutGapOrOverlap_data() { grids(); }

  void tilesWithoutGapOrOverlap();

  void neighboursShareCorners_data() { grids(); }

  void neighboursShareCorners();

  void stripsMakeUpCells_data() { grids(); }

  void stripsMakeUpCells();

  void cellAtAgreesWithRing_data() { grids(); }

  void cellAtAgreesWithRing();
  void cellAtOnBorders();
  void hexagon();
  void refused_data();
  void refused();
};

void TestGrid::squaresLieOnMultiples()
{
  const Grid grid( CellShape::Square, 25, { 10, -30, 60, 20 } );
  QCOMPARE( grid.columns(), std::size_t{ 3 } );
  QCOMPARE( grid.rows(), std::size_t{ 3 } );
  QCOMPARE( grid.cellArea(), 625.0 );
  QVERIFY( corners( grid, 0 ) ==
           ( std::vector<Point>{ { 0, -50 }, { 25, -50 }, { 25, -25 }, { 0, -25 }, { 0, -50 } } ) );
  QVERIFY( corners( grid, 8 ) == ( std::vector<Point>{ { 50, 0 }, { 75, 0 }, { 75, 25 }, { 50, 25 }, { 50, 0 } } ) );

  // Exactly what was asked for where that lies on multiples.
  const Grid exact( CellShape::Square, 25, { -50, 0, 75, 100 } );
  QCOMPARE( exact.columns(), std::size_t{ 5 } );
  QCOMPARE( exact.rows(), std::size_t{ 4 } );
}

void TestGrid::identifiers_data()
{
  QTest::addColumn<int>( "shape" );
  QTest::addColumn<double>( "x" );
  QTest::addColumn<double>( "y" );
  QTest::addColumn<QString>( "id" );
  // The national statistics' square has its lower left corner at 135600, 456700.
  QTest::newRow( "square" ) << 0 << 135650.0 << 456799.0 << "E1356N4567";
  QTest::newRow( "square near the origin" ) << 0 << 50.0 << 150.0 << "E0000N0001";
  QTest::newRow( "square left of the origin" ) << 0 << -50.0 << -150.0 << "E-001N-002";
  QTest::newRow( "square far away" ) << 0 << 12345678.0 << 50.0 << "E123456N0000";
  QTest::newRow( "hexagon around the origin" ) << 1 << 0.0 << 0.0 << "E0000N0000";
  QTest::newRow( "hexagon up right of the origin" ) << 1 << 86.6 << 50.0 << "E0001N0000";
}

void TestGrid::identifiers()
{
  QFETCH( int, shape );
  QFETCH( double, x );
  QFETCH( double, y );
  QFETCH( QString, id );
  const Grid grid( shape ? CellShape::Hexagon : CellShape::Square, 100, { x - 300, y - 300, x + 300, y + 300 } );
  QCOMPARE( QString::fromStdString( grid.cellId( cellAt( grid, { x, y } ) ) ), id );
}

void TestGrid::identifiersAgreeBetweenGrids()
{
  for ( const CellShape shape : { CellShape::Square, CellShape::Hexagon } )
  {
    const Grid one( shape, 10, { -50, -50, 60, 60 } ), other( shape, 10, { -13, -8, 31, 27 } );
    std::map<std::string, std::vector<Point>> rings;
    for ( std::size_t cell = 0; cell < one.cells(); ++cell )
      QVERIFY( rings.emplace( one.cellId( cell ), corners( one, cell ) ).second );
    for ( std::size_t cell = 0; cell < other.cells(); ++cell )
      QVERIFY( rings.at( other.cellId( cell ) ) == corners( other, cell ) );
  }
}

void TestGrid::extentCoversWhatWasAsked()
{
  QFETCH( QVector<double>, extent );
  const Grid grid = fetched();
  const Box box = grid.extent();
  const double rounding = 1e-15 * std::abs( extent[2] );
  QVERIFY( box.xMin <= extent[0] + rounding && box.yMin <= extent[1] + rounding );
  QVERIFY( box.xMax >= extent[2] - rounding && box.yMax >= extent[3] - rounding );
  Box around;
  for ( std::size_t cell = 0; cell < grid.cells(); ++cell )
    for ( const Point &corner : corners( grid, cell ) )
      around.include( corner );
  QVERIFY( box.xMin <= around.xMin + 1e-8 && box.yMin <= around.yMin + 1e-8 && box.xMax >= around.xMax - 1e-8 &&
           box.yMax >= around.yMax - 1e-8 );

  // Not only around its corners: everywhere within.
  if ( extent[2] == extent[0] )
    return;
  Shapes shapes( 1 );
  for ( int i = 0; i < 500; ++i )
    QVERIFY( cellAt( grid, shapes.pointIn( { extent[0], extent[1], extent[2], extent[3] } ) ) != Grid::npos );
}

void TestGrid::tilesWithoutGapOrOverlap()
{
  const Grid grid = fetched();
  GeometryColumn cells;
  for ( std::size_t cell = 0; cell < grid.cells(); ++cell )
  {
    const std::vector<Point> ring = corners( grid, cell );
    QVERIFY( ring.front() == ring.back() );
    QVERIFY( std::abs( areaOfRing( ring ) - grid.cellArea() ) <= 1e-9 * grid.cellArea() );
    appendPolygon( cells, ring );
  }
  // Nothing counted twice, and one border around all.
  const GeosGeometry all = unionOf( cells );
  const double sum = grid.cellArea() * static_cast<double>( grid.cells() );
  QVERIFY( std::abs( areaOf( all.get() ) - sum ) <= 1e-9 * sum );
  QCOMPARE( GEOSGetNumGeometries_r( geos(), all.get() ), 1 );
  const GEOSGeometry *polygon = GEOSGetGeometryN_r( geos(), all.get(), 0 );
  QCOMPARE( GEOSGetNumInteriorRings_r( geos(), polygon ), 0 );
}

void TestGrid::neighboursShareCorners()
{
  // To the last bit: by how many cells each corner is used.
  const Grid grid = fetched();
  std::map<std::pair<double, double>, int> uses;
  for ( std::size_t cell = 0; cell < grid.cells(); ++cell )
  {
    const std::vector<Point> ring = corners( grid, cell );
    for ( std::size_t i = 1; i < ring.size(); ++i )
      ++uses[{ ring[i].x, ring[i].y }];
  }
  const std::size_t columns = grid.columns(), rows = grid.rows();
  if ( grid.shape() == CellShape::Square )
    QCOMPARE( uses.size(), ( columns + 1 ) * ( rows + 1 ) );
  else
    // Each column has 4·rows + 2 corners; each seam between columns joins 2·rows of them.
    QCOMPARE( uses.size(), columns * ( 4 * rows + 2 ) - ( columns - 1 ) * 2 * rows );
}

void TestGrid::stripsMakeUpCells()
{
  const Grid grid = fetched();
  const Grid::Strips strips = grid.strips();
  QVERIFY( std::abs( strips.pitch * strips.height * ( grid.shape() == CellShape::Square ? 1 : 2 ) - grid.cellArea() ) <=
           1e-12 * grid.cellArea() );
  for ( std::size_t cell = 0; cell < grid.cells(); ++cell )
  {
    Box box;
    for ( const Point &corner : corners( grid, cell ) )
      box.include( corner );
    const auto [lower, upper] = grid.stripsOf( cell );
    QVERIFY( lower < strips.count );
    QVERIFY( std::abs( strips.y0 + static_cast<double>( lower ) * strips.height - box.yMin ) < 1e-8 );
    if ( grid.shape() == CellShape::Square )
    {
      QCOMPARE( upper, Grid::npos );
      continue;
    }
    QCOMPARE( upper, lower + 1 );
    QVERIFY( upper < strips.count );
    QVERIFY( std::abs( strips.y0 + static_cast<double>( upper + 1 ) * strips.height - box.yMax ) < 1e-8 );
  }
}

void TestGrid::cellAtAgreesWithRing()
{
  const Grid grid = fetched();
  const Box box = grid.extent();
  Shapes shapes( 2 );
  const Box wide{ box.xMin - grid.size(), box.yMin - grid.size(), box.xMax + grid.size(), box.yMax + grid.size() };
  for ( int i = 0; i < 300; ++i )
  {
    const Point point = shapes.pointIn( wide );
    std::size_t expected = Grid::npos;
    for ( std::size_t cell = 0; cell < grid.cells(); ++cell )
    {
      const std::vector<Point> ring = corners( grid, cell );
      bool inside = true; // cells are convex and run counterclockwise
      for ( std::size_t c = 1; c < ring.size(); ++c )
        inside = inside && orientation( ring[c - 1], ring[c], point ) > 0;
      if ( inside )
        expected = cell;
    }
    QCOMPARE( cellAt( grid, point ), expected );
  }
}

void TestGrid::cellAtOnBorders()
{
  const Grid grid( CellShape::Square, 10, { 0, 0, 30, 20 } );
  QCOMPARE( cellAt( grid, { 0, 0 } ), std::size_t{ 0 } );
  QCOMPARE( cellAt( grid, { 10, 5 } ), std::size_t{ 1 } );
  QCOMPARE( cellAt( grid, { 5, 10 } ), std::size_t{ 3 } );
  QCOMPARE( cellAt( grid, { 10, 10 } ), std::size_t{ 4 } );
  QCOMPARE( cellAt( grid, { 30, 5 } ), Grid::npos );
  QCOMPARE( cellAt( grid, { 5, 20 } ), Grid::npos );
  QCOMPARE( cellAt( grid, { noData, 5 } ), Grid::npos );
  QCOMPARE( cellAt( grid, { 5, noData } ), Grid::npos );
  QCOMPARE( cellAt( grid, { infinity, 5 } ), Grid::npos );
}

void TestGrid::hexagon()
{
  const Grid grid( CellShape::Hexagon, 2, { 0, 0, 0.1, 0.1 } );
  const double side = 2 / std::sqrt( 3.0 );
  const std::vector<Point> expected{ { -side / 2, -1 }, { side / 2, -1 }, { side, 0 },      { side / 2, 1 },
                                     { -side / 2, 1 },  { -side, 0 },     { -side / 2, -1 } };
  const std::vector<Point> ring = corners( grid, 0 );
  QCOMPARE( ring.size(), expected.size() );
  for ( std::size_t i = 0; i < ring.size(); ++i )
    QVERIFY( std::hypot( ring[i].x - expected[i].x, ring[i].y - expected[i].y ) < 1e-15 );
  QVERIFY( std::abs( grid.cellArea() - 2 * std::sqrt( 3.0 ) ) < 1e-15 );
}

void TestGrid::refused_data()
{
  QTest::addColumn<double>( "size" );
  QTest::addColumn<QVector<double>>( "extent" );
  using Extent = QVector<double>;
  QTest::newRow( "size 0" ) << 0.0 << Extent{ 0, 0, 100, 100 };
  QTest::newRow( "size below 0" ) << -10.0 << Extent{ 0, 0, 100, 100 };
  QTest::newRow( "size not a number" ) << noData << Extent{ 0, 0, 100, 100 };
  QTest::newRow( "size infinite" ) << infinity << Extent{ 0, 0, 100, 100 };
  QTest::newRow( "size as good as 0" ) << 1e-300 << Extent{ 1, 1, 100, 100 };
  QTest::newRow( "size as good as 0, one place" ) << 1e-300 << Extent{ 100, 100, 100, 100 };
  QTest::newRow( "size the least number" ) << 5e-324 << Extent{ 100, 100, 100, 100 };
  QTest::newRow( "too many" ) << 1.0 << Extent{ 0, 0, 50000, 50000 };
  QTest::newRow( "empty extent" ) << 10.0 << Extent{ 1, 1, 0, 0 };
  QTest::newRow( "reversed extent" ) << 10.0 << Extent{ 0, 100, 100, 0 };
  QTest::newRow( "extent not a number" ) << 10.0 << Extent{ noData, 0, 100, 100 };
  QTest::newRow( "extent infinite" ) << 10.0 << Extent{ 0, 0, infinity, 100 };
  QTest::newRow( "extent all infinite" ) << 10.0 << Extent{ infinity, 0, infinity, 100 };
  QTest::newRow( "extent out of this world" ) << 10.0 << Extent{ 1e300, 0, 1e300, 100 };
}

void TestGrid::refused()
{
  QFETCH( double, size );
  QFETCH( QVector<double>, extent );
  for ( const CellShape shape : { CellShape::Square, CellShape::Hexagon } )
    QVERIFY_EXCEPTION_THROWN( Grid( shape, size, { extent[0], extent[1], extent[2], extent[3] } ), Error );
}

QTEST_APPLESS_MAIN( TestGrid )
#include "test_grid.moc"
