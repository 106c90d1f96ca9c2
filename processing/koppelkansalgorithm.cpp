// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/koppelkansalgorithm.h"

#include "core/error.h"
#include "processing/findingtext.h"
#include "processing/styles.h"
#include "processing/workingcrs.h"

#include <QCoreApplication>
#include <QIcon>
#include <qgsexception.h>
#include <qgsmaplayer.h>
#include <qgsproject.h>
#include <qgsproviderregistry.h>
#include <qgsvectorlayer.h>

#include <cmath>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansAlgorithm )
};

} // namespace

void FeedbackProgress::report( double fraction )
{
  // Loops report at every step; whoever looks sees no more than permilles.
  if ( std::abs( fraction - mReported ) < 0.001 )
    return;
  mReported = fraction;
  mFeedback.setProgress( 100 * fraction );
}

bool FeedbackProgress::cancelled() const
{
  return mFeedback.isCanceled();
}

QString KoppelkansAlgorithm::group() const
{
  return Texts::tr( "Maintenance as a chance" );
}

QString KoppelkansAlgorithm::groupId() const
{
  return QStringLiteral( "koppelkans" );
}

QString KoppelkansAlgorithm::svgIconPath() const
{
  return QStringLiteral( ":/koppelkans/icons/%1.svg" ).arg( name() );
}

QIcon KoppelkansAlgorithm::icon() const
{
  return QIcon( svgIconPath() );
}

QString KoppelkansAlgorithm::shortHelpString() const
{
  QString html = QStringLiteral( "<p>%1</p>" ).arg( about() );
  const auto section = [&html]( const QString &title, const QStringList &items )
  {
    if ( !items.isEmpty() )
      html += QStringLiteral( "<h3>%1</h3>%2" ).arg( title, items.join( QString() ) );
  };
  const auto item = []( const QString &title, const QString &text )
  {
    return QStringLiteral( "<p><b>%1</b><br>%2</p>" ).arg( title.toHtmlEscaped(), text );
  };

  QStringList inputs, outputs;
  for ( const QgsProcessingParameterDefinition *parameter : parameterDefinitions() )
    ( parameter->isDestination() ? outputs : inputs ) << item( parameter->description(), parameter->help() );
  for ( const QgsProcessingOutputDefinition *output : outputDefinitions() )
    if ( mOutputHelp.contains( output->name() ) )
      outputs << item( output->description(), mOutputHelp.value( output->name() ) );
  section( Texts::tr( "Inputs" ), inputs );
  section( Texts::tr( "Results" ), outputs );
  return html;
}

void KoppelkansAlgorithm::add( QgsProcessingParameterDefinition *parameter, const QString &help )
{
  parameter->setHelp( help );
  addParameter( parameter );
}

void KoppelkansAlgorithm::addAdvanced( QgsProcessingParameterDefinition *parameter, const QString &help )
{
  parameter->setFlags( parameter->flags() | compat::advanced );
  add( parameter, help );
}

void KoppelkansAlgorithm::add( QgsProcessingOutputDefinition *output, const QString &help )
{
  mOutputHelp.insert( output->name(), help );
  addOutput( output );
}

void KoppelkansAlgorithm::addCrs()
{
  addAdvanced(
    new QgsProcessingParameterCrs( QStringLiteral( "CRS" ), Texts::tr( "CRS of the computation" ), QVariant(), true ),
    Texts::tr( "A projected CRS in metres, such as EPSG:28992 for the Netherlands or EPSG:31370 for Flanders. If left "
               "out: the project's, "
               "and without a project the first input's. Layers in another CRS are reprojected." ) );
}

void KoppelkansAlgorithm::addFindings()
{
  add( new QgsProcessingParameterFeatureSink( QStringLiteral( "FINDINGS" ), Texts::tr( "Findings" ),
                                              compat::sourceTable, QVariant(), true, false ),
       Texts::tr( "A table of everything that was repaired, left out or filled in by default: layer, feature, kind, "
                  "message and filled_by." ) );
}

std::optional<LayerSource> KoppelkansAlgorithm::source( const Run &run, const QString &name ) const
{
  std::unique_ptr<QgsProcessingFeatureSource> given( parameterAsSource( run.parameters, name, run.context ) );
  if ( !given )
  {
    QVariant asked = run.parameters.value( name );
    if ( asked.canConvert<QgsProcessingFeatureSourceDefinition>() )
      asked = asked.value<QgsProcessingFeatureSourceDefinition>().source.staticValue();
    if ( !asked.toString().isEmpty() )
      throw Error( invalidSourceError( run.parameters, name ).toStdString() );
    return std::nullopt;
  }
  const QgsMapLayer *layer =
    QgsProcessingParameters::parameterAsLayer( parameterDefinition( name ), run.parameters, run.context );
  const QString sourceName = layer ? layerName( layer, run.context ) : given->sourceName();
  return LayerSource::fromSource( std::move( given ), sourceName );
}

LayerSource KoppelkansAlgorithm::requiredSource( const Run &run, const QString &name ) const
{
  if ( std::optional<LayerSource> given = source( run, name ) )
    return std::move( *given );
  throw Error( invalidSourceError( run.parameters, name ).toStdString() );
}

