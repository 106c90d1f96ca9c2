// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/moratoria.h"

#include "core/geometry/box_index.h"
#include "core/geometry/geos.h"
#include "core/parallel.h"

namespace koppelkans
{

namespace
{

bool shareGround( const GEOSPreparedGeometry *footprint, const GEOSGeometry *area )
{
  const char meet = GEOSPreparedIntersects_r( geos(), footprint, area );
  const char touch = meet == 1 ? GEOSPreparedTouches_r( geos(), footprint, area ) : 0;
  if ( meet == 2 || touch == 2 )
    throw geosError();
  return meet && !touch;
}

} // namespace

std::vector<std::vector<YearRange>> closedYears( std::span<const Work> works, const GeometryColumn &footprints,
                                                 const Moratoria &moratoria, Progress &progress )
{
  std::vector<std::vector<YearRange>> closed( works.size() );
  std::vector<Box> boxes;
  for ( std::size_t area = 0; area < moratoria.areas.features(); ++area )
    boxes.push_back( moratoria.areas.featureBox( area ) );
  const BoxIndex index( boxes );

  parallelFor( works.size(), progress,
               [&]( std::size_t i )
               {
                 if ( !works[i].opensSurface )
                   return;
                 std::vector<std::size_t> areas;
                 index.find( footprints.featureBox( i ), areas );
                 if ( areas.empty() )
                   return;
                 const GeosGeometry footprint = toGeos( footprints, i );
                 const GeosPrepared prepared( GEOSPrepare_r( geos(), footprint.get() ) );
                 for ( const std::size_t area : areas )
                   if ( shareGround( prepared.get(), toGeos( moratoria.areas, area ).get() ) )
                     closed[i].push_back( moratoria.years[area] );
               } );
  return closed;
}

} // namespace koppelkans
