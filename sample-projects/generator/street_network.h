// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city_plan.h"

namespace koppelkans::sample
{

//! Makes a city of a plan: lines are cut at their crossings, and streets, blocks and districts arise from the pieces.
City buildCity( const CityPlan &plan );

} // namespace koppelkans::sample
