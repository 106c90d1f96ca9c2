// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/koppelkansprovider.h"

#include "processing/bundlemaintenancealgorithm.h"
#include "processing/checkdataalgorithm.h"
#include "processing/couplethemesalgorithm.h"
#include "processing/overlaythemesalgorithm.h"
#include "processing/planworksalgorithm.h"
#include "processing/scoredistrictsalgorithm.h"
#include "processing/stacklayersalgorithm.h"

#include <QIcon>

namespace koppelkans
{

QString KoppelkansProvider::longName() const
{
  return tr( "Koppelkans: maintenance as a chance for transitions" );
}

QString KoppelkansProvider::versionInfo() const
{
  return QStringLiteral( KOPPELKANS_VERSION );
}

QString KoppelkansProvider::svgIconPath() const
{
  return QStringLiteral( ":/koppelkans/icons/koppelkans.svg" );
}

QIcon KoppelkansProvider::icon() const
{
  return QIcon( svgIconPath() );
}

void KoppelkansProvider::loadAlgorithms()
{
  // In the order in which they are used.
  addAlgorithm( new KoppelkansCheckDataAlgorithm() );
  addAlgorithm( new KoppelkansStackLayersAlgorithm() );
  addAlgorithm( new KoppelkansOverlayThemesAlgorithm() );
  addAlgorithm( new KoppelkansScoreDistrictsAlgorithm() );
  addAlgorithm( new KoppelkansPlanWorksAlgorithm() );
  addAlgorithm( new KoppelkansBundleMaintenanceAlgorithm() );
  addAlgorithm( new KoppelkansCoupleThemesAlgorithm() );
}

} // namespace koppelkans
