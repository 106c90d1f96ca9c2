// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processing/inputs.h"

#include <qgsprocessingparameters.h>
#include <qgsrasterlayer.h>
#include <qgsvectorlayer.h>

using namespace koppelkans::test;

namespace
{

//! A run of \a algorithm in which feature 2 of main has \a attributes.
Outcome runWith( Workbench &bench, const QString &algorithm, const QVariantList &attributes,
                 const QVariantMap &more = {} )
{
  QList<Row> rows = soundRows();
  rows[1].attributes = attributes;
  Input input = inputFor( bench, algorithm, rows );
  for ( auto parameter = more.constBegin(); parameter != more.constEnd(); ++parameter )
    input.parameters[parameter.key()] = parameter.value();
  return bench.run( algorithm, input.parameters );
}

} // namespace

class TestBadValues : public QObject
{
  Q_OBJECT

private slots:
  void years_data();
  void years();
  void windows_data();
  void windows();
  void costs_data();
  void costs();
  void themeField_data();
  void themeField();
  void settings_data();
  void settings();
  void unusedField();
  void rowsOfSettingsAreNamedByTheirId();
  void settingsWithoutColumnTheme();
  void lives_data();
  void lives();
  void missingField_data();
  void missingField();
  void missingLayer_data();
  void missingLayer();
  void orderWeights_data();
  void orderWeights();
};

void TestBadValues::years_data()
{
  QTest::addColumn<QVariant>( "year" );
  QTest::addColumn<QString>( "kind" );
  QTest::newRow( "range" ) << QVariant( "2026-2030" ) << "";
  QTest::newRow( "dash" ) << QVariant( QString( "2026 – 2030" ) ) << "";
  QTest::newRow( "quarter" ) << QVariant( "Q3 2027" ) << "";
  QTest::newRow( "date" ) << QVariant( "2027-05-01" ) << "";
  QTest::newRow( "nonsense" ) << QVariant( "soon" ) << "not_a_year";
  QTest::newRow( "placeholder" ) << QVariant( "%1 %2" ) << "not_a_year";
  QTest::newRow( "0" ) << QVariant( "0" ) << "unknown_year";
  QTest::newRow( "9999" ) << QVariant( "9999" ) << "unknown_year";
  QTest::newRow( "NULL" ) << QVariant() << "missing_year";
  QTest::newRow( "spaces" ) << QVariant( "  " ) << "missing_year";
  QTest::newRow( "reversed" ) << QVariant( "2030-2026" ) << "reversed_window";
}

void TestBadValues::years()
{
  QFETCH( QVariant, year );
  QFETCH( QString, kind );
  for ( const char *algorithm : { "bundlemaintenance", "checkdata" } )
  {
    Workbench bench;
    const Outcome outcome = runWith( bench, algorithm, { year, "1000", "road" } );
    VERIFY_RAN( outcome );
    QCOMPARE( outcome.findings().filter( "main|2|" ),
              kind.isEmpty() ? QStringList() : QStringList( { "main|2|" + kind } ) );
    if ( kind.isEmpty() )
      continue;
    const QString message = outcome.messages( kind ).join( '\n' );
    QVERIFY2( message.contains( "layer main, feature 2" ) && message.contains( year.toString().trimmed() ),
              qPrintable( message ) );
    QVERIFY2( kind == "reversed_window" || message.contains( "field year" ), qPrintable( message ) );
    if ( QString( algorithm ) == "bundlemaintenance" )
      QCOMPARE( outcome.table( "PLAN", { "year_source", "year", "reason" } ).at( 1 ),
                QString( "%1 | NULL | %2" ).arg( year.isNull() ? "NULL" : year.toString(), kind ) );
  }
}

