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
      if ( !std::ranges::all_of( column.ring( r ), []( Point p ) { return std::isfinite( p.x ) && std::isfinite( p.y ); } ) )
        return false;
  return true;
}

//! True only for what is certainly valid: a single polygon whose one ring does not touch itself.
bool isPlainlyValid( const GeometryColumn &column, std::size_t feature )
{
  const std::size_t part = column.featureOffsets[feature];
  if ( column.featureOffsets[feature + 1] != part + 1 || column.partOffsets[part + 1] != column.partOffsets[part] + 1 )
    return false;
  const std::span<const Point> ring = column.ring( column.partOffsets[part] );
  if ( ring.size() < 4 || ring.front() != ring.back() )
    return false;
  const PolygonEdges polygon( column, part );
  return polygon.edges().size() >= 3 && !polygon.touchesItself();
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

/**
 * A valid geometry that covers what the parts of \a given cover together, their holes left out.
 *
 * GEOS' structure method does so, but gives up on some rings that run through themselves many times; these are left to its
 * linework method, which takes what lies inside an odd number of times.
 */
GeosGeometry madeValid( const GEOSGeometry *given )
{
  const std::unique_ptr<GEOSMakeValidParams, void ( * )( GEOSMakeValidParams * )> structure(
    GEOSMakeValidParams_create_r( geos() ), []( GEOSMakeValidParams *p ) { GEOSMakeValidParams_destroy_r( geos(), p ); } );
  GEOSMakeValidParams_setMethod_r( geos(), structure.get(), GEOS_MAKE_VALID_STRUCTURE );
  GEOSMakeValidParams_setKeepCollapsed_r( geos(), structure.get(), 0 );
  GeosGeometry valid( GEOSMakeValidWithParams_r( geos(), given, structure.get() ) );
  if ( valid && GEOSisValid_r( geos(), valid.get() ) == 1 )
    return valid;
  return checked( GEOSMakeValid_r( geos(), given ) );
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
    appendFromGeos( to, madeValid( given.get() ).get() );
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
    if ( !isFinite( given, feature ) || ( given.kind == GeometryKind::Polygon && !isPlainlyValid( given, feature ) ) )
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
