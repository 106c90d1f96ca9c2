// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/union_boundary.h"

#include "core/geometry/box_index.h"

#include <algorithm>
#include <optional>

namespace koppelkans
{

namespace
{

//! Every so many parts a long loop asks whether it must stop.
constexpr std::size_t checkInterval = 256;

Point centre( const Box &box )
{
  return { box.xMin + box.width() / 2, box.yMin + box.height() / 2 };
}

} // namespace

//! What the union leaves in one window, gathered part by part.
struct UnionBoundary::Window
{
  explicit Window( const PolygonEdges &edges )
    : border( edges )
    , sum( centre( edges.box() ) )
    , depths( edges.rings().size() - 1 )
  {
  }

  const PolygonEdges &border; // borrowed
  ShoelaceSum sum;
  std::vector<Crossing> crossings; // of the border with all parts
  std::vector<int> depths;         // by ring of the border: how many parts lie around its start
};

UnionBoundary::UnionBoundary( const GeometryColumn &polygons, const Progress &progress )
  : mPolygons( polygons )
  , mEdges( polygons.parts() )
  , mCrossings( polygons.parts() )
  , mNeighbours( polygons.parts() )
{
  const std::vector<Box> boxes = partBoxes( polygons );
  const BoxIndex index( boxes );

  const auto edgesOf = [this]( std::size_t part ) -> const PolygonEdges &
  {
    if ( !mEdges[part] )
      mEdges[part] = std::make_unique<PolygonEdges>( mPolygons, part );
    return *mEdges[part];
  };
  std::vector<std::size_t> met;
  for ( std::size_t part = 0; part < polygons.parts(); ++part )
  {
    if ( part % checkInterval == 0 )
      progress.check();
    index.find( boxes[part], met );
    for ( const std::size_t other : met )
    {
      if ( other == part )
        continue;
      mNeighbours[part].push_back( other );
      if ( other > part )
        edgesOf( part ).cross( part, edgesOf( other ), other, mCrossings[part], mCrossings[other], progress );
    }
    // All pairs with a lower number are done: this part's crossings are complete.
    std::sort( mCrossings[part].begin(), mCrossings[part].end() );
  }
}

std::vector<int> UnionBoundary::depthsOf( std::size_t part, const PolygonEdges &polygon ) const
{
  std::vector<int> depths( polygon.rings().size() - 1 );
  for ( std::size_t ring = 0; ring < depths.size(); ++ring )
  {
    if ( polygon.rings()[ring] == polygon.rings()[ring + 1] )
      continue;
    const Point start = polygon.edges()[polygon.rings()[ring]].from;
    for ( const std::size_t other : mNeighbours[part] )
      depths[ring] += mEdges[other]->contains( start, part > other ? Shift::Forward : Shift::Backward );
  }
  return depths;
}

void UnionBoundary::visit( const BoundarySink &sink, const Progress &progress ) const
{
  std::vector<BoundaryPiece> pieces;
  for ( std::size_t part = 0; part < mPolygons.parts(); ++part )
  {
    if ( part % checkInterval == 0 )
      progress.check();
    pieces.clear();
    std::optional<PolygonEdges> alone;
    const PolygonEdges &polygon = mEdges[part] ? *mEdges[part] : alone.emplace( mPolygons, part );
    // A single polygon may have as many edges as a city: then each step of it takes long.
    const bool large = polygon.edges().size() > 100000;
    if ( large )
      progress.check();
    polygon.appendParts( Around::Nothing, mCrossings[part], depthsOf( part, polygon ), pieces );
    if ( large )
      progress.check();
    sink( pieces );
  }
}

double UnionBoundary::area() const
{
  ShoelaceSum sum( mPolygons.coordinates.empty() ? Point{ 0, 0 } : mPolygons.coordinates.front() );
  visit( [&sum]( std::span<const BoundaryPiece> pieces ) { sum.add( pieces ); } );
  return sum.area();
}

std::vector<double> UnionBoundary::areasWithin( std::span<const PolygonEdges> windows, const Progress &progress ) const
{
  std::vector<Box> boxes;
  std::vector<Window> gathered;
  for ( const PolygonEdges &window : windows )
  {
    boxes.push_back( window.box() );
    gathered.emplace_back( window );
  }
  const BoxIndex index( boxes );

  std::vector<std::unique_ptr<PolygonEdges>> lenders; // parts that lie alone: the windows' crossings borrow their edges
  std::vector<std::size_t> met;
  std::vector<BoundaryPiece> visible;
  for ( std::size_t part = 0; part < mPolygons.parts(); ++part )
  {
    if ( part % checkInterval == 0 )
      progress.check();
    const Box box = mPolygons.partBox( part );
    index.find( box, met );
    std::unique_ptr<PolygonEdges> alone;
    const PolygonEdges *polygon = mEdges[part].get();
    std::vector<int> depths;
    bool across = false;
    visible.clear();
    for ( const std::size_t w : met )
    {
      const Side side = windows[w].sideOf( box );
      if ( side == Side::Outside )
        continue;
      if ( !polygon )
      {
        alone = std::make_unique<PolygonEdges>( mPolygons, part );
        polygon = alone.get();
      }
      if ( depths.empty() )
        depths = depthsOf( part, *polygon );
      if ( side == Side::Across )
      {
        across = true;
        addAcross( part, *polygon, depths, gathered[w] );
        continue;
      }
      if ( visible.empty() )
        polygon->appendParts( Around::Nothing, mCrossings[part], depths, visible );
      gathered[w].sum.add( visible );
    }
    if ( alone && across )
      lenders.push_back( std::move( alone ) );
  }

  std::vector<double> areas;
  std::vector<BoundaryPiece> covered;
  for ( Window &window : gathered )
  {
    progress.check();
    std::sort( window.crossings.begin(), window.crossings.end() );
    covered.clear();
    window.border.appendParts( Around::Something, window.crossings, window.depths, covered );
    window.sum.add( covered );
    areas.push_back( window.sum.area() );
  }
  return areas;
}

void UnionBoundary::addAcross( std::size_t part, const PolygonEdges &polygon, std::span<const int> depths,
                               Window &window ) const
{
  const std::size_t number = mPolygons.parts();
  // All that lies outside the window hides as one more polygon does: what enters the window leaves that one.
  std::vector<Crossing> crossings = mCrossings[part];
  const auto known = static_cast<std::ptrdiff_t>( crossings.size() );
  polygon.cross( part, window.border, number, crossings, window.crossings );
  std::sort( crossings.begin() + known, crossings.end() );
  std::inplace_merge( crossings.begin(), crossings.begin() + known, crossings.end() );
  for ( Crossing &crossing : crossings )
    if ( crossing.other == number )
      crossing.change = -crossing.change;
  std::vector<int> hidden = polygon.startsWithin( window.border, Shift::Backward );
  for ( std::size_t ring = 0; ring < hidden.size(); ++ring )
    hidden[ring] = depths[ring] + 1 - hidden[ring];
  std::vector<BoundaryPiece> pieces;
  polygon.appendParts( Around::Nothing, crossings, hidden, pieces );
  window.sum.add( pieces );

  const std::vector<int> around = window.border.startsWithin( polygon, Shift::Forward );
  for ( std::size_t ring = 0; ring < around.size(); ++ring )
    window.depths[ring] += around[ring];
}

double unionArea( const GeometryColumn &polygons, std::span<const std::size_t> features )
{
  GeometryColumn chosen;
  for ( const std::size_t feature : features )
    chosen.append( polygons, feature );
  return UnionBoundary( chosen ).area();
}

} // namespace koppelkans
