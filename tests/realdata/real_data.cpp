// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/realdata/real_data.h"

#include "tests/core/geos_reference.h"
#include "tests/realdata/algorithm_run.h"

#include <qgsvectorlayer.h>

namespace koppelkans::test
{

QString dataPath( const QString &relative )
{
  return qEnvironmentVariable( "KOPPELKANS_DATA", QStringLiteral( KOPPELKANS_DATA_DIR ) ) + QLatin1Char( '/' ) +
         relative;
}

ReadLayer readInCrs( const QString &source, const QString &crs, Findings &findings )
{
  const std::unique_ptr<QgsVectorLayer> layer = openLayer( source );
  NoProgress progress;
  const LayerReader reader( QgsCoordinateReferenceSystem( crs ), QgsCoordinateTransformContext(), findings );
  return reader.read( LayerSource::fromLayer( layer.get(), source ), progress );
}

double areaOf( const GeometryColumn &polygons, std::size_t feature )
{
  return areaOf( toGeos( polygons, feature ).get() );
}

} // namespace koppelkans::test
