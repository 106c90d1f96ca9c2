// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/clock.h"
#include "core/planning/reaches.h"
#include "core/progress.h"

namespace koppelkans
{

/**
 * Prices p ≥ 0 for units whose feasible bundles cannot be listed, at which no feasible bundle pays less than it saves:
 * so no plan of the units saves more than the sum of their prices.
 *
 * A bundle B in the year t saves at most Σ_{i∈B} gᵢ(t) − SETUP, where gᵢ(t) is SETUP, what paving the unit can save and
 * less what t costs it more than its cheapest year; of a patch that k units cover each takes the (k − 1) / k-th part,
 * so that c ≤ k of them together take at least the c − 1 that they save. B is part of a reach S in a year that is no
 * worse (see reachesFrom()). So it is enough that for every reach Σ_{i∈S} max( 0, gᵢ − pᵢ ) ≤ SETUP, for then Σ_{i∈B}
 * pᵢ ≥ Σ_{i∈B} gᵢ − SETUP.
 *
 * The least such prices are a linear program. It is solved for blocks of units, the prices around each as they are:
 * each solution keeps all prices right and lowers their sum, and blocks that no reach has in common are solved side by
 * side. Then the blocks are laid differently. Prices start at gᵢ and are right at any time, so \a end costs only
 * tightness.
 */
std::vector<double> priceReaches( const Problem &problem, std::span<const std::uint32_t> units, Clock::time_point end,
                                  Progress &progress );

} // namespace koppelkans
