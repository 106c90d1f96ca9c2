// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/columns.h"

#include <compare>

namespace koppelkans
{

//! Orders features of columns of the same kind by their coordinates, then by their rings and parts; equal are features
//! with the same coordinates in the same structure.
std::weak_ordering compareFeatures( const GeometryColumn &columnA, std::size_t a, const GeometryColumn &columnB,
                                    std::size_t b );

} // namespace koppelkans
