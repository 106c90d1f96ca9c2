// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace koppelkans::test
{

/**
 * Writes polygons (well-known text, EPSG:28992) as \a layer of a file, GeoPackage or GeoJSON by its suffix; a
 * GeoPackage that is there keeps its other layers. Returns the source as qgis_process takes it.
 */
QString writePolygons( const QString &file, const QString &layer, const QStringList &polygons );

/**
 * The rows of a file's only layer: the lower left corner of the feature, if it has a geometry, then \a fields, as
 * "120000 480000 | 1 0.5 NULL"; numbers to six figures, rows sorted. "cannot be read" where it cannot.
 */
QStringList readRows( const QString &file, const QStringList &fields );

} // namespace koppelkans::test
