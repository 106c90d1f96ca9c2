// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/clock.h"
#include "core/planning/problem.h"
#include "core/progress.h"

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

/**
 * All reaches of units: every feasible bundle of two or more of them is part of one, in a year that is no dearer.
 *
 * A reach whose units another one has, too, all open and at no more cost, is left out. What a reach holds are turns: a
 * turn is a unit in one of its years, numbered by unit, then year.
 */
class Reaches
{
public:
  //! None at all.
  Reaches() = default;

  //! The reaches of \a units; none at all where they are not found by \a end, or too many to be held in memory.
  Reaches( const Problem &problem, std::span<const std::uint32_t> units, Clock::time_point end, Progress &progress );

  std::size_t size() const { return mOffsets.size() - 1; }

  //! The turns in a reach, ascending.
  std::span<const std::uint32_t> turns( std::size_t reach ) const
  {
    return std::span( mTurns ).subspan( mOffsets[reach], mOffsets[reach + 1] - mOffsets[reach] );
  }

  //! The reaches that hold a unit, ascending.
  std::span<const std::uint32_t> of( std::uint32_t unit ) const
  {
    return mReachesOf.empty() ? std::span<const std::uint32_t>() : mReachesOf[unit];
  }

  std::size_t turns() const { return mUnits.size(); }

  std::uint32_t unit( std::uint32_t turn ) const { return mUnits[turn]; }

  //! What the year of a turn costs its unit more than its cheapest year, in euro.
  double extra( std::uint32_t turn ) const { return mExtras[turn]; }

private:
  std::vector<std::uint32_t> mUnits; // by turn
  std::vector<double> mExtras;       // by turn
  std::vector<std::uint32_t> mTurns; // by reach
  std::vector<std::size_t> mOffsets{ 0 };
  std::vector<std::vector<std::uint32_t>> mReachesOf; // by unit
};

} // namespace koppelkans
