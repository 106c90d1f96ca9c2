// SPDX-License-Identifier: GPL-3.0-or-later
#include "street_surfaces.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace koppelkans::sample
{

namespace
{
constexpr std::size_t NOBODY = static_cast<std::size_t>( -1 );

//! What happens at the two ends of a segment: with whom it goes on, and along which cross-section.
struct Ends
{
  std::array<std::size_t, 2> partner{ NOBODY, NOBODY };
  std::array<Point, 2> normal;
};

Point outward( const Segment &segment, int end )
{
  const std::size_t n = segment.line.size();
  return end == 0 ? unit( segment.line[0] - segment.line[1] ) : unit( segment.line[n - 1] - segment.line[n - 2] );
}

// At every junction the two segments that lie most in line share one cross-section
std::vector<Ends> pairEnds( const City &city )
{
  std::vector<Ends> ends( city.segments.size() );
  std::vector<std::vector<std::pair<std::size_t, int>>> at( city.junctions.size() );
  for ( std::size_t i = 0; i < city.segments.size(); ++i )
  {
    at[city.segments[i].from].emplace_back( i, 0 );
    at[city.segments[i].to].emplace_back( i, 1 );
    ends[i].normal = { left( outward( city.segments[i], 0 ) ) * -1.0, left( outward( city.segments[i], 1 ) ) };
  }
  for ( const auto &meeting : at )
  {
    double best = meeting.size() == 2 ? 0.3 : -0.35;
    std::pair<std::size_t, std::size_t> through{ 0, 0 };
    for ( std::size_t a = 0; a < meeting.size(); ++a )
    {
      for ( std::size_t b = a + 1; b < meeting.size(); ++b )
      {
        const Segment &first = city.segments[meeting[a].first];
        const Segment &second = city.segments[meeting[b].first];
        const double bend = dot( outward( first, meeting[a].second ), outward( second, meeting[b].second ) ) -
                            ( first.street == second.street ? 0.3 : 0.0 ) -
                            ( city.streetOf( first ).rank == city.streetOf( second ).rank ? 0.2 : 0.0 );
        if ( bend < best && meeting[a].first != meeting[b].first )
        {
          best = bend;
          through = { a, b };
        }
      }
    }
    if ( through.first == through.second )
      continue;
    const auto [first, firstEnd] = meeting[through.first];
    const auto [second, secondEnd] = meeting[through.second];
    ends[first].partner[firstEnd] = second;
    ends[second].partner[secondEnd] = first;
    const Point heading =
      unit( outward( city.segments[first], firstEnd ) - outward( city.segments[second], secondEnd ) );
    ends[first].normal[firstEnd] = left( heading ) * ( firstEnd == 0 ? -1.0 : 1.0 );
    ends[second].normal[secondEnd] = left( heading ) * ( secondEnd == 0 ? 1.0 : -1.0 );
  }
  return ends;
}

// The band along a segment between \a inner and \a outer metres at its left (negative: right)
Ring band( const Segment &segment, const Ends &ends, double inner, double outer )
{
  Line near = parallel( segment.line, inner );
  Line far = parallel( segment.line, outer );
  for ( auto [line, away] : { std::pair( &near, inner ), std::pair( &far, outer ) } )
  {
    line->front() = segment.line.front() + ends.normal[0] * away;
    line->back() = segment.line.back() + ends.normal[1] * away;
  }
  near.insert( near.end(), far.rbegin(), far.rend() );
  return near;
}

//! Everything laid so far; new parts give way to it.
class Ground
{
public:
  explicit Ground( std::size_t segments )
    : mLaid( segments )
  {
  }

  Geometry lay( std::size_t segment, const Ring &ring, const std::array<std::size_t, 2> &spare, double leastArea )
  {
    Geometry shape = toPolygon( ring );
    if ( !shape->IsValid() )
      shape = grown( *shape, 0 );
    OGREnvelope box;
    shape->getEnvelope( &box );
    std::vector<Geometry> others;
    for ( std::size_t i = 0; i < mLaid.size(); ++i )
    {
      for ( const auto &[laid, laidBox] : mLaid[i] )
      {
        if ( i != spare[0] && i != spare[1] && laidBox.Intersects( box ) )
          others.emplace_back( laid->clone() );
      }
    }
    if ( !others.empty() )
      shape = without( *shape, *united( others ) );
    shape = polygonsOnly( *shape, leastArea );
    shape->getEnvelope( &box );
    if ( !shape->IsEmpty() )
      mLaid[segment].emplace_back( Geometry( shape->clone() ), box );
    return shape;
  }

private:
  std::vector<std::vector<std::pair<Geometry, OGREnvelope>>> mLaid;
};
} // namespace

double carriagewayHalf( Rank rank, Fabric fabric )
{
  if ( rank == Rank::Main )
    return 3.6;
  if ( rank == Rank::Collector )
    return fabric == Fabric::OldCentre ? 2.7 : fabric == Fabric::Business ? 3.5 : 3.0;
  return fabric == Fabric::OldCentre ? 2.5 : fabric == Fabric::Flats ? 2.8 : 2.6;
}

double profileHalf( Rank rank, Fabric fabric )
{
  if ( rank == Rank::Main )
    return 8.2;
  if ( fabric == Fabric::Polder )
    return carriagewayHalf( rank, fabric );
  return carriagewayHalf( rank, fabric ) + ( fabric == Fabric::OldCentre ? 1.7 : rank == Rank::Collector ? 2.4 : 2.0 );
}

std::vector<Surface> laySurfaces( const City &city )
{
  const std::vector<Ends> ends = pairEnds( city );
  std::vector<std::size_t> order( city.segments.size() );
  std::iota( order.begin(), order.end(), std::size_t{ 0 } );
  const auto loose = [&ends]( std::size_t i )
  {
    return ( ends[i].partner[0] == NOBODY ) + ( ends[i].partner[1] == NOBODY );
  };
  std::stable_sort( order.begin(), order.end(),
                    [&]( std::size_t a, std::size_t b )
                    {
                      return std::pair( loose( a ), city.streetOf( city.segments[a] ).rank ) <
                             std::pair( loose( b ), city.streetOf( city.segments[b] ).rank );
                    } );

  std::vector<Surface> surfaces( city.segments.size() );
  Ground ground( city.segments.size() );
  for ( const std::size_t i : order )
  {
    const Segment &segment = city.segments[i];
    const double half = carriagewayHalf( city.streetOf( segment ).rank, city.fabricOf( segment ) );
    surfaces[i].carriageway = ground.lay( i, band( segment, ends[i], -half, half ), ends[i].partner, 2 );
  }
  constexpr std::array<std::size_t, 2> nobody{ NOBODY, NOBODY };
  const auto bothSides = [&]( std::size_t i, double inner, double outer )
  {
    std::vector<Geometry> sides;
    for ( const double side : { 1.0, -1.0 } )
      sides.push_back( ground.lay( i, band( city.segments[i], ends[i], side * inner, side * outer ), nobody, 3 ) );
    return united( sides );
  };
  for ( const std::size_t i : order )
  {
    if ( city.streetOf( city.segments[i] ).rank == Rank::Main )
      surfaces[i].cyclePath = bothSides( i, 5.0, 7.4 );
  }
  for ( const std::size_t i : order )
  {
    const Segment &segment = city.segments[i];
    const Rank rank = city.streetOf( segment ).rank;
    // Along main roads people walk behind the houses' hedges; in the polder there is no pavement at all
    if ( rank != Rank::Main && city.fabricOf( segment ) != Fabric::Polder )
      surfaces[i].pavement = bothSides( i, carriagewayHalf( rank, city.fabricOf( segment ) ),
                                        profileHalf( rank, city.fabricOf( segment ) ) );
  }
  return surfaces;
}

} // namespace koppelkans::sample