void TestBadValues::windows_data()
{
  QTest::addColumn<QVariantList>( "attributes" ); // year, earliest, latest
  QTest::addColumn<QString>( "kind" );
  QTest::newRow( "reversed" ) << QVariantList{ "2027", "2030", "2026" } << "reversed_window";
  QTest::newRow( "planned outside" ) << QVariantList{ "2035", "2026", "2030" } << "year_outside_window";
  QTest::newRow( "no planned year" ) << QVariantList{ QVariant(), "2026", "2030" } << "";
  QTest::newRow( "nonsense earliest" ) << QVariantList{ "2027", "?", "2030" } << "not_a_year";
  // With the two years later that it may be put off.
  QTest::newRow( "earliest after planned" ) << QVariantList{ "2027", "2028", QVariant() } << "year_outside_window";
}

void TestBadValues::windows()
{
  QFETCH( QVariantList, attributes );
  QFETCH( QString, kind );
  for ( const char *algorithm : { "bundlemaintenance", "checkdata" } )
  {
    Workbench bench;
    const Outcome outcome = runWith( bench, algorithm, attributes,
                                     { { "YEAR_FIELD", "year" },
                                       { "EARLIEST_FIELD", "cost" },
                                       { "LATEST_FIELD", "class" },
                                       { "COST_FIELD", QVariant() },
                                       { "CLASS_FIELD", QVariant() } } );
    VERIFY_RAN( outcome );
    QCOMPARE( outcome.findings().filter( "main|2|" ),
              kind.isEmpty() ? QStringList() : QStringList( { "main|2|" + kind } ) );
  }
}

void TestBadValues::costs_data()
{
  QTest::addColumn<QVariant>( "cost" );
  QTest::addColumn<QString>( "kind" );
  QTest::newRow( "decimal comma" ) << QVariant( "12,5" ) << "";
  QTest::newRow( "decimal point" ) << QVariant( "12.5" ) << "";
  QTest::newRow( "text" ) << QVariant( "abc" ) << "not_a_number";
  QTest::newRow( "not finite" ) << QVariant( "inf" ) << "not_a_number";
  QTest::newRow( "thousands" ) << QVariant( "1.234,56" ) << "not_a_number";
  QTest::newRow( "NULL" ) << QVariant() << "missing_number";
  QTest::newRow( "negative" ) << QVariant( "-5" ) << "negative_number";
}

void TestBadValues::costs()
{
  QFETCH( QVariant, cost );
  QFETCH( QString, kind );
  for ( const char *algorithm : { "bundlemaintenance", "checkdata" } )
  {
    Workbench bench;
    const Outcome outcome = runWith( bench, algorithm, { "2027", cost, "road" } );
    VERIFY_RAN( outcome );
    QCOMPARE( outcome.findings().filter( "main|2|" ),
              kind.isEmpty() ? QStringList() : QStringList( { "main|2|" + kind } ) );
    if ( kind.isEmpty() )
      continue;
    const QString message = outcome.messages( kind ).join( '\n' );
    QVERIFY2( message.contains( "layer main, feature 2" ) && message.contains( "field cost" ) &&
                message.contains( cost.toString() ),
              qPrintable( message ) );
  }
}

void TestBadValues::themeField_data()
{
  costs_data();
}

void TestBadValues::themeField()
{
  QFETCH( QVariant, cost );
  QFETCH( QString, kind );
  if ( kind == "negative_number" )
    return; // of a theme a value below 0 is one like any other
  Workbench bench;
  const Outcome outcome =
    runWith( bench, "stacklayers", { "2027", cost, "road" },
             { { "THEME_SETTINGS", bench.write( "theme,field\nmain,cost\n", "settings.csv" ) } } );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.findings().filter( "main|2|" ),
            kind.isEmpty() ? QStringList() : QStringList( { "main|2|" + kind } ) );
}

