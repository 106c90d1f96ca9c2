// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/budget_search.h"

#include "core/planning/budget_repair.h"

#include <algorithm>
#include <cmath>

namespace koppelkans
{

namespace
{

//! What no plan is below if its spending costs λ, and these.
struct Priced
{
  double leastCost;
  std::vector<double> prices; // λ by slot
};

//! The best plan so far.
struct Mended
{
  std::vector<Bundle> bundles;
  double cost;
  double overspent;
};

class Search
{
public:
  Search( const Budgets &budgets, Problem &problem, std::span<const Work> works )
    : mProblem( problem )
    , mLoad( problem, works, budgets )
    , mYears( problem.years() )
    , mPrices( mLoad.slots(), 0 )
  {
  }

  ~Search() { resetYears(); }

  Search( const Search & ) = delete;
  Search &operator=( const Search & ) = delete;

  //! Hears of what was found with the prices of the moment; says whether the budgets are kept without more ado.
  bool take( const Optimum &found, const Progress &progress )
  {
    mRounds.push_back( { found.leastCost, mPrices } );
    resetYears();
    std::vector<Bundle> bundles;
    for ( const Bundle &bundle : found.bundles )
    {
      bundles.push_back( bundleOf( mProblem, bundle.units ) );
      bundles.back().choice = { bundle.choice.year, bundles.back().years[bundle.choice.year] };
    }
    mSpent = mLoad.spent( bundles );
    BudgetRepair repair( mProblem, mLoad, std::move( bundles ) );
    const bool kept = repair.overspent() < rounding;
    repair.run( progress );
    if ( !mBest || repair.overspent() < mBest->overspent - rounding ||
         ( repair.overspent() < mBest->overspent + rounding && repair.cost() < mBest->cost ) )
      mBest = { repair.bundles(), repair.cost(), repair.overspent() };
    return kept;
  }

  //! Moves the prices by what was spent with them; false where that leads nowhere.
  bool movePrices()
  {
    const double gapBefore = mGap;
    mBestBound = std::max( mBestBound, leastCost( mRounds.back() ) );
    mGap = mBest->cost + mBest->overspent - mBestBound;
    if ( mGap < gapBefore - leastGain * gapBefore )
      mIdle = 0;
    else if ( ++mIdle % 3 == 0 )
      mStep /= 2;
    if ( mGap < rounding || mIdle == mostIdle )
      return false;
    double squares = 0;
    std::vector<double> over( mLoad.slots(), 0 );
    for ( std::size_t slot = 0; slot < over.size(); ++slot )
      if ( !std::isinf( mLoad.budget( slot ) ) )
      {
        over[slot] = mSpent[slot] - mLoad.budget( slot );
        if ( over[slot] < 0 && mPrices[slot] == 0 )
          over[slot] = 0;
        squares += over[slot] * over[slot];
      }
    if ( squares == 0 )
      return false;
    for ( std::size_t slot = 0; slot < over.size(); ++slot )
      mPrices[slot] = std::max( 0.0, mPrices[slot] + mStep * mGap / squares * over[slot] );
    return true;
  }

  //! Has the units pay the prices.
  void setYears()
  {
    for ( std::uint32_t unit = 0; unit < mProblem.size(); ++unit )
    {
      YearCosts years = mYears[unit];
      for ( const FundLoad::Share &share : mLoad.of( unit ) )
      {
        YearCosts more( { years.first(), years.last() } );
        for ( int year = years.first(); year <= years.last(); ++year )
          more.set( year, mPrices[mLoad.slot( share.fund, year )] * share.amount, 0 );
        years.add( more );
      }
      mProblem.setYears( unit, std::move( years ) );
    }
  }

  Optimum result( bool finished )
  {
    // Budgets that the plan overspends are taken to be as large as that.
    const std::vector<double> spent = mLoad.spent( mBest->bundles );
    double least = -std::numeric_limits<double>::infinity();
    for ( const Priced &round : mRounds )
      least = std::max( least, leastCost( round, spent ) );
    std::sort( mBest->bundles.begin(), mBest->bundles.end(),
               []( const Bundle &a, const Bundle &b ) { return a.units.front() < b.units.front(); } );
    return { std::move( mBest->bundles ), least, finished };
  }

private:
  static constexpr double rounding = 0.005; // euro
  static constexpr double leastGain = 0.01; // share of the gap
  static constexpr int mostIdle = 12;

  Problem &mProblem; // borrowed
  FundLoad mLoad;
  std::vector<YearCosts> mYears; // by unit, without prices
  std::vector<double> mPrices;   // by slot
  std::vector<double> mSpent;    // by slot, with these prices
  std::vector<Priced> mRounds;
  std::optional<Mended> mBest;
  double mBestBound = -std::numeric_limits<double>::infinity();
  double mStep = 1;
  double mGap = std::numeric_limits<double>::max(); // between the best plan and the bound
  int mIdle = 0;                                    // rounds that did not narrow it

  void resetYears()
  {
    for ( std::uint32_t unit = 0; unit < mProblem.size(); ++unit )
      mProblem.setYears( unit, mYears[unit] );
  }

  double leastCost( const Priced &round, std::span<const double> spent = {} ) const
  {
    double least = round.leastCost;
    for ( std::size_t slot = 0; slot < round.prices.size(); ++slot )
      if ( round.prices[slot] > 0 )
        least -=
          round.prices[slot] * ( spent.empty() ? mLoad.budget( slot ) : std::max( spent[slot], mLoad.budget( slot ) ) );
    return least;
  }
};

} // namespace

Optimum findOptimumWithin( const Budgets &budgets, Problem &problem, std::span<const Work> works, Optimum apart,
                           const Effort &effort, Progress &progress )
{
  Search search( budgets, problem, works );
  if ( search.take( apart, progress ) )
    return apart;
  const Clock::time_point end = Clock::now() + std::chrono::duration_cast<Clock::duration>( effort.timeLimit );
  constexpr int mostRounds = 60;
  for ( int round = 0; round < mostRounds && Clock::now() < end && search.movePrices(); ++round )
  {
    search.setYears();
    // What cannot be listed would take all the time in one round.
    Effort part = effort;
    part.timeLimit = std::min<std::chrono::duration<double>>( end - Clock::now(), effort.timeLimit / 8 );
    ProgressPart solving( progress, static_cast<double>( round ) / mostRounds,
                          static_cast<double>( round + 1 ) / mostRounds );
    search.take( findOptimum( problem, part, solving ), progress );
  }
  return search.result( Clock::now() < end );
}

} // namespace koppelkans
