// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processing/inputs.h"

#include <csignal>
#include <qgssqliteutils.h>
#include <qgsvectorlayer.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace koppelkans::test;

namespace
{

using Contents = QMap<QString, QByteArray>;

/**
 * A full disk, for whoever is not root too: while it lives no file of this process grows beyond a size.
 *
 * SIGXFSZ is ignored, so that writing fails as it does on a full disk, instead of ending the process.
 */
class FullDisk
{
public:
  explicit FullDisk( rlim_t bytes )
  {
    std::signal( SIGXFSZ, SIG_IGN );
    getrlimit( RLIMIT_FSIZE, &mBefore );
    const rlimit less{ bytes, mBefore.rlim_max };
    setrlimit( RLIMIT_FSIZE, &less );
  }

  ~FullDisk() { setrlimit( RLIMIT_FSIZE, &mBefore ); }

private:
  rlimit mBefore;
};

//! Enough rows to make any format of file larger than the smallest GeoPackage by far.
QList<Row> manyRows()
{
  QList<Row> rows;
  for ( int i = 0; i < 6000; ++i )
    rows << Row{ square( 40 * ( i % 80 ), 40 * ( i / 80 ), 10 ), soundAttributes() };
  return rows;
}

} // namespace

class TestResultFiles : public QObject
{
  Q_OBJECT

private slots:
  void replacesWhatWasThere_data();
  void replacesWhatWasThere();
  void impossiblePlaces_data();
  void impossiblePlaces();
  void readOnlyFile();

  void lockedFile_data() { eachAlgorithm(); }

  void lockedFile();
  void leftoversOfTheOldFileGo();
  void fullDisk_data();
  void fullDisk();
  void inputAsResult_data();
  void inputAsResult();
  void oneFileForTwoResults();
  void tableInAGeoPackage_data();
  void tableInAGeoPackage();
  void inputTableAsResult();
  void oneFails_allFail();
  void oneCannotBePutInPlace_data();
  void oneCannotBePutInPlace();
  void stylesOfATableStay();
  void findingsAreToldWhenItFails();
};

void TestResultFiles::replacesWhatWasThere_data()
{
  QTest::addColumn<QString>( "file" );
  for ( const char *file :
        { "result.gpkg", "result.geojson", "result.csv", "result.shp", "result", "a name, with 'all' of it.gpkg" } )
    QTest::newRow( file ) << QString( file );
}

void TestResultFiles::replacesWhatWasThere()
{
  QFETCH( QString, file );
  Workbench bench;
  Input input = inputFor( bench, "planworks" );
  input.parameters["WORKS"] = bench.path( file );
  const Outcome first = bench.run( "planworks", input.parameters );
  VERIFY_RAN( first );
  const QStringList files = contents( bench.folder.path() ).keys();
  const Outcome second = bench.run( "planworks", input.parameters );
  VERIFY_RAN( second );
  QCOMPARE( QStringList( contents( bench.folder.path() ).keys() ), files );
  QVERIFY( QFile::exists( second.results.value( "WORKS" ).toString() ) );
  QCOMPARE( second.table( "WORKS", { "class" } ), QStringList( { "road", "road", "road" } ) );
}

void TestResultFiles::impossiblePlaces_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<QString>( "place" );
  // Permission bits do not bind root, which CI runs as; these places are closed to everyone.
  for ( const char *algorithm :
        { "stacklayers", "overlaythemes", "scoredistricts", "planworks", "bundlemaintenance", "checkdata" } )
    for ( const char *place :
          { "below a file: %1/file/result.gpkg", "in no folder: %1/missing/result.gpkg", "in proc: /proc/result.gpkg",
            "a folder: %1/folder.gpkg", "without suffix in no folder: %1/missing/result" } )
      QTest::addRow( "%s %s", algorithm, qPrintable( QString( place ).section( ':', 0, 0 ) ) )
        << algorithm << QString( place ).section( ": ", 1 );
}

void TestResultFiles::impossiblePlaces()
{
  QFETCH( QString, algorithm );
  QFETCH( QString, place );
  Workbench bench;
  Input input = inputFor( bench, algorithm );
  bench.write( "a file", "file" );
  QVERIFY( QDir( bench.folder.path() ).mkpath( "folder.gpkg/inside" ) );
  const Contents before = contents( bench.folder.path() );
  const QString destination = place.contains( '%' ) ? place.arg( bench.folder.path() ) : place;
  input.parameters[input.mainResult] = destination;
  const Outcome outcome = bench.run( algorithm, input.parameters );
  QVERIFY( !outcome.ok );
  const QString error = outcome.errors.join( '\n' );
  QVERIFY2( error.contains( input.mainResult ) && error.contains( QFileInfo( destination ).absolutePath() ),
            qPrintable( error ) );
  QCOMPARE( contents( bench.folder.path() ), before );
}

