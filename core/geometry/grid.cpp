// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/grid.h"

#include "core/error.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <numbers>

namespace koppelkans
{

namespace
{

//! More cells than this no one can look at, nor most machines hold.
constexpr double mostCells = 2e9;

//! Distance between the columns of hexagons of a height.
double columnPitch( double height )
{
  return height * std::numbers::sqrt3 / 2;
}

} // namespace

Grid::Grid( CellShape shape, double size, const Box &extent )
  : mShape( shape )
  , mSize( size )
{
  if ( !( size > 0 ) || !std::isfinite( size ) )
    throw Error( "the cell size must be larger than 0" );
  if ( extent.empty() || !std::isfinite( extent.width() ) || !std::isfinite( extent.height() ) )
    throw Error( "there is no extent to cover with cells" );

  double firstColumn, lastColumn, firstRow, lastRow; // last: one past
  if ( shape == CellShape::Square )
  {
    firstColumn = std::floor( extent.xMin / size );
    lastColumn = std::ceil( extent.xMax / size );
    firstRow = std::floor( extent.yMin / size );
    lastRow = std::ceil( extent.yMax / size );
  }
  else
  {
    // A hexagon reaches two thirds of a column pitch east and west of its centre, and half its height up and down.
    const double pitch = columnPitch( size );
    firstColumn = std::ceil( extent.xMin / pitch - 2.0 / 3 );
    lastColumn = std::floor( extent.xMax / pitch + 2.0 / 3 ) + 1;
    firstRow = std::floor( extent.yMin / size );
    lastRow = std::floor( extent.yMax / size + 0.5 ) + 1;
  }
  lastColumn = std::max( lastColumn, firstColumn + 1 );
  lastRow = std::max( lastRow, firstRow + 1 );
  // Beyond 2⁵³ neighbouring cells cannot be told apart. Written so that NaN, from sizes near 0, is refused too.
  const double furthest =
    std::max( { std::abs( firstColumn ), std::abs( lastColumn ), std::abs( firstRow ), std::abs( lastRow ) } );
  if ( !( furthest < 0x1p53 ) || !( ( lastColumn - firstColumn ) * ( lastRow - firstRow ) <= mostCells ) )
    throw Error( "the cells are too small for the extent: there would be more than two thousand million" );
  mFirstColumn = static_cast<std::int64_t>( firstColumn );
  mFirstRow = static_cast<std::int64_t>( firstRow );
  mColumns = static_cast<std::size_t>( lastColumn - firstColumn );
  mRows = static_cast<std::size_t>( lastRow - firstRow );
}

double Grid::cellArea() const
{
  return mShape == CellShape::Square ? mSize * mSize : mSize * mSize * std::numbers::sqrt3 / 2;
}

Box Grid::extent() const
{
  const double right = static_cast<double>( mFirstColumn ) + static_cast<double>( mColumns );
  const double top = static_cast<double>( mFirstRow ) + static_cast<double>( mRows );
  if ( mShape == CellShape::Square )
    return { mFirstColumn * mSize, mFirstRow * mSize, right * mSize, top * mSize };
  const double pitch = columnPitch( mSize );
  return { ( mFirstColumn - 2.0 / 3 ) * pitch, ( mFirstRow - 0.5 ) * mSize, ( right - 1.0 / 3 ) * pitch, top * mSize };
}

std::span<const Point> Grid::ring( std::size_t cell, std::array<Point, 7> &room ) const
{
  const double column = static_cast<double>( mFirstColumn ) + static_cast<double>( cell % mColumns );
  const double row = static_cast<double>( mFirstRow ) + static_cast<double>( cell / mColumns );
  if ( mShape == CellShape::Square )
  {
    const double x0 = column * mSize, x1 = ( column + 1 ) * mSize;
    const double y0 = row * mSize, y1 = ( row + 1 ) * mSize;
    room = { { { x0, y0 }, { x1, y0 }, { x1, y1 }, { x0, y1 }, { x0, y0 } } };
    return std::span( room ).first( 5 );
  }
  // Counted in thirds of a pitch and half heights from the origin, so that neighbours share their corners to the last
  // bit.
  const double third = columnPitch( mSize ) / 3, half = mSize / 2;
  const bool odd = ( mFirstColumn + static_cast<std::int64_t>( cell % mColumns ) ) % 2 != 0;
  const double x = 3 * column, y = 2 * row + ( odd ? 1 : 0 );
  room = { { { ( x - 1 ) * third, ( y - 1 ) * half },
             { ( x + 1 ) * third, ( y - 1 ) * half },
             { ( x + 2 ) * third, y * half },
             { ( x + 1 ) * third, ( y + 1 ) * half },
             { ( x - 1 ) * third, ( y + 1 ) * half },
             { ( x - 2 ) * third, y * half },
             { ( x - 1 ) * third, ( y - 1 ) * half } } };
  return std::span( room );
}

std::string Grid::cellId( std::size_t cell ) const
{
  std::string text;
  const auto append = [&text]( char letter, std::int64_t number )
  {
    std::array<char, 24> digits;
    const char *const end = std::to_chars( digits.data(), digits.data() + digits.size(), std::abs( number ) ).ptr;
    const std::size_t count = static_cast<std::size_t>( end - digits.data() ) + ( number < 0 );
    text += letter;
    if ( number < 0 )
      text += '-';
    text.append( count < 4 ? 4 - count : 0, '0' );
    text.append( digits.data(), static_cast<std::size_t>( end - digits.data() ) );
  };
  append( 'E', mFirstColumn + static_cast<std::int64_t>( cell % mColumns ) );
  append( 'N', mFirstRow + static_cast<std::int64_t>( cell / mColumns ) );
  return text;
}

Grid::Strips Grid::strips() const
{
  if ( mShape == CellShape::Square )
    return { mFirstColumn * mSize, mFirstRow * mSize, mSize, mSize, 0, false, mRows };
  // Even columns have their lower half in strip 2·row - 1 from the origin, odd ones in 2·row.
  const double pitch = columnPitch( mSize );
  return { ( mFirstColumn - 0.5 ) * pitch,
           ( mFirstRow - 0.5 ) * mSize,
           mSize / 2,
           pitch,
           pitch / 3,
           mFirstColumn % 2 != 0,
           2 * mRows + 1 };
}

std::array<std::size_t, 2> Grid::stripsOf( std::size_t cell ) const
{
  const std::size_t row = cell / mColumns;
  if ( mShape == CellShape::Square )
    return { row, npos };
  const bool odd = ( mFirstColumn + static_cast<std::int64_t>( cell % mColumns ) ) % 2 != 0;
  const std::size_t lower = 2 * row + ( odd ? 1 : 0 );
  return { lower, lower + 1 };
}

} // namespace koppelkans
