// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugin/koppelkansplugin.h"

#include "processing/registration.h"

#include <QAction>
#include <QMenu>
#include <qgisinterface.h>
#include <qgsapplication.h>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingprovider.h>
#include <qgsprocessingregistry.h>
#include <qgspythonrunner.h>

namespace koppelkans
{

QString KoppelkansPlugin::summary()
{
  return tr( "All transition tasks of a city on one map, the maintenance plan laid over it, and works bundled at the "
             "best moment" );
}

KoppelkansPlugin::KoppelkansPlugin( QgisInterface *iface )
  : QgisPlugin( title(), summary(), tr( "Analysis" ), QStringLiteral( KOPPELKANS_VERSION ), QgisPlugin::UI )
  , mIface( iface )
{
}

void KoppelkansPlugin::initGui()
{
  mRegistered = registerProvider();
  const QgsProcessingProvider *provider =
    QgsApplication::processingRegistry()->providerById( QStringLiteral( "koppelkans" ) );
  if ( !provider || !mIface->pluginMenu() )
    return;
  const QString menuName = QStringLiteral( "mKoppelkansMenu" );
  // The other entrance may have been here first, perhaps with a copy of this library.
  if ( mIface->pluginMenu()->findChild<QMenu *>( menuName ) )
    return;
  mMenu = new QMenu( title(), mIface->pluginMenu() );
  mMenu->setObjectName( menuName );
  mMenu->setIcon( provider->icon() );
  // In the order in which they are used.
  for ( const char *name : { "checkdata", "stacklayers", "overlaythemes", "scoredistricts", "planworks",
                             "bundlemaintenance", "couplethemes" } )
  {
    const QgsProcessingAlgorithm *algorithm = provider->algorithm( QString::fromLatin1( name ) );
    const QString id = algorithm->id();
    QAction *action = mMenu->addAction( algorithm->icon(), algorithm->displayName() + QChar( 0x2026 ) );
    // Processing's dialogs are written in Python.
    action->setEnabled( QgsPythonRunner::isValid() );
    QObject::connect( action, &QAction::triggered, mMenu,
                      [id] {
                        QgsPythonRunner::run(
                          QStringLiteral( "import processing; processing.execAlgorithmDialog('%1')" ).arg( id ) );
                      } );
  }
  mIface->pluginMenu()->addMenu( mMenu );
}

void KoppelkansPlugin::unload()
{
  delete mMenu.data();
  if ( mRegistered )
    unregisterProvider();
  mRegistered = false;
}

} // namespace koppelkans
