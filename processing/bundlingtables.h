// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding.h"
#include "core/planning/budgets.h"
#include "core/planning/class_rules.h"
#include "core/planning/unit_prices.h"
#include "processing/layersource.h"

#include <set>

namespace koppelkans
{

/**
 * Reads APART: a table with the columns class_a and class_b, two asset classes a row that never go together. Rows that
 * name a class that is not among \a classes, or one class twice, are reported and not used. Throws Error where a column
 * is missing.
 */
ClassRules readApart( const LayerSource &table, const std::set<std::string> &classes, Findings &findings,
                      Progress &progress );

/**
 * Reads BUDGETS: a table with the columns fund, year and amount, in euro. A year may be a range, and each of its years
 * has the amount then; where there is no year the amount is that of every year without one of its own. Rows of a fund
 * that is not among \a funds, without an amount or with a negative one, or with a year that is none, are reported and
 * not used. Throws Error where a column is missing.
 */
Budgets readBudgets( const LayerSource &table, const std::set<std::string> &funds, Findings &findings,
                     Progress &progress );

/**
 * Reads UNIT_PRICES: a table with the columns class, unit (m, m2 or piece) and price, in euro, and optionally size and
 * price_year. Rows without a class, a unit or a price are reported and not used. Throws Error where a column is
 * missing.
 */
UnitPrices readUnitPrices( const LayerSource &table, const PriceLevel &level, Findings &findings, Progress &progress );

} // namespace koppelkans
