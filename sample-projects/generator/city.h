// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ogr_shapes.h"
#include "shapes.h"

#include <string>
#include <vector>

namespace koppelkans::sample
{

//! Lower left corner and size of the sample area in EPSG:28992.
constexpr double ORIGIN_X = 140000;
constexpr double ORIGIN_Y = 455000;
constexpr double AREA_WIDTH = 4000;
constexpr double AREA_HEIGHT = 3000;

//! How streets run and how houses stand in a district.
enum class Fabric
{
  OldCentre,
  Belt,
  Garden,
  Flats,
  Loops,
  Grid,
  Business,
  Polder,
};

//! A district's portrait: what a municipality knows of it, and where it lies.
struct District
{
  std::string code;
  std::string name;
  std::string type;
  std::string period;
  Fabric fabric = Fabric::Belt;
  int homesPerHectare = 0;
  double residentsPerHome = 2;
  double over65 = 0;
  double owned = 0;
  int homeValue = 0;
  int built = 1900;
  std::vector<Point> seeds;
  Geometry shape;
};

//! What a line of the plan is: a street of some rank, or a border that carries no traffic.
enum class Rank
{
  Main,
  Collector,
  Local,
  Path,
  Border,
};

//! A named street.
struct Street
{
  std::string name;
  Rank rank = Rank::Local;
};

//! A piece of street between two crossings.
struct Segment
{
  std::size_t street = 0;
  std::size_t district = 0;
  std::size_t from = 0;
  std::size_t to = 0;
  Line line;
};

//! What lies between streets.
enum class Use
{
  Homes,
  Square,
  Park,
  Sports,
  Meadow,
  River,
  Canal,
  Railway,
};

//! A face between streets and borders.
struct Block
{
  std::size_t district = 0;
  Use use = Use::Homes;
  Ring ring;

  //! Whether its homes stand in common green instead of gardens
  bool commonGreen = false;
};

//! A building with its use and year.
struct Building
{
  Geometry shape;
  std::string use;
  int built = 0;
  std::size_t district = 0;
};

//! A coloured area of the background.
struct Patch
{
  Geometry shape;
  std::string kind;
  std::size_t district = 0;
};

//! The whole city; later makers read what earlier ones wrote.
struct City
{
  Line river;
  Line railway;
  Line canal;
  Line outline;
  std::vector<District> districts;
  std::vector<Street> streets;
  std::vector<Point> junctions;
  std::vector<Segment> segments;
  std::vector<Block> blocks;
  std::vector<Building> buildings;
  std::vector<Patch> water;
  std::vector<Patch> green;

  const Street &streetOf( const Segment &segment ) const { return streets[segment.street]; }

  Fabric fabricOf( const Segment &segment ) const { return districts[segment.district].fabric; }
};

} // namespace koppelkans::sample
