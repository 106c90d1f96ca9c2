// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "processing/livestable.h"
#include "tests/processing/workbench.h"

#include <qgsprocessingparameters.h>
#include <qgsvectorlayer.h>

using namespace koppelkans::test;

namespace
{

const QString assetFields = QStringLiteral( "&field=aanleg:string&field=onderhoud:string&field=soort:string" );

//! One asset with a table of lives: a road lasts 30 years, all else 40.
QVariantMap oneAsset( Workbench &bench, const QVariantList &attributes )
{
  QgsVectorLayer *assets =
    bench.add( "assets", "Point?crs=EPSG:28992" + assetFields, { { "POINT(1 2)", attributes } } );
  return { { "ASSETS", asValue( assets ) },
           { "BUILT_FIELD", "aanleg" },
           { "RENEWED_FIELD", "onderhoud" },
           { "CLASS_FIELD", "soort" },
           { "LIVES", bench.write( "class,life\nroad,30\n", "lives.csv" ) },
           { "DEFAULT_LIFE", 40 },
           { "EARLIER", 3 },
           { "LATER", 2 },
           { "BASE_YEAR", 2026 },
           { "WORKS", "TEMPORARY_OUTPUT" } };
}

} // namespace

class TestPlanWorks : public QObject
{
  Q_OBJECT

private slots:
  void windows_data();
  void windows();
  void findings_data();
  void findings();
  void tableWithoutGeometry();
  void selectedFeatures();
  void noFieldWithYears();
  void fieldsAreCarried();
  void mixedGeometry();
  void tableThatBreaksOff();
  void rowsOfLivesAreNamedByTheirId();
};

void TestPlanWorks::windows_data()
{
  QTest::addColumn<QVariantList>( "attributes" );
  QTest::addColumn<QString>( "work" );
  const auto row = []( const char *name, const QVariantList &attributes, const char *work )
  {
    QTest::newRow( name ) << attributes << QString( work );
  };
  // asset_class, year_from, year_to, year_due, overdue, life, life_source
  row( "from the table", { "2000", QVariant(), "road" }, "road | 2027 | 2032 | 2030 | 0 | 30 | table" );
  row( "renewed", { "1950", "2010", "road" }, "road | 2037 | 2042 | 2040 | 0 | 30 | table" );
  row( "renewed before it was built", { "2000", "1990", "road" }, "road | 2027 | 2032 | 2030 | 0 | 30 | table" );
  row( "default", { "2000", QVariant(), "sewer" }, "sewer | 2037 | 2042 | 2040 | 0 | 40 | default" );
  row( "not before the plan begins", { "1998", QVariant(), "road" }, "road | 2026 | 2030 | 2028 | 0 | 30 | table" );
  row( "overdue", { "1980", QVariant(), "road" }, "road | 2026 | 2028 | 2026 | 1 | 30 | table" );
  row( "due in the first year", { "1996", QVariant(), "road" }, "road | 2026 | 2028 | 2026 | 0 | 30 | table" );
  row( "unknown", { QVariant(), QVariant(), "road" }, "road | NULL | NULL | NULL | NULL | NULL | unknown" );
  row( "sentinel", { "9999", "0", "road" }, "road | NULL | NULL | NULL | NULL | NULL | unknown" );
  row( "range", { "1998-2000", QVariant(), "road" }, "road | 2027 | 2032 | 2030 | 0 | 30 | table" );
  row( "date", { "2000-05-01", QVariant(), "road" }, "road | 2027 | 2032 | 2030 | 0 | 30 | table" );
  row( "class with spaces", { "2000", QVariant(), " road " }, "road | 2027 | 2032 | 2030 | 0 | 30 | table" );
  row( "no class", { "2000", QVariant(), QVariant() }, "NULL | 2037 | 2042 | 2040 | 0 | 40 | default" );
}

void TestPlanWorks::windows()
{
  QFETCH( QVariantList, attributes );
  QFETCH( QString, work );
  Workbench bench;
  const Outcome outcome = bench.run( "planworks", oneAsset( bench, attributes ) );
  VERIFY_RAN( outcome );
  QCOMPARE(
    outcome.table( "WORKS", { "asset_class", "year_from", "year_to", "year_due", "overdue", "life", "life_source" } ),
    QStringList( { work } ) );
}

