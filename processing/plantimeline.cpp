// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/plantimeline.h"

#include "core/planning/ground_pieces.h"

#include <QCoreApplication>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansPlanTimeline )
};

//! By bundle, the district with most of its works' ground; as many as there are districts where there is none.
std::vector<std::size_t> districtsOf( const BundlingInput &input, const Plan &plan, const GeometryColumn &areas,
                                      Progress &progress )
{
  const Districts districts( areas );
  const GroundPieces pieces( districts, input.footprints, progress );
  std::vector<std::size_t> main( plan.bundles.size(), areas.features() );
  std::vector<double> most( plan.bundles.size(), 0 );
  for ( std::size_t district = 0; district < areas.features(); ++district )
  {
    std::map<std::size_t, double> shared; // by bundle, m²
    for ( const GroundPiece &piece : pieces.of( district ) )
      shared[plan.works[piece.place].bundle] += piece.area;
    for ( const auto &[bundle, area] : shared )
      if ( area > most[bundle] )
      {
        most[bundle] = area;
        main[bundle] = district;
      }
  }
  return main;
}

} // namespace

Timeline planTimeline( const BundlingInput &input, const Terms &terms, const Plan &plan, std::span<const int> bundleIds,
                       const NamedAreas &districts, Progress &progress )
{
  Timeline timeline;
  for ( const QString &name : districts.names )
    timeline.rows.push_back( { name, {} } );
  timeline.rows.push_back(
    { districts.names.empty() ? Texts::tr( "all bundles" ) : Texts::tr( "outside all districts" ), {} } );
  const std::vector<std::size_t> districtOf = districtsOf( input, plan, districts.areas, progress );
  for ( std::size_t i = 0; i < plan.bundles.size(); ++i )
  {
    progress.check();
    const PlannedBundle &bundle = plan.bundles[i];
    timeline.costAfter[bundle.year] += bundle.cost.total();
    if ( bundleIds[i] > 0 )
      timeline.rows[districtOf[i]].bars.push_back(
        { bundleIds[i], bundle.year, bundle.costApart > 0 ? bundle.saving() / bundle.costApart : 0 } );
    for ( const std::size_t work : bundle.works )
      timeline.costBefore[input.works[work].planned.first] +=
        costApart( input.works[work], input.footprints, work, terms ).total();
  }
  std::erase_if( timeline.rows, []( const Timeline::Row &row ) { return row.bars.empty(); } );
  return timeline;
}

} // namespace koppelkans
