// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/neighbours.h"
#include "core/planning/pavement.h"
#include "core/planning/terms.h"
#include "core/planning/work.h"
#include "core/planning/year_costs.h"

#include <cstdint>
#include <span>
#include <vector>

namespace koppelkans
{

//! What the search puts into bundles: a work; in a crowd, all works that share place, years and surface.
struct Unit
{
  std::vector<std::size_t> works; //!< ascending in the order of the problem
  YearCosts years;                //!< shift costs; closed years are infinite
  Box box;                        //!< of the footprint
  double ownArea;                 //!< m² opened that no other footprint shares
  double area;                    //!< m² opened, shared ground included
  std::vector<Patch> patches;     //!< shared ground that is opened, ascending
  ClassMix classes;

  //! What its works cost each on its own, in the cheapest year, beside their own costs.
  double costApart( const Terms &terms ) const
  {
    return static_cast<double>( works.size() ) * ( terms.setup + terms.paving * area ) + years.cheapest().cost;
  }
};

/**
 * What the search needs to know: units, which of them can be carried out together and touch, and what it costs.
 *
 * Units are numbered by place, years and cost, whatever the order of the works, so that the same works always give the
 * same plan. Two units are linked where they are neighbours and the two of them alone would be a feasible bundle; as
 * every feasible bundle consists of such pairs, other neighbours do not matter.
 *
 * A place with more works than the size of a crowd would have a link for every pair of them. There works of the same
 * window, planned range, chosen year and class become one unit, unless they are fewer than a bundle needs; a plan that
 * separates them saves nothing.
 */
class Problem
{
public:
  static constexpr std::size_t crowd = 64;

  /**
   * \a closed: the years closed to each work by a moratorium. Works with equal geometries have equal footprints. A work
   * that has no open year in its window is no part of any unit.
   */
  Problem( std::span<const Work> works, const GeometryColumn &footprints, const Neighbours &neighbours,
           std::span<const std::vector<YearRange>> closed, const Terms &terms, Progress &progress );

  const Terms &terms() const { return mTerms; }

  std::size_t size() const { return mUnits.size(); }

  const Unit &unit( std::uint32_t i ) const { return mUnits[i]; }

  //! Closes all years but the chosen one to units whose works have one, unless that one is closed by itself.
  void keepChosenYears( std::span<const Work> works );

  //! What each year costs each unit.
  std::vector<YearCosts> years() const;

  //! Gives a unit other costs of years, of which none may be open that was not when the problem was made.
  void setYears( std::uint32_t i, YearCosts years ) { mUnits[i].years = std::move( years ); }

  //! The units linked to a unit, ascending.
  std::span<const std::uint32_t> links( std::uint32_t i ) const
  {
    return std::span( mLinks ).subspan( mLinkOffsets[i], mLinkOffsets[i + 1] - mLinkOffsets[i] );
  }

  double patchArea( Patch patch ) const { return mPatchAreas[patch]; }

  std::size_t patches() const { return mPatchAreas.size(); }

  //! By how many m² the true unions of footprints may at most save more than the patches say.
  double leftOut() const { return mLeftOut; }

private:
  Terms mTerms;
  std::vector<Unit> mUnits;
  std::vector<std::uint32_t> mLinks; // by unit
  std::vector<std::size_t> mLinkOffsets{ 0 };
  std::vector<double> mPatchAreas; // by patch
  double mLeftOut = 0;             // m²

  void collectUnits( std::span<const Work> works, const GeometryColumn &footprints, const Neighbours &neighbours,
                     std::span<const std::vector<YearRange>> closed, std::vector<std::size_t> &offsets );
  void openSurface( std::span<const Work> works, const GeometryColumn &footprints, std::span<const std::size_t> offsets,
                    Progress &progress );
  void link( const Neighbours &neighbours, std::span<const std::size_t> offsets, const Progress &progress );
};

} // namespace koppelkans
