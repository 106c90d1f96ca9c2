// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/footprint.h"
#include "core/planning/what_if.h"
#include "tests/ogr_features.h"

#include <QtTest>

using namespace koppelkans;

//! Years chosen by a planner, and what they cost.
class TestPlanningWhatIf : public QObject
{
  Q_OBJECT

private slots:
  void keepsAChosenYear();
  void refusesYearsThatAreNotOpen();
  void comesBackToThePlan();
  void equalsAPlanMadeAnew();
};

namespace
{

constexpr std::chrono::seconds patient( 60 ); // outcomes must not depend on how busy the machine is

constexpr Terms terms{ 20000, 80, 0.02, 0.03, 25, 250 };

void add( BundlingInput &input, YearRange window, int planned, double cost, const char *line )
{
  input.works.push_back( { .id = 0, .planned = { planned, planned }, .window = window, .cost = cost } );
  input.geometries.add( test::fromWkt( line ), 0 );
}

void draw( BundlingInput &input )
{
  NoProgress progress;
  input.footprints = footprints( input.geometries, { 6, 3 }, progress );
}

//! Two works of 600 m² that share 300 m²: together in 2027 the second is two years early (1,200).
BundlingInput street()
{
  BundlingInput input;
  add( input, { 2025, 2030 }, 2027, 50000, "LINESTRING (0 0,100 0)" );
  add( input, { 2027, 2031 }, 2029, 30000, "LINESTRING (0 3,100 3)" );
  draw( input );
  return input;
}

//! Works along a few parallel streets, with windows that overlap in part.
BundlingInput quarter()
{
  BundlingInput input;
  for ( int i = 0; i < 60; ++i )
  {
    const int year = 2026 + i * 7 % 13;
    const std::string line = "LINESTRING (" + std::to_string( i % 12 * 50 ) + " " + std::to_string( i / 12 * 20 ) +
                             "," + std::to_string( i % 12 * 50 + 70 ) + " " + std::to_string( i / 12 * 20 + 3 ) + ")";
    add( input, { year - i % 4, year + i % 5 }, year, 1000.0 * ( 5 + i % 9 ), line.c_str() );
  }
  draw( input );
  return input;
}

} // namespace

void TestPlanningWhatIf::keepsAChosenYear()
{
  const BundlingInput input = street();
  NoProgress progress;
  WhatIf plan( input, terms, {}, progress, patient );
  QCOMPARE( plan.cost(), 20000 + 80 * 900.0 + 80000 + 1200 );
  QCOMPARE( plan.year( 1 ), 2027 );
  // In 2029 the first is two years late.
  QCOMPARE( plan.choose( 1, 2029 ), 2 * 0.03 * 50000 - 1200 );
  QCOMPARE( plan.year( 0 ), 2029 );
  QCOMPARE( plan.together( 0 ), ( std::vector<std::size_t>{ 0, 1 } ) );
  QCOMPARE( plan.costOfChoice( 1 ), 1800.0 );
  QCOMPARE( plan.year( 1 ), 2029 ); // asking changes nothing
  // A year that they do not share: each on its own, the second two years late.
  const double apart = 2 * ( 20000 + 80 * 600.0 ) + 80000;
  plan.choose( 1, 2031 );
  QCOMPARE( plan.cost(), apart + 2 * 0.03 * 30000 );
  QCOMPARE( plan.together( 1 ), std::vector<std::size_t>{ 1 } );
}

void TestPlanningWhatIf::refusesYearsThatAreNotOpen()
{
  BundlingInput input = street();
  input.moratoria.areas = test::fromWkt( "POLYGON ((0 4,100 4,100 6,0 6,0 4))" );
  input.moratoria.years = { { 2030, 2030 } };
  NoProgress progress;
  WhatIf plan( input, terms, {}, progress, patient );
  const double cost = plan.cost();
  QVERIFY_EXCEPTION_THROWN( plan.choose( 1, 2032 ), Error );
  QVERIFY_EXCEPTION_THROWN( plan.choose( 1, 2030 ), Error );
  QCOMPARE( plan.cost(), cost );
  plan.choose( 0, 2030 );
  QCOMPARE( plan.year( 0 ), 2030 );
}

void TestPlanningWhatIf::comesBackToThePlan()
{
  const BundlingInput input = quarter();
  NoProgress progress;
  WhatIf plan( input, terms, {}, progress, patient );
  const double cost = plan.cost();
  for ( std::size_t work = 0; work < input.works.size(); ++work )
  {
    const double dearer = plan.choose( work, input.works[work].window.last );
    QVERIFY( dearer > -1e-6 );
    const double price = plan.costOfChoice( work );
    QVERIFY2( std::abs( price - dearer ) < 1e-6,
              qPrintable( QStringLiteral( "%1: %2, not %3" ).arg( work ).arg( price ).arg( dearer ) ) );
    QVERIFY( std::abs( plan.release( work ) + dearer ) < 1e-6 );
    QVERIFY( std::abs( plan.cost() - cost ) < 1e-6 );
  }
}

void TestPlanningWhatIf::equalsAPlanMadeAnew()
{
  BundlingInput input = quarter();
  const BundlingInput free = input;
  NoProgress progress;
  WhatIf plan( free, terms, {}, progress, patient );
  for ( std::size_t work = 0; work < input.works.size(); work += 9 )
  {
    const int year = input.works[work].window.last;
    plan.choose( work, year );
    input.works[work].window = { year, year };
  }
  const Plan anew = bundleWorks( input, terms, {}, progress );
  QVERIFY( std::abs( plan.cost() - anew.costBundled ) < 1e-6 );
}

QTEST_APPLESS_MAIN( TestPlanningWhatIf )
#include "test_planning_what_if.moc"
