// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nodata.h"
#include "tests/core/geos_reference.h"
#include "tests/realdata/algorithm_run.h"
#include "tests/realdata/amsterdam.h"
#include "tests/realdata/real_data.h"

#include <qgsrasterlayer.h>
#include <qgsvectorlayer.h>

#include <cmath>
#include <numeric>

using namespace koppelkans;
using namespace koppelkans::test;

/**
 * koppelkans:stacklayers on five themes of Amsterdam, against GEOS, the raster's own pixels and plain arithmetic.
 */
class TestAmsterdamThemes : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void coversEverything();
  void heatIsTheMeanOfItsPixels();
  void heatPlanCoversItsUnion();
  void indicatorsAreWeightedByArea_data();
  void indicatorsAreWeightedByArea();
  void ecologicalLinesAreMeasured();
  void overlapsFollowFromTheNeeds();
  void interlocksCountTheCells();
  void saysWhatItFound();
  void writesTheSameThroughQgis_data();
  void writesTheSameThroughQgis();

private:
  static constexpr double size = 100;

  QTemporaryDir mFolder;
  std::unique_ptr<Grid> mGrid; // rebuilt from the cells that were written
  std::map<QString, std::vector<double>> mValues;
  QString mInterlocks;
  QString mFindings;

  double reading( const Features &features, std::size_t cell ) const;
};

void TestAmsterdamThemes::initTestCase()
{
  KOPPELKANS_NEED_DATA( "amsterdam/hitte_pet_10m_afgeleid.tif" );
  const QString settings = mFolder.filePath( QStringLiteral( "settings.csv" ) );
  QVERIFY( writeLines( settings, amsterdam::settings() ) );
  const QString cells = mFolder.filePath( QStringLiteral( "cells.gpkg" ) );
  mInterlocks = mFolder.filePath( QStringLiteral( "interlocks.gpkg" ) );
  mFindings = mFolder.filePath( QStringLiteral( "findings.gpkg" ) );
  KOPPELKANS_RUN( outcome, "stacklayers",
                  { { "THEMES", amsterdam::themes() },
                    { "THEME_SETTINGS", settings },
                    { "CELL_SIZE", size },
                    { "CELLS", cells },
                    { "INTERLOCKS", mInterlocks },
                    { "FINDINGS", mFindings },
                    { "CRS", amsterdam::rd } } );
  QCOMPARE( outcome.results.value( QStringLiteral( "CELLS" ) ).toString(), cells );

  const std::unique_ptr<QgsVectorLayer> layer = openLayer( cells );
  QCOMPARE( layer->crs().authid(), amsterdam::rd );
  const QgsRectangle extent = layer->extent();
  const double inset = size / 2; // the middles: a border belongs to the cells on both its sides
  mGrid = std::make_unique<Grid>(
    CellShape::Square, size,
    Box{ extent.xMinimum() + inset, extent.yMinimum() + inset, extent.xMaximum() - inset, extent.yMaximum() - inset } );
  std::size_t count = 0;
  QgsFeature cell;
  for ( QgsFeatureIterator iterator = layer->getFeatures(); iterator.nextFeature( cell ); ++count )
  {
    QCOMPARE( cell.attribute( QStringLiteral( "cell_id" ) ).toString(),
              QString::fromStdString( mGrid->cellId( count ) ) );
    const QgsRectangle box = cell.geometry().boundingBox();
    std::array<Point, 7> room;
    const std::span<const Point> ring = mGrid->ring( count, room );
    QCOMPARE( box, QgsRectangle( ring[0].x, ring[0].y, ring[2].x, ring[2].y ) );
    for ( const QString &name :
          { amsterdam::heat, amsterdam::shade, amsterdam::labels, amsterdam::ecology, amsterdam::heatPlan,
            QStringLiteral( "overlap_count" ), QStringLiteral( "overlap_index" ) } )
    {
      const QVariant value = cell.attribute( name );
      QVERIFY2( value.isValid(), qPrintable( name ) );
      mValues[name].push_back( value.isNull() ? noData : value.toDouble() );
    }
  }
  QCOMPARE( count, mGrid->cells() );
}