void TestPlanWorks::findings_data()
{
  QTest::addColumn<QVariantList>( "attributes" );
  QTest::addColumn<QString>( "kind" );
  QTest::addColumn<QStringList>( "named" );
  const auto row = []( const char *name, const QVariantList &attributes, const char *kind, const QStringList &named )
  {
    QTest::newRow( name ) << attributes << QString( kind ) << named;
  };
  row( "no year", { QVariant(), QVariant(), "road" }, "missing_year", { "aanleg" } );
  row( "0", { "0", QVariant(), "road" }, "unknown_year", { "aanleg", "0" } );
  row( "9999", { "9999", QVariant(), "road" }, "unknown_year", { "aanleg", "9999" } );
  row( "nonsense", { "soon", QVariant(), "road" }, "not_a_year", { "aanleg", "soon" } );
  row( "reversed", { "2030-2026", QVariant(), "road" }, "reversed_window", { "2030-2026" } );
  row( "nonsense renewal", { "2000", "?", "road" }, "not_a_year", { "onderhoud", "?" } );
  row( "renewed first", { "2000", "1990", "road" }, "renewed_before_built", { "1990" } );
  row( "life by default", { "2000", QVariant(), "sewer" }, "default_used", { "sewer", "40" } );
  row( "no class", { "2000", QVariant(), QVariant() }, "missing_class", { "soort" } );
}

void TestPlanWorks::findings()
{
  QFETCH( QVariantList, attributes );
  QFETCH( QString, kind );
  QFETCH( QStringList, named );
  Workbench bench;
  const Outcome outcome = bench.run( "planworks", oneAsset( bench, attributes ) );
  VERIFY_RAN( outcome );
  QVERIFY2( outcome.findings().contains( "assets|1|" + kind ), qPrintable( outcome.findings().join( '\n' ) ) );
  const QString message = outcome.messages( kind ).join( '\n' );
  for ( const QString &name : named + QStringList{ "assets", "feature 1" } )
    QVERIFY2( message.contains( name ), qPrintable( message ) );
}

