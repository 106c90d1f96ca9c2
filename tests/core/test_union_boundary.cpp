// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/union_boundary.h"
#include "tests/core/geos_reference.h"
#include "tests/core/shapes.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace koppelkans;
using namespace koppelkans::test;

Q_DECLARE_METATYPE( koppelkans::GeometryColumn )

namespace
{

const Box hundred{ 0, 0, 100, 100 };

//! How many ends of pieces have no piece that begins there: none where the boundary closes.
std::size_t openEnds( const GeometryColumn &polygons )
{
  std::vector<std::pair<double, double>> begins, ends, unmatched;
  UnionBoundary( polygons )
    .visit(
      [&]( std::span<const BoundaryPiece> pieces )
      {
        for ( const BoundaryPiece &piece : pieces )
        {
          begins.emplace_back( piece.from.x, piece.from.y );
          ends.emplace_back( piece.to.x, piece.to.y );
        }
      } );
  std::ranges::sort( begins );
  std::ranges::sort( ends );
  std::ranges::set_symmetric_difference( begins, ends, std::back_inserter( unmatched ) );
  return unmatched.size();
}

//! The same polygons again and again.
GeometryColumn repeated( const GeometryColumn &polygons, int times )
{
  GeometryColumn all;
  for ( int i = 0; i < times; ++i )
    all = joined( std::move( all ), polygons );
  return all;
}

//! Each polygon once more, its rings run the other way round.
GeometryColumn withReversed( const GeometryColumn &polygons )
{
  GeometryColumn reversed = polygons;
  for ( std::size_t r = 0; r < reversed.rings(); ++r )
    std::reverse( reversed.coordinates.begin() + static_cast<std::ptrdiff_t>( reversed.ringOffsets[r] ),
                  reversed.coordinates.begin() + static_cast<std::ptrdiff_t>( reversed.ringOffsets[r + 1] ) );
  return joined( polygons, reversed );
}

//! Rows of data shared by all tests against GEOS.
void randomLayers()
{
  QTest::addColumn<GeometryColumn>( "polygons" );
  for ( unsigned seed = 1; seed <= 5; ++seed )
  {
    const auto row = [seed]( const char *name, const GeometryColumn &polygons )
    {
      QTest::newRow( ( std::string( name ) + " " + std::to_string( seed ) ).c_str() ) << polygons;
    };
    Shapes shapes( seed );
    row( "stars", shapes.stars( 60, hundred, 12 ) );
    row( "stars with holes", shapes.stars( 60, hundred, 15, true ) );
    row( "stars in parts with holes", shapes.stars( 40, hundred, 12, true, true ) );
    row( "stars of all sizes", joined( shapes.stars( 5, hundred, 60, true ), shapes.stars( 80, hundred, 4 ) ) );
    row( "the same stars three times", repeated( shapes.stars( 25, hundred, 15, true ), 3 ) );
    row( "the same stars both ways round", withReversed( shapes.stars( 25, hundred, 15, true ) ) );
    row( "blocks on a lattice", shapes.blocks( 150, 20, 10 ) );
    row( "triangles on a lattice", shapes.latticeTriangles( 60, 6, 10 ) );
    row( "triangles on a fine lattice", shapes.latticeTriangles( 80, 16, 10 ) );
    row( "blocks and triangles", joined( shapes.blocks( 20, 6, 10 ), shapes.latticeTriangles( 30, 9, 10 ) ) );
    row( "along a slanted line", shapes.alongLine( 60, { 3, 7 }, { 1000.1, 370.3 } ) );
    row( "along a flat line", shapes.alongLine( 60, { 3, 7 }, { 1000.1, 7.0001 } ) );
    row( "along a steep line", shapes.alongLine( 60, { 3, 7 }, { 3.003, 1000 } ) );
    row( "slivers thinner than rounding", shapes.hairs( 200, { 3, 7 }, { 1000.1, 370.3 } ) );
    row( "slivers thinner than rounding, and stars",
         joined( shapes.hairs( 30, { 3, 7 }, { 97.1, 70.3 } ), shapes.stars( 30, hundred, 12 ) ) );
    row( "slivers", shapes.slivers( 60, hundred ) );
    row( "slivers and stars", joined( shapes.slivers( 30, hundred ), shapes.stars( 30, hundred, 12 ) ) );
  }
}

} // namespace

