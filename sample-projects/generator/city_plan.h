// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city.h"

namespace koppelkans::sample
{

//! A line of the plan with the street that it makes.
struct PlanLine
{
  Line line;
  std::string name;
  Rank rank = Rank::Main;
};

//! The drawn skeleton of the city: river, railway, canal ring, main roads, quays and the municipal border.
struct CityPlan
{
  Line river;
  Line railway;
  Line canal;
  Line outline;
  Line ringRoad;
  std::vector<PlanLine> lines;
  std::vector<District> districts;

  //! The lines that part districts
  std::vector<Line> borders;
};

//! Half the width of water and railway, and how far from their axes the streets beside them run.
constexpr double RIVER_HALF = 29;
constexpr double QUAY = 43;
constexpr double CANAL_HALF = 9;
constexpr double CANAL_STREET = 19;
constexpr double RAILWAY_STREET = 27;

CityPlan drawCityPlan();

} // namespace koppelkans::sample
