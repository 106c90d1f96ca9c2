// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/layer_file.h"
#include "core/geometry/wkb.h"
#include "core/nodata.h"
#include "tests/ogr_features.h"

#include <QTemporaryDir>
#include <QtTest>

#include <ogrsf_frmts.h>

using namespace koppelkans;

namespace
{

struct Row
{
  const char *wkt; // nullptr: no geometry
  std::optional<double> value;
};

//! What readInColumns() says of a layer.
struct Read
{
  bool whole = false;
  Features features;
};

Read readFile( const LayerFile &file, const std::string &field, const Progress &progress = NoProgress() )
{
  Read read;
  GeometryColumn points{ GeometryKind::Point, {}, { 0 }, { 0 }, { 0 } };
  GeometryColumn lines{ GeometryKind::Line, {}, { 0 }, { 0 }, { 0 } };
  GeometryColumn &polygons = read.features.geometry;
  read.whole =
    readInColumns( file, field, progress,
                   [&]( const FileFeature &feature )
                   {
                     read.features.ids.push_back( feature.id );
                     if ( !field.empty() )
                       read.features.values.push_back( feature.value );
                     const bool known = feature.wkb.empty() || appendWkb( feature.wkb, { &points, &lines, &polygons } );
                     for ( GeometryColumn *column : { &points, &lines, &polygons } )
                       column->closeFeature();
                     return known;
                   } );
  if ( !points.coordinates.empty() )
    read.features.geometry = points;
  else if ( !lines.coordinates.empty() )
    read.features.geometry = lines;
  return read;
}

void compare( const Features &found, const Features &wanted )
{
  QCOMPARE( found.ids, wanted.ids );
  QCOMPARE( found.geometry.kind, wanted.geometry.kind );
  QVERIFY( found.geometry.coordinates == wanted.geometry.coordinates );
  QCOMPARE( found.geometry.ringOffsets, wanted.geometry.ringOffsets );
  QCOMPARE( found.geometry.partOffsets, wanted.geometry.partOffsets );
  QCOMPARE( found.geometry.featureOffsets, wanted.geometry.featureOffsets );
  QCOMPARE( found.values.size(), wanted.values.size() );
  for ( std::size_t i = 0; i < found.values.size(); ++i )
    QVERIFY( hasData( found.values[i] ) ? found.values[i] == wanted.values[i] : !hasData( wanted.values[i] ) );
}

} // namespace

/**
 * A file read in columns against the same file read feature by feature by GDAL.
 */
class TestLayerFile : public QObject
{
  Q_OBJECT

private slots:

  void initTestCase() { GDALAllRegister(); }

  void readsWhatGdalReads_data();
  void readsWhatGdalReads();
  void filters();
  void leavesCurvesToOthers();
  void leavesTextToOthers();
  void saysThatItCannot();
  void stopsWhenCancelled();
  void readsBothByteOrders();
  void brokenBytesAddNothing();

private:
  QTemporaryDir mFolder;
  int mFiles = 0;

  //! Writes rows as a layer "layer" with the fields before, value and after.
  std::string write( const char *driver, const char *extension, OGRwkbGeometryType type, OGRFieldType valueType,
                     const std::vector<Row> &rows );
};

std::string TestLayerFile::write( const char *driver, const char *extension, OGRwkbGeometryType type,
                                  OGRFieldType valueType, const std::vector<Row> &rows )
{
  const std::string path =
    mFolder.filePath( QStringLiteral( "%1.%2" ).arg( ++mFiles ).arg( QLatin1String( extension ) ) ).toStdString();
  GDALDatasetUniquePtr dataset(
    GetGDALDriverManager()->GetDriverByName( driver )->Create( path.c_str(), 0, 0, 0, GDT_Unknown, nullptr ) );
  OGRLayer *layer = dataset->CreateLayer( "layer", nullptr, type, nullptr );
  for ( const auto &[name, fieldType] : std::initializer_list<std::pair<const char *, OGRFieldType>>{
          { "before", OFTString }, { "value", valueType }, { "after", OFTReal } } )
  {
    OGRFieldDefn field( name, fieldType );
    layer->CreateField( &field );
  }
  for ( const Row &row : rows )
  {
    OGRFeature feature( layer->GetLayerDefn() );
    feature.SetField( "before", "something" );
    feature.SetField( "after", 99.0 );
    if ( row.value )
      feature.SetField( "value", *row.value );
    OGRGeometry *geometry = nullptr;
    if ( row.wkt && OGRGeometryFactory::createFromWkt( row.wkt, nullptr, &geometry ) == OGRERR_NONE )
      feature.SetGeometryDirectly( geometry );
    if ( layer->CreateFeature( &feature ) != OGRERR_NONE )
      return {};
  }
  return path;
}

