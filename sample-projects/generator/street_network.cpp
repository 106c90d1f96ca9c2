// SPDX-License-Identifier: GPL-3.0-or-later
#include "street_network.h"

#include "street_pattern.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>

namespace koppelkans::sample
{

namespace
{
//! A piece of a plan line between two crossings.
struct Edge
{
  std::size_t street = 0;
  Rank rank = Rank::Border;
  std::size_t from = 0;
  std::size_t to = 0;
  Line line;
  bool used = false;
};

//! Joins end points that lie within a step of each other; small misfits of drawn lines vanish in it.
class Junctions
{
public:
  std::size_t at( Point p )
  {
    const auto column = static_cast<std::int64_t>( std::floor( p.x / TOLERANCE ) );
    const auto row = static_cast<std::int64_t>( std::floor( p.y / TOLERANCE ) );
    for ( std::int64_t c = column - 1; c <= column + 1; ++c )
    {
      for ( std::int64_t r = row - 1; r <= row + 1; ++r )
      {
        const auto found = mCells.find( { c, r } );
        if ( found != mCells.end() && norm( places[found->second] - p ) <= TOLERANCE )
          return found->second;
      }
    }
    p = { std::round( p.x * 1000 ) / 1000, std::round( p.y * 1000 ) / 1000 };
    mCells.emplace( std::pair( column, row ), places.size() );
    places.push_back( p );
    return places.size() - 1;
  }

