// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processing/inputs.h"

#include <future>

using namespace koppelkans::test;

class TestCancel : public QObject
{
  Q_OBJECT

private slots:

  void before_data() { eachAlgorithm(); }

  void before();
  void during_data();
  void during();
};

namespace
{

//! Input with a result on disk, where something stood already.
Input inputOnDisk( Workbench &bench, const QString &algorithm )
{
  QList<Row> rows;
  for ( int i = 0; i < 3000; ++i )
    rows << Row{ square( 11 * ( i % 60 ), 11 * ( i / 60 ), 10 ), soundAttributes() };
  Input input = inputFor( bench, algorithm, rows );
  input.parameters[input.mainResult] = bench.write( "what was there before", "result.gpkg" );
  input.parameters["FINDINGS"] = bench.path( "findings.gpkg" );
  if ( algorithm == "stacklayers" )
    input.parameters["RASTER"] = bench.path( "result.tif" );
  return input;
}

//! Fails unless \a outcome is that of a cancelled run that has left \a bench as it was.
void verifyCancelled( const Outcome &outcome, const Workbench &bench, const QMap<QString, QByteArray> &before )
{
  QVERIFY2( !outcome.ok, outcome.said().constData() );
  QVERIFY2( outcome.errors.join( '\n' ).contains( "Cancelled; nothing was written" ), outcome.said().constData() );
  QCOMPARE( contents( bench.folder.path() ), before );
}

} // namespace

void TestCancel::before()
{
  QFETCH( QString, algorithm );
  Workbench bench;
  const Input input = inputOnDisk( bench, algorithm );
  const QMap<QString, QByteArray> was = contents( bench.folder.path() );
  Listener listener;
  listener.cancel();
  verifyCancelled( bench.run( algorithm, input.parameters, &listener ), bench, was );
}

void TestCancel::during_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<double>( "percent" );
  for ( const char *algorithm : { "stacklayers", "overlaythemes", "scoredistricts", "planworks", "bundlemaintenance",
                                  "couplethemes", "checkdata" } )
    for ( const int percent : { 0, 5, 25, 45, 60, 85 } )
      if ( qstrcmp( algorithm, "checkdata" ) != 0 || percent < 50 )
        QTest::addRow( "%s at %d%%", algorithm, percent ) << algorithm << double( percent );
}

//! Another thread cancels once so much is done; the run waits for it there, so that it does not get away.
void TestCancel::during()
{
  QFETCH( QString, algorithm );
  QFETCH( double, percent );
  Workbench bench;
  const Input input = inputOnDisk( bench, algorithm );
  const QMap<QString, QByteArray> was = contents( bench.folder.path() );
  Listener listener;
  QObject::connect( &listener, &QgsFeedback::progressChanged, &listener,
                    [&]( double progress )
                    {
                      if ( progress >= percent && !listener.isCanceled() )
                        std::async( std::launch::async, [&] { listener.cancel(); } ).wait();
                    } );
  const Outcome outcome = bench.run( algorithm, input.parameters, &listener );
  QVERIFY2( listener.isCanceled(), "never came so far" );
  verifyCancelled( outcome, bench, was );
}

KOPPELKANS_PROCESSING_TEST( TestCancel )

#include "test_cancel.moc"
