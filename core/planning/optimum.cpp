// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/optimum.h"

#include "core/parallel.h"
#include "core/planning/improvement.h"
#include "core/planning/part.h"

#include <algorithm>
#include <numeric>

namespace koppelkans
{

namespace
{

//! By unit, a share of what bundles that hold it save at most; all but one SETUP.
std::vector<double> mostSaved( const Problem &problem )
{
  std::vector<double> covers( problem.patches(), 0 );
  for ( std::uint32_t unit = 0; unit < problem.size(); ++unit )
    for ( const Patch patch : problem.unit( unit ).patches )
      ++covers[patch];
  std::vector<double> worth( problem.size(), problem.terms().setup );
  for ( std::uint32_t unit = 0; unit < problem.size(); ++unit )
    for ( const Patch patch : problem.unit( unit ).patches )
      worth[unit] += problem.terms().paving * problem.patchArea( patch ) * ( covers[patch] - 1 ) / covers[patch];
  return worth;
}

//! What became of one part.
struct PartOutcome
{
  std::vector<Bundle> bundles;
  double leastCost = 0;
  bool listed = true; //!< all its feasible bundles were
  bool finished = true;
};

double costOf( const Problem &problem, std::span<const Bundle> bundles )
{
  double cost = 0;
  for ( const Bundle &bundle : bundles )
    cost += bundle.cost( problem.terms() );
  return cost;
}

std::vector<Bundle> apart( const Problem &problem, std::span<const std::uint32_t> units )
{
  std::vector<Bundle> bundles;
  for ( const std::uint32_t unit : units )
    bundles.push_back( bundleOf( problem, std::span( &unit, 1 ) ) );
  return bundles;
}

//! The bundles of a listed part, by its plan.
std::vector<Bundle> bundlesOf( const Problem &problem, const Part &part, std::span<const std::uint32_t> units )
{
  std::vector<Bundle> bundles;
  std::vector<bool> held( units.size(), false );
  for ( const std::vector<std::uint16_t> &members : part.bundles() )
  {
    std::vector<std::uint32_t> numbers;
    for ( const std::uint16_t member : members )
    {
      numbers.push_back( units[member] );
      held[member] = true;
    }
    bundles.push_back( bundleOf( problem, numbers ) );
  }
  for ( std::size_t i = 0; i < units.size(); ++i )
    if ( !held[i] )
      bundles.push_back( bundleOf( problem, units.subspan( i, 1 ) ) );
  return bundles;
}

//! Plans one part from bundles that are a partition of its \a units.
PartOutcome plan( const Problem &problem, std::span<const std::uint32_t> units, std::vector<Bundle> start,
                  Clock::time_point end, const Effort &effort, const Progress &progress )
{
  if ( units.size() == 1 )
    return { std::move( start ), costOf( problem, apart( problem, units ) ) };
  std::optional<Candidates> candidates;
  const bool inTime = Clock::now() < end;
  if ( inTime && units.size() <= Part::mostUnits )
    candidates = Candidates::all( problem, units, effort.mostCandidates, progress );
  if ( !candidates )
    return { std::move( start ), 0, false, inTime };

  std::vector<std::vector<std::uint16_t>> known;
  for ( const Bundle &bundle : start )
  {
    known.emplace_back();
    for ( const std::uint32_t unit : bundle.units )
      known.back().push_back(
        static_cast<std::uint16_t>( std::lower_bound( units.begin(), units.end(), unit ) - units.begin() ) );
  }
  Part part( units.size(), std::move( *candidates ), effort.seed + units.front() );
  part.start( known );
  const bool finished = part.run( end, progress );
  return { bundlesOf( problem, part, units ), costOf( problem, apart( problem, units ) ) - part.bound(), true,
           finished };
}

} // namespace

Optimum findOptimum( const Problem &problem, std::vector<Bundle> start, const Effort &effort, Progress &progress )
{
  const Clock::time_point end = Clock::now() + std::chrono::duration_cast<Clock::duration>( effort.timeLimit );
  std::vector<std::uint32_t> all( problem.size() );
  std::iota( all.begin(), all.end(), 0U );
  std::vector<std::vector<std::uint32_t>> parts = connectedParts( problem, all );
  // The largest first, so that nobody waits for it at the end.
  std::stable_sort( parts.begin(), parts.end(), []( const auto &a, const auto &b ) { return a.size() > b.size(); } );
  std::vector<std::uint32_t> partOf( problem.size() );
  for ( std::uint32_t part = 0; part < parts.size(); ++part )
    for ( const std::uint32_t unit : parts[part] )
      partOf[unit] = part;
  std::vector<std::vector<Bundle>> starts( parts.size() );
  for ( Bundle &bundle : start )
    starts[partOf[bundle.units.front()]].push_back( std::move( bundle ) );

  std::vector<PartOutcome> outcomes( parts.size() );
  ProgressPart listing( progress, 0, 0.7 );
  parallelFor( parts.size(), listing,
               [&]( std::size_t i )
               { outcomes[i] = plan( problem, parts[i], std::move( starts[i] ), end, effort, progress ); } );

  Optimum optimum{ {}, 0, true };
  std::vector<Bundle> unlisted;
  const std::vector<double> worth = mostSaved( problem );
  for ( std::size_t i = 0; i < parts.size(); ++i )
  {
    PartOutcome &outcome = outcomes[i];
    if ( !outcome.listed )
    {
      double bound = -problem.terms().setup;
      for ( const std::uint32_t unit : parts[i] )
        bound += worth[unit];
      outcome.leastCost = costOf( problem, apart( problem, parts[i] ) ) - bound;
    }
    optimum.leastCost += outcome.leastCost;
    optimum.finished = optimum.finished && outcome.finished;
    std::vector<Bundle> &bundles = outcome.listed ? optimum.bundles : unlisted;
    bundles.insert( bundles.end(), std::make_move_iterator( outcome.bundles.begin() ),
                    std::make_move_iterator( outcome.bundles.end() ) );
  }
  if ( !unlisted.empty() )
  {
    ProgressPart improving( progress, 0.7, 1 );
    Improvement improvement( problem, std::move( unlisted ) );
    const bool finished = improvement.run( end, improving );
    optimum.finished = optimum.finished && finished;
    std::vector<Bundle> improved = improvement.takeBundles();
    optimum.bundles.insert( optimum.bundles.end(), std::make_move_iterator( improved.begin() ),
                            std::make_move_iterator( improved.end() ) );
  }
  std::sort( optimum.bundles.begin(), optimum.bundles.end(),
             []( const Bundle &a, const Bundle &b ) { return a.units.front() < b.units.front(); } );
  return optimum;
}

} // namespace koppelkans
