// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processing/inputs.h"

#include <qgsvectorlayer.h>

using namespace koppelkans::test;

namespace
{

/**
 * The findings of a run as a set of "layer|feature|kind", without what an algorithm says of its own parameters.
 *
 * \a parts: only of these layers, where there are any.
 */
QStringList findingsOf( const Outcome &outcome, const QStringList &layers )
{
  QStringList found;
  for ( const QString &finding : outcome.findings() )
    if ( layers.contains( finding.section( '|', 0, 0 ) ) )
      found << finding;
  found.removeDuplicates();
  found.sort();
  return found;
}

//! Everything that can be wrong with one feature, a feature each.
QList<Row> everyFault()
{
  const QString sound = square( 0, 0, 10 );
  return { { square( 100, 0, 10 ), { "2027", "1000", "road" } },
           { QString(), { "2027", "1000", "road" } },
           { "POLYGON EMPTY", { "2027", "1000", "road" } },
           { "POLYGON((11 0,21 10,21 0,11 10,11 0))", { "2027", "1000", "road" } },
           { "POLYGON((11 0,21 0,11 0))", { "2027", "1000", "road" } },
           { sound, { "soon", "1000", "road" } },
           { square( 22, 0, 10 ), { "0", "1000", "road" } },
           { square( 33, 0, 10 ), { QVariant(), "1000", "road" } },
           { square( 44, 0, 10 ), { "2030-2026", "1000", "road" } },
           { square( 55, 0, 10 ), { "2027", "abc", "road" } },
           { square( 66, 0, 10 ), { "2027", "-1", "road" } },
           { square( 77, 0, 10 ), { "2027", QVariant(), QVariant() } },
           { sound, { "2027", "12,5", "road" } },
           { sound, { "2027", "12,5", "road" } } };
}

} // namespace

class TestCheckData : public QObject
{
  Q_OBJECT

private slots:

  void sameAsStackLayers_data() { sameAsThemes(); }

  void sameAsStackLayers();
  void sameAsScoreDistricts();
  void sameAsPlanWorks();
  void sameAsBundleMaintenance_data();
  void sameAsBundleMaintenance();

  void wholeLayers_data() { eachAlgorithm( { "checkdata", "planworks", "couplethemes" } ); }

  void wholeLayers();
  void nothingGiven();
  void countsItsRows();
  void layersThatCannotBeRead();

private:
  void sameAsThemes();
};

void TestCheckData::sameAsThemes()
{
  QTest::addColumn<QByteArray>( "table" );
  QTest::newRow( "no settings" ) << QByteArray( "theme,weight\n" );
  QTest::newRow( "field" ) << QByteArray( "theme,field,lower,direction\nmain,cost,,\nheat,,0.1,less_is_worse\n" );
  QTest::newRow( "faults" ) << QByteArray(
    "theme,weight,threshold,direction\nmain,heavy,-,up\nnobody,1,1,\nheat,-3,,\n" );
}

void TestCheckData::sameAsStackLayers()
{
  QFETCH( QByteArray, table );
  Workbench bench;
  Input input = inputFor( bench, "stacklayers", everyFault() );
  input.parameters["THEME_SETTINGS"] = bench.write( table, "settings.csv" );
  const Outcome stacked = bench.run( "stacklayers", input.parameters );
  VERIFY_RAN( stacked );
  const Outcome checked = bench.run( "checkdata", input.parameters );
  VERIFY_RAN( checked );
  const QStringList layers{ "main", "heat", "settings" };
  QVERIFY( findingsOf( stacked, layers ).size() > 5 );
  QCOMPARE( findingsOf( checked, layers ), findingsOf( stacked, layers ) );
}

void TestCheckData::sameAsScoreDistricts()
{
  Workbench bench;
  Input input = inputFor( bench, "scoredistricts", everyFault() );
  input.parameters["INDICATORS"] = QStringList{ "cost" };
  const Outcome scored = bench.run( "scoredistricts", input.parameters );
  VERIFY_RAN( scored );
  const Outcome checked = bench.run( "checkdata", input.parameters );
  VERIFY_RAN( checked );
  QCOMPARE( findingsOf( scored, { "main" } ),
            QStringList( { "main|10|not_a_number", "main|12|missing_number", "main|2|missing_geometry",
                           "main|3|empty_geometry", "main|4|repaired_geometry", "main|5|unusable_geometry" } ) );
  QCOMPARE( findingsOf( checked, { "main" } ), findingsOf( scored, { "main" } ) );
}

void TestCheckData::sameAsPlanWorks()
{
  Workbench bench;
  Input input = inputFor( bench, "planworks", everyFault() );
  input.parameters["LIVES"] = bench.write( "class,life\nroad,30\nsewer,long\n,4\nlamp,0\n", "lives.csv" );
  const Outcome planned = bench.run( "planworks", input.parameters );
  VERIFY_RAN( planned );
  QVariantMap parameters = input.parameters;
  parameters.remove( "WORKS" );
  parameters["ASSET_CLASS_FIELD"] = parameters.take( "CLASS_FIELD" );
  const Outcome checked = bench.run( "checkdata", parameters );
  VERIFY_RAN( checked );
  // planworks measures nothing; what is wrong with the geometries comes out when its works are bundled.
  QStringList measured = findingsOf( checked, { "main", "lives" } );
  for ( const char *geometry :
        { "main|2|missing_geometry", "main|3|empty_geometry", "main|4|repaired_geometry", "main|5|unusable_geometry" } )
    QCOMPARE( measured.removeAll( geometry ), 1 );
  QCOMPARE( measured, findingsOf( planned, { "main", "lives" } ) );
}

