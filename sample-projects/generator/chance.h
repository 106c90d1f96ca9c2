// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace koppelkans::sample
{

//! A stream of chance that is the same on every machine: the standard fixes the engine, but not its distributions.
class Random
{
public:
  explicit Random( std::uint64_t seed )
    : mEngine( seed )
  {
  }

  //! A number in [low, high)
  double between( double low, double high )
  {
    constexpr double toUnit = 1.0 / 9007199254740992.0;
    return low + ( high - low ) * static_cast<double>( mEngine() >> 11 ) * toUnit;
  }

  //! A whole number in [low, high], both ends included
  int whole( int low, int high )
  {
    return low + static_cast<int>( mEngine() % static_cast<std::uint64_t>( high - low + 1 ) );
  }

  bool chance( double probability ) { return between( 0, 1 ) < probability; }

  template <typename T>
  const T &pick( const std::vector<T> &choices )
  {
    return choices[mEngine() % choices.size()];
  }

  template <typename T>
  void shuffle( std::vector<T> &items )
  {
    for ( std::size_t i = items.size(); i > 1; --i )
      std::swap( items[i - 1], items[mEngine() % i] );
  }

private:
  std::mt19937_64 mEngine;
};

//! Smooth value noise in about [-1, 1] whose hills are \a size metres apart, with three octaves.
class Noise
{
public:
  Noise( std::uint64_t seed, double size )
    : mSeed( seed )
    , mSize( size )
  {
  }

  double at( double x, double y ) const
  {
    return ( octave( x / mSize, y / mSize, 1 ) + 0.5 * octave( 2 * x / mSize, 2 * y / mSize, 2 ) +
             0.25 * octave( 4 * x / mSize, 4 * y / mSize, 3 ) ) /
           1.3;
  }

private:
  double corner( std::int64_t column, std::int64_t row, std::uint64_t level ) const
  {
    std::uint64_t h = mSeed + level * 0x9E3779B97F4A7C15ULL +
                      static_cast<std::uint64_t>( column ) * 0xBF58476D1CE4E5B9ULL +
                      static_cast<std::uint64_t>( row ) * 0x94D049BB133111EBULL;
    h = ( h ^ ( h >> 30 ) ) * 0xBF58476D1CE4E5B9ULL;
    h = ( h ^ ( h >> 27 ) ) * 0x94D049BB133111EBULL;
    h ^= h >> 31;
    return static_cast<double>( h >> 11 ) / 4503599627370496.0 - 1.0;
  }

  double octave( double x, double y, std::uint64_t level ) const
  {
    const double column = std::floor( x );
    const double row = std::floor( y );
    const auto c = static_cast<std::int64_t>( column );
    const auto r = static_cast<std::int64_t>( row );
    const double u = ease( x - column );
    const double v = ease( y - row );
    const double below = corner( c, r, level ) * ( 1 - u ) + corner( c + 1, r, level ) * u;
    const double above = corner( c, r + 1, level ) * ( 1 - u ) + corner( c + 1, r + 1, level ) * u;
    return below * ( 1 - v ) + above * v;
  }

  static double ease( double t ) { return t * t * t * ( t * ( t * 6 - 15 ) + 10 ); }

  std::uint64_t mSeed;
  double mSize;
};

} // namespace koppelkans::sample
