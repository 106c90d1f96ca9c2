// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processing/workbench.h"

#include "processing/registration.h"

#include <qgsprocessingalgorithm.h>
#include <qgsprocessingregistry.h>
#include <qgsprocessingutils.h>
#include <qgsvectorfilewriter.h>
#include <qgsvectorlayer.h>

namespace koppelkans::test
{

Qgis::Qgis( int &argc, char **argv )
{
  QStandardPaths::setTestModeEnabled( true );
  qputenv( "QT_QPA_PLATFORM", "offscreen" );
  qputenv( "QGIS_CUSTOM_CONFIG_PATH", mProfile.path().toLocal8Bit() );
  qputenv( "XDG_RUNTIME_DIR", mProfile.path().toLocal8Bit() );
  mApplication = std::make_unique<QgsApplication>( argc, argv, false );
  QCoreApplication::setOrganizationName( QStringLiteral( "koppelkans" ) );
  QCoreApplication::setApplicationName( QStringLiteral( "tests" ) );
  QSettings().setValue( QStringLiteral( "locale/userLocale" ), QStringLiteral( "en_US" ) );
  QgsApplication::initQgis();
  registerProvider();
}

Qgis::~Qgis()
{
  unregisterProvider();
  QgsApplication::exitQgis();
}

Listener::Listener()
  : QgsProcessingFeedback( false )
{
}

void Listener::reportError( const QString &text, bool )
{
  errors << text;
}

Workbench::Workbench()
{
  project.setCrs( QgsCoordinateReferenceSystem() );
}

QgsVectorLayer *Workbench::add( const QString &name, const QString &uri, const QList<Row> &rows )
{
  auto layer = std::make_unique<QgsVectorLayer>( uri, name, QStringLiteral( "memory" ) );
  if ( !uri.contains( QLatin1String( "crs=" ) ) )
    layer->setCrs( QgsCoordinateReferenceSystem() );
  QgsFeatureList features;
  for ( const Row &row : rows )
  {
    QgsFeature feature( layer->fields() );
    for ( int i = 0; i < row.attributes.size(); ++i )
      feature.setAttribute( i, row.attributes.at( i ) );
    if ( !row.wkt.isEmpty() )
      feature.setGeometry( QgsGeometry::fromWkt( row.wkt ) );
    features << feature;
  }
  if ( !layer->dataProvider()->addFeatures( features ) )
    qFatal( "a test layer does not take its features: %s", qPrintable( layer->dataProvider()->lastError() ) );
  layer->updateExtents();
  QgsVectorLayer *added = layer.get();
  project.addMapLayer( layer.release() );
  return added;
}

QString Workbench::write( QgsVectorLayer *layer, const QString &file, const QString &tableName ) const
{
  QgsVectorFileWriter::SaveVectorOptions options;
  options.driverName = QgsVectorFileWriter::driverForExtension( QFileInfo( file ).suffix() );
  options.layerName = tableName.isEmpty() ? QFileInfo( file ).completeBaseName() : tableName;
  options.actionOnExistingFile = QFile::exists( path( file ) ) ? QgsVectorFileWriter::CreateOrOverwriteLayer
                                                               : QgsVectorFileWriter::CreateOrOverwriteFile;
  QString error;
  if ( QgsVectorFileWriter::writeAsVectorFormatV3( layer, path( file ), QgsCoordinateTransformContext(), options,
                                                   &error ) != QgsVectorFileWriter::NoError )
    qFatal( "cannot write %s: %s", qPrintable( file ), qPrintable( error ) );
  return path( file );
}

QString Workbench::write( const QByteArray &text, const QString &file ) const
{
  QFile to( path( file ) );
  if ( !to.open( QFile::WriteOnly ) || to.write( text ) != text.size() )
    qFatal( "cannot write %s", qPrintable( file ) );
  return path( file );
}

std::unique_ptr<QgsProcessingContext> Workbench::makeContext()
{
  auto context = std::make_unique<QgsProcessingContext>();
  context->setProject( &project );
  // As the desktop has it; our algorithms repair what is invalid themselves.
#if _QGIS_VERSION_INT >= 33600
  context->setInvalidGeometryCheck( ::Qgis::InvalidGeometryCheck::AbortOnInvalid );
#else
  context->setInvalidGeometryCheck( QgsFeatureRequest::GeometryAbortOnInvalid );
#endif
  return context;
}

Outcome Workbench::run( const QString &algorithm, QVariantMap parameters, Listener *listener )
{
  Listener own;
  Listener &heard = listener ? *listener : own;
  if ( !parameters.contains( QStringLiteral( "FINDINGS" ) ) )
    parameters.insert( QStringLiteral( "FINDINGS" ), QStringLiteral( "TEMPORARY_OUTPUT" ) );
  Outcome outcome;
  outcome.context = makeContext();
  const std::unique_ptr<QgsProcessingAlgorithm> made(
    QgsApplication::processingRegistry()->createAlgorithmById( QStringLiteral( "koppelkans:" ) + algorithm ) );
  if ( !made )
    qFatal( "there is no algorithm %s", qPrintable( algorithm ) );
  outcome.results = made->run( parameters, *outcome.context, &heard, &outcome.ok );
  outcome.infos = heard.infos;
  outcome.warnings = heard.warnings;
  outcome.errors = heard.errors;
  return outcome;
}

QString Workbench::refusal( const QString &algorithm, const QVariantMap &parameters )
{
  const std::unique_ptr<QgsProcessingContext> context = makeContext();
  const std::unique_ptr<QgsProcessingAlgorithm> made(
    QgsApplication::processingRegistry()->createAlgorithmById( QStringLiteral( "koppelkans:" ) + algorithm ) );
  QString message;
  return made->checkParameterValues( parameters, *context, &message ) ? QString() : message;
}

} // namespace koppelkans::test
