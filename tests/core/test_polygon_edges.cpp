// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/polygon_edges.h"
#include "tests/core/geos_reference.h"
#include "tests/core/shapes.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace koppelkans;
using namespace koppelkans::test;

namespace
{

const std::string square = "POLYGON((0 0,10 0,10 10,0 10,0 0))";
const std::string ring = "POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,8 2,8 8,2 8,2 2))";

PolygonEdges edgesOf( const std::string &text )
{
  return { fromTexts( { text } ), 0 };
}

//! Crossings in a readable form: "edge@place+" on entering, "edge@place-" on leaving.
QStringList told( std::vector<Crossing> crossings )
{
  std::sort( crossings.begin(), crossings.end() );
  QStringList texts;
  for ( const Crossing &crossing : crossings )
    texts << QString( "%1@%2 %3%4" )
               .arg( crossing.edge )
               .arg( crossing.place.x )
               .arg( crossing.place.y )
               .arg( crossing.change > 0 ? "+" : "-" );
  return texts;
}

} // namespace

class TestPolygonEdges : public QObject
{
  Q_OBJECT

private slots:
  void interiorOnTheLeft_data();
  void interiorOnTheLeft();
  void interiorOnTheLeftOfHairs();
  void contains_data();
  void contains();
  void containsAgreesWithGeos();
  void crosses_data();
  void crosses();
  void crossingsBalance();
  void crossingsInOrder();
  void touchesItself_data();
  void touchesItself();
};

void TestPolygonEdges::interiorOnTheLeft_data()
{
  QTest::addColumn<QString>( "polygon" );
  QTest::addColumn<int>( "edges" );
  QTest::addColumn<int>( "rings" );
  QTest::addColumn<double>( "area" );
  QTest::newRow( "counterclockwise" ) << QString::fromStdString( square ) << 4 << 1 << 100.0;
  QTest::newRow( "clockwise" ) << "POLYGON((0 0,0 10,10 10,10 0,0 0))" << 4 << 1 << 100.0;
  QTest::newRow( "hole" ) << QString::fromStdString( ring ) << 8 << 2 << 64.0;
  QTest::newRow( "all the other way round" )
    << "POLYGON((0 0,0 10,10 10,10 0,0 0),(2 2,2 8,8 8,8 2,2 2))" << 8 << 2 << 64.0;
  QTest::newRow( "hole runs as the shell" )
    << "POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,2 8,8 8,8 2,2 2))" << 8 << 2 << 64.0;
  QTest::newRow( "repeated coordinates" ) << "POLYGON((0 0,0 0,10 0,10 0,10 10,0 10,0 10,0 0,0 0))" << 4 << 1 << 100.0;
  QTest::newRow( "begins at its left" ) << "POLYGON((0 5,5 0,10 5,5 10,0 5))" << 4 << 1 << 50.0;
  QTest::newRow( "leftmost corner repeated around the start" )
    << "POLYGON((0 5,0 5,5 0,10 5,5 10,0 5,0 5))" << 4 << 1 << 50.0;
  QTest::newRow( "leftmost side, a corner on it" ) << "POLYGON((0 5,0 10,10 10,10 0,0 0,0 5))" << 5 << 1 << 100.0;
}

void TestPolygonEdges::interiorOnTheLeft()
{
  QFETCH( QString, polygon );
  QFETCH( int, edges );
  QFETCH( int, rings );
  QFETCH( double, area );
  const PolygonEdges made = edgesOf( polygon.toStdString() );
  QCOMPARE( static_cast<int>( made.edges().size() ), edges );
  QCOMPARE( static_cast<int>( made.rings().size() ), rings + 1 );
  double twice = 0;
  for ( const Edge &edge : made.edges() )
    twice += edge.from.x * edge.to.y - edge.to.x * edge.from.y;
  QCOMPARE( twice / 2, area );
}

