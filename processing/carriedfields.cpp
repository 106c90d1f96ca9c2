// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/carriedfields.h"

namespace koppelkans
{

CarriedFields::CarriedFields( const QgsFields &carried, const QgsFields &own )
{
  const auto taken = [&]( const QString &name )
  { return own.lookupField( name ) >= 0 || mFields.lookupField( name ) >= 0 || name.compare( QLatin1String( "fid" ), Qt::CaseInsensitive ) == 0; };
  for ( QgsField field : carried )
  {
    const QString name = field.name();
    for ( int i = 1; taken( field.name() ); ++i )
      field.setName( i == 1 ? name + QStringLiteral( "_source" ) : QStringLiteral( "%1_source%2" ).arg( name ).arg( i ) );
    mFields.append( field );
  }
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
