// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/shapes.h"

#include "core/geometry/orientation.h"
#include "tests/ogr_features.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace koppelkans::test
{

namespace
{

double rounded( double value )
{
  return std::round( value * 1024 ) / 1024;
}

void appendRing( GeometryColumn &column, const std::vector<Point> &ring )
{
  column.coordinates.insert( column.coordinates.end(), ring.begin(), ring.end() );
  column.closeRing();
}

} // namespace

std::vector<Point> Shapes::star( Point centre, double inner, double outer, int corners )
{
  std::vector<Point> ring;
  for ( int i = 0; i < corners; ++i )
  {
    const double angle = 2 * std::numbers::pi * i / corners;
    const double radius = uniform( inner, outer );
    ring.push_back(
      { rounded( centre.x + radius * std::cos( angle ) ), rounded( centre.y + radius * std::sin( angle ) ) } );
  }
  ring.push_back( ring.front() );
  return ring;
}

GeometryColumn Shapes::stars( int count, const Box &box, double radius, bool holes, bool parts )
{
  GeometryColumn column;
  for ( int i = 0; i < count; ++i )
  {
    const Point centre = pointIn( box );
    for ( int part = 0; part < ( parts ? 2 : 1 ); ++part )
    {
      // Parts are too far apart to touch; a hole stays within the shell's inner radius.
      const Point middle{ centre.x + part * 2.5 * radius, centre.y };
      appendRing( column, star( middle, 0.4 * radius, radius, integer( 8, 16 ) ) );
      if ( holes )
        appendRing( column, star( middle, 0.1 * radius, 0.3 * radius, integer( 8, 12 ) ) );
      column.closePart();
    }
    column.closeFeature();
  }
  return column;
}

GeometryColumn Shapes::blocks( int count, int across, double step )
{
  GeometryColumn column;
  for ( int i = 0; i < count; ++i )
  {
    const double x = integer( 0, across - 1 ) * step, y = integer( 0, across - 1 ) * step;
    const double width = integer( 1, 4 ) * step, height = integer( 1, 4 ) * step;
    appendPolygon( column, { { x, y }, { x + width, y }, { x + width, y + height }, { x, y + height }, { x, y } } );
  }
  return column;
}

GeometryColumn Shapes::latticeTriangles( int count, int across, double step )
{
  GeometryColumn column;
  const auto corner = [&]
  {
    return Point{ integer( 0, across ) * step, integer( 0, across ) * step };
  };
  while ( count > 0 )
  {
    const Point a = corner(), b = corner(), c = corner();
    if ( ( b.x - a.x ) * ( c.y - a.y ) == ( b.y - a.y ) * ( c.x - a.x ) )
      continue;
    appendPolygon( column, { a, b, c, a } );
    --count;
  }
  return column;
}

GeometryColumn Shapes::alongLine( int count, Point from, Point to )
{
  GeometryColumn column;
  const Point along{ to.x - from.x, to.y - from.y };
  const double length = std::hypot( along.x, along.y );
  const auto at = [&]( double share, double aside )
  {
    return Point{ from.x + share * along.x - aside * along.y / length,
                  from.y + share * along.y + aside * along.x / length };
  };
  for ( int i = 0; i < count; ++i )
  {
    const double start = uniform( 0, 0.8 );
    const double end = start + uniform( 0.05, 0.2 );
    const double aside = uniform( 0.01, 0.1 ) * length * ( integer( 0, 1 ) ? 1 : -1 );
    appendPolygon( column, { at( start, 0 ), at( end, 0 ), at( end, aside ), at( start, aside ), at( start, 0 ) } );
  }
  return column;
}

GeometryColumn Shapes::slivers( int count, const Box &box )
{
  GeometryColumn column;
  for ( int i = 0; i < count; ++i )
  {
    const double left = uniform( box.yMin, box.yMax ), right = uniform( box.yMin, box.yMax );
    const Point a{ box.xMin, left }, b{ box.xMax, right }, c{ box.xMax, right + box.width() * 1e-6 };
    appendPolygon( column, { a, b, c, a } );
  }
  return column;
}

GeometryColumn Shapes::hairs( int count, Point from, Point to )
{
  GeometryColumn column;
  const auto corner = [&]
  {
    const double share = uniform( 0, 1 );
    return Point{ from.x + share * ( to.x - from.x ), from.y + share * ( to.y - from.y ) };
  };
  while ( count > 0 )
  {
    const Point a = corner(), b = corner(), c = corner();
    if ( orientation( a, b, c ) == 0 )
      continue;
    appendPolygon( column, { a, b, c, a } );
    --count;
  }
  return column;
}

GeometryColumn fromTexts( const std::vector<std::string> &texts )
{
  GeometryColumn column;
  for ( const std::string &text : texts )
  {
    const GeometryColumn one = fromWkt( text );
    column.kind = one.kind;
    column.append( one, 0 );
  }
  return column;
}

GeometryColumn moved( GeometryColumn column, double dx, double dy )
{
  for ( Point &point : column.coordinates )
    point = { point.x + dx, point.y + dy };
  return column;
}

GeometryColumn joined( GeometryColumn a, const GeometryColumn &b )
{
  for ( std::size_t feature = 0; feature < b.features(); ++feature )
    a.append( b, feature );
  return a;
}

GeometryColumn shuffled( const GeometryColumn &column, unsigned seed )
{
  std::vector<std::size_t> order( column.features() );
  std::iota( order.begin(), order.end(), std::size_t{ 0 } );
  std::mt19937_64 random( seed );
  std::shuffle( order.begin(), order.end(), random );
  GeometryColumn other;
  other.kind = column.kind;
  for ( const std::size_t feature : order )
    other.append( column, feature );
  return other;
}

void appendPolygon( GeometryColumn &column, const std::vector<Point> &ring )
{
  appendRing( column, ring );
  column.closePart();
  column.closeFeature();
}

} // namespace koppelkans::test
