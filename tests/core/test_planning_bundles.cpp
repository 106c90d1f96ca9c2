// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/bundling.h"
#include "core/planning/footprint.h"
#include "core/planning/neighbours.h"

#include <QtTest>

#include <atomic>

using namespace koppelkans;

/**
 * Plans of a few works against sums done by hand, and what leads up to them: footprints, neighbours, costs.
 */
class TestPlanningBundles : public QObject
{
  Q_OBJECT

private slots:
  void drawsFootprints();
  void refusesFootprintsWithoutWidth();
  void findsNeighboursOfAllKinds();
  void sharesPlacesOfEqualGeometries();
  void pricesShifts();
  void refusesNegativeTerms();
  void bundlesOverlappingWorks();
  void keepsClosedAreasClosed();
  void opensAreasThatOnlyTouch();
  void leavesWorksWithoutOpenYearInPlace();
  void keepsFixedWorksApart();
  void keepsWithinTheLargestExtent();
  void pavesOnlyWhatIsOpened();
  void bundlesUpToTheDistance();
  void keepsBundlesConnected();
  void leavesAloneWhatDoesNotPay();
  void marksUnknownCosts();
  void putsLoneWorksInTheirWindow();
  void movesNobodyForNothing();
  void plansNothingForNoWorks();
  void bundlesACrowdAtOnePlace();
  void keepsThePlanWhenTimeIsOver();
  void canBeCancelled();
};

namespace
{

constexpr Terms usual{ 20000, 80, 0.02, 0.03, 25, 250 };

void appendRectangle( GeometryColumn &column, double xMin, double yMin, double xMax, double yMax )
{
  column.coordinates.insert( column.coordinates.end(),
                             { { xMin, yMin }, { xMax, yMin }, { xMax, yMax }, { xMin, yMax }, { xMin, yMin } } );
  column.closeRing();
  column.closePart();
  column.closeFeature();
}

GeometryColumn line( const std::vector<Point> &points, GeometryKind kind = GeometryKind::Line )
{
  GeometryColumn column;
  column.kind = kind;
  column.coordinates = points;
  column.closeRing();
  column.closePart();
  column.closeFeature();
  return column;
}

Work work( YearRange planned, YearRange window, double cost )
{
  return { .id = 0, .planned = planned, .window = window, .cost = cost };
}

void add( BundlingInput &input, const Work &one, double xMin, double yMin, double xMax, double yMax )
{
  appendRectangle( input.footprints, xMin, yMin, xMax, yMax );
  input.geometries.add( input.footprints, input.footprints.features() - 1 );
  input.works.push_back( one );
}

//! Two works in one street, 1,000 m² each, 500 m² of it in common.
BundlingInput street()
{
  BundlingInput input;
  add( input, work( { 2027, 2027 }, { 2025, 2030 }, 50000 ), 0, 0, 10, 100 );
  add( input, work( { 2029, 2029 }, { 2027, 2031 }, 30000 ), 5, 0, 15, 100 );
  return input;
}

Plan planOf( const BundlingInput &input, const Terms &terms = usual )
{
  NoProgress progress;
  return bundleWorks( input, terms, {}, progress );
}

QString reasonOf( const Plan &plan, std::size_t i )
{
  return QString::fromStdString( toString( plan.works[i].reason ) );
}

} // namespace

void TestPlanningBundles::drawsFootprints()
{
  WorkGeometries works;
  works.add( line( { { 0, 0 }, { 10, 0 } } ), 0 );
  works.add( line( { { 5, 5 } }, GeometryKind::Point ), 0 );
  works.add( line( { { 3, 3 }, { 3, 3 } } ), 0 );
  GeometryColumn polygons;
  appendRectangle( polygons, 0, 0, 4, 5 );
  works.add( polygons, 0 );
  NoProgress progress;
  const GeometryColumn drawn = footprints( works, { 6, 2 }, progress );
  QCOMPARE( drawn.features(), std::size_t( 4 ) );
  const double disc = 16 * std::sin( M_PI / 16 ); // 32 corners, radius 1
  const double areas[] = { 60, 4 * disc, 9 * disc, 20 };
  for ( std::size_t i = 0; i < 4; ++i )
  {
    double area = 0;
    GEOSArea_r( geos(), toGeos( drawn, i ).get(), &area );
    QCOMPARE( area, areas[i] );
  }
  QCOMPARE( drawn.featureBox( 0 ).yMin, -3.0 ); // flat ends: nothing beyond the line
  QCOMPARE( drawn.featureBox( 0 ).xMin, 0.0 );
}