  std::vector<Point> places;

private:
  static constexpr double TOLERANCE = 1.0;
  std::map<std::pair<std::int64_t, std::int64_t>, std::size_t> mCells;
};

//! Which plan line an edge came from: the highest in rank of those that run through its middle.
std::size_t origin( const CityPlan &plan, const std::vector<std::pair<Point, Point>> &boxes, const Line &edge )
{
  const Point middle = along( edge, length( edge ) / 2 );
  std::size_t best = plan.lines.size();
  for ( std::size_t i = 0; i < plan.lines.size(); ++i )
  {
    const auto &[low, high] = boxes[i];
    if ( middle.x < low.x || middle.x > high.x || middle.y < low.y || middle.y > high.y ||
         distance( middle, plan.lines[i].line ) > 0.02 )
      continue;
    if ( best == plan.lines.size() || plan.lines[i].rank < plan.lines[best].rank )
      best = i;
  }
  return best;
}

std::vector<Edge> cutIntoEdges( const CityPlan &plan, City &city, Junctions &junctions )
{
  std::vector<Line> lines;
  std::vector<std::pair<Point, Point>> boxes;
  std::map<std::string, std::size_t> streetOf;
  std::vector<std::size_t> streets;
  for ( const PlanLine &planLine : plan.lines )
  {
    lines.push_back( planLine.line );
    Point low = planLine.line[0], high = low;
    for ( const Point &p : planLine.line )
    {
      low = { std::min( low.x, p.x - 0.1 ), std::min( low.y, p.y - 0.1 ) };
      high = { std::max( high.x, p.x + 0.1 ), std::max( high.y, p.y + 0.1 ) };
    }
    boxes.emplace_back( low, high );
    const auto [entry, isNew] = streetOf.emplace( planLine.name, city.streets.size() );
    if ( isNew )
      city.streets.push_back( { planLine.name, planLine.rank } );
    streets.push_back( entry->second );
  }

  std::vector<Line> pieces = noded( lines );
  std::sort( pieces.begin(), pieces.end(),
             []( const Line &a, const Line &b )
             {
               return std::tuple( a.front().x, a.front().y, a.back().x, a.back().y ) <
                      std::tuple( b.front().x, b.front().y, b.back().x, b.back().y );
             } );
  std::vector<Edge> edges;
  for ( const Line &piece : pieces )
  {
    const std::size_t source = origin( plan, boxes, piece );
    if ( source == plan.lines.size() )
      continue;
    Edge edge{ streets[source],
               plan.lines[source].rank,
               junctions.at( piece.front() ),
               junctions.at( piece.back() ),
               simplified( piece, 0.25 ),
               false };
    if ( edge.from == edge.to && length( piece ) < 20 )
      continue;
    for ( Point &p : edge.line )
      p = { std::round( p.x * 1000 ) / 1000, std::round( p.y * 1000 ) / 1000 };
    edge.line.front() = junctions.places[edge.from];
    edge.line.back() = junctions.places[edge.to];
    // A point next to a moved end would give the street a false direction there
    while ( edge.line.size() > 2 && norm( edge.line[1] - edge.line[0] ) < 4 )
      edge.line.erase( edge.line.begin() + 1 );
    while ( edge.line.size() > 2 && norm( edge.line[edge.line.size() - 2] - edge.line.back() ) < 4 )
      edge.line.erase( edge.line.end() - 2 );
    edges.push_back( std::move( edge ) );
  }
  return edges;
}

// Takes off stubs: what a line runs on beyond its last crossing
void removeStubs( std::vector<Edge> &edges, std::size_t junctions )
{
  for ( bool again = true; again; )
  {
    std::vector<int> degree( junctions, 0 );
    for ( const Edge &edge : edges )
    {
      ++degree[edge.from];
      ++degree[edge.to];
    }
    const std::size_t before = edges.size();
    std::erase_if( edges, [&degree]( const Edge &edge )
                   { return ( degree[edge.from] == 1 || degree[edge.to] == 1 ) && length( edge.line ) < 25; } );
    again = edges.size() < before;
  }
}

// A segment goes on through points where only one other piece of the same street meets it
void chainSegments( City &city, std::vector<Edge> &edges )
{
  std::vector<std::vector<std::size_t>> at( city.junctions.size() );
  for ( std::size_t i = 0; i < edges.size(); ++i )
  {
    if ( edges[i].rank == Rank::Border )
      continue;
    at[edges[i].from].push_back( i );
    at[edges[i].to].push_back( i );
  }
  const auto goesOn = [&]( std::size_t junction, const Edge &edge )
  {
    if ( at[junction].size() != 2 )
      return edges.size();
    const std::size_t other = &edges[at[junction][0]] == &edge ? at[junction][1] : at[junction][0];
    return !edges[other].used && edges[other].street == edge.street ? other : edges.size();
  };
  for ( Edge &edge : edges )
  {
    if ( edge.rank == Rank::Border || edge.used )
      continue;
    edge.used = true;
    Segment segment{ edge.street, 0, edge.from, edge.to, edge.line };
    for ( int side = 0; side < 2; ++side )
    {
      const Edge *last = &edge;
      for ( std::size_t next; ( next = goesOn( segment.to, *last ) ) < edges.size() && length( segment.line ) < 260; )
      {
        Edge &more = edges[next];
        more.used = true;
        const Line line = more.from == segment.to ? more.line : reversed( more.line );
        segment.line.insert( segment.line.end(), line.begin() + 1, line.end() );
        segment.to = more.from == segment.to ? more.to : more.from;
        last = &more;
      }
      std::reverse( segment.line.begin(), segment.line.end() );
      std::swap( segment.from, segment.to );
    }
    segment.line = simplified( segment.line, 0.25 );
    city.segments.push_back( std::move( segment ) );
  }
}

// Blocks take their district from the drawn borders; a district is then the sum of its blocks, so that all borders fit
void makeBlocks( const CityPlan &plan, City &city, const std::vector<Edge> &edges )
{
  std::vector<std::pair<Ring, std::size_t>> parts;
  for ( const Geometry &part : enclosed( noded( plan.borders ) ) )
    parts.emplace_back( outerRings( *part )[0], districtNear( plan.districts, pointInside( *part->toPolygon() ) ) );

  std::vector<Line> lines;
  for ( const Edge &edge : edges )
    lines.push_back( edge.line );
  std::vector<std::vector<Geometry>> shapes( city.districts.size() );
  for ( Geometry &face : enclosed( noded( lines ) ) )
  {
    const Point place = pointInside( *face->toPolygon() );
    Block block;
    for ( const auto &[ring, district] : parts )
    {
      if ( inside( place, ring ) )
        block.district = district;
    }
    block.ring = outerRings( *face )[0];
    if ( distance( place, plan.river ) < QUAY - 1 )
      block.use = Use::River;
    else if ( distance( place, plan.railway ) < RAILWAY_STREET - 1 )
      block.use = Use::Railway;
    else if ( distance( place, plan.canal ) < CANAL_STREET - 1 )
      block.use = Use::Canal;
    shapes[block.district].push_back( std::move( face ) );
    city.blocks.push_back( std::move( block ) );
  }
  for ( std::size_t i = 0; i < shapes.size(); ++i )
    city.districts[i].shape = united( shapes[i] );
}

void placeSegments( City &city )
{
  for ( Segment &segment : city.segments )
  {
    // A street on a border belongs to the district with the lower number, so never to the polder if homes stand beside
    // it
    const double half = length( segment.line ) / 2;
    const Point middle = along( segment.line, half );
    const Point side = left( direction( segment.line, half ) ) * 3;
    std::size_t found[2]{ 0, 0 };
    for ( const Block &block : city.blocks )
    {
      if ( inside( middle + side, block.ring ) )
        found[0] = block.district;
      if ( inside( middle - side, block.ring ) )
        found[1] = block.district;
    }
    segment.district = std::min( found[0], found[1] );
  }
}
} // namespace

City buildCity( const CityPlan &plan )
{
  City city;
  city.river = plan.river;
  city.railway = plan.railway;
  city.canal = plan.canal;
  city.outline = plan.outline;
  for ( const District &district : plan.districts )
  {
    District copy{ district.code,
                   district.name,
                   district.type,
                   district.period,
                   district.fabric,
                   district.homesPerHectare,
                   district.residentsPerHome,
                   district.over65,
                   district.owned,
                   district.homeValue,
                   district.built,
                   district.seeds,
                   nullptr };
    city.districts.push_back( std::move( copy ) );
  }
  Junctions junctions;
  std::vector<Edge> edges = cutIntoEdges( plan, city, junctions );
  removeStubs( edges, junctions.places.size() );
  city.junctions = junctions.places;
  makeBlocks( plan, city, edges );
  chainSegments( city, edges );
  placeSegments( city );
  return city;
}

} // namespace koppelkans::sample
