// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/**
 * Five themes of Amsterdam as a municipality would stack them, and how they are read.
 *
 * Heat counts from strong (35 °C physiological equivalent temperature) to extreme stress (41 °C).
 */
namespace koppelkans::test::amsterdam
{

inline const QString rd = QStringLiteral( "EPSG:28992" );

inline const QString heat = QStringLiteral( "hitte_pet_10m_afgeleid" );
inline const QString shade = QStringLiteral( "schaduw_trottoirs_per_buurt" );
inline const QString labels = QStringLiteral( "bbga_energielabel_groen_buurten" );
inline const QString ecology = QStringLiteral( "ecologische_verbindingen_groot_onderhoud" );
inline const QString heatPlan = QStringLiteral( "aardgasvrij_plan" );

//! The sources of the themes.
QStringList themes();

//! The table of theme settings, as lines of a CSV file.
QStringList settings();

//! The heat plan's layer.
QString heatPlanSource();

} // namespace koppelkans::test::amsterdam