void TestPlanningBundles::refusesFootprintsWithoutWidth()
{
  NoProgress progress;
  WorkGeometries lines;
  lines.add( line( { { 0, 0 }, { 10, 0 } } ), 0 );
  QVERIFY_EXCEPTION_THROWN( footprints( lines, { 0, 1 }, progress ), Error );
  WorkGeometries points;
  points.add( line( { { 5, 5 } }, GeometryKind::Point ), 0 );
  QVERIFY_EXCEPTION_THROWN( footprints( points, { 6, -1 }, progress ), Error );
  QCOMPARE( footprints( points, { 0, 1 }, progress ).features(), std::size_t( 1 ) ); // no width needed
}

void TestPlanningBundles::findsNeighboursOfAllKinds()
{
  WorkGeometries works;
  GeometryColumn polygons;
  appendRectangle( polygons, 0, 0, 10, 10 );
  works.add( polygons, 0 );                                    // 0
  works.add( line( { { 13, 14 } }, GeometryKind::Point ), 0 ); // 1: 5 m from the corner of 0
  works.add( line( { { 10, 5 }, { 20, 5 } } ), 0 );            // 2: touches 0; 9 m from 1
  works.add( line( { { 5, 5 } }, GeometryKind::Point ), 0 );   // 3: within 0; 5 m from 2
  NoProgress progress;
  const auto pairs = [&]( double distance )
  {
    QStringList found;
    Neighbours( works, distance, progress )
      .visitPairs( [&]( std::size_t a, std::size_t b )
                   { found << QStringLiteral( "%1%2" ).arg( std::min( a, b ) ).arg( std::max( a, b ) ); } );
    found.sort();
    return found.join( ' ' );
  };
  QCOMPARE( pairs( 0 ), QStringLiteral( "02 03" ) );
  QCOMPARE( pairs( 4.999 ), QStringLiteral( "02 03" ) );
  QCOMPARE( pairs( 5 ), QStringLiteral( "01 02 03 23" ) );
  QCOMPARE( pairs( 9 ), QStringLiteral( "01 02 03 12 23" ) );
}

void TestPlanningBundles::sharesPlacesOfEqualGeometries()
{
  WorkGeometries works;
  for ( const Point point : { Point{ 1, 1 }, Point{ 5, 5 }, Point{ 1, 1 } } )
    works.add( line( { point }, GeometryKind::Point ), 0 );
  works.add( line( { { 1, 1 }, { 1, 1 } } ), 0 ); // a line is no point
  NoProgress progress;
  const Neighbours neighbours( works, 1, progress );
  QCOMPARE( neighbours.places(), std::size_t( 3 ) );
  QCOMPARE( neighbours.placeOf( 0 ), neighbours.placeOf( 2 ) );
  QVERIFY( neighbours.placeOf( 0 ) != neighbours.placeOf( 3 ) );
  QCOMPARE( neighbours.placesNear( neighbours.placeOf( 0 ) ).size(), std::size_t( 1 ) );
  QCOMPARE( neighbours.placesNear( neighbours.placeOf( 1 ) ).size(), std::size_t( 0 ) );
}

void TestPlanningBundles::pricesShifts()
{
  const Work one = work( { 2026, 2028 }, { 2020, 2035 }, 10000 );
  QCOMPARE( shiftCost( one, 2024, usual ), 2 * 0.02 * 10000 );
  QCOMPARE( shiftCost( one, 2026, usual ), 0.0 );
  QCOMPARE( shiftCost( one, 2028, usual ), 0.0 );
  QCOMPARE( shiftCost( one, 2031, usual ), 3 * 0.03 * 10000 );
  QCOMPARE( shiftCost( work( { 2026, 2028 }, { 2020, 2035 }, noData ), 2031, usual ), 0.0 );
}

