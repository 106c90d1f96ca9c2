// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/grid.h"
#include "core/progress.h"
#include "core/stack/theme.h"

namespace koppelkans
{

/**
 * One theme's value in each cell of \a grid, exact.
 *
 * Coverage: area( cell ∩ ∪ polygons ) / area( cell ), also where the theme's own polygons overlap; 0 where there are
 * none. Mean of a field: Σ value·area( cell ∩ polygon ) / Σ area( cell ∩ polygon ) over the polygons that have a value;
 * noData where there is none. Lines: metres per hectare. Points: number per hectare. Raster: as the mean of a field, a
 * pixel being a polygon.
 */
std::vector<double> measure( const Grid &grid, const Theme &theme, const Progress &progress = NoProgress() );

} // namespace koppelkans
