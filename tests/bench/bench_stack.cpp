// SPDX-License-Identifier: GPL-3.0-or-later
// Coverage of all themes of a GeoPackage per cell, in the core, reading included: bench_stack FILE CELL_SIZE X0 X1 Y0
// Y1
#include "core/geometry/repair.h"
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
    std::vector<Theme> themes;
    Findings findings;
    for ( const std::string &name : test::layerNames( argv[1] ) )
      themes.push_back( { name, Measure::Coverage, test::readFeatures( argv[1], name ), nullptr } );
    const double read = seconds();
    for ( Theme &theme : themes )
      repair( theme.features, findings );
    const double repaired = seconds();
    const Grid grid( CellShape::Square, std::atof( argv[2] ),
                     { std::atof( argv[3] ), std::atof( argv[5] ), std::atof( argv[4] ), std::atof( argv[6] ) } );
    NoProgress progress;
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
