// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages.h"

#include "districtlook.h"

#include <qgslayoutitemmap.h>
#include <qgsvectorlayer.h>

namespace koppelkans::sample
{

namespace
{

QgsVectorLayer *vectorLayer( const CityProject &city, const QString &key )
{
  return qobject_cast<QgsVectorLayer *>( city.layer( key ) );
}

//! A theme's name for people, from that of its layer.
QString readable( const QString &expression )
{
  return QStringLiteral( "replace(%1, '_', ' ')" ).arg( expression );
}

QString euros( const QString &field )
{
  return QStringLiteral( "'€ ' || format_number(round(\"%1\", -3), 0, 'nl')" ).arg( field );
}

//! An expression for one of the key figures.
QString keyFigure( const QString &name )
{
  return QStringLiteral( "aggregate('Kerncijfers', 'max', \"waarde\", \"naam\" = '%1')" ).arg( name );
}

Page drawStack( CityProject &city )
{
  Sheet sheet(
    city.project(), themeStack, QStringLiteral( "Tien opgaven, één kaart" ),
    QStringLiteral(
      "Waar in Voorbeeldstad komen de opgaven samen? Hoe donkerder, hoe meer opgaven op dezelfde plek iets vragen." ) );
  QgsLayoutItemMap *map = sheet.addMainMap( themeStack );
  sheet.addLegend( Sheet::below( 0, 160 ), QStringLiteral( "Overlapindex: gewogen gemiddelde van tien opgaven" ), map,
                   { { city.layer( "opgavenkaart" ), {} } }, 3 );

  constexpr double width = 48;
  const QRectF side = Sheet::side( 36, 214.5 );
  int place = 0;
  for ( const ThemeLook &look : themeLooks() )
  {
    const QString key = look.name == QLatin1String( "hittestress" ) ? QStringLiteral( "hittestress.tif" ) : look.name;
    sheet.addSmallMap( { side.x() + place % 2 * ( side.width() - width ), side.y() + place / 2 * 43.4, width, 41 },
                       look.title, { city.layer( "masker" ), city.layer( key ), city.layer( "water" ) } );
    ++place;
  }

  const QRectF foot = Sheet::below( 170, 226 );
  sheet.addTable(
    { foot.x(), foot.y() - 1, foot.width(), foot.height() }, vectorLayer( city, "verknopingen" ),
    { { "Sterkste verknopingen", readable( "\"theme_a\"" ) + " || ' en ' || " + readable( "\"theme_b\"" ), 122 },
      { "samen (ha)", "format_number(\"area_both\" / 10000, 0, 'nl')", 38, true },
      { "vaker samen dan toeval", "format_number(\"lift\", 1, 'nl') || ' ×'", 60, true } },
    {}, "\"area_both\"", false, 4 );
  return { sheet, QStringLiteral( "1-opgaven-gestapeld.png" ) };
}

Page drawDistricts( CityProject &city )
{
  Sheet sheet( city.project(), themeDistricts, QStringLiteral( "De ene wijk is de andere niet" ),
               QStringLiteral( "Welke wijk draagt de meeste opgaven, en wat is er eigen aan haar? Het getal is de "
                               "rang: 1 heeft de hoogste score." ) );
  QgsLayoutItemMap *map = sheet.addMainMap( themeDistricts );
  QgsVectorLayer *scores = vectorLayer( city, "wijkscores" );
  sheet.addLegend( Sheet::below( 0, 280 ), QStringLiteral( "Kleur van de wijk: hoe hoog haar score is" ), map,
                   { { scores, {}, { 0, 1, 2, 3, 4 } } }, 5 );
  sheet.addTable( Sheet::side( 36, 90 ), scores,
                  { { "Rang", "\"rank\"", 10, true },
                    { "Wijk", "\"naam\"", 34 },
                    { "Score", "format_number(\"score\", 2, 'nl')", 11, true },
                    { "Eigen aan deze wijk", mostParticular( *scores ), 39 } },
                  {}, "\"rank\"", true, 20 );
  std::vector<KeyColor> themes;
  for ( const ThemeLook &look : themeLooks() )
    themes.push_back( { look.color, look.title } );
  sheet.addColorKey( Sheet::side( 110 ), QStringLiteral( "Balk: waaruit de score bestaat" ), themes );
  sheet.addText( Sheet::side( 160, 6 ), QStringLiteral( "Hoe lees je dit?" ), 11, true );
  sheet.addText( Sheet::side( 167, 60 ),
                 QStringLiteral( "De score telt hoe groot elke opgave in de wijk is, van 0 (niets) tot 1 (alles), "
                                 "gewogen zoals de stad heeft afgesproken. "
                                 "Hoe langer de balk, hoe hoger de score.\n\n"
                                 "‘Eigen aan deze wijk’ is de opgave waarin zij het meest van de stad verschilt: 2,0 × "
                                 "betekent twee keer zo veel als in de hele stad." ) );
  return { sheet, QStringLiteral( "2-wijken-gelezen.png" ) };
}

Page drawPlan( CityProject &city )
{
  Sheet sheet( city.project(), themePlan, QStringLiteral( "Onderhoud als kansenkaart" ),
               QStringLiteral( "Wat is wanneer aan vervanging toe, en welke opgaven liggen daar al te wachten?" ) );
  QgsLayoutItemMap *map = sheet.addMainMap( themePlan );
  sheet.addLegend( Sheet::side( 36 ), QStringLiteral( "Wanneer is de levensduur voorbij?" ), map,
                   { { city.layer( "onderhoudsplan_verharding" ), QStringLiteral( "Wegen (vlakken)" ) },
                     { city.layer( "onderhoudsplan_groenvakken" ), QStringLiteral( "Groen (gearceerd)" ) },
                     { city.layer( "onderhoudsplan_riolering" ), QStringLiteral( "Riool (lijnen)" ) } },
                   2 );
  sheet.addText( Sheet::side( 138, 6 ), QStringLiteral( "Aantal objecten per periode" ), 11, true );
  sheet.addTable( Sheet::side( 145, 40 ), vectorLayer( city, "onderhoudsplan_per_soort" ),
                  { { "", "\"soort\"", 23 },
                    { "t/m 2028", "format_number(\"tm_2028\", 0, 'nl')", 16, true },
                    { "2029 – 2036", "format_number(\"van_2029_tm_2036\", 0, 'nl')", 20, true },
                    { "later", "format_number(\"later\", 0, 'nl')", 13, true },
                    { "onbekend", "format_number(\"onbekend\", 0, 'nl')", 18, true } },
                  {}, "\"soort\"", true, 10 );
  sheet.addText( Sheet::side( 182, 6 ), QStringLiteral( "Hoe lees je dit?" ), 11, true );
  sheet.addText( Sheet::side( 189, 60 ),
                 QStringLiteral( "Elke rijbaan, elk trottoir, elk riool en elk groenvak krijgt een jaar: dat van de "
                                 "aanleg of van het laatste onderhoud, plus "
                                 "de levensduur. Donkerpaars is binnenkort.\n\n"
                                 "Ligt donkerpaars op een donkere ondergrond, dan ligt er een kans: de straat gaat "
                                 "toch open, en de opgaven liggen er al." ) );
  sheet.addLegend( Sheet::below( 0, 280 ), QStringLiteral( "Ondergrond: de opgavenkaart (overlapindex)" ), map,
                   { { city.layer( "opgavenkaart" ), {}, { 1, 2, 3, 4 } } }, 4 );
  return { sheet, QStringLiteral( "3-onderhoud-als-kansenkaart.png" ) };
}

Page drawBundles( CityProject &city )
{
  Sheet sheet( city.project(), themeBundles, QStringLiteral( "Eén keer open, één keer dicht" ),
               QStringLiteral( "Welke werken horen bij elkaar, in welk jaar, en wat levert dat op? Het jaartal op de "
                               "kaart is het jaar van uitvoering." ) );
  QgsLayoutItemMap *map = sheet.addMainMap( themeBundles );
  QgsVectorLayer *bundles = vectorLayer( city, "bundels" );
  sheet.addLegend( Sheet::below( 0, 280 ), QStringLiteral( "Bundels: wat samen uitvoeren bespaart" ), map,
                   { { bundles, {} },
                     { city.layer( "werkplan_lijnen" ), {} },
                     { city.layer( "werkplan_vlakken" ), {} },
                     { city.layer( "experimenten" ), {} },
                     { city.layer( "moratoria" ), {} } },
                   6 );
  sheet.addText(
    Sheet::side( 36, 24 ),
    QStringLiteral( "[% with_variable('apart', %1, with_variable('samen', %2, 'Alles apart: € ' || "
                    "format_number(@apart / 1e6, 1, 'nl') || ' miljoen\n' || "
                    "'Gebundeld: € ' || format_number(@samen / 1e6, 1, 'nl') || ' miljoen\n' || 'Besparing: € ' || "
                    "format_number((@apart - @samen) / 1e6, 1, 'nl') || ' miljoen (' || format_number(100 * (@apart - "
                    "@samen) / @apart, 0, 'nl') || '%)')) %]" )
      .arg( keyFigure( "kosten_apart" ), keyFigure( "kosten_gebundeld" ) ),
    13, true );
  sheet.addText( Sheet::side( 66, 6 ), QStringLiteral( "De bundels die het meest besparen" ), 11, true );
  sheet.addTable( Sheet::side( 73, 178 ), bundles,
                  { { "Jaar", "to_string(\"year\")", 10 },
                    { "Waar en wat", "coalesce(\"straten\" || ': ', '') || \"classes\"", 50 },
                    { "Werken", "\"works\"", 14, true },
                    { "Bespaart", euros( "saving" ), 20, true } },
                  {}, "\"saving\"", false, 14 );
  return { sheet, QStringLiteral( "4-gebundelde-projecten.png" ) };
}

Page drawCouplings( CityProject &city )
{
  Sheet sheet( city.project(), themeCouplings, QStringLiteral( "Wat kan er mee als de straat opengaat?" ),
               QStringLiteral( "Welke opgaven kan elke bundel dragen, en waar is het dringend zonder dat er iets "
                               "gepland staat?" ) );
  QgsLayoutItemMap *map = sheet.addMainMap( themeCouplings );
  QgsVectorLayer *verdicts = vectorLayer( city, "oordelen" );
  QgsVectorLayer *unplanned = vectorLayer( city, "dringend_ongepland" );
  sheet.addLegend( Sheet::below( 0, 280 ), QStringLiteral( "Kleur van de wijk" ), map,
                   { { city.layer( "kwadranten" ), {}, { 0, 1, 2, 3 } } }, 4 );
  sheet.addLegend( Sheet::side( 36 ), QStringLiteral( "Het oordeel over elke bundel" ), map,
                   { { verdicts, {}, { 0, 1, 2, 3 } } }, 1 );
  sheet.addText( Sheet::side( 72, 6 ), QStringLiteral( "Bundels die de meeste opgaven dragen" ), 11, true );
  sheet.addTable( Sheet::side( 79, 84 ), verdicts,
                  { { "Jaar", "to_string(\"year\")", 10 },
                    { "Wijk en opgaven", "\"district\" || ': ' || " + readable( "\"themes\"" ), 64 },
                    { "Bespaart", euros( "saving" ), 20, true } },
                  {}, "\"themes_carried\"", false, 6 );
  sheet.addText( Sheet::side( 166, 6 ), QStringLiteral( "Dringend, en er is niets gepland" ), 11, true );
  sheet.addTable( Sheet::side( 173, 76 ), unplanned,
                  { { "Wijk", "\"district\"", 32 },
                    { "Opgave", readable( "\"theme\"" ), 42 },
                    { "hectare", "format_number(\"unplanned_area\" / 10000, 0, 'nl')", 20, true } },
                  {}, "\"unplanned_area\"", false, 10 );
  return { sheet, QStringLiteral( "5-koppelkansen.png" ) };
}

} // namespace

std::vector<Page> drawPages( CityProject &city )
{
  return { drawStack( city ), drawDistricts( city ), drawPlan( city ), drawBundles( city ), drawCouplings( city ) };
}

} // namespace koppelkans::sample
