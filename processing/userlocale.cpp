// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/userlocale.h"

#include <qgssettings.h>

namespace koppelkans
{

QLocale userLocale()
{
  const QgsSettings settings;
  const bool overridden = settings.value( QStringLiteral( "locale/overrideFlag" ), false ).toBool();
  const QString otherwise = overridden ? QString() : QLocale().name();
  return QLocale( settings.value( QStringLiteral( "locale/userLocale" ), otherwise ).toString() );
}

} // namespace koppelkans
