// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stack/interlocks.h"
#include "core/stack/stack.h"
#include "tests/core/shapes.h"

#include <QtTest>

#include <atomic>
#include <cmath>
#include <limits>
#include <mutex>
#include <set>
#include <thread>

using namespace koppelkans;
using namespace koppelkans::test;

namespace
{

constexpr double infinity = std::numeric_limits<double>::infinity();

bool alike( double a, double b )
{
  return ( !hasData( a ) && !hasData( b ) ) || std::abs( a - b ) < 1e-12;
}

//! A stack of themes given by their values, read from 0 to 1, in a row of cells of 10 m.
Stack stackOf( const std::vector<std::vector<double>> &values )
{
  Stack stack{ Grid( CellShape::Square, 10, { 0, 0, 10.0 * static_cast<double>( values.front().size() ), 10 } ), {} };
  for ( const std::vector<double> &theme : values )
    stack.themes.push_back( { "theme", Measure::Coverage, theme, {}, 1, 0.5 } );
  return stack;
}

Theme themeOf( const std::string &name, const GeometryColumn &geometry, Measure kind = Measure::Coverage )
{
  Theme theme;
  theme.name = name;
  theme.measure = kind;
  theme.features.geometry = geometry;
  return theme;
}

QStringList told( const Findings &findings )
{
  QStringList texts;
  for ( const Finding &finding : findings )
    texts << QString::fromStdString( finding.layer + "." + finding.field + "=" + finding.filledBy );
  return texts;
}

} // namespace

class TestStack : public QObject
{
  Q_OBJECT

private slots:
  void need_data();
  void need();
  void relativeBounds();
  void settingsByName();
  void everyDefaultIsTold();
  void whatIsGivenIsNotTold();
  void overlap_data();
  void overlap();
  void overlapWeights();
  void interlocksByHand();
  void interlocks_data();
  void interlocks();
  void stacksAllThemes();
  void onlyWithinTheMask();
  void noDataOutsideTheExtent();
  void sameWhateverTheOrder();
  void reportsFromOneThread();
  void cancelled_data();
  void cancelled();
};

void TestStack::need_data()
{
  QTest::addColumn<double>( "lower" );
  QTest::addColumn<double>( "upper" );
  QTest::addColumn<double>( "value" );
  QTest::addColumn<double>( "need" );
  QTest::newRow( "at the lower bound" ) << 10.0 << 20.0 << 10.0 << 0.0;
  QTest::newRow( "between" ) << 10.0 << 20.0 << 12.5 << 0.25;
  QTest::newRow( "at the upper bound" ) << 10.0 << 20.0 << 20.0 << 1.0;
  QTest::newRow( "below" ) << 10.0 << 20.0 << -5.0 << 0.0;
  QTest::newRow( "above" ) << 10.0 << 20.0 << 25.0 << 1.0;
  QTest::newRow( "infinite" ) << 10.0 << 20.0 << infinity << 1.0;
  QTest::newRow( "no data" ) << 10.0 << 20.0 << noData << noData;
  QTest::newRow( "equal bounds, below" ) << 10.0 << 10.0 << 9.0 << 0.0;
  QTest::newRow( "equal bounds, there" ) << 10.0 << 10.0 << 10.0 << 0.0;
  QTest::newRow( "equal bounds, above" ) << 10.0 << 10.0 << 11.0 << 1.0;
  QTest::newRow( "equal bounds, no data" ) << 10.0 << 10.0 << noData << noData;
}

void TestStack::need()
{
  QFETCH( double, lower );
  QFETCH( double, upper );
  QFETCH( double, value );
  QFETCH( double, need );
  QVERIFY( alike( ( NeedScale{ lower, upper, Direction::MoreIsWorse }.need( value ) ), need ) );
  QVERIFY( alike( ( NeedScale{ lower, upper, Direction::LessIsWorse }.need( value ) ), 1 - need ) );
}

