// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stack/theme_partition.h"

#include "core/parallel.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory_resource>
#include <set>

namespace koppelkans
{

namespace
{

//! So many strips are shared among the processors.
constexpr std::size_t stripCount = 32;

constexpr std::size_t checkInterval = 4096;

//! Whether \a a comes before \a b: by first node, then counterclockwise around it, from straight down on.
bool comesBefore( const Segment &a, const Segment &b )
{
  return a.from != b.from ? a.from < b.from : sideOf( a.from, a.to, b.to ) > 0;
}

bool isSame( const Segment &a, const Segment &b )
{
  return a.from == b.from && a.to == b.to;
}

//! The numbers of the pieces that begin in one strip, and of those that come from the left and reach its left side.
struct Strip
{
  std::int32_t left = std::numeric_limits<std::int32_t>::min();
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<std::uint32_t> reachingIn;
};

//! Bounds between strips with about as many pieces each, strictly ascending.
std::vector<std::int32_t> stripBounds( const std::vector<Segment> &pieces )
{
  std::vector<std::int32_t> sample;
  const std::size_t step = pieces.size() / 65536 + 1;
  for ( std::size_t i = 0; i < pieces.size(); i += step )
    sample.push_back( pieces[i].from.x );
  std::ranges::sort( sample );
  std::vector<std::int32_t> bounds;
  for ( std::size_t strip = 1; strip < stripCount; ++strip )
    if ( const std::size_t place = strip * sample.size() / stripCount; place < sample.size() )
      bounds.push_back( sample[place] );
  bounds.erase( std::ranges::unique( bounds ).begin(), bounds.end() );
  return bounds;
}

//! Puts \a pieces in order, in place, and says which strip holds which.
std::vector<Strip> sortIntoStrips( std::vector<Segment> &pieces, Progress &progress )
{
  const std::vector<std::int32_t> bounds = stripBounds( pieces );
  const auto stripOf = [&bounds]( const Segment &piece )
  {
    return static_cast<std::size_t>( std::ranges::upper_bound( bounds, piece.from.x ) - bounds.begin() );
  };

  std::vector<Strip> strips( bounds.size() + 1 );
  for ( const Segment &piece : pieces )
    ++strips[stripOf( piece )].end;
  for ( std::size_t s = 1; s < strips.size(); ++s )
  {
    strips[s].left = bounds[s - 1];
    strips[s].begin = strips[s - 1].end;
    strips[s].end += strips[s].begin;
  }
  std::vector<Segment> sorted( pieces.size() );
  std::vector<std::size_t> places;
  for ( const Strip &strip : strips )
    places.push_back( strip.begin );
  for ( const Segment &piece : pieces )
    sorted[places[stripOf( piece )]++] = piece;
  pieces = std::move( sorted );

  parallelFor( strips.size(), progress,
               [&]( std::size_t s )
               {
                 std::sort( pieces.begin() + static_cast<std::ptrdiff_t>( strips[s].begin ),
                            pieces.begin() + static_cast<std::ptrdiff_t>( strips[s].end ), comesBefore );
               } );
  for ( std::size_t s = 0; s < strips.size(); ++s )
    for ( std::size_t i = strips[s].begin; i < strips[s].end; ++i )
      for ( std::size_t t = s + 1; t < strips.size() && strips[t].left <= pieces[i].to.x; ++t )
        strips[t].reachingIn.push_back( static_cast<std::uint32_t>( i ) );
  return strips;
}

//! A piece that the line cuts.
struct Cut
{
  std::uint32_t piece;
  std::uint32_t counts;  //!< above it
  std::uint32_t nearest; //!< the piece itself where it is a border, else the nearest border below it
};

//! From below upwards along the line. Also a node among pieces: those that end there are its equals.
struct Upwards
{
  using is_transparent = void;

  const std::vector<Segment> &pieces;

