// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/quadrants.h"

#include "core/nodata.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace koppelkans
{

std::string toString( Quadrant quadrant )
{
  switch ( quadrant )
  {
  case Quadrant::DoNow:
    return "do_now";
  case Quadrant::SeekWorks:
    return "seek_works";
  case Quadrant::RideAlong:
    return "ride_along";
  case Quadrant::Leave:
    return "leave";
  }
  return {};
}

double median( std::span<const double> values )
{
  std::vector<double> known;
  std::ranges::copy_if( values, std::back_inserter( known ), hasData );
  if ( known.empty() )
    return noData;
  std::ranges::sort( known );
  const std::size_t middle = known.size() / 2;
  return known.size() % 2 == 1 ? known[middle] : ( known[middle - 1] + known[middle] ) / 2;
}

std::optional<Quadrant> quadrantOf( double urgency, double opportunity, const QuadrantLimits &limits )
{
  if ( !hasData( urgency ) || !hasData( opportunity ) )
    return std::nullopt;
  const bool isUrgent = urgency > 0 && urgency >= limits.urgency;
  const bool hasWorks = opportunity > 0 && opportunity >= limits.opportunity;
  if ( isUrgent )
    return hasWorks ? Quadrant::DoNow : Quadrant::SeekWorks;
  return hasWorks ? Quadrant::RideAlong : Quadrant::Leave;
}

} // namespace koppelkans
