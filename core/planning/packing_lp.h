// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace koppelkans
{

/**
 * A linear program that packs: the most of Σ vⱼ xⱼ where in each row the xⱼ of the columns that lie in it add up to at
 * most 1, and no xⱼ is negative.
 *
 * Solved by the primal simplex method with an explicit inverse of the basis, from the basis in which every x is 0;
 * columns may be added between two calls of solve(). Ties, of which such programs are full, are broken by making the
 * right-hand sides minutely larger than 1, each by an amount of its own. So prices belong to a program that is as good
 * as the same: what has to be exact must be derived from prices() anew, as priced bounds are (see Part).
 */
class PackingLp
{
public:
  explicit PackingLp( std::size_t rows );

  //! A column in the \a rows, with value v; in no row twice.
  void add( std::span<const std::uint16_t> rows, double value );

  std::size_t columns() const { return mValues.size(); }

  //! Goes on towards the optimum, in at most \a mostSteps exchanges of the basis; says whether it is reached.
  bool solve( std::size_t mostSteps );

  //! What one unit more of each row would be worth; not negative.
  std::vector<double> prices() const;

  //! The xⱼ of all columns.
  std::vector<double> solution() const;

private:
  std::size_t mSize;                // rows
  std::vector<std::uint16_t> mRows; // by column
  std::vector<std::size_t> mOffsets{ 0 };
  std::vector<double> mValues;       // by column
  std::vector<double> mInverse;      // of the basis, column by column
  std::vector<std::uint32_t> mBasis; // by row: a column, or from mSlack upwards the slack of a row
  std::vector<double> mLevels;       // by row: the x of what is in the basis
  std::vector<double> mPrices;       // by row
  std::vector<bool> mInBasis;        // by column
  std::vector<bool> mSlackInBasis;   // by row
  double mLargest = 0;               // value

  static constexpr std::uint32_t slack = 1U << 31;

  bool step();
  bool enter( std::uint32_t entering, double reducedCost );
};

} // namespace koppelkans
