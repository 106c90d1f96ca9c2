// SPDX-License-Identifier: GPL-3.0-or-later
// What the core takes for the themes of a GeoPackage: bench_stack THEMES CELL_SIZE X0 X1 Y0 Y1 [DISTRICTS [FOLDER]]
//
// Coverage of cells, reading included; then re-weighting beside a plain read of the same bytes; with DISTRICTS the
// exact shares of districts, reading included; with FOLDER what writing the cells takes. One line a step: name,
// seconds, and what came out.
#include "core/district/district_shares.h"
#include "core/geometry/layer_file.h"
#include "core/geometry/repair.h"
#include "core/geometry/wkb.h"
#include "core/parallel.h"
#include "core/stack/geopackage.h"
#include "core/stack/geotiff.h"
#include "core/stack/reweighing.h"
#include "tests/ogr_features.h"

#include <ogrsf_frmts.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <numeric>

using namespace koppelkans;

namespace
{

//! Seconds by the clock since it was made.
class Clock
{
public:
  double seconds() const { return std::chrono::duration<double>( std::chrono::steady_clock::now() - mStart ).count(); }

private:
  std::chrono::steady_clock::time_point mStart = std::chrono::steady_clock::now();
};

double megabytes()
{
  rusage usage;
  getrusage( RUSAGE_SELF, &usage );
  return static_cast<double>( usage.ru_maxrss ) / 1024;
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
  Findings found;
  repair( features, found );
  return features;
}

std::vector<Theme> readThemes( const std::string &path )
{
  const std::vector<std::string> names = test::layerNames( path );
  std::vector<Theme> themes( names.size() );
  NoProgress progress;
  parallelFor( names.size(), progress,
               [&]( std::size_t i ) {
                 themes[i] = { names[i], Measure::Coverage, readPolygons( path, names[i] ), nullptr };
               } );
  return themes;
}

//! What GDAL alone takes to hand over all features, one by one.
void readBare( const std::string &path )
{
  const Clock clock;
  const GDALDatasetUniquePtr dataset( GDALDataset::Open( path.c_str(), GDAL_OF_VECTOR ) );
  std::size_t features = 0;
  for ( OGRLayer *layer : dataset->GetLayers() )
    for ( const OGRFeatureUniquePtr &feature : *layer )
      features += feature->GetGeometryRef() != nullptr;
  const double seconds = clock.seconds();
  std::printf( "a bare GDAL read\t%.3f\t%.2f million features a second\n", seconds,
               static_cast<double>( features ) / seconds / 1e6 );
}

//! Several times the same; the quickest counts, since the rest is the machine's.
template <class Work>
double quickest( const Work &work )
{
  double best = 1e9;
  for ( int i = 0; i < 7; ++i )
  {
    const Clock clock;
    work();
    best = std::min( best, clock.seconds() );
  }
  return best;
}

void reweigh( const Stack &stack )
{
  const Reweighing reweighing( stack );
  std::vector<float> weights( stack.themes.size() );
  std::iota( weights.begin(), weights.end(), 1.0F );
  std::vector<float> indices( reweighing.cells() );
  const double seconds = quickest( [&] { reweighing.index( weights, indices ); } );

  // The same bytes, read once by as many threads.
  const std::vector<std::uint64_t> bytes( reweighing.cells() * stack.themes.size() / 2, 1 );
  constexpr std::size_t piece = std::size_t{ 1 } << 17;
  const std::size_t pieces = bytes.size() / piece;
  std::vector<std::uint64_t> sums( pieces );
  NoProgress progress;
  const double reading = quickest(
    [&]
    {
      parallelFor( pieces, progress,
                   [&]( std::size_t i )
                   {
                     const auto first = bytes.begin() + static_cast<std::ptrdiff_t>( i * piece );
                     sums[i] = std::accumulate( first, first + piece, std::uint64_t{ 0 } );
                   } );
    } );
  std::printf( "re-weighting\t%.4f\t%.2f times reading the same bytes once (%.4f s)\n", seconds, seconds / reading,
               reading );
}

//! A table as GDAL makes it for the cells of \a stack.
void makeTable( const Stack &stack, const std::string &path )
{
  GDALDriver *driver = GetGDALDriverManager()->GetDriverByName( "GPKG" );
  const GDALDatasetUniquePtr file( driver->Create( path.c_str(), 0, 0, 0, GDT_Unknown, nullptr ) );
  OGRLayer *layer = file->CreateLayer( "cells", nullptr, wkbPolygon, nullptr );
  const auto addField = [layer]( const std::string &name, OGRFieldType type )
  {
    OGRFieldDefn field( name.c_str(), type );
    layer->CreateField( &field );
  };
  addField( "cell_id", OFTString );
  for ( const StackedTheme &theme : stack.themes )
    addField( theme.name, OFTReal );
  addField( "overlap_count", OFTInteger );
  addField( "overlap_index", OFTReal );
}

void write( const Stack &stack, const std::string &folder )
{
  NoProgress progress;
  const std::string raster = folder + "/bench_stack.tif";
  const Clock tiff;
  writeGeoTiff( stack, {}, raster, progress );
  std::printf( "writing a GeoTIFF\t%.3f\t\n", tiff.seconds() );
  for ( const bool nonEmptyOnly : { false, true } )
  {
    const std::string table = folder + "/bench_stack.gpkg";
    std::remove( table.c_str() );
    const Clock clock;
    makeTable( stack, table );
    fillGeoPackage( stack, table, progress, nonEmptyOnly );
    std::printf( "writing a GeoPackage with its index%s\t%.3f\t\n", nonEmptyOnly ? ", non-empty cells" : "",
                 clock.seconds() );
    std::remove( table.c_str() );
  }
  std::remove( raster.c_str() );
}

void shareDistricts( const std::string &themesPath, const std::string &districtsPath )
{
  const Clock clock;
  const std::vector<Theme> themes = readThemes( themesPath );
  const Features features = readPolygons( districtsPath, test::layerNames( districtsPath ).front() );
  const Districts districts( features.geometry );
  NoProgress progress;
  double sum = 0;
  for ( const std::vector<double> &shares : districtShares( districts, themes, progress ) )
    sum += std::accumulate( shares.begin(), shares.end(), 0.0 );
  std::printf( "district shares, reading included\t%.3f\tsum %.6f\n", clock.seconds(), sum );
}

} // namespace

