// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/geos_reference.h"

namespace koppelkans::test
{

GeosGeometry unionOf( const GeometryColumn &polygons )
{
  // Part by part: parts of one feature may overlap, and GEOS will not take such a multipolygon.
  std::vector<GEOSGeometry *> parts;
  for ( std::size_t part = 0; part < polygons.parts(); ++part )
  {
    GeometryColumn one;
    for ( std::size_t r = polygons.partOffsets[part]; r < polygons.partOffsets[part + 1]; ++r )
    {
      const std::span<const Point> ring = polygons.ring( r );
      one.coordinates.insert( one.coordinates.end(), ring.begin(), ring.end() );
      one.closeRing();
    }
    one.closePart();
    one.closeFeature();
    parts.push_back( toGeos( one, 0 ).release() ); // the collection owns its parts
  }
  const GeosGeometry all = checked( GEOSGeom_createCollection_r( geos(), GEOS_GEOMETRYCOLLECTION, parts.data(),
                                                                 static_cast<unsigned>( parts.size() ) ) );
  return checked( GEOSUnaryUnion_r( geos(), all.get() ) );
}

double areaOf( const GEOSGeometry *geometry )
{
  double area = 0;
  GEOSArea_r( geos(), geometry, &area );
  return area;
}

double lengthOf( const GEOSGeometry *geometry )
{
  double length = 0;
  GEOSLength_r( geos(), geometry, &length );
  return length;
}

bool isValid( const GEOSGeometry *geometry )
{
  return GEOSisValid_r( geos(), geometry ) == 1;
}

GeosGeometry within( const Grid &grid, std::size_t cell, const GEOSGeometry *geometry )
{
  std::array<Point, 7> room;
  const std::span<const Point> ring = grid.ring( cell, room );
  GeometryColumn polygon;
  polygon.coordinates.assign( ring.begin(), ring.end() );
  polygon.closeRing();
  polygon.closePart();
  polygon.closeFeature();
  return checked( GEOSIntersection_r( geos(), toGeos( polygon, 0 ).get(), geometry ) );
}

std::vector<double> coverageByGeos( const Grid &grid, const GeometryColumn &polygons )
{
  const GeosGeometry all = unionOf( polygons );
  std::vector<double> shares( grid.cells() );
  for ( std::size_t cell = 0; cell < shares.size(); ++cell )
    shares[cell] = areaOf( within( grid, cell, all.get() ).get() ) / grid.cellArea();
  return shares;
}

} // namespace koppelkans::test
