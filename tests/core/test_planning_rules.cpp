// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/bundling_reference.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <random>

#include <sched.h>

using namespace koppelkans;
using namespace koppelkans::test;

/**
 * Rules that narrow plans down, against the optimum found by looking at every plan: classes that never go together, a
 * smallest number of works, chosen years, and budgets.
 */
class TestPlanningRules : public QObject
{
  Q_OBJECT

private slots:
  void equalsTheOptimum_data();
  void equalsTheOptimum();
  void saysWhyWorksAreAlone();
  void keepsUnitsOfACrowdLargeEnough();
  void pricesChosenYears();
  void leavesAClosedChoice();
  void keepsBudgets();
  void saysWhatBudgetsLack();
  void dependsOnNeitherSeedNorThreads();
  void refusesNonsense();
};

namespace
{

//! Rules for a random case: which, the test says.
void addRules( Case &given, unsigned seed, bool classes, bool leastWorks, bool chosen )
{
  std::mt19937 random( seed + 77 );
  const auto integer = [&]( int from, int to )
  {
    return from + static_cast<int>( random() % static_cast<unsigned>( to - from + 1 ) );
  };
  const std::vector<std::string> names{ "gas", "riool", "weg", "groen" };
  if ( classes )
  {
    for ( Work &work : given.works )
      work.assetClass = names[static_cast<std::size_t>( integer( 0, 3 ) )];
    given.apart = { { "gas", "riool" }, { "groen", "gas" } };
    given.terms.classes = ClassRules( given.apart );
  }
  if ( leastWorks )
    given.terms.leastWorks = static_cast<std::size_t>( integer( 3, 4 ) );
  if ( chosen )
    for ( Work &work : given.works )
      if ( integer( 0, 2 ) == 0 )
        work.chosen = integer( work.window.first, work.window.last );
}

//! Works side by side, each touching the next.
Case row( std::initializer_list<Work> works )
{
  Case given;
  given.terms = {
    .setup = 20000, .paving = 80, .advanceRate = 0.02, .delayRate = 0.03, .distance = 5, .maxExtent = 500 };
  for ( const Work &work : works )
  {
    const double x = 10 * static_cast<double>( given.works.size() );
    given.boxes.push_back( { x, 0, x + 10, 10 } );
    given.works.push_back( work );
    given.works.back().id = static_cast<std::int64_t>( given.works.size() );
  }
  return given;
}

Work work( int year, YearRange window, double cost, const char *assetClass = "", const char *fund = "" )
{
  return { .id = 0, .assetClass = assetClass, .fund = fund, .planned = { year, year }, .window = window, .cost = cost };
}

} // namespace

void TestPlanningRules::equalsTheOptimum_data()
{
  QTest::addColumn<bool>( "classes" );
  QTest::addColumn<bool>( "leastWorks" );
  QTest::addColumn<bool>( "chosen" );
  QTest::newRow( "classes" ) << true << false << false;
  QTest::newRow( "smallest number" ) << false << true << false;
  QTest::newRow( "chosen years" ) << false << false << true;
  QTest::newRow( "all" ) << true << true << true;
}

void TestPlanningRules::equalsTheOptimum()
{
  QFETCH( bool, classes );
  QFETCH( bool, leastWorks );
  QFETCH( bool, chosen );
  int dearer = 0;
  for ( unsigned seed = 0; seed < 120; ++seed )
  {
    Case given = randomCase( seed, 5, 8, 25 );
    const double free = optimum( given );
    addRules( given, seed, classes, leastWorks, chosen );
    const double best = optimum( given );
    dearer += best > free + 1;
    const Plan plan = planOf( inputOf( given ), given.terms );
    QVERIFY2( fault( given, plan ).empty(), qPrintable( QStringLiteral( "seed %1: " ).arg( seed ) +
                                                        QString::fromStdString( fault( given, plan ) ) ) );
    QVERIFY2( std::abs( plan.costBundled - best ) < 1e-3,
              qPrintable( QStringLiteral( "seed %1: %2, not %3" ).arg( seed ).arg( plan.costBundled ).arg( best ) ) );
    QVERIFY( std::abs( plan.leastCost - best ) < 1e-3 );

    // Where bundles cannot be listed the rules hold as well, and so does the bound.
    const Plan bounded = planOf( inputOf( given ), given.terms, 0 );
    QVERIFY2( fault( given, bounded ).empty(), qPrintable( QStringLiteral( "seed %1: " ).arg( seed ) +
                                                           QString::fromStdString( fault( given, bounded ) ) ) );
    QVERIFY( bounded.leastCost < best + 1e-6 );
    QVERIFY( bounded.costBundled > best - 1e-6 );
  }
  QVERIFY( dearer > 20 ); // else the rules would say nothing
}

