// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/districts.h"
#include "core/progress.h"
#include "core/stack/theme.h"

namespace koppelkans
{

/**
 * One theme's value in each district D, exact; noData where a district has no area.
 *
 * Coverage: area( D ∩ ∪ polygons ) / area( D ), also where the theme's own polygons overlap; 0 where there are none.
 * Mean of a field: Σ value·area( D ∩ polygon ) / Σ area( D ∩ polygon ) over the polygons that have a value; noData
 * where there is none. Lines: metres inside D per hectare. Points: number per hectare. What lies on the border of two
 * districts counts once: in the one on the right or, where the border is level, above. Raster: see rasterMeans().
 *
 * Where the theme has an extent, noData in districts outside it: see limitToExtent() in measure.h.
 *
 * Throws Error where a raster cannot be read.
 */
std::vector<double> districtShares( const Districts &districts, const Theme &theme,
                                    const Progress &progress = NoProgress() );

//! By theme, its values in the districts; several themes at a time. Errors say which theme they are about.
std::vector<std::vector<double>> districtShares( const Districts &districts, std::span<const Theme> themes,
                                                 Progress &progress );

} // namespace koppelkans
