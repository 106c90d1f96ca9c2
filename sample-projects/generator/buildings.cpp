// SPDX-License-Identifier: GPL-3.0-or-later
#include "buildings.h"

#include "chance.h"

#include <algorithm>
#include <cmath>

namespace koppelkans::sample
{

namespace
{
//! Builds one block after another; all chance comes from one stream.
class Builder
{
public:
  explicit Builder( City &city )
    : mCity( city )
    , mRandom( 1874 )
  {
  }

  void build( const Block &block )
  {
    mBlock = &block;
    mRows.clear();
    const Fabric fabric = mCity.districts[block.district].fabric;
    const bool wide = fabric != Fabric::OldCentre;
    const std::vector<Ring> plots = outerRings( *grown( *toPolygon( block.ring ), wide ? -9.0 : -5.4, 2 ) );
    for ( const Ring &plot : plots )
    {
      if ( area( plot ) < 220 )
        continue;
      switch ( fabric )
      {
      case Fabric::OldCentre:
        closedBlock( plot, 11.5, 22, 60, 1.6 );
        yardBuildings( plot, 0.0011 );
        break;
      case Fabric::Belt:
        closedBlock( plot, 10.5, 45, 95, 3.5 );
        yardBuildings( plot, 0.0004 );
        break;
      case Fabric::Garden:
        terraces( inset( plot, 4.5 ), 9, 20, 38, 7 );
        break;
      case Fabric::Flats:
        block.commonGreen ? slabs( plot ) : terraces( inset( plot, 4 ), 9.5, 36, 58, 9 );
        break;
      case Fabric::Loops:
        terraces( inset( plot, 3.5 ), 9, 17, 30, 6 );
        break;
      case Fabric::Grid:
        terraces( inset( plot, 3 ), 10, 34, 56, 6 );
        break;
      case Fabric::Business:
        halls( plot );
        break;
      case Fabric::Polder:
        break;
      }
    }
  }

  // The church with its tower, the town hall on the market, the station along the track
  void buildLandmarks()
  {
    mBlock = nullptr;
    const Point axis = unit( { 1, 0.12 } );
    const Point church{ ORIGIN_X + 1930, ORIGIN_Y + 1288 };
    clearFor( united( shapes( { rectangle( church, axis, 46, 15 ), rectangle( church + axis * 6, axis, 13, 32 ),
                                rectangle( church - axis * 26, axis, 9, 9 ) } ) ),
              "kerk", 1420 );
    clearFor( toPolygon( rectangle( { ORIGIN_X + 1791, ORIGIN_Y + 1296 }, left( axis ), 34, 19 ) ), "stadhuis", 1665 );
    double nearest = 1e9, at = 0;
    for ( double d = 0; d < length( mCity.railway ); d += 10 )
    {
      const double away = norm( along( mCity.railway, d ) - Point{ ORIGIN_X + 1836, ORIGIN_Y + 1991 } );
      if ( away < nearest )
      {
        nearest = away;
        at = d;
      }
    }
    const Point track = direction( mCity.railway, at );
    place( toPolygon( rectangle( along( mCity.railway, at + 85 ) - left( track ) * 15, track, 120, 14 ) ), "station",
           1891 );
  }

  // Farms stand at their road, each with a barn behind
  void buildFarms()
  {
    for ( const Segment &segment : mCity.segments )
    {
      if ( mCity.fabricOf( segment ) != Fabric::Polder || mCity.streetOf( segment ).rank == Rank::Main )
        continue;
      for ( double d = mRandom.between( 50, 130 ); d < length( segment.line ) - 50; d += mRandom.between( 110, 260 ) )
      {
        const Point heading = direction( segment.line, d );
        const Point away = left( heading ) * ( mRandom.chance( 0.5 ) ? 1.0 : -1.0 );
        const Point front = along( segment.line, d ) + away * mRandom.between( 22, 32 );
        const bool onMeadow = std::any_of( mCity.blocks.begin(), mCity.blocks.end(),
                                           [front]( const Block &block )
                                           { return block.use == Use::Meadow && inside( front, block.ring ); } );
        if ( !onMeadow || distance( front, mCity.river ) < 60 || distance( front, mCity.railway ) < 50 )
          continue;
        mBlock = nullptr;
        place( toPolygon( rectangle( front, heading, 13, 19 ) ), "boerderij", mRandom.whole( 1860, 1950 ) );
        place( toPolygon( rectangle( front + away * 28 + heading * 6, heading, 18, 30 ) ), "schuur",
               mRandom.whole( 1955, 2005 ) );
      }
    }
  }

private:
  static std::vector<Geometry> shapes( const std::vector<Ring> &rings )
  {
    std::vector<Geometry> result;
    for ( const Ring &ring : rings )
      result.push_back( toPolygon( ring ) );
    return result;
  }