void TestLayerFile::readsWhatGdalReads_data()
{
  QTest::addColumn<QString>( "driver" );
  QTest::addColumn<QString>( "extension" );
  QTest::addColumn<int>( "type" );
  QTest::addColumn<int>( "valueType" );
  QTest::addColumn<QStringList>( "geometries" );
  const QStringList polygons{ "POLYGON((0 0,4 0,4 4,0 4,0 0),(1 1,1 2,2 2,2 1,1 1))", QString(),
                              "POLYGON((10 0,14 0,14 4,10 0))", "POLYGON((1e7 1e7,1e7 2e7,2e7 2e7,1e7 1e7))" };
  const QStringList multi{ "MULTIPOLYGON(((0 0,4 0,4 4,0 0)),((9 9,10 9,10 10,9 9)))", QString(),
                           "MULTIPOLYGON(((10 0,14 0,14 4,10 0)))" };
  const QStringList high{ "POLYGON Z((0 0 5,4 0 5,4 4 5,0 0 5))", "POLYGON Z((1 0 5,4 0 6,4 4 5,1 0 5))" };
  const QStringList lines{ "LINESTRING(0 0,1 1,2 0)", QString(), "LINESTRING(5 5,6 6)" };
  const QStringList points{ "POINT(3 4)", QString(), "POINT(-1e7 5)" };
  const auto row = []( const char *name, const char *driver, const char *extension, int type, int valueType,
                       const QStringList &geometries )
  {
    QTest::newRow( name ) << QString::fromLatin1( driver ) << QString::fromLatin1( extension ) << type << valueType
                          << geometries;
  };
  row( "GeoPackage, polygons, real", "GPKG", "gpkg", wkbPolygon, OFTReal, polygons );
  row( "GeoPackage, polygons, integer", "GPKG", "gpkg", wkbPolygon, OFTInteger, polygons );
  row( "GeoPackage, polygons, long", "GPKG", "gpkg", wkbPolygon, OFTInteger64, polygons );
  row( "GeoPackage, multipolygons", "GPKG", "gpkg", wkbMultiPolygon, OFTReal, multi );
  row( "GeoPackage, with z", "GPKG", "gpkg", wkbPolygon25D, OFTReal, high );
  row( "GeoPackage, lines", "GPKG", "gpkg", wkbLineString, OFTReal, lines );
  row( "GeoPackage, points", "GPKG", "gpkg", wkbPoint, OFTReal, points );
  row( "GeoJSON", "GeoJSON", "geojson", wkbPolygon, OFTInteger, polygons );
  // Whose index has no place for features without a geometry.
  row( "FlatGeobuf", "FlatGeobuf", "fgb", wkbPolygon, OFTReal, polygons.mid( 2 ) );
  row( "shapefile", "ESRI Shapefile", "shp", wkbPolygon, OFTReal, polygons );
}

void TestLayerFile::readsWhatGdalReads()
{
  QFETCH( QString, driver );
  QFETCH( QString, extension );
  QFETCH( int, type );
  QFETCH( int, valueType );
  QFETCH( QStringList, geometries );
  std::vector<QByteArray> texts;
  for ( const QString &geometry : geometries )
    texts.push_back( geometry.toLatin1() );
  std::vector<Row> rows;
  for ( std::size_t i = 0; i < texts.size(); ++i )
    rows.push_back( { texts[i].isEmpty() ? nullptr : texts[i].constData(),
                      i == 2 ? std::nullopt : std::optional( 7.0 + static_cast<double>( i ) ) } );
  const std::string path = write( driver.toLatin1(), extension.toLatin1(), static_cast<OGRwkbGeometryType>( type ),
                                  static_cast<OGRFieldType>( valueType ), rows );
  QVERIFY( !path.empty() );

  const std::string layer = test::layerNames( path ).front();
  for ( const std::string field : { "", "value" } )
  {
    const Read read = readFile( { path, layer, {} }, field );
    QVERIFY( read.whole );
    compare( read.features, test::readFeatures( path, layer, field ) );
  }
}

void TestLayerFile::filters()
{
  const std::string path = write( "GPKG", "gpkg", wkbPoint, OFTReal,
                                  { { "POINT(1 1)", 1 }, { "POINT(2 2)", 2 }, { "POINT(3 3)", 3 }, { nullptr, 4 } } );
  const Read read = readFile( { path, {}, "value >= 2 AND after = 99" }, "value" );
  QVERIFY( read.whole );
  QCOMPARE( read.features.ids, ( std::vector<std::int64_t>{ 2, 3, 4 } ) );
  QCOMPARE( read.features.values, ( std::vector<double>{ 2, 3, 4 } ) );
  QVERIFY( !readFile( { path, {}, "no such clause" }, {} ).whole );
}

