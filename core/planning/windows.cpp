// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/windows.h"

namespace koppelkans
{

namespace
{

std::string toString( const YearRange &years )
{
  if ( years.first == years.last )
    return std::to_string( years.first );
  return std::to_string( years.first ) + "-" + std::to_string( years.last );
}

} // namespace

std::optional<WorkWindow> workWindow( const WorkYears &years, const Freedom &freedom, const YearFields &fields,
                                      std::int64_t feature, Findings &findings )
{
  const auto report = [&]( FindingKind kind, const std::string &field, const std::string &value )
  {
    findings.push_back( { kind, fields.layer, feature, field, value } );
  };
  const auto reportUnread = [&]( const PlannedYear &year, const std::string &field )
  {
    if ( !year.years && year.finding != FindingKind::MissingYear )
      report( year.finding, field, year.text );
  };

  if ( !years.fixed )
  {
    reportUnread( years.earliest, fields.earliest );
    reportUnread( years.latest, fields.latest );
  }
  reportUnread( years.planned, fields.planned );

  std::optional<YearRange> planned = years.planned.years;
  if ( !planned )
  {
    const bool knownWindow = !years.fixed && years.earliest.years && years.latest.years;
    if ( !knownWindow || years.planned.finding == FindingKind::ReversedWindow )
    {
      if ( years.planned.finding == FindingKind::MissingYear )
        report( FindingKind::MissingYear, fields.planned, {} );
      return std::nullopt;
    }
    planned = YearRange{ years.earliest.years->first, years.latest.years->last };
  }

  YearRange window = *planned;
  if ( !years.fixed )
  {
    window.first = years.earliest.years ? years.earliest.years->first : planned->first - freedom.earlier;
    window.last = years.latest.years ? years.latest.years->last : planned->last + freedom.later;
  }
  if ( window.last < window.first )
  {
    report( FindingKind::ReversedWindow, fields.earliest, toString( window ) );
    return std::nullopt;
  }
  if ( !window.contains( planned->first ) || !window.contains( planned->last ) )
    report( FindingKind::YearOutsideWindow, fields.planned, toString( *planned ) + " not in " + toString( window ) );
  return WorkWindow{ *planned, window };
}

} // namespace koppelkans
