// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/carriedfields.h"

namespace koppelkans
{

void appendUnique( QgsFields &fields, QgsField field, const QString &suffix, const QgsFields &reserved )
{
  const auto taken = [&]( const QString &name )
  {
    return fields.lookupField( name ) >= 0 || reserved.lookupField( name ) >= 0 ||
           QStringList( { QStringLiteral( "fid" ), QStringLiteral( "geom" ) } ).contains( name, Qt::CaseInsensitive );
  };
  const QString name = field.name();
  for ( int i = 1; taken( field.name() ); ++i )
    field.setName( i == 1 ? name + suffix : name + suffix + QString::number( i ) );
  fields.append( field );
}

CarriedFields::CarriedFields( const QgsFields &carried, const QgsFields &own )
{
  for ( const QgsField &field : carried )
    appendUnique( mFields, field, QStringLiteral( "_source" ), own );
  for ( const QgsField &field : own )
    mFields.append( field );
}

QVariantList CarriedFields::row( const QgsAttributes &carried, const QVariantList &own )
{
  QVariantList values;
  for ( const QVariant &value : carried )
    values << value;
  return values + own;
}

QgsFields makeFields( std::initializer_list<QgsField> fields )
{
  QgsFields made;
  for ( const QgsField &field : fields )
    made.append( field );
  return made;
}

} // namespace koppelkans
