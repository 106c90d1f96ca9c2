// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/packing_lp.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace koppelkans
{

PackingLp::PackingLp( std::size_t rows )
  : mSize( rows )
  , mInverse( rows * rows, 0 )
  , mPrices( rows, 0 )
  , mSlackInBasis( rows, true )
{
  for ( std::size_t i = 0; i < rows; ++i )
  {
    mInverse[i * rows + i] = 1;
    mBasis.push_back( slack + static_cast<std::uint32_t>( i ) );
    // The fractions of the multiples of the golden ratio lie as evenly as can be.
    const double fraction = static_cast<double>( i + 1 ) * 0.618033988749895;
    mLevels.push_back( 1 + 1e-6 * ( 0.5 + fraction - std::floor( fraction ) ) );
  }
}

void PackingLp::add( std::span<const std::uint16_t> rows, double value )
{
  mRows.insert( mRows.end(), rows.begin(), rows.end() );
  mOffsets.push_back( mRows.size() );
  mValues.push_back( value );
  mInBasis.push_back( false );
  mLargest = std::max( mLargest, value );
}

bool PackingLp::solve( std::size_t mostSteps )
{
  bool optimal = false;
  for ( std::size_t i = 0; i < mostSteps && !optimal; ++i )
    optimal = !step();
  return optimal;
}

std::vector<double> PackingLp::prices() const
{
  std::vector<double> prices = mPrices;
  for ( double &price : prices )
    price = std::max( price, 0.0 ); // rounding
  return prices;
}

bool PackingLp::step()
{
  double least = -1e-9 * mLargest;
  std::uint32_t entering = 0;
  for ( std::uint32_t j = 0; j < mValues.size(); ++j )
  {
    if ( mInBasis[j] )
      continue;
    double reducedCost = -mValues[j];
    for ( std::size_t k = mOffsets[j]; k < mOffsets[j + 1]; ++k )
      reducedCost += mPrices[mRows[k]];
    if ( reducedCost < least )
    {
      least = reducedCost;
      entering = j;
    }
  }
  for ( std::uint32_t i = 0; i < mSize; ++i )
    if ( !mSlackInBasis[i] && mPrices[i] < least )
    {
      least = mPrices[i];
      entering = slack + i;
    }
  if ( least == -1e-9 * mLargest )
    return false;
  return enter( entering, least );
}

bool PackingLp::enter( std::uint32_t entering, double reducedCost )
{
  std::vector<double> direction( mSize, 0 );
  const auto addColumn = [&]( std::size_t row )
  {
    const double *column = mInverse.data() + row * mSize;
    for ( std::size_t i = 0; i < mSize; ++i )
      direction[i] += column[i];
  };
  if ( entering >= slack )
    addColumn( entering - slack );
  else
    for ( std::size_t k = mOffsets[entering]; k < mOffsets[entering + 1]; ++k )
      addColumn( mRows[k] );

  constexpr double leastPivot = 1e-7;
  std::size_t leaving = mSize;
  double step = std::numeric_limits<double>::infinity();
  for ( std::size_t i = 0; i < mSize; ++i )
    if ( direction[i] > leastPivot && mLevels[i] / direction[i] < step )
    {
      step = mLevels[i] / direction[i];
      leaving = i;
    }
  // No program of this kind is unbounded: a column without a pivot is one that rounding made up.
  if ( leaving == mSize )
    return false;
  step = std::max( step, 0.0 );

  for ( std::size_t i = 0; i < mSize; ++i )
    mLevels[i] -= step * direction[i];
  mLevels[leaving] = step;
  const double pivot = direction[leaving];
  direction[leaving] = 0;
  for ( std::size_t k = 0; k < mSize; ++k )
  {
    double *column = mInverse.data() + k * mSize;
    if ( column[leaving] == 0 )
      continue;
    const double factor = column[leaving] / pivot;
    mPrices[k] -= reducedCost * factor;
    for ( std::size_t i = 0; i < mSize; ++i )
      column[i] -= factor * direction[i];
    column[leaving] = factor;
  }

  const auto mark = [&]( std::uint32_t which, bool inBasis )
  {
    if ( which >= slack )
      mSlackInBasis[which - slack] = inBasis;
    else
      mInBasis[which] = inBasis;
  };
  mark( mBasis[leaving], false );
  mark( entering, true );
  mBasis[leaving] = entering;
  return true;
}

std::vector<double> PackingLp::solution() const
{
  std::vector<double> x( mValues.size(), 0 );
  for ( std::size_t i = 0; i < mSize; ++i )
    if ( mBasis[i] < slack )
      x[mBasis[i]] = mLevels[i];
  return x;
}

} // namespace koppelkans
