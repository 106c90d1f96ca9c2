// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace koppelkans::sample
{

//! Gives out street names, each once; a district's names have a common subject, as Dutch councils choose them.
class StreetNames
{
public:
  StreetNames();

  //! The next name of a district; when its list is used up, a side street of an earlier one.
  std::string next( std::size_t district );

private:
  std::vector<std::size_t> mUsed;
};

} // namespace koppelkans::sample
