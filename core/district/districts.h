// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/box_index.h"
#include "core/geometry/polygon_edges.h"

namespace koppelkans
{

/**
 * The districts, made ready once to be laid over any number of themes.
 *
 * Each part of a district is a window of its own: what a district has of a theme is the sum over its windows. Districts
 * may overlap each other and need not fill the city. Precondition: valid polygons (see repair.h).
 */
class Districts
{
public:
  explicit Districts( const GeometryColumn &polygons );

  std::size_t count() const { return mAreas.size(); }

  //! By district, in m²; 0 where it has no geometry.
  std::span<const double> areas() const { return mAreas; }

  //! The parts of all districts.
  std::span<const PolygonEdges> windows() const { return mWindows; }

  //! The district that a window is a part of.
  std::size_t districtOf( std::size_t window ) const { return mDistricts[window]; }

  //! Puts the windows whose boxes meet \a box into \a found.
  void meeting( const Box &box, std::vector<std::size_t> &found ) const { mIndex.find( box, found ); }

  //! By district, the sum of what its windows have.
  std::vector<double> perDistrict( std::span<const double> byWindow ) const;

private:
  std::vector<PolygonEdges> mWindows;
  std::vector<std::size_t> mDistricts; // by window
  std::vector<double> mAreas;
  BoxIndex mIndex; // of the windows
};

} // namespace koppelkans