void TestStack::relativeBounds()
{
  const std::vector<double> values{ noData, 3, -2, noData, 7 };
  const NeedScale both = relativeScale( {}, values );
  QCOMPARE( both.lower, -2.0 );
  QCOMPARE( both.upper, 7.0 );
  ThemeSettings settings;
  settings.upper = 100;
  settings.direction = Direction::LessIsWorse;
  const NeedScale one = relativeScale( settings, values );
  QCOMPARE( one.lower, -2.0 );
  QCOMPARE( one.upper, 100.0 );
  QCOMPARE( one.direction, Direction::LessIsWorse );
  const NeedScale none = relativeScale( {}, std::vector<double>{ noData } );
  QCOMPARE( none.lower, 0.0 );
  QCOMPARE( none.upper, 0.0 );
}

void TestStack::settingsByName()
{
  std::vector<ThemeSettings> settings( 2 );
  settings[0].theme = "hitte";
  settings[1].theme = "water";
  settings[1].weight = 3;
  QCOMPARE( settingsOf( settings, "water" ).weight, std::optional<double>( 3 ) );
  QCOMPARE( settingsOf( settings, "bodem" ).theme, std::string( "bodem" ) );
  QVERIFY( !settingsOf( settings, "bodem" ).weight );
}

void TestStack::everyDefaultIsTold()
{
  Findings findings;
  const StackedTheme covered = settle( "hitte", Measure::Coverage, { 0, 1 }, {}, findings );
  QCOMPARE( told( findings ), ( QStringList{ "hitte.weight=1", "hitte.lower=0", "hitte.upper=1", "hitte.threshold=0.5",
                                             "hitte.direction=more_is_worse" } ) );
  for ( const Finding &finding : findings )
  {
    QCOMPARE( finding.kind, FindingKind::DefaultUsed );
    QCOMPARE( finding.feature, Finding::noFeature );
  }
  QCOMPARE( covered.weight, 1.0 );
  QCOMPARE( covered.threshold, 0.5 );

  findings.clear();
  const StackedTheme lines = settle( "water", Measure::LineDensity, { 40, noData, 10 }, {}, findings );
  QCOMPARE( told( findings ), ( QStringList{ "water.weight=1", "water.lower=10", "water.upper=40",
                                             "water.threshold=0.5", "water.direction=more_is_worse" } ) );
  QCOMPARE( lines.scale.need( 25 ), 0.5 );
}

void TestStack::whatIsGivenIsNotTold()
{
  const auto toldOf = []( const ThemeSettings &settings )
  {
    Findings findings;
    settle( "hitte", Measure::Coverage, {}, settings, findings );
    return told( findings ).join( ' ' );
  };
  ThemeSettings settings{ "hitte", 2, 0.1, 0.9, 0.7, Direction::LessIsWorse, {} };
  QCOMPARE( toldOf( settings ), QString() );
  settings.weight.reset();
  QCOMPARE( toldOf( settings ), QString( "hitte.weight=1" ) );
  settings.weight = 0; // given, if odd
  settings.lower.reset();
  QCOMPARE( toldOf( settings ), QString( "hitte.lower=0" ) );
  settings.lower = 0;
  settings.upper.reset();
  QCOMPARE( toldOf( settings ), QString( "hitte.upper=1" ) );
  settings.upper = 1;
  settings.threshold.reset();
  QCOMPARE( toldOf( settings ), QString( "hitte.threshold=0.5" ) );
  settings.threshold = 1;
  settings.direction.reset();
  QCOMPARE( toldOf( settings ), QString( "hitte.direction=more_is_worse" ) );
}

void TestStack::overlap_data()
{
  QTest::addColumn<QVector<double>>( "needs" ); // of the themes in one cell
  QTest::addColumn<int>( "count" );
  QTest::addColumn<double>( "index" );
  using Needs = QVector<double>;
  QTest::newRow( "none reached" ) << Needs{ 0.1, 0.2, 0.3 } << 0 << 0.2;
  QTest::newRow( "at the threshold" ) << Needs{ 0.5, 0.4, 0.6 } << 2 << 0.5;
  QTest::newRow( "all" ) << Needs{ 1, 1, 1 } << 3 << 1.0;
  QTest::newRow( "one unknown" ) << Needs{ 1, noData, 0 } << 1 << 0.5;
  QTest::newRow( "all unknown" ) << Needs{ noData, noData } << 0 << noData;
}

void TestStack::overlap()
{
  QFETCH( QVector<double>, needs );
  QFETCH( int, count );
  QFETCH( double, index );
  std::vector<std::vector<double>> values;
  for ( const double need : needs )
    values.push_back( { need } );
  const Stack stack = stackOf( values );
  QCOMPARE( stack.overlapCount( 0 ), count );
  QVERIFY( alike( stack.overlapIndex( 0 ), index ) );
}

