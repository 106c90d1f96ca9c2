// SPDX-License-Identifier: GPL-3.0-or-later
#include "works.h"

#include "chance.h"
#include "zones.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <set>

namespace koppelkans::sample
{

namespace
{
const std::vector<Field> &workFields()
{
  static const std::vector<Field> fields{
    { "werk_id", OFTString },  { "omschrijving", OFTString }, { "soort", OFTString }, { "jaar", OFTString },
    { "vroegst", OFTInteger }, { "laatst", OFTInteger },      { "vast", OFTInteger }, { "kosten", OFTReal },
    { "potje", OFTString },    { "beheerder", OFTString },    { "straat", OFTString } };
  return fields;
}

//! A run of segments of one street: the piece that one contract takes on.
struct Stretch
{
  std::size_t street = 0;
  std::size_t district = 0;
  std::vector<std::size_t> segments;
  Line line;
};

std::vector<Stretch> stretches( const City &city )
{
  std::vector<Stretch> result;
  std::vector<bool> used( city.segments.size(), false );
  for ( std::size_t i = 0; i < city.segments.size(); ++i )
  {
    if ( used[i] || city.fabricOf( city.segments[i] ) == Fabric::Polder )
      continue;
    used[i] = true;
    Stretch stretch{ city.segments[i].street, city.segments[i].district, { i }, city.segments[i].line };
    std::size_t end = city.segments[i].to;
    for ( bool found = true; found && length( stretch.line ) < 190; )
    {
      found = false;
      for ( std::size_t j = 0; j < city.segments.size() && !found; ++j )
      {
        const Segment &next = city.segments[j];
        if ( used[j] || next.street != stretch.street || ( next.from != end && next.to != end ) )
          continue;
        const Line line = next.from == end ? next.line : reversed( next.line );
        stretch.line.insert( stretch.line.end(), line.begin() + 1, line.end() );
        end = next.from == end ? next.to : next.from;
        stretch.segments.push_back( j );
        used[j] = found = true;
      }
    }
    if ( length( stretch.line ) > 55 )
      result.push_back( std::move( stretch ) );
  }
  return result;
}

//! What an owner lays along a street: the title, unit costs a metre, its fund and its distance from the axis.
struct LineKind
{
  const char *kind;
  const char *title;
  const char *owner;
  const char *fund;
  double low;
  double high;
  double aside;
  double likely;
};

constexpr std::array<LineKind, 6> LINE_KINDS{ {
  { "riool", "Vervangen riool", "Gemeente", "GRP", 540, 800, 0.0, 0.62 },
  { "waterleiding", "Vervangen waterleiding", "Drinkwaterbedrijf", "DRINKWATER", 230, 360, 2.1, 0.40 },
  { "gas", "Saneren gasleiding", "Netbeheerder", "NETBEHEER", 190, 290, -2.1, 0.20 },
  { "elektra", "Verzwaren laagspanningsnet", "Netbeheerder", "NETBEHEER", 160, 250, -2.8, 0.28 },
  { "warmtenet", "Aanleg warmtenet", "Warmtebedrijf", "WARMTE", 1250, 1900, 1.2, 0.42 },
  { "verlichting", "Vervangen openbare verlichting", "Gemeente", "OVL", 48, 75, 3.2, 0.26 },
} };

//! Plans works street by street; every owner has its own preferred year, which is why bundling pays.
class WorksPlanner
{
public:
  WorksPlanner( GeoPackageWriter &file, const City &city )
    : mLines( file.layer( "onderhoudswerken", wkbLineString, workFields(), "Geplande werken (lijnen)" ) )
    , mAreas( file.layer( "onderhoudswerken_vlak", wkbMultiPolygon, workFields(), "Geplande werken (vlakken)" ) )
    , mCity( city )
    , mRandom( 2026 )
  {
  }

  void planStreet( const Stretch &stretch, const std::vector<Surface> &surfaces )
  {
    const std::string &street = mCity.streets[stretch.street].name;
    const Fabric fabric = mCity.districts[stretch.district].fabric;
    const int around = mRandom.whole( 2028, 2037 );
    const bool heat =
      street != "Rondweg" && ( fabric == Fabric::Flats || stretch.district == 3 || stretch.district == 4 );
    for ( const LineKind &kind : LINE_KINDS )
    {
      const bool warmth = std::string( kind.kind ) == "warmtenet";
      if ( ( warmth && !heat ) || !mRandom.chance( kind.likely ) )
        continue;
      const Line way = part( stretch.line, mRandom.between( 0, 8 ), length( stretch.line ) - mRandom.between( 0, 8 ) );
      const Geometry line = toLine( simplified( kind.aside == 0 ? way : parallel( way, kind.aside ), 0.25 ) );
      const double costs = length( way ) * mRandom.between( kind.low, kind.high );
      mLines.add( line.get(), values( std::string( kind.title ) + " " + street, kind.kind, around, costs, kind.fund,
                                      kind.owner, street ) );
    }
    if ( mRandom.chance( 0.6 ) )
    {
      std::vector<Geometry> parts;
      for ( const std::size_t segment : stretch.segments )
      {
        if ( surfaces[segment].carriageway )
          parts.emplace_back( surfaces[segment].carriageway->clone() );
      }
      const Geometry area = united( parts );
      const bool main = mCity.streets[stretch.street].rank == Rank::Main;
      mAreas.add( area.get(), values( ( main ? "Herasfalteren " : "Herbestraten " ) + street, "weg", around,
                                      areaOf( *area ) * mRandom.between( 90, 140 ), "WEGEN", "Gemeente", street ) );
    }
  }

