// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geos.h"
#include "core/stack/theme.h"
#include "tests/core/shapes.h"

#include <QString>

namespace koppelkans::test
{

inline const Box hundred{ 0, 0, 100, 100 };

Theme themeOf( Measure measure, GeometryColumn geometry, std::vector<double> values = {} );

//! Districts that fill the square from -100 to 200, \a across times \a across, their common corners anywhere or on a
//! lattice.
GeometryColumn tiles( Shapes &shapes, int across, bool lattice );

//! One feature a line.
GeometryColumn lines( const std::vector<std::vector<Point>> &all );

//! One feature a point.
GeometryColumn points( const std::vector<Point> &all );

//! What a district and \a geometry have in common, by GEOS.
GeosGeometry common( const GeometryColumn &districts, std::size_t district, const GEOSGeometry *geometry );

//! For the message of a failing comparison.
QString difference( std::size_t district, double value, double reference );

} // namespace koppelkans::test