void TestStack::overlapWeights()
{
  Stack stack = stackOf( { { 1, 1, noData }, { 0, noData, 0.5 } } );
  stack.themes[0].weight = 3;
  QVERIFY( alike( stack.overlapIndex( 0 ), 0.75 ) );
  QVERIFY( alike( stack.overlapIndex( 1 ), 1 ) );
  QVERIFY( alike( stack.overlapIndex( 2 ), 0.5 ) );
  stack.themes[1].weight = 0;
  QVERIFY( alike( stack.overlapIndex( 0 ), 1 ) );
  QVERIFY( alike( stack.overlapIndex( 2 ), noData ) ); // of what has data nothing weighs
  stack.themes[0].scale.direction = Direction::LessIsWorse;
  QVERIFY( alike( stack.overlapIndex( 0 ), 0 ) );
  QCOMPARE( stack.overlapCount( 0 ), 0 );
}

void TestStack::interlocksByHand()
{
  // Eight cells of 100 m²: heat in four, water in three, both in two; care where nothing else is.
  const Stack stack =
    stackOf( { { 1, 1, 1, 1, 0, 0, 0, 0 }, { 0, 0, 1, 0.5, 0.9, 0, 0, 0.4 }, { 0, 0, 0, 0, 0, 1, 0, 0 } } );
  const std::vector<Interlock> all = koppelkans::interlocks( stack );
  QCOMPARE( all.size(), std::size_t{ 3 } );
  QCOMPARE( all[0].themeA, std::size_t{ 0 } );
  QCOMPARE( all[0].themeB, std::size_t{ 1 } );
  QVERIFY( alike( all[0].areaBoth, 200 ) );
  QVERIFY( alike( all[0].jaccard, 2.0 / 5 ) );
  QVERIFY( alike( all[0].lift, 2.0 * 8 / ( 4 * 3 ) ) );
  QCOMPARE( all[1].themeB, std::size_t{ 2 } );
  QVERIFY( alike( all[1].areaBoth, 0 ) );
  QVERIFY( alike( all[1].jaccard, 0 ) );
  QVERIFY( alike( all[1].lift, 0 ) );
  QCOMPARE( all[2].themeA, std::size_t{ 1 } );
}

void TestStack::interlocks_data()
{
  QTest::addColumn<QVector<double>>( "a" );
  QTest::addColumn<QVector<double>>( "b" );
  QTest::addColumn<double>( "areaBoth" );
  QTest::addColumn<double>( "jaccard" );
  QTest::addColumn<double>( "lift" );
  using Needs = QVector<double>;
  QTest::newRow( "the same" ) << Needs{ 1, 0, 0, 0 } << Needs{ 1, 0, 0, 0 } << 100.0 << 1.0 << 4.0;
  QTest::newRow( "everywhere" ) << Needs{ 1, 1, 1, 1 } << Needs{ 1, 1, 1, 1 } << 400.0 << 1.0 << 1.0;
  QTest::newRow( "neither anywhere" ) << Needs{ 0, 0, 0, 0 } << Needs{ 0, 0, 0, 0 } << 0.0 << noData << noData;
  QTest::newRow( "one nowhere" ) << Needs{ 1, 0, 0, 0 } << Needs{ 0, 0, 0, 0 } << 0.0 << 0.0 << noData;
  QTest::newRow( "by chance" ) << Needs{ 1, 1, 0, 0 } << Needs{ 1, 0, 1, 0 } << 100.0 << 1.0 / 3 << 1.0;
  QTest::newRow( "only where both are known" )
    << Needs{ 1, noData, 1, 0 } << Needs{ 1, 1, noData, 0 } << 100.0 << 1.0 << 2.0;
  QTest::newRow( "nowhere both known" ) << Needs{ 1, noData } << Needs{ noData, 1 } << 0.0 << noData << noData;
}

