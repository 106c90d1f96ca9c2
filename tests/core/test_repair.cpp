// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/repair.h"
#include "core/nodata.h"
#include "tests/core/geos_reference.h"
#include "tests/core/shapes.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace koppelkans;
using namespace koppelkans::test;

namespace
{

constexpr double infinity = std::numeric_limits<double>::infinity();

Features layer( const GeometryColumn &geometry )
{
  Features features{ "hitte", geometry, {}, {} };
  for ( std::size_t i = 0; i < geometry.features(); ++i )
    features.ids.push_back( 4711 + static_cast<std::int64_t>( i ) );
  return features;
}

GeometryColumn ringOf( const std::vector<Point> &ring )
{
  GeometryColumn column;
  appendPolygon( column, ring );
  return column;
}

bool same( const GeometryColumn &a, const GeometryColumn &b )
{
  return a.kind == b.kind && a.coordinates == b.coordinates && a.ringOffsets == b.ringOffsets &&
         a.partOffsets == b.partOffsets && a.featureOffsets == b.featureOffsets;
}

} // namespace

class TestRepair : public QObject
{
  Q_OBJECT

private slots:
  void validStaysAsItIs_data();
  void validStaysAsItIs();
  void repaired_data();
  void repaired();
  void rings_data();
  void rings();
  void asksWithinOneHugePolygon();
  void notFinite_data();
  void notFinite();
  void numberAndOrderStay();
  void overlappingPartsLoseNothing();
  void plainlyValidIsValid_data();
  void plainlyValidIsValid();
  void stopsWhenCancelled();
};

void TestRepair::validStaysAsItIs_data()
{
  QTest::addColumn<QString>( "geometry" );
  QTest::newRow( "triangle" ) << "POLYGON((0 0,1 0,0 1,0 0))";
  QTest::newRow( "clockwise" ) << "POLYGON((0 0,0 1,1 0,0 0))";
  QTest::newRow( "repeated coordinates" ) << "POLYGON((0 0,0 0,1 0,1 0,0 1,0 1,0 0,0 0))";
  QTest::newRow( "vertices on a side" ) << "POLYGON((0 0,1 0,2 0,3 0,0 3,0 2,0 1,0 0))";
  QTest::newRow( "hole" ) << "POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,8 2,8 8,2 8,2 2))";
  QTest::newRow( "hole touches the shell once" ) << "POLYGON((0 0,10 0,10 10,0 10,0 0),(0 5,5 2,5 8,0 5))";
  QTest::newRow( "parts touch in a point" ) << "MULTIPOLYGON(((0 0,1 0,1 1,0 1,0 0)),((1 1,2 1,2 2,1 2,1 1)))";
  QTest::newRow( "island in a hole" )
    << "MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0),(2 2,8 2,8 8,2 8,2 2)),((4 4,6 4,6 6,4 6,4 4)))";
  QTest::newRow( "far away" )
    << "POLYGON((9999999.1 9999999.1,9999999.2 9999999.1,9999999.1 9999999.2,9999999.1 9999999.1))";
  QTest::newRow( "empty" ) << "POLYGON EMPTY";
  QTest::newRow( "line crossing itself" ) << "LINESTRING(0 0,2 2,2 0,0 2)";
  QTest::newRow( "point" ) << "POINT(1 2)";
}

void TestRepair::validStaysAsItIs()
{
  QFETCH( QString, geometry );
  const GeometryColumn given = fromTexts( { geometry.toStdString() } );
  Features features = layer( given );
  Findings findings;
  repair( features, findings );
  QVERIFY( same( features.geometry, given ) );
  QVERIFY( findings.empty() );

  // Nor does it change beside one that is repaired.
  if ( given.kind != GeometryKind::Polygon )
    return;
  features = layer( joined( given, fromTexts( { "POLYGON((0 0,2 2,2 0,0 2,0 0))" } ) ) );
  repair( features, findings );
  GeometryColumn first;
  first.append( features.geometry, 0 );
  QVERIFY( same( first, given ) );
  QCOMPARE( findings.size(), std::size_t{ 1 } );
  QCOMPARE( findings[0].feature, std::int64_t{ 4712 } );
}

