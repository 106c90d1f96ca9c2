// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/nodata.h"
#include "core/planning/asset_life.h"
#include "core/planning/windows.h"

#include <QtTest>

using namespace koppelkans;

//! Years as municipalities write them, what follows for windows, and how long assets last.
class TestPlanningYears : public QObject
{
  Q_OBJECT

private slots:
  void readsYears_data();
  void readsYears();
  void saysWhyThereIsNoYear_data();
  void saysWhyThereIsNoYear();
  void readsNumbers();
  void widensThePlannedRange();
  void takesExplicitYears();
  void keepsFixedWorks();
  void plansAnywhereInAWindowWithoutPlannedYear();
  void leavesOutReversedWindows();
  void reportsPlannedYearOutsideWindow();
  void leavesOutWorksWithoutAYear();
  void ignoresExplicitYearsThatAreNone();
  void replacesAfterTheLifeOfTheClass();
  void countsFromTheLastRenewal();
  void reportsRenewalBeforeConstruction();
  void marksDefaultLives();
  void plansOverdueAssetsInTheBaseYear();
  void inventsNoYear();
};

static WorkYears yearsOf( const char *planned, const char *earliest = "", const char *latest = "", bool fixed = false )
{
  return { plannedYear( planned ), plannedYear( earliest ), plannedYear( latest ), fixed };
}

static const YearFields fields{ "werken", "jaar", "vroegst", "laatst" };

static std::optional<WorkWindow> windowOf( const WorkYears &years, Findings &findings )
{
  return workWindow( years, { 2, 3 }, fields, 7, findings );
}

void TestPlanningYears::readsYears_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<int>( "first" );
  QTest::addColumn<int>( "last" );
  const auto row = []( const char *text, int first, int last )
  {
    QTest::newRow( text ) << text << first << last;
  };
  row( "2027", 2027, 2027 );
  row( " 2027 ", 2027, 2027 );
  row( "2027.0", 2027, 2027 );
  row( "2027.", 2027, 2027 );
  row( "1800", 1800, 1800 );
  row( "2200", 2200, 2200 );
  row( "2026-2030", 2026, 2030 );
  row( "2026/2030", 2026, 2030 );
  row( "2026 - 2030", 2026, 2030 );
  row( "2026\u20132030", 2026, 2030 );
  row( "2026 \u2014 2030", 2026, 2030 );
  row( "2026\u00a0\u2013\u00a02030", 2026, 2030 );
  row( "2027-05-01", 2027, 2027 );
  row( "2027/05/01", 2027, 2027 );
  row( "2027-5-1", 2027, 2027 );
  row( "2027-05-01T08:00:00Z", 2027, 2027 );
  row( "2027-05-01 08:00", 2027, 2027 );
  row( "Q3 2027", 2027, 2027 );
  row( "q3-2027", 2027, 2027 );
  row( "2027 Q3", 2027, 2027 );
  row( "2027Q3", 2027, 2027 );
  row( "2027-q1", 2027, 2027 );
}

void TestPlanningYears::readsYears()
{
  QFETCH( QString, text );
  QFETCH( int, first );
  QFETCH( int, last );
  const PlannedYear year = plannedYear( text.toStdString() );
  QVERIFY( year.years.has_value() );
  QCOMPARE( year.years->first, first );
  QCOMPARE( year.years->last, last );
}

void TestPlanningYears::saysWhyThereIsNoYear_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<int>( "finding" );
  const auto row = []( const char *text, FindingKind finding )
  {
    QTest::newRow( text ) << text << int( finding );
  };
  row( "", FindingKind::MissingYear );
  row( " \t", FindingKind::MissingYear );
  row( "\u00a0", FindingKind::MissingYear );
  row( "0", FindingKind::UnknownYear );
  row( "0.0", FindingKind::UnknownYear );
  row( "1", FindingKind::UnknownYear );
  row( "9999", FindingKind::UnknownYear );
  row( "2099", FindingKind::UnknownYear );
  row( "4000", FindingKind::UnknownYear );
  row( "1799", FindingKind::UnknownYear );
  row( "2201", FindingKind::UnknownYear );
  row( "9999-12-31", FindingKind::UnknownYear );
  row( "2026-9999", FindingKind::UnknownYear );
  row( "2030-2026", FindingKind::ReversedWindow );
  row( "later", FindingKind::NotAYear );
  row( "2027?", FindingKind::NotAYear );
  row( "ca. 2027", FindingKind::NotAYear );
  row( "2027.5", FindingKind::NotAYear );
  row( "20277777", FindingKind::NotAYear );
  row( "2026-30", FindingKind::NotAYear );
  row( "2027-13-01", FindingKind::NotAYear );
  row( "2027-05-32", FindingKind::NotAYear );
  row( "2027-05-01 noon", FindingKind::NotAYear );
  row( "2026-2030-2034", FindingKind::NotAYear );
  row( "2026 2030", FindingKind::NotAYear );
  row( "Q5 2027", FindingKind::NotAYear );
  row( "2027 Q0", FindingKind::NotAYear );
  row( "Q3", FindingKind::NotAYear );
  row( "-2027", FindingKind::NotAYear );
  row( "\u20132027", FindingKind::NotAYear );
  row( "\xe2\x80", FindingKind::NotAYear );
}

