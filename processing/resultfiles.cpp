// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/resultfiles.h"

#include "core/error.h"
#include "processing/koppelkansalgorithm.h"
#include "processing/replacement.h"
#include "processing/stagedtable.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <qgsexception.h>
#include <qgsfeaturesink.h>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingcontext.h>
#include <qgsprocessingparameters.h>
#include <qgsprocessingutils.h>
#include <qgsproviderregistry.h>
#include <qgssqliteutils.h>
#include <qgsvectorlayer.h>

#include <algorithm>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansResultFiles )
};

//! The definition of an output as the user gave it, its file still to be read from it.
QgsProcessingOutputLayerDefinition definitionOf( const QgsProcessingParameterDefinition &parameter,
                                                 const QVariant &value )
{
  if ( value.canConvert<QgsProcessingOutputLayerDefinition>() )
    return value.value<QgsProcessingOutputLayerDefinition>();
  return QgsProcessingOutputLayerDefinition( value.isValid() ? value.toString() : parameter.defaultValue().toString() );
}

bool isInMemory( const QString &destination )
{
  return destination == QgsProcessing::TEMPORARY_OUTPUT || destination.startsWith( QLatin1String( "memory:" ) );
}

//! Whether a destination is a file of its own: neither a temporary layer, nor a table in a database.
bool isFile( const QString &destination )
{
  return !destination.isEmpty() && !isInMemory( destination ) && !destination.contains( QLatin1String( "dbname=" ) ) &&
         !destination.contains( QLatin1String( "://" ) );
}

//! The file that QGIS makes of a destination: a GeoPackage where there is no suffix.
QString fileNamed( const QString &destination )
{
  return QFileInfo( destination ).suffix().isEmpty() ? destination + QStringLiteral( ".gpkg" ) : destination;
}

//! Whether another program is writing in the SQLite database \a file, or has locked it.
bool isLocked( const QString &file )
{
  QFile start( file );
  if ( !start.open( QFile::ReadOnly ) || start.read( 15 ) != "SQLite format 3" )
    return false;
  start.close();
  sqlite3_database_unique_ptr database;
  QString message;
  return database.open( file ) != 0 || database.exec( QStringLiteral( "BEGIN EXCLUSIVE" ), message ) != 0;
}

/**
 * A sink that knows what it is called and how many rows it was given.
 *
 * Drivers keep rows back: only the number tells in the end whether all have arrived.
 */
class NamedSink : public QgsFeatureSink
{
public:
  NamedSink( std::unique_ptr<QgsFeatureSink> sink, const QString &name, const QString &destination )
    : mSink( std::move( sink ) )
    , mName( name )
    , mDestination( destination )
  {
  }

  bool addFeatures( QgsFeatureList &features, Flags flags ) override
  {
    mRows += features.size();
    return mSink->addFeatures( features, flags );
  }

  bool addFeature( QgsFeature &feature, Flags flags ) override
  {
    ++mRows;
    return mSink->addFeature( feature, flags );
  }

  bool flushBuffer() override { return mSink->flushBuffer(); }

  QString lastError() const override
  {
    return Texts::tr( "%1 could not be written whole to %2: %3" )
      .arg( mName, QDir::toNativeSeparators( mDestination ), mSink->lastError() );
  }

  long long rows() const { return mRows; }

private:
  std::unique_ptr<QgsFeatureSink> mSink;
  QString mName;
  QString mDestination;
  long long mRows = 0;
};

//! Whether \a layer is read from \a file; where a \a table is given, from that.
bool isReadFrom( const QgsMapLayer *layer, const QString &file, const QString &table )
{
  if ( !layer )
    return false;
  const QVariantMap parts = QgsProviderRegistry::instance()->decodeUri( layer->providerType(), layer->source() );
  const QString own = parts.value( QStringLiteral( "layerName" ) ).toString();
  return QFileInfo( parts.value( QStringLiteral( "path" ) ).toString() ).canonicalFilePath() == file &&
         ( table.isEmpty() || own.isEmpty() || own.compare( table, Qt::CaseInsensitive ) == 0 );
}

} // namespace

struct ResultFiles::Result
{
  QString name;
  QString destination;                  //!< where it has to end up; what the results name
  QString staged;                       //!< where it is written
  std::unique_ptr<QTemporaryDir> stage; //!< nothing where it is no file of its own
  std::unique_ptr<StagedTable> table;   //!< nothing where it is no table in a GeoPackage
  std::unique_ptr<NamedSink> sink;
  long long rows = 0; //!< that the sink was given, at least
  bool vector = false;
  QString layerName; //!< in the project
  QgsProject *project = nullptr;
};

ResultFiles::ResultFiles( const QgsProcessingAlgorithm &algorithm, const QVariantMap &parameters,
                          QgsProcessingContext &context )
  : mAlgorithm( algorithm )
  , mParameters( parameters )
  , mContext( context )
{
}

