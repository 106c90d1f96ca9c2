// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/finding.h"

#include <qgscoordinatereferencesystem.h>

namespace koppelkans
{

/**
 * The one projected CRS in which an algorithm computes: \a chosen where given, else \a project's, else \a input's.
 *
 * Throws Error, saying what to choose, where that CRS is missing, geographic or not in metres. Web Mercator is allowed
 * but reported in \a findings, since it distorts areas.
 */
QgsCoordinateReferenceSystem workingCrs( const QgsCoordinateReferenceSystem &chosen,
                                         const QgsCoordinateReferenceSystem &project,
                                         const QgsCoordinateReferenceSystem &input, Findings &findings );

//! That QGIS knows no CRS called \a asked, and what to choose instead.
Error unknownCrs( const QString &asked );

} // namespace koppelkans