void TestRepair::repaired_data()
{
  QTest::addColumn<QString>( "geometry" );
  QTest::addColumn<QString>( "reason" );
  QTest::addColumn<double>( "area" );
  QTest::newRow( "bow-tie" ) << "POLYGON((0 0,2 2,2 0,0 2,0 0))"
                             << "Self-intersection" << 2.0;
  QTest::newRow( "ring touches itself" ) << "POLYGON((0 0,10 0,10 10,5 0,0 10,0 0))"
                                         << "Self-intersection" << 50.0;
  QTest::newRow( "ring through one point twice" ) << "POLYGON((0 0,4 4,8 0,8 8,4 4,0 8,0 0))"
                                                  << "Self-intersection" << 32.0;
  QTest::newRow( "spike" ) << "POLYGON((0 0,10 0,10 10,20 10,10 10,0 10,0 0))"
                           << "Self-intersection" << 100.0;
  QTest::newRow( "ring through itself" ) << "POLYGON((0 0,10 0,10 10,0 10,0 2,8 2,8 8,2 8,2 0,0 0))"
                                         << "Self-intersection" << 60.0;
  QTest::newRow( "hole is all" ) << "POLYGON((0 0,10 0,10 10,0 10,0 0),(0 0,10 0,10 10,0 10,0 0))"
                                 << "" << 0.0;
  QTest::newRow( "hole across the shell" ) << "POLYGON((0 0,10 0,10 10,0 10,0 0),(8 8,12 8,12 12,8 12,8 8))"
                                           << "Self-intersection" << 96.0;
  QTest::newRow( "holes overlap" ) << "POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,6 2,6 6,2 6,2 2),(4 4,8 4,8 8,4 8,4 4))"
                                   << "Self-intersection" << 72.0;
  QTest::newRow( "hole outside the shell" ) << "POLYGON((0 0,10 0,10 10,0 10,0 0),(20 20,22 20,22 22,20 22,20 20))"
                                            << "Hole lies outside shell" << 100.0;
  QTest::newRow( "nested parts" ) << "MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0)),((2 2,8 2,8 8,2 8,2 2)))"
                                  << "Nested shells" << 100.0;
  QTest::newRow( "parts overlap" ) << "MULTIPOLYGON(((0 0,2 0,2 2,0 2,0 0)),((1 1,3 1,3 3,1 3,1 1)))"
                                   << "Self-intersection" << 7.0;
  QTest::newRow( "parts share a side" ) << "MULTIPOLYGON(((0 0,2 0,2 2,0 2,0 0)),((2 0,4 0,4 2,2 2,2 0)))"
                                        << "Self-intersection" << 8.0;
  QTest::newRow( "a part twice" ) << "MULTIPOLYGON(((0 0,2 0,2 2,0 2,0 0)),((0 0,2 0,2 2,0 2,0 0)))"
                                  << "Self-intersection" << 4.0;
  QTest::newRow( "no area" ) << "POLYGON((0 0,1 1,2 2,0 0))"
                             << "" << 0.0;
  QTest::newRow( "no area, there and back" ) << "POLYGON((0 0,5 5,10 0,5 5,0 0))"
                                             << "" << 0.0;
  QTest::newRow( "one place" ) << "POLYGON((1 1,1 1,1 1,1 1))"
                               << "Too few points" << 0.0;
}

void TestRepair::repaired()
{
  QFETCH( QString, geometry );
  QFETCH( QString, reason );
  QFETCH( double, area );
  Features features = layer( fromTexts( { geometry.toStdString() } ) );
  Findings findings;
  repair( features, findings );
  QCOMPARE( features.geometry.features(), std::size_t{ 1 } );
  const GeosGeometry result = toGeos( features.geometry, 0 );
  QVERIFY( isValid( result.get() ) );
  QCOMPARE( areaOf( result.get() ), area );
  QCOMPARE( findings.size(), std::size_t{ 1 } );
  QCOMPARE( findings[0].kind, area == 0 ? FindingKind::UnusableGeometry : FindingKind::RepairedGeometry );
  QCOMPARE( findings[0].layer, std::string( "hitte" ) );
  QCOMPARE( findings[0].feature, std::int64_t{ 4711 } );
  QVERIFY2( !findings[0].value.empty() &&
              QString::fromStdString( findings[0].value ).contains( reason, Qt::CaseInsensitive ),
            findings[0].value.c_str() );
  if ( area == 0 )
    QCOMPARE( features.geometry.parts(), std::size_t{ 0 } );
}

