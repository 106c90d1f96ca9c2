// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/unit_prices.h"

#include <QtTest>

#include <QFile>

#include <cmath>

using namespace koppelkans;

//! What works cost by quantity and unit price, and the published prices that municipalities can begin with.
class TestUnitPrices : public QObject
{
  Q_OBJECT

private slots:
  void takesTheNextSize();
  void indexesPrices();
  void shipsThePublishedPrices();
};

void TestUnitPrices::takesTheNextSize()
{
  const UnitPrices prices( { { "sewer", 400, PriceUnit::Metre, 620, 2015 },
                             { "sewer", 300, PriceUnit::Metre, 540, 2015 },
                             { "lamp", noData, PriceUnit::Piece, 1500, {} } },
                           {} );
  QCOMPARE( prices.find( "sewer", 300 )->price, 540.0 );
  QCOMPARE( prices.find( "sewer", 301 )->price, 620.0 );
  QVERIFY( !prices.find( "sewer", 500 ) );
  QVERIFY( !prices.find( "sewer", noData ) );
  QVERIFY( !prices.find( "road", 300 ) );
  QCOMPARE( prices.find( "lamp", noData )->price, 1500.0 );
  QCOMPARE( prices.find( "lamp", 12 )->price, 1500.0 );
}

void TestUnitPrices::indexesPrices()
{
  const UnitPrice old{ "sewer", 300, PriceUnit::Metre, 540, 2015 };
  const UnitPrice undated{ "lamp", noData, PriceUnit::Piece, 1500, {} };
  QCOMPARE( UnitPrices( {}, { std::nullopt, 0.02 } ).at( old, 10 ), 5400.0 );
  QCOMPARE( UnitPrices( {}, { 2017, 0.02 } ).at( old, 10 ), 5400 * 1.02 * 1.02 );
  QVERIFY( std::abs( UnitPrices( {}, { 2014, 0.02 } ).at( old, 10 ) - 5400 / 1.02 ) < 1e-9 );
  QCOMPARE( UnitPrices( {}, { 2017, 0.02 } ).at( undated, 2 ), 3000.0 );
}

//! Replacing a metre of sewer, all in, by RIONED at the prices of 2015: 300 mm 540 euro, 400 mm 620, 500 mm 730.
void TestUnitPrices::shipsThePublishedPrices()
{
  QFile file( QStringLiteral( KOPPELKANS_SOURCE_DIR "/processing/data/unit_prices_rioned_2015.csv" ) );
  QVERIFY( file.open( QFile::ReadOnly ) );
  const QString table = QString::fromUtf8( file.readAll() );
  for ( const char *row : { "riool,300,m,540,2015", "riool,400,m,620,2015", "riool,500,m,730,2015" } )
    QVERIFY2( table.contains( QString( '\n' ) + row + ',' ), row );
  QCOMPARE( table.count( '\n' ), 12 );
}

QTEST_APPLESS_MAIN( TestUnitPrices )
#include "test_unit_prices.moc"
