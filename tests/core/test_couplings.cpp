// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/couplings.h"
#include "core/planning/quadrants.h"
#include "core/planning/unplanned.h"
#include "tests/core/district_layers.h"
#include "tests/core/geos_reference.h"
#include "tests/core/shapes.h"
#include "tests/ogr_features.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace koppelkans;
using namespace koppelkans::test;

namespace
{

StackedTheme themeWith( const std::string &name, std::vector<double> values, double weight = 1, double threshold = 0.5 )
{
  return { name, Measure::Coverage, std::move( values ), { 0, 1, Direction::MoreIsWorse }, weight, threshold };
}

//! A row of four cells of 10 m; heat 1, ½, 0 and unknown, water 0, 0, 1, 1.
NeedMap fourCells()
{
  return { fromTexts( { "POLYGON((0 0,10 0,10 10,0 10,0 0))", "POLYGON((10 0,20 0,20 10,10 10,10 0))",
                        "POLYGON((20 0,30 0,30 10,20 10,20 0))", "POLYGON((30 0,40 0,40 10,30 10,30 0))" } ),
           { themeWith( "heat", { 1, 0.5, 0, noData, noData } ), themeWith( "water", { 0, 0, 1, 1, noData }, 3 ) } };
}

std::vector<GroundNeeds> needsOf( const GeometryColumn &grounds, const NeedMap &map )
{
  NoProgress progress;
  const Districts ready( grounds );
  return koppelkans::needsOf( ready, GroundPieces( ready, map.places, progress ), map, progress );
}

std::vector<UnplannedGround> unplannedOf( const GeometryColumn &districts, const NeedMap &map,
                                          const GeometryColumn &footprints, const std::vector<Coupling> &couplings )
{
  NoProgress progress;
  return unplannedGrounds( districts, GroundPieces( Districts( districts ), map.places, progress ), map, footprints,
                           couplings, progress );
}

//! The places with need ≥ threshold for a theme, as one geometry.
GeosGeometry urgentPlaces( const NeedMap &map, std::size_t theme )
{
  GeometryColumn urgent;
  for ( std::size_t place = 0; place < map.places.features(); ++place )
    if ( map.isUrgent( theme, place ) )
      urgent.append( map.places, place );
  return unionOf( urgent );
}

bool near( double a, double b, double tolerance = 1e-9 )
{
  return std::abs( a - b ) <= tolerance;
}

//! Tiles as places, with values of which some are unknown.
NeedMap randomMap( Shapes &shapes, bool lattice )
{
  NeedMap map{ tiles( shapes, 12, lattice ), {} };
  for ( int theme = 0; theme < 3; ++theme )
  {
    std::vector<double> values;
    for ( std::size_t place = 0; place < map.places.features(); ++place )
      values.push_back( shapes.integer( 0, 9 ) == 0 ? noData : shapes.uniform( 0, 1 ) );
    values.push_back( noData );
    map.themes.push_back( themeWith( "theme", std::move( values ), 1 + theme, 0.4 ) );
  }
  return map;
}

} // namespace

class TestCouplings : public QObject
{
  Q_OBJECT

private slots:
  void needsOfAFootprint_data();
  void needsOfAFootprint();
  void needsOutsideFaces();
  void cellsThatOverlap();
  void reasons_data();
  void reasons();
  void verdicts_data();
  void verdicts();
  void quadrants();
  void medians();
  void mainGround();
  void unplanned();
  void unplannedWhereLessIsWorse();
  void needsAgreeWithGeos();
  void unplannedAgreesWithGeos();
  void orderDoesNotMatter();
  void stopsWhenCancelled();
};

void TestCouplings::needsOfAFootprint_data()
{
  QTest::addColumn<QString>( "footprint" );
  QTest::addColumn<QList<double>>( "expected" ); // heat urgent, unknown; water urgent, unknown; urgency
  const auto row = [&]( const char *name, const char *wkt, const QList<double> &expected )
  {
    QTest::newRow( name ) << wkt << expected;
  };
  row( "one cell", "POLYGON((0 0,10 0,10 10,0 10,0 0))", { 1, 0, 0, 0, 0.25 } );
  row( "two halves", "POLYGON((5 0,15 0,15 10,5 10,5 0))", { 1, 0, 0, 0, ( 0.25 + 0.125 ) / 2 } );
  row( "from heat to water", "POLYGON((15 2,25 2,25 4,15 4,15 2))", { 0.5, 0, 0.5, 0, ( 0.125 + 0.75 ) / 2 } );
  row( "half unknown", "POLYGON((20 0,40 0,40 10,20 10,20 0))", { 0, 0.5, 1, 0, ( 0.75 + 1 ) / 2 } );
  row( "half outside", "POLYGON((35 0,45 0,45 10,35 10,35 0))", { 0, 1, 0.5, 0.5, 1 } );
  row( "all outside", "POLYGON((100 0,110 0,110 10,100 0))", { 0, 1, 0, 1, noData } );
  row( "in two parts", "MULTIPOLYGON(((0 0,1 0,1 1,0 1,0 0)),((25 0,28 0,28 1,25 1,25 0)))",
       { 0.25, 0, 0.75, 0, ( 0.25 + 3 * 0.75 ) / 4 } );
}

