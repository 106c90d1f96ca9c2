// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processing/workbench.h"

#include <QTranslator>
#include <qgsprocessingparameters.h>
#include <qgssettings.h>
#include <qgsvectorlayer.h>

using namespace koppelkans::test;

namespace
{

const QString areas = QStringLiteral( "Polygon?crs=EPSG:28992" );
const QString memory = QStringLiteral( "TEMPORARY_OUTPUT" );

const QByteArray settings = "theme,weight,threshold,horizon,partner\n"
                            "heat,1,0.5,2035,\"GGD, gemeente\"\n"
                            "water,3,,2030-2045,waterschap\n";

//! Footprints of 20 × 10 m: heat in West in time; heat too late and water in East; nothing in West; water too early.
QList<Row> fourBundles()
{
  return { { rectangle( 0, 0, 20, 10 ), { 11, 2027, 5000, 20000, "gemeente, Waternet" } },
           { rectangle( 110, 0, 20, 10 ), { 12, "2040", -500, 1000, QVariant() } },
           { rectangle( 60, 0, 20, 10 ), { 13, 2027, 0, 1000, "gemeente" } },
           { rectangle( 160, 0, 20, 10 ), { 14, 2027, QVariant(), 1000, QVariant() } } };
}

/**
 * West and East, 100 m square each, two cells across: heat needs 1, 0.2, 0.8 and unknown, water 0, 0, 1 and 1.
 */
QVariantMap city( Workbench &bench, const QList<Row> &bundles = fourBundles() )
{
  QgsVectorLayer *given = bench.add( "bundles",
                                     areas + "&field=bundle_id:integer&field=year:string&field=saving:string&field="
                                             "cost_apart:double&field=owners:string",
                                     bundles );
  QgsVectorLayer *cells = bench.add( "cells",
                                     areas + "&field=cell_id:string&field=heat:string&field=water:double&field=note:"
                                             "string&field=overlap_count:integer&field=overlap_index:double",
                                     { { rectangle( 0, 0, 50, 100 ), { "a", "1", 0, "", 1, 0.3 } },
                                       { rectangle( 50, 0, 50, 100 ), { "b", "0,2", 0, "", 1, 0.3 } },
                                       { rectangle( 100, 0, 50, 100 ), { "c", "0.8", 1, "", 1, 0.3 } },
                                       { rectangle( 150, 0, 50, 100 ), { "d", QVariant(), 1, "", 1, 0.3 } } } );
  QgsVectorLayer *districts =
    bench.add( "districts", areas + "&field=naam:string&field=wijk:string",
               { { square( 0, 0, 100 ), { "West", "W1" } }, { square( 100, 0, 100 ), { "East", QVariant() } } } );
  return { { "BUNDLES", asValue( given ) },
           { "CELLS", asValue( cells ) },
           { "DISTRICTS", asValue( districts ) },
           { "THEME_SETTINGS", bench.write( settings, "settings.csv" ) },
           { "COUPLINGS", memory },
           { "VERDICTS", memory },
           { "QUADRANTS", memory },
           { "UNPLANNED", memory } };
}

//! Sets the language in which QGIS writes numbers; what was translated before stays so.
void speak( const QString &locale )
{
  QgsSettings().setValue( QStringLiteral( "locale/overrideFlag" ), true );
  QgsSettings().setValue( QStringLiteral( "locale/userLocale" ), locale );
}

} // namespace

class TestCoupleThemes : public QObject
{
  Q_OBJECT

private slots:

  void initTestCase() { speak( "en_US" ); }

  void couplings();
  void verdicts();
  void verdictsInDutch();
  void verdictsAboveALeastGain();
  void quadrants();
  void quadrantsWithGivenLimits();
  void unplanned();
  void footprintsAndUnplannedGround();
  void cellsAndFacesGiveTheSame();
  void worksOnTheirOwn();
  void withoutSettings();
  void bundlesLeftOut();
  void nothingIsBundled();
  void districtsElsewhere();
  void districtNames();
  void refused_data();
  void refused();
  void reported();
};

