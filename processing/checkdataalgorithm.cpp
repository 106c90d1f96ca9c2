// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/checkdataalgorithm.h"

#include "core/stack/stack.h"
#include "processing/assetsreader.h"
#include "processing/bundlingtables.h"
#include "processing/findingtext.h"
#include "processing/livestable.h"
#include "processing/settingstable.h"
#include "processing/worksreader.h"

#include <QDate>

namespace koppelkans
{

namespace
{

//! What makes a whole layer unusable, as a finding: this algorithm reports it and goes on.
Finding unusable( const QString &layer, const std::exception &error )
{
  return { FindingKind::UnusableLayer, layer.toStdString(), Finding::noFeature, {}, errorText( error ).toStdString() };
}

} // namespace

QStringList KoppelkansCheckDataAlgorithm::tags() const
{
  return tr( "check,validate,quality,data,findings,invalid,missing,years,defaults" ).split( ',' );
}

QString KoppelkansCheckDataAlgorithm::about() const
{
  return tr( "Reads whatever you mean to use and reports what the other algorithms would find in it: geometries that "
             "need repair, features that would be "
             "left out, years and numbers that cannot be read, and values that would be filled in by default. Nothing "
             "is changed." );
}

void KoppelkansCheckDataAlgorithm::initAlgorithm( const QVariantMap & )
{
  const auto addLayer =
    [&]( const char *name, const QString &description, decltype( compat::sourceTable ) type, const QString &help )
  {
    add(
      new QgsProcessingParameterFeatureSource( QString::fromLatin1( name ), description, { type }, QVariant(), true ),
      help );
  };
  const auto addField = [&]( const char *name, const QString &description, const char *layer, const QString &help )
  {
    add( new QgsProcessingParameterField( QString::fromLatin1( name ), description, QVariant(),
                                          QString::fromLatin1( layer ), compat::anyField, false, true ),
         help );
  };
  const auto number = []( const char *name, const QString &description, int value, double least, double most )
  {
    return new QgsProcessingParameterNumber( QString::fromLatin1( name ), description, compat::numberInteger, value,
                                             false, least, most );
  };

  add( new QgsProcessingParameterMultipleLayers( QStringLiteral( "THEMES" ), tr( "Themes" ), compat::sourceMapLayer,
                                                 QVariant(), true ),
       tr( "The layers to stack." ) );
  addLayer( "THEME_SETTINGS", tr( "Theme settings" ), compat::sourceTable,
            tr( "The table with weights, bounds, thresholds, directions and fields." ) );
  addLayer( "DISTRICTS", tr( "Districts" ), compat::sourcePolygon, tr( "The districts to score." ) );
  add( new QgsProcessingParameterField( QStringLiteral( "INDICATORS" ), tr( "Indicators" ), QVariant(),
                                        QStringLiteral( "DISTRICTS" ), compat::anyField, true, true ),
       tr( "Fields of the districts with a number each." ) );
  addLayer( "ASSETS", tr( "Assets" ), compat::sourceTable, tr( "The assets to plan works from." ) );
  addField( "BUILT_FIELD", tr( "Year of construction" ), "ASSETS", tr( "A field of the assets." ) );
  addField( "RENEWED_FIELD", tr( "Year of last maintenance" ), "ASSETS", tr( "A field of the assets." ) );
  addField( "ASSET_CLASS_FIELD", tr( "Asset class" ), "ASSETS", tr( "A field of the assets." ) );
  addLayer( "LIVES", tr( "Service lives" ), compat::sourceTable, tr( "The table with the columns class and life." ) );
  add( number( "DEFAULT_LIFE", tr( "Default service life (years)" ), 30, 1, 500 ),
       tr( "For classes that the table does not have." ) );
  addLayer( "WORKS", tr( "Works" ), compat::sourceGeometry, tr( "The works to bundle." ) );
  addField( "YEAR_FIELD", tr( "Planned year" ), "WORKS", tr( "A field of the works." ) );
  addField( "EARLIEST_FIELD", tr( "Earliest year" ), "WORKS", tr( "A field of the works." ) );
  addField( "LATEST_FIELD", tr( "Latest year" ), "WORKS", tr( "A field of the works." ) );
  addField( "FIXED_FIELD", tr( "Fixed" ), "WORKS", tr( "A field of the works." ) );
  addField( "COST_FIELD", tr( "Cost (euro)" ), "WORKS", tr( "A field of the works." ) );
  addField( "CLASS_FIELD", tr( "Class of works" ), "WORKS", tr( "A field of the works." ) );
  addField( "FUND_FIELD", tr( "Fund" ), "WORKS", tr( "A field of the works." ) );
  addField( "OWNER_FIELD", tr( "Owner" ), "WORKS", tr( "A field of the works." ) );
  addField( "CHOSEN_YEAR_FIELD", tr( "Chosen year" ), "WORKS", tr( "A field of the works." ) );
  addField( "WIDTH_FIELD", tr( "Width of each line (metres)" ), "WORKS", tr( "A field of the works." ) );
  addField( "RADIUS_FIELD", tr( "Radius of each point (metres)" ), "WORKS", tr( "A field of the works." ) );
  addField( "QUANTITY_FIELD", tr( "Quantity" ), "WORKS", tr( "A field of the works." ) );
  addField( "SIZE_FIELD", tr( "Size" ), "WORKS", tr( "A field of the works." ) );
  addLayer( "UNIT_PRICES", tr( "Unit prices" ), compat::sourceTable,
            tr( "The table with the columns class, unit and price." ) );
  addLayer( "APART", tr( "Classes apart" ), compat::sourceTable,
            tr( "The table with the columns class_a and class_b." ) );
  addLayer( "BUDGETS", tr( "Budgets" ), compat::sourceTable,
            tr( "The table with the columns fund, year and amount." ) );
  add( number( "EARLIER", tr( "Years earlier" ), 2, 0, 100 ),
       tr( "How far works without an earliest year may be brought forward." ) );
  add( number( "LATER", tr( "Years later" ), 2, 0, 100 ), tr( "How far works without a latest year may be put off." ) );
  addLayer( "MORATORIA", tr( "Dig moratoria" ), compat::sourcePolygon, tr( "Areas whose surface stays closed." ) );
  addField( "MORATORIA_FROM_FIELD", tr( "First closed year" ), "MORATORIA", tr( "A field of the moratoria." ) );
  addField( "MORATORIA_TO_FIELD", tr( "Last closed year" ), "MORATORIA", tr( "A field of the moratoria." ) );
  addLayer( "EXPERIMENTS", tr( "Experiments" ), compat::sourcePolygon,
            tr( "Areas whose works stay out of the plan." ) );
  addCrs();
  addFindings();
  add( new QgsProcessingOutputNumber( QStringLiteral( "FINDING_COUNT" ), tr( "Number of findings" ) ),
       tr( "How many rows the table of findings has." ) );
}

void KoppelkansCheckDataAlgorithm::prepare( const QVariantMap &parameters, QgsProcessingContext &context )
{
  const auto unreadable = [this]( const QString &asked, const Error &error )
  {
    mUnusable.push_back( unusable( asked, error ) );
  };
  for ( QgsMapLayer *layer : layers( parameters, QStringLiteral( "THEMES" ), context, unreadable ) )
  {
    try
    {
      mThemes.add( layer, context );
    }
    catch ( const Error &error )
    {
      mUnusable.push_back( unusable( layerName( layer, context ), error ) );
    }
  }
}

bool KoppelkansCheckDataAlgorithm::checkParameterValues( const QVariantMap &parameters, QgsProcessingContext &context,
                                                         QString *message ) const
{
  // What cannot be read is what is to be found: only the other parameters may be wrong.
  QVariantMap others = parameters;
  for ( const QgsProcessingParameterDefinition *parameter : parameterDefinitions() )
    if ( parameter->type() == QgsProcessingParameterFeatureSource::typeName() ||
         parameter->type() == QgsProcessingParameterMultipleLayers::typeName() )
      others.remove( parameter->name() );
  return KoppelkansAlgorithm::checkParameterValues( others, context, message );
}

std::optional<LayerSource> KoppelkansCheckDataAlgorithm::readable( Run &run, const char *name )
{
  const QString parameter = QString::fromLatin1( name );
  try
  {
    return mMissed.contains( parameter ) ? std::nullopt : source( run, parameter );
  }
  catch ( const Error &error )
  {
    run.findings.push_back( unusable( parameter, error ) );
    mMissed << parameter;
    return std::nullopt;
  }
}

int KoppelkansCheckDataAlgorithm::fieldOf( const Run &run, const LayerSource &layer, const char *name ) const
{
  return layer.requiredField( parameterAsString( run.parameters, QString::fromLatin1( name ), run.context ) );
}

QVariantMap KoppelkansCheckDataAlgorithm::compute( Run &run )
{
  run.findings.insert( run.findings.end(), mUnusable.begin(), mUnusable.end() );
  // The CRS of the first input that has one.
  QgsCoordinateReferenceSystem first = mThemes.crs();
  for ( const char *name : { "DISTRICTS", "WORKS", "ASSETS" } )
    if ( const std::optional<LayerSource> layer = readable( run, name ); layer && !first.isValid() )
      first = layer->crs;
  QgsCoordinateReferenceSystem crs;
  try
  {
    crs = computationCrs( run, first );
  }
  catch ( const Error &error )
  {
    // Without a CRS to compute in each layer can still be read in its own.
    run.findings.push_back( unusable( QStringLiteral( "CRS" ), error ) );
    crs = first;
  }
  const LayerReader reader( crs, run.context.transformContext(), run.findings );
  checkThemes( run, crs );
  checkDistricts( run, reader );
  checkAssets( run, reader );
  checkWorks( run, reader );
  return { { QStringLiteral( "FINDING_COUNT" ), static_cast<int>( run.findings.size() ) } };
}

void KoppelkansCheckDataAlgorithm::checkThemes( Run &run, const QgsCoordinateReferenceSystem &crs )
{
  std::vector<ThemeSettings> settings;
  if ( const std::optional<LayerSource> table = readable( run, "THEME_SETTINGS" ) )
  {
    try
    {
      settings = readThemeSettings( *table, mThemes.names(), run.findings, run.progress );
    }
    catch ( const Error &error )
    {
      run.findings.push_back( unusable( table->name, error ) );
    }
  }
  for ( std::size_t i = 0; i < mThemes.count(); ++i )
  {
    try
    {
      const Theme theme = mThemes.read( i, crs, run.context.transformContext(), settings, run.findings, run.progress );
      settle( theme.name, theme.measure, {}, settingsOf( settings, theme.name ), run.findings );
    }
    catch ( const Error &error )
    {
      run.findings.push_back( unusable( mThemes.names().at( static_cast<int>( i ) ), error ) );
    }
  }
}

void KoppelkansCheckDataAlgorithm::checkDistricts( Run &run, const LayerReader &reader )
{
  const std::optional<LayerSource> districts = readable( run, "DISTRICTS" );
  if ( !districts )
    return;
  try
  {
    const ReadLayer read = readDistricts( *districts, reader, run.progress );
    for ( const QString &indicator : compat::parameterAsFields( parameterDefinition( QStringLiteral( "INDICATORS" ) ),
                                                                run.parameters, run.context ) )
    {
      const int field = districts->requiredField( indicator );
      for ( std::size_t i = 0; i < read.attributes.size(); ++i )
        numberOf( read.attributes[i].at( field ), *districts, field, read.features.ids[i], run.findings );
    }
  }
  catch ( const Error &error )
  {
    run.findings.push_back( unusable( districts->name, error ) );
  }
}

void KoppelkansCheckDataAlgorithm::checkAssets( Run &run, const LayerReader &reader )
{
  const std::optional<LayerSource> assets = readable( run, "ASSETS" );
  if ( !assets )
    return;
  try
  {
    Lives lives{ {},
                 parameterAsInt( run.parameters, QStringLiteral( "DEFAULT_LIFE" ), run.context ),
                 0,
                 0,
                 QDate::currentDate().year() };
    if ( const std::optional<LayerSource> table = readable( run, "LIVES" ) )
      lives.years = readLives( *table, run.findings, run.progress );
    const AssetFields fields{ fieldOf( run, *assets, "BUILT_FIELD" ), fieldOf( run, *assets, "RENEWED_FIELD" ),
                              fieldOf( run, *assets, "ASSET_CLASS_FIELD" ) };
    AssetsReader dates( *assets, fields, lives, run.findings );
    QgsFeatureIterator iterator = assets->features( QgsFeatureRequest() );
    QgsFeature feature;
    while ( iterator.nextFeature( feature ) )
    {
      run.progress.check();
      dates.read( feature );
    }
    assets->requireRead( iterator );
    if ( compat::hasGeometry( assets->wkbType ) )
      reader.readMixed( *assets, run.progress );
  }
  catch ( const Error &error )
  {
    run.findings.push_back( unusable( assets->name, error ) );
  }
}

void KoppelkansCheckDataAlgorithm::checkWorks( Run &run, const LayerReader &reader )
{
  const auto area = [&]( const char *name, const auto &read )
  {
    const std::optional<LayerSource> layer = readable( run, name );
    try
    {
      if ( layer )
        read( *layer );
    }
    catch ( const Error &error )
    {
      run.findings.push_back( unusable( layer->name, error ) );
    }
  };
  Experiments experiments;
  area( "EXPERIMENTS",
        [&]( const LayerSource &layer ) { experiments = readExperiments( layer, reader, run.progress ); } );
  area( "MORATORIA",
        [&]( const LayerSource &layer )
        {
          readMoratoria( layer, fieldOf( run, layer, "MORATORIA_FROM_FIELD" ),
                         fieldOf( run, layer, "MORATORIA_TO_FIELD" ), reader, run.findings, run.progress );
        } );
  UnitPrices prices;
  area( "UNIT_PRICES", [&]( const LayerSource &layer )
        { prices = readUnitPrices( layer, PriceLevel(), run.findings, run.progress ); } );
  std::set<std::string> classes, funds;
  area( "WORKS",
        [&]( const LayerSource &layer )
        {
          const WorkFields fields = workFields( [&]( const char *name ) { return fieldOf( run, layer, name ); } );
          WorkTerms terms;
          terms.freedom = { parameterAsInt( run.parameters, QStringLiteral( "EARLIER" ), run.context ),
                            parameterAsInt( run.parameters, QStringLiteral( "LATER" ), run.context ) };
          terms.prices = std::move( prices );
          const ReadWorks works = readWorks( layer, fields, terms, reader, experiments, run.findings, run.progress );
          classes = works.values( fields.assetClass );
          funds = works.values( fields.fund );
        } );
  area( "APART", [&]( const LayerSource &layer ) { readApart( layer, classes, run.findings, run.progress ); } );
  area( "BUDGETS", [&]( const LayerSource &layer ) { readBudgets( layer, funds, run.findings, run.progress ); } );
}

} // namespace koppelkans