int main( int argc, char **argv )
{
  if ( argc < 7 || argc > 9 )
  {
    std::fprintf( stderr, "use: %s THEMES CELL_SIZE X0 X1 Y0 Y1 [DISTRICTS [FOLDER]]\n", argv[0] );
    return 2;
  }
  try
  {
    GDALAllRegister();
    const Grid grid( CellShape::Square, std::atof( argv[2] ),
                     { std::atof( argv[3] ), std::atof( argv[5] ), std::atof( argv[4] ), std::atof( argv[6] ) } );
    const Clock clock;
    const std::vector<Theme> themes = readThemes( argv[1] );
    const double read = clock.seconds();
    Findings findings;
    NoProgress progress;
    const Stack stack = makeStack( grid, themes, {}, findings, progress );
    const double stacked = clock.seconds();
    double sum = 0;
    for ( const StackedTheme &theme : stack.themes )
      sum += std::accumulate( theme.values.begin(), theme.values.end(), 0.0 );
    std::size_t features = 0;
    for ( const Theme &theme : themes )
      features += theme.features.geometry.features();
    std::printf( "reading and checking\t%.3f\t%.2f million features a second\n", read,
                 static_cast<double>( features ) / read / 1e6 );
    std::printf( "coverage, reading included\t%.3f\tsum %.6f, %zu cells, %.0f MB\n", stacked, sum, grid.cells(),
                 megabytes() );
    readBare( argv[1] );
    reweigh( stack );
    if ( argc > 7 )
      shareDistricts( argv[1], argv[7] );
    if ( argc > 8 )
      write( stack, argv[8] );
  }
  catch ( const Error &error )
  {
    std::fprintf( stderr, "%s\n", error.what() );
    return 1;
  }
}
