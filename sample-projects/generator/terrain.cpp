// SPDX-License-Identifier: GPL-3.0-or-later
#include "terrain.h"

#include "chance.h"
#include "street_surfaces.h"

#include <cpl_string.h>
#include <gdal_alg.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace koppelkans::sample
{

namespace
{
double smoothStep( double low, double high, double value )
{
  const double t = std::clamp( ( value - low ) / ( high - low ), 0.0, 1.0 );
  return t * t * ( 3 - 2 * t );
}

void burnPatches( Grid &grid, const std::vector<Patch> &patches, double value )
{
  std::vector<const OGRGeometry *> shapes;
  for ( const Patch &patch : patches )
    shapes.push_back( patch.shape.get() );
  grid.burn( shapes, value );
}

void burnStreets( Grid &grid, const City &city, double margin, double value )
{
  std::vector<Geometry> bands;
  std::vector<const OGRGeometry *> shapes;
  for ( const Segment &segment : city.segments )
  {
    bands.push_back( grown( *toLine( segment.line ),
                            profileHalf( city.streetOf( segment ).rank, city.fabricOf( segment ) ) + margin, 2 ) );
    shapes.push_back( bands.back().get() );
  }
  grid.burn( shapes, value );
}
} // namespace

Grid::Grid( double cellSize )
  : mCellSize( cellSize )
  , mColumns( static_cast<int>( AREA_WIDTH / cellSize ) )
  , mRows( static_cast<int>( AREA_HEIGHT / cellSize ) )
  , mValues( static_cast<std::size_t>( mColumns ) * mRows, 0.0F )
{
}

Point Grid::middle( int column, int row ) const
{
  return { ORIGIN_X + ( column + 0.5 ) * mCellSize, ORIGIN_Y + AREA_HEIGHT - ( row + 0.5 ) * mCellSize };
}

void Grid::fill( const std::function<double( Point, double )> &value )
{
  for ( int row = 0; row < mRows; ++row )
  {
    for ( int column = 0; column < mColumns; ++column )
      at( column, row ) = static_cast<float>( value( middle( column, row ), at( column, row ) ) );
  }
}

GDALDatasetUniquePtr Grid::dataset() const
{
  GDALDriver *driver = GetGDALDriverManager()->GetDriverByName( "MEM" );
  GDALDatasetUniquePtr result( driver ? driver->Create( "", mColumns, mRows, 1, GDT_Float32, nullptr ) : nullptr );
  if ( !result )
    throw std::runtime_error( "GDAL could not make a raster in memory" );
  double transform[6]{ ORIGIN_X, mCellSize, 0, ORIGIN_Y + AREA_HEIGHT, 0, -mCellSize };
  result->SetGeoTransform( transform );
  OGRSpatialReference reference;
  reference.importFromEPSG( 28992 );
  result->SetSpatialRef( &reference );
  GDALRasterBand *band = result->GetRasterBand( 1 );
  band->SetNoDataValue( NODATA );
  std::vector<float> copy = mValues;
  if ( band->RasterIO( GF_Write, 0, 0, mColumns, mRows, copy.data(), mColumns, mRows, GDT_Float32, 0, 0 ) != CE_None )
    throw std::runtime_error( "GDAL could not fill a raster" );
  return result;
}

void Grid::burn( const std::vector<const OGRGeometry *> &shapes, double value )
{
  const GDALDatasetUniquePtr raster = dataset();
  std::vector<OGRGeometryH> handles;
  for ( const OGRGeometry *shape : shapes )
    handles.push_back( OGRGeometry::ToHandle( const_cast<OGRGeometry *>( shape ) ) ); // the C interface knows no const
  const std::vector<double> values( handles.size(), value );
  int band = 1;
  if ( GDALRasterizeGeometries( raster.get(), 1, &band, static_cast<int>( handles.size() ), handles.data(), nullptr,
                                nullptr, values.data(), nullptr, nullptr, nullptr ) != CE_None ||
       raster->GetRasterBand( 1 )->RasterIO( GF_Read, 0, 0, mColumns, mRows, mValues.data(), mColumns, mRows,
                                             GDT_Float32, 0, 0 ) != CE_None )
    throw std::runtime_error( "GDAL could not draw shapes on a raster" );
}

void Grid::blur( int radius )
{
  for ( int pass = 0; pass < 4; ++pass )
  {
    const bool across = pass % 2 == 0;
    const int size = across ? mColumns : mRows;
    std::vector<double> sums( static_cast<std::size_t>( size ) + 1, 0.0 );
    for ( int other = 0; other < ( across ? mRows : mColumns ); ++other )
    {
      for ( int i = 0; i < size; ++i )
        sums[i + 1] = sums[i] + ( across ? at( i, other ) : at( other, i ) );
      for ( int i = 0; i < size; ++i )
      {
        const int low = std::max( 0, i - radius ), high = std::min( size, i + radius + 1 );
        ( across ? at( i, other ) : at( other, i ) ) =
          static_cast<float>( ( sums[high] - sums[low] ) / ( high - low ) );
      }
    }
  }
}

std::vector<Geometry> Grid::zones( double level, double leastArea ) const
{
  GDALDriver *driver = GetGDALDriverManager()->GetDriverByName( "Memory" );
  if ( !driver )
    driver = GetGDALDriverManager()->GetDriverByName( "MEM" );
  const GDALDatasetUniquePtr vectors( driver->Create( "", 0, 0, 0, GDT_Unknown, nullptr ) );
  OGRLayer *layer = vectors->CreateLayer( "zones", nullptr, wkbMultiPolygon );
  OGRFieldDefn least( "least", OFTReal );
  layer->CreateField( &least );
  const GDALDatasetUniquePtr raster = dataset();
  CPLStringList options;
  options.SetNameValue( "POLYGONIZE", "YES" );
  options.SetNameValue( "FIXED_LEVELS", std::to_string( level ).c_str() );
  options.SetNameValue( "ELEV_FIELD_MIN", "0" );
  if ( GDALContourGenerateEx( raster->GetRasterBand( 1 ), layer, options.List(), nullptr, nullptr ) != CE_None )
    throw std::runtime_error( "GDAL could not draw contours" );

  std::vector<Geometry> result;
  for ( const auto &feature : layer )
  {
    if ( feature->GetFieldAsDouble( 0 ) < level - 0.001 || !feature->GetGeometryRef() )
      continue;
    for ( const OGRPolygon *polygon : feature->GetGeometryRef()->toMultiPolygon() )
    {
      if ( polygon->get_Area() < leastArea )
        continue;
      OGRPolygon smooth;
      for ( const OGRLinearRing *ring : polygon )
      {
        Ring points;
        for ( int i = 0; i + 1 < ring->getNumPoints(); ++i )
          points.push_back( { ring->getX( i ), ring->getY( i ) } );
        if ( area( points ) < leastArea / 3 )
          continue;
        const Ring thin = simplified( closed( points ), 0.35 * mCellSize );
        const Line soft = simplified( closed( smoothed( Ring( thin.begin(), thin.end() - 1 ), 2 ) ), 0.12 * mCellSize );
        auto shell = std::make_unique<OGRLinearRing>();
        for ( const Point &p : soft )
          shell->addPoint( p.x, p.y );
        shell->closeRings();
        smooth.addRingDirectly( shell.release() );
      }
      if ( !smooth.IsEmpty() )
        result.push_back( grown( smooth, 0 ) );
    }
  }
  return result;
}

void Grid::write( const std::string &path ) const
{
  GDALDriver *driver = GetGDALDriverManager()->GetDriverByName( "GTiff" );
  CPLStringList options;
  options.SetNameValue( "COMPRESS", "DEFLATE" );
  options.SetNameValue( "PREDICTOR", "3" );
  options.SetNameValue( "ZLEVEL", "9" );
  const GDALDatasetUniquePtr raster = dataset();
  if ( !driver || !GDALDatasetUniquePtr(
                    driver->CreateCopy( path.c_str(), raster.get(), FALSE, options.List(), nullptr, nullptr ) ) )
    throw std::runtime_error( path + " could not be written" );
}

Grid heatStress( const City &city )
{
  Grid stone( 10 ), green( 10 ), water( 10 ), ground( 10 );
  std::vector<const OGRGeometry *> roofs, yards;
  std::vector<Geometry> paved;
  for ( const Building &building : city.buildings )
    roofs.push_back( building.shape.get() );
  for ( const Block &block : city.blocks )
  {
    if ( block.use == Use::Square ||
         ( block.use == Use::Homes && city.districts[block.district].fabric == Fabric::Business ) )
    {
      paved.push_back( toPolygon( block.ring ) );
      yards.push_back( paved.back().get() );
    }
  }
  stone.burn( yards, 0.46 );
  burnStreets( stone, city, 0, 0.85 );
  stone.burn( roofs, 1 );
  burnPatches( green, city.green, 1 );
  burnPatches( water, city.water, 1 );
  stone.blur( 4 );
  green.blur( 4 );
  water.blur( 5 );
  const Geometry municipality = toPolygon( city.outline );
  ground.burn( { municipality.get() }, 1 );
  const Noise wind( 99, 380 );
  ground.fill(
    [&]( Point p, double present )
    {
      if ( present < 0.5 )
        return static_cast<double>( NODATA );
      const int column = static_cast<int>( ( p.x - ORIGIN_X ) / 10 ),
                row = static_cast<int>( ( ORIGIN_Y + AREA_HEIGHT - p.y ) / 10 );
      const double pet = 35.2 + 11.5 * stone.at( column, row ) - 2.3 * green.at( column, row ) -
                         4.2 * water.at( column, row ) + 1.5 * wind.at( p.x, p.y );
      return std::round( std::clamp( pet, 30.0, 45.5 ) * 10 ) / 10;
    } );
  return ground;
}

Grid cloudburst( const City &city )
{
  Grid depth( 5 ), wet( 5 );
  burnStreets( depth, city, 4, 1 );
  depth.blur( 2 );
  burnPatches( wet, city.water, 1 );
  wet.blur( 2 );
  const Noise hollow( 12, 330 );
  const Line outline = city.outline;
  const Ring ring( outline.begin(), outline.end() - 1 );
  depth.fill(
    [&]( Point p, double street )
    {
      const double nearRiver = std::exp( -distance( p, city.river ) / 260 );
      const double column = ( p.x - ORIGIN_X ) / 5, row = ( ORIGIN_Y + AREA_HEIGHT - p.y ) / 5;
      const double open = wet.at( static_cast<int>( column ), static_cast<int>( row ) );
      const double low = std::max( 0.0, hollow.at( p.x, p.y ) + 0.22 * nearRiver - 0.06 );
      // Outside the ring road there are ditches instead of streets, and no one measures
      const bool town =
        p.x > ORIGIN_X + 560 && p.x < ORIGIN_X + 3620 && distance( p, outline ) > 190 && inside( p, ring );
      return town ? 82 * low * ( 0.22 + 0.78 * street ) * ( 1 - 0.9 * open ) : 0.0;
    } );
  return depth;
}

Grid subsidence( const City &city )
{
  Grid rate( 20 );
  const Noise peat( 5, 620 );
  const Line creek = spline( { { ORIGIN_X + 2900, ORIGIN_Y + 90 },
                               { ORIGIN_X + 3050, ORIGIN_Y + 330 },
                               { ORIGIN_X + 3250, ORIGIN_Y + 420 },
                               { ORIGIN_X + 3420, ORIGIN_Y + 560 } },
                             40 );
  rate.fill(
    [&]( Point p, double )
    {
      const double x = p.x - ORIGIN_X, y = p.y - ORIGIN_Y;
      const double polder = 1 - smoothStep( 300, 2000, x + 0.28 * y + 260 * peat.at( p.x, p.y ) );
      // The river's own sand and clay carry better than the peat behind
      const double bank = std::exp( -distance( p, city.river ) / 110 );
      const double filled = 5.6 * std::exp( -std::pow( distance( p, creek ) / 165, 2 ) );
      return 9.5 * polder * ( 1 - 0.55 * bank ) + filled + 1.6 * peat.at( p.y, p.x );
    } );
  return rate;
}

} // namespace koppelkans::sample
