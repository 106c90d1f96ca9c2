// SPDX-License-Identifier: GPL-3.0-or-later
#include "landscape.h"

#include "chance.h"
#include "city_plan.h"

#include <algorithm>
#include <cmath>

namespace koppelkans::sample
{

namespace
{
// A ring road is a town's edge: what lies behind it is meadow
bool behindRingRoad( const City &city, const Block &block )
{
  std::size_t touching = 0;
  for ( const Point &p : block.ring )
  {
    if ( distance( p, city.outline ) < 0.5 )
      ++touching;
  }
  return touching > 0;
}

void chooseUses( City &city )
{
  Random random( 4711 );
  const Point market{ ORIGIN_X + 1855, ORIGIN_Y + 1290 };
  int sports = 0;
  for ( Block &block : city.blocks )
  {
    if ( block.use != Use::Homes )
      continue;
    const District &district = city.districts[block.district];
    const double size = area( block.ring );
    if ( inside( market, block.ring ) )
      block.use = Use::Square;
    else if ( behindRingRoad( city, block ) )
      block.use = Use::Meadow;
    else if ( district.fabric == Fabric::Polder )
      block.use = sports++ == 0 ? Use::Sports : Use::Park;
    else if ( size > 5000 && random.chance( district.fabric == Fabric::Business ? 0.0
                                            : district.fabric == Fabric::Flats  ? 0.09
                                            : district.fabric == Fabric::Grid   ? 0.15
                                                                                : 0.06 ) )
      block.use = Use::Park;
  }
}

void addGreen( City &city, const Geometry &shape, const char *kind, std::size_t district, double leastArea )
{
  for ( const Ring &ring : outerRings( *shape ) )
  {
    const Ring plain = simplified( closed( ring ), 0.4 );
    if ( area( ring ) > leastArea && plain.size() > 3 )
      city.green.push_back( { grown( *toPolygon( plain ), 0 ), kind, district } );
  }
}

// Ditches run from the road into the polder, at the old distance of some fifteen rods
void addDitches( City &city, const Block &block, const OGRGeometry &meadow )
{
  const OrientedBox box = orientedBox( block.ring );
  Noise sway( 77, 400 );
  for ( double u = -box.length / 2 + 40; u < box.length / 2; u += 58 )
  {
    Line ditch;
    for ( int i = -6; i <= 6; ++i )
    {
      const Point p = box.centre + box.axis * u + left( box.axis ) * ( i / 6.0 * ( box.width / 2 + 20 ) );
      ditch.push_back( p + box.axis * ( 14 * sway.at( p.x, p.y ) ) );
    }
    for ( const Line &piece : linesOf( *common( *toLine( ditch ), meadow ) ) )
    {
      if ( length( piece ) > 40 )
        city.water.push_back( { grown( *toLine( simplified( piece, 1.5 ) ), 1.6, 1 ), "sloot", block.district } );
    }
  }
}

// A pond with a winding shore in the middle of a plot
Geometry pond( const Ring &ring, double away )
{
  const Geometry inner = rounded( *grown( *toPolygon( ring ), -away ), 8 );
  const std::vector<Ring> rings = outerRings( *inner );
  if ( rings.empty() || area( rings[0] ) < 900 )
    return nullptr;
  const Noise shore( 31, 90 );
  Ring winding;
  const Point middle = centre( rings[0] );
  const Line edge = closed( rings[0] );
  const double step = std::max( 18.0, length( edge ) / 22 );
  for ( double d = 0; d < length( edge ); d += step )
  {
    const Point p = along( edge, d );
    winding.push_back( middle + ( p - middle ) * ( 0.84 + 0.14 * shore.at( p.x, p.y ) ) );
  }
  return grown( *toPolygon( smoothed( winding, 3 ) ), 0 );
}

// The newest district keeps its rain: wide blocks have a straight water behind the gardens
void addWaterBehindHomes( City &city, const Block &block )
{
  const OrientedBox box = orientedBox( block.ring );
  if ( box.width < 96 || area( block.ring ) < 0.8 * box.length * box.width )
    return;
  const Ring water = rectangle( centre( block.ring ), box.axis, box.length - 88, 11 );
  city.green.push_back(
    { toPolygon( rectangle( centre( block.ring ), box.axis, box.length - 78, 19 ) ), "oever", block.district } );
  city.water.push_back( { toPolygon( water ), "wetering", block.district } );
}
} // namespace

void addLandscape( City &city )
{
  chooseUses( city );
  const Geometry municipality = toPolygon( city.outline );
  const Geometry river = common( *grown( *toLine( city.river ), RIVER_HALF, 6 ), *municipality );
  const Geometry canal = without( *grown( *toLine( city.canal ), CANAL_HALF, 6 ), *river );
  city.water.push_back( { Geometry( river->clone() ), "rivier", 11 } );
  city.water.push_back( { Geometry( canal->clone() ), "singel", 0 } );

  int ponds = 0;
  Random random( 1956 );
  for ( Block &block : city.blocks )
  {
    const District &district = city.districts[block.district];
    const Geometry whole = toPolygon( block.ring );
    const Geometry plot = grown( *whole, -9, 2 );
    switch ( block.use )
    {
    case Use::River:
      addGreen( city, without( *grown( *whole, -4.8, 2 ), *river ), "oever", block.district, 150 );
      break;
    case Use::Canal:
      addGreen( city, without( *grown( *whole, -4.8, 2 ), *canal ), "plantsoen", block.district, 120 );
      break;
    case Use::Railway:
      addGreen( city, without( *grown( *whole, -5.5, 2 ), *grown( *toLine( city.railway ), 7 ) ), "spoorberm",
                block.district, 200 );
      break;
    case Use::Meadow:
      addGreen( city, grown( *plot, 2, 2 ), "weiland", block.district, 400 );
      addDitches( city, block, *plot );
      break;
    case Use::Park:
    {
      addGreen( city, plot, "park", block.district, 300 );
      const bool large = area( block.ring ) > 20000 || district.fabric == Fabric::Grid;
      if ( Geometry water =
             large || ponds++ % 3 == 0 ? pond( block.ring, area( block.ring ) > 20000 ? 42 : 22 ) : nullptr )
        city.water.push_back( { std::move( water ), "vijver", block.district } );
      break;
    }
    case Use::Sports:
      addGreen( city, plot, "sportpark", block.district, 300 );
      break;
    case Use::Homes:
      block.commonGreen = district.fabric == Fabric::Flats && ( district.built > 1960 || random.chance( 0.4 ) );
      if ( block.commonGreen )
        addGreen( city, plot, "woongroen", block.district, 400 );
      else if ( district.fabric == Fabric::Grid )
        addWaterBehindHomes( city, block );
      break;
    case Use::Square:
      break;
    }
  }
}

} // namespace koppelkans::sample