void TestStack::interlocks()
{
  QFETCH( QVector<double>, a );
  QFETCH( QVector<double>, b );
  QFETCH( double, areaBoth );
  QFETCH( double, jaccard );
  QFETCH( double, lift );
  const std::vector<Interlock> all =
    koppelkans::interlocks( stackOf( { { a.begin(), a.end() }, { b.begin(), b.end() } } ) );
  QCOMPARE( all.size(), std::size_t{ 1 } );
  QVERIFY( alike( all[0].areaBoth, areaBoth ) );
  QVERIFY( alike( all[0].jaccard, jaccard ) );
  QVERIFY( alike( all[0].lift, lift ) );
}

void TestStack::stacksAllThemes()
{
  std::vector<Theme> themes;
  themes.push_back(
    themeOf( "hitte", fromTexts( { "POLYGON((0 0,10 0,10 10,0 10,0 0))", "POLYGON((5 0,15 0,15 10,5 10,5 0))" } ) ) );
  themes.push_back( themeOf( "water", fromTexts( { "LINESTRING(0 5,20 5)" } ), Measure::LineDensity ) );
  std::vector<ThemeSettings> settings( 1 );
  settings[0].theme = "water";
  settings[0].weight = 2;
  settings[0].lower = 0;
  Findings findings;
  NoProgress progress;
  const Stack stack =
    makeStack( Grid( CellShape::Square, 10, { 0, 0, 30, 10 } ), themes, settings, findings, progress );
  QCOMPARE( stack.themes.size(), std::size_t{ 2 } );
  QCOMPARE( stack.themes[0].values, ( std::vector<double>{ 1, 0.5, 0 } ) );
  QCOMPARE( stack.themes[1].name, std::string( "water" ) );
  QVERIFY( alike( stack.themes[1].values[0], 1000 ) );
  QVERIFY( alike( stack.themes[1].values[2], 0 ) );
  QCOMPARE( stack.themes[1].weight, 2.0 );
  QCOMPARE( stack.overlapCount( 0 ), 2 );
  QCOMPARE( stack.overlapCount( 2 ), 0 );
  QVERIFY( alike( stack.overlapIndex( 1 ), 2.5 / 3 ) );
  QCOMPARE( findings.size(), std::size_t{ 5 + 3 } );
}

void TestStack::onlyWithinTheMask()
{
  std::vector<Theme> themes;
  themes.push_back( themeOf( "hitte", fromTexts( { "POLYGON((0 0,25 0,25 10,0 10,0 0))" } ) ) );
  const GeometryColumn mask =
    fromTexts( { "POLYGON((10 0,20 0,20 10,10 10,10 0))", "POLYGON((35 2,36 2,36 3,35 2))" } );
  Findings findings;
  NoProgress progress;
  const Stack stack =
    makeStack( Grid( CellShape::Square, 10, { 0, 0, 40, 10 } ), themes, {}, findings, progress, &mask );
  QCOMPARE( stack.within, ( std::vector<char>{ 0, 1, 0, 1 } ) );
  const std::vector<double> &values = stack.themes[0].values;
  QVERIFY( !hasData( values[0] ) && !hasData( values[2] ) );
  QVERIFY( alike( values[1], 1 ) && alike( values[3], 0 ) ); // whole cells, not their part in the mask
  QCOMPARE( chosenCells( stack, false ), ( std::vector<char>{ 0, 1, 0, 1 } ) );
  QCOMPARE( chosenCells( stack, true ), ( std::vector<char>{ 0, 1, 0, 0 } ) );
}

void TestStack::noDataOutsideTheExtent()
{
  // Mapped from 0 to 15: the first cell wholly, the second by half, the third not at all.
  const GeometryColumn extent = fromTexts( { "POLYGON((0 0,15 0,15 10,0 10,0 0))" } );
  const Grid grid( CellShape::Square, 10, { 0, 0, 30, 10 } );
  const auto valuesOf = [&]( Theme theme )
  {
    theme.extent = extent;
    return measure( grid, theme );
  };
  const std::vector<double> coverage =
    valuesOf( themeOf( "hitte", fromTexts( { "POLYGON((5 0,15 0,15 5,5 5,5 0))" } ) ) );
  QVERIFY( alike( coverage[0], 0.25 ) );
  QVERIFY( alike( coverage[1], 0.5 ) ); // of what was mapped
  QVERIFY( !hasData( coverage[2] ) );
  const std::vector<double> lines =
    valuesOf( themeOf( "water", fromTexts( { "LINESTRING(0 5,15 5)" } ), Measure::LineDensity ) );
  QVERIFY( alike( lines[0], 1000 ) && alike( lines[1], 1000 ) && !hasData( lines[2] ) );
  Theme mean = themeOf( "bodem", fromTexts( { "POLYGON((0 0,15 0,15 10,0 10,0 0))" } ), Measure::MeanValue );
  mean.features.values = { 7 };
  const std::vector<double> means = valuesOf( std::move( mean ) );
  QVERIFY( alike( means[0], 7 ) && alike( means[1], 7 ) && !hasData( means[2] ) );
}