void TestCoupleThemes::couplings()
{
  Workbench bench;
  const Outcome outcome = bench.run( "couplethemes", city( bench ) );
  VERIFY_RAN( outcome );
  QCOMPARE(
    outcome.table( "COUPLINGS", { "bundle_id", "work_id", "year", "district", "theme", "partner", "share",
                                  "unknown_share", "horizon", "carried", "reason" } ),
    QStringList( { "11 | NULL | 2027 | West | heat | GGD, gemeente | 1 | 0 | 2035 | 1 | carried",
                   "12 | NULL | 2040 | East | heat | GGD, gemeente | 1 | 0 | 2035 | 0 | outside_horizon",
                   "12 | NULL | 2040 | East | water | waterschap | 1 | 0 | 2030-2045 | 1 | carried",
                   "14 | NULL | 2027 | East | heat | GGD, gemeente | 0 | 1 | 2035 | 0 | no_data",
                   "14 | NULL | 2027 | East | water | waterschap | 1 | 0 | 2030-2045 | 0 | outside_horizon" } ) );
  QCOMPARE( outcome.results["CARRIED"].toInt(), 2 );
  QCOMPARE( outcome.results["NOT_WORTH_IT"].toInt(), 1 );
}

void TestCoupleThemes::verdicts()
{
  Workbench bench;
  const Outcome outcome = bench.run( "couplethemes", city( bench ) );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "VERDICTS", { "bundle_id", "year", "district", "themes", "themes_carried", "partners",
                                         "saving", "saving_share", "urgency", "verdict" } ),
            QStringList( { "11 | 2027 | West | heat | 1 | gemeente, GGD, Waternet | 5000 | 0.25 | 0.25 | "
                           "do_together_and_carry",
                           "12 | 2040 | East | water | 1 | waterschap | -500 | -0.5 | 0.95 | carry",
                           "13 | 2027 | West | NULL | 0 | gemeente | 0 | 0 | 0.05 | not_worth_it",
                           "14 | 2027 | East | NULL | 0 | NULL | NULL | NULL | 1 | NULL" } ) );
  QCOMPARE( outcome.table( "VERDICTS", { "reason" } ),
            QStringList( { "Together its works save € 5,000 (25% of what they cost apart). On its ground it carries "
                           "heat (100%).",
                           "Together its works cost € 500 more than apart. On its ground it carries water (100%).",
                           "Not worth it. Together its works save nothing. It carries no theme: none is urgent on its "
                           "ground.",
                           "What carrying out its works together saves is not known. It carries no theme: water is "
                           "urgent on 100% of its ground, but its year lies outside the horizon (2030-2045)." } ) );
}

void TestCoupleThemes::verdictsInDutch()
{
  Workbench bench;
  const QVariantMap parameters = city( bench );
  QTranslator dutch;
  QVERIFY( dutch.load( QStringLiteral( ":/koppelkans/i18n/koppelkans_nl.qm" ) ) );
  QCoreApplication::installTranslator( &dutch );
  speak( "nl_NL" );
  const Outcome outcome = bench.run( "couplethemes", parameters );
  speak( "en_US" );
  QCoreApplication::removeTranslator( &dutch );
  VERIFY_RAN( outcome );
  const QStringList reasons = outcome.table( "VERDICTS", { "reason" } );
  QCOMPARE( reasons.at( 0 ),
            QString( "Samen uitvoeren bespaart € 5.000 (25% van de kosten apart). Op deze grond draagt "
                     "de bundel hitte (100%)." )
              .replace( "hitte", "heat" ) );
  QCOMPARE( reasons.at( 2 ), QString( "Niet de moeite waard. Samen uitvoeren bespaart niets. De bundel draagt geen "
                                      "opgave: op deze grond is er geen dringend." ) );
  // Words that scripts depend on are in no language.
  QCOMPARE( outcome.table( "VERDICTS", { "verdict" } ).first(), QString( "do_together_and_carry" ) );
}

void TestCoupleThemes::verdictsAboveALeastGain()
{
  Workbench bench;
  QVariantMap parameters = city( bench );
  parameters["MINIMUM_GAIN"] = 5000;
  parameters["SHARE"] = 1;
  const Outcome outcome = bench.run( "couplethemes", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "VERDICTS", { "verdict" } ), QStringList( { "carry", "carry", "not_worth_it", "NULL" } ) );
  QCOMPARE( outcome.table( "VERDICTS", { "reason" } ).first(),
            QString( "Together its works save € 5,000 (25% of what they cost apart), where more than € 5,000 is asked. "
                     "On its ground it carries heat (100%)." ) );
}

void TestCoupleThemes::quadrants()
{
  Workbench bench;
  const Outcome outcome = bench.run( "couplethemes", city( bench ) );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "QUADRANTS", { "naam", "urgency", "opportunity", "chances", "urgency_limit",
                                          "opportunity_limit", "quadrant" } ),
            QStringList( { "West | 0.15 | 0.04 | 1 | 0.5625 | 0.04 | ride_along",
                           "East | 0.975 | 0.04 | 1 | 0.5625 | 0.04 | do_now" } ) );
}

