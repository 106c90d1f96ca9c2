// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/workingcrs.h"

#include "core/error.h"
#include "processing/compat.h"

#include <QCoreApplication>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansWorkingCrs )
};

QString advice()
{
  return Texts::tr(
    "Choose a projected CRS in metres under “CRS of the computation”, such as EPSG:28992 (Amersfoort / RD New) "
    "for the Netherlands or EPSG:31370 (Belgian Lambert 72) for Flanders." );
}

} // namespace

QgsCoordinateReferenceSystem workingCrs( const QgsCoordinateReferenceSystem &chosen,
                                         const QgsCoordinateReferenceSystem &project,
                                         const QgsCoordinateReferenceSystem &input, Findings &findings )
{
  const QgsCoordinateReferenceSystem crs = chosen.isValid() ? chosen : project.isValid() ? project : input;
  if ( !crs.isValid() )
    throw Error( Texts::tr( "There is no CRS to compute in. %1" ).arg( advice() ).toStdString() );
  if ( compat::isGeographic( crs ) )
    throw Error( Texts::tr( "%1 is a geographic CRS, in degrees: areas and lengths cannot be computed in it. %2" )
                   .arg( crs.userFriendlyIdentifier(), advice() )
                   .toStdString() );
  if ( !compat::isMetric( crs ) )
    throw Error( Texts::tr( "%1 is not in metres. %2" ).arg( crs.userFriendlyIdentifier(), advice() ).toStdString() );
  if ( crs.authid() == QLatin1String( "EPSG:3857" ) )
    findings.push_back( { FindingKind::DistortingCrs,
                          crs.userFriendlyIdentifier().toStdString(),
                          Finding::noFeature,
                          {},
                          crs.authid().toStdString() } );
  return crs;
}

Error unknownCrs( const QString &asked )
{
  return Error( Texts::tr( "There is no CRS called “%1”. %2" ).arg( asked, advice() ).toStdString() );
}

} // namespace koppelkans
