// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stack/interlocks.h"

#include <QString>

namespace koppelkans
{

/**
 * Draws the interlocks of all pairs of themes as a matrix, to be printed: below the diagonal how much of the ground of
 * either theme they share (jaccard), above it how many times more often than by chance they fall together (lift). Both
 * numbers are written in their squares, so that nothing hangs on colours, which colour-blind people can tell apart.
 *
 * See Picture::write() for \a path and errors.
 */
void drawInterlocks( const Stack &stack, std::span<const Interlock> interlocks, const QString &path );

} // namespace koppelkans