void TestResultFiles::readOnlyFile()
{
  if ( geteuid() == 0 )
    QSKIP( "permission bits do not bind root" );
  Workbench bench;
  Input input = inputFor( bench, "planworks" );
  input.parameters["WORKS"] = bench.write( "kept", "works.gpkg" );
  QFile::setPermissions( bench.path( "works.gpkg" ), QFile::ReadOwner );
  const Contents before = contents( bench.folder.path() );
  const Outcome outcome = bench.run( "planworks", input.parameters );
  QVERIFY( !outcome.ok );
  QVERIFY2( outcome.errors.join( '\n' ).contains( "works.gpkg" ), outcome.said().constData() );
  QCOMPARE( contents( bench.folder.path() ), before );
}

void TestResultFiles::lockedFile()
{
  QFETCH( QString, algorithm );
  Workbench bench;
  Input input = inputFor( bench, algorithm );
  const QString file = bench.write( input.main, "result.gpkg" );
  sqlite3_database_unique_ptr database;
  QString error;
  QCOMPARE( database.open( file ), 0 );
  QCOMPARE( database.exec( QStringLiteral( "BEGIN EXCLUSIVE" ), error ), 0 );
  const Contents before = contents( bench.folder.path() );
  input.parameters[input.mainResult] = file;
  const Outcome outcome = bench.run( algorithm, input.parameters );
  QVERIFY( !outcome.ok );
  QVERIFY2( outcome.errors.join( '\n' ).contains( file ), outcome.said().constData() );
  QCOMPARE( contents( bench.folder.path() ), before );
}

void TestResultFiles::leftoversOfTheOldFileGo()
{
  // A journal that outlives its database would be played back into the new one.
  Workbench bench;
  Input input = inputFor( bench, "planworks" );
  const QString file = bench.path( "works.gpkg" );
  input.parameters["WORKS"] = file;
  VERIFY_RAN( bench.run( "planworks", input.parameters ) );
  bench.write( "of another database", "works.gpkg-wal" );
  bench.write( "of another database", "works.gpkg-journal" );
  VERIFY_RAN( bench.run( "planworks", input.parameters ) );
  QCOMPARE( QDir( bench.folder.path() ).entryList( QDir::Files ), QStringList( { "works.gpkg" } ) );
}

void TestResultFiles::fullDisk_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<QString>( "result" );
  QTest::addColumn<QString>( "file" );
  QTest::addColumn<int>( "kilobytes" );
  const auto row = []( const char *algorithm, const char *result, const char *file, int kilobytes )
  {
    QTest::addRow( "%s %s %d kB", algorithm, file, kilobytes ) << algorithm << result << file << kilobytes;
  };
  for ( const int kilobytes : { 1, 40, 150, 400 } )
  {
    row( "stacklayers", "CELLS", "cells.gpkg", kilobytes );
    row( "scoredistricts", "SCORES", "scores.gpkg", kilobytes );
    row( "planworks", "WORKS", "works.gpkg", kilobytes );
    row( "bundlemaintenance", "PLAN", "plan.gpkg", kilobytes );
    row( "couplethemes", "VERDICTS", "verdicts.gpkg", kilobytes );
    row( "checkdata", "FINDINGS", "findings.gpkg", kilobytes );
    row( "planworks", "WORKS", "works.geojson", kilobytes );
    row( "planworks", "WORKS", "works.shp", kilobytes );
  }
  row( "planworks", "WORKS", "works.csv", 4 );
  row( "planworks", "WORKS", "works.csv", 40 );
  row( "stacklayers", "RASTER", "stack.tif", 1 );
  row( "stacklayers", "INTERLOCK_PICTURE", "interlocks.svg", 1 );
  row( "stacklayers", "INTERLOCK_PICTURE", "interlocks.png", 1 );
  row( "bundlemaintenance", "TIMELINE", "timeline.svg", 1 );
  row( "bundlemaintenance", "TIMELINE", "timeline.png", 1 );
}

void TestResultFiles::fullDisk()
{
  QFETCH( QString, algorithm );
  QFETCH( QString, result );
  QFETCH( QString, file );
  QFETCH( int, kilobytes );
  Workbench bench;
  QList<Row> rows = manyRows();
  if ( algorithm == "checkdata" ) // no works but findings
    for ( Row &row : rows )
      row.wkt.clear();
  Input input = inputFor( bench, algorithm, rows );
  input.parameters["DISTANCE"] = 1;
  input.parameters[result] = bench.write( "what was there before", file );
  const Contents before = contents( bench.folder.path() );
  Outcome outcome;
  {
    const FullDisk disk( static_cast<rlim_t>( kilobytes ) * 1024 );
    outcome = bench.run( algorithm, input.parameters );
  }
  QVERIFY( !outcome.ok );
  QVERIFY2( outcome.errors.join( '\n' ).contains( result ) || outcome.errors.join( '\n' ).contains( file ),
            outcome.said().constData() );
  // Nobody knows the hidden folder in which results are made.
  QVERIFY2( !outcome.errors.join( '\n' ).contains( ".koppelkans-" ), outcome.said().constData() );
  QCOMPARE( contents( bench.folder.path() ), before );
}

