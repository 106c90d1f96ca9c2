// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/budgets.h"
#include "core/planning/moratoria.h"
#include "core/planning/optimum.h"
#include "core/planning/plan.h"
#include "core/planning/work_geometries.h"
#include "core/progress.h"

namespace koppelkans
{

/**
 * Works with their geometries and footprints, all in the same order. Nothing is empty; footprints are valid polygons
 * (see footprints()), equal for equal geometries. Experiments are not among them.
 */
struct BundlingInput
{
  std::vector<Work> works;
  WorkGeometries geometries;
  GeometryColumn footprints;
  Moratoria moratoria;
  Budgets budgets = {};
};

/**
 * The plan: a partition of the works into bundles, each in one year, of little total cost.
 *
 * A bundle is feasible in a year that lies in all its works' windows, if it is connected in the graph of works at most
 * a distance apart, the diagonal of the box around its footprints is at most the largest extent (a work on its own may
 * be longer), no moratorium closes the year to one of its works (see closedYears()), it holds no classes that never go
 * together, and works enough. A work with a chosen year is carried out in that year, unless it is closed. The cost of a
 * bundle is that of bundleCost(), in the cheapest year; of several in the one with the fewest years off the planned
 * ranges, then the earliest. A work on its own chooses its year in the same way; one without any open year stays in the
 * first year of its planned range and says so (AloneBecause::NoOpenYear).
 *
 * Funds keep their budgets where such a plan is found (see findOptimumWithin()); Plan::fundYears says where they do
 * not, and Plan::shortfalls where none could.
 *
 * The partition is found by greedy merging and then made as cheap as can be (see mergeGreedily() and findOptimum()),
 * for at most the time that \a effort allows. It does not depend on the order of the works nor on the number of
 * threads, unless the time ran out. All costs reported are exact, with real unions of footprints. Plan::leastCost is
 * proven: what the search leaves out of the overlaps, because GEOS rounds it, is taken to be saved. It holds for plans
 * that keep the units of a Problem whole: of a crowd at one place, works of the same years.
 *
 * Throws Error where a term is out of range, Cancelled where the user asked to stop.
 */
Plan bundleWorks( const BundlingInput &input, const Terms &terms, const Effort &effort, Progress &progress );

} // namespace koppelkans
