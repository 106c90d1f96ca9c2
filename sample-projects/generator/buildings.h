// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city.h"

namespace koppelkans::sample
{

//! Builds every block as its district's time did: closed blocks, terraces, slabs, halls or farms.
void addBuildings( City &city );

} // namespace koppelkans::sample