void TestPlanningYears::saysWhyThereIsNoYear()
{
  QFETCH( QString, text );
  QFETCH( int, finding );
  const PlannedYear year = plannedYear( text.toStdString() );
  QVERIFY( !year.years.has_value() );
  QCOMPARE( int( year.finding ), finding );
  QCOMPARE( QString::fromStdString( year.text ), text );
}

void TestPlanningYears::readsNumbers()
{
  QCOMPARE( plannedYear( 2027.0 ).years->first, 2027 );
  QCOMPARE( int( plannedYear( noData ).finding ), int( FindingKind::MissingYear ) );
  QCOMPARE( int( plannedYear( 0.0 ).finding ), int( FindingKind::UnknownYear ) );
  QCOMPARE( int( plannedYear( 2099.0 ).finding ), int( FindingKind::UnknownYear ) );
  QCOMPARE( int( plannedYear( -1.0 ).finding ), int( FindingKind::UnknownYear ) );
  QCOMPARE( int( plannedYear( 1e300 ).finding ), int( FindingKind::UnknownYear ) );
  QCOMPARE( int( plannedYear( 2027.5 ).finding ), int( FindingKind::NotAYear ) );
  QCOMPARE( int( plannedYear( std::numeric_limits<double>::infinity() ).finding ), int( FindingKind::NotAYear ) );
  QCOMPARE( plannedYear( 2027.5 ).text, std::string( "2027.5" ) );
}

void TestPlanningYears::widensThePlannedRange()
{
  Findings findings;
  const auto window = windowOf( yearsOf( "2026-2030" ), findings );
  QVERIFY( window->planned == ( YearRange{ 2026, 2030 } ) );
  QVERIFY( window->window == ( YearRange{ 2024, 2033 } ) );
  QVERIFY( findings.empty() );
}

void TestPlanningYears::takesExplicitYears()
{
  Findings findings;
  QVERIFY( windowOf( yearsOf( "2027", "2025", "2035" ), findings )->window == ( YearRange{ 2025, 2035 } ) );
  QVERIFY( windowOf( yearsOf( "2027", "2027" ), findings )->window == ( YearRange{ 2027, 2030 } ) );
  QVERIFY( windowOf( yearsOf( "2027", "", "2028" ), findings )->window == ( YearRange{ 2025, 2028 } ) );
  QVERIFY( findings.empty() );
}

void TestPlanningYears::keepsFixedWorks()
{
  Findings findings;
  QVERIFY( windowOf( yearsOf( "2027", "2020", "2040", true ), findings )->window == ( YearRange{ 2027, 2027 } ) );
  QVERIFY( windowOf( yearsOf( "2026-2028", "", "", true ), findings )->window == ( YearRange{ 2026, 2028 } ) );
  QVERIFY( findings.empty() );
}

void TestPlanningYears::plansAnywhereInAWindowWithoutPlannedYear()
{
  Findings findings;
  const auto window = windowOf( yearsOf( "", "2025", "2035" ), findings );
  QVERIFY( window->planned == ( YearRange{ 2025, 2035 } ) );
  QVERIFY( window->window == ( YearRange{ 2025, 2035 } ) );
  QVERIFY( findings.empty() );
}

void TestPlanningYears::leavesOutReversedWindows()
{
  Findings findings;
  QVERIFY( !windowOf( yearsOf( "2027", "2030", "2026" ), findings ) );
  QVERIFY( !windowOf( yearsOf( "2030-2026" ), findings ) );
  QCOMPARE( findings.size(), std::size_t( 2 ) );
  QCOMPARE( int( findings[0].kind ), int( FindingKind::ReversedWindow ) );
  QCOMPARE( findings[0].value, std::string( "2030-2026" ) );
  QCOMPARE( findings[0].layer, std::string( "werken" ) );
  QCOMPARE( findings[0].feature, std::int64_t( 7 ) );
  QCOMPARE( int( findings[1].kind ), int( FindingKind::ReversedWindow ) );
  QCOMPARE( findings[1].field, std::string( "jaar" ) );
}

