// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processing/workbench.h"

#include <qgsprocessingparameters.h>
#include <qgsvectorlayer.h>

using namespace koppelkans::test;

namespace
{

const QString areas = QStringLiteral( "Polygon?crs=EPSG:28992" );
const QString fields = QStringLiteral( "&field=jaar:string&field=kosten:string&field=vast:integer&field=soort:string" );

struct TwoWorks
{
  QVariantList sewer{ "2027", "1000", 0, "sewer" };
  QVariantList road{ "2028", "2000", 0, "road" };
};

/**
 * Two works of 100 m² that share 50 m²; the road may be a year earlier (40), the sewer a year later (30).
 *
 * Apart: 2·500 + 10·200 + 3000 = 6000; together in 2028: 500 + 10·150 + 3000 + 30 = 5030.
 */
QVariantMap twoWorks( Workbench &bench, const TwoWorks &works = {} )
{
  QgsVectorLayer *layer = bench.add(
    "works", areas + fields, { { square( 0, 0, 10 ), works.sewer }, { rectangle( 5, 0, 10, 10 ), works.road } } );
  return { { "WORKS", asValue( layer ) },
           { "YEAR_FIELD", "jaar" },
           { "COST_FIELD", "kosten" },
           { "FIXED_FIELD", "vast" },
           { "CLASS_FIELD", "soort" },
           { "EARLIER", 1 },
           { "LATER", 1 },
           { "SETUP_COST", 500 },
           { "PAVING_COST", 10 },
           { "ADVANCE_RATE", 0.02 },
           { "DELAY_RATE", 0.03 },
           { "DISTANCE", 25 },
           { "MAX_EXTENT", 250 },
           { "TIME_LIMIT", 10 },
           { "PLAN", "TEMPORARY_OUTPUT" },
           { "BUNDLES", "TEMPORARY_OUTPUT" } };
}

const QStringList planFields{ "bundle_id", "year", "shift", "shift_cost", "reason" };

} // namespace

Q_DECLARE_METATYPE( TwoWorks )

class TestBundleMaintenance : public QObject
{
  Q_OBJECT

private slots:
  void savingIsExact();
  void terms_data();
  void terms();
  void moratoria_data();
  void moratoria();
  void experiment();
  void linesAndPoints();
  void selectedFeatures();
  void fieldsAreCarried();
  void tooExtendedForAnyBundle();
  void unknownClosedClass();
  void noCostField();
  void mixedGeometry_data();
  void mixedGeometry();
};

void TestBundleMaintenance::savingIsExact()
{
  Workbench bench;
  const Outcome outcome = bench.run( "bundlemaintenance", twoWorks( bench ) );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "PLAN", planFields ),
            QStringList( { "1 | 2028 | 1 | 30 | in_bundle", "1 | 2028 | 0 | 0 | in_bundle" } ) );
  QCOMPARE( outcome.table( "BUNDLES", { "bundle_id", "year", "works", "classes", "cost_apart", "cost_bundled", "saving",
                                        "setup_saved", "paving_saved", "shift_paid", "cost_unknown" } ),
            QStringList( { "1 | 2028 | 2 | road, sewer | 6000 | 5030 | 970 | 500 | 500 | 30 | 0" } ) );
  QCOMPARE( outcome.results.value( "COST_APART" ).toDouble(), 6000.0 );
  QCOMPARE( outcome.results.value( "COST_BUNDLED" ).toDouble(), 5030.0 );
  QCOMPARE( outcome.results.value( "SAVING" ).toDouble(), 970.0 );
  QCOMPARE( outcome.results.value( "SAVING_BOUND" ).toDouble(), 970.0 );
  QgsFeature bundle;
  QVERIFY( outcome.layer( "BUNDLES" )->getFeatures().nextFeature( bundle ) );
  QVERIFY( bundle.geometry().equals( QgsGeometry::fromWkt( rectangle( 0, 0, 15, 10 ) ) ) ||
           qFuzzyCompare( bundle.geometry().area(), 150.0 ) );
}

