// SPDX-License-Identifier: GPL-3.0-or-later
#include "figurepage.h"
#include "results.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>

namespace
{

using namespace koppelkans::sample;
using Rows = std::vector<std::vector<std::string>>;

//! Words for the codes of the contract; a code that is not here is shown as it is.
const std::map<std::string, std::string> words{
  { "in_bundle", "in een bundel" },
  { "no_neighbour", "er ligt geen ander werk in de buurt" },
  { "no_common_year", "geen jaar waarin het met een buurwerk samen kan" },
  { "classes_apart", "de buurwerken gaan nooit samen met deze soort" },
  { "too_few_works", "te weinig werken voor een bundel" },
  { "too_extended", "samen te uitgestrekt voor één project" },
  { "does_not_pay", "samen uitvoeren is niet goedkoper" },
  { "no_open_year", "de straat is in alle mogelijke jaren gesloten (graafrust)" },
  { "under_experiment", "in een experiment: buiten het plan gehouden" },
  { "experiment", "in een experiment: buiten het plan gehouden" },
  { "missing_geometry", "zonder ligging op de kaart" },
  { "empty_geometry", "lege ligging" },
  { "wrong_geometry_type", "ander soort geometrie dan de laag" },
  { "repaired_geometry", "ongeldige geometrie, hersteld" },
  { "unusable_geometry", "geometrie niet te herstellen" },
  { "not_transformable", "niet om te rekenen naar het coördinatenstelsel" },
  { "not_a_number", "geen getal" },
  { "missing_number", "getal ontbreekt" },
  { "negative_number", "negatief getal" },
  { "not_a_year", "geen jaar" },
  { "missing_year", "jaar ontbreekt" },
  { "unknown_year", "onbekend jaar (0 of 9999)" },
  { "reversed_window", "venster achterstevoren" },
  { "year_outside_window", "jaar buiten het venster" },
  { "duplicate_footprint", "twee keer op dezelfde plek" },
  { "choice_outside_window", "gekozen jaar buiten het venster" },
  { "choice_closed", "graafrust in het gekozen jaar" },
  { "budget_overspent", "budget overschreden" },
  { "budget_too_small", "budget kan niet toereikend zijn" },
  { "repeated_id", "nummer komt vaker voor" },
  { "under_moratorium", "graafrust sluit alle jaren" },
  { "missing_class", "soort ontbreekt" },
  { "default_used", "standaardwaarde ingevuld" },
  { "renewed_before_built", "vernieuwd vóór de aanleg" },
  { "unknown_setting", "instelling voor een onbekende laag" },
  { "distorting_crs", "coördinatenstelsel vervormt oppervlakten" },
};

std::string word( const std::string &code )
{
  const auto found = words.find( code );
  return found == words.end() ? code : found->second;
}

std::string readable( std::string name )
{
  std::replace( name.begin(), name.end(), '_', ' ' );
  return name;
}

double value( const std::string &text )
{
  return text.empty() ? 0 : std::stod( text );
}

std::string millions( double amount )
{
  return "€ " + dutch( amount / 1e6, 1 ) + " mln";
}

constexpr const char *plan = "(SELECT bundle_id, year, shift, reason FROM werkplan_lijnen UNION ALL SELECT bundle_id, "
                             "year, shift, reason FROM werkplan_vlakken "
                             "UNION ALL SELECT bundle_id, year, shift, reason FROM werkplan_zonder_plek)";

//! A message about a setting, with the setting's name in words.
std::string explained( const std::string &message )
{
  for ( const auto &[setting, meaning] : std::map<std::string, std::string>{ { "lower", "ondergrens" },
                                                                             { "upper", "bovengrens" },
                                                                             { "weight", "gewicht" },
                                                                             { "threshold", "drempel" },
                                                                             { "direction", "richting" },
                                                                             { "life", "levensduur" } } )
    if ( message.starts_with( setting + " " ) )
      return meaning + message.substr( setting.size() );
  return message;
}

void addSummary( FigurePage &page, const Results &results )
{
  const auto key = [&results]( const std::string &name )
  {
    return results.number( "SELECT waarde FROM kerncijfers WHERE naam = '" + name + "'" );
  };
  const double apart = key( "kosten_apart" );
  const double bundled = key( "kosten_gebundeld" );
  page.keyFigures( {
    { dutch( results.number( std::string( "SELECT count(*) FROM " ) + plan ) ), "geplande werken" },
    { dutch( results.number( "SELECT count(*) FROM bundels" ) ), "bundels" },
    { dutch( results.number( "SELECT sum(works) FROM bundels" ) ), "werken in een bundel" },
    { millions( apart ), "als elk werk apart wordt uitgevoerd" },
    { millions( bundled ), "gebundeld" },
    { millions( apart - bundled ), "bespaard (" + dutch( apart > 0 ? 100 * ( apart - bundled ) / apart : 0 ) + "%)" },
  } );
}

void addStack( FigurePage &page, const Results &results )
{
  page.heading( "1  Opgaven gestapeld" );
  page.picture( "1-opgaven-gestapeld.png", "Kaart: waar de opgaven samenkomen" );
  page.paragraph( "De opgaven die het vaakst op dezelfde plek liggen. ‘Vaker dan toeval’ zegt hoeveel keer zo vaak ze "
                  "samenvallen als wanneer ze los van "
                  "elkaar over de stad verdeeld waren." );
  Table interlocks{ { "Opgave", "valt samen met", "#Samen (ha)", "#Vaker dan toeval" }, {} };
  for ( const auto &row :
        results.rows( "SELECT theme_a, theme_b, area_both, lift FROM verknopingen ORDER BY area_both DESC LIMIT 10" ) )
    interlocks.rows.push_back( { readable( row[0] ), readable( row[1] ), dutch( value( row[2] ) / 10000, 1 ),
                                 dutch( value( row[3] ), 1 ) + " ×" } );
  page.table( interlocks );
}

//! What a district has more of than the city, greatest first: "warmtenet 4,6 ×, zorg 1,4 ×".
std::string particulars( const std::vector<std::string> &fields, const std::vector<std::string> &row,
                         std::size_t first )
{
  std::vector<std::pair<double, std::string>> found;
  for ( std::size_t i = 0; i < fields.size(); ++i )
    if ( value( row[first + i] ) >= 1.15 )
      found.emplace_back( value( row[first + i] ), readable( fields[i].substr( 0, fields[i].rfind( '_' ) ) ) );
  std::sort( found.rbegin(), found.rend() );
  std::string text;
  for ( std::size_t i = 0; i < std::min<std::size_t>( 3, found.size() ); ++i )
    text += ( i > 0 ? ", " : "" ) + found[i].second + " " + dutch( found[i].first, 1 ) + " ×";
  return text.empty() ? "als de hele stad" : text;
}

void addDistricts( FigurePage &page, const Results &results )
{
  page.heading( "2  Wijken gelezen" );
  page.picture( "2-wijken-gelezen.png", "Kaart: de score van elke wijk en wat haar eigen is" );
  page.paragraph(
    "De rang tussen haakjes is die bij gewichten die tot een kwart anders zijn: een smalle marge is een zekere rang." );
  std::vector<std::string> specificities;
  std::string columns;
  for ( const std::string &field : results.fields( "wijkscores" ) )
    if ( field.ends_with( "_specificity" ) )
    {
      specificities.push_back( field );
      columns += ", \"" + field + "\"";
    }
  Table districts{ { "#Rang", "Wijk", "#Score", "Eigen aan deze wijk" }, {} };
  for ( const auto &row :
        results.rows( "SELECT rank, rank_low, rank_high, naam, score" + columns + " FROM wijkscores ORDER BY rank" ) )
    districts.rows.push_back( { row[0] + " (" + row[1] + "–" + row[2] + ")", row[3], dutch( value( row[4] ), 2 ),
                                particulars( specificities, row, 5 ) } );
  page.table( districts );
}

void addPlan( FigurePage &page, const Results &results )
{
  page.heading( "3  Onderhoud als kansenkaart" );
  page.picture( "3-onderhoud-als-kansenkaart.png", "Kaart: wanneer wat aan vervanging toe is" );
  Table plans{ { "Soort", "#Objecten", "#Achterstallig", "#t/m 2028", "#2029 – 2036", "#Later", "#Jaar onbekend",
                 "#Levensduur ingevuld" },
               {} };
  for ( const auto &row : results.rows( "SELECT soort, aantal, achterstallig, tm_2028, van_2029_tm_2036, later, "
                                        "onbekend, levensduur_ingevuld FROM onderhoudsplan_per_soort" ) )
  {
    std::vector<std::string> cells{ row[0] };
    for ( std::size_t i = 1; i < row.size(); ++i )
      cells.push_back( dutch( value( row[i] ) ) );
    plans.rows.push_back( cells );
  }
  page.table( plans );
}

void addBundles( FigurePage &page, const Results &results )
{
  page.heading( "4  Gebundelde projecten" );
  page.picture( "4-gebundelde-projecten.png", "Kaart: welke werken samen worden uitgevoerd, in welk jaar" );
  page.paragraph( "De bundels die het meest besparen, in duizenden euro’s. Wat een bundel bespaart, is één keer "
                  "voorbereiden in plaats van vaker en één keer "
                  "bestraten in plaats van vaker, min wat het verschuiven van werken kost." );
  Table bundles{ { "#Jaar", "Straten", "Soorten", "#Werken", "#Apart", "#Samen", "#Bespaart", "#Voorbereiding",
                   "#Bestrating", "#Verschuiven" },
                 {} };
  for ( const auto &row : results.rows( "SELECT year, straten, classes, works, cost_apart, cost_bundled, saving, "
                                        "setup_saved, paving_saved, shift_paid "
                                        "FROM bundels ORDER BY saving DESC LIMIT 15" ) )
  {
    std::vector<std::string> cells( row.begin(), row.begin() + 4 );
    for ( std::size_t i = 4; i < 9; ++i )
      cells.push_back( dutch( value( row[i] ) / 1000 ) );
    cells.push_back( dutch( -value( row[9] ) / 1000 ) );
    bundles.rows.push_back( cells );
  }
  page.table( bundles );

  page.paragraph( "Wat er van elk werk wordt, en waarom:" );
  Table fates{ { "Uitkomst", "#Werken" }, {} };
  for ( const auto &row : results.rows( std::string( "SELECT coalesce(reason, 'niet in het plan'), count(*) FROM " ) +
                                        plan + " GROUP BY 1 ORDER BY 2 DESC" ) )
    fates.rows.push_back( { word( row[0] ), dutch( value( row[1] ) ) } );
  page.table( fates );
}

void addCouplings( FigurePage &page, const Results &results )
{
  page.heading( "5  Koppelkansen" );
  page.picture( "5-koppelkansen.png", "Kaart: welke opgaven elke bundel kan dragen, en welke wijken eerst zijn" );
  page.paragraph( "De bundels die de meeste opgaven dragen, en wie er dan aan tafel hoort:" );
  Table tables{ { "#Jaar", "Wijk", "Opgaven", "Aan tafel", "#Bespaart (€ 1.000)" }, {} };
  for ( const auto &row : results.rows( "SELECT year, district, themes, partners, saving FROM oordelen ORDER BY "
                                        "themes_carried DESC, saving DESC LIMIT 10" ) )
    tables.rows.push_back( { row[0], row[1], readable( row[2] ), row[3], dutch( value( row[4] ) / 1000 ) } );
  page.table( tables );
  page.paragraph( "Waar het dringend is en niets gepland staat:" );
  Table unplanned{ { "Wijk", "Opgave", "#Dringend (ha)", "#Niet gepland (ha)" }, {} };
  for ( const auto &row : results.rows( "SELECT district, theme, urgent_area, unplanned_area FROM dringend_ongepland "
                                        "ORDER BY unplanned_area DESC LIMIT 10" ) )
    unplanned.rows.push_back(
      { row[0], readable( row[1] ), dutch( value( row[2] ) / 10000, 1 ), dutch( value( row[3] ) / 10000, 1 ) } );
  page.table( unplanned );
}

void addFindings( FigurePage &page, const Results &results )
{
  page.heading( "Wat er aan de gegevens schortte" );
  page.paragraph( "Koppelkans rekent door, maar verzwijgt niets: alles wat hersteld of weggelaten is, staat in de "
                  "tabel ‘bevindingen’ van resultaten.gpkg." );
  Table findings{ { "Bevinding", "Lagen", "#Aantal" }, {} };
  for ( const auto &row : results.rows( "SELECT kind, group_concat(DISTINCT layer), count(*) FROM (SELECT DISTINCT "
                                        "kind, layer, feature, message FROM bevindingen "
                                        "WHERE kind <> 'default_used') GROUP BY kind ORDER BY 3 DESC" ) )
  {
    std::string layers = readable( row[1] );
    for ( std::size_t comma = layers.find( ',' ); comma != std::string::npos; comma = layers.find( ',', comma + 2 ) )
      layers.replace( comma, 1, ", " );
    findings.rows.push_back( { word( row[0] ), layers, dutch( value( row[2] ) ) } );
  }
  page.table( findings );

  page.heading( "Wat er is ingevuld" );
  page.paragraph(
    "Waar een gegeven ontbrak, is een standaardwaarde gebruikt. Wie het beter weet, vult het aan en rekent opnieuw." );
  Table filled{ { "Laag", "Wat", "Ingevuld", "#Keer" }, {} };
  for ( const auto &row : results.rows( "SELECT layer, substr(message, instr(message, ': ') + 2), filled_by, count(*) "
                                        "FROM (SELECT DISTINCT layer, feature, message, filled_by FROM bevindingen "
                                        "WHERE kind = 'default_used') GROUP BY 1, 2, 3 ORDER BY 1, 2" ) )
    filled.rows.push_back( { readable( row[0] ), explained( row[1] ), row[2], dutch( value( row[3] ) ) } );
  page.table( filled );
}

void makePage( const std::string &folder )
{
  const Results results( folder + "/resultaten.gpkg" );
  FigurePage page( "Voorbeeldstad in cijfers",
                   "Van tien opgaven naar gebundelde projecten. Voorbeeldstad is verzonnen; de berekening is echt." );
  addSummary( page, results );
  addStack( page, results );
  addDistricts( page, results );
  addPlan( page, results );
  addBundles( page, results );
  addCouplings( page, results );
  addFindings( page, results );

  const std::string path = folder + "/cijfers.html";
  std::ofstream file( path, std::ios::binary );
  file << page.html();
  file.close();
  if ( !file )
    throw std::runtime_error( path + ": could not be written" );
}

} // namespace

//! makefigures FOLDER: writes cijfers.html, a page of figures, from resultaten.gpkg in FOLDER.
int main( int argc, char **argv )
{
  if ( argc != 2 )
  {
    std::cerr << "usage: makefigures FOLDER\n";
    return 2;
  }
  try
  {
    makePage( argv[1] );
  }
  catch ( const std::exception &error )
  {
    std::cerr << "makefigures: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
