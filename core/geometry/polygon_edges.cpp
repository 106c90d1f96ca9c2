// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/polygon_edges.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace koppelkans
{

namespace
{

//! Every so many pairs of edges a long loop asks whether it must stop: one polygon may have millions.
constexpr std::size_t checkInterval = 65536;

Box boxOf( const Edge &edge )
{
  return { std::min( edge.from.x, edge.to.x ), std::min( edge.from.y, edge.to.y ), std::max( edge.from.x, edge.to.x ),
           std::max( edge.from.y, edge.to.y ) };
}

/**
 * Whether a ring that does not touch itself runs counterclockwise. Decided at its lowest of the leftmost corners,
 * exactly: the area of a ring thinner than rounding has any sign, and a ring run the wrong way round leaves the
 * boundary open.
 */
bool isCounterclockwise( std::span<const Point> ring )
{
  if ( ring.empty() )
    return false;
  const auto corner =
    std::ranges::min_element( ring, []( Point a, Point b ) { return a.x != b.x ? a.x < b.x : a.y < b.y; } );
  // The ring is closed: its last place is its first, and coordinates may be repeated anywhere.
  auto before = corner;
  while ( *before == *corner )
  {
    before = before == ring.begin() ? ring.end() - 1 : before - 1;
    if ( before == corner )
      return false;
  }
  auto after = corner;
  while ( *after == *corner )
    after = after + 1 == ring.end() ? ring.begin() : after + 1;
  return orientation( *before, *corner, *after ) > 0;
}

//! Where on an edge: 0 at its start, 1 at its end, with a bound of the error.
struct Share
{
  double along;
  double blur;
};

//! Where \a edge meets \a other, which it crosses.
Share shareAt( const Edge &edge, const Edge &other )
{
  const double dx = edge.to.x - edge.from.x, dy = edge.to.y - edge.from.y;
  const double otherX = other.to.x - other.from.x, otherY = other.to.y - other.from.y;
  const double startX = other.from.x - edge.from.x, startY = other.from.y - edge.from.y;
  const double determinant = dx * otherY - dy * otherX;
  // All but parallel: they meet in any place as far as rounding can tell.
  if ( determinant == 0 )
    return { 0.5, 1 };
  // Each product of differences is three roundings off, each difference of products one more; one for good measure.
  constexpr double rounding = 5 * std::numeric_limits<double>::epsilon() / 2;
  const double products =
    std::abs( dx * otherY ) + std::abs( dy * otherX ) + std::abs( startX * otherY ) + std::abs( startY * otherX );
  return { std::clamp( ( startX * otherY - startY * otherX ) / determinant, 0.0, 1.0 ),
           rounding * ( products / std::abs( determinant ) + 1 ) };
}

} // namespace

PolygonEdges::PolygonEdges( const GeometryColumn &column, std::size_t part )
{
  const std::size_t first = column.partOffsets[part];
  for ( std::size_t r = first; r < column.partOffsets[part + 1]; ++r )
  {
    const std::span<const Point> ring = column.ring( r );
    mRings.push_back( mEdges.size() );
    const bool shell = r == first;
    const bool reverse = column.kind == GeometryKind::Polygon && isCounterclockwise( ring ) != shell;
    for ( std::size_t i = 1; i < ring.size(); ++i )
    {
      const Edge edge =
        reverse ? Edge{ ring[ring.size() - i], ring[ring.size() - i - 1] } : Edge{ ring[i - 1], ring[i] };
      if ( edge.from != edge.to )
        mEdges.push_back( edge );
    }
  }
  mRings.push_back( mEdges.size() );

  std::vector<Box> level( ( mEdges.size() + fan - 1 ) / fan );
  for ( std::size_t i = 0; i < mEdges.size(); ++i )
    level[i / fan].include( boxOf( mEdges[i] ) );
  while ( level.size() > 1 )
  {
    std::vector<Box> above( ( level.size() + fan - 1 ) / fan );
    for ( std::size_t i = 0; i < level.size(); ++i )
      above[i / fan].include( level[i] );
    mLevels.push_back( std::move( level ) );
    level = std::move( above );
  }
  mLevels.push_back( std::move( level ) );
  if ( !mLevels.back().empty() )
    mBox = mLevels.back().front();
}

template <class Wanted, class Visit>
void PolygonEdges::search( std::size_t level, std::size_t node, const Wanted &wanted, const Visit &visit ) const
{
  if ( node >= mLevels[level].size() || !wanted( mLevels[level][node] ) )
    return;
  const std::size_t end = std::min( ( node + 1 ) * fan, level == 0 ? mEdges.size() : mLevels[level - 1].size() );
  for ( std::size_t i = node * fan; i < end; ++i )
  {
    if ( level == 0 )
      visit( i );
    else
      search( level - 1, i, wanted, visit );
  }
}

bool PolygonEdges::contains( Point point, Shift shift ) const
{
  // Counts the edges to the right of the point. Shifting the point up equals shifting the polygon down: an edge's end
  // at the point's height lies above the point only where the point is shifted backward.
  const Shift edgeShift = opposite( shift );
  bool inside = false;
  search(
    topLevel(), 0,
    [point]( const Box &box ) { return box.yMin <= point.y && point.y <= box.yMax && point.x <= box.xMax; },
    [&]( std::size_t i )
    {
      const Edge &edge = mEdges[i];
      const bool fromAbove = shiftedAbove( edge.from.y, point.y, edgeShift );
      const bool toAbove = shiftedAbove( edge.to.y, point.y, edgeShift );
      if ( fromAbove != toAbove && ( shiftedOrientation( edge.from, edge.to, point, shift ) > 0 ) == toAbove )
        inside = !inside;
    } );
  return inside;
}

std::vector<int> PolygonEdges::startsWithin( const PolygonEdges &other, Shift shift ) const
{
  std::vector<int> inside( mRings.size() - 1 );
  for ( std::size_t ring = 0; ring < inside.size(); ++ring )
    inside[ring] = mRings[ring] < mRings[ring + 1] && other.contains( mEdges[mRings[ring]].from, shift );
  return inside;
}

template <class Visit>
void PolygonEdges::meet( const PolygonEdges &a, std::size_t levelA, std::size_t nodeA, const PolygonEdges &b,
                         std::size_t levelB, std::size_t nodeB, const Visit &visit )
{
  if ( !a.mLevels[levelA][nodeA].intersects( b.mLevels[levelB][nodeB] ) )
    return;
  if ( levelA == 0 && levelB == 0 )
  {
    const Box &boxA = a.mLevels[0][nodeA];
    const std::size_t endA = std::min( ( nodeA + 1 ) * fan, a.mEdges.size() );
    const std::size_t endB = std::min( ( nodeB + 1 ) * fan, b.mEdges.size() );
    for ( std::size_t j = nodeB * fan; j < endB; ++j )
    {
      const Box boxJ = boxOf( b.mEdges[j] );
      if ( !boxA.intersects( boxJ ) )
        continue;
      for ( std::size_t i = nodeA * fan; i < endA; ++i )
        if ( boxOf( a.mEdges[i] ).intersects( boxJ ) )
          visit( i, j );
    }
    return;
  }
  if ( levelA >= levelB )
  {
    const std::size_t end = std::min( ( nodeA + 1 ) * fan, a.mLevels[levelA - 1].size() );
    for ( std::size_t i = nodeA * fan; i < end; ++i )
      meet( a, levelA - 1, i, b, levelB, nodeB, visit );
  }
  else
  {
    const std::size_t end = std::min( ( nodeB + 1 ) * fan, b.mLevels[levelB - 1].size() );
    for ( std::size_t j = nodeB * fan; j < end; ++j )
      meet( a, levelA, nodeA, b, levelB - 1, j, visit );
  }
}

void PolygonEdges::cross( std::size_t number, const PolygonEdges &other, std::size_t otherNumber,
                          std::vector<Crossing> &here, std::vector<Crossing> &there, const Progress &progress ) const
{
  if ( mEdges.empty() || other.mEdges.empty() )
    return;
  const Shift theirs = otherNumber > number ? Shift::Forward : Shift::Backward; // their points against our lines
  const Shift ours = opposite( theirs );
  std::size_t pairs = 0;
  meet(
    *this, topLevel(), 0, other, other.topLevel(), 0,
    [&]( std::size_t i, std::size_t j )
    {
      if ( ++pairs % checkInterval == 0 )
        progress.check();
      const Edge &e = mEdges[i];
      const Edge &f = other.mEdges[j];
      const int fromSide = shiftedOrientation( e.from, e.to, f.from, theirs );
      if ( fromSide == shiftedOrientation( e.from, e.to, f.to, theirs ) )
        return;
      const int startSide = shiftedOrientation( f.from, f.to, e.from, ours );
      if ( startSide == shiftedOrientation( f.from, f.to, e.to, ours ) )
        return;
      const Share onE = shareAt( e, f ), onF = shareAt( f, e );
      const Point place{ e.from.x + onE.along * ( e.to.x - e.from.x ), e.from.y + onE.along * ( e.to.y - e.from.y ) };
      // The interior lies left of an edge: whoever starts on its right enters.
      const std::int64_t ahead = static_cast<std::int64_t>( otherNumber ) - static_cast<std::int64_t>( number );
      here.push_back( { i, onE.along, onE.blur, place, otherNumber, startSide < 0 ? 1 : -1, ahead, &e, &f } );
      there.push_back( { j, onF.along, onF.blur, place, number, fromSide < 0 ? 1 : -1, -ahead, &f, &e } );
    } );
}

double PolygonEdges::area() const
{
  ShoelaceSum sum( mEdges.empty() ? Point{ 0, 0 } : mEdges.front().from );
  for ( const Edge &edge : mEdges )
    sum.add( edge.from, edge.to );
  return sum.area();
}

Side PolygonEdges::sideOf( const Box &box ) const
{
  if ( !mBox.intersects( box ) )
    return Side::Outside;
  bool near = false;
  search(
    topLevel(), 0, [&]( const Box &run ) { return !near && run.intersects( box ); },
    [&]( std::size_t i ) { near = near || boxOf( mEdges[i] ).intersects( box ); } );
  if ( near )
    return Side::Across;
  return contains( { box.xMin, box.yMin }, Shift::Forward ) ? Side::Inside : Side::Outside;
}

void PolygonEdges::appendParts( Around wanted, std::span<const Crossing> crossings, std::span<const int> depths,
                                std::vector<BoundaryPiece> &pieces ) const
{
  auto crossing = crossings.begin();
  for ( std::size_t ring = 0; ring + 1 < mRings.size(); ++ring )
  {
    const std::size_t end = mRings[ring + 1];
    int depth = depths[ring];
    const auto isWanted = [&]
    {
      return ( depth == 0 ) == ( wanted == Around::Nothing );
    };
    for ( std::size_t i = mRings[ring]; i < end; )
    {
      Point from = mEdges[i].from;
      for ( ; crossing != crossings.end() && crossing->edge == i; ++crossing )
      {
        if ( isWanted() )
          pieces.push_back( { from, crossing->place } );
        depth += crossing->change;
        from = crossing->place;
      }
      if ( isWanted() )
        pieces.push_back( { from, mEdges[i++].to } );
      else
        i = crossing == crossings.end() ? end : std::min( end, crossing->edge );
    }
  }
}

double PolygonEdges::areaWithin( const PolygonEdges &window ) const
{
  switch ( window.sideOf( mBox ) )
  {
  case Side::Inside:
    return area();
  case Side::Outside:
    return 0;
  case Side::Across:
    break;
  }
  std::vector<Crossing> here, there;
  cross( 0, window, 1, here, there );
  std::sort( here.begin(), here.end() );
  std::sort( there.begin(), there.end() );
  std::vector<BoundaryPiece> pieces;
  appendParts( Around::Something, here, startsWithin( window, Shift::Backward ), pieces );
  window.appendParts( Around::Something, there, window.startsWithin( *this, Shift::Forward ), pieces );
  ShoelaceSum sum( pieces.empty() ? Point{ 0, 0 } : pieces.front().from );
  sum.add( pieces );
  return sum.area();
}

double PolygonEdges::lengthWithin( const PolygonEdges &window ) const
{
  const Side side = window.sideOf( mBox );
  if ( side == Side::Outside )
    return 0;
  std::vector<Crossing> here, there;
  std::vector<int> depths( mRings.size() - 1, 1 );
  if ( side == Side::Across )
  {
    // The line is shifted forward, as points are.
    cross( 1, window, 0, here, there );
    std::sort( here.begin(), here.end() );
    depths = startsWithin( window, Shift::Forward );
  }
  std::vector<BoundaryPiece> pieces;
  appendParts( Around::Something, here, depths, pieces );
  double length = 0;
  for ( const BoundaryPiece &piece : pieces )
    length += std::hypot( piece.to.x - piece.from.x, piece.to.y - piece.from.y );
  return length;
}

bool PolygonEdges::touchesItself( const Progress &progress ) const
{
  // The number of the edge that follows \a i in its ring.
  const auto next = [this]( std::size_t i )
  {
    const auto ring = std::upper_bound( mRings.begin(), mRings.end(), i );
    return i + 1 == *ring ? *( ring - 1 ) : i + 1;
  };
  bool touches = false;
  std::size_t pairs = 0;
  if ( mEdges.empty() )
    return false;
  meet( *this, topLevel(), 0, *this, topLevel(), 0,
        [&]( std::size_t i, std::size_t j )
        {
          if ( ++pairs % checkInterval == 0 )
            progress.check();
          if ( touches || i >= j )
            return;
          const Edge &e = mEdges[i];
          const Edge &f = mEdges[j];
          const int fFrom = orientation( e.from, e.to, f.from );
          const int fTo = orientation( e.from, e.to, f.to );
          if ( next( i ) == j || next( j ) == i )
          {
            // Consecutive edges share a point; they touch elsewhere only where one folds back onto the other.
            const Edge &first = next( i ) == j ? e : f;
            const Edge &second = next( i ) == j ? f : e;
            const double along = ( first.to.x - first.from.x ) * ( second.to.x - second.from.x ) +
                                 ( first.to.y - first.from.y ) * ( second.to.y - second.from.y );
            touches = fFrom == 0 && fTo == 0 && along < 0;
            return;
          }
          touches = fFrom * fTo <= 0 && orientation( f.from, f.to, e.from ) * orientation( f.from, f.to, e.to ) <= 0;
        } );
  return touches;
}

std::vector<Box> partBoxes( const GeometryColumn &column )
{
  std::vector<Box> boxes( column.parts() );
  for ( std::size_t part = 0; part < boxes.size(); ++part )
    boxes[part] = column.partBox( part );
  return boxes;
}

} // namespace koppelkans