void TestCoupleThemes::quadrantsWithGivenLimits()
{
  Workbench bench;
  QVariantMap parameters = city( bench );
  parameters["URGENCY_THRESHOLD"] = 0;
  parameters["OPPORTUNITY_THRESHOLD"] = 0.05;
  const Outcome outcome = bench.run( "couplethemes", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "QUADRANTS", { "urgency_limit", "opportunity_limit", "quadrant" } ),
            QStringList( { "0 | 0.05 | seek_works", "0 | 0.05 | seek_works" } ) );
}

void TestCoupleThemes::unplanned()
{
  Workbench bench;
  const Outcome outcome = bench.run( "couplethemes", city( bench ) );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "UNPLANNED", { "district", "theme", "partner", "urgent_area", "planned_area",
                                          "unplanned_area", "unplanned_share" } ),
            QStringList( { "East | water | waterschap | 10000 | 200 | 9800 | 0.98",
                           "East | heat | GGD, gemeente | 5000 | 0 | 5000 | 1",
                           "West | heat | GGD, gemeente | 5000 | 200 | 4800 | 0.96" } ) );
}

void TestCoupleThemes::footprintsAndUnplannedGround()
{
  Workbench bench;
  const Outcome outcome = bench.run( "couplethemes", city( bench ) );
  VERIFY_RAN( outcome );
  QgsFeature row;
  QVERIFY( outcome.layer( "COUPLINGS" )->getFeatures().nextFeature( row ) );
  QVERIFY( row.geometry().isMultipart() );
  QVERIFY( row.geometry().isGeosEqual( QgsGeometry::fromWkt( rectangle( 0, 0, 20, 10 ) ) ) );
  QgsFeatureIterator rows = outcome.layer( "UNPLANNED" )->getFeatures();
  while ( rows.nextFeature( row ) )
    QVERIFY( std::abs( row.geometry().area() - row.attribute( "unplanned_area" ).toDouble() ) < 1e-9 );
}

void TestCoupleThemes::cellsAndFacesGiveTheSame()
{
  Workbench bench;
  QVariantMap parameters = city( bench );
  QgsVectorLayer *heat =
    bench.add( "heat", areas, { { rectangle( 0, 0, 75, 100 ) }, { rectangle( 100, 0, 50, 100 ) } } );
  QgsVectorLayer *water = bench.add( "water", areas, { { rectangle( 50, 0, 150, 50 ) } } );
  const Outcome stacked = bench.run(
    "stacklayers",
    { { "THEMES", asValues( { heat, water } ) }, { "CELL_SIZE", 25 }, { "CELLS", bench.path( "cells.gpkg" ) } } );
  VERIFY_RAN( stacked );
  const Outcome overlaid = bench.run(
    "overlaythemes", { { "THEMES", asValues( { heat, water } ) }, { "FACES", bench.path( "faces.gpkg" ) } } );
  VERIFY_RAN( overlaid );

  parameters["CELLS"] = bench.path( "cells.gpkg" );
  const Outcome byCells = bench.run( "couplethemes", parameters );
  VERIFY_RAN( byCells );
  parameters.remove( "CELLS" );
  parameters["FACES"] = bench.path( "faces.gpkg" );
  const Outcome byFaces = bench.run( "couplethemes", parameters );
  VERIFY_RAN( byFaces );

  const QStringList fields{ "bundle_id", "theme", "share", "unknown_share", "reason" };
  QCOMPARE( byFaces.table( "COUPLINGS", fields ), byCells.table( "COUPLINGS", fields ) );
  QCOMPARE( byCells.table( "COUPLINGS", fields ).size(), 6 );
  const QStringList grounds{ "district", "theme", "urgent_area", "unplanned_area" };
  QCOMPARE( byFaces.table( "UNPLANNED", grounds ), byCells.table( "UNPLANNED", grounds ) );
  const QStringList urgency{ "urgency", "quadrant" };
  QCOMPARE( byFaces.table( "QUADRANTS", urgency ), byCells.table( "QUADRANTS", urgency ) );
  QCOMPARE( byFaces.table( "VERDICTS", { "urgency" } ), byCells.table( "VERDICTS", { "urgency" } ) );
}

