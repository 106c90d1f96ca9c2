// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stack/stack.h"

namespace koppelkans
{

//! Where two themes fall together.
struct Interlock
{
  std::size_t themeA;
  std::size_t themeB;
  double areaBoth; //!< m² where both reach their threshold
  double jaccard;  //!< areaBoth over the area where either does; noData where neither does
  double lift; //!< how many times more often than by chance: A_ab·A / (A_a·A_b), A where both have data; noData where
               //!< undefined
};

//! All pairs of themes of a stack, themeA before themeB.
std::vector<Interlock> interlocks( const Stack &stack );

} // namespace koppelkans
