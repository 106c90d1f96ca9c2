// SPDX-License-Identifier: GPL-3.0-or-later
#include "city_plan.h"

namespace koppelkans::sample
{

namespace
{
constexpr double STEP = 14;

//! Control points are drawn in metres from the lower left corner.
std::vector<Point> placed( std::vector<Point> controls )
{
  for ( Point &p : controls )
    p = p + Point{ ORIGIN_X, ORIGIN_Y };
  return controls;
}

Line drawn( const std::vector<Point> &controls )
{
  return spline( placed( controls ), STEP );
}

std::vector<District> drawDistricts()
{
  std::vector<District> districts( 12 );
  auto describe = [&districts, i = std::size_t{ 0 }](
                    const char *name, const char *type, const char *period, Fabric fabric, int homes, double perHome,
                    double over65, double owned, int value, int built, const std::vector<Point> &seeds ) mutable
  {
    District &d = districts[i++];
    d.code = ( i < 10 ? "WK0" : "WK" ) + std::to_string( i );
    d.name = name;
    d.type = type;
    d.period = period;
    d.fabric = fabric;
    d.homesPerHectare = homes;
    d.residentsPerHome = perHome;
    d.over65 = over65;
    d.owned = owned;
    d.homeValue = value;
    d.built = built;
    d.seeds = placed( seeds );
  };
  describe( "Binnenstad", "historisch centrum", "voor 1850", Fabric::OldCentre, 62, 1.5, 16.4, 41.2, 412000, 1780,
            { { 1850, 1290 }, { 1640, 1400 }, { 2060, 1400 }, { 1650, 1120 }, { 2080, 1090 } } );
  describe( "Singelkwartier", "negentiende-eeuwse schil", "1870-1915", Fabric::Belt, 48, 1.8, 12.8, 52.7, 436000, 1895,
            { { 1100, 1800 }, { 750, 1850 } } );
  describe( "Schilderskwartier", "negentiende-eeuwse schil", "1885-1925", Fabric::Belt, 55, 1.9, 11.9, 38.4, 338000,
            1905, { { 2500, 1650 }, { 2500, 1170 }, { 2350, 1500 } } );
  describe( "Stationskwartier", "gemengd stedelijk", "1880-heden", Fabric::Belt, 50, 1.6, 10.7, 33.9, 351000, 1965,
            { { 1800, 1800 }, { 1500, 1850 }, { 2150, 1800 } } );
  describe( "Rivierkade", "getransformeerd havengebied", "1900-heden", Fabric::Belt, 44, 1.7, 9.6, 47.5, 398000, 2008,
            { { 900, 1330 }, { 1380, 1250 }, { 720, 1250 } } );
  describe( "Tuindorp Oost", "tuindorp", "1922-1940", Fabric::Garden, 29, 2.2, 18.3, 58.6, 472000, 1932,
            { { 3150, 1560 }, { 3150, 1050 }, { 3760, 1150 }, { 3740, 1500 } } );
  describe( "Noorderhof", "naoorlogse hoogbouw", "1958-1970", Fabric::Flats, 46, 2.0, 24.6, 21.3, 247000, 1964,
            { { 2100, 2350 }, { 2000, 2810 }, { 1750, 2500 } } );
  describe( "De Hoven", "bloemkoolwijk", "1973-1984", Fabric::Loops, 27, 2.3, 21.8, 61.9, 356000, 1978,
            { { 3000, 2200 }, { 3300, 2600 }, { 2750, 2740 }, { 2680, 2250 }, { 3700, 2000 } } );
  describe( "Bedrijvenpark De Kolk", "bedrijventerrein", "1985-2010", Fabric::Business, 1, 1.9, 8.2, 44.0, 389000, 1992,
            { { 1100, 2350 }, { 1350, 2350 }, { 900, 2650 }, { 1250, 2800 } } );
  describe( "Zuideroever", "naoorlogse laagbouw en portiekflats", "1950-1962", Fabric::Flats, 36, 2.0, 26.1, 34.8,
            289000, 1956, { { 1560, 600 }, { 2300, 550 } } );
  describe( "Waterakkers", "vinexwijk", "1996-2008", Fabric::Grid, 31, 2.7, 7.4, 72.5, 431000, 2001,
            { { 3100, 450 }, { 3750, 480 }, { 3150, 110 }, { 2900, 700 } } );
  describe( "Polder Lageveen", "park en polder", "divers", Fabric::Polder, 1, 2.4, 22.4, 83.6, 618000, 1935,
            { { 300, 1400 },
              { 300, 2000 },
              { 950, 800 },
              { 600, 450 },
              { 350, 950 },
              { 900, 250 },
              { 1250, 700 },
              { 450, 2450 },
              { 1200, 150 } } );
  return districts;
}
} // namespace

CityPlan drawCityPlan()
{
  CityPlan plan;
  plan.districts = drawDistricts();
  plan.river = drawn( { { -200, 1330 },
                        { 150, 1230 },
                        { 480, 1020 },
                        { 820, 1040 },
                        { 1150, 1170 },
                        { 1480, 1050 },
                        { 1800, 840 },
                        { 2150, 870 },
                        { 2480, 1010 },
                        { 2820, 920 },
                        { 3150, 670 },
                        { 3480, 640 },
                        { 3780, 790 },
                        { 4200, 760 } } );
  plan.railway = drawn( { { -200, 2260 },
                          { 400, 2200 },
                          { 1000, 2090 },
                          { 1600, 2010 },
                          { 2200, 1960 },
                          { 2800, 1890 },
                          { 3300, 1790 },
                          { 3800, 1600 },
                          { 4200, 1420 } } );
  // The corners are the old bastions, kept when the ramparts became a canal
  plan.canal = drawn( { { 1515, 1020 },
                        { 1440, 1110 },
                        { 1462, 1240 },
                        { 1420, 1350 },
                        { 1520, 1440 },
                        { 1560, 1550 },
                        { 1700, 1555 },
                        { 1800, 1640 },
                        { 1930, 1590 },
                        { 2070, 1600 },
                        { 2120, 1490 },
                        { 2240, 1410 },
                        { 2215, 1270 },
                        { 2280, 1150 },
                        { 2240, 1030 },
                        { 2235, 880 } } );
  plan.outline = closedSpline(
    placed( { { 70, 900 },    { 50, 1250 },   { 60, 1640 },   { 120, 2200 },  { 300, 2480 },  { 820, 2800 },
              { 1500, 2920 }, { 2200, 2950 }, { 2860, 2830 }, { 3300, 2790 }, { 3640, 2480 }, { 3860, 1960 },
              { 3950, 1200 }, { 3930, 600 },  { 3740, 230 },  { 3200, 70 },   { 2500, 40 },   { 1700, 50 },
              { 1000, 90 },   { 520, 60 },    { 190, 330 } } ),
    60 );

  struct MainRoad
  {
    const char *name;
    Rank rank;
    bool border;
    std::vector<Point> controls;
  };

  const Point markt[]{ { 1812, 1262 }, { 1850, 1257 }, { 1890, 1252 }, { 1899, 1318 }, { 1822, 1328 } };
  const std::vector<MainRoad> roads{
    { "Markt", Rank::Local, false, { markt[0], markt[1], markt[2], markt[3], markt[4], markt[0] } },
    { "Hoogstraat", Rank::Collector, false, { markt[0], { 1640, 1296 }, { 1437, 1300 } } },
    { "Utrechtsestraatweg",
      Rank::Main,
      true,
      { { 1437, 1300 }, { 1200, 1430 }, { 900, 1530 }, { 570, 1600 }, { 250, 1690 }, { -200, 1760 } } },
    { "Noorderstraat", Rank::Collector, false, { markt[4], { 1800, 1480 }, { 1800, 1640 } } },
    { "Stationsweg", Rank::Main, false, { { 1800, 1640 }, { 1812, 1800 }, { 1836, 1991 } } },
    { "Noorderweg",
      Rank::Main,
      true,
      { { 1836, 1991 }, { 1780, 2200 }, { 1630, 2420 }, { 1560, 2664 }, { 1500, 3000 } } },
    { "Nieuwstraat", Rank::Collector, false, { markt[3], { 1985, 1450 }, { 2070, 1600 } } },
    { "Koningslaan",
      Rank::Main,
      true,
      { { 2070, 1600 }, { 2240, 1730 }, { 2370, 1942 }, { 2470, 2200 }, { 2560, 2606 }, { 2640, 3000 } } },
    { "Parklaan", Rank::Collector, true, { { 1549, 1564 }, { 1450, 1720 }, { 1330, 1900 }, { 1250, 2056 } } },
    { "Kolkweg", Rank::Collector, false, { { 1250, 2056 }, { 1190, 2250 }, { 1165, 2420 }, { 1150, 2606 } } },
    { "Oosterstraat", Rank::Collector, false, { markt[2], { 2060, 1268 }, { 2218, 1250 } } },
    { "Arnhemseweg",
      Rank::Main,
      false,
      { { 2218, 1250 },
        { 2500, 1330 },
        { 2790, 1400 },
        { 3150, 1385 },
        { 3580, 1330 },
        { 3800, 1350 },
        { 4200, 1400 } } },
    { "Brugstraat", Rank::Collector, false, { markt[1], { 1842, 1100 }, { 1858, 850 } } },
    { "Zuiderweg", Rank::Main, false, { { 1858, 850 }, { 1830, 680 }, { 1800, 450 }, { 1790, 182 }, { 1700, -200 } } },
    { "Prins Hendriklaan",
      Rank::Main,
      true,
      { { 2966, 2528 },
        { 2870, 2240 },
        { 2790, 1892 },
        { 2755, 1640 },
        { 2790, 1400 },
        { 2815, 1150 },
        { 2830, 918 },
        { 2770, 700 },
        { 2735, 450 },
        { 2717, 146 } } },
    { "Veendijk",
      Rank::Collector,
      true,
      { { 1072, 1500 }, { 1190, 1330 }, { 1285, 1110 }, { 1330, 880 }, { 1290, 600 }, { 1176, 274 } } },
    { "Meentweg", Rank::Collector, false, { { 615, 1960 }, { 420, 1975 }, { 250, 1930 }, { -100, 1950 } } },
    { "Achterweg", Rank::Collector, false, { { 660, 880 }, { 480, 720 }, { 330, 560 }, { -100, 600 } } },
  };
  for ( const MainRoad &road : roads )
  {
    // The market keeps its corners; all other roads bend
    const Line line =
      road.controls.front().x == road.controls.back().x ? placed( road.controls ) : drawn( road.controls );
    plan.lines.push_back( { line, road.name, road.rank } );
    if ( road.border )
    {
      // Borders overlap a little, so that they meet the river, railway or ring at which their road ends
      Line longer = line;
      longer.insert( longer.begin(), line[0] - unit( line[1] - line[0] ) * 30 );
      longer.push_back( line.back() + unit( line.back() - line[line.size() - 2] ) * 30 );
      plan.borders.push_back( longer );
    }
  }
  plan.ringRoad = closedSpline(
    placed( { { 590, 1300 },  { 570, 1600 },  { 600, 1950 },  { 720, 2290 },  { 1050, 2560 }, { 1560, 2664 },
              { 2060, 2690 }, { 2560, 2606 }, { 3050, 2490 }, { 3400, 2210 }, { 3560, 1780 }, { 3580, 1330 },
              { 3530, 950 },  { 3470, 640 },  { 3300, 330 },  { 2900, 175 },  { 2300, 150 },  { 1790, 182 },
              { 1180, 292 },  { 800, 540 },   { 640, 900 } } ),
    STEP );
  plan.lines.push_back( { plan.ringRoad, "Rondweg", Rank::Main } );
  plan.borders.push_back( plan.ringRoad );

  // Canal streets stop at the quay: the strip of the river is taken out, half a metre short so that they still cross it
  const Geometry riverStrip = grown( *toLine( plan.river ), QUAY - 0.5, 8 );
  const auto beside =
    [&plan, &riverStrip]( const Line &axis, double away, const char *name, Rank rank, bool outsideRiver )
  {
    const Geometry line = toLine( parallel( axis, away ) );
    for ( const Line &piece : outsideRiver ? linesOf( *without( *line, *riverStrip ) ) : linesOf( *line ) )
      plan.lines.push_back( { piece, name, rank } );
  };
  beside( plan.river, QUAY, "Noorderkade", Rank::Collector, false );
  beside( plan.river, -QUAY, "Zuiderkade", Rank::Collector, false );
  beside( plan.canal, CANAL_STREET, "Maliesingel", Rank::Local, true );
  beside( plan.canal, -CANAL_STREET, "Binnensingel", Rank::Local, true );
  beside( plan.railway, RAILWAY_STREET, "Spoorstraat", Rank::Local, false );
  beside( plan.railway, -RAILWAY_STREET, "Spoorlaan", Rank::Local, false );

  for ( const Line &border : { plan.river, plan.railway, plan.canal, plan.outline } )
  {
    plan.lines.push_back( { border, "", Rank::Border } );
    plan.borders.push_back( border );
  }

  // Nothing goes on beyond the municipal border; roads that reach it run on a little so that they cross it
  const Geometry municipality = grown( *toPolygon( plan.outline ), 0.4 );
  std::vector<PlanLine> clipped;
  for ( const PlanLine &planLine : plan.lines )
  {
    for ( const Line &piece : linesOf( *common( *toLine( planLine.line ), *municipality ) ) )
    {
      if ( length( piece ) > 30 )
        clipped.push_back( { piece, planLine.name, planLine.rank } );
    }
  }
  plan.lines = std::move( clipped );
  return plan;
}

} // namespace koppelkans::sample