void TestPlanningRules::saysWhyWorksAreAlone()
{
  Case given = row( { work( 2027, { 2025, 2030 }, 1000, "gas" ), work( 2027, { 2025, 2030 }, 1000, "riool" ) } );
  given.apart = { { "riool", "gas" } };
  given.terms.classes = ClassRules( given.apart );
  const Plan apart = planOf( inputOf( given ), given.terms );
  QCOMPARE( toString( apart.works[0].reason ), std::string( "classes_apart" ) );
  QCOMPARE( toString( apart.works[1].reason ), std::string( "classes_apart" ) );

  given.terms.classes = {};
  given.terms.leastWorks = 3;
  const Plan few = planOf( inputOf( given ), given.terms );
  QCOMPARE( toString( few.works[0].reason ), std::string( "too_few_works" ) );
  QCOMPARE( few.saving(), 0.0 );
}

void TestPlanningRules::keepsUnitsOfACrowdLargeEnough()
{
  // Eighty works at one place, in forty pairs of the same years that share no year with others.
  Case given;
  given.terms = { .setup = 1000, .paving = 0, .advanceRate = 0, .delayRate = 0, .distance = 1, .maxExtent = 100 };
  for ( int i = 0; i < 80; ++i )
  {
    given.boxes.push_back( { 0, 0, 10, 10 } );
    given.works.push_back( work( 2011 + i / 2, { 2011 + i / 2, 2011 + i / 2 }, 100 ) );
  }
  QCOMPARE( planOf( inputOf( given ), given.terms ).bundles.size(), std::size_t( 40 ) );
  given.terms.leastWorks = 3;
  const Plan plan = planOf( inputOf( given ), given.terms );
  QCOMPARE( plan.bundles.size(), std::size_t( 80 ) );
  QCOMPARE( plan.saving(), 0.0 );
  QCOMPARE( plan.savingBound(), 0.0 );
}

void TestPlanningRules::pricesChosenYears()
{
  // Two works that lie side by side save a setup of 20,000 together.
  Case given = row( { work( 2027, { 2025, 2030 }, 50000 ), work( 2029, { 2027, 2031 }, 30000 ) } );
  const BundlingInput free = inputOf( given );
  QVERIFY( !hasData( planOf( free, given.terms ).works[0].choiceCost ) );

  // Best is 2027, the second two years early: 1,200. In 2029 the first is two years late: 3,000.
  given.works[1].chosen = 2029;
  const Plan late = planOf( inputOf( given ), given.terms );
  QCOMPARE( late.works[0].year, 2029 );
  QVERIFY( late.works[1].choiceKept );
  QCOMPARE( late.works[1].choiceCost, 1800.0 );
  QVERIFY( !hasData( late.works[0].choiceCost ) );

  // In 2031 the second is on its own, two years late: 1,800 and the setup that is not saved, less 1,200.
  given.works[1].chosen = 2031;
  const Plan alone = planOf( inputOf( given ), given.terms );
  QCOMPARE( alone.works[1].year, 2031 );
  QCOMPARE( alone.works[1].choiceCost, 20000 + 1800 - 1200.0 );
  QCOMPARE( toString( alone.works[0].reason ), std::string( "no_common_year" ) );
  QCOMPARE( alone.saving(), alone.savingBound() );

  // Without time the choice is kept, whatever it costs.
  NoProgress progress;
  const Plan hasty = bundleWorks( inputOf( given ), given.terms, { .timeLimit = std::chrono::seconds( 0 ) }, progress );
  QCOMPARE( hasty.works[1].year, 2031 );
  QVERIFY( hasty.works[1].choiceKept );
  QVERIFY( !hasData( hasty.works[1].choiceCost ) );
  QVERIFY( hasty.outOfTime );
}

