// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/orientation.h"
#include "tests/core/shapes.h"

#include <QtTest>

#include <cmath>

using namespace koppelkans;
using namespace koppelkans::test;

namespace
{

__extension__ using Whole = __int128; // not ISO C++, but exact, and only here

//! The sign of the determinant of coordinates that are whole numbers of \a unit, below 2⁶⁰ of them.
int exactly( Point a, Point b, Point c, double unit )
{
  const auto whole = [unit]( double value )
  {
    return static_cast<Whole>( value / unit );
  };
  const Whole determinant = ( whole( a.x ) - whole( c.x ) ) * ( whole( b.y ) - whole( c.y ) ) -
                            ( whole( a.y ) - whole( c.y ) ) * ( whole( b.x ) - whole( c.x ) );
  return determinant > 0 ? 1 : determinant < 0 ? -1 : 0;
}

} // namespace

class TestOrientation : public QObject
{
  Q_OBJECT

private slots:
  void byHand_data();
  void byHand();
  void exact_data();
  void exact();
  void closeToALine_data();
  void closeToALine();
  void consistent();
  void shiftedIsNeverZero();
  void shiftedAsIfMoved_data();
  void shiftedAsIfMoved();
  void shiftedAboveAsIfMoved();
};

void TestOrientation::byHand_data()
{
  QTest::addColumn<QVector<double>>( "c" );
  QTest::addColumn<int>( "side" );
  using Place = QVector<double>;
  QTest::newRow( "left" ) << Place{ 1, 2 } << 1;
  QTest::newRow( "right" ) << Place{ 2, 1 } << -1;
  QTest::newRow( "on the line" ) << Place{ 2, 2 } << 0;
  QTest::newRow( "on the line, before" ) << Place{ -7, -7 } << 0;
  QTest::newRow( "at the start" ) << Place{ 0, 0 } << 0;
  QTest::newRow( "at the end" ) << Place{ 3, 3 } << 0;
  QTest::newRow( "left by the least" ) << Place{ 2, std::nextafter( 2.0, 3.0 ) } << 1;
  QTest::newRow( "right by the least" ) << Place{ 2, std::nextafter( 2.0, 1.0 ) } << -1;
}

void TestOrientation::byHand()
{
  QFETCH( QVector<double>, c );
  QFETCH( int, side );
  QCOMPARE( orientation( { 0, 0 }, { 3, 3 }, { c[0], c[1] } ), side );
  QCOMPARE( orientation( { 3, 3 }, { 0, 0 }, { c[0], c[1] } ), -side );
}

void TestOrientation::exact_data()
{
  QTest::addColumn<double>( "unit" );
  QTest::addColumn<int>( "bits" ); // of the coordinates, in units
  QTest::addColumn<double>( "from" );
  QTest::newRow( "small whole numbers" ) << 1.0 << 2 << 0.0;
  QTest::newRow( "whole numbers" ) << 1.0 << 24 << 0.0;
  QTest::newRow( "large whole numbers" ) << 1.0 << 52 << 0.0;
  QTest::newRow( "fractions" ) << 0x1p-40 << 52 << 0.0;
  QTest::newRow( "near 1e7" ) << 0x1p-29 << 4 << 1e7;
  QTest::newRow( "near 1e7, wider" ) << 0x1p-29 << 20 << 1e7;
  QTest::newRow( "around 1e7" ) << 0x1p-29 << 40 << -1e7;
}

void TestOrientation::exact()
{
  QFETCH( double, unit );
  QFETCH( int, bits );
  QFETCH( double, from );
  std::mt19937_64 random( static_cast<unsigned>( bits ) );
  const auto number = [&]
  {
    return from + unit * static_cast<double>( static_cast<std::int64_t>( random() >> ( 64 - bits ) ) );
  };
  for ( int i = 0; i < 20000; ++i )
  {
    const Point a{ number(), number() }, b{ number(), number() };
    // Half of the points lie as near to the line as rounding brings them.
    const double share = static_cast<double>( random() >> 11 ) * 0x1p-53;
    const auto rounded = [&]( double value )
    {
      return std::round( value / unit ) * unit;
    };
    const Point c = i % 2 ? Point{ number(), number() }
                          : Point{ rounded( a.x + share * ( b.x - a.x ) ), rounded( a.y + share * ( b.y - a.y ) ) };
    QCOMPARE( orientation( a, b, c ), exactly( a, b, c, unit ) );
  }
}

void TestOrientation::closeToALine_data()
{
  // The picture in "Classroom examples of robustness problems" (Kettner et al., 2008): naive signs form a flowering
  // mess.
  QTest::addColumn<QVector<double>>( "line" );
  QTest::newRow( "12 to 24" ) << QVector<double>{ 12, 12, 24, 24 };
  QTest::newRow( "the same, backward" ) << QVector<double>{ 24, 24, 12, 12 };
  QTest::newRow( "8.8 to 12.1" ) << QVector<double>{ 8.8, 8.8, 12.1, 12.1 };
  QTest::newRow( "0.5 itself" ) << QVector<double>{ 0.5, 0.5, 24, 24 };
}

