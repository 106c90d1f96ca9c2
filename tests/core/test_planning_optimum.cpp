// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/greedy.h"
#include "tests/core/bundling_reference.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace koppelkans;
using namespace koppelkans::test;

/**
 * Plans held against the optimum, found by looking at every partition in every combination of years. The optimum is
 * computed from the definition alone: rectangles, their distances and the areas of their unions are worked out here.
 */
class TestPlanningOptimum : public QObject
{
  Q_OBJECT

private slots:
  void equalsTheOptimum_data();
  void equalsTheOptimum();
  void greedyMergingComesNear();
  void doesNotDependOnTheOrder();
};

void TestPlanningOptimum::equalsTheOptimum_data()
{
  QTest::addColumn<int>( "seeds" );
  QTest::addColumn<int>( "least" );
  QTest::addColumn<int>( "most" );
  QTest::addColumn<int>( "extent" );
  QTest::newRow( "crowded" ) << 200 << 4 << 7 << 15;
  QTest::newRow( "loose" ) << 200 << 4 << 7 << 40;
  QTest::newRow( "larger" ) << 100 << 8 << 9 << 40;
  QTest::newRow( "largest" ) << 40 << 10 << 12 << 40;
}

void TestPlanningOptimum::equalsTheOptimum()
{
  QFETCH( int, seeds );
  QFETCH( int, least );
  QFETCH( int, most );
  QFETCH( int, extent );
  int bundled = 0;
  for ( int seed = 0; seed < seeds; ++seed )
  {
    const Case given = randomCase( static_cast<unsigned>( seed ), least, most, extent );
    const Plan plan = planOf( inputOf( given ), given.terms );
    const QString wrong = QString::fromStdString( fault( given, plan ) );
    QVERIFY2( wrong.isEmpty(), qPrintable( QStringLiteral( "seed %1: %2" ).arg( seed ).arg( wrong ) ) );
    const double best = optimum( given );
    QVERIFY2(
      std::abs( plan.costBundled - best ) < 1e-3,
      qPrintable( QStringLiteral( "seed %1: %2 instead of %3" ).arg( seed ).arg( plan.costBundled ).arg( best ) ) );
    QVERIFY2(
      std::abs( plan.leastCost - best ) < 1e-3,
      qPrintable( QStringLiteral( "seed %1: %2 proven for %3" ).arg( seed ).arg( plan.leastCost ).arg( best ) ) );

    // Where bundles cannot be listed the bound is looser, but holds.
    const Plan bounded = planOf( inputOf( given ), given.terms, 0 );
    QCOMPARE( fault( given, bounded ), std::string() );
    QVERIFY2(
      bounded.leastCost < best + 1e-6,
      qPrintable( QStringLiteral( "seed %1: %2 bounds %3" ).arg( seed ).arg( bounded.leastCost ).arg( best ) ) );
    bundled += plan.bundles.size() < plan.works.size();
  }
  QVERIFY( bundled > seeds / 3 ); // else the cases would be about nothing
}

void TestPlanningOptimum::greedyMergingComesNear()
{
  // Where there are too many works to divide them at best, the plan starts from this.
  double found = 0;
  double best = 0;
  for ( unsigned seed = 1000; seed < 1060; ++seed )
  {
    Case given = randomCase( seed, 7, 8, 25 );
    given.closedAreas.clear(); // so that every work is part of the search
    given.closedYears.clear();
    const BundlingInput input = inputOf( given );
    NoProgress progress;
    const Neighbours neighbours( input.geometries, given.terms.distance, progress );
    const std::vector<std::vector<YearRange>> closed( input.works.size() );
    const Problem problem( input.works, input.footprints, neighbours, closed, given.terms, progress );
    std::vector<Bundle> alone;
    for ( std::uint32_t unit = 0; unit < problem.size(); ++unit )
      alone.push_back( bundleOf( problem, std::span( &unit, 1 ) ) );
    const auto cost = [&]( const std::vector<Bundle> &bundles )
    {
      double sum = 0;
      for ( const Bundle &bundle : bundles )
        sum += bundle.cost( given.terms );
      return sum;
    };
    double ownCosts = 0;
    for ( const Work &work : input.works )
      ownCosts += hasData( work.cost ) ? work.cost : 0;
    const double aloneCost = cost( alone );
    const double leastPossible = optimum( given ) - ownCosts;
    const double greedyCost = cost( mergeGreedily( problem, std::move( alone ), progress ) );
    QVERIFY( greedyCost > leastPossible - 1e-3 );
    found += aloneCost - greedyCost;
    best += aloneCost - leastPossible;
  }
  QVERIFY2( found >= 0.95 * best, qPrintable( QStringLiteral( "%1% of the best saving" ).arg( 100 * found / best ) ) );
}

void TestPlanningOptimum::doesNotDependOnTheOrder()
{
  for ( unsigned seed = 0; seed < 20; ++seed )
  {
    Case given = randomCase( 5000 + seed, 60, 90, 120 );
    given.terms.setup += 500;
    std::vector<std::size_t> order( given.works.size() );
    std::iota( order.begin(), order.end(), std::size_t( 0 ) );
    const Plan plan = planOf( inputOf( given, order ), given.terms );
    QCOMPARE( fault( given, plan ), std::string() );

    std::shuffle( order.begin(), order.end(), std::mt19937( seed ) );
    const Plan shuffled = planOf( inputOf( given, order ), given.terms );
    QCOMPARE( shuffled.costBundled, plan.costBundled );
    QCOMPARE( shuffled.bundles.size(), plan.bundles.size() );
    for ( std::size_t i = 0; i < order.size(); ++i )
    {
      QCOMPARE( shuffled.works[i].year, plan.works[order[i]].year );
      std::vector<std::size_t> together;
      for ( const std::size_t other : shuffled.bundles[shuffled.works[i].bundle].works )
        together.push_back( order[other] );
      std::sort( together.begin(), together.end() );
      QCOMPARE( together, plan.bundles[plan.works[order[i]].bundle].works );
    }
  }
}

QTEST_APPLESS_MAIN( TestPlanningOptimum )
#include "test_planning_optimum.moc"
