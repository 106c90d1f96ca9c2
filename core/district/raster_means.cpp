// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/raster_means.h"

#include "core/geometry/cell_coverage.h"
#include "core/nodata.h"

#include <algorithm>
#include <cmath>

namespace koppelkans
{

namespace
{

//! How many values are held at a time.
constexpr std::size_t pixelsAtOnce = std::size_t{ 1 } << 20;

//! Less than this share of a district is rounding, not area.
constexpr double negligible = 1e-9;

//! A window of a district, in columns and rows of the raster.
struct PixelWindow
{
  std::vector<Edge> border;
  // -1 where the lattice is a mirror image, as that of a north-up raster is: the inside then lies on the right.
  double turn = 1;
  double area = 0; // in pixels, also outside the raster
  // The pixels that it meets, last excluded; none where it lies outside the raster.
  std::size_t firstColumn = 0;
  std::size_t lastColumn = 0;
  std::size_t firstRow = 0;
  std::size_t lastRow = 0;
};

//! The number of the lattice line below or above \a value, within 0 and \a count.
std::size_t lineBelow( double value, std::size_t count )
{
  return static_cast<std::size_t>( std::clamp( std::floor( value ), 0.0, static_cast<double>( count ) ) );
}

std::size_t lineAbove( double value, std::size_t count )
{
  return static_cast<std::size_t>( std::clamp( std::ceil( value ), 0.0, static_cast<double>( count ) ) );
}

PixelWindow pixelWindow( const PolygonEdges &polygon, RasterSource &raster )
{
  PixelWindow window;
  Box box;
  for ( std::size_t ring = 0; ring + 1 < polygon.rings().size(); ++ring )
  {
    const std::size_t first = polygon.rings()[ring];
    std::vector<Point> places;
    for ( std::size_t i = first; i < polygon.rings()[ring + 1]; ++i )
    {
      places.push_back( raster.pixelAt( polygon.edges()[i].from ) );
      // What has no place in the raster's CRS has no pixels.
      if ( !std::isfinite( places.back().x ) || !std::isfinite( places.back().y ) )
        return {};
      box.include( places.back() );
    }
    for ( std::size_t i = 0; i < places.size(); ++i )
      window.border.push_back( { places[i], places[( i + 1 ) % places.size()] } );
  }
  if ( window.border.empty() )
    return window;

  ShoelaceSum sum( window.border.front().from );
  for ( const Edge &edge : window.border )
    sum.add( edge.from, edge.to );
  window.turn = sum.area() < 0 ? -1 : 1;
  window.area = std::abs( sum.area() );
  window.firstColumn = lineBelow( box.xMin, raster.columns() );
  window.lastColumn = lineAbove( box.xMax, raster.columns() );
  window.firstRow = lineBelow( box.yMin, raster.rows() );
  window.lastRow = lineAbove( box.yMax, raster.rows() );
  return window;
}

//! Σ value·share and Σ share of pixels.
struct PixelSum
{
  double weighted = 0;
  double share = 0;
};

//! What \a window has of \a values, which are the rows from \a first up to \a last of a raster of \a columns.
PixelSum sumWithin( const PixelWindow &window, std::span<const double> values, std::size_t first, std::size_t last,
                    std::size_t columns )
{
  const std::size_t bottom = std::max( first, window.firstRow );
  const std::size_t top = std::min( last, window.lastRow );
  if ( bottom >= top || window.firstColumn >= window.lastColumn )
    return {};
  const Grid pixels( CellShape::Square, 1,
                     { static_cast<double>( window.firstColumn ), static_cast<double>( bottom ),
                       static_cast<double>( window.lastColumn ), static_cast<double>( top ) } );
  AreaSums sums( pixels );
  for ( const Edge &edge : window.border )
    sums.add( edge.from, edge.to, window.turn );
  const std::vector<double> shares = std::move( sums ).areas();
  PixelSum sum;
  for ( std::size_t row = bottom; row < top; ++row )
  {
    const double *value = &values[( row - first ) * columns + window.firstColumn];
    const double *share = &shares[( row - bottom ) * pixels.columns()];
    for ( std::size_t i = 0; i < pixels.columns(); ++i )
    {
      if ( !hasData( value[i] ) )
        continue;
      sum.weighted += value[i] * share[i];
      sum.share += share[i];
    }
  }
  return sum;
}

} // namespace

std::vector<double> rasterMeans( const Districts &districts, RasterSource &raster, const Progress &progress )
{
  std::vector<PixelWindow> windows;
  for ( const PolygonEdges &window : districts.windows() )
    windows.push_back( pixelWindow( window, raster ) );

  std::vector<double> weighted( windows.size() ), shares( windows.size() ), areas( windows.size() );
  const std::size_t rowsAtOnce =
    std::max<std::size_t>( 1, pixelsAtOnce / std::max<std::size_t>( 1, raster.columns() ) );
  for ( std::size_t first = 0; first < raster.rows(); first += rowsAtOnce )
  {
    progress.check();
    const std::size_t last = std::min( first + rowsAtOnce, raster.rows() );
    const auto meets = [&]( const PixelWindow &window )
    {
      return window.firstRow < last && first < window.lastRow;
    };
    if ( std::ranges::none_of( windows, meets ) )
      continue;
    const std::vector<double> values = raster.read( first, last - first );
    for ( std::size_t w = 0; w < windows.size(); ++w )
    {
      const PixelSum sum = sumWithin( windows[w], values, first, last, raster.columns() );
      weighted[w] += sum.weighted;
      shares[w] += sum.share;
    }
  }
  std::ranges::transform( windows, areas.begin(), &PixelWindow::area );

  std::vector<double> means = districts.perDistrict( weighted );
  const std::vector<double> known = districts.perDistrict( shares );
  const std::vector<double> whole = districts.perDistrict( areas );
  for ( std::size_t district = 0; district < means.size(); ++district )
    means[district] = known[district] > negligible * whole[district] ? means[district] / known[district] : noData;
  return means;
}

} // namespace koppelkans
