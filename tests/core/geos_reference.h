// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geos.h"
#include "core/geometry/grid.h"

namespace koppelkans::test
{

//! The union of all parts of all features, by GEOS.
GeosGeometry unionOf( const GeometryColumn &polygons );

double areaOf( const GEOSGeometry *geometry );
double lengthOf( const GEOSGeometry *geometry );
bool isValid( const GEOSGeometry *geometry );

//! What \a geometry and a cell have in common.
GeosGeometry within( const Grid &grid, std::size_t cell, const GEOSGeometry *geometry );

//! By cell, the share that the union of \a polygons covers.
std::vector<double> coverageByGeos( const Grid &grid, const GeometryColumn &polygons );

} // namespace koppelkans::test
