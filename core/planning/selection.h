// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/candidates.h"
#include "core/planning/clock.h"

#include <array>
#include <bitset>

namespace koppelkans
{

//! A set of units of one part, by their numbers within it.
using UnitSet = std::bitset<1024>;

//! At most one chosen bundle holds two or more of three units; what that is worth.
struct PricedRow
{
  std::array<std::uint16_t, 3> units;
  double price;
};

//! Prices at which no candidate pays less than it saves. It pays for its units, and for the rows of which it holds two
//! or more units; what it pays too much is its loss.
struct Relaxation
{
  std::vector<double> prices; //!< by unit
  std::vector<PricedRow> rows;
  std::vector<double> losses; //!< by candidate
};

/**
 * Chooses among candidates so that every unit is in one bundle, or on its own, and the most is saved.
 *
 * What a choice saves is at most what its units and rows fetch, less the losses of its bundles (a unit on its own loses
 * its price). Where the relaxation is tight the losses of the best choice are small, and hardly another choice remains
 * to be looked at: the search goes depth first from the unit that is hardest to place, and turns back where the losses
 * leave nothing to gain.
 */
class Selection
{
public:
  //! Options: below the number of candidates a candidate, from there upwards a unit on its own.
  using Choice = std::vector<std::uint32_t>;

  //! The best that a search found.
  struct Outcome
  {
    Choice choice; //!< empty where nothing saves more than what was asked for
    bool complete; //!< there is nothing better
  };

  Selection( const Candidates &candidates, const Relaxation &relaxation );

  //! The choice for all of \a units, and no others, that saves most, if that is more than \a saving; in at most
  //! \a mostSteps steps.
  Outcome best( const UnitSet &units, double saving, std::size_t mostSteps );

  //! Adds each unit that \a choice leaves out on its own.
  void complete( Choice &choice ) const;

  //! Chooses anew around each bundle of \a choice that loses something, a few bundles at a time, until that gains
  //! nothing, or \a end; says whether the former.
  bool improve( Choice &choice, Clock::time_point end, const Progress &progress );

private:
  std::vector<std::vector<std::uint16_t>> mUnitsOf; // by option
  std::vector<UnitSet> mSets;                       // by option
  std::vector<double> mLosses;                      // by option
  std::vector<double> mSavings;                     // by option
  std::vector<Choice> mByUnit;                      // options that hold it, by ascending loss
  const Relaxation &mRelaxation;                    // borrowed

  // for the search at hand
  std::size_t mStepsLeft = 0;
  bool mComplete = true;
  double mMostLoss = 0;  // with as much there is nothing to gain
  double mLeastGain = 0; // what the best choice so far saves more than was asked for
  std::vector<std::uint16_t> mUnits;
  std::vector<Choice> mUsable; // by place among mUnits
  Choice mChosen;
  Choice mBest;

  double worth( const UnitSet &units ) const;
  void search( const UnitSet &left, double loss, double gain );
  Choice around( std::uint32_t option, std::span<const std::uint32_t> chosenFor ) const;
};

} // namespace koppelkans
