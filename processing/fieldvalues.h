// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/planned_year.h"

#include <QVariant>

namespace koppelkans
{

//! What a field of any type says about a year: numbers, dates and text as municipalities write them.
PlannedYear yearOf( const QVariant &value );

//! Whether a field of any type says yes: true, a number other than 0, "ja", "yes", "waar", "true", "x".
bool isYes( const QVariant &value );

} // namespace koppelkans
