// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/bundle.h"
#include "core/planning/clock.h"
#include "core/planning/repartition.h"
#include "core/progress.h"

#include <deque>

namespace koppelkans
{

/**
 * Makes a plan cheaper by small changes, until none gains anything or the time is over.
 *
 * The changes: a unit moves to a bundle that it is linked to, or on its own, and what it connected falls apart; two
 * linked bundles become one; the units of a few linked bundles are divided anew, at best (see Repartition) where
 * they are few, else by merging them from scratch, which covers splits and swaps. Each is taken only where it gains, by
 * exact costs, in an order that depends on the problem alone; so the outcome is the same every time unless the time ran
 * out.
 */
class Improvement
{
public:
  Improvement( const Problem &problem, std::vector<Bundle> bundles );

  //! Improves until nothing gains, or \a end; says whether the former.
  bool run( Clock::time_point end, Progress &progress );

  //! Hands over the bundles, by their lowest units; nothing can be done with this afterwards.
  std::vector<Bundle> takeBundles();

private:
  const Problem &mProblem; // borrowed
  Repartition mRepartition;
  std::vector<Bundle> mBundles;         // by number; without units where it is no more
  std::vector<std::uint32_t> mBundleOf; // by unit
  std::deque<std::uint32_t> mToMove;    // units
  std::vector<bool> mIsToMove;          // by unit
  std::deque<std::uint32_t> mToDivide;  // units whose bundle's surroundings are to be divided anew
  std::vector<bool> mIsToDivide;        // by unit

  void addBundle( Bundle bundle );
  void replace( std::span<const std::uint32_t> old, std::vector<Bundle> bundles );
  double costOf( std::span<const Bundle> bundles ) const;
  std::vector<std::uint32_t> linkedBundles( std::span<const std::uint32_t> units ) const;
  bool move( std::uint32_t unit );
  bool mergeWhole( std::uint32_t bundle );
  bool divideAnew( std::uint32_t bundle );
  bool divideAnew( std::span<const std::uint32_t> bundles );
  std::vector<Bundle> regrown( std::span<const std::uint32_t> units ) const;
};

} // namespace koppelkans
