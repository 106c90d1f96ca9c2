// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/year_range.h"

#include <limits>
#include <vector>

namespace koppelkans
{

/**
 * A cost for each year of a window; infinite in a year that is closed, and outside the window.
 */
class YearCosts
{
public:
  static constexpr double closed = std::numeric_limits<double>::infinity();

  //! A year and what it costs.
  struct Choice
  {
    int year;
    double cost;
  };

  //! No year at all.
  YearCosts() = default;

  //! Every year of \a window for nothing.
  explicit YearCosts( const YearRange &window )
    : mFirst( window.first )
    , mCosts( window.last - window.first + 1, 0.0 )
  {
  }

  double &operator[]( int year ) { return mCosts[year - mFirst]; }

  double operator[]( int year ) const
  {
    return year < mFirst || year >= mFirst + static_cast<int>( mCosts.size() ) ? closed : mCosts[year - mFirst];
  }

  int first() const { return mFirst; }

  int last() const { return mFirst + static_cast<int>( mCosts.size() ) - 1; }

  //! Year by year the sum; only the years common to both remain.
  void add( const YearCosts &other );
  //! The cheapest year, the earliest of several; its cost is infinite where there is none.
  Choice cheapest() const;
  //! The cheapest year of the sum of \a a and \a b.
  static Choice cheapestOfSum( const YearCosts &a, const YearCosts &b );

private:
  int mFirst = 0;
  std::vector<double> mCosts;
};

} // namespace koppelkans
