// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/fieldvalues.h"

#include "processing/layersource.h"

#include <QDateTime>

namespace koppelkans
{

PlannedYear yearOf( const QVariant &value )
{
  if ( isNull( value ) )
    return {};
  switch ( value.userType() )
  {
  case QMetaType::QDate:
  case QMetaType::QDateTime:
    return plannedYear( static_cast<double>( value.toDate().year() ) );
  case QMetaType::QString:
    return plannedYear( value.toString().toStdString() );
  default:
    return plannedYear( value.toDouble() );
  }
}

bool isYes( const QVariant &value )
{
  if ( isNull( value ) )
    return false;
  if ( value.userType() != QMetaType::QString )
    return value.toDouble() != 0;
  const QString text = value.toString().trimmed().toLower();
  bool isNumber = false;
  const double number = text.toDouble( &isNumber );
  return isNumber ? number != 0 : QStringList{ "ja", "yes", "waar", "true", "x", "j", "y" }.contains( text );
}

} // namespace koppelkans
