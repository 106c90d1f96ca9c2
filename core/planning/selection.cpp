// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/selection.h"

#include <algorithm>
#include <limits>

namespace koppelkans
{

namespace
{

constexpr double leastGain = 1e-6; // euro; less is rounding

} // namespace

Selection::Selection( const Candidates &candidates, const Relaxation &relaxation )
  : mLosses( relaxation.losses )
  , mByUnit( relaxation.prices.size() )
  , mRelaxation( relaxation )
{
  for ( std::size_t i = 0; i < candidates.size(); ++i )
  {
    mUnitsOf.emplace_back( candidates.units( i ).begin(), candidates.units( i ).end() );
    mSavings.push_back( candidates.saving( i ) );
  }
  for ( std::size_t unit = 0; unit < mByUnit.size(); ++unit )
    mUnitsOf.push_back( { static_cast<std::uint16_t>( unit ) } );
  mLosses.insert( mLosses.end(), relaxation.prices.begin(), relaxation.prices.end() );
  mSavings.resize( mUnitsOf.size(), 0 );
  mSets.resize( mUnitsOf.size() );
  for ( std::uint32_t i = 0; i < mUnitsOf.size(); ++i )
    for ( const std::uint16_t unit : mUnitsOf[i] )
    {
      mSets[i].set( unit );
      mByUnit[unit].push_back( i );
    }
  for ( Choice &options : mByUnit )
    std::stable_sort( options.begin(), options.end(),
                      [&]( std::uint32_t a, std::uint32_t b ) { return mLosses[a] < mLosses[b]; } );
}

double Selection::worth( const UnitSet &units ) const
{
  double worth = 0;
  for ( std::size_t unit = 0; unit < mByUnit.size(); ++unit )
    if ( units[unit] )
      worth += mRelaxation.prices[unit];
  for ( const PricedRow &row : mRelaxation.rows )
    if ( units[row.units[0]] + units[row.units[1]] + units[row.units[2]] >= 2 )
      worth += row.price;
  return worth;
}

Selection::Outcome Selection::best( const UnitSet &units, double saving, std::size_t mostSteps )
{
  const double available = worth( units );
  mStepsLeft = mostSteps;
  mComplete = true;
  mMostLoss = available - saving - leastGain;
  mLeastGain = leastGain;
  mChosen.clear();
  mBest.clear();
  mUnits.clear();
  mUsable.clear();
  for ( std::size_t unit = 0; unit < mByUnit.size(); ++unit )
  {
    if ( !units[unit] )
      continue;
    mUnits.push_back( static_cast<std::uint16_t>( unit ) );
    mUsable.emplace_back();
    for ( const std::uint32_t i : mByUnit[unit] )
    {
      if ( mLosses[i] >= mMostLoss )
        break;
      if ( ( mSets[i] & ~units ).none() )
        mUsable.back().push_back( i );
    }
  }
  search( units, 0, -saving );
  return { mBest, mComplete };
}

void Selection::search( const UnitSet &left, double loss, double gain )
{
  if ( left.none() )
  {
    if ( gain <= mLeastGain )
      return;
    mMostLoss -= gain - mLeastGain;
    mLeastGain = gain;
    mBest = mChosen;
    return;
  }
  if ( mStepsLeft == 0 )
  {
    mComplete = false;
    return;
  }
  --mStepsLeft;

  // Hardest to place is the unit whose cheapest option loses most; of several the one whose next does.
  constexpr double never = std::numeric_limits<double>::infinity();
  std::pair<double, double> hardest{ -1, -1 };
  std::size_t place = 0;
  for ( std::size_t i = 0; i < mUnits.size(); ++i )
  {
    if ( !left[mUnits[i]] )
      continue;
    std::pair<double, double> cheapest{ never, never };
    for ( const std::uint32_t option : mUsable[i] )
    {
      if ( loss + mLosses[option] >= mMostLoss )
        break;
      if ( ( mSets[option] & ~left ).any() )
        continue;
      if ( cheapest.first != never )
      {
        cheapest.second = mLosses[option];
        break;
      }
      cheapest.first = mLosses[option];
    }
    if ( cheapest.first == never )
      return;
    if ( cheapest > hardest )
    {
      hardest = cheapest;
      place = i;
    }
  }
  for ( const std::uint32_t option : mUsable[place] )
  {
    if ( loss + mLosses[option] >= mMostLoss )
      break;
    if ( ( mSets[option] & ~left ).any() )
      continue;
    mChosen.push_back( option );
    search( left & ~mSets[option], loss + mLosses[option], gain + mSavings[option] );
    mChosen.pop_back();
  }
}

void Selection::complete( Choice &choice ) const
{
  UnitSet held;
  for ( const std::uint32_t option : choice )
    held |= mSets[option];
  for ( std::size_t unit = 0; unit < mByUnit.size(); ++unit )
    if ( !held[unit] )
      choice.push_back( static_cast<std::uint32_t>( mSets.size() - mByUnit.size() + unit ) );
}

Selection::Choice Selection::around( std::uint32_t option, std::span<const std::uint32_t> chosenFor ) const
{
  constexpr std::size_t mostUnits = 64;
  constexpr std::size_t mostOptions = 16; // of a unit
  Choice near{ option };
  UnitSet region = mSets[option];
  for ( std::size_t next = 0; next < near.size(); ++next )
    for ( const std::uint16_t unit : mUnitsOf[near[next]] )
      for ( std::size_t i = 0; i < std::min( mostOptions, mByUnit[unit].size() ); ++i )
        for ( const std::uint16_t other : mUnitsOf[mByUnit[unit][i]] )
          if ( const UnitSet &also = mSets[chosenFor[other]]; !region[other] && ( region | also ).count() <= mostUnits )
          {
            region |= also;
            near.push_back( chosenFor[other] );
          }
  return near;
}

bool Selection::improve( Choice &choice, Clock::time_point end, const Progress &progress )
{
  constexpr std::size_t mostSteps = 400;
  constexpr int mostPasses = 20;
  Choice chosenFor( mByUnit.size() ); // by unit
  const auto choose = [&]( const Choice &options )
  {
    for ( const std::uint32_t option : options )
      for ( const std::uint16_t unit : mUnitsOf[option] )
        chosenFor[unit] = option;
  };
  choose( choice );
  bool inTime = true;
  bool improved = true;
  for ( int pass = 0; improved && inTime && pass < mostPasses; ++pass )
  {
    improved = false;
    for ( const std::uint32_t option : choice )
    {
      progress.check();
      inTime = Clock::now() < end;
      if ( !inTime )
        break;
      if ( chosenFor[mUnitsOf[option].front()] != option || mLosses[option] <= leastGain )
        continue;
      UnitSet region;
      double saving = 0;
      for ( const std::uint32_t near : around( option, chosenFor ) )
      {
        region |= mSets[near];
        saving += mSavings[near];
      }
      const Outcome outcome = best( region, saving, mostSteps );
      improved = improved || !outcome.choice.empty();
      choose( outcome.choice );
    }
    choice = chosenFor;
    std::sort( choice.begin(), choice.end() );
    choice.erase( std::unique( choice.begin(), choice.end() ), choice.end() );
  }
  return inTime;
}

} // namespace koppelkans