class TestUnionBoundary : public QObject
{
  Q_OBJECT

private slots:
  void area_data();
  void area();

  void agreesWithGeos_data() { randomLayers(); }

  void agreesWithGeos();

  void closes_data() { randomLayers(); }

  void closes();

  void orderDoesNotMatter_data() { randomLayers(); }

  void orderDoesNotMatter();

  void samePlaceNear1e7_data() { randomLayers(); }

  void samePlaceNear1e7();
  void manyAtOnePlace();
  void thousandsNearby();
  void chosenFeatures();
  void stopsWhenCancelled();
};

void TestUnionBoundary::area_data()
{
  QTest::addColumn<QStringList>( "polygons" );
  QTest::addColumn<double>( "area" );

  const QString square = "POLYGON((0 0,10 0,10 10,0 10,0 0))";
  const QString clockwise = "POLYGON((0 0,0 10,10 10,10 0,0 0))";
  const QString ring = "POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,8 2,8 8,2 8,2 2))";

  QTest::newRow( "nothing" ) << QStringList{} << 0.0;
  QTest::newRow( "one" ) << QStringList{ square } << 100.0;
  QTest::newRow( "one clockwise" ) << QStringList{ clockwise } << 100.0;
  QTest::newRow( "apart" ) << QStringList{ square, "POLYGON((20 0,30 0,30 10,20 10,20 0))" } << 200.0;
  QTest::newRow( "boxes meet, polygons do not" )
    << QStringList{ "POLYGON((0 0,10 0,0 10,0 0))", "POLYGON((10 10,1 10,10 1,10 10))" } << 90.5;
  QTest::newRow( "overlap" ) << QStringList{ square, "POLYGON((5 5,15 5,15 15,5 15,5 5))" } << 175.0;
  QTest::newRow( "overlap, one clockwise" ) << QStringList{ clockwise, "POLYGON((5 5,15 5,15 15,5 15,5 5))" } << 175.0;
  QTest::newRow( "cross" ) << QStringList{ "POLYGON((0 4,10 4,10 6,0 6,0 4))", "POLYGON((4 0,6 0,6 10,4 10,4 0))" }
                           << 36.0;
  QTest::newRow( "identical" ) << QStringList{ square, square, square } << 100.0;
  QTest::newRow( "identical, both ways round" ) << QStringList{ square, clockwise, square } << 100.0;
  QTest::newRow( "identical, begun elsewhere" )
    << QStringList{ square, "POLYGON((10 10,0 10,0 0,10 0,10 10))" } << 100.0;
  QTest::newRow( "identical ring" ) << QStringList{ ring, ring } << 64.0;
  QTest::newRow( "nested" ) << QStringList{ square, "POLYGON((2 2,8 2,8 8,2 8,2 2))" } << 100.0;
  QTest::newRow( "nested thrice" ) << QStringList{ "POLYGON((2 2,8 2,8 8,2 8,2 2))", square,
                                                   "POLYGON((4 4,6 4,6 6,4 6,4 4))" }
                                   << 100.0;
  QTest::newRow( "nested along a side" ) << QStringList{ square, "POLYGON((0 2,8 2,8 8,0 8,0 2))" } << 100.0;
  QTest::newRow( "nested in a corner" ) << QStringList{ square, "POLYGON((0 0,5 0,5 5,0 5,0 0))" } << 100.0;
  QTest::newRow( "shared edge" ) << QStringList{ square, "POLYGON((10 0,20 0,20 10,10 10,10 0))" } << 200.0;
  QTest::newRow( "shared part of an edge" ) << QStringList{ square, "POLYGON((10 3,20 3,20 7,10 7,10 3))" } << 140.0;
  QTest::newRow( "edges pass each other" ) << QStringList{ square, "POLYGON((10 5,20 5,20 15,10 15,10 5))" } << 200.0;
  QTest::newRow( "slanted edges pass each other" )
    << QStringList{ "POLYGON((0 0,9 3,0 3,0 0))", "POLYGON((3 1,12 4,12 1,3 1))" } << 27.0;
  QTest::newRow( "overlap with edges on one line" )
    << QStringList{ square, "POLYGON((5 0,15 0,15 10,5 10,5 0))" } << 150.0;
  QTest::newRow( "touch in a vertex" ) << QStringList{ square, "POLYGON((10 10,20 10,20 20,10 20,10 10))" } << 200.0;
  QTest::newRow( "vertex on an edge" ) << QStringList{ square, "POLYGON((10 5,20 0,20 10,10 5))" } << 150.0;
  QTest::newRow( "vertex on an edge from within" ) << QStringList{ square, "POLYGON((10 5,5 7,5 3,10 5))" } << 100.0;
  QTest::newRow( "vertex through an edge's vertex" )
    << QStringList{ "POLYGON((0 0,10 5,0 10,0 0))", "POLYGON((20 0,20 10,10 5,20 0))" } << 100.0;
  QTest::newRow( "hole filled" ) << QStringList{ ring, "POLYGON((2 2,8 2,8 8,2 8,2 2))" } << 100.0;
  QTest::newRow( "hole half filled" ) << QStringList{ ring, "POLYGON((2 2,5 2,5 8,2 8,2 2))" } << 82.0;
  QTest::newRow( "island in a hole" ) << QStringList{ ring, "POLYGON((4 4,6 4,6 6,4 6,4 4))" } << 68.0;
  QTest::newRow( "across a hole" ) << QStringList{ ring, "POLYGON((1 4,9 4,9 6,1 6,1 4))" } << 76.0;
  QTest::newRow( "hole touches the shell" )
    << QStringList{ "POLYGON((0 0,10 0,10 10,0 10,0 0),(0 0,5 2,2 5,0 0))", "POLYGON((0 0,4 0,4 4,0 4,0 0))" }
    << 100 - 10.5 + ( 16 - 2 * 0.5 * 4 * 1.6 - 0.5 * 1 * 1 ) - 0.0;
  QTest::newRow( "multipolygon" ) << QStringList{ "MULTIPOLYGON(((0 0,1 0,1 1,0 1,0 0)),((1 1,2 1,2 2,1 2,1 1)))" }
                                  << 2.0;
  QTest::newRow( "multipolygon and its gap" )
    << QStringList{ "MULTIPOLYGON(((0 0,1 0,1 1,0 1,0 0)),((2 0,3 0,3 1,2 1,2 0)))", "POLYGON((1 0,2 0,2 1,1 1,1 0))" }
    << 3.0;
  QTest::newRow( "four around a point" ) << QStringList{ "POLYGON((0 0,2 1,0 2,0 0))", "POLYGON((0 0,4 0,2 1,0 0))",
                                                         "POLYGON((4 0,4 2,2 1,4 0))", "POLYGON((4 2,0 2,2 1,4 2))" }
                                         << 8.0;
  QTest::newRow( "three edges through one crossing" )
    << QStringList{ "POLYGON((0 0,4 4,0 4,0 0))", "POLYGON((0 2,4 2,4 3,0 3,0 2))", "POLYGON((2 0,3 0,3 4,2 4,2 0))" }
    << 11.5;
  QTest::newRow( "repeated coordinates" )
    << QStringList{ "POLYGON((0 0,10 0,10 0,10 0,10 10,0 10,0 0,0 0))", square } << 100.0;
  QTest::newRow( "vertices added on the edges" )
    << QStringList{ square, "POLYGON((0 0,3 0,7 0,10 0,10 5,10 10,5 10,0 10,0 1,0 0))" } << 100.0;
}

