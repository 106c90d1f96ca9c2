// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/columns.h"
#include "core/progress.h"

#include <cstdint>
#include <span>
#include <vector>

namespace koppelkans
{

//! A patch of ground and its area in m²; which footprints cover it is the same all over it.
using Patch = std::uint32_t;

/**
 * The ground under overlapping footprints, cut into patches.
 *
 * Each patch is where a certain set of two or more footprints lie over each other; what a footprint shares with no
 * other is its own area. So the union of any footprints has the area Σ own + Σ area of the patches that at least one of
 * them covers, and thousands of unions can be compared without making one. Overlaps under 1 cm² are left out: this is
 * to search with, not to report; leftOut() says how much that can be.
 *
 * Where few footprints lie over one, the patches follow from the areas of unions (see UnionBoundary), by inclusion and
 * exclusion. Where many do, polygons are cut, and GEOS rounds.
 */
class Pavement
{
public:
  /**
   * Cuts the ground under the chosen \a features of \a footprints, which are valid polygons.
   *
   * Cost: the overlaps of each footprint with those it overlaps, and of these with each other.
   */
  Pavement( const GeometryColumn &footprints, std::span<const std::size_t> features, Progress &progress );

  //! The area that the \a i-th of the features shares with none of the others.
  double ownArea( std::size_t i ) const { return mOwnAreas[i]; }

  //! The patches that the \a i-th of the features covers, ascending.
  std::span<const Patch> patches( std::size_t i ) const { return mPatches[i]; }

  double patchArea( Patch patch ) const { return mPatchAreas[patch]; }

  //! By how many m² the area of any union can be less than the patches say, beside rounding.
  double leftOut() const { return mLeftOut; }

  std::size_t patchCount() const { return mPatchAreas.size(); }

  //! Makes the own area of the \a i-th feature a patch, so that several works at the same place can share it.
  void shareOwnArea( std::size_t i );

private:
  std::vector<double> mOwnAreas;
  std::vector<std::vector<Patch>> mPatches;
  std::vector<double> mPatchAreas;
  double mLeftOut = 0;
};

} // namespace koppelkans
