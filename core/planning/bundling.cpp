// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/bundling.h"

#include "core/geometry/union_boundary.h"
#include "core/parallel.h"
#include "core/planning/alone.h"
#include "core/planning/budget_search.h"
#include "core/planning/what_if.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace koppelkans
{

namespace
{

//! A bundle as it will be reported, in the order of the problem.
struct Draft
{
  int year;
  std::vector<std::size_t> works;
  bool feasible = true;
};

std::vector<Draft> drafts( const Problem &problem, std::span<const Bundle> bundles )
{
  std::vector<Draft> result;
  for ( const Bundle &bundle : bundles )
  {
    Draft draft{ bundle.choice.year, {} };
    for ( const std::uint32_t unit : bundle.units )
      draft.works.insert( draft.works.end(), problem.unit( unit ).works.begin(), problem.unit( unit ).works.end() );
    result.push_back( std::move( draft ) );
  }
  return result;
}

//! Works without an open year, each in a bundle of its own, by place.
void appendHeldUp( std::vector<Draft> &drafts, std::span<const Work> works, const Neighbours &neighbours )
{
  std::vector<bool> drafted( works.size(), false );
  for ( const Draft &draft : drafts )
    for ( const std::size_t i : draft.works )
      drafted[i] = true;
  for ( std::size_t place = 0; place < neighbours.places(); ++place )
    for ( const std::size_t i : neighbours.worksAt( place ) )
      if ( !drafted[i] )
        drafts.push_back( { works[i].planned.first, { i }, false } );
}

//! In which other years the works of a bundle could be carried out, and what the cheapest of those would cost more.
void compareYears( const BundlingInput &input, std::span<const std::vector<YearRange>> closed, const Terms &terms,
                   PlannedBundle &bundle )
{
  bundle.possible = { bundle.year, bundle.year };
  YearRange common = input.works[bundle.works.front()].window;
  for ( const std::size_t i : bundle.works )
    common = { std::max( common.first, input.works[i].window.first ),
               std::min( common.last, input.works[i].window.last ) };
  for ( int year = common.first; year <= common.last; ++year )
  {
    const auto isShut = [&]( std::size_t i )
    {
      return isClosed( closed[i], year );
    };
    if ( year == bundle.year || std::ranges::any_of( bundle.works, isShut ) )
      continue;
    bundle.possible = { std::min( bundle.possible.first, year ), std::max( bundle.possible.last, year ) };
    double dearer = -bundle.cost.shift;
    for ( const std::size_t i : bundle.works )
      dearer += shiftCost( input.works[i], year, terms );
    if ( !bundle.nextYear || dearer < bundle.nextYearDearer )
    {
      bundle.nextYear = year;
      bundle.nextYearDearer = dearer;
    }
  }
}

PlannedBundle priced( const BundlingInput &input, const Draft &draft, std::span<const std::vector<YearRange>> closed,
                      const Terms &terms )
{
  PlannedBundle bundle{};
  bundle.year = draft.year;
  bundle.works = draft.works;
  double pavingApart = 0;
  for ( const std::size_t i : draft.works )
  {
    const BundleCost apart = koppelkans::costApart( input.works[i], input.footprints, i, terms );
    bundle.costApart += apart.total();
    pavingApart += apart.paving;
  }
  bundle.cost = bundleCost( input.works, input.footprints, draft.works, draft.year, terms );
  bundle.setupSaved = terms.setup * static_cast<double>( draft.works.size() - 1 );
  bundle.pavingSaved = pavingApart - bundle.cost.paving;
  compareYears( input, closed, terms, bundle );
  return bundle;
}

//! By work, whether a chosen year is kept, and what that costs.
struct Choices
{
  std::vector<bool> kept;
  std::vector<double> costs; //!< euro; noData where it is not known
  bool finished = true;      //!< there was time for all
};

//! What chosen years cost, each by itself, beside a plan found without budgets.
Choices priceChoices( const BundlingInput &input, const Problem &problem, std::vector<YearCosts> openYears,
                      std::span<const Bundle> bundles, const Effort &effort, Progress &progress )
{
  Choices choices{ std::vector<bool>( input.works.size(), false ), std::vector<double>( input.works.size(), noData ) };
  std::vector<std::size_t> kept;
  for ( std::uint32_t unit = 0; unit < problem.size(); ++unit )
    for ( const std::size_t work : problem.unit( unit ).works )
      if ( const std::optional<int> year = input.works[work].chosen;
           year && problem.unit( unit ).years[*year] != YearCosts::closed )
      {
        kept.push_back( work );
        choices.kept[work] = true;
      }
  if ( kept.empty() )
    return choices;
  const Clock::time_point end = Clock::now() + std::chrono::duration_cast<Clock::duration>( effort.timeLimit );
  WhatIf whatIf( input, { problem, std::move( openYears ), { bundles.begin(), bundles.end() } }, effort.seed,
                 progress );
  for ( std::size_t i = 0; i < kept.size() && choices.finished; ++i )
  {
    progress.check();
    progress.report( static_cast<double>( i ) / static_cast<double>( kept.size() ) );
    choices.finished = Clock::now() < end;
    if ( choices.finished )
      choices.costs[kept[i]] = whatIf.costOfChoice( kept[i] );
  }
  return choices;
}

//! By fund and year, what is spent and what there is.
std::vector<FundYear> fundYears( const BundlingInput &input, std::span<const PlannedWork> planned )
{
  std::map<std::pair<std::string, int>, FundYear> found;
  const auto at = [&]( const std::string &fund, int year ) -> FundYear &
  {
    const double budget = input.budgets.of( fund, year );
    return found.try_emplace( { fund, year }, FundYear{ fund, year, 0, 0, std::isinf( budget ) ? noData : budget } )
      .first->second;
  };
  YearRange years{ std::numeric_limits<int>::max(), std::numeric_limits<int>::min() };
  for ( std::size_t i = 0; i < planned.size(); ++i )
  {
    const Work &work = input.works[i];
    years = { std::min( { years.first, work.planned.first, planned[i].year } ),
              std::max( { years.last, work.planned.first, planned[i].year } ) };
    if ( !hasData( work.cost ) )
      continue;
    at( work.fund, work.planned.first ).before += work.cost;
    at( work.fund, planned[i].year ).spent += work.cost;
  }
  for ( const std::string &fund : input.budgets.funds() )
    for ( int year = years.first; year <= years.last; ++year )
      if ( !std::isinf( input.budgets.of( fund, year ) ) )
        at( fund, year );
  std::vector<FundYear> result;
  for ( const auto &[key, fundYear] : found )
    result.push_back( fundYear );
  return result;
}

} // namespace

Plan bundleWorks( const BundlingInput &input, const Terms &terms, const Effort &effort, Progress &progress )
{
  terms.check();
  const auto part = [&]( double from, double to )
  {
    return ProgressPart( progress, from, to );
  };

  ProgressPart findingNeighbours = part( 0, 0.2 );
  const Neighbours neighbours( input.geometries, terms.distance, findingNeighbours );
  ProgressPart findingMoratoria = part( 0.2, 0.25 );
  const auto closed = closedYears( input.works, input.footprints, input.moratoria, findingMoratoria );
  ProgressPart cutting = part( 0.25, 0.5 );
  Problem problem( input.works, input.footprints, neighbours, closed, terms, cutting );
  std::vector<YearCosts> openYears = problem.years();
  problem.keepChosenYears( input.works );

  const bool limited = !input.budgets.empty();
  ProgressPart planning = part( 0.5, limited ? 0.6 : 0.85 );
  Optimum optimum = findOptimum( problem, effort, planning );
  ProgressPart choosing = part( 0.85, 0.9 );
  const Choices choices = priceChoices( input, problem, std::move( openYears ), optimum.bundles, effort, choosing );
  if ( limited )
  {
    ProgressPart saving = part( 0.6, 0.85 );
    optimum = findOptimumWithin( input.budgets, problem, input.works, std::move( optimum ), effort, saving );
  }

  std::vector<Draft> found = drafts( problem, optimum.bundles );
  appendHeldUp( found, input.works, neighbours );
  std::stable_sort( found.begin(), found.end(), []( const Draft &a, const Draft &b ) { return a.year < b.year; } );

  Plan plan;
  plan.outOfTime = !optimum.finished || !choices.finished;
  plan.leastCost = optimum.leastCost - terms.paving * problem.leftOut();
  plan.bundles.resize( found.size() );
  ProgressPart pricing = part( 0.9, 1 );
  parallelFor( found.size(), pricing,
               [&]( std::size_t i ) { plan.bundles[i] = priced( input, found[i], closed, terms ); } );

  const AloneReasons reasons( input, neighbours, closed, problem );
  plan.works.resize( input.works.size() );
  for ( std::size_t i = 0; i < plan.bundles.size(); ++i )
  {
    progress.check();
    PlannedBundle &bundle = plan.bundles[i];
    plan.costApart += bundle.costApart;
    plan.costBundled += bundle.cost.total();
    plan.leastCost += found[i].feasible ? bundle.cost.own : bundle.cost.total();
    for ( const std::size_t work : bundle.works )
    {
      AloneBecause reason = AloneBecause::InBundle;
      if ( !found[i].feasible )
        reason = AloneBecause::NoOpenYear;
      else if ( bundle.works.size() == 1 )
        reason = reasons.of( work );
      plan.works[work] = { i,
                           bundle.year,
                           input.works[work].planned.distanceTo( bundle.year ),
                           shiftCost( input.works[work], bundle.year, terms ),
                           reason,
                           choices.kept[work],
                           choices.costs[work] };
    }
    std::sort( bundle.works.begin(), bundle.works.end() );
  }
  plan.leastCost = std::min( plan.leastCost, plan.costBundled ); // rounding
  plan.fundYears = fundYears( input, plan.works );
  plan.shortfalls = shortfalls( input.works, input.budgets );
  return plan;
}

} // namespace koppelkans
