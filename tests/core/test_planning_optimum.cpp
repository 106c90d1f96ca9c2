// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/bundling.h"
#include "core/planning/greedy.h"

#include <QtTest>

#include <cmath>
#include <numeric>
#include <random>

using namespace koppelkans;

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

namespace
{

//! Works on rectangles with whole coordinates, some of them under a moratorium.
struct Case
{
  std::vector<Work> works;
  std::vector<Box> boxes;
  std::vector<Box> closedAreas;
  std::vector<YearRange> closedYears;
  Terms terms;
};

Case randomCase( unsigned seed, int least, int most, int extent )
{
  std::mt19937 random( seed );
  const auto integer = [&]( int from, int to )
  {
    return from + static_cast<int>( random() % ( to - from + 1 ) );
  };
  Case result;
  result.terms = { .setup = integer( 0, 4 ) * 500.0,
                   .paving = integer( 0, 3 ) * 2.0,
                   .advanceRate = integer( 0, 10 ) / 100.0,
                   .delayRate = integer( 0, 10 ) / 100.0,
                   .distance = integer( 0, 20 ) * 1.0,
                   .maxExtent = integer( 20, 80 ) * 1.0 };
  const int count = integer( least, most );
  for ( int i = 0; i < count; ++i )
  {
    const double x = integer( 0, extent );
    const double y = integer( 0, extent );
    result.boxes.push_back( { x, y, x + integer( 3, 25 ), y + integer( 3, 25 ) } );
    const int first = integer( 2026, 2034 );
    const YearRange planned{ first, first + integer( 0, 2 ) };
    const YearRange window =
      integer( 0, 9 ) == 0 ? planned : YearRange{ planned.first - integer( 0, 5 ), planned.last + integer( 0, 5 ) };
    result.works.push_back( { .id = i,
                              .planned = planned,
                              .window = window,
                              .cost = integer( 0, 9 ) == 0 ? noData : integer( 1, 40 ) * 250.0,
                              .opensSurface = integer( 0, 4 ) > 0 } );
  }
  for ( int i = integer( 0, 2 ); i > 0; --i )
  {
    const double x = integer( 0, extent );
    const double y = integer( 0, extent );
    result.closedAreas.push_back( { x, y, x + integer( 3, 25 ), y + integer( 3, 25 ) } );
    const int first = integer( 2024, 2034 );
    result.closedYears.push_back( { first, first + integer( 0, 3 ) } );
  }
  return result;
}

void append( GeometryColumn &column, const Box &box )
{
  column.coordinates.insert( column.coordinates.end(), { { box.xMin, box.yMin },
                                                         { box.xMax, box.yMin },
                                                         { box.xMax, box.yMax },
                                                         { box.xMin, box.yMax },
                                                         { box.xMin, box.yMin } } );
  column.closeRing();
  column.closePart();
  column.closeFeature();
}

BundlingInput inputOf( const Case &given, std::span<const std::size_t> order )
{
  BundlingInput input;
  for ( const std::size_t i : order )
  {
    append( input.footprints, given.boxes[i] );
    input.geometries.add( input.footprints, input.footprints.features() - 1 );
    input.works.push_back( given.works[i] );
  }
  for ( const Box &area : given.closedAreas )
    append( input.moratoria.areas, area );
  input.moratoria.years = given.closedYears;
  return input;
}

BundlingInput inputOf( const Case &given )
{
  std::vector<std::size_t> order( given.works.size() );
  std::iota( order.begin(), order.end(), std::size_t( 0 ) );
  return inputOf( given, order );
}

Plan planOf( const BundlingInput &input, const Terms &terms, std::size_t mostCandidates = Effort().mostCandidates )
{
  NoProgress progress;
  return bundleWorks( input, terms, { std::chrono::seconds( 600 ), 0, mostCandidates }, progress );
}

//! Whether two rectangles have ground in common.
bool overlap( const Box &a, const Box &b )
{
  return a.xMin < b.xMax && b.xMin < a.xMax && a.yMin < b.yMax && b.yMin < a.yMax;
}

//! Counts unit squares, as all coordinates are whole.
double areaByCounting( const Case &given, std::span<const std::size_t> members )
{
  Box all;
  for ( const std::size_t i : members )
    all.include( given.boxes[i] );
  int count = 0;
  for ( double x = all.xMin; x < all.xMax; ++x )
    for ( double y = all.yMin; y < all.yMax; ++y )
      count += std::any_of( members.begin(), members.end(),
                            [&]( std::size_t i ) {
                              return given.works[i].opensSurface && overlap( given.boxes[i], { x, y, x + 1, y + 1 } );
                            } );
  return count;
}

bool isOpen( const Case &given, std::size_t work, int year )
{
  if ( !given.works[work].window.contains( year ) )
    return false;
  for ( std::size_t area = 0; area < given.closedAreas.size(); ++area )
    if ( given.works[work].opensSurface && given.closedYears[area].contains( year ) &&
         overlap( given.boxes[work], given.closedAreas[area] ) )
      return false;
  return true;
}

bool isConnected( const Case &given, const std::vector<std::size_t> &members )
{
  std::vector<std::size_t> reached{ members.front() };
  for ( std::size_t i = 0; i < reached.size(); ++i )
    for ( const std::size_t other : members )
    {
      const Box &a = given.boxes[reached[i]];
      const Box &b = given.boxes[other];
      const double x = std::max( { a.xMin - b.xMax, b.xMin - a.xMax, 0.0 } );
      const double y = std::max( { a.yMin - b.yMax, b.yMin - a.yMax, 0.0 } );
      if ( std::hypot( x, y ) <= given.terms.distance &&
           std::find( reached.begin(), reached.end(), other ) == reached.end() )
        reached.push_back( other );
    }
  return reached.size() == members.size();
}

//! The least cost of one bundle over all years, its own costs included; infinite where it is not feasible.
double leastCost( const Case &given, const std::vector<std::size_t> &members )
{
  constexpr double infinite = std::numeric_limits<double>::infinity();
  Box box;
  double own = 0;
  for ( const std::size_t i : members )
  {
    box.include( given.boxes[i] );
    own += hasData( given.works[i].cost ) ? given.works[i].cost : 0;
  }
  if ( members.size() > 1 &&
       ( std::hypot( box.width(), box.height() ) > given.terms.maxExtent || !isConnected( given, members ) ) )
    return infinite;
  double least = infinite;
  for ( int year = 2010; year <= 2050; ++year )
  {
    double shift = 0;
    for ( const std::size_t i : members )
    {
      const Work &work = given.works[i];
      const double cost = hasData( work.cost ) ? work.cost : 0;
      if ( !isOpen( given, i, year ) )
        shift = infinite;
      else if ( year < work.planned.first )
        shift += cost * given.terms.advanceRate * ( work.planned.first - year );
      else if ( year > work.planned.last )
        shift += cost * given.terms.delayRate * ( year - work.planned.last );
    }
    least = std::min( least, shift );
  }
  if ( members.size() == 1 && least == infinite )
    least = 0; // left in its planned range
  return given.terms.setup + given.terms.paving * areaByCounting( given, members ) + own + least;
}

//! The least cost over all partitions of the works: of each set the bundle that holds its lowest work, and the best for
//! the rest.
double optimum( const Case &given )
{
  const std::size_t count = given.works.size();
  std::vector<double> costs( std::size_t( 1 ) << count, 0 );
  for ( std::size_t set = 1; set < costs.size(); ++set )
  {
    std::vector<std::size_t> members;
    for ( std::size_t i = 0; i < count; ++i )
      if ( set >> i & 1 )
        members.push_back( i );
    costs[set] = leastCost( given, members );
  }
  std::vector<double> least( costs.size(), 0 );
  for ( std::size_t set = 1; set < costs.size(); ++set )
  {
    const std::size_t lowest = set & ( ~set + 1 );
    const std::size_t others = set ^ lowest;
    least[set] = costs[set];
    for ( std::size_t left = others; left != 0; left = ( left - 1 ) & others )
      least[set] = std::min( least[set], costs[set ^ left] + least[left] );
  }
  return least.back();
}

//! What is wrong with a plan, seen from the definition alone.
QString fault( const Case &given, const Plan &plan )
{
  std::vector<int> seen( given.works.size(), 0 );
  double total = 0;
  for ( const PlannedBundle &bundle : plan.bundles )
  {
    for ( const std::size_t i : bundle.works )
    {
      ++seen[i];
      if ( plan.works[i].year != bundle.year )
        return "work and bundle differ in year";
      if ( plan.works[i].reason != AloneBecause::NoOpenYear && !isOpen( given, i, bundle.year ) )
        return "year not open";
      if ( ( plan.works[i].reason == AloneBecause::InBundle ) != ( bundle.works.size() > 1 ) )
        return "wrong reason";
    }
    if ( std::abs( leastCost( given, bundle.works ) - bundle.cost.total() ) > 1e-6 )
      return "bundle not feasible, or not at its price";
    if ( std::abs( bundle.setupSaved + bundle.pavingSaved - bundle.shiftPaid() - bundle.saving() ) > 1e-6 )
      return "saving does not explain itself";
    total += bundle.cost.total();
  }
  if ( std::any_of( seen.begin(), seen.end(), []( int times ) { return times != 1; } ) )
    return "no partition";
  if ( std::abs( total - plan.costBundled ) > 1e-6 )
    return "wrong total";
  return {};
}

} // namespace

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
    const QString wrong = fault( given, plan );
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
    QCOMPARE( fault( given, bounded ), QString() );
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
    QCOMPARE( fault( given, plan ), QString() );

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
