// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/neighbours.h"

#include <QDate>
#include <QtTest>

#include <ogrsf_frmts.h>

#include <map>

#include <map>

using namespace koppelkans;

/**
 * The dated works of 13 organisations in Karlsruhe against published numbers of pairs.
 */
class TestPlanningKarlsruhe : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void countsNeighbours_data();
  void countsNeighbours();

private:
  //! A feature of one of the layers; a work may have several.
  struct Feature
  {
    std::string work;
    std::string organisation;
    QDate from;
    QDate to;
  };

  WorkGeometries mGeometries;
  std::vector<Feature> mFeatures;

  void read( GDALDataset &source, const char *layer, GeometryKind kind );
};

static void appendParts( GeometryColumn &column, const OGRGeometry &geometry )
{
  const auto appendCurve = [&]( const OGRSimpleCurve &curve )
  {
    for ( int i = 0; i < curve.getNumPoints(); ++i )
      column.coordinates.push_back( { curve.getX( i ), curve.getY( i ) } );
    column.closeRing();
  };
  for ( const OGRGeometry *part : *geometry.toGeometryCollection() )
  {
    if ( column.kind == GeometryKind::Line )
      appendCurve( *part->toLineString() );
    else
      for ( const OGRLinearRing *ring : *part->toPolygon() )
        appendCurve( *ring );
    column.closePart();
  }
}

void TestPlanningKarlsruhe::read( GDALDataset &source, const char *layer, GeometryKind kind )
{
  OGRLayer *features = source.GetLayerByName( layer );
  QVERIFY( features );
  for ( const OGRFeatureUniquePtr &feature : *features )
  {
    GeometryColumn asPublished;
    asPublished.kind = kind;
    appendParts( asPublished, *feature->GetGeometryRef() );
    asPublished.closeFeature();
    GeometryColumn repaired;
    repaired.kind = kind;
    const GeosGeometry geometry = toGeos( asPublished, 0 );
    appendFromGeos( repaired, checked( GEOSMakeValid_r( geos(), geometry.get() ) ).get() );
    mGeometries.add( repaired, 0 );
    const auto date = [&]( const char *field )
    {
      int year = 0;
      int month = 0;
      int day = 0;
      int ignored = 0;
      feature->GetFieldAsDateTime( feature->GetFieldIndex( field ), &year, &month, &day, &ignored, &ignored, &ignored,
                                   &ignored );
      return QDate( year, month, day );
    };
    mFeatures.push_back( { feature->GetFieldAsString( "werk_id" ), feature->GetFieldAsString( "verursacher" ),
                           date( "von" ), date( "bis" ) } );
  }
}

void TestPlanningKarlsruhe::initTestCase()
{
  const QString folder = qEnvironmentVariable( "KOPPELKANS_DATA", KOPPELKANS_DATA_DIR );
  const QString path = folder + QStringLiteral( "/karlsruhe/baustellen_2026.gpkg" );
  if ( !QFile::exists( path ) )
  {
    if ( qEnvironmentVariableIsSet( "CI" ) )
      QFAIL( qPrintable( path + QStringLiteral( " is missing" ) ) );
    QSKIP( qPrintable( path + QStringLiteral( " is missing: the published figures are not checked" ) ) );
  }
  GDALAllRegister();
  const GDALDatasetUniquePtr source(
    GDALDataset::Open( path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY ) );
  QVERIFY( source );
  read( *source, "baustellen_flaeche", GeometryKind::Polygon );
  read( *source, "baustellen_linie", GeometryKind::Line );
  QCOMPARE( mFeatures.size(), std::size_t( 262 + 71 ) );
}

void TestPlanningKarlsruhe::countsNeighbours_data()
{
  QTest::addColumn<double>( "distance" );
  QTest::addColumn<int>( "days" );
  QTest::addColumn<int>( "pairs" );
  QTest::addColumn<int>( "betweenOrganisations" );
  QTest::newRow( "touching, overlapping in time" ) << 0.0 << 0 << 99 << 23;
  QTest::newRow( "25 m, 30 days" ) << 25.0 << 30 << 206 << 75;
  QTest::newRow( "50 m, 90 days" ) << 50.0 << 90 << 264 << 104;
}

void TestPlanningKarlsruhe::countsNeighbours()
{
  QFETCH( double, distance );
  QFETCH( int, days );
  NoProgress progress;
  const Neighbours neighbours( mGeometries, distance, progress );
  std::map<std::pair<std::string, std::string>, bool> pairs; // a work may have an area and a line: it counts once
  neighbours.visitPairs(
    [&]( std::size_t a, std::size_t b )
    {
      const Feature &one = mFeatures[a];
      const Feature &other = mFeatures[b];
      if ( one.work == other.work )
        return;
      // days from the end of the earlier to the start of the later; not positive where they overlap
      const qint64 apart = std::max( one.to.daysTo( other.from ), other.to.daysTo( one.from ) );
      if ( apart > days )
        return;
      pairs[std::minmax( one.work, other.work )] = one.organisation != other.organisation;
    } );
  const auto betweenOrganisations =
    std::count_if( pairs.begin(), pairs.end(), []( const auto &pair ) { return pair.second; } );
  QTEST( static_cast<int>( pairs.size() ), "pairs" );
  QTEST( static_cast<int>( betweenOrganisations ), "betweenOrganisations" );
}

QTEST_APPLESS_MAIN( TestPlanningKarlsruhe )
#include "test_planning_karlsruhe.moc"
