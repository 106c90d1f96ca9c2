// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/couplethemesalgorithm.h"

#include "core/district/district_shares.h"

namespace koppelkans
{

QStringList KoppelkansCoupleThemesAlgorithm::tags() const
{
  return tr( "coupling,opportunity,themes,bundles,partners,table,urgency,quadrants,horizon,transition,maintenance" )
    .split( ',' );
}

QString KoppelkansCoupleThemesAlgorithm::about() const
{
  return tr(
    "Says which bundle of works can carry which transition task (theme), who must sit at the table for it, and "
    "whether the bundle is worth it. A bundle carries a theme where the theme is urgent (its need reaches the "
    "threshold) on a large enough share of the ground that is opened, in a year within the theme's horizon. "
    "Each district is put in one of four: do now, seek works, ride along, leave; and what is urgent while "
    "nothing is planned for it is listed." );
}

void KoppelkansCoupleThemesAlgorithm::initAlgorithm( const QVariantMap & )
{
  addWorks();
  addStack();
  addDistricts();
  addTerms();
  addResults();
  addCrs();
  addFindings();
  add( new QgsProcessingOutputNumber( QStringLiteral( "CARRIED" ), tr( "Couplings carried" ) ),
       tr( "How many times a bundle or work carries a theme." ) );
  add( new QgsProcessingOutputNumber( QStringLiteral( "NOT_WORTH_IT" ), tr( "Bundles not worth it" ) ),
       tr( "How many bundles save too little and carry no theme." ) );
}

void KoppelkansCoupleThemesAlgorithm::addWorks()
{
  const QString bundles = QStringLiteral( "BUNDLES" );
  add(
    new QgsProcessingParameterFeatureSource( bundles, tr( "Bundles" ), { compat::sourcePolygon } ),
    tr( "The bundles of bundlemaintenance: polygons with bundle_id (if there is none, the feature id counts), saving "
        "and cost_apart (in euro; what is missing counts as unknown)." ) );
  add( new QgsProcessingParameterField( QStringLiteral( "YEAR_FIELD" ), tr( "Year of the bundles" ),
                                        QStringLiteral( "year" ), bundles, compat::anyField, false, true ),
       tr( "The year in which a bundle is carried out. Of a range of years each counts. Bundles without a year are "
           "left out." ) );
  add( new QgsProcessingParameterField( QStringLiteral( "OWNER_FIELD" ), tr( "Owners of the works" ), QVariant(),
                                        bundles, compat::anyField, false, true ),
       tr( "Who carries out the works of a bundle, names separated by commas. If empty: the field owners, where there "
           "is one." ) );
  add(
    new QgsProcessingParameterFeatureSource( QStringLiteral( "WORKS" ), tr( "Plan of works" ),
                                             { compat::sourceGeometry }, QVariant(), true ),
    tr( "The plan of bundlemaintenance. Its works without bundle_id stand on their own, and can carry themes too, in "
        "their field year; those without a year are left out." ) );
  const auto addMetres = [&]( const char *name, const QString &description, double value, const QString &help )
  {
    addAdvanced( new QgsProcessingParameterNumber( QString::fromLatin1( name ), description, compat::numberDouble,
                                                   value, false, 0 ),
                 help );
  };
  addMetres( "WIDTH", tr( "Width of lines (metres)" ), 6, tr( "How wide a strip a line of the plan opens." ) );
  addMetres( "RADIUS", tr( "Radius of points (metres)" ), 3, tr( "How much a point of the plan opens around it." ) );
}

void KoppelkansCoupleThemesAlgorithm::addStack()
{
  add( new QgsProcessingParameterFeatureSource( QStringLiteral( "CELLS" ), tr( "Cells" ), { compat::sourcePolygon },
                                                QVariant(), true ),
       tr( "The cells of stacklayers: a field with a value for each theme; no value is no data. Give cells or faces, "
           "not both. Without theme settings each field with numbers counts as a theme, but for fid, cell_id, "
           "overlap_count and overlap_index. Cells may not overlap each other." ) );
  add(
    new QgsProcessingParameterFeatureSource( QStringLiteral( "FACES" ), tr( "Faces" ), { compat::sourcePolygon },
                                             QVariant(), true ),
    tr( "The faces of overlaythemes: field themes names the themes of each face, separated by semicolons. A theme has "
        "the value 1 in its faces and 0 everywhere else." ) );
  add(
    new QgsProcessingParameterFeatureSource( QStringLiteral( "THEME_SETTINGS" ), tr( "Theme settings" ),
                                             { compat::sourceTable }, QVariant(), true ),
    tr( "A table with the columns theme, weight, lower, upper, threshold, direction (more_is_worse or "
        "less_is_worse), horizon (the years in which the theme can still be taken along: 2035 for up to and "
        "including 2035, or 2027-2035) and partner (who has a stake in it, names separated by commas). All but theme "
        "are optional; what is missing is filled in (weight 1, threshold 0.5, more_is_worse; bounds 0 and 1 where all "
        "values lie between them, else the smallest and largest value) and listed among the findings. Of cells, "
        "only themes with a row count." ) );
}

void KoppelkansCoupleThemesAlgorithm::addDistricts()
{
  const QString districts = QStringLiteral( "DISTRICTS" );
  add( new QgsProcessingParameterFeatureSource( districts, tr( "Districts" ), { compat::sourcePolygon } ),
       tr( "The units in which urgency and opportunity are weighed: neighbourhoods, districts, catchments." ) );
  add( new QgsProcessingParameterField( QStringLiteral( "DISTRICT_NAME_FIELD" ), tr( "Names of the districts" ),
                                        QVariant(), districts, compat::anyField, false, true ),
       tr( "If empty: the field naam or name where there is one, else the feature id." ) );
}

void KoppelkansCoupleThemesAlgorithm::addTerms()
{
  const auto addShare = [&]( const char *name, const QString &description, const QVariant &value, const QString &help )
  {
    add( new QgsProcessingParameterNumber( QString::fromLatin1( name ), description, compat::numberDouble, value,
                                           !value.isValid(), 0, 1 ),
         help );
  };
  addShare(
    "SHARE", tr( "Share of the footprint" ), 0.1,
    tr( "On how much of its ground, at least, a theme must be urgent for a bundle to carry it: 0.1 is a tenth." ) );
  addShare(
    "URGENCY_THRESHOLD", tr( "Threshold of urgency" ), QVariant(),
    tr( "From which urgency on, 0 to 1, a district counts as urgent. If empty: the median of the districts." ) );
  addShare( "OPPORTUNITY_THRESHOLD", tr( "Threshold of opportunity" ), QVariant(),
            tr( "From which opportunity on, 0 to 1, a district counts as one with works. If empty: the median of the "
                "districts." ) );
  add( new QgsProcessingParameterNumber( QStringLiteral( "MINIMUM_GAIN" ), tr( "Least gain (euro)" ),
                                         compat::numberDouble, 0 ),
       tr( "A bundle must save more than this to be worth it by itself." ) );
}

void KoppelkansCoupleThemesAlgorithm::addResults()
{
  const auto addLayer = [&]( const char *name, const QString &description, const QString &help )
  {
    add( new QgsProcessingParameterFeatureSink( QString::fromLatin1( name ), description, compat::sourcePolygon,
                                                QVariant(), true ),
         help );
  };
  addLayer( "COUPLINGS", tr( "Couplings" ),
            tr( "A row for each bundle, or work on its own, and each theme that it carries or that asks something of "
                "its ground: bundle_id or work_id, year, district (with most of it), theme, partner, share (of its "
                "ground on which the theme is urgent), unknown_share (without data), horizon, carried (1 or 0) and "
                "reason: carried, too_little, outside_horizon or no_data (what is not known could make it enough)." ) );
  addLayer(
    "VERDICTS", tr( "Verdicts" ),
    tr( "A row for each bundle: bundle_id, year, district, themes (that it carries), themes_carried (how many), "
        "partners (who sits at the table: owners of the works and partners of the themes), saving, saving_share "
        "(of the cost apart), urgency (mean of the overlap index on its ground, 0 to 1), verdict: "
        "do_together_and_carry (it saves enough and carries themes), do_together (it saves enough), carry (it "
        "carries themes, but does not save enough, or that is unknown), not_worth_it (neither) or empty where "
        "too little is known, and reason, which gives the figures." ) );
  addLayer( "QUADRANTS", tr( "Quadrants" ),
            tr( "The districts with urgency (mean of the overlap index by area, 0 to 1), opportunity (share of the "
                "district on which works are planned), chances (bundles and works that carry a theme, each in the "
                "district with most of it), urgency_limit and opportunity_limit, and quadrant: do_now (urgent, and "
                "there are works), seek_works (urgent, with few works), ride_along (not urgent, with works) or leave. "
                "What equals a limit counts as high; 0 never does." ) );
  addLayer( "UNPLANNED", tr( "Urgent and nothing planned" ),
            tr( "A row for each district and theme with urgent ground outside all bundles and works that carry the "
                "theme, the largest first: district, theme, partner, urgent_area, planned_area (within such bundles "
                "and works), unplanned_area (m²) and unplanned_share. The geometry is the unplanned ground." ) );
}

CouplingThemes KoppelkansCoupleThemesAlgorithm::readThemes( Run &run, const LayerReader &reader,
                                                            Progress &progress ) const
{
  const std::optional<LayerSource> cells = source( run, QStringLiteral( "CELLS" ) );
  const std::optional<LayerSource> faces = source( run, QStringLiteral( "FACES" ) );
  const std::optional<LayerSource> settings = source( run, QStringLiteral( "THEME_SETTINGS" ) );
  if ( cells.has_value() == faces.has_value() )
    throw Error( ( cells ? tr( "Give either cells or faces, not both" )
                         : tr( "Give the cells of stacklayers or the faces of overlaythemes" ) )
                   .toStdString() );
  return cells ? readCells( *cells, settings, reader, run.findings, progress )
               : readFaces( *faces, settings, reader, run.findings, progress );
}

Carriers KoppelkansCoupleThemesAlgorithm::readCarriers( Run &run, const LayerSource &bundles, const LayerReader &reader,
                                                        Progress &progress ) const
{
  const auto field = [&]( const char *name )
  {
    return parameterAsString( run.parameters, QString::fromLatin1( name ), run.context );
  };
  const QString year = field( "YEAR_FIELD" );
  const QString owner = field( "OWNER_FIELD" );
  const int ownerField = owner.isEmpty() ? bundles.field( QStringLiteral( "owners" ) ) : bundles.requiredField( owner );
  ProgressPart reading( progress, 0, 0.4 );
  Carriers carriers = readBundles( bundles, bundles.requiredField( year.isEmpty() ? QStringLiteral( "year" ) : year ),
                                   ownerField, reader, run.findings, reading );
  if ( const std::optional<LayerSource> plan = source( run, QStringLiteral( "WORKS" ) ) )
  {
    ProgressPart adding( progress, 0.4, 1 );
    const FootprintSize size{ parameterAsDouble( run.parameters, QStringLiteral( "WIDTH" ), run.context ),
                              parameterAsDouble( run.parameters, QStringLiteral( "RADIUS" ), run.context ) };
    addWorksAlone( carriers, *plan, size, reader, run.findings, adding );
  }
  return carriers;
}

QVariantMap KoppelkansCoupleThemesAlgorithm::compute( Run &run )
{
  const LayerSource bundles = requiredSource( run, QStringLiteral( "BUNDLES" ) );
  const LayerSource source = requiredSource( run, QStringLiteral( "DISTRICTS" ) );
  const int nameField =
    source.requiredField( parameterAsString( run.parameters, QStringLiteral( "DISTRICT_NAME_FIELD" ), run.context ) );
  const QgsCoordinateReferenceSystem crs = computationCrs( run, bundles.crs );
  const LayerReader reader( crs, run.context.transformContext(), run.findings );
  ProgressPart readingWorks( run.progress, 0, 0.1 ), readingDistricts( run.progress, 0.1, 0.15 );
  ProgressPart readingThemes( run.progress, 0.15, 0.4 );
  const Carriers carriers = readCarriers( run, bundles, reader, readingWorks );
  const ReadLayer districts = readDistricts( source, reader, readingDistricts );
  const CouplingThemes themes = readThemes( run, reader, readingThemes );

  CouplingResults results{ themes, carriers, {}, {}, {}, {} };
  results.share = parameterAsDouble( run.parameters, QStringLiteral( "SHARE" ), run.context );
  results.minimumGain = parameterAsDouble( run.parameters, QStringLiteral( "MINIMUM_GAIN" ), run.context );
  for ( std::size_t i = 0; i < districts.attributes.size(); ++i )
    results.districtNames.push_back(
      QString::fromStdString( titleOf( source, nameField, districts.attributes[i], districts.features.ids[i] ) ) );

  ProgressPart cutting( run.progress, 0.4, 0.5 ), weighing( run.progress, 0.5, 0.55 );
  const Districts grounds( carriers.footprints );
  results.needs = needsOf( grounds, GroundPieces( grounds, themes.map.places, cutting ), themes.map, weighing );
  results.couplings = coupleThemes( results.needs, carriers.years, { results.share, themes.horizons } );
  ProgressPart placing( run.progress, 0.55, 0.6 );
  const Districts windows( districts.features.geometry );
  results.carrierDistricts =
    mainGrounds( GroundPieces( windows, carriers.footprints, placing ), windows.count(), carriers.years.size() );

  ProgressPart comparing( run.progress, 0.6, 0.95 );
  writeDistricts( run, results, source, districts.features.geometry, windows, crs, comparing );
  if ( QgsFeatureSink *sink = run.results.sink(
         QStringLiteral( "COUPLINGS" ), CouplingResults::couplingFields( carriers ), compat::multiPolygon, crs ) )
    results.writeCouplings( *sink, run.progress );
  if ( QgsFeatureSink *sink = run.results.sink(
         QStringLiteral( "VERDICTS" ), CouplingResults::verdictFields( carriers ), bundles.wkbType, bundles.crs ) )
    results.writeVerdicts( bundles, *sink, run.progress );
  return { { QStringLiteral( "CARRIED" ), results.carried() },
           { QStringLiteral( "NOT_WORTH_IT" ), results.notWorthIt() } };
}

void KoppelkansCoupleThemesAlgorithm::writeDistricts( Run &run, const CouplingResults &results,
                                                      const LayerSource &source, const GeometryColumn &districts,
                                                      const Districts &windows, const QgsCoordinateReferenceSystem &crs,
                                                      Progress &progress ) const
{
  QgsFeatureSink *quadrants = run.results.sink( QStringLiteral( "QUADRANTS" ),
                                                CouplingResults::quadrantFields( source ), source.wkbType, source.crs );
  QgsFeatureSink *unplanned =
    run.results.sink( QStringLiteral( "UNPLANNED" ), CouplingResults::unplannedFields(), compat::multiPolygon, crs );
  if ( !quadrants && !unplanned )
    return;
  const NeedMap &map = results.themes.map;
  const GeometryColumn &footprints = results.carriers.footprints;
  ProgressPart cutting( progress, 0, 0.3 ), weighing( progress, 0.3, 0.4 ), covering( progress, 0.4, 0.5 );
  const GroundPieces pieces( windows, map.places, cutting );
  if ( quadrants )
  {
    std::vector<double> urgencies;
    for ( const GroundNeeds &needs : needsOf( windows, pieces, map, weighing ) )
      urgencies.push_back( needs.urgency );
    const Theme works{ {}, Measure::Coverage, { {}, footprints, {}, {} }, nullptr };
    const std::vector<double> opportunities = districtShares( windows, works, covering );
    const auto limit = [&]( const char *name, std::span<const double> values )
    {
      const QString parameter = QString::fromLatin1( name );
      return isNull( run.parameters.value( parameter ) ) ? median( values )
                                                         : parameterAsDouble( run.parameters, parameter, run.context );
    };
    const QuadrantLimits limits{ limit( "URGENCY_THRESHOLD", urgencies ),
                                 limit( "OPPORTUNITY_THRESHOLD", opportunities ) };
    results.writeQuadrants( source, urgencies, opportunities, limits, *quadrants, progress );
  }
  if ( unplanned )
  {
    ProgressPart overlaying( progress, 0.5, 1 );
    results.writeUnplanned( unplannedGrounds( districts, pieces, map, footprints, results.couplings, overlaying ),
                            *unplanned, progress );
  }
}

QString KoppelkansCoupleThemesAlgorithm::styleOf( const QString &result, const QVariantMap &,
                                                  QgsProcessingContext & ) const
{
  const QStringList styled{ "COUPLINGS", "VERDICTS", "QUADRANTS", "UNPLANNED" };
  return styled.contains( result ) ? result.toLower() : QString();
}

} // namespace koppelkans