void TestRepair::rings_data()
{
  QTest::addColumn<int>( "coordinates" );
  QTest::addColumn<bool>( "closed" );
  QTest::addColumn<double>( "area" );
  QTest::newRow( "one" ) << 1 << false << 0.0;
  QTest::newRow( "two" ) << 2 << false << 0.0;
  QTest::newRow( "two, closed" ) << 2 << true << 0.0;
  QTest::newRow( "three, open" ) << 3 << false << 50.0;
  QTest::newRow( "three, closed" ) << 3 << true << 50.0;
  QTest::newRow( "four, open" ) << 4 << false << 100.0;
}

void TestRepair::rings()
{
  QFETCH( int, coordinates );
  QFETCH( bool, closed );
  QFETCH( double, area );
  std::vector<Point> ring{ { 0, 0 }, { 10, 0 }, { 10, 10 }, { 0, 10 } };
  ring.resize( static_cast<std::size_t>( coordinates ) );
  if ( closed )
    ring.push_back( ring.front() );
  Features features = layer( ringOf( ring ) );
  Findings findings;
  repair( features, findings );
  QCOMPARE( areaOf( toGeos( features.geometry, 0 ).get() ), area );
  // What was closed or dropped is said.
  QCOMPARE( findings.size(), std::size_t{ closed && area > 0 ? 0U : 1U } );
  if ( !findings.empty() )
  {
    QCOMPARE( findings[0].kind, area > 0 ? FindingKind::RepairedGeometry : FindingKind::UnusableGeometry );
    QVERIFY( !findings[0].value.empty() );
  }
}

void TestRepair::notFinite_data()
{
  QTest::addColumn<int>( "kind" );
  QTest::addColumn<double>( "bad" );
  for ( const GeometryKind kind : { GeometryKind::Point, GeometryKind::Line, GeometryKind::Polygon } )
    for ( const double bad : { noData, infinity, -infinity } )
      QTest::newRow( qPrintable( QString( "kind %1, %2" ).arg( static_cast<int>( kind ) ).arg( bad ) ) )
        << static_cast<int>( kind ) << bad;
}

void TestRepair::notFinite()
{
  QFETCH( int, kind );
  QFETCH( double, bad );
  GeometryColumn column;
  column.kind = static_cast<GeometryKind>( kind );
  std::vector<Point> places{ { 0, 0 }, { 1, 0 }, { 1, bad }, { 0, 0 } };
  if ( column.kind == GeometryKind::Point )
    places = { { bad, 0 } };
  appendPolygon( column, places );
  Features features = layer( column );
  Findings findings;
  repair( features, findings );
  QCOMPARE( features.geometry.kind, column.kind );
  QCOMPARE( features.geometry.features(), std::size_t{ 1 } );
  QCOMPARE( features.geometry.parts(), std::size_t{ 0 } );
  QVERIFY( features.geometry.coordinates.empty() );
  QCOMPARE( findings.size(), std::size_t{ 1 } );
  QCOMPARE( findings[0].kind, FindingKind::UnusableGeometry );
  QCOMPARE( findings[0].feature, std::int64_t{ 4711 } );
}

void TestRepair::numberAndOrderStay()
{
  GeometryColumn given =
    fromTexts( { "POLYGON((0 0,1 0,0 1,0 0))", "POLYGON((0 0,1 1,2 2,0 0))", "POLYGON((0 0,3 0,0 3,0 0))",
                 "POLYGON EMPTY", "POLYGON((0 0,2 2,2 0,0 2,0 0))", "POLYGON((0 0,5 0,0 5,0 0))" } );
  Features features = layer( given );
  features.values = { 1, 2, 3, 4, 5, 6 };
  Findings findings;
  repair( features, findings );
  QCOMPARE( features.geometry.features(), std::size_t{ 6 } );
  QCOMPARE( features.ids, ( std::vector<std::int64_t>{ 4711, 4712, 4713, 4714, 4715, 4716 } ) );
  QCOMPARE( features.values, ( std::vector<double>{ 1, 2, 3, 4, 5, 6 } ) );
  const std::vector<double> areas{ 0.5, 0, 4.5, 0, 2, 12.5 };
  for ( std::size_t i = 0; i < areas.size(); ++i )
    QCOMPARE( areaOf( toGeos( features.geometry, i ).get() ), areas[i] );
  QCOMPARE( findings.size(), std::size_t{ 2 } );
  QCOMPARE( findings[0].feature, std::int64_t{ 4712 } );
  QCOMPARE( findings[1].feature, std::int64_t{ 4715 } );
}

