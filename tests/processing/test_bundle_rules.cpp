// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processing/workbench.h"

#include <QDate>
#include <qgsvectorlayer.h>
#include <qgsvectorlayertemporalproperties.h>

using namespace koppelkans::test;

namespace
{

const QString areas = QStringLiteral( "Polygon?crs=EPSG:28992" );
const QString lines = QStringLiteral( "LineString?crs=EPSG:28992" );
const QString fields =
  QStringLiteral( "&field=jaar:string&field=kosten:string&field=soort:string&field=potje:string"
                  "&field=eigenaar:string&field=keuze:string&field=maat:string&field=breedte:string" );

//! What one work says of itself.
struct Said
{
  const char *year;
  QVariant cost;
  const char *assetClass;
  const char *fund;
  const char *owner;
  QVariant chosen = {};
  QVariant size = {};
  QVariant width = {};

  QVariantList attributes() const { return { year, cost, assetClass, fund, owner, chosen, size, width }; }
};

/**
 * Two works of 100 m² that share 50 m²; each may be moved by a year.
 *
 * Apart: 2·500 + 10·200 + 3000 = 6000; together in 2028: 500 + 10·150 + 3000 + 30 = 5030; in 2027: 5040.
 */
QList<Row> twoRows( const QVariant &chosenSewer = {}, const QVariant &chosenRoad = {} )
{
  return { { square( 0, 0, 10 ), Said{ "2027", "1000", "sewer", "drains", "city", chosenSewer }.attributes() },
           { rectangle( 5, 0, 10, 10 ), Said{ "2028", "2000", "road", "roads", "board", chosenRoad }.attributes() } };
}

QVariantMap parametersFor( QgsVectorLayer *works )
{
  return { { "WORKS", asValue( works ) },
           { "YEAR_FIELD", "jaar" },
           { "COST_FIELD", "kosten" },
           { "CLASS_FIELD", "soort" },
           { "FUND_FIELD", "potje" },
           { "OWNER_FIELD", "eigenaar" },
           { "CHOSEN_YEAR_FIELD", "keuze" },
           { "EARLIER", 1 },
           { "LATER", 1 },
           { "SETUP_COST", 500 },
           { "PAVING_COST", 10 },
           { "ADVANCE_RATE", 0.02 },
           { "DELAY_RATE", 0.03 },
           { "DISTANCE", 25 },
           { "MAX_EXTENT", 250 },
           { "TIME_LIMIT", 10 },
           { "PLAN", "TEMPORARY_OUTPUT" },
           { "BUNDLES", "TEMPORARY_OUTPUT" },
           { "FUND_YEARS", "TEMPORARY_OUTPUT" },
           { "COVERAGE", "TEMPORARY_OUTPUT" } };
}

QVariantMap twoWorks( Workbench &bench, const QVariant &chosenSewer = {}, const QVariant &chosenRoad = {} )
{
  return parametersFor( bench.add( "works", areas + fields, twoRows( chosenSewer, chosenRoad ) ) );
}

} // namespace

class TestBundleRules : public QObject
{
  Q_OBJECT

private slots:
  void explainsABundle();
  void playsInTime();
  void keepsChosenYears();
  void refusesChoices_data();
  void refusesChoices();
  void takesItsPlanBack();
  void keepsClassesApart();
  void asksForEnoughWorks();
  void keepsBudgets();
  void saysWhatBudgetsLack();
  void readsTablesWithCare();
  void beginsInTheFirstYear();
  void takesCostsFromUnitPrices();
  void takesEachWidth();
  void saysHowMuchIsKnown();
  void drawsATimeline_data();
  void drawsATimeline();
};

