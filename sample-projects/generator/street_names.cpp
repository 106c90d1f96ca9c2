// SPDX-License-Identifier: GPL-3.0-or-later
#include "street_names.h"

namespace koppelkans::sample
{

namespace
{
const std::vector<std::vector<std::string>> &lists()
{
  static const std::vector<std::vector<std::string>> names{
    { "Kerkstraat",         "Vismarkt",          "Korte Breestraat",     "Lange Breestraat",
      "Zadelstraat",        "Boterstraat",       "Waterstraat",          "Achter de Waag",
      "Kloosterstraat",     "Begijnhof",         "Torenstraat",          "Smedenstraat",
      "Bakkerssteeg",       "Schoolstraat",      "Raadhuisstraat",       "Wolstraat",
      "Koestraat",          "Molenstraat",       "Gasthuisstraat",       "Pottenbakkerssteeg",
      "Lakenstraat",        "Weverstraat",       "Nonnensteeg",          "Houtmarkt",
      "Korenmarkt",         "Zoutstraat",        "Haverstraat",          "Blauwe Handsteeg",
      "Sint Jansstraat",    "Predikherenstraat", "Latijnse Schoolsteeg", "Bolwerkstraat",
      "Hofstraat",          "Spuistraat",        "Ridderstraat",         "Muntstraat",
      "Vleeshouwersstraat", "Snijderssteeg",     "Kuiperstraat",         "Lombardsteeg",
      "Springweg",          "Walstraat",         "Kromme Elleboog",      "Achterom",
      "Ganzenmarkt",        "Papenstraat",       "Doelenstraat",         "Minrebroederstraat" },
    { "Tromplaan",        "De Ruyterstraat",     "Piet Heinstraat",  "Evertsenstraat",
      "Van Speijkstraat", "Witte de Withstraat", "Van Galenstraat",  "Kortenaerstraat",
      "Barentszstraat",   "Heemskerckstraat",    "Tasmanstraat",     "Van Brakelstraat",
      "Bontekoestraat",   "Houtmanstraat",       "Zeeheldenplein",   "Jan van Riebeekstraat",
      "Banckertstraat",   "Wassenaerstraat",     "Van Gentstraat",   "Boisotstraat",
      "Trompdwarsstraat", "Admiraalstraat",      "Van Nesstraat",    "Cornelis Dirkszstraat",
      "Le Mairestraat",   "Zoutmanstraat",       "Kinsbergenstraat", "Van Kinsbergenplein" },
    { "Rembrandtstraat",
      "Vermeerstraat",
      "Frans Halsstraat",
      "Jan Steenstraat",
      "Ruysdaelstraat",
      "Hobbemastraat",
      "Paulus Potterstraat",
      "Jozef Israëlsstraat",
      "Mauvestraat",
      "Breitnerstraat",
      "Jan Luijkenstraat",
      "Gerard Doustraat",
      "Govert Flinckstraat",
      "Albert Cuypstraat",
      "Van Ostadestraat",
      "Ferdinand Bolstraat",
      "Jacob Marisstraat",
      "Mesdagstraat",
      "Weissenbruchstraat",
      "Van Goyenstraat",
      "Honthorststraat",
      "Moreelsestraat",
      "Pieter Saenredamstraat",
      "Judith Leysterstraat",
      "Rachel Ruyschstraat",
      "Thérèse Schwartzestraat",
      "Nicolaas Maesstraat",
      "Adriaan van Ostadeplein",
      "Bosboomstraat",
      "Tooropstraat",
      "Vincent van Goghstraat",
      "Lucas van Leydenstraat",
      "Jeroen Boschstraat",
      "Jan van Scorelstraat",
      "Metsustraat",
      "Terborchstraat",
      "Karel Appelstraat",
      "Willinkstraat",
      "Charley Tooropplein",
      "Sluijtersstraat" },
    { "Stationsplein",   "Amsterdamsestraat",  "Leidsestraat",     "Haarlemmerstraat", "Goudsestraat",
      "Zwolsestraat",    "Deventerstraat",     "Kampenstraat",     "Hanzestraat",      "Perronstraat",
      "Wisselstraat",    "Seinwachterstraat",  "Conducteurstraat", "Remisestraat",     "Locomotiefstraat",
      "Zutphensestraat", "Middelburgsestraat", "Delftsestraat",    "Dordtsestraat",    "Hoornsestraat",
      "Enkhuizerstraat", "Harderwijkerstraat", "Elburgstraat",     "Hattemstraat",     "Doesburgstraat",
      "Tielsestraat",    "Nijmeegsestraat",    "Roermondsestraat", "Venlosestraat",    "Maastrichtsestraat" },
    { "Schoenerstraat",     "Klipperkade", "Tjalkstraat",      "Aakstraat",        "Havenstraat",  "Loswal",
      "Scheepmakersstraat", "Touwbaan",    "Zeilmakersstraat", "Kraanvogelstraat", "Ankerstraat",  "Pakhuisstraat",
      "Sleepbootstraat",    "Boegstraat",  "Werfstraat",       "Roerstraat",       "Bolderstraat", "Teerhof",
      "Graanstraat",        "Silostraat",  "Stapelhof",        "Oude Gasfabriek",  "Meelfabriek",  "Entrepotstraat" },
    { "Lindelaan",          "Beukenlaan",       "Kastanjelaan",   "Acacialaan",     "Seringenstraat",
      "Goudenregenstraat",  "Meidoornstraat",   "Esdoornlaan",    "Berkenstraat",   "Populierenstraat",
      "Plataanlaan",        "Ahornstraat",      "Wilgenstraat",   "Elzenstraat",    "Hazelaarstraat",
      "Jasmijnstraat",      "Magnoliastraat",   "Ligusterstraat", "Vlierstraat",    "Rozenstraat",
      "Azaleastraat",       "Dahliastraat",     "Irisstraat",     "Resedastraat",   "Violierstraat",
      "Tulpstraat",         "Hyacintstraat",    "Anjelierstraat", "Lavendelstraat", "Zonnebloemstraat",
      "Fresiastraat",       "Iepenlaan",        "Essenlaan",      "Taxusstraat",    "Cipresstraat",
      "Sparrenlaan",        "Dennenlaan",       "Larikslaan",     "Mispelstraat",   "Kornoeljestraat",
      "Sleutelbloemstraat", "Korenbloemstraat", "Klaproosstraat", "Geraniumstraat", "Begoniastraat",
      "Cederlaan",          "Notenlaan",        "Eikenlaan" },
    { "Mozartlaan",     "Beethovenlaan", "Bachlaan",      "Händelstraat",    "Haydnstraat",       "Schubertlaan",
      "Chopinstraat",   "Lisztstraat",   "Brahmslaan",    "Sweelinckstraat", "Diepenbrockstraat", "Valeriusstraat",
      "Verdilaan",      "Rossinistraat", "Vivaldistraat", "Puccinistraat",   "Debussystraat",     "Ravelstraat",
      "Griegstraat",    "Sibeliuslaan",  "Dvořákstraat",  "Smetanastraat",   "Bartókstraat",      "Mahlerlaan",
      "Wagenaarstraat", "Röntgenstraat" },
    { "Klaverhof",      "Boterbloemhof",  "Sleedoornhof",    "Pimpernelhof",  "Ereprijshof",      "Weegbreehof",
      "Duizendbladhof", "Kamillehof",     "Munthof",         "Tijmhof",       "Salviahof",        "Hopakker",
      "Vlasakker",      "Gerstakker",     "Roggeakker",      "Boekweithof",   "Zuringhof",        "Wikkehof",
      "Lupinehof",      "Teunisbloemhof", "Kattenstaarthof", "Wederikhof",    "Guldenroedehof",   "Valeriaanhof",
      "Bereklauwhof",   "Distelhof",      "Margriethof",     "Madeliefhof",   "Akeleihof",        "Vergeetmijnietjehof",
      "Smeerwortelhof", "Dovenetelhof",   "Hondsdrafhof",    "Speenkruidhof", "Pinksterbloemhof", "Dotterbloemhof",
      "Waterleliehof",  "Zonnedauwhof",   "Wollegrashof",    "Gagelhof" },
    { "Ampèrestraat", "Voltaweg",     "Wattweg",      "Edisonweg",     "Marconistraat", "Faradaystraat", "Nobelweg",
      "Dieselweg",    "Lorentzweg",   "Zeemanstraat", "Kelvinstraat",  "Celsiusweg",    "Ohmstraat",     "Hertzstraat",
      "Jouleweg",     "Pascalstraat", "Keplerweg",    "Galileistraat", "Newtonweg",     "Huygensweg" },
    { "Thorbeckelaan",
      "Dreesstraat",
      "Troelstralaan",
      "Schaepmanstraat",
      "Kuyperstraat",
      "Domela Nieuwenhuisstraat",
      "Talmastraat",
      "Groen van Prinstererlaan",
      "Lohmanstraat",
      "Goeman Borgesiusstraat",
      "Oppenheimstraat",
      "Suze Groenewegstraat",
      "Aletta Jacobslaan",
      "Wilhelmina Druckerstraat",
      "Van Houtenstraat",
      "Cort van der Lindenlaan",
      "De Geerstraat",
      "Ruys de Beerenbrouckstraat",
      "Colijnstraat",
      "Schermerhornstraat",
      "Beelstraat",
      "Marga Klompélaan",
      "Rommestraat",
      "Banningstraat",
      "Hilda Verwey-Jonkerstraat",
      "Corry Tendeloostraat",
      "Van Heuven Goedhartlaan",
      "Savornin Lohmanplein",
      "Nolensstraat",
      "Aalbersestraat",
      "Posthumusstraat",
      "Heemskerkstraat",
      "Kappeynestraat",
      "Fockstraat",
      "Piersonstraat",
      "Van Hogendorplaan" },
    { "Reigersingel",      "IJsvogelstraat",   "Fuutstraat",       "Meerkoetstraat",    "Waterhoenstraat",
      "Lepelaarlaan",      "Gruttostraat",     "Kievitstraat",     "Wulpstraat",        "Tureluurstraat",
      "Snippenstraat",     "Karekietstraat",   "Roerdompstraat",   "Aalscholverstraat", "Visdiefstraat",
      "Oeverzwaluwstraat", "Rietzangerstraat", "Blauwborststraat", "Baardmanstraat",    "Zwanenlaan",
      "Bergeendstraat",    "Smientstraat",     "Slobeendstraat",   "Talingstraat",      "Krakeendstraat",
      "Kluutstraat",       "Plevierstraat",    "Kemphaanstraat",   "Strandloperstraat", "Purperreigerstraat",
      "Ooievaarlaan",      "Kiekendiefstraat", "Sternstraat",      "Scholeksterstraat" },
    { "Lageveensedijk", "Kerkpad", "Molenpad", "Weteringpad", "Turfpad", "Eendenkooi", "Boerenwetering", "Achterweg",
      "Meentpad", "Hooilandpad", "Griendpad", "Kadepad", "Vlonderpad", "Zomerdijk", "Overtoom" },
  };
  return names;
}

std::string stem( const std::string &name )
{
  for ( const char *ending : { "straat", "laan", "weg", "hof", "kade", "singel" } )
  {
    if ( name.size() > 8 && name.ends_with( ending ) )
      return name.substr( 0, name.size() - std::string( ending ).size() );
  }
  return name;
}
} // namespace

StreetNames::StreetNames()
  : mUsed( lists().size(), 0 )
{
}

std::string StreetNames::next( std::size_t district )
{
  const std::vector<std::string> &list = lists()[district];
  const std::size_t used = mUsed[district]++;
  if ( used < list.size() )
    return list[used];
  static const char *const ordinals[]{ "Eerste ", "Tweede ", "Derde ", "Vierde " };
  return ordinals[( used / list.size() - 1 ) % 4] + stem( list[used % list.size()] ) + "dwarsstraat";
}

} // namespace koppelkans::sample
