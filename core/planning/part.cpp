// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/part.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <set>

namespace koppelkans
{

namespace
{

constexpr double leastGain = 1e-6; // euro; less is rounding

} // namespace

Part::Part( std::size_t units, Candidates candidates, unsigned seed )
  : mUnits( units )
  , mCandidates( std::move( candidates ) )
  , mRandom( seed )
  , mBound( std::numeric_limits<double>::infinity() )
{
}

void Part::start( std::span<const std::vector<std::uint16_t>> bundles )
{
  const std::set<std::vector<std::uint16_t>> wanted( bundles.begin(), bundles.end() );
  Selection::Choice plan;
  for ( std::uint32_t i = 0; i < mCandidates.size(); ++i )
    if ( wanted.contains( { mCandidates.units( i ).begin(), mCandidates.units( i ).end() } ) )
      plan.push_back( i );
  take( plan );
}

bool Part::run( Clock::time_point end, const Progress &progress )
{
  constexpr int mostRounds = 12;
  for ( int round = 0; round < mostRounds; ++round )
  {
    const bool relaxed = relax( end, progress );
    drop();
    const bool searched = search( end, progress );
    if ( proven() )
      return true;
    if ( !relaxed || !searched )
      return false;
    drop();
    if ( !addRows() )
      return true;
  }
  return true;
}

std::vector<std::vector<std::uint16_t>> Part::bundles() const
{
  std::vector<std::vector<std::uint16_t>> bundles;
  for ( const std::uint32_t i : mPlan )
    bundles.emplace_back( mCandidates.units( i ).begin(), mCandidates.units( i ).end() );
  return bundles;
}

bool Part::proven() const
{
  return mBound <= mSaving + leastGain;
}

std::vector<std::uint16_t> Part::paidBy( std::size_t candidate,
                                         std::span<const std::vector<std::uint16_t>> rowsOfUnit ) const
{
  std::vector<std::uint16_t> paid( mCandidates.units( candidate ).begin(), mCandidates.units( candidate ).end() );
  std::vector<std::uint16_t> met;
  for ( const std::uint16_t unit : mCandidates.units( candidate ) )
    met.insert( met.end(), rowsOfUnit[unit].begin(), rowsOfUnit[unit].end() );
  std::sort( met.begin(), met.end() );
  for ( std::size_t i = 1; i < met.size(); ++i )
    if ( met[i] == met[i - 1] && paid.back() != met[i] )
      paid.push_back( met[i] );
  return paid;
}

bool Part::relax( Clock::time_point end, const Progress &progress )
{
  const std::size_t rowCount = mUnits + mRelaxation.rows.size();
  std::vector<std::vector<std::uint16_t>> rowsOfUnit( mUnits );
  for ( std::size_t i = mUnits; i < rowCount; ++i )
    for ( const std::uint16_t unit : mRelaxation.rows[i - mUnits].units )
      rowsOfUnit[unit].push_back( static_cast<std::uint16_t>( i ) );

  PackingLp lp( rowCount );
  std::vector<std::uint32_t> columns; // candidates
  std::vector<bool> isColumn( mCandidates.size(), false );
  const auto add = [&]( std::uint32_t i )
  {
    isColumn[i] = true;
    columns.push_back( i );
    lp.add( paidBy( i, rowsOfUnit ), mCandidates.saving( i ) );
  };
  constexpr std::size_t few = 2000;
  for ( std::uint32_t i = 0; i < mCandidates.size(); ++i )
    if ( mCandidates.size() <= few || mCandidates.units( i ).size() == 2 )
      add( i );

  std::vector<double> prices;
  std::vector<double> &losses = mRelaxation.losses;
  losses.resize( mCandidates.size() );
  const auto price = [&]( std::uint32_t i )
  {
    losses[i] = -mCandidates.saving( i );
    for ( const std::uint16_t row : paidBy( i, rowsOfUnit ) )
      losses[i] += prices[row];
  };
  constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  bool inTime = true;
  for ( bool optimal = false; !optimal; )
  {
    constexpr std::size_t stepsAtOnce = 256;
    while ( inTime && !lp.solve( stepsAtOnce ) )
    {
      progress.check();
      inTime = Clock::now() < end;
    }
    prices = lp.prices();
    // For each unit the candidate that pays least beside what it saves.
    std::vector<std::uint32_t> cheapest( mUnits, none );
    for ( std::uint32_t i = 0; i < mCandidates.size(); ++i )
    {
      price( i );
      if ( losses[i] < -leastGain && !isColumn[i] )
        for ( const std::uint16_t unit : mCandidates.units( i ) )
          if ( cheapest[unit] == none || losses[i] < losses[cheapest[unit]] )
            cheapest[unit] = i;
    }
    optimal = true;
    for ( const std::uint32_t i : cheapest )
      if ( i != none && inTime )
      {
        optimal = false;
        if ( !isColumn[i] )
          add( i );
      }
  }
  const std::vector<double> levels = lp.solution();
  mSolution.assign( mCandidates.size(), 0 );
  for ( std::size_t column = 0; column < columns.size(); ++column )
    mSolution[columns[column]] = levels[column];

  for ( std::uint32_t i = 0; i < mCandidates.size(); ++i )
  {
    price( i );
    if ( losses[i] >= 0 )
      continue;
    for ( const std::uint16_t unit : mCandidates.units( i ) )
      prices[unit] -= losses[i] / static_cast<double>( mCandidates.units( i ).size() );
  }
  for ( std::uint32_t i = 0; i < mCandidates.size(); ++i )
  {
    price( i );
    losses[i] = std::max( losses[i], 0.0 ); // rounding
  }
  mRelaxed = std::accumulate( prices.begin(), prices.end(), 0.0 );
  mBound = std::min( mBound, mRelaxed );
  mRelaxation.prices.assign( prices.begin(), prices.begin() + static_cast<std::ptrdiff_t>( mUnits ) );
  for ( std::size_t i = mUnits; i < rowCount; ++i )
    mRelaxation.rows[i - mUnits].price = prices[i];
  return inTime;
}

void Part::drop()
{
  std::vector<bool> inPlan( mCandidates.size(), false );
  for ( const std::uint32_t i : mPlan )
    inPlan[i] = true;
  mPlan.clear();
  std::uint32_t kept = 0;
  const auto stays = [&]( std::size_t i )
  {
    if ( !inPlan[i] && mRelaxation.losses[i] >= mRelaxed - mSaving )
      return false;
    if ( inPlan[i] )
      mPlan.push_back( kept );
    mRelaxation.losses[kept] = mRelaxation.losses[i];
    mSolution[kept] = mSolution[i];
    ++kept;
    return true;
  };
  mCandidates.keepIf( stays );
  mRelaxation.losses.resize( kept );
  mSolution.resize( kept );
}

bool Part::addRows()
{
  // How much of the solution holds certain two, and three, of the units.
  std::map<std::pair<std::uint16_t, std::uint16_t>, double> two;
  std::map<Row, double> three;
  std::vector<std::set<std::uint16_t>> partners( mUnits );
  for ( std::size_t i = 0; i < mCandidates.size(); ++i )
  {
    if ( mSolution[i] < 0.001 || mSolution[i] > 0.999 )
      continue;
    const std::span<const std::uint16_t> units = mCandidates.units( i );
    for ( std::size_t a = 0; a < units.size(); ++a )
      for ( std::size_t b = a + 1; b < units.size(); ++b )
      {
        two[{ units[a], units[b] }] += mSolution[i];
        partners[units[a]].insert( units[b] );
        partners[units[b]].insert( units[a] );
        for ( std::size_t c = b + 1; c < units.size(); ++c )
          three[{ units[a], units[b], units[c] }] += mSolution[i];
      }
  }
  const auto held = [&]( const Row &row )
  {
    const auto level = [&]( const auto &levels, const auto &units )
    {
      const auto found = levels.find( units );
      return found == levels.end() ? 0 : found->second;
    };
    return level( two, std::pair( row[0], row[1] ) ) + level( two, std::pair( row[0], row[2] ) ) +
           level( two, std::pair( row[1], row[2] ) ) - 2 * level( three, row );
  };
  std::set<Row> seen;
  for ( const PricedRow &row : mRelaxation.rows )
    seen.insert( row.units );
  std::vector<std::pair<double, Row>> violated;
  for ( std::uint16_t middle = 0; middle < mUnits; ++middle )
    for ( const std::uint16_t a : partners[middle] )
      for ( const std::uint16_t b : partners[middle] )
      {
        Row row{ a, b, middle };
        std::sort( row.begin(), row.end() );
        constexpr double clearly = 1.02;
        if ( a < b && seen.insert( row ).second && held( row ) > clearly )
          violated.emplace_back( -held( row ), row );
      }
  if ( violated.empty() )
    return false;

  // Those without a price have not helped.
  std::erase_if( mRelaxation.rows, []( const PricedRow &row ) { return row.price <= leastGain; } );
  std::sort( violated.begin(), violated.end() );
  constexpr int mostOfAUnit = 3;
  std::vector<int> uses( mUnits, 0 );
  for ( const auto &[minusHeld, row] : violated )
  {
    if ( std::any_of( row.begin(), row.end(), [&]( std::uint16_t unit ) { return uses[unit] == mostOfAUnit; } ) )
      continue;
    for ( const std::uint16_t unit : row )
      ++uses[unit];
    mRelaxation.rows.push_back( { row, 0 } );
  }
  return true;
}

bool Part::search( Clock::time_point end, const Progress &progress )
{
  Selection selection( mCandidates, mRelaxation );
  for ( Selection::Choice choice : { mPlan, rounded( false ), rounded( true ) } )
  {
    selection.complete( choice );
    const bool inTime = selection.improve( choice, end, progress );
    take( choice );
    if ( proven() )
      return true;
    if ( !inTime )
      return false;
  }
  constexpr std::size_t mostSteps = 3000;
  UnitSet all;
  for ( std::size_t unit = 0; unit < mUnits; ++unit )
    all.set( unit );
  const Selection::Outcome outcome = selection.best( all, mSaving, mostSteps );
  take( outcome.choice );
  if ( outcome.complete )
    mBound = mSaving;
  return true;
}

Selection::Choice Part::rounded( bool shaken )
{
  std::vector<std::pair<double, std::uint32_t>> byLevel;
  for ( std::uint32_t i = 0; i < mCandidates.size(); ++i )
    if ( mSolution[i] > 0.001 )
    {
      const double shake = shaken ? static_cast<double>( mRandom() ) / static_cast<double>( std::mt19937::max() ) : 0;
      byLevel.emplace_back( -mSolution[i] - shake, i );
    }
  std::sort( byLevel.begin(), byLevel.end() );
  UnitSet held;
  Selection::Choice choice;
  for ( const auto &[minusLevel, i] : byLevel )
  {
    UnitSet units;
    for ( const std::uint16_t unit : mCandidates.units( i ) )
      units.set( unit );
    if ( ( held & units ).any() )
      continue;
    held |= units;
    choice.push_back( i );
  }
  return choice;
}

void Part::take( const Selection::Choice &choice )
{
  double saving = 0;
  Selection::Choice plan;
  for ( const std::uint32_t i : choice )
    if ( i < mCandidates.size() )
    {
      saving += mCandidates.saving( i );
      plan.push_back( i );
    }
  if ( saving <= mSaving + leastGain )
    return;
  mSaving = saving;
  mPlan = std::move( plan );
}

} // namespace koppelkans
