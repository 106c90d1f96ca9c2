// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processing/inputs.h"

#include <limits>
#include <qgslinestring.h>
#include <qgspolygon.h>
#include <qgsvectorlayer.h>

using namespace koppelkans::test;

namespace
{

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

//! A square between two sound ones of which one corner is \a corner, which text cannot say.
QgsVectorLayer *addWithCorner( Workbench &bench, const QgsPoint &corner )
{
  QgsVectorLayer *layer =
    bench.add( "main", "Polygon?crs=EPSG:28992&field=year:string&field=cost:string&field=class:string" );
  QgsFeatureList features;
  for ( int i = 0; i < 3; ++i )
  {
    const double x = 11 * i;
    auto polygon = std::make_unique<QgsPolygon>( new QgsLineString(
      QVector<QgsPoint>{ { x, 0 }, { x + 10, 0 }, i == 1 ? corner : QgsPoint( x + 10, 10 ), { x, 10 }, { x, 0 } } ) );
    QgsFeature feature( layer->fields() );
    feature.setAttributes( QgsAttributes() << "2027"
                                           << "1000"
                                           << "road" );
    feature.setGeometry( QgsGeometry( std::move( polygon ) ) );
    features << feature;
  }
  layer->dataProvider()->addFeatures( features );
  return layer;
}

//! The algorithms that look at geometry.
const QStringList measuring{ "stacklayers", "scoredistricts", "bundlemaintenance", "couplethemes", "checkdata" };

} // namespace

class TestBadGeometry : public QObject
{
  Q_OBJECT

private slots:
  void reported_data();
  void reported();
  void notFinite_data();
  void notFinite();

  void hugeCoordinates_data() { eachAlgorithm( { "planworks" } ); }

  void hugeCoordinates();

  void mixedTypes_data() { eachAlgorithm( { "planworks" } ); }

  void mixedTypes();
  void wrongTypeForDistricts_data();
  void wrongTypeForDistricts();

  void layerWithoutGeometry_data() { eachAlgorithm( { "planworks" } ); }

  void layerWithoutGeometry();

  void emptyLayer_data() { eachAlgorithm(); }

  void emptyLayer();
  void duplicateFootprints();
  void bowTieCountsWithItsArea();

  void inputsStayAsTheyWere_data() { eachAlgorithm(); }

  void inputsStayAsTheyWere();
};

void TestBadGeometry::reported_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<QString>( "wkt" );
  QTest::addColumn<QString>( "kind" );
  for ( const QString &algorithm : measuring )
  {
    const auto row = [&]( const char *name, const char *wkt, const char *kind )
    {
      QTest::addRow( "%s %s", qPrintable( algorithm ), name ) << algorithm << QString( wkt ) << QString( kind );
    };
    row( "bow tie", "POLYGON((11 0,21 10,21 0,11 10,11 0))", "repaired_geometry" );
    row( "hole outside", "POLYGON((11 0,15 0,15 4,11 0),(16 0,17 0,17 1,16 0))", "repaired_geometry" );
    row( "not closed", "POLYGON((11 0,21 0,21 10,11 10))", "repaired_geometry" );
    row( "no area", "POLYGON((11 0,21 0,11 0))", "unusable_geometry" );
    row( "no geometry", "", "missing_geometry" );
    row( "empty geometry", "POLYGON EMPTY", "empty_geometry" );
  }
}

void TestBadGeometry::reported()
{
  QFETCH( QString, algorithm );
  QFETCH( QString, wkt );
  QFETCH( QString, kind );
  Workbench bench;
  QList<Row> rows = soundRows();
  rows[1].wkt = wkt;
  const Input input = inputFor( bench, algorithm, rows );
  const Outcome outcome = bench.run( algorithm, input.parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.findings().filter( "main|2|" ), QStringList( { "main|2|" + kind } ) );
  QCOMPARE( outcome.findings().filter( kind ).size(), 1 );
  QVERIFY2( outcome.warnings.join( '\n' ).contains( "layer main, feature 2:" ), outcome.said().constData() );
  // What cannot be computed with keeps its row.
  if ( algorithm == "scoredistricts" || algorithm == "bundlemaintenance" || algorithm == "couplethemes" )
    QCOMPARE( outcome.layer( input.mainResult )->featureCount(), 3L );
}

void TestBadGeometry::notFinite_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<double>( "x" );
  for ( const QString &algorithm : measuring )
  {
    QTest::addRow( "%s NaN", qPrintable( algorithm ) ) << algorithm << notANumber;
    QTest::addRow( "%s inf", qPrintable( algorithm ) ) << algorithm << infinity;
  }
}