ResultFiles::~ResultFiles() = default;

QString ResultFiles::withDestinations( QString text ) const
{
  for ( const Result &result : mResults )
    text = named( text, result );
  return text;
}

QString ResultFiles::named( QString text, const Result &result )
{
  return result.stage ? text.replace( result.stage->path(), QFileInfo( result.destination ).absolutePath() ) : text;
}

void ResultFiles::refuseInput( const QString &name, const QString &destination, const QString &table ) const
{
  const QString target = QFileInfo( destination ).canonicalFilePath();
  if ( target.isEmpty() )
    return;
  for ( const QgsProcessingParameterDefinition *parameter : mAlgorithm.parameterDefinitions() )
  {
    if ( parameter->isDestination() || !mParameters.contains( parameter->name() ) )
      continue;
    QList<QgsMapLayer *> layers;
    if ( parameter->type() == QgsProcessingParameterMultipleLayers::typeName() )
      layers = QgsProcessingParameters::parameterAsLayerList( parameter, mParameters, mContext );
    else if ( parameter->type() == QgsProcessingParameterFeatureSource::typeName() )
      layers << QgsProcessingParameters::parameterAsLayer( parameter, mParameters, mContext );
    for ( const QgsMapLayer *layer : std::as_const( layers ) )
      if ( isReadFrom( layer, target, table ) )
        throw Error( Texts::tr( "%1 would replace %2, which layer %3 is read from; choose another file" )
                       .arg( name, QDir::toNativeSeparators( destination ) + ( table.isEmpty() ? table : ' ' + table ),
                             layerName( layer, mContext ) )
                       .toStdString() );
  }
}

std::unique_ptr<QTemporaryDir> ResultFiles::stageFor( const QString &name, const QString &destination )
{
  refuseInput( name, destination );
  const QFileInfo target( destination );
  for ( const Result &other : mResults )
    if ( other.stage && QFileInfo( other.destination ).absoluteFilePath() == target.absoluteFilePath() )
      throw Error( Texts::tr( "%1 and %2 cannot both be written to %3" )
                     .arg( other.name, name, QDir::toNativeSeparators( destination ) )
                     .toStdString() );
  const auto refuseIf = [&]( bool refused, const QString &reason )
  {
    if ( refused )
      throw Error( reason.arg( name, QDir::toNativeSeparators( target.absoluteFilePath() ) ).toStdString() );
  };
  refuseIf( target.isDir(), Texts::tr( "%1 cannot be written: %2 is a folder" ) );
  refuseIf( target.exists() && !target.isWritable(), Texts::tr( "%1 cannot be written: %2 is read-only" ) );
  refuseIf( target.exists() && isLocked( target.absoluteFilePath() ),
            Texts::tr( "%1 cannot be written: another program is writing in %2" ) );
  // Not every file system can: the message is QTemporaryDir's own.
  auto stage = std::make_unique<QTemporaryDir>( target.absolutePath() + QStringLiteral( "/.koppelkans-XXXXXX" ) );
  if ( !stage->isValid() )
    throw Error( Texts::tr( "%1 cannot be written in %2: %3" )
                   .arg( name, QDir::toNativeSeparators( target.absolutePath() ), stage->errorString() )
                   .toStdString() );
  return stage;
}

QgsFeatureSink *ResultFiles::sink( const QString &name, const QgsFields &fields, compat::WkbType type,
                                   const QgsCoordinateReferenceSystem &crs )
{
  const QgsProcessingParameterDefinition *parameter = mAlgorithm.parameterDefinition( name );
  QgsProcessingOutputLayerDefinition definition = definitionOf( *parameter, mParameters.value( name ) );
  QString destination = definition.sink.valueAsString( mContext.expressionContext() );

  Result result;
  result.name = name;
  result.vector = true;
  QVariantMap parameters = mParameters;
  if ( type == compat::anyGeometry && isInMemory( destination ) )
    destination = QgsProcessingUtils::generateTempFilename( name + QStringLiteral( ".gpkg" ) );
  if ( isFile( destination ) )
  {
    destination = fileNamed( destination );
    result.destination = destination;
    result.stage = stageFor( name, destination );
    result.staged = result.stage->filePath( QFileInfo( destination ).fileName() );
    definition.sink = QgsProperty::fromValue( result.staged );
  }
  else if ( ( result.table = StagedTable::of( destination ) ) )
  {
    refuseInput( name, result.table->file(), result.table->table() );
    result.destination = result.table->source();
    definition.sink = QgsProperty::fromValue( result.table->stagedDestination() );
  }
  if ( result.stage || result.table )
  {
    result.project = definition.destinationProject;
    result.layerName = definition.destinationName.isEmpty() ? parameter->description() : definition.destinationName;
    definition.destinationProject = nullptr; // it will be loaded from where it ends up
    parameters.insert( name, QVariant::fromValue( definition ) );
  }
  QString written;
  std::unique_ptr<QgsFeatureSink> sink;
  QString reason;
  try
  {
    sink.reset(
      QgsProcessingParameters::parameterAsSink( parameter, parameters, fields, type, crs, mContext, written ) );
  }
  catch ( const QgsProcessingException &error )
  {
    reason = named( error.what(), result );
  }
  if ( !sink && destination.isEmpty() )
    return nullptr;
  if ( !sink )
    throw Error( Texts::tr( "%1 cannot be written to %2: %3" )
                   .arg( name, QDir::toNativeSeparators( destination ), reason )
                   .toStdString() );
  if ( !result.stage && !result.table )
    result.destination = written;
  result.sink = std::make_unique<NamedSink>( std::move( sink ), name, result.destination );
  mResults.push_back( std::move( result ) );
  return mResults.back().sink.get();
}