void TestOrientation::closeToALine()
{
  QFETCH( QVector<double>, line );
  for ( int i = 0; i < 256; ++i )
    for ( int j = 0; j < 256; ++j )
    {
      const Point c{ 0.5 + i * 0x1p-53 * 2, 0.5 + j * 0x1p-53 * 2 };
      QCOMPARE( orientation( { line[0], line[1] }, { line[2], line[3] }, c ), ( j > i   ? 1
                                                                                : j < i ? -1
                                                                                        : 0 ) *
                                                                                ( line[2] > line[0] ? 1 : -1 ) );
    }
}

void TestOrientation::consistent()
{
  Shapes shapes( 4 );
  for ( int i = 0; i < 5000; ++i )
  {
    const Point a = shapes.pointIn( { 1e7, -1e7, 1e7 + 1e-7, -1e7 + 1e-7 } ),
                b = shapes.pointIn( { 1e7, -1e7, 1e7 + 1e-7, -1e7 + 1e-7 } );
    const Point c = shapes.pointIn( { 1e7, -1e7, 1e7 + 1e-7, -1e7 + 1e-7 } );
    const int side = orientation( a, b, c );
    QCOMPARE( orientation( b, c, a ), side );
    QCOMPARE( orientation( c, a, b ), side );
    QCOMPARE( orientation( b, a, c ), -side );
    QCOMPARE( orientation( { -a.x, a.y }, { -b.x, b.y }, { -c.x, c.y } ), -side );
    QCOMPARE( orientation( { a.y, a.x }, { b.y, b.x }, { c.y, c.x } ), -side );
  }
}

void TestOrientation::shiftedIsNeverZero()
{
  Shapes shapes( 5 );
  const auto place = [&]
  {
    return Point{ shapes.integer( 0, 3 ) * 0.1, shapes.integer( 0, 3 ) * 0.1 };
  };
  for ( int i = 0; i < 20000; ++i )
  {
    const Point a = place(), b = place(), c = place();
    if ( a == b )
      continue;
    const int side = orientation( a, b, c );
    const int forward = shiftedOrientation( a, b, c, Shift::Forward ),
              backward = shiftedOrientation( a, b, c, Shift::Backward );
    QVERIFY( forward == 1 || forward == -1 );
    QCOMPARE( backward, side ? forward : -forward );
    if ( side )
      QCOMPARE( forward, side );
    QCOMPARE( shiftedOrientation( b, a, c, Shift::Forward ), -forward );
  }
}

void TestOrientation::shiftedAsIfMoved_data()
{
  QTest::addColumn<QVector<double>>( "to" );
  QTest::newRow( "right" ) << QVector<double>{ 4, 0 };
  QTest::newRow( "left" ) << QVector<double>{ -4, 0 };
  QTest::newRow( "up" ) << QVector<double>{ 0, 4 };
  QTest::newRow( "down" ) << QVector<double>{ 0, -4 };
  QTest::newRow( "up right" ) << QVector<double>{ 4, 4 };
  QTest::newRow( "down right" ) << QVector<double>{ 4, -4 };
  QTest::newRow( "up left" ) << QVector<double>{ -4, 4 };
  QTest::newRow( "flat right" ) << QVector<double>{ 4, 0.0078125 };
}

void TestOrientation::shiftedAsIfMoved()
{
  // A move of 2⁻¹⁰ to the right and of its square up stands in for the infinitesimal one.
  QFETCH( QVector<double>, to );
  const Point a{ 0, 0 }, b{ to[0], to[1] };
  for ( const double share : { -1.0, 0.0, 0.25, 1.0, 3.0 } )
  {
    const Point c{ share * b.x, share * b.y };
    QCOMPARE( shiftedOrientation( a, b, c, Shift::Forward ), orientation( a, b, { c.x + 0x1p-10, c.y + 0x1p-20 } ) );
    QCOMPARE( shiftedOrientation( a, b, c, Shift::Backward ), orientation( a, b, { c.x - 0x1p-10, c.y - 0x1p-20 } ) );
  }
}

void TestOrientation::shiftedAboveAsIfMoved()
{
  for ( const Shift shift : { Shift::Forward, Shift::Backward } )
  {
    QCOMPARE( shiftedAbove( 2, 1, shift ), true );
    QCOMPARE( shiftedAbove( 1, 2, shift ), false );
    QCOMPARE( shiftedAbove( 1, 1, shift ), shift == Shift::Forward );
  }
}

QTEST_APPLESS_MAIN( TestOrientation )
#include "test_orientation.moc"
