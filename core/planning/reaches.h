// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/problem.h"

namespace koppelkans
{

//! Units that can be carried out in one year, and lie near enough to each other for one bundle; ascending.
struct Reach
{
  int year;
  std::vector<std::uint32_t> units;
};

/**
 * The reaches from one unit: sets so large that every feasible bundle in which it lies furthest west is part of one.
 *
 * Where pavements touch each other over whole districts there are too many feasible bundles to list, but few reaches.
 * A bundle whose westernmost unit is r fits into a box that begins at r's western side; its bottom is that of one of
 * its units, its right that of another, and its top follows from the largest extent. So for each year and each such
 * box, what is open in that year, lies within the box and is linked to r there is a reach; only the largest are kept. A
 * year is passed over where another one opens the same units and more, at no more cost to any of them.
 *
 * Where more than 256 units could share a bundle with r, all of them are taken for one reach: still no bundle is
 * missed.
 */
std::vector<Reach> reachesFrom( const Problem &problem, std::uint32_t unit );

} // namespace koppelkans