void TestBundleMaintenance::terms_data()
{
  QTest::addColumn<TwoWorks>( "works" );
  QTest::addColumn<QVariantMap>( "changes" );
  QTest::addColumn<QStringList>( "plan" );
  QTest::addColumn<double>( "saving" );
  const auto row =
    []( const char *name, const TwoWorks &works, const QVariantMap &changes, const QStringList &plan, double saving )
  {
    QTest::newRow( name ) << works << changes << plan << saving;
  };

  row( "fixed", { { "2027", "1000", 1, "sewer" } }, {},
       { "1 | 2027 | 0 | 0 | in_bundle", "1 | 2027 | -1 | 40 | in_bundle" }, 960 );
  row( "both fixed", { { "2027", "1000", 1, "sewer" }, { "2028", "2000", 1, "road" } }, {},
       { "NULL | 2027 | 0 | 0 | no_common_year", "NULL | 2028 | 0 | 0 | no_common_year" }, 0 );
  row( "closed class", {}, { { "CLOSED_CLASSES", "lamp, road" } },
       { "1 | 2028 | 1 | 30 | in_bundle", "1 | 2028 | 0 | 0 | in_bundle" }, 470 );
  row( "range of years", { { "2026-2030", "1000", 0, "sewer" } }, {},
       { "1 | 2028 | 0 | 0 | in_bundle", "1 | 2028 | 0 | 0 | in_bundle" }, 1000 );
  row( "does not pay", {}, { { "SETUP_COST", 0 }, { "PAVING_COST", 0 } },
       { "NULL | 2027 | 0 | 0 | does_not_pay", "NULL | 2028 | 0 | 0 | does_not_pay" }, 0 );
  row( "too extended", {}, { { "MAX_EXTENT", 12 } },
       { "NULL | 2027 | 0 | 0 | too_extended", "NULL | 2028 | 0 | 0 | too_extended" }, 0 );
  row( "unknown cost", { { "2027", QVariant(), 0, "sewer" } }, {},
       { "1 | 2028 | 1 | NULL | in_bundle", "1 | 2028 | 0 | 0 | in_bundle" }, 1000 );
}

void TestBundleMaintenance::terms()
{
  QFETCH( TwoWorks, works );
  QFETCH( QVariantMap, changes );
  QFETCH( QStringList, plan );
  QFETCH( double, saving );
  Workbench bench;
  QVariantMap parameters = twoWorks( bench, works );
  for ( auto change = changes.constBegin(); change != changes.constEnd(); ++change )
    parameters[change.key()] = change.value();
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "PLAN", planFields ), plan );
  QCOMPARE( outcome.results.value( "SAVING" ).toDouble(), saving );
}

void TestBundleMaintenance::moratoria_data()
{
  QTest::addColumn<QVariantList>( "years" );
  QTest::addColumn<QStringList>( "plan" );
  QTest::newRow( "one year" ) << QVariantList{ "2028", "2028" }
                              << QStringList{ "1 | 2027 | 0 | 0 | in_bundle", "1 | 2027 | -1 | 40 | in_bundle" };
  // The sewer's window is 2026 to 2028; the road, which the area does not touch, has no neighbour with an open year.
  QTest::newRow( "its whole window" ) << QVariantList{ "2026", "2028" }
                                      << QStringList{ "NULL | 2027 | 0 | 0 | no_open_year",
                                                      "NULL | 2028 | 0 | 0 | no_common_year" };
  QTest::newRow( "open ends" ) << QVariantList{ QVariant(), QVariant() }
                               << QStringList{ "NULL | 2027 | 0 | 0 | no_open_year",
                                               "NULL | 2028 | 0 | 0 | no_common_year" };
}

void TestBundleMaintenance::moratoria()
{
  QFETCH( QVariantList, years );
  QFETCH( QStringList, plan );
  Workbench bench;
  QVariantMap parameters = twoWorks( bench );
  // Over the sewer alone: the works meet at x = 5.
  parameters["MORATORIA"] = asValue(
    bench.add( "moratoria", areas + "&field=van:string&field=tot:string", { { rectangle( 0, 0, 4, 10 ), years } } ) );
  parameters["MORATORIA_FROM_FIELD"] = "van";
  parameters["MORATORIA_TO_FIELD"] = "tot";
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "PLAN", planFields ), plan );
  QCOMPARE( outcome.findings().contains( "works|1|under_moratorium" ), plan.first().endsWith( "no_open_year" ) );
}

