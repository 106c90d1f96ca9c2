// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stack/geotiff.h"

#include <cpl_error.h>
#include <gdal_priv.h>

#include <functional>
#include <limits>

namespace koppelkans
{

namespace
{

Error gdalError( const std::string &path )
{
  return Error( path + ": " + CPLGetLastErrorMsg() );
}

} // namespace

void writeGeoTiff( const Stack &stack, const std::string &crs, const std::string &path, Progress &progress )
{
  const Grid &grid = stack.grid;
  if ( grid.shape() != CellShape::Square )
    throw Error( "a raster needs square cells" );
  GDALAllRegister();
  const char *options[] = { "TILED=YES",       "COMPRESS=DEFLATE",     "ZLEVEL=1",         "PREDICTOR=3",
                            "INTERLEAVE=BAND", "NUM_THREADS=ALL_CPUS", "BIGTIFF=IF_SAFER", nullptr };
  GDALDriver *driver = GetGDALDriverManager()->GetDriverByName( "GTiff" );
  const int columns = static_cast<int>( grid.columns() );
  const int rows = static_cast<int>( grid.rows() );
  const int bands = static_cast<int>( stack.themes.size() ) + 2;
  GDALDatasetUniquePtr dataset(
    driver->Create( path.c_str(), columns, rows, bands, GDT_Float32, const_cast<char **>( options ) ) );
  if ( !dataset )
    throw gdalError( path );
  const Box extent = grid.extent();
  double transform[] = { extent.xMin, grid.size(), 0, extent.yMax, 0, -grid.size() };
  dataset->SetGeoTransform( transform );
  dataset->SetProjection( crs.c_str() );

  std::vector<float> values( grid.cells() );
  int number = 0;
  const auto writeBand = [&]( const std::string &name, const std::function<double( std::size_t )> &valueOf )
  {
    progress.check();
    // Rasters run from north to south.
    for ( std::size_t row = 0; row < grid.rows(); ++row )
      for ( std::size_t column = 0; column < grid.columns(); ++column )
        values[( grid.rows() - 1 - row ) * grid.columns() + column] =
          static_cast<float>( valueOf( row * grid.columns() + column ) );
    GDALRasterBand *band = dataset->GetRasterBand( ++number );
    band->SetDescription( name.c_str() );
    band->SetNoDataValue( std::numeric_limits<double>::quiet_NaN() );
    if ( band->RasterIO( GF_Write, 0, 0, columns, rows, values.data(), columns, rows, GDT_Float32, 0, 0 ) != CE_None )
      throw gdalError( path );
    progress.report( static_cast<double>( number ) / bands );
  };
  for ( const StackedTheme &theme : stack.themes )
    writeBand( theme.name, [&]( std::size_t cell ) { return theme.values[cell]; } );
  writeBand( "overlap_count", [&]( std::size_t cell ) { return stack.overlapCount( cell ); } );
  writeBand( "overlap_index", [&]( std::size_t cell ) { return stack.overlapIndex( cell ); } );

  // A full disk may show only when the last blocks are written.
  CPLErrorReset();
  dataset->FlushCache();
  dataset.reset();
  if ( CPLGetLastErrorType() >= CE_Failure )
    throw gdalError( path );
}

} // namespace koppelkans
