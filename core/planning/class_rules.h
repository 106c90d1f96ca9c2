// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace koppelkans
{

//! The asset classes of some works, as far as rules speak of them: which there are, and which must not join them.
struct ClassMix
{
  std::uint64_t held = 0;    // one bit a class
  std::uint64_t refused = 0; // one bit a class

  bool agreesWith( const ClassMix &other ) const { return ( held & other.refused ) == 0; }

  void add( const ClassMix &other )
  {
    held |= other.held;
    refused |= other.refused;
  }
};

//! Which asset classes never go together in a bundle.
class ClassRules
{
public:
  static constexpr std::size_t mostClasses = 64;

  //! Everything goes together.
  ClassRules() = default;

  //! The two classes of each pair never go together. Throws Error where the pairs name more than mostClasses classes,
  //! or a class with itself: which of two works of one class was not to be joined nobody could say.
  explicit ClassRules( std::span<const std::pair<std::string, std::string>> apart );

  //! For one work.
  ClassMix of( const std::string &assetClass ) const;

private:
  std::vector<std::string> mClasses;   // sorted
  std::vector<std::uint64_t> mRefused; // by class
};

} // namespace koppelkans
