// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/ground_pieces.h"

#include "core/parallel.h"

#include <optional>

namespace koppelkans
{

namespace
{

constexpr double negligible = 1e-12;

//! A piece before the pieces are ordered by ground.
struct Found
{
  std::size_t ground;
  GroundPiece piece;
};

//! Appends the pieces of one place, by ground in ascending order.
void cut( const Districts &grounds, const GeometryColumn &places, std::size_t place, std::vector<std::size_t> &met,
          std::vector<Found> &found )
{
  const std::size_t first = found.size();
  for ( std::size_t part = places.featureOffsets[place]; part < places.featureOffsets[place + 1]; ++part )
  {
    const Box box = places.partBox( part );
    grounds.meeting( box, met );
    std::optional<PolygonEdges> polygon;
    for ( const std::size_t window : met )
    {
      const Side side = grounds.windows()[window].sideOf( box );
      if ( side == Side::Outside )
        continue;
      if ( !polygon )
        polygon.emplace( places, part );
      const double area = side == Side::Inside ? polygon->area() : polygon->areaWithin( grounds.windows()[window] );
      found.push_back( { grounds.districtOf( window ), { place, area } } );
    }
  }
  // A ground or a place of several parts may meet the other more than once.
  const auto begin = found.begin() + static_cast<std::ptrdiff_t>( first );
  std::stable_sort( begin, found.end(), []( const Found &a, const Found &b ) { return a.ground < b.ground; } );
  auto kept = begin;
  for ( auto next = begin; next != found.end(); )
  {
    Found sum = *next;
    for ( ++next; next != found.end() && next->ground == sum.ground; ++next )
      sum.piece.area += next->piece.area;
    if ( sum.piece.area > negligible * grounds.areas()[sum.ground] )
      *kept++ = sum;
  }
  found.erase( kept, found.end() );
}

} // namespace

GroundPieces::GroundPieces( const Districts &grounds, const GeometryColumn &places, Progress &progress )
  : mOffsets( grounds.count() + 1 )
{
  constexpr std::size_t block = 1024;
  std::vector<std::vector<Found>> found( ( places.features() + block - 1 ) / block );
  parallelFor( found.size(), progress,
               [&]( std::size_t i )
               {
                 std::vector<std::size_t> met;
                 for ( std::size_t place = i * block; place < std::min( places.features(), ( i + 1 ) * block );
                       ++place )
                 {
                   progress.check();
                   cut( grounds, places, place, met, found[i] );
                 }
               } );

  for ( const std::vector<Found> &some : found )
    for ( const Found &one : some )
      ++mOffsets[one.ground + 1];
  for ( std::size_t ground = 0; ground < grounds.count(); ++ground )
    mOffsets[ground + 1] += mOffsets[ground];
  mPieces.resize( mOffsets.back() );
  std::vector<std::size_t> next( mOffsets.begin(), mOffsets.end() - 1 );
  for ( const std::vector<Found> &some : found )
    for ( const Found &one : some )
      mPieces[next[one.ground]++] = one.piece;
}

std::vector<std::size_t> mainGrounds( const GroundPieces &pieces, std::size_t grounds, std::size_t polygons )
{
  std::vector<std::size_t> main( polygons, noGround );
  std::vector<double> largest( polygons );
  for ( std::size_t ground = 0; ground < grounds; ++ground )
    for ( const GroundPiece &piece : pieces.of( ground ) )
      if ( piece.area > largest[piece.place] )
      {
        largest[piece.place] = piece.area;
        main[piece.place] = ground;
      }
  return main;
}

} // namespace koppelkans
