// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/snap_rounding.h"

#include "core/parallel.h"

#include <algorithm>
#include <array>
#include <limits>

namespace koppelkans
{

namespace
{

//! So few segments are held against each other rather than divided any further.
constexpr std::size_t few = 16;

//! So many halvings in a row may bring nothing: more would cut up segments that lie along each other, to no end.
constexpr int patience = 3;

//! After so many halvings the tiles are shared among the processors.
constexpr int sharedHalvings = 8;

//! Whole pixels, those at the border included.
struct Pixels
{
  Node low;
  Node high;

  bool contain( Node node ) const { return low.x <= node.x && node.x <= high.x && low.y <= node.y && node.y <= high.y; }

  bool isOne() const { return low == high; }

  //! Two halves, cut across the longer side.
  std::array<Pixels, 2> halves() const
  {
    Pixels first = *this, second = *this;
    if ( high.x - low.x >= high.y - low.y )
    {
      first.high.x = low.x + ( high.x - low.x ) / 2;
      second.low.x = first.high.x + 1;
    }
    else
    {
      first.high.y = low.y + ( high.y - low.y ) / 2;
      second.low.y = first.high.y + 1;
    }
    return { first, second };
  }
};

//! True where \a segment passes through one of \a pixels; seldom where it only comes near.
bool meets( const Segment &segment, const Pixels &pixels )
{
  const auto [yMin, yMax] = std::minmax( segment.from.y, segment.to.y );
  if ( segment.from.x > pixels.high.x || segment.to.x < pixels.low.x || yMin > pixels.high.y || yMax < pixels.low.y )
    return false;
  // All in half steps: how far the line passes by the middle, and how far the corners lie.
  const std::int64_t dx = segment.to.x - segment.from.x, dy = segment.to.y - segment.from.y;
  const std::int64_t x = std::int64_t( pixels.low.x ) + pixels.high.x - 2 * std::int64_t( segment.from.x );
  const std::int64_t y = std::int64_t( pixels.low.y ) + pixels.high.y - 2 * std::int64_t( segment.from.y );
  const std::int64_t width = std::int64_t( pixels.high.x ) - pixels.low.x + 1;
  const std::int64_t height = std::int64_t( pixels.high.y ) - pixels.low.y + 1;
  return std::abs( dx * y - dy * x ) <= dx * height + std::abs( dy ) * width;
}

//! That a segment goes through a node between its ends.
struct Hit
{
  std::uint32_t segment;
  Node node;
};

struct Tile
{
  Pixels pixels;
  std::vector<std::uint32_t> segments;
};

//! Finds the hits within one tile.
class TileSnapper
{
public:
  TileSnapper( const std::vector<Segment> &segments, const Progress &progress )
    : mSegments( segments )
    , mProgress( progress )
  {
  }

  std::vector<Hit> hits( Tile tile )
  {
    mStack = std::move( tile.segments );
    divide( tile.pixels, 0, patience );
    return std::move( mHits );
  }

private:
  //! Settles \a pixels for the segments on the stack from \a first on.
  void divide( const Pixels &pixels, std::size_t first, int patienceLeft )
  {
    const std::size_t end = mStack.size();
    const std::size_t count = end - first;
    if ( count < 2 )
      return;
    if ( count <= few || patienceLeft == 0 || pixels.isOne() )
    {
      settle( pixels, first );
      return;
    }
    const std::array<Pixels, 2> halves = pixels.halves();
    std::array<std::size_t, 3> bounds{ end, end, end };
    for ( std::size_t half = 0; half < 2; ++half )
    {
      for ( std::size_t i = first; i < end; ++i )
        if ( const std::uint32_t segment = mStack[i]; meets( mSegments[segment], halves[half] ) )
          mStack.push_back( segment );
      bounds[half + 1] = mStack.size();
    }
    // Worth while where fewer pairs are left; to find all on one side costs nothing.
    const double a = static_cast<double>( bounds[1] - bounds[0] ), b = static_cast<double>( bounds[2] - bounds[1] );
    const double n = static_cast<double>( count );
    const int left = a * a + b * b < 0.8 * n * n ? patience : patienceLeft - ( a > 0 && b > 0 );
    divide( halves[1], bounds[1], left );
    mStack.resize( bounds[1] );
    divide( halves[0], bounds[0], left );
    mStack.resize( end );
  }

