// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/district_shares.h"

#include "core/district/raster_means.h"
#include "core/geometry/union_boundary.h"
#include "core/nodata.h"
#include "core/parallel.h"
#include "core/stack/measure.h"

#include <algorithm>

namespace koppelkans
{

namespace
{

constexpr double hectare = 10000;

//! Less than this share of a district is rounding, not area.
constexpr double negligible = 1e-12;
//! The same where a mean is taken over what there is of it.
constexpr double negligibleForMean = 1e-9;

//! By district, \a amounts by window over the district's area times \a unit.
std::vector<double> perArea( const Districts &districts, std::span<const double> amounts, double unit )
{
  std::vector<double> values = districts.perDistrict( amounts );
  for ( std::size_t district = 0; district < values.size(); ++district )
    values[district] = districts.areas()[district] > 0 ? values[district] * unit / districts.areas()[district] : noData;
  return values;
}

std::vector<double> coverage( const Districts &districts, const GeometryColumn &polygons, const Progress &progress )
{
  const std::vector<double> areas = UnionBoundary( polygons, progress ).areasWithin( districts.windows(), progress );
  std::vector<double> shares = perArea( districts, areas, 1 );
  for ( double &share : shares )
    if ( hasData( share ) )
      share = share < negligible ? 0 : std::min( share, 1.0 );
  return shares;
}

std::vector<double> meanValue( const Districts &districts, const Features &features, const Progress &progress )
{
  const GeometryColumn &polygons = features.geometry;
  std::vector<double> byWindow( districts.windows().size() ), weightedByWindow( byWindow.size() );
  std::vector<std::size_t> met;
  for ( std::size_t feature = 0; feature < polygons.features(); ++feature )
  {
    progress.check();
    if ( !hasData( features.values[feature] ) )
      continue;
    for ( std::size_t part = polygons.featureOffsets[feature]; part < polygons.featureOffsets[feature + 1]; ++part )
    {
      const PolygonEdges polygon( polygons, part );
      districts.meeting( polygon.box(), met );
      for ( const std::size_t window : met )
      {
        const double area = polygon.areaWithin( districts.windows()[window] );
        byWindow[window] += area;
        weightedByWindow[window] += area * features.values[feature];
      }
    }
  }
  const std::vector<double> areas = districts.perDistrict( byWindow );
  std::vector<double> means = districts.perDistrict( weightedByWindow );
  for ( std::size_t district = 0; district < means.size(); ++district )
  {
    const bool known = areas[district] > negligibleForMean * districts.areas()[district];
    means[district] = known ? means[district] / areas[district] : noData;
  }
  return means;
}

std::vector<double> lineDensity( const Districts &districts, const GeometryColumn &lines, const Progress &progress )
{
  std::vector<double> lengths( districts.windows().size() );
  std::vector<std::size_t> met;
  for ( std::size_t part = 0; part < lines.parts(); ++part )
  {
    progress.check();
    const PolygonEdges line( lines, part );
    districts.meeting( line.box(), met );
    for ( const std::size_t window : met )
      lengths[window] += line.lengthWithin( districts.windows()[window] );
  }
  return perArea( districts, lengths, hectare );
}

std::vector<double> pointDensity( const Districts &districts, const GeometryColumn &points, const Progress &progress )
{
  std::vector<double> numbers( districts.windows().size() );
  std::vector<std::size_t> met;
  for ( const Point &point : points.coordinates )
  {
    progress.check();
    districts.meeting( { point.x, point.y, point.x, point.y }, met );
    for ( const std::size_t window : met )
      numbers[window] += districts.windows()[window].contains( point, Shift::Forward );
  }
  return perArea( districts, numbers, hectare );
}

std::vector<double> measureAll( const Districts &districts, const Theme &theme, const Progress &progress )
{
  switch ( theme.measure )
  {
  case Measure::Coverage:
    return coverage( districts, theme.features.geometry, progress );
  case Measure::MeanValue:
    return meanValue( districts, theme.features, progress );
  case Measure::LineDensity:
    return lineDensity( districts, theme.features.geometry, progress );
  case Measure::PointDensity:
    return pointDensity( districts, theme.features.geometry, progress );
  case Measure::RasterMean:
    break;
  }
  return rasterMeans( districts, *theme.raster, progress );
}

} // namespace

std::vector<double> districtShares( const Districts &districts, const Theme &theme, const Progress &progress )
{
  std::vector<double> shares = measureAll( districts, theme, progress );
  if ( theme.extent )
    limitToExtent( shares, theme.measure, coverage( districts, *theme.extent, progress ) );
  return shares;
}

std::vector<std::vector<double>> districtShares( const Districts &districts, std::span<const Theme> themes,
                                                 Progress &progress )
{
  std::vector<std::vector<double>> shares( themes.size() );
  parallelFor( themes.size(), progress,
               [&]( std::size_t i )
               {
                 try
                 {
                   shares[i] = districtShares( districts, themes[i], progress );
                 }
                 catch ( const Error &error )
                 {
                   throw error.inContext( themes[i].name );
                 }
               } );
  return shares;
}

} // namespace koppelkans
