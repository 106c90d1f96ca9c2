// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding.h"
#include "core/stack/need.h"
#include "processing/layersource.h"

namespace koppelkans
{

/**
 * Reads THEME_SETTINGS: a table with the columns theme, weight, lower, upper, threshold, direction, field, filter,
 * extent, horizon and partner; all but theme are optional and so is each cell. The last two say nothing about what is
 * measured: they are for couplings, and passed over by all else. What cannot be read is reported and counts as not
 * given, and so do bounds of which the upper is not the higher; a row for a theme that is not among \a themes, or that
 * an earlier row has set, is reported and not used. Throws Error where there is no column theme.
 */
std::vector<ThemeSettings> readThemeSettings( const LayerSource &table, const QStringList &themes, Findings &findings,
                                              Progress &progress );

} // namespace koppelkans
