// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/bundling_reference.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <random>

namespace koppelkans::test
{

namespace
{

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr int firstYear = 2010; // no window is wider
constexpr int lastYear = 2050;

void append( GeometryColumn &column, const Box &box )
{
  column.coordinates.insert( column.coordinates.end(), { { box.xMin, box.yMin },
                                                         { box.xMax, box.yMin },
                                                         { box.xMax, box.yMax },
                                                         { box.xMin, box.yMax },
                                                         { box.xMin, box.yMin } } );
  column.closeRing();
  column.closePart();
  column.closeFeature();
}

//! Whether two rectangles have ground in common.
bool overlap( const Box &a, const Box &b )
{
  return a.xMin < b.xMax && b.xMin < a.xMax && a.yMin < b.yMax && b.yMin < a.yMax;
}

//! Counts unit squares, as all coordinates are whole.
double areaByCounting( const Case &given, std::span<const std::size_t> members )
{
  Box all;
  for ( const std::size_t i : members )
    all.include( given.boxes[i] );
  int count = 0;
  for ( double x = all.xMin; x < all.xMax; ++x )
    for ( double y = all.yMin; y < all.yMax; ++y )
      count += std::any_of( members.begin(), members.end(),
                            [&]( std::size_t i ) {
                              return given.works[i].opensSurface && overlap( given.boxes[i], { x, y, x + 1, y + 1 } );
                            } );
  return count;
}

//! Whether no moratorium closes \a year to a work within its window.
bool isPossible( const Case &given, std::size_t work, int year )
{
  if ( !given.works[work].window.contains( year ) )
    return false;
  for ( std::size_t area = 0; area < given.closedAreas.size(); ++area )
    if ( given.works[work].opensSurface && given.closedYears[area].contains( year ) &&
         overlap( given.boxes[work], given.closedAreas[area] ) )
      return false;
  return true;
}

bool isOpen( const Case &given, std::size_t work, int year )
{
  const std::optional<int> &chosen = given.works[work].chosen;
  return isPossible( given, work, year ) && ( !chosen || year == *chosen || !isPossible( given, work, *chosen ) );
}

bool isConnected( const Case &given, const std::vector<std::size_t> &members )
{
  std::vector<std::size_t> reached{ members.front() };
  for ( std::size_t i = 0; i < reached.size(); ++i )
    for ( const std::size_t other : members )
    {
      const Box &a = given.boxes[reached[i]];
      const Box &b = given.boxes[other];
      const double x = std::max( { a.xMin - b.xMax, b.xMin - a.xMax, 0.0 } );
      const double y = std::max( { a.yMin - b.yMax, b.yMin - a.yMax, 0.0 } );
      if ( std::hypot( x, y ) <= given.terms.distance &&
           std::find( reached.begin(), reached.end(), other ) == reached.end() )
        reached.push_back( other );
    }
  return reached.size() == members.size();
}

//! What shifting \a members to \a year costs; infinite where one of them cannot be carried out then.
double shiftCostOf( const Case &given, const std::vector<std::size_t> &members, int year )
{
  double shift = 0;
  for ( const std::size_t i : members )
  {
    const Work &work = given.works[i];
    const double cost = hasData( work.cost ) ? work.cost : 0;
    if ( !isOpen( given, i, year ) )
      return infinite;
    if ( year < work.planned.first )
      shift += cost * given.terms.advanceRate * ( work.planned.first - year );
    else if ( year > work.planned.last )
      shift += cost * given.terms.delayRate * ( year - work.planned.last );
  }
  return shift;
}

bool mayGoTogether( const Case &given, const std::vector<std::size_t> &members )
{
  if ( members.size() == 1 )
    return true;
  Box box;
  for ( const std::size_t i : members )
    box.include( given.boxes[i] );
  const auto holds = [&]( const std::string &assetClass )
  {
    return std::any_of( members.begin(), members.end(),
                        [&]( std::size_t i ) { return given.works[i].assetClass == assetClass; } );
  };
  return members.size() >= given.terms.leastWorks && std::hypot( box.width(), box.height() ) <= given.terms.maxExtent &&
         isConnected( given, members ) &&
         std::none_of( given.apart.begin(), given.apart.end(),
                       [&]( const auto &pair ) { return holds( pair.first ) && holds( pair.second ); } );
}

//! What one bundle costs in \a year, its own costs included; infinite where it is not feasible.
double costIn( const Case &given, const std::vector<std::size_t> &members, int year )
{
  if ( !mayGoTogether( given, members ) )
    return infinite;
  double own = 0;
  for ( const std::size_t i : members )
    own += hasData( given.works[i].cost ) ? given.works[i].cost : 0;
  return given.terms.setup + given.terms.paving * areaByCounting( given, members ) + own +
         shiftCostOf( given, members, year );
}

//! The same in the cheapest of all years.
double leastCost( const Case &given, const std::vector<std::size_t> &members )
{
  double least = infinite;
  for ( int year = firstYear; year <= lastYear; ++year )
    least = std::min( least, costIn( given, members, year ) );
  if ( members.size() == 1 && least == infinite )
  {
    // Left in its planned range.
    Case open = given;
    open.closedAreas.clear();
    open.closedYears.clear();
    open.works[members.front()].chosen.reset();
    return costIn( open, members, open.works[members.front()].planned.first );
  }
  return least;
}

} // namespace

Case randomCase( unsigned seed, int least, int most, int extent )
{
  std::mt19937 random( seed );
  const auto integer = [&]( int from, int to )
  {
    return from + static_cast<int>( random() % ( to - from + 1 ) );
  };
  Case result;
  result.terms = { .setup = integer( 0, 4 ) * 500.0,
                   .paving = integer( 0, 3 ) * 2.0,
                   .advanceRate = integer( 0, 10 ) / 100.0,
                   .delayRate = integer( 0, 10 ) / 100.0,
                   .distance = integer( 0, 20 ) * 1.0,
                   .maxExtent = integer( 20, 80 ) * 1.0 };
  const int count = integer( least, most );
  for ( int i = 0; i < count; ++i )
  {
    const double x = integer( 0, extent );
    const double y = integer( 0, extent );
    result.boxes.push_back( { x, y, x + integer( 3, 25 ), y + integer( 3, 25 ) } );
    const int first = integer( 2026, 2034 );
    const YearRange planned{ first, first + integer( 0, 2 ) };
    const YearRange window =
      integer( 0, 9 ) == 0 ? planned : YearRange{ planned.first - integer( 0, 5 ), planned.last + integer( 0, 5 ) };
    result.works.push_back( { .id = i,
                              .planned = planned,
                              .window = window,
                              .cost = integer( 0, 9 ) == 0 ? noData : integer( 1, 40 ) * 250.0,
                              .opensSurface = integer( 0, 4 ) > 0 } );
  }
  for ( int i = integer( 0, 2 ); i > 0; --i )
  {
    const double x = integer( 0, extent );
    const double y = integer( 0, extent );
    result.closedAreas.push_back( { x, y, x + integer( 3, 25 ), y + integer( 3, 25 ) } );
    const int first = integer( 2024, 2034 );
    result.closedYears.push_back( { first, first + integer( 0, 3 ) } );
  }
  return result;
}

BundlingInput inputOf( const Case &given, std::span<const std::size_t> order )
{
  BundlingInput input;
  for ( const std::size_t i : order )
  {
    append( input.footprints, given.boxes[i] );
    input.geometries.add( input.footprints, input.footprints.features() - 1 );
    input.works.push_back( given.works[i] );
  }
  for ( const Box &area : given.closedAreas )
    append( input.moratoria.areas, area );
  input.moratoria.years = given.closedYears;
  input.budgets = given.budgets;
  return input;
}

BundlingInput inputOf( const Case &given )
{
  std::vector<std::size_t> order( given.works.size() );
  std::iota( order.begin(), order.end(), std::size_t( 0 ) );
  return inputOf( given, order );
}

Plan planOf( const BundlingInput &input, const Terms &terms, std::size_t mostCandidates, unsigned seed )
{
  NoProgress progress;
  return bundleWorks( input, terms, { std::chrono::seconds( 600 ), seed, mostCandidates }, progress );
}

double optimum( const Case &given )
{
  // Of each set the bundle that holds its lowest work, and the best for the rest.
  const std::size_t count = given.works.size();
  std::vector<double> costs( std::size_t( 1 ) << count, 0 );
  for ( std::size_t set = 1; set < costs.size(); ++set )
  {
    std::vector<std::size_t> members;
    for ( std::size_t i = 0; i < count; ++i )
      if ( set >> i & 1 )
        members.push_back( i );
    costs[set] = leastCost( given, members );
  }
  std::vector<double> least( costs.size(), 0 );
  for ( std::size_t set = 1; set < costs.size(); ++set )
  {
    const std::size_t lowest = set & ( ~set + 1 );
    const std::size_t others = set ^ lowest;
    least[set] = costs[set];
    for ( std::size_t left = others; left != 0; left = ( left - 1 ) & others )
      least[set] = std::min( least[set], costs[set ^ left] + least[left] );
  }
  return least.back();
}

double optimumWithinBudgets( const Case &given )
{
  double best = infinite;
  std::map<std::pair<std::string, int>, double> spent;
  // Of what is left the bundle that holds the lowest work, in every year that funds can pay.
  const auto divide = [&]( const auto &self, std::vector<std::size_t> left, double cost ) -> void
  {
    if ( left.empty() )
      best = std::min( best, cost );
    if ( left.empty() || cost >= best )
      return;
    const std::size_t lowest = left.front();
    left.erase( left.begin() );
    for ( std::size_t set = 0; set < std::size_t( 1 ) << left.size(); ++set )
    {
      std::vector<std::size_t> members{ lowest };
      std::vector<std::size_t> others;
      for ( std::size_t i = 0; i < left.size(); ++i )
        ( set >> i & 1 ? members : others ).push_back( left[i] );
      if ( !mayGoTogether( given, members ) )
        continue;
      for ( int year = firstYear; year <= lastYear; ++year )
      {
        const double more = costIn( given, members, year );
        if ( more == infinite )
          continue;
        const auto pay = [&]( double sign )
        {
          bool within = true;
          for ( const std::size_t i : members )
            if ( const Work &work = given.works[i]; hasData( work.cost ) )
            {
              double &sum = spent[{ work.fund, year }];
              sum += sign * work.cost;
              within = within && sum <= given.budgets.of( work.fund, year ) + 1e-6;
            }
          return within;
        };
        if ( pay( 1 ) )
          self( self, others, cost + more );
        pay( -1 );
      }
    }
  };
  std::vector<std::size_t> all( given.works.size() );
  std::iota( all.begin(), all.end(), std::size_t( 0 ) );
  divide( divide, all, 0 );
  return best;
}

std::string fault( const Case &given, const Plan &plan )
{
  std::vector<int> seen( given.works.size(), 0 );
  double total = 0;
  for ( const PlannedBundle &bundle : plan.bundles )
  {
    for ( const std::size_t i : bundle.works )
    {
      ++seen[i];
      if ( plan.works[i].year != bundle.year )
        return "work and bundle differ in year";
      if ( plan.works[i].reason != AloneBecause::NoOpenYear && !isOpen( given, i, bundle.year ) )
        return "year not open";
      if ( ( plan.works[i].reason == AloneBecause::InBundle ) != ( bundle.works.size() > 1 ) )
        return "wrong reason";
    }
    const double cost = plan.works[bundle.works.front()].reason == AloneBecause::NoOpenYear
                          ? leastCost( given, bundle.works )
                          : costIn( given, bundle.works, bundle.year );
    if ( !( std::abs( cost - bundle.cost.total() ) < 1e-6 ) )
      return "bundle not feasible, or not at its price";
    if ( std::abs( bundle.setupSaved + bundle.pavingSaved - bundle.shiftPaid() - bundle.saving() ) > 1e-6 )
      return "saving does not explain itself";
    total += bundle.cost.total();
  }
  if ( std::any_of( seen.begin(), seen.end(), []( int times ) { return times != 1; } ) )
    return "no partition";
  if ( std::abs( total - plan.costBundled ) > 1e-6 )
    return "wrong total";
  return {};
}

} // namespace koppelkans::test
