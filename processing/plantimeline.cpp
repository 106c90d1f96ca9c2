// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/plantimeline.h"

#include "core/geometry/box_index.h"
#include "core/geometry/geos.h"

#include <QCoreApplication>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansPlanTimeline )
};

double commonArea( const GEOSGeometry *a, const GEOSGeometry *b )
{
  const GeosGeometry common = checked( GEOSIntersection_r( geos(), a, b ) );
  double area = 0;
  if ( GEOSArea_r( geos(), common.get(), &area ) != 1 )
    throw geosError();
  return area;
}

//! In which of some areas things lie.
class Locator
{
public:
  explicit Locator( const GeometryColumn &areas )
    : mIndex( boxesOf( areas ) )
  {
    for ( std::size_t i = 0; i < areas.features(); ++i )
      mAreas.push_back( toGeos( areas, i ) );
  }

  //! The area with most of the ground of \a works; as many as there are areas where there is none.
  std::size_t areaOf( const GeometryColumn &footprints, std::span<const std::size_t> works )
  {
    std::vector<double> shared( mAreas.size(), 0 );
    for ( const std::size_t work : works )
    {
      mIndex.find( footprints.featureBox( work ), mFound );
      for ( const std::size_t area : mFound )
        shared[area] += commonArea( toGeos( footprints, work ).get(), mAreas[area].get() );
    }
    const auto most = std::max_element( shared.begin(), shared.end() );
    return most == shared.end() || *most == 0 ? mAreas.size() : static_cast<std::size_t>( most - shared.begin() );
  }

private:
  static std::vector<Box> boxesOf( const GeometryColumn &areas )
  {
    std::vector<Box> boxes;
    for ( std::size_t i = 0; i < areas.features(); ++i )
      boxes.push_back( areas.featureBox( i ) );
    return boxes;
  }

  BoxIndex mIndex;
  std::vector<GeosGeometry> mAreas;
  std::vector<std::size_t> mFound;
};

} // namespace

Timeline planTimeline( const BundlingInput &input, const Terms &terms, const Plan &plan, std::span<const int> bundleIds,
                       const NamedAreas &districts, Progress &progress )
{
  Timeline timeline;
  for ( const QString &name : districts.names )
    timeline.rows.push_back( { name, {} } );
  timeline.rows.push_back(
    { districts.names.empty() ? Texts::tr( "all bundles" ) : Texts::tr( "outside all districts" ), {} } );
  Locator locator( districts.areas );
  for ( std::size_t i = 0; i < plan.bundles.size(); ++i )
  {
    progress.check();
    const PlannedBundle &bundle = plan.bundles[i];
    timeline.costAfter[bundle.year] += bundle.cost.total();
    if ( bundleIds[i] > 0 )
      timeline.rows[locator.areaOf( input.footprints, bundle.works )].bars.push_back(
        { bundleIds[i], bundle.year, bundle.costApart > 0 ? bundle.saving() / bundle.costApart : 0 } );
    for ( const std::size_t work : bundle.works )
      timeline.costBefore[input.works[work].planned.first] +=
        costApart( input.works[work], input.footprints, work, terms ).total();
  }
  std::erase_if( timeline.rows, []( const Timeline::Row &row ) { return row.bars.empty(); } );
  return timeline;
}

} // namespace koppelkans
