// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/budget_repair.h"

#include <algorithm>
#include <map>
#include <queue>
#include <tuple>

namespace koppelkans
{

namespace
{

constexpr double rounding = 0.005; // euro

Bundle inYear( Bundle bundle, int year )
{
  bundle.choice = { year, bundle.years[year] };
  return bundle;
}

//! \a units in \a year, as far as they are linked and enough for a bundle.
void appendParts( const Problem &problem, std::span<const std::uint32_t> units, int year, std::vector<Bundle> &bundles )
{
  for ( const std::vector<std::uint32_t> &part : connectedParts( problem, units ) )
  {
    Bundle bundle = bundleOf( problem, part );
    if ( !bundle.tooSmall( problem.terms() ) )
    {
      bundles.push_back( inYear( std::move( bundle ), year ) );
      continue;
    }
    for ( const std::uint32_t unit : part )
      bundles.push_back( inYear( bundleOf( problem, std::span( &unit, 1 ) ), year ) );
  }
}

} // namespace

BudgetRepair::BudgetRepair( const Problem &problem, const FundLoad &load, std::vector<Bundle> bundles )
  : mProblem( problem )
  , mLoad( load )
  , mBundles( std::move( bundles ) )
  , mSpent( load.spent( mBundles ) )
{
}

void BudgetRepair::run( const Progress &progress )
{
  lessen( progress );
  cheapen( progress );
  std::erase_if( mBundles, []( const Bundle &bundle ) { return bundle.units.empty(); } );
}

double BudgetRepair::cost() const
{
  double cost = 0;
  for ( const Bundle &bundle : mBundles )
    cost += bundle.cost( mProblem.terms() );
  return cost;
}

double BudgetRepair::overspent() const
{
  double sum = 0;
  for ( std::size_t slot = 0; slot < mSpent.size(); ++slot )
    sum += overspent( slot );
  return sum;
}

double BudgetRepair::overspent( std::size_t slot ) const
{
  return std::max( 0.0, mSpent[slot] - mLoad.budget( slot ) );
}

void BudgetRepair::lessen( const Progress &progress )
{
  struct Offer
  {
    double price; // euro for each euro less overspent
    Move move;
    std::size_t version; // of the bundle that it is about

    bool operator<( const Offer &other ) const
    {
      return std::tuple( price, move.bundle, move.unit, move.year ) >
             std::tuple( other.price, other.move.bundle, other.move.unit, other.move.year );
    }
  };

  std::vector<std::size_t> versions( mBundles.size(), 0 );
  std::priority_queue<Offer> offers;
  const auto offer = [&]( const Move &move )
  {
    if ( const Change change = changeOf( move ); change.overspent < -rounding )
      offers.push( { change.cost / -change.overspent, move, versions[move.bundle] } );
  };
  const auto offerAll = [&]( std::size_t bundle )
  {
    const auto overspends = [&]( std::uint32_t unit )
    {
      return std::ranges::any_of(
        mLoad.of( unit ), [&]( const FundLoad::Share &share )
        { return overspent( mLoad.slot( share.fund, mBundles[bundle].choice.year ) ) > rounding; } );
    };
    if ( std::ranges::any_of( mBundles[bundle].units, overspends ) )
      for ( const Move &move : moves( bundle ) )
        offer( move );
  };

  for ( bool changed = true; changed; )
  {
    changed = false;
    for ( std::size_t i = 0; i < mBundles.size(); ++i )
    {
      progress.check();
      offerAll( i );
    }
    while ( !offers.empty() )
    {
      progress.check();
      const Offer best = offers.top();
      offers.pop();
      if ( best.version != versions[best.move.bundle] )
        continue;
      // What it is worth may have changed with what is spent.
      Change change = changeOf( best.move );
      if ( change.overspent >= -rounding )
        continue;
      const double price = change.cost / -change.overspent;
      if ( price > best.price + 1e-12 && !offers.empty() && price > offers.top().price )
      {
        offers.push( { price, best.move, best.version } );
        continue;
      }
      changed = true;
      const std::size_t before = mBundles.size();
      take( std::move( change ) );
      ++versions[best.move.bundle];
      versions.resize( mBundles.size(), 0 );
      offerAll( best.move.bundle );
      for ( std::size_t i = before; i < mBundles.size(); ++i )
        offerAll( i );
    }
  }
}

void BudgetRepair::cheapen( const Progress &progress )
{
  std::vector<std::size_t> bundleOfUnit( mProblem.size(), 0 );
  const auto number = [&]( std::size_t bundle )
  {
    for ( const std::uint32_t unit : mBundles[bundle].units )
      bundleOfUnit[unit] = bundle;
  };
  for ( std::size_t i = 0; i < mBundles.size(); ++i )
    number( i );
  for ( bool gains = true; gains; )
  {
    gains = false;
    for ( std::size_t i = 0; i < mBundles.size(); ++i )
    {
      progress.check();
      std::optional<Change> best;
      const auto offer = [&]( Change change )
      {
        if ( change.overspent <= rounding && change.cost < ( best ? best->cost : 0 ) - rounding )
          best = std::move( change );
      };
      for ( const Move &move : moves( i ) )
        if ( move.unit == whole )
          offer( changeOf( move ) );
      std::vector<std::size_t> linked;
      for ( const std::uint32_t unit : mBundles[i].units )
        for ( const std::uint32_t other : mProblem.links( unit ) )
          if ( bundleOfUnit[other] != i )
            linked.push_back( bundleOfUnit[other] );
      std::sort( linked.begin(), linked.end() );
      linked.erase( std::unique( linked.begin(), linked.end() ), linked.end() );
      for ( const std::size_t other : linked )
      {
        if ( mergeGainOfAnySize( mProblem, mBundles[i], mBundles[other] ) == infeasible )
          continue;
        const Bundle one = merged( mProblem, mBundles[i], mBundles[other] );
        if ( one.tooSmall( mProblem.terms() ) )
          continue;
        for ( int year = one.years.first(); year <= one.years.last(); ++year )
          if ( one.years[year] != YearCosts::closed )
            offer( change( { i, other }, { inYear( one, year ) } ) );
      }
      if ( !best )
        continue;
      gains = true;
      const std::size_t kept = best->replaced.front();
      take( std::move( *best ) );
      number( kept );
    }
  }
}

BudgetRepair::Change BudgetRepair::change( std::vector<std::size_t> replaced, std::vector<Bundle> by ) const
{
  Change change{ std::move( replaced ), std::move( by ), 0, 0 };
  std::map<std::size_t, double> more; // by slot
  const auto count = [&]( const Bundle &bundle, double sign )
  {
    change.cost += sign * bundle.cost( mProblem.terms() );
    for ( const std::uint32_t unit : bundle.units )
      for ( const FundLoad::Share &share : mLoad.of( unit ) )
        more[mLoad.slot( share.fund, bundle.choice.year )] += sign * share.amount;
  };
  for ( const std::size_t bundle : change.replaced )
    count( mBundles[bundle], -1 );
  for ( const Bundle &bundle : change.by )
    count( bundle, 1 );
  for ( const auto &[slot, amount] : more )
    change.overspent += std::max( 0.0, mSpent[slot] + amount - mLoad.budget( slot ) ) - overspent( slot );
  return change;
}

void BudgetRepair::take( Change change )
{
  const auto count = [&]( const Bundle &bundle, double sign )
  {
    for ( const std::uint32_t unit : bundle.units )
      for ( const FundLoad::Share &share : mLoad.of( unit ) )
        mSpent[mLoad.slot( share.fund, bundle.choice.year )] += sign * share.amount;
  };
  for ( const std::size_t bundle : change.replaced )
  {
    count( mBundles[bundle], -1 );
    mBundles[bundle] = {};
  }
  for ( std::size_t i = 0; i < change.by.size(); ++i )
  {
    count( change.by[i], 1 );
    if ( i < change.replaced.size() )
      mBundles[change.replaced[i]] = std::move( change.by[i] );
    else
      mBundles.push_back( std::move( change.by[i] ) );
  }
}

std::vector<BudgetRepair::Move> BudgetRepair::moves( std::size_t bundle ) const
{
  constexpr std::size_t largest = 256; // what is left is made anew for each unit
  const Bundle &now = mBundles[bundle];
  std::vector<Move> moves;
  const auto add = [&]( std::uint32_t unit, const YearCosts &years )
  {
    for ( int year = years.first(); year <= years.last(); ++year )
      if ( year != now.choice.year && years[year] != YearCosts::closed )
        moves.push_back( { bundle, unit, year } );
  };
  add( whole, now.years );
  if ( now.units.size() > 1 && now.units.size() <= largest )
    for ( const std::uint32_t unit : now.units )
      if ( !mLoad.of( unit ).empty() )
        add( unit, mProblem.unit( unit ).years );
  return moves;
}

BudgetRepair::Change BudgetRepair::changeOf( const Move &move ) const
{
  const Bundle &now = mBundles[move.bundle];
  if ( move.unit == whole )
    return change( { move.bundle }, { inYear( now, move.year ) } );
  std::vector<std::uint32_t> rest = now.units;
  std::erase( rest, move.unit );
  std::vector<Bundle> by;
  appendParts( mProblem, rest, now.choice.year, by );
  by.push_back( inYear( bundleOf( mProblem, std::span( &move.unit, 1 ) ), move.year ) );
  return change( { move.bundle }, std::move( by ) );
}

} // namespace koppelkans
