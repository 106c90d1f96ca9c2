// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nodata.h"
#include "core/stack/geotiff.h"

#include <QTemporaryDir>
#include <QtTest>

#include <gdal_priv.h>
#include <ogr_spatialref.h>

using namespace koppelkans;

/**
 * The stack as a raster, read back by GDAL.
 */
class TestGeoTiff : public QObject
{
  Q_OBJECT

private slots:

  void initTestCase() { GDALAllRegister(); }

  void readsBack();
  void isCloudOptimised();
  void stopsWhenCancelled();
  void saysWhatIsWrong();

private:
  QTemporaryDir mFolder;
  std::string write( const Stack &stack, const QString &name );
};

//! Values that are all different, some missing.
static Stack makeTestStack( double width, double height )
{
  Stack stack{ Grid( CellShape::Square, 10, { 130001, 450001, 130001 + width, 450001 + height } ), {} };
  for ( const char *name : { "hitte", "wateroverlast" } )
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

static std::string wktOfRd()
{
  OGRSpatialReference rd;
  rd.importFromEPSG( 28992 );
  char *text = nullptr;
  rd.exportToWkt( &text );
  const std::string wkt = text;
  CPLFree( text );
  return wkt;
}

static GDALDatasetUniquePtr openFile( const std::string &path )
{
  return GDALDatasetUniquePtr( GDALDataset::Open( path.c_str(), GDAL_OF_RASTER ) );
}

std::string TestGeoTiff::write( const Stack &stack, const QString &name )
{
  const std::string path = mFolder.filePath( name ).toStdString();
  NoProgress progress;
  writeGeoTiff( stack, wktOfRd(), path, progress );
  return path;
}

void TestGeoTiff::readsBack()
{
  Stack stack = makeTestStack( 300, 200 );
  stack.within.assign( stack.grid.cells(), 1 );
  stack.within[40] = 0;
  const GDALDatasetUniquePtr file = openFile( write( stack, QStringLiteral( "back.tif" ) ) );
  QVERIFY( file != nullptr );
  QCOMPARE( file->GetRasterCount(), 4 );
  double transform[6];
  QCOMPARE( file->GetGeoTransform( transform ), CE_None );
  QCOMPARE( transform[0], 130000.0 );
  QCOMPARE( transform[3], 450210.0 );
  QCOMPARE( transform[5], -10.0 );
  QCOMPARE( file->GetSpatialRef()->GetAuthorityCode( nullptr ), "28992" );

  const int columns = static_cast<int>( stack.grid.columns() );
  const int rows = static_cast<int>( stack.grid.rows() );
  const auto expected = [&]( int band, std::size_t cell )
  {
    if ( !stack.holds( cell ) )
      return noData;
    return band <= 2   ? stack.themes[static_cast<std::size_t>( band ) - 1].values[cell]
           : band == 3 ? stack.overlapCount( cell )
                       : stack.overlapIndex( cell );
  };
  const char *const names[] = { "hitte", "wateroverlast", "overlap_count", "overlap_index" };
  std::vector<float> values( stack.grid.cells() );
  for ( int band = 1; band <= 4; ++band )
  {
    GDALRasterBand *raster = file->GetRasterBand( band );
    QCOMPARE( raster->GetDescription(), names[band - 1] );
    QVERIFY( std::isnan( raster->GetNoDataValue() ) );
    QCOMPARE( raster->RasterIO( GF_Read, 0, 0, columns, rows, values.data(), columns, rows, GDT_Float32, 0, 0 ),
              CE_None );
    for ( std::size_t cell = 0; cell < stack.grid.cells(); ++cell )
    {
      const std::size_t row = stack.grid.rows() - 1 - cell / stack.grid.columns();
      const float found = values[row * stack.grid.columns() + cell % stack.grid.columns()];
      const auto wanted = static_cast<float>( expected( band, cell ) );
      QVERIFY( std::isnan( wanted ) ? std::isnan( found ) : found == wanted );
    }
  }
}

void TestGeoTiff::isCloudOptimised()
{
  const std::string path = write( makeTestStack( 5990, 10990 ), QStringLiteral( "large.tif" ) );
  const GDALDatasetUniquePtr file = openFile( path );
  QVERIFY( file != nullptr );
  QCOMPARE( file->GetMetadataItem( "LAYOUT", "IMAGE_STRUCTURE" ), "COG" );
  GDALRasterBand *band = file->GetRasterBand( 1 );
  QCOMPARE( band->GetOverviewCount(), 2 );
  // An overview is the mean of what has data.
  float four[4], mean = 0;
  QCOMPARE( band->RasterIO( GF_Read, 100, 200, 2, 2, four, 2, 2, GDT_Float32, 0, 0 ), CE_None );
  QCOMPARE( band->GetOverview( 0 )->RasterIO( GF_Read, 50, 100, 1, 1, &mean, 1, 1, GDT_Float32, 0, 0 ), CE_None );
  double sum = 0;
  int known = 0;
  for ( const float value : four )
    if ( !std::isnan( value ) )
    {
      sum += value;
      ++known;
    }
  QVERIFY( known > 0 );
  QVERIFY( std::abs( mean - sum / known ) < 1e-6 );
}

void TestGeoTiff::stopsWhenCancelled()
{
  // At each of the stages: filling, halving, writing.
  class Impatient : public NoProgress
  {
  public:
    explicit Impatient( int asks )
      : mAsks( asks )
    {
    }

    bool cancelled() const override { return mAsks-- <= 0; }

  private:
    mutable int mAsks;
  };

  const Stack stack = makeTestStack( 6000, 11000 );
  for ( const int asks : { 0, 1000, 4420 } )
  {
    Impatient progress( asks );
    QVERIFY_EXCEPTION_THROWN(
      writeGeoTiff( stack, wktOfRd(), mFolder.filePath( QStringLiteral( "stopped.tif" ) ).toStdString(), progress ),
      Cancelled );
  }
}

void TestGeoTiff::saysWhatIsWrong()
{
  NoProgress progress;
  const Stack hexagons{ Grid( CellShape::Hexagon, 10, { 0, 0, 100, 100 } ), {} };
  QVERIFY_EXCEPTION_THROWN( writeGeoTiff( hexagons, wktOfRd(), "/tmp/none.tif", progress ), Error );
  QVERIFY_EXCEPTION_THROWN( writeGeoTiff( makeTestStack( 30, 30 ), wktOfRd(), "/no/such/folder/x.tif", progress ),
                            Error );
}

QTEST_GUILESS_MAIN( TestGeoTiff )
#include "test_geotiff.moc"
