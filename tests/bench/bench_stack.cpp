// SPDX-License-Identifier: GPL-3.0-or-later
// Coverage of all themes of a GeoPackage per cell, in the core, reading included: bench_stack FILE CELL_SIZE X0 X1 Y0
// Y1
#include "core/geometry/layer_file.h"
#include "core/geometry/repair.h"
#include "core/geometry/wkb.h"
#include "core/parallel.h"
#include "core/stack/stack.h"
#include "tests/ogr_features.h"

#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace koppelkans;

namespace
{

double seconds()
{
  return std::chrono::duration<double>( std::chrono::steady_clock::now().time_since_epoch() ).count();
}

Features readPolygons( const std::string &path, const std::string &layer )
{
  Features features;
  features.layer = layer;
  GeometryColumn &polygons = features.geometry;
  const ColumnsByKind columns{ nullptr, nullptr, &polygons };
  const bool whole = readInColumns( { path, layer, {} }, {}, NoProgress(),
                                    [&]( const FileFeature &feature )
                                    {
                                      features.ids.push_back( feature.id );
                                      const bool read = appendWkb( feature.wkb, columns ).has_value();
                                      polygons.closeFeature();
                                      return read;
                                    } );
  if ( !whole )
    throw Error( path + ": " + layer + " cannot be read" );
  return features;
}

} // namespace

int main( int argc, char **argv )
{
  if ( argc != 7 )
  {
    std::fprintf( stderr, "use: %s FILE CELL_SIZE X0 X1 Y0 Y1\n", argv[0] );
    return 2;
  }
  try
  {
    const double start = seconds();
    NoProgress progress;
    const std::vector<std::string> names = test::layerNames( argv[1] );
    std::vector<Theme> themes( names.size() );
    parallelFor( names.size(), progress,
                 [&]( std::size_t i ) {
                   themes[i] = { names[i], Measure::Coverage, readPolygons( argv[1], names[i] ), nullptr };
                 } );
    const double read = seconds();
    std::vector<Findings> found( names.size() );
    parallelFor( names.size(), progress, [&]( std::size_t i ) { repair( themes[i].features, found[i] ); } );
    const double repaired = seconds();
    const Grid grid( CellShape::Square, std::atof( argv[2] ),
                     { std::atof( argv[3] ), std::atof( argv[5] ), std::atof( argv[4] ), std::atof( argv[6] ) } );
    Findings findings;
    const Stack stack = makeStack( grid, themes, {}, findings, progress );
    const double stacked = seconds();
    double sum = 0;
    for ( const StackedTheme &theme : stack.themes )
      for ( const double value : theme.values )
        sum += value;
    rusage usage;
    getrusage( RUSAGE_SELF, &usage );
    std::printf( "cells %zu  coverage sum %.6f  read %.2f s  check %.2f s  stack %.2f s  all %.2f s  memory %.0f MB\n",
                 grid.cells(), sum, read - start, repaired - read, stacked - repaired, stacked - start,
                 static_cast<double>( usage.ru_maxrss ) / 1024 );
  }
  catch ( const Error &error )
  {
    std::fprintf( stderr, "%s\n", error.what() );
    return 1;
  }
}
