// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace koppelkans::test
{

//! How a program ended, and what it said.
struct Ended
{
  bool crashed = true;
  int code = -1;
  QByteArray output;
  QByteArray errors;

  QByteArray said() const { return output + errors; }
};

/**
 * A QGIS profile of its own in a temporary folder, with the plugin installed in it as a user installs it.
 *
 * Nothing of the user's is read or written: settings, home and cache are in the folder too, which goes with the object.
 */
class Profile
{
public:
  //! Installs the plugin; false where that fails.
  bool install() const;

  //! A path in the folder, for the files of a test.
  QString file( const QString &name ) const { return mFolder.filePath( name ); }

  //! The QGIS settings.
  QString settings() const { return file( QStringLiteral( "profiles/default/QGIS/QGIS3.ini" ) ); }

  //! The folder of the installed plugin.
  QString plugin() const { return file( QStringLiteral( "profiles/default/python/plugins/koppelkans" ) ); }

  //! What a program needs in its environment to live in this profile.
  QProcessEnvironment environment() const;
  //! Starts qgis_process in this profile.
  void start( QProcess &process, const QStringList &arguments ) const;
  //! Runs qgis_process in this profile.
  Ended run( const QStringList &arguments ) const;

private:
  QTemporaryDir mFolder;
};

//! Waits until a started program ends; one that does not within \a seconds is killed and counts as crashed.
Ended ended( QProcess &process, int seconds );

} // namespace koppelkans::test