void TestPlanningRules::leavesAClosedChoice()
{
  Case given = row( { work( 2027, { 2025, 2030 }, 50000 ) } );
  given.works[0].chosen = 2029;
  given.closedAreas = { { 1, 1, 2, 2 } };
  given.closedYears = { { 2028, 2029 } };
  const Plan plan = planOf( inputOf( given ), given.terms );
  QCOMPARE( plan.works[0].year, 2027 );
  QVERIFY( !plan.works[0].choiceKept );
  QVERIFY( !hasData( plan.works[0].choiceCost ) );
}

void TestPlanningRules::keepsBudgets()
{
  int binding = 0;
  int kept = 0;
  int possible = 0;
  double gap = 0;
  double saved = 0;
  for ( unsigned seed = 0; seed < 60; ++seed )
  {
    Case given = randomCase( seed, 4, 5, 20 );
    given.closedAreas.clear();
    given.closedYears.clear();
    std::mt19937 random( seed );
    for ( Work &work : given.works )
    {
      work.window = { work.planned.first - static_cast<int>( random() % 2 ),
                      work.planned.last + static_cast<int>( random() % 3 ) };
      work.fund = random() % 2 ? "wegen" : "riool";
    }
    given.budgets.set( "wegen", std::nullopt, 250.0 * ( 20 + random() % 40 ) );
    given.budgets.set( "riool", std::nullopt, 250.0 * ( 20 + random() % 40 ) );
    given.budgets.set( "riool", 2030, 250.0 * ( random() % 30 ) );
    const double free = optimum( given );
    const double best = optimumWithinBudgets( given );
    const Plan plan = planOf( inputOf( given ), given.terms );
    QVERIFY2( fault( given, plan ).empty(), qPrintable( QStringLiteral( "seed %1: " ).arg( seed ) +
                                                        QString::fromStdString( fault( given, plan ) ) ) );
    double overspent = 0;
    for ( const FundYear &year : plan.fundYears )
      overspent += year.overspent();
    if ( !std::isinf( best ) )
    {
      ++possible;
      QVERIFY( plan.shortfalls.empty() );
      if ( overspent < 0.01 )
      {
        ++kept;
        QVERIFY2( plan.costBundled > best - 1e-3, qPrintable( QString::number( seed ) ) );
        QVERIFY2( plan.leastCost < best + 1e-3, qPrintable( QString::number( seed ) ) );
        gap += plan.costBundled - best;
        saved += plan.costApart - best;
      }
      binding += best > free + 1;
    }
    else
      QVERIFY( overspent > 0 );
  }
  qInfo( "%d of 60 possible, %d kept, %d binding, gap %.0f of %.0f", possible, kept, binding, gap, saved );
  QVERIFY( binding > 10 );
  QVERIFY( kept == possible );
  QVERIFY( gap <= 0.02 * saved );
}