  bool operator()( const Cut &a, const Cut &b ) const
  {
    const Segment &p = pieces[a.piece];
    const Segment &q = pieces[b.piece];
    if ( p.from <= q.from )
    {
      const std::int64_t side = sideOf( p.from, p.to, q.from );
      return side != 0 ? side > 0 : sideOf( p.from, p.to, q.to ) > 0;
    }
    const std::int64_t side = sideOf( q.from, q.to, p.from );
    return side != 0 ? side < 0 : sideOf( q.from, q.to, p.to ) < 0;
  }

  bool operator()( const Cut &cut, Node node ) const
  {
    return sideOf( pieces[cut.piece].from, pieces[cut.piece].to, node ) > 0;
  }
};

//! Sweeps one strip, and writes what is known of the pieces and half-edges that begin in it.
class StripSweep
{
public:
  StripSweep( ThemePartition &partition, const Strip &strip )
    : mPartition( partition )
    , mPieces( partition.pieces )
    , mStrip( strip )
    , mLine( Upwards{ partition.pieces }, &mMemory )
  {
  }

  void run( std::int32_t right, const Progress &progress )
  {
    begin();
    std::vector<Node> ends = endsBefore( right );
    std::size_t piece = mStrip.begin;
    auto end = ends.cbegin();
    for ( std::size_t events = 0; piece < mStrip.end || end != ends.cend(); ++events )
    {
      if ( events % checkInterval == 0 )
        progress.check();
      const bool begins = piece < mStrip.end && ( end == ends.cend() || mPieces[piece].from <= *end );
      const Node node = begins ? mPieces[piece].from : *end;
      while ( end != ends.cend() && *end == node )
        ++end;
      piece = visit( node, piece );
    }
  }

  std::vector<ThemeSet> sets() const { return { mCounts.sets().begin(), mCounts.sets().end() }; }

private:
  using Line = std::pmr::set<Cut, Upwards>;

  //! The line at the left side of the strip.
  void begin()
  {
    std::vector<std::uint32_t> pieces = mStrip.reachingIn;
    const Upwards upwards{ mPieces };
    std::ranges::sort( pieces,
                       [&]( std::uint32_t a, std::uint32_t b ) {
                         return upwards( Cut{ a, 0, 0 }, Cut{ b, 0, 0 } );
                       } );
    Cut below{ 0, 0, ThemePartition::none };
    for ( std::size_t i = 0; i < pieces.size(); )
    {
      // Of equal pieces the one with the lowest number stands for all, as it does where they begin.
      std::uint32_t piece = pieces[i];
      std::uint32_t counts = below.counts;
      const Segment &first = mPieces[piece];
      for ( ; i < pieces.size() && isSame( mPieces[pieces[i]], first ); ++i )
      {
        counts = mCounts.across( counts, mPieces[pieces[i]].bearer );
        piece = std::min( piece, pieces[i] );
      }
      if ( counts == below.counts )
        continue;
      const bool border = mCounts.setOf( counts ) != mCounts.setOf( below.counts );
      below = { piece, counts, border ? piece : below.nearest };
      mLine.insert( mLine.end(), below );
    }
  }

  //! The nodes left of \a right in which pieces end, sorted.
  std::vector<Node> endsBefore( std::int32_t right ) const
  {
    std::vector<Node> ends;
    const auto add = [&]( std::size_t piece )
    {
      if ( mPieces[piece].to.x < right )
        ends.push_back( mPieces[piece].to );
    };
    for ( const std::uint32_t piece : mStrip.reachingIn )
      add( piece );
    for ( std::size_t piece = mStrip.begin; piece < mStrip.end; ++piece )
      add( piece );
    std::ranges::sort( ends );
    return ends;
  }

