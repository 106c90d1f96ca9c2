// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/footprint.h"

#include "core/parallel.h"

namespace koppelkans
{

namespace
{

constexpr int quadrantSegments = 8;

GeosGeometry footprint( const WorkGeometries &works, std::size_t i, const FootprintSize &size )
{
  GeosGeometry geometry = works.geos( i );
  const GeometryKind kind = works.kind( i );
  if ( kind == GeometryKind::Polygon )
    return geometry;
  const double usual = kind == GeometryKind::Line ? size.width : size.radius;
  const double breadth = hasData( works.breadth( i ) ) ? works.breadth( i ) : usual;
  const double distance = kind == GeometryKind::Line ? breadth / 2 : breadth;
  if ( !( distance > 0 ) )
    throw Error( kind == GeometryKind::Line ? "The width of lines must be more than 0 m"
                                            : "The radius of points must be more than 0 m" );
  if ( kind == GeometryKind::Line )
  {
    GeosGeometry band = checked( GEOSBufferWithStyle_r( geos(), geometry.get(), distance, quadrantSegments,
                                                        GEOSBUF_CAP_FLAT, GEOSBUF_JOIN_ROUND, 0 ) );
    if ( !GEOSisEmpty_r( geos(), band.get() ) )
      return band;
  }
  return checked( GEOSBuffer_r( geos(), geometry.get(), distance, quadrantSegments ) );
}

} // namespace

GeometryColumn footprints( const WorkGeometries &works, const FootprintSize &size, Progress &progress )
{
  GeometryColumn all;
  // In blocks, as the whole city twice in memory would be too much.
  constexpr std::size_t block = 4096;
  for ( std::size_t begin = 0; begin < works.size(); begin += block )
  {
    const std::size_t end = std::min( begin + block, works.size() );
    std::vector<GeometryColumn> single( end - begin );
    ProgressPart part( progress, static_cast<double>( begin ) / static_cast<double>( works.size() ),
                       static_cast<double>( end ) / static_cast<double>( works.size() ) );
    parallelFor( end - begin, part,
                 [&]( std::size_t i ) { appendFromGeos( single[i], footprint( works, begin + i, size ).get() ); } );
    for ( const GeometryColumn &one : single )
      all.append( one, 0 );
  }
  return all;
}

} // namespace koppelkans
