// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qgis_process/layerfiles.h"
#include "tests/qgis_process/profile.h"

#include <QtTest>

#include <csignal>

using koppelkans::test::Ended;
using koppelkans::test::ended;
using koppelkans::test::Profile;
using koppelkans::test::writePolygons;

namespace
{

constexpr QDir::Filters everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

QByteArray contents( const QString &path )
{
  QFile file( path );
  return file.open( QFile::ReadOnly ) ? file.readAll() : QByteArray();
}

} // namespace

//! A run that is stopped half way leaves nothing that could be taken for its result.
class TestQgisProcessStopped : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void stopped_data();
  void stopped();

private:
  Profile mProfile;
};

void TestQgisProcessStopped::initTestCase()
{
  QVERIFY( mProfile.install() );
  const Ended enabled = mProfile.run( { "plugins", "enable", "koppelkans" } );
  QVERIFY2( enabled.code == 0, enabled.said() );
}

void TestQgisProcessStopped::stopped_data()
{
  QTest::addColumn<int>( "signal" );
  QTest::addColumn<bool>( "hadResult" );
  QTest::newRow( "Ctrl+C" ) << SIGINT << false;
  QTest::newRow( "Ctrl+C, an earlier result stays" ) << SIGINT << true;
  QTest::newRow( "killed" ) << SIGKILL << false;
}

void TestQgisProcessStopped::stopped()
{
  QFETCH( int, signal );
  QFETCH( bool, hadResult );
  const QTemporaryDir work;
  const QDir folder( work.path() );
  const QString heat =
    writePolygons( folder.filePath( "city.gpkg" ), "heat",
                   { "POLYGON((120000 480000,130000 480000,130000 490000,120000 490000,120000 480000))" } );
  const QString result = folder.filePath( "cells.gpkg" );
  const QStringList arguments{ "run", "koppelkans:stacklayers", "--", "THEMES=" + heat, "CELLS=" + result };
  QStringList expected{ "city.gpkg" };
  QByteArray earlier;
  if ( hadResult )
  {
    const Ended run = mProfile.run( arguments + QStringList{ "CELL_SIZE=5000" } );
    QVERIFY2( run.code == 0, run.said() );
    earlier = contents( result );
    expected.prepend( "cells.gpkg" );
  }

  // Four million cells take much longer than a second to write; the folder in which they are written shows that it has
  // begun.
  QProcess process;
  mProfile.start( process, arguments + QStringList{ "CELL_SIZE=5" } );
  const auto writing = [&]
  {
    return folder.entryList( { ".koppelkans-*" }, everything ).size() == 1;
  };
  for ( int tenths = 0; tenths < 600 && process.state() != QProcess::NotRunning && !writing(); ++tenths )
    process.waitForFinished( 100 );
  QVERIFY2( writing(), process.readAllStandardError() );
  QTest::qWait( 1000 );
  QCOMPARE( ::kill( static_cast<pid_t>( process.processId() ), signal ), 0 );
  const Ended run = ended( process, 60 );

  if ( signal == SIGKILL )
  {
    // Nobody could clean up; what is left is hidden and bears no result's name.
    QVERIFY( run.crashed );
    QCOMPARE( folder.entryList( QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name ), expected );
    return;
  }
  QVERIFY2( !run.crashed && run.code != 0, run.said() );
  QVERIFY2( run.said().contains( "Cancelled" ), run.said() );
  QCOMPARE( folder.entryList( everything, QDir::Name ), expected );
  QCOMPARE( contents( result ), earlier );
}

QTEST_GUILESS_MAIN( TestQgisProcessStopped )
#include "test_qgis_process_stopped.moc"
