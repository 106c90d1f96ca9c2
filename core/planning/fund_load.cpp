// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/fund_load.h"

#include <algorithm>

namespace koppelkans
{

FundLoad::FundLoad( const Problem &problem, std::span<const Work> works, const Budgets &budgets )
  : mShares( problem.size() )
{
  const std::vector<std::string> funds = budgets.funds();
  const auto shareOf = [&]( const Work &work ) -> std::optional<Share>
  {
    const auto found = std::lower_bound( funds.begin(), funds.end(), work.fund );
    if ( found == funds.end() || *found != work.fund || !hasData( work.cost ) )
      return std::nullopt;
    return Share{ static_cast<std::size_t>( found - funds.begin() ), work.cost };
  };

  YearRange years = works.empty() ? YearRange{ 0, 0 } : works.front().window;
  for ( const Work &work : works )
    years = { std::min( { years.first, work.window.first, work.planned.first } ),
              std::max( { years.last, work.window.last, work.planned.first } ) };
  mFirstYear = years.first;
  mYears = static_cast<std::size_t>( years.last - years.first + 1 );
  for ( const std::string &fund : funds )
    for ( int year = years.first; year <= years.last; ++year )
      mBudgets.push_back( budgets.of( fund, year ) );
  mFixed.resize( mBudgets.size(), 0 );

  std::vector<bool> isInUnit( works.size(), false );
  for ( std::uint32_t unit = 0; unit < problem.size(); ++unit )
    for ( const std::size_t work : problem.unit( unit ).works )
    {
      isInUnit[work] = true;
      const std::optional<Share> share = shareOf( works[work] );
      if ( !share )
        continue;
      const auto known = std::ranges::find( mShares[unit], share->fund, &Share::fund );
      if ( known == mShares[unit].end() )
        mShares[unit].push_back( *share );
      else
        known->amount += share->amount;
    }
  for ( std::size_t work = 0; work < works.size(); ++work )
    if ( const std::optional<Share> share = shareOf( works[work] ); share && !isInUnit[work] )
      mFixed[slot( share->fund, works[work].planned.first )] += share->amount;
}

std::vector<double> FundLoad::spent( std::span<const Bundle> bundles ) const
{
  std::vector<double> spent = mFixed;
  for ( const Bundle &bundle : bundles )
    for ( const std::uint32_t unit : bundle.units )
      for ( const Share &share : mShares[unit] )
        spent[slot( share.fund, bundle.choice.year )] += share.amount;
  return spent;
}

} // namespace koppelkans