void TestPolygonEdges::interiorOnTheLeftOfHairs()
{
  // The area of such a triangle, as rounded, has any sign.
  Shapes shapes( 1 );
  const GeometryColumn hairs = shapes.hairs( 1000, { 3, 7 }, { 1000.1, 370.3 } );
  for ( std::size_t part = 0; part < hairs.parts(); ++part )
  {
    const PolygonEdges hair( hairs, part );
    QCOMPARE( orientation( hair.edges()[0].from, hair.edges()[1].from, hair.edges()[2].from ), 1 );
  }
}

void TestPolygonEdges::contains_data()
{
  QTest::addColumn<QString>( "polygon" );
  QTest::addColumn<QVector<double>>( "place" );
  QTest::addColumn<bool>( "forward" );  // moved right, and less so up
  QTest::addColumn<bool>( "backward" ); // moved left, and less so down
  using Place = QVector<double>;
  const QString box = QString::fromStdString( square );
  QTest::newRow( "inside" ) << box << Place{ 5, 5 } << true << true;
  QTest::newRow( "outside" ) << box << Place{ 15, 5 } << false << false;
  QTest::newRow( "left of it" ) << box << Place{ -5, 5 } << false << false;
  QTest::newRow( "left of a corner" ) << box << Place{ -5, 10 } << false << false;
  QTest::newRow( "left side" ) << box << Place{ 0, 5 } << true << false;
  QTest::newRow( "right side" ) << box << Place{ 10, 5 } << false << true;
  QTest::newRow( "bottom" ) << box << Place{ 5, 0 } << true << false;
  QTest::newRow( "top" ) << box << Place{ 5, 10 } << false << true;
  QTest::newRow( "lower left corner" ) << box << Place{ 0, 0 } << true << false;
  QTest::newRow( "upper right corner" ) << box << Place{ 10, 10 } << false << true;
  QTest::newRow( "lower right corner" ) << box << Place{ 10, 0 } << false << false;
  QTest::newRow( "upper left corner" ) << box << Place{ 0, 10 } << false << false;
  QTest::newRow( "in a hole" ) << QString::fromStdString( ring ) << Place{ 5, 5 } << false << false;
  QTest::newRow( "left side of a hole" ) << QString::fromStdString( ring ) << Place{ 2, 5 } << false << true;
  QTest::newRow( "corner of a hole" ) << QString::fromStdString( ring ) << Place{ 2, 2 } << false << true;
  QTest::newRow( "slanted side" ) << "POLYGON((0 0,10 10,0 10,0 0))" << Place{ 5, 5 } << false << true;
  QTest::newRow( "level with a peak" ) << "POLYGON((0 0,5 5,10 0,10 10,0 10,0 0))" << Place{ 1, 5 } << true << true;
  QTest::newRow( "level with a valley, outside" )
    << "POLYGON((0 10,5 5,10 10,10 0,0 0,0 10))" << Place{ -1, 5 } << false << false;
  QTest::newRow( "level with a side" ) << "POLYGON((0 0,4 0,4 5,8 5,8 0,12 0,12 10,0 10,0 0))" << Place{ 2, 5 } << true
                                       << true;
}

void TestPolygonEdges::contains()
{
  QFETCH( QString, polygon );
  QFETCH( QVector<double>, place );
  QFETCH( bool, forward );
  QFETCH( bool, backward );
  const PolygonEdges edges = edgesOf( polygon.toStdString() );
  QCOMPARE( edges.contains( { place[0], place[1] }, Shift::Forward ), forward );
  QCOMPARE( edges.contains( { place[0], place[1] }, Shift::Backward ), backward );
}

void TestPolygonEdges::containsAgreesWithGeos()
{
  Shapes shapes( 2 );
  const GeometryColumn stars = shapes.stars( 30, { 0, 0, 10, 10 }, 10, true );
  for ( std::size_t part = 0; part < stars.parts(); ++part )
  {
    const PolygonEdges edges( stars, part );
    const GeosGeometry polygon = toGeos( stars, part );
    for ( int i = 0; i < 50; ++i )
    {
      const Point place = shapes.pointIn( edges.box() );
      const GeosGeometry point = checked( GEOSGeom_createPointFromXY_r( geos(), place.x, place.y ) );
      const bool inside = GEOSContains_r( geos(), polygon.get(), point.get() ) == 1;
      QCOMPARE( edges.contains( place, Shift::Forward ), inside );
      QCOMPARE( edges.contains( place, Shift::Backward ), inside );
    }
  }
}

