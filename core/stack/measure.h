// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/grid.h"
#include "core/progress.h"
#include "core/stack/theme.h"

namespace koppelkans
{

//! What is less than this share of a cell or a district is rounding, not area.
inline constexpr double negligibleShare = 1e-9;

/**
 * Holds what was \a measured per cell or district against the share of each that lies within the theme's extent.
 *
 * Where there is none the value becomes noData. Shares and densities become those of the part within, in which all of
 * the theme is taken to lie; means are that already.
 */
void limitToExtent( std::vector<double> &measured, Measure measure, std::span<const double> known );

//! By cell, whether more than rounding of it lies in \a polygons.
std::vector<char> cellsMeeting( const Grid &grid, const GeometryColumn &polygons,
                                const Progress &progress = NoProgress() );

/**
 * One theme's value in each cell of \a grid, exact.
 *
 * Coverage: area( cell ∩ ∪ polygons ) / area( cell ), also where the theme's own polygons overlap; 0 where there are
 * none. Mean of a field: Σ value·area( cell ∩ polygon ) / Σ area( cell ∩ polygon ) over the polygons that have a value;
 * noData where there is none. Lines: metres per hectare. Points: number per hectare. Raster: as the mean of a field, a
 * pixel being a polygon. Where the theme has an extent, noData outside it: see limitToExtent().
 */
std::vector<double> measure( const Grid &grid, const Theme &theme, const Progress &progress = NoProgress() );

} // namespace koppelkans
