// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/cell_coverage.h"

#include <algorithm>
#include <cmath>

namespace koppelkans
{

namespace
{

/**
 * Cuts straight lines at the borders of a grid's slots.
 *
 * Works in coordinates relative to the grid's lower left corner. Column -1 stands for all that lies left of the grid,
 * column \a columns for all that lies right of it; what lies above or below is not visited.
 */
class SlotWalk
{
public:
  SlotWalk( const Grid::Strips &strips, std::size_t columns )
    : mStrips( strips )
    , mColumns( static_cast<std::int64_t>( columns ) )
  {
  }

  //! Calls \a visit( strip, column, from, to ) for each part of the line within one slot.
  template <class Visit>
  void walk( Point from, Point to, const Visit &visit ) const
  {
    const Point a{ from.x - mStrips.x0, from.y - mStrips.y0 };
    const Point b{ to.x - mStrips.x0, to.y - mStrips.y0 };
    const double top = mStrips.height * static_cast<double>( mStrips.count );
    if ( std::max( a.y, b.y ) < 0 || std::min( a.y, b.y ) > top )
      return;
    if ( a.y == b.y )
    {
      // Along a border: the upper strip's, as points are; the top border belongs to what lies above the grid.
      if ( a.y < top )
        walkStrip( stripAt( a.y, true ), a, b, visit );
      return;
    }
    const bool up = b.y > a.y;
    const std::int64_t first = stripAt( a.y, up );
    const std::int64_t last = stripAt( b.y, !up );
    const std::int64_t step = first <= last ? 1 : -1;
    Point start = a;
    if ( a.y < 0 )
      start = at( a, b, 0 );
    else if ( a.y > top )
      start = at( a, b, top );
    for ( std::int64_t strip = first;; strip += step )
    {
      const bool done = strip == last;
      Point end = done ? b : at( a, b, mStrips.height * static_cast<double>( step > 0 ? strip + 1 : strip ) );
      if ( done && ( b.y < 0 || b.y > top ) )
        end = at( a, b, b.y < 0 ? 0 : top );
      walkStrip( strip, start, end, visit );
      if ( done )
        return;
      start = end;
    }
  }

  std::int64_t stripAt( double y, bool above ) const
  {
    const double strip = y / mStrips.height;
    // On a border, the strip into which the line goes on.
    const double number = above ? std::floor( strip ) : std::ceil( strip ) - 1;
    return static_cast<std::int64_t>( std::clamp( number, 0.0, static_cast<double>( mStrips.count - 1 ) ) );
  }

  std::int64_t columnAt( std::int64_t strip, Point p ) const
  {
    if ( !( p.x >= border( strip, 0, p.y ) ) )
      return -1;
    if ( p.x >= border( strip, mColumns, p.y ) )
      return mColumns;
    std::int64_t column = std::clamp<std::int64_t>( static_cast<std::int64_t>( p.x / mStrips.pitch ), 0, mColumns - 1 );
    while ( column > 0 && p.x < border( strip, column, p.y ) )
      --column;
    while ( column + 1 < mColumns && p.x >= border( strip, column + 1, p.y ) )
      ++column;
    return column;
  }

  //! x of the left border of \a column at height \a y within \a strip.
  double border( std::int64_t strip, std::int64_t column, double y ) const
  {
    const double middle = static_cast<double>( column ) * mStrips.pitch;
    if ( mStrips.lean == 0 )
      return middle;
    const double rise = y / mStrips.height - static_cast<double>( strip ) - 0.5; // -½ at the bottom, ½ at the top
    return middle + ( narrows( strip, column ) ? rise : -rise ) * mStrips.lean;
  }

  //! Whether a slot is wider at the bottom than at the top.
  bool narrows( std::int64_t strip, std::int64_t column ) const
  {
    return mStrips.firstNarrows != ( ( strip + column ) % 2 != 0 );
  }

  double midHeight( std::int64_t strip ) const { return ( static_cast<double>( strip ) + 0.5 ) * mStrips.height; }

private:
  static Point at( Point a, Point b, double y ) { return { a.x + ( b.x - a.x ) * ( ( y - a.y ) / ( b.y - a.y ) ), y }; }

  template <class Visit>
  void walkStrip( std::int64_t strip, Point a, Point b, const Visit &visit ) const
  {
    const std::int64_t first = columnAt( strip, a );
    const std::int64_t last = columnAt( strip, b );
    if ( first == last )
    {
      visit( strip, first, a, b );
      return;
    }
    const std::int64_t step = first < last ? 1 : -1;
    Point start = a;
    double before = 0;
    for ( std::int64_t column = first; column != last; column += step )
    {
      const std::int64_t side = step > 0 ? column + 1 : column;
      const double fromA = a.x - border( strip, side, a.y );
      const double fromB = b.x - border( strip, side, b.y );
      const double along = std::clamp( fromA / ( fromA - fromB ), before, 1.0 );
      const Point end{ a.x + ( b.x - a.x ) * along, a.y + ( b.y - a.y ) * along };
      visit( strip, column, start, end );
      start = end;
      before = along;
    }
    visit( strip, last, start, b );
  }