  static Ring inset( const Ring &plot, double away )
  {
    const std::vector<Ring> rings = outerRings( *grown( *toPolygon( plot ), -away, 2 ) );
    return rings.empty() ? Ring{} : rings[0];
  }

  // A landmark stands free: what stood too near is taken away
  void clearFor( Geometry shape, const char *use, int built )
  {
    const Geometry room = grown( *shape, 3 );
    std::erase_if( mCity.buildings,
                   [&room]( const Building &other ) { return other.shape->Intersects( room.get() ); } );
    place( std::move( shape ), use, built );
  }

  void place( Geometry shape, const char *use, int built )
  {
    mCity.buildings.push_back( { std::move( shape ), use, built, mBlock ? mBlock->district : 0 } );
  }

  void placeHome( Geometry shape, const char *use = "wonen" )
  {
    const int around = mCity.districts[mBlock->district].built;
    place( std::move( shape ), use, around + mRandom.whole( around < 1850 ? -110 : -8, around < 1850 ? 90 : 9 ) );
  }

  // Alleys beside a corner would slice the corner house lengthwise
  static bool nearCorner( const Ring &plot, Point place, double reach )
  {
    for ( std::size_t i = 0; i < plot.size(); ++i )
    {
      const Point in = unit( plot[i] - plot[( i + plot.size() - 1 ) % plot.size()] );
      const Point out = unit( plot[( i + 1 ) % plot.size()] - plot[i] );
      if ( dot( in, out ) < 0.85 && norm( plot[i] - place ) < reach )
        return true;
    }
    return false;
  }

  // Houses wall to wall around a yard, parted by narrow alleys
  void closedBlock( const Ring &plot, double depth, double shortest, double longest, double gap )
  {
    // Simplifying a narrow corner can cross it; a buffer of nothing mends that
    const Geometry whole = grown( *toPolygon( simplified( closed( plot ), 0.5 ) ), 0 );
    const Geometry yard = grown( *whole, -depth, 1 );
    std::vector<Geometry> open;
    if ( !yard->IsEmpty() )
      open.emplace_back( yard->clone() );
    const Line front = closed( plot );
    for ( double d = mRandom.between( 8, shortest ); d < length( front ) - 8;
          d += mRandom.between( shortest, longest ) )
    {
      if ( nearCorner( plot, along( front, d ), depth + 4 ) )
        continue;
      open.push_back( toPolygon( rectangle( along( front, d ), direction( front, d ), gap, 2.4 * depth ) ) );
    }
    const Geometry houses = open.empty() ? Geometry( whole->clone() ) : without( *whole, *united( open ) );
    for ( const Ring &ring : outerRings( *houses ) )
    {
      const Ring plain = simplified( closed( ring ), 0.3 );
      if ( area( ring ) > 45 && plain.size() > 3 )
        placeHome( grown( *toPolygon( plain ), 0 ),
                   mRandom.chance( mBlock->district == 0 ? 0.4 : 0.08 ) ? "winkel" : "wonen" );
    }
  }

  void yardBuildings( const Ring &plot, double perSquareMetre )
  {
    const Ring yard = inset( plot, 17 );
    if ( yard.empty() )
      return;
    const OrientedBox box = orientedBox( yard );
    for ( int i = static_cast<int>( area( yard ) * perSquareMetre + mRandom.between( 0, 1 ) ); i > 0; --i )
    {
      const Point at = box.centre + box.axis * ( mRandom.between( -0.4, 0.4 ) * box.length ) +
                       left( box.axis ) * ( mRandom.between( -0.4, 0.4 ) * box.width );
      tryRow( rectangle( at, box.axis, mRandom.between( 8, 18 ), mRandom.between( 6, 10 ) ), yard, "bedrijf" );
    }
  }

