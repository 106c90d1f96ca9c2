// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/columns.h"
#include "core/planning/terms.h"
#include "core/planning/work.h"

#include <span>

namespace koppelkans
{

//! What a bundle costs in a year, in euro.
struct BundleCost
{
  double setup = 0;
  double paving = 0;
  double own = 0;               //!< of the works whose cost is known
  double shift = 0;             //!< for being early or late, of the works whose cost is known
  std::size_t unknownCosts = 0; //!< works whose cost is not known

  double total() const { return setup + paving + own + shift; }
};

//! What carrying out \a work in \a year costs for being early or late: α·c a year before its planned range, β·c a year
//! after it; 0 where c is not known.
double shiftCost( const Work &work, int year, const Terms &terms );

/**
 * cost(B,t) = SETUP + PAVING · area(∪ footprints of the works that open the surface) + Σ (cᵢ + shiftᵢ(t))
 *
 * for the bundle B of the works \a members, in the year t. The area is that of the true union. Whether B is feasible in
 * t is not asked. Footprints are valid polygons, one a work.
 */
BundleCost bundleCost( std::span<const Work> works, const GeometryColumn &footprints,
                       std::span<const std::size_t> members, int year, const Terms &terms );

//! The cost of a work on its own within its planned range: SETUP + PAVING · its area if it opens the surface + c.
BundleCost costApart( const Work &work, const GeometryColumn &footprints, std::size_t feature, const Terms &terms );

} // namespace koppelkans
