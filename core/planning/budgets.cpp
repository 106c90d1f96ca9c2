// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/budgets.h"

#include "core/error.h"

#include <limits>

namespace koppelkans
{

void Budgets::set( const std::string &fund, std::optional<int> year, double amount )
{
  if ( !( amount >= 0 ) )
    throw Error( "The budget of a fund must be 0 or more: " + fund );
  if ( year )
    mFunds[fund].byYear[*year] = amount;
  else
    mFunds[fund].otherwise = amount;
}

double Budgets::of( const std::string &fund, int year ) const
{
  constexpr double unlimited = std::numeric_limits<double>::infinity();
  const auto found = mFunds.find( fund );
  if ( found == mFunds.end() )
    return unlimited;
  const auto amount = found->second.byYear.find( year );
  return amount == found->second.byYear.end() ? found->second.otherwise.value_or( unlimited ) : amount->second;
}

std::vector<std::string> Budgets::funds() const
{
  std::vector<std::string> names;
  for ( const auto &[name, amounts] : mFunds )
    names.push_back( name );
  return names;
}

std::vector<Shortfall> shortfalls( std::span<const Work> works, const Budgets &budgets )
{
  std::vector<Shortfall> found;
  for ( const std::string &fund : budgets.funds() )
  {
    // By first, then by last possible year, what has to be carried out between them.
    std::map<int, std::map<int, double>> costs;
    for ( const Work &work : works )
    {
      if ( work.fund != fund || !hasData( work.cost ) )
        continue;
      const YearRange years = work.chosen ? YearRange{ *work.chosen, *work.chosen } : work.window;
      costs[years.first][years.last] += work.cost;
    }
    Shortfall worst{ fund, {}, 0, 0 };
    std::map<int, double> within; // by last year, of works that begin in the first year or later
    for ( auto from = costs.rbegin(); from != costs.rend(); ++from )
    {
      for ( const auto &[last, cost] : from->second )
        within[last] += cost;
      double needed = 0;
      double available = 0;
      int year = from->first;
      for ( const auto &[last, cost] : within )
      {
        needed += cost;
        for ( ; year <= last; ++year )
          available += budgets.of( fund, year );
        if ( needed - available > worst.needed - worst.available )
          worst = { fund, { from->first, last }, needed, available };
      }
    }
    constexpr double rounding = 0.005; // euro
    if ( worst.needed - worst.available > rounding )
      found.push_back( worst );
  }
  return found;
}

} // namespace koppelkans
