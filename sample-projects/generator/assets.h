// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city.h"
#include "street_surfaces.h"
#include "writer.h"

namespace koppelkans::sample
{

//! A plot of managed green.
struct GreenPlot
{
  Geometry shape;
  std::string kind;
  std::size_t district = 0;
  std::string street;
};

//! The managed green: verges of main roads, hedges along streets, parks and the green around flats.
std::vector<GreenPlot> greenPlots( const City &city );

//! Writes what the municipality manages: surfaces, sewers, green and lamps.
void writeAssets( GeoPackageWriter &file, const City &city, const std::vector<Surface> &surfaces,
                  const std::vector<GreenPlot> &plots );

} // namespace koppelkans::sample
