// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/face_layers.h"

#include <cmath>

namespace koppelkans::test
{

std::vector<Theme> themesOf( const Layers &layers )
{
  std::vector<Theme> themes;
  for ( const GeometryColumn &layer : layers )
  {
    Theme theme{ std::to_string( themes.size() ), Measure::Coverage, {}, nullptr };
    theme.features.geometry = layer;
    theme.features.ids.resize( layer.features() );
    themes.push_back( std::move( theme ) );
  }
  return themes;
}

Faces facesOf( const Layers &layers, double precision )
{
  NoProgress progress;
  return makeFaces( themesOf( layers ), precision, progress );
}

void appendTheme( std::string &name, std::size_t theme )
{
  if ( !name.empty() )
    name += '+';
  name += std::to_string( theme );
}

std::map<std::string, double> areasBySet( const Faces &faces )
{
  std::map<std::string, double> areas;
  for ( std::size_t face = 0; face < faces.sets.size(); ++face )
  {
    std::string name;
    for ( const std::uint32_t theme : faces.themeSets[faces.sets[face]] )
      appendTheme( name, theme );
    areas[name] += faces.areas[face];
  }
  return areas;
}

double perimeter( const GeometryColumn &polygons )
{
  double sum = 0;
  for ( std::size_t r = 0; r < polygons.rings(); ++r )
  {
    const std::span<const Point> ring = polygons.ring( r );
    for ( std::size_t i = 1; i < ring.size(); ++i )
      sum += std::hypot( ring[i].x - ring[i - 1].x, ring[i].y - ring[i - 1].y );
  }
  return sum;
}

} // namespace koppelkans::test
