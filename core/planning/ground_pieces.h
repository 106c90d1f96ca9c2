// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/districts.h"
#include "core/progress.h"

namespace koppelkans
{

//! What one ground and one place have in common.
struct GroundPiece
{
  std::size_t place;
  double area; //!< in m², more than 0
};

/**
 * The pieces into which places cut grounds: footprints of works, districts.
 *
 * They are measured once, whatever the number of themes. Areas are exact; less than 1e-12 of a ground is rounding and
 * left out. Both sides are valid polygons (see repair.h); grounds may overlap each other.
 */
class GroundPieces
{
public:
  GroundPieces( const Districts &grounds, const GeometryColumn &places, Progress &progress );

  //! The pieces of one ground, by place in ascending order.
  std::span<const GroundPiece> of( std::size_t ground ) const
  {
    return std::span( mPieces ).subspan( mOffsets[ground], mOffsets[ground + 1] - mOffsets[ground] );
  }

private:
  std::vector<GroundPiece> mPieces;
  std::vector<std::size_t> mOffsets; // by ground; one more than there are grounds
};

//! By polygon, the ground with which it has most in common, of equals the first; noGround where it meets none.
std::vector<std::size_t> mainGrounds( const GroundPieces &pieces, std::size_t grounds, std::size_t polygons );

//! Stands for no ground.
inline constexpr std::size_t noGround = static_cast<std::size_t>( -1 );

} // namespace koppelkans
