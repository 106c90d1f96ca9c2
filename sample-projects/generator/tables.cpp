// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables.h"

#include <fstream>
#include <stdexcept>

namespace koppelkans::sample
{

namespace
{
void writeText( const std::string &path, const char *text )
{
  std::ofstream file( path, std::ios::binary );
  file << text;
  file.close();
  if ( !file )
    throw std::runtime_error( path + " could not be written" );
}

void writeFunds( GeoPackageWriter &file )
{
  LayerWriter layer = file.layer( "potjes", wkbNone,
                                  { { "potje_id", OFTString },
                                    { "naam", OFTString },
                                    { "eigenaar", OFTString },
                                    { "jaar_van", OFTInteger },
                                    { "jaar_tot", OFTInteger },
                                    { "opgaven", OFTString },
                                    { "kostensoorten", OFTString },
                                    { "grootste_aandeel", OFTReal },
                                    { "budget", OFTReal } },
                                  "Potjes: geld met een eigenaar, jaren en voorwaarden" );
  const auto add = [&layer]( const char *id, const char *name, const char *owner, int from, int to, const char *themes,
                             const char *costs, double share, double budget )
  {
    layer.add( nullptr, { std::string( id ), std::string( name ), std::string( owner ), from, to, std::string( themes ),
                          std::string( costs ), share, budget } );
  };
  add( "GRP", "Gemeentelijk rioleringsprogramma", "Gemeente", 2026, 2040, "rioolstaat,wateroverlast", "riool", 1.0,
       38000000 );
  add( "WEGEN", "Wegbeheer en herbestrating", "Gemeente", 2026, 2040, "", "weg", 1.0, 26000000 );
  add( "GROEN", "Groenbeheer en bomen", "Gemeente", 2026, 2040, "groentekort,hittestress,ecologische_verbindingen",
       "groen", 1.0, 5200000 );
  add( "OVL", "Openbare verlichting", "Gemeente", 2026, 2036, "verkeersveiligheid", "verlichting", 1.0, 1400000 );
  add( "KLIMAAT", "Impulsregeling klimaatadaptatie", "Rijk", 2026, 2028, "wateroverlast,hittestress,groentekort",
       "riool,weg,groen", 0.33, 2400000 );
  add( "VERKEER", "Investeringsimpuls verkeersveiligheid", "Rijk", 2026, 2030, "verkeersveiligheid", "weg,verlichting",
       0.5, 1800000 );
  add( "GEZOND", "Gezonde en toegankelijke buurten", "Provincie", 2027, 2031, "zorg,groentekort", "weg,groen", 0.4,
       900000 );
  add( "NATUUR", "Programma natuurlijke verbindingen", "Provincie", 2026, 2032, "ecologische_verbindingen,groentekort",
       "groen", 0.5, 1250000 );
  add( "WATERSCHAP", "Waterbeheerprogramma", "Waterschap", 2026, 2033,
       "wateroverlast,bodemdaling,ecologische_verbindingen", "riool,groen", 0.5, 3600000 );
  add( "DRINKWATER", "Leidingvervanging", "Drinkwaterbedrijf", 2026, 2040, "", "waterleiding", 1.0, 9000000 );
  add( "NETBEHEER", "Investeringsplan netten", "Netbeheerder", 2026, 2040, "energielabels,warmtenet", "gas,elektra",
       1.0, 12500000 );
  add( "WARMTE", "Aanleg warmtenetten", "Warmtebedrijf", 2026, 2036, "warmtenet", "warmtenet", 1.0, 41000000 );
  add( "ISOLATIE", "Lokale isolatieaanpak", "Rijk", 2026, 2030, "energielabels", "warmtenet,elektra", 0.3, 2100000 );
  add( "PRORAIL", "Instandhouding spoor", "ProRail", 2026, 2035, "", "elektra", 1.0, 4000000 );
  add( "EXPERIMENT", "Ruimte voor experiment", "Gemeente", 2026, 2033, "", "riool,weg,groen,verlichting", 1.0, 600000 );
}

void writePartners( GeoPackageWriter &file )
{
  LayerWriter layer =
    file.layer( "partners", wkbNone,
                { { "partner", OFTString }, { "opgave", OFTString }, { "rol", OFTString }, { "contact", OFTString } },
                "Partners per opgave" );
  const auto add = [&layer]( const char *partner, const char *theme, const char *role, const char *contact )
  {
    layer.add( nullptr, { std::string( partner ), std::string( theme ), std::string( role ), std::string( contact ) } );
  };
  // Addresses end in .example, a name that is kept free for samples
  add( "Waterschap", "wateroverlast", "medefinancier", "gebiedsteam@waterschap.example" );
  add( "Waterschap", "bodemdaling", "bevoegd gezag peil", "peilbeheer@waterschap.example" );
  add( "Waterschap", "ecologische_verbindingen", "medefinancier", "ecologie@waterschap.example" );
  add( "Gemeente, team Riolering", "rioolstaat", "trekker", "riolering@voorbeeldstad.example" );
  add( "Gemeente, team Riolering", "wateroverlast", "trekker", "riolering@voorbeeldstad.example" );
  add( "Gemeente, team Groen", "groentekort", "trekker", "groen@voorbeeldstad.example" );
  add( "Gemeente, team Groen", "hittestress", "trekker", "groen@voorbeeldstad.example" );
  add( "Gemeente, team Verkeer", "verkeersveiligheid", "trekker", "verkeer@voorbeeldstad.example" );
  add( "GGD", "hittestress", "adviseur", "leefomgeving@ggd.example" );
  add( "GGD", "zorg", "adviseur", "leefomgeving@ggd.example" );
  add( "Zorggroep Rivierenland", "zorg", "partner", "vastgoed@zorggroep.example" );
  add( "Woningcorporatie De Sleutel", "energielabels", "partner", "wijken@desleutel.example" );
  add( "Woningcorporatie De Sleutel", "warmtenet", "afnemer", "wijken@desleutel.example" );
  add( "Warmtebedrijf", "warmtenet", "trekker", "ontwikkeling@warmtebedrijf.example" );
  add( "Netbeheerder", "energielabels", "partner", "gebiedsregie@netbeheerder.example" );
  add( "Provincie", "ecologische_verbindingen", "medefinancier", "natuur@provincie.example" );
  add( "Provincie", "verkeersveiligheid", "medefinancier", "mobiliteit@provincie.example" );
  add( "Bewonersplatform De Hoven", "groentekort", "medebeheerder", "platform@dehoven.example" );
}
} // namespace

void writeTables( GeoPackageWriter &file )
{
  writeFunds( file );
  writePartners( file );
}

void writeThemeSettings( const std::string &path )
{
  // Empty bounds leave the choice to the tool: coverage from 0 to 1. The horizon is until when, or in which years, a
  // theme can still ride along.
  writeText(
    path, "theme,weight,lower,upper,threshold,direction,field,horizon,partner\n"
          "hittestress,1.2,33,43,0.5,more_is_worse,,2050,\"Gemeente team Groen, GGD\"\n"
          "wateroverlast,1.2,0,0.4,0.4,more_is_worse,,2050,\"Waterschap, Gemeente team Riolering\"\n"
          "rioolstaat,1,,,0.5,more_is_worse,,2040,\"Gemeente team Riolering\"\n"
          "warmtenet,1,,,0.5,more_is_worse,,2026-2036,\"Warmtebedrijf, Woningcorporatie De Sleutel\"\n"
          "bodemdaling,0.8,0,8,0.5,more_is_worse,mm_per_jaar,2050,\"Waterschap\"\n"
          "groentekort,0.8,,,0.5,more_is_worse,,,\"Gemeente team Groen, Bewonersplatform De Hoven\"\n"
          "verkeersveiligheid,0.8,0,0.4,0.4,more_is_worse,,2035,\"Gemeente team Verkeer, Provincie\"\n"
          "zorg,1,,,0.5,more_is_worse,,,\"Zorggroep Rivierenland, GGD\"\n"
          "energielabels,0.7,10,60,0.5,more_is_worse,aandeel_efg,2030,\"Woningcorporatie De Sleutel, Netbeheerder\"\n"
          "ecologische_verbindingen,0.6,0,150,0.5,more_is_worse,,2032,\"Waterschap, Provincie\"\n" );
}

void writeLives( const std::string &path )
{
  // "hagen" is left out on purpose, so that a default life has to step in
  writeText( path, "class,life\n"
                   "rijbaan asfalt,32\n"
                   "rijbaan elementen,45\n"
                   "trottoir tegels,40\n"
                   "fietspad,35\n"
                   "riool beton,70\n"
                   "riool gres,80\n"
                   "riool pvc,60\n"
                   "bermgras,30\n"
                   "bosplantsoen,40\n"
                   "gazon,35\n"
                   "heesters,20\n"
                   "ruw gras,50\n"
                   "sportveld,15\n"
                   "led,20\n"
                   "compact fluorescentie,22\n"
                   "hogedruk natrium,25\n"
                   "lagedruk natrium,25\n" );
}

} // namespace koppelkans::sample
