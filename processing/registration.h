// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace koppelkans
{

/**
 * Registers the provider and its translations with QGIS, once, however many entrances ask; main thread only.
 * Returns false, changing nothing, where another copy of the library has registered a provider of that name.
 */
bool registerProvider();

//! Undoes one registerProvider(); the last one removes provider and translations.
void unregisterProvider();

} // namespace koppelkans
