// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/work_geometries.h"
#include "core/progress.h"

namespace koppelkans
{

//! How much ground a line or a point stands for, in metres, where nothing is known of itself.
struct FootprintSize
{
  double width;  //!< of a line, over its whole breadth
  double radius; //!< of a point
};

/**
 * The ground that each work takes up, as one polygon feature a work, in the same order.
 *
 * Polygons stay as they are. Lines get half their width on either side and end flat; a line without length becomes a
 * disc of that half width. Points become discs. Arcs are drawn with 8 straight pieces a quarter, so that a disc's area
 * is 0.6% less than that of a true one.
 *
 * Throws Error where a width or radius that is needed is not positive.
 */
GeometryColumn footprints( const WorkGeometries &works, const FootprintSize &size, Progress &progress );

} // namespace koppelkans
