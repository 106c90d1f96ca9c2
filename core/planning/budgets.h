// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/work.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace koppelkans
{

/**
 * What funds may spend in a year, in euro.
 *
 * A fund pays its works' own costs, in the year in which they are carried out; works whose cost is not known count for
 * nothing. Setting up and paving are costs of projects, which funds have to divide among themselves.
 */
class Budgets
{
public:
  //! \a amount euro, in \a year or in every year that has no amount of its own. Throws Error where it is negative.
  void set( const std::string &fund, std::optional<int> year, double amount );

  //! In euro; infinite where nothing was said.
  double of( const std::string &fund, int year ) const;

  bool empty() const { return mFunds.empty(); }

  //! The funds of which something was said, by name.
  std::vector<std::string> funds() const;

private:
  struct Amounts
  {
    std::map<int, double> byYear;
    std::optional<double> otherwise;
  };

  std::map<std::string, Amounts> mFunds;
};

//! Years in which a fund cannot have enough, whatever the plan.
struct Shortfall
{
  std::string fund;
  YearRange years;
  double needed;    //!< euro, by works that can be carried out in these years alone
  double available; //!< euro
};

//! For each fund the years that lack most, where works that have to be carried out within them cost more than their
//! budgets together. Only the works' windows and chosen years are looked at.
std::vector<Shortfall> shortfalls( std::span<const Work> works, const Budgets &budgets );

} // namespace koppelkans
