// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/layersource.h"

#include "core/error.h"
#include "core/geometry/repair.h"
#include "core/nodata.h"
#include "processing/compat.h"

#include <QCoreApplication>
#include <qgscoordinatetransform.h>
#include <qgscurve.h>
#include <qgscurvepolygon.h>
#include <qgsexception.h>
#include <qgsgeometrycollection.h>
#include <qgslinestring.h>
#include <qgspoint.h>
#include <qgsprocessingutils.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerfeatureiterator.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansLayerSource )
};

//! Nothing for a collection of several kinds.
std::optional<GeometryKind> kindOf( const QgsAbstractGeometry &geometry )
{
  if ( const auto *collection = dynamic_cast<const QgsGeometryCollection *>( &geometry ) )
    for ( int i = 0; i < collection->numGeometries(); ++i )
      if ( collection->geometryN( i )->dimension() != geometry.dimension() )
        return std::nullopt;
  switch ( geometry.dimension() )
  {
  case 0:
    return GeometryKind::Point;
  case 1:
    return GeometryKind::Line;
  case 2:
    return GeometryKind::Polygon;
  default:
    return std::nullopt;
  }
}

void appendRing( GeometryColumn &column, const QgsLineString &line )
{
  const double *x = line.xData();
  const double *y = line.yData();
  for ( int i = 0; i < line.numPoints(); ++i )
    column.coordinates.push_back( { x[i], y[i] } );
  column.closeRing();
}

//! Appends the parts of a geometry without curves.
void appendParts( GeometryColumn &column, const QgsAbstractGeometry &geometry )
{
  if ( const auto *collection = dynamic_cast<const QgsGeometryCollection *>( &geometry ) )
  {
    for ( int i = 0; i < collection->numGeometries(); ++i )
      appendParts( column, *collection->geometryN( i ) );
  }
  else if ( const auto *polygon = dynamic_cast<const QgsCurvePolygon *>( &geometry ) )
  {
    const auto *shell = dynamic_cast<const QgsLineString *>( polygon->exteriorRing() );
    if ( !shell )
      return;
    appendRing( column, *shell );
    for ( int i = 0; i < polygon->numInteriorRings(); ++i )
      if ( const auto *hole = dynamic_cast<const QgsLineString *>( polygon->interiorRing( i ) ) )
        appendRing( column, *hole );
    column.closePart();
  }
  else if ( const auto *line = dynamic_cast<const QgsLineString *>( &geometry ) )
  {
    appendRing( column, *line );
    column.closePart();
  }
  else if ( const auto *point = dynamic_cast<const QgsPoint *>( &geometry ) )
  {
    column.coordinates.push_back( { point->x(), point->y() } );
    column.closeRing();
    column.closePart();
  }
}

void append( GeometryColumn &column, const QgsAbstractGeometry &geometry )
{
  if ( geometry.hasCurvedSegments() )
    appendParts( column, *std::unique_ptr<QgsAbstractGeometry>( geometry.segmentize() ) );
  else
    appendParts( column, geometry );
}

//! Transforms the coordinates from \a first on. Throws QgsCsException.
void transform( std::vector<Point> &coordinates, std::size_t first, const QgsCoordinateTransform &transform )
{
  const std::size_t count = coordinates.size() - first;
  std::vector<double> x( count ), y( count ), z( count );
  for ( std::size_t i = 0; i < count; ++i )
  {
    x[i] = coordinates[first + i].x;
    y[i] = coordinates[first + i].y;
  }
  transform.transformCoords( static_cast<int>( count ), x.data(), y.data(), z.data() );
  for ( std::size_t i = 0; i < count; ++i )
    coordinates[first + i] = { x[i], y[i] };
}

//! No place on Earth lies further than this, in metres, from the origin of a projected CRS, numbered zones included.
constexpr double furthest = 1e8;

//! Whether the coordinates from \a first on lie somewhere on Earth; those that are not finite are repair()'s affair.
bool isOnEarth( const std::vector<Point> &coordinates, std::size_t first )
{
  const auto isFar = []( double x )
  {
    return std::isfinite( x ) && std::abs( x ) > furthest;
  };
  return std::none_of( coordinates.begin() + static_cast<std::ptrdiff_t>( first ), coordinates.end(),
                       [&]( const Point &point ) { return isFar( point.x ) || isFar( point.y ); } );
}

