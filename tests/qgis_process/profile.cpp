// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qgis_process/profile.h"

#include <QDir>

namespace koppelkans::test
{

bool Profile::install() const
{
  QProcess cmake;
  cmake.start( QStringLiteral( KOPPELKANS_CMAKE ),
               { QStringLiteral( "--install" ), QStringLiteral( KOPPELKANS_BUILD_DIR ), QStringLiteral( "--prefix" ),
                 QDir::cleanPath( plugin() + QStringLiteral( "/.." ) ) } );
  return mFolder.isValid() && ended( cmake, 60 ).code == 0;
}

QProcessEnvironment Profile::environment() const
{
  // Not that of whoever runs the tests: another Python in the PATH would mislead the one in QGIS.
  QProcessEnvironment environment;
  const auto set = [&]( const char *name, const QString &value )
  {
    environment.insert( QLatin1String( name ), value );
  };
  set( "PATH", QStringLiteral( "/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin" ) );
  set( "LC_ALL", QStringLiteral( "C.UTF-8" ) );
  set( "QT_QPA_PLATFORM", QStringLiteral( "offscreen" ) );
  set( "QGIS_CUSTOM_CONFIG_PATH", mFolder.path() );
  for ( const char *name : { "HOME", "XDG_RUNTIME_DIR" } )
  {
    const QString folder = file( QString::fromLatin1( name ).toLower() );
    QDir().mkpath( folder );
    QFile::setPermissions( folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner );
    set( name, folder );
  }
  return environment;
}

void Profile::start( QProcess &process, const QStringList &arguments ) const
{
  process.setProcessEnvironment( environment() );
  process.setStandardInputFile( QProcess::nullDevice() );
  process.start( QStringLiteral( KOPPELKANS_QGIS_PROCESS ), arguments );
}

Ended Profile::run( const QStringList &arguments ) const
{
  QProcess process;
  start( process, arguments );
  return ended( process, 120 );
}

Ended ended( QProcess &process, int seconds )
{
  if ( !process.waitForFinished( seconds * 1000 ) )
  {
    process.kill();
    process.waitForFinished();
  }
  return { process.exitStatus() != QProcess::NormalExit, process.exitCode(), process.readAllStandardOutput(),
           process.readAllStandardError() };
}

} // namespace koppelkans::test