void TestBundleRules::explainsABundle()
{
  Workbench bench;
  const Outcome outcome = bench.run( "bundlemaintenance", twoWorks( bench ) );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "BUNDLES", { "owners", "funds", "possible_first", "possible_last", "next_year",
                                        "next_dearer", "assumed" } ),
            QStringList( { "board, city | drains, roads | 2027 | 2028 | 2027 | 10 | 2" } ) );
  QgsFeature bundle;
  QVERIFY( outcome.layer( "BUNDLES" )->getFeatures().nextFeature( bundle ) );
  QCOMPARE( bundle.attribute( "start" ).toDate(), QDate( 2028, 1, 1 ) );
  QCOMPARE( bundle.attribute( "end" ).toDate(), QDate( 2028, 12, 31 ) );
  QCOMPARE( bundle.attribute( "why" ).toString(),
            QString( "2 works (road, sewer), each at most 25 m from the next. 2028 is the cheapest of the years that "
                     "all of them share (2027–2028); 2027 would cost 10 euro more. Together 5030 euro instead of "
                     "6000: 500 saved on setting up, 500 on paving, 30 paid for moving works. Of these works: the "
                     "window of 2 assumed." ) );
  QCOMPARE( outcome.table( "PLAN", { "window_first", "window_last", "window_source", "cost_counted", "cost_source" } ),
            QStringList( { "2026 | 2028 | filled | 1000 | given", "2027 | 2029 | filled | 2000 | given" } ) );
}

//! The styles of bundles let the temporal controller show each bundle in its year alone.
void TestBundleRules::playsInTime()
{
  Workbench bench;
  const Outcome outcome = bench.run( "bundlemaintenance", twoWorks( bench ) );
  VERIFY_RAN( outcome );
  QgsVectorLayer *bundles = outcome.layer( "BUNDLES" );
  for ( const char *style : { "bundles", "bundles_nl" } )
  {
    bool ok = false;
    bundles->loadNamedStyle( QStringLiteral( ":/koppelkans/styles/%1.qml" ).arg( style ), ok );
    QVERIFY( ok );
    auto *properties = static_cast<QgsVectorLayerTemporalProperties *>( bundles->temporalProperties() );
    QVERIFY( properties->isActive() );
    QgsVectorLayerTemporalContext context;
    context.setLayer( bundles );
    const auto shownIn = [&]( int year )
    {
      const QgsDateTimeRange range( QDateTime( QDate( year, 1, 1 ), QTime( 0, 0 ) ),
                                    QDateTime( QDate( year, 12, 31 ), QTime( 23, 59 ) ) );
      QgsFeatureIterator shown = bundles->getFeatures(
        QgsFeatureRequest().setFilterExpression( properties->createFilterString( context, range ) ) );
      QgsFeature feature;
      return shown.nextFeature( feature );
    };
    QVERIFY( shownIn( 2028 ) );
    QVERIFY( !shownIn( 2027 ) );
    QVERIFY( !shownIn( 2029 ) );
  }
}

void TestBundleRules::keepsChosenYears()
{
  Workbench bench;
  const Outcome outcome = bench.run( "bundlemaintenance", twoWorks( bench, "2027" ) );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "PLAN", { "bundle_id", "year", "reason", "chosen_year", "choice_cost" } ),
            QStringList( { "1 | 2027 | in_bundle | 2027 | 10", "1 | 2027 | in_bundle | NULL | NULL" } ) );
  QCOMPARE( outcome.results.value( "SAVING" ).toDouble(), 960.0 );
  QgsFeature bundle;
  QVERIFY( outcome.layer( "BUNDLES" )->getFeatures().nextFeature( bundle ) );
  QVERIFY( bundle.attribute( "why" ).toString().contains( "2028 would be 10 euro cheaper" ) );
}

void TestBundleRules::refusesChoices_data()
{
  QTest::addColumn<QVariant>( "chosen" );
  QTest::addColumn<QString>( "kind" );
  QTest::newRow( "outside" ) << QVariant( "2031" ) << "choice_outside_window";
  QTest::newRow( "nonsense" ) << QVariant( "soon" ) << "not_a_year";
  QTest::newRow( "a range" ) << QVariant( "2027-2028" ) << "not_a_year";
  QTest::newRow( "sentinel" ) << QVariant( "9999" ) << "unknown_year";
  QTest::newRow( "closed" ) << QVariant( "2027" ) << "choice_closed";
}

void TestBundleRules::refusesChoices()
{
  QFETCH( QVariant, chosen );
  QFETCH( QString, kind );
  Workbench bench;
  QVariantMap parameters = twoWorks( bench, chosen );
  parameters["MORATORIA"] = asValue( bench.add( "moratoria", areas + "&field=van:integer&field=tot:integer",
                                                { { square( 0, 0, 2 ), { 2027, 2027 } } } ) );
  parameters["MORATORIA_FROM_FIELD"] = "van";
  parameters["MORATORIA_TO_FIELD"] = "tot";
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  QVERIFY2( outcome.findings().contains( "works|1|" + kind ), outcome.said().constData() );
  QCOMPARE( outcome.table( "PLAN", { "year", "chosen_year" } ), QStringList( { "2028 | NULL", "2028 | NULL" } ) );
}

