// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nodata.h"
#include "core/stack/reweighing.h"

#include <QtTest>

#include <random>

using namespace koppelkans;

/**
 * The overlap index for many cells at once against that of one cell at a time.
 */
class TestReweighing : public QObject
{
  Q_OBJECT

private slots:
  void sameAsTheStack_data();
  void sameAsTheStack();
};

void TestReweighing::sameAsTheStack_data()
{
  QTest::addColumn<double>( "width" );
  QTest::addColumn<int>( "missing" ); // per cent of the values; those of the first theme are all there
  QTest::newRow( "one cell" ) << 5.0 << 0;
  QTest::newRow( "a few cells" ) << 795.0 << 30;
  QTest::newRow( "many blocks, all known" ) << 4005.0 << 0;
  QTest::newRow( "many blocks, much unknown" ) << 4005.0 << 90;
}

void TestReweighing::sameAsTheStack()
{
  QFETCH( double, width );
  QFETCH( int, missing );
  std::mt19937 random( 1 );
  std::uniform_real_distribution<double> share( 0, 1 );
  Stack stack{ Grid( CellShape::Square, 10, { 1, 1, width, width } ), {} };
  for ( int theme = 0; theme < 5; ++theme )
  {
    StackedTheme made{ "t", Measure::MeanValue, {}, { 0.2, 0.7, Direction::LessIsWorse }, 1, 0.5 };
    for ( std::size_t cell = 0; cell < stack.grid.cells(); ++cell )
      made.values.push_back( theme > 0 && share( random ) * 100 < missing ? noData : share( random ) );
    stack.themes.push_back( std::move( made ) );
  }
  const Reweighing reweighing( stack );
  QCOMPARE( reweighing.cells(), stack.grid.cells() );
  std::vector<float> indices( stack.grid.cells() );
  for ( const std::vector<float> &weights :
        { std::vector<float>{ 1, 1, 1, 1, 1 }, { 0, 0.5F, 3, 0, 1 }, { 0, 0, 0, 0, 0 }, { 0, 0, 7, 0, 0 } } )
  {
    for ( std::size_t theme = 0; theme < 5; ++theme )
      stack.themes[theme].weight = weights[theme];
    reweighing.index( weights, indices );
    for ( std::size_t cell = 0; cell < stack.grid.cells(); ++cell )
    {
      const double wanted = stack.overlapIndex( cell );
      QVERIFY( hasData( wanted ) ? std::abs( indices[cell] - wanted ) < 1e-5 : std::isnan( indices[cell] ) );
    }
  }
}

QTEST_APPLESS_MAIN( TestReweighing )
#include "test_reweighing.moc"
