// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/orientation.h"

#include <array>
#include <cmath>
#include <limits>

namespace koppelkans
{

namespace
{

//! The sign of a sum of products, exactly: the sum is kept as numbers that do not overlap (Shewchuk's expansions).
class ExactSum
{
public:
  void addProduct( double a, double b )
  {
    const double product = a * b;
    add( std::fma( a, b, -product ) );
    add( product );
  }

  int sign() const
  {
    for ( int i = mSize - 1; i >= 0; --i )
      if ( mTerms[i] != 0 )
        return mTerms[i] > 0 ? 1 : -1;
    return 0;
  }

private:
  // GROW-EXPANSION: terms stay non-overlapping and of increasing magnitude, so that the last one bears the sign.
  void add( double value )
  {
    for ( int i = 0; i < mSize; ++i )
    {
      const double sum = value + mTerms[i];
      const double part = sum - value;
      mTerms[i] = ( value - ( sum - part ) ) + ( mTerms[i] - part );
      value = sum;
    }
    mTerms[mSize++] = value;
  }

  std::array<double, 12> mTerms; // six products, two terms each
  int mSize = 0;
};

} // namespace

int orientation( Point a, Point b, Point c )
{
  const double left = ( a.x - c.x ) * ( b.y - c.y );
  const double right = ( a.y - c.y ) * ( b.x - c.x );
  const double determinant = left - right;
  // Shared vertices are the common case in which the filter cannot decide.
  if ( c == a || c == b )
    return 0;
  // Shewchuk's ccwerrboundA, for ε = 2⁻⁵³.
  constexpr double epsilon = std::numeric_limits<double>::epsilon() / 2;
  constexpr double bound = ( 3 + 16 * epsilon ) * epsilon;
  if ( std::abs( determinant ) > bound * ( std::abs( left ) + std::abs( right ) ) )
    return determinant > 0 ? 1 : -1;

  ExactSum sum;
  sum.addProduct( a.x, b.y );
  sum.addProduct( -a.x, c.y );
  sum.addProduct( -c.x, b.y );
  sum.addProduct( -a.y, b.x );
  sum.addProduct( a.y, c.x );
  sum.addProduct( c.y, b.x );
  return sum.sign();
}

int shiftedOrientation( Point a, Point b, Point c, Shift shift )
{
  if ( const int side = orientation( a, b, c ) )
    return side;
  // Moving c by (ε, ε²) adds (b.x - a.x)·ε² - (b.y - a.y)·ε to the determinant.
  const int forward = b.y != a.y ? ( b.y < a.y ? 1 : -1 ) : ( b.x > a.x ? 1 : -1 );
  return shift == Shift::Forward ? forward : -forward;
}

} // namespace koppelkans
