// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cityproject.h"
#include "sheet.h"

namespace koppelkans::sample
{

//! A sheet and the file that its picture is written to.
struct Page
{
  Sheet sheet;
  QString file;
};

//! Draws the four sheets, one a step, into the project's layouts.
std::vector<Page> drawPages( CityProject &city );

} // namespace koppelkans::sample
