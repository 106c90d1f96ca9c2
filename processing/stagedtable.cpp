// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/stagedtable.h"

#include "core/error.h"

#include <QFile>
#include <qgsabstractdatabaseproviderconnection.h>
#include <qgsdatasourceuri.h>
#include <qgsexception.h>
#include <qgsprovidermetadata.h>
#include <qgsproviderregistry.h>
#include <qgssqliteutils.h>

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
  if ( mIsKept || !QFile::exists( mFile ) )
    return;
  try
  {
    if ( mFileIsNew )
    {
      QFile::remove( mFile );
      return;
    }
    const auto database = connection();
    if ( !database )
      return;
    if ( mInPlace )
      database->dropVectorTable( QString(), mTable );
    if ( mOldIsAside )
      database->renameVectorTable( QString(), asideName(), mTable );
    if ( database->tableExists( QString(), stagedName() ) )
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
    {
      // Of a run that could not tidy up after itself.
      if ( database->tableExists( QString(), asideName() ) )
        database->dropVectorTable( QString(), asideName() );
      database->renameVectorTable( QString(), mTable, asideName() );
      mOldIsAside = true;
    }
    if ( database )
      database->renameVectorTable( QString(), stagedName(), mTable );
    mInPlace = true;
  }
  catch ( const QgsException &error )
  {
    throw Error( source().toStdString() + ": " + error.what().toStdString() );
  }
}

void StagedTable::keep()
{
  mIsKept = true;
  if ( !mOldIsAside )
    return;
  try
  {
    const auto database = connection();
    // Styles that the user has saved with the table went aside with it.
    if ( database->tableExists( QString(), QStringLiteral( "layer_styles" ) ) )
      database->executeSql(
        QStringLiteral( "UPDATE layer_styles SET f_table_name = %1 WHERE f_table_name = %2" )
          .arg( QgsSqliteUtils::quotedString( mTable ), QgsSqliteUtils::quotedString( asideName() ) ) );
    database->dropVectorTable( QString(), asideName() );
  }
  catch ( const QgsException & )
  {
    // The result is in place; the old table stays beside it.
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
