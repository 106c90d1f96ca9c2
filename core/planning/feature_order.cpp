// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/feature_order.h"

#include <algorithm>

namespace koppelkans
{

namespace
{

std::span<const Point> coordinates( const GeometryColumn &column, std::size_t feature )
{
  const auto start = [&]( std::size_t f )
  {
    return column.ringOffsets[column.partOffsets[column.featureOffsets[f]]];
  };
  return std::span( column.coordinates ).subspan( start( feature ), start( feature + 1 ) - start( feature ) );
}

//! Where the rings and the parts of a feature end, counted from its start.
std::vector<std::size_t> structure( const GeometryColumn &column, std::size_t feature )
{
  std::vector<std::size_t> ends;
  const std::size_t firstPart = column.featureOffsets[feature];
  const std::size_t firstRing = column.partOffsets[firstPart];
  for ( std::size_t part = firstPart; part < column.featureOffsets[feature + 1]; ++part )
  {
    for ( std::size_t ring = column.partOffsets[part]; ring < column.partOffsets[part + 1]; ++ring )
      ends.push_back( column.ringOffsets[ring + 1] - column.ringOffsets[firstRing] );
    ends.push_back( 0 );
  }
  return ends;
}

} // namespace

std::weak_ordering compareFeatures( const GeometryColumn &columnA, std::size_t a, const GeometryColumn &columnB,
                                    std::size_t b )
{
  const auto byPoint = []( const Point &p, const Point &q )
  {
    const std::weak_ordering byX = std::weak_order( p.x, q.x );
    return byX != 0 ? byX : std::weak_order( p.y, q.y );
  };
  const std::span<const Point> pointsA = coordinates( columnA, a );
  const std::span<const Point> pointsB = coordinates( columnB, b );
  const std::weak_ordering byPoints =
    std::lexicographical_compare_three_way( pointsA.begin(), pointsA.end(), pointsB.begin(), pointsB.end(), byPoint );
  return byPoints != 0 ? byPoints : structure( columnA, a ) <=> structure( columnB, b );
}

} // namespace koppelkans
