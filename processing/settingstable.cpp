// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/settingstable.h"

#include "core/error.h"

#include <QCoreApplication>

#include <algorithm>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansSettingsTable )
};

} // namespace

std::vector<ThemeSettings> readThemeSettings( const LayerSource &table, const QStringList &themes, Findings &findings,
                                              Progress &progress )
{
  const int themeField = table.field( QStringLiteral( "theme" ) );
  if ( themeField < 0 )
    throw Error( Texts::tr( "table %1 has no column theme" ).arg( table.name ).toStdString() );

  std::vector<ThemeSettings> settings;
  for ( const TableRow &row : readTable( table, progress ) )
  {
    const auto number = [&]( const char *name ) -> std::optional<double>
    {
      const int field = table.field( QString::fromLatin1( name ) );
      if ( field < 0 || isNull( row.attributes.at( field ) ) )
        return std::nullopt;
      const double value = numberOf( row.attributes.at( field ), table, field, row.id, findings );
      return hasData( value ) ? std::optional( value ) : std::nullopt;
    };
    const auto text = [&]( const char *name )
    {
      const int field = table.field( QString::fromLatin1( name ) );
      return field < 0 ? QString() : row.attributes.at( field ).toString().trimmed();
    };

    ThemeSettings theme;
    const QString name = row.attributes.at( themeField ).toString().trimmed();
    if ( !themes.contains( name ) )
    {
      findings.push_back(
        { FindingKind::UnknownSetting, table.name.toStdString(), row.id, "theme", name.toStdString() } );
      continue;
    }
    theme.theme = name.toStdString();
    if ( std::ranges::find( settings, theme.theme, &ThemeSettings::theme ) != settings.end() )
    {
      findings.push_back( { FindingKind::RepeatedSetting, table.name.toStdString(), row.id, {}, theme.theme } );
      continue;
    }
    theme.weight = number( "weight" );
    if ( theme.weight && *theme.weight < 0 )
    {
      findings.push_back(
        { FindingKind::NegativeNumber, table.name.toStdString(), row.id, "weight", text( "weight" ).toStdString() } );
      theme.weight.reset();
    }
    theme.lower = number( "lower" );
    theme.upper = number( "upper" );
    if ( theme.lower && theme.upper && *theme.upper <= *theme.lower )
    {
      const QString bounds = QStringLiteral( "lower %1, upper %2" ).arg( text( "lower" ), text( "upper" ) );
      findings.push_back( { FindingKind::ReversedBounds, table.name.toStdString(), row.id, {}, bounds.toStdString() } );
      theme.lower.reset();
      theme.upper.reset();
    }
    theme.threshold = number( "threshold" );
    theme.field = text( "field" ).toStdString();
    theme.filter = text( "filter" ).toStdString();
    theme.extent = text( "extent" ).toStdString();
    theme.horizon = text( "horizon" ).toStdString();
    theme.partner = text( "partner" ).toStdString();
    const QString direction = text( "direction" );
    if ( direction == QLatin1String( "less_is_worse" ) )
      theme.direction = Direction::LessIsWorse;
    else if ( direction == QLatin1String( "more_is_worse" ) )
      theme.direction = Direction::MoreIsWorse;
    else if ( !direction.isEmpty() )
      findings.push_back(
        { FindingKind::UnknownSetting, table.name.toStdString(), row.id, "direction", direction.toStdString() } );
    settings.push_back( std::move( theme ) );
  }
  return settings;
}

} // namespace koppelkans
