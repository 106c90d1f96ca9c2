// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/stack/stack.h"

namespace koppelkans
{

/**
 * Writes a stack of squares as a cloud-optimised GeoTIFF: a band a theme with its measured values, then overlap_count
 * and overlap_index. Bands bear these names; 32-bit floats, compressed, NaN for no data and outside the mask. \a crs is
 * well-known text. Throws Error where the cells are no squares or the file cannot be written.
 */
void writeGeoTiff( const Stack &stack, const std::string &crs, const std::string &path, Progress &progress );

} // namespace koppelkans
