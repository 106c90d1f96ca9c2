// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/fund_load.h"
#include "core/progress.h"

#include <limits>

namespace koppelkans
{

/**
 * Changes a plan until funds keep within their budgets, at little cost, or no single change brings them nearer to that.
 *
 * The changes: a bundle is carried out in another year; a unit leaves its bundle for a year of its own. Of all that
 * lessen what is overspent the one that costs least for each euro of it comes first. Then whatever makes the plan
 * cheaper without overspending more: a bundle in another year, two linked bundles as one. Years and costs are those of
 * the problem; the outcome depends on it alone.
 */
class BudgetRepair
{
public:
  BudgetRepair( const Problem &problem, const FundLoad &load, std::vector<Bundle> bundles );

  void run( const Progress &progress );

  //! Each with the year in which it is carried out, which need not be its cheapest.
  const std::vector<Bundle> &bundles() const { return mBundles; }

  //! In euro, as Bundle::cost().
  double cost() const;

  //! By how much budgets are overspent, in euro, all together.
  double overspent() const;

private:
  //! A bundle, or one unit of it on its own, is carried out in another year.
  struct Move
  {
    std::size_t bundle;
    std::uint32_t unit; //!< or whole
    int year;
  };

  static constexpr std::uint32_t whole = std::numeric_limits<std::uint32_t>::max();

  //! Bundles replaced by others, and what that changes.
  struct Change
  {
    std::vector<std::size_t> replaced;
    std::vector<Bundle> by;
    double cost;      //!< euro more
    double overspent; //!< euro more
  };

  const Problem &mProblem; // borrowed
  const FundLoad &mLoad;   // borrowed
  std::vector<Bundle> mBundles;
  std::vector<double> mSpent; // by slot

  double overspent( std::size_t slot ) const;
  void lessen( const Progress &progress );
  void cheapen( const Progress &progress );
  Change change( std::vector<std::size_t> replaced, std::vector<Bundle> by ) const;
  void take( Change change );
  std::vector<Move> moves( std::size_t bundle ) const;
  Change changeOf( const Move &move ) const;
};

} // namespace koppelkans