  void settle( const Pixels &pixels, std::size_t first )
  {
    mProgress.check();
    // From left to right, so that whatever begins beyond a segment's end need not be looked at; equal ones together.
    const auto begin = mStack.begin() + static_cast<std::ptrdiff_t>( first );
    std::sort( begin, mStack.end(),
               [this]( std::uint32_t a, std::uint32_t b )
               {
                 const Segment &s = mSegments[a], &t = mSegments[b];
                 return s.from != t.from ? s.from < t.from : s.to < t.to;
               } );
    mHere.clear();
    mBegins.clear();
    for ( std::size_t i = first; i < mStack.size(); ++i )
    {
      const Segment &segment = mSegments[mStack[i]];
      if ( !mHere.empty() && segment.from == mHere.back().from && segment.to == mHere.back().to )
        continue;
      mHere.push_back( segment );
      mBegins.push_back( i );
    }
    mBegins.push_back( mStack.size() );

    findHotPixels( pixels );
    for ( std::size_t i = 0; i < mHere.size(); ++i )
    {
      const Segment &segment = mHere[i];
      auto hot = std::ranges::lower_bound( mHot, segment.from.x, {}, &Node::x );
      for ( ; hot != mHot.end() && hot->x <= segment.to.x; ++hot )
        if ( passesThrough( segment, *hot ) && *hot != segment.from && *hot != segment.to )
          for ( std::size_t same = mBegins[i]; same < mBegins[i + 1]; ++same )
            mHits.push_back( { mStack[same], *hot } );
    }
  }

  //! Those of \a pixels that hold an end or a crossing, sorted.
  void findHotPixels( const Pixels &pixels )
  {
    mHot.clear();
    for ( const Segment &segment : mHere )
      for ( const Node end : { segment.from, segment.to } )
        if ( pixels.contain( end ) )
          mHot.push_back( end );
    for ( std::size_t i = 0; i < mHere.size(); ++i )
    {
      // One pixel cannot be hotter than hot: what makes hundreds meet in one point must not be tried pair by pair.
      if ( pixels.isOne() && !mHot.empty() )
        break;
      if ( mHere.size() > few )
        mProgress.check();
      const Segment &a = mHere[i];
      const auto [yMin, yMax] = std::minmax( a.from.y, a.to.y );
      for ( std::size_t j = i + 1; j < mHere.size() && mHere[j].from.x < a.to.x; ++j )
      {
        const Segment &b = mHere[j];
        if ( ( b.from.y < yMin && b.to.y < yMin ) || ( b.from.y > yMax && b.to.y > yMax ) || !cross( a, b ) )
          continue;
        if ( const Node node = crossingOf( a, b ); pixels.contain( node ) )
          mHot.push_back( node );
      }
    }
    std::ranges::sort( mHot );
    mHot.erase( std::ranges::unique( mHot ).begin(), mHot.end() );
  }

