// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/stack/stack.h"
#include "core/stack/theme_counts.h"

namespace koppelkans
{

//! The exact overlay of themes: where each set of themes lies.
struct Faces
{
  GeometryColumn polygons;         //!< a valid polygon a face: shells counterclockwise, holes clockwise
  std::vector<std::uint32_t> sets; //!< by face, the number of its set
  std::vector<double> areas;       //!< by face, in m²
  std::vector<ThemeSet> themeSets; //!< by number of a set: the numbers of its themes, ascending
};

/**
 * The planar partition of all polygons of \a themes: connected faces, each with the set of the themes that cover it.
 *
 * Neighbours along an edge have different sets; the areas add up to the area of the union of all polygons. All
 * coordinates are rounded to multiples of \a precision, in metres, and so is where edges cross; no edge is moved
 * farther than one and a half times that. Gaps and overlaps narrower than half of it close, most of those up to all of
 * it do; a face may still taper off narrower (see snapRounded()). The faces are numbered by place, from left to right:
 * they and their rings come out the same whatever the order of the themes, of their polygons, and of the threads.
 *
 * Precondition: the polygons are valid (see repair()); they may overlap. Throws Error for a theme without polygons to
 * tell by, and where the precision is too fine for the extent (see SnapGrid). Cost: O(n log n) in the number of edges
 * plus the number of their crossings, so as many as n² where n polygons all cross each other.
 */
Faces makeFaces( std::span<const Theme> themes, double precision, Progress &progress );

/**
 * How each of \a themes is read, with a value for each set of \a faces: 1 where the theme is in it, else 0.
 *
 * What \a settings do not give is filled in as in makeStack(), and said in \a findings.
 */
std::vector<StackedTheme> themesBySet( const Faces &faces, std::span<const Theme> themes,
                                       std::span<const ThemeSettings> settings, Findings &findings );

} // namespace koppelkans