//! A plan goes in as works, with a year chosen in it, and comes out with the same fields.
void TestBundleRules::takesItsPlanBack()
{
  Workbench bench;
  QVariantMap parameters = twoWorks( bench );
  parameters["PLAN"] = bench.path( "plan.gpkg" );
  VERIFY_RAN( bench.run( "bundlemaintenance", parameters ) );
  auto *plan = new QgsVectorLayer( bench.path( "plan.gpkg" ), "plan" );
  bench.project.addMapLayer( plan );
  QVERIFY( plan->startEditing() );
  QVERIFY( plan->changeAttributeValue( 2, plan->fields().lookupField( "chosen_year" ), 2027 ) );
  QVERIFY( plan->commitChanges() );
  const QStringList names = plan->fields().names();

  parameters["WORKS"] = plan->id();
  parameters["CHOSEN_YEAR_FIELD"] = "chosen_year";
  parameters["PLAN"] = bench.path( "again.gpkg" );
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  const QgsVectorLayer again( bench.path( "again.gpkg" ) );
  QCOMPARE( again.fields().names(), names );
  QCOMPARE( table( again, { "year", "chosen_year", "choice_cost" } ),
            QStringList( { "2027 | NULL | NULL", "2027 | 2027 | 10" } ) );
}

void TestBundleRules::keepsClassesApart()
{
  Workbench bench;
  QVariantMap parameters = twoWorks( bench );
  parameters["APART"] = bench.write( "class_a,class_b\nroad,sewer\nroad,lamp\nroad,road\n", "apart.csv" );
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "PLAN", { "year", "reason" } ),
            QStringList( { "2027 | classes_apart", "2028 | classes_apart" } ) );
  QCOMPARE( outcome.findings().filter( "unknown_setting" ),
            QStringList( { "apart|2|unknown_setting", "apart|3|unknown_setting" } ) );
}

void TestBundleRules::asksForEnoughWorks()
{
  Workbench bench;
  QVariantMap parameters = twoWorks( bench );
  parameters["MINIMUM_WORKS"] = 3;
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "PLAN", { "year", "reason" } ),
            QStringList( { "2027 | too_few_works", "2028 | too_few_works" } ) );
}

void TestBundleRules::keepsBudgets()
{
  // Nothing for drains in 2028: both a year earlier.
  Workbench bench;
  QVariantMap parameters = twoWorks( bench );
  parameters["BUDGETS"] = bench.write( "fund,year,amount\ndrains,2028,0\ndrains,,1500\n", "budgets.csv" );
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "PLAN", { "bundle_id", "year" } ), QStringList( { "1 | 2027", "1 | 2027" } ) );
  QCOMPARE( outcome.findings().filter( "budget" ), QStringList() );
  QCOMPARE( outcome.table( "FUND_YEARS", { "fund", "year", "cost_before", "cost_after", "budget", "overspent" } ),
            QStringList( { "drains | 2027 | 1000 | 1000 | 1500 | 0", "drains | 2028 | 0 | 0 | 0 | 0",
                           "roads | 2027 | 0 | 2000 | NULL | NULL", "roads | 2028 | 2000 | 0 | NULL | NULL" } ) );
}

void TestBundleRules::saysWhatBudgetsLack()
{
  Workbench bench;
  QVariantMap parameters = twoWorks( bench );
  parameters["BUDGETS"] = bench.write( "fund,year,amount\nroads,2020-2040,100\n", "budgets.csv" );
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.messages( "budget_too_small" ).size(), 1 );
  QVERIFY2( outcome.messages( "budget_too_small" ).first().contains( "fund roads" ) &&
              outcome.messages( "budget_too_small" ).first().contains( "2027-2029: 2000 > 300" ),
            outcome.said().constData() );
  QCOMPARE( outcome.messages( "budget_overspent" ).size(), 1 );
  QVERIFY2( outcome.messages( "budget_overspent" ).first().contains( "2028: 2000 > 100" ), outcome.said().constData() );
}

