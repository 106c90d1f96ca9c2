// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/snap_rounding.h"

#include "core/error.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

using namespace koppelkans;

using Segments = std::vector<koppelkans::Segment>;
Q_DECLARE_METATYPE( Segments )

namespace
{

Segment between( Node a, Node b, std::uint32_t theme = 0 )
{
  return a < b ? Segment{ a, b, 2 * theme } : Segment{ b, a, 2 * theme + 1 };
}

//! Random segments between nodes of a square with sides of \a across steps.
Segments scattered( unsigned seed, int count, int across )
{
  std::mt19937 random( seed );
  const auto node = [&]
  {
    const auto step = [&]
    {
      return static_cast<int>( random() % static_cast<unsigned>( across + 1 ) );
    };
    const int x = step();
    return Node{ x, step() };
  };
  Segments segments;
  while ( static_cast<int>( segments.size() ) < count )
    if ( const Node a = node(), b = node(); a != b )
      segments.push_back( between( a, b, static_cast<std::uint32_t>( segments.size() % 5 ) ) );
  return segments;
}

//! All in all directions through one place, where none of them ends.
Segments spokes( int count, int radius )
{
  Segments segments;
  for ( int i = 0; i < count; ++i )
  {
    const double angle = 3.14159 * i / count;
    const int x = static_cast<int>( radius * std::cos( angle ) ), y = static_cast<int>( radius * std::sin( angle ) );
    segments.push_back( between( { 7 - x, 5 - y }, { 7 + x, 5 + y } ) );
  }
  return segments;
}

//! Along each other for their whole length, ends and slopes a step or two apart.
Segments alongEachOther( unsigned seed, int count, int length )
{
  std::mt19937 random( seed );
  Segments segments;
  for ( int i = 0; i < count; ++i )
  {
    const int from = static_cast<int>( random() % static_cast<unsigned>( length / 2 ) );
    const int to = length / 2 + static_cast<int>( random() % static_cast<unsigned>( length / 2 ) );
    segments.push_back( between( { from, from / 3 + static_cast<int>( random() % 3 ) },
                                 { to, to / 3 + static_cast<int>( random() % 3 ) } ) );
  }
  return segments;
}

Segments moved( Segments segments, Node by )
{
  for ( Segment &segment : segments )
    for ( Node *node : { &segment.from, &segment.to } )
      *node = { node->x + by.x, node->y + by.y };
  return segments;
}

bool liesWithin( const Segment &segment, Node node )
{
  const auto [low, high] = std::minmax( segment.from.y, segment.to.y );
  return node != segment.from && node != segment.to && sideOf( segment.from, segment.to, node ) == 0 &&
         segment.from.x <= node.x && node.x <= segment.to.x && low <= node.y && node.y <= high;
}

//! How many pairs of pieces have more in common than an end, or all.
int meetings( const Segments &pieces )
{
  int found = 0;
  for ( const Segment &a : pieces )
    for ( const Segment &b : pieces )
      found += cross( a, b ) || liesWithin( a, b.from ) || liesWithin( a, b.to );
  return found;
}

//! Where a theme has more pieces that arrive than that leave: none for whatever closes.
std::map<std::pair<Node, std::uint32_t>, int> openEnds( const Segments &segments )
{
  std::map<std::pair<Node, std::uint32_t>, int> ends;
  for ( const Segment &segment : segments )
  {
    const int sign = segment.bearer % 2 == 0 ? 1 : -1;
    ends[{ segment.from, segment.bearer / 2 }] += sign;
    ends[{ segment.to, segment.bearer / 2 }] -= sign;
  }
  std::erase_if( ends, []( const auto &end ) { return end.second == 0; } );
  return ends;
}

double distance( Node place, const Segment &segment )
{
  const double dx = segment.to.x - segment.from.x, dy = segment.to.y - segment.from.y;
  return std::abs( static_cast<double>( sideOf( segment.from, segment.to, place ) ) ) / std::hypot( dx, dy );
}

} // namespace

class TestSnapRounding : public QObject
{
  Q_OBJECT

private slots:
  void grid();
  void gridRefuses();
  void pixels_data();
  void pixels();
  void crossings_data();
  void crossings();
  void leavesNothingToCut_data();
  void leavesNothingToCut();
  void staysNear();
  void manyThroughOnePlace();
  void manyAlongEachOther();
  void stopsWhenCancelled();
};

