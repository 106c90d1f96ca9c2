// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/wkb.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace koppelkans
{

namespace
{

static_assert( std::endian::native == std::endian::little, "the quick way below takes coordinates as they are" );

//! A walk through well-known binary that never leaves it: what lies beyond the end is not there.
class WkbCursor
{
public:
  explicit WkbCursor( std::span<const std::byte> bytes )
    : mBytes( bytes )
  {
  }

  //! What the next geometry is: 1 to 6 for points to multipolygons; 0 for all that is not read here.
  unsigned header()
  {
    if ( mBytes.empty() )
      return 0;
    mSwapped = mBytes.front() == std::byte{ 0 };
    mBytes = mBytes.subspan( 1 );
    const std::uint32_t type = number();
    constexpr std::uint32_t flags = 0xE0000000; // z, m and SRID in the older standard
    const std::uint32_t iso = type & ~flags;
    if ( ( type & 0x20000000 ) != 0 )
      number(); // the SRID
    const std::uint32_t dimensions = iso / 1000;
    mDimensions = 2U + ( ( type & 0x80000000 ) != 0 || dimensions == 1 || dimensions == 3 ? 1 : 0 ) +
                  ( ( type & 0x40000000 ) != 0 || dimensions >= 2 ? 1 : 0 );
    return dimensions <= 3 && iso % 1000 >= 1 && iso % 1000 <= 6 ? iso % 1000 : 0;
  }

  std::uint32_t number()
  {
    std::uint32_t value = 0;
    if ( !take( &value, sizeof value ) )
      return 0;
    return mSwapped ? __builtin_bswap32( value ) : value;
  }

  void point( GeometryColumn &column )
  {
    std::array<std::uint64_t, 4> ordinates{};
    if ( !take( ordinates.data(), mDimensions * sizeof( double ) ) )
      return;
    if ( mSwapped )
      for ( std::uint64_t &ordinate : ordinates )
        ordinate = __builtin_bswap64( ordinate );
    column.coordinates.push_back( { std::bit_cast<double>( ordinates[0] ), std::bit_cast<double>( ordinates[1] ) } );
  }

  void ring( GeometryColumn &column )
  {
    const std::size_t count = number();
    if ( count > mBytes.size() / ( mDimensions * sizeof( double ) ) )
      mBroken = true;
    else if ( mDimensions == 2 && !mSwapped )
    {
      // As they lie there: most of all coordinates come this way.
      const std::size_t first = column.coordinates.size();
      column.coordinates.resize( first + count );
      take( column.coordinates.data() + first, count * sizeof( Point ) );
    }
    else
      for ( std::size_t i = 0; i < count; ++i )
        point( column );
    column.closeRing();
  }

  //! Sound so far.
  bool sound() const { return !mBroken; }

private:
  std::span<const std::byte> mBytes;
  std::size_t mDimensions = 2;
  bool mSwapped = false;
  bool mBroken = false;

  bool take( void *to, std::size_t size )
  {
    mBroken = mBroken || size > mBytes.size();
    if ( mBroken )
      return false;
    if ( size > 0 )
      std::memcpy( to, mBytes.data(), size );
    mBytes = mBytes.subspan( size );
    return true;
  }
};

GeometryKind kindOf( unsigned type )
{
  return static_cast<GeometryKind>( ( type - 1 ) % 3 );
}

void appendSingle( WkbCursor &wkb, GeometryColumn &column )
{
  switch ( column.kind )
  {
  case GeometryKind::Point:
  {
    const std::size_t first = column.coordinates.size();
    wkb.point( column );
    // That is how an empty point is written.
    if ( column.coordinates.size() > first && std::isnan( column.coordinates.back().x ) &&
         std::isnan( column.coordinates.back().y ) )
    {
      column.coordinates.pop_back();
      return;
    }
    column.closeRing();
    break;
  }
  case GeometryKind::Line:
    wkb.ring( column );
    break;
  case GeometryKind::Polygon:
  {
    const std::uint32_t rings = wkb.number();
    for ( std::uint32_t i = 0; i < rings && wkb.sound(); ++i )
      wkb.ring( column );
    if ( rings == 0 )
      return;
    break;
  }
  }
  column.closePart();
}

} // namespace

std::optional<GeometryKind> appendWkb( std::span<const std::byte> wkb, const ColumnsByKind &columns )
{
  WkbCursor cursor( wkb );
  const unsigned type = cursor.header();
  if ( type == 0 || !cursor.sound() )
    return std::nullopt;
  const GeometryKind kind = kindOf( type );
  GeometryColumn &column = *columns[static_cast<std::size_t>( kind )];
  const bool multi = type > 3;
  const std::uint32_t parts = multi ? cursor.number() : 1;
  bool uniform = true;
  for ( std::uint32_t i = 0; i < parts && cursor.sound() && uniform; ++i )
  {
    if ( multi )
      uniform = cursor.header() == type - 3;
    if ( uniform )
      appendSingle( cursor, column );
  }
  if ( cursor.sound() && uniform )
    return kind;
  column.abandonFeature();
  return std::nullopt;
}

} // namespace koppelkans