  void planGreen( const GreenPlot &plot )
  {
    const double size = areaOf( *plot.shape );
    const std::string place = plot.street.empty() ? mCity.districts[plot.district].name : plot.street;
    const char *title = plot.kind == "ruw gras" ? "Natuurvriendelijke inrichting oever "
                        : plot.kind == "gazon"  ? "Omvormen gazon "
                                                : "Vervangen beplanting ";
    const bool shore = plot.kind == "ruw gras";
    mAreas.add( plot.shape.get(),
                values( title + place, "groen", mRandom.whole( 2027, 2036 ),
                        std::min( 420000.0, size * mRandom.between( 16, 38 ) ), shore ? "WATERSCHAP" : "GROEN",
                        shore ? "Waterschap" : "Gemeente", plot.street ) );
  }

  void planRailway()
  {
    const double whole = length( mCity.railway );
    mLines.add( toLine( part( mCity.railway, 0.5 * whole, 0.62 * whole ) ).get(),
                { nextId(), std::string( "Vernieuwen bovenbouw spoor bij station" ), std::string( "elektra" ),
                  std::string( "2029" ), 2029, 2029, 1, 1850000.0, std::string( "PRORAIL" ), std::string( "ProRail" ),
                  std::string( "Spoorstraat" ) } );
  }

  //! One work without geometry, on purpose: real lists have it, and koppelkans:checkdata must report it.
  void planWithoutPlace()
  {
    mLines.add( nullptr, { nextId(),
                           std::string( "Vervangen duikers, locatie nader te bepalen" ),
                           std::string( "riool" ),
                           std::string( "2027-2031" ),
                           {},
                           {},
                           0,
                           95000.0,
                           std::string( "GRP" ),
                           std::string( "Gemeente" ),
                           {} } );
  }

private:
  std::string nextId()
  {
    char text[16];
    std::snprintf( text, sizeof text, "W%04d", ++mNumber );
    return text;
  }

  std::vector<Value> values( const std::string &title, const char *kind, int around, double costs, const char *fund,
                             const char *owner, const std::string &street )
  {
    const int year = std::clamp( around + mRandom.whole( -4, 4 ), 2026, 2040 );
    const bool fixed = mRandom.chance( 0.035 );
    std::string planned = std::to_string( year );
    if ( !fixed && mRandom.chance( 0.32 ) )
      planned.append( 1, '-' ).append( std::to_string( std::min( 2040, year + mRandom.whole( 2, 4 ) ) ) );
    Value earliest, latest;
    if ( !fixed && mRandom.chance( 0.35 ) )
      earliest = std::max( 2026, year - mRandom.whole( 1, 3 ) );
    if ( !fixed && mRandom.chance( 0.3 ) )
      latest = std::min( 2045, year + mRandom.whole( 4, 7 ) );
    Value amount;
    if ( !mRandom.chance( 0.02 ) )
      amount = std::round( costs / 500 ) * 500;
    return { nextId(),
             title,
             std::string( kind ),
             planned,
             earliest,
             latest,
             fixed ? 1 : 0,
             amount,
             std::string( fund ),
             std::string( owner ),
             street.empty() ? Value{} : Value{ street } };
  }

  LayerWriter mLines;
  LayerWriter mAreas;
  const City &mCity;
  Random mRandom;
  int mNumber = 0;
};

void writeExperiments( GeoPackageWriter &file, const City &city )
{
  LayerWriter layer = file.layer( "experimenten", wkbPolygon,
                                  { { "naam", OFTString }, { "jaar_van", OFTInteger }, { "jaar_tot", OFTInteger } },
                                  "Gebieden waar anders gewerkt mag worden" );
  const Walk walk( city );
  const Point origin{ ORIGIN_X, ORIGIN_Y };
  layer.add( Geometry( walk.within( origin + Point{ 2450, 1640 }, 170, 26 )->Simplify( 0.5 ) ).get(),
             { std::string( "Straat van de toekomst Schilderskwartier" ), 2026, 2031 } );
  layer.add( Geometry( walk.within( origin + Point{ 2950, 2100 }, 210, 26 )->Simplify( 0.5 ) ).get(),
             { std::string( "Bewoners beheren De Hoven" ), 2027, 2033 } );
}

void writeMoratoria( GeoPackageWriter &file, const City &city, const std::vector<Stretch> &streets )
{
  LayerWriter layer = file.layer( "moratoria", wkbPolygon,
                                  { { "jaar_van", OFTInteger }, { "jaar_tot", OFTInteger }, { "reden", OFTString } },
                                  "Straten die pas zijn heringericht en dicht blijven" );
  std::set<std::string> wanted{ "Hoogstraat", "Lindelaan", "Mozartlaan" };
  for ( const Stretch &stretch : streets )
  {
    const std::string &name = city.streets[stretch.street].name;
    if ( wanted.erase( name ) > 0 )
      layer.add( grown( *toLine( stretch.line ), 7, 4 ).get(),
                 { 2024, name == "Hoogstraat" ? 2034 : 2030, name + " heringericht in 2024" } );
  }
}
} // namespace

void writeWorks( GeoPackageWriter &file, const City &city, const std::vector<Surface> &surfaces,
                 const std::vector<GreenPlot> &plots )
{
  const std::vector<Stretch> streets = stretches( city );
  Random random( 365 );
  WorksPlanner planner( file, city );
  for ( const Stretch &stretch : streets )
  {
    if ( random.chance( 0.31 ) )
      planner.planStreet( stretch, surfaces );
  }
  for ( const GreenPlot &plot : plots )
  {
    if ( random.chance( plot.street.empty() ? 0.24 : 0.1 ) )
      planner.planGreen( plot );
  }
  planner.planRailway();
  planner.planWithoutPlace();
  writeExperiments( file, city );
  writeMoratoria( file, city, streets );
}

} // namespace koppelkans::sample