  const std::vector<Segment> &mSegments; // borrowed
  const Progress &mProgress;             // borrowed
  std::vector<std::uint32_t> mStack;     // segments of the tiles under way, the smallest tile's last
  std::vector<Segment> mHere;            // those under way, each different
  std::vector<std::size_t> mBegins;      // where on the stack the equals of each begin
  std::vector<Node> mHot;
  std::vector<Hit> mHits;
};

//! All segments over tiles that share the work.
std::vector<Tile> tilesOf( const std::vector<Segment> &segments, Progress &progress )
{
  constexpr std::int32_t least = std::numeric_limits<std::int32_t>::min();
  constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
  Tile all{ { { most, most }, { least, least } }, std::vector<std::uint32_t>( segments.size() ) };
  for ( std::size_t i = 0; i < segments.size(); ++i )
  {
    all.segments[i] = static_cast<std::uint32_t>( i );
    for ( const Node node : { segments[i].from, segments[i].to } )
    {
      all.pixels.low = { std::min( all.pixels.low.x, node.x ), std::min( all.pixels.low.y, node.y ) };
      all.pixels.high = { std::max( all.pixels.high.x, node.x ), std::max( all.pixels.high.y, node.y ) };
    }
  }
  std::vector<Tile> tiles{ std::move( all ) };
  for ( int halving = 0; halving < sharedHalvings && segments.size() > few * tiles.size(); ++halving )
  {
    std::vector<Tile> halves( 2 * tiles.size() );
    ProgressPart part( progress, double( halving ) / sharedHalvings, double( halving + 1 ) / sharedHalvings );
    parallelFor( tiles.size(), part,
                 [&]( std::size_t t )
                 {
                   const std::array<Pixels, 2> pixels = tiles[t].pixels.halves();
                   for ( std::size_t half = 0; half < 2; ++half )
                   {
                     Tile &tile = halves[2 * t + half];
                     tile.pixels = pixels[half];
                     for ( const std::uint32_t segment : tiles[t].segments )
                       if ( meets( segments[segment], tile.pixels ) )
                         tile.segments.push_back( segment );
                   }
                   tiles[t].segments = {};
                 } );
    tiles = std::move( halves );
    std::erase_if( tiles, []( const Tile &tile ) { return tile.segments.size() < 2; } );
    if ( tiles.empty() || std::ranges::any_of( tiles, []( const Tile &tile ) { return tile.pixels.isOne(); } ) )
      break;
  }
  return tiles;
}

//! The pieces between \a nodes along \a segment, in no order, from \a piece on.
void cut( const Segment &segment, std::span<Node> nodes, Segment *piece )
{
  // A straight line enters pixels in one order both ways.
  const bool falls = segment.to.y < segment.from.y;
  std::ranges::sort( nodes,
                     [falls]( Node a, Node b ) { return a.x != b.x ? a.x < b.x : ( falls ? a.y > b.y : a.y < b.y ); } );
  Node from = segment.from;
  const auto append = [&]( Node to )
  {
    // What falls steeply may have pieces that go straight down.
    *piece++ = from < to ? Segment{ from, to, segment.bearer } : Segment{ to, from, segment.bearer ^ 1 };
    from = to;
  };
  for ( const Node node : nodes )
    append( node );
  append( segment.to );
}

} // namespace

std::vector<Segment> snapRounded( const std::vector<Segment> &segments, Progress &progress )
{
  std::vector<std::vector<Hit>> hits;
  {
    ProgressPart dividing( progress, 0, 0.1 );
    std::vector<Tile> tiles = tilesOf( segments, dividing );
    hits.resize( tiles.size() );
    ProgressPart snapping( progress, 0.1, 0.9 );
    parallelFor( tiles.size(), snapping,
                 [&]( std::size_t t ) { hits[t] = TileSnapper( segments, snapping ).hits( std::move( tiles[t] ) ); } );
  }

  std::vector<std::size_t> begins( segments.size() + 1 );
  for ( const std::vector<Hit> &tile : hits )
    for ( const Hit &hit : tile )
      ++begins[hit.segment + 1];
  for ( std::size_t i = 0; i < segments.size(); ++i )
    begins[i + 1] += begins[i];
  std::vector<Node> nodes( begins.back() );
  {
    std::vector<std::size_t> ends( begins.begin(), begins.end() - 1 );
    for ( std::vector<Hit> &tile : hits )
    {
      progress.check();
      for ( const Hit &hit : tile )
        nodes[ends[hit.segment]++] = hit.node;
      tile = {};
    }
  }

  std::vector<Segment> pieces( segments.size() + nodes.size() );
  constexpr std::size_t chunk = 65536;
  ProgressPart cutting( progress, 0.9, 1 );
  parallelFor( ( segments.size() + chunk - 1 ) / chunk, cutting,
               [&]( std::size_t c )
               {
                 for ( std::size_t i = c * chunk; i < std::min( segments.size(), ( c + 1 ) * chunk ); ++i )
                   cut( segments[i], std::span( nodes ).subspan( begins[i], begins[i + 1] - begins[i] ),
                        pieces.data() + i + begins[i] );
               } );
  return pieces;
}

} // namespace koppelkans
