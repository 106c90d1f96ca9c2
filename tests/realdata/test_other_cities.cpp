// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/geos.h"
#include "core/nodata.h"
#include "processing/carriedfields.h"
#include "tests/core/geos_reference.h"
#include "tests/realdata/algorithm_run.h"
#include "tests/realdata/real_data.h"

#include <qgscoordinatetransform.h>
#include <qgsdistancearea.h>
#include <qgsgeometry.h>
#include <qgsvectorfilewriter.h>
#include <qgsvectorlayer.h>

#include <cmath>

using namespace koppelkans;
using namespace koppelkans::test;

/**
 * Gent, Antwerpen, Alkmaar and Bodegraven-Reeuwijk: other countries, degrees, hundreds of invalid polygons, and sewers
 * of which nobody knows the year.
 */
class TestOtherCities : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void flemishDistricts_data();
  void flemishDistricts();
  void degreesAreRefused();
  void alkmaarDensities();
  void alkmaarPolygons();
  void sewersAsTheme();
  void sewersWithoutYears();

private:
  //! The values of a field of the scores, by district, and their areas.
  struct Scored
  {
    std::vector<double> values;
    std::vector<double> areas;
    double sum() const; //!< Σ value · area
  };

  QTemporaryDir mFolder;
  Scored read( const QString &scores, const QString &crs, const QString &field ) const;
};

void TestOtherCities::initTestCase()
{
  KOPPELKANS_NEED_DATA( "vlaanderen/gent_wijken.geojson" );
}

double TestOtherCities::Scored::sum() const
{
  double sum = 0;
  for ( std::size_t i = 0; i < values.size(); ++i )
    sum += hasData( values[i] ) ? values[i] * areas[i] : 0;
  return sum;
}

TestOtherCities::Scored TestOtherCities::read( const QString &scores, const QString &crs, const QString &field ) const
{
  Findings findings;
  const ReadLayer read = readInCrs( scores, crs, findings );
  const int index = openLayer( scores )->fields().lookupField( field );
  if ( index < 0 )
    qFatal( "no field %s", qPrintable( field ) );
  Scored scored;
  for ( std::size_t i = 0; i < read.attributes.size(); ++i )
  {
    const QVariant value = read.attributes[i].at( index );
    scored.values.push_back( value.isNull() ? noData : value.toDouble() );
    scored.areas.push_back( areaOf( read.features.geometry, i ) );
  }
  return scored;
}

void TestOtherCities::flemishDistricts_data()
{
  QTest::addColumn<QString>( "city" );
  QTest::addColumn<int>( "districts" );
  QTest::addColumn<int>( "repaired" );
  QTest::newRow( "Gent" ) << QStringLiteral( "gent_wijken" ) << 25 << 0;
  QTest::newRow( "Antwerpen" ) << QStringLiteral( "antwerpen_wijken" ) << 62 << 3;
}

void TestOtherCities::flemishDistricts()
{
  QFETCH( QString, city );
  QFETCH( int, districts );
  QFETCH( int, repaired );
  const QString wijken = dataPath( QStringLiteral( "vlaanderen/%1.geojson" ).arg( city ) );
  const QString scores = mFolder.filePath( city + QStringLiteral( ".gpkg" ) );
  const QString findings = mFolder.filePath( city + QStringLiteral( "_findings.gpkg" ) );
  const QString lambert = QStringLiteral( "EPSG:31370" );
  // The only theme at hand is the districts themselves, which cover themselves whole.
  KOPPELKANS_RUN( outcome, "scoredistricts",
                  { { "DISTRICTS", wijken },
                    { "THEMES", QStringList{ wijken } },
                    { "CRS", lambert },
                    { "SCORES", scores },
                    { "FINDINGS", findings } } );
  const Scored scored = read( scores, lambert, city + QStringLiteral( "_share" ) );
  QCOMPARE( scored.values.size(), static_cast<std::size_t>( districts ) );
  double area = 0;
  for ( std::size_t i = 0; i < scored.values.size(); ++i )
  {
    QVERIFY( std::abs( scored.values[i] - 1 ) < 1e-9 );
    area += scored.areas[i];
  }
  // Against the earth's curved surface: Lambert 72 distorts areas by less than a permille here.
  QgsDistanceArea ellipsoid;
  ellipsoid.setSourceCrs( QgsCoordinateReferenceSystem( QStringLiteral( "EPSG:4326" ) ),
                          QgsCoordinateTransformContext() );
  ellipsoid.setEllipsoid( QStringLiteral( "EPSG:7030" ) );
  double onEarth = 0;
  QgsFeature wijk;
  const std::unique_ptr<QgsVectorLayer> published = openLayer( wijken );
  for ( QgsFeatureIterator iterator = published->getFeatures(); iterator.nextFeature( wijk ); )
    onEarth += ellipsoid.measureArea( wijk.geometry().makeValid() );
  QVERIFY2( std::abs( area / onEarth - 1 ) < 1e-3, qPrintable( QString::number( area / onEarth, 'f', 6 ) ) );
  // As districts and as theme.
  QCOMPARE( ( countFindings( findings )[{ city, QStringLiteral( "repaired_geometry" ) }] ), 2 * repaired );
  // The districts stay as they were published, in degrees.
  QCOMPARE( openLayer( scores )->crs().authid(), QStringLiteral( "EPSG:4326" ) );
}

