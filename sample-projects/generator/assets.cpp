// SPDX-License-Identifier: GPL-3.0-or-later
#include "assets.h"

#include "chance.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace koppelkans::sample
{

namespace
{
std::string numbered( const char *prefix, std::size_t number )
{
  char text[32];
  std::snprintf( text, sizeof text, "%s-%05zu", prefix, number );
  return text;
}

double twoDecimals( double value )
{
  return std::round( value * 100 ) / 100;
}

//! The years in which things were laid, with the gaps that real registers have.
class Register
{
public:
  explicit Register( const City &city )
    : mCity( city )
    , mRandom( 1953 )
  {
  }

  //! Old districts have been renewed since; nothing in use is older than \a oldest.
  int year( std::size_t district, int oldest )
  {
    int year = mCity.districts[district].built + mRandom.whole( -3, 6 );
    while ( year < oldest )
      year += mRandom.whole( 28, 46 );
    return std::min( year, 2024 );
  }

  //! NULL where nobody knows, 0 where a form would not accept that
  Value recorded( int year )
  {
    const double luck = mRandom.between( 0, 1 );
    if ( luck < 0.05 )
      return {};
    if ( luck < 0.08 )
      return 0;
    return year;
  }

  Value renewed( int year )
  {
    if ( !mRandom.chance( 0.14 ) || year > 2010 )
      return {};
    return std::min( 2025, year + mRandom.whole( 12, 25 ) );
  }

  Random &random() { return mRandom; }

private:
  const City &mCity;
  Random mRandom;
};

void writeSurfaces( GeoPackageWriter &file, const City &city, const std::vector<Surface> &surfaces )
{
  LayerWriter layer = file.layer( "verharding", wkbMultiPolygon,
                                  { { "object_id", OFTString },
                                    { "soort", OFTString },
                                    { "jaar_aanleg", OFTInteger },
                                    { "jaar_onderhoud", OFTInteger },
                                    { "oppervlakte_m2", OFTReal } },
                                  "Verharding per straatdeel" );
  Register years( city );
  std::size_t number = 0;
  for ( std::size_t i = 0; i < city.segments.size(); ++i )
  {
    const Segment &segment = city.segments[i];
    const Rank rank = city.streetOf( segment ).rank;
    const Fabric fabric = city.fabricOf( segment );
    const bool asphalt = rank == Rank::Main || fabric == Fabric::Business || fabric == Fabric::Polder ||
                         ( rank == Rank::Collector && fabric == Fabric::Flats );
    const int year = years.year( segment.district, 1972 );
    const auto add = [&]( const Geometry &shape, const char *kind, int laid )
    {
      if ( shape && !shape->IsEmpty() )
        layer.add( shape.get(), { numbered( "VH", ++number ), std::string( kind ), years.recorded( laid ),
                                  years.renewed( laid ), twoDecimals( areaOf( *shape ) ) } );
    };
    add( surfaces[i].carriageway, asphalt ? "rijbaan asfalt" : "rijbaan elementen", year );
    add( surfaces[i].cyclePath, "fietspad", std::max( year, years.random().whole( 1985, 2016 ) ) );
    add( surfaces[i].pavement, "trottoir tegels", year );
  }
}

void writeSewers( GeoPackageWriter &file, const City &city )
{
  LayerWriter layer = file.layer( "riolering", wkbLineString,
                                  { { "object_id", OFTString },
                                    { "stelsel", OFTString },
                                    { "soort", OFTString },
                                    { "diameter_mm", OFTInteger },
                                    { "jaar_aanleg", OFTInteger },
                                    { "lengte_m", OFTReal } },
                                  "Riolering" );
  Register years( city );
  const std::vector<std::vector<int>> diameters{ { 600, 800, 500 }, { 400, 500, 600 }, { 200, 300, 300, 400 } };
  std::size_t number = 0;
  for ( const Segment &segment : city.segments )
  {
    const Rank rank = city.streetOf( segment ).rank;
    const District &district = city.districts[segment.district];
    if ( district.fabric == Fabric::Polder || years.random().chance( 0.05 ) )
      continue;
    const bool separate = district.built > 1985 || ( district.built > 1970 && years.random().chance( 0.5 ) );
    const int year = years.year( segment.district, 1948 );
    const int diameter = years.random().pick( diameters[rank == Rank::Main ? 0 : rank == Rank::Collector ? 1 : 2] );
    const std::string material = year < 1965 && diameter < 400   ? "gres"
                                 : year > 1988 && diameter < 500 ? "pvc"
                                                                 : "beton";
    layer.add( toLine( segment.line ).get(),
               { numbered( "RL", ++number ), std::string( separate ? "gescheiden" : "gemengd" ), "riool " + material,
                 diameter, years.recorded( year ), twoDecimals( length( segment.line ) ) } );
  }
}

void writeGreen( GeoPackageWriter &file, const City &city, const std::vector<GreenPlot> &plots )
{
  LayerWriter layer = file.layer( "groenvakken", wkbMultiPolygon,
                                  { { "object_id", OFTString }, { "soort", OFTString }, { "jaar_aanleg", OFTInteger } },
                                  "Beheerd groen" );
  Register years( city );
  std::size_t number = 0;
  for ( const GreenPlot &plot : plots )
    layer.add( plot.shape.get(),
               { numbered( "GR", ++number ), plot.kind, years.recorded( years.year( plot.district, 1968 ) ) } );
}

void writeLamps( GeoPackageWriter &file, const City &city )
{
  LayerWriter layer =
    file.layer( "lichtmasten", wkbPoint,
                { { "object_id", OFTString }, { "soort", OFTString }, { "jaar_aanleg", OFTInteger } }, "Lichtmasten" );
  Register years( city );
  std::size_t number = 0;
  for ( const Segment &segment : city.segments )
  {
    const Rank rank = city.streetOf( segment ).rank;
    if ( city.fabricOf( segment ) == Fabric::Polder )
      continue;
    const double away = carriagewayHalf( rank, city.fabricOf( segment ) ) + 0.6;
    const int year = years.year( segment.district, 1990 );
    const std::string lamp = year >= 2012         ? "led"
                             : rank == Rank::Main ? "hogedruk natrium"
                             : year > 2000        ? "compact fluorescentie"
                                                  : "lagedruk natrium";
    const double whole = length( segment.line );
    const int lamps = std::max( 1, static_cast<int>( std::lround( whole / ( rank == Rank::Main ? 52 : 58 ) ) ) );
    for ( int i = 0; i < lamps; ++i )
    {
      const double at = ( i + 0.5 ) * whole / lamps;
      const Point place =
        along( segment.line, at ) + left( direction( segment.line, at ) ) * ( number % 2 == 0 ? away : -away );
      layer.add( toPoint( place ).get(), { numbered( "LM", ++number ), lamp, years.recorded( year ) } );
    }
  }
}
} // namespace

std::vector<GreenPlot> greenPlots( const City &city )
{
  std::vector<GreenPlot> plots;
  Random random( 612 );
  const auto strip = [&]( const Segment &segment, double inner, double outer, double from, double to )
  {
    const Line way = part( segment.line, from, to );
    Line shape = parallel( way, inner );
    const Line far = parallel( way, outer );
    shape.insert( shape.end(), far.rbegin(), far.rend() );
    return grown( *toPolygon( shape ), 0 );
  };
  for ( const Segment &segment : city.segments )
  {
    const Rank rank = city.streetOf( segment ).rank;
    const Fabric fabric = city.fabricOf( segment );
    const double whole = length( segment.line );
    const std::string &street = city.streetOf( segment ).name;
    if ( rank == Rank::Main && whole > 50 )
    {
      const Geometry verge = united(
        [&]
        {
          std::vector<Geometry> sides;
          sides.push_back( strip( segment, 3.75, 4.9, 14, whole - 14 ) );
          sides.push_back( strip( segment, -3.75, -4.9, 14, whole - 14 ) );
          return sides;
        }() );
      plots.push_back( { Geometry( verge->clone() ), "bermgras", segment.district, street } );
    }
    else if ( whole > 60 && random.chance( fabric == Fabric::Garden || fabric == Fabric::Loops ? 0.6
                                           : fabric == Fabric::Grid                            ? 0.45
                                           : fabric == Fabric::OldCentre                       ? 0.06
                                                                                               : 0.18 ) )
    {
      const double half = profileHalf( rank, fabric ) + 0.2;
      const double side = random.chance( 0.5 ) ? 1 : -1;
      const char *kind = fabric == Fabric::Garden ? "hagen" : random.chance( 0.5 ) ? "heesters" : "gazon";
      plots.push_back(
        { strip( segment, side * half, side * ( half + 1.9 ), 18, whole - 18 ), kind, segment.district, street } );
    }
  }
  for ( const Patch &patch : city.green )
  {
    if ( patch.kind == "weiland" || patch.kind == "spoorberm" )
      continue;
    // Managed green ends where houses and water begin
    std::vector<Geometry> taken;
    OGREnvelope box;
    patch.shape->getEnvelope( &box );
    const auto take = [&]( const Geometry &shape, double margin )
    {
      OGREnvelope other;
      shape->getEnvelope( &other );
      if ( other.Intersects( box ) )
        taken.push_back( grown( *shape, margin, 1 ) );
    };
    for ( const Building &building : city.buildings )
      take( building.shape, 0 );
    for ( const Patch &water : city.water )
      take( water.shape, 0 );
    Geometry open = taken.empty() ? Geometry( patch.shape->clone() ) : without( *patch.shape, *united( taken ) );
    open = polygonsOnly( *open, 60 );
    if ( open->IsEmpty() )
      continue;
    const char *kind = patch.kind == "oever"       ? "ruw gras"
                       : patch.kind == "sportpark" ? "sportveld"
                       : patch.kind == "plantsoen" ? "bosplantsoen"
                       : patch.kind == "park"      ? ( random.chance( 0.5 ) ? "bosplantsoen" : "gazon" )
                                                   : "gazon";
    plots.push_back( { std::move( open ), kind, patch.district, "" } );
  }
  return plots;
}

void writeAssets( GeoPackageWriter &file, const City &city, const std::vector<Surface> &surfaces,
                  const std::vector<GreenPlot> &plots )
{
  writeSurfaces( file, city, surfaces );
  writeSewers( file, city );
  writeGreen( file, city, plots );
  writeLamps( file, city );
}

} // namespace koppelkans::sample
