// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/registration.h"

#include "processing/koppelkansprovider.h"
#include "processing/userlocale.h"

#include <QCoreApplication>
#include <QTranslator>
#include <qgsapplication.h>
#include <qgsprocessingregistry.h>

#include <memory>

// Outside any namespace, as Qt wants it: the resources are in a static library.
static void initResources()
{
  Q_INIT_RESOURCE( resources );
  Q_INIT_RESOURCE( translations );
}

namespace koppelkans
{

namespace
{

// What this library has put into QGIS; there is one QGIS a process.
int entrances = 0;
QgsProcessingProvider *provider = nullptr; // owned by QGIS' registry
std::unique_ptr<QTranslator> translator;

void installTranslator()
{
  auto found = std::make_unique<QTranslator>();
  if ( !found->load( userLocale(), QStringLiteral( "koppelkans" ), QStringLiteral( "_" ),
                     QStringLiteral( ":/koppelkans/i18n" ) ) )
    return;
  QCoreApplication::installTranslator( found.get() );
  translator = std::move( found );
}

} // namespace

bool registerProvider()
{
  if ( entrances > 0 )
  {
    ++entrances;
    return true;
  }
  QgsProcessingRegistry *registry = QgsApplication::processingRegistry();
  if ( registry->providerById( KoppelkansProvider::providerId() ) )
    return false;
  initResources();
  installTranslator();
  auto mine = std::make_unique<KoppelkansProvider>();
  if ( !registry->addProvider( mine.get() ) )
    return false;
  provider = mine.release();
  ++entrances;
  return true;
}

void unregisterProvider()
{
  if ( entrances == 0 || --entrances > 0 )
    return;
  // When QGIS closes, its registry is gone before us and has taken the provider with it.
  if ( !QCoreApplication::closingDown() &&
       QgsApplication::processingRegistry()->providerById( KoppelkansProvider::providerId() ) == provider )
    QgsApplication::processingRegistry()->removeProvider( provider );
  provider = nullptr;
  if ( translator )
    QCoreApplication::removeTranslator( translator.get() );
  translator.reset();
}

} // namespace koppelkans