void TestBadGeometry::notFinite()
{
  QFETCH( QString, algorithm );
  QFETCH( double, x );
  Workbench bench;
  const Input input = inputFor( bench, algorithm, addWithCorner( bench, QgsPoint( x, 10 ) ) );
  const Outcome outcome = bench.run( algorithm, input.parameters );
  VERIFY_RAN( outcome );
  QVERIFY2( outcome.findings().contains( "main|2|unusable_geometry" ), outcome.said().constData() );
}

//! Such a layer may be refused or computed without the feature, but whoever reads the message knows where to look.
void TestBadGeometry::hugeCoordinates()
{
  QFETCH( QString, algorithm );
  for ( const double huge : { 1.1e8, 1e18, 1e150, 1e300 } )
  {
    Workbench bench;
    const Input input = inputFor( bench, algorithm, addWithCorner( bench, QgsPoint( huge, huge ) ) );
    const Outcome outcome = bench.run( algorithm, input.parameters );
    QVERIFY2( outcome.findings().filter( "main|2|" ).size() == 1 || outcome.said().contains( "layer main, feature 2" ),
              ( QByteArray::number( huge ) + ": " + outcome.said() ).constData() );
  }
}

void TestBadGeometry::mixedTypes()
{
  QFETCH( QString, algorithm );
  Workbench bench;
  const QString file =
    bench.write( "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
                 "\"urn:ogc:def:crs:EPSG::28992\"}},\"features\":["
                 "{\"type\":\"Feature\",\"properties\":{\"year\":\"2027\",\"cost\":\"1\",\"class\":\"a\"},\"geometry\":"
                 "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[10,0],[10,10],[0,10],[0,0]]]}},"
                 "{\"type\":\"Feature\",\"properties\":{\"year\":\"2027\",\"cost\":\"1\",\"class\":\"a\"},\"geometry\":"
                 "{\"type\":\"GeometryCollection\",\"geometries\":[]}},"
                 "{\"type\":\"Feature\",\"properties\":{\"year\":\"2027\",\"cost\":\"1\",\"class\":\"a\"},\"geometry\":"
                 "{\"type\":\"LineString\",\"coordinates\":[[0,0],[10,0]]}},"
                 "{\"type\":\"Feature\",\"properties\":{\"year\":\"2027\",\"cost\":\"1\",\"class\":\"a\"},\"geometry\":"
                 "{\"type\":\"Point\",\"coordinates\":[20,5]}}]}",
                 "main.geojson" );
  auto *mixed = new QgsVectorLayer( file, "main" );
  bench.project.addMapLayer( mixed );
  QCOMPARE( mixed->featureCount(), 4L );
  const Input input = inputFor( bench, algorithm, mixed );
  const Outcome outcome = bench.run( algorithm, input.parameters );
  VERIFY_RAN( outcome );
  QVERIFY2( outcome.findings().contains( "main|1|empty_geometry" ), outcome.said().constData() );
  QStringList wrong = outcome.findings().filter( "wrong_geometry_type" );
  wrong.sort();
  // Works may be of any kind.
  const bool areWorks = algorithm == "bundlemaintenance" || algorithm == "checkdata";
  QCOMPARE( wrong,
            areWorks ? QStringList() : QStringList( { "main|2|wrong_geometry_type", "main|3|wrong_geometry_type" } ) );
  if ( algorithm == "bundlemaintenance" )
    QCOMPARE( outcome.table( "PLAN", { "reason" } ).filter( "in_bundle" ).size(), 3 );
}

void TestBadGeometry::wrongTypeForDistricts_data()
{
  QTest::addColumn<QString>( "uri" );
  QTest::addColumn<QString>( "wkt" );
  QTest::newRow( "points" ) << "Point?crs=EPSG:28992"
                            << "POINT(1 1)";
  QTest::newRow( "lines" ) << "LineString?crs=EPSG:28992"
                           << "LINESTRING(1 1,2 2)";
}

