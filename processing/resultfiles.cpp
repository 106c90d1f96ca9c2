// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/resultfiles.h"

#include "core/error.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <qgsfeaturesink.h>
#include <qgsproviderregistry.h>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingcontext.h>
#include <qgsprocessingparameters.h>
#include <qgsprocessingutils.h>
#include <qgsvectorlayer.h>

#include <algorithm>
#include <filesystem>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansResultFiles )
};

//! The definition of an output as the user gave it, its file still to be read from it.
QgsProcessingOutputLayerDefinition definitionOf( const QgsProcessingParameterDefinition &parameter, const QVariant &value )
{
  if ( value.canConvert<QgsProcessingOutputLayerDefinition>() )
    return value.value<QgsProcessingOutputLayerDefinition>();
  return QgsProcessingOutputLayerDefinition( value.isValid() ? value.toString() : parameter.defaultValue().toString() );
}

//! Whether a destination is a file of its own: neither a temporary layer, nor a table in a database.
bool isFile( const QString &destination )
{
  return !destination.isEmpty() && destination != QgsProcessing::TEMPORARY_OUTPUT && !destination.startsWith( QLatin1String( "memory:" ) )
         && !destination.contains( QLatin1String( "dbname=" ) ) && !destination.contains( QLatin1String( "://" ) )
         && !QFileInfo( destination ).suffix().isEmpty();
}

//! The file behind a layer's source, empty where there is none.
QString fileOf( const QgsMapLayer *layer )
{
  if ( !layer )
    return {};
  const QVariantMap parts = QgsProviderRegistry::instance()->decodeUri( layer->providerType(), layer->source() );
  return QFileInfo( parts.value( QStringLiteral( "path" ) ).toString() ).canonicalFilePath();
}

} // namespace

struct ResultFiles::Result
{
  QString name;
  QString destination;                  //!< where it has to end up; what the results name
  QString staged;                       //!< where it is written
  std::unique_ptr<QTemporaryDir> stage; //!< nothing where it is written in place
  std::unique_ptr<QgsFeatureSink> sink;
  bool vector = false;
  QString layerName; //!< in the project
  QgsProject *project = nullptr;
};

ResultFiles::ResultFiles( const QgsProcessingAlgorithm &algorithm, const QVariantMap &parameters, QgsProcessingContext &context )
  : mAlgorithm( algorithm ), mParameters( parameters ), mContext( context )
{
}

ResultFiles::~ResultFiles() = default;

void ResultFiles::refuseInput( const QString &name, const QString &destination ) const
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
      if ( fileOf( layer ) == target )
        throw Error( Texts::tr( "%1 would replace %2, which layer %3 is read from; choose another file" )
                       .arg( name, QDir::toNativeSeparators( destination ), layer->name() )
                       .toStdString() );
  }
}

std::unique_ptr<QTemporaryDir> ResultFiles::stageFor( const QString &name, const QString &destination )
{
  refuseInput( name, destination );
  const QFileInfo target( destination );
  if ( target.exists() && !target.isWritable() )
    throw Error( Texts::tr( "%1 cannot be written: %2 is read-only" ).arg( name, QDir::toNativeSeparators( destination ) ).toStdString() );
  // Not every file system can: the message is QTemporaryDir's own.
  auto stage = std::make_unique<QTemporaryDir>( target.absolutePath() + QStringLiteral( "/.koppelkans-XXXXXX" ) );
  if ( !stage->isValid() )
    throw Error( Texts::tr( "%1 cannot be written in %2: %3" )
                   .arg( name, QDir::toNativeSeparators( target.absolutePath() ), stage->errorString() )
                   .toStdString() );
  return stage;
}

QgsFeatureSink *ResultFiles::sink( const QString &name, const QgsFields &fields, compat::WkbType type, const QgsCoordinateReferenceSystem &crs )
{
  const QgsProcessingParameterDefinition *parameter = mAlgorithm.parameterDefinition( name );
  QgsProcessingOutputLayerDefinition definition = definitionOf( *parameter, mParameters.value( name ) );
  const QString destination = definition.sink.valueAsString( mContext.expressionContext() );

  Result result;
  result.name = name;
  result.vector = true;
  QVariantMap parameters = mParameters;
  if ( isFile( destination ) )
  {
    result.destination = destination;
    result.stage = stageFor( name, destination );
    result.staged = result.stage->filePath( QFileInfo( destination ).fileName() );
    result.project = definition.destinationProject;
    result.layerName = definition.destinationName.isEmpty() ? parameter->description() : definition.destinationName;
    definition.sink = QgsProperty::fromValue( result.staged );
    definition.destinationProject = nullptr; // it will be loaded from where it ends up
    parameters.insert( name, QVariant::fromValue( definition ) );
  }
  QString written;
  result.sink.reset( QgsProcessingParameters::parameterAsSink( parameter, parameters, fields, type, crs, mContext, written ) );
  if ( !result.sink )
  {
    if ( destination.isEmpty() )
      return nullptr;
    throw Error( Texts::tr( "%1 cannot be written to %2" ).arg( name, destination ).toStdString() );
  }
  if ( !result.stage )
    result.destination = written;
  mResults.push_back( std::move( result ) );
  return mResults.back().sink.get();
}

QString ResultFiles::emptyGeoPackage( const QString &name )
{
  const auto result = std::find_if( mResults.begin(), mResults.end(), [&name]( const Result &each ) { return each.name == name; } );
  if ( result == mResults.end() || !result->stage || QFileInfo( result->staged ).suffix().compare( QLatin1String( "gpkg" ), Qt::CaseInsensitive ) != 0 )
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
  result.sink.reset();
  if ( !flushed )
    throw Error( Texts::tr( "%1 could not be written whole: %2" ).arg( result.name, error ).toStdString() );
}

QVariantMap ResultFiles::commit()
{
  // Close everything first: a full disk shows when the last pages are written.
  for ( Result &result : mResults )
  {
    close( result );
    if ( result.vector && result.stage && !QgsVectorLayer( result.staged, result.name, QStringLiteral( "ogr" ) ).isValid() )
      throw Error( Texts::tr( "%1 could not be written whole; is the disk full?" ).arg( result.name ).toStdString() );
  }
  QVariantMap results;
  for ( Result &result : mResults )
  {
    results.insert( result.name, result.destination );
    if ( !result.stage )
      continue;
    // All files of the result: some formats have several.
    const QDir target = QFileInfo( result.destination ).absoluteDir();
    for ( const QString &fileName : QDir( result.stage->path() ).entryList( QDir::Files | QDir::Hidden ) )
    {
      std::error_code error;
      std::filesystem::rename( std::filesystem::path( result.stage->filePath( fileName ).toStdU16String() ),
                               std::filesystem::path( target.filePath( fileName ).toStdU16String() ), error );
      if ( error )
        throw Error( Texts::tr( "%1 cannot be put in place: %2" ).arg( result.name, QString::fromStdString( error.message() ) ).toStdString() );
    }
    if ( result.project )
      mContext.addLayerToLoadOnCompletion( result.destination, QgsProcessingContext::LayerDetails( result.layerName, result.project, result.name,
                                                                                                   QgsProcessingUtils::LayerHint::Vector ) );
  }
  return results;
}

} // namespace koppelkans
