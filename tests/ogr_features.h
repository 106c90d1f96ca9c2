// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/columns.h"

namespace koppelkans::test
{

//! A layer of an OGR data source as columns, its geometries as they are; \a field names the value to take along.
Features readFeatures( const std::string &path, const std::string &layer, const std::string &field = {} );

//! The names of all layers of an OGR data source.
std::vector<std::string> layerNames( const std::string &path );

//! One feature from well-known text: polygons, lines or points, single or multi.
GeometryColumn fromWkt( const std::string &wkt );

} // namespace koppelkans::test
