// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "writer.h"

namespace koppelkans::sample
{

//! Writes the tables without geometry: the funds (potjes) and the partners of each theme.
void writeTables( GeoPackageWriter &file );

//! Writes opgaven.csv, the THEME_SETTINGS of the ten themes.
void writeThemeSettings( const std::string &path );

//! Writes levensduren.csv, the lives of the asset classes.
void writeLives( const std::string &path );

} // namespace koppelkans::sample
