// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processing/inputs.h"

#include <cmath>
#include <qgsvectorlayer.h>

using namespace koppelkans::test;

namespace
{

const QString rd = QStringLiteral( "EPSG:28992" );

QgsCoordinateReferenceSystem crs( const QString &id )
{
  return QgsCoordinateReferenceSystem( id );
}

//! A copy of \a layer in another CRS, with much finer edges so that curves do not show.
QgsVectorLayer *inDegrees( Workbench &bench, QgsVectorLayer *layer )
{
  const QgsCoordinateTransform transform( layer->crs(), crs( "EPSG:4326" ), QgsCoordinateTransformContext() );
  QgsFeatureIterator features = layer->getFeatures();
  QgsFeature feature;
  QList<Row> rows;
  while ( features.nextFeature( feature ) )
  {
    QgsGeometry geometry = feature.geometry();
    geometry.transform( transform );
    rows << Row{ geometry.asWkt( 12 ), feature.attributes().toList() };
  }
  return bench.add( layer->name(), "Polygon?crs=EPSG:4326&field=year:string&field=cost:string&field=class:string",
                    rows );
}

QList<Row> nearAmsterdam()
{
  return { { square( 120000, 485000, 10 ), soundAttributes() },
           { square( 120011, 485000, 10 ), soundAttributes() },
           { square( 120022, 485000, 5 ), soundAttributes() } };
}

} // namespace

class TestBadCrs : public QObject
{
  Q_OBJECT

private slots:
  void refused_data();
  void refused();
  void reported_data();
  void reported();

  void layerWithoutCrs_data() { eachAlgorithm(); }

  void layerWithoutCrs();

  void nothingHasACrs_data() { eachAlgorithm( { "planworks" } ); }

  void nothingHasACrs();

  void webMercator_data() { eachAlgorithm( { "planworks" } ); }

  void webMercator();

  void reprojected_data() { eachAlgorithm( { "planworks", "checkdata" } ); }

  void reprojected();

  void notTransformable_data() { eachAlgorithm( { "planworks", "stacklayers" } ); }

  void notTransformable();

private:
  void crsCases();
};

void TestBadCrs::crsCases()
{
  QTest::addColumn<QString>( "layerCrs" );
  QTest::addColumn<QString>( "projectCrs" );
  QTest::addColumn<QString>( "chosenCrs" );
  QTest::addColumn<QStringList>( "named" );
  const auto row = []( const char *name, const QString &layer, const QString &project, const QString &chosen,
                       const QStringList &named )
  {
    QTest::newRow( name ) << layer << project << chosen << named;
  };
  const QStringList geographic{ "EPSG:4326", "geographic", "EPSG:28992" };
  row( "chosen in degrees", rd, {}, "EPSG:4326", geographic );
  row( "project in degrees", rd, "EPSG:4326", {}, geographic );
  row( "layer in degrees", "EPSG:4326", {}, {}, geographic );
  row( "chosen in feet", rd, {}, "EPSG:2263", { "EPSG:2263", "metres", "EPSG:28992" } );
  row( "chosen is unknown", rd, {}, "EPSG:999999", { "EPSG:999999", "EPSG:28992" } );
  row( "chosen is nonsense", rd, rd, "RD Nieuw", { "RD Nieuw", "EPSG:28992" } );
}

void TestBadCrs::refused_data()
{
  crsCases();
}

void TestBadCrs::refused()
{
  QFETCH( QString, layerCrs );
  QFETCH( QString, projectCrs );
  QFETCH( QString, chosenCrs );
  QFETCH( QStringList, named );
  for ( const char *algorithm : { "stacklayers", "scoredistricts", "bundlemaintenance", "couplethemes" } )
  {
    Workbench bench;
    Input input = inputFor( bench, algorithm, soundRows(), "Polygon?crs=" + layerCrs );
    if ( !projectCrs.isEmpty() )
      bench.project.setCrs( crs( projectCrs ) );
    if ( !chosenCrs.isEmpty() )
      input.parameters["CRS"] = chosenCrs;
    input.parameters[input.mainResult] = bench.path( "result.gpkg" );
    const QMap<QString, QByteArray> before = contents( bench.folder.path() );
    const Outcome outcome = bench.run( algorithm, input.parameters );
    QVERIFY2( !outcome.ok, algorithm );
    const QString error = outcome.errors.join( '\n' );
    for ( const QString &name : named )
      QVERIFY2( error.contains( name ), qPrintable( QString( algorithm ) + ": " + error ) );
    QCOMPARE( contents( bench.folder.path() ), before );
  }
}

void TestBadCrs::reported_data()
{
  crsCases();
}

