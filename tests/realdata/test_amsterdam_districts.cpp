// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nodata.h"
#include "tests/core/geos_reference.h"
#include "tests/realdata/algorithm_run.h"
#include "tests/realdata/amsterdam.h"
#include "tests/realdata/real_data.h"

#include <qgsvectorlayer.h>

#include <algorithm>
#include <cmath>

using namespace koppelkans;
using namespace koppelkans::test;

/**
 * koppelkans:scoredistricts on the 111 wijken of Amsterdam, with the themes of test_amsterdam_themes, against GEOS.
 */
class TestAmsterdamDistricts : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void everyDistrictKeepsWhatItHad();
  void partsAddUpToTheScore();
  void ranksFollowTheScores();
  void sharesAreExact();
  void specificityIsRelativeToTheCity();
  void saysWhatItFound();

private:
  QTemporaryDir mFolder;
  QString mWijken;
  QString mFindings;
  ReadLayer mScored;
  QgsFields mFields;

  double number( std::size_t district, const QString &field ) const;
  //! By district, the mean of \a valueOf features, weighted by the area that they share with it.
  std::vector<double> meanOf( const Features &features, std::span<const double> values ) const;
};

void TestAmsterdamDistricts::initTestCase()
{
  KOPPELKANS_NEED_DATA( "amsterdam/gebiedsindeling.gpkg" );
  mWijken = dataPath( QStringLiteral( "amsterdam/gebiedsindeling.gpkg|layername=wijken" ) );
  const QString settings = mFolder.filePath( QStringLiteral( "settings.csv" ) );
  QVERIFY( writeLines( settings, amsterdam::settings() ) );
  const QString scores = mFolder.filePath( QStringLiteral( "scores.gpkg" ) );
  mFindings = mFolder.filePath( QStringLiteral( "findings.gpkg" ) );
  KOPPELKANS_RUN( outcome, "scoredistricts",
                  { { "DISTRICTS", mWijken },
                    { "THEMES", amsterdam::themes() },
                    { "THEME_SETTINGS", settings },
                    { "CRS", amsterdam::rd },
                    { "SCORES", scores },
                    { "FINDINGS", mFindings } } );
  Findings findings;
  mScored = readInCrs( scores, amsterdam::rd, findings );
  mFields = openLayer( scores )->fields();
  QCOMPARE( mScored.attributes.size(), std::size_t( 111 ) );
}

double TestAmsterdamDistricts::number( std::size_t district, const QString &field ) const
{
  const int index = mFields.lookupField( field );
  if ( index < 0 )
    qFatal( "no field %s", qPrintable( field ) );
  const QVariant value = mScored.attributes[district].at( index );
  return value.isNull() ? noData : value.toDouble();
}

void TestAmsterdamDistricts::everyDistrictKeepsWhatItHad()
{
  const std::unique_ptr<QgsVectorLayer> wijken = openLayer( mWijken );
  std::size_t district = 0;
  QgsFeature wijk;
  for ( QgsFeatureIterator iterator = wijken->getFeatures(); iterator.nextFeature( wijk ); ++district )
    for ( const char *field : { "wijkcode", "wijk", "gebiedcode", "stadsdeelcode" } )
      QCOMPARE( mScored.attributes[district].at( mFields.lookupField( QString::fromLatin1( field ) ) ),
                wijk.attribute( QString::fromLatin1( field ) ) );
  QCOMPARE( district, mScored.attributes.size() );
}

void TestAmsterdamDistricts::partsAddUpToTheScore()
{
  const QStringList themes{ amsterdam::heat, amsterdam::shade, amsterdam::labels, amsterdam::ecology,
                            amsterdam::heatPlan };
  int withoutLabels = 0;
  for ( std::size_t district = 0; district < mScored.attributes.size(); ++district )
  {
    double parts = 0;
    for ( const QString &theme : themes )
    {
      const double part = number( district, theme + QStringLiteral( "_part" ) );
      // No value, no part; and no part taken from what is not known.
      QCOMPARE( hasData( part ), hasData( number( district, theme + QStringLiteral( "_share" ) ) ) );
      parts += hasData( part ) ? part : 0;
    }
    withoutLabels += !hasData( number( district, amsterdam::labels + QStringLiteral( "_share" ) ) );
    // The heat plan and the lines count everywhere, if only as 0: every district has a score.
    QVERIFY( hasData( number( district, QStringLiteral( "score" ) ) ) );
    QVERIFY( std::abs( parts - number( district, QStringLiteral( "score" ) ) ) < 1e-12 );
  }
  QVERIFY( withoutLabels > 0 );
}

