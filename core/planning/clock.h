// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace koppelkans
{

//! By which a search knows when it has to end with the best found so far.
using Clock = std::chrono::steady_clock;

} // namespace koppelkans
