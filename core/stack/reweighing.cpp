// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stack/reweighing.h"

#include "core/parallel.h"

#include <array>
#include <cassert>
#include <cstring>
#include <limits>

namespace koppelkans
{

namespace
{

//! Cells whose needs lie together: their sums fit into the processor's nearest cache.
constexpr std::size_t blockSize = 2048;

//! Eight numbers at once, in whatever registers the processor has.
using Eight = float __attribute__( ( vector_size( 32 ) ) );

// For the processor at hand, chosen when the library is loaded.
#if defined( __x86_64__ ) && !defined( __SANITIZE_ADDRESS__ )
#define KOPPELKANS_FOR_THIS_PROCESSOR __attribute__( ( target_clones( "avx2", "default" ) ) )
#else
#define KOPPELKANS_FOR_THIS_PROCESSOR
#endif

//! Σ weight·need for each cell of a block. The sums stay in registers while all themes go by.
KOPPELKANS_FOR_THIS_PROCESSOR void weigh( const float *needs, std::span<const float> weights, float *sums )
{
  constexpr std::size_t registers = 4;
  for ( std::size_t i = 0; i < blockSize; i += registers * 8 )
  {
    std::array<Eight, registers> sum{};
    const float *need = needs + i;
    for ( const float weight : weights )
    {
      for ( std::size_t r = 0; r < registers; ++r )
      {
        Eight eight;
        std::memcpy( &eight, need + 8 * r, sizeof eight );
        sum[r] += weight * eight;
      }
      need += blockSize;
    }
    std::memcpy( sums + i, sum.data(), sizeof sum );
  }
}

} // namespace

Reweighing::Reweighing( const Stack &stack )
  : mCells( stack.grid.cells() )
  , mThemes( stack.themes.size() )
  , mNeeds( ( mCells + blockSize - 1 ) / blockSize * blockSize * mThemes )
{
  for ( std::size_t theme = 0; theme < mThemes; ++theme )
  {
    std::vector<std::uint8_t> known( mCells );
    bool everywhere = true;
    for ( std::size_t cell = 0; cell < mCells; ++cell )
    {
      const double need = stack.themes[theme].scale.need( stack.themes[theme].values[cell] );
      known[cell] = hasData( need );
      everywhere = everywhere && hasData( need );
      mNeeds[( cell / blockSize * mThemes + theme ) * blockSize + cell % blockSize] =
        hasData( need ) ? static_cast<float>( need ) : 0;
    }
    if ( everywhere )
    {
      mEverywhere.push_back( theme );
      continue;
    }
    if ( mGaps.empty() || mGaps.back().themes.size() == 8 )
      mGaps.push_back( { {}, std::vector<std::uint8_t>( mCells ) } );
    Gaps &gaps = mGaps.back();
    for ( std::size_t cell = 0; cell < mCells; ++cell )
      gaps.known[cell] |= static_cast<std::uint8_t>( known[cell] << gaps.themes.size() );
    gaps.themes.push_back( theme );
  }
}

void Reweighing::index( std::span<const float> weights, std::span<float> indices ) const
{
  assert( weights.size() == mThemes && indices.size() == mCells );
  float everywhere = 0;
  for ( const std::size_t theme : mEverywhere )
    everywhere += weights[theme];
  // By which of eight themes have data: the sum of their weights.
  std::vector<std::array<float, 256>> sumsOf( mGaps.size() );
  for ( std::size_t g = 0; g < mGaps.size(); ++g )
    for ( std::size_t known = 0; known < 256; ++known )
    {
      sumsOf[g][known] = 0;
      for ( std::size_t i = 0; i < mGaps[g].themes.size(); ++i )
        sumsOf[g][known] += ( known >> i & 1 ) != 0 ? weights[mGaps[g].themes[i]] : 0;
    }

  const auto indexBlock = [&]( std::size_t block )
  {
    const std::size_t first = block * blockSize;
    const std::size_t count = std::min( blockSize, mCells - first );
    std::array<float, blockSize> sums;
    std::array<float, blockSize> known;
    weigh( mNeeds.data() + first * mThemes, weights, sums.data() );
    known.fill( everywhere );
    for ( std::size_t g = 0; g < mGaps.size(); ++g )
      for ( std::size_t i = 0; i < count; ++i )
        known[i] += sumsOf[g][mGaps[g].known[first + i]];
    for ( std::size_t i = 0; i < count; ++i )
      indices[first + i] = known[i] > 0 ? sums[i] / known[i] : std::numeric_limits<float>::quiet_NaN();
  };

  const std::size_t blocks = ( mCells + blockSize - 1 ) / blockSize;
  // Several blocks at a time, or handing them out would take as long as reading them.
  constexpr std::size_t atOnce = 64;
  NoProgress progress;
  parallelFor( ( blocks + atOnce - 1 ) / atOnce, progress,
               [&]( std::size_t piece )
               {
                 for ( std::size_t block = piece * atOnce; block < std::min( ( piece + 1 ) * atOnce, blocks ); ++block )
                   indexBlock( block );
               } );
}

} // namespace koppelkans