void TestPlanningBundles::refusesNegativeTerms()
{
  Terms terms = usual;
  terms.paving = -1;
  QVERIFY_EXCEPTION_THROWN( planOf( street(), terms ), Error );
  terms.paving = noData;
  QVERIFY_EXCEPTION_THROWN( planOf( street(), terms ), Error );
}

void TestPlanningBundles::bundlesOverlappingWorks()
{
  // Together in 2027 the second is 2 years early: 2 · 0.02 · 30,000 = 1,200. In 2028 the two would pay
  // 0.03 · 50,000 + 0.02 · 30,000 = 2,100, in 2029 the first 2 · 0.03 · 50,000 = 3,000.
  const Plan plan = planOf( street() );
  QCOMPARE( plan.bundles.size(), std::size_t( 1 ) );
  const PlannedBundle &bundle = plan.bundles[0];
  QCOMPARE( bundle.year, 2027 );
  QCOMPARE( bundle.works, ( std::vector<std::size_t>{ 0, 1 } ) );
  QCOMPARE( bundle.costApart, 2 * ( 20000 + 80 * 1000.0 ) + 50000 + 30000 );
  QCOMPARE( bundle.cost.total(), 20000 + 80 * 1500.0 + 50000 + 30000 + 1200 );
  QCOMPARE( bundle.setupSaved, 20000.0 );
  QCOMPARE( bundle.pavingSaved, 80 * 500.0 );
  QCOMPARE( bundle.shiftPaid(), 1200.0 );
  QCOMPARE( bundle.saving(), 58800.0 );
  QCOMPARE( plan.costApart, 280000.0 );
  QCOMPARE( plan.costBundled, 221200.0 );
  QCOMPARE( plan.saving(), 58800.0 );
  QCOMPARE( plan.works[0].shift, 0 );
  QCOMPARE( plan.works[1].shift, -2 );
  QCOMPARE( plan.works[1].shiftCost, 1200.0 );
  QCOMPARE( reasonOf( plan, 0 ), QStringLiteral( "in_bundle" ) );
  QVERIFY( !plan.outOfTime );
}

void TestPlanningBundles::keepsClosedAreasClosed()
{
  BundlingInput input = street();
  appendRectangle( input.moratoria.areas, 12, 0, 20, 10 ); // under the second work only
  input.moratoria.years = { { 2026, 2027 } };
  const Plan plan = planOf( input );
  QCOMPARE( plan.bundles.size(), std::size_t( 1 ) );
  QCOMPARE( plan.bundles[0].year, 2028 );
  QCOMPARE( plan.saving(), 60000.0 - 2100 );

  input.works[1].opensSurface = false;
  QCOMPARE( planOf( input ).bundles[0].year, 2027 );
}

void TestPlanningBundles::opensAreasThatOnlyTouch()
{
  BundlingInput input = street();
  appendRectangle( input.moratoria.areas, 15, 0, 20, 10 );
  input.moratoria.years = { { 2026, 2027 } };
  QCOMPARE( planOf( input ).bundles[0].year, 2027 );
}

void TestPlanningBundles::leavesWorksWithoutOpenYearInPlace()
{
  BundlingInput input = street();
  appendRectangle( input.moratoria.areas, 0, 0, 2, 2 ); // under the first work only
  input.moratoria.years = { { 2020, 2040 } };
  const Plan plan = planOf( input );
  QCOMPARE( plan.bundles.size(), std::size_t( 2 ) );
  QCOMPARE( plan.works[0].year, 2027 );
  QCOMPARE( plan.works[1].year, 2029 );
  QCOMPARE( reasonOf( plan, 0 ), QStringLiteral( "no_open_year" ) );
  QCOMPARE( reasonOf( plan, 1 ), QStringLiteral( "no_common_year" ) );
  QCOMPARE( plan.saving(), 0.0 );
}

