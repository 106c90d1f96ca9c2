// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stack/measure.h"

#include "core/geometry/cell_coverage.h"
#include "core/nodata.h"

#include <algorithm>
#include <array>

namespace koppelkans
{

namespace
{

constexpr double hectare = 10000;

std::vector<double> coverage( const Grid &grid, const GeometryColumn &polygons, const Progress &progress )
{
  AreaSums sums( grid );
  UnionBoundary( polygons, progress )
    .visit( [&sums]( std::span<const BoundaryPiece> pieces ) { sums.add( pieces ); }, progress );
  std::vector<double> shares = std::move( sums ).areas();
  const double cellArea = grid.cellArea();
  for ( double &share : shares )
  {
    share = std::clamp( share / cellArea, 0.0, 1.0 );
    if ( share < 1e-12 ) // rounding, not area
      share = 0;
  }
  return shares;
}

//! Σ value·area / Σ area by cell, for whatever closed borders are added with a value.
class WeightedMeans
{
public:
  explicit WeightedMeans( const Grid &grid )
    : mCellArea( grid.cellArea() )
    , mAreas( grid )
    , mWeighted( grid )
  {
  }

  void add( Point from, Point to, double value )
  {
    mAreas.add( from, to );
    mWeighted.add( from, to, value );
  }

  std::vector<double> means() &&
  {
    const std::vector<double> areas = std::move( mAreas ).areas();
    std::vector<double> means = std::move( mWeighted ).areas();
    for ( std::size_t i = 0; i < means.size(); ++i )
      means[i] = areas[i] > mCellArea * negligibleShare ? means[i] / areas[i] : noData;
    return means;
  }

private:
  double mCellArea;
  AreaSums mAreas;
  AreaSums mWeighted;
};

std::vector<double> meanValue( const Grid &grid, const Features &features, const Progress &progress )
{
  WeightedMeans means( grid );
  const GeometryColumn &polygons = features.geometry;
  for ( std::size_t feature = 0; feature < polygons.features(); ++feature )
  {
    progress.check();
    if ( !hasData( features.values[feature] ) )
      continue;
    for ( std::size_t part = polygons.featureOffsets[feature]; part < polygons.featureOffsets[feature + 1]; ++part )
    {
      const PolygonEdges polygon( polygons, part );
      for ( const Edge &edge : polygon.edges() )
        means.add( edge.from, edge.to, features.values[feature] );
    }
  }
  return std::move( means ).means();
}

std::vector<double> lineDensity( const Grid &grid, const GeometryColumn &lines, const Progress &progress )
{
  LengthSums sums( grid );
  for ( std::size_t r = 0; r < lines.rings(); ++r )
  {
    progress.check();
    const std::span<const Point> line = lines.ring( r );
    for ( std::size_t i = 1; i < line.size(); ++i )
      sums.add( line[i - 1], line[i] );
  }
  std::vector<double> densities = std::move( sums ).lengths();
  for ( double &density : densities )
    density *= hectare / grid.cellArea();
  return densities;
}

std::vector<double> pointDensity( const Grid &grid, const GeometryColumn &points, const Progress &progress )
{
  std::vector<double> densities( grid.cells() );
  for ( std::size_t i = 0; i < points.coordinates.size(); ++i )
  {
    if ( i % 65536 == 0 )
      progress.check();
    if ( const std::size_t cell = cellAt( grid, points.coordinates[i] ); cell != Grid::npos )
      densities[cell] += hectare / grid.cellArea();
  }
  return densities;
}

std::vector<double> rasterMean( const Grid &grid, RasterSource &raster, const Progress &progress )
{
  WeightedMeans means( grid );
  const std::size_t columns = raster.columns();
  // A few rows at a time: about a million pixels.
  const std::size_t rowsAtOnce =
    std::max<std::size_t>( 1, ( std::size_t{ 1 } << 20 ) / std::max<std::size_t>( 1, columns ) );
  std::vector<Point> upper = raster.corners( 0 );
  for ( std::size_t row = 0; row < raster.rows(); row += rowsAtOnce )
  {
    const std::size_t count = std::min( rowsAtOnce, raster.rows() - row );
    const std::vector<double> values = raster.read( row, count );
    for ( std::size_t r = 0; r < count; ++r )
    {
      progress.check();
      std::vector<Point> lower = raster.corners( row + r + 1 );
      for ( std::size_t column = 0; column < columns; ++column )
      {
        const double value = values[r * columns + column];
        if ( !hasData( value ) )
          continue;
        std::array<Point, 5> corners{ lower[column], lower[column + 1], upper[column + 1], upper[column],
                                      lower[column] };
        // South-up rasters and some projections turn the pixel over.
        const double turn = ( corners[1].x - corners[0].x ) * ( corners[2].y - corners[1].y ) -
                            ( corners[1].y - corners[0].y ) * ( corners[2].x - corners[1].x );
        if ( turn < 0 )
          std::ranges::reverse( corners );
        for ( std::size_t i = 1; i < corners.size(); ++i )
          means.add( corners[i - 1], corners[i], value );
      }
      upper = std::move( lower );
    }
  }
  return std::move( means ).means();
}

std::vector<double> measureAll( const Grid &grid, const Theme &theme, const Progress &progress )
{
  switch ( theme.measure )
  {
  case Measure::Coverage:
    return coverage( grid, theme.features.geometry, progress );
  case Measure::MeanValue:
    return meanValue( grid, theme.features, progress );
  case Measure::LineDensity:
    return lineDensity( grid, theme.features.geometry, progress );
  case Measure::PointDensity:
    return pointDensity( grid, theme.features.geometry, progress );
  case Measure::RasterMean:
    break;
  }
  return rasterMean( grid, *theme.raster, progress );
}

} // namespace

void limitToExtent( std::vector<double> &measured, Measure measure, std::span<const double> known )
{
  const bool isMean = measure == Measure::MeanValue || measure == Measure::RasterMean;
  for ( std::size_t i = 0; i < measured.size(); ++i )
  {
    if ( !( known[i] > negligibleShare ) )
      measured[i] = noData;
    else if ( !isMean )
      measured[i] /= known[i];
    if ( measure == Measure::Coverage && measured[i] > 1 )
      measured[i] = 1;
  }
}

std::vector<char> cellsMeeting( const Grid &grid, const GeometryColumn &polygons, const Progress &progress )
{
  const std::vector<double> shares = coverage( grid, polygons, progress );
  std::vector<char> meeting( shares.size() );
  std::ranges::transform( shares, meeting.begin(), []( double share ) { return share > negligibleShare; } );
  return meeting;
}

std::vector<double> measure( const Grid &grid, const Theme &theme, const Progress &progress )
{
  std::vector<double> values = measureAll( grid, theme, progress );
  if ( theme.extent )
    limitToExtent( values, theme.measure, coverage( grid, *theme.extent, progress ) );
  return values;
}

} // namespace koppelkans
