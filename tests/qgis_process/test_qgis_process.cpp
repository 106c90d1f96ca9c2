// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/koppelkansprovider.h"
#include "tests/qgis_process/layerfiles.h"
#include "tests/qgis_process/profile.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using koppelkans::test::Ended;
using koppelkans::test::Profile;
using koppelkans::test::readRows;
using koppelkans::test::writePolygons;

namespace
{

//! What qgis_process prints with --json; empty where it is not that, and nothing else.
QJsonObject printed( const Ended &ended )
{
  return QJsonDocument::fromJson( ended.output ).object();
}

//! The ids that the provider of this build has.
QStringList algorithmIds()
{
  koppelkans::KoppelkansProvider provider;
  provider.refreshAlgorithms();
  QStringList ids;
  for ( const QgsProcessingAlgorithm *algorithm : provider.algorithms() )
    ids << algorithm->id();
  ids.sort();
  return ids;
}

} // namespace

//! qgis_process, as a user or a script meets it.
class TestQgisProcess : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void listsEveryAlgorithmOnce();
  void helpExplainsEveryParameter_data();
  void helpExplainsEveryParameter();
  void stacksThemes();
  void failsWithMessage_data();
  void failsWithMessage();

private:
  Profile mProfile;
};

void TestQgisProcess::initTestCase()
{
  QVERIFY( mProfile.install() );
  const Ended enabled = mProfile.run( { "plugins", "enable", "koppelkans" } );
  QVERIFY2( !enabled.crashed && enabled.code == 0, enabled.said() );
}

void TestQgisProcess::listsEveryAlgorithmOnce()
{
  const Ended list = mProfile.run( { "--json", "list" } );
  QVERIFY2( !list.crashed && list.code == 0, list.said() );
  const QJsonObject providers = printed( list ).value( "providers" ).toObject();
  QStringList found;
  for ( const QJsonValue &provider : providers )
    for ( const QString &id : provider.toObject().value( "algorithms" ).toObject().keys() )
      if ( id.startsWith( QLatin1String( "koppelkans:" ) ) )
        found << id;
  QCOMPARE( found, algorithmIds() );
  QVERIFY( providers.value( "koppelkans" ).toObject().value( "is_active" ).toBool() );
}

void TestQgisProcess::helpExplainsEveryParameter_data()
{
  QTest::addColumn<QString>( "id" );
  for ( const QString &id : algorithmIds() )
    QTest::newRow( id.toUtf8().constData() ) << id;
}

void TestQgisProcess::helpExplainsEveryParameter()
{
  QFETCH( QString, id );
  const Ended help = mProfile.run( { "--json", "help", id } );
  QVERIFY2( !help.crashed && help.code == 0, help.said() );
  const QJsonObject answer = printed( help );
  const QJsonObject parameters = answer.value( "parameters" ).toObject();
  QVERIFY( !parameters.isEmpty() );
  for ( const QJsonValue &value : parameters )
  {
    const QJsonObject parameter = value.toObject();
    const QString text = parameter.value( "help" ).toString().trimmed();
    QVERIFY2( text.size() > 10, qPrintable( parameter.value( "name" ).toString() + ": " + text ) );
  }
  QVERIFY( !answer.value( "outputs" ).toObject().isEmpty() );
  QVERIFY( !answer.value( "algorithm_details" ).toObject().value( "tags" ).toArray().isEmpty() );
}

void TestQgisProcess::stacksThemes()
{
  // Two rows of three cells. Heat fills the left four; water the middle one below and half of that to its right.
  const QString heat =
    writePolygons( mProfile.file( "city.gpkg" ), "heat",
                   { "POLYGON((120000 480000,120050 480000,120050 480050,120000 480050,120000 480000))" } );
  const QString water =
    writePolygons( mProfile.file( "water.geojson" ), "water",
                   { "POLYGON((120025 480000,120062.5 480000,120062.5 480025,120025 480025,120025 480000))" } );
  const Ended run =
    mProfile.run( { "run", "koppelkans:stacklayers", "--", "THEMES=" + heat, "THEMES=" + water, "CELL_SIZE=25",
                    "CELLS=" + mProfile.file( "cells.gpkg" ), "INTERLOCKS=" + mProfile.file( "interlocks.gpkg" ),
                    "RASTER=" + mProfile.file( "stack.tif" ) } );
  QVERIFY2( !run.crashed && run.code == 0, run.said() );

  QCOMPARE( readRows( mProfile.file( "cells.gpkg" ), { "heat", "water", "overlap_count", "overlap_index" } ),
            QStringList( {
              "120000 480000 | 1 0 1 0.5",
              "120000 480025 | 1 0 1 0.5",
              "120025 480000 | 1 1 2 1",
              "120025 480025 | 1 0 1 0.5",
              "120050 480000 | 0 0.5 1 0.25",
              "120050 480025 | 0 0 0 0",
            } ) );
  QCOMPARE( readRows( mProfile.file( "interlocks.gpkg" ), { "theme_a", "theme_b", "area_both", "jaccard", "lift" } ),
            QStringList( { "heat water 625 0.2 0.75" } ) );
  QVERIFY( QFileInfo( mProfile.file( "stack.tif" ) ).size() > 0 );
}

void TestQgisProcess::failsWithMessage_data()
{
  QTest::addColumn<QStringList>( "arguments" );
  QTest::addColumn<QString>( "message" );
  QTest::newRow( "unknown algorithm" ) << QStringList{ "run", "koppelkans:stacklayer" } << "koppelkans:stacklayer";
  QTest::newRow( "missing parameter" ) << QStringList{ "run", "koppelkans:stacklayers", "--", "CELL_SIZE=25" }
                                       << "THEMES";
  QTest::newRow( "input that is not there" )
    << QStringList{ "run", "koppelkans:stacklayers", "--", "THEMES=/nowhere/heat.gpkg",
                    "CELLS=" + mProfile.file( "failed.gpkg" ) }
    << "THEMES";
}

void TestQgisProcess::failsWithMessage()
{
  QFETCH( QStringList, arguments );
  QFETCH( QString, message );
  const Ended run = mProfile.run( arguments );
  QVERIFY2( !run.crashed, run.said() );
  QVERIFY( run.code != 0 );
  QVERIFY2( run.said().contains( message.toUtf8() ), run.said() );
  QVERIFY( !QFileInfo::exists( mProfile.file( "failed.gpkg" ) ) );
}

QTEST_GUILESS_MAIN( TestQgisProcess )
#include "test_qgis_process.moc"