QString ResultFiles::emptyGeoPackage( const QString &name )
{
  const auto result =
    std::find_if( mResults.begin(), mResults.end(), [&name]( const Result &each ) { return each.name == name; } );
  if ( result == mResults.end() || !result->stage ||
       QFileInfo( result->staged ).suffix().compare( QLatin1String( "gpkg" ), Qt::CaseInsensitive ) != 0 )
    return {};
  close( *result );
  return result->staged;
}

QString ResultFiles::file( const QString &name )
{
  const QgsProcessingParameterDefinition *parameter = mAlgorithm.parameterDefinition( name );
  const QgsProcessingOutputLayerDefinition definition = definitionOf( *parameter, mParameters.value( name ) );
  if ( definition.sink.valueAsString( mContext.expressionContext() ).isEmpty() )
    return {};
  Result result;
  result.name = name;
  result.destination = QgsProcessingParameters::parameterAsOutputLayer( parameter, mParameters, mContext );
  result.stage = stageFor( name, result.destination );
  result.staged = result.stage->filePath( QFileInfo( result.destination ).fileName() );
  mResults.push_back( std::move( result ) );
  return mResults.back().staged;
}

void ResultFiles::close( Result &result )
{
  if ( !result.sink )
    return;
  const bool flushed = result.sink->flushBuffer();
  const QString error = result.sink->lastError();
  result.rows = result.sink->rows();
  result.sink.reset();
  if ( !flushed )
    throw Error( error.toStdString() );
}

QVariantMap ResultFiles::commit()
{
  // Close everything first: a full disk shows when the last pages are written.
  for ( Result &result : mResults )
  {
    close( result );
    if ( !result.vector || !result.stage )
      continue;
    const QgsVectorLayer written( result.staged, result.name, QStringLiteral( "ogr" ) );
    if ( !written.isValid() || written.featureCount() < result.rows )
      throw Error( Texts::tr( "%1 could not be written whole to %2; is the disk full?" )
                     .arg( result.name, QDir::toNativeSeparators( result.destination ) )
                     .toStdString() );
  }
  // All files of a result: some formats have several, and one of these may be where an input stands.
  const auto filesOf = []( const Result &result )
  {
    return QDir( result.stage->path() ).entryList( QDir::Files | QDir::Hidden );
  };
  const auto target = []( const Result &result, const QString &file )
  {
    return QFileInfo( result.destination ).absoluteDir().filePath( file );
  };
  for ( const Result &result : mResults )
    for ( const QString &file : result.stage ? filesOf( result ) : QStringList() )
      refuseInput( result.name, target( result, file ) );
  // Undone one by one, unless all have their place.
  std::vector<std::unique_ptr<Replacement>> replacements;
  const auto put = [&]( const Result &result, const QString &file, const QString &where )
  {
    try
    {
      replacements.push_back( std::make_unique<Replacement>( *result.stage, file, where ) );
    }
    catch ( const Error &error )
    {
      throw Error(
        Texts::tr( "%1 cannot be put in place: %2" ).arg( result.name, QString( error.what() ) ).toStdString() );
    }
  };
  for ( const Result &result : mResults )
  {
    if ( result.table )
      result.table->putInPlace();
    if ( !result.stage )
      continue;
    // SQLite would play the journal of the database that stood here back into the new one.
    for ( const char *journal : { "-wal", "-shm", "-journal" } )
      put( result, {}, result.destination + QLatin1String( journal ) );
    for ( const QString &file : filesOf( result ) )
      put( result, result.stage->filePath( file ), target( result, file ) );
  }
  for ( const std::unique_ptr<Replacement> &replacement : replacements )
    replacement->keep();

  QVariantMap results;
  for ( const Result &result : mResults )
  {
    if ( result.table )
      result.table->keep();
    results.insert( result.name, result.destination );
    if ( result.project )
      mContext.addLayerToLoadOnCompletion(
        result.destination, QgsProcessingContext::LayerDetails( result.layerName, result.project, result.name,
                                                                QgsProcessingUtils::LayerHint::Vector ) );
  }
  return results;
}

} // namespace koppelkans
