// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/face_layers.h"
#include "tests/core/geos_reference.h"
#include "tests/core/shapes.h"

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <cmath>

using namespace koppelkans;
using namespace koppelkans::test;

namespace
{

const Box hundred{ 0, 0, 100, 100 };

//! "set: area" for each face, in order.
QStringList described( const Faces &faces )
{
  QStringList list;
  for ( std::size_t face = 0; face < faces.sets.size(); ++face )
  {
    QStringList names;
    for ( const std::uint32_t theme : faces.themeSets[faces.sets[face]] )
      names << QString::number( theme );
    list << QString( "%1: %2" ).arg( names.join( '+' ) ).arg( faces.areas[face] );
  }
  return list;
}

Layers layersFrom( const QList<QStringList> &texts )
{
  Layers layers;
  for ( const QStringList &layer : texts )
  {
    std::vector<std::string> polygons;
    for ( const QString &polygon : layer )
      polygons.push_back( polygon.toStdString() );
    layers.push_back( fromTexts( polygons ) );
  }
  return layers;
}

} // namespace

class TestFaces : public QObject
{
  Q_OBJECT

private slots:
  void faces_data();
  void faces();

  void samePlaceNear1e7();
  void manyThemes();
  void manyPolygonsAtOnePlace();
  void oneLargePolygon();
  void narrowerThanPrecision();
  void placesAreMultiples();
  void refuses();
  void stopsWhenCancelled();
};

void TestFaces::faces_data()
{
  QTest::addColumn<QList<QStringList>>( "layers" );
  QTest::addColumn<QStringList>( "expected" );

  const QString square = "POLYGON((0 0,10 0,10 10,0 10,0 0))";
  const QString ring = "POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,8 2,8 8,2 8,2 2))";
  using L = QList<QStringList>;
  QTest::newRow( "no themes" ) << L{} << QStringList{};
  QTest::newRow( "empty themes" ) << L{ {}, {} } << QStringList{};
  QTest::newRow( "one" ) << L{ { square } } << QStringList{ "0: 100" };
  QTest::newRow( "an empty theme" ) << L{ {}, { square } } << QStringList{ "1: 100" };
  QTest::newRow( "overlap" ) << L{ { square }, { "POLYGON((5 5,15 5,15 15,5 15,5 5))" } }
                             << QStringList{ "0: 75", "0+1: 25", "1: 75" };
  QTest::newRow( "within one theme nothing shows" )
    << L{ { square, "POLYGON((5 5,15 5,15 15,5 15,5 5))", square, "POLYGON((10 0,20 0,20 5,10 5,10 0))" } }
    << QStringList{ "0: 225" };
  QTest::newRow( "equal" ) << L{ { square }, { square }, { square } } << QStringList{ "0+1+2: 100" };
  QTest::newRow( "either way round" ) << L{ { "POLYGON((0 0,0 10,10 10,10 0,0 0))" }, { square } }
                                      << QStringList{ "0+1: 100" };
  QTest::newRow( "side by side" ) << L{ { square }, { "POLYGON((10 0,20 0,20 10,10 10,10 0))" } }
                                  << QStringList{ "0: 100", "1: 100" };
  QTest::newRow( "cross" ) << L{ { "POLYGON((0 4,10 4,10 6,0 6,0 4))" }, { "POLYGON((4 0,6 0,6 10,4 10,4 0))" } }
                           << QStringList{ "0: 8", "1: 8", "0+1: 4", "1: 8", "0: 8" };
  QTest::newRow( "within" ) << L{ { square }, { "POLYGON((2 2,8 2,8 8,2 8,2 2))" } }
                            << QStringList{ "0: 64", "0+1: 36" };
  QTest::newRow( "in the hole" ) << L{ { ring }, { "POLYGON((4 4,6 4,6 6,4 6,4 4))" } }
                                 << QStringList{ "0: 64", "1: 4" };
  QTest::newRow( "hole filled" ) << L{ { ring }, { "POLYGON((2 2,8 2,8 8,2 8,2 2))" } }
                                 << QStringList{ "0: 64", "1: 36" };
  QTest::newRow( "holes within holes" ) << L{ { "POLYGON((0 0,20 0,20 20,0 20,0 0),(1 1,19 1,19 19,1 19,1 1))",
                                                "POLYGON((2 2,18 2,18 18,2 18,2 2),(3 3,17 3,17 17,3 17,3 3))" },
                                              { "POLYGON((4 4,16 4,16 16,4 16,4 4),(5 5,15 5,15 15,5 15,5 5))" },
                                              { "POLYGON((-1 -1,21 -1,21 21,-1 21,-1 -1))" } }
                                        << QStringList{ "2: 84", "0+2: 76", "2: 68", "0+2: 60",
                                                        "2: 52", "1+2: 44", "2: 100" };
  QTest::newRow( "islands that touch each other in a hole" )
    << L{ { "POLYGON((0 0,20 0,20 20,0 20,0 0))" },
          { "POLYGON((5 5,10 5,10 10,5 10,5 5))", "POLYGON((10 10,15 10,15 15,10 15,10 10))" } }
    << QStringList{ "0: 350", "0+1: 25", "0+1: 25" };
  QTest::newRow( "an island that touches the border" )
    << L{ { square }, { "POLYGON((0 5,5 2,5 8,0 5))" } } << QStringList{ "0: 85", "0+1: 15" };
  QTest::newRow( "an island that touches the border twice" )
    << L{ { square }, { "POLYGON((0 5,5 2,10 5,5 8,0 5))" } } << QStringList{ "0: 35", "0+1: 30", "0: 35" };
  QTest::newRow( "touch in a point" ) << L{ { square, "POLYGON((10 10,20 10,20 20,10 20,10 10))" } }
                                      << QStringList{ "0: 100", "0: 100" };
  QTest::newRow( "chessboard" ) << L{ { "POLYGON((0 0,1 0,1 1,0 1,0 0))", "POLYGON((1 1,2 1,2 2,1 2,1 1))" },
                                      { "POLYGON((1 0,2 0,2 1,1 1,1 0))", "POLYGON((0 1,1 1,1 2,0 2,0 1))" } }
                                << QStringList{ "0: 1", "1: 1", "1: 1", "0: 1" };
  QTest::newRow( "closed around a gap, from two sides" )
    << L{ { "POLYGON((0 0,10 0,10 10,5 10,5 5,4 5,4 10,0 10,0 0))" }, { "POLYGON((2 9,7 9,7 12,2 12,2 9))" } }
    << QStringList{ "0: 91", "0+1: 2", "1: 11", "0+1: 2" };
}

