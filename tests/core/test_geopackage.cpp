// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nodata.h"
#include "core/stack/geopackage.h"
#include "core/stack/sqlite.h"

#include <QTemporaryDir>
#include <QtTest>

#include <ogrsf_frmts.h>

using namespace koppelkans;

/**
 * Cells written straight into a GeoPackage against the same cells added one by one by GDAL.
 */
class TestGeoPackage : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void writesWhatGdalWrites_data();
  void writesWhatGdalWrites();
  void indexIsSound_data();
  void indexIsSound();
  void indexFinds_data();
  void indexFinds();
  void leavesOut_data();
  void leavesOut();
  void canBeEditedAfterwards();
  void stopsWhenCancelled();
  void saysWhatIsWrong();

private:
  QTemporaryDir mFolder;
  int mFiles = 0;

  static void addGrids();
  QString newPath();
  //! A file with an empty table for \a stack, as GDAL makes it.
  QString emptyTable( const Stack &stack, bool index = true );
  QString filled( const Stack &stack );
  QString addedByGdal( const Stack &stack );
};

//! Values that are all different, some missing.
static Stack makeTestStack( CellShape shape, const Box &extent )
{
  Stack stack{ Grid( shape, 10, extent ), {} };
  for ( const char *name : { "hitte", "naam met \"spatie\" en '" } )
  {
    StackedTheme theme{ name, Measure::Coverage, {}, {}, 1, 0.5 };
    for ( std::size_t cell = 0; cell < stack.grid.cells(); ++cell )
      theme.values.push_back( ( cell + stack.themes.size() ) % 7 == 0
                                ? noData
                                : static_cast<double>( cell ) / static_cast<double>( stack.grid.cells() ) );
    stack.themes.push_back( std::move( theme ) );
  }
  return stack;
}

static GDALDatasetUniquePtr openFile( const QString &path, unsigned int flags = GDAL_OF_READONLY )
{
  return GDALDatasetUniquePtr( GDALDataset::Open( path.toUtf8().constData(), GDAL_OF_VECTOR | flags ) );
}

void TestGeoPackage::initTestCase()
{
  GDALAllRegister();
}

QString TestGeoPackage::newPath()
{
  return mFolder.filePath( QStringLiteral( "%1.gpkg" ).arg( ++mFiles ) );
}

QString TestGeoPackage::emptyTable( const Stack &stack, bool index )
{
  const QString path = newPath();
  GDALDriver *driver = GetGDALDriverManager()->GetDriverByName( "GPKG" );
  const GDALDatasetUniquePtr file( driver->Create( path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr ) );
  OGRSpatialReference rd;
  rd.importFromEPSG( 28992 );
  const char *options[] = { index ? "SPATIAL_INDEX=YES" : "SPATIAL_INDEX=NO", nullptr };
  OGRLayer *layer = file->CreateLayer( "een \"tabel\"", &rd, wkbPolygon, const_cast<char **>( options ) );
  const auto addField = [layer]( const std::string &name, OGRFieldType type )
  {
    OGRFieldDefn field( name.c_str(), type );
    layer->CreateField( &field );
  };
  addField( "cell_id", OFTString );
  for ( const StackedTheme &theme : stack.themes )
    addField( theme.name, OFTReal );
  addField( "overlap_count", OFTInteger );
  addField( "overlap_index", OFTReal );
  return path;
}

QString TestGeoPackage::filled( const Stack &stack )
{
  const QString path = emptyTable( stack );
  NoProgress progress;
  fillGeoPackage( stack, path.toStdString(), progress );
  return path;
}

