// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/couplingthemes.h"

#include "core/error.h"
#include "core/planning/planned_year.h"
#include "processing/settingstable.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <qgsfeature.h>

#include <algorithm>
#include <map>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansCouplingThemes )
};

//! Fields of cells that are no themes.
const QStringList ownFields{ QStringLiteral( "fid" ), QStringLiteral( "cell_id" ), QStringLiteral( "overlap_count" ),
                             QStringLiteral( "overlap_index" ) };

bool isOwnField( const QString &name )
{
  return ownFields.contains( name, Qt::CaseInsensitive );
}

//! The theme whose values a field of cells holds: stacklayers calls that of a theme "fid" "fid_theme".
QString themeOf( const QString &field )
{
  const QString suffix = QStringLiteral( "_theme" );
  const QString bare = field.left( field.size() - suffix.size() );
  return field.endsWith( suffix ) && isOwnField( bare ) ? bare : field;
}

/**
 * Until when a theme can be taken along. A single year is the last one.
 */
std::optional<YearRange> horizonOf( const ThemeSettings &settings, Findings &findings )
{
  if ( settings.horizon.empty() )
    return std::nullopt;
  const PlannedYear found = plannedYear( settings.horizon );
  if ( !found.years )
  {
    findings.push_back( { found.finding, settings.theme, Finding::noFeature, "horizon", settings.horizon } );
    return std::nullopt;
  }
  return found.years->first == found.years->last ? YearRange{ 0, found.years->last } : *found.years;
}

//! Adds a theme with its \a values by place and \a elsewhere.
void addTheme( CouplingThemes &themes, const std::string &name, Measure measure, std::vector<double> values,
               double elsewhere, std::span<const ThemeSettings> settings, Findings &findings )
{
  const ThemeSettings own = settingsOf( settings, name );
  themes.map.themes.push_back( settle( name, measure, std::move( values ), own, findings ) );
  themes.map.themes.back().values.push_back( elsewhere );
  const std::optional<YearRange> horizon = horizonOf( own, findings );
  themes.horizons.push_back( horizon );
  themes.horizonTexts.push_back( horizon ? QString::fromStdString( own.horizon ) : QString() );
  themes.partners.push_back( namesIn( QString::fromStdString( own.partner ) ) );
}

bool areShares( const std::vector<double> &values )
{
  return std::ranges::all_of( values,
                              []( double value ) { return !hasData( value ) || ( value >= 0 && value <= 1 ); } );
}

} // namespace

CouplingThemes readCells( const LayerSource &cells, const std::optional<LayerSource> &settingsTable,
                          const LayerReader &reader, Findings &findings, Progress &progress )
{
  QStringList names;
  QgsAttributeList fields;
  for ( int field = 0; field < cells.fields.size(); ++field )
    if ( const QString name = cells.fields.at( field ).name();
         !isOwnField( name ) && ( settingsTable || cells.fields.at( field ).isNumeric() ) )
    {
      names << themeOf( name );
      fields << field;
    }
  std::vector<ThemeSettings> settings;
  if ( settingsTable )
  {
    settings = readThemeSettings( *settingsTable, names, findings, progress );
    for ( int i = names.size() - 1; i >= 0; --i )
      if ( std::ranges::find( settings, names.at( i ).toStdString(), &ThemeSettings::theme ) == settings.end() )
      {
        names.removeAt( i );
        fields.removeAt( i );
      }
  }
  if ( names.isEmpty() )
    throw Error( Texts::tr( "layer %1 has no field with the values of a theme" ).arg( cells.name ).toStdString() );

  std::vector<std::vector<double>> values( static_cast<std::size_t>( fields.size() ) );
  Features read = reader.readFeatures(
    cells, fields,
    [&]( const QgsFeature &cell )
    {
      // No value is no data, which a cell may well have; no findings for those.
      for ( int i = 0; i < fields.size(); ++i )
        values[static_cast<std::size_t>( i )].push_back(
          isNull( cell.attribute( fields.at( i ) ) )
            ? noData
            : numberOf( cell.attribute( fields.at( i ) ), cells, fields.at( i ), cell.id(), findings ) );
    },
    progress );
  requirePolygons( cells, read );
  if ( read.geometry.parts() == 0 )
    throw Error( Texts::tr( "layer %1 holds no cells" ).arg( cells.name ).toStdString() );

  CouplingThemes themes;
  themes.map.places = std::move( read.geometry );
  for ( int i = 0; i < names.size(); ++i )
  {
    std::vector<double> &own = values[static_cast<std::size_t>( i )];
    // Cells do not say how a theme was measured. What lies between 0 and 1 is read as coverage is.
    const Measure measure = areShares( own ) ? Measure::Coverage : Measure::MeanValue;
    addTheme( themes, names.at( i ).toStdString(), measure, std::move( own ), noData, settings, findings );
  }
  return themes;
}

CouplingThemes readFaces( const LayerSource &faces, const std::optional<LayerSource> &settingsTable,
                          const LayerReader &reader, Findings &findings, Progress &progress )
{
  const int field = faces.requiredField( QStringLiteral( "themes" ) );
  std::map<QString, std::vector<std::size_t>> facesOf; // by theme, in the order of the names
  std::size_t count = 0;
  Features read = reader.readFeatures(
    faces, { field },
    [&]( const QgsFeature &face )
    {
      for ( const QString &name : face.attribute( field ).toString().split( QLatin1Char( ';' ) ) )
        if ( !name.trimmed().isEmpty() )
          facesOf[name.trimmed()].push_back( count );
      ++count;
    },
    progress );
  requirePolygons( faces, read );
  if ( facesOf.empty() )
    throw Error( Texts::tr( "layer %1 names no themes in its field themes" ).arg( faces.name ).toStdString() );

  QStringList names;
  for ( const auto &[name, own] : facesOf )
    names << name;
  std::vector<ThemeSettings> settings;
  if ( settingsTable )
    settings = readThemeSettings( *settingsTable, names, findings, progress );

  CouplingThemes themes;
  themes.map.places = std::move( read.geometry );
  for ( const auto &[name, own] : facesOf )
  {
    std::vector<double> values( count );
    for ( const std::size_t face : own )
      values[face] = 1;
    addTheme( themes, name.toStdString(), Measure::Coverage, std::move( values ), 0, settings, findings );
  }
  return themes;
}

QStringList namesIn( const QString &text )
{
  QStringList names;
  for ( const QString &name : text.split( QRegularExpression( QStringLiteral( "[,;]" ) ) ) )
    if ( const QString trimmed = name.trimmed(); !trimmed.isEmpty() && !names.contains( trimmed ) )
      names << trimmed;
  return names;
}

} // namespace koppelkans