void TestFaces::faces()
{
  QFETCH( QList<QStringList>, layers );
  QFETCH( QStringList, expected );
  const Faces found = facesOf( layersFrom( layers ), 0.001 );
  QCOMPARE( described( found ), expected );
}

void TestFaces::samePlaceNear1e7()
{
  Shapes shapes( 3 );
  const Layers layers{ shapes.stars( 30, hundred, 15, true ), shapes.blocks( 30, 12, 10 ) };
  const Faces found = facesOf( layers );
  const Faces far = facesOf( { moved( layers[0], 1e7, -9e6 ), moved( layers[1], 1e7, -9e6 ) } );
  QVERIFY( moved( far.polygons, -1e7, 9e6 ).coordinates == found.polygons.coordinates );
  QVERIFY( far.areas == found.areas );
}

void TestFaces::manyThemes()
{
  // A row of 150 squares, each reaching over the next two.
  Layers layers( 150 );
  for ( int t = 0; t < 150; ++t )
    appendPolygon( layers[static_cast<std::size_t>( t )],
                   { { t * 1.0, 0 }, { t + 3.0, 0 }, { t + 3.0, 1 }, { t * 1.0, 1 }, { t * 1.0, 0 } } );
  const Faces found = facesOf( layers, 0.001 );
  QCOMPARE( found.sets.size(), std::size_t{ 152 } );
  for ( std::uint32_t face = 2; face < 150; ++face )
  {
    const ThemeSet expected{ face - 2, face - 1, face };
    QVERIFY( found.themeSets[found.sets[face]] == expected );
    QCOMPARE( found.areas[face], 1.0 );
  }
  // And all of them at one place.
  Shapes shapes( 4 );
  const GeometryColumn star = shapes.stars( 1, hundred, 20, true );
  const Faces together = facesOf( Layers( 100, star ) );
  QCOMPARE( together.sets.size(), std::size_t{ 1 } );
  QCOMPARE( together.themeSets[together.sets[0]].size(), std::size_t{ 100 } );
}

void TestFaces::manyPolygonsAtOnePlace()
{
  Shapes shapes( 7 );
  const GeometryColumn polygons = shapes.stars( 300, { 0, 0, 3, 3 }, 10, true );
  const Faces found = facesOf( { polygons, shapes.blocks( 10, 3, 5 ) } );
  const std::map<std::string, double> areas = areasBySet( found );
  const double area = areas.at( "0" ) + areas.at( "0+1" );
  QVERIFY( std::abs( area - areaOf( unionOf( polygons ).get() ) ) <= shapesPrecision * perimeter( polygons ) );

  GeometryColumn one, many;
  one.append( polygons, 0 );
  for ( int i = 0; i < 5000; ++i )
    many.append( polygons, 0 );
  QVERIFY( facesOf( { many } ).polygons.coordinates == facesOf( { one } ).polygons.coordinates );
}