void TestAmsterdamThemes::coversEverything()
{
  const QgsRasterLayer raster( amsterdam::themes().front() );
  QgsRectangle whole = raster.extent();
  for ( const QString &theme : amsterdam::themes().mid( 1 ) )
  {
    Findings ignored;
    for ( const Point &point : readInCrs( theme, amsterdam::rd, ignored ).features.geometry.coordinates )
      whole.include( QgsPointXY( point.x, point.y ) );
  }
  const Box covered = mGrid->extent();
  QCOMPARE( covered.xMin, std::floor( whole.xMinimum() / size ) * size );
  QCOMPARE( covered.yMin, std::floor( whole.yMinimum() / size ) * size );
  QCOMPARE( covered.xMax, std::ceil( whole.xMaximum() / size ) * size );
  QCOMPARE( covered.yMax, std::ceil( whole.yMaximum() / size ) * size );
}

void TestAmsterdamThemes::heatIsTheMeanOfItsPixels()
{
  // Pixels of 10 m lie within cells of 100 m: a cell's mean is that of its pixels with a value.
  const QgsRasterLayer raster( amsterdam::themes().front() );
  const QgsRectangle extent = raster.extent();
  const std::unique_ptr<QgsRasterBlock> block(
    const_cast<QgsRasterDataProvider *>( raster.dataProvider() )->block( 1, extent, raster.width(), raster.height() ) );
  std::vector<double> sums( mGrid->cells() ), counts( mGrid->cells() );
  const Box grid = mGrid->extent();
  for ( int row = 0; row < raster.height(); ++row )
    for ( int column = 0; column < raster.width(); ++column )
    {
      if ( block->isNoData( row, column ) )
        continue;
      const double x = extent.xMinimum() + ( column + 0.5 ) * 10;
      const double y = extent.yMaximum() - ( row + 0.5 ) * 10;
      const std::size_t cell = static_cast<std::size_t>( ( y - grid.yMin ) / size ) * mGrid->columns() +
                               static_cast<std::size_t>( ( x - grid.xMin ) / size );
      sums[cell] += block->value( row, column );
      ++counts[cell];
    }
  for ( std::size_t cell = 0; cell < mGrid->cells(); ++cell )
  {
    const double value = mValues[amsterdam::heat][cell];
    QCOMPARE( hasData( value ), counts[cell] > 0 );
    if ( counts[cell] > 0 )
      QVERIFY( std::abs( value - sums[cell] / counts[cell] ) < 1e-9 );
  }
}

void TestAmsterdamThemes::heatPlanCoversItsUnion()
{
  Findings findings;
  const ReadLayer plan = readInCrs( amsterdam::heatPlanSource(), amsterdam::rd, findings );
  const GeosGeometry united = unionOf( plan.features.geometry );
  const std::vector<double> &coverage = mValues[amsterdam::heatPlan];
  const double area = std::accumulate( coverage.begin(), coverage.end(), 0.0 ) * size * size;
  QVERIFY( std::abs( area - areaOf( united.get() ) ) < 1e-3 );
  for ( std::size_t cell = 0; cell < mGrid->cells(); cell += 97 )
    QVERIFY( std::abs( coverage[cell] - areaOf( within( *mGrid, cell, united.get() ).get() ) / ( size * size ) ) <
             1e-9 );
}

//! The mean of the features in a cell, weighted by area: one GEOS intersection a feature.
double TestAmsterdamThemes::reading( const Features &features, std::size_t cell ) const
{
  std::array<Point, 7> room;
  const std::span<const Point> ring = mGrid->ring( cell, room );
  const Box box{ ring[0].x, ring[0].y, ring[2].x, ring[2].y };
  double sum = 0;
  double area = 0;
  for ( std::size_t i = 0; i < features.geometry.features(); ++i )
  {
    if ( !hasData( features.values[i] ) || !features.geometry.featureBox( i ).intersects( box ) )
      continue;
    const double shared = test::areaOf( within( *mGrid, cell, toGeos( features.geometry, i ).get() ).get() );
    sum += features.values[i] * shared;
    area += shared;
  }
  return area > 0 ? sum / area : noData;
}

void TestAmsterdamThemes::indicatorsAreWeightedByArea_data()
{
  QTest::addColumn<QString>( "theme" );
  QTest::addColumn<QString>( "field" );
  QTest::addColumn<int>( "nulls" );
  QTest::newRow( "shade" ) << amsterdam::shade << QStringLiteral( "shade_availability_index_30_mean" ) << 0;
  QTest::newRow( "energy labels" ) << amsterdam::labels << QStringLiteral( "energielabel_efg_pct" ) << 128;
}

