// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace koppelkans::sample
{

double norm( Point a )
{
  return std::sqrt( dot( a, a ) );
}

Point unit( Point a )
{
  const double size = norm( a );
  return size > 0 ? a * ( 1 / size ) : Point{ 1, 0 };
}

double length( const Line &line )
{
  double sum = 0;
  for ( std::size_t i = 1; i < line.size(); ++i )
    sum += norm( line[i] - line[i - 1] );
  return sum;
}

Point along( const Line &line, double distance )
{
  for ( std::size_t i = 1; i < line.size(); ++i )
  {
    const double step = norm( line[i] - line[i - 1] );
    if ( distance <= step && step > 0 )
      return line[i - 1] + ( line[i] - line[i - 1] ) * ( std::max( distance, 0.0 ) / step );
    distance -= step;
  }
  return line.back();
}

Point direction( const Line &line, double distance )
{
  for ( std::size_t i = 1; i < line.size(); ++i )
  {
    const double step = norm( line[i] - line[i - 1] );
    if ( distance <= step )
      return unit( line[i] - line[i - 1] );
    distance -= step;
  }
  return unit( line.back() - line[line.size() - 2] );
}

Line part( const Line &line, double from, double to )
{
  Line result{ along( line, from ) };
  double done = 0;
  for ( std::size_t i = 1; i < line.size(); ++i )
  {
    done += norm( line[i] - line[i - 1] );
    if ( done > from + 0.01 && done < to - 0.01 )
      result.push_back( line[i] );
  }
  result.push_back( along( line, to ) );
  return result;
}

double distance( Point point, const Line &line )
{
  double best = std::numeric_limits<double>::max();
  for ( std::size_t i = 1; i < line.size(); ++i )
  {
    const Point step = line[i] - line[i - 1];
    const double square = dot( step, step );
    const double t = square > 0 ? std::clamp( dot( point - line[i - 1], step ) / square, 0.0, 1.0 ) : 0.0;
    best = std::min( best, norm( point - ( line[i - 1] + step * t ) ) );
  }
  return best;
}

Line reversed( Line line )
{
  std::reverse( line.begin(), line.end() );
  return line;
}

Line closed( const Ring &ring )
{
  Line line = ring;
  line.push_back( ring.front() );
  return line;
}

namespace
{
// One span of a Catmull-Rom spline, from b to c, without its last point.
void addSpan( Line &line, Point a, Point b, Point c, Point d, double step )
{
  const int pieces = std::max( 1, static_cast<int>( norm( c - b ) / step ) );
  for ( int i = 0; i < pieces; ++i )
  {
    const double t = static_cast<double>( i ) / pieces;
    const double t2 = t * t;
    const double t3 = t2 * t;
    line.push_back( ( b * 2 + ( c - a ) * t + ( a * 2 - b * 5 + c * 4 - d ) * t2 + ( b * 3 - a - c * 3 + d ) * t3 ) *
                    0.5 );
  }
}
} // namespace

Line spline( const std::vector<Point> &controls, double step )
{
  Line line;
  const std::size_t last = controls.size() - 1;
  for ( std::size_t i = 0; i < last; ++i )
  {
    const Point before = i > 0 ? controls[i - 1] : controls[0] * 2 - controls[1];
    const Point after = i + 2 <= last ? controls[i + 2] : controls[last] * 2 - controls[last - 1];
    addSpan( line, before, controls[i], controls[i + 1], after, step );
  }
  line.push_back( controls.back() );
  return line;
}

Line closedSpline( const std::vector<Point> &controls, double step )
{
  Line line;
  const std::size_t n = controls.size();
  for ( std::size_t i = 0; i < n; ++i )
    addSpan( line, controls[( i + n - 1 ) % n], controls[i], controls[( i + 1 ) % n], controls[( i + 2 ) % n], step );
  line.push_back( line.front() );
  return line;
}

Line parallel( const Line &line, double distance )
{
  Line result;
  result.reserve( line.size() );
  for ( std::size_t i = 0; i < line.size(); ++i )
  {
    const Point in = i > 0 ? unit( line[i] - line[i - 1] ) : unit( line[1] - line[0] );
    const Point out = i + 1 < line.size() ? unit( line[i + 1] - line[i] ) : in;
    const Point middle = unit( in + out );
    // A mitre, held within twice the distance so that sharp bends grow no spikes
    const double stretch = std::max( dot( middle, in ), 0.5 );
    result.push_back( line[i] + left( middle ) * ( distance / stretch ) );
  }
  return result;
}

Line simplified( const Line &line, double tolerance )
{
  if ( line.size() < 3 )
    return line;
  std::size_t farthest = 0;
  double most = tolerance;
  for ( std::size_t i = 1; i + 1 < line.size(); ++i )
  {
    const double away = distance( line[i], { line.front(), line.back() } );
    if ( away > most )
    {
      most = away;
      farthest = i;
    }
  }
  if ( farthest == 0 )
    return { line.front(), line.back() };
  const auto middle = line.begin() + static_cast<std::ptrdiff_t>( farthest );
  Line first = simplified( Line( line.begin(), middle + 1 ), tolerance );
  const Line second = simplified( Line( middle, line.end() ), tolerance );
  first.insert( first.end(), second.begin() + 1, second.end() );
  return first;
}

double area( const Ring &ring )
{
  double twice = 0;
  for ( std::size_t i = 0; i < ring.size(); ++i )
    twice += cross( ring[i] - ring[0], ring[( i + 1 ) % ring.size()] - ring[0] );
  return std::abs( twice ) / 2;
}

Point centre( const Ring &ring )
{
  Point sum;
  double weight = 0;
  for ( std::size_t i = 1; i + 1 < ring.size(); ++i )
  {
    const double w = cross( ring[i] - ring[0], ring[i + 1] - ring[0] );
    sum = sum + ( ring[i] + ring[i + 1] - ring[0] * 2 ) * ( w / 3 );
    weight += w;
  }
  return weight == 0 ? ring[0] : ring[0] + sum * ( 1 / weight );
}

bool inside( Point point, const Ring &ring )
{
  bool odd = false;
  for ( std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++ )
  {
    if ( ( ring[i].y > point.y ) != ( ring[j].y > point.y ) &&
         point.x < ( ring[j].x - ring[i].x ) * ( point.y - ring[i].y ) / ( ring[j].y - ring[i].y ) + ring[i].x )
      odd = !odd;
  }
  return odd;
}

OrientedBox orientedBox( const Ring &ring )
{
  OrientedBox best;
  double least = std::numeric_limits<double>::max();
  // A half circle of directions is precise enough here and, unlike rotating calipers, needs no hull
  for ( int degree = 0; degree < 90; degree += 2 )
  {
    const double angle = degree * 0.017453292519943295;
    const Point axis{ std::cos( angle ), std::sin( angle ) };
    double minU = std::numeric_limits<double>::max(), maxU = -minU, minV = minU, maxV = -minU;
    for ( const Point &p : ring )
    {
      minU = std::min( minU, dot( p, axis ) );
      maxU = std::max( maxU, dot( p, axis ) );
      minV = std::min( minV, dot( p, left( axis ) ) );
      maxV = std::max( maxV, dot( p, left( axis ) ) );
    }
    if ( ( maxU - minU ) * ( maxV - minV ) >= least )
      continue;
    least = ( maxU - minU ) * ( maxV - minV );
    best.centre = axis * ( ( minU + maxU ) / 2 ) + left( axis ) * ( ( minV + maxV ) / 2 );
    best.axis = axis;
    best.length = maxU - minU;
    best.width = maxV - minV;
  }
  if ( best.length < best.width )
  {
    std::swap( best.length, best.width );
    best.axis = left( best.axis );
  }
  return best;
}

Ring smoothed( Ring ring, int rounds )
{
  for ( int round = 0; round < rounds; ++round )
  {
    Ring next;
    next.reserve( ring.size() * 2 );
    for ( std::size_t i = 0; i < ring.size(); ++i )
    {
      const Point &a = ring[i];
      const Point &b = ring[( i + 1 ) % ring.size()];
      next.push_back( a * 0.75 + b * 0.25 );
      next.push_back( a * 0.25 + b * 0.75 );
    }
    ring = std::move( next );
  }
  return ring;
}

Ring rectangle( Point centre, Point axis, double length, double width )
{
  const Point u = axis * ( length / 2 );
  const Point v = left( axis ) * ( width / 2 );
  return { centre - u - v, centre + u - v, centre + u + v, centre - u + v };
}

std::optional<Chord> chord( const Ring &ring, const Line &cut )
{
  const double middle = length( cut ) / 2;
  if ( !inside( along( cut, middle ), ring ) )
    return std::nullopt;

  double before = -1, after = std::numeric_limits<double>::max();
  Chord result;
  double done = 0;
  for ( std::size_t i = 1; i < cut.size(); ++i )
  {
    const Point step = cut[i] - cut[i - 1];
    for ( std::size_t e = 0; e < ring.size(); ++e )
    {
      const Point edge = ring[( e + 1 ) % ring.size()] - ring[e];
      const double turn = cross( step, edge );
      if ( turn == 0 )
        continue;
      const double t = cross( ring[e] - cut[i - 1], edge ) / turn;
      const double u = cross( ring[e] - cut[i - 1], step ) / turn;
      if ( t < 0 || t >= 1 || u < 0 || u >= 1 )
        continue;
      const double place = done + t * norm( step );
      if ( place < middle && place > before )
      {
        before = place;
        result.firstEdge = e;
      }
      else if ( place >= middle && place < after )
      {
        after = place;
        result.lastEdge = e;
      }
    }
    done += norm( step );
  }
  if ( before < 0 || after > done || result.firstEdge == result.lastEdge )
    return std::nullopt;
  result.line = part( cut, before, after );
  return result;
}

std::pair<Ring, Ring> halves( const Ring &ring, const Chord &chord )
{
  const auto close = [&ring]( Line line, std::size_t from, std::size_t to )
  {
    for ( std::size_t i = ( from + 1 ) % ring.size();; i = ( i + 1 ) % ring.size() )
    {
      line.push_back( ring[i] );
      if ( i == to )
        return line;
    }
  };
  return { close( chord.line, chord.lastEdge, chord.firstEdge ),
           close( reversed( chord.line ), chord.firstEdge, chord.lastEdge ) };
}

} // namespace koppelkans::sample