QString TestGeoPackage::addedByGdal( const Stack &stack )
{
  const QString path = emptyTable( stack );
  const GDALDatasetUniquePtr file = openFile( path, GDAL_OF_UPDATE );
  OGRLayer *layer = file->GetLayer( 0 );
  file->StartTransaction();
  for ( std::size_t cell = 0; cell < stack.grid.cells(); ++cell )
  {
    OGRFeature feature( layer->GetLayerDefn() );
    OGRLinearRing ring;
    std::array<Point, 7> room;
    for ( const Point &point : stack.grid.ring( cell, room ) )
      ring.addPoint( point.x, point.y );
    OGRPolygon polygon;
    polygon.addRing( &ring );
    feature.SetGeometry( &polygon );
    int field = 0;
    const auto set = [&]( double value )
    {
      if ( hasData( value ) )
        feature.SetField( field, value );
      else
        feature.SetFieldNull( field );
      ++field;
    };
    feature.SetField( field++, stack.grid.cellId( cell ).c_str() );
    for ( const StackedTheme &theme : stack.themes )
      set( theme.values[cell] );
    feature.SetField( field++, stack.overlapCount( cell ) );
    set( stack.overlapIndex( cell ) );
    if ( layer->CreateFeature( &feature ) != OGRERR_NONE )
      qFatal( "GDAL cannot write" );
  }
  file->CommitTransaction();
  return path;
}

void TestGeoPackage::addGrids()
{
  QTest::addColumn<bool>( "hexagons" );
  QTest::addColumn<double>( "width" );
  QTest::addColumn<double>( "height" );
  QTest::newRow( "one cell" ) << false << 5.0 << 5.0;
  QTest::newRow( "one leaf" ) << false << 65.0 << 65.0;
  QTest::newRow( "two leaves" ) << false << 75.0 << 5.0;
  QTest::newRow( "a row" ) << false << 4000.0 << 5.0;
  QTest::newRow( "three levels" ) << false << 700.0 << 550.0;
  QTest::newRow( "hexagons" ) << true << 700.0 << 350.0;
}

void TestGeoPackage::writesWhatGdalWrites_data()
{
  addGrids();
}

void TestGeoPackage::writesWhatGdalWrites()
{
  QFETCH( bool, hexagons );
  QFETCH( double, width );
  QFETCH( double, height );
  // Where coordinates do not fit into the floats of the index.
  const Stack stack = makeTestStack( hexagons ? CellShape::Hexagon : CellShape::Square,
                                     { 130001, 450001, 130001 + width, 450001 + height } );
  const QString ours = filled( stack );
  const QString theirs = addedByGdal( stack );
  const auto rows = []( const QString &path )
  {
    const Database database( path.toStdString() );
    Statement all( database, "SELECT fid, hex(geom), cell_id, quote(hitte), quote(\"naam met \"\"spatie\"\" en '\"), "
                             "typeof(overlap_count), overlap_count, quote(overlap_index) FROM \"een \"\"tabel\"\"\"" );
    QStringList texts;
    while ( all.next() )
    {
      QStringList row;
      for ( int column = 0; column < 8; ++column )
        row << QString::fromStdString( all.text( column ) );
      texts << row.join( QLatin1Char( ' ' ) );
    }
    return texts;
  };
  QCOMPARE( rows( ours ), rows( theirs ) );

  const auto schema = []( const QString &path )
  {
    const Database database( path.toStdString() );
    Statement all( database, "SELECT type, name, sql FROM sqlite_master ORDER BY type, name" );
    QStringList texts;
    while ( all.next() )
      texts << QString::fromStdString( all.text( 0 ) + all.text( 1 ) + all.text( 2 ) );
    return texts;
  };
  QCOMPARE( schema( ours ), schema( theirs ) );

  const auto contents = []( const QString &path )
  {
    const Database database( path.toStdString() );
    Statement all( database, "SELECT min_x, min_y, max_x, max_y, srs_id, "
                             "(SELECT seq FROM sqlite_sequence WHERE name = table_name) FROM gpkg_contents" );
    QStringList row;
    while ( all.next() )
      for ( int column = 0; column < 6; ++column )
        row << QString::fromStdString( all.text( column ) );
    return row;
  };
  QCOMPARE( contents( ours ), contents( theirs ) );
  // GDAL counts only in the session that made the table.
  const Database database( ours.toStdString() );
  Statement count( database, "SELECT feature_count FROM gpkg_ogr_contents" );
  QVERIFY( count.next() );
  QCOMPARE( count.integer( 0 ), static_cast<std::int64_t>( stack.grid.cells() ) );
}

void TestGeoPackage::indexIsSound_data()
{
  addGrids();
}