void TestLayerFile::leavesCurvesToOthers()
{
  const std::string path =
    write( "GPKG", "gpkg", wkbUnknown, OFTReal, { { "CURVEPOLYGON(CIRCULARSTRING(0 0,2 2,4 0,2 -2,0 0))", 1 } } );
  QVERIFY( !readFile( { path, {}, {} }, {} ).whole );
}

void TestLayerFile::leavesTextToOthers()
{
  const std::string path = write( "GPKG", "gpkg", wkbPoint, OFTString, { { "POINT(1 1)", 1 } } );
  QVERIFY( !readFile( { path, {}, {} }, "value" ).whole );
  QVERIFY( !readFile( { path, {}, {} }, "no_such_field" ).whole );
}

void TestLayerFile::saysThatItCannot()
{
  const std::string path = write( "GPKG", "gpkg", wkbPoint, OFTReal, { { "POINT(1 1)", 1 } } );
  QVERIFY( readFile( { path, "layer", {} }, {} ).whole );
  QVERIFY( !readFile( { path, "another", {} }, {} ).whole );
  QVERIFY( !readFile( { path + ".gone", {}, {} }, {} ).whole );
}

void TestLayerFile::stopsWhenCancelled()
{
  struct Stopped : NoProgress
  {
    bool cancelled() const override { return true; }
  };

  const std::string path = write( "GPKG", "gpkg", wkbPoint, OFTReal, { { "POINT(1 1)", 1 } } );
  QVERIFY_EXCEPTION_THROWN( readFile( { path, {}, {} }, {}, Stopped() ), Cancelled );
}

void TestLayerFile::readsBothByteOrders()
{
  OGRGeometry *made = nullptr;
  OGRGeometryFactory::createFromWkt( "MULTIPOLYGON ZM(((0 0 1 2,4 0 1 2,4 4 1 2,0 0 1 2)))", nullptr, &made );
  const std::unique_ptr<OGRGeometry> geometry( made );
  const std::vector<Point> expected{ { 0, 0 }, { 4, 0 }, { 4, 4 }, { 0, 0 } };
  for ( const OGRwkbByteOrder order : { wkbNDR, wkbXDR } )
    for ( const OGRwkbVariant variant : { wkbVariantIso, wkbVariantOldOgc } )
    {
      std::vector<unsigned char> bytes( geometry->WkbSize() );
      geometry->exportToWkb( order, bytes.data(), variant );
      GeometryColumn polygons;
      const auto kind = appendWkb( std::as_bytes( std::span( bytes ) ), { nullptr, nullptr, &polygons } );
      QVERIFY( kind == GeometryKind::Polygon );
      QVERIFY( polygons.coordinates == expected );
      QCOMPARE( polygons.parts(), std::size_t( 1 ) );
    }
}

void TestLayerFile::brokenBytesAddNothing()
{
  OGRGeometry *made = nullptr;
  OGRGeometryFactory::createFromWkt( "MULTIPOLYGON(((0 0,4 0,4 4,0 0)),((9 9,10 9,10 10,9 9)))", nullptr, &made );
  const std::unique_ptr<OGRGeometry> geometry( made );
  std::vector<unsigned char> bytes( geometry->WkbSize() );
  geometry->exportToWkb( wkbNDR, bytes.data(), wkbVariantIso );
  GeometryColumn points{ GeometryKind::Point, {}, { 0 }, { 0 }, { 0 } };
  GeometryColumn lines{ GeometryKind::Line, {}, { 0 }, { 0 }, { 0 } };
  GeometryColumn polygons;
  const ColumnsByKind columns{ &points, &lines, &polygons };
  const auto whole = std::as_bytes( std::span( bytes ) );
  for ( std::size_t size = 0; size < whole.size(); ++size )
    QVERIFY( !appendWkb( whole.first( size ), columns ) );
  // Counts that promise more than there is.
  for ( std::size_t at = 1; at < bytes.size(); ++at )
  {
    std::vector<unsigned char> spoilt = bytes;
    spoilt[at] = 0xff;
    appendWkb( std::as_bytes( std::span( spoilt ) ), columns );
    for ( GeometryColumn *column : { &points, &lines, &polygons } )
      column->abandonFeature();
  }
  for ( const GeometryColumn *column : { &points, &lines, &polygons } )
  {
    QVERIFY( column->coordinates.empty() );
    QCOMPARE( column->rings(), std::size_t( 0 ) );
    QCOMPARE( column->parts(), std::size_t( 0 ) );
  }
}

QTEST_GUILESS_MAIN( TestLayerFile )
#include "test_layer_file.moc"
