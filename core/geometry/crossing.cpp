// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/crossing.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace koppelkans
{

namespace
{

using Whole = boost::multiprecision::cpp_int;

//! Cross product.
template <class Number>
Number cross( const Number &ax, const Number &ay, const Number &bx, const Number &by )
{
  return ax * by - ay * bx;
}

//! The coordinates of three edges as whole numbers, all times the same power of two.
std::array<Whole, 12> wholeNumbers( const Edge &e, const Edge &f, const Edge &g )
{
  const std::array<double, 12> values{ e.from.x, e.from.y, e.to.x,   e.to.y,   f.from.x, f.from.y,
                                       f.to.x,   f.to.y,   g.from.x, g.from.y, g.to.x,   g.to.y };
  std::array<int, 12> exponents;
  std::array<std::int64_t, 12> mantissas;
  int smallest = std::numeric_limits<int>::max();
  for ( std::size_t i = 0; i < values.size(); ++i )
  {
    mantissas[i] = static_cast<std::int64_t>( std::ldexp( std::frexp( values[i], &exponents[i] ), 53 ) );
    if ( mantissas[i] != 0 )
      smallest = std::min( smallest, exponents[i] );
  }
  std::array<Whole, 12> numbers;
  for ( std::size_t i = 0; i < values.size(); ++i )
    if ( mantissas[i] != 0 )
      numbers[i] = Whole( mantissas[i] ) << static_cast<unsigned>( exponents[i] - smallest );
  return numbers;
}

} // namespace

bool Crossing::comesBefore( const Crossing &later ) const
{
  // The edge e meets f at cross( f.from - e.from, f ) / cross( e, f ) of its length: let these be a / b for f, c / d
  // for g. Then f comes first where a·d - c·b has another sign than b·d. An edge that e enters over has b < 0.
  const Edge &e = *mine;
  const Edge &f = *theirs;
  const Edge &g = *later.theirs;
  const int signs = change * later.change;
  if ( f.from == g.from && f.to == g.to )
  {
    // The same edge in several polygons: the shifts decide alone, see below.
    const int turn = f.to.y != f.from.y ? ( f.to.y > f.from.y ? 1 : -1 ) : ( f.to.x > f.from.x ? -1 : 1 );
    return turn * change * ( ahead - later.ahead ) > 0;
  }

  const std::array<Whole, 12> n = wholeNumbers( e, f, g );
  const Whole ex = n[2] - n[0], ey = n[3] - n[1];
  const Whole fx = n[6] - n[4], fy = n[7] - n[5];
  const Whole gx = n[10] - n[8], gy = n[11] - n[9];
  const Whole b = cross( ex, ey, fx, fy ), d = cross( ex, ey, gx, gy );
  Whole difference =
    cross<Whole>( n[4] - n[0], n[5] - n[1], fx, fy ) * d - cross<Whole>( n[8] - n[0], n[9] - n[1], gx, gy ) * b;
  // All three meet in one point. Moving f by ahead·(ε, ε²) adds ahead·( ε·fy - ε²·fx ) to a; likewise for g.
  if ( difference == 0 )
    difference = ahead * fy * d - later.ahead * gy * b;
  if ( difference == 0 )
    difference = later.ahead * gx * b - ahead * fx * d;
  return signs > 0 ? difference < 0 : difference > 0;
}

} // namespace koppelkans