void TestAmsterdamDistricts::ranksFollowTheScores()
{
  for ( std::size_t district = 0; district < mScored.attributes.size(); ++district )
  {
    const double score = number( district, QStringLiteral( "score" ) );
    int higher = 0;
    for ( std::size_t other = 0; other < mScored.attributes.size(); ++other )
      higher += number( other, QStringLiteral( "score" ) ) > score;
    const double rank = number( district, QStringLiteral( "rank" ) );
    QCOMPARE( rank, higher + 1.0 );
    QVERIFY( number( district, QStringLiteral( "rank_low" ) ) <= rank );
    QVERIFY( number( district, QStringLiteral( "rank_high" ) ) >= rank );
  }
}

std::vector<double> TestAmsterdamDistricts::meanOf( const Features &features, std::span<const double> values ) const
{
  std::vector<double> means;
  for ( std::size_t district = 0; district < mScored.attributes.size(); ++district )
  {
    const GeosGeometry wijk = toGeos( mScored.features.geometry, district );
    const Box box = mScored.features.geometry.featureBox( district );
    double sum = 0;
    double area = 0;
    for ( std::size_t i = 0; i < features.geometry.features(); ++i )
    {
      if ( !hasData( values[i] ) || !features.geometry.featureBox( i ).intersects( box ) )
        continue;
      const GeosGeometry shared =
        checked( GEOSIntersection_r( geos(), wijk.get(), toGeos( features.geometry, i ).get() ) );
      sum += values[i] * test::areaOf( shared.get() );
      area += test::areaOf( shared.get() );
    }
    // What two drawings of one border leave between them is rounding, not data.
    means.push_back( area > 1e-9 * test::areaOf( wijk.get() ) ? sum / area : noData );
  }
  return means;
}

void TestAmsterdamDistricts::sharesAreExact()
{
  Findings findings;
  const QString labels = dataPath( QStringLiteral( "amsterdam/%1.geojson" ).arg( amsterdam::labels ) );
  const int field = openLayer( labels )->fields().lookupField( QStringLiteral( "energielabel_efg_pct" ) );
  const ReadLayer buurten = readInCrs( labels, amsterdam::rd, findings );
  std::vector<double> values;
  for ( const QgsAttributes &attributes : buurten.attributes )
    values.push_back( isNull( attributes.at( field ) ) ? noData : attributes.at( field ).toDouble() );
  const std::vector<double> means = meanOf( buurten.features, values );

  const GeosGeometry plan =
    unionOf( readInCrs( amsterdam::heatPlanSource(), amsterdam::rd, findings ).features.geometry );
  for ( std::size_t district = 0; district < mScored.attributes.size(); ++district )
  {
    const GeosGeometry wijk = toGeos( mScored.features.geometry, district );
    const GeosGeometry planned = checked( GEOSIntersection_r( geos(), wijk.get(), plan.get() ) );
    const double share = test::areaOf( planned.get() ) / test::areaOf( wijk.get() );
    QVERIFY( std::abs( number( district, amsterdam::heatPlan + QStringLiteral( "_share" ) ) - share ) < 1e-9 );

    const double mean = number( district, amsterdam::labels + QStringLiteral( "_share" ) );
    QCOMPARE( hasData( mean ), hasData( means[district] ) );
    if ( hasData( mean ) )
      QVERIFY( std::abs( mean - means[district] ) < 1e-6 );
  }
}

void TestAmsterdamDistricts::specificityIsRelativeToTheCity()
{
  const QString share = amsterdam::heatPlan + QStringLiteral( "_share" );
  double planned = 0;
  double area = 0;
  for ( std::size_t district = 0; district < mScored.attributes.size(); ++district )
  {
    const double squareMetres = areaOf( mScored.features.geometry, district );
    planned += number( district, share ) * squareMetres;
    area += squareMetres;
  }
  for ( std::size_t district = 0; district < mScored.attributes.size(); ++district )
    QVERIFY( std::abs( number( district, amsterdam::heatPlan + QStringLiteral( "_specificity" ) ) -
                       number( district, share ) * area / planned ) < 1e-9 );
}

void TestAmsterdamDistricts::saysWhatItFound()
{
  auto findings = countFindings( mFindings );
  QCOMPARE( ( findings[{ amsterdam::heatPlan, QStringLiteral( "repaired_geometry" ) }] ), 20 );
  QCOMPARE( ( findings[{ amsterdam::labels, QStringLiteral( "missing_number" ) }] ), 128 );
}

KOPPELKANS_ALGORITHM_TEST( TestAmsterdamDistricts )
#include "test_amsterdam_districts.moc"