  // Rows of houses along every side of a plot, open at the corners
  void terraces( const Ring &plot, double depth, double shortest, double longest, double gap )
  {
    if ( plot.size() < 3 )
      return;
    const Line front = simplified( closed( plot ), 1.2 );
    const bool turnsLeft = inside( along( front, 1 ) + left( direction( front, 1 ) ) * 0.5, plot );
    for ( std::size_t i = 1; i < front.size(); ++i )
    {
      const double side = norm( front[i] - front[i - 1] );
      const Point heading = unit( front[i] - front[i - 1] );
      const Point inward = left( heading ) * ( turnsLeft ? 1.0 : -1.0 );
      const int rows = std::max( 1, static_cast<int>( std::lround( side / ( ( shortest + longest ) / 2 + gap ) ) ) );
      const double room = side / rows;
      for ( int row = 0; row < rows; ++row )
      {
        const double size = std::min( room - gap, longest ) - mRandom.between( 0, 0.1 * room );
        if ( size < 11 )
          continue;
        const double step = mRandom.chance( 0.25 ) ? 2.0 : 0.0;
        const Point middle = front[i - 1] + heading * ( ( row + 0.5 ) * room ) + inward * ( depth / 2 + 0.3 + step );
        tryRow( rectangle( middle, heading, size, depth ), plot, "wonen" );
      }
    }
  }

  // Post-war blocks repeat one stamp: parallel slabs in the green, and a low cross bar
  void slabs( const Ring &plot )
  {
    const OrientedBox box = orientedBox( plot );
    const Point across = left( box.axis );
    const double size = std::clamp( box.width * 0.62, 45.0, 98.0 );
    for ( double u = -box.length / 2 + 24; u < box.length / 2 - 10; u += 56 )
    {
      for ( const double v : { -box.width / 2 + size / 2 + 12, box.width / 2 - size / 2 - 12 } )
        tryRow( rectangle( box.centre + box.axis * u + across * v, across, size, 11.5 ), plot, "wonen" );
      tryRow( rectangle( box.centre + box.axis * ( u + 28 ) + across * ( box.width / 2 - 16 ), box.axis, 30, 9 ), plot,
              "wonen" );
    }
  }

  void halls( const Ring &plot )
  {
    const Ring yard = inset( plot, 8 );
    if ( yard.size() < 3 )
      return;
    const OrientedBox box = orientedBox( yard );
    for ( double u = -box.length / 2; u < box.length / 2; u += 74 )
    {
      for ( double v = -box.width / 2; v < box.width / 2; v += 66 )
      {
        const double long_ = mRandom.between( 34, 60 ), short_ = mRandom.between( 26, 50 );
        tryRow(
          rectangle( box.centre + box.axis * ( u + 37 ) + left( box.axis ) * ( v + 33 ), box.axis, long_, short_ ),
          yard, "bedrijf" );
      }
    }
  }

  // A row stands only where it fits in its plot and touches no other
  void tryRow( const Ring &row, const Ring &plot, const char *use )
  {
    Ring probe;
    for ( const double t : { 0.0, 0.25, 0.5, 0.75 } )
    {
      for ( std::size_t i = 0; i < row.size(); ++i )
        probe.push_back( row[i] * ( 1 - t ) + row[( i + 1 ) % row.size()] * t );
    }
    probe.push_back( centre( row ) );
    for ( const Point &p : probe )
    {
      if ( !inside( p, plot ) )
        return;
      for ( const Ring &other : mRows )
      {
        if ( inside( p, other ) )
          return;
      }
    }
    const Ring room =
      rectangle( centre( row ), unit( row[1] - row[0] ), norm( row[1] - row[0] ) + 4, norm( row[2] - row[1] ) + 4 );
    mRows.push_back( room );
    placeHome( toPolygon( row ), use );
  }

  City &mCity;
  Random mRandom;
  const Block *mBlock = nullptr;
  std::vector<Ring> mRows;
};
} // namespace

void addBuildings( City &city )
{
  Builder builder( city );
  for ( const Block &block : city.blocks )
  {
    if ( block.use == Use::Homes )
      builder.build( block );
  }
  builder.buildLandmarks();
  builder.buildFarms();
}

} // namespace koppelkans::sample