void TestUnionBoundary::area()
{
  QFETCH( QStringList, polygons );
  QFETCH( double, area );
  std::vector<std::string> texts;
  for ( const QString &polygon : polygons )
    texts.push_back( polygon.toStdString() );
  const GeometryColumn column = fromTexts( texts );
  QVERIFY2( std::abs( UnionBoundary( column ).area() - area ) < 1e-9,
            qPrintable( QString::number( UnionBoundary( column ).area(), 'g', 12 ) ) );
  QCOMPARE( openEnds( column ), std::size_t{ 0 } );
}

void TestUnionBoundary::agreesWithGeos()
{
  QFETCH( GeometryColumn, polygons );
  const double reference = areaOf( unionOf( polygons ).get() );
  const double area = UnionBoundary( polygons ).area();
  QVERIFY2( std::abs( area - reference ) <= 1e-9 * std::max( reference, 1.0 ),
            qPrintable( QString( "%1, GEOS %2" ).arg( area, 0, 'g', 15 ).arg( reference, 0, 'g', 15 ) ) );
}

void TestUnionBoundary::closes()
{
  QFETCH( GeometryColumn, polygons );
  QCOMPARE( openEnds( polygons ), std::size_t{ 0 } );
}

void TestUnionBoundary::orderDoesNotMatter()
{
  QFETCH( GeometryColumn, polygons );
  const double area = UnionBoundary( polygons ).area();
  for ( unsigned seed = 1; seed <= 3; ++seed )
  {
    const double other = UnionBoundary( shuffled( polygons, seed ) ).area();
    QVERIFY2( std::abs( other - area ) <= 1e-9 * std::max( area, 1.0 ),
              qPrintable( QString( "%1, before %2" ).arg( other, 0, 'g', 15 ).arg( area, 0, 'g', 15 ) ) );
  }
}