void TestCouplings::needsOfAFootprint()
{
  QFETCH( QString, footprint );
  QFETCH( QList<double>, expected );
  const GroundNeeds needs = needsOf( fromWkt( footprint.toStdString() ), fourCells() ).front();
  const QList<double> found{ needs.urgentShares[0], needs.unknownShares[0], needs.urgentShares[1],
                             needs.unknownShares[1], needs.urgency };
  for ( int i = 0; i < found.size(); ++i )
    QVERIFY2( hasData( expected[i] ) ? near( found[i], expected[i], 1e-15 ) : !hasData( found[i] ),
              qPrintable( QString( "%1: %2 for %3" ).arg( i ).arg( found[i] ).arg( expected[i] ) ) );
}

//! Faces cover all that any theme covers: elsewhere the need is 0, or 1 where less is worse, and never unknown.
void TestCouplings::needsOutsideFaces()
{
  NeedMap map{ fromTexts( { "POLYGON((0 0,10 0,10 10,0 10,0 0))" } ),
               { themeWith( "heat", { 1, 0 } ), themeWith( "green", { 1, 0 } ) } };
  map.themes[1].scale.direction = Direction::LessIsWorse;
  const GroundNeeds needs = needsOf( fromWkt( "POLYGON((6 0,16 0,16 10,6 10,6 0))" ), map ).front();
  QVERIFY( near( needs.urgentShares[0], 0.4 ) && needs.unknownShares[0] == 0 );
  QVERIFY( near( needs.urgentShares[1], 0.6 ) && needs.unknownShares[1] == 0 );
  QVERIFY( near( needs.urgency, 0.5 ) );
}

void TestCouplings::cellsThatOverlap()
{
  NeedMap map = fourCells();
  map.places = fromTexts( { "POLYGON((0 0,10 0,10 10,0 10,0 0))", "POLYGON((5 0,20 0,20 10,5 10,5 0))" } );
  QVERIFY_EXCEPTION_THROWN( needsOf( fromWkt( "POLYGON((0 0,10 0,10 10,0 10,0 0))" ), map ), Error );
}

void TestCouplings::reasons_data()
{
  QTest::addColumn<double>( "share" );
  QTest::addColumn<double>( "unknown" );
  QTest::addColumn<int>( "year" );
  QTest::addColumn<QString>( "reason" );
  QTest::newRow( "enough" ) << 0.5 << 0.0 << 2030 << "carried";
  QTest::newRow( "just enough" ) << 0.1 << 0.0 << 2030 << "carried";
  QTest::newRow( "just enough, but for rounding" ) << 0.3 - 0.2 << 0.0 << 2030 << "carried";
  QTest::newRow( "last year" ) << 0.5 << 0.0 << 2035 << "carried";
  QTest::newRow( "too late" ) << 0.5 << 0.0 << 2036 << "outside_horizon";
  QTest::newRow( "too early" ) << 0.5 << 0.0 << 2025 << "outside_horizon";
  QTest::newRow( "too little" ) << 0.05 << 0.0 << 2030 << "too_little";
  QTest::newRow( "too little and too late" ) << 0.05 << 0.0 << 2036 << "too_little";
  QTest::newRow( "perhaps enough" ) << 0.05 << 0.2 << 2030 << "no_data";
  QTest::newRow( "unknown" ) << 0.0 << 1.0 << 2030 << "no_data";
  QTest::newRow( "too little, whatever is unknown" ) << 0.05 << 0.01 << 2030 << "too_little";
  QTest::newRow( "nothing" ) << 0.0 << 0.01 << 2030 << "";
  QTest::newRow( "unknown and too late" ) << 0.0 << 1.0 << 2036 << "";
}

