// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qgis_process/profile.h"

#include <QtTest>

using koppelkans::test::Ended;
using koppelkans::test::Profile;

namespace
{

const QByteArray mark = "koppelkans-built-for-qgis:";
const QString thisVersion = QStringLiteral( KOPPELKANS_QGIS_VERSION );
const QString otherVersion = '9' + thisVersion.mid( 1 ); // as long, since it is written over this one

//! What may be wrong with the library of an installed plugin.
enum class Fault
{
  OtherVersion,
  OtherMark,
  NoMark,
  Missing,
  NoFolder,
  NoLibrary,
};

//! Gives \a library \a fault; false where that fails.
bool spoil( const QString &library, Fault fault )
{
  const QString folder = QFileInfo( library ).path();
  switch ( fault )
  {
  case Fault::OtherVersion:
    return QFile::rename( library, folder + "/libkoppelkans-" + otherVersion + ".so" );
  case Fault::Missing:
    return QFile::remove( library );
  case Fault::NoFolder:
    return QDir( folder ).removeRecursively();
  case Fault::OtherMark:
  case Fault::NoMark:
  case Fault::NoLibrary:
    break;
  }
  QFile file( library );
  if ( !file.open( QFile::ReadWrite ) )
    return false;
  QByteArray bytes = file.readAll();
  const int at = bytes.indexOf( mark );
  if ( fault == Fault::OtherMark )
    bytes.replace( at + mark.size(), thisVersion.size(), otherVersion.toLatin1() );
  else if ( fault == Fault::NoMark )
    bytes.replace( mark, QByteArray( mark.size(), '-' ) );
  else
    bytes = mark + thisVersion.toLatin1() + "; but no library";
  file.seek( 0 );
  return at > 0 && file.resize( 0 ) && file.write( bytes ) == bytes.size();
}

} // namespace
Q_DECLARE_METATYPE( Fault )

//! A library that does not belong to this QGIS is refused, with a message that says so, before it is loaded.
class TestLibraryRefused : public QObject
{
  Q_OBJECT

private slots:
  void refused_data();
  void refused();
};

void TestLibraryRefused::refused_data()
{
  QTest::addColumn<Fault>( "fault" );
  QTest::addColumn<QStringList>( "message" );
  QTest::newRow( "named for another version" )
    << Fault::OtherVersion << QStringList{ "built for QGIS " + otherVersion, "this is QGIS " + thisVersion };
  QTest::newRow( "marked for another version" )
    << Fault::OtherMark << QStringList{ "built for QGIS " + otherVersion, "this is QGIS " + thisVersion };
  QTest::newRow( "not marked" ) << Fault::NoMark
                                << QStringList{ "built for QGIS unknown", "this is QGIS " + thisVersion };
  QTest::newRow( "missing" ) << Fault::Missing << QStringList{ "built for QGIS (none)", "this is QGIS " + thisVersion };
  QTest::newRow( "folder missing" ) << Fault::NoFolder << QStringList{ "koppelkans/lib" };
  QTest::newRow( "marked, but no library" )
    << Fault::NoLibrary << QStringList{ "libkoppelkans-" + thisVersion + ".so" };
}

void TestLibraryRefused::refused()
{
  QFETCH( Fault, fault );
  QFETCH( QStringList, message );
  // Enabled already, as where QGIS was upgraded after it, or enabled now; QGIS 3.40 runs nothing that it could not
  // enable.
  const Profile upgraded;
  const Profile fresh;
  QVERIFY( upgraded.install() && fresh.install() );
  QCOMPARE( upgraded.run( { "plugins", "enable", "koppelkans" } ).code, 0 );
  for ( const Profile *profile : { &upgraded, &fresh } )
    QVERIFY( spoil( profile->plugin() + "/lib/libkoppelkans-" + thisVersion + ".so", fault ) );

  const Ended enabled = fresh.run( { "plugins", "enable", "koppelkans" } );
  const Ended run = upgraded.run( { "run", "koppelkans:stacklayers" } );
  for ( const Ended &ended : { enabled, run } )
  {
    QVERIFY2( !ended.crashed, ended.said() );
    for ( const QString &part : message )
      QVERIFY2( ended.said().contains( part.toUtf8() ), ended.said() );
  }
  QVERIFY2( run.code != 0, run.said() );
}

QTEST_GUILESS_MAIN( TestLibraryRefused )
#include "test_library_refused.moc"
