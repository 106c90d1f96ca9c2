// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/repair.h"

#include "core/geometry/geos.h"
#include "core/geometry/polygon_edges.h"

#include <algorithm>
#include <cmath>

namespace koppelkans
{

namespace
{

bool isFinite( const GeometryColumn &column, std::size_t feature )
{
  for ( std::size_t part = column.featureOffsets[feature]; part < column.featureOffsets[feature + 1]; ++part )
    for ( std::size_t r = column.partOffsets[part]; r < column.partOffsets[part + 1]; ++r )
      if ( !std::ranges::all_of( column.ring( r ),
                                 []( Point p ) { return std::isfinite( p.x ) && std::isfinite( p.y ); } ) )
        return false;
  return true;
}

//! True only for what is certainly valid: a single polygon whose one ring does not touch itself.
bool isPlainlyValid( const GeometryColumn &column, std::size_t feature, const Progress &progress )
{
  const std::size_t part = column.featureOffsets[feature];
  if ( column.featureOffsets[feature + 1] != part + 1 || column.partOffsets[part + 1] != column.partOffsets[part] + 1 )
    return false;
  const std::span<const Point> ring = column.ring( column.partOffsets[part] );
  if ( ring.size() < 4 || ring.front() != ring.back() )
    return false;
  const PolygonEdges polygon( column, part );
  return polygon.edges().size() >= 3 && !polygon.touchesItself( progress );
}

//! GEOS will not take a ring that is open or has fewer than four coordinates: closes the one, drops the other, says so.
GeometryColumn withClosedRings( const GeometryColumn &column, std::size_t feature, std::string &reason )
{
  GeometryColumn closed;
  for ( std::size_t part = column.featureOffsets[feature]; part < column.featureOffsets[feature + 1]; ++part )
  {
    const std::size_t shell = column.partOffsets[part];
    for ( std::size_t r = shell; r < column.partOffsets[part + 1]; ++r )
    {
      const std::span<const Point> ring = column.ring( r );
      const bool open = !ring.empty() && ring.front() != ring.back();
      if ( ring.size() + open < 4 )
      {
        reason = "Ring of fewer than four coordinates";
        if ( r == shell )
          break;
        continue;
      }
      closed.coordinates.insert( closed.coordinates.end(), ring.begin(), ring.end() );
      if ( open )
      {
        reason = "Ring not closed";
        closed.coordinates.push_back( ring.front() );
      }
      closed.closeRing();
    }
    if ( closed.rings() > closed.partOffsets.back() )
      closed.closePart();
  }
  closed.closeFeature();
  return closed;
}

//! What is wrong with a geometry, in GEOS' words; empty where it is valid.
std::string invalidity( const GEOSGeometry *geometry )
{
  if ( GEOSisValid_r( geos(), geometry ) == 1 )
    return {};
  const GeosText reason( GEOSisValidReason_r( geos(), geometry ) );
  return reason ? reason.get() : geosError().what();
}

//! Appends what lies inside a ring an odd number of times, as valid polygons.
void appendInsideOf( std::span<const Point> ring, GeometryColumn &polygons )
{
  GeometryColumn given;
  given.coordinates.assign( ring.begin(), ring.end() );
  given.closeRing();
  given.closePart();
  given.closeFeature();
  appendFromGeos( polygons, checked( GEOSMakeValid_r( geos(), toGeos( given, 0 ).get() ) ).get() );
}

//! The union of all features, each valid.
GeosGeometry united( GeometryColumn polygons )
{
  polygons.featureOffsets = { 0, polygons.parts() };
  return checked( GEOSUnaryUnion_r( geos(), toGeos( polygons, 0 ).get() ) );
}

/**
 * What the parts of the only feature of \a column cover together, their holes left out, as a valid geometry.
 *
 * Ring by ring, since GEOSMakeValid on the whole would take what two parts both cover for a hole, and a hole outside
 * its shell for land. (Its structure method means the same as this, but in GEOS 3.11 gives up on some rings, and leaks
 * then.)
 */
GeosGeometry madeValid( const GeometryColumn &column )
{
  GeometryColumn parts;
  for ( std::size_t part = 0; part < column.parts(); ++part )
  {
    const std::size_t first = column.partOffsets[part];
    GeometryColumn shell, holes;
    appendInsideOf( column.ring( first ), shell );
    for ( std::size_t r = first + 1; r < column.partOffsets[part + 1]; ++r )
      appendInsideOf( column.ring( r ), holes );
    if ( holes.parts() > 0 )
      appendFromGeos( parts,
                      checked( GEOSDifference_r( geos(), united( shell ).get(), united( holes ).get() ) ).get() );
    else
      parts.append( shell, 0 );
  }
  return united( parts );
}

//! Appends \a feature of \a from to \a to, repaired; returns what was wrong.
std::string appendRepaired( GeometryColumn &to, const GeometryColumn &from, std::size_t feature )
{
  std::string unclosed;
  const GeometryColumn closed = withClosedRings( from, feature, unclosed );
  const GeosGeometry given = toGeos( closed, 0 );
  const std::string reason = invalidity( given.get() );
  if ( reason.empty() )
    to.append( closed, 0 );
  else
    appendFromGeos( to, madeValid( closed ).get() );
  return reason.empty() ? unclosed : reason;
}

} // namespace

void repair( Features &features, Findings &findings, const Progress &progress )
{
  const GeometryColumn &given = features.geometry;
  std::vector<std::size_t> suspects;
  for ( std::size_t feature = 0; feature < given.features(); ++feature )
  {
    if ( feature % 256 == 0 )
      progress.check();
    if ( given.featureOffsets[feature] == given.featureOffsets[feature + 1] )
      continue;
    if ( !isFinite( given, feature ) ||
         ( given.kind == GeometryKind::Polygon && !isPlainlyValid( given, feature, progress ) ) )
      suspects.push_back( feature );
  }
  if ( suspects.empty() )
    return;

  GeometryColumn sound;
  sound.kind = given.kind;
  auto suspect = suspects.begin();
  for ( std::size_t feature = 0; feature < given.features(); ++feature )
  {
    if ( suspect == suspects.end() || *suspect != feature )
    {
      sound.append( given, feature );
      continue;
    }
    progress.check();
    ++suspect;
    if ( !isFinite( given, feature ) )
    {
      sound.closeFeature();
      findings.push_back( { FindingKind::UnusableGeometry, features.layer, features.ids[feature], {}, "NaN, inf" } );
      continue;
    }
    const std::string reason = appendRepaired( sound, given, feature );
    const bool nothingLeft = sound.featureOffsets.back() == sound.featureOffsets[feature];
    if ( nothingLeft && reason.empty() )
      findings.push_back( { FindingKind::EmptyGeometry, features.layer, features.ids[feature] } );
    else if ( nothingLeft )
      findings.push_back( { FindingKind::UnusableGeometry, features.layer, features.ids[feature], {}, reason } );
    else if ( !reason.empty() )
      findings.push_back( { FindingKind::RepairedGeometry, features.layer, features.ids[feature], {}, reason } );
  }
  features.geometry = std::move( sound );
}

} // namespace koppelkans
