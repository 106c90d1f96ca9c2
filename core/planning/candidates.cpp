// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/candidates.h"

#include <algorithm>

namespace koppelkans
{

namespace
{

//! Grows all feasible bundles of a part from their lowest units.
class Growth
{
public:
  Growth( const Problem &problem, std::span<const std::uint32_t> units, std::size_t most, const Progress &progress )
    : mProblem( problem )
    , mMost( most )
    , mProgress( progress )
    , mLinks( units.size() )
    , mMet( units.size(), false )
  {
    for ( std::size_t i = 0; i < units.size(); ++i )
    {
      mAlone.push_back( bundleOf( problem, units.subspan( i, 1 ) ) );
      for ( const std::uint32_t linked : problem.links( units[i] ) )
      {
        const auto found = std::lower_bound( units.begin(), units.end(), linked );
        if ( found != units.end() && *found == linked )
          mLinks[i].push_back( static_cast<std::uint16_t>( found - units.begin() ) );
      }
    }
  }

  //! False where they are too many.
  bool run()
  {
    for ( std::size_t lowest = 0; lowest < mLinks.size(); ++lowest )
    {
      mProgress.check();
      mLowest = lowest;
      mMembers.assign( 1, static_cast<std::uint16_t>( lowest ) );
      mMet[lowest] = true;
      const std::vector<std::uint16_t> around = meet( lowest );
      const bool complete = grow( mAlone[lowest], around );
      forget( around );
      if ( !complete )
        return false;
    }
    return true;
  }

  Candidates takeFound() { return std::move( mFound ); }

private:
  const Problem &mProblem; // borrowed
  std::size_t mMost;
  const Progress &mProgress;                      // borrowed
  std::vector<std::vector<std::uint16_t>> mLinks; // by unit
  std::vector<Bundle> mAlone;                     // by unit
  std::size_t mLowest = 0;
  std::vector<bool> mMet;              // by unit: in the bundle, next to it, or left out of it
  std::vector<std::uint16_t> mMembers; // of the bundle at hand, in the order in which they joined
  Candidates mFound;

  //! The units around \a unit that were not met before.
  std::vector<std::uint16_t> meet( std::size_t unit )
  {
    std::vector<std::uint16_t> around;
    for ( const std::uint16_t linked : mLinks[unit] )
      if ( linked > mLowest && !mMet[linked] )
      {
        mMet[linked] = true;
        around.push_back( linked );
      }
    return around;
  }

  void forget( std::span<const std::uint16_t> units )
  {
    for ( const std::uint16_t unit : units )
      mMet[unit] = false;
  }

  bool grow( const Bundle &bundle, std::span<const std::uint16_t> around )
  {
    for ( std::size_t i = 0; i < around.size(); ++i )
    {
      const std::uint16_t unit = around[i];
      if ( mergeGainOfAnySize( mProblem, bundle, mAlone[unit] ) == infeasible )
        continue;
      if ( mFound.size() == mMost )
        return false;
      const Bundle grown = merged( mProblem, bundle, mAlone[unit] );
      mMembers.push_back( unit );
      if ( !grown.tooSmall( mProblem.terms() ) )
      {
        std::vector<std::uint16_t> members = mMembers;
        std::sort( members.begin(), members.end() );
        mFound.add( members, grown.costApart - grown.cost( mProblem.terms() ) );
      }

      // Those before this one are left out from here on.
      std::vector<std::uint16_t> next( around.begin() + static_cast<std::ptrdiff_t>( i ) + 1, around.end() );
      const std::vector<std::uint16_t> met = meet( unit );
      next.insert( next.end(), met.begin(), met.end() );
      const bool complete = grow( grown, next );
      forget( met );
      mMembers.pop_back();
      if ( !complete )
        return false;
    }
    return true;
  }
};

} // namespace

std::optional<Candidates> Candidates::all( const Problem &problem, std::span<const std::uint32_t> units,
                                           std::size_t most, const Progress &progress )
{
  Growth growth( problem, units, most, progress );
  if ( !growth.run() )
    return std::nullopt;
  return growth.takeFound();
}

void Candidates::add( std::span<const std::uint16_t> units, double saving )
{
  mUnits.insert( mUnits.end(), units.begin(), units.end() );
  mOffsets.push_back( mUnits.size() );
  mSavings.push_back( saving );
}

} // namespace koppelkans
