// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stack/stack.h"

#include "core/parallel.h"
#include "core/stack/measure.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace koppelkans
{

namespace
{

std::string text( double number )
{
  std::array<char, 32> buffer;
  std::snprintf( buffer.data(), buffer.size(), "%.6g", number );
  return buffer.data();
}

} // namespace

bool Stack::hasSomething( std::size_t cell ) const
{
  return std::ranges::any_of( themes, [cell]( const StackedTheme &theme )
                              { return hasData( theme.values[cell] ) && theme.values[cell] != 0; } );
}

int overlapCount( std::span<const StackedTheme> themes, std::size_t place )
{
  return static_cast<int>(
    std::ranges::count_if( themes, [place]( const StackedTheme &theme )
                           { return theme.scale.need( theme.values[place] ) >= theme.threshold; } ) );
}

double overlapIndex( std::span<const StackedTheme> themes, std::size_t place )
{
  double sum = 0;
  double weights = 0;
  for ( const StackedTheme &theme : themes )
  {
    const double need = theme.scale.need( theme.values[place] );
    if ( !hasData( need ) )
      continue;
    sum += theme.weight * need;
    weights += theme.weight;
  }
  return weights > 0 ? sum / weights : noData;
}

std::vector<char> chosenCells( const Stack &stack, bool nonEmptyOnly )
{
  std::vector<char> chosen( stack.grid.cells() );
  for ( std::size_t cell = 0; cell < chosen.size(); ++cell )
    chosen[cell] = stack.holds( cell ) && ( !nonEmptyOnly || stack.hasSomething( cell ) );
  return chosen;
}

ThemeSettings settingsOf( std::span<const ThemeSettings> settings, const std::string &name )
{
  const auto found = std::ranges::find( settings, name, &ThemeSettings::theme );
  return found != settings.end() ? *found : ThemeSettings{ name, {}, {}, {}, {}, {}, {} };
}

StackedTheme settle( const std::string &name, Measure measure, std::vector<double> values,
                     const ThemeSettings &settings, Findings &findings )
{
  const auto fillIn = [&]( const std::string &field, const std::string &value )
  {
    findings.push_back( { FindingKind::DefaultUsed, name, Finding::noFeature, field, {}, value } );
  };

  StackedTheme theme{
    name, measure, std::move( values ), {}, settings.weight.value_or( 1 ), settings.threshold.value_or( 0.5 ) };
  if ( measure == Measure::Coverage )
    theme.scale = { settings.lower.value_or( 0 ), settings.upper.value_or( 1 ),
                    settings.direction.value_or( Direction::MoreIsWorse ) };
  else
    theme.scale = relativeScale( settings, theme.values );

  if ( !settings.weight )
    fillIn( "weight", text( theme.weight ) );
  // Before anything is measured it can only be said what the bounds will be.
  const bool unmeasured = measure != Measure::Coverage && theme.values.empty();
  if ( !settings.lower )
    fillIn( "lower", unmeasured ? "minimum" : text( theme.scale.lower ) );
  if ( !settings.upper )
    fillIn( "upper", unmeasured ? "maximum" : text( theme.scale.upper ) );
  if ( !settings.threshold )
    fillIn( "threshold", text( theme.threshold ) );
  if ( !settings.direction )
    fillIn( "direction", "more_is_worse" );
  return theme;
}

Stack makeStack( const Grid &grid, std::span<const Theme> themes, std::span<const ThemeSettings> settings,
                 Findings &findings, Progress &progress, const GeometryColumn *mask )
{
  std::vector<std::vector<double>> values( themes.size() );
  parallelFor( themes.size(), progress, [&]( std::size_t i ) { values[i] = measure( grid, themes[i], progress ); } );

  Stack stack{ grid, {}, mask ? cellsMeeting( grid, *mask, progress ) : std::vector<char>() };
  for ( std::size_t cell = 0; mask && cell < grid.cells(); ++cell )
    if ( !stack.holds( cell ) )
      for ( std::vector<double> &each : values )
        each[cell] = noData;
  for ( std::size_t i = 0; i < themes.size(); ++i )
    stack.themes.push_back( settle( themes[i].name, themes[i].measure, std::move( values[i] ),
                                    settingsOf( settings, themes[i].name ), findings ) );
  progress.report( 1 );
  return stack;
}

} // namespace koppelkans
