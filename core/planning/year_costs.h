// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/year_range.h"

#include <compare>
#include <limits>
#include <vector>

namespace koppelkans
{

/**
 * A cost for each year of a window; infinite in a year that is closed, and outside the window.
 *
 * Beside it stands how many years that is off the planned ranges, for all works together: where costs are unknown or
 * rates are 0 every year costs the same, and then nobody is to be moved for nothing.
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
    , mYears( window.last - window.first + 1 )
  {
  }

  //! What \a year, within the window, costs and how many years it is off.
  void set( int year, double cost, int yearsOff ) { mYears[year - mFirst] = { cost, yearsOff }; }

  void close( int year ) { mYears[year - mFirst].cost = closed; }

  //! Closes every year but \a year.
  void closeAllBut( int year )
  {
    for ( int other = first(); other <= last(); ++other )
      if ( other != year )
        close( other );
  }

  double operator[]( int year ) const { return year < first() || year > last() ? closed : mYears[year - mFirst].cost; }

  int first() const { return mFirst; }

  int last() const { return mFirst + static_cast<int>( mYears.size() ) - 1; }

  //! Year by year the sum; only the years common to both remain.
  void add( const YearCosts &other );
  //! The cheapest year; of several the one with the fewest years off, then the earliest. Its cost is infinite where
  //! there is none.
  Choice cheapest() const;
  //! The cheapest year of the sum of \a a and \a b.
  static Choice cheapestOfSum( const YearCosts &a, const YearCosts &b );

private:
  struct Year
  {
    double cost = 0;
    int off = 0;

    friend auto operator<=>( const Year &, const Year & ) = default;
  };

  int mFirst = 0;
  std::vector<Year> mYears;
};

} // namespace koppelkans
