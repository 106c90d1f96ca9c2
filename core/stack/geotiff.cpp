// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stack/geotiff.h"

#include <cpl_error.h>
#include <gdal_priv.h>

#include <algorithm>
#include <limits>
#include <vector>

namespace koppelkans
{

namespace
{

Error gdalError( const std::string &path )
{
  return Error( path + ": " + CPLGetLastErrorMsg() );
}

//! Passes GDAL's progress on; GDAL stops where this returns 0.
int CPL_STDCALL passOn( double done, const char *, void *progress )
{
  auto &ours = *static_cast<Progress *>( progress );
  ours.report( done );
  return ours.cancelled() ? 0 : 1;
}

//! The halvings of a raster until it fits one block, as viewers ask for them.
std::vector<int> overviewsOf( std::size_t columns, std::size_t rows )
{
  constexpr std::size_t block = 512;
  std::vector<int> factors;
  for ( std::size_t factor = 2; std::max( columns, rows ) / ( factor / 2 ) > block; factor *= 2 )
    factors.push_back( static_cast<int>( factor ) );
  return factors;
}

//! The stack in memory, a band a theme.
GDALDatasetUniquePtr bandsOf( const Stack &stack, const std::string &crs, Progress &progress )
{
  const Grid &grid = stack.grid;
  const int columns = static_cast<int>( grid.columns() );
  const int rows = static_cast<int>( grid.rows() );
  const int bands = static_cast<int>( stack.themes.size() ) + 2;
  GDALDatasetUniquePtr dataset(
    GetGDALDriverManager()->GetDriverByName( "MEM" )->Create( "", columns, rows, bands, GDT_Float32, nullptr ) );
  if ( !dataset )
    throw Error( CPLGetLastErrorMsg() );
  const Box extent = grid.extent();
  double transform[] = { extent.xMin, grid.size(), 0, extent.yMax, 0, -grid.size() };
  dataset->SetGeoTransform( transform );
  dataset->SetProjection( crs.c_str() );

  std::vector<float> values( grid.columns() );
  int number = 0;
  const auto writeBand = [&]( const std::string &name, const auto &valueOf )
  {
    GDALRasterBand *band = dataset->GetRasterBand( ++number );
    band->SetDescription( name.c_str() );
    band->SetNoDataValue( std::numeric_limits<double>::quiet_NaN() );
    for ( int row = 0; row < rows; ++row )
    {
      progress.check();
      for ( std::size_t column = 0; column < grid.columns(); ++column )
      {
        const std::size_t cell = static_cast<std::size_t>( row ) * grid.columns() + column;
        values[column] = static_cast<float>( stack.holds( cell ) ? valueOf( cell ) : noData );
      }
      // Rasters run from north to south.
      if ( band->RasterIO( GF_Write, 0, rows - 1 - row, columns, 1, values.data(), columns, 1, GDT_Float32, 0, 0 ) !=
           CE_None )
        throw Error( CPLGetLastErrorMsg() );
    }
    progress.report( static_cast<double>( number ) / bands );
  };
  for ( const StackedTheme &theme : stack.themes )
    writeBand( theme.name, [&]( std::size_t cell ) { return theme.values[cell]; } );
  writeBand( "overlap_count", [&]( std::size_t cell ) { return stack.overlapCount( cell ); } );
  writeBand( "overlap_index", [&]( std::size_t cell ) { return stack.overlapIndex( cell ); } );
  return dataset;
}

//! Throws Error where the end of the file is missing: the last block is the last to be written.
void requireWhole( const std::string &path )
{
  const GDALDatasetUniquePtr file( GDALDataset::Open( path.c_str(), GDAL_OF_RASTER ) );
  if ( !file )
    throw gdalError( path );
  for ( GDALRasterBand *band : file->GetBands() )
  {
    int width = 0, height = 0;
    band->GetBlockSize( &width, &height );
    std::vector<float> block( static_cast<std::size_t>( width ) * static_cast<std::size_t>( height ) );
    if ( band->ReadBlock( ( band->GetXSize() - 1 ) / width, ( band->GetYSize() - 1 ) / height, block.data() ) !=
         CE_None )
      throw gdalError( path );
  }
}

} // namespace

void writeGeoTiff( const Stack &stack, const std::string &crs, const std::string &path, Progress &progress )
{
  if ( stack.grid.shape() != CellShape::Square )
    throw Error( "a raster needs square cells" );
  GDALAllRegister();
  ProgressPart filling( progress, 0, 0.4 );
  const GDALDatasetUniquePtr bands = bandsOf( stack, crs, filling );

  // Made here: the driver would make them in a file of its own first, which takes several times as long.
  ProgressPart halving( progress, 0.4, 0.6 );
  std::vector<int> factors = overviewsOf( stack.grid.columns(), stack.grid.rows() );
  CPLErr error = CE_None;
  if ( !factors.empty() )
    error = bands->BuildOverviews( "AVERAGE", static_cast<int>( factors.size() ), factors.data(), 0, nullptr, passOn,
                                   &halving );
  progress.check();
  if ( error != CE_None )
    throw gdalError( path );

  ProgressPart writing( progress, 0.6, 1 );
  const char *options[] = { "COMPRESS=DEFLATE", "LEVEL=1", "NUM_THREADS=ALL_CPUS", "BIGTIFF=IF_SAFER", nullptr };
  CPLErrorReset();
  GDALDatasetUniquePtr file( GetGDALDriverManager()->GetDriverByName( "COG" )->CreateCopy(
    path.c_str(), bands.get(), true, const_cast<char **>( options ), passOn, &writing ) );
  progress.check();
  if ( !file )
    throw gdalError( path );
  // A full disk may show only when the last blocks are written, and then in a thread of the driver's own.
  file->FlushCache();
  file.reset();
  if ( CPLGetLastErrorType() >= CE_Failure )
    throw gdalError( path );
  requireWhole( path );
}

} // namespace koppelkans
