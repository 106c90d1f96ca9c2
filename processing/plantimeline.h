// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/bundling.h"
#include "processing/timelinepicture.h"

namespace koppelkans
{

//! Districts to order a timeline by.
struct NamedAreas
{
  GeometryColumn areas; //!< polygons
  std::vector<QString> names;
};

/**
 * The timeline of a plan: a row for each district that has bundles, in the order given, and one for bundles outside all
 * of them. A bundle belongs to the district that holds most of its ground. Without districts all bundles share a row.
 * \a bundleIds: by bundle of the plan, 0 for works on their own.
 */
Timeline planTimeline( const BundlingInput &input, const Terms &terms, const Plan &plan, std::span<const int> bundleIds,
                       const NamedAreas &districts, Progress &progress );

} // namespace koppelkans
