// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/year_costs.h"

namespace koppelkans
{

void YearCosts::add( const YearCosts &other )
{
  const int from = std::max( first(), other.first() );
  const int to = std::min( last(), other.last() );
  if ( to < from )
  {
    *this = YearCosts();
    return;
  }
  // In place: the target never runs ahead of the source.
  for ( int year = from; year <= to; ++year )
    mCosts[year - from] = mCosts[year - mFirst] + other.mCosts[year - other.mFirst];
  mFirst = from;
  mCosts.resize( to - from + 1 );
}

YearCosts::Choice YearCosts::cheapest() const
{
  Choice best{ 0, closed };
  for ( int year = first(); year <= last(); ++year )
    if ( mCosts[year - mFirst] < best.cost )
      best = { year, mCosts[year - mFirst] };
  return best;
}

YearCosts::Choice YearCosts::cheapestOfSum( const YearCosts &a, const YearCosts &b )
{
  Choice best{ 0, closed };
  const int to = std::min( a.last(), b.last() );
  for ( int year = std::max( a.first(), b.first() ); year <= to; ++year )
  {
    const double cost = a.mCosts[year - a.mFirst] + b.mCosts[year - b.mFirst];
    if ( cost < best.cost )
      best = { year, cost };
  }
  return best;
}

} // namespace koppelkans
