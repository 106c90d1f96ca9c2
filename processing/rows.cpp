// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/rows.h"

#include "core/error.h"

#include <qgsfeature.h>
#include <qgsfeaturesink.h>

namespace koppelkans
{

void addRow( QgsFeatureSink &sink, const QVariantList &values, const QgsGeometry &geometry )
{
  QgsAttributes attributes;
  attributes.reserve( values.size() );
  for ( const QVariant &value : values )
    attributes.append( value );
  QgsFeature row;
  row.setAttributes( attributes );
  row.setGeometry( geometry );
  if ( !sink.addFeature( row, QgsFeatureSink::FastInsert ) )
    throw Error( sink.lastError().toStdString() );
}

} // namespace koppelkans