void TestSnapRounding::grid()
{
  const SnapGrid millimetres( 0.001, { 121000.1234, 487000, 122000, 488000 } );
  const Point place = millimetres.pointAt( millimetres.nodeAt( { 121000.12349, 487999.9996 } ) );
  QCOMPARE( place.x, 121000.123 );
  QCOMPARE( place.y, 488000.0 );
  QCOMPARE( millimetres.areaOf( 2000000 ), 1.0 );

  // Halves go up, also below zero.
  const SnapGrid metres( 1, { -10, -10, 10, 10 } );
  QVERIFY( ( metres.pointAt( metres.nodeAt( { -2.5, 2.5 } ) ) == Point{ -2, 3 } ) );
  const SnapGrid thirds( 3, { -1e7, -1e7, 1e7, 1e7 } );
  QVERIFY( ( thirds.pointAt( thirds.nodeAt( { 1e7, -1e7 } ) ) == Point{ 9999999, -9999999 } ) );
  const SnapGrid nothing( 0.001, {} );
}

void TestSnapRounding::gridRefuses()
{
  const Box city{ 0, 0, 20000, 20000 };
  for ( const double precision : { 0.0, -1.0, std::nan( "" ), HUGE_VAL } )
    QVERIFY_EXCEPTION_THROWN( SnapGrid( precision, city ), Error );
  QVERIFY_EXCEPTION_THROWN( SnapGrid( 1e-5, city ), Error );
  QVERIFY_EXCEPTION_THROWN( SnapGrid( 1e-10, Box( { 1e7, 1e7, 1e7, 1e7 } ) ), Error );
  SnapGrid( 1e-4, city );
}

void TestSnapRounding::pixels_data()
{
  QTest::addColumn<int>( "toX" );
  QTest::addColumn<int>( "toY" );
  QTest::addColumn<int>( "x" );
  QTest::addColumn<int>( "y" );
  QTest::addColumn<bool>( "passes" );
  // Segments from 0 0.
  QTest::newRow( "its start" ) << 10 << 3 << 0 << 0 << true;
  QTest::newRow( "its end" ) << 10 << 3 << 10 << 3 << true;
  QTest::newRow( "through the middle" ) << 10 << 10 << 5 << 5 << true;
  QTest::newRow( "beside" ) << 10 << 0 << 5 << 1 << false;
  QTest::newRow( "beyond" ) << 10 << 0 << 11 << 0 << false;
  QTest::newRow( "upper left corner only" ) << 10 << 10 << 6 << 5 << false;
  QTest::newRow( "lower right corner only" ) << 10 << 10 << 5 << 6 << false;
  QTest::newRow( "lower left corner only" ) << 10 << -10 << 4 << -3 << true;
  QTest::newRow( "upper right corner only" ) << 10 << -10 << 4 << -5 << false;
  QTest::newRow( "lower side at its middle" ) << 2 << 1 << 1 << 1 << true;
  QTest::newRow( "upper side at its middle" ) << 2 << 1 << 1 << 0 << true;
  QTest::newRow( "steep, near its start" ) << 10 << 100 << 0 << 3 << true;
  QTest::newRow( "straight up" ) << 0 << 10 << 0 << 4 << true;
  QTest::newRow( "straight down" ) << 0 << -10 << 1 << -4 << false;
}

void TestSnapRounding::pixels()
{
  QFETCH( int, toX );
  QFETCH( int, toY );
  QFETCH( int, x );
  QFETCH( int, y );
  QFETCH( bool, passes );
  QCOMPARE( passesThrough( between( { 0, 0 }, { toX, toY } ), { x, y } ), passes );
}

void TestSnapRounding::crossings_data()
{
  QTest::addColumn<QVector<int>>( "nodes" );
  QTest::addColumn<bool>( "crosses" );
  QTest::addColumn<QVector<int>>( "at" );
  QTest::newRow( "in the middle" ) << QVector<int>{ 0, 0, 10, 10, 0, 10, 10, 0 } << true << QVector<int>{ 5, 5 };
  QTest::newRow( "halfway between nodes" ) << QVector<int>{ 0, 0, 1, 1, 0, 1, 1, 0 } << true << QVector<int>{ 1, 1 };
  QTest::newRow( "below zero" ) << QVector<int>{ -1, -1, 0, 0, -1, 0, 0, -1 } << true << QVector<int>{ 0, 0 };
  QTest::newRow( "touches" ) << QVector<int>{ 0, 0, 10, 0, 5, 0, 5, 5 } << false << QVector<int>{};
  QTest::newRow( "shares an end" ) << QVector<int>{ 0, 0, 10, 0, 0, 0, 5, 5 } << false << QVector<int>{};
  QTest::newRow( "along" ) << QVector<int>{ 0, 0, 10, 10, 5, 5, 15, 15 } << false << QVector<int>{};
  const int far = ( 1 << 30 ) - 2;
  QTest::newRow( "as long as may be" ) << QVector<int>{ 0, 0, far, far, 0, far, far, 0 } << true
                                       << QVector<int>{ far / 2, far / 2 };
  QTest::newRow( "long and all but along" )
    << QVector<int>{ 0, 0, far, 1, 0, 1, far, 0 } << true << QVector<int>{ far / 2, 1 };
}

