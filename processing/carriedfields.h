// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "processing/compat.h"

#include <qgsfields.h>

namespace koppelkans
{

/**
 * The fields of an input, carried along into a result that has fields of its own.
 *
 * The result's own fields bear the names of the contract; a carried field that has such a name, or "fid", which a
 * GeoPackage keeps to itself, is called <name>_source, or <name>_source2 and so on where that is taken too.
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
inline QgsField makeField( const char *name, compat::FieldType type ) { return QgsField( QString::fromLatin1( name ), type ); }

//! Several of them.
QgsFields makeFields( std::initializer_list<QgsField> fields );

} // namespace koppelkans