void TestCouplings::reasons()
{
  QFETCH( double, share );
  QFETCH( double, unknown );
  QFETCH( int, year );
  QFETCH( QString, reason );
  const std::vector<GroundNeeds> needs{ { { share }, { unknown }, 1 } };
  const std::vector<YearRange> years{ { year, year } };
  const std::vector<Coupling> couplings = coupleThemes( needs, years, { 0.1, { YearRange{ 2026, 2035 } } } );
  QCOMPARE( couplings.empty() ? QString() : QString::fromStdString( toString( couplings[0].reason ) ), reason );
  // Without a horizon no year is too late.
  if ( reason == "outside_horizon" )
    QVERIFY( coupleThemes( needs, years, { 0.1, { std::nullopt } } )[0].reason == CouplingReason::Carried );
}

void TestCouplings::verdicts_data()
{
  QTest::addColumn<double>( "saving" );
  QTest::addColumn<int>( "reason" ); // of the one coupling
  QTest::addColumn<QString>( "verdict" );
  const int carried = static_cast<int>( CouplingReason::Carried ),
            little = static_cast<int>( CouplingReason::TooLittle ),
            unknown = static_cast<int>( CouplingReason::NoData );
  QTest::newRow( "saves, carries" ) << 1001.0 << carried << "do_together_and_carry";
  QTest::newRow( "saves, carries nothing" ) << 1001.0 << little << "do_together";
  QTest::newRow( "saves, may carry" ) << 1001.0 << unknown << "do_together";
  QTest::newRow( "saves no more than asked, carries" ) << 1000.0 << carried << "carry";
  QTest::newRow( "unknown saving, carries" ) << noData << carried << "carry";
  QTest::newRow( "saves no more than asked, carries nothing" ) << 1000.0 << little << "not_worth_it";
  QTest::newRow( "costs more" ) << -5.0 << little << "not_worth_it";
  QTest::newRow( "saves too little, may carry" ) << 1000.0 << unknown << "";
  QTest::newRow( "unknown saving, carries nothing" ) << noData << little << "";
}

void TestCouplings::verdicts()
{
  QFETCH( double, saving );
  QFETCH( int, reason );
  QFETCH( QString, verdict );
  const std::vector<Coupling> couplings{ { 0, 0, 0.2, 0, static_cast<CouplingReason>( reason ) } };
  const std::optional<Verdict> found = verdictOn( saving, 1000, couplings );
  QCOMPARE( found ? QString::fromStdString( toString( *found ) ) : QString(), verdict );
}

void TestCouplings::quadrants()
{
  const QuadrantLimits limits{ 0.4, 0.1 };
  QVERIFY( quadrantOf( 0.4, 0.1, limits ) == Quadrant::DoNow );
  QVERIFY( quadrantOf( 0.9, 0.09, limits ) == Quadrant::SeekWorks );
  QVERIFY( quadrantOf( 0.39, 0.5, limits ) == Quadrant::RideAlong );
  QVERIFY( quadrantOf( 0.39, 0.09, limits ) == Quadrant::Leave );
  QVERIFY( !quadrantOf( noData, 0.5, limits ) );
  QVERIFY( !quadrantOf( 0.9, noData, limits ) );
  // Where most have nothing the median is 0, and nothing is still nothing.
  QVERIFY( quadrantOf( 0.9, 0, QuadrantLimits{ 0, 0 } ) == Quadrant::SeekWorks );
  QVERIFY( quadrantOf( 0, 0.1, QuadrantLimits{ 0, 0 } ) == Quadrant::RideAlong );
}

void TestCouplings::medians()
{
  QCOMPARE( median( std::vector{ 3.0, 1.0, 2.0 } ), 2.0 );
  QCOMPARE( median( std::vector{ 4.0, noData, 1.0, 3.0, 2.0 } ), 2.5 );
  QVERIFY( !hasData( median( std::vector{ noData } ) ) );
}

void TestCouplings::mainGround()
{
  NoProgress progress;
  const Districts districts(
    fromTexts( { "POLYGON((0 0,10 0,10 10,0 10,0 0))", "POLYGON((10 0,20 0,20 10,10 10,10 0))" } ) );
  const GeometryColumn footprints =
    fromTexts( { "POLYGON((6 0,12 0,12 1,6 1,6 0))", "POLYGON((9 0,19 0,19 1,9 1,9 0))",
                 "POLYGON((9 0,11 0,11 1,9 1,9 0))", "POLYGON((20 0,30 0,30 1,20 1,20 0))" } );
  const std::vector<std::size_t> main = mainGrounds( GroundPieces( districts, footprints, progress ), 2, 4 );
  // Of equals the first; what only touches lies in none.
  QCOMPARE( main, std::vector<std::size_t>( { 0, 1, 0, noGround } ) );
}

