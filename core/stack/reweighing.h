// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stack/stack.h"

namespace koppelkans
{

/**
 * A stack's needs, kept so that its overlap index follows a slider: for each set of weights they are read once, in the
 * order in which they lie in memory.
 *
 * 32-bit numbers: what is shown has no more than three digits.
 */
class Reweighing
{
public:
  explicit Reweighing( const Stack &stack );

  std::size_t cells() const { return mCells; }

  /**
   * The overlap index by cell, Σ weight·need / Σ weight over the themes with data, for \a weights by theme (≥ 0); NaN
   * where no theme with weight has data. See Stack::overlapIndex().
   */
  void index( std::span<const float> weights, std::span<float> indices ) const;

private:
  //! Up to eight themes of which some have no data in some cells.
  struct Gaps
  {
    std::vector<std::size_t> themes;
    std::vector<std::uint8_t> known; // by cell, a bit a theme: whether it has data
  };

  std::size_t mCells;
  std::size_t mThemes;
  std::vector<float> mNeeds;            // by block of cells, then by theme, then by cell; 0 where there is no data
  std::vector<std::size_t> mEverywhere; // the themes with data in all cells
  std::vector<Gaps> mGaps;              // the other themes
};

} // namespace koppelkans
