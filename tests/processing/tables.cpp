// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processing/workbench.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <qgsprocessingutils.h>
#include <qgsvectorlayer.h>

namespace koppelkans::test
{

QgsVectorLayer *Outcome::layer( const QString &result ) const
{
  if ( !results.contains( result ) )
    return nullptr;
  return qobject_cast<QgsVectorLayer *>(
    QgsProcessingUtils::mapLayerFromString( results.value( result ).toString(), *context ) );
}

QStringList Outcome::table( const QString &result, const QStringList &fields ) const
{
  const QgsVectorLayer *found = layer( result );
  return found ? test::table( *found, fields ) : QStringList{ QStringLiteral( "no layer %1" ).arg( result ) };
}

QStringList Outcome::findings() const
{
  QStringList found = table( QStringLiteral( "FINDINGS" ),
                             { QStringLiteral( "layer" ), QStringLiteral( "feature" ), QStringLiteral( "kind" ) } );
  found.replaceInStrings( QStringLiteral( " | " ), QStringLiteral( "|" ) );
  return found;
}

QStringList Outcome::messages( const QString &kind ) const
{
  QStringList texts;
  const QgsVectorLayer *found = layer( QStringLiteral( "FINDINGS" ) );
  if ( !found )
    return texts;
  QgsFeatureIterator iterator = found->getFeatures();
  QgsFeature feature;
  while ( iterator.nextFeature( feature ) )
    if ( feature.attribute( QStringLiteral( "kind" ) ).toString() == kind )
      texts << feature.attribute( QStringLiteral( "message" ) ).toString();
  return texts;
}

QByteArray Outcome::said() const
{
  return ( errors + warnings + infos ).join( QLatin1Char( '\n' ) ).toUtf8();
}

QVariant asValue( QgsMapLayer *layer )
{
  return layer->id();
}

QVariantList asValues( const QList<QgsVectorLayer *> &layers )
{
  QVariantList values;
  for ( QgsVectorLayer *layer : layers )
    values << asValue( layer );
  return values;
}

QString rectangle( double x, double y, double width, double height )
{
  const auto number = []( double value )
  {
    return QString::number( value, 'g', 17 );
  };
  const QString left = number( x ), right = number( x + width ), bottom = number( y ), top = number( y + height );
  return QStringLiteral( "POLYGON((%1 %3,%2 %3,%2 %4,%1 %4,%1 %3))" ).arg( left, right, bottom, top );
}

QString square( double x, double y, double size )
{
  return rectangle( x, y, size, size );
}

QStringList table( const QgsVectorLayer &layer, const QStringList &fields )
{
  QStringList lines;
  QgsFeatureIterator iterator = layer.getFeatures();
  QgsFeature feature;
  while ( iterator.nextFeature( feature ) )
  {
    QStringList line;
    for ( const QString &field : fields )
    {
      const int index = layer.fields().lookupField( field );
      const QVariant value = index < 0 ? QVariant( QStringLiteral( "no field " ) + field ) : feature.attribute( index );
      if ( !value.isValid() || value.isNull() )
        line << QStringLiteral( "NULL" );
      else if ( value.userType() == QMetaType::Double )
        line << QString::number( value.toDouble(), 'g', 6 );
      else
        line << value.toString();
    }
    lines << line.join( QStringLiteral( " | " ) );
  }
  return lines;
}

QMap<QString, QByteArray> contents( const QString &folder )
{
  QMap<QString, QByteArray> found;
  QDirIterator entries( folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                        QDirIterator::Subdirectories );
  while ( entries.hasNext() )
  {
    const QString path = entries.next();
    QFile file( path );
    const bool isFile = entries.fileInfo().isFile() && file.open( QFile::ReadOnly );
    found.insert( path,
                  isFile ? QCryptographicHash::hash( file.readAll(), QCryptographicHash::Sha256 ) : QByteArray() );
  }
  return found;
}

} // namespace koppelkans::test