void TestPolygonEdges::crosses_data()
{
  // The first polygon is number 0, the other number 1 and so a little to the right and up. Edges are numbered as
  // listed.
  QTest::addColumn<QString>( "other" );
  QTest::addColumn<QStringList>( "here" );
  QTest::addColumn<QStringList>( "there" );
  QTest::newRow( "apart" ) << "POLYGON((20 0,30 0,30 10,20 10,20 0))" << QStringList{} << QStringList{};
  QTest::newRow( "nested" ) << "POLYGON((2 2,8 2,8 8,2 8,2 2))" << QStringList{} << QStringList{};
  QTest::newRow( "overlap" ) << "POLYGON((5 5,15 5,15 15,5 15,5 5))" << QStringList{ "1@10 5+", "2@5 10-" }
                             << QStringList{ "0@10 5-", "3@5 10+" };
  QTest::newRow( "in and out again" ) << "POLYGON((2 -5,8 -5,8 5,2 5,2 -5))" << QStringList{ "0@2 0+", "0@8 0-" }
                                      << QStringList{ "1@8 0+", "3@2 0-" };
  QTest::newRow( "identical" ) << QString::fromStdString( square ) << QStringList{ "1@10 0+", "2@0 10-" }
                               << QStringList{ "0@10 0-", "3@0 10+" };
  QTest::newRow( "beside, shared side" ) << "POLYGON((10 0,20 0,20 10,10 10,10 0))" << QStringList{} << QStringList{};
  QTest::newRow( "before, shared side" ) << "POLYGON((-10 0,0 0,0 10,-10 10,-10 0))"
                                         << QStringList{ "2@0 10+", "3@0 0-" } << QStringList{ "0@0 0+", "1@0 10-" };
  QTest::newRow( "touches in a corner, up right" )
    << "POLYGON((10 10,20 10,20 20,10 20,10 10))" << QStringList{} << QStringList{};
  QTest::newRow( "touches in a corner, down left" )
    << "POLYGON((-10 -10,0 -10,0 0,-10 0,-10 -10))" << QStringList{ "0@0 0-", "3@0 0+" }
    << QStringList{ "1@0 0+", "2@0 0-" };
  QTest::newRow( "corner on the right side" ) << "POLYGON((10 5,20 0,20 10,10 5))" << QStringList{} << QStringList{};
  QTest::newRow( "corner on the left side" )
    << "POLYGON((0 5,-10 10,-10 0,0 5))" << QStringList{ "3@0 5+", "3@0 5-" } << QStringList{ "0@0 5-", "2@0 5+" };
}

void TestPolygonEdges::crosses()
{
  QFETCH( QString, other );
  QFETCH( QStringList, here );
  QFETCH( QStringList, there );
  const PolygonEdges a = edgesOf( square ), b = edgesOf( other.toStdString() );
  std::vector<Crossing> onA, onB;
  a.cross( 0, b, 1, onA, onB );
  QCOMPARE( told( onA ), here );
  QCOMPARE( told( onB ), there );
  // The same seen from the other.
  onA.clear();
  onB.clear();
  b.cross( 1, a, 0, onB, onA );
  QCOMPARE( told( onA ), here );
  QCOMPARE( told( onB ), there );
}

