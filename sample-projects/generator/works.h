// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets.h"

namespace koppelkans::sample
{

//! Writes the works list, each owner's plan for itself, with experiments and moratoria.
void writeWorks( GeoPackageWriter &file, const City &city, const std::vector<Surface> &surfaces,
                 const std::vector<GreenPlot> &plots );

} // namespace koppelkans::sample
