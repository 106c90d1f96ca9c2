// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/bundle.h"
#include "core/planning/clock.h"
#include "core/planning/reaches.h"
#include "core/progress.h"

#include <array>
#include <map>
#include <random>

namespace koppelkans
{

/**
 * A plan of units whose feasible bundles cannot be listed: reaches chosen so that each unit lies in one or more, or is
 * on its own, and little is paid.
 *
 * What is paid is SETUP for each reach chosen and for each unit in none, and for a unit in some what the cheapest of
 * their years costs it more than its best. What paving saves is not seen here: mostly it is little beside SETUP, and
 * Improvement sees to it afterwards.
 *
 * The choice gets better by dropping up to three reaches near each other. What they leave is covered anew, from a unit
 * at random with the reach that pays best, chance deciding between equals; then what is needed no more is dropped, too.
 * Whatever costs no more stays: most changes are sideways, and open the way for others. Blocks so far from each other
 * that no change in one meets what another one changes are improved side by side, each with a seed of its own. So the
 * outcome depends on the problem and the seed alone, unless the time ran out.
 */
class ReachCover
{
public:
  //! A first choice; borrows what it is given.
  ReachCover( const Problem &problem, std::span<const std::uint32_t> units, const Reaches &reaches, unsigned seed,
              const Progress &progress );

  //! Chooses better until that hardly gains anything, or \a end; says whether the former.
  bool improve( Clock::time_point end, Progress &progress );

  //! The units bundled by the reaches chosen, as far as they are linked.
  std::vector<Bundle> bundles( const Progress &progress ) const;

private:
  using Random = std::minstd_rand;
  using Blocks = std::vector<std::vector<std::uint32_t>>; // of units

  //! A chosen reach that holds a unit, and what its year costs that unit more than its cheapest.
  struct Held
  {
    double extra;
    std::uint32_t reach;
  };

  const Problem &mProblem;               // borrowed
  std::span<const std::uint32_t> mUnits; // borrowed
  const Reaches &mReaches;               // borrowed
  unsigned mSeed;
  std::vector<bool> mFits;              // by reach: it is not too extended for one bundle
  std::vector<std::vector<Held>> mHeld; // by unit
  std::vector<double> mPaid;            // by unit

  bool isChosen( std::uint32_t reach ) const;
  double toggle( std::uint32_t reach );
  double gain( std::uint32_t reach ) const;
  double paidWithout( std::uint32_t unit, std::uint32_t reach ) const;
  double cover( std::vector<std::uint32_t> units, std::vector<std::uint32_t> &toggled, Random &random,
                const Progress &progress );
  double closeNeedless( std::vector<std::uint32_t> &toggled );
  double renew( std::uint32_t reach, Random &random, const Progress &progress );
  double improveBlock( std::span<const std::uint32_t> block, Random random, Clock::time_point end,
                       const Progress &progress );
  std::array<Blocks, 4> blocks( int round ) const;
  std::map<std::uint32_t, std::vector<std::uint32_t>> members( const Progress &progress ) const;
};

} // namespace koppelkans
