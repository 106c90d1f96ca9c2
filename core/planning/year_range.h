// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace koppelkans
{

//! Calendar years from the first to the last, both included.
struct YearRange
{
  int first;
  int last;

  bool contains( int year ) const { return first <= year && year <= last; }

  bool overlaps( const YearRange &other ) const { return first <= other.last && other.first <= last; }

  //! How far \a year lies outside: negative before the first year, positive after the last, 0 within.
  int distanceTo( int year ) const { return std::min( year - first, 0 ) + std::max( year - last, 0 ); }

  friend bool operator==( const YearRange &, const YearRange & ) = default;
};

} // namespace koppelkans