void TestCoupleThemes::worksOnTheirOwn()
{
  Workbench bench;
  QVariantMap parameters = city( bench );
  QgsVectorLayer *plan = bench.add( "plan", "LineString?crs=EPSG:28992&field=bundle_id:integer&field=year:integer",
                                    { { "LINESTRING(0 5,20 5)", { 11, 2027 } },
                                      { "LINESTRING(10 50,30 50)", { QVariant(), 2030 } },
                                      { "LINESTRING(10 60,30 60)", { QVariant(), QVariant() } } } );
  parameters["WORKS"] = asValue( plan );
  const Outcome outcome = bench.run( "couplethemes", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE(
    outcome.table( "COUPLINGS", { "bundle_id", "work_id", "year", "district", "theme", "share", "reason" } )
      .filter( "NULL | " ),
    QStringList(
      { "11 | NULL | 2027 | West | heat | 1 | carried", "12 | NULL | 2040 | East | heat | 1 | outside_horizon",
        "12 | NULL | 2040 | East | water | 1 | carried", "14 | NULL | 2027 | East | heat | 0 | no_data",
        "14 | NULL | 2027 | East | water | 1 | outside_horizon", "NULL | 2 | 2030 | West | heat | 1 | carried" } ) );
  // 20 m of line, 6 m wide.
  QCOMPARE( outcome.table( "UNPLANNED", { "district", "planned_area" } ).last(), QString( "West | 320" ) );
  QCOMPARE( outcome.table( "QUADRANTS", { "chances" } ), QStringList( { "2", "1" } ) );
  QCOMPARE( outcome.layer( "VERDICTS" )->featureCount(), 4L );
  QCOMPARE( outcome.findings().filter( "plan|" ), QStringList( { "plan|3|missing_year" } ) );
}

//! All fields with numbers are themes; heat is text here.
void TestCoupleThemes::withoutSettings()
{
  Workbench bench;
  QVariantMap parameters = city( bench );
  parameters.remove( "THEME_SETTINGS" );
  const Outcome outcome = bench.run( "couplethemes", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "COUPLINGS", { "bundle_id", "theme", "partner", "horizon", "reason" } ),
            QStringList( { "12 | water | NULL | NULL | carried", "14 | water | NULL | NULL | carried" } ) );
  QVERIFY( outcome.findings().contains( "water|NULL|default_used" ) );
}

void TestCoupleThemes::bundlesLeftOut()
{
  Workbench bench;
  QList<Row> bundles = fourBundles();
  bundles[0].attributes[1] = "soon";
  bundles[1].attributes[1] = 9999;
  bundles[2].attributes[1] = QVariant();
  bundles[3].wkt.clear();
  const Outcome outcome = bench.run( "couplethemes", city( bench, bundles ) );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "VERDICTS", { "bundle_id", "year", "verdict", "reason" } ),
            QStringList( { "11 | NULL | NULL | Left out: its year is not known.",
                           "12 | NULL | NULL | Left out: its year is not known.",
                           "13 | NULL | NULL | Left out: its year is not known.",
                           "14 | 2027 | NULL | Left out: it has no geometry that can be used." } ) );
  for ( const char *finding :
        { "bundles|1|not_a_year", "bundles|2|unknown_year", "bundles|3|missing_year", "bundles|4|missing_geometry" } )
    QVERIFY2( outcome.findings().contains( finding ), finding );
  QCOMPARE( outcome.layer( "COUPLINGS" )->featureCount(), 0L );
  QCOMPARE( outcome.results["NOT_WORTH_IT"].toInt(), 0 );
}

//! A plan without bundles is a plan: all that is urgent is unplanned.
void TestCoupleThemes::nothingIsBundled()
{
  Workbench bench;
  const Outcome outcome = bench.run( "couplethemes", city( bench, {} ) );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.layer( "VERDICTS" )->featureCount(), 0L );
  QCOMPARE( outcome.table( "UNPLANNED", { "unplanned_area" } ), QStringList( { "10000", "5000", "5000" } ) );
  QCOMPARE( outcome.table( "QUADRANTS", { "opportunity", "quadrant" } ),
            QStringList( { "0 | leave", "0 | seek_works" } ) );
}

void TestCoupleThemes::districtsElsewhere()
{
  Workbench bench;
  QVariantMap parameters = city( bench );
  parameters["DISTRICTS"] = asValue( bench.add( "far", areas, { { square( 5000, 0, 10 ) }, { QString() } } ) );
  const Outcome outcome = bench.run( "couplethemes", parameters );
  VERIFY_RAN( outcome );
  QCOMPARE( outcome.table( "QUADRANTS", { "urgency", "opportunity", "chances", "urgency_limit", "quadrant" } ),
            QStringList( { "NULL | 0 | 0 | NULL | NULL", "NULL | NULL | 0 | NULL | NULL" } ) );
  QCOMPARE( outcome.table( "VERDICTS", { "district", "verdict" } ).first(), QString( "NULL | do_together_and_carry" ) );
  QCOMPARE( outcome.layer( "UNPLANNED" )->featureCount(), 0L );
}