void TestCouplings::unplanned()
{
  // West holds both heat cells but for a strip, East the rest and more.
  const GeometryColumn districts =
    fromTexts( { "POLYGON((2 0,20 0,20 10,2 10,2 0))", "POLYGON((20 0,50 0,50 10,20 10,20 0))" } );
  const GeometryColumn footprints =
    fromTexts( { "POLYGON((0 0,8 0,8 10,0 10,0 0))", "POLYGON((6 0,16 0,16 10,6 10,6 0))" } );
  std::vector<Coupling> couplings{ { 0, 0, 1, 0, CouplingReason::Carried },
                                   { 1, 0, 1, 0, CouplingReason::OutsideHorizon } };
  std::vector<UnplannedGround> grounds = unplannedOf( districts, fourCells(), footprints, couplings );
  // Water in East, 200 m², comes before heat in West: 180 m² less the 60 of the first carrier.
  QCOMPARE( grounds.size(), std::size_t{ 2 } );
  QVERIFY( grounds[0].district == 1 && grounds[0].theme == 1 );
  QVERIFY( near( grounds[0].urgentArea, 200 ) && near( grounds[0].unplannedArea, 200 ) );
  QVERIFY( grounds[1].district == 0 && grounds[1].theme == 0 );
  QVERIFY( near( grounds[1].urgentArea, 180 ) && near( grounds[1].unplannedArea, 120 ) );
  QVERIFY( near( grounds[1].plannedArea(), 60 ) && near( grounds[1].unplannedShare(), 2 / 3.0 ) );
  const GeosGeometry expected = toGeos( fromWkt( "POLYGON((8 0,20 0,20 10,8 10,8 0))" ), 0 );
  QCOMPARE( GEOSEquals_r( geos(), toGeos( grounds[1].ground, 0 ).get(), expected.get() ), char{ 1 } );

  // Both carriers, which overlap: what they share is planned once.
  couplings[1].reason = CouplingReason::Carried;
  grounds = unplannedOf( districts, fourCells(), footprints, couplings );
  QVERIFY( near( grounds[1].unplannedArea, 40 ) && near( grounds[1].plannedArea(), 140 ) );

  // All of it: no row.
  QCOMPARE( unplannedOf( districts, fourCells(), districts,
                         { { 0, 0, 1, 0, CouplingReason::Carried }, { 1, 1, 1, 0, CouplingReason::Carried } } )
              .size(),
            std::size_t{ 0 } );
}

void TestCouplings::unplannedWhereLessIsWorse()
{
  NeedMap map{ fromTexts( { "POLYGON((0 0,10 0,10 10,0 10,0 0))" } ), { themeWith( "green", { 1, 0 } ) } };
  map.themes[0].scale.direction = Direction::LessIsWorse;
  const std::vector<UnplannedGround> grounds =
    unplannedOf( fromWkt( "POLYGON((5 0,25 0,25 10,5 10,5 0))" ), map, {}, {} );
  QCOMPARE( grounds.size(), std::size_t{ 1 } );
  QVERIFY( near( grounds[0].unplannedArea, 150 ) );
}

void TestCouplings::needsAgreeWithGeos()
{
  for ( unsigned seed = 1; seed <= 6; ++seed )
  {
    Shapes shapes( seed );
    const NeedMap map = randomMap( shapes, seed % 2 == 0 );
    const GeometryColumn footprints = shapes.stars( 25, hundred, 25, true, true );
    const std::vector<GroundNeeds> needs = needsOf( footprints, map );
    for ( std::size_t i = 0; i < needs.size(); ++i )
    {
      const double whole = areaOf( toGeos( footprints, i ).get() );
      double index = 0, indexed = 0;
      std::vector<double> urgent( 3 ), known( 3 );
      for ( std::size_t place = 0; place < map.places.features(); ++place )
      {
        const double area = areaOf( common( footprints, i, toGeos( map.places, place ).get() ).get() );
        for ( std::size_t theme = 0; theme < 3; ++theme )
        {
          urgent[theme] += map.isUrgent( theme, place ) ? area : 0;
          known[theme] += hasData( map.need( theme, place ) ) ? area : 0;
        }
        if ( const double here = overlapIndex( map.themes, place ); hasData( here ) )
        {
          index += here * area;
          indexed += area;
        }
      }
      for ( std::size_t theme = 0; theme < 3; ++theme )
      {
        QVERIFY( near( needs[i].urgentShares[theme], urgent[theme] / whole ) );
        QVERIFY( near( needs[i].unknownShares[theme], 1 - known[theme] / whole ) );
        QVERIFY( needs[i].urgentShares[theme] + needs[i].unknownShares[theme] <= 1 + 1e-9 );
      }
      QVERIFY( near( needs[i].urgency, index / indexed ) );
    }
  }
}

