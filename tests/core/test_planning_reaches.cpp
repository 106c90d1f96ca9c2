// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/bundling.h"
#include "core/planning/candidates.h"
#include "core/planning/part.h"
#include "core/planning/reach_cover.h"
#include "core/planning/reach_prices.h"

#include <QtTest>

#include <sched.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace koppelkans;

/**
 * Works whose feasible bundles are too many to list: pavements that touch each other all over a field of squares, as in
 * a city. Small fields are held against all their feasible bundles and the best plan of these.
 */
class TestPlanningReaches : public QObject
{
  Q_OBJECT

private slots:
  void holdEveryFeasibleBundle();
  void pricesAreNeverTooLow();
  void planAndBoundEncloseTheOptimum();
  void planComesNearTheBound();
  void sameSeedSamePlan();
};

namespace
{

//! Squares side by side, some larger so that they overlap, some missing; each with years of its own.
BundlingInput field( unsigned seed, int side )
{
  std::mt19937 random( seed );
  const auto integer = [&]( int from, int to )
  {
    return from + static_cast<int>( random() % ( to - from + 1 ) );
  };
  BundlingInput input;
  for ( int x = 0; x < side; ++x )
    for ( int y = 0; y < side; ++y )
    {
      if ( integer( 0, 9 ) == 0 )
        continue;
      const double west = 20 * x;
      const double south = 20 * y;
      const double size = integer( 0, 2 ) == 0 ? 26 : 20;
      input.footprints.coordinates.insert( input.footprints.coordinates.end(), { { west, south },
                                                                                 { west + size, south },
                                                                                 { west + size, south + size },
                                                                                 { west, south + size },
                                                                                 { west, south } } );
      input.footprints.closeRing();
      input.footprints.closePart();
      input.footprints.closeFeature();
      input.geometries.add( input.footprints, input.footprints.features() - 1 );
      const int year = integer( 2026, 2036 );
      input.works.push_back( { .id = static_cast<std::int64_t>( input.works.size() ),
                               .planned = { year, year },
                               .window = { year - integer( 0, 3 ), year + integer( 0, 5 ) },
                               .cost = integer( 0, 1 ) == 0 ? noData : integer( 1, 40 ) * 1000.0 } );
    }
  return input;
}

constexpr Terms terms{ 2000, 3, 0.02, 0.03, 5, 75 };

//! A field as the search sees it.
Problem problemOf( const BundlingInput &input )
{
  NoProgress progress;
  const Neighbours neighbours( input.geometries, terms.distance, progress );
  const std::vector<std::vector<YearRange>> closed( input.works.size() );
  return Problem( input.works, input.footprints, neighbours, closed, terms, progress );
}

std::vector<std::uint32_t> allOf( const Problem &problem )
{
  std::vector<std::uint32_t> units( problem.size() );
  std::iota( units.begin(), units.end(), 0U );
  return units;
}

constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

Plan planOf( const BundlingInput &input, std::size_t mostCandidates, unsigned seed = 0 )
{
  NoProgress progress;
  return bundleWorks( input, terms, { std::chrono::seconds( 600 ), seed, mostCandidates }, progress );
}

} // namespace

void TestPlanningReaches::holdEveryFeasibleBundle()
{
  NoProgress progress;
  for ( unsigned seed = 0; seed < 10; ++seed )
  {
    const Problem problem = problemOf( field( seed, 5 ) );
    const std::vector<std::uint32_t> units = allOf( problem );
    const Reaches reaches( problem, units, Clock::time_point::max(), progress );
    const std::optional<Candidates> candidates = Candidates::all( problem, units, all, progress );
    QVERIFY( candidates->size() > 5 );
    for ( std::size_t i = 0; i < candidates->size(); ++i )
    {
      const std::vector<std::uint32_t> members( candidates->units( i ).begin(), candidates->units( i ).end() );
      const Bundle bundle = bundleOf( problem, members );
      const auto extra = [&]( std::uint32_t unit )
      {
        const YearCosts &years = problem.unit( unit ).years;
        return years[bundle.choice.year] - years.cheapest().cost;
      };
      const auto holds = [&]( std::uint32_t reach )
      {
        const std::span<const std::uint32_t> turns = reaches.turns( reach );
        return std::all_of( members.begin(), members.end(),
                            [&]( std::uint32_t unit )
                            {
                              return std::any_of( turns.begin(), turns.end(),
                                                  [&]( std::uint32_t turn ) {
                                                    return reaches.unit( turn ) == unit &&
                                                           reaches.extra( turn ) <= extra( unit );
                                                  } );
                            } );
      };
      const std::span<const std::uint32_t> of = reaches.of( members.front() );
      QVERIFY( std::any_of( of.begin(), of.end(), holds ) );
    }
  }
}

