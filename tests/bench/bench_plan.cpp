// SPDX-License-Identifier: GPL-3.0-or-later
// The plan of the works in a GeoPackage (layer works: planned_year, year_min, year_max, cost), in the core, beside
// simpler ones: bench_plan FILE [TIME_LIMIT [SEED [CLUSTERS]]]
// CLUSTERS is a GeoPackage with the same works in the same order, each with its CLUSTER_ID, as
// native:stdbscanclustering writes it.
#include "core/planning/bundling.h"
#include "core/planning/footprint.h"
#include "core/planning/what_if.h"
#include "tests/ogr_features.h"

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <numeric>

using namespace koppelkans;

namespace
{

constexpr Terms terms{ 20000, 80, 0.02, 0.03, 25, 250 };

double secondsSince( Clock::time_point start )
{
  return std::chrono::duration<double>( Clock::now() - start ).count();
}

//! The works of a city, as they were read.
struct City
{
  Features works; // with their planned years
  std::vector<double> earliest;
  std::vector<double> latest;
  std::vector<double> cost;
};

City readCity( const std::string &path )
{
  const auto field = [&]( const char *name )
  {
    return test::readFeatures( path, "works", name );
  };
  return { field( "planned_year" ), field( "year_min" ).values, field( "year_max" ).values, field( "cost" ).values };
}

//! Some of the works; fixed are those that keep their planned year.
BundlingInput inputOf( const City &city, std::span<const std::size_t> chosen, bool fixed )
{
  BundlingInput input;
  for ( const std::size_t i : chosen )
  {
    const int year = static_cast<int>( city.works.values[i] );
    const YearRange planned{ year, year };
    const YearRange window{ static_cast<int>( city.earliest[i] ), static_cast<int>( city.latest[i] ) };
    input.works.push_back(
      { .id = city.works.ids[i], .planned = planned, .window = fixed ? planned : window, .cost = city.cost[i] } );
    input.geometries.add( city.works.geometry, i );
  }
  NoProgress progress;
  input.footprints = footprints( input.geometries, { 6, 3 }, progress );
  return input;
}

BundlingInput inputOf( const City &city, bool fixed )
{
  std::vector<std::size_t> all( city.works.ids.size() );
  std::iota( all.begin(), all.end(), std::size_t( 0 ) );
  return inputOf( city, all, fixed );
}

void print( const char *name, const Plan &plan, double seconds )
{
  rusage usage;
  getrusage( RUSAGE_SELF, &usage );
  const auto cpu = []( const timeval &time )
  {
    return static_cast<double>( time.tv_sec ) + static_cast<double>( time.tv_usec ) * 1e-6;
  };
  std::printf( "%-28s saving %14.2f  bound %14.2f  ratio %.5f  bundles %6zu  %7.2f s  (CPU so far %.2f s)  %.0f MB%s\n",
               name, plan.saving(), plan.savingBound(), plan.saving() / plan.savingBound(), plan.bundles.size(),
               seconds, cpu( usage.ru_utime ) + cpu( usage.ru_stime ), static_cast<double>( usage.ru_maxrss ) / 1024,
               plan.outOfTime ? "  out of time" : "" );
  double overspent = 0;
  double before = 0;
  for ( const FundYear &year : plan.fundYears )
  {
    overspent += year.overspent();
    before += hasData( year.budget ) ? std::max( 0.0, year.before - year.budget ) : 0;
  }
  if ( before > 0 )
    std::printf( "  overspent by %.2f; as planned it would be by %.2f\n", overspent, before );
  std::fflush( stdout );
}

//! What is saved where only works of one cluster may be bundled, and each cluster is planned at best.
void planClusters( const City &city, const std::string &path )
{
  const std::vector<double> ids = test::readFeatures( path, test::layerNames( path ).front(), "CLUSTER_ID" ).values;
  std::map<double, std::vector<std::size_t>> clusters;
  for ( std::size_t i = 0; i < ids.size(); ++i )
    if ( hasData( ids[i] ) )
      clusters[ids[i]].push_back( i );
  double saving = 0;
  NoProgress progress;
  for ( const auto &[id, works] : clusters )
    saving += bundleWorks( inputOf( city, works, false ), terms, {}, progress ).saving();
  std::printf( "%-28s saving %14.2f  clusters %zu\n", "clusters, at best", saving, clusters.size() );
}

//! The same works, paid from one fund that has the same to spend every year: 2% more than they cost in all.
BundlingInput withBudget( BundlingInput input )
{
  double cost = 0;
  YearRange years = input.works.front().planned;
  for ( Work &work : input.works )
  {
    work.fund = "city";
    cost += hasData( work.cost ) ? work.cost : 0;
    years = { std::min( years.first, work.planned.first ), std::max( years.last, work.planned.last ) };
  }
  input.budgets.set( "city", std::nullopt, 1.02 * cost / ( years.last - years.first + 1 ) );
  return input;
}

//! Every so many works once put off by a year, and back: how long the answers take.
void changeWorks( const BundlingInput &input, const Effort &effort )
{
  NoProgress progress;
  WhatIf plan( input, terms, effort, progress );
  std::vector<double> seconds;
  for ( std::size_t work = 0; work < input.works.size(); work += std::max<std::size_t>( 1, input.works.size() / 1000 ) )
  {
    if ( plan.year( work ) == input.works[work].window.last )
      continue;
    Clock::time_point start = Clock::now();
    plan.choose( work, plan.year( work ) + 1 );
    seconds.push_back( secondsSince( start ) );
    start = Clock::now();
    plan.release( work );
    seconds.push_back( secondsSince( start ) );
  }
  std::sort( seconds.begin(), seconds.end() );
  if ( !seconds.empty() )
    std::printf( "one work changed %zu times: median %.1f ms, 99%% within %.1f ms, longest %.1f ms\n", seconds.size(),
                 1000 * seconds[seconds.size() / 2], 1000 * seconds[seconds.size() * 99 / 100], 1000 * seconds.back() );
}

} // namespace

int main( int argc, char **argv )
{
  if ( argc < 2 || argc > 5 )
  {
    std::fprintf( stderr, "use: %s FILE [TIME_LIMIT [SEED [CLUSTERS]]]\n", argv[0] );
    return 2;
  }
  try
  {
    NoProgress progress;
    Effort effort;
    if ( argc > 2 )
      effort.timeLimit = std::chrono::duration<double>( std::atof( argv[2] ) );
    if ( argc > 3 )
      effort.seed = static_cast<unsigned>( std::atoi( argv[3] ) );
    const auto plan = [&]( const char *name, const BundlingInput &input, const Terms &with, const Effort &so )
    {
      const Clock::time_point start = Clock::now();
      const Plan made = bundleWorks( input, with, so, progress );
      print( name, made, secondsSince( start ) );
    };

    const City city = readCity( argv[1] );
    const BundlingInput input = inputOf( city, false );
    std::printf( "%zu works\n", input.works.size() );
    plan( "first plan", input, terms, { .timeLimit = std::chrono::seconds( 0 ) } );
    plan( "plan", input, terms, effort );
    const BundlingInput asPlanned = inputOf( city, true );
    plan( "same year, merged greedily", asPlanned, terms, { .timeLimit = std::chrono::seconds( 0 ) } );
    plan( "same year, at best", asPlanned, terms, effort );
    if ( argc > 4 )
      planClusters( city, argv[4] );
    plan( "within yearly budgets", withBudget( inputOf( city, false ) ), terms, effort );
    changeWorks( input, effort );
  }
  catch ( const Error &error )
  {
    std::fprintf( stderr, "%s\n", error.what() );
    return 1;
  }
}
