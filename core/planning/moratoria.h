// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/columns.h"
#include "core/planning/work.h"
#include "core/progress.h"

#include <algorithm>
#include <span>
#include <vector>

namespace koppelkans
{

//! Areas whose surface stays closed for some years, for instance after a renewal.
struct Moratoria
{
  GeometryColumn areas;         //!< valid polygons
  std::vector<YearRange> years; //!< closed, one an area
};

inline bool isClosed( std::span<const YearRange> closed, int year )
{
  return std::any_of( closed.begin(), closed.end(), [&]( const YearRange &years ) { return years.contains( year ); } );
}

//! The years that are closed to each work, in the order of the areas. A work is held up by an area where it opens the
//! surface and its footprint and the area share some ground; touching alone does not count.
std::vector<std::vector<YearRange>> closedYears( std::span<const Work> works, const GeometryColumn &footprints,
                                                 const Moratoria &moratoria, Progress &progress );

} // namespace koppelkans