void TestPolygonEdges::crossingsBalance()
{
  // Along a ring another polygon is entered as often as it is left, by turns, however much falls together.
  Shapes shapes( 3 );
  const GeometryColumn polygons = joined( shapes.latticeTriangles( 60, 4, 1 ), shapes.blocks( 20, 4, 1 ) );
  for ( std::size_t i = 0; i < polygons.parts(); ++i )
    for ( std::size_t j = 0; j < polygons.parts(); ++j )
    {
      if ( i == j )
        continue;
      const PolygonEdges a( polygons, i ), b( polygons, j );
      std::vector<Crossing> here, there;
      a.cross( i, b, j, here, there );
      std::sort( here.begin(), here.end() );
      bool inside = b.contains( a.edges()[0].from, i > j ? Shift::Forward : Shift::Backward );
      const bool atFirst = inside;
      for ( const Crossing &crossing : here )
      {
        QCOMPARE( crossing.change, inside ? -1 : 1 );
        inside = !inside;
      }
      QCOMPARE( inside, atFirst );
    }
}

void TestPolygonEdges::crossingsInOrder()
{
  // Edges as good as parallel: places are rounded by metres, the order along each edge may not be. By the order on one
  // edge of every three the boundary closes or does not; here: each edge's crossings with what lies along it go in and
  // out by turns.
  Shapes shapes( 4 );
  const GeometryColumn polygons = shapes.alongLine( 40, { 3, 7 }, { 1000.1, 370.3 } );
  for ( std::size_t i = 0; i < polygons.parts(); ++i )
  {
    const PolygonEdges a( polygons, i );
    for ( std::size_t j = 0; j < polygons.parts(); ++j )
    {
      if ( i == j )
        continue;
      const PolygonEdges b( polygons, j );
      std::vector<Crossing> here, there;
      a.cross( i, b, j, here, there );
      std::sort( here.begin(), here.end() );
      for ( std::size_t k = 1; k < here.size(); ++k )
      {
        QCOMPARE( here[k].change, -here[k - 1].change );
        QVERIFY( here[k - 1] < here[k] );
        QVERIFY( !( here[k] < here[k - 1] ) );
      }
    }
  }
}

void TestPolygonEdges::touchesItself_data()
{
  QTest::addColumn<QString>( "polygon" );
  QTest::addColumn<bool>( "touches" );
  QTest::newRow( "square" ) << QString::fromStdString( square ) << false;
  QTest::newRow( "triangle" ) << "POLYGON((0 0,1 0,0 1,0 0))" << false;
  QTest::newRow( "vertices on the sides" ) << "POLYGON((0 0,1 0,2 0,2 1,2 2,1 2,0 2,0 1,0 0))" << false;
  QTest::newRow( "repeated coordinates" ) << "POLYGON((0 0,1 0,1 0,0 1,0 0,0 0))" << false;
  QTest::newRow( "bow-tie" ) << "POLYGON((0 0,2 2,2 0,0 2,0 0))" << true;
  QTest::newRow( "vertex on a side" ) << "POLYGON((0 0,10 0,10 10,5 0,0 10,0 0))" << true;
  QTest::newRow( "vertex twice" ) << "POLYGON((0 0,4 4,8 0,8 8,4 4,0 8,0 0))" << true;
  QTest::newRow( "spike" ) << "POLYGON((0 0,10 0,10 10,20 10,10 10,0 10,0 0))" << true;
  QTest::newRow( "spike inwards" ) << "POLYGON((0 0,10 0,10 10,5 10,5 5,5 10,0 10,0 0))" << true;
  QTest::newRow( "there and back" ) << "POLYGON((0 0,1 1,2 2,0 0))" << true;
  QTest::newRow( "sides along each other" ) << "POLYGON((0 0,10 0,10 5,5 5,5 0,2 0,2 5,0 5,0 0))" << true;
  QTest::newRow( "all but touching" ) << "POLYGON((0 0,10 0,10 10,5 0.0000000000000001,0 10,0 0))" << false;
}

void TestPolygonEdges::touchesItself()
{
  QFETCH( QString, polygon );
  QFETCH( bool, touches );
  QCOMPARE( edgesOf( polygon.toStdString() ).touchesItself(), touches );
}

QTEST_APPLESS_MAIN( TestPolygonEdges )
#include "test_polygon_edges.moc"