void TestBadValues::settings_data()
{
  QTest::addColumn<QByteArray>( "table" );
  QTest::addColumn<QString>( "finding" );
  QTest::addColumn<QStringList>( "named" );
  QTest::newRow( "unknown theme" ) << QByteArray( "theme,weight\nnobody,2\n" ) << "settings|1|unknown_setting"
                                   << QStringList{ "nobody" };
  QTest::newRow( "text for a number" ) << QByteArray( "theme,weight\nheat,2\nmain,heavy\n" )
                                       << "settings|2|not_a_number" << QStringList{ "weight", "heavy" };
  QTest::newRow( "negative weight" ) << QByteArray( "theme,weight\nmain,-1\n" ) << "settings|1|negative_number"
                                     << QStringList{ "weight", "-1" };
  QTest::newRow( "unknown direction" ) << QByteArray( "theme,direction\nmain,up\n" ) << "settings|1|unknown_setting"
                                       << QStringList{ "direction", "up" };
  QTest::newRow( "twice" ) << QByteArray( "theme,weight\nmain,1\nmain,2\n" ) << "settings|2|repeated_setting"
                           << QStringList{ "main" };
  QTest::newRow( "reversed bounds" ) << QByteArray( "theme,lower,upper\nmain,\"0,8\",0.2\n" )
                                     << "settings|1|reversed_bounds" << QStringList{ "0,8", "0.2" };
  QTest::newRow( "equal bounds" ) << QByteArray( "theme,lower,upper\nmain,0.5,0.5\n" ) << "settings|1|reversed_bounds"
                                  << QStringList{ "0.5" };
}

void TestBadValues::settings()
{
  QFETCH( QByteArray, table );
  QFETCH( QString, finding );
  QFETCH( QStringList, named );
  for ( const char *algorithm : { "stacklayers", "scoredistricts", "checkdata" } )
  {
    Workbench bench;
    Input input = inputFor( bench, algorithm );
    input.parameters["THEMES"] =
      QVariantList{ asValue( input.main ), asValue( bench.project.mapLayersByName( "heat" ).first() ) };
    input.parameters["THEME_SETTINGS"] = bench.write( table, "settings.csv" );
    const Outcome outcome = bench.run( algorithm, input.parameters );
    VERIFY_RAN( outcome );
    QVERIFY2( outcome.findings().contains( finding ), outcome.said().constData() );
    for ( const QString &name : named )
      QVERIFY2( outcome.messages( finding.section( '|', 2 ) ).join( '\n' ).contains( name ),
                outcome.said().constData() );
  }
}

//! Only polygons are the mean of a field: who asks for one of lines, points or pixels hears that there is none.
void TestBadValues::unusedField()
{
  for ( const char *algorithm : { "stacklayers", "scoredistricts", "checkdata" } )
  {
    Workbench bench;
    Input input = inputFor( bench, algorithm );
    QVariantList themes =
      asValues( { bench.add( "routes", "LineString?crs=EPSG:28992&field=a:string", { { "LINESTRING(0 5,15 5)" } } ),
                  bench.add( "trees", "Point?crs=EPSG:28992&field=a:string", { { "POINT(2 2)" } } ) } );
    auto *pixels = new QgsRasterLayer(
      bench.write( "ncols 1\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 10\n1\n", "pixels.asc" ), "pixels" );
    pixels->setCrs( QgsCoordinateReferenceSystem( "EPSG:28992" ) );
    bench.project.addMapLayer( pixels );
    themes << asValue( pixels );
    input.parameters["THEMES"] = themes;
    input.parameters["THEME_SETTINGS"] = bench.write( "theme,field\nroutes,a\ntrees,a\npixels,a\n", "settings.csv" );
    const Outcome outcome = bench.run( algorithm, input.parameters );
    VERIFY_RAN( outcome );
    QCOMPARE(
      outcome.findings().filter( "unused_setting" ),
      QStringList( { "routes|NULL|unused_setting", "trees|NULL|unused_setting", "pixels|NULL|unused_setting" } ) );
    QVERIFY( outcome.messages( "unused_setting" ).first().contains( "field “a” is not used" ) );
  }
}

