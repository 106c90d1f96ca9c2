// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/realdata/algorithm_run.h"

#include "processing/registration.h"

#include <QFile>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingcontext.h>
#include <qgsprocessingfeedback.h>
#include <qgsprocessingregistry.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

namespace koppelkans::test
{

Qgis::Qgis( int &argc, char **argv )
  : mApplication( argc, argv, false, mProfile.path() )
{
  QgsApplication::setPrefixPath( QStringLiteral( KOPPELKANS_QGIS_PREFIX ), true );
  QgsApplication::initQgis();
  registerProvider();
}

Qgis::~Qgis()
{
  unregisterProvider();
  QgsApplication::exitQgis();
}

Outcome run( const QString &algorithm, const QVariantMap &parameters )
{
  const std::unique_ptr<QgsProcessingAlgorithm> instance(
    QgsApplication::processingRegistry()->createAlgorithmById( QStringLiteral( "koppelkans:" ) + algorithm ) );
  if ( !instance )
    return { false, {}, QStringLiteral( "there is no algorithm %1" ).arg( algorithm ) };
  // A project of its own: the CRS must come from the parameters.
  QgsProject project;
  QgsProcessingContext context;
  context.setProject( &project );
  QgsProcessingFeedback feedback( false );
  Outcome outcome;
  // QGIS ignores a name that the algorithm does not have, and a test would then test the default.
  for ( auto parameter = parameters.constBegin(); parameter != parameters.constEnd(); ++parameter )
    if ( !instance->parameterDefinition( parameter.key() ) )
      return { false, {}, QStringLiteral( "%1 has no parameter %2" ).arg( algorithm, parameter.key() ) };
  outcome.results = instance->run( parameters, context, &feedback, &outcome.ok );
  outcome.log = feedback.textLog();
  return outcome;
}

std::unique_ptr<QgsVectorLayer> openLayer( const QString &source )
{
  return std::make_unique<QgsVectorLayer>( source, QStringLiteral( "layer" ), QStringLiteral( "ogr" ) );
}

std::map<std::pair<QString, QString>, int> countFindings( const QString &source )
{
  std::map<std::pair<QString, QString>, int> counts;
  const std::unique_ptr<QgsVectorLayer> table = openLayer( source );
  QgsFeature finding;
  for ( QgsFeatureIterator iterator = table->getFeatures(); iterator.nextFeature( finding ); )
    ++counts[{ finding.attribute( QStringLiteral( "layer" ) ).toString(),
               finding.attribute( QStringLiteral( "kind" ) ).toString() }];
  return counts;
}

bool writeLines( const QString &path, const QStringList &lines )
{
  QFile file( path );
  const QByteArray text = lines.join( QLatin1Char( '\n' ) ).toUtf8() + '\n';
  return file.open( QIODevice::WriteOnly ) && file.write( text ) == text.size();
}

} // namespace koppelkans::test
