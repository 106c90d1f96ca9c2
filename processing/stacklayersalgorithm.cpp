// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/stacklayersalgorithm.h"

#include "core/stack/geopackage.h"
#include "core/stack/geotiff.h"
#include "core/stack/interlocks.h"
#include "processing/carriedfields.h"
#include "processing/interlockpicture.h"
#include "processing/rows.h"
#include "processing/settingstable.h"

#include <qgslinestring.h>
#include <qgspolygon.h>

namespace koppelkans
{

namespace
{

QgsGeometry cellGeometry( const Grid &grid, std::size_t cell )
{
  std::array<Point, 7> room;
  return QgsGeometry( std::make_unique<QgsPolygon>( lineString( grid.ring( cell, room ) ).release() ) );
}

void writeCells( const Stack &stack, QgsFeatureSink &sink, bool nonEmptyOnly, Progress &progress )
{
  const std::vector<char> chosen = chosenCells( stack, nonEmptyOnly );
  for ( std::size_t cell = 0; cell < stack.grid.cells(); ++cell )
  {
    if ( cell % 1024 == 0 )
    {
      progress.check();
      progress.report( static_cast<double>( cell ) / static_cast<double>( stack.grid.cells() ) );
    }
    if ( !chosen[cell] )
      continue;
    QVariantList values{ QString::fromStdString( stack.grid.cellId( cell ) ) };
    for ( const StackedTheme &theme : stack.themes )
      values << orNull( theme.values[cell] );
    values << stack.overlapCount( cell ) << orNull( stack.overlapIndex( cell ) );
    addRow( sink, values, cellGeometry( stack.grid, cell ) );
  }
}

void writeInterlocks( const Stack &stack, const std::vector<Interlock> &interlocks, QgsFeatureSink &sink )
{
  for ( const Interlock &interlock : interlocks )
    addRow( sink, { QString::fromStdString( stack.themes[interlock.themeA].name ),
                    QString::fromStdString( stack.themes[interlock.themeB].name ), interlock.areaBoth,
                    orNull( interlock.jaccard ), orNull( interlock.lift ) } );
}

GeometryColumn readMask( const LayerSource &source, const LayerReader &reader, Progress &progress )
{
  GeometryColumn mask = reader.readFeatures( source, -1, progress ).geometry;
  if ( mask.kind != GeometryKind::Polygon || mask.parts() == 0 )
    throw Error(
      KoppelkansStackLayersAlgorithm::tr( "The mask %1 holds no polygons" ).arg( source.name ).toStdString() );
  return mask;
}

QgsFields cellFields( const Stack &stack )
{
  const QgsFields overlap =
    makeFields( { makeField( "overlap_count", compat::integer ), makeField( "overlap_index", compat::real ) } );
  QgsFields fields = makeFields( { makeField( "cell_id", compat::text ) } );
  for ( const StackedTheme &theme : stack.themes )
    appendUnique( fields, QgsField( QString::fromStdString( theme.name ), compat::real ), QStringLiteral( "_theme" ),
                  overlap );
  fields.extend( overlap );
  return fields;
}

QgsFields interlockFields()
{
  QgsFields fields;
  fields.append( QgsField( QStringLiteral( "theme_a" ), compat::text ) );
  fields.append( QgsField( QStringLiteral( "theme_b" ), compat::text ) );
  for ( const char *name : { "area_both", "jaccard", "lift" } )
    fields.append( QgsField( QString::fromLatin1( name ), compat::real ) );
  return fields;
}

} // namespace

QStringList KoppelkansStackLayersAlgorithm::tags() const
{
  return tr( "themes,overlap,stack,transition,grid,cells,hexagons,coverage,multi-criteria,suitability,interlock" )
    .split( ',' );
}

QString KoppelkansStackLayersAlgorithm::about() const
{
  return tr( "Puts all transition tasks of a city (themes) on one grid and counts, cell by cell, how many of them ask "
             "for something there. Areas "
             "are exact, also where a theme's own polygons overlap; no data is kept apart from zero." );
}

void KoppelkansStackLayersAlgorithm::initAlgorithm( const QVariantMap & )
{
  add( new QgsProcessingParameterMultipleLayers( QStringLiteral( "THEMES" ), tr( "Themes" ), compat::sourceMapLayer ),
       tr( "One layer a theme. Polygons count by the share of each cell that they cover, or by the mean of a field "
           "named in the settings; lines by "
           "metres per hectare; points by number per hectare; rasters by the mean of their first band." ) );
  add( new QgsProcessingParameterFeatureSource( QStringLiteral( "THEME_SETTINGS" ), tr( "Theme settings" ),
                                                { compat::sourceTable }, QVariant(), true ),
       tr( "A table with the columns theme (the layer's name), weight, lower, upper, threshold, direction "
           "(more_is_worse or less_is_worse), field, filter (an expression that chooses features) and extent (where "
           "the theme was mapped: x0,x1,y0,y1 or a file of polygons; elsewhere there is no data). "
           "All but theme are optional; what is missing is filled in (weight 1, threshold 0.5, more_is_worse, bounds 0 "
           "and 1 for coverage and the "
           "smallest and largest value for all else) and listed among the findings." ) );
  add( new QgsProcessingParameterNumber( QStringLiteral( "CELL_SIZE" ), tr( "Cell size (metres)" ),
                                         compat::numberDouble, 25, false, 0.01 ),
       tr( "The side of a square, or the height of a hexagon. Corners of squares lie on multiples of it, so that grids "
           "of one size fit together." ) );
  add( new QgsProcessingParameterEnum( QStringLiteral( "CELL_SHAPE" ), tr( "Cell shape" ),
                                       { QStringLiteral( "square" ), QStringLiteral( "hexagon" ) }, false,
                                       QStringLiteral( "square" ), false, true ),
       tr( "Squares (square) or hexagons (hexagon)." ) );
  add( new QgsProcessingParameterExtent( QStringLiteral( "EXTENT" ), tr( "Extent" ), QVariant(), true ),
       tr( "What to cover with cells. If left out: the mask or, without one, everything that the themes hold." ) );
  add( new QgsProcessingParameterFeatureSource( QStringLiteral( "MASK" ), tr( "Mask" ), { compat::sourcePolygon },
                                                QVariant(), true ),
       tr( "The area that matters, such as the municipality: only cells that meet it are kept, whole." ) );
  add( new QgsProcessingParameterBoolean( QStringLiteral( "NON_EMPTY_ONLY" ), tr( "Leave out empty cells" ), false ),
       tr( "Leaves cells out of the stack of themes in which no theme has anything. The raster keeps them." ) );
  add( new QgsProcessingParameterFeatureSink( QStringLiteral( "CELLS" ), tr( "Stack of themes" ), compat::sourcePolygon,
                                              QVariant(), true ),
       tr( "The cells: cell_id, for each theme its measured value, overlap_count (the number of themes whose need "
           "reaches the threshold) and "
           "overlap_index (the weighted mean of the needs, 0 to 1)." ) );
  add( new QgsProcessingParameterRasterDestination( QStringLiteral( "RASTER" ), tr( "Stack of themes as a raster" ),
                                                    QVariant(), true, false ),
       tr( "The same as a GeoTIFF, a band a theme and two for overlap_count and overlap_index; squares only." ) );
  add( new QgsProcessingParameterFeatureSink( QStringLiteral( "INTERLOCKS" ), tr( "Interlocks" ), compat::sourceTable,
                                              QVariant(), true ),
       tr( "For each pair of themes: area_both (m² where both reach their threshold), jaccard (that area over the area "
           "of either) and lift (how many "
           "times more often they fall together than by chance)." ) );
  add(
    new QgsProcessingParameterFileDestination( QStringLiteral( "INTERLOCK_PICTURE" ), tr( "Picture of interlocks" ),
                                               QStringLiteral( "SVG (*.svg);;PNG (*.png)" ), QVariant(), true, false ),
    tr( "The interlocks as a matrix to print: below the diagonal the shared part of the ground of either theme, above "
        "it how many times more often than by chance they fall together." ) );
  addCrs();
  addFindings();
}

void KoppelkansStackLayersAlgorithm::prepare( const QVariantMap &parameters, QgsProcessingContext &context )
{
  for ( QgsMapLayer *layer : layers( parameters, QStringLiteral( "THEMES" ), context,
                                     []( const QString &, const Error &error ) { throw error; } ) )
    mThemes.add( layer, context );
  if ( mThemes.count() == 0 )
    throw Error( tr( "There are no themes to stack" ).toStdString() );
}

bool KoppelkansStackLayersAlgorithm::checkParameterValues( const QVariantMap &parameters, QgsProcessingContext &context,
                                                           QString *message ) const
{
  QVariant raster = parameters.value( QStringLiteral( "RASTER" ) );
  if ( raster.canConvert<QgsProcessingOutputLayerDefinition>() )
    raster = raster.value<QgsProcessingOutputLayerDefinition>().sink.staticValue();
  if ( !isNull( raster ) && shapeOf( parameters, context ) == CellShape::Hexagon )
  {
    if ( message )
      *message = tr( "A raster cannot hold hexagons: choose square cells, or leave out the raster" );
    return false;
  }
  return KoppelkansAlgorithm::checkParameterValues( parameters, context, message );
}

CellShape KoppelkansStackLayersAlgorithm::shapeOf( const QVariantMap &parameters, QgsProcessingContext &context ) const
{
  return parameterAsEnumString( parameters, QStringLiteral( "CELL_SHAPE" ), context ) == QLatin1String( "hexagon" )
           ? CellShape::Hexagon
           : CellShape::Square;
}

std::optional<Box> KoppelkansStackLayersAlgorithm::chosenExtent( const Run &run,
                                                                 const QgsCoordinateReferenceSystem &crs ) const
{
  const QString name = QStringLiteral( "EXTENT" );
  const QVariant given = run.parameters.value( name );
  if ( !given.isValid() || ( given.userType() == QMetaType::QString && isNull( given ) ) )
    return std::nullopt;
  const QgsRectangle chosen = parameterAsExtent( run.parameters, name, run.context, crs );
  if ( chosen.isNull() || chosen.isEmpty() )
    throw Error( tr( "The extent is empty: %1. Leave it out to cover everything that the themes hold" )
                   .arg( given.userType() == QMetaType::QString ? given.toString() : chosen.asWktCoordinates() )
                   .toStdString() );
  return Box{ chosen.xMinimum(), chosen.yMinimum(), chosen.xMaximum(), chosen.yMaximum() };
}

QVariantMap KoppelkansStackLayersAlgorithm::compute( Run &run )
{
  const QgsCoordinateReferenceSystem crs = computationCrs( run, mThemes.crs() );
  const std::optional<Box> chosen = chosenExtent( run, crs );
  std::vector<ThemeSettings> settings;
  if ( const std::optional<LayerSource> table = source( run, QStringLiteral( "THEME_SETTINGS" ) ) )
    settings = readThemeSettings( *table, mThemes.names(), run.findings, run.progress );

  ProgressPart reading( run.progress, 0, 0.3 );
  const std::vector<Theme> themes =
    mThemes.read( crs, run.context.transformContext(), settings, run.findings, reading );

  std::optional<GeometryColumn> mask;
  if ( const std::optional<LayerSource> area = source( run, QStringLiteral( "MASK" ) ) )
    mask = readMask( *area, LayerReader( crs, run.context.transformContext(), run.findings ), reading );

  const Grid grid( shapeOf( run.parameters, run.context ),
                   parameterAsDouble( run.parameters, QStringLiteral( "CELL_SIZE" ), run.context ),
                   chosen ? *chosen
                   : mask ? mask->box()
                          : extentOf( themes ) );

  ProgressPart stacking( run.progress, 0.3, 0.5 );
  const Stack stack = makeStack( grid, themes, settings, run.findings, stacking, mask ? &*mask : nullptr );

  const bool nonEmptyOnly = parameterAsBoolean( run.parameters, QStringLiteral( "NON_EMPTY_ONLY" ), run.context );
  ProgressPart writing( run.progress, 0.5, 1 );
  if ( QgsFeatureSink *cells =
         run.results.sink( QStringLiteral( "CELLS" ), cellFields( stack ), compat::polygon, crs ) )
  {
    if ( const QString file = run.results.emptyGeoPackage( QStringLiteral( "CELLS" ) ); !file.isEmpty() )
      fillGeoPackage( stack, file.toStdString(), writing, nonEmptyOnly );
    else
      writeCells( stack, *cells, nonEmptyOnly, writing );
  }
  if ( const QString raster = run.results.file( QStringLiteral( "RASTER" ) ); !raster.isEmpty() )
    writeGeoTiff( stack, crs.toWkt( compat::wktPreferred ).toStdString(), raster.toStdString(), writing );
  QgsFeatureSink *table = run.results.sink( QStringLiteral( "INTERLOCKS" ), interlockFields(), compat::noGeometry, {} );
  const QString picture = run.results.file( QStringLiteral( "INTERLOCK_PICTURE" ) );
  if ( !table && picture.isEmpty() )
    return {}; // each pair of themes is a pass over all cells
  const std::vector<Interlock> pairs = interlocks( stack );
  if ( table )
    writeInterlocks( stack, pairs, *table );
  if ( !picture.isEmpty() )
    drawInterlocks( stack, pairs, picture );
  return {};
}

QString KoppelkansStackLayersAlgorithm::styleOf( const QString &result, const QVariantMap &,
                                                 QgsProcessingContext & ) const
{
  return result == QLatin1String( "CELLS" )    ? QStringLiteral( "cells" )
         : result == QLatin1String( "RASTER" ) ? QStringLiteral( "stack_raster" )
                                               : QString();
}

} // namespace koppelkans