void TestGeoPackage::indexIsSound()
{
  QFETCH( bool, hexagons );
  QFETCH( double, width );
  QFETCH( double, height );
  const Stack stack = makeTestStack( hexagons ? CellShape::Hexagon : CellShape::Square,
                                     { 130001, 450001, 130001 + width, 450001 + height } );
  const Database database( filled( stack ).toStdString() );
  Statement check( database, "SELECT rtreecheck('rtree_een \"tabel\"_geom')" );
  QVERIFY( check.next() );
  QCOMPARE( QString::fromStdString( check.text( 0 ) ), QStringLiteral( "ok" ) );
  Statement integrity( database, "PRAGMA integrity_check" );
  QVERIFY( integrity.next() );
  QCOMPARE( QString::fromStdString( integrity.text( 0 ) ), QStringLiteral( "ok" ) );
}

void TestGeoPackage::indexFinds_data()
{
  addGrids();
}

void TestGeoPackage::indexFinds()
{
  QFETCH( bool, hexagons );
  QFETCH( double, width );
  QFETCH( double, height );
  const Stack stack = makeTestStack( hexagons ? CellShape::Hexagon : CellShape::Square,
                                     { 130001, 450001, 130001 + width, 450001 + height } );
  const GDALDatasetUniquePtr file = openFile( filled( stack ) );
  OGRLayer *layer = file->GetLayer( 0 );
  for ( std::size_t cell = 0; cell < stack.grid.cells(); cell += 13 )
  {
    std::array<Point, 7> room;
    Box box;
    for ( const Point &point : stack.grid.ring( cell, room ) )
      box.include( point );
    const double x = ( box.xMin + box.xMax ) / 2;
    const double y = ( box.yMin + box.yMax ) / 2;
    layer->SetSpatialFilterRect( x - 0.1, y - 0.1, x + 0.1, y + 0.1 );
    QCOMPARE( layer->GetFeatureCount(), GIntBig( 1 ) );
    layer->ResetReading();
    const OGRFeatureUniquePtr feature( layer->GetNextFeature() );
    QCOMPARE( feature->GetFieldAsString( "cell_id" ), stack.grid.cellId( cell ).c_str() );
  }
}

void TestGeoPackage::leavesOut_data()
{
  QTest::addColumn<bool>( "nonEmptyOnly" );
  QTest::addColumn<int>( "oneIn" ); // of so many cells that are not outside the mask, one is
  QTest::newRow( "the mask" ) << false << 2;
  QTest::newRow( "empty cells" ) << true << 2;
  QTest::newRow( "nearly all" ) << false << 1500;
  QTest::newRow( "all" ) << false << 1000000;
}

void TestGeoPackage::leavesOut()
{
  QFETCH( bool, nonEmptyOnly );
  QFETCH( int, oneIn );
  Stack stack = makeTestStack( CellShape::Square, { 130001, 450001, 130701, 450551 } );
  std::vector<std::int64_t> wanted;
  for ( std::size_t cell = 0; cell < stack.grid.cells(); ++cell )
  {
    stack.within.push_back( cell % static_cast<std::size_t>( oneIn ) == 1 );
    for ( StackedTheme &theme : stack.themes )
      if ( cell % 3 == 0 )
        theme.values[cell] = 0;
    if ( stack.holds( cell ) && ( !nonEmptyOnly || cell % 3 != 0 ) )
      wanted.push_back( static_cast<std::int64_t>( cell ) + 1 );
  }
  const QString path = emptyTable( stack );
  NoProgress progress;
  fillGeoPackage( stack, path.toStdString(), progress, nonEmptyOnly );

  const GDALDatasetUniquePtr file = openFile( path );
  OGRLayer *layer = file->GetLayer( 0 );
  QCOMPARE( layer->GetFeatureCount(), static_cast<GIntBig>( wanted.size() ) );
  std::vector<std::int64_t> found;
  for ( const OGRFeatureUniquePtr &feature : *layer )
  {
    found.push_back( feature->GetFID() );
    const std::size_t cell = static_cast<std::size_t>( feature->GetFID() ) - 1;
    QCOMPARE( feature->GetFieldAsString( "cell_id" ), stack.grid.cellId( cell ).c_str() );
  }
  QCOMPARE( found, wanted );
  // The index finds these and no others.
  OGREnvelope around;
  QVERIFY( wanted.empty() || layer->GetExtent( &around ) == OGRERR_NONE );
  layer->SetSpatialFilterRect( around.MinX, around.MinY, around.MaxX, around.MaxY );
  QCOMPARE( layer->GetFeatureCount(), static_cast<GIntBig>( wanted.size() ) );
  const Database database( path.toStdString() );
  Statement check( database, "SELECT rtreecheck('rtree_een \"tabel\"_geom')" );
  QVERIFY( check.next() );
  QCOMPARE( QString::fromStdString( check.text( 0 ) ), QStringLiteral( "ok" ) );
}