void TestCoupleThemes::districtNames()
{
  Workbench bench;
  QVariantMap parameters = city( bench );
  parameters["DISTRICT_NAME_FIELD"] = "wijk";
  const Outcome outcome = bench.run( "couplethemes", parameters );
  VERIFY_RAN( outcome );
  // East has no value there, and is called by its naam.
  QCOMPARE( outcome.table( "VERDICTS", { "district" } ), QStringList( { "W1", "East", "W1", "East" } ) );
}

void TestCoupleThemes::refused_data()
{
  QTest::addColumn<QVariantMap>( "changes" );
  QTest::addColumn<QString>( "named" );
  const auto row = [&]( const char *name, const QVariantMap &changes, const char *named )
  {
    QTest::newRow( name ) << changes << QString( named );
  };
  row( "neither cells nor faces", { { "CELLS", QVariant() } }, "cells of stacklayers or the faces of overlaythemes" );
  row( "cells and faces", { { "FACES", "cells" } }, "not both" );
  row( "faces without names", { { "FACES", "cells" }, { "CELLS", QVariant() } }, "layer cells has no field themes" );
  row( "cells without themes", { { "CELLS", "districts" }, { "THEME_SETTINGS", QVariant() } },
       "layer districts has no field with the values of a theme" );
  row( "settings of other themes", { { "CELLS", "districts" } }, "layer districts has no field" );
  row( "no such year", { { "YEAR_FIELD", "when" } }, "layer bundles has no field when" );
  row( "no such owner", { { "OWNER_FIELD", "whose" } }, "layer bundles has no field whose" );
  row( "no such name", { { "DISTRICT_NAME_FIELD", "called" } }, "layer districts has no field called" );
  row( "works without a year", { { "WORKS", "districts" } }, "layer districts has no field year" );
}

void TestCoupleThemes::refused()
{
  QFETCH( QVariantMap, changes );
  QFETCH( QString, named );
  Workbench bench;
  QVariantMap parameters = city( bench );
  for ( auto change = changes.constBegin(); change != changes.constEnd(); ++change )
  {
    // A layer goes by its name.
    const QList<QgsMapLayer *> layers = bench.project.mapLayersByName( change.value().toString() );
    parameters[change.key()] = layers.isEmpty() ? change.value() : asValue( layers.first() );
  }
  const Outcome outcome = bench.run( "couplethemes", parameters );
  QVERIFY( !outcome.ok );
  QVERIFY2( outcome.errors.join( '\n' ).contains( named ), outcome.said().constData() );
}

void TestCoupleThemes::reported()
{
  Workbench bench;
  QList<Row> bundles = fourBundles();
  bundles[1].attributes[0] = 11;
  bundles[2].attributes[2] = "much";
  QVariantMap parameters = city( bench, bundles );
  parameters["THEME_SETTINGS"] =
    bench.write( "theme,horizon\nheat,some day\nwater,2040-2030\nnobody,2030\n", "settings.csv" );
  auto *cells = qobject_cast<QgsVectorLayer *>( bench.project.mapLayersByName( "cells" ).first() );
  cells->dataProvider()->changeAttributeValues( { { 1, { { 1, "hot" } } } } );
  const Outcome outcome = bench.run( "couplethemes", parameters );
  VERIFY_RAN( outcome );
  for ( const char *finding :
        { "bundles|2|repeated_id", "bundles|3|not_a_number", "bundles|4|missing_number", "heat|NULL|not_a_year",
          "water|NULL|reversed_window", "settings|3|unknown_setting", "cells|1|not_a_number" } )
    QVERIFY2( outcome.findings().contains( finding ), outcome.findings().join( '\n' ).toUtf8().constData() );
  // What cannot be understood is not given; no value in a cell is nothing to report.
  QCOMPARE( outcome.table( "COUPLINGS", { "horizon" } ).filter( "20" ), QStringList() );
  QCOMPARE( outcome.findings().filter( "cells|" ).size(), 1 );
}

KOPPELKANS_PROCESSING_TEST( TestCoupleThemes )

#include "test_couplethemes.moc"