void TestPlanWorks::tableWithoutGeometry()
{
  Workbench bench;
  QVariantMap parameters = oneAsset( bench, {} );
  parameters["ASSETS"] = bench.write( "aanleg,onderhoud,soort\n2000,,road\n", "assets.csv" );
  parameters["WORKS"] = bench.path( "works.csv" );
  const Outcome outcome = bench.run( "planworks", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( table( QgsVectorLayer( bench.path( "works.csv" ) ), { "soort", "year_from", "year_to" } ),
            QStringList( { "road | 2027 | 2032" } ) );
}

void TestPlanWorks::selectedFeatures()
{
  Workbench bench;
  QVariantMap parameters = oneAsset( bench, { "2000", QVariant(), "road" } );
  auto *assets = qobject_cast<QgsVectorLayer *>( bench.project.mapLayer( parameters["ASSETS"].toString() ) );
  QgsFeatureList more{ QgsFeature( assets->fields() ) };
  more.first().setAttribute( "aanleg", "2005" );
  QVERIFY( assets->dataProvider()->addFeatures( more ) );
  assets->selectByIds( { 2 } );
  QCOMPARE( bench.run( "planworks", parameters ).table( "WORKS", { "aanleg" } ), QStringList( { "2000", "2005" } ) );
  parameters["ASSETS"] = QVariant::fromValue( QgsProcessingFeatureSourceDefinition( assets->id(), true ) );
  QCOMPARE( bench.run( "planworks", parameters ).table( "WORKS", { "aanleg" } ), QStringList( { "2005" } ) );
}

void TestPlanWorks::noFieldWithYears()
{
  Workbench bench;
  QVariantMap parameters = oneAsset( bench, { "2000", QVariant(), "road" } );
  parameters.remove( "BUILT_FIELD" );
  parameters.remove( "RENEWED_FIELD" );
  const Outcome outcome = bench.run( "planworks", parameters );
  QVERIFY( !outcome.ok );
  QVERIFY2( outcome.errors.join( '\n' ).contains( "assets" ), outcome.said().constData() );
}

void TestPlanWorks::fieldsAreCarried()
{
  Workbench bench;
  QVariantMap parameters = oneAsset( bench, {} );
  QgsVectorLayer *assets =
    bench.add( "own", "Point?crs=EPSG:28992&field=fid:string&field=asset_class:integer&field=geom:string",
               { { "POINT(1 2)", { "A1", 2000, "round" } }, { "POINT(3 4)", { "A1", 2001, "flat" } } } );
  parameters = { { "ASSETS", asValue( assets ) },
                 { "BUILT_FIELD", "asset_class" },
                 { "BASE_YEAR", 2026 },
                 { "WORKS", bench.path( "works.gpkg" ) } };
  const Outcome outcome = bench.run( "planworks", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( table( QgsVectorLayer( bench.path( "works.gpkg" ) ),
                   { "fid_source", "asset_class_source", "geom_source", "year_due" } ),
            QStringList( { "A1 | 2000 | round | 2030", "A1 | 2001 | flat | 2031" } ) );
}

void TestPlanWorks::mixedGeometry()
{
  // One kind of geometry for all works: QGIS takes the first for the layer's.
  Workbench bench;
  QVariantMap parameters = oneAsset( bench, {} );
  const auto feature = []( const char *geometry )
  {
    return QByteArray(
             R"({"type":"Feature","properties":{"aanleg":2000,"onderhoud":null,"soort":"road"},"geometry":)" ) +
           geometry + "}";
  };
  parameters["ASSETS"] = bench.write(
    R"({"type":"FeatureCollection","features":[)" + feature( R"({"type":"Point","coordinates":[5,52]})" ) + "," +
      feature( R"({"type":"LineString","coordinates":[[5,52],[5.1,52]]})" ) + "," + feature( "null" ) + "]}",
    "mixed.geojson" );
  const Outcome outcome = bench.run( "planworks", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "WORKS", { "year_due" } ), QStringList( { "2030", "2030", "2030" } ) );
  QCOMPARE( outcome.findings().filter( "geometry" ), QStringList( { "mixed|1|wrong_geometry_type" } ) );
  QVERIFY( outcome.messages( "wrong_geometry_type" ).first().contains( "LineString" ) );
  parameters.remove( "WORKS" );
  parameters["ASSET_CLASS_FIELD"] = parameters.take( "CLASS_FIELD" );
  QCOMPARE( bench.run( "checkdata", parameters ).findings().filter( "wrong_geometry" ),
            QStringList( { "mixed|1|wrong_geometry_type" } ) );
}

void TestPlanWorks::tableThatBreaksOff()
{
  // As one on a server does that has gone: no rows are not the same as none read.
  koppelkans::LayerSource lives;
  lives.name = "lives";
  lives.features = []( const QgsFeatureRequest & )
  {
    return QgsFeatureIterator();
  };
  lives.fields.append( QgsField( "class", koppelkans::compat::text ) );
  lives.fields.append( QgsField( "life", koppelkans::compat::integer ) );
  koppelkans::Findings findings;
  koppelkans::NoProgress progress;
  QString error;
  try
  {
    koppelkans::readLives( lives, findings, progress );
  }
  catch ( const koppelkans::Error &thrown )
  {
    error = thrown.what();
  }
  QCOMPARE( error, QString( "layer lives cannot be read" ) );
}

void TestPlanWorks::rowsOfLivesAreNamedByTheirId()
{
  Workbench bench;
  QVariantMap parameters = oneAsset( bench, { "2000", QVariant(), "road" } );
  QgsVectorLayer *lives = bench.add(
    "lives", "None?field=class:string&field=life:string",
    { { QString(), { "sewer", "60" } }, { QString(), { "road", "30" } }, { QString(), { "lamp", "long" } } } );
  lives->selectByIds( { 2, 3 } );
  parameters["LIVES"] = QVariant::fromValue( QgsProcessingFeatureSourceDefinition( lives->id(), true ) );
  const Outcome outcome = bench.run( "planworks", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.findings().filter( "lives|" ), QStringList( { "lives|3|not_a_number" } ) );
}

KOPPELKANS_PROCESSING_TEST( TestPlanWorks )

#include "test_planworks.moc"