void TestPlanningBundles::keepsFixedWorksApart()
{
  BundlingInput input = street();
  input.works[0].window = input.works[0].planned;
  input.works[1].window = input.works[1].planned;
  const Plan plan = planOf( input );
  QCOMPARE( plan.bundles.size(), std::size_t( 2 ) );
  QCOMPARE( plan.bundles[0].year, 2027 ); // by year
  QCOMPARE( plan.bundles[1].year, 2029 );
  QCOMPARE( reasonOf( plan, 0 ), QStringLiteral( "no_common_year" ) );
  QCOMPARE( plan.saving(), 0.0 );
  // one of them fixed: the other comes to it
  input.works[0].window = { 2025, 2030 };
  QCOMPARE( planOf( input ).bundles[0].year, 2029 );
}

void TestPlanningBundles::keepsWithinTheLargestExtent()
{
  // Three pieces of one street, each 100 m long; two of them have a diagonal of 200.2 m.
  BundlingInput input;
  for ( int i = 0; i < 3; ++i )
    add( input, work( { 2027, 2027 }, { 2027, 2027 }, 1000 ), 100 * i, 0, 100 * i + 100, 10 );
  const Plan plan = planOf( input );
  QCOMPARE( plan.bundles.size(), std::size_t( 2 ) );
  QCOMPARE( plan.saving(), 20000.0 );
  Terms terms = usual;
  terms.maxExtent = 200;
  const Plan apart = planOf( input, terms );
  QCOMPARE( apart.bundles.size(), std::size_t( 3 ) );
  QCOMPARE( reasonOf( apart, 1 ), QStringLiteral( "too_extended" ) );
  terms.maxExtent = 301;
  QCOMPARE( planOf( input, terms ).saving(), 40000.0 );
}

void TestPlanningBundles::pavesOnlyWhatIsOpened()
{
  BundlingInput input = street();
  input.works[1].opensSurface = false;
  const Plan plan = planOf( input );
  QCOMPARE( plan.bundles.size(), std::size_t( 1 ) );
  QCOMPARE( plan.bundles[0].cost.paving, 80 * 1000.0 );
  QCOMPARE( plan.bundles[0].pavingSaved, 0.0 );
  QCOMPARE( plan.saving(), 20000.0 - 1200 );
}

void TestPlanningBundles::bundlesUpToTheDistance()
{
  BundlingInput input;
  for ( int i = 0; i < 2; ++i )
    add( input, work( { 2027, 2027 }, { 2027, 2027 }, 1000 ), 35 * i, 0, 35 * i + 10, 10 );
  QCOMPARE( planOf( input ).bundles.size(), std::size_t( 1 ) );
  Terms terms = usual;
  terms.distance = 24.9;
  const Plan plan = planOf( input, terms );
  QCOMPARE( plan.bundles.size(), std::size_t( 2 ) );
  QCOMPARE( reasonOf( plan, 0 ), QStringLiteral( "no_neighbour" ) );
}

void TestPlanningBundles::keepsBundlesConnected()
{
  // The work in the middle, the only link between the outer two, has no year in common with them.
  BundlingInput input;
  for ( int i = 0; i < 3; ++i )
  {
    const int year = i == 1 ? 2035 : 2027;
    add( input, work( { year, year }, { year, year }, 1000 ), 35 * i, 0, 35 * i + 10, 10 );
  }
  const Plan plan = planOf( input );
  QCOMPARE( plan.bundles.size(), std::size_t( 3 ) );
  QCOMPARE( plan.saving(), 0.0 );
}

void TestPlanningBundles::leavesAloneWhatDoesNotPay()
{
  // Nothing in common but the year: with 500 to set up, moving the second for 1,200 does not pay.
  BundlingInput input;
  add( input, work( { 2027, 2027 }, { 2025, 2030 }, 50000 ), 0, 0, 5, 100 );
  add( input, work( { 2029, 2029 }, { 2027, 2031 }, 30000 ), 10, 0, 15, 100 );
  Terms terms = usual;
  terms.setup = 500;
  const Plan plan = planOf( input, terms );
  QCOMPARE( plan.bundles.size(), std::size_t( 2 ) );
  QCOMPARE( reasonOf( plan, 0 ), QStringLiteral( "does_not_pay" ) );
  QCOMPARE( reasonOf( plan, 1 ), QStringLiteral( "does_not_pay" ) );
}

