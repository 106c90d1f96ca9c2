// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/ground_needs.h"

#include "core/parallel.h"

namespace koppelkans
{

namespace
{

//! Hand-drawn cells may overlap by so much of a ground.
constexpr double tolerated = 1e-3;
//! Less than this share of a ground is rounding.
constexpr double negligible = 1e-9;

double share( double area, double whole )
{
  const double part = area / whole;
  return part < negligible ? 0 : part > 1 - negligible ? 1 : part;
}

GroundNeeds needsOf( double whole, std::span<const GroundPiece> pieces, const NeedMap &map )
{
  const std::size_t themes = map.themes.size();
  if ( !( whole > 0 ) )
    return { std::vector( themes, noData ), std::vector( themes, noData ), noData };

  std::vector<double> urgent( themes ), known( themes );
  double index = 0, indexed = 0, covered = 0;
  const auto add = [&]( std::size_t place, double area )
  {
    for ( std::size_t theme = 0; theme < themes; ++theme )
    {
      const double need = map.need( theme, place );
      known[theme] += hasData( need ) ? area : 0;
      urgent[theme] += need >= map.themes[theme].threshold ? area : 0;
    }
    if ( const double here = overlapIndex( map.themes, place ); hasData( here ) )
    {
      index += here * area;
      indexed += area;
    }
  };
  for ( const GroundPiece &piece : pieces )
  {
    add( piece.place, piece.area );
    covered += piece.area;
  }
  if ( covered > whole * ( 1 + tolerated ) )
    throw Error( "the cells overlap each other: what they share would count twice" );
  add( map.outside(), std::max( 0.0, whole - covered ) );

  GroundNeeds needs;
  for ( std::size_t theme = 0; theme < themes; ++theme )
  {
    needs.urgentShares.push_back( share( urgent[theme], whole ) );
    needs.unknownShares.push_back( share( whole - known[theme], whole ) );
  }
  needs.urgency = indexed > negligible * whole ? index / indexed : noData;
  return needs;
}

} // namespace

std::vector<GroundNeeds> needsOf( const Districts &grounds, const GroundPieces &pieces, const NeedMap &map,
                                  Progress &progress )
{
  std::vector<GroundNeeds> needs( grounds.count() );
  parallelFor( grounds.count(), progress,
               [&]( std::size_t ground )
               { needs[ground] = needsOf( grounds.areas()[ground], pieces.of( ground ), map ); } );
  return needs;
}

} // namespace koppelkans
