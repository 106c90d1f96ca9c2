// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stack/faces.h"

#include "core/geometry/snap_rounding.h"
#include "core/parallel.h"
#include "core/stack/face_rings.h"

#include <algorithm>

namespace koppelkans
{

namespace
{

//! Appends the edges of a ring, with its inside on the left where it is a shell, on the right where it is a hole.
void appendRing( std::span<const Point> ring, bool shell, std::uint32_t theme, const SnapGrid &grid,
                 std::vector<Segment> &segments )
{
  if ( ring.empty() )
    return;
  const std::size_t first = segments.size();
  const Node start = grid.nodeAt( ring.front() );
  std::uint64_t twice = 0; // wraps around; what it amounts to fits
  Node from = start;
  for ( const Point &place : ring )
  {
    const Node to = grid.nodeAt( place );
    twice += static_cast<std::uint64_t>( sideOf( start, from, to ) );
    if ( from < to )
      segments.push_back( { from, to, 2 * theme } );
    else if ( to < from )
      segments.push_back( { to, from, 2 * theme + 1 } );
    from = to;
  }
  // Which way round it runs is told by the rounded ring: a ring turned over by rounding is still land, or a hole.
  if ( ( static_cast<std::int64_t>( twice ) > 0 ) != shell )
    for ( std::size_t i = first; i < segments.size(); ++i )
      segments[i].bearer ^= 1;
}

std::vector<Segment> segmentsOf( const GeometryColumn &polygons, std::uint32_t theme, const SnapGrid &grid )
{
  std::vector<Segment> segments;
  segments.reserve( polygons.coordinates.size() );
  for ( std::size_t part = 0; part < polygons.parts(); ++part )
    for ( std::size_t r = polygons.partOffsets[part]; r < polygons.partOffsets[part + 1]; ++r )
      appendRing( polygons.ring( r ), r == polygons.partOffsets[part], theme, grid, segments );
  return segments;
}

std::vector<Segment> segmentsOf( std::span<const Theme> themes, const SnapGrid &grid, Progress &progress )
{
  std::vector<std::vector<Segment>> byTheme( themes.size() );
  parallelFor( themes.size(), progress,
               [&]( std::size_t t )
               { byTheme[t] = segmentsOf( themes[t].features.geometry, static_cast<std::uint32_t>( t ), grid ); } );
  std::size_t count = 0;
  for ( const std::vector<Segment> &segments : byTheme )
    count += segments.size();
  std::vector<Segment> all;
  all.reserve( count );
  for ( std::vector<Segment> &segments : byTheme )
  {
    all.insert( all.end(), segments.begin(), segments.end() );
    segments = {};
  }
  return all;
}

Box extentOf( std::span<const Theme> themes )
{
  Box extent;
  for ( const Theme &theme : themes )
    extent.include( theme.features.geometry.box() );
  return extent;
}

//! The rings as polygons, by face, each shell first.
GeometryColumn polygonsOf( FaceRings &found, const SnapGrid &grid, const Progress &progress )
{
  std::ranges::stable_sort( found.rings, []( const FaceRing &a, const FaceRing &b )
                            { return a.face != b.face ? a.face < b.face : a.isShell > b.isShell; } );
  GeometryColumn polygons;
  polygons.coordinates.reserve( found.nodes.size() + found.rings.size() );
  polygons.ringOffsets.reserve( found.rings.size() + 1 );
  polygons.partOffsets.reserve( found.sets.size() + 1 );
  polygons.featureOffsets.reserve( found.sets.size() + 1 );
  for ( std::size_t r = 0; r < found.rings.size(); ++r )
  {
    if ( r % 4096 == 0 )
      progress.check();
    const FaceRing &ring = found.rings[r];
    for ( std::size_t i = ring.begin; i < ring.end; ++i )
      polygons.coordinates.push_back( grid.pointAt( found.nodes[i] ) );
    polygons.coordinates.push_back( grid.pointAt( found.nodes[ring.begin] ) );
    polygons.closeRing();
    if ( r + 1 == found.rings.size() || found.rings[r + 1].face != ring.face )
    {
      polygons.closePart();
      polygons.closeFeature();
    }
  }
  return polygons;
}

} // namespace

Faces makeFaces( std::span<const Theme> themes, double precision, Progress &progress )
{
  for ( const Theme &theme : themes )
    if ( theme.raster || theme.features.geometry.kind != GeometryKind::Polygon )
      throw Error( "only polygons can be laid over each other exactly" ).inContext( theme.name );

  const SnapGrid grid( precision, extentOf( themes ) );
  ProgressPart gathering( progress, 0, 0.05 );
  std::vector<Segment> segments = segmentsOf( themes, grid, gathering );
  ProgressPart cutting( progress, 0.05, 0.45 );
  std::vector<Segment> pieces = snapRounded( segments, cutting );
  segments = {};
  ProgressPart sweeping( progress, 0.45, 0.85 );
  ThemePartition partition = partitionOf( std::move( pieces ), sweeping );
  FaceRings rings = ringsOf( partition, progress );
  Faces faces{ {}, {}, {}, std::move( partition.sets ) };
  partition = {};
  progress.report( 0.95 );

  faces.polygons = polygonsOf( rings, grid, progress );
  faces.sets = std::move( rings.sets );
  for ( const std::int64_t twice : rings.twice )
    faces.areas.push_back( grid.areaOf( twice ) );
  progress.report( 1 );
  return faces;
}

std::vector<StackedTheme> themesBySet( const Faces &faces, std::span<const Theme> themes,
                                       std::span<const ThemeSettings> settings, Findings &findings )
{
  std::vector<StackedTheme> stacked;
  for ( std::size_t t = 0; t < themes.size(); ++t )
  {
    std::vector<double> values;
    for ( const ThemeSet &set : faces.themeSets )
      values.push_back( std::ranges::binary_search( set, t ) ? 1 : 0 );
    stacked.push_back( settle( themes[t].name, Measure::Coverage, std::move( values ),
                               settingsOf( settings, themes[t].name ), findings ) );
  }
  return stacked;
}

} // namespace koppelkans