void TestBundleRules::readsTablesWithCare()
{
  Workbench bench;
  QVariantMap parameters = twoWorks( bench );
  parameters["BUDGETS"] =
    bench.write( "fund,year,amount\nparks,2028,10\nroads,later,10\nroads,2028,much\nroads,2028,-5\n", "budgets.csv" );
  parameters["UNIT_PRICES"] = bench.write(
    "class,unit,price,price_year\n,m,1,2015\nroad,mile,1,2015\nroad,m,x,2015\nroad,m,-1,2015\nroad,m2,1,old\n",
    "prices.csv" );
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  QStringList found = outcome.findings().filter( QRegularExpression( "^(budgets|prices)" ) );
  found.sort();
  QCOMPARE( found, QStringList( { "budgets|1|unknown_setting", "budgets|2|not_a_year", "budgets|3|not_a_number",
                                  "budgets|4|negative_number", "prices|1|missing_class", "prices|2|unknown_setting",
                                  "prices|3|not_a_number", "prices|4|negative_number", "prices|5|not_a_year" } ) );

  // checkdata finds the same in them.
  QVariantMap inputs = parameters;
  for ( const char *output : { "PLAN", "BUNDLES", "FUND_YEARS", "COVERAGE" } )
    inputs.remove( output );
  const Outcome checked = bench.run( "checkdata", inputs );
  VERIFY_RAN( checked );
  QStringList same = checked.findings().filter( QRegularExpression( "^(budgets|prices)" ) );
  same.sort();
  QCOMPARE( same, found );

  parameters["BUDGETS"] = bench.write( "fund,amount\nroads,5\n", "columns.csv" );
  const Outcome missing = bench.run( "bundlemaintenance", parameters );
  QVERIFY( !missing.ok );
  QVERIFY2( missing.said().contains( "year" ), missing.said().constData() );
}

void TestBundleRules::beginsInTheFirstYear()
{
  Workbench bench;
  QVariantMap parameters = twoWorks( bench );
  parameters["FIRST_YEAR"] = 2028;
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "PLAN", { "window_first", "window_last", "year" } ),
            QStringList( { "2028 | 2028 | 2028", "2028 | 2029 | 2028" } ) );
}

void TestBundleRules::takesCostsFromUnitPrices()
{
  // 100 m of sewer of 300 mm at 540 euro; 250 mm takes the next size; 2 m wide road at 10 euro a m²; no price of lamps.
  Workbench bench;
  const auto work = [&]( int y, const Said &said )
  {
    return Row{ QStringLiteral( "LINESTRING(0 %1,100 %1)" ).arg( 1000 * y ), said.attributes() };
  };
  QVariantMap parameters = parametersFor( bench.add(
    "works", lines + fields,
    { work( 0, { "2027", QVariant(), "sewer", "", "", {}, "300" } ),
      work( 1, { "2027", "?", "sewer", "", "", {}, "250" } ), work( 2, { "2027", "700", "sewer", "", "", {}, "300" } ),
      work( 3, { "2027", QVariant(), "road", "", "", {}, {}, "2" } ), work( 4, { "2027", QVariant(), "lamp", "", "" } ),
      work( 5, { "2027", QVariant(), "sewer", "", "", {}, "900" } ) } ) );
  parameters["UNIT_PRICES"] = bench.write( "class,size,unit,price,price_year\n"
                                           "sewer,200,m,460,2015\nsewer,300,m,540,2015\nroad,,m2,10,\n",
                                           "prices.csv" );
  parameters["SIZE_FIELD"] = "maat";
  parameters["WIDTH_FIELD"] = "breedte";
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "PLAN", { "cost_counted", "cost_source" } ),
            QStringList( { "54000 | unit_price", "54000 | unit_price", "700 | given", "2000 | unit_price",
                           "NULL | unknown", "NULL | unknown" } ) );
  QVERIFY2( outcome.messages( "default_used" )
                .filter( "kosten is not given; 54000 euro (100.0 m × 540.00 euro, prices of 2015) was filled in" )
                .size() == 2,
            outcome.said().constData() );
  QVERIFY( outcome.findings().contains( "works|2|not_a_number" ) );
  QVERIFY( !outcome.findings().contains( "works|1|missing_number" ) );
  QVERIFY( outcome.findings().contains( "works|5|missing_number" ) );

  // Ten years of 2%.
  parameters["PRICE_YEAR"] = 2025;
  const Outcome later = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( later );
  QCOMPARE( later.table( "PLAN", { "cost_counted" } ).first(), QString( "65825.7" ) ); // 54000 · 1.02^10
}

