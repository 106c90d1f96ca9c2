// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/bundletext.h"

#include "processing/userlocale.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansBundleText )
};

QString euros( double amount )
{
  return userLocale().toString( std::round( amount ), 'f', 0 );
}

QString years( const YearRange &range )
{
  return range.first == range.last ? QString::number( range.first )
                                   : QStringLiteral( "%1–%2" ).arg( range.first ).arg( range.last );
}

} // namespace

QString explained( const PlannedBundle &bundle, const Terms &terms, const QString &classes,
                   const BundleAssumptions &assumed )
{
  QStringList sentences;
  const QString works = classes.isEmpty() ? Texts::tr( "%1 works" ) : Texts::tr( "%1 works (%2)" ).arg( "%1", classes );
  sentences << Texts::tr( "%1, each at most %2 m from the next." )
                 .arg( works.arg( bundle.works.size() ), userLocale().toString( terms.distance, 'g', 6 ) );

  if ( !bundle.nextYear )
    sentences << Texts::tr( "%1 is the only year in which all of them may be done." ).arg( bundle.year );
  else if ( bundle.nextYearDearer > 0.5 )
    sentences << Texts::tr( "%1 is the cheapest of the years that all of them share (%2); %3 would cost %4 euro more." )
                   .arg( bundle.year )
                   .arg( years( bundle.possible ) )
                   .arg( *bundle.nextYear )
                   .arg( euros( bundle.nextYearDearer ) );
  else if ( bundle.nextYearDearer > -0.5 )
    sentences << Texts::tr( "%1 is one of the cheapest of the years that all of them share (%2)." )
                   .arg( bundle.year )
                   .arg( years( bundle.possible ) );
  else
    sentences << Texts::tr( "%1 would be %2 euro cheaper, but a budget or a chosen year asks for %3." )
                   .arg( *bundle.nextYear )
                   .arg( euros( -bundle.nextYearDearer ) )
                   .arg( bundle.year );

  sentences << Texts::tr(
                 "Together %1 euro instead of %2: %3 saved on setting up, %4 on paving, %5 paid for moving works." )
                 .arg( euros( bundle.cost.total() ), euros( bundle.costApart ), euros( bundle.setupSaved ),
                       euros( bundle.pavingSaved ), euros( bundle.shiftPaid() ) );

  QStringList rests;
  if ( assumed.windows > 0 )
    rests << Texts::tr( "the window of %1 assumed" ).arg( assumed.windows );
  if ( assumed.costs > 0 )
    rests << Texts::tr( "the cost of %1 from unit prices" ).arg( assumed.costs );
  if ( bundle.cost.unknownCosts > 0 )
    rests << Texts::tr( "the cost of %1 unknown and not counted" ).arg( bundle.cost.unknownCosts );
  if ( !rests.isEmpty() )
    sentences << Texts::tr( "Of these works: %1." ).arg( rests.join( QStringLiteral( ", " ) ) );
  return sentences.join( QLatin1Char( ' ' ) );
}

} // namespace koppelkans