void TestSnapRounding::crossings()
{
  QFETCH( QVector<int>, nodes );
  QFETCH( bool, crosses );
  QFETCH( QVector<int>, at );
  const Segment a = between( { nodes[0], nodes[1] }, { nodes[2], nodes[3] } );
  const Segment b = between( { nodes[4], nodes[5] }, { nodes[6], nodes[7] } );
  QCOMPARE( cross( a, b ), crosses );
  QCOMPARE( cross( b, a ), crosses );
  if ( !crosses )
    return;
  for ( const Node node : { crossingOf( a, b ), crossingOf( b, a ) } )
  {
    QCOMPARE( node.x, at[0] );
    QCOMPARE( node.y, at[1] );
  }
}

void TestSnapRounding::leavesNothingToCut_data()
{
  QTest::addColumn<Segments>( "segments" );
  QTest::newRow( "nothing" ) << Segments{};
  QTest::newRow( "one" ) << Segments{ between( { 0, 0 }, { 5, 3 } ) };
  // Rounding the first crossing bends the long one over the end of the third: it must go through that as well.
  QTest::newRow( "cascade" ) << Segments{ between( { 0, 0 }, { 100, 3 } ), between( { 48, -20 }, { 53, 20 } ),
                                          between( { 30, 1 }, { 30, 9 } ), between( { 70, 2 }, { 75, 2 } ) };
  for ( unsigned seed = 1; seed <= 15; ++seed )
  {
    const auto row = [seed]( const char *name, const Segments &segments )
    {
      QTest::newRow( ( std::string( name ) + " " + std::to_string( seed ) ).c_str() ) << segments;
    };
    const int count = 20 + 7 * static_cast<int>( seed );
    row( "crowded", scattered( seed, count, 12 ) );
    row( "scattered", scattered( seed, count, 300 ) );
    row( "far apart", scattered( seed, count, ( 1 << 30 ) - 3 ) );
    row( "below zero", moved( scattered( seed, count, 40 ), { -37, -1000 } ) );
    row( "along each other", alongEachOther( seed, count / 3, 400 ) );
    Segments mixed = alongEachOther( seed, 12, 300 );
    for ( const Segment &segment : scattered( seed, 30, 300 ) )
      mixed.push_back( segment );
    row( "along and across", mixed );
  }
}

void TestSnapRounding::leavesNothingToCut()
{
  QFETCH( Segments, segments );
  NoProgress progress;
  const Segments pieces = snapRounded( segments, progress );
  QVERIFY( std::ranges::all_of( pieces, []( const Segment &piece ) { return piece.from < piece.to; } ) );
  QCOMPARE( meetings( pieces ), 0 );
  // What a theme's segments leave open, its pieces do, and nothing else.
  QVERIFY( openEnds( pieces ) == openEnds( segments ) );
}

void TestSnapRounding::staysNear()
{
  NoProgress progress;
  for ( unsigned seed = 1; seed <= 10; ++seed )
  {
    // Each bears a number of its own.
    Segments segments = scattered( seed, 60, 200 );
    for ( std::size_t i = 0; i < segments.size(); ++i )
      segments[i].bearer = static_cast<std::uint32_t>( 2 * i );
    for ( const Segment &piece : snapRounded( segments, progress ) )
      for ( const Node end : { piece.from, piece.to } )
        QVERIFY( distance( end, segments[piece.bearer / 2] ) <= std::sqrt( 0.5 ) + 1e-9 );
  }
}

void TestSnapRounding::manyThroughOnePlace()
{
  NoProgress progress;
  const Segments segments = spokes( 5000, 1000000 );
  QCOMPARE( openEnds( snapRounded( segments, progress ) ).size(), openEnds( segments ).size() );
  QCOMPARE( meetings( snapRounded( spokes( 150, 100000 ), progress ) ), 0 );
}

void TestSnapRounding::manyAlongEachOther()
{
  // Tiles cannot part what lies along each other; that must not make them ever smaller.
  NoProgress progress;
  const Segments same( 2000, between( { 0, 0 }, { 100000000, 33333333 } ) );
  QCOMPARE( snapRounded( same, progress ).size(), same.size() );
  const Segments pieces = snapRounded( alongEachOther( 3, 300, 1000000 ), progress );
  QVERIFY( pieces.size() > 300 );
}

void TestSnapRounding::stopsWhenCancelled()
{
  struct Stop : NoProgress
  {
    bool cancelled() const override { return true; }
  } stop;

  QVERIFY_EXCEPTION_THROWN( snapRounded( scattered( 1, 100, 100 ), stop ), Cancelled );
}

QTEST_APPLESS_MAIN( TestSnapRounding )
#include "test_snap_rounding.moc"
