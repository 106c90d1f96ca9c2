// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/optimum.h"

#include "core/parallel.h"
#include "core/planning/greedy.h"
#include "core/planning/improvement.h"
#include "core/planning/part.h"
#include "core/planning/reach_cover.h"
#include "core/planning/reach_prices.h"

#include <algorithm>
#include <numeric>

namespace koppelkans
{

namespace
{

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

Clock::time_point endOf( const Effort &effort )
{
  return Clock::now() + std::chrono::duration_cast<Clock::duration>( effort.timeLimit );
}

std::vector<Bundle> apart( const Problem &problem, std::span<const std::uint32_t> units )
{
  std::vector<Bundle> bundles;
  for ( const std::uint32_t unit : units )
    bundles.push_back( bundleOf( problem, std::span( &unit, 1 ) ) );
  return bundles;
}

void append( std::vector<Bundle> &bundles, std::vector<Bundle> more )
{
  bundles.insert( bundles.end(), std::make_move_iterator( more.begin() ), std::make_move_iterator( more.end() ) );
}

//! Takes apart what is too small for a bundle.
void takeApartTooSmall( const Problem &problem, std::vector<Bundle> &bundles )
{
  const auto small = std::stable_partition(
    bundles.begin(), bundles.end(), [&]( const Bundle &bundle ) { return !bundle.tooSmall( problem.terms() ); } );
  std::vector<Bundle> units;
  for ( auto bundle = small; bundle != bundles.end(); ++bundle )
    append( units, apart( problem, bundle->units ) );
  bundles.erase( small, bundles.end() );
  append( bundles, std::move( units ) );
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

//! Bundles improved by small changes.
std::vector<Bundle> improved( const Problem &problem, std::vector<Bundle> bundles, Clock::time_point end,
                              bool &finished, Progress &progress )
{
  Improvement improvement( problem, std::move( bundles ) );
  finished = improvement.run( end, progress ) && finished;
  return improvement.takeBundles();
}

//! Plans and bounds \a units whose bundles cannot be listed, and adds the outcome to \a optimum.
void planUnlisted( const Problem &problem, std::span<const std::uint32_t> units, std::vector<Bundle> start,
                   Clock::time_point end, unsigned seed, Optimum &optimum, Progress &progress )
{
  // A good plan first, then its bound, then what the reaches of the bound make of it.
  const Clock::duration time = std::max( end - Clock::now(), Clock::duration( 0 ) );
  ProgressPart improving( progress, 0, 0.2 );
  std::vector<Bundle> best = improved( problem, std::move( start ), end - time * 3 / 4, optimum.finished, improving );
  ProgressPart reaching( progress, 0.2, 0.3 );
  const Reaches reaches( problem, units, end - time / 2, reaching );
  optimum.finished = Clock::now() < end - time / 2 && optimum.finished;
  ReachPrices prices( problem, reaches );
  ProgressPart lowering( progress, 0.3, 0.5 );
  optimum.finished = prices.lower( end - time / 2, lowering ) && optimum.finished;
  if ( Clock::now() < end && reaches.size() > 0 )
  {
    ProgressPart covering( progress, 0.5, 0.8 );
    ReachCover cover( problem, units, reaches, seed, covering );
    optimum.finished = cover.improve( end - time / 6, covering ) && optimum.finished;
    ProgressPart again( progress, 0.8, 1 );
    std::vector<Bundle> covered = improved( problem, cover.bundles( again ), end, optimum.finished, again );
    if ( costOf( problem, covered ) < costOf( problem, best ) )
      best = std::move( covered );
  }
  append( optimum.bundles, std::move( best ) );
  for ( const std::uint32_t unit : units )
    optimum.leastCost -= prices.price( unit );
}

} // namespace

std::vector<Bundle> planAnew( const Problem &problem, std::span<const std::uint32_t> units, std::vector<Bundle> start,
                              const Effort &effort, const Progress &progress )
{
  std::vector<Bundle> bundles = plan( problem, units, std::move( start ), endOf( effort ), effort, progress ).bundles;
  takeApartTooSmall( problem, bundles );
  return bundles;
}

Optimum findOptimum( const Problem &problem, const Effort &effort, Progress &progress )
{
  const Clock::time_point end = endOf( effort );
  std::vector<std::uint32_t> all( problem.size() );
  std::iota( all.begin(), all.end(), 0U );
  ProgressPart merging( progress, 0, 0.1 );
  std::vector<Bundle> start = mergeGreedily( problem, apart( problem, all ), merging );
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
  // What cannot be listed needs time, too.
  const Clock::time_point endOfListing = Clock::now() + ( end - Clock::now() ) / 2;
  ProgressPart listing( progress, 0.1, 0.5 );
  parallelFor( parts.size(), listing,
               [&]( std::size_t i )
               { outcomes[i] = plan( problem, parts[i], std::move( starts[i] ), endOfListing, effort, progress ); } );

  Optimum optimum{ {}, 0, true };
  std::vector<Bundle> unlisted;
  std::vector<std::uint32_t> unlistedUnits;
  for ( std::size_t i = 0; i < parts.size(); ++i )
  {
    optimum.leastCost += outcomes[i].leastCost;
    optimum.finished = optimum.finished && outcomes[i].finished;
    append( outcomes[i].listed ? optimum.bundles : unlisted, std::move( outcomes[i].bundles ) );
    if ( !outcomes[i].listed )
      unlistedUnits.insert( unlistedUnits.end(), parts[i].begin(), parts[i].end() );
  }
  if ( !unlisted.empty() )
  {
    std::sort( unlistedUnits.begin(), unlistedUnits.end() );
    optimum.leastCost += costOf( problem, apart( problem, unlistedUnits ) );
    ProgressPart planning( progress, 0.5, 1 );
    planUnlisted( problem, unlistedUnits, std::move( unlisted ), end, effort.seed, optimum, planning );
  }
  takeApartTooSmall( problem, optimum.bundles );
  std::sort( optimum.bundles.begin(), optimum.bundles.end(),
             []( const Bundle &a, const Bundle &b ) { return a.units.front() < b.units.front(); } );
  return optimum;
}

} // namespace koppelkans
