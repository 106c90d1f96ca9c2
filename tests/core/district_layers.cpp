// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/district_layers.h"

namespace koppelkans::test
{

Theme themeOf( Measure measure, GeometryColumn geometry, std::vector<double> values )
{
  Theme theme;
  theme.name = "hitte";
  theme.measure = measure;
  theme.features.geometry = std::move( geometry );
  theme.features.values = std::move( values );
  return theme;
}

GeometryColumn tiles( Shapes &shapes, int across, bool lattice )
{
  const double size = 300.0 / across;
  std::vector<Point> corners;
  for ( int row = 0; row <= across; ++row )
    for ( int column = 0; column <= across; ++column )
    {
      const bool outer = row == 0 || column == 0 || row == across || column == across;
      const double most = outer || lattice ? 0 : 0.3 * size;
      corners.push_back(
        { -100 + column * size + shapes.uniform( -most, most ), -100 + row * size + shapes.uniform( -most, most ) } );
    }
  GeometryColumn column;
  for ( int row = 0; row < across; ++row )
    for ( int i = 0; i < across; ++i )
    {
      const Point *lower = &corners[static_cast<std::size_t>( row * ( across + 1 ) + i )];
      const Point *upper = lower + across + 1;
      appendPolygon( column, { lower[0], lower[1], upper[1], upper[0], lower[0] } );
    }
  return column;
}

GeometryColumn lines( const std::vector<std::vector<Point>> &all )
{
  GeometryColumn column;
  column.kind = GeometryKind::Line;
  for ( const std::vector<Point> &line : all )
  {
    column.coordinates.insert( column.coordinates.end(), line.begin(), line.end() );
    column.closeRing();
    column.closePart();
    column.closeFeature();
  }
  return column;
}

GeometryColumn points( const std::vector<Point> &all )
{
  GeometryColumn column;
  column.kind = GeometryKind::Point;
  for ( const Point &point : all )
  {
    column.coordinates.push_back( point );
    column.closeRing();
    column.closePart();
    column.closeFeature();
  }
  return column;
}

GeosGeometry common( const GeometryColumn &districts, std::size_t district, const GEOSGeometry *geometry )
{
  return checked( GEOSIntersection_r( geos(), toGeos( districts, district ).get(), geometry ) );
}

QString difference( std::size_t district, double value, double reference )
{
  return QString( "district %1: %2, reference %3" )
    .arg( district )
    .arg( value, 0, 'g', 15 )
    .arg( reference, 0, 'g', 15 );
}

} // namespace koppelkans::test
