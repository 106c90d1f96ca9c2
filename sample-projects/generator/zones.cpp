// SPDX-License-Identifier: GPL-3.0-or-later
#include "zones.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

namespace koppelkans::sample
{

std::vector<Neighbourhood> neighbourhoods( const City &city, double hectares )
{
  std::vector<Neighbourhood> result;
  for ( std::size_t d = 0; d < city.districts.size(); ++d )
  {
    std::vector<std::size_t> blocks;
    double total = 0;
    for ( std::size_t b = 0; b < city.blocks.size(); ++b )
    {
      if ( city.blocks[b].district != d )
        continue;
      blocks.push_back( b );
      total += area( city.blocks[b].ring );
    }
    // Seeds lie as far apart as they can; every block joins the nearest, and twice the seeds move to the middle
    const auto wanted =
      std::clamp<std::size_t>( static_cast<std::size_t>( std::lround( total / 10000 / hectares ) ), 1, blocks.size() );
    std::vector<Point> seeds{ centre( city.blocks[blocks[0]].ring ) };
    while ( seeds.size() < wanted )
    {
      Point farthest;
      double most = -1;
      for ( const std::size_t b : blocks )
      {
        const Point c = centre( city.blocks[b].ring );
        double away = std::numeric_limits<double>::max();
        for ( const Point &seed : seeds )
          away = std::min( away, norm( seed - c ) );
        if ( away > most )
        {
          most = away;
          farthest = c;
        }
      }
      seeds.push_back( farthest );
    }
    std::vector<Neighbourhood> parts;
    for ( int round = 0; round < 4; ++round )
    {
      parts.assign( seeds.size(), { d, {}, {} } );
      std::vector<double> weights( seeds.size(), 0 );
      for ( const std::size_t b : blocks )
      {
        const Point c = centre( city.blocks[b].ring );
        const auto best = static_cast<std::size_t>( std::min_element( seeds.begin(), seeds.end(),
                                                                      [c]( Point s, Point t )
                                                                      { return norm( s - c ) < norm( t - c ); } ) -
                                                    seeds.begin() );
        const double weight = area( city.blocks[b].ring );
        parts[best].blocks.push_back( b );
        parts[best].centre = parts[best].centre + c * weight;
        weights[best] += weight;
      }
      for ( std::size_t i = 0; i < seeds.size(); ++i )
      {
        if ( weights[i] > 0 )
          seeds[i] = parts[i].centre = parts[i].centre * ( 1 / weights[i] );
      }
    }
    for ( Neighbourhood &part : parts )
    {
      if ( !part.blocks.empty() )
        result.push_back( std::move( part ) );
    }
  }
  return result;
}

Geometry blocksTogether( const City &city, const std::vector<std::size_t> &blocks )
{
  std::vector<Geometry> shapes;
  for ( const std::size_t block : blocks )
    shapes.push_back( toPolygon( city.blocks[block].ring ) );
  return united( shapes );
}

Walk::Walk( const City &city )
  : mCity( city )
  , mAt( city.junctions.size() )
{
  for ( std::size_t i = 0; i < city.segments.size(); ++i )
  {
    mAt[city.segments[i].from].push_back( i );
    mAt[city.segments[i].to].push_back( i );
  }
}

std::size_t Walk::nearest( Point place ) const
{
  std::size_t best = 0;
  double least = std::numeric_limits<double>::max();
  for ( std::size_t j = 0; j < mAt.size(); ++j )
  {
    if ( mAt[j].size() > 1 && norm( mCity.junctions[j] - place ) < least )
    {
      least = norm( mCity.junctions[j] - place );
      best = j;
    }
  }
  return best;
}

// Dijkstra's algorithm; an arrival is the segment by which a junction was reached
void Walk::spread( std::size_t start, std::vector<double> &distances, std::vector<std::size_t> &arrivals ) const
{
  distances.assign( mAt.size(), std::numeric_limits<double>::max() );
  arrivals.assign( mAt.size(), mCity.segments.size() );
  distances[start] = 0;
  std::priority_queue<std::pair<double, std::size_t>, std::vector<std::pair<double, std::size_t>>, std::greater<>> open;
  open.emplace( 0, start );
  while ( !open.empty() )
  {
    const auto [gone, junction] = open.top();
    open.pop();
    if ( gone > distances[junction] )
      continue;
    for ( const std::size_t s : mAt[junction] )
    {
      const Segment &segment = mCity.segments[s];
      const std::size_t other = segment.from == junction ? segment.to : segment.from;
      const double next = gone + length( segment.line );
      if ( next < distances[other] )
      {
        distances[other] = next;
        arrivals[other] = s;
        open.emplace( next, other );
      }
    }
  }
}

Geometry Walk::within( Point start, double reach, double margin ) const
{
  std::vector<double> distances;
  std::vector<std::size_t> arrivals;
  spread( nearest( start ), distances, arrivals );
  std::vector<Geometry> ways;
  for ( const Segment &segment : mCity.segments )
  {
    const double whole = length( segment.line );
    for ( const bool ahead : { true, false } )
    {
      const double left = reach - distances[ahead ? segment.from : segment.to];
      if ( left > 4 )
        ways.push_back( grown(
          *toLine( part( ahead ? segment.line : reversed( segment.line ), 0, std::min( left, whole ) ) ), margin, 4 ) );
    }
  }
  // What streets enclose on all sides counts as near, even if no one walks through it
  return rounded( *grown( *grown( *united( ways ), 48 ), -44 ), 16 );
}

Line Walk::between( Point start, Point end ) const
{
  std::vector<double> distances;
  std::vector<std::size_t> arrivals;
  const std::size_t first = nearest( start );
  spread( first, distances, arrivals );
  Line way;
  for ( std::size_t junction = nearest( end ); junction != first; )
  {
    const Segment &segment = mCity.segments[arrivals[junction]];
    const Line piece = segment.to == junction ? reversed( segment.line ) : segment.line;
    way.insert( way.end(), piece.begin() + ( way.empty() ? 0 : 1 ), piece.end() );
    junction = segment.to == junction ? segment.from : segment.to;
  }
  return reversed( way );
}

} // namespace koppelkans::sample
