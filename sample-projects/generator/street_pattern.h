// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city_plan.h"

namespace koppelkans::sample
{

//! Adds the local streets to the plan: each region between main roads is divided as its district's time did it.
void addLocalStreets( CityPlan &plan );

//! The district whose nearest seed is closest; borders do the parting, seeds only name the parts.
std::size_t districtNear( const std::vector<District> &districts, Point place );

} // namespace koppelkans::sample