void TestUnionBoundary::samePlaceNear1e7()
{
  QFETCH( GeometryColumn, polygons );
  // The reference is GEOS' of the moved polygons put back: what moving rounds, both see.
  const GeometryColumn far = moved( polygons, 1e7, -9e6 );
  const double reference = areaOf( unionOf( moved( far, -1e7, 9e6 ) ).get() );
  const double area = UnionBoundary( far ).area();
  // Places are rounded to 2⁻³⁰ m there: as much area as that times the length of the boundary.
  QVERIFY2( std::abs( area - reference ) <= 1e-9 * std::max( reference, 1.0 ) + 1e-5 * ( reference < 1 ),
            qPrintable( QString( "%1, GEOS %2" ).arg( area, 0, 'g', 15 ).arg( reference, 0, 'g', 15 ) ) );
  QCOMPARE( openEnds( far ), std::size_t{ 0 } );
}

void TestUnionBoundary::manyAtOnePlace()
{
  // Each crosses each: the work grows with the square of their number.
  Shapes shapes( 7 );
  const GeometryColumn polygons = shapes.stars( 300, { 0, 0, 3, 3 }, 10, true );
  const double reference = areaOf( unionOf( polygons ).get() );
  QVERIFY( std::abs( UnionBoundary( polygons ).area() - reference ) <= 1e-9 * reference );
  QCOMPARE( openEnds( polygons ), std::size_t{ 0 } );

  GeometryColumn one;
  one.append( polygons, 0 );
  const GeometryColumn same = repeated( one, 300 );
  QVERIFY( std::abs( UnionBoundary( same ).area() - UnionBoundary( one ).area() ) <=
           1e-12 * UnionBoundary( one ).area() );
  QCOMPARE( openEnds( same ), std::size_t{ 0 } );
}

void TestUnionBoundary::thousandsNearby()
{
  Shapes shapes( 8 );
  const GeometryColumn polygons = shapes.stars( 5000, { 0, 0, 40, 40 }, 1 );
  const double reference = areaOf( unionOf( polygons ).get() );
  QVERIFY( std::abs( UnionBoundary( polygons ).area() - reference ) <= 1e-9 * reference );
  QCOMPARE( openEnds( polygons ), std::size_t{ 0 } );
}

void TestUnionBoundary::chosenFeatures()
{
  const GeometryColumn polygons =
    fromTexts( { "POLYGON((0 0,10 0,10 10,0 10,0 0))", "POLYGON((0 0,100 0,100 100,0 100,0 0))",
                 "MULTIPOLYGON(((5 5,15 5,15 15,5 15,5 5)),((20 20,21 20,21 21,20 21,20 20)))" } );
  const std::vector<std::size_t> chosen{ 2, 0 };
  QCOMPARE( unionArea( polygons, chosen ), 176.0 );
  QCOMPARE( unionArea( polygons, {} ), 0.0 );
}

void TestUnionBoundary::stopsWhenCancelled()
{
  struct Stop : NoProgress
  {
    bool cancelled() const override { return true; }
  };

  const GeometryColumn polygons = fromTexts( { "POLYGON((0 0,10 0,10 10,0 10,0 0))" } );
  QVERIFY_EXCEPTION_THROWN( UnionBoundary( polygons, Stop() ), Cancelled );
  QVERIFY_EXCEPTION_THROWN( UnionBoundary( polygons ).visit( []( std::span<const BoundaryPiece> ) {}, Stop() ),
                            Cancelled );
}

QTEST_APPLESS_MAIN( TestUnionBoundary )
#include "test_union_boundary.moc"
