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
  {
    const Year &here = mYears[year - mFirst];
    const Year &there = other.mYears[year - other.mFirst];
    mYears[year - from] = { here.cost + there.cost, here.off + there.off };
  }
  mFirst = from;
  mYears.resize( to - from + 1 );
}

YearCosts::Choice YearCosts::cheapest() const
{
  Year best{ closed, 0 };
  int bestYear = 0;
  for ( int year = first(); year <= last(); ++year )
    if ( mYears[year - mFirst] < best )
    {
      best = mYears[year - mFirst];
      bestYear = year;
    }
  return { bestYear, best.cost };
}

YearCosts::Choice YearCosts::cheapestOfSum( const YearCosts &a, const YearCosts &b )
{
  Year best{ closed, 0 };
  int bestYear = 0;
  const int to = std::min( a.last(), b.last() );
  for ( int year = std::max( a.first(), b.first() ); year <= to; ++year )
  {
    const Year &inA = a.mYears[year - a.mFirst];
    const Year &inB = b.mYears[year - b.mFirst];
    const Year sum{ inA.cost + inB.cost, inA.off + inB.off };
    if ( sum < best )
    {
      best = sum;
      bestYear = year;
    }
  }
  return { bestYear, best.cost };
}

} // namespace koppelkans
