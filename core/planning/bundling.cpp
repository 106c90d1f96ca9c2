// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/bundling.h"

#include "core/geometry/union_boundary.h"
#include "core/parallel.h"

#include <algorithm>
#include <numeric>

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

PlannedBundle priced( const BundlingInput &input, const Draft &draft, const Terms &terms )
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
  return bundle;
}

//! Says of works on their own why they are.
class Reasons
{
public:
  Reasons( const BundlingInput &input, const Neighbours &neighbours, std::span<const std::vector<YearRange>> closed,
           const Terms &terms )
    : mInput( input )
    , mNeighbours( neighbours )
    , mClosed( closed )
    , mTerms( terms )
  {
  }

  AloneBecause of( std::size_t work ) const
  {
    // The further from being joined, the lower; the neighbour that came nearest to joining gives the reason.
    AloneBecause reason = AloneBecause::NoNeighbour;
    const auto look = [&]( std::size_t place )
    {
      for ( const std::size_t other : mNeighbours.worksAt( place ) )
      {
        if ( reason == AloneBecause::DoesNotPay )
          return;
        if ( other != work )
          reason = std::max( reason, obstacle( work, other ) );
      }
    };
    const std::size_t place = mNeighbours.placeOf( work );
    look( place );
    for ( const std::size_t near : mNeighbours.placesNear( place ) )
      look( near );
    return reason;
  }

private:
  const BundlingInput &mInput;                     // borrowed
  const Neighbours &mNeighbours;                   // borrowed
  std::span<const std::vector<YearRange>> mClosed; // borrowed
  const Terms &mTerms;                             // borrowed

  bool isOpen( std::size_t work, int year ) const
  {
    return std::none_of( mClosed[work].begin(), mClosed[work].end(),
                         [&]( const YearRange &years ) { return years.contains( year ); } );
  }

  AloneBecause obstacle( std::size_t a, std::size_t b ) const
  {
    const YearRange common{ std::max( mInput.works[a].window.first, mInput.works[b].window.first ),
                            std::min( mInput.works[a].window.last, mInput.works[b].window.last ) };
    int year = common.first;
    while ( year <= common.last && !( isOpen( a, year ) && isOpen( b, year ) ) )
      ++year;
    if ( year > common.last )
      return AloneBecause::NoCommonYear;
    Box box = mInput.footprints.featureBox( a );
    box.include( mInput.footprints.featureBox( b ) );
    return fits( box, mTerms ) ? AloneBecause::DoesNotPay : AloneBecause::TooExtended;
  }
};

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
  const Problem problem( input.works, input.footprints, neighbours, closed, terms, cutting );

  ProgressPart planning = part( 0.5, 0.9 );
  const Optimum optimum = findOptimum( problem, effort, planning );

  std::vector<Draft> found = drafts( problem, optimum.bundles );
  appendHeldUp( found, input.works, neighbours );
  std::stable_sort( found.begin(), found.end(), []( const Draft &a, const Draft &b ) { return a.year < b.year; } );

  Plan plan;
  plan.outOfTime = !optimum.finished;
  plan.leastCost = optimum.leastCost - terms.paving * problem.leftOut();
  plan.bundles.resize( found.size() );
  ProgressPart pricing = part( 0.9, 1 );
  parallelFor( found.size(), pricing, [&]( std::size_t i ) { plan.bundles[i] = priced( input, found[i], terms ); } );

  const Reasons reasons( input, neighbours, closed, terms );
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
      plan.works[work] = { i, bundle.year, input.works[work].planned.distanceTo( bundle.year ),
                           shiftCost( input.works[work], bundle.year, terms ), reason };
    }
    std::sort( bundle.works.begin(), bundle.works.end() );
  }
  plan.leastCost = std::min( plan.leastCost, plan.costBundled ); // rounding
  return plan;
}

} // namespace koppelkans
