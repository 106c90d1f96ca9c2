// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city.h"

namespace koppelkans::sample
{

//! Gives every block its use, and draws water and green; to be called before building.
void addLandscape( City &city );

} // namespace koppelkans::sample
