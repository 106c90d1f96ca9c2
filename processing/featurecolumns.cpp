// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/featurecolumns.h"

#include "core/geometry/wkb.h"

#include <qgscurve.h>
#include <qgscurvepolygon.h>
#include <qgsexception.h>
#include <qgsgeometry.h>
#include <qgsgeometrycollection.h>
#include <qgslinestring.h>
#include <qgspoint.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace koppelkans
{

namespace
{

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

} // namespace

FeatureColumns::FeatureColumns( const std::string &layer, const QgsCoordinateTransform &toWorkingCrs,
                                Findings &findings )
  : mToWorkingCrs( toWorkingCrs )
  , mFindings( findings )
{
  for ( const GeometryKind kind : { GeometryKind::Point, GeometryKind::Line, GeometryKind::Polygon } )
  {
    Features &features = mByKind[static_cast<std::size_t>( kind )];
    features.layer = layer;
    features.geometry.kind = kind;
  }
}

void FeatureColumns::add( std::int64_t id, const QgsGeometry &geometry )
{
  const QgsAbstractGeometry *abstract = geometry.constGet();
  const std::optional<GeometryKind> kind = abstract ? kindOf( *abstract ) : std::nullopt;
  if ( !abstract )
    found( FindingKind::MissingGeometry, id );
  else if ( abstract->isEmpty() )
    found( FindingKind::EmptyGeometry, id );
  else if ( !kind )
    found( FindingKind::WrongGeometryType, id, abstract->wktTypeStr().toStdString() );
  else
  {
    GeometryColumn &column = mByKind[static_cast<std::size_t>( *kind )].geometry;
    append( column, *abstract );
    place( id, column );
  }
  close( id );
}

bool FeatureColumns::add( std::int64_t id, std::span<const std::byte> wkb )
{
  if ( wkb.empty() )
    found( FindingKind::MissingGeometry, id );
  else
  {
    const std::optional<GeometryKind> kind =
      appendWkb( wkb, { &mByKind[0].geometry, &mByKind[1].geometry, &mByKind[2].geometry } );
    if ( !kind )
      return false;
    GeometryColumn &column = mByKind[static_cast<std::size_t>( *kind )].geometry;
    if ( column.coordinates.size() == column.openedAt() )
    {
      column.abandonFeature();
      found( FindingKind::EmptyGeometry, id );
    }
    else
      place( id, column );
  }
  close( id );
  return true;
}

void FeatureColumns::place( std::int64_t id, GeometryColumn &column )
{
  const std::size_t first = column.openedAt();
  try
  {
    if ( !mToWorkingCrs.isShortCircuited() )
      transform( column.coordinates, first, mToWorkingCrs );
    if ( !isOnEarth( column.coordinates, first ) )
    {
      column.abandonFeature();
      found( FindingKind::UnusableGeometry, id, "coordinates beyond 100,000 km" );
    }
  }
  catch ( const QgsCsException &error )
  {
    column.abandonFeature();
    found( FindingKind::NotTransformable, id, error.what().toStdString() );
  }
}

void FeatureColumns::close( std::int64_t id )
{
  for ( Features &features : mByKind )
  {
    features.geometry.closeFeature();
    features.ids.push_back( id );
  }
}

void FeatureColumns::found( FindingKind kind, std::int64_t id, const std::string &value )
{
  mFindings.push_back( { kind, mByKind[0].layer, id, {}, value } );
}

} // namespace koppelkans