void TestGeoPackage::canBeEditedAfterwards()
{
  const Stack stack = makeTestStack( CellShape::Square, { 1, 1, 700, 550 } );
  const QString path = filled( stack );
  {
    const GDALDatasetUniquePtr file = openFile( path, GDAL_OF_UPDATE );
    OGRLayer *layer = file->GetLayer( 0 );
    file->StartTransaction();
    for ( GIntBig id = 1; id < 2000; id += 3 )
      QCOMPARE( layer->DeleteFeature( id ), OGRERR_NONE );
    for ( int i = 0; i < 300; ++i )
    {
      OGRFeature feature( layer->GetLayerDefn() );
      OGRGeometry *geometry = nullptr;
      OGRGeometryFactory::createFromWkt(
        QStringLiteral( "POLYGON((%1 0, %1 50, 900 50, %1 0))" ).arg( 2 * i ).toUtf8().constData(), nullptr,
        &geometry );
      feature.SetGeometryDirectly( geometry );
      QCOMPARE( layer->CreateFeature( &feature ), OGRERR_NONE );
    }
    file->CommitTransaction();
  }
  const Database database( path.toStdString() );
  Statement check( database, "SELECT rtreecheck('rtree_een \"tabel\"_geom'), feature_count FROM gpkg_ogr_contents" );
  QVERIFY( check.next() );
  QCOMPARE( QString::fromStdString( check.text( 0 ) ), QStringLiteral( "ok" ) );
  QCOMPARE( check.integer( 1 ), static_cast<std::int64_t>( stack.grid.cells() ) - 667 + 300 );
}

void TestGeoPackage::stopsWhenCancelled()
{
  class Impatient : public NoProgress
  {
  public:
    bool cancelled() const override { return true; }
  } progress;

  const Stack stack = makeTestStack( CellShape::Square, { 1, 1, 700, 550 } );
  const QString path = emptyTable( stack );
  QVERIFY_EXCEPTION_THROWN( fillGeoPackage( stack, path.toStdString(), progress ), Cancelled );
}

void TestGeoPackage::saysWhatIsWrong()
{
  NoProgress progress;
  const Stack stack = makeTestStack( CellShape::Square, { 1, 1, 70, 50 } );
  const auto complaint = [&]( const QString &path )
  {
    try
    {
      fillGeoPackage( stack, path.toStdString(), progress );
    }
    catch ( const Error &error )
    {
      return QString::fromUtf8( error.what() );
    }
    return QString();
  };
  const QString nowhere = mFolder.filePath( QStringLiteral( "nowhere.gpkg" ) );
  QVERIFY( complaint( nowhere ).startsWith( nowhere + QStringLiteral( ": " ) ) );
  QVERIFY( !QFile::exists( nowhere ) );

  const QString otherTable = emptyTable( Stack{ stack.grid, {} } );
  QVERIFY( complaint( otherTable ).startsWith( otherTable + QStringLiteral( ": " ) ) );

  // A table without an index is filled all the same.
  const QString unindexed = emptyTable( stack, false );
  QCOMPARE( complaint( unindexed ), QString() );
  QCOMPARE( openFile( unindexed )->GetLayer( 0 )->GetFeatureCount(), static_cast<GIntBig>( stack.grid.cells() ) );
}

QTEST_APPLESS_MAIN( TestGeoPackage )
#include "test_geopackage.moc"
