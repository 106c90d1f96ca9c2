// SPDX-License-Identifier: GPL-3.0-or-later
// The exact overlay of all polygon layers of a GeoPackage, reading included: bench_faces FILE [PRECISION | geos]
//
// With "geos" the same by GEOS, for comparison: the union of each theme, the union of their boundaries, polygonize, and
// a label for each polygon from a point within it.
#include "core/geometry/geos.h"
#include "core/geometry/repair.h"
#include "core/parallel.h"
#include "core/stack/faces.h"
#include "tests/ogr_features.h"

#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <set>

using namespace koppelkans;

namespace
{

double seconds()
{
  return std::chrono::duration<double>( std::chrono::steady_clock::now().time_since_epoch() ).count();
}

struct Sums
{
  std::size_t faces = 0;
  std::size_t combinations = 0;
  double area = 0;
};

Sums byKoppelkans( const std::vector<Theme> &themes, double precision )
{
  NoProgress progress;
  const Faces faces = makeFaces( themes, precision, progress );
  Sums sums;
  sums.faces = faces.sets.size();
  sums.combinations = std::set( faces.sets.begin(), faces.sets.end() ).size();
  for ( const double area : faces.areas )
    sums.area += area;
  return sums;
}

GeosGeometry collected( std::vector<GeosGeometry> &parts )
{
  std::vector<GEOSGeometry *> given;
  for ( GeosGeometry &part : parts )
    given.push_back( part.release() ); // the collection owns its parts from here on
  return checked( GEOSGeom_createCollection_r( geos(), GEOS_GEOMETRYCOLLECTION, given.data(),
                                               static_cast<unsigned>( given.size() ) ) );
}

Sums byGeos( const std::vector<Theme> &themes )
{
  std::vector<GeosGeometry> boundaries;

  struct Tree
  {
    std::vector<GeosGeometry> polygons;
    std::vector<GeosPrepared> prepared;
    GEOSSTRtree *tree = nullptr;
  };

  std::vector<Tree> trees;
  for ( const Theme &theme : themes )
  {
    std::vector<GeosGeometry> features;
    for ( std::size_t f = 0; f < theme.features.geometry.features(); ++f )
      features.push_back( toGeos( theme.features.geometry, f ) );
    const GeosGeometry united = checked( GEOSUnaryUnion_r( geos(), collected( features ).get() ) );
    boundaries.push_back( checked( GEOSBoundary_r( geos(), united.get() ) ) );
    Tree tree;
    for ( int i = 0; i < GEOSGetNumGeometries_r( geos(), united.get() ); ++i )
      tree.polygons.push_back( checked( GEOSGeom_clone_r( geos(), GEOSGetGeometryN_r( geos(), united.get(), i ) ) ) );
    tree.tree = GEOSSTRtree_create_r( geos(), 10 );
    for ( const GeosGeometry &polygon : tree.polygons )
      tree.prepared.emplace_back( GEOSPrepare_r( geos(), polygon.get() ) );
    for ( std::size_t i = 0; i < tree.polygons.size(); ++i )
      GEOSSTRtree_insert_r( geos(), tree.tree, tree.polygons[i].get(),
                            const_cast<GEOSPreparedGeometry *>( tree.prepared[i].get() ) );
    trees.push_back( std::move( tree ) );
  }
  const GeosGeometry noded = checked( GEOSUnaryUnion_r( geos(), collected( boundaries ).get() ) );
  const GEOSGeometry *lines[] = { noded.get() };
  const GeosGeometry polygons = checked( GEOSPolygonize_r( geos(), lines, 1 ) );

  Sums sums;
  std::set<std::vector<bool>> combinations;
  for ( int i = 0; i < GEOSGetNumGeometries_r( geos(), polygons.get() ); ++i )
  {
    const GEOSGeometry *polygon = GEOSGetGeometryN_r( geos(), polygons.get(), i );
    const GeosGeometry place = checked( GEOSPointOnSurface_r( geos(), polygon ) );
    std::vector<bool> label( themes.size() );
    bool covered = false;
    for ( std::size_t t = 0; t < trees.size(); ++t )
    {
      struct Query
      {
        const GEOSGeometry *place;
        bool found;
      } query{ place.get(), false };

      GEOSSTRtree_query_r(
        geos(), trees[t].tree, place.get(),
        []( void *item, void *user )
        {
          Query &asked = *static_cast<Query *>( user );
          asked.found = asked.found || GEOSPreparedIntersects_r( geos(), static_cast<GEOSPreparedGeometry *>( item ),
                                                                 asked.place ) == 1;
        },
        &query );
      label[t] = query.found;
      covered = covered || query.found;
    }
    if ( !covered )
      continue;
    double area = 0;
    GEOSArea_r( geos(), polygon, &area );
    sums.area += area;
    ++sums.faces;
    combinations.insert( label );
  }
  sums.combinations = combinations.size();
  for ( const Tree &tree : trees )
    GEOSSTRtree_destroy_r( geos(), tree.tree );
  return sums;
}

} // namespace

int main( int argc, char **argv )
{
  if ( argc < 2 || argc > 3 )
  {
    std::fprintf( stderr, "use: %s FILE [PRECISION | geos]\n", argv[0] );
    return 2;
  }
  try
  {
    const double start = seconds();
    std::vector<Theme> themes;
    Findings findings;
    for ( const std::string &name : test::layerNames( argv[1] ) )
      themes.push_back( { name, Measure::Coverage, test::readFeatures( argv[1], name ), nullptr } );
    const double read = seconds();
    NoProgress progress;
    for ( Theme &theme : themes )
      repair( theme.features, findings );
    const double repaired = seconds();
    const bool peer = argc == 3 && std::strcmp( argv[2], "geos" ) == 0;
    const Sums sums = peer ? byGeos( themes ) : byKoppelkans( themes, argc == 3 ? std::atof( argv[2] ) : 0.001 );
    const double done = seconds();
    rusage usage;
    getrusage( RUSAGE_SELF, &usage );
    std::printf(
      "faces %zu  combinations %zu  area %.3f  read %.2f s  check %.2f s  overlay %.2f s  all %.2f s  user %.2f s  "
      "memory %.0f MB\n",
      sums.faces, sums.combinations, sums.area, read - start, repaired - read, done - repaired, done - start,
      static_cast<double>( usage.ru_utime.tv_sec ) + static_cast<double>( usage.ru_utime.tv_usec ) * 1e-6,
      static_cast<double>( usage.ru_maxrss ) / 1024 );
  }
  catch ( const Error &error )
  {
    std::fprintf( stderr, "%s\n", error.what() );
    return 1;
  }
}