void TestPlanningYears::reportsPlannedYearOutsideWindow()
{
  Findings findings;
  const auto window = windowOf( yearsOf( "2035", "2026", "2030" ), findings );
  QVERIFY( window->planned == ( YearRange{ 2035, 2035 } ) );
  QVERIFY( window->window == ( YearRange{ 2026, 2030 } ) );
  QCOMPARE( findings.size(), std::size_t( 1 ) );
  QCOMPARE( int( findings[0].kind ), int( FindingKind::YearOutsideWindow ) );
  QCOMPARE( findings[0].value, std::string( "2035 not in 2026-2030" ) );
}

void TestPlanningYears::leavesOutWorksWithoutAYear()
{
  Findings findings;
  QVERIFY( !windowOf( yearsOf( "" ), findings ) );
  QVERIFY( !windowOf( yearsOf( "9999", "2025" ), findings ) );
  QVERIFY( !windowOf( yearsOf( "soon" ), findings ) );
  QVERIFY( !windowOf( yearsOf( "", "2025", "2030", true ), findings ) );
  QCOMPARE( findings.size(), std::size_t( 4 ) );
  QCOMPARE( int( findings[0].kind ), int( FindingKind::MissingYear ) );
  QCOMPARE( int( findings[1].kind ), int( FindingKind::UnknownYear ) );
  QCOMPARE( findings[1].value, std::string( "9999" ) );
  QCOMPARE( int( findings[2].kind ), int( FindingKind::NotAYear ) );
  QCOMPARE( int( findings[3].kind ), int( FindingKind::MissingYear ) );
}

void TestPlanningYears::ignoresExplicitYearsThatAreNone()
{
  Findings findings;
  QVERIFY( windowOf( yearsOf( "2027", "asap", "2099" ), findings )->window == ( YearRange{ 2025, 2030 } ) );
  QCOMPARE( findings.size(), std::size_t( 2 ) );
  QCOMPARE( int( findings[0].kind ), int( FindingKind::NotAYear ) );
  QCOMPARE( findings[0].field, std::string( "vroegst" ) );
  QCOMPARE( int( findings[1].kind ), int( FindingKind::UnknownYear ) );
  QCOMPARE( findings[1].field, std::string( "laatst" ) );
}

static Lives lives()
{
  return { { { "riool", 60 }, { "weg", 30 } }, 40, 5, 2, 2026 };
}

void TestPlanningYears::replacesAfterTheLifeOfTheClass()
{
  const Replacement result = replacement( { "riool", 1975, {} }, lives() );
  QCOMPARE( result.due, 2035 );
  QVERIFY( result.window == ( YearRange{ 2030, 2037 } ) );
  QCOMPARE( toString( result.lifeSource ), std::string( "table" ) );
  QVERIFY( !result.overdue );
  QVERIFY( !result.finding );
  // nothing is planned before the base year
  QVERIFY( replacement( { "weg", 1998, {} }, lives() ).window == ( YearRange{ 2026, 2030 } ) );
}

void TestPlanningYears::countsFromTheLastRenewal()
{
  QCOMPARE( replacement( { "weg", 1980, 2010 }, lives() ).due, 2040 );
  QCOMPARE( replacement( { "weg", {}, 2010 }, lives() ).due, 2040 );
}

void TestPlanningYears::reportsRenewalBeforeConstruction()
{
  const Replacement result = replacement( { "weg", 2010, 1980 }, lives() );
  QCOMPARE( result.due, 2040 );
  QVERIFY( result.finding == FindingKind::RenewedBeforeBuilt );
}

void TestPlanningYears::marksDefaultLives()
{
  const Replacement result = replacement( { "brug", 2000, {} }, lives() );
  QCOMPARE( result.due, 2040 );
  QCOMPARE( toString( result.lifeSource ), std::string( "default" ) );
  QVERIFY( result.finding == FindingKind::DefaultUsed );
}

void TestPlanningYears::plansOverdueAssetsInTheBaseYear()
{
  const Replacement result = replacement( { "weg", 1950, {} }, lives() );
  QVERIFY( result.overdue );
  QCOMPARE( result.due, 2026 );
  QVERIFY( result.window == ( YearRange{ 2026, 2028 } ) );
  QVERIFY( !replacement( { "weg", 1996, {} }, lives() ).overdue ); // due in the base year itself
}

void TestPlanningYears::inventsNoYear()
{
  const Replacement result = replacement( { "weg", {}, {} }, lives() );
  QVERIFY( !result.window );
  QCOMPARE( toString( result.lifeSource ), std::string( "unknown" ) );
  QVERIFY( result.finding == FindingKind::MissingYear );
  QVERIFY_EXCEPTION_THROWN( replacement( { "weg", 2000, {} }, { { { "weg", -1 } }, 40, 0, 0, 2026 } ), Error );
}

QTEST_APPLESS_MAIN( TestPlanningYears )
#include "test_planning_years.moc"
