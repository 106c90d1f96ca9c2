// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/stack/stack.h"

namespace koppelkans
{

/**
 * Puts the cells of a stack into the empty GeoPackage table at \a path, with its spatial index, as fast as the disk
 * allows.
 *
 * Only cells within the stack's mask are written and, where \a nonEmptyOnly, only those in which some theme has more
 * than nothing; their ids are the same as when all are written.
 *
 * The table is the file's only one and as GDAL makes it: an id, a polygon, and then columns for the cell's name, for
 * each theme's value, for overlap_count and overlap_index. What is left is what GDAL would leave after adding cell by
 * cell; but where GDAL puts each cell into the index by itself, the index of a grid can be written down at once.
 *
 * Nothing of the file is to be used after an Error or Cancelled.
 */
void fillGeoPackage( const Stack &stack, const std::string &path, Progress &progress, bool nonEmptyOnly = false );

} // namespace koppelkans
