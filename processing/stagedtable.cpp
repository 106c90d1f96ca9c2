// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/stagedtable.h"

#include "core/error.h"

#include <QFile>
#include <qgsabstractdatabaseproviderconnection.h>
#include <qgsdatasourceuri.h>
#include <qgsexception.h>
#include <qgsprovidermetadata.h>
#include <qgsproviderregistry.h>

namespace koppelkans
{

std::unique_ptr<StagedTable> StagedTable::of( const QString &destination )
{
  const QString prefix = QStringLiteral( "ogr:" );
  if ( !destination.startsWith( prefix ) )
    return nullptr;
  const QgsDataSourceUri uri( destination.mid( prefix.size() ) );
  if ( !uri.database().endsWith( QLatin1String( ".gpkg" ), Qt::CaseInsensitive ) || uri.table().isEmpty() )
    return nullptr;
  return std::unique_ptr<StagedTable>( new StagedTable( uri.database(), uri.table(), uri.geometryColumn() ) );
}

StagedTable::StagedTable( const QString &file, const QString &table, const QString &geometryColumn )
  : mFile( file )
  , mTable( table )
  , mGeometryColumn( geometryColumn )
  , mFileIsNew( !QFile::exists( file ) )
{
}

StagedTable::~StagedTable()
{
  if ( mInPlace || !QFile::exists( mFile ) )
    return;
  try
  {
    if ( mFileIsNew )
      QFile::remove( mFile );
    else if ( const auto database = connection(); database && database->tableExists( QString(), stagedName() ) )
      database->dropVectorTable( QString(), stagedName() );
  }
  catch ( const QgsException & )
  {
    // The run has failed already, and says why.
  }
}

QString StagedTable::stagedDestination() const
{
  return QStringLiteral( "ogr:dbname='%1' table=\"%2\"%3" )
    .arg( mFile, stagedName(),
          mGeometryColumn.isEmpty() ? QString() : QStringLiteral( " (%1)" ).arg( mGeometryColumn ) );
}

void StagedTable::putInPlace()
{
  try
  {
    const auto database = connection();
    if ( database && database->tableExists( QString(), mTable ) )
      database->dropVectorTable( QString(), mTable );
    if ( database )
      database->renameVectorTable( QString(), stagedName(), mTable );
    mInPlace = true;
  }
  catch ( const QgsException &error )
  {
    throw Error( source().toStdString() + ": " + error.what().toStdString() );
  }
}

std::unique_ptr<QgsAbstractDatabaseProviderConnection> StagedTable::connection() const
{
  QgsProviderMetadata *ogr = QgsProviderRegistry::instance()->providerMetadata( QStringLiteral( "ogr" ) );
  std::unique_ptr<QgsAbstractProviderConnection> made( ogr->createConnection( mFile, {} ) );
  auto *database = dynamic_cast<QgsAbstractDatabaseProviderConnection *>( made.get() );
  if ( database )
    made.release();
  return std::unique_ptr<QgsAbstractDatabaseProviderConnection>( database );
}

} // namespace koppelkans
