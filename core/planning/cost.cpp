// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/cost.h"

#include "core/geometry/union_boundary.h"
#include "core/planning/feature_order.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace koppelkans
{

namespace
{

//! The area of the union of footprints, of which many may be the same: a crowd at one place must not be compared pair
//! by pair.
double openedArea( const GeometryColumn &footprints, std::vector<std::size_t> features )
{
  const auto order = [&]( std::size_t a, std::size_t b )
  {
    return compareFeatures( footprints, a, footprints, b );
  };
  std::stable_sort( features.begin(), features.end(),
                    [&]( std::size_t a, std::size_t b ) { return order( a, b ) < 0; } );
  const auto same = [&]( std::size_t a, std::size_t b )
  {
    return order( a, b ) == 0;
  };
  features.erase( std::unique( features.begin(), features.end(), same ), features.end() );
  return features.empty() ? 0 : unionArea( footprints, features );
}

} // namespace

double shiftCost( const Work &work, int year, const Terms &terms )
{
  if ( !hasData( work.cost ) )
    return 0;
  const int shift = work.planned.distanceTo( year );
  return work.cost * ( shift < 0 ? -shift * terms.advanceRate : shift * terms.delayRate );
}

BundleCost bundleCost( std::span<const Work> works, const GeometryColumn &footprints,
                       std::span<const std::size_t> members, int year, const Terms &terms )
{
  BundleCost cost;
  cost.setup = terms.setup;
  std::vector<std::size_t> opening;
  for ( const std::size_t i : members )
  {
    if ( works[i].opensSurface )
      opening.push_back( i );
    if ( hasData( works[i].cost ) )
      cost.own += works[i].cost;
    else
      ++cost.unknownCosts;
    cost.shift += shiftCost( works[i], year, terms );
  }
  cost.paving = terms.paving * openedArea( footprints, std::move( opening ) );
  return cost;
}

BundleCost costApart( const Work &work, const GeometryColumn &footprints, std::size_t feature, const Terms &terms )
{
  BundleCost cost;
  cost.setup = terms.setup;
  if ( work.opensSurface )
    cost.paving = terms.paving * unionArea( footprints, std::span( &feature, 1 ) );
  if ( hasData( work.cost ) )
    cost.own = work.cost;
  else
    cost.unknownCosts = 1;
  return cost;
}

} // namespace koppelkans
