// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stack/face_rings.h"

#include <algorithm>
#include <map>

namespace koppelkans
{

namespace
{

//! Twice the area left of a ring, exact: sums beyond 64 bits wrap around, and what they amount to fits.
std::int64_t twiceAreaOf( std::span<const Node> ring )
{
  std::uint64_t sum = 0;
  for ( std::size_t i = 2; i < ring.size(); ++i )
    sum += static_cast<std::uint64_t>( sideOf( ring[0], ring[i - 1], ring[i] ) );
  return static_cast<std::int64_t>( sum );
}

class RingWalk
{
public:
  RingWalk( const ThemePartition &partition, FaceRings &rings )
    : mPartition( partition )
    , mRings( rings )
    , mFaceOf( partition.next.size(), ThemePartition::none )
  {
  }

  //! Follows what has not been walked yet of a border's two sides.
  void visit( std::uint32_t piece )
  {
    // Pieces come by their first nodes: what is first met above a piece is the shell of what lies to the right of its
    // first node; what is first met below goes around a group of faces, within the face that lies under that node.
    if ( mPartition.above[piece] != 0 && mFaceOf[2 * piece] == ThemePartition::none )
    {
      const auto face = static_cast<std::uint32_t>( mRings.sets.size() );
      mRings.sets.push_back( mPartition.above[piece] );
      mRings.twice.push_back( 0 );
      walk( 2 * piece, face );
    }
    if ( mPartition.below[piece] != 0 && mFaceOf[2 * piece + 1] == ThemePartition::none )
      walk( 2 * piece + 1, mFaceOf[2 * mPartition.under[piece]] );
  }

private:
  void walk( std::uint32_t start, std::uint32_t face )
  {
    mNodes.clear();
    mCrowded.clear();
    for ( std::uint32_t halfEdge = start; mFaceOf[halfEdge] == ThemePartition::none;
          halfEdge = mPartition.next[halfEdge] )
    {
      mFaceOf[halfEdge] = face;
      if ( mPartition.crowded[halfEdge] )
        mCrowded.push_back( mPartition.originOf( halfEdge ) );
      mNodes.push_back( mPartition.originOf( halfEdge ) );
    }
    std::ranges::sort( mCrowded );
    if ( std::ranges::adjacent_find( mCrowded ) == mCrowded.end() )
      append( face, mNodes );
    else
      appendSimple( face );
  }

  //! Cuts the walk wherever it comes back to a node.
  void appendSimple( std::uint32_t face )
  {
    std::map<Node, std::size_t> places; // on the path, of the nodes that the walk may come back to
    std::vector<Node> path;
    const auto mayReturn = [this]( Node node )
    {
      return std::ranges::binary_search( mCrowded, node );
    };
    for ( const Node node : mNodes )
    {
      if ( mayReturn( node ) )
      {
        if ( const auto known = places.find( node ); known != places.end() )
        {
          const std::size_t place = known->second;
          for ( std::size_t i = place; i < path.size(); ++i )
            if ( mayReturn( path[i] ) )
              places.erase( path[i] );
          append( face, std::span( path ).subspan( place ) );
          path.resize( place );
        }
        places.emplace( node, path.size() );
      }
      path.push_back( node );
    }
    append( face, path );
  }

  void append( std::uint32_t face, std::span<const Node> ring )
  {
    const std::int64_t twice = twiceAreaOf( ring );
    const auto first = std::ranges::min_element( ring );
    mRings.rings.push_back( { face, twice > 0, mRings.nodes.size(), mRings.nodes.size() + ring.size() } );
    mRings.nodes.insert( mRings.nodes.end(), first, ring.end() );
    mRings.nodes.insert( mRings.nodes.end(), ring.begin(), first );
    mRings.twice[face] += twice;
  }

  const ThemePartition &mPartition;   // borrowed
  FaceRings &mRings;                  // borrowed
  std::vector<std::uint32_t> mFaceOf; // by half-edge that has been walked
  std::vector<Node> mNodes;           // of the walk
  std::vector<Node> mCrowded;         // those of them with more than two borders, sorted
};

} // namespace

FaceRings ringsOf( const ThemePartition &partition, const Progress &progress )
{
  FaceRings rings;
  RingWalk walk( partition, rings );
  for ( std::size_t piece = 0; piece < partition.pieces.size(); ++piece )
  {
    if ( piece % 4096 == 0 )
      progress.check();
    if ( partition.isBorder( piece ) )
      walk.visit( static_cast<std::uint32_t>( piece ) );
  }
  return rings;
}

} // namespace koppelkans
