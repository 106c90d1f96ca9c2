// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/districts.h"
#include "core/progress.h"
#include "core/stack/theme.h"

namespace koppelkans
{

/**
 * By district, the mean of the pixels with data, weighted by the share of the pixel that the district covers; noData
 * where there is none.
 *
 * The districts are carried into the lattice of the raster, where a pixel is a square of 1: pixels count as equally
 * large, and the edges of the districts as straight there. Both hold exactly where the lattice is straight in the
 * working CRS. The raster is read once, by bands of rows, and only the bands that districts meet. Throws Error where it
 * cannot be read.
 */
std::vector<double> rasterMeans( const Districts &districts, RasterSource &raster,
                                 const Progress &progress = NoProgress() );

} // namespace koppelkans
