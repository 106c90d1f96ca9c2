// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/district_shares.h"
#include "tests/core/district_layers.h"
#include "tests/core/geos_reference.h"
#include "tests/core/shapes.h"
#include "tests/ogr_features.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace koppelkans;
using namespace koppelkans::test;

class TestDistrictDensities : public QObject
{
  Q_OBJECT

private slots:
  void lineDensity();
  void linesAgreeWithGeos();
  void linesOnBordersCountOnce();
  void pointsOnBordersCountOnce();
};

void TestDistrictDensities::lineDensity()
{
  // One hectare, and a quarter of one with a hole.
  const Districts districts(
    fromTexts( { "POLYGON((0 0,100 0,100 100,0 100,0 0))",
                 "POLYGON((100 0,160 0,160 50,100 50,100 0),(110 10,130 10,130 35,110 35,110 10))" } ) );
  const GeometryColumn roads =
    lines( { { { -10, 20 }, { 200, 20 } }, { { 50, 50 }, { 53, 54 }, { 50, 50 } }, { { 115, 15 }, { 120, 20 } } } );
  const std::vector<double> densities = districtShares( districts, themeOf( Measure::LineDensity, roads ) );
  QCOMPARE( densities[0], 110.0 );
  QCOMPARE( densities[1], 160.0 );
}

void TestDistrictDensities::linesAgreeWithGeos()
{
  for ( unsigned seed = 1; seed <= 4; ++seed )
  {
    Shapes shapes( seed );
    std::vector<std::vector<Point>> roads;
    for ( int i = 0; i < 40; ++i )
    {
      std::vector<Point> road;
      for ( int j = shapes.integer( 2, 20 ); j > 0; --j )
        road.push_back( shapes.pointIn( hundred ) );
      roads.push_back( road );
    }
    const GeometryColumn all = lines( roads );
    const GeometryColumn districts = joined( shapes.stars( 20, hundred, 15, true, true ), tiles( shapes, 9, false ) );
    const Districts ready( districts );
    const std::vector<double> densities = districtShares( ready, themeOf( Measure::LineDensity, all ) );
    for ( std::size_t district = 0; district < densities.size(); ++district )
    {
      double length = 0; // road by road: GEOS counts once where a road runs over itself, but these do so only in points
      for ( std::size_t road = 0; road < all.features(); ++road )
        length += lengthOf( common( districts, district, toGeos( all, road ).get() ).get() );
      const double reference = length * 10000 / ready.areas()[district];
      QVERIFY2( std::abs( densities[district] - reference ) <= 1e-9 * std::max( reference, 1.0 ),
                qPrintable( difference( district, densities[district], reference ) ) );
    }
  }
}

void TestDistrictDensities::linesOnBordersCountOnce()
{
  const Districts districts( fromTexts( { "POLYGON((0 0,10 0,10 10,0 10,0 0))", "POLYGON((10 0,20 0,20 10,10 10,10 0))",
                                          "POLYGON((0 10,20 10,20 20,0 20,0 10))" } ) );
  const auto lengths = [&districts]( const std::vector<Point> &line )
  {
    std::vector<double> densities = districtShares( districts, themeOf( Measure::LineDensity, lines( { line } ) ) );
    for ( std::size_t district = 0; district < densities.size(); ++district )
      densities[district] *= districts.areas()[district] / 10000;
    return densities;
  };
  using Lengths = std::vector<double>;
  QCOMPARE( lengths( { { 10, 2 }, { 10, 8 } } ), ( Lengths{ 0, 6, 0 } ) );
  QCOMPARE( lengths( { { 10, 8 }, { 10, 2 } } ), ( Lengths{ 0, 6, 0 } ) );
  QCOMPARE( lengths( { { 2, 10 }, { 18, 10 } } ), ( Lengths{ 0, 0, 16 } ) );
  QCOMPARE( lengths( { { 10, 0 }, { 10, 20 } } ), ( Lengths{ 0, 10, 10 } ) );
  QCOMPARE( lengths( { { 0, 0 }, { 20, 0 } } ), ( Lengths{ 10, 10, 0 } ) );
  QCOMPARE( lengths( { { 20, 0 }, { 20, 20 } } ), ( Lengths{ 0, 0, 0 } ) );

  Shapes shapes( 1 );
  const Districts lattice( tiles( shapes, 30, true ) );
  std::vector<std::vector<Point>> roads;
  double length = 0;
  for ( int i = 0; i < 60; ++i )
  {
    const auto corner = [&shapes]
    {
      return Point{ shapes.integer( -9, 19 ) * 10.0, shapes.integer( -9, 19 ) * 10.0 };
    };
    roads.push_back( { corner(), corner(), corner() } );
    for ( int j = 1; j < 3; ++j )
      length += std::hypot( roads.back()[j].x - roads.back()[j - 1].x, roads.back()[j].y - roads.back()[j - 1].y );
  }
  const std::vector<double> densities = districtShares( lattice, themeOf( Measure::LineDensity, lines( roads ) ) );
  const double sum = std::inner_product( densities.begin(), densities.end(), lattice.areas().begin(), 0.0 ) / 10000;
  QVERIFY2( std::abs( sum - length ) <= 1e-9 * length, qPrintable( difference( 0, sum, length ) ) );
}

void TestDistrictDensities::pointsOnBordersCountOnce()
{
  const Districts districts(
    fromTexts( { "POLYGON((0 0,100 0,100 100,0 100,0 0))", "POLYGON((100 0,200 0,200 100,100 100,100 0))",
                 "POLYGON((0 100,200 100,200 150,0 150,0 100))" } ) );
  const GeometryColumn trees =
    points( { { 50, 50 }, { 100, 50 }, { 50, 100 }, { 100, 100 }, { 0, 0 }, { 200, 50 }, { 300, 300 } } );
  const std::vector<double> densities = districtShares( districts, themeOf( Measure::PointDensity, trees ) );
  QCOMPARE( densities, ( std::vector<double>{ 2, 1, 2 } ) );

  Shapes shapes( 1 );
  const Districts lattice( tiles( shapes, 15, true ) ), anywhere( tiles( shapes, 9, false ) );
  std::vector<Point> all;
  for ( int x = -100; x < 200; x += 10 )
    for ( int y = -100; y < 200; y += 10 )
      all.push_back( { static_cast<double>( x ), static_cast<double>( y ) } );
  for ( const Districts *tiled : { &lattice, &anywhere } )
  {
    const std::vector<double> found = districtShares( *tiled, themeOf( Measure::PointDensity, points( all ) ) );
    const double sum = std::inner_product( found.begin(), found.end(), tiled->areas().begin(), 0.0 ) / 10000;
    QVERIFY2( std::abs( sum - 900 ) <= 1e-9, qPrintable( difference( 0, sum, 900 ) ) );
  }
}

QTEST_APPLESS_MAIN( TestDistrictDensities )

#include "test_district_densities.moc"
