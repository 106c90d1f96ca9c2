// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding.h"
#include "processing/layersource.h"

#include <map>

namespace koppelkans
{

/**
 * Reads LIVES: a table with the columns class and life, in years. Rows without a class or a positive life are reported
 * and left out. Throws Error where a column is missing.
 */
std::map<std::string, int> readLives( const LayerSource &table, Findings &findings, Progress &progress );

} // namespace koppelkans
