// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"

#include <QString>

namespace koppelkans
{

//! How many works of a bundle rest on what was filled in.
struct BundleAssumptions
{
  int windows = 0; //!< a side of the window or more
  int costs = 0;   //!< from unit prices
};

/**
 * What a planner asks of a bundle, in words of the user's language: why these works, why this year, what it saves, and
 * what it rests on. \a classes: of its works, as they are to be read.
 */
QString explained( const PlannedBundle &bundle, const Terms &terms, const QString &classes,
                   const BundleAssumptions &assumed );

} // namespace koppelkans
