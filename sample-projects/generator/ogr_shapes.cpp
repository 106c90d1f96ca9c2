// SPDX-License-Identifier: GPL-3.0-or-later
#include "ogr_shapes.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace koppelkans::sample
{

namespace
{
Geometry checked( OGRGeometry *geometry, const char *operation )
{
  if ( !geometry )
    throw std::runtime_error( std::string( "GEOS could not compute " ) + operation );
  return Geometry( geometry );
}

void eachPolygon( const OGRGeometry &geometry, auto &&visit )
{
  if ( geometry.IsEmpty() )
    return;
  if ( wkbFlatten( geometry.getGeometryType() ) == wkbPolygon )
    visit( *geometry.toPolygon() );
  else if ( OGR_GT_IsSubClassOf( wkbFlatten( geometry.getGeometryType() ), wkbGeometryCollection ) )
  {
    for ( const OGRGeometry *member : geometry.toGeometryCollection() )
      eachPolygon( *member, visit );
  }
}

class Snapper : public OGRDefaultGeometryVisitor
{
public:
  using OGRDefaultGeometryVisitor::visit;

  void visit( OGRPoint *point ) override
  {
    point->setX( std::round( point->getX() * 1000 ) / 1000 );
    point->setY( std::round( point->getY() * 1000 ) / 1000 );
  }
};
} // namespace

Geometry toPolygon( const Ring &ring )
{
  auto shell = std::make_unique<OGRLinearRing>();
  for ( const Point &p : ring )
    shell->addPoint( p.x, p.y );
  shell->closeRings();
  auto polygon = std::make_unique<OGRPolygon>();
  polygon->addRingDirectly( shell.release() );
  return polygon;
}

Geometry toLine( const Line &line )
{
  auto result = std::make_unique<OGRLineString>();
  for ( const Point &p : line )
    result->addPoint( p.x, p.y );
  return result;
}

Geometry toPoint( Point point )
{
  return std::make_unique<OGRPoint>( point.x, point.y );
}

std::vector<Ring> outerRings( const OGRGeometry &geometry )
{
  std::vector<Ring> rings;
  eachPolygon( geometry,
               [&rings]( const OGRPolygon &polygon )
               {
                 Ring ring;
                 const OGRLinearRing *shell = polygon.getExteriorRing();
                 for ( int i = 0; i + 1 < shell->getNumPoints(); ++i )
                   ring.push_back( { shell->getX( i ), shell->getY( i ) } );
                 rings.push_back( std::move( ring ) );
               } );
  std::stable_sort( rings.begin(), rings.end(), []( const Ring &a, const Ring &b ) { return area( a ) > area( b ); } );
  return rings;
}

std::vector<Line> linesOf( const OGRGeometry &geometry )
{
  std::vector<Line> lines;
  if ( geometry.IsEmpty() )
    return lines;
  if ( wkbFlatten( geometry.getGeometryType() ) == wkbLineString )
  {
    const OGRLineString *string = geometry.toLineString();
    Line line;
    for ( int i = 0; i < string->getNumPoints(); ++i )
      line.push_back( { string->getX( i ), string->getY( i ) } );
    lines.push_back( std::move( line ) );
  }
  else if ( OGR_GT_IsSubClassOf( wkbFlatten( geometry.getGeometryType() ), wkbGeometryCollection ) )
  {
    for ( const OGRGeometry *member : geometry.toGeometryCollection() )
    {
      for ( Line &line : linesOf( *member ) )
        lines.push_back( std::move( line ) );
    }
  }
  return lines;
}

Point pointInside( const OGRPolygon &polygon )
{
  // The middle of the widest stretch on three level lines: deeper inside than a point on surface needs to be
  OGREnvelope box;
  polygon.getEnvelope( &box );
  Point best;
  double widest = -1;
  for ( const double share : { 0.4871, 0.2713, 0.7129 } )
  {
    const double y = box.MinY + share * ( box.MaxY - box.MinY );
    std::vector<double> crossings;
    for ( const OGRLinearRing *ring : polygon )
    {
      for ( int i = 0; i + 1 < ring->getNumPoints(); ++i )
      {
        const double y0 = ring->getY( i ), y1 = ring->getY( i + 1 );
        if ( ( y0 > y ) != ( y1 > y ) )
          crossings.push_back( ring->getX( i ) + ( ring->getX( i + 1 ) - ring->getX( i ) ) * ( y - y0 ) / ( y1 - y0 ) );
      }
    }
    std::sort( crossings.begin(), crossings.end() );
    for ( std::size_t i = 0; i + 1 < crossings.size(); i += 2 )
    {
      if ( crossings[i + 1] - crossings[i] > widest )
      {
        widest = crossings[i + 1] - crossings[i];
        best = { ( crossings[i] + crossings[i + 1] ) / 2, y };
      }
    }
  }
  return best;
}

Geometry grown( const OGRGeometry &geometry, double distance, int quadrantSegments )
{
  return checked( geometry.Buffer( distance, quadrantSegments ), "a buffer" );
}

Geometry united( const std::vector<Geometry> &geometries )
{
  OGRMultiPolygon all;
  for ( const Geometry &geometry : geometries )
    eachPolygon( *geometry, [&all]( const OGRPolygon &polygon ) { all.addGeometry( &polygon ); } );
  if ( all.IsEmpty() )
    return std::make_unique<OGRMultiPolygon>();
  return checked( all.UnionCascaded(), "a union" );
}

Geometry without( const OGRGeometry &geometry, const OGRGeometry &other )
{
  return checked( geometry.Difference( &other ), "a difference" );
}

Geometry common( const OGRGeometry &geometry, const OGRGeometry &other )
{
  return checked( geometry.Intersection( &other ), "an intersection" );
}

std::vector<Line> noded( const std::vector<Line> &lines )
{
  OGRMultiLineString all;
  for ( const Line &line : lines )
    all.addGeometryDirectly( toLine( line ).release() );
  return linesOf( *checked( all.Union( all.getGeometryRef( 0 ) ), "a noding" ) );
}

std::vector<Geometry> enclosed( const std::vector<Line> &lines )
{
  OGRMultiLineString all;
  for ( const Line &line : lines )
    all.addGeometryDirectly( toLine( line ).release() );
  const Geometry faces = checked( all.Polygonize(), "faces" );
  std::vector<std::pair<Point, Geometry>> ordered;
  eachPolygon( *faces, [&ordered]( const OGRPolygon &polygon )
               { ordered.emplace_back( pointInside( polygon ), Geometry( polygon.clone() ) ); } );
  std::sort(
    ordered.begin(), ordered.end(),
    []( const auto &a, const auto &b )
    { return std::pair( -std::round( a.first.y ), a.first.x ) < std::pair( -std::round( b.first.y ), b.first.x ); } );
  std::vector<Geometry> result;
  for ( auto &[point, face] : ordered )
    result.push_back( std::move( face ) );
  return result;
}

Geometry polygonsOnly( const OGRGeometry &geometry, double leastArea )
{
  auto result = std::make_unique<OGRMultiPolygon>();
  eachPolygon( geometry,
               [&result, leastArea]( const OGRPolygon &polygon )
               {
                 if ( polygon.get_Area() >= leastArea )
                   result->addGeometry( &polygon );
               } );
  return result;
}

Geometry rounded( const OGRGeometry &geometry, double distance )
{
  return grown( *grown( *grown( geometry, distance ), -2 * distance ), distance );
}

void snapToMillimetres( OGRGeometry &geometry )
{
  Snapper snapper;
  geometry.accept( &snapper );
}

double areaOf( const OGRGeometry &geometry )
{
  double sum = 0;
  eachPolygon( geometry, [&sum]( const OGRPolygon &polygon ) { sum += polygon.get_Area(); } );
  return sum;
}

} // namespace koppelkans::sample