void TestFaces::oneLargePolygon()
{
  Shapes shapes( 9 );
  GeometryColumn large, across;
  appendPolygon( large, shapes.star( { 5000, 5000 }, 4999, 5000, 1000000 ) );
  appendPolygon( across, { { 0, 4000 }, { 10000, 4000 }, { 10000, 4001 }, { 0, 4001 }, { 0, 4000 } } );
  const Faces found = facesOf( { large, across } );
  double expected = areaOf( toGeos( large, 0 ).get() );
  const std::map<std::string, double> areas = areasBySet( found );
  QVERIFY( std::abs( areas.at( "0" ) + areas.at( "0+1" ) - expected ) < 1e-6 * expected );
  QVERIFY( std::abs( areas.at( "0+1" ) + areas.at( "1" ) - 10000 ) < 1 );
}

void TestFaces::narrowerThanPrecision()
{
  // A gap and an overlap of a tenth of a millimetre, as reprojecting leaves them, close; the others stay.
  const Layers layers =
    layersFrom( { { "POLYGON((0 0,10 0,10 10,0 10,0 0))", "POLYGON((10.0001 0,20 0,20 10,10.0001 10,10.0001 0))" },
                  { "POLYGON((0 9.9999,20 9.9999,20 20,0 20,0 9.9999))" } } );
  QCOMPARE( described( facesOf( layers, 0.001 ) ), QStringList( { "0: 200", "1: 200" } ) );
  QCOMPARE( facesOf( layers, 0.00001 ).sets.size(), std::size_t{ 5 } );
  // A polygon that is gone altogether takes nothing with it.
  QCOMPARE( described( facesOf( layersFrom( { { "POLYGON((0 0,10 0,10 0.0001,0 0.0001,0 0))" },
                                              { "POLYGON((0 0,10 0,10 10,0 10,0 0))" } } ),
                                0.001 ) ),
            QStringList( { "1: 100" } ) );
}

void TestFaces::placesAreMultiples()
{
  Shapes shapes( 2 );
  const Faces found = facesOf( { shapes.alongLine( 20, { 121003, 487007 }, { 122000.1, 487370.3 } ) }, 0.01 );
  QVERIFY( !found.sets.empty() );
  for ( const Point &place : found.polygons.coordinates )
  {
    QCOMPARE( place.x, std::round( place.x * 100 ) / 100 );
    QCOMPARE( place.y, std::round( place.y * 100 ) / 100 );
  }
}

void TestFaces::refuses()
{
  NoProgress progress;
  std::vector<Theme> themes = themesOf( layersFrom( { { "POLYGON((0 0,10 0,10 10,0 10,0 0))" } } ) );
  QVERIFY_EXCEPTION_THROWN( makeFaces( themes, 0, progress ), Error );
  QVERIFY_EXCEPTION_THROWN( makeFaces( themes, 1e-9, progress ), Error );
  themes[0].features.geometry.kind = GeometryKind::Line;
  QVERIFY_EXCEPTION_THROWN( makeFaces( themes, 0.001, progress ), Error );
}

void TestFaces::stopsWhenCancelled()
{
  // At each of its stages: asked again and again, it says yes after ever more times.
  struct StopAfter : NoProgress
  {
    explicit StopAfter( int times )
      : left( times )
    {
    }

    bool cancelled() const override { return left-- <= 0; }

    mutable std::atomic<int> left;
  };

  Shapes shapes( 5 );
  const std::vector<Theme> themes =
    themesOf( { shapes.stars( 300, hundred, 5 ), shapes.stars( 300, hundred, 5, true ) } );
  int stopped = 0;
  for ( int times = 0; times < 2000; times += 7 )
  {
    StopAfter progress( times );
    try
    {
      makeFaces( themes, 0.001, progress );
    }
    catch ( const Cancelled & )
    {
      ++stopped;
    }
  }
  QVERIFY( stopped > 10 );
  double last = 0;

  struct Rising : NoProgress
  {
    explicit Rising( double &value )
      : last( value )
    {
    }

    void report( double fraction ) override
    {
      falls = falls || fraction < last - 1e-12;
      last = fraction;
    }

    double &last;
    bool falls = false;
  } rising( last );

  makeFaces( themes, 0.001, rising );
  QCOMPARE( last, 1.0 );
  QVERIFY( !rising.falls );
}

QTEST_APPLESS_MAIN( TestFaces )
#include "test_faces.moc"
