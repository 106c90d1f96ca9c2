// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nodata.h"
#include "tests/realdata/algorithm_run.h"
#include "tests/realdata/real_data.h"

#include <qgsvectorlayer.h>

using namespace koppelkans;
using namespace koppelkans::test;

/**
 * Layers of real cities read in columns from their files against the same layers read through QGIS.
 */
class TestLayerFiles : public QObject
{
  Q_OBJECT

private slots:

  void initTestCase() { KOPPELKANS_NEED_DATA( "vlaanderen/gent_wijken.geojson" ); }

  void fileGivesWhatQgisGives_data();
  void fileGivesWhatQgisGives();
  void onlyWhatIsTheSame();

private:
  //! As the algorithms read a theme.
  static Features read( LayerSource source, const QString &crs, const QString &field, bool fromFile,
                        Findings &findings );
};

Features TestLayerFiles::read( LayerSource source, const QString &crs, const QString &field, bool fromFile,
                               Findings &findings )
{
  if ( !fromFile )
    source.file.reset();
  NoProgress progress;
  return LayerReader( QgsCoordinateReferenceSystem( crs ), QgsCoordinateTransformContext(), findings )
    .readFeatures( source, source.requiredField( field ), progress );
}

void TestLayerFiles::fileGivesWhatQgisGives_data()
{
  QTest::addColumn<QString>( "source" );
  QTest::addColumn<QString>( "crs" );
  QTest::addColumn<QString>( "field" );
  const auto row = []( const char *source, const char *crs, const char *field )
  {
    QTest::newRow( source ) << QString::fromLatin1( source ) << QString::fromLatin1( crs )
                            << QString::fromLatin1( field );
  };
  row( "amsterdam/transitievisie_warmte_buurten.gpkg", "EPSG:28992", "" );
  row( "amsterdam/gebiedsindeling.gpkg|layername=wijken", "EPSG:28992", "" );
  row( "amsterdam/verharding_noord_nieuwwest.gpkg", "EPSG:28992", "jaar_van_aanleg" );
  row( "amsterdam/verharding_heelstad_punten.gpkg|subset=\"jaar_van_aanleg\" > 1990", "EPSG:28992", "jaar_van_aanleg" );
  row( "amsterdam/ecologische_verbindingen_groot_onderhoud.geojson", "EPSG:28992", "" );
  row( "alkmaar/school-routes.geojson", "EPSG:28992", "" );
  row( "alkmaar/zones.geojson", "EPSG:28992", "" );
  row( "vlaanderen/gent_wijken.geojson", "EPSG:31370", "" );
  row( "bodegraven_reeuwijk/gwsw_getGeoPackage_1134.gpkg|layername=default_lijn", "EPSG:28992", "" );
  row( "bodegraven_reeuwijk/gwsw_getGeoPackage_1134.gpkg|layername=default_punt", "EPSG:28992", "" );
}

void TestLayerFiles::fileGivesWhatQgisGives()
{
  QFETCH( QString, source );
  QFETCH( QString, crs );
  QFETCH( QString, field );
  const std::unique_ptr<QgsVectorLayer> layer = openLayer( dataPath( source ) );
  QVERIFY( layer->isValid() );
  const LayerSource given = LayerSource::fromLayer( layer.get(), source );
  QVERIFY( given.file );

  Findings ofFile, ofQgis;
  const Features file = read( given, crs, field, true, ofFile );
  const Features qgis = read( given, crs, field, false, ofQgis );
  QVERIFY( file.geometry.features() > 0 );
  QCOMPARE( file.ids, qgis.ids );
  QCOMPARE( file.geometry.kind, qgis.geometry.kind );
  QVERIFY( file.geometry.coordinates == qgis.geometry.coordinates );
  QCOMPARE( file.geometry.ringOffsets, qgis.geometry.ringOffsets );
  QCOMPARE( file.geometry.partOffsets, qgis.geometry.partOffsets );
  QCOMPARE( file.geometry.featureOffsets, qgis.geometry.featureOffsets );
  QCOMPARE( file.values.size(), qgis.values.size() );
  for ( std::size_t i = 0; i < file.values.size(); ++i )
    QVERIFY( hasData( file.values[i] ) ? file.values[i] == qgis.values[i] : !hasData( qgis.values[i] ) );

  QCOMPARE( ofFile.size(), ofQgis.size() );
  for ( std::size_t i = 0; i < ofFile.size(); ++i )
  {
    QCOMPARE( ofFile[i].kind, ofQgis[i].kind );
    QCOMPARE( ofFile[i].feature, ofQgis[i].feature );
    QCOMPARE( ofFile[i].value, ofQgis[i].value );
  }
}

void TestLayerFiles::onlyWhatIsTheSame()
{
  const auto hasFile = []( QgsVectorLayer &layer )
  {
    return LayerSource::fromLayer( &layer, QString() ).file.has_value();
  };
  const QString path = dataPath( QStringLiteral( "vlaanderen/gent_wijken.geojson" ) );
  QTemporaryDir folder;
  const QString copy = folder.filePath( QStringLiteral( "wijken.geojson" ) );
  QVERIFY( QFile::copy( path, copy ) );
  QVERIFY( QFile::setPermissions( copy, QFile::ReadOwner | QFile::WriteOwner ) );
  const std::unique_ptr<QgsVectorLayer> layer = openLayer( copy );
  QVERIFY( hasFile( *layer ) );
  // What is being edited is not in the file yet.
  QVERIFY( layer->startEditing() );
  QVERIFY( !hasFile( *layer ) );
  QVERIFY( layer->rollBack() );
  QVERIFY( hasFile( *layer ) );

  QVERIFY( !hasFile( *openLayer( path + QStringLiteral( "|geometrytype=Point" ) ) ) );
  QgsVectorLayer memory( QStringLiteral( "Polygon?crs=EPSG:28992" ), QStringLiteral( "memory" ),
                         QStringLiteral( "memory" ) );
  QVERIFY( !hasFile( memory ) );
}

KOPPELKANS_ALGORITHM_TEST( TestLayerFiles )
#include "test_layer_files.moc"
