// SPDX-License-Identifier: GPL-3.0-or-later
#include "themes.h"

#include "chance.h"
#include "city_plan.h"
#include "terrain.h"
#include "zones.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace koppelkans::sample
{

namespace
{
double tenth( double value )
{
  return std::round( value * 10 ) / 10;
}

// Theme maps are drawn, not measured to the millimetre: few points, no stairs
Geometry drawnSoftly( const OGRGeometry &shape, double radius )
{
  const Geometry soft = rounded( *rounded( shape, radius ), -radius );
  return Geometry( soft->Simplify( 0.4 ) );
}

void writeFlooding( GeoPackageWriter &file, const City &city )
{
  // Deeper zones lie within shallower ones: the theme overlaps itself, as flood maps do
  LayerWriter layer = file.layer( "wateroverlast", wkbPolygon, { { "waterdiepte_cm", OFTInteger } },
                                  "Wateroverlast bij een bui van 90 mm in een uur" );
  const Grid depth = cloudburst( city );
  std::vector<Geometry> water;
  for ( const Patch &patch : city.water )
    water.emplace_back( patch.shape->clone() );
  const Geometry open = united( water );
  for ( const auto &[centimetres, least] : { std::pair( 10, 1200.0 ), std::pair( 20, 500.0 ), std::pair( 30, 300.0 ) } )
  {
    for ( const Geometry &zone : depth.zones( centimetres, least ) )
    {
      const Geometry dry = polygonsOnly( *without( *zone, *open ), 150 );
      if ( !dry->IsEmpty() )
        layer.add( dry.get(), { centimetres } );
    }
  }
}

void writeHeatNetworks( GeoPackageWriter &file, const City &city )
{
  LayerWriter layer = file.layer(
    "warmtenet", wkbPolygon, { { "fase_van", OFTInteger }, { "fase_tot", OFTInteger }, { "warmtebron", OFTString } },
    "Warmtenetten uit de transitievisie warmte" );

  struct Phase
  {
    std::vector<Point> places;
    int from;
    int to;
    const char *source;
  };

  const std::vector<Phase> phases{
    { { { 2000, 2500 }, { 2350, 2450 } }, 2026, 2029, "restwarmte bedrijvenpark" },
    { { { 1950, 2200 }, { 2300, 2150 } }, 2028, 2031, "restwarmte bedrijvenpark" },
    { { { 1750, 1850 }, { 2050, 1800 } }, 2030, 2034, "aquathermie rivier" },
    { { { 1500, 350 }, { 1550, 750 } }, 2027, 2030, "aquathermie rivier" },
    { { { 2050, 650 }, { 2150, 350 } }, 2030, 2034, "aquathermie rivier" },
    { { { 2500, 1600 }, { 2450, 1250 } }, 2032, 2036, "geothermie" },
    { { { 750, 1350 }, { 1000, 1350 } }, 2031, 2035, "aquathermie rivier" },
  };
  const std::vector<Neighbourhood> parts = neighbourhoods( city, 9 );
  for ( const Phase &phase : phases )
  {
    std::vector<std::size_t> blocks;
    for ( const Point &place : phase.places )
    {
      const Point at = place + Point{ ORIGIN_X, ORIGIN_Y };
      const Neighbourhood &nearest = *std::min_element( parts.begin(), parts.end(),
                                                        [at]( const Neighbourhood &a, const Neighbourhood &b )
                                                        { return norm( a.centre - at ) < norm( b.centre - at ); } );
      for ( const std::size_t block : nearest.blocks )
      {
        if ( city.blocks[block].use == Use::Homes || city.blocks[block].use == Use::Park )
          blocks.push_back( block );
      }
    }
    std::sort( blocks.begin(), blocks.end() );
    blocks.erase( std::unique( blocks.begin(), blocks.end() ), blocks.end() );
    // Neighbouring phases share their border street, so each takes a little more than its blocks
    layer.add( drawnSoftly( *grown( *blocksTogether( city, blocks ), 7 ), 36 ).get(),
               { phase.from, phase.to, std::string( phase.source ) } );
  }
}

void writeSewerState( GeoPackageWriter &file, const City &city )
{
  LayerWriter layer = file.layer( "rioolstaat", wkbPolygon, { { "toestand", OFTInteger } },
                                  "Rioleringsgebieden in slechte toestand (5 is het slechtst)" );
  const Noise wear( 41, 430 );
  for ( const Neighbourhood &part : neighbourhoods( city, 6.5 ) )
  {
    const District &district = city.districts[part.district];
    const double age = std::clamp( ( 1995 - std::max( district.built, 1905 ) ) / 90.0, 0.0, 1.0 );
    const double state = 0.9 + 2.4 * age + 4.0 * wear.at( part.centre.x, part.centre.y );
    if ( district.fabric == Fabric::Polder || state < 2.7 )
      continue;
    std::vector<std::size_t> blocks;
    for ( const std::size_t block : part.blocks )
    {
      if ( city.blocks[block].use == Use::Homes || city.blocks[block].use == Use::Square )
        blocks.push_back( block );
    }
    if ( !blocks.empty() )
      layer.add( drawnSoftly( *grown( *blocksTogether( city, blocks ), 5 ), 15 ).get(),
                 { std::clamp( static_cast<int>( std::lround( state ) ), 3, 5 ) } );
  }
}

void writeSubsidence( GeoPackageWriter &file, const City &city )
{
  LayerWriter layer =
    file.layer( "bodemdaling", wkbPolygon, { { "mm_per_jaar", OFTInteger } }, "Bodemdaling in mm per jaar" );
  const Grid rate = subsidence( city );
  const Geometry municipality = toPolygon( city.outline );
  for ( const int millimetres : { 3, 5, 7 } )
  {
    for ( const Geometry &zone : rate.zones( millimetres, 6000 ) )
      layer.add( polygonsOnly( *common( *zone, *municipality ), 2000 ).get(), { millimetres } );
  }
}

void writeGreenShortage( GeoPackageWriter &file, const City &city )
{
  LayerWriter layer =
    file.layer( "groentekort", wkbPolygon, { { "groen_pct", OFTReal } }, "Gebieden met minder groen dan de norm" );
  const Noise planted( 8, 480 );
  const std::map<std::size_t, double> usual{ { 0, 8 },  { 1, 13 }, { 2, 11 }, { 3, 12 },
                                             { 4, 14 }, { 5, 19 }, { 8, 13 }, { 10, 18 } };
  for ( const Neighbourhood &part : neighbourhoods( city, 6 ) )
  {
    const auto found = usual.find( part.district );
    if ( found == usual.end() )
      continue;
    const double share = found->second + 12 * planted.at( part.centre.x, part.centre.y );
    std::vector<std::size_t> blocks;
    for ( const std::size_t block : part.blocks )
    {
      if ( city.blocks[block].use == Use::Homes )
        blocks.push_back( block );
    }
    if ( share < 11.5 && !blocks.empty() )
      layer.add( drawnSoftly( *blocksTogether( city, blocks ), 20 ).get(), { tenth( std::max( 1.5, share ) ) } );
  }
  // Two bow-ties on purpose: real data has them, and koppelkans:checkdata must report them
  for ( const Point at : { Point{ ORIGIN_X + 1250, ORIGIN_Y + 2300 }, Point{ ORIGIN_X + 2620, ORIGIN_Y + 1480 } } )
    layer.addUnchecked( *toPolygon( { at, at + Point{ 90, 70 }, at + Point{ 90, 0 }, at + Point{ 0, 70 } } ), { 9.5 } );
}

void writeRoadSafety( GeoPackageWriter &file, const City &city )
{
  LayerWriter layer = file.layer( "verkeersveiligheid", wkbPolygon, { { "ongevallen", OFTInteger } },
                                  "Onveilige straten en kruispunten, ongevallen in vijf jaar" );
  Random random( 30 );
  std::map<std::size_t, std::vector<Geometry>> streets;
  std::vector<int> mains( city.junctions.size(), 0 );
  for ( const Segment &segment : city.segments )
  {
    const std::string &name = city.streetOf( segment ).name;
    if ( city.streetOf( segment ).rank == Rank::Main )
    {
      ++mains[segment.from];
      ++mains[segment.to];
    }
    const Point middle = along( segment.line, length( segment.line ) / 2 );
    const bool inTown = norm( middle - Point{ ORIGIN_X + 1950, ORIGIN_Y + 1350 } ) < 1250;
    for ( const char *unsafe : { "Utrechtsestraatweg", "Stationsweg", "Koningslaan", "Zuiderweg", "Prins Hendriklaan",
                                 "Arnhemseweg", "Parklaan", "Hoogstraat", "Brugstraat", "Noorderweg", "Thorbeckelaan",
                                 "Rembrandtstraat", "Lindelaan", "Klaverhof" } )
    {
      if ( inTown && name == unsafe )
        streets[segment.street].push_back( grown( *toLine( segment.line ), 15, 4 ) );
    }
  }
  for ( const auto &[street, pieces] : streets )
    layer.add( united( pieces ).get(), { random.whole( 4, 19 ) } );
  // Crossings lie on their streets: here the theme overlaps itself
  for ( std::size_t j = 0; j < mains.size(); ++j )
  {
    const bool inTown = norm( city.junctions[j] - Point{ ORIGIN_X + 1950, ORIGIN_Y + 1350 } ) < 1200;
    if ( mains[j] > 2 || ( mains[j] == 2 && inTown && random.chance( 0.16 ) ) )
      layer.add( grown( *toPoint( city.junctions[j] ), 32, 6 ).get(), { random.whole( 3, 14 ) } );
  }
}

void writeCare( GeoPackageWriter &file, const City &city )
{
  LayerWriter layer = file.layer( "zorg", wkbPolygon, { { "naam", OFTString } },
                                  "Loopgebied van zorgadressen met veel kwetsbare ouderen" );
  const Walk walk( city );

  struct Address
  {
    const char *name;
    Point place;
    double reach;
  };

  for ( const Address &address : std::vector<Address>{ { "Sint Jansgasthuis", { 1640, 1180 }, 260 },
                                                       { "Huize Noorderhof", { 2150, 2380 }, 380 },
                                                       { "De Componist", { 1850, 2500 }, 330 },
                                                       { "Residentie Zuideroever", { 1620, 560 }, 380 },
                                                       { "Thorbeckehof", { 2250, 620 }, 360 },
                                                       { "Woonzorgcentrum De Hoven", { 3000, 2160 }, 340 },
                                                       { "De Linde", { 3080, 1620 }, 360 },
                                                       { "Zorghuis Vermeer", { 2480, 1180 }, 290 },
                                                       { "Zeeheldenhof", { 1000, 1780 }, 300 } } )
    layer.add(
      Geometry( walk.within( address.place + Point{ ORIGIN_X, ORIGIN_Y }, address.reach, 30 )->Simplify( 0.7 ) ).get(),
      { std::string( address.name ) } );
}

void writeEnergyLabels( GeoPackageWriter &file, const City &city )
{
  LayerWriter layer =
    file.layer( "energielabels", wkbMultiPolygon, { { "buurtcode", OFTString }, { "aandeel_efg", OFTReal } },
                "Aandeel woningen met energielabel E, F of G per buurt" );
  const Noise repaired( 63, 420 );
  std::map<std::size_t, int> counts;
  for ( const Neighbourhood &part : neighbourhoods( city, 22 ) )
  {
    const District &district = city.districts[part.district];
    const int number = ++counts[part.district];
    const double old = std::clamp( ( 2005 - std::max( district.built, 1900 ) ) / 105.0, 0.0, 1.0 );
    Value share = tenth( std::clamp( 3 + 47 * old + 17 * repaired.at( part.centre.x, part.centre.y ), 0.4, 78.0 ) );
    // Too few labelled homes to publish a share
    const bool homes = std::any_of( part.blocks.begin(), part.blocks.end(),
                                    [&city]( std::size_t block ) { return city.blocks[block].use == Use::Homes; } );
    if ( district.fabric == Fabric::Business || ( !homes && district.fabric != Fabric::Polder ) ||
         ( district.fabric == Fabric::Polder && number % 2 == 0 ) )
      share = {};
    layer.add( blocksTogether( city, part.blocks ).get(),
               { "BU" + district.code.substr( 2 ) + ( number < 10 ? "0" : "" ) + std::to_string( number ), share } );
  }
}

void writeEcology( GeoPackageWriter &file, const City &city )
{
  LayerWriter layer =
    file.layer( "ecologische_verbindingen", wkbLineString, { { "maatregel", OFTString } }, "Ecologische verbindingen" );
  const Geometry municipality = toPolygon( city.outline );
  const auto add = [&]( const Line &line, const char *measure )
  {
    for ( const Line &piece : linesOf( *common( *toLine( simplified( line, 0.8 ) ), *municipality ) ) )
    {
      if ( length( piece ) > 150 )
        layer.add( toLine( piece ).get(), { std::string( measure ) } );
    }
  };
  const double river = length( city.river );
  add( part( parallel( city.river, RIVER_HALF + 4 ), 0, 0.42 * river ), "natuurvriendelijke oever" );
  add( part( parallel( city.river, -RIVER_HALF - 4 ), 0, river ), "natuurvriendelijke oever" );
  add( part( parallel( city.river, RIVER_HALF + 4 ), 0.62 * river, river ), "rietzone en paaiplaats" );
  add( parallel( city.canal, CANAL_HALF + 3 ), "groene kademuur" );
  add( parallel( city.railway, 17 ), "bloemrijke spoorberm" );
  add( parallel( city.railway, -17 ), "bloemrijke spoorberm" );
  const Walk walk( city );
  const auto way = [&]( Point from, Point to, const char *measure )
  {
    add( walk.between( from + Point{ ORIGIN_X, ORIGIN_Y }, to + Point{ ORIGIN_X, ORIGIN_Y } ), measure );
  };
  way( { 1000, 750 }, { 1900, 500 }, "bomenlaan met kruidenrijke berm" );
  way( { 1900, 500 }, { 3150, 480 }, "bomenlaan met kruidenrijke berm" );
  way( { 800, 1650 }, { 1480, 1700 }, "vleermuisroute" );
  way( { 2200, 1750 }, { 3450, 1500 }, "bomenlaan met kruidenrijke berm" );
  way( { 2150, 2100 }, { 2000, 2680 }, "egelroute door woongroen" );
  way( { 2600, 2200 }, { 3350, 2250 }, "egelroute door hoven" );
}
} // namespace

void writeBackground( GeoPackageWriter &file, const City &city )
{
  LayerWriter districts = file.layer( "wijken", wkbMultiPolygon,
                                      { { "wijkcode", OFTString },
                                        { "naam", OFTString },
                                        { "wijktype", OFTString },
                                        { "inwoners", OFTInteger },
                                        { "huishoudens", OFTInteger },
                                        { "aandeel_65plus", OFTReal },
                                        { "aandeel_koop", OFTReal },
                                        { "woz_gemiddeld", OFTInteger },
                                        { "bouwperiode", OFTString } },
                                      "Wijken van Voorbeeldstad" );
  for ( std::size_t d = 0; d < city.districts.size(); ++d )
  {
    const District &district = city.districts[d];
    double built = 0;
    for ( const Block &block : city.blocks )
    {
      if ( block.district == d &&
           ( block.use == Use::Homes || block.use == Use::Park || district.fabric == Fabric::Polder ) )
        built += area( block.ring ) / 10000;
    }
    const int homes = static_cast<int>( std::lround( built * district.homesPerHectare / 5 ) ) * 5;
    const int residents = static_cast<int>( std::lround( homes * district.residentsPerHome / 5 ) ) * 5;
    districts.add( district.shape.get(), { district.code, district.name, district.type, residents, homes,
                                           district.over65, district.owned, district.homeValue, district.period } );
  }

  LayerWriter green = file.layer( "groen", wkbPolygon, { { "soort", OFTString } }, "Groen (achtergrond)" );
  for ( const Patch &patch : city.green )
    green.add( patch.shape.get(), { patch.kind } );
  LayerWriter water = file.layer( "water", wkbPolygon, { { "soort", OFTString } }, "Water (achtergrond)" );
  for ( const Patch &patch : city.water )
    water.add( patch.shape.get(), { patch.kind } );
  LayerWriter railway = file.layer( "spoor", wkbLineString, { { "naam", OFTString } }, "Spoorlijn (achtergrond)" );
  for ( const double track : { -2.2, 2.2 } )
  {
    for ( const Line &piece :
          linesOf( *common( *toLine( parallel( city.railway, track ) ), *toPolygon( city.outline ) ) ) )
      railway.add( toLine( simplified( piece, 0.1 ) ).get(), { std::string( "Spoorlijn" ) } );
  }
  LayerWriter buildings = file.layer( "gebouwen", wkbPolygon, { { "functie", OFTString }, { "bouwjaar", OFTInteger } },
                                      "Gebouwen (achtergrond)" );
  for ( const Building &building : city.buildings )
    buildings.add( building.shape.get(), { building.use, building.built } );
}

void writeThemes( GeoPackageWriter &file, const City &city )
{
  writeFlooding( file, city );
  writeHeatNetworks( file, city );
  writeSewerState( file, city );
  writeSubsidence( file, city );
  writeGreenShortage( file, city );
  writeRoadSafety( file, city );
  writeCare( file, city );
  writeEnergyLabels( file, city );
  writeEcology( file, city );
}

} // namespace koppelkans::sample