void TestCheckData::sameAsBundleMaintenance_data()
{
  QTest::addColumn<QVariantMap>( "terms" );
  QTest::newRow( "years as they are" ) << QVariantMap{ { "EARLIER", 0 }, { "LATER", 0 } };
  QTest::newRow( "freedom" ) << QVariantMap{ { "EARLIER", 5 }, { "LATER", 5 } };
  QTest::newRow( "explicit earliest" ) << QVariantMap{ { "EARLIEST_FIELD", "cost" }, { "LATER", 1 } };
  QTest::newRow( "fixed" ) << QVariantMap{ { "FIXED_FIELD", "cost" }, { "EARLIEST_FIELD", "class" } };
}

void TestCheckData::sameAsBundleMaintenance()
{
  QFETCH( QVariantMap, terms );
  Workbench bench;
  Input input = inputFor( bench, "bundlemaintenance", everyFault() );
  for ( auto term = terms.constBegin(); term != terms.constEnd(); ++term )
    input.parameters[term.key()] = term.value();
  const QString years = "Polygon?crs=EPSG:28992&field=van:string&field=tot:string";
  input.parameters["EXPERIMENTS"] =
    asValue( bench.add( "experiments", years, { { square( 105, 0, 10 ) }, { "POLYGON EMPTY" } } ) );
  input.parameters["MORATORIA"] =
    asValue( bench.add( "moratoria", years, { { square( 900, 0, 10 ), { "ever", "9999" } } } ) );
  input.parameters["MORATORIA_FROM_FIELD"] = "van";
  input.parameters["MORATORIA_TO_FIELD"] = "tot";
  const Outcome bundled = bench.run( "bundlemaintenance", input.parameters );
  VERIFY_RAN( bundled );
  const Outcome checked = bench.run( "checkdata", input.parameters );
  VERIFY_RAN( checked );
  const QStringList layers{ "main", "experiments", "moratoria" };
  QVERIFY( findingsOf( bundled, layers ).contains( "main|1|under_experiment" ) );
  QVERIFY( findingsOf( bundled, layers ).contains( "main|14|duplicate_footprint" ) );
  QCOMPARE( findingsOf( checked, layers ), findingsOf( bundled, layers ) );
}

//! What stops another algorithm is a finding here, in the same words.
void TestCheckData::wholeLayers()
{
  QFETCH( QString, algorithm );
  for ( const char *uri : { "Polygon", "None", "Polygon?crs=EPSG:28992" } )
  {
    Workbench bench;
    const bool hasGeometry = qstrcmp( uri, "None" ) != 0;
    QList<Row> rows{ { hasGeometry ? square( 0, 0, 10 ) : QString(), { "soon", "1", "road" } } };
    if ( QString( uri ).contains( "crs" ) && algorithm != "bundlemaintenance" )
      rows.clear();
    Input input = inputFor( bench, algorithm, rows, uri );
    input.parameters["CRS"] = "EPSG:28992";
    const Outcome outcome = bench.run( algorithm, input.parameters );
    const Outcome checked = bench.run( "checkdata", input.parameters );
    VERIFY_RAN( checked );
    QCOMPARE( checked.messages( "unusable_layer" ).isEmpty(), outcome.ok );
    if ( !outcome.ok )
      QVERIFY2( checked.messages( "unusable_layer" ).first().contains( outcome.errors.first() ),
                qPrintable( checked.messages( "unusable_layer" ).first() + " / " + outcome.errors.first() ) );
  }
}

void TestCheckData::nothingGiven()
{
  Workbench bench;
  VERIFY_RAN( bench.run( "checkdata", {} ) );
}

void TestCheckData::countsItsRows()
{
  Workbench bench;
  const Outcome outcome = bench.run( "checkdata", inputFor( bench, "checkdata", everyFault() ).parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.results.value( "FINDING_COUNT" ).toInt(), static_cast<int>( outcome.findings().size() ) );
}

void TestCheckData::layersThatCannotBeRead()
{
  Workbench bench;
  QVariantMap parameters = inputFor( bench, "checkdata", everyFault() ).parameters;
  const QStringList others{ "THEME_SETTINGS", "DISTRICTS", "ASSETS", "LIVES", "MORATORIA", "EXPERIMENTS" };
  for ( const QString &name : others )
    parameters[name] = "/nowhere/" + name + ".gpkg";
  parameters["THEMES"] = QVariantList{ "/nowhere/THEMES.gpkg" };
  QCOMPARE( bench.refusal( "checkdata", parameters ), QString() );
  const Outcome outcome = bench.run( "checkdata", parameters );
  VERIFY_RAN( outcome );
  for ( const QString &name : others + QStringList{ "THEMES" } )
    QCOMPARE( outcome.messages( "unusable_layer" ).filter( "/nowhere/" + name + ".gpkg" ).size(),
              name == "LIVES" ? 0 : 1 );
  // And what can be read is checked all the same.
  QVERIFY2( outcome.findings().contains( "main|6|not_a_year" ), outcome.said().constData() );
  // Assets that are there need the table of lives.
  parameters["ASSETS"] = parameters["WORKS"];
  parameters["BUILT_FIELD"] = "year";
  QCOMPARE( bench.run( "checkdata", parameters ).messages( "unusable_layer" ).filter( "LIVES.gpkg" ).size(), 1 );
}

KOPPELKANS_PROCESSING_TEST( TestCheckData )

#include "test_checkdata.moc"
