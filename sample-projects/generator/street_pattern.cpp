// SPDX-License-Identifier: GPL-3.0-or-later
#include "street_pattern.h"

#include "chance.h"
#include "street_names.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace koppelkans::sample
{

namespace
{
//! How blocks are cut: their largest size, how regular the cuts are, and how much streets bend.
struct Pattern
{
  double blockLength = 200;
  double blockWidth = 80;
  double jitter = 0.05;
  double turn = 0.05;
  double bow = 0.02;
  double snap = 26;
};

Pattern patternOf( const District &district )
{
  switch ( district.fabric )
  {
  case Fabric::OldCentre:
    return { 185, 118, 0.10, 0.16, 0.07, 15 };
  case Fabric::Belt:
    return { 320, 124, 0.05, 0.05, 0.025, 24 };
  case Fabric::Garden:
    return { 330, 136, 0.07, 0.07, 0.12, 28 };
  case Fabric::Flats:
    // Before 1960 flats were low and blocks still small
    return district.built < 1960 ? Pattern{ 262, 142, 0.06, 0.04, 0.05, 32 }
                                 : Pattern{ 330, 205, 0.04, 0.02, 0.015, 34 };
  case Fabric::Loops:
    return { 350, 285, 0.10, 0.14, 0.13, 34 };
  case Fabric::Grid:
    return { 250, 132, 0.0, 0.0, 0.03, 30 };
  case Fabric::Business:
    return { 470, 290, 0.08, 0.03, 0.02, 40 };
  case Fabric::Polder:
    return { 700, 520, 0.10, 0.10, 0.10, 40 };
  }
  return {};
}

//! Divides one region by cuts across its length or along it, until every block has the size of its pattern.
class RegionDivider
{
public:
  RegionDivider( CityPlan &plan, std::vector<Point> &junctions, Random &random, StreetNames &names,
                 std::size_t district )
    : mPlan( plan )
    , mJunctions( junctions )
    , mRandom( random )
    , mNames( names )
    , mDistrict( district )
    , mFabric( plan.districts[district].fabric )
    , mPattern( patternOf( plan.districts[district] ) )
  {
  }

  void divide( const Ring &ring, int depth = 0 )
  {
    const OrientedBox box = orientedBox( ring );
    const double overLength = box.length / mPattern.blockLength;
    const double overWidth = box.width / mPattern.blockWidth;
    if ( depth < 9 && ( overLength > 1.15 || overWidth > 1.2 ) )
    {
      for ( int attempt = 0; attempt < 6; ++attempt )
      {
        if ( cut( ring, box, ( overLength > overWidth ) == ( attempt < 4 ), depth ) )
          return;
      }
    }
    if ( mFabric == Fabric::Loops )
      addLoop( ring );
  }

private:
  bool cut( const Ring &ring, const OrientedBox &box, bool across, int depth )
  {
    const double extent = across ? box.length : box.width;
    const double reach = ( across ? box.width : box.length ) * 0.75 + 60;
    const int pieces = std::max(
      2, static_cast<int>( std::ceil( extent / ( across ? mPattern.blockLength : mPattern.blockWidth ) - 0.15 ) ) );
    const double place =
      ( pieces / 2 ) / static_cast<double>( pieces ) - 0.5 + mRandom.between( -mPattern.jitter, mPattern.jitter );
    const double angle = mRandom.between( -mPattern.turn, mPattern.turn );
    const Point step = across ? box.axis : left( box.axis );
    const Point straight = across ? left( box.axis ) : box.axis;
    const Point heading = straight * std::cos( angle ) + left( straight ) * std::sin( angle );
    const Point middle = box.centre + step * ( place * extent );
    const double bow = mRandom.between( -mPattern.bow, mPattern.bow ) * reach;

    Line path;
    for ( int i = -8; i <= 8; ++i )
    {
      const double u = i / 8.0;
      path.push_back( middle + heading * ( u * reach ) + left( heading ) * ( bow * ( 1 - 2.4 * u * u ) ) );
    }
    std::optional<Chord> found = chord( ring, path );
    if ( !found || !settle( ring, *found ) )
      return false;

    const auto [first, second] = halves( ring, *found );
    const double least = std::max( 0.12 * area( ring ), 0.2 * mPattern.blockLength * mPattern.blockWidth );
    if ( area( first ) < least || area( second ) < least || orientedBox( first ).width < 0.3 * mPattern.blockWidth ||
         orientedBox( second ).width < 0.3 * mPattern.blockWidth )
      return false;

    mJunctions.push_back( found->line.front() );
    mJunctions.push_back( found->line.back() );
    addStreet( found->line, depth < 2 ? Rank::Collector : Rank::Local );
    divide( first, depth + 1 );
    divide( second, depth + 1 );
    return true;
  }

  // Moves the ends of a cut to junctions nearby, so that crossings arise instead of bends a few metres apart
  bool settle( const Ring &ring, Chord &chord ) const
  {
    const auto snapped = [&]( Point end, std::size_t &edge )
    {
      Point best = end;
      double nearest = mPattern.snap;
      for ( const Point &junction : mJunctions )
      {
        const double away = norm( junction - end );
        if ( away >= nearest )
          continue;
        for ( std::size_t e = 0; e < ring.size(); ++e )
        {
          if ( distance( junction, { ring[e], ring[( e + 1 ) % ring.size()] } ) < 0.05 )
          {
            best = junction;
            nearest = away;
            edge = e;
            break;
          }
        }
      }
      return best;
    };
    const Point first = snapped( chord.line.front(), chord.firstEdge );
    const Point last = snapped( chord.line.back(), chord.lastEdge );
    if ( chord.firstEdge == chord.lastEdge || norm( first - last ) < 30 )
      return false;
    const Point atFirst = first - chord.line.front();
    const Point atLast = last - chord.line.back();
    const double whole = length( chord.line );
    double done = 0;
    Point previous = chord.line.front();
    for ( Point &p : chord.line )
    {
      done += norm( p - previous );
      previous = p;
      const double u = done / whole;
      p = p + atFirst * ( 1 - u ) + atLast * u;
    }
    for ( std::size_t i = 1; i + 1 < chord.line.size(); ++i )
    {
      if ( !inside( chord.line[i], ring ) )
        return false;
    }
    return true;
  }

  // In a cauliflower district the way into a block is a loop, hung on one or two stalks
  void addLoop( const Ring &ring )
  {
    const Geometry inner = grown( *toPolygon( ring ), -mRandom.between( 46, 54 ) );
    const std::vector<Ring> rings = outerRings( *inner );
    if ( rings.empty() || area( rings[0] ) < 2600 )
      return;
    const Line loop =
      simplified( closed( smoothed( outerRings( *rounded( *toPolygon( rings[0] ), 9 ) )[0], 1 ) ), 0.4 );
    if ( loop.size() < 6 )
      return;
    const std::string name = mNames.next( mDistrict );
    mPlan.lines.push_back( { loop, name, Rank::Local } );
    const double start = mRandom.between( 0, length( loop ) / 2 );
    for ( int stalk = 0; stalk < 2; ++stalk )
    {
      const double place = start + stalk * length( loop ) / 2;
      const Point foot = along( loop, place );
      const Point outward =
        left( direction( loop, place ) ) * ( inside( foot + left( direction( loop, place ) ) * 2, loop ) ? -1.0 : 1.0 );
      const Line stem{ foot - outward * 0.3, foot + outward * 75 };
      double reach = std::numeric_limits<double>::max();
      for ( double d = 5; d < 75; d += 0.5 )
      {
        if ( !inside( foot + outward * d, ring ) )
        {
          reach = d;
          break;
        }
      }
      if ( reach < 75 )
        mPlan.lines.push_back( { { stem[0], foot + outward * ( reach + 0.4 ) }, name, Rank::Local } );
    }
  }

  void addStreet( const Line &line, Rank rank )
  {
    Line longer = line;
    const std::size_t last = line.size() - 1;
    longer[0] = line[0] - unit( line[1] - line[0] ) * 0.5;
    longer[last] = line[last] + unit( line[last] - line[last - 1] ) * 0.5;
    mPlan.lines.push_back( { longer, mNames.next( mDistrict ), rank } );
  }

  CityPlan &mPlan;
  std::vector<Point> &mJunctions;
  Random &mRandom;
  StreetNames &mNames;
  std::size_t mDistrict;
  Fabric mFabric;
  Pattern mPattern;
};

// Corners of a region are where its bounding roads cross
void addCorners( std::vector<Point> &junctions, const Ring &ring )
{
  for ( std::size_t i = 0; i < ring.size(); ++i )
  {
    const Point in = unit( ring[i] - ring[( i + ring.size() - 1 ) % ring.size()] );
    const Point out = unit( ring[( i + 1 ) % ring.size()] - ring[i] );
    if ( dot( in, out ) < 0.8 )
      junctions.push_back( ring[i] );
  }
}
} // namespace

std::size_t districtNear( const std::vector<District> &districts, Point place )
{
  std::size_t best = 0;
  double nearest = std::numeric_limits<double>::max();
  for ( std::size_t i = 0; i < districts.size(); ++i )
  {
    for ( const Point &seed : districts[i].seeds )
    {
      if ( norm( seed - place ) < nearest )
      {
        nearest = norm( seed - place );
        best = i;
      }
    }
  }
  return best;
}

void addLocalStreets( CityPlan &plan )
{
  std::vector<Line> skeleton;
  for ( const PlanLine &line : plan.lines )
    skeleton.push_back( line.line );
  std::vector<Geometry> regions = enclosed( noded( skeleton ) );

  // Districts are found with borders alone, so that a region is divided as the district in which it lies
  const std::vector<Geometry> parts = enclosed( noded( plan.borders ) );
  Random random( 20260707 );
  StreetNames names;
  const Geometry insideRing = grown( *toPolygon( plan.ringRoad ), -5 );
  std::vector<Point> junctions;
  for ( const Geometry &region : regions )
    addCorners( junctions, outerRings( *region )[0] );
  for ( const Geometry &region : regions )
  {
    const Point place = pointInside( *region->toPolygon() );
    if ( distance( place, plan.river ) < QUAY - 1 || distance( place, plan.railway ) < RAILWAY_STREET - 1 ||
         distance( place, plan.canal ) < CANAL_STREET - 1 )
      continue;
    std::size_t district = 0;
    for ( const Geometry &part : parts )
    {
      const Ring ring = outerRings( *part )[0];
      if ( inside( place, ring ) )
        district = districtNear( plan.districts, pointInside( *part->toPolygon() ) );
    }
    const bool outside = !inside( place, outerRings( *insideRing )[0] );
    const Ring ring = outerRings( *region )[0];
    if ( area( ring ) < 6000 || outside )
      continue;
    RegionDivider( plan, junctions, random, names, district ).divide( ring );
  }
}

} // namespace koppelkans::sample
