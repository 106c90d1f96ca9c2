// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stack/need.h"

namespace koppelkans
{

//! How values in different units are made comparable.
enum class Normalisation
{
  None,     //!< v
  Absolute, //!< clamp( (v - lower) / (upper - lower), 0, 1 ) with the bounds of the scale
  MinMax,   //!< (v - min) / (max - min); 0 where all are equal
  ZScore,   //!< (v - mean) / σ, σ of the population; 0 where all are equal
  Rank,     //!< the share of the other districts that have less, those with the same counting half: 0 to 1
  Vector    //!< v / √Σv²; 0 where all are 0
};

/**
 * The \a values of the districts as need: more is always worse.
 *
 * Where less is worse, the absolute need is the complement, and for all others v stands for -value. noData stays noData
 * and takes no part in what others are compared with.
 */
std::vector<double> normalise( std::span<const double> values, Normalisation how, const NeedScale &scale = {} );

} // namespace koppelkans