void TestBadValues::rowsOfSettingsAreNamedByTheirId()
{
  for ( const char *algorithm : { "stacklayers", "scoredistricts", "checkdata" } )
  {
    Workbench bench;
    Input input = inputFor( bench, algorithm );
    input.parameters["THEMES"] = asValues( { input.main } );
    QgsVectorLayer *settings =
      bench.add( "settings", "None?field=theme:string&field=weight:string",
                 { { QString(), { "heat", "1" } }, { QString(), { "main", "1" } }, { QString(), { "nobody", "1" } } } );
    settings->selectByIds( { 2, 3 } );
    input.parameters["THEME_SETTINGS"] =
      QVariant::fromValue( QgsProcessingFeatureSourceDefinition( settings->id(), true ) );
    const Outcome outcome = bench.run( algorithm, input.parameters );
    VERIFY_RAN( outcome );
    QCOMPARE( outcome.findings().filter( "settings|" ), QStringList( { "settings|3|unknown_setting" } ) );
  }
}

void TestBadValues::settingsWithoutColumnTheme()
{
  for ( const char *algorithm : { "stacklayers", "scoredistricts", "checkdata" } )
  {
    Workbench bench;
    Input input = inputFor( bench, algorithm );
    input.parameters["THEMES"] = asValues( { input.main } );
    input.parameters["THEME_SETTINGS"] = bench.write( "thema,weight\nmain,2\n", "settings.csv" );
    const Outcome outcome = bench.run( algorithm, input.parameters );
    QCOMPARE( outcome.ok, QString( algorithm ) == "checkdata" );
    QVERIFY2( ( outcome.errors + outcome.warnings ).join( '\n' ).contains( "table settings has no column theme" ),
              outcome.said().constData() );
  }
}

void TestBadValues::lives_data()
{
  QTest::addColumn<QByteArray>( "table" );
  QTest::addColumn<QString>( "finding" );
  QTest::addColumn<QString>( "error" );
  QTest::newRow( "text" ) << QByteArray( "class,life\nroad,long\n" ) << "lives|1|not_a_number"
                          << "";
  QTest::newRow( "negative" ) << QByteArray( "class,life\nroad,-3\n" ) << "lives|1|negative_number"
                              << "";
  QTest::newRow( "no class" ) << QByteArray( "class,life\n,30\n" ) << "lives|1|missing_class"
                              << "";
  QTest::newRow( "no column class" ) << QByteArray( "soort,life\nroad,30\n" ) << ""
                                     << "layer lives has no field class";
  QTest::newRow( "no column life" ) << QByteArray( "class,jaren\nroad,30\n" ) << ""
                                    << "layer lives has no field life";
  // Far beyond what an int holds, and beyond any year.
  QTest::newRow( "far too long" ) << QByteArray( "class,life\nroad,1e12\n" ) << "lives|1|negative_number"
                                  << "";
  QTest::newRow( "not half a year" ) << QByteArray( "class,life\nroad,0.4\n" ) << "lives|1|negative_number"
                                     << "";
}

void TestBadValues::lives()
{
  QFETCH( QByteArray, table );
  QFETCH( QString, finding );
  QFETCH( QString, error );
  Workbench bench;
  Input input = inputFor( bench, "planworks" );
  input.parameters["LIVES"] = bench.write( table, "lives.csv" );
  const Outcome outcome = bench.run( "planworks", input.parameters );
  QCOMPARE( outcome.ok, error.isEmpty() );
  QVERIFY2( finding.isEmpty() ? outcome.errors.join( '\n' ).contains( error ) : outcome.findings().contains( finding ),
            outcome.said().constData() );
}

