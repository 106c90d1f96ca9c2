// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/neighbours.h"

#include "core/geometry/box_index.h"
#include "core/parallel.h"

#include <cmath>
#include <numeric>

namespace koppelkans
{

namespace
{

double distanceBetween( const Box &a, const Box &b )
{
  const double x = std::max( { a.xMin - b.xMax, b.xMin - a.xMax, 0.0 } );
  const double y = std::max( { a.yMin - b.yMax, b.yMin - a.yMax, 0.0 } );
  return std::hypot( x, y );
}

} // namespace

Neighbours::Neighbours( const WorkGeometries &works, double distance, Progress &progress )
{
  collectPlaces( works );
  std::vector<Box> boxes;
  for ( std::size_t place = 0; place < places(); ++place )
    boxes.push_back( works.box( worksAt( place ).front() ) );
  const BoxIndex index( boxes );

  // Each pair is tested once, from its lower place.
  std::vector<std::vector<std::size_t>> higher( places() );
  parallelFor( places(), progress,
               [&]( std::size_t place )
               {
                 GeosGeometry geometry;
                 GeosPrepared prepared;
                 Box reach = boxes[place];
                 reach.include( Point{ reach.xMin - distance, reach.yMin - distance } );
                 reach.include( Point{ reach.xMax + distance, reach.yMax + distance } );
                 std::vector<std::size_t> candidates;
                 index.find( reach, candidates );
                 for ( const std::size_t other : candidates )
                 {
                   if ( other <= place || distanceBetween( boxes[place], boxes[other] ) > distance )
                     continue;
                   progress.check();
                   if ( !prepared )
                   {
                     geometry = works.geos( worksAt( place ).front() );
                     prepared.reset( GEOSPrepare_r( geos(), geometry.get() ) );
                   }
                   const GeosGeometry near = works.geos( worksAt( other ).front() );
                   const char within = GEOSPreparedDistanceWithin_r( geos(), prepared.get(), near.get(), distance );
                   if ( within == 2 )
                     throw geosError();
                   if ( within )
                     higher[place].push_back( other );
                 }
               } );

  std::vector<std::vector<std::size_t>> lower( places() );
  for ( std::size_t place = 0; place < places(); ++place )
    for ( const std::size_t other : higher[place] )
      lower[other].push_back( place );
  for ( std::size_t place = 0; place < places(); ++place )
  {
    mNear.insert( mNear.end(), lower[place].begin(), lower[place].end() );
    mNear.insert( mNear.end(), higher[place].begin(), higher[place].end() );
    mNearOffsets.push_back( mNear.size() );
  }
}

void Neighbours::collectPlaces( const WorkGeometries &works )
{
  mWorks.resize( works.size() );
  std::iota( mWorks.begin(), mWorks.end(), std::size_t( 0 ) );
  std::stable_sort( mWorks.begin(), mWorks.end(),
                    [&]( std::size_t a, std::size_t b ) { return works.compare( a, b ) < 0; } );
  mPlaceOf.resize( works.size() );
  for ( std::size_t i = 0; i < mWorks.size(); ++i )
  {
    if ( i > 0 && works.compare( mWorks[i - 1], mWorks[i] ) != 0 )
      mWorkOffsets.push_back( i );
    mPlaceOf[mWorks[i]] = mWorkOffsets.size() - 1;
  }
  if ( !mWorks.empty() )
    mWorkOffsets.push_back( mWorks.size() );
}

void Neighbours::visitPairs( const std::function<void( std::size_t, std::size_t )> &visit ) const
{
  for ( std::size_t place = 0; place < places(); ++place )
  {
    const std::span<const std::size_t> here = worksAt( place );
    for ( std::size_t i = 0; i < here.size(); ++i )
      for ( std::size_t j = i + 1; j < here.size(); ++j )
        visit( here[i], here[j] );
    for ( const std::size_t other : placesNear( place ) )
      if ( other > place )
        for ( const std::size_t a : here )
          for ( const std::size_t b : worksAt( other ) )
            visit( a, b );
  }
}

} // namespace koppelkans
