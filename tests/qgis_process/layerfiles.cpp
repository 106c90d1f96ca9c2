// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qgis_process/layerfiles.h"

#include <QFileInfo>
#include <ogrsf_frmts.h>

#include <stdexcept>

namespace koppelkans::test
{

namespace
{

QString number( double value )
{
  return QString::number( value, 'g', 6 );
}

QString text( OGRFeature &feature, int field )
{
  if ( field < 0 )
    return QStringLiteral( "(no such field)" );
  if ( !feature.IsFieldSetAndNotNull( field ) )
    return QStringLiteral( "NULL" );
  if ( feature.GetFieldDefnRef( field )->GetType() == OFTReal )
    return number( feature.GetFieldAsDouble( field ) );
  return QString::fromUtf8( feature.GetFieldAsString( field ) );
}

} // namespace

QString writePolygons( const QString &file, const QString &layer, const QStringList &polygons )
{
  GDALAllRegister();
  const bool geoPackage = file.endsWith( QLatin1String( ".gpkg" ) );
  const QByteArray path = file.toUtf8();
  GDALDatasetUniquePtr data;
  if ( geoPackage && QFileInfo::exists( file ) )
    data.reset( GDALDataset::Open( path.constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE ) );
  else if ( GDALDriver *driver = GetGDALDriverManager()->GetDriverByName( geoPackage ? "GPKG" : "GeoJSON" ) )
    data.reset( driver->Create( path.constData(), 0, 0, 0, GDT_Unknown, nullptr ) );
  OGRSpatialReference crs;
  crs.importFromEPSG( 28992 );
  OGRLayer *table = data ? data->CreateLayer( layer.toUtf8().constData(), &crs, wkbPolygon, nullptr ) : nullptr;
  if ( !table )
    throw std::runtime_error( "cannot write " + file.toStdString() );
  for ( const QString &polygon : polygons )
  {
    OGRFeature feature( table->GetLayerDefn() );
    OGRGeometry *geometry = nullptr;
    OGRGeometryFactory::createFromWkt( polygon.toUtf8().constData(), nullptr, &geometry );
    feature.SetGeometryDirectly( geometry );
    if ( table->CreateFeature( &feature ) != OGRERR_NONE )
      throw std::runtime_error( "cannot write " + file.toStdString() );
  }
  return geoPackage ? file + QStringLiteral( "|layername=" ) + layer : file;
}

QStringList readRows( const QString &file, const QStringList &fields )
{
  GDALAllRegister();
  const GDALDatasetUniquePtr data( GDALDataset::Open( file.toUtf8().constData(), GDAL_OF_VECTOR ) );
  if ( !data || data->GetLayerCount() != 1 )
    return { QStringLiteral( "cannot be read" ) };
  QStringList rows;
  for ( const OGRFeatureUniquePtr &feature : *data->GetLayer( 0 ) )
  {
    QStringList values;
    for ( const QString &field : fields )
      values << text( *feature, feature->GetFieldIndex( field.toUtf8().constData() ) );
    QString corner;
    if ( const OGRGeometry *geometry = feature->GetGeometryRef() )
    {
      OGREnvelope box;
      geometry->getEnvelope( &box );
      corner = number( box.MinX ) + ' ' + number( box.MinY ) + QStringLiteral( " | " );
    }
    rows << corner + values.join( ' ' );
  }
  rows.sort();
  return rows;
}

} // namespace koppelkans::test
