// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/bundleresults.h"

#include "core/geometry/geos.h"
#include "processing/carriedfields.h"
#include "processing/rows.h"

#include <qgsgeos.h>

#include <set>

namespace koppelkans
{

namespace
{

QgsFields ownPlanFields()
{
  return makeFields( { makeField( "bundle_id", compat::integer ), makeField( "year", compat::integer ),
                       makeField( "shift", compat::integer ), makeField( "shift_cost", compat::real ),
                       makeField( "reason", compat::text ) } );
}

//! The union of the footprints of \a works.
QgsGeometry groundOf( const GeometryColumn &footprints, const std::vector<std::size_t> &works )
{
  GeometryColumn chosen;
  for ( const std::size_t work : works )
    chosen.append( footprints, work );
  // One feature of all parts, which GEOS may then take together.
  chosen.featureOffsets = { 0, chosen.parts() };
  const GeosGeometry together = checked( GEOSUnaryUnion_r( geos(), toGeos( chosen, 0 ).get() ) );
  QgsGeometry ground( QgsGeos::fromGeos( together.get() ).release() );
  ground.convertToMultiType();
  return ground;
}

QString joined( const std::set<std::string> &names )
{
  QStringList list;
  for ( const std::string &name : names )
    if ( !name.empty() )
      list << QString::fromStdString( name );
  return list.join( QStringLiteral( ", " ) );
}

} // namespace

BundleResults::BundleResults( const ReadWorks &works, const Plan &plan )
  : mWorks( works )
  , mPlan( plan )
{
  int number = 0;
  for ( const PlannedBundle &bundle : plan.bundles )
    mBundleIds.push_back( bundle.works.size() > 1 ? ++number : 0 );
}

QgsFields BundleResults::planFields( const LayerSource &source )
{
  return CarriedFields( source.fields, ownPlanFields() ).fields();
}

QgsFields BundleResults::bundleFields()
{
  return makeFields( { makeField( "bundle_id", compat::integer ), makeField( "year", compat::integer ),
                       makeField( "works", compat::integer ), makeField( "classes", compat::text ),
                       makeField( "funds", compat::text ), makeField( "cost_apart", compat::real ),
                       makeField( "cost_bundled", compat::real ), makeField( "saving", compat::real ),
                       makeField( "setup_saved", compat::real ), makeField( "paving_saved", compat::real ),
                       makeField( "shift_paid", compat::real ), makeField( "cost_unknown", compat::integer ) } );
}

void BundleResults::writePlan( const LayerSource &source, QgsFeatureSink &sink, Progress &progress ) const
{
  // By feature of the layer, its place among the works.
  std::vector<std::size_t> workOf( mWorks.leftOut.size(), mPlan.works.size() );
  for ( std::size_t work = 0; work < mWorks.features.size(); ++work )
    workOf[mWorks.features[work]] = work;

  QgsFeatureIterator iterator = source.features( QgsFeatureRequest() );
  QgsFeature feature;
  for ( std::size_t i = 0; iterator.nextFeature( feature ) && i < workOf.size(); ++i )
  {
    progress.check();
    QVariantList own{ QVariant(), QVariant(), QVariant(), QVariant(), mWorks.leftOut[i] };
    if ( workOf[i] < mPlan.works.size() )
    {
      const PlannedWork &work = mPlan.works[workOf[i]];
      const int bundle = mBundleIds[work.bundle];
      const bool costKnown = hasData( mWorks.input.works[workOf[i]].cost );
      own = { bundle > 0 ? QVariant( bundle ) : QVariant(), work.year, work.shift,
              costKnown ? QVariant( work.shiftCost ) : QVariant(), QString::fromStdString( toString( work.reason ) ) };
    }
    addRow( sink, CarriedFields::row( feature.attributes(), own ), fitting( feature, mWorks.wkbType ) );
  }
  source.requireRead( iterator );
}

void BundleResults::writeBundles( QgsFeatureSink &sink, Progress &progress ) const
{
  for ( std::size_t i = 0; i < mPlan.bundles.size(); ++i )
  {
    if ( mBundleIds[i] == 0 )
      continue;
    progress.check();
    const PlannedBundle &bundle = mPlan.bundles[i];
    std::set<std::string> classes, funds;
    for ( const std::size_t work : bundle.works )
    {
      classes.insert( mWorks.input.works[work].assetClass );
      funds.insert( mWorks.input.works[work].fund );
    }
    addRow( sink,
            { mBundleIds[i], bundle.year, static_cast<int>( bundle.works.size() ), joined( classes ), joined( funds ),
              bundle.costApart, bundle.cost.total(), bundle.saving(), bundle.setupSaved, bundle.pavingSaved,
              bundle.shiftPaid(), static_cast<int>( bundle.cost.unknownCosts ) },
            groundOf( mWorks.input.footprints, bundle.works ) );
  }
}

} // namespace koppelkans
