// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city.h"

namespace koppelkans::sample
{

//! Blocks of one district that lie together.
struct Neighbourhood
{
  std::size_t district = 0;
  Point centre;
  std::vector<std::size_t> blocks;
};

//! Splits every district in neighbourhoods of about \a hectares, along its streets.
std::vector<Neighbourhood> neighbourhoods( const City &city, double hectares );

//! The union of some blocks.
Geometry blocksTogether( const City &city, const std::vector<std::size_t> &blocks );

//! Walking along streets.
class Walk
{
public:
  explicit Walk( const City &city );

  //! What lies within \a reach metres of walking from the junction next to a place, with a margin beside the street.
  Geometry within( Point start, double reach, double margin ) const;

  //! The shortest way between the junctions next to two places.
  Line between( Point start, Point end ) const;

private:
  std::size_t nearest( Point place ) const;
  void spread( std::size_t start, std::vector<double> &distances, std::vector<std::size_t> &arrivals ) const;

  const City &mCity;
  std::vector<std::vector<std::size_t>> mAt;
};

} // namespace koppelkans::sample