void TestCouplings::unplannedAgreesWithGeos()
{
  for ( unsigned seed = 1; seed <= 6; ++seed )
  {
    Shapes shapes( seed );
    const NeedMap map = randomMap( shapes, seed % 2 == 0 );
    // Districts that overlap each other, footprints too.
    const GeometryColumn districts = shapes.stars( 6, hundred, 60, true );
    const GeometryColumn footprints = shapes.stars( 15, hundred, 12, true );
    std::vector<Coupling> couplings;
    for ( std::size_t carrier = 0; carrier < footprints.features(); ++carrier )
      for ( std::size_t theme = 0; theme < 3; ++theme )
        couplings.push_back(
          { carrier, theme, 1, 0,
            shapes.integer( 0, 1 ) == 0 ? CouplingReason::Carried : CouplingReason::OutsideHorizon } );
    const std::vector<UnplannedGround> grounds = unplannedOf( districts, map, footprints, couplings );
    QVERIFY( std::ranges::is_sorted( grounds, std::greater(), &UnplannedGround::unplannedArea ) );
    for ( const UnplannedGround &ground : grounds )
    {
      const GeosGeometry urgent = common( districts, ground.district, urgentPlaces( map, ground.theme ).get() );
      GeometryColumn carrying;
      for ( const Coupling &coupling : couplings )
        if ( coupling.theme == ground.theme && coupling.reason == CouplingReason::Carried )
          carrying.append( footprints, coupling.carrier );
      const GeosGeometry left = checked( GEOSDifference_r( geos(), urgent.get(), unionOf( carrying ).get() ) );
      QVERIFY( near( ground.urgentArea, areaOf( urgent.get() ), 1e-6 ) );
      QVERIFY( near( ground.unplannedArea, areaOf( left.get() ), 1e-6 ) );
      QVERIFY( near( ground.unplannedArea, areaOf( toGeos( ground.ground, 0 ).get() ), 1e-9 ) );
      QVERIFY( isValid( toGeos( ground.ground, 0 ).get() ) );
      QVERIFY( ground.plannedArea() >= 0 && ground.unplannedShare() > 0 && ground.unplannedShare() <= 1 );
      // And with what is measured without GEOS.
      const double share = needsOf( districts, map )[ground.district].urgentShares[ground.theme];
      const double whole = areaOf( toGeos( districts, ground.district ).get() );
      QVERIFY( near( ground.urgentArea / whole, share ) );
    }
  }
}

void TestCouplings::orderDoesNotMatter()
{
  Shapes shapes( 7 );
  const NeedMap map = randomMap( shapes, true );
  const GeometryColumn footprints = shapes.stars( 30, hundred, 20, true );
  const std::vector<GroundNeeds> needs = needsOf( footprints, map );
  std::vector<std::size_t> order( map.places.features() );
  std::iota( order.rbegin(), order.rend(), std::size_t{ 0 } );
  NeedMap turned{ {}, map.themes };
  for ( std::size_t i = 0; i < order.size(); ++i )
  {
    turned.places.append( map.places, order[i] );
    for ( std::size_t theme = 0; theme < map.themes.size(); ++theme )
      turned.themes[theme].values[i] = map.themes[theme].values[order[i]];
  }
  const std::vector<GroundNeeds> others = needsOf( footprints, turned );
  for ( std::size_t i = 0; i < needs.size(); ++i )
  {
    for ( std::size_t theme = 0; theme < map.themes.size(); ++theme )
      QVERIFY( near( needs[i].urgentShares[theme], others[i].urgentShares[theme], 1e-12 ) );
    QVERIFY( near( needs[i].urgency, others[i].urgency, 1e-12 ) );
  }
}

void TestCouplings::stopsWhenCancelled()
{
  struct Stop : NoProgress
  {
    bool cancelled() const override { return true; }
  };

  Stop stop;
  NoProgress progress;
  const NeedMap map = fourCells();
  const Districts grounds( map.places );
  const GroundPieces pieces( grounds, map.places, progress );
  QVERIFY_EXCEPTION_THROWN( GroundPieces( grounds, map.places, stop ), Cancelled );
  QVERIFY_EXCEPTION_THROWN( koppelkans::needsOf( grounds, pieces, map, stop ), Cancelled );
  QVERIFY_EXCEPTION_THROWN( unplannedGrounds( map.places, pieces, map, {}, {}, stop ), Cancelled );
}

QTEST_APPLESS_MAIN( TestCouplings )
#include "test_couplings.moc"
