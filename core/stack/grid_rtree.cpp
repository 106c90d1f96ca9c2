// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stack/grid_rtree.h"

#include "core/error.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace koppelkans
{

namespace
{

constexpr std::size_t headBytes = 4;   // depth of the tree (in the root) and number of entries
constexpr std::size_t entryBytes = 24; // a 64-bit id and four 32-bit floats

float atMost( double value )
{
  const float rounded = static_cast<float>( value );
  return rounded > value ? std::nextafter( rounded, -std::numeric_limits<float>::infinity() ) : rounded;
}

float atLeast( double value )
{
  const float rounded = static_cast<float>( value );
  return rounded < value ? std::nextafter( rounded, std::numeric_limits<float>::infinity() ) : rounded;
}

//! Writes \a value with its highest byte first.
template <typename T>
unsigned char *put( unsigned char *place, T value )
{
  for ( int shift = 8 * ( sizeof( T ) - 1 ); shift >= 0; shift -= 8 )
    *place++ = static_cast<unsigned char>( value >> shift );
  return place;
}

} // namespace

void GridRtree::Bounds::include( const Bounds &other )
{
  if ( empty() )
  {
    *this = other;
    return;
  }
  xMin = std::min( xMin, other.xMin );
  xMax = std::max( xMax, other.xMax );
  yMin = std::min( yMin, other.yMin );
  yMax = std::max( yMax, other.yMax );
}

GridRtree::GridRtree( const Grid &grid, const std::vector<char> &chosen, std::size_t nodeBytes )
  : mGrid( grid )
  , mChosen( chosen )
  , mNodeBytes( nodeBytes )
{
  const std::size_t capacity = nodeBytes > headBytes ? ( nodeBytes - headBytes ) / entryBytes : 0;
  mSide = static_cast<std::size_t>( std::sqrt( static_cast<double>( capacity ) ) );
  if ( mSide < 2 )
    throw Error( "the nodes of the spatial index are too small" );
  std::size_t columns = grid.columns();
  std::size_t rows = grid.rows();
  do
  {
    columns = ( columns + mSide - 1 ) / mSide;
    rows = ( rows + mSide - 1 ) / mSide;
    mLevels.push_back( { columns, rows, 0, {} } );
  } while ( columns * rows > 1 );

  // Numbers run from the root down; bounds are known from the leaves up.
  std::int64_t number = 1;
  for ( std::size_t level = mLevels.size(); level-- > 0; )
  {
    mLevels[level].first = number;
    number += static_cast<std::int64_t>( mLevels[level].columns * mLevels[level].rows );
  }
  for ( std::size_t level = 0; level < mLevels.size(); ++level )
  {
    std::vector<Bounds> bounds( mLevels[level].columns * mLevels[level].rows );
    for ( std::size_t node = 0; node < bounds.size(); ++node )
      visitChildren( level, node, [&]( std::int64_t, const Bounds &child ) { bounds[node].include( child ); } );
    mLevels[level].bounds = std::move( bounds );
  }
}

GridRtree::Bounds GridRtree::boundsOf( std::size_t cell ) const
{
  std::array<Point, 7> room;
  Box box;
  for ( const Point &point : mGrid.ring( cell, room ) )
    box.include( point );
  return { atMost( box.xMin ), atLeast( box.xMax ), atMost( box.yMin ), atLeast( box.yMax ) };
}

std::int64_t GridRtree::leafOf( std::size_t cell ) const
{
  const std::size_t column = cell % mGrid.columns() / mSide;
  const std::size_t row = cell / mGrid.columns() / mSide;
  return mLevels.front().first + static_cast<std::int64_t>( row * mLevels.front().columns + column );
}

template <typename Visit>
void GridRtree::visitChildren( std::size_t level, std::size_t node, Visit visit ) const
{
  const bool isLeaf = level == 0;
  const std::size_t columns = isLeaf ? mGrid.columns() : mLevels[level - 1].columns;
  const std::size_t rows = isLeaf ? mGrid.rows() : mLevels[level - 1].rows;
  const std::size_t firstColumn = node % mLevels[level].columns * mSide;
  const std::size_t firstRow = node / mLevels[level].columns * mSide;
  for ( std::size_t row = firstRow; row < std::min( firstRow + mSide, rows ); ++row )
    for ( std::size_t column = firstColumn; column < std::min( firstColumn + mSide, columns ); ++column )
    {
      const std::size_t child = row * columns + column;
      if ( isLeaf && mChosen[child] )
        visit( static_cast<std::int64_t>( child ) + 1, boundsOf( child ) );
      else if ( !isLeaf && !mLevels[level - 1].bounds[child].empty() )
        visit( mLevels[level - 1].first + static_cast<std::int64_t>( child ), mLevels[level - 1].bounds[child] );
    }
}

void GridRtree::visitNodes(
  const std::function<void( std::int64_t, std::int64_t, std::span<const unsigned char> )> &visit ) const
{
  std::vector<unsigned char> content( mNodeBytes );
  for ( std::size_t level = mLevels.size(); level-- > 0; )
    for ( std::size_t node = 0; node < mLevels[level].bounds.size(); ++node )
    {
      const bool isRoot = level + 1 == mLevels.size();
      if ( !isRoot && mLevels[level].bounds[node].empty() )
        continue;
      std::fill( content.begin(), content.end(), static_cast<unsigned char>( 0 ) );
      std::uint16_t entries = 0;
      unsigned char *place = content.data() + headBytes;
      visitChildren( level, node,
                     [&]( std::int64_t child, const Bounds &bounds )
                     {
                       place = put( place, static_cast<std::uint64_t>( child ) );
                       for ( const float bound : { bounds.xMin, bounds.xMax, bounds.yMin, bounds.yMax } )
                         place = put( place, std::bit_cast<std::uint32_t>( bound ) );
                       ++entries;
                     } );
      put( put( content.data(), static_cast<std::uint16_t>( isRoot ? level : 0 ) ), entries );
      std::int64_t parent = 0;
      if ( !isRoot )
      {
        const std::size_t column = node % mLevels[level].columns / mSide;
        const std::size_t row = node / mLevels[level].columns / mSide;
        parent = mLevels[level + 1].first + static_cast<std::int64_t>( row * mLevels[level + 1].columns + column );
      }
      visit( mLevels[level].first + static_cast<std::int64_t>( node ), parent, content );
    }
}

} // namespace koppelkans
