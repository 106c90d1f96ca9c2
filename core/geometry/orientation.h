// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/columns.h"

namespace koppelkans
{

/**
 * On which side of the line from \a a to \a b lies \a c: 1 left, -1 right, 0 exactly on it.
 *
 * Exact as long as no product over- or underflows: a floating-point filter, then the determinant as a sum of exact
 * products (Shewchuk, "Adaptive precision floating-point arithmetic and fast robust geometric predicates", 1997).
 */
int orientation( Point a, Point b, Point c );

/**
 * Infinitesimal shift of one polygon against another, so that nothing coincides.
 *
 * Polygon number i of a layer is thought to be moved by i·ε to the right and i·ε² upwards, ε infinitesimal. Areas
 * change continuously with such a move, so every sum of areas is what it was; but no vertex lies on an edge any more
 * and no two edges coincide, and degenerate cases need no code (Edelsbrunner and Mücke, "Simulation of simplicity",
 * 1990).
 */
enum class Shift
{
  Backward = -1, //!< the point belongs to a lower number than the line
  Forward = 1    //!< the point belongs to a higher number than the line
};

inline Shift opposite( Shift shift )
{
  return shift == Shift::Forward ? Shift::Backward : Shift::Forward;
}

//! As orientation(), never 0: \a c is shifted against the line from \a a to \a b, which may not be a single point.
int shiftedOrientation( Point a, Point b, Point c, Shift shift );

//! Whether \a value, a y coordinate, lies above \a reference once shifted.
inline bool shiftedAbove( double value, double reference, Shift shift )
{
  return value != reference ? value > reference : shift == Shift::Forward;
}

} // namespace koppelkans