//! checkdata says the same, and goes on.
void TestBadCrs::reported()
{
  QFETCH( QString, layerCrs );
  QFETCH( QString, projectCrs );
  QFETCH( QString, chosenCrs );
  QFETCH( QStringList, named );
  Workbench bench;
  Input input = inputFor( bench, "checkdata", { { "POLYGON EMPTY", soundAttributes() } }, "Polygon?crs=" + layerCrs );
  if ( !projectCrs.isEmpty() )
    bench.project.setCrs( crs( projectCrs ) );
  if ( !chosenCrs.isEmpty() )
    input.parameters["CRS"] = chosenCrs;
  const Outcome outcome = bench.run( "checkdata", input.parameters );
  VERIFY_RAN( outcome );
  const QString message = outcome.messages( "unusable_layer" ).join( '\n' );
  for ( const QString &name : named )
    QVERIFY2( message.contains( name ), qPrintable( message ) );
  QVERIFY( outcome.findings().contains( "main|1|empty_geometry" ) );
}

void TestBadCrs::layerWithoutCrs()
{
  QFETCH( QString, algorithm );
  Workbench bench;
  Input input = inputFor( bench, algorithm, soundRows(), "Polygon" );
  input.parameters["CRS"] = rd;
  const Outcome outcome = bench.run( algorithm, input.parameters );
  // To plan works from assets nothing is measured.
  QCOMPARE( outcome.ok, algorithm == "planworks" || algorithm == "checkdata" );
  if ( algorithm == "planworks" )
    return;
  const QString said = ( outcome.errors + outcome.messages( "unusable_layer" ) ).join( '\n' );
  QVERIFY2( said.contains( "layer main has no CRS" ), outcome.said().constData() );
}

void TestBadCrs::nothingHasACrs()
{
  QFETCH( QString, algorithm );
  Workbench bench;
  const Input input = inputFor( bench, algorithm, soundRows(), "Polygon" );
  const Outcome outcome = bench.run( algorithm, input.parameters );
  QCOMPARE( outcome.ok, algorithm == "checkdata" );
  const QString said = ( outcome.errors + outcome.messages( "unusable_layer" ) ).join( '\n' );
  QVERIFY2( said.contains( "EPSG:28992" ), outcome.said().constData() );
}

void TestBadCrs::webMercator()
{
  QFETCH( QString, algorithm );
  Workbench bench;
  Input input = inputFor( bench, algorithm );
  input.parameters["CRS"] = "EPSG:3857";
  input.parameters["CELL_SIZE"] = 1000;
  const Outcome outcome = bench.run( algorithm, input.parameters );
  VERIFY_RAN( outcome );
  QVERIFY2( outcome.warnings.join( '\n' ).contains( "EPSG:3857" ), outcome.said().constData() );
  QCOMPARE( outcome.messages( "distorting_crs" ).size(), 1 );
}

void TestBadCrs::reprojected()
{
  QFETCH( QString, algorithm );
  Workbench bench;
  Input input = inputFor( bench, algorithm, nearAmsterdam() );
  input.parameters["CRS"] = rd;
  input.parameters["EXTENT"] = "120000,120030,485000,485010 [EPSG:28992]";
  const Outcome planar = bench.run( algorithm, input.parameters );
  VERIFY_RAN( planar );
  QgsVectorLayer *degrees = inDegrees( bench, input.main );
  QVariant &given = input.parameters[input.mainParameter];
  given = given.type() == QVariant::List ? QVariant( QVariantList{ asValue( degrees ) } + given.toList().mid( 1 ) )
                                         : asValue( degrees );
  const Outcome reprojected = bench.run( algorithm, input.parameters );
  VERIFY_RAN( reprojected );

  const QgsVectorLayer *wanted = planar.layer( input.mainResult );
  const QgsVectorLayer *found = reprojected.layer( input.mainResult );
  QCOMPARE( found->featureCount(), wanted->featureCount() );
  QgsFeatureIterator wantedRows = wanted->getFeatures(), foundRows = found->getFeatures();
  QgsFeature wantedRow, foundRow;
  while ( wantedRows.nextFeature( wantedRow ) && foundRows.nextFeature( foundRow ) )
    for ( const char *field : { "main", "heat_share", "score", "rank", "year", "bundle_id" } )
      if ( wantedRow.fieldNameIndex( field ) >= 0 )
        QVERIFY2( std::abs( wantedRow.attribute( field ).toDouble() - foundRow.attribute( field ).toDouble() ) < 1e-4,
                  field );
  if ( algorithm == "bundlemaintenance" )
    QVERIFY( std::abs( planar.results["SAVING"].toDouble() - reprojected.results["SAVING"].toDouble() ) < 1 );
}

void TestBadCrs::notTransformable()
{
  QFETCH( QString, algorithm );
  Workbench bench;
  Input input = inputFor( bench, algorithm,
                          { { "POLYGON((4.9 52.3,4.91 52.3,4.91 52.31,4.9 52.3))", soundAttributes() },
                            { "POLYGON((4000 5000,4001 5000,4001 5001,4000 5000))", soundAttributes() } },
                          "Polygon?crs=EPSG:4326" );
  input.parameters["CRS"] = rd;
  const Outcome outcome = bench.run( algorithm, input.parameters );
  VERIFY_RAN( outcome );
  const QStringList findings = outcome.findings();
  QVERIFY2( findings.contains( "main|2|not_transformable" ) || findings.contains( "main|2|unusable_geometry" ),
            outcome.said().constData() );
}

KOPPELKANS_PROCESSING_TEST( TestBadCrs )

#include "test_bad_crs.moc"
