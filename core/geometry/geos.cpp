// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/geos.h"

#include <cstdlib>

namespace koppelkans
{

namespace
{

//! One GEOS context a thread, with the last message it gave.
struct ThreadContext
{
  ThreadContext()
    : handle( GEOS_init_r() )
  {
    GEOSContext_setErrorMessageHandler_r(
      handle, []( const char *text, void *self ) { static_cast<ThreadContext *>( self )->message = text; }, this );
    GEOSContext_setNoticeMessageHandler_r(
      handle, []( const char *, void * ) {}, nullptr );
  }

  ~ThreadContext() { GEOS_finish_r( handle ); }

  ThreadContext( const ThreadContext & ) = delete;
  ThreadContext &operator=( const ThreadContext & ) = delete;

  GEOSContextHandle_t handle;
  std::string message;
};

ThreadContext &context()
{
  thread_local ThreadContext mine;
  return mine;
}

GEOSCoordSequence *sequence( std::span<const Point> points )
{
  static_assert( sizeof( Point ) == 2 * sizeof( double ) );
  return GEOSCoordSeq_copyFromBuffer_r( geos(), reinterpret_cast<const double *>( points.data() ),
                                        static_cast<unsigned>( points.size() ), 0, 0 );
}

GeosGeometry partToGeos( const GeometryColumn &column, std::size_t part )
{
  const std::size_t first = column.partOffsets[part];
  switch ( column.kind )
  {
  case GeometryKind::Point:
    return checked( GEOSGeom_createPoint_r( geos(), sequence( column.ring( first ) ) ) );
  case GeometryKind::Line:
    return checked( GEOSGeom_createLineString_r( geos(), sequence( column.ring( first ) ) ) );
  case GeometryKind::Polygon:
    break;
  }
  GeosGeometry shell = checked( GEOSGeom_createLinearRing_r( geos(), sequence( column.ring( first ) ) ) );
  std::vector<GeosGeometry> holes;
  for ( std::size_t r = first + 1; r < column.partOffsets[part + 1]; ++r )
    holes.push_back( checked( GEOSGeom_createLinearRing_r( geos(), sequence( column.ring( r ) ) ) ) );
  std::vector<GEOSGeometry *> given;
  for ( GeosGeometry &hole : holes )
    given.push_back( hole.release() ); // the polygon owns its rings from here on
  return checked(
    GEOSGeom_createPolygon_r( geos(), shell.release(), given.data(), static_cast<unsigned>( given.size() ) ) );
}

void appendRing( GeometryColumn &column, const GEOSGeometry *ring )
{
  const GEOSCoordSequence *points = GEOSGeom_getCoordSeq_r( geos(), ring );
  unsigned size = 0;
  GEOSCoordSeq_getSize_r( geos(), points, &size );
  const std::size_t first = column.coordinates.size();
  column.coordinates.resize( first + size );
  GEOSCoordSeq_copyToBuffer_r( geos(), points, reinterpret_cast<double *>( column.coordinates.data() + first ), 0, 0 );
  column.closeRing();
}

void appendParts( GeometryColumn &column, const GEOSGeometry *geometry )
{
  if ( GEOSisEmpty_r( geos(), geometry ) )
    return;
  switch ( GEOSGeomTypeId_r( geos(), geometry ) )
  {
  case GEOS_POINT:
  case GEOS_LINESTRING:
  case GEOS_LINEARRING:
    if ( column.kind !=
         ( GEOSGeomTypeId_r( geos(), geometry ) == GEOS_POINT ? GeometryKind::Point : GeometryKind::Line ) )
      return;
    appendRing( column, geometry );
    column.closePart();
    return;
  case GEOS_POLYGON:
    if ( column.kind != GeometryKind::Polygon )
      return;
    appendRing( column, GEOSGetExteriorRing_r( geos(), geometry ) );
    for ( int i = 0; i < GEOSGetNumInteriorRings_r( geos(), geometry ); ++i )
      appendRing( column, GEOSGetInteriorRingN_r( geos(), geometry, i ) );
    column.closePart();
    return;
  default:
    for ( int i = 0; i < GEOSGetNumGeometries_r( geos(), geometry ); ++i )
      appendParts( column, GEOSGetGeometryN_r( geos(), geometry, i ) );
  }
}

} // namespace

void GeosDelete::operator()( GEOSGeometry *geometry ) const
{
  GEOSGeom_destroy_r( geos(), geometry );
}

void GeosDelete::operator()( const GEOSPreparedGeometry *geometry ) const
{
  GEOSPreparedGeom_destroy_r( geos(), geometry );
}

void GeosDelete::operator()( char *text ) const
{
  GEOSFree_r( geos(), text );
}

GEOSContextHandle_t geos()
{
  return context().handle;
}

Error geosError()
{
  return Error( "GEOS: " + context().message );
}

GeosGeometry checked( GEOSGeometry *geometry )
{
  if ( !geometry )
    throw geosError();
  return GeosGeometry( geometry );
}

GeosGeometry toGeos( const GeometryColumn &column, std::size_t feature )
{
  std::vector<GeosGeometry> parts;
  for ( std::size_t part = column.featureOffsets[feature]; part < column.featureOffsets[feature + 1]; ++part )
    parts.push_back( partToGeos( column, part ) );
  std::vector<GEOSGeometry *> given;
  for ( GeosGeometry &part : parts )
    given.push_back( part.release() ); // the collection owns its parts from here on
  const int type = column.kind == GeometryKind::Polygon ? GEOS_MULTIPOLYGON
                   : column.kind == GeometryKind::Line  ? GEOS_MULTILINESTRING
                                                        : GEOS_MULTIPOINT;
  return checked( GEOSGeom_createCollection_r( geos(), type, given.data(), static_cast<unsigned>( given.size() ) ) );
}

void appendFromGeos( GeometryColumn &column, const GEOSGeometry *geometry )
{
  appendParts( column, geometry );
  column.closeFeature();
}

} // namespace koppelkans
