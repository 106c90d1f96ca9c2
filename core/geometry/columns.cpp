// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/columns.h"

namespace koppelkans
{

Box GeometryColumn::box() const
{
  Box box;
  for ( const Point &point : coordinates )
    box.include( point );
  return box;
}

Box GeometryColumn::partBox( std::size_t part ) const
{
  Box box;
  for ( std::size_t i = ringOffsets[partOffsets[part]]; i < ringOffsets[partOffsets[part + 1]]; ++i )
    box.include( coordinates[i] );
  return box;
}

Box GeometryColumn::featureBox( std::size_t feature ) const
{
  Box box;
  for ( std::size_t part = featureOffsets[feature]; part < featureOffsets[feature + 1]; ++part )
    box.include( partBox( part ) );
  return box;
}

void GeometryColumn::abandonFeature()
{
  partOffsets.resize( featureOffsets.back() + 1 );
  ringOffsets.resize( partOffsets.back() + 1 );
  coordinates.resize( ringOffsets.back() );
}

void GeometryColumn::append( const GeometryColumn &from, std::size_t feature )
{
  for ( std::size_t part = from.featureOffsets[feature]; part < from.featureOffsets[feature + 1]; ++part )
  {
    for ( std::size_t r = from.partOffsets[part]; r < from.partOffsets[part + 1]; ++r )
    {
      const std::span<const Point> points = from.ring( r );
      coordinates.insert( coordinates.end(), points.begin(), points.end() );
      closeRing();
    }
    closePart();
  }
  closeFeature();
}

} // namespace koppelkans
