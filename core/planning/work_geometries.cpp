// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/work_geometries.h"

#include "core/planning/feature_order.h"

namespace koppelkans
{

WorkGeometries::WorkGeometries()
{
  for ( const GeometryKind kind : { GeometryKind::Point, GeometryKind::Line, GeometryKind::Polygon } )
    mColumns[static_cast<std::size_t>( kind )].kind = kind;
}

void WorkGeometries::add( const GeometryColumn &from, std::size_t feature, double breadth )
{
  GeometryColumn &to = mColumns[static_cast<std::size_t>( from.kind )];
  mPlaces.push_back( { from.kind, to.features(), breadth } );
  to.append( from, feature );
}

std::weak_ordering WorkGeometries::compare( std::size_t a, std::size_t b ) const
{
  if ( const auto byKind = kind( a ) <=> kind( b ); byKind != 0 )
    return byKind;
  const auto known = []( double breadth )
  {
    return hasData( breadth ) ? breadth : -1;
  };
  if ( const double breadthA = known( breadth( a ) ), breadthB = known( breadth( b ) ); breadthA != breadthB )
    return breadthA < breadthB ? std::weak_ordering::less : std::weak_ordering::greater;
  return compareFeatures( column( a ), mPlaces[a].feature, column( b ), mPlaces[b].feature );
}

} // namespace koppelkans
