// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding.h"
#include "core/geometry/columns.h"
#include "core/progress.h"

namespace koppelkans
{

/**
 * Makes every polygon of \a features valid, as the Simple Features standard has it, and drops what has no area.
 *
 * A quick exact test passes what is plainly valid; only the rest is put to GEOS. What GEOS calls invalid is made valid
 * and reported with GEOS' reason, as are rings that had to be closed or left out. Inside a ring is what it runs around
 * an odd number of times; holes are taken from their shells, parts that overlap or nest are united: none of their area
 * is lost. Non-finite coordinates and what has no area after repair leave an empty feature, reported as unusable.
 * Points and lines: only non-finite coordinates are looked for. The number and order of the features stay.
 */
void repair( Features &features, Findings &findings, const Progress &progress = NoProgress() );

} // namespace koppelkans