void TestBundleMaintenance::experiment()
{
  Workbench bench;
  QVariantMap parameters = twoWorks( bench );
  parameters["EXPERIMENTS"] = asValue(
    bench.add( "experiments", areas + "&field=naam:string", { { rectangle( 12, 0, 10, 10 ), { "Tuinstraat" } } } ) );
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "PLAN", planFields ),
            QStringList( { "NULL | 2027 | 0 | 0 | no_neighbour", "NULL | NULL | NULL | NULL | under_experiment" } ) );
  QCOMPARE( outcome.messages( "under_experiment" ).size(), 1 );
  QVERIFY( outcome.messages( "under_experiment" ).first().contains( "Tuinstraat" ) );
  QCOMPARE( outcome.layer( "BUNDLES" )->featureCount(), 0L );
}

void TestBundleMaintenance::linesAndPoints()
{
  Workbench bench;
  QVariantMap parameters = twoWorks( bench );
  parameters["WIDTH"] = 4;
  parameters["WORKS"] = asValue( bench.add( "sewers", "LineString?crs=EPSG:28992" + fields,
                                            { { "LINESTRING(0 0,100 0)", { "2027", "0", 0, "sewer" } },
                                              { "LINESTRING(50 0,150 0)", { "2027", "0", 0, "sewer" } } } ) );
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  // Strips of 4 m: 400 m² each, 600 m² together.
  QCOMPARE( outcome.table( "BUNDLES", { "cost_apart", "cost_bundled" } ), QStringList( { "9000 | 6500" } ) );
}

void TestBundleMaintenance::selectedFeatures()
{
  Workbench bench;
  QVariantMap parameters = twoWorks( bench );
  auto *works = qobject_cast<QgsVectorLayer *>( bench.project.mapLayer( parameters["WORKS"].toString() ) );
  works->selectByIds( { 2 } );
  QCOMPARE( bench.run( "bundlemaintenance", parameters ).table( "PLAN", { "jaar" } ),
            QStringList( { "2027", "2028" } ) );
  parameters["WORKS"] = QVariant::fromValue( QgsProcessingFeatureSourceDefinition( works->id(), true ) );
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "PLAN", { "jaar", "reason" } ), QStringList( { "2028 | no_neighbour" } ) );
}

void TestBundleMaintenance::fieldsAreCarried()
{
  Workbench bench;
  QgsVectorLayer *works = bench.add(
    "works",
    areas + "&field=fid:integer&field=Year:string&field=year_source:string&field=reason:string&field=kosten:string",
    { { square( 0, 0, 10 ), { 7, "2027", "estimate", "worn", "1000" } } } );
  const Outcome outcome = bench.run( "bundlemaintenance", { { "WORKS", asValue( works ) },
                                                            { "YEAR_FIELD", "Year" },
                                                            { "COST_FIELD", "kosten" },
                                                            { "PLAN", bench.path( "plan.gpkg" ) },
                                                            { "BUNDLES", "TEMPORARY_OUTPUT" } } );
  VERIFY_RAN( outcome );
  QCOMPARE( table( QgsVectorLayer( bench.path( "plan.gpkg" ) ),
                   { "fid_source", "Year_source", "year_source_source", "reason_source", "year", "reason" } ),
            QStringList( { "7 | 2027 | estimate | worn | 2027 | no_neighbour" } ) );
}

void TestBundleMaintenance::tooExtendedForAnyBundle()
{
  // The diagonal of a square of 10 m is 14.1 m.
  Workbench bench;
  QVariantMap parameters = twoWorks( bench );
  QCOMPARE( bench.run( "bundlemaintenance", parameters ).messages( "too_extended" ), QStringList() );
  parameters["MAX_EXTENT"] = 12;
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.findings().filter( "too_extended" ),
            QStringList( { "works|1|too_extended", "works|2|too_extended" } ) );
  QVERIFY2( outcome.messages( "too_extended" ).first().contains( "14.1 m" ), outcome.said().constData() );
}

