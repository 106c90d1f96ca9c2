// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers.h"

#include <qgsmaplayer.h>
#include <qgsmaplayerserverproperties.h>
#include <qgsrasterlayer.h>
#include <qgssinglebandpseudocolorrenderer.h>
#include <qgsvectorlayer.h>

#include <map>
#include <stdexcept>

namespace koppelkans::sample
{

namespace
{

constexpr const char *city = "voorbeeldstad.gpkg";
constexpr const char *results = "resultaten.gpkg";

//! What the fields of our results are called in Dutch; the names themselves are fixed, since models depend on them.
const std::map<QString, QString> &aliases()
{
  static const std::map<QString, QString> names{
    { "cell_id", "cel" },
    { "overlap_count", "aantal opgaven" },
    { "overlap_index", "overlapindex (0 – 1)" },
    { "theme_a", "opgave" },
    { "theme_b", "andere opgave" },
    { "area_both", "samen (m²)" },
    { "jaccard", "overlap (Jaccard)" },
    { "lift", "vaker samen dan toeval" },
    { "score", "score" },
    { "rank", "rang" },
    { "rank_low", "hoogste rang bij andere gewichten" },
    { "rank_high", "laagste rang bij andere gewichten" },
    { "asset_class", "soort" },
    { "year_from", "venster van" },
    { "year_to", "venster tot" },
    { "year_due", "einde levensduur" },
    { "overdue", "achterstallig" },
    { "life", "levensduur (jaar)" },
    { "life_source", "bron van de levensduur" },
    { "bundle_id", "bundel" },
    { "year", "jaar van uitvoering" },
    { "shift", "verschoven (jaar)" },
    { "shift_cost", "kosten van verschuiven (€)" },
    { "reason", "reden" },
    { "works", "aantal werken" },
    { "classes", "soorten" },
    { "funds", "potjes" },
    { "cost_apart", "kosten apart (€)" },
    { "cost_bundled", "kosten samen (€)" },
    { "saving", "besparing (€)" },
    { "setup_saved", "waarvan voorbereiding (€)" },
    { "paving_saved", "waarvan bestrating (€)" },
    { "shift_paid", "betaald voor verschuiven (€)" },
    { "cost_unknown", "werken zonder kosten" },
    { "owners", "beheerders" },
    { "start", "begin" },
    { "end", "einde" },
    { "possible_first", "kan vanaf" },
    { "possible_last", "kan tot en met" },
    { "next_year", "eerstvolgende jaar" },
    { "next_dearer", "dat kost meer (€)" },
    { "assumed", "werken met aannames" },
    { "why", "waarom" },
    { "chosen_year", "gekozen jaar" },
    { "choice_cost", "prijs van die keuze (€)" },
    { "window_first", "venster van" },
    { "window_last", "venster tot en met" },
    { "window_source", "bron van het venster" },
    { "cost_counted", "gerekende kosten (€)" },
    { "cost_source", "bron van de kosten" },
    { "fund", "potje" },
    { "cost_before", "kosten vooraf (€)" },
    { "cost_after", "kosten volgens plan (€)" },
    { "overspent", "overschreden (€)" },
    { "owner", "beheerder" },
    { "planned", "in het plan" },
    { "with_year", "met jaar" },
    { "with_window", "met venster" },
    { "window_filled", "venster ingevuld" },
    { "with_cost", "met kosten" },
    { "cost_filled", "kosten ingevuld" },
    { "breadth_filled", "breedte ingevuld" },
    { "remark", "opmerking" },
    { "work_id", "werk" },
    { "district", "wijk" },
    { "theme", "opgave" },
    { "themes", "opgaven" },
    { "themes_carried", "aantal gedragen opgaven" },
    { "partner", "partner" },
    { "partners", "aan tafel" },
    { "share", "deel van de grond" },
    { "unknown_share", "deel zonder gegevens" },
    { "horizon", "horizon" },
    { "carried", "gedragen" },
    { "saving_share", "deel dat bespaard wordt" },
    { "urgency", "dringendheid" },
    { "verdict", "oordeel" },
    { "opportunity", "kansrijkheid" },
    { "chances", "koppelkansen" },
    { "urgency_limit", "grens van dringend" },
    { "opportunity_limit", "grens van kansrijk" },
    { "quadrant", "kwadrant" },
    { "urgent_area", "dringend (m²)" },
    { "planned_area", "daarvan gepland (m²)" },
    { "unplanned_area", "niet gepland (m²)" },
    { "unplanned_share", "deel niet gepland" },
    { "layer", "laag" },
    { "feature", "object" },
    { "kind", "soort bevinding" },
    { "message", "bevinding" },
    { "filled_by", "ingevuld" },
  };
  return names;
}

void nameFields( QgsVectorLayer &layer )
{
  for ( int i = 0; i < layer.fields().count(); ++i )
  {
    const QString field = layer.fields().at( i ).name();
    if ( const auto found = aliases().find( field ); found != aliases().end() )
      layer.setFieldAlias( i, found->second );
    else if ( field.contains( '_' ) )
      layer.setFieldAlias( i, QString( field )
                                .replace( '_', ' ' )
                                .replace( " share", ": aandeel" )
                                .replace( " part", ": bijdrage aan de score" )
                                .replace( " specificity", ": eigen aan de wijk" ) );
  }
}

//! A style names a band by number, and the overlap index comes after as many bands as there are themes.
void showLastBand( QgsRasterLayer &layer )
{
  if ( auto *renderer = dynamic_cast<QgsSingleBandPseudoColorRenderer *>( layer.renderer() ) )
#if _QGIS_VERSION_INT >= 33800
    renderer->setInputBand( layer.bandCount() );
#else
    renderer->setBand( layer.bandCount() );
#endif
}

} // namespace

const std::vector<LayerEntry> &layerEntries()
{
  static const std::vector<LayerEntry> entries{
    { "", city, "wijken", "Wijken: grenzen en namen", "voorbeeldstad/wijken", "De twaalf wijken van Voorbeeldstad." },
    { "", city, "masker", "Buiten de gemeente", "voorbeeldstad/masker",
      "Dekt af wat buiten de gemeente ligt, zodat de kaart over de stad gaat.", "wijken" },

    { "Resultaten/5 Koppelkansen", results, "oordelen", "Oordeel per bundel", "verdicts_nl",
      "Welke opgaven elke bundel kan dragen, wie er aan tafel hoort, en of het de moeite waard is." },
    { "Resultaten/5 Koppelkansen", results, "koppelkansen", "Koppelkansen: bundel en opgave", "couplings_nl",
      "Per bundel of werk en opgave: op welk deel van de grond zij speelt, en of het jaar past." },
    { "Resultaten/5 Koppelkansen", results, "dringend_ongepland", "Dringend, en er is niets gepland", "unplanned_nl",
      "Per wijk en opgave: waar zij dringend is en geen werk haar draagt." },
    { "Resultaten/5 Koppelkansen", results, "kwadranten", "Wijken: dringend en kansrijk", "quadrants_nl",
      "Hoe dringend de opgaven in de wijk zijn, en hoeveel er gepland staat." },
    { "Resultaten/4 Gebundelde projecten", results, "bundels", "Bundels: jaar en besparing", "bundles_nl",
      "Werken die samen als één project worden uitgevoerd, met het jaar en wat dat bespaart." },
    { "Resultaten/4 Gebundelde projecten", results, "werkplan_lijnen", "Werken in het plan (leidingen)",
      "voorbeeldstad/werkplan_lijn",
      "Elk gepland werk met het jaar van uitvoering, de verschuiving en de reden waarom het wel of niet in een bundel "
      "zit." },
    { "Resultaten/4 Gebundelde projecten", results, "werkplan_vlakken", "Werken in het plan (wegen en groen)",
      "voorbeeldstad/werkplan_vlak",
      "Elk gepland werk met het jaar van uitvoering, de verschuiving en de reden waarom het wel of niet in een bundel "
      "zit." },
    { "Resultaten/3 Onderhoudsplan", results, "onderhoudsplan_lichtmasten", "Lichtmasten: einde levensduur",
      "voorbeeldstad/onderhoudsplan_punt", "Wanneer elke lichtmast aan vervanging toe is." },
    { "Resultaten/3 Onderhoudsplan", results, "onderhoudsplan_riolering", "Riolering: einde levensduur",
      "voorbeeldstad/onderhoudsplan_lijn", "Wanneer elk riool aan vervanging toe is." },
    { "Resultaten/3 Onderhoudsplan", results, "onderhoudsplan_verharding", "Verharding: einde levensduur",
      "voorbeeldstad/onderhoudsplan_vlak",
      "Wanneer elke rijbaan, elk fietspad en elk trottoir aan vervanging toe is." },
    { "Resultaten/3 Onderhoudsplan", results, "onderhoudsplan_groenvakken", "Groen: einde levensduur",
      "voorbeeldstad/onderhoudsplan_groen", "Wanneer elk groenvak aan vernieuwing toe is." },
    { "Resultaten/2 Wijkscores", results, "wijkscores", "Wijkscores: hoeveel opgaven in de wijk", "scores_nl",
      "De gewogen score van elke wijk, haar rang en het aandeel van elke opgave." },
    { "Resultaten/1 Opgavenkaart", results, "opgavenkaart", "Opgavenkaart: hoeveel opgaven samenkomen", "cells_nl",
      "De tien opgaven op één raster: per cel de waarde van elke opgave, het aantal opgaven en de overlapindex van 0 "
      "tot 1." },
    { "Resultaten/1 Opgavenkaart", "opgavenkaart.tif", "", "Opgavenkaart als raster", "stack_raster_nl",
      "Dezelfde opgavenkaart als GeoTIFF: een band per opgave, dan het aantal opgaven en de overlapindex." },
    { "Resultaten/Tabellen", results, "onderhoudsplan_per_soort", "Onderhoudsplan per soort", "",
      "Hoeveel objecten wanneer aan vervanging toe zijn." },
    { "Resultaten/Tabellen", results, "verknopingen", "Verknopingen: opgaven die samenvallen", "",
      "Per paar opgaven: hoeveel oppervlak ze delen en hoeveel vaker dan bij toeval." },
    { "Resultaten/Tabellen", results, "potjes_per_jaar", "Potjes per jaar", "",
      "Wat elk potje per jaar uitgeeft, vooraf en volgens het plan." },
    { "Resultaten/Tabellen", results, "dekking_van_de_gegevens", "Dekking van de gegevens", "",
      "Per beheerder en soort: van hoeveel werken jaren, perioden en kosten bekend zijn." },
    { "Resultaten/Tabellen", results, "bevindingen", "Bevindingen over de gegevens", "",
      "Alles wat hersteld, weggelaten of ingevuld is." },
    { "Resultaten/Tabellen", results, "kerncijfers", "Kerncijfers", "", "De uitkomsten van het bundelen in euro." },

    { "Opgaven", city, "verkeersveiligheid", "Verkeersveiligheid: onveilige straten",
      "voorbeeldstad/verkeersveiligheid", "Straten en kruispunten met ongevallen in vijf jaar." },
    { "Opgaven", city, "ecologische_verbindingen", "Ecologische verbindingen: gewenst",
      "voorbeeldstad/ecologische_verbindingen", "Verbindingen die de natuur nog mist." },
    { "Opgaven", city, "zorg", "Zorg: loopgebied van zorgadressen", "voorbeeldstad/zorg",
      "Waar veel kwetsbare ouderen lopen." },
    { "Opgaven", city, "wateroverlast", "Wateroverlast: bui van 90 mm in een uur", "voorbeeldstad/wateroverlast",
      "Water op straat na een hoosbui." },
    { "Opgaven", city, "groentekort", "Groentekort: minder groen dan de norm", "voorbeeldstad/groentekort",
      "Buurten met minder groen dan de norm." },
    { "Opgaven", city, "warmtenet", "Warmtenet: jaren van aanleg", "voorbeeldstad/warmtenet",
      "Warmtenetten uit de transitievisie warmte, met de jaren van aanleg." },
    { "Opgaven", city, "rioolstaat", "Rioolstaat: toestand van het riool", "voorbeeldstad/rioolstaat",
      "Rioleringsgebieden in slechte toestand." },
    { "Opgaven", city, "bodemdaling", "Bodemdaling", "voorbeeldstad/bodemdaling", "Hoe snel de bodem daalt." },
    { "Opgaven", city, "energielabels", "Energielabels: woningen met label E, F of G", "voorbeeldstad/energielabels",
      "Aandeel slecht geïsoleerde woningen per buurt." },
    { "Opgaven", "hittestress.tif", "", "Hittestress: gevoelstemperatuur", "voorbeeldstad/hittestress",
      "Gevoelstemperatuur op een hete zomermiddag." },

    { "Beheer (assets en werken)/Werken", city, "experimenten", "Experimenten: hier mag het anders",
      "voorbeeldstad/experimenten", "Gebieden buiten de gewone planning." },
    { "Beheer (assets en werken)/Werken", city, "moratoria", "Graafrust: pas heringericht", "voorbeeldstad/moratoria",
      "Straten die pas zijn heringericht en dicht blijven." },
    { "Beheer (assets en werken)/Werken", city, "onderhoudswerken", "Onderhoudswerken: leidingen",
      "voorbeeldstad/onderhoudswerken", "Geplande werken van gemeente, netbeheerders en waterschap." },
    { "Beheer (assets en werken)/Werken", city, "onderhoudswerken_vlak", "Onderhoudswerken: wegen en groen",
      "voorbeeldstad/onderhoudswerken_vlak", "Geplande werken van gemeente en waterschap." },
    { "Beheer (assets en werken)/Assets", city, "lichtmasten", "Lichtmasten", "voorbeeldstad/lichtmasten",
      "Openbare verlichting, met jaar van aanleg." },
    { "Beheer (assets en werken)/Assets", city, "riolering", "Riolering", "voorbeeldstad/riolering",
      "Vrijvervalriolering, met jaar van aanleg." },
    { "Beheer (assets en werken)/Assets", city, "verharding", "Verharding", "voorbeeldstad/verharding",
      "Rijbanen, fietspaden en trottoirs, met jaar van aanleg en van het laatste onderhoud." },
    { "Beheer (assets en werken)/Assets", city, "groenvakken", "Groenvakken", "voorbeeldstad/groenvakken",
      "Beheerd groen, met jaar van aanleg." },
    { "Beheer (assets en werken)/Tabellen", city, "potjes", "Potjes: geld met een eigenaar", "",
      "Budgetten met hun jaren, opgaven en voorwaarden." },
    { "Beheer (assets en werken)/Tabellen", city, "partners", "Partners per opgave", "",
      "Wie bij een opgave aan tafel hoort." },

    { "Achtergrond", city, "spoor", "Spoor", "voorbeeldstad/spoor", "" },
    { "Achtergrond", city, "gebouwen", "Gebouwen", "voorbeeldstad/gebouwen", "" },
    { "Achtergrond", city, "water", "Water", "voorbeeldstad/water", "" },
    { "Achtergrond", city, "groen", "Groen", "voorbeeldstad/groen", "" },
  };
  return entries;
}

QString keyOf( const LayerEntry &entry )
{
  return QString::fromUtf8( *entry.layer ? entry.layer : entry.file );
}

std::unique_ptr<QgsMapLayer> openLayer( const LayerEntry &entry, const QDir &data, const QDir &styles )
{
  const QString path = data.filePath( entry.file );
  const QString title = QString::fromUtf8( entry.title );
  std::unique_ptr<QgsMapLayer> layer;
  if ( *entry.layer )
    layer = std::make_unique<QgsVectorLayer>( path + QStringLiteral( "|layername=" ) +
                                                ( entry.table ? entry.table : entry.layer ),
                                              title, QStringLiteral( "ogr" ) );
  else
    layer = std::make_unique<QgsRasterLayer>( path, title, QStringLiteral( "gdal" ) );
  if ( !layer->isValid() )
    throw std::runtime_error(
      QStringLiteral( "%1, layer %2: cannot be opened" ).arg( path, keyOf( entry ) ).toStdString() );
  if ( *entry.style )
    dress( *layer, styles.filePath( QString::fromLatin1( entry.style ) + QStringLiteral( ".qml" ) ) );
  if ( auto *raster = qobject_cast<QgsRasterLayer *>( layer.get() ) )
    showLastBand( *raster );
  if ( auto *vector = qobject_cast<QgsVectorLayer *>( layer.get() ) )
    nameFields( *vector );
#if _QGIS_VERSION_INT >= 33800
  layer->serverProperties()->setAbstract( QString::fromUtf8( entry.about ) );
#else
  layer->setAbstract( QString::fromUtf8( entry.about ) );
#endif
  return layer;
}

void dress( QgsMapLayer &layer, const QString &file )
{
  bool ok = false;
  const QString message = layer.loadNamedStyle( file, ok );
  if ( !ok )
    throw std::runtime_error( QStringLiteral( "%1: %2" ).arg( file, message ).toStdString() );
}

} // namespace koppelkans::sample
