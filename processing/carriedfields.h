// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "processing/compat.h"

#include <qgsfields.h>

namespace koppelkans
{

/**
 * Appends \a field to \a fields, under the first free name of <name>, <name><suffix>, <name><suffix>2 and so on.
 *
 * A name is free if no field of \a fields or \a reserved has it, whatever its case, and if it is not one that a
 * GeoPackage keeps to itself (fid, geom).
 */
void appendUnique( QgsFields &fields, QgsField field, const QString &suffix, const QgsFields &reserved = {} );

/**
 * The fields of an input, carried along into a result that has fields of its own.
 *
 * The result's own fields bear the names of the contract; a carried field whose name is not free is called
 * <name>_source: see appendUnique().
 */
class CarriedFields
{
public:
  CarriedFields( const QgsFields &carried, const QgsFields &own );

  //! The carried fields, then the own.
  const QgsFields &fields() const { return mFields; }

  //! One row's values in the order of fields().
  static QVariantList row( const QgsAttributes &carried, const QVariantList &own );

private:
  QgsFields mFields;
};

//! A field for results.
inline QgsField makeField( const char *name, compat::FieldType type )
{
  return QgsField( QString::fromLatin1( name ), type );
}

//! Several of them.
QgsFields makeFields( std::initializer_list<QgsField> fields );

} // namespace koppelkans