void TestResultFiles::inputAsResult_data()
{
  eachAlgorithm();
}

void TestResultFiles::inputAsResult()
{
  QFETCH( QString, algorithm );
  for ( const char *name : { "main.gpkg", "main.geojson", "main.shp" } )
  {
    Workbench bench;
    Input input = inputFor( bench, algorithm );
    const QString file = bench.write( input.main, name );
    const Contents before = contents( bench.folder.path() );
    input.parameters[input.mainParameter] =
      algorithm == "stacklayers" ? QVariant( QVariantList{ file } ) : QVariant( file );
    // Written another way, it is still the same file.
    input.parameters[input.mainResult] =
      QString( bench.folder.path() + "/../" + QFileInfo( bench.folder.path() ).fileName() + "/" + name );
    const Outcome outcome = bench.run( algorithm, input.parameters );
    QVERIFY2( !outcome.ok, name );
    QVERIFY2( outcome.errors.join( '\n' ).contains( name ) && outcome.errors.join( '\n' ).contains( "main" ),
              outcome.said().constData() );
    QCOMPARE( contents( bench.folder.path() ), before );
  }
}

void TestResultFiles::oneFileForTwoResults()
{
  Workbench bench;
  Input input = inputFor( bench, "bundlemaintenance" );
  input.parameters["PLAN"] = bench.path( "one.gpkg" );
  input.parameters["BUNDLES"] = bench.path( "one.gpkg" );
  const Outcome outcome = bench.run( "bundlemaintenance", input.parameters );
  QVERIFY( !outcome.ok );
  const QString error = outcome.errors.join( '\n' );
  QVERIFY2( error.contains( "PLAN" ) && error.contains( "BUNDLES" ) && error.contains( "one.gpkg" ),
            qPrintable( error ) );
  QCOMPARE( contents( bench.folder.path() ), Contents() );
}

void TestResultFiles::tableInAGeoPackage_data()
{
  QTest::addColumn<bool>( "fails" );
  QTest::newRow( "runs" ) << false;
  QTest::newRow( "fails" ) << true;
}

//! The toolbox' "Save to GeoPackage": a table beside others, of which one may be the input.
void TestResultFiles::tableInAGeoPackage()
{
  QFETCH( bool, fails );
  Workbench bench;
  Input input = inputFor( bench, "planworks" );
  bench.write( input.main, "city.gpkg", "assets" );
  QgsVectorLayer *old = bench.add( "old", "Point?crs=EPSG:28992&field=class:string", { { "POINT(1 1)", { "old" } } } );
  const QString file = bench.write( old, "city.gpkg", "works" );
  const auto classes = [&]( const char *name )
  {
    return table( QgsVectorLayer( file + "|layername=" + name ), { "class" } );
  };
  const QStringList roads{ "road", "road", "road" };
  input.parameters["ASSETS"] = QString( file + "|layername=assets" );
  input.parameters["WORKS"] = QString( "ogr:dbname='%1' table=\"works\" (geom)" ).arg( file );
  if ( fails )
    input.parameters["FINDINGS"] = "/proc/findings.gpkg";
  const Outcome outcome = bench.run( "planworks", input.parameters );
  QCOMPARE( outcome.ok, !fails );
  QCOMPARE( classes( "assets" ), roads );
  QCOMPARE( classes( "works" ), fails ? QStringList( { "old" } ) : roads );
  if ( !fails )
    QCOMPARE( outcome.table( "WORKS", { "class" } ), roads );
  QCOMPARE( QgsVectorLayer( file, "city" ).dataProvider()->subLayers().size(), 2 );
}

void TestResultFiles::inputTableAsResult()
{
  Workbench bench;
  Input input = inputFor( bench, "planworks" );
  const QString file = bench.write( input.main, "city.gpkg", "assets" );
  input.parameters["ASSETS"] = QString( file + "|layername=assets" );
  input.parameters["WORKS"] = QString( "ogr:dbname='%1' table=\"Assets\" (geom)" ).arg( file );
  const Outcome outcome = bench.run( "planworks", input.parameters );
  QVERIFY( !outcome.ok );
  QVERIFY2( outcome.errors.join( '\n' ).contains( "assets" ), outcome.said().constData() );
  QCOMPARE( table( QgsVectorLayer( file + "|layername=assets" ), { "class" } ),
            QStringList( { "road", "road", "road" } ) );
}