void TestBadGeometry::wrongTypeForDistricts()
{
  QFETCH( QString, uri );
  QFETCH( QString, wkt );
  Workbench bench;
  const Input input = inputFor( bench, "scoredistricts", { { wkt, soundAttributes() } }, uri );
  const Outcome outcome = bench.run( "scoredistricts", input.parameters );
  QVERIFY( !outcome.ok );
  QVERIFY2( outcome.errors.join( '\n' ).contains( "layer main holds no polygons" ), outcome.said().constData() );
  const Outcome checked = bench.run( "checkdata", { { "DISTRICTS", input.parameters["DISTRICTS"] } } );
  QCOMPARE( checked.findings().filter( "unusable_layer" ), QStringList( { "main|NULL|unusable_layer" } ) );
}

void TestBadGeometry::layerWithoutGeometry()
{
  QFETCH( QString, algorithm );
  Workbench bench;
  Input input = inputFor( bench, algorithm, { { QString(), soundAttributes() } }, "None" );
  input.parameters["CRS"] = "EPSG:28992";
  const Outcome outcome = bench.run( algorithm, input.parameters );
  QCOMPARE( outcome.ok, algorithm == "checkdata" );
  QVERIFY2( ( outcome.errors + outcome.warnings ).join( '\n' ).contains( "layer main has no geometry" ),
            outcome.said().constData() );
}

void TestBadGeometry::emptyLayer()
{
  QFETCH( QString, algorithm );
  Workbench bench;
  Input input = inputFor( bench, algorithm, QList<Row>() );
  if ( algorithm == "stacklayers" )
    input.parameters["THEMES"] = asValues( { input.main } );
  input.parameters[input.mainResult] = bench.path( "result.gpkg" );
  const Outcome outcome = bench.run( algorithm, input.parameters );
  // To plan works from no assets leaves none, an overlay has another theme, and nothing may be worth bundling; nothing
  // else can be made of nothing.
  const QStringList content{ "planworks", "overlaythemes", "couplethemes", "checkdata" };
  QCOMPARE( outcome.ok, content.contains( algorithm ) );
  QCOMPARE( QFile::exists( bench.path( "result.gpkg" ) ), outcome.ok );
  if ( !outcome.ok )
    QVERIFY2( outcome.errors.join( '\n' ).contains( algorithm == "stacklayers" ? "extent" : "main" ),
              outcome.said().constData() );
}

void TestBadGeometry::duplicateFootprints()
{
  Workbench bench;
  QList<Row> rows = soundRows();
  rows[2].wkt = rows[0].wkt;
  const Input input = inputFor( bench, "bundlemaintenance", rows );
  const Outcome outcome = bench.run( "bundlemaintenance", input.parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.findings().filter( "duplicate" ), QStringList( { "main|3|duplicate_footprint" } ) );
  QVERIFY( outcome.messages( "duplicate_footprint" ).first().contains( "feature 1" ) );
}

void TestBadGeometry::bowTieCountsWithItsArea()
{
  Workbench bench;
  QgsVectorLayer *heat = bench.add( "bow", "Polygon?crs=EPSG:28992", { { "POLYGON((0 0,10 10,10 0,0 10,0 0))" } } );
  const Outcome outcome = bench.run(
    "stacklayers", { { "THEMES", asValues( { heat } ) }, { "CELL_SIZE", 10 }, { "CELLS", "TEMPORARY_OUTPUT" } } );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "CELLS", { "bow" } ), QStringList( { "0.5" } ) );
}

void TestBadGeometry::inputsStayAsTheyWere()
{
  QFETCH( QString, algorithm );
  Workbench bench;
  QList<Row> rows = soundRows();
  rows[1].wkt = "POLYGON((11 0,21 10,21 0,11 10,11 0))";
  rows[2].attributes[0] = "soon";
  Input input = inputFor( bench, algorithm, rows );
  QVERIFY( QDir( bench.folder.path() ).mkpath( "in" ) && QDir( bench.folder.path() ).mkpath( "out" ) );
  const QString file = bench.write( input.main, "in/main.gpkg" );
  const QMap<QString, QByteArray> before = contents( bench.path( "in" ) );
  input.parameters[input.mainParameter] =
    algorithm == "stacklayers" ? QVariant( QVariantList{ file } ) : QVariant( file );
  input.parameters[input.mainResult] = bench.path( "out/result.gpkg" );
  {
    const Outcome outcome = bench.run( algorithm, input.parameters );
    VERIFY_RAN( outcome );
  }
  QCOMPARE( contents( bench.path( "in" ) ), before );
  QCOMPARE( QDir( bench.path( "out" ) ).entryList( QDir::Files | QDir::Hidden ), QStringList( { "result.gpkg" } ) );
}

KOPPELKANS_PROCESSING_TEST( TestBadGeometry )

#include "test_bad_geometry.moc"
