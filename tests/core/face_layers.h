// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stack/faces.h"

#include <map>
#include <string>

namespace koppelkans::test
{

//! Layers of polygons, each to be a theme.
using Layers = std::vector<GeometryColumn>;

//! What Shapes rounds to: with this precision only crossings move.
constexpr double shapesPrecision = 1.0 / 1024;

std::vector<Theme> themesOf( const Layers &layers );
Faces facesOf( const Layers &layers, double precision = shapesPrecision );

//! Adds a theme to the name of a set: "0+2".
void appendTheme( std::string &name, std::size_t theme );

//! Area by name of a set of themes.
std::map<std::string, double> areasBySet( const Faces &faces );

//! The length of all rings, in metres.
double perimeter( const GeometryColumn &polygons );

} // namespace koppelkans::test
