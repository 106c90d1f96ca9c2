// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/themelayers.h"

#include "core/error.h"
#include "core/parallel.h"
#include "core/stack/stack.h"
#include "processing/koppelkansalgorithm.h"

#include <QCoreApplication>
#include <qgsrasterlayer.h>
#include <qgsvectorlayer.h>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansThemeLayers )
};

//! Says that the field which \a settings name, if any, is of no use to a theme that is no mean of a field.
void refuseField( const ThemeSettings &settings, Findings &findings )
{
  if ( !settings.field.empty() )
    findings.push_back( { FindingKind::UnusedSetting, settings.theme, Finding::noFeature, "field", settings.field } );
}

Theme readFeatures( const LayerSource &layer, const LayerReader &reader, const ThemeSettings &settings,
                    Findings &findings, Progress &progress )
{
  const int field = layer.requiredField( QString::fromStdString( settings.field ) );
  Theme theme{ layer.name.toStdString(), Measure::Coverage, reader.readFeatures( layer, field, progress ), nullptr };
  switch ( theme.features.geometry.kind )
  {
  case GeometryKind::Point:
    theme.measure = Measure::PointDensity;
    break;
  case GeometryKind::Line:
    theme.measure = Measure::LineDensity;
    break;
  case GeometryKind::Polygon:
    theme.measure = field < 0 ? Measure::Coverage : Measure::MeanValue;
    break;
  }
  if ( theme.measure != Measure::MeanValue )
  {
    refuseField( settings, findings );
    theme.features.values.clear();
  }
  return theme;
}

} // namespace

void ThemeLayers::add( QgsMapLayer *layer, const QgsProcessingContext &context )
{
  const QString name = uniqueName( layerName( layer, context ), mNames );
  if ( auto *vector = qobject_cast<QgsVectorLayer *>( layer ) )
    mLayers.emplace_back( LayerSource::fromLayer( vector, name ) );
  else if ( auto *raster = qobject_cast<QgsRasterLayer *>( layer ) )
    mLayers.emplace_back( std::make_unique<RasterLayerSource>( raster, name ) );
  else
    throw Error( Texts::tr( "layer %1 is neither a vector nor a raster layer" ).arg( name ).toStdString() );
  mNames << name;
}

QgsCoordinateReferenceSystem ThemeLayers::crs() const
{
  if ( mLayers.empty() )
    return {};
  if ( const auto *vector = std::get_if<LayerSource>( &mLayers.front() ) )
    return vector->crs;
  return std::get<std::unique_ptr<RasterLayerSource>>( mLayers.front() )->crs();
}

Theme ThemeLayers::read( std::size_t layer, const QgsCoordinateReferenceSystem &crs,
                         const QgsCoordinateTransformContext &transforms, std::span<const ThemeSettings> settings,
                         Findings &findings, Progress &progress )
{
  const std::string name = mNames.at( static_cast<int>( layer ) ).toStdString();
  if ( const auto *vector = std::get_if<LayerSource>( &mLayers[layer] ) )
    return readFeatures( *vector, LayerReader( crs, transforms, findings ), settingsOf( settings, name ), findings,
                         progress );
  auto &raster = std::get<std::unique_ptr<RasterLayerSource>>( mLayers[layer] );
  raster->setWorkingCrs( crs, transforms );
  refuseField( settingsOf( settings, name ), findings );
  return { name, Measure::RasterMean, {}, std::move( raster ) };
}

std::vector<Theme> ThemeLayers::read( const QgsCoordinateReferenceSystem &crs,
                                      const QgsCoordinateTransformContext &transforms,
                                      std::span<const ThemeSettings> settings, Findings &findings, Progress &progress )
{
  std::vector<Theme> themes( mLayers.size() );
  std::vector<Findings> found( mLayers.size() );
  parallelFor( mLayers.size(), progress,
               [&]( std::size_t i )
               {
                 QuietProgress quiet( progress );
                 themes[i] = read( i, crs, transforms, settings, found[i], quiet );
               } );
  for ( const Findings &each : found )
    findings.insert( findings.end(), each.begin(), each.end() );
  return themes;
}

QString uniqueName( const QString &name, const QStringList &taken )
{
  QString unique = name;
  for ( int i = 2; taken.contains( unique ); ++i )
    unique = QStringLiteral( "%1_%2" ).arg( name ).arg( i );
  return unique;
}

Box extentOf( std::span<const Theme> themes )
{
  Box extent;
  for ( const Theme &theme : themes )
  {
    if ( theme.raster )
      extent.include( theme.raster->extent() );
    for ( const Point &point : theme.features.geometry.coordinates )
      extent.include( point );
  }
  return extent;
}

} // namespace koppelkans