  //! Moves the line over \a node, where pieces from number \a piece on may begin; returns the first that does not.
  std::size_t visit( Node node, std::size_t piece )
  {
    mEnding.clear();
    mBeginning.clear();
    auto place = mLine.lower_bound( node );
    while ( place != mLine.end() && mPieces[place->piece].to == node )
    {
      if ( place->nearest == place->piece )
        mEnding.push_back( place->piece );
      place = mLine.erase( place );
    }

    Cut below = place == mLine.begin() ? Cut{ 0, 0, ThemePartition::none } : *std::prev( place );
    while ( piece < mStrip.end && mPieces[piece].from == node )
    {
      const auto first = static_cast<std::uint32_t>( piece );
      std::uint32_t counts = below.counts;
      for ( ; piece < mStrip.end && isSame( mPieces[piece], mPieces[first] ); ++piece )
        counts = mCounts.across( counts, mPieces[piece].bearer );
      // Neighbours of one theme share this piece: nothing changes across it.
      if ( counts == below.counts )
        continue;
      const std::uint32_t setBelow = mCounts.setOf( below.counts ), setAbove = mCounts.setOf( counts );
      if ( setBelow != setAbove )
      {
        mPartition.below[first] = setBelow;
        mPartition.above[first] = setAbove;
        mPartition.under[first] = below.nearest;
        mBeginning.push_back( first );
      }
      below = { first, counts, setBelow != setAbove ? first : below.nearest };
      mLine.insert( place, below );
    }
    link();
    return piece;
  }

  //! Links the half-edges around a node: what arrives goes on with the next clockwise, to keep what is on its left.
  void link()
  {
    // Counterclockwise around the node: what begins from below upwards, what ends from above downwards.
    mOutgoing.clear();
    for ( const std::uint32_t border : mBeginning )
      mOutgoing.push_back( 2 * border );
    for ( auto border = mEnding.rbegin(); border != mEnding.rend(); ++border )
      mOutgoing.push_back( 2 * *border + 1 );
    for ( std::size_t i = 0; i < mOutgoing.size(); ++i )
    {
      mPartition.next[mOutgoing[i] ^ 1] = mOutgoing[( i == 0 ? mOutgoing.size() : i ) - 1];
      mPartition.crowded[mOutgoing[i]] = mOutgoing.size() > 2;
    }
  }

  ThemePartition &mPartition;          // borrowed
  const std::vector<Segment> &mPieces; // borrowed
  const Strip &mStrip;                 // borrowed
  ThemeCounts mCounts;
  std::pmr::unsynchronized_pool_resource mMemory;
  Line mLine;
  std::vector<std::uint32_t> mEnding;    // borders, from below upwards
  std::vector<std::uint32_t> mBeginning; // borders, from below upwards
  std::vector<std::uint32_t> mOutgoing;
};

} // namespace

ThemePartition partitionOf( std::vector<Segment> pieces, Progress &progress )
{
  ThemePartition partition;
  partition.pieces = std::move( pieces );
  ProgressPart sorting( progress, 0, 0.3 );
  const std::vector<Strip> strips = sortIntoStrips( partition.pieces, sorting );
  const std::size_t count = partition.pieces.size();
  partition.above.resize( count );
  partition.below.resize( count );
  partition.under.resize( count, ThemePartition::none );
  partition.next.resize( 2 * count, ThemePartition::none );
  partition.crowded.resize( 2 * count );

  std::vector<std::vector<ThemeSet>> sets( strips.size() );
  ProgressPart sweeping( progress, 0.3, 0.95 );
  parallelFor( strips.size(), sweeping,
               [&]( std::size_t s )
               {
                 StripSweep sweep( partition, strips[s] );
                 sweep.run( s + 1 < strips.size() ? strips[s + 1].left : std::numeric_limits<std::int32_t>::max(),
                            sweeping );
                 sets[s] = sweep.sets();
               } );

  // Each strip has numbered its sets by itself.
  std::map<ThemeSet, std::uint32_t> numbers{ { {}, 0 } };
  partition.sets = { {} };
  for ( std::size_t s = 0; s < strips.size(); ++s )
  {
    progress.check();
    std::vector<std::uint32_t> numberOf;
    for ( const ThemeSet &set : sets[s] )
    {
      const auto [known, isNew] = numbers.try_emplace( set, static_cast<std::uint32_t>( partition.sets.size() ) );
      if ( isNew )
        partition.sets.push_back( set );
      numberOf.push_back( known->second );
    }
    for ( std::size_t i = strips[s].begin; i < strips[s].end; ++i )
    {
      partition.above[i] = numberOf[partition.above[i]];
      partition.below[i] = numberOf[partition.below[i]];
    }
  }
  progress.report( 1 );
  return partition;
}

} // namespace koppelkans
