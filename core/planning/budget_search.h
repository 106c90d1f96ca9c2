// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/budgets.h"
#include "core/planning/optimum.h"

namespace koppelkans
{

/**
 * The cheapest plan that is found within \a budgets, and a proven bound of what any such plan costs.
 *
 * Lagrangian relaxation: let each euro that a fund spends in a year cost λ ≥ 0 euro more. With these prices the problem
 * is one without budgets, and if no plan of it costs less than L, none within the budgets costs less than L − Σ
 * λ·budget: it would pay Σ λ·(spent − budget) ≤ 0 beside. The λ rise where a budget is overspent and fall where it is
 * not (B. T. Polyak, "Minimization of unsmooth functionals", 1969); each plan on the way is mended (see BudgetRepair),
 * and the best of them kept: the least overspent, of equal ones the cheapest.
 *
 * Where budgets stay overspent the bound is that of plans that overspend no more than this one, in no fund and year.
 * The bundles' years need not be their cheapest. The years of \a problem are as before when this returns.
 *
 * \a apart is what the search of a plan without budgets found: returned as it is where it keeps them.
 */
Optimum findOptimumWithin( const Budgets &budgets, Problem &problem, std::span<const Work> works, Optimum apart,
                           const Effort &effort, Progress &progress );

} // namespace koppelkans