void TestAmsterdamThemes::indicatorsAreWeightedByArea()
{
  QFETCH( QString, theme );
  QFETCH( QString, field );
  const QString source = dataPath( QStringLiteral( "amsterdam/%1.geojson" ).arg( theme ) );
  const int index = openLayer( source )->fields().lookupField( field );
  Findings findings;
  ReadLayer read = readInCrs( source, amsterdam::rd, findings );
  int nulls = 0;
  for ( const QgsAttributes &attributes : read.attributes )
  {
    const bool missing = isNull( attributes.at( index ) );
    nulls += missing;
    read.features.values.push_back( missing ? noData : attributes.at( index ).toDouble() );
  }
  QTEST( nulls, "nulls" );
  int withoutData = 0;
  for ( std::size_t cell = 0; cell < mGrid->cells(); cell += 31 )
  {
    const double expected = reading( read.features, cell );
    const double value = mValues[theme][cell];
    QCOMPARE( hasData( value ), hasData( expected ) );
    if ( hasData( expected ) )
      QVERIFY( std::abs( value - expected ) < 1e-6 );
    withoutData += !hasData( expected );
  }
  QVERIFY( withoutData > 0 );
}

void TestAmsterdamThemes::ecologicalLinesAreMeasured()
{
  Findings findings;
  const ReadLayer lines = readInCrs( dataPath( QStringLiteral( "amsterdam/%1.geojson" ).arg( amsterdam::ecology ) ),
                                     amsterdam::rd, findings );
  double length = 0;
  for ( std::size_t i = 0; i < lines.features.geometry.features(); ++i )
    length += lengthOf( toGeos( lines.features.geometry, i ).get() );
  const std::vector<double> &densities = mValues[amsterdam::ecology];
  // Cells of 100 m are hectares.
  const double measured = std::accumulate( densities.begin(), densities.end(), 0.0 );
  QVERIFY( std::abs( measured - length ) < 1e-6 * length );
}

void TestAmsterdamThemes::overlapsFollowFromTheNeeds()
{
  const auto need = []( double value, double lower, double upper, bool moreIsWorse )
  {
    const double share = std::min( 1.0, std::max( 0.0, ( value - lower ) / ( upper - lower ) ) );
    return moreIsWorse ? share : 1 - share;
  };

  struct Reading
  {
    QString theme;
    double weight, lower, upper, threshold;
    bool moreIsWorse;
  };

  const std::vector<Reading> readings{ { amsterdam::heat, 2, 35, 41, 0.5, true },
                                       { amsterdam::shade, 1, 0, 1, 0.4, false },
                                       { amsterdam::labels, 1, 0, 50, 0.5, true },
                                       { amsterdam::ecology, 0.5, 0, 100, 0.5, true },
                                       { amsterdam::heatPlan, 1, 0, 1, 0.5, true } };
  int several = 0;
  for ( std::size_t cell = 0; cell < mGrid->cells(); ++cell )
  {
    int count = 0;
    double sum = 0;
    double weights = 0;
    for ( const Reading &reading : readings )
    {
      const double value = mValues[reading.theme][cell];
      if ( !hasData( value ) )
        continue;
      const double found = need( value, reading.lower, reading.upper, reading.moreIsWorse );
      count += found >= reading.threshold;
      sum += reading.weight * found;
      weights += reading.weight;
    }
    QCOMPARE( mValues[QStringLiteral( "overlap_count" )][cell], static_cast<double>( count ) );
    QVERIFY( std::abs( mValues[QStringLiteral( "overlap_index" )][cell] - sum / weights ) < 1e-12 );
    several += count >= 3;
  }
  // The data do have places where tasks meet: else the map would be empty.
  QVERIFY( several > 100 );
}

