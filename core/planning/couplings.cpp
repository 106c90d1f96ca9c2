// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/couplings.h"

#include <algorithm>

namespace koppelkans
{

namespace
{

//! So little short of the share that is asked is rounding.
constexpr double rounding = 1e-9;

} // namespace

std::string toString( CouplingReason reason )
{
  switch ( reason )
  {
  case CouplingReason::Carried:
    return "carried";
  case CouplingReason::TooLittle:
    return "too_little";
  case CouplingReason::OutsideHorizon:
    return "outside_horizon";
  case CouplingReason::NoData:
    return "no_data";
  }
  return {};
}

std::string toString( Verdict verdict )
{
  switch ( verdict )
  {
  case Verdict::DoTogetherAndCarry:
    return "do_together_and_carry";
  case Verdict::DoTogether:
    return "do_together";
  case Verdict::Carry:
    return "carry";
  case Verdict::NotWorthIt:
    return "not_worth_it";
  }
  return {};
}

std::vector<Coupling> coupleThemes( std::span<const GroundNeeds> needs, std::span<const YearRange> years,
                                    const CouplingTerms &terms )
{
  const auto isEnough = [&]( double share )
  {
    return share > 0 && share >= terms.share - rounding;
  };
  std::vector<Coupling> couplings;
  for ( std::size_t carrier = 0; carrier < needs.size(); ++carrier )
    for ( std::size_t theme = 0; theme < needs[carrier].urgentShares.size(); ++theme )
    {
      const double share = needs[carrier].urgentShares[theme];
      const double unknown = needs[carrier].unknownShares[theme];
      const std::optional<YearRange> &horizon = terms.horizons[theme];
      CouplingReason reason = CouplingReason::Carried;
      if ( !isEnough( share + unknown ) )
        reason = CouplingReason::TooLittle;
      else if ( horizon && !horizon->overlaps( years[carrier] ) )
        reason = CouplingReason::OutsideHorizon;
      else if ( !isEnough( share ) )
        reason = CouplingReason::NoData;
      if ( share > 0 || reason == CouplingReason::NoData )
        couplings.push_back( { carrier, theme, share, unknown, reason } );
    }
  return couplings;
}

std::optional<Verdict> verdictOn( double saving, double minimumGain, std::span<const Coupling> couplings )
{
  const auto has = [&]( CouplingReason reason )
  {
    return std::ranges::find( couplings, reason, &Coupling::reason ) != couplings.end();
  };
  const bool carries = has( CouplingReason::Carried );
  if ( saving > minimumGain )
    return carries ? Verdict::DoTogetherAndCarry : Verdict::DoTogether;
  if ( carries )
    return Verdict::Carry;
  if ( !hasData( saving ) || has( CouplingReason::NoData ) )
    return std::nullopt;
  return Verdict::NotWorthIt;
}

} // namespace koppelkans
