// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qgis_process/layerfiles.h"
#include "tests/qgis_process/profile.h"

#include <QSettings>
#include <QtTest>

using koppelkans::test::Ended;
using koppelkans::test::ended;
using koppelkans::test::Profile;
using koppelkans::test::writePolygons;

namespace
{

//! Where a profile has the library for QGIS to find as a C++ plugin.
enum class Native
{
  None,
  Copy, //!< in a folder of its own
  Same, //!< the one in the Python plugin's folder
};

} // namespace
Q_DECLARE_METATYPE( Native )

//! Sessions with the window of QGIS: what the user does, and what is to be seen after each step.
class TestDesktop : public QObject
{
  Q_OBJECT

private slots:
  void session_data();
  void session();
};

void TestDesktop::session_data()
{
  const QString there = ": providers 1, menus 1";
  const QString gone = ": providers 0, menus 0";
  const QString stacked = "run: overlap_index [0.5, 1.0], drawn by graduatedSymbol";

  QTest::addColumn<bool>( "python" );
  QTest::addColumn<Native>( "native" );
  QTest::addColumn<QStringList>( "expected" ); // "step: what is to be seen"

  QTest::newRow( "python" ) << true << Native::None
                            << QStringList{ "start" + there,     stacked, "picture: saved",    "python off" + gone,
                                            "python on" + there, stacked, "python off" + gone, "python on" + there };
  QTest::newRow( "native" ) << false << Native::Copy
                            << QStringList{ "start" + there,     stacked, "picture: saved",    "native off" + gone,
                                            "native on" + there, stacked, "native off" + gone, "native on" + there };
  // Both at once: the first has the menu; with two libraries, which know nothing of each other, the algorithms too.
  const QString noMenu = ": providers 1, menus 0";
  QTest::newRow( "both, two copies" ) << true << Native::Copy
                                      << QStringList{
                                           "start" + there,     stacked, "python off" + gone, "native off" + gone,
                                           "native on" + there, stacked, "python on" + there, "native off" + gone };
  QTest::newRow( "both, one library" ) << true << Native::Same
                                       << QStringList{ "start" + there,       stacked,
                                                       "python off" + noMenu, "native off" + gone,
                                                       "native on" + there,   stacked,
                                                       "python on" + there,   "native off" + noMenu };
}

void TestDesktop::session()
{
  QFETCH( bool, python );
  QFETCH( Native, native );
  QFETCH( QStringList, expected );
  const Profile profile;
  QVERIFY( profile.install() );
  QSettings settings( profile.settings(), QSettings::IniFormat );
  settings.setValue( "PythonPlugins/koppelkans", python );
  settings.setValue( "qgis/checkVersion", false );
  if ( native != Native::None )
  {
    QString folder = profile.plugin() + "/lib";
    const QString library = QStringLiteral( "/libkoppelkans-" KOPPELKANS_QGIS_VERSION ".so" );
    if ( native == Native::Copy )
    {
      QVERIFY( QDir().mkpath( profile.file( "native" ) ) );
      QVERIFY( QFile::copy( folder + library, profile.file( "native" ) + library ) );
      folder = profile.file( "native" );
    }
    settings.setValue( "plugins/searchPathsForPlugins", folder );
    settings.setValue( "Plugins/" + QFileInfo( library ).baseName(), true ); // the key that QGIS uses
  }
  if ( !python )
    QVERIFY( QDir( profile.plugin() ).removeRecursively() );
  settings.sync();

  // One cell filled, one half.
  const QString theme =
    writePolygons( profile.file( "heat.gpkg" ), "heat",
                   { "POLYGON((120000 480000,120037.5 480000,120037.5 480025,120000 480025,120000 480000))" } );
  QStringList steps;
  for ( const QString &line : expected )
    steps << line.section( ':', 0, 0 );
  QProcessEnvironment environment = profile.environment();
  environment.remove( "QT_QPA_PLATFORM" );
  environment.insert( "KOPPELKANS_STEPS", steps.join( ',' ) );
  environment.insert( "KOPPELKANS_THEME", theme );
  environment.insert( "KOPPELKANS_LOG", profile.file( "log" ) );
  environment.insert( "KOPPELKANS_PICTURE",
                      QStringLiteral( KOPPELKANS_PICTURES "/desktop-%1.png" ).arg( QTest::currentDataTag() ) );

  QProcess process;
  process.setProcessEnvironment( environment );
  process.setStandardInputFile( QProcess::nullDevice() );
  process.start( QStringLiteral( KOPPELKANS_XVFB_RUN ),
                 { "-a", "-s", "-screen 0 1600x1000x24", "timeout", "180", QStringLiteral( KOPPELKANS_QGIS_DESKTOP ),
                   "--nologo", "--noversioncheck", "--profiles-path", profile.file( "" ), "--code",
                   QStringLiteral( KOPPELKANS_SOURCE_DIR "/tests/desktop/session.py" ) } );
  const Ended qgis = ended( process, 200 );

  QFile log( profile.file( "log" ) );
  QVERIFY2( log.open( QFile::ReadOnly ), qgis.said() );
  const QByteArray seen = log.readAll();
  QVERIFY2( QString::fromUtf8( seen ) == expected.join( '\n' ) + '\n', seen + qgis.said() );
  QVERIFY2( !qgis.crashed && qgis.code == 0, qgis.said() );
}

QTEST_GUILESS_MAIN( TestDesktop )
#include "test_desktop.moc"