void TestResultFiles::oneFails_allFail()
{
  Workbench bench;
  Input input = inputFor( bench, "bundlemaintenance" );
  QVERIFY( QDir( bench.folder.path() ).mkpath( "bundles.gpkg/inside" ) );
  input.parameters["PLAN"] = bench.write( "the last plan", "plan.gpkg" );
  input.parameters["BUNDLES"] = bench.path( "bundles.gpkg" );
  const Contents before = contents( bench.folder.path() );
  const Outcome outcome = bench.run( "bundlemaintenance", input.parameters );
  QVERIFY( !outcome.ok );
  QCOMPARE( contents( bench.folder.path() ), before );
}

void TestResultFiles::oneCannotBePutInPlace_data()
{
  QTest::addColumn<QString>( "plan" );
  for ( const char *plan :
        { "%1/plan.gpkg", "%1/plan.shp", "%1/new.gpkg", "ogr:dbname='%1/city.gpkg' table=\"plan\" (geom)",
          "ogr:dbname='%1/city.gpkg' table=\"new\" (geom)", "ogr:dbname='%1/new.gpkg' table=\"plan\" (geom)" } )
    QTest::newRow( plan ) << QString( plan );
}

//! The plan has its place already when the bundles turn out to have none: a folder is where their attributes go.
void TestResultFiles::oneCannotBePutInPlace()
{
  QFETCH( QString, plan );
  Workbench bench;
  Input input = inputFor( bench, "bundlemaintenance" );
  QgsVectorLayer *old = bench.add( "old", "Point?crs=EPSG:28992&field=class:string", { { "POINT(1 1)", { "old" } } } );
  bench.write( old, "plan.gpkg" );
  bench.write( old, "plan.shp" );
  bench.write( old, "city.gpkg", "plan" );
  QVERIFY( QDir( bench.folder.path() ).mkpath( "bundles.dbf/inside" ) );
  const Contents before = contents( bench.folder.path() );
  input.parameters["PLAN"] = plan.arg( bench.folder.path() );
  input.parameters["BUNDLES"] = bench.path( "bundles.shp" );
  const Outcome outcome = bench.run( "bundlemaintenance", input.parameters );
  QVERIFY( !outcome.ok );
  QVERIFY2( outcome.errors.join( '\n' ).contains( "BUNDLES cannot be put in place" ), outcome.said().constData() );
  QCOMPARE( QStringList( contents( bench.folder.path() ).keys() ), QStringList( before.keys() ) );
  // SQLite gives a table back, but not to the byte.
  if ( !plan.contains( "city" ) )
    QCOMPARE( contents( bench.folder.path() ), before );
  QCOMPARE( table( QgsVectorLayer( bench.path( "city.gpkg" ) + "|layername=plan" ), { "class" } ),
            QStringList( { "old" } ) );
  QCOMPARE( QgsVectorLayer( bench.path( "city.gpkg" ), "city" ).dataProvider()->subLayers().size(), 1 );
}

void TestResultFiles::stylesOfATableStay()
{
  Workbench bench;
  Input input = inputFor( bench, "planworks" );
  const QString file = bench.write( input.main, "city.gpkg", "works" );
  const auto styled = [&]
  {
    return std::make_unique<QgsVectorLayer>( file + "|layername=works", "works" );
  };
  QString error;
  styled()->saveStyleToDatabase( "mine", "", true, "", error );
  QCOMPARE( error, QString() );
  input.parameters["WORKS"] = QString( "ogr:dbname='%1' table=\"works\" (geom)" ).arg( file );
  VERIFY_RAN( bench.run( "planworks", input.parameters ) );
  QVERIFY( styled()->fields().indexOf( "year_from" ) >= 0 );
  QStringList ids, names, descriptions;
  QCOMPARE( styled()->listStylesInDatabase( ids, names, descriptions, error ), 1 );
  QCOMPARE( names, QStringList( { "mine" } ) );
}

void TestResultFiles::findingsAreToldWhenItFails()
{
  Workbench bench;
  const Input input = inputFor( bench, "bundlemaintenance", { { square( 0, 0, 10 ), { "soon", "1", "road" } } } );
  const Outcome outcome = bench.run( "bundlemaintenance", input.parameters );
  QVERIFY( !outcome.ok );
  QVERIFY2( outcome.errors.join( '\n' ).contains( "main" ), outcome.said().constData() );
  QVERIFY2( outcome.warnings.join( '\n' ).contains( "layer main, feature 1: field year: “soon”" ),
            outcome.said().constData() );
}

KOPPELKANS_PROCESSING_TEST( TestResultFiles )

#include "test_result_files.moc"
