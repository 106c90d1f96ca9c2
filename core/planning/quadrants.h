// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>

namespace koppelkans
{

//! Where a district stands: urgency × opportunity.
enum class Quadrant
{
  DoNow,     //!< urgent, and there are works
  SeekWorks, //!< urgent, and there are few works
  RideAlong, //!< not urgent, and there are works
  Leave      //!< neither
};

//! The static word for a quadrant: "do_now".
std::string toString( Quadrant quadrant );

//! From which on a district counts as urgent, and as one with works.
struct QuadrantLimits
{
  double urgency;
  double opportunity;
};

//! The median of the \a values that are known: of an even number the mean of the middle two; noData where there are
//! none.
double median( std::span<const double> values );

/**
 * The quadrant of a district; nothing where its urgency or opportunity is not known.
 *
 * What equals a limit counts as high, but 0 never does: a district without works has no works to ride along with, even
 * where most districts have none.
 */
std::optional<Quadrant> quadrantOf( double urgency, double opportunity, const QuadrantLimits &limits );

} // namespace koppelkans
