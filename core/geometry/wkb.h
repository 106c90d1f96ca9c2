// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/columns.h"

#include <array>
#include <optional>

namespace koppelkans
{

//! A column for each GeometryKind, for layers that mix points, lines and polygons.
using ColumnsByKind = std::array<GeometryColumn *, 3>;

/**
 * Appends a geometry in well-known binary to the column of its kind, as parts of the feature that is open there.
 *
 * Points, lines and polygons, single and multi, with or without z and m (which are dropped), in the bytes of ISO and of
 * the older "2.5D" standard, of either byte order. An empty geometry appends nothing. No kind, and nothing appended,
 * for curves, collections and whatever is not well-known binary: those are left to others.
 */
std::optional<GeometryKind> appendWkb( std::span<const std::byte> wkb, const ColumnsByKind &columns );

} // namespace koppelkans
