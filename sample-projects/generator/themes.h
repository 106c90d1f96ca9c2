// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city.h"
#include "writer.h"

namespace koppelkans::sample
{

//! Writes the districts and the background of the map.
void writeBackground( GeoPackageWriter &file, const City &city );

//! Writes the nine theme layers (opgaven) that lie in the GeoPackage.
void writeThemes( GeoPackageWriter &file, const City &city );

} // namespace koppelkans::sample
