// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/work_geometries.h"
#include "core/progress.h"

#include <functional>
#include <span>

namespace koppelkans
{

/**
 * Which works lie at most a distance apart.
 *
 * The distance is planar, between the geometries as given, 0 where they touch or overlap. Works with equal geometries
 * share one place, and neighbourhood is kept between places: so a million works at one point are one place and no pair.
 * Places are numbered by their kind and coordinates, whatever the order of the works.
 */
class Neighbours
{
public:
  /**
   * Finds the neighbours of all \a works at most \a distance metres apart.
   *
   * Precondition: no geometry is empty. Cost: O(n log n) plus an exact test for each pair whose boxes are that close.
   */
  Neighbours( const WorkGeometries &works, double distance, Progress &progress );

  std::size_t places() const { return mWorkOffsets.size() - 1; }

  std::size_t placeOf( std::size_t work ) const { return mPlaceOf[work]; }

  //! The works at a place, ascending.
  std::span<const std::size_t> worksAt( std::size_t place ) const
  {
    return std::span( mWorks ).subspan( mWorkOffsets[place], mWorkOffsets[place + 1] - mWorkOffsets[place] );
  }

  //! The other places within the distance of \a place, ascending.
  std::span<const std::size_t> placesNear( std::size_t place ) const
  {
    return std::span( mNear ).subspan( mNearOffsets[place], mNearOffsets[place + 1] - mNearOffsets[place] );
  }

  //! Every pair of neighbouring works once. Quadratic in the number of works at one place.
  void visitPairs( const std::function<void( std::size_t, std::size_t )> &visit ) const;

private:
  std::vector<std::size_t> mPlaceOf;
  std::vector<std::size_t> mWorks; // by place
  std::vector<std::size_t> mWorkOffsets{ 0 };
  std::vector<std::size_t> mNear; // by place
  std::vector<std::size_t> mNearOffsets{ 0 };

  void collectPlaces( const WorkGeometries &works );
};

} // namespace koppelkans