void TestBadValues::missingField_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<QString>( "parameter" );
  const auto row = []( const char *algorithm, const char *parameter )
  {
    QTest::addRow( "%s %s", algorithm, parameter ) << QString( algorithm ) << QString( parameter );
  };
  for ( const char *parameter :
        { "YEAR_FIELD", "EARLIEST_FIELD", "LATEST_FIELD", "FIXED_FIELD", "COST_FIELD", "CLASS_FIELD", "FUND_FIELD" } )
    row( "bundlemaintenance", parameter );
  for ( const char *parameter : { "BUILT_FIELD", "RENEWED_FIELD", "CLASS_FIELD" } )
    row( "planworks", parameter );
  row( "scoredistricts", "INDICATORS" );
  for ( const char *parameter : { "YEAR_FIELD", "OWNER_FIELD" } )
    row( "couplethemes", parameter );
  row( "stacklayers", "THEME_SETTINGS" );
  row( "checkdata", "YEAR_FIELD" );
}

void TestBadValues::missingField()
{
  QFETCH( QString, algorithm );
  QFETCH( QString, parameter );
  Workbench bench;
  Input input = inputFor( bench, algorithm );
  input.parameters[parameter] =
    parameter == "THEME_SETTINGS" ? bench.write( "theme,field\nmain,nope\n", "settings.csv" ) : QString( "nope" );
  const Outcome outcome = bench.run( algorithm, input.parameters );
  QCOMPARE( outcome.ok, algorithm == "checkdata" );
  QVERIFY2( ( outcome.errors + outcome.warnings ).join( '\n' ).contains( "layer main has no field nope" ),
            outcome.said().constData() );
}

void TestBadValues::missingLayer_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<QString>( "parameter" );
  QTest::addColumn<QVariant>( "value" );
  const QString file = "/nowhere/missing.gpkg";
  const QVariant definition = QVariant::fromValue( QgsProcessingFeatureSourceDefinition( file, true ) );
  const auto row = []( const char *algorithm, const char *parameter, const QVariant &value )
  {
    QTest::addRow( "%s %s %s", algorithm, parameter, value.typeName() )
      << QString( algorithm ) << QString( parameter ) << value;
  };
  row( "stacklayers", "THEME_SETTINGS", file );
  row( "stacklayers", "THEME_SETTINGS", definition );
  row( "planworks", "LIVES", definition );
  row( "bundlemaintenance", "MORATORIA", definition );
  row( "bundlemaintenance", "EXPERIMENTS", file );
  row( "scoredistricts", "DISTRICTS", definition );
  for ( const char *parameter : { "CELLS", "FACES", "WORKS", "THEME_SETTINGS" } )
    row( "couplethemes", parameter, file );
}

//! What was asked for and cannot be read is never passed over.
void TestBadValues::missingLayer()
{
  QFETCH( QString, algorithm );
  QFETCH( QString, parameter );
  QFETCH( QVariant, value );
  Workbench bench;
  Input input = inputFor( bench, algorithm );
  input.parameters[parameter] = value;
  const Outcome outcome = bench.run( algorithm, input.parameters );
  QVERIFY( !outcome.ok );
  QVERIFY2( outcome.errors.join( '\n' ).contains( "missing.gpkg" ), outcome.said().constData() );
}

void TestBadValues::orderWeights_data()
{
  QTest::addColumn<QString>( "weights" );
  QTest::addColumn<QString>( "named" );
  QTest::newRow( "text" ) << "1,much"
                          << "much";
  QTest::newRow( "too many" ) << "1,2,3"
                              << "order weights";
  QTest::newRow( "negative" ) << "-1"
                              << "order weight";
}

void TestBadValues::orderWeights()
{
  QFETCH( QString, weights );
  QFETCH( QString, named );
  Workbench bench;
  Input input = inputFor( bench, "scoredistricts" );
  input.parameters["AGGREGATION"] = "owa";
  input.parameters["ORDER_WEIGHTS"] = weights;
  const Outcome outcome = bench.run( "scoredistricts", input.parameters );
  QVERIFY( !outcome.ok );
  QVERIFY2( outcome.errors.join( '\n' ).contains( named ), outcome.said().constData() );
}

KOPPELKANS_PROCESSING_TEST( TestBadValues )

#include "test_bad_values.moc"