void TestPlanningBundles::marksUnknownCosts()
{
  BundlingInput input = street();
  input.works[1].cost = noData;
  const Plan plan = planOf( input );
  QCOMPARE( plan.bundles[0].year, 2027 );
  QCOMPARE( plan.bundles[0].cost.unknownCosts, std::size_t( 1 ) );
  QCOMPARE( plan.bundles[0].cost.own, 50000.0 );
  QCOMPARE( plan.saving(), 60000.0 );
}

void TestPlanningBundles::putsLoneWorksInTheirWindow()
{
  BundlingInput input;
  add( input, work( { 2035, 2036 }, { 2026, 2030 }, 1000 ), 0, 0, 10, 10 );
  const Plan plan = planOf( input );
  QCOMPARE( plan.works[0].year, 2030 );
  QCOMPARE( plan.works[0].shift, -5 );
  QCOMPARE( plan.saving(), -5 * 0.02 * 1000 );
  QCOMPARE( reasonOf( plan, 0 ), QStringLiteral( "no_neighbour" ) );
}

void TestPlanningBundles::movesNobodyForNothing()
{
  // Every year costs the same where costs are unknown, or rates 0.
  BundlingInput input = street();
  input.works[0].planned = { 2028, 2029 };
  input.works[0].cost = noData;
  input.works[1].cost = noData;
  QCOMPARE( planOf( input ).bundles[0].year, 2029 );

  // Planned in 2027 and 2029: three years are two off in all; the earliest of them.
  input = street();
  Terms terms = usual;
  terms.advanceRate = terms.delayRate = 0;
  QCOMPARE( planOf( input, terms ).bundles[0].year, 2027 );

  // Planned two years before a window: the nearest year; two years after it: the same.
  for ( const int planned : { 2026, 2032 } )
  {
    input = {};
    add( input, work( { planned, planned }, { 2028, 2030 }, noData ), 0, 0, 10, 10 );
    QCOMPARE( planOf( input ).works[0].year, planned == 2026 ? 2028 : 2030 );
  }
}

void TestPlanningBundles::plansNothingForNoWorks()
{
  const Plan plan = planOf( {} );
  QVERIFY( plan.bundles.empty() );
  QCOMPARE( plan.saving(), 0.0 );
}

void TestPlanningBundles::bundlesACrowdAtOnePlace()
{
  BundlingInput input;
  constexpr int count = 20000;
  for ( int i = 0; i < count; ++i )
    add( input, work( { 2027, 2027 }, { 2026, 2028 + i % 3 }, 1000 ), 0, 0, 10, 10 );
  const Plan plan = planOf( input );
  QCOMPARE( plan.bundles.size(), std::size_t( 1 ) );
  QCOMPARE( plan.bundles[0].works.size(), std::size_t( count ) );
  QCOMPARE( plan.saving(), ( count - 1 ) * ( 20000 + 80 * 100.0 ) );
}

void TestPlanningBundles::keepsThePlanWhenTimeIsOver()
{
  NoProgress progress;
  const Plan plan = bundleWorks( street(), usual, { .timeLimit = std::chrono::seconds( 0 ) }, progress );
  QVERIFY( plan.outOfTime );
  QCOMPARE( plan.saving(), 58800.0 );
}

namespace
{

//! Cancels at the given question.
class Impatient : public Progress
{
public:
  explicit Impatient( int patience )
    : mPatience( patience )
  {
  }

  void report( double ) override {}

  bool cancelled() const override { return --mPatience < 0; }

private:
  mutable std::atomic<int> mPatience;
};

} // namespace

void TestPlanningBundles::canBeCancelled()
{
  const BundlingInput input = street();
  int patience = 0;
  for ( ;; ++patience )
  {
    Impatient progress( patience );
    try
    {
      QCOMPARE( bundleWorks( input, usual, {}, progress ).saving(), 58800.0 );
      break;
    }
    catch ( const Cancelled & )
    {
    }
  }
  QVERIFY( patience >= 8 ); // neighbours, moratoria, pavement, links, merging, improving, pricing, reasons
}

QTEST_APPLESS_MAIN( TestPlanningBundles )
#include "test_planning_bundles.moc"
