// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/unplanned.h"

#include "core/geometry/box_index.h"
#include "core/geometry/geos.h"
#include "core/parallel.h"

#include <algorithm>
#include <cmath>

namespace koppelkans
{

namespace
{

//! In m²: less is rounding.
constexpr double squareCentimetre = 1e-4;

double areaOf( const GEOSGeometry *geometry )
{
  double area = 0;
  if ( GEOSArea_r( geos(), geometry, &area ) != 1 )
    throw geosError();
  return area;
}

GeosGeometry nothing()
{
  return checked( GEOSGeom_createEmptyCollection_r( geos(), GEOS_MULTIPOLYGON ) );
}

//! Some features of \a column as one, parts side by side.
GeosGeometry together( const GeometryColumn &column, std::span<const std::size_t> features )
{
  GeometryColumn chosen;
  for ( const std::size_t feature : features )
    chosen.append( column, feature );
  chosen.featureOffsets = { 0, chosen.parts() };
  return toGeos( chosen, 0 );
}

//! The union of polygons that may overlap.
GeosGeometry unionOf( const GeometryColumn &column, std::span<const std::size_t> features )
{
  return features.empty() ? nothing() : checked( GEOSUnaryUnion_r( geos(), together( column, features ).get() ) );
}

/**
 * The union of places that do not overlap. Where neighbours share all their corners, as cells do, dropping the edges
 * that they share is the union, and some ten times as fast as finding it; whether it was is seen from the result.
 */
GeosGeometry unionOfPlaces( const GeometryColumn &places, std::span<const std::size_t> features )
{
  if ( features.empty() )
    return nothing();
  const GeosGeometry apart = together( places, features );
  GeosGeometry merged( GEOSCoverageUnion_r( geos(), apart.get() ) );
  const double area = areaOf( apart.get() );
  if ( merged && std::abs( areaOf( merged.get() ) - area ) <= 1e-9 * area &&
       GEOSisValid_r( geos(), merged.get() ) == 1 )
    return merged;
  return checked( GEOSUnaryUnion_r( geos(), apart.get() ) );
}

//! Where a theme is urgent in a district.
GeosGeometry urgentGround( const GEOSGeometry *district, std::span<const GroundPiece> pieces, const NeedMap &map,
                           std::size_t theme )
{
  std::vector<std::size_t> urgent, rest;
  for ( const GroundPiece &piece : pieces )
    ( map.isUrgent( theme, piece.place ) ? urgent : rest ).push_back( piece.place );
  // Where all that lies outside the places is urgent, so is all but the places that are not.
  if ( map.isUrgent( theme, map.outside() ) )
    return checked( GEOSDifference_r( geos(), district, unionOfPlaces( map.places, rest ).get() ) );
  return checked( GEOSIntersection_r( geos(), district, unionOfPlaces( map.places, urgent ).get() ) );
}

//! For each theme, the carriers that carry it, under a tree of boxes.
struct CarriersOfTheme
{
  CarriersOfTheme( const GeometryColumn &footprints, std::span<const Coupling> couplings, std::size_t theme )
    : index( {} )
  {
    std::vector<Box> boxes;
    for ( const Coupling &coupling : couplings )
      if ( coupling.theme == theme && coupling.reason == CouplingReason::Carried )
      {
        carriers.push_back( coupling.carrier );
        boxes.push_back( footprints.featureBox( coupling.carrier ) );
      }
    index = BoxIndex( boxes );
  }

  std::vector<std::size_t> meeting( const Box &box ) const
  {
    std::vector<std::size_t> found;
    index.find( box, found );
    for ( std::size_t &one : found )
      one = carriers[one];
    return found;
  }

  std::vector<std::size_t> carriers;
  BoxIndex index; // of their boxes
};

} // namespace

std::vector<UnplannedGround> unplannedGrounds( const GeometryColumn &districts, const GroundPieces &pieces,
                                               const NeedMap &map, const GeometryColumn &footprints,
                                               std::span<const Coupling> couplings, Progress &progress )
{
  const std::size_t themes = map.themes.size();
  std::vector<CarriersOfTheme> carriers;
  for ( std::size_t theme = 0; theme < themes; ++theme )
    carriers.emplace_back( footprints, couplings, theme );

  std::vector<UnplannedGround> grounds( districts.features() * themes );
  parallelFor( grounds.size(), progress,
               [&]( std::size_t i )
               {
                 UnplannedGround &ground = grounds[i];
                 ground.district = i / themes;
                 ground.theme = i % themes;
                 const GeosGeometry district = toGeos( districts, ground.district );
                 GeosGeometry left = urgentGround( district.get(), pieces.of( ground.district ), map, ground.theme );
                 ground.urgentArea = areaOf( left.get() );
                 const std::vector<std::size_t> near =
                   carriers[ground.theme].meeting( districts.featureBox( ground.district ) );
                 if ( !near.empty() && ground.urgentArea > 0 )
                   left = checked( GEOSDifference_r( geos(), left.get(), unionOf( footprints, near ).get() ) );
                 appendFromGeos( ground.ground, left.get() );
                 ground.unplannedArea = std::min( areaOf( left.get() ), ground.urgentArea );
               } );
  std::erase_if( grounds, []( const UnplannedGround &ground ) { return ground.unplannedArea < squareCentimetre; } );
  std::ranges::stable_sort( grounds, std::greater(), &UnplannedGround::unplannedArea );
  return grounds;
}

} // namespace koppelkans
