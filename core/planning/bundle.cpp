// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/bundle.h"

#include <algorithm>
#include <iterator>

namespace koppelkans
{

namespace
{

//! The area of the patches in both of two ascending lists, walking the shorter and searching in the longer.
double commonArea( const Problem &problem, std::span<const Patch> a, std::span<const Patch> b )
{
  if ( b.size() < a.size() )
    std::swap( a, b );
  double area = 0;
  auto from = b.begin();
  for ( const Patch patch : a )
  {
    from = std::lower_bound( from, b.end(), patch );
    if ( from == b.end() )
      break;
    if ( *from == patch )
      area += problem.patchArea( patch );
  }
  return area;
}

} // namespace

Bundle bundleOf( const Problem &problem, std::span<const std::uint32_t> units )
{
  Bundle bundle;
  bundle.units.assign( units.begin(), units.end() );
  std::sort( bundle.units.begin(), bundle.units.end() );
  for ( const std::uint32_t i : bundle.units )
  {
    const Unit &unit = problem.unit( i );
    if ( i == bundle.units.front() )
      bundle.years = unit.years;
    else
      bundle.years.add( unit.years );
    bundle.box.include( unit.box );
    bundle.classes.add( unit.classes );
    bundle.works += unit.works.size();
    bundle.costApart += unit.costApart( problem.terms() );
    bundle.area += unit.ownArea;
    bundle.patches.insert( bundle.patches.end(), unit.patches.begin(), unit.patches.end() );
  }
  std::sort( bundle.patches.begin(), bundle.patches.end() );
  bundle.patches.erase( std::unique( bundle.patches.begin(), bundle.patches.end() ), bundle.patches.end() );
  for ( const Patch patch : bundle.patches )
    bundle.area += problem.patchArea( patch );
  bundle.choice = bundle.years.cheapest();
  return bundle;
}

double mergeGain( const Problem &problem, const Bundle &a, const Bundle &b )
{
  const Terms &terms = problem.terms();
  const double gain = mergeGainOfAnySize( problem, a, b );
  if ( gain == infeasible )
    return infeasible;
  if ( a.works + b.works < terms.leastWorks )
    return a.cost( terms ) + b.cost( terms ) - a.costApart - b.costApart;
  const auto dearerThanTogether = [&]( const Bundle &bundle )
  {
    return bundle.tooSmall( terms ) ? bundle.costApart - bundle.costTogether( terms ) : 0;
  };
  return gain + dearerThanTogether( a ) + dearerThanTogether( b );
}

double mergeGainOfAnySize( const Problem &problem, const Bundle &a, const Bundle &b )
{
  if ( !a.classes.agreesWith( b.classes ) )
    return infeasible;
  const YearCosts::Choice choice = YearCosts::cheapestOfSum( a.years, b.years );
  if ( choice.cost == YearCosts::closed )
    return infeasible;
  Box box = a.box;
  box.include( b.box );
  if ( !fits( box, problem.terms() ) )
    return infeasible;
  const Terms &terms = problem.terms();
  return terms.setup + terms.paving * commonArea( problem, a.patches, b.patches ) + a.choice.cost + b.choice.cost -
         choice.cost;
}

Bundle merged( const Problem &problem, const Bundle &a, const Bundle &b )
{
  Bundle bundle;
  std::merge( a.units.begin(), a.units.end(), b.units.begin(), b.units.end(), std::back_inserter( bundle.units ) );
  bundle.years = a.years;
  bundle.years.add( b.years );
  bundle.box = a.box;
  bundle.box.include( b.box );
  bundle.classes = a.classes;
  bundle.classes.add( b.classes );
  bundle.works = a.works + b.works;
  bundle.costApart = a.costApart + b.costApart;
  bundle.area = a.area + b.area - commonArea( problem, a.patches, b.patches );
  std::set_union( a.patches.begin(), a.patches.end(), b.patches.begin(), b.patches.end(),
                  std::back_inserter( bundle.patches ) );
  bundle.choice = bundle.years.cheapest();
  return bundle;
}

std::vector<std::vector<std::uint32_t>> connectedParts( const Problem &problem, std::span<const std::uint32_t> units )
{
  std::vector<std::uint32_t> sorted( units.begin(), units.end() );
  std::sort( sorted.begin(), sorted.end() );
  std::vector<bool> reached( sorted.size(), false );
  std::vector<std::vector<std::uint32_t>> parts;
  for ( std::size_t start = 0; start < sorted.size(); ++start )
  {
    if ( reached[start] )
      continue;
    reached[start] = true;
    std::vector<std::uint32_t> part{ sorted[start] };
    for ( std::size_t i = 0; i < part.size(); ++i )
      for ( const std::uint32_t linked : problem.links( part[i] ) )
      {
        const auto found = std::lower_bound( sorted.begin(), sorted.end(), linked );
        if ( found == sorted.end() || *found != linked || reached[found - sorted.begin()] )
          continue;
        reached[found - sorted.begin()] = true;
        part.push_back( linked );
      }
    std::sort( part.begin(), part.end() );
    parts.push_back( std::move( part ) );
  }
  return parts;
}

} // namespace koppelkans
