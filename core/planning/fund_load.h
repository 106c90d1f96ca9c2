// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/budgets.h"
#include "core/planning/bundle.h"

namespace koppelkans
{

/**
 * What the units of a problem take from funds with budgets. A fund and a year are a slot, and slots are numbered.
 */
class FundLoad
{
public:
  //! What a unit takes from a fund, in euro.
  struct Share
  {
    std::size_t fund;
    double amount;
  };

  //! Works that are no part of a unit, having no open year, are paid for in the first year of their planned range.
  FundLoad( const Problem &problem, std::span<const Work> works, const Budgets &budgets );

  std::span<const Share> of( std::uint32_t unit ) const { return mShares[unit]; }

  std::size_t slots() const { return mBudgets.size(); }

  std::size_t slot( std::size_t fund, int year ) const
  {
    return fund * mYears + static_cast<std::size_t>( year - mFirstYear );
  }

  //! In euro; infinite where there is none.
  double budget( std::size_t slot ) const { return mBudgets[slot]; }

  //! By slot, what is spent in euro where \a bundles are carried out in their chosen years.
  std::vector<double> spent( std::span<const Bundle> bundles ) const;

private:
  std::vector<std::vector<Share>> mShares; // by unit
  int mFirstYear = 0;
  std::size_t mYears = 0;
  std::vector<double> mBudgets; // by slot
  std::vector<double> mFixed;   // by slot, of works that are no part of a unit
};

} // namespace koppelkans
