// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace koppelkans
{

//! The numbers of some themes, ascending.
using ThemeSet = std::vector<std::uint32_t>;

/**
 * How many polygons of each theme lie over a place, for all places met so far: equal counts are kept once and go by
 * number, as do the sets of themes whose count is above zero. Number 0 is nothing at all, for both. What can be reached
 * across an edge is remembered, so that a step costs one look-up however many themes there are.
 */
class ThemeCounts
{
public:
  ThemeCounts();

  //! The counts above an edge with \a counts below it; \a bearer as in Segment.
  std::uint32_t across( std::uint32_t counts, std::uint32_t bearer );

  //! The set of the themes that cover a place with \a counts.
  std::uint32_t setOf( std::uint32_t counts ) const { return mSetOf[counts]; }

  std::span<const ThemeSet> sets() const { return mSets; }

private:
  using Counts = std::vector<std::pair<std::uint32_t, std::int32_t>>; // by theme, ascending; none is 0

  std::uint32_t numberOf( const Counts &counts );

  std::unordered_map<std::uint64_t, std::uint32_t> mAcross; // by counts and bearer
  std::map<Counts, std::uint32_t> mNumbers;
  std::vector<Counts> mCounts;
  std::vector<std::uint32_t> mSetOf; // by counts
  std::map<ThemeSet, std::uint32_t> mSetNumbers;
  std::vector<ThemeSet> mSets;
};

} // namespace koppelkans