void TestOtherCities::degreesAreRefused()
{
  const QString wijken = dataPath( QStringLiteral( "vlaanderen/gent_wijken.geojson" ) );
  const QString scores = mFolder.filePath( QStringLiteral( "refused.gpkg" ) );
  const Outcome outcome = run( QStringLiteral( "scoredistricts" ),
                               { { "DISTRICTS", wijken }, { "THEMES", QStringList{ wijken } }, { "SCORES", scores } } );
  QVERIFY( !outcome.ok );
  QVERIFY2( outcome.log.contains( QStringLiteral( "EPSG:31370" ) ), qPrintable( outcome.log ) );
  QVERIFY( !QFile::exists( scores ) );
}

void TestOtherCities::alkmaarDensities()
{
  const QString rd = QStringLiteral( "EPSG:28992" );
  const QString wijken = dataPath( QStringLiteral( "alkmaar/wijken.geojson" ) );
  const QString accidents = dataPath( QStringLiteral( "alkmaar/accidents.geojson" ) );
  const QString scores = mFolder.filePath( QStringLiteral( "alkmaar.gpkg" ) );
  KOPPELKANS_RUN(
    outcome, "scoredistricts",
    { { "DISTRICTS", wijken }, { "THEMES", QStringList{ accidents } }, { "CRS", rd }, { "SCORES", scores } } );
  const Scored scored = read( scores, rd, QStringLiteral( "accidents_share" ) );

  Findings findings;
  const ReadLayer points = readInCrs( accidents, rd, findings );
  const ReadLayer districts = readInCrs( wijken, rd, findings );
  QCOMPARE( points.attributes.size(), std::size_t( 5085 ) );
  for ( std::size_t district = 0; district < scored.values.size(); ++district )
  {
    const GeosGeometry wijk = toGeos( districts.features.geometry, district );
    const GeosPrepared prepared( GEOSPrepare_r( geos(), wijk.get() ) );
    int count = 0;
    for ( std::size_t point = 0; point < points.attributes.size(); ++point )
      count += GEOSPreparedIntersects_r( geos(), prepared.get(), toGeos( points.features.geometry, point ).get() ) == 1;
    QVERIFY( count > 0 );
    QVERIFY( std::abs( scored.values[district] * scored.areas[district] / 1e4 - count ) < 1e-6 );
  }
}

void TestOtherCities::alkmaarPolygons()
{
  const QString rd = QStringLiteral( "EPSG:28992" );
  const QString wijken = dataPath( QStringLiteral( "alkmaar/wijken.geojson" ) );
  const QString zones = dataPath( QStringLiteral( "alkmaar/zones.geojson" ) );
  const QString routes = dataPath( QStringLiteral( "alkmaar/school-routes.geojson" ) );
  const QString scores = mFolder.filePath( QStringLiteral( "alkmaar_schools.gpkg" ) );
  const QString found = mFolder.filePath( QStringLiteral( "alkmaar_findings.gpkg" ) );
  KOPPELKANS_RUN( outcome, "scoredistricts",
                  { { "DISTRICTS", wijken },
                    { "THEMES", QStringList{ zones, routes } },
                    { "CRS", rd },
                    { "SCORES", scores },
                    { "FINDINGS", found } } );
  // 408 are invalid in degrees; in metres rounding makes some valid and others not. Those without area are left out.
  int invalid = 0;
  QgsFeature route;
  const std::unique_ptr<QgsVectorLayer> published = openLayer( routes );
  const QgsCoordinateTransform toRd( published->crs(), QgsCoordinateReferenceSystem( rd ),
                                     QgsCoordinateTransformContext() );
  for ( QgsFeatureIterator iterator = published->getFeatures(); iterator.nextFeature( route ); )
  {
    QgsGeometry geometry = route.geometry();
    geometry.transform( toRd );
    invalid += !geometry.isGeosValid();
  }
  QVERIFY( std::abs( invalid - 408 ) < 10 );
  auto counts = countFindings( found );
  const int repaired = counts[{ QStringLiteral( "school-routes" ), QStringLiteral( "repaired_geometry" ) }];
  const int flat = counts[{ QStringLiteral( "school-routes" ), QStringLiteral( "unusable_geometry" ) }];
  QCOMPARE( repaired + flat, invalid );
  QVERIFY( repaired > flat );

  Findings findings;
  const ReadLayer districts = readInCrs( wijken, rd, findings );
  for ( const auto &[theme, source] :
        { std::pair( QStringLiteral( "zones" ), zones ), std::pair( QStringLiteral( "school-routes" ), routes ) } )
  {
    const GeosGeometry united = unionOf( readInCrs( source, rd, findings ).features.geometry );
    const Scored scored = read( scores, rd, theme + QStringLiteral( "_share" ) );
    for ( std::size_t district = 0; district < scored.values.size(); ++district )
    {
      const GeosGeometry wijk = toGeos( districts.features.geometry, district );
      const GeosGeometry shared = checked( GEOSIntersection_r( geos(), wijk.get(), united.get() ) );
      QVERIFY( std::abs( scored.values[district] - test::areaOf( shared.get() ) / scored.areas[district] ) < 1e-9 );
    }
  }
}

