// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/box_index.h"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <algorithm>
#include <iterator>

namespace koppelkans
{

namespace
{

namespace bg = boost::geometry;
using IndexBox = bg::model::box<bg::model::d2::point_xy<double>>;
using Entry = std::pair<IndexBox, std::size_t>;

IndexBox indexBox( const Box &box )
{
  return { { box.xMin, box.yMin }, { box.xMax, box.yMax } };
}

std::vector<Entry> entriesOf( std::span<const Box> boxes )
{
  std::vector<Entry> entries;
  entries.reserve( boxes.size() );
  for ( std::size_t i = 0; i < boxes.size(); ++i )
    if ( !boxes[i].empty() )
      entries.emplace_back( indexBox( boxes[i] ), i );
  return entries;
}

} // namespace

struct BoxIndex::Tree
{
  bg::index::rtree<Entry, bg::index::quadratic<16>> boxes;
};

BoxIndex::BoxIndex( std::span<const Box> boxes )
  : mTree( new Tree{ bg::index::rtree<Entry, bg::index::quadratic<16>>( entriesOf( boxes ) ) } )
{
}

BoxIndex::~BoxIndex() = default;
BoxIndex::BoxIndex( BoxIndex && ) noexcept = default;
BoxIndex &BoxIndex::operator=( BoxIndex && ) noexcept = default;

void BoxIndex::find( const Box &box, std::vector<std::size_t> &found ) const
{
  found.clear();
  if ( box.empty() )
    return;
  for ( auto entry = mTree->boxes.qbegin( bg::index::intersects( indexBox( box ) ) ); entry != mTree->boxes.qend();
        ++entry )
    found.push_back( entry->second );
  std::sort( found.begin(), found.end() );
}

} // namespace koppelkans
