// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/columns.h"

#include <memory>

namespace koppelkans
{

//! Finds among many boxes those that meet a given one, borders included. An R-tree, packed at once.
class BoxIndex
{
public:
  //! Indexes \a boxes by their number; empty boxes meet nothing.
  explicit BoxIndex( std::span<const Box> boxes );
  ~BoxIndex();
  BoxIndex( BoxIndex && ) noexcept;
  BoxIndex &operator=( BoxIndex && ) noexcept;

  //! Puts the numbers of the boxes that meet \a box into \a found, in ascending order. Any number of threads may ask.
  void find( const Box &box, std::vector<std::size_t> &found ) const;

private:
  struct Tree;
  std::unique_ptr<Tree> mTree;
};

} // namespace koppelkans