void TestPlanningRules::saysWhatBudgetsLack()
{
  Case given =
    row( { work( 2027, { 2027, 2027 }, 50000, "", "wegen" ), work( 2028, { 2027, 2028 }, 30000, "", "wegen" ),
           work( 2028, { 2020, 2040 }, 90000, "", "wegen" ), work( 2028, { 2028, 2028 }, 70000, "", "riool" ) } );
  given.budgets.set( "wegen", 2027, 40000 );
  given.budgets.set( "wegen", 2028, 25000 );
  const Plan plan = planOf( inputOf( given ), given.terms );
  QCOMPARE( plan.shortfalls.size(), std::size_t( 1 ) );
  QCOMPARE( plan.shortfalls[0].fund, std::string( "wegen" ) );
  QCOMPARE( plan.shortfalls[0].years.first, 2027 );
  QCOMPARE( plan.shortfalls[0].years.last, 2028 );
  QCOMPARE( plan.shortfalls[0].needed, 80000.0 );
  QCOMPARE( plan.shortfalls[0].available, 65000.0 );
  // The third work moves out of the way, and what is overspent cannot be less.
  double overspent = 0;
  for ( const FundYear &year : plan.fundYears )
    overspent += year.overspent();
  QCOMPARE( overspent, 15000.0 );
  QVERIFY( plan.works[2].year < 2027 || plan.works[2].year > 2028 );
  QVERIFY( plan.leastCost <= plan.costBundled );
}

void TestPlanningRules::dependsOnNeitherSeedNorThreads()
{
  cpu_set_t before;
  QVERIFY( sched_getaffinity( 0, sizeof before, &before ) == 0 );
  const auto onOneProcessor = [&]( const auto &call )
  {
    cpu_set_t one;
    CPU_ZERO( &one );
    for ( std::size_t cpu = 0; CPU_COUNT( &one ) == 0; ++cpu )
      if ( CPU_ISSET( cpu, &before ) )
        CPU_SET( cpu, &one );
    sched_setaffinity( 0, sizeof one, &one );
    const Plan plan = call();
    sched_setaffinity( 0, sizeof before, &before );
    return plan;
  };
  for ( unsigned seed = 0; seed < 6; ++seed )
  {
    Case given = randomCase( 7000 + seed, 120, 160, 200 );
    given.terms.setup += 500;
    addRules( given, seed, true, seed % 2 == 0, true );
    const BundlingInput input = inputOf( given );
    for ( const std::size_t mostCandidates : { Effort().mostCandidates, std::size_t( 0 ) } )
    {
      const Plan plan = planOf( input, given.terms, mostCandidates );
      QCOMPARE( fault( given, plan ), std::string() );
      const Plan alone = onOneProcessor( [&]() { return planOf( input, given.terms, mostCandidates ); } );
      QCOMPARE( alone.costBundled, plan.costBundled );
      QCOMPARE( alone.leastCost, plan.leastCost );
      for ( std::size_t i = 0; i < plan.works.size(); ++i )
        QCOMPARE( alone.works[i].year, plan.works[i].year );
    }
    // Proven to be the best, whatever is left to chance.
    const Plan plan = planOf( input, given.terms );
    for ( const unsigned chance : { 1U, 2U, 3U } )
    {
      const Plan other = planOf( input, given.terms, Effort().mostCandidates, chance );
      QVERIFY( std::abs( other.costBundled - plan.costBundled ) < 1e-3 );
      QVERIFY( std::abs( other.leastCost - other.costBundled ) < 1e-3 );
    }
  }
}

void TestPlanningRules::refusesNonsense()
{
  const std::vector<std::pair<std::string, std::string>> itself{ { "gas", "gas" } };
  QVERIFY_EXCEPTION_THROWN( ClassRules{ itself }, Error );
  std::vector<std::pair<std::string, std::string>> many;
  for ( int i = 0; i < 65; ++i )
    many.emplace_back( "a", "b" + std::to_string( i ) );
  QVERIFY_EXCEPTION_THROWN( ClassRules{ many }, Error );
  Budgets budgets;
  QVERIFY_EXCEPTION_THROWN( budgets.set( "wegen", 2027, -1 ), Error );
  Case given = row( { work( 2027, { 2025, 2030 }, 50000 ) } );
  given.terms.leastWorks = 1;
  QVERIFY_EXCEPTION_THROWN( planOf( inputOf( given ), given.terms ), Error );
}

QTEST_APPLESS_MAIN( TestPlanningRules )
#include "test_planning_rules.moc"
