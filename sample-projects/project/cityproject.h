// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgsproject.h>

#include <QDir>

#include <map>

namespace koppelkans::sample
{

//! The QGIS project of Voorbeeldstad: its layers in their groups and a map theme for each step.
class CityProject
{
public:
  //! Fills \a project with the data and results in \a data, dressed; throws std::runtime_error where something is
  //! missing.
  CityProject( QgsProject &project, const QDir &data, const QDir &styles );

  QgsProject &project() { return mProject; }

  //! The layer that is known by \a key, see keyOf(); it must exist.
  QgsMapLayer *layer( const QString &key ) const { return mLayers.at( key ); }

  //! Writes the project, with paths relative to it; throws std::runtime_error.
  void write( const QString &path );

private:
  void addLayers( const QDir &data, const QDir &styles );
  void addMapThemes( const QDir &styles );
  void showOnly( const QStringList &keys );

  QgsProject &mProject;                     // borrowed
  std::map<QString, QgsMapLayer *> mLayers; // borrowed from the project
};

//! The map themes, one a step.
inline const QString themeStack = QStringLiteral( "1 Opgaven gestapeld" );
inline const QString themeDistricts = QStringLiteral( "2 Wijken gelezen" );
inline const QString themePlan = QStringLiteral( "3 Onderhoud als kansenkaart" );
inline const QString themeBundles = QStringLiteral( "4 Gebundelde projecten" );
inline const QString themeCouplings = QStringLiteral( "5 Koppelkansen" );

} // namespace koppelkans::sample
