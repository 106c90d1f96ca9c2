// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/bundling.h"

namespace koppelkans
{

//! Says of works on their own why they are.
class AloneReasons
{
public:
  //! Borrows all; \a closed as of closedYears().
  AloneReasons( const BundlingInput &input, const Neighbours &neighbours,
                std::span<const std::vector<YearRange>> closed, const Problem &problem );

  //! Of the obstacles between the work and its neighbours the one that came nearest to none.
  AloneBecause of( std::size_t work ) const;

private:
  const BundlingInput &mInput;                     // borrowed
  const Neighbours &mNeighbours;                   // borrowed
  std::span<const std::vector<YearRange>> mClosed; // borrowed
  const Terms &mTerms;                             // borrowed
  std::vector<bool> mTooFew; // by work: what it is linked to, over any number of links, is too little

  bool isOpen( std::size_t work, int year ) const;
  AloneBecause obstacle( std::size_t a, std::size_t b ) const;
};

} // namespace koppelkans
