// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/normalise.h"
#include "core/district/rank.h"
#include "core/finding.h"
#include "core/stack/theme.h"

namespace koppelkans
{

//! What districts are compared by: a theme measured in each of them, or a number that each of them carries.
struct Criterion
{
  std::string name;
  std::vector<double> values; //!< by district; noData where not known
  NeedScale scale;            //!< its direction; its bounds where needs are absolute
  double weight = 1;
};

/**
 * A criterion as \a settings have it.
 *
 * What they do not give is filled in, and said in \a findings: weight 1, more is worse; and where needs are absolute
 * the bounds, 0 and 1 for coverage and min–max of \a values for all else. A number that the districts carry is a
 * MeanValue.
 */
Criterion makeCriterion( const std::string &name, Measure measure, std::vector<double> values,
                         const ThemeSettings &settings, Normalisation normalisation, Findings &findings );

struct ScoreTerms
{
  Normalisation normalisation = Normalisation::Absolute;
  AggregationTerms aggregation;
  WeightChanges weightChanges;
};

//! What one criterion says of the districts; each by district.
struct CriterionScores
{
  std::vector<double> needs;         //!< the values, normalised
  std::vector<double> parts;         //!< of the score: see Aggregate::parts()
  std::vector<double> specificities; //!< value in the district / value in the city; noData where the latter is 0
};

//! The districts compared; each by district.
struct DistrictScores
{
  std::vector<double> scores;          //!< higher is more need; noData where no criterion with weight has data
  std::vector<int> ranks;              //!< 1 for the highest score, unranked where there is none
  std::vector<RankInterval> intervals; //!< of the ranks, under changed weights
  std::vector<CriterionScores> criteria;
};

//! The mean of \a values over the districts with data, weighted by their \a areas; noData where there are none.
double cityValue( std::span<const double> values, std::span<const double> areas );

/**
 * Scores districts of \a areas (m²) by \a criteria, each of which has a value for every district.
 *
 * Throws Error where there are no criteria, where a weight is below 0 or not finite, and what Aggregate throws.
 */
DistrictScores scoreDistricts( std::span<const Criterion> criteria, std::span<const double> areas,
                               const ScoreTerms &terms, Progress &progress );

} // namespace koppelkans