void TestStack::sameWhateverTheOrder()
{
  Shapes shapes( 1 );
  std::vector<Theme> themes, reversed;
  for ( int i = 0; i < 5; ++i )
    themes.push_back( themeOf( "t" + std::to_string( i ), shapes.stars( 100, { 0, 0, 100, 100 }, 10 ) ) );
  for ( auto theme = themes.rbegin(); theme != themes.rend(); ++theme )
    reversed.push_back( themeOf( theme->name, theme->features.geometry ) );
  Findings findings;
  NoProgress progress;
  const Grid grid( CellShape::Hexagon, 10, { 0, 0, 100, 100 } );
  const Stack one = makeStack( grid, themes, {}, findings, progress ),
              other = makeStack( grid, reversed, {}, findings, progress );
  for ( std::size_t i = 0; i < 5; ++i )
    QCOMPARE( one.themes[i].values, other.themes[4 - i].values ); // to the last bit
}

void TestStack::reportsFromOneThread()
{
  class Told : public Progress
  {
  public:
    void report( double fraction ) override
    {
      const std::lock_guard lock( mMutex );
      threads.insert( std::this_thread::get_id() );
      ordered = ordered && fraction >= last && fraction <= 1;
      last = fraction;
    }

    bool cancelled() const override { return false; }

    std::set<std::thread::id> threads;
    bool ordered = true;
    double last = 0;

  private:
    std::mutex mMutex;
  } progress;

  std::vector<Theme> themes;
  for ( int i = 0; i < 20; ++i )
    themes.push_back( themeOf( "t", fromTexts( { "POLYGON((0 0,10 0,10 10,0 10,0 0))" } ) ) );
  Findings findings;
  makeStack( Grid( CellShape::Square, 1, { 0, 0, 100, 100 } ), themes, {}, findings, progress );
  QVERIFY( progress.ordered );
  QCOMPARE( progress.last, 1.0 );
  QVERIFY( progress.threads == std::set<std::thread::id>{ std::this_thread::get_id() } );
}

void TestStack::cancelled_data()
{
  QTest::addColumn<int>( "asks" ); // how many questions are still answered with no
  for ( const int asks : { 0, 1, 2, 5, 20, 100 } )
    QTest::newRow( qPrintable( QString( "after %1 questions" ).arg( asks ) ) ) << asks;
}

void TestStack::cancelled()
{
  // Several threads at once hear that they must stop.
  class Stop : public Progress
  {
  public:
    explicit Stop( int asks )
      : mAsks( asks )
    {
    }

    void report( double ) override {}

    bool cancelled() const override { return mAsks-- <= 0; }

  private:
    mutable std::atomic<int> mAsks;
  };

  QFETCH( int, asks );
  static const std::vector<Theme> themes = []
  {
    Shapes shapes( 2 );
    std::vector<Theme> made;
    for ( int i = 0; i < 8; ++i )
      made.push_back( themeOf( "t", shapes.stars( 20000, { 0, 0, 10000, 10000 }, 20 ) ) );
    return made;
  }();
  const Grid grid( CellShape::Square, 100, { 0, 0, 10000, 10000 } );
  Stop progress( asks );
  Findings findings;
  QElapsedTimer timer;
  timer.start();
  QVERIFY_EXCEPTION_THROWN( makeStack( grid, themes, {}, findings, progress ), Cancelled );
  // The issue asks for a second; this leaves room for sanitizers and a busy machine.
  QVERIFY2( timer.elapsed() < 5000, qPrintable( QString::number( timer.elapsed() ) ) );
  QVERIFY( findings.empty() );
}

QTEST_APPLESS_MAIN( TestStack )
#include "test_stack.moc"