void TestAmsterdamThemes::interlocksCountTheCells()
{
  const std::unique_ptr<QgsVectorLayer> table = openLayer( mInterlocks );
  QCOMPARE( table->featureCount(), 10LL );
  QgsFeature row;
  for ( QgsFeatureIterator iterator = table->getFeatures(); iterator.nextFeature( row ); )
  {
    if ( row.attribute( QStringLiteral( "theme_a" ) ).toString() != amsterdam::heat ||
         row.attribute( QStringLiteral( "theme_b" ) ).toString() != amsterdam::heatPlan )
      continue;
    double hot = 0, planned = 0, both = 0;
    for ( std::size_t cell = 0; cell < mGrid->cells(); ++cell )
    {
      // Where heat is not known, nothing is known of the two together.
      if ( !hasData( mValues[amsterdam::heat][cell] ) )
        continue;
      const bool isHot = mValues[amsterdam::heat][cell] >= 38;
      const bool isPlanned = mValues[amsterdam::heatPlan][cell] >= 0.5;
      hot += isHot;
      planned += isPlanned;
      both += isHot && isPlanned;
    }
    QCOMPARE( row.attribute( QStringLiteral( "area_both" ) ).toDouble(), both * size * size );
    QCOMPARE( row.attribute( QStringLiteral( "jaccard" ) ).toDouble(), both / ( hot + planned - both ) );
    return;
  }
  QFAIL( "no row for heat and the heat plan" );
}

void TestAmsterdamThemes::saysWhatItFound()
{
  auto findings = countFindings( mFindings );
  QCOMPARE( ( findings[{ amsterdam::heatPlan, QStringLiteral( "repaired_geometry" ) }] ), 20 );
  QCOMPARE( ( findings[{ amsterdam::labels, QStringLiteral( "missing_number" ) }] ), 128 );
}

void TestAmsterdamThemes::writesTheSameThroughQgis_data()
{
  QTest::addColumn<QString>( "shape" );
  QTest::newRow( "squares" ) << QStringLiteral( "square" );
  QTest::newRow( "hexagons" ) << QStringLiteral( "hexagon" );
}

void TestAmsterdamThemes::writesTheSameThroughQgis()
{
  // A GeoPackage of our own is written straight; a table of a database goes cell by cell through QGIS.
  QFETCH( QString, shape );
  const QString straight = mFolder.filePath( shape + QStringLiteral( ".gpkg" ) );
  const QString database = mFolder.filePath( shape + QStringLiteral( "_qgis.gpkg" ) );
  for ( const QString &destination :
        { straight, QStringLiteral( "ogr:dbname='%1' table=\"%2\" (geom)" ).arg( database, shape ) } )
  {
    KOPPELKANS_RUN( outcome, "stacklayers",
                    { { "THEMES", amsterdam::themes() },
                      { "THEME_SETTINGS", mFolder.filePath( QStringLiteral( "settings.csv" ) ) },
                      { "CELL_SIZE", 250 },
                      { "CELL_SHAPE", shape },
                      { "CELLS", destination },
                      { "CRS", amsterdam::rd } } );
  }
  const std::unique_ptr<QgsVectorLayer> ours = openLayer( straight );
  const std::unique_ptr<QgsVectorLayer> theirs = openLayer( database );
  QVERIFY( ours->isValid() && theirs->isValid() );
  QCOMPARE( ours->fields().names(), theirs->fields().names() );
  for ( int field = 0; field < ours->fields().size(); ++field )
    QCOMPARE( ours->fields().at( field ).typeName(), theirs->fields().at( field ).typeName() );
  QCOMPARE( ours->wkbType(), theirs->wkbType() );
  QCOMPARE( ours->crs(), theirs->crs() );
  QCOMPARE( ours->extent(), theirs->extent() );
  QCOMPARE( ours->hasSpatialIndex(), theirs->hasSpatialIndex() );
  QCOMPARE( ours->featureCount(), theirs->featureCount() );
  QgsFeatureIterator one = ours->getFeatures();
  QgsFeatureIterator other = theirs->getFeatures();
  QgsFeature a, b;
  long long count = 0;
  while ( one.nextFeature( a ) && other.nextFeature( b ) )
  {
    QCOMPARE( a.id(), b.id() );
    QCOMPARE( a.attributes(), b.attributes() );
    QCOMPARE( a.geometry().asWkb(), b.geometry().asWkb() );
    ++count;
  }
  QCOMPARE( count, ours->featureCount() );
}

KOPPELKANS_ALGORITHM_TEST( TestAmsterdamThemes )
#include "test_amsterdam_themes.moc"