void TestBundleRules::takesEachWidth()
{
  // Strips of 4 m and, where nothing is said, 6 m; text and nonsense count as nothing.
  Workbench bench;
  QVariantMap parameters = parametersFor(
    bench.add( "works", lines + fields,
               { { "LINESTRING(0 0,100 0)", Said{ "2027", "0", "", "", "", {}, {}, "4" }.attributes() },
                 { "LINESTRING(0 0,100 0)", Said{ "2027", "0", "", "", "" }.attributes() },
                 { "LINESTRING(0 500,100 500)", Said{ "2027", "0", "", "", "", {}, {}, "-1" }.attributes() } } ) );
  parameters["WIDTH_FIELD"] = "breedte";
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "BUNDLES", { "cost_apart", "cost_bundled" } ), QStringList( { "11000 | 6500" } ) );
  QCOMPARE( outcome.messages( "default_used" ).filter( "breedte is not given; 6 m was filled in" ).size(), 2 );
  QVERIFY( outcome.findings().contains( "works|3|negative_number" ) );
}

void TestBundleRules::saysHowMuchIsKnown()
{
  Workbench bench;
  QList<Row> rows = twoRows();
  rows << Row{ square( 100, 0, 10 ), Said{ "soon", "1000", "sewer", "drains", "city" }.attributes() };
  rows << Row{ square( 200, 0, 10 ), Said{ "2027", QVariant(), "sewer", "drains", "city" }.attributes() };
  QVariantMap parameters = parametersFor( bench.add( "works", areas + fields, rows ) );
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "COVERAGE", { "owner", "asset_class", "works", "planned", "with_year", "with_window",
                                         "window_filled", "with_cost", "cost_filled" } ),
            QStringList( { "board | road | 1 | 1 | 1 | 0 | 1 | 1 | 0", "board | sewer | 0 | 0 | 0 | 0 | 0 | 0 | 0",
                           "city | road | 0 | 0 | 0 | 0 | 0 | 0 | 0", "city | sewer | 3 | 2 | 2 | 0 | 2 | 1 | 0" } ) );
  QCOMPARE( outcome.table( "COVERAGE", { "remark" } ).value( 1 ),
            QString( "no works given: there may be none, or they were not delivered" ) );
  QCOMPARE( outcome.table( "COVERAGE", { "remark" } ).value( 3 ),
            QString( "1 of 3 not in the plan; window assumed for 2 of 3; cost unknown of 1 of 3" ) );
}

void TestBundleRules::drawsATimeline_data()
{
  QTest::addColumn<bool>( "districts" );
  QTest::newRow( "districts" ) << true;
  QTest::newRow( "no districts" ) << false;
}

void TestBundleRules::drawsATimeline()
{
  QFETCH( bool, districts );
  Workbench bench;
  QVariantMap parameters = twoWorks( bench );
  // The bundle covers 15 m by 10 m: most of it lies in the east.
  if ( districts )
    parameters["DISTRICTS"] = asValue(
      bench.add( "districts", areas + "&field=naam:string",
                 { { rectangle( -10, -10, 15, 30 ), { "West" } }, { rectangle( 5, -10, 15, 30 ), { "Oost" } } } ) );
  parameters["TIMELINE"] = bench.path( "timeline.svg" );
  const Outcome outcome = bench.run( "bundlemaintenance", parameters );
  VERIFY_RAN( outcome );
  QFile file( bench.path( "timeline.svg" ) );
  QVERIFY( file.open( QFile::ReadOnly ) );
  const QString svg = QString::fromUtf8( file.readAll() );
  QVERIFY( svg.contains( ">2028</text>" ) );
  QCOMPARE( svg.contains( ">Oost</text>" ), districts );
  QVERIFY( !svg.contains( ">West</text>" ) );
  QCOMPARE( svg.contains( ">all bundles</text>" ), !districts );
}

KOPPELKANS_PROCESSING_TEST( TestBundleRules )

#include "test_bundle_rules.moc"