  const Grid::Strips &mStrips; // borrowed
  std::int64_t mColumns;
};

//! By cell, the sum of its slots.
std::vector<double> perCell( const Grid &grid, std::vector<double> &&slots )
{
  if ( grid.shape() == CellShape::Square )
    return std::move( slots );
  std::vector<double> cells( grid.cells() );
  for ( std::size_t cell = 0; cell < cells.size(); ++cell )
    for ( const std::size_t strip : grid.stripsOf( cell ) )
      cells[cell] += slots[strip * grid.columns() + cell % grid.columns()];
  return cells;
}

} // namespace

AreaSums::AreaSums( const Grid &grid )
  : mGrid( grid )
  , mStrips( grid.strips() )
  , mSlots( mStrips.count * grid.columns() )
  , mHeights( mSlots.size() )
  , mMoments( mStrips.lean == 0 ? 0 : mSlots.size() )
{
}

void AreaSums::add( std::span<const BoundaryPiece> pieces, double weight )
{
  for ( const BoundaryPiece &piece : pieces )
    add( piece.from, piece.to, weight );
}

void AreaSums::add( Point from, Point to, double weight )
{
  if ( from.y == to.y )
    return;
  const std::size_t columns = mGrid.columns();
  const SlotWalk walk( mStrips, columns );
  walk.walk(
    from, to,
    [&]( std::int64_t strip, std::int64_t column, Point a, Point b )
    {
      // A piece that runs down has the region on its right.
      const double height = ( a.y - b.y ) * weight;
      const std::size_t slot = static_cast<std::size_t>( strip ) * columns + static_cast<std::size_t>( column + 1 );
      if ( column >= 0 && column < static_cast<std::int64_t>( columns ) )
        mSlots[slot - 1] +=
          height * 0.5 * ( walk.border( strip, column + 1, a.y ) - a.x + walk.border( strip, column + 1, b.y ) - b.x );
      if ( column + 1 < static_cast<std::int64_t>( columns ) )
      {
        mHeights[slot] += height;
        if ( !mMoments.empty() )
          mMoments[slot] += height * ( 0.5 * ( a.y + b.y ) - walk.midHeight( strip ) );
      }
    } );
}

std::vector<double> AreaSums::areas() &&
{
  const std::size_t columns = mGrid.columns();
  const SlotWalk walk( mStrips, columns );
  const double widening = 2 * mStrips.lean / mStrips.height; // of a leaning slot, per metre of height
  for ( std::size_t strip = 0; strip < mStrips.count; ++strip )
  {
    double heights = 0;
    double moments = 0;
    for ( std::size_t column = 0; column < columns; ++column )
    {
      const std::size_t slot = strip * columns + column;
      heights += mHeights[slot];
      mSlots[slot] += heights * mStrips.pitch;
      if ( !mMoments.empty() )
      {
        moments += mMoments[slot];
        const bool narrows = walk.narrows( static_cast<std::int64_t>( strip ), static_cast<std::int64_t>( column ) );
        mSlots[slot] += ( narrows ? -moments : moments ) * widening;
      }
    }
  }
  return perCell( mGrid, std::move( mSlots ) );
}

LengthSums::LengthSums( const Grid &grid )
  : mGrid( grid )
  , mStrips( grid.strips() )
  , mSlots( mStrips.count * grid.columns() )
{
}

void LengthSums::add( Point from, Point to )
{
  const std::int64_t columns = static_cast<std::int64_t>( mGrid.columns() );
  SlotWalk( mStrips, mGrid.columns() )
    .walk( from, to,
           [&]( std::int64_t strip, std::int64_t column, Point a, Point b )
           {
             if ( column >= 0 && column < columns )
               mSlots[static_cast<std::size_t>( strip * columns + column )] += std::hypot( b.x - a.x, b.y - a.y );
           } );
}

std::vector<double> LengthSums::lengths() &&
{
  return perCell( mGrid, std::move( mSlots ) );
}

std::size_t cellAt( const Grid &grid, Point point )
{
  const Grid::Strips strips = grid.strips();
  const SlotWalk walk( strips, grid.columns() );
  const Point place{ point.x - strips.x0, point.y - strips.y0 };
  const double strip = std::floor( place.y / strips.height );
  if ( !( strip >= 0 && strip < static_cast<double>( strips.count ) ) )
    return Grid::npos;
  const std::int64_t column = walk.columnAt( static_cast<std::int64_t>( strip ), place );
  if ( column < 0 || column >= static_cast<std::int64_t>( grid.columns() ) )
    return Grid::npos;
  if ( grid.shape() == CellShape::Square )
    return static_cast<std::size_t>( strip ) * grid.columns() + static_cast<std::size_t>( column );
  // A slot that narrows upwards is the upper half of its cell.
  const std::int64_t lower =
    static_cast<std::int64_t>( strip ) - ( walk.narrows( static_cast<std::int64_t>( strip ), column ) ? 1 : 0 );
  if ( lower < 0 )
    return Grid::npos;
  const std::size_t cell = static_cast<std::size_t>( lower / 2 ) * grid.columns() + static_cast<std::size_t>( column );
  return cell < grid.cells() && grid.stripsOf( cell )[0] == static_cast<std::size_t>( lower ) ? cell : Grid::npos;
}

} // namespace koppelkans
