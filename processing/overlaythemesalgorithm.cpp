// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/overlaythemesalgorithm.h"

#include "core/stack/faces.h"
#include "processing/carriedfields.h"
#include "processing/rows.h"
#include "processing/settingstable.h"

#include <qgslinestring.h>
#include <qgspolygon.h>

#include <algorithm>

namespace koppelkans
{

namespace
{

QgsFields faceFields()
{
  return makeFields( { makeField( "themes", compat::text ), makeField( "overlap_count", compat::integer ),
                       makeField( "overlap_index", compat::real ), makeField( "area", compat::real ) } );
}

//! A face is a feature of one part.
QgsGeometry faceGeometry( const GeometryColumn &polygons, std::size_t face )
{
  const std::size_t shell = polygons.partOffsets[face];
  auto polygon = std::make_unique<QgsPolygon>( lineString( polygons.ring( shell ) ).release() );
  for ( std::size_t r = shell + 1; r < polygons.partOffsets[face + 1]; ++r )
    polygon->addInteriorRing( lineString( polygons.ring( r ) ).release() );
  return QgsGeometry( std::move( polygon ) );
}

//! By set: the names of its themes, overlap_count and overlap_index.
std::vector<QVariantList> valuesBySet( const Faces &faces, std::span<const StackedTheme> themes )
{
  std::vector<QVariantList> values;
  for ( std::size_t set = 0; set < faces.themeSets.size(); ++set )
  {
    QStringList names;
    for ( const std::uint32_t theme : faces.themeSets[set] )
      names << QString::fromStdString( themes[theme].name );
    values.push_back(
      { names.join( QStringLiteral( "; " ) ), overlapCount( themes, set ), orNull( overlapIndex( themes, set ) ) } );
  }
  return values;
}

void writeFaces( const Faces &faces, std::span<const StackedTheme> themes, QgsFeatureSink &sink, Progress &progress )
{
  const std::vector<QVariantList> values = valuesBySet( faces, themes );
  for ( std::size_t face = 0; face < faces.sets.size(); ++face )
  {
    if ( face % 1024 == 0 )
    {
      progress.check();
      progress.report( static_cast<double>( face ) / static_cast<double>( faces.sets.size() ) );
    }
    addRow( sink, values[faces.sets[face]] + QVariantList{ faces.areas[face] }, faceGeometry( faces.polygons, face ) );
  }
}

} // namespace

QStringList KoppelkansOverlayThemesAlgorithm::tags() const
{
  return tr( "themes,overlap,overlay,union,intersection,faces,planar partition,stack,transition,interlock" )
    .split( ',' );
}

QString KoppelkansOverlayThemesAlgorithm::about() const
{
  return tr( "Lays the polygons of all transition tasks of a city (themes) over each other and cuts them where they "
             "meet. Each face that results is covered by one set of themes from edge to edge; faces do not overlap, "
             "and their areas add up to the area that the themes cover together. The order of the themes makes no "
             "difference." );
}

void KoppelkansOverlayThemesAlgorithm::initAlgorithm( const QVariantMap & )
{
  add(
    new QgsProcessingParameterMultipleLayers( QStringLiteral( "THEMES" ), tr( "Themes" ), compat::sourcePolygon ),
    tr( "One polygon layer a theme, any number. Polygons of one theme may overlap: a theme covers a place or it does "
        "not." ) );
  add( new QgsProcessingParameterFeatureSource( QStringLiteral( "THEME_SETTINGS" ), tr( "Theme settings" ),
                                                { compat::sourceTable }, QVariant(), true ),
       tr( "A table with the columns theme (the layer's name), weight, lower, upper, threshold, direction "
           "(more_is_worse or less_is_worse) and filter (an expression that chooses features). All but theme are "
           "optional; what is missing is filled in (weight 1, "
           "bounds 0 and 1, threshold 0.5, more_is_worse) and listed among the findings. A face has the value 1 for a "
           "theme that covers it and 0 for any other; the columns field and extent are not used." ) );
  addAdvanced( new QgsProcessingParameterNumber( QStringLiteral( "PRECISION" ), tr( "Precision (metres)" ),
                                                 compat::numberDouble, 0.001, false, 0.000001 ),
               tr( "Coordinates are rounded to multiples of this, those of crossings too. Gaps and overlaps that are "
                   "narrower close; no edge moves farther than one and a half times this." ) );
  add( new QgsProcessingParameterFeatureSink( QStringLiteral( "FACES" ), tr( "Faces" ), compat::sourcePolygon ),
       tr( "The faces: themes (the names of the themes that cover the face, in alphabetical order), overlap_count (the "
           "number of themes whose need reaches the threshold), overlap_index (the weighted mean of the needs, 0 to 1) "
           "and area (m²)." ) );
  addCrs();
  addFindings();
}

void KoppelkansOverlayThemesAlgorithm::prepare( const QVariantMap &parameters, QgsProcessingContext &context )
{
  for ( QgsMapLayer *layer : layers( parameters, QStringLiteral( "THEMES" ), context,
                                     []( const QString &, const Error &error ) { throw error; } ) )
    mThemes.add( layer, context );
  if ( mThemes.count() == 0 )
    throw Error( tr( "There are no themes to overlay" ).toStdString() );
}

QVariantMap KoppelkansOverlayThemesAlgorithm::compute( Run &run )
{
  const QgsCoordinateReferenceSystem crs = computationCrs( run, mThemes.crs() );
  std::vector<ThemeSettings> settings;
  if ( const std::optional<LayerSource> table = source( run, QStringLiteral( "THEME_SETTINGS" ) ) )
    settings = readThemeSettings( *table, mThemes.names(), run.findings, run.progress );
  for ( ThemeSettings &theme : settings )
  {
    theme.field.clear(); // which would ask for the mean of its values
    if ( !theme.extent.empty() )
      run.findings.push_back( { FindingKind::UnusedSetting, theme.theme, Finding::noFeature, "extent", theme.extent } );
    theme.extent.clear(); // a face has the value 0 where a theme is not: it cannot be unknown
  }

  ProgressPart reading( run.progress, 0, 0.3 );
  std::vector<Theme> themes = mThemes.read( crs, run.context.transformContext(), settings, run.findings, reading );
  // By name, so that not even a sum of weights knows in which order they were given.
  std::ranges::sort( themes, {}, &Theme::name );

  ProgressPart overlaying( run.progress, 0.3, 0.6 );
  const double precision = parameterAsDouble( run.parameters, QStringLiteral( "PRECISION" ), run.context );
  const Faces faces = makeFaces( themes, precision, overlaying );
  const std::vector<StackedTheme> stacked = themesBySet( faces, themes, settings, run.findings );

  ProgressPart writing( run.progress, 0.6, 1 );
  if ( QgsFeatureSink *sink = run.results.sink( QStringLiteral( "FACES" ), faceFields(), compat::polygon, crs ) )
    writeFaces( faces, stacked, *sink, writing );
  return {};
}

QString KoppelkansOverlayThemesAlgorithm::styleOf( const QString &result, const QVariantMap &,
                                                   QgsProcessingContext & ) const
{
  return result == QLatin1String( "FACES" ) ? QStringLiteral( "faces" ) : QString();
}

} // namespace koppelkans
