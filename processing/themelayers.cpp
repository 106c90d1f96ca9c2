// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/themelayers.h"

#include "core/error.h"
#include "core/parallel.h"
#include "core/stack/stack.h"
#include "processing/koppelkansalgorithm.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <qgsproviderregistry.h>
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

void refuse( const ThemeSettings &settings, const char *setting, const std::string &value, Findings &findings )
{
  if ( !value.empty() )
    findings.push_back( { FindingKind::UnusedSetting, settings.theme, Finding::noFeature, setting, value } );
}

/**
 * The extent that the settings of a theme state, in the working CRS: a rectangle as QGIS writes it, "x0,x1,y0,y1
 * [EPSG:28992]", or the source of a layer of polygons.
 */
GeometryColumn readExtent( const QString &theme, const QString &text, const QgsCoordinateReferenceSystem &crs,
                           const QgsCoordinateTransformContext &transforms, Findings &findings, Progress &progress )
{
  GeometryColumn polygons;
  const QVariantMap parts = QgsProviderRegistry::instance()->decodeUri( QStringLiteral( "ogr" ), text );
  if ( QFileInfo( parts.value( QStringLiteral( "path" ) ).toString() ).isFile() )
  {
    QgsVectorLayer layer( text, theme, QStringLiteral( "ogr" ) );
    polygons = LayerReader( crs, transforms, findings )
                 .readFeatures( LayerSource::fromLayer( &layer, text ), -1, progress )
                 .geometry;
  }
  else
  {
    const QgsProcessingParameterExtent rectangle( QStringLiteral( "extent" ) );
    QgsProcessingContext context;
    context.setTransformContext( transforms );
    FeatureColumns columns( theme.toStdString(), QgsCoordinateTransform(), findings );
    const QVariantMap given{ { QStringLiteral( "extent" ), text } };
    if ( !QgsProcessingParameters::parameterAsExtent( &rectangle, given, context, crs ).isEmpty() )
      columns.add( 0, QgsProcessingParameters::parameterAsExtentGeometry( &rectangle, given, context, crs ) );
    polygons = std::move( columns ).take()[static_cast<std::size_t>( GeometryKind::Polygon )].geometry;
  }
  if ( polygons.kind != GeometryKind::Polygon || polygons.parts() == 0 )
    throw Error( Texts::tr( "theme %1: the extent %2 is neither a rectangle (x0,x1,y0,y1 [EPSG:28992]) nor a layer of "
                            "polygons" )
                   .arg( theme, text )
                   .toStdString() );
  return polygons;
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
    refuse( settings, "field", settings.field, findings );
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
  const ThemeSettings own = settingsOf( settings, name );
  std::optional<GeometryColumn> extent;
  if ( !own.extent.empty() )
    extent = readExtent( mNames.at( static_cast<int>( layer ) ), QString::fromStdString( own.extent ), crs, transforms,
                         findings, progress );
  if ( const auto *vector = std::get_if<LayerSource>( &mLayers[layer] ) )
  {
    const LayerReader reader( crs, transforms, findings );
    Theme theme = own.filter.empty() ? readFeatures( *vector, reader, own, findings, progress )
                                     : readFeatures( vector->filtered( QString::fromStdString( own.filter ) ), reader,
                                                     own, findings, progress );
    theme.extent = std::move( extent );
    return theme;
  }
  auto &raster = std::get<std::unique_ptr<RasterLayerSource>>( mLayers[layer] );
  raster->setWorkingCrs( crs, transforms );
  refuse( own, "field", own.field, findings );
  refuse( own, "filter", own.filter, findings );
  return { name, Measure::RasterMean, {}, std::move( raster ), std::move( extent ) };
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
    extent.include( theme.features.geometry.box() );
  }
  return extent;
}

} // namespace koppelkans
