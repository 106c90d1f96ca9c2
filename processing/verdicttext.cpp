// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/verdicttext.h"

#include "processing/userlocale.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansVerdictText )
};

//! Whole euros below a thousand, hundreds below a hundred thousand, else thousands: estimates are no better.
QString euro( double amount )
{
  const double size = std::abs( amount );
  const double unit = size < 1000 ? 1 : size < 100000 ? 100 : 1000;
  return QStringLiteral( "€ " ) +
         userLocale().toString( static_cast<qlonglong>( std::llround( amount / unit ) * unit ) );
}

//! Below ten percent with a decimal.
QString percent( double share )
{
  const double percents = 100 * share;
  return userLocale().toString( percents, 'f', percents < 9.95 && percents > 0 ? 1 : 0 ) + QStringLiteral( "%" );
}

QString savingText( const VerdictGrounds &grounds )
{
  if ( !hasData( grounds.saving ) )
    return Texts::tr( "What carrying out its works together saves is not known." );
  if ( grounds.saving < 0 )
    return Texts::tr( "Together its works cost %1 more than apart." ).arg( euro( -grounds.saving ) );
  if ( grounds.saving == 0 )
    return Texts::tr( "Together its works save nothing." );
  const QString saved =
    hasData( grounds.savingShare )
      ? Texts::tr( "%1 (%2 of what they cost apart)" ).arg( euro( grounds.saving ), percent( grounds.savingShare ) )
      : euro( grounds.saving );
  return grounds.saving > grounds.minimumGain ? Texts::tr( "Together its works save %1." ).arg( saved )
                                              : Texts::tr( "Together its works save %1, where more than %2 is asked." )
                                                  .arg( saved, euro( grounds.minimumGain ) );
}

QString themesText( const VerdictGrounds &grounds, const std::vector<QString> &themes,
                    const std::vector<QString> &horizons )
{
  QStringList carried;
  const Coupling *nearest = nullptr;
  // What is least far from being carried: only the year is wrong, then only data are missing, then the largest share.
  const auto nearness = []( const Coupling &coupling )
  {
    const int step = coupling.reason == CouplingReason::OutsideHorizon ? 2
                     : coupling.reason == CouplingReason::NoData       ? 1
                                                                       : 0;
    return std::pair( step, coupling.share );
  };
  for ( const Coupling &coupling : grounds.couplings )
    if ( coupling.reason == CouplingReason::Carried )
      carried << QStringLiteral( "%1 (%2)" ).arg( themes[coupling.theme], percent( coupling.share ) );
    else if ( !nearest || nearness( coupling ) > nearness( *nearest ) )
      nearest = &coupling;
  if ( !carried.isEmpty() )
    return Texts::tr( "On its ground it carries %1." ).arg( carried.join( QStringLiteral( ", " ) ) );
  if ( !nearest )
    return Texts::tr( "It carries no theme: none is urgent on its ground." );
  const QString &theme = themes[nearest->theme];
  switch ( nearest->reason )
  {
  case CouplingReason::OutsideHorizon:
    return Texts::tr( "It carries no theme: %1 is urgent on %2 of its ground, but its year lies outside the horizon "
                      "(%3)." )
      .arg( theme, percent( nearest->share ), horizons[nearest->theme] );
  case CouplingReason::NoData:
    return Texts::tr( "It is not known to carry a theme: of %1 there are no data on %2 of its ground." )
      .arg( theme, percent( nearest->unknownShare ) );
  default:
    return Texts::tr( "It carries no theme: %1 comes nearest, urgent on %2 of its ground where %3 is asked." )
      .arg( theme, percent( nearest->share ), percent( grounds.share ) );
  }
}

} // namespace

QString verdictText( const VerdictGrounds &grounds, const std::vector<QString> &themes,
                     const std::vector<QString> &horizons )
{
  QStringList sentences;
  if ( grounds.verdict == Verdict::NotWorthIt )
    sentences << Texts::tr( "Not worth it." );
  sentences << savingText( grounds ) << themesText( grounds, themes, horizons );
  return sentences.join( QLatin1Char( ' ' ) );
}

QString leftOutText( bool hasGeometry )
{
  return hasGeometry ? Texts::tr( "Left out: its year is not known." )
                     : Texts::tr( "Left out: it has no geometry that can be used." );
}

} // namespace koppelkans
