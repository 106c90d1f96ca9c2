// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugin/koppelkansplugin.h"

#include <memory>

using koppelkans::KoppelkansPlugin;

/*
 * The window of QGIS, entered by QGIS itself (a C++ plugin needs these names) or by the Python entry (which has one
 * QGIS interface to give). No exception leaves these functions.
 */

namespace
{

std::unique_ptr<KoppelkansPlugin> pluginOfPython;

} // namespace

extern "C" Q_DECL_EXPORT int koppelkansInitGui( void *iface )
{
  try
  {
    if ( pluginOfPython || !iface )
      return 0;
    pluginOfPython = std::make_unique<KoppelkansPlugin>( static_cast<QgisInterface *>( iface ) );
    pluginOfPython->initGui();
    return 1;
  }
  catch ( const std::exception & )
  {
    return 0;
  }
}

extern "C" Q_DECL_EXPORT void koppelkansUnloadGui()
{
  if ( pluginOfPython )
    pluginOfPython->unload();
  pluginOfPython.reset();
}

extern "C" Q_DECL_EXPORT QgisPlugin *classFactory( QgisInterface *iface )
{
  return new KoppelkansPlugin( iface );
}

extern "C" Q_DECL_EXPORT void unload( QgisPlugin *plugin )
{
  delete plugin;
}

extern "C" Q_DECL_EXPORT const QString *name()
{
  static const QString text = KoppelkansPlugin::title();
  return &text;
}

extern "C" Q_DECL_EXPORT const QString *description()
{
  static const QString text = KoppelkansPlugin::summary();
  return &text;
}

extern "C" Q_DECL_EXPORT const QString *category()
{
  static const QString text = QStringLiteral( "Analysis" );
  return &text;
}

extern "C" Q_DECL_EXPORT const QString *version()
{
  static const QString text = QStringLiteral( KOPPELKANS_VERSION );
  return &text;
}

extern "C" Q_DECL_EXPORT const QString *icon()
{
  static const QString text = QStringLiteral( ":/koppelkans/icons/koppelkans.svg" );
  return &text;
}

extern "C" Q_DECL_EXPORT int type()
{
  return QgisPlugin::UI;
}
