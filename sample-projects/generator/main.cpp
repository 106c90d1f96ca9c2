// SPDX-License-Identifier: GPL-3.0-or-later
#include "assets.h"
#include "buildings.h"
#include "city_plan.h"
#include "landscape.h"
#include "street_network.h"
#include "street_pattern.h"
#include "tables.h"
#include "terrain.h"
#include "themes.h"
#include "works.h"
#include "writer.h"

#include <exception>
#include <filesystem>
#include <iostream>

namespace
{
void writeCity( const std::filesystem::path &folder )
{
  using namespace koppelkans::sample;
  std::filesystem::create_directories( folder );
  // GDAL would add to old files instead of writing them anew
  for ( const char *name : { "voorbeeldstad.gpkg", "hittestress.tif" } )
    std::filesystem::remove( folder / name );

  CityPlan plan = drawCityPlan();
  addLocalStreets( plan );
  City city = buildCity( plan );
  addLandscape( city );
  addBuildings( city );
  const std::vector<Surface> surfaces = laySurfaces( city );
  const std::vector<GreenPlot> plots = greenPlots( city );

  GeoPackageWriter file( ( folder / "voorbeeldstad.gpkg" ).string() );
  writeBackground( file, city );
  writeThemes( file, city );
  writeAssets( file, city, surfaces, plots );
  writeWorks( file, city, surfaces, plots );
  writeTables( file );
  file.close();
  heatStress( city ).write( ( folder / "hittestress.tif" ).string() );
  writeThemeSettings( ( folder / "opgaven.csv" ).string() );
  writeLives( ( folder / "levensduren.csv" ).string() );
}
} // namespace

int main( int argc, char **argv )
{
  if ( argc != 2 )
  {
    std::cerr << "usage: voorbeeldstad OUTDIR\n";
    return 2;
  }
  GDALAllRegister();
  try
  {
    writeCity( argv[1] );
  }
  catch ( const std::exception &error )
  {
    std::cerr << "voorbeeldstad: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