void TestPlanningReaches::pricesAreNeverTooLow()
{
  NoProgress progress;
  for ( unsigned seed = 0; seed < 10; ++seed )
  {
    const Problem problem = problemOf( field( seed, 5 ) );
    const std::vector<std::uint32_t> units = allOf( problem );
    const std::optional<Candidates> candidates = Candidates::all( problem, units, all, progress );
    const Reaches reaches( problem, units, Clock::time_point::max(), progress );
    const auto check = [&]( const ReachPrices &prices )
    {
      for ( const std::uint32_t unit : units )
        QVERIFY( prices.price( unit ) >= -1e-9 );
      for ( std::size_t i = 0; i < candidates->size(); ++i )
      {
        double paid = 0;
        for ( const std::uint16_t unit : candidates->units( i ) )
          paid += prices.price( unit );
        QVERIFY( paid >= candidates->saving( i ) - 1e-6 );
      }
    };
    ReachPrices prices( problem, reaches );
    check( prices ); // as right as later, if higher
    QVERIFY( prices.lower( Clock::time_point::max(), progress ) );
    check( prices );
    check( ReachPrices( problem, Reaches() ) );
    check( ReachPrices( problem, Reaches( problem, units, Clock::now(), progress ) ) ); // out of time
  }
}

void TestPlanningReaches::planAndBoundEncloseTheOptimum()
{
  for ( unsigned seed = 0; seed < 20; ++seed )
  {
    const BundlingInput input = field( 100 + seed, 5 );
    const Plan best = planOf( input, all );
    QVERIFY( best.savingBound() - best.saving() < 1e-3 );
    const Plan plan = planOf( input, 0, seed );
    QVERIFY( plan.saving() <= best.saving() + 1e-3 );
    QVERIFY( plan.savingBound() >= best.saving() - 1e-3 );
    QVERIFY( plan.saving() >= 0.93 * best.saving() );
  }
}

void TestPlanningReaches::planComesNearTheBound()
{
  const BundlingInput input = field( 1, 30 );
  const Plan plan = planOf( input, 0 );
  // With so few works in a bundle the bound is looser than in a city.
  QVERIFY2( plan.saving() >= 0.9 * plan.savingBound(),
            qPrintable( QStringLiteral( "%1 of at most %2" ).arg( plan.saving() ).arg( plan.savingBound() ) ) );
  std::vector<int> seen( input.works.size(), 0 );
  for ( const PlannedBundle &bundle : plan.bundles )
  {
    Box box;
    for ( const std::size_t work : bundle.works )
    {
      ++seen[work];
      box.include( input.footprints.featureBox( work ) );
      QVERIFY( input.works[work].window.contains( bundle.year ) );
    }
    QVERIFY( bundle.works.size() == 1 || fits( box, terms ) );
  }
  QVERIFY( std::all_of( seen.begin(), seen.end(), []( int times ) { return times == 1; } ) );
}

void TestPlanningReaches::sameSeedSamePlan()
{
  const BundlingInput input = field( 2, 40 ); // several blocks
  const Plan plan = planOf( input, 0, 7 );
  const auto isSame = [&]( const Plan &other )
  {
    return other.costBundled == plan.costBundled && other.leastCost == plan.leastCost &&
           std::equal( plan.bundles.begin(), plan.bundles.end(), other.bundles.begin(), other.bundles.end(),
                       []( const PlannedBundle &a, const PlannedBundle &b )
                       { return a.year == b.year && a.works == b.works; } );
  };
  QVERIFY( isSame( planOf( input, 0, 7 ) ) );

  // On one processor, too.
  cpu_set_t before;
  QCOMPARE( sched_getaffinity( 0, sizeof before, &before ), 0 );
  cpu_set_t one;
  CPU_ZERO( &one );
  CPU_SET( sched_getcpu(), &one );
  QCOMPARE( sched_setaffinity( 0, sizeof one, &one ), 0 );
  QVERIFY( isSame( planOf( input, 0, 7 ) ) );
  QCOMPARE( sched_setaffinity( 0, sizeof before, &before ), 0 );
}

QTEST_APPLESS_MAIN( TestPlanningReaches )
#include "test_planning_reaches.moc"
