// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/bundling.h"

namespace koppelkans
{

/**
 * A plan in which a planner chooses the years of some works, and sees at once what each choice costs.
 *
 * A work with a chosen year stays there; the works around it are planned anew, at most two hundred of them, in whole
 * bundles: that is all of the part of the city that it is linked to, unless that part is larger. All costs are exact,
 * with real unions of footprints.
 *
 * Works of a crowd that are one unit (see Problem) share a choice.
 */
class WhatIf
{
public:
  //! A problem with the chosen years that works have already, the years that its units had without them, and a plan.
  struct Start
  {
    Problem problem;
    std::vector<YearCosts> openYears; //!< by unit
    std::vector<Bundle> bundles;
  };

  //! Plans \a input, which must outlive this, with \a effort; a change takes \a answerTime at most: rather a plan a
  //! little dearer than a later one. Throws Error where a term is out of range.
  WhatIf( const BundlingInput &input, const Terms &terms, const Effort &effort, Progress &progress,
          std::chrono::duration<double> answerTime = std::chrono::milliseconds( 50 ) );

  //! Begins with a plan that there is.
  WhatIf( const BundlingInput &input, Start start, unsigned seed, Progress &progress,
          std::chrono::duration<double> answerTime = std::chrono::milliseconds( 50 ) );

  //! Keeps \a work in \a year; says by how much the plan is dearer for it, in euro. Throws Error, and changes nothing,
  //! where the year lies outside the work's window or is closed by a moratorium.
  double choose( std::size_t work, int year );

  //! Leaves the year of \a work to the plan again; says by how much the plan is dearer for it: hardly ever, as a rule
  //! it is cheaper (negative).
  double release( std::size_t work );

  //! What the choice for \a work costs: by how much the plan would be cheaper without it, in euro.
  double costOfChoice( std::size_t work );

  //! In which year \a work is carried out.
  int year( std::size_t work ) const;

  //! The works that are carried out with \a work, itself among them, ascending.
  std::vector<std::size_t> together( std::size_t work ) const;

  //! Of all bundles, in euro.
  double cost() const { return mCost; }

private:
  //! A bundle and its true cost.
  struct Priced
  {
    Bundle bundle;
    double cost;
  };

  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  const BundlingInput &mInput; // borrowed
  Effort mAnswer;
  Problem mProblem;
  std::vector<std::uint32_t> mUnitOf;   // by work; none where it has no open year
  std::vector<YearCosts> mYears;        // by unit, without any choice
  std::vector<Priced> mBundles;         // by number; without units where it is no more
  std::vector<std::uint32_t> mBundleOf; // by unit
  double mCost = 0;

  std::vector<std::size_t> worksOf( const Bundle &bundle ) const;
  double trueCost( const Bundle &bundle ) const;
  double setYears( std::uint32_t unit, YearCosts years );
  std::vector<std::uint32_t> around( std::uint32_t unit ) const;
  double replace( std::span<const std::uint32_t> old, std::vector<Bundle> bundles );
};

} // namespace koppelkans