void TestRepair::overlappingPartsLoseNothing()
{
  // GEOSMakeValid alone would leave holes where parts overlap.
  Shapes shapes( 3 );
  const GeometryColumn stars = shapes.stars( 30, { 0, 0, 50, 50 }, 8, true );
  GeometryColumn one = stars;
  one.featureOffsets = { 0, one.parts() };
  Features features = layer( one );
  Findings findings;
  repair( features, findings );
  QCOMPARE( findings.size(), std::size_t{ 1 } );
  QVERIFY( isValid( toGeos( features.geometry, 0 ).get() ) );
  const double expected = areaOf( unionOf( stars ).get() );
  QVERIFY( std::abs( areaOf( toGeos( features.geometry, 0 ).get() ) - expected ) < 1e-9 * expected );
}

void TestRepair::plainlyValidIsValid_data()
{
  QTest::addColumn<int>( "across" );
  QTest::addColumn<int>( "corners" );
  // The smaller the lattice, the more corners and edges fall together.
  for ( const int across : { 1, 2, 3, 5, 20 } )
    for ( const int corners : { 3, 4, 5, 6, 9, 20 } )
      QTest::newRow( qPrintable( QString( "%1 corners on %2 places" ).arg( corners ).arg( across + 1 ) ) )
        << across << corners;
}

void TestRepair::plainlyValidIsValid()
{
  QFETCH( int, across );
  QFETCH( int, corners );
  Shapes shapes( static_cast<unsigned>( 100 * across + corners ) );
  GeometryColumn given;
  for ( int i = 0; i < 200; ++i )
  {
    std::vector<Point> ring;
    for ( int c = 0; c < corners; ++c )
      ring.push_back( { 0.1 * shapes.integer( 0, across ), 0.1 * shapes.integer( 0, across ) } );
    ring.push_back( ring.front() );
    appendPolygon( given, ring );
  }
  Features features = layer( given );
  Findings findings;
  repair( features, findings );
  QCOMPARE( features.geometry.features(), given.features() );
  auto finding = findings.begin();
  for ( std::size_t i = 0; i < given.features(); ++i )
  {
    const bool valid = isValid( toGeos( given, i ).get() );
    const bool found = finding != findings.end() && finding->feature == features.ids[i];
    QCOMPARE( found, !valid );
    finding += found;
    QVERIFY( isValid( toGeos( features.geometry, i ).get() ) );
  }
}

void TestRepair::asksWithinOneHugePolygon()
{
  // A jagged edge whose teeth lie side by side: many pairs of edges to look at, in one feature.
  struct Counting : NoProgress
  {
    mutable int asked = 0;

    bool cancelled() const override
    {
      ++asked;
      return false;
    }
  };

  constexpr int teeth = 5000;
  std::vector<Point> ring;
  for ( int i = 0; i < teeth; ++i )
    ring.push_back( { i * 0.01 + i % 2, i % 2 * 10.0 } );
  ring.insert( ring.end(), { { 60, 20 }, { -10, 20 }, { 0, 0 } } );
  Features features = layer( ringOf( ring ) );
  Findings findings;
  const Counting progress;
  repair( features, findings, progress );
  QVERIFY( findings.empty() );
  QVERIFY2( progress.asked > 5, qPrintable( QString::number( progress.asked ) ) );
}

void TestRepair::stopsWhenCancelled()
{
  struct Stop : NoProgress
  {
    bool cancelled() const override { return true; }
  };

  Features features = layer( fromTexts( { "POLYGON((0 0,2 2,2 0,0 2,0 0))" } ) );
  const GeometryColumn before = features.geometry;
  Findings findings;
  QVERIFY_EXCEPTION_THROWN( repair( features, findings, Stop() ), Cancelled );
  QVERIFY( same( features.geometry, before ) );
}

QTEST_APPLESS_MAIN( TestRepair )
#include "test_repair.moc"