QStringList KoppelkansAlgorithm::textList( const Run &run, const QString &name )
{
  const QVariant value = run.parameters.value( name );
  const QStringList given = value.userType() == QMetaType::QVariantList || value.userType() == QMetaType::QStringList
                              ? value.toStringList()
                              : value.toString().split( QLatin1Char( ',' ) );
  QStringList list;
  for ( const QString &item : given )
    if ( !item.trimmed().isEmpty() )
      list << item.trimmed();
  return list;
}

QList<QgsMapLayer *>
KoppelkansAlgorithm::layers( const QVariantMap &parameters, const QString &name, QgsProcessingContext &context,
                             const std::function<void( const QString &, const Error & )> &unreadable ) const
{
  // One by one: QGIS passes over a layer that it cannot read.
  const QVariant given = parameters.value( name );
  const QVariantList asked = given.userType() == QMetaType::QVariantList || given.userType() == QMetaType::QStringList
                               ? given.toList()
                               : QVariantList{ given };
  QList<QgsMapLayer *> found;
  for ( const QVariant &one : asked )
  {
    const QList<QgsMapLayer *> read = parameterAsLayerList( { { name, QVariantList{ one } } }, name, context );
    found << read;
    if ( read.isEmpty() && !one.toString().isEmpty() )
      unreadable( one.toString(), Error( Texts::tr( "layer %1 cannot be read" ).arg( one.toString() ).toStdString() ) );
  }
  return found;
}

QgsCoordinateReferenceSystem KoppelkansAlgorithm::computationCrs( Run &run,
                                                                  const QgsCoordinateReferenceSystem &input ) const
{
  const QgsCoordinateReferenceSystem chosen = parameterAsCrs( run.parameters, QStringLiteral( "CRS" ), run.context );
  const QString asked = run.parameters.value( QStringLiteral( "CRS" ) ).toString();
  if ( !chosen.isValid() && !asked.isEmpty() )
    throw unknownCrs( asked );
  return workingCrs( chosen, mProjectCrs, input, run.findings );
}

void KoppelkansAlgorithm::reportDefaults( Run &run ) const
{
  for ( const QgsProcessingParameterDefinition *parameter : parameterDefinitions() )
  {
    const bool isTerm = parameter->type() == QgsProcessingParameterNumber::typeName() ||
                        parameter->type() == QgsProcessingParameterEnum::typeName();
    if ( isTerm && !run.parameters.contains( parameter->name() ) && parameter->defaultValue().isValid() )
      run.findings.push_back( { FindingKind::DefaultUsed,
                                id().toStdString(),
                                Finding::noFeature,
                                parameter->name().toStdString(),
                                {},
                                parameter->defaultValue().toString().toStdString() } );
  }
}

QString KoppelkansAlgorithm::styleOf( const QString &, const QVariantMap &, QgsProcessingContext & ) const
{
  return {};
}

bool KoppelkansAlgorithm::prepareAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                            QgsProcessingFeedback * )
{
  try
  {
    if ( context.project() )
      mProjectCrs = context.project()->crs();
    prepare( parameters, context );
    return true;
  }
  catch ( const std::exception &error )
  {
    throw QgsProcessingException( errorText( error ) );
  }
}

QVariantMap KoppelkansAlgorithm::processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                                   QgsProcessingFeedback *feedback )
{
  Run run{ parameters, context, *feedback, FeedbackProgress( *feedback ), ResultFiles( *this, parameters, context ),
           {} };
  try
  {
    reportDefaults( run );
    QVariantMap results = compute( run );
    run.progress.report( 1 );
    run.progress.check();
    writeFindings( run.findings,
                   run.results.sink( QStringLiteral( "FINDINGS" ), findingFields(), compat::noGeometry, {} ) );
    run.progress.check();
    results.insert( run.results.commit() );
    reportFindings( run.findings, *feedback );
    for ( auto result = results.constBegin(); result != results.constEnd(); ++result )
      styleOnLoad( context, result.value().toString(), styleOf( result.key(), parameters, context ) );
    return results;
  }
  catch ( const Cancelled & )
  {
    throw QgsProcessingException( Texts::tr( "Cancelled; nothing was written" ) );
  }
  catch ( const QgsProcessingException &error )
  {
    throw QgsProcessingException( run.results.withDestinations( error.what() ) );
  }
  catch ( const std::bad_alloc & )
  {
    throw QgsProcessingException(
      Texts::tr( "There is not enough memory; nothing was written. Choose a smaller extent or larger cells" ) );
  }
  catch ( const std::exception &error )
  {
    // What was found on the way may well be the reason.
    reportFindings( run.findings, *feedback );
    throw QgsProcessingException( run.results.withDestinations( errorText( error ) ) );
  }
}

QString layerName( const QgsMapLayer *layer, const QgsProcessingContext &context )
{
  if ( context.project() && context.project()->mapLayer( layer->id() ) )
    return layer->name();
  const QVariantMap parts = QgsProviderRegistry::instance()->decodeUri( layer->providerType(), layer->source() );
  const QString inFile = parts.value( QStringLiteral( "layerName" ) ).toString();
  return inFile.isEmpty() ? layer->name() : inFile;
}

} // namespace koppelkans
