// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace koppelkans
{

//! How the needs of a district, one a criterion, become one score.
enum class Aggregation
{
  WeightedMean,    //!< Σ w·n / Σw: a lot of one thing makes up for little of another
  GeometricMean,   //!< exp( Σ w·ln n / Σw ): 0 as soon as one need is 0
  MazziottaPareto, //!< mean ∓ σ²/mean of 100 + 10 z: who is uneven is marked down (or up)
  Topsis, //!< d₋ / (d₊ + d₋), d₊ and d₋ the distances to all greatest and all least needs of the districts
  Owa     //!< Σ o·n / Σo, the needs sorted descending and weighted by their place in that order
};

//! What the unevenness of a district does to its Mazziotta–Pareto score.
enum class Penalty
{
  Minus,
  Plus
};

struct AggregationTerms
{
  Aggregation how = Aggregation::WeightedMean;
  Penalty penalty = Penalty::Minus; //!< for MazziottaPareto
  std::vector<double> orderWeights; //!< for Owa, the first for the greatest need; empty: all equal
};

//! By criterion, a value by district; noData where there is none.
using Columns = std::vector<std::vector<double>>;

/**
 * Makes scores of normalised needs, for one set of weights after the other.
 *
 * A district's criteria without data are left out and the weights of the others renormalised; its score is noData where
 * no weight is left, and for TOPSIS where all districts are alike.
 *
 * Mazziotta–Pareto (De Muro, Mazziotta and Pareto, "Composite indices of development and poverty: an application to
 * MDGs", Social Indicators Research 104, 2011; mean and variance here weighted) and TOPSIS (Hwang and Yoon, "Multiple
 * attribute decision making", 1981) standardise the columns themselves, by z and by vector, whatever was done before.
 * In OWA the weights of the criteria multiply the order weights (Malczewski, "Ordered weighted averaging with fuzzy
 * quantifiers", 2006); with equal ones it is Yager's (1988).
 */
class Aggregate
{
public:
  /**
   * Throws Error where the geometric mean is asked of needs below 0, or where the order weights are not as many as
   * \a columns or one of them is below 0.
   */
  Aggregate( const Columns &columns, AggregationTerms terms );

  //! By district; noData where there is none. \a weights, by criterion, are 0 or more.
  std::vector<double> scores( std::span<const double> weights ) const;

  /**
   * What each criterion brings to the score, by criterion and district; noData where it or the score is.
   *
   * For the weighted mean and OWA the parts add up to the score. The others do not add up: there a part is how much
   * less the district's score would be if this need were the mean of all districts.
   */
  Columns parts( std::span<const double> weights ) const;

private:
  //! The needs of one district, by criterion.
  std::span<const double> row( std::size_t district ) const
  {
    return std::span( mRows ).subspan( district * mCriteria, mCriteria );
  }

  double score( std::span<const double> needs, std::span<const double> weights ) const;
  //! By criterion, the weight in this district: 0 without data, times its order weight for Owa.
  std::vector<double> effectiveWeights( std::span<const double> needs, std::span<const double> weights ) const;

  AggregationTerms mTerms;
  std::size_t mCriteria;
  std::size_t mDistricts;
  std::vector<double> mRows;  // standardised as the aggregation wants it, district by district
  std::vector<double> mMeans; // by criterion, as the next two
  std::vector<double> mMost;
  std::vector<double> mLeast;
};

} // namespace koppelkans
