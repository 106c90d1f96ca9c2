// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/columns.h"
#include "core/nodata.h"

#include <QVariant>
#include <qgsgeometry.h>

#include <memory>
#include <string>

class QgsFeatureSink;
class QgsLineString;

namespace koppelkans
{

//! A number for a field: NULL where there is none.
inline QVariant orNull( double value )
{
  return hasData( value ) ? QVariant( value ) : QVariant();
}

//! A text for a field: NULL where it is empty.
inline QVariant orNull( const std::string &text )
{
  return text.empty() ? QVariant() : QVariant( QString::fromStdString( text ) );
}

inline QVariant orNull( const QString &text )
{
  return text.isEmpty() ? QVariant() : QVariant( text );
}

//! A ring or line as QGIS has it.
std::unique_ptr<QgsLineString> lineString( std::span<const Point> places );

//! A feature of a column of polygons as QGIS has it.
QgsGeometry multiPolygon( const GeometryColumn &polygons, std::size_t feature );

//! Adds one row to a result. Throws Error where it cannot be written.
void addRow( QgsFeatureSink &sink, const QVariantList &values, const QgsGeometry &geometry = {} );

} // namespace koppelkans