//! Undoes what was appended to the open feature.
void abandon( GeometryColumn &column )
{
  column.partOffsets.resize( column.featureOffsets.back() + 1 );
  column.ringOffsets.resize( column.partOffsets.back() + 1 );
  column.coordinates.resize( column.ringOffsets.back() );
}

} // namespace

LayerSource LayerSource::fromLayer( QgsVectorLayer *layer, const QString &name )
{
  // Made here, in the layer's thread; read anywhere.
  const auto source = std::make_shared<QgsVectorLayerFeatureSource>( layer );
  return { name,
           layer->crs(),
           layer->fields(),
           layer->wkbType(),
           static_cast<long long>( layer->featureCount() ),
           [source]( const QgsFeatureRequest &request )
           {
             return source->getFeatures( request );
           } };
}

LayerSource LayerSource::fromSource( std::unique_ptr<QgsFeatureSource> source, const QString &name )
{
  const std::shared_ptr<QgsFeatureSource> shared( std::move( source ) );
  return { name,
           shared->sourceCrs(),
           shared->fields(),
           shared->wkbType(),
           static_cast<long long>( shared->featureCount() ),
           [shared]( const QgsFeatureRequest &request ) -> QgsFeatureIterator
           {
             // Validity is our own affair (see repair.h), whatever the user's Processing options say.
             if ( auto *processing = dynamic_cast<QgsProcessingFeatureSource *>( shared.get() ) )
               return processing->getFeatures( request, compat::skipValidityChecks );
             return shared->getFeatures( request );
           } };
}

int LayerSource::field( const QString &fieldName ) const
{
  return fields.lookupField( fieldName );
}

int LayerSource::requiredField( const QString &fieldName ) const
{
  const int index = fieldName.isEmpty() ? -1 : field( fieldName );
  if ( !fieldName.isEmpty() && index < 0 )
    throw Error( Texts::tr( "layer %1 has no field %2" ).arg( name, fieldName ).toStdString() );
  return index;
}

void LayerSource::requireRead( const QgsFeatureIterator &iterator ) const
{
  if ( !iterator.isValid() )
    throw Error( Texts::tr( "layer %1 cannot be read" ).arg( name ).toStdString() );
}

ReadMixedLayer LayerReader::readMixed( const LayerSource &source, Progress &progress ) const
{
  const std::string layer = source.name.toStdString();
  if ( !compat::hasGeometry( source.wkbType ) )
    throw Error( Texts::tr( "layer %1 has no geometry" ).arg( source.name ).toStdString() );
  if ( !source.crs.isValid() )
    throw Error(
      Texts::tr( "layer %1 has no CRS; set it in the layer's properties" ).arg( source.name ).toStdString() );

  ReadMixedLayer read;
  for ( const GeometryKind kind : { GeometryKind::Point, GeometryKind::Line, GeometryKind::Polygon } )
  {
    Features &features = read.byKind[static_cast<std::size_t>( kind )];
    features.layer = layer;
    features.geometry.kind = kind;
  }

  const QgsCoordinateTransform toWorkingCrs( source.crs, mCrs, mTransforms );
  const auto found = [&]( FindingKind kind, const QgsFeature &feature, const std::string &value = {} )
  {
    mFindings.push_back( { kind, layer, feature.id(), {}, value } );
  };

  QgsFeatureIterator iterator = source.features( QgsFeatureRequest() );
  QgsFeature feature;
  long long count = 0;
  while ( iterator.nextFeature( feature ) )
  {
    if ( ++count % 256 == 0 )
    {
      progress.check();
      if ( source.count > 0 )
        progress.report( static_cast<double>( count ) / static_cast<double>( source.count ) );
    }
    read.attributes.push_back( feature.attributes() );
    read.isMixed = read.isMixed || ( !feature.geometry().isEmpty() && fitting( feature, source.wkbType ).isNull() );
    const QgsAbstractGeometry *geometry = feature.geometry().constGet();
    const std::optional<GeometryKind> kind = geometry ? kindOf( *geometry ) : std::nullopt;
    if ( !geometry )
      found( FindingKind::MissingGeometry, feature );
    else if ( geometry->isEmpty() )
      found( FindingKind::EmptyGeometry, feature );
    else if ( !kind )
      found( FindingKind::WrongGeometryType, feature, geometry->wktTypeStr().toStdString() );
    else
    {
      GeometryColumn &column = read.byKind[static_cast<std::size_t>( *kind )].geometry;
      const std::size_t first = column.coordinates.size();
      append( column, *geometry );
      try
      {
        if ( !toWorkingCrs.isShortCircuited() )
          transform( column.coordinates, first, toWorkingCrs );
        if ( !isOnEarth( column.coordinates, first ) )
        {
          abandon( column );
          found( FindingKind::UnusableGeometry, feature, "coordinates beyond 100,000 km" );
        }
      }
      catch ( const QgsCsException &error )
      {
        abandon( column );
        found( FindingKind::NotTransformable, feature, error.what().toStdString() );
      }
    }
    for ( Features &features : read.byKind )
    {
      features.geometry.closeFeature();
      features.ids.push_back( feature.id() );
    }
  }
  source.requireRead( iterator );
  for ( Features &features : read.byKind )
    repair( features, mFindings, progress );
  return read;
}

