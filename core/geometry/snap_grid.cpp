// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/snap_grid.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>

namespace koppelkans
{

namespace
{

//! Room for a product of three differences between nodes.
__extension__ using Wide = __int128;

Wide floorOfQuotient( Wide dividend, Wide divisor )
{
  const Wide quotient = dividend / divisor;
  return quotient * divisor != dividend && ( dividend < 0 ) != ( divisor < 0 ) ? quotient - 1 : quotient;
}

} // namespace

SnapGrid::SnapGrid( double precision, const Box &extent )
  : mPrecision( precision )
  , mStepsPerMetre( std::round( 1 / precision ) )
  , mOriginX( 0 )
  , mOriginY( 0 )
{
  if ( !( precision > 0 ) || !std::isfinite( precision ) )
    throw Error( "the precision must be above zero" );
  // A millimetre is not a binary fraction: dividing by a thousand gives 0.123, multiplying by 0.001 gives its
  // neighbour.
  if ( mStepsPerMetre < 1 || std::abs( mStepsPerMetre * precision - 1 ) > 1e-12 )
    mStepsPerMetre = 0;
  if ( extent.empty() )
    return;
  const double farthest =
    std::max( { std::abs( extent.xMin ), std::abs( extent.yMin ), std::abs( extent.xMax ), std::abs( extent.yMax ) } );
  if ( !( std::max( extent.width(), extent.height() ) / precision < 0x1p30 - 2 ) || !( farthest / precision < 0x1p51 ) )
    throw Error( "the precision is too fine for so large an extent" );
  mOriginX = std::llround( extent.xMin / precision );
  mOriginY = std::llround( extent.yMin / precision );
}

Node SnapGrid::nodeAt( Point place ) const
{
  const auto steps = [this]( double metres )
  {
    return static_cast<std::int64_t>(
      std::floor( ( mStepsPerMetre > 0 ? metres * mStepsPerMetre : metres / mPrecision ) + 0.5 ) );
  };
  return { static_cast<std::int32_t>( steps( place.x ) - mOriginX ),
           static_cast<std::int32_t>( steps( place.y ) - mOriginY ) };
}

Point SnapGrid::pointAt( Node node ) const
{
  return { inMetres( mOriginX + node.x ), inMetres( mOriginY + node.y ) };
}

double SnapGrid::inMetres( std::int64_t steps ) const
{
  return mStepsPerMetre > 0 ? static_cast<double>( steps ) / mStepsPerMetre : static_cast<double>( steps ) * mPrecision;
}

bool cross( const Segment &a, const Segment &b )
{
  const auto apart = []( std::int64_t s, std::int64_t t )
  {
    return ( s > 0 && t < 0 ) || ( s < 0 && t > 0 );
  };
  return apart( sideOf( a.from, a.to, b.from ), sideOf( a.from, a.to, b.to ) ) &&
         apart( sideOf( b.from, b.to, a.from ), sideOf( b.from, b.to, a.to ) );
}

Node crossingOf( const Segment &a, const Segment &b )
{
  // Segment a meets b at along / whole of its length.
  const std::int64_t dx = a.to.x - a.from.x, dy = a.to.y - a.from.y;
  const Wide along = sideOf( b.from, b.to, a.from );
  const Wide whole = along - sideOf( b.from, b.to, a.to );
  // Halves go up, as the pixel's lower and left sides are its own.
  const auto rounded = [&]( std::int64_t d )
  {
    return static_cast<std::int32_t>( floorOfQuotient( 2 * along * d + whole, 2 * whole ) );
  };
  return { a.from.x + rounded( dx ), a.from.y + rounded( dy ) };
}

} // namespace koppelkans