void TestOtherCities::sewersAsTheme()
{
  const QString sewers =
    dataPath( QStringLiteral( "bodegraven_reeuwijk/gwsw_getGeoPackage_1134.gpkg|layername=default_lijn" ) );
  const QString cells = mFolder.filePath( QStringLiteral( "sewers.gpkg" ) );
  KOPPELKANS_RUN( outcome, "stacklayers",
                  { { "THEMES", QStringList{ sewers } }, { "CELL_SIZE", 100 }, { "CELLS", cells } } );
  Findings findings;
  const QString rd = QStringLiteral( "EPSG:28992" );
  const ReadLayer lines = readInCrs( sewers, rd, findings );
  QCOMPARE( lines.attributes.size(), std::size_t( 8986 ) );
  double length = 0;
  for ( std::size_t i = 0; i < lines.features.geometry.features(); ++i )
    length += lengthOf( toGeos( lines.features.geometry, i ).get() );
  // Metres per hectare in cells of a hectare.
  const double measured = read( cells, rd, QStringLiteral( "default_lijn" ) ).sum() / 1e4;
  QVERIFY2( std::abs( measured - length ) < 1e-6 * length, qPrintable( QString::number( measured - length ) ) );
}

void TestOtherCities::sewersWithoutYears()
{
  // As a municipality has it that keeps a column for the year and never filled it.
  const QString file = mFolder.filePath( QStringLiteral( "sewers.gpkg" ) );
  {
    const std::unique_ptr<QgsVectorLayer> lines = openLayer(
      dataPath( QStringLiteral( "bodegraven_reeuwijk/gwsw_getGeoPackage_1134.gpkg|layername=default_lijn" ) ) );
    lines->addExpressionField( QStringLiteral( "NULL" ), makeField( "bouwjaar", compat::integer ) );
    QgsVectorFileWriter::SaveVectorOptions options;
    options.layerName = QStringLiteral( "default_lijn" );
    QCOMPARE( QgsVectorFileWriter::writeAsVectorFormatV3( lines.get(), file, QgsCoordinateTransformContext(), options ),
              QgsVectorFileWriter::NoError );
  }
  const QString sewers = file + QStringLiteral( "|layername=default_lijn" );
  const QString works = mFolder.filePath( QStringLiteral( "works.gpkg" ) );
  const QString found = mFolder.filePath( QStringLiteral( "works_findings.gpkg" ) );
  KOPPELKANS_RUN( outcome, "planworks",
                  { { "ASSETS", sewers },
                    { "BUILT_FIELD", QStringLiteral( "bouwjaar" ) },
                    { "CLASS_FIELD", QStringLiteral( "Stelsel" ) },
                    { "WORKS", works },
                    { "FINDINGS", found } } );
  const std::unique_ptr<QgsVectorLayer> layer = openLayer( works );
  QCOMPARE( layer->featureCount(), 8986LL );
  QgsFeature work;
  for ( QgsFeatureIterator iterator = layer->getFeatures(); iterator.nextFeature( work ); )
  {
    QCOMPARE( work.attribute( QStringLiteral( "life_source" ) ).toString(), QStringLiteral( "unknown" ) );
    QVERIFY( work.attribute( QStringLiteral( "year_from" ) ).isNull() );
  }
  auto counts = countFindings( found );
  QCOMPARE( ( counts[{ QStringLiteral( "default_lijn" ), QStringLiteral( "missing_year" ) }] ), 8986 );

  // And nothing can be planned with them: that is an error, not an empty plan.
  const QString plan = mFolder.filePath( QStringLiteral( "plan.gpkg" ) );
  const Outcome bundling =
    run( QStringLiteral( "bundlemaintenance" ),
         { { "WORKS", works }, { "YEAR_FIELD", QStringLiteral( "year_due" ) }, { "PLAN", plan } } );
  QVERIFY( !bundling.ok );
  QVERIFY( !QFile::exists( plan ) );
}

KOPPELKANS_ALGORITHM_TEST( TestOtherCities )
#include "test_other_cities.moc"