void TestBundleMaintenance::unknownClosedClass()
{
  Workbench bench;
  QVariantMap parameters = twoWorks( bench );
  parameters["CLOSED_CLASSES"] = "lamp, road";
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.findings().filter( "unknown_setting" ), QStringList( { "works|NULL|unknown_setting" } ) );
  QVERIFY( outcome.messages( "unknown_setting" ).first().contains( "CLOSED_CLASSES “lamp”" ) );
}

void TestBundleMaintenance::noCostField()
{
  Workbench bench;
  QVariantMap parameters = twoWorks( bench );
  parameters.remove( "COST_FIELD" );
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.findings().filter( QRegularExpression( "cost|number" ) ),
            QStringList( { "works|NULL|no_cost_field" } ) );
  QVERIFY( outcome.messages( "no_cost_field" ).first().contains( "layer works: no field with costs was chosen" ) );
  // Setup and paving saved, and no shift counted.
  QCOMPARE( outcome.results.value( "SAVING" ).toDouble(), 1000.0 );
}

void TestBundleMaintenance::mixedGeometry_data()
{
  QTest::addColumn<QString>( "destination" );
  for ( const char *destination : { "TEMPORARY_OUTPUT", "memory:plan", "plan.gpkg", "plan.geojson",
                                    "ogr:dbname='%1/city.gpkg' table=\"plan\" (geom)" } )
    QTest::newRow( destination ) << QString( destination );
}

//! Works of all kinds in one layer keep their geometries, whichever kind QGIS takes for the layer's.
void TestBundleMaintenance::mixedGeometry()
{
  QFETCH( QString, destination );
  Workbench bench;
  const QStringList geometries{ rectangle( 0, 0, 10, 10 ), "LINESTRING(0 0,10 0)", "POINT(5 5)",
                                "GEOMETRYCOLLECTION(POINT(20 0),LINESTRING(20 0,30 0))" };
  QStringList lines{ "WKT,jaar,kosten" };
  for ( const QString &geometry : geometries )
    lines << QStringLiteral( "\"%1\",2027,1000" ).arg( geometry );
  auto *works = new QgsVectorLayer( bench.write( lines.join( '\n' ).toUtf8(), "works.csv" ), "works" );
  works->setCrs( QgsCoordinateReferenceSystem( "EPSG:28992" ) );
  bench.project.addMapLayer( works );
  QVariantMap parameters = twoWorks( bench );
  parameters["WORKS"] = works->id();
  parameters.remove( "FIXED_FIELD" );
  parameters.remove( "CLASS_FIELD" );
  parameters["PLAN"] = destination.contains( '.' ) && !destination.contains( '%' ) ? bench.path( destination )
                       : destination.contains( '%' ) ? destination.arg( bench.folder.path() )
                                                     : destination;
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  // A collection of several kinds is no work, but loses nothing.
  QCOMPARE( outcome.findings().filter( "geometry" ), QStringList( { "works|4|wrong_geometry_type" } ) );
  QVERIFY2( outcome.infos.join( '\n' ).contains( "Layer works mixes points, lines and polygons" ),
            outcome.said().constData() );
  QStringList written;
  QgsFeatureIterator plan = outcome.layer( "PLAN" )->getFeatures();
  QgsFeature feature;
  while ( plan.nextFeature( feature ) )
    written << feature.geometry().asWkt( 0 ).remove( ' ' ).toUpper();
  for ( const QString &geometry : geometries )
    QVERIFY2( written.removeAll( QgsGeometry::fromWkt( geometry ).asWkt( 0 ).remove( ' ' ).toUpper() ) == 1,
              qPrintable( written.join( '\n' ) ) );
  QCOMPARE( written, QStringList() );
}

KOPPELKANS_PROCESSING_TEST( TestBundleMaintenance )

#include "test_bundlemaintenance.moc"
