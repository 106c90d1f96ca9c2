// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/problem.h"

#include "core/planning/cost.h"

#include <cstdlib>
#include <tuple>

namespace koppelkans
{

namespace
{

auto twinKey( const Work &work )
{
  return std::tuple( work.window.first, work.window.last, work.planned.first, work.planned.last, work.chosen,
                     work.opensSurface );
}

//! Orders works at one place by all that a plan depends on, then by what tells them apart.
bool precedes( const Work &a, const Work &b )
{
  const auto key = []( const Work &work )
  {
    return std::tuple( twinKey( work ), hasData( work.cost ) ? work.cost : -1.0, work.id );
  };
  return key( a ) < key( b );
}

YearCosts yearCosts( const Work &work, std::span<const YearRange> closed, const Terms &terms )
{
  YearCosts costs( work.window );
  for ( int year = work.window.first; year <= work.window.last; ++year )
    costs.set( year, shiftCost( work, year, terms ), std::abs( work.planned.distanceTo( year ) ) );
  if ( work.opensSurface )
    for ( const YearRange &years : closed )
      for ( int year = std::max( years.first, work.window.first ); year <= std::min( years.last, work.window.last );
            ++year )
        costs.close( year );
  return costs;
}

//! Of neighbours in the list that are as good as the same one unit, where they are enough for a bundle.
std::vector<Unit> twinsTogether( std::span<const Work> works, std::span<const Unit> units, std::size_t leastWorks )
{
  const auto areTwins = [&]( const Unit &a, const Unit &b )
  {
    return twinKey( works[a.works.front()] ) == twinKey( works[b.works.front()] ) && a.classes.held == b.classes.held;
  };
  std::vector<Unit> result;
  for ( std::size_t first = 0, last = 0; first < units.size(); first = last )
  {
    while ( last < units.size() && areTwins( units[first], units[last] ) )
      ++last;
    if ( last - first < leastWorks )
    {
      result.insert( result.end(), units.begin() + static_cast<std::ptrdiff_t>( first ),
                     units.begin() + static_cast<std::ptrdiff_t>( last ) );
      continue;
    }
    result.push_back( units[first] );
    for ( std::size_t i = first + 1; i < last; ++i )
    {
      result.back().works.push_back( units[i].works.front() );
      result.back().years.add( units[i].years );
    }
  }
  return result;
}

} // namespace

Problem::Problem( std::span<const Work> works, const GeometryColumn &footprints, const Neighbours &neighbours,
                  std::span<const std::vector<YearRange>> closed, const Terms &terms, Progress &progress )
  : mTerms( terms )
{
  std::vector<std::size_t> offsets; // by place, into the units
  collectUnits( works, footprints, neighbours, closed, offsets );
  openSurface( works, footprints, offsets, progress );
  link( neighbours, offsets, progress );
}

void Problem::collectUnits( std::span<const Work> works, const GeometryColumn &footprints, const Neighbours &neighbours,
                            std::span<const std::vector<YearRange>> closed, std::vector<std::size_t> &offsets )
{
  for ( std::size_t place = 0; place < neighbours.places(); ++place )
  {
    offsets.push_back( mUnits.size() );
    const std::span<const std::size_t> here = neighbours.worksAt( place );
    std::vector<std::size_t> sorted( here.begin(), here.end() );
    std::stable_sort( sorted.begin(), sorted.end(),
                      [&]( std::size_t a, std::size_t b ) { return precedes( works[a], works[b] ); } );
    const Box box = footprints.featureBox( sorted.front() );
    std::vector<Unit> units;
    for ( const std::size_t i : sorted )
    {
      Unit unit{ { i }, yearCosts( works[i], closed[i], mTerms ), box, 0, 0,
                 {},    mTerms.classes.of( works[i].assetClass ) };
      if ( unit.years.cheapest().cost != YearCosts::closed )
        units.push_back( std::move( unit ) );
    }
    if ( sorted.size() > crowd )
      units = twinsTogether( works, units, mTerms.leastWorks );
    mUnits.insert( mUnits.end(), std::make_move_iterator( units.begin() ), std::make_move_iterator( units.end() ) );
  }
  offsets.push_back( mUnits.size() );
}

std::vector<YearCosts> Problem::years() const
{
  std::vector<YearCosts> years;
  for ( const Unit &unit : mUnits )
    years.push_back( unit.years );
  return years;
}

void Problem::keepChosenYears( std::span<const Work> works )
{
  for ( Unit &unit : mUnits )
    if ( const std::optional<int> year = works[unit.works.front()].chosen;
         year && unit.years[*year] != YearCosts::closed )
      unit.years.closeAllBut( *year );
}

void Problem::openSurface( std::span<const Work> works, const GeometryColumn &footprints,
                           std::span<const std::size_t> offsets, Progress &progress )
{
  std::vector<std::vector<std::uint32_t>> openers; // by opened place
  std::vector<std::size_t> features;
  for ( std::size_t place = 0; place + 1 < offsets.size(); ++place )
  {
    std::vector<std::uint32_t> here;
    for ( std::size_t unit = offsets[place]; unit < offsets[place + 1]; ++unit )
      if ( works[mUnits[unit].works.front()].opensSurface )
        here.push_back( static_cast<std::uint32_t>( unit ) );
    if ( here.empty() )
      continue;
    features.push_back( mUnits[here.front()].works.front() );
    openers.push_back( std::move( here ) );
  }

  Pavement pavement( footprints, features, progress );
  for ( std::size_t i = 0; i < openers.size(); ++i )
  {
    if ( openers[i].size() > 1 )
      pavement.shareOwnArea( i );
    for ( const std::uint32_t unit : openers[i] )
    {
      mUnits[unit].ownArea = pavement.ownArea( i );
      mUnits[unit].patches.assign( pavement.patches( i ).begin(), pavement.patches( i ).end() );
      mUnits[unit].area = mUnits[unit].ownArea;
      for ( const Patch patch : mUnits[unit].patches )
        mUnits[unit].area += pavement.patchArea( patch );
    }
  }
  for ( Patch patch = 0; patch < pavement.patchCount(); ++patch )
    mPatchAreas.push_back( pavement.patchArea( patch ) );
  mLeftOut = pavement.leftOut();
}

void Problem::link( const Neighbours &neighbours, std::span<const std::size_t> offsets, const Progress &progress )
{
  const auto linkTo = [&]( std::size_t unit, std::size_t place )
  {
    for ( std::size_t other = offsets[place]; other < offsets[place + 1]; ++other )
    {
      if ( other == unit || !mUnits[unit].classes.agreesWith( mUnits[other].classes ) ||
           YearCosts::cheapestOfSum( mUnits[unit].years, mUnits[other].years ).cost == YearCosts::closed )
        continue;
      Box box = mUnits[unit].box;
      box.include( mUnits[other].box );
      if ( fits( box, mTerms ) )
        mLinks.push_back( static_cast<std::uint32_t>( other ) );
    }
  };
  for ( std::size_t place = 0; place < neighbours.places(); ++place )
    for ( std::size_t unit = offsets[place]; unit < offsets[place + 1]; ++unit )
    {
      progress.check();
      linkTo( unit, place );
      for ( const std::size_t near : neighbours.placesNear( place ) )
        linkTo( unit, near );
      std::sort( mLinks.begin() + static_cast<std::ptrdiff_t>( mLinkOffsets.back() ), mLinks.end() );
      mLinkOffsets.push_back( mLinks.size() );
    }
}

} // namespace koppelkans