ReadLayer LayerReader::read( const LayerSource &source, Progress &progress ) const
{
  ReadMixedLayer mixed = readMixed( source, progress );
  // The kind of the first feature that has a geometry.
  const auto firstOf = []( const Features &features )
  {
    const std::vector<std::size_t> &offsets = features.geometry.featureOffsets;
    return std::adjacent_find( offsets.begin(), offsets.end(), []( std::size_t a, std::size_t b ) { return a != b; } ) -
           offsets.begin();
  };
  Features *chosen = &mixed.byKind[static_cast<std::size_t>( GeometryKind::Polygon )];
  for ( Features &features : mixed.byKind )
    if ( firstOf( features ) < firstOf( *chosen ) )
      chosen = &features;

  for ( const Features &features : mixed.byKind )
    for ( std::size_t i = 0; &features != chosen && i < features.geometry.features(); ++i )
      if ( features.geometry.featureOffsets[i] != features.geometry.featureOffsets[i + 1] )
        mFindings.push_back( { FindingKind::WrongGeometryType,
                               features.layer,
                               features.ids[i],
                               {},
                               features.geometry.kind == GeometryKind::Point  ? "Point"
                               : features.geometry.kind == GeometryKind::Line ? "LineString"
                                                                              : "Polygon" } );
  return { std::move( *chosen ), std::move( mixed.attributes ) };
}

ReadLayer readDistricts( const LayerSource &source, const LayerReader &reader, Progress &progress )
{
  ReadLayer read = reader.read( source, progress );
  if ( read.attributes.empty() )
    throw Error( Texts::tr( "layer %1 holds no districts" ).arg( source.name ).toStdString() );
  if ( read.features.geometry.kind != GeometryKind::Polygon )
    throw Error( Texts::tr( "layer %1 holds no polygons" ).arg( source.name ).toStdString() );
  return read;
}

QgsGeometry fitting( const QgsFeature &feature, compat::WkbType type )
{
  const QString kind = compat::geometryName( type );
  return kind.isEmpty() || kind == compat::geometryName( feature.geometry().wkbType() ) ? feature.geometry()
                                                                                        : QgsGeometry();
}

std::vector<TableRow> readTable( const LayerSource &source, Progress &progress )
{
  std::vector<TableRow> rows;
  QgsFeatureIterator iterator = source.features( QgsFeatureRequest().setFlags( compat::requestNoGeometry ) );
  QgsFeature feature;
  while ( iterator.nextFeature( feature ) )
  {
    progress.check();
    rows.push_back( { feature.id(), feature.attributes() } );
  }
  source.requireRead( iterator );
  return rows;
}

bool isNull( const QVariant &value )
{
  return !value.isValid() || value.isNull() ||
         ( value.userType() == QMetaType::QString && value.toString().trimmed().isEmpty() );
}

double numberOf( const QVariant &value, const LayerSource &source, int field, std::int64_t feature, Findings &findings )
{
  const auto found = [&]( FindingKind kind )
  {
    findings.push_back( { kind, source.name.toStdString(), feature, source.fields.at( field ).name().toStdString(),
                          isNull( value ) ? std::string() : value.toString().toStdString() } );
    return noData;
  };
  if ( isNull( value ) )
    return found( FindingKind::MissingNumber );
  bool ok = false;
  double number = value.toDouble( &ok );
  // A decimal comma, as Dutch spreadsheets write it.
  if ( !ok && value.userType() == QMetaType::QString )
    number = value.toString().trimmed().replace( QLatin1Char( ',' ), QLatin1Char( '.' ) ).toDouble( &ok );
  return ok && std::isfinite( number ) ? number : found( FindingKind::NotANumber );
}

} // namespace koppelkans
