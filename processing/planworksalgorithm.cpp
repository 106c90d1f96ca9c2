// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/planworksalgorithm.h"

#include "processing/assetsreader.h"
#include "processing/carriedfields.h"
#include "processing/livestable.h"
#include "processing/rows.h"

#include <QDate>

namespace koppelkans
{

QStringList KoppelkansPlanWorksAlgorithm::tags() const
{
  return tr( "maintenance,replacement,renewal,service life,assets,works,planning,years,window" ).split( ',' );
}

QString KoppelkansPlanWorksAlgorithm::about() const
{
  return tr( "Turns assets into works: each is due when its service life ends, counted from its construction or from "
             "its last renewal, whichever is "
             "later. Lives that the table does not give are filled in by default and marked as such in life_source; an "
             "asset without any year gets no "
             "window, and is reported." );
}

void KoppelkansPlanWorksAlgorithm::initAlgorithm( const QVariantMap & )
{
  const QString assets = QStringLiteral( "ASSETS" );
  const auto number =
    []( const char *name, const QString &description, const QVariant &value, double least, double most )
  {
    return new QgsProcessingParameterNumber( QString::fromLatin1( name ), description, compat::numberInteger, value,
                                             false, least, most );
  };

  add( new QgsProcessingParameterFeatureSource( assets, tr( "Assets" ), { compat::sourceTable } ),
       tr( "What the municipality keeps: pavement, sewers, green, lighting. All fields and geometries are carried "
           "along." ) );
  add( new QgsProcessingParameterField( QStringLiteral( "BUILT_FIELD" ), tr( "Year of construction" ), QVariant(),
                                        assets, compat::anyField, false, true ),
       tr( "A field with the year in which the asset was made: a number, a date or text such as 1987. 0 and 9999 count "
           "as unknown." ) );
  add( new QgsProcessingParameterField( QStringLiteral( "RENEWED_FIELD" ), tr( "Year of last maintenance" ), QVariant(),
                                        assets, compat::anyField, false, true ),
       tr( "A field with the year in which the asset was last renewed; where it is empty, the year of construction "
           "counts." ) );
  add( new QgsProcessingParameterField( QStringLiteral( "CLASS_FIELD" ), tr( "Asset class" ), QVariant(), assets,
                                        compat::anyField, false, true ),
       tr( "The field that says what kind of asset it is, as named in the table of service lives." ) );
  add( new QgsProcessingParameterFeatureSource( QStringLiteral( "LIVES" ), tr( "Service lives" ),
                                                { compat::sourceTable }, QVariant(), true ),
       tr( "A table with the columns class and life (years). Classes that it does not have get the default." ) );
  add( number( "DEFAULT_LIFE", tr( "Default service life (years)" ), 30, 1, 500 ),
       tr( "For classes that the table does not have; marked in life_source as default." ) );
  add( number( "EARLIER", tr( "May be done earlier (years)" ), 3, 0, 100 ),
       tr( "How many years before the end of its life an asset may be replaced." ) );
  add( number( "LATER", tr( "May be done later (years)" ), 2, 0, 100 ),
       tr( "How many years a replacement may be put off." ) );
  add( number( "BASE_YEAR", tr( "First year of the plan" ), QDate::currentDate().year(), 1800, 2200 ),
       tr( "Nothing is planned before it. What should have been replaced earlier is due in this year, and marked as "
           "overdue." ) );
  add( new QgsProcessingParameterFeatureSink( QStringLiteral( "WORKS" ), tr( "Works" ) ),
       tr( "The assets with asset_class, year_from and year_to (the window), year_due, overdue, life (years) and "
           "life_source: table, default or unknown." ) );
  addFindings();
}

QVariantMap KoppelkansPlanWorksAlgorithm::compute( Run &run )
{
  const LayerSource assets = requiredSource( run, QStringLiteral( "ASSETS" ) );
  const auto field = [&]( const char *name )
  {
    return assets.requiredField( parameterAsString( run.parameters, QString::fromLatin1( name ), run.context ) );
  };
  const auto number = [&]( const char *name )
  {
    return parameterAsInt( run.parameters, QString::fromLatin1( name ), run.context );
  };
  const AssetFields assetFields{ field( "BUILT_FIELD" ), field( "RENEWED_FIELD" ), field( "CLASS_FIELD" ) };
  Lives lives{ {}, number( "DEFAULT_LIFE" ), number( "EARLIER" ), number( "LATER" ), number( "BASE_YEAR" ) };
  if ( const std::optional<LayerSource> table = source( run, QStringLiteral( "LIVES" ) ) )
    lives.years = readLives( *table, run.findings, run.progress );
  AssetsReader reader( assets, assetFields, lives, run.findings );

  const CarriedFields fields(
    assets.fields, makeFields( { makeField( "asset_class", compat::text ), makeField( "year_from", compat::integer ),
                                 makeField( "year_to", compat::integer ), makeField( "year_due", compat::integer ),
                                 makeField( "overdue", compat::integer ), makeField( "life", compat::integer ),
                                 makeField( "life_source", compat::text ) } ) );
  QgsFeatureSink *sink = run.results.sink( QStringLiteral( "WORKS" ), fields.fields(), assets.wkbType, assets.crs );

  QgsFeatureIterator iterator = assets.features( QgsFeatureRequest() );
  QgsFeature feature;
  long long count = 0;
  while ( iterator.nextFeature( feature ) )
  {
    if ( ++count % 256 == 0 )
    {
      run.progress.check();
      run.progress.report( static_cast<double>( count ) / static_cast<double>( std::max( 1LL, assets.count ) ) );
    }
    const DatedAsset dated = reader.read( feature );
    const Replacement &due = dated.replacement;
    const auto known = [&due]( int value )
    {
      return due.window ? QVariant( value ) : QVariant();
    };
    if ( sink )
      addRow( *sink,
              CarriedFields::row( feature.attributes(), { orNull( dated.asset.assetClass ),
                                                          due.window ? QVariant( due.window->first ) : QVariant(),
                                                          due.window ? QVariant( due.window->last ) : QVariant(),
                                                          known( due.due ), known( due.overdue ), known( dated.life ),
                                                          QString::fromStdString( toString( due.lifeSource ) ) } ),
              fitting( feature, assets.wkbType ) );
  }
  assets.requireRead( iterator );
  return {};
}

QString KoppelkansPlanWorksAlgorithm::styleOf( const QString &result, const QVariantMap &,
                                               QgsProcessingContext & ) const
{
  return result == QLatin1String( "WORKS" ) ? QStringLiteral( "works" ) : QString();
}

} // namespace koppelkans
