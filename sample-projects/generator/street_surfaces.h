// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city.h"

namespace koppelkans::sample
{

//! The paved parts of one segment; none overlaps a part of another segment.
struct Surface
{
  Geometry carriageway;
  Geometry cyclePath;
  Geometry pavement;
};

//! How far from its axis a street's carriageway and its whole profile reach.
double carriagewayHalf( Rank rank, Fabric fabric );
double profileHalf( Rank rank, Fabric fabric );

//! Lays the surfaces of all segments: streets that go on keep their width through a junction, side streets end at them.
std::vector<Surface> laySurfaces( const City &city );

} // namespace koppelkans::sample
