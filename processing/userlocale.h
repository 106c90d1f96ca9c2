// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace koppelkans
{

//! The locale that the user chose for QGIS, for texts and numbers: in qgis_process Qt's own is that of the system.
QLocale userLocale();

} // namespace koppelkans
