// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/bundleresults.h"

#include "core/geometry/geos.h"
#include "processing/bundletext.h"
#include "processing/carriedfields.h"
#include "processing/rows.h"

#include <QDate>
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
                       makeField( "reason", compat::text ), makeField( "chosen_year", compat::integer ),
                       makeField( "choice_cost", compat::real ), makeField( "window_first", compat::integer ),
                       makeField( "window_last", compat::integer ), makeField( "window_source", compat::text ),
                       makeField( "cost_counted", compat::real ), makeField( "cost_source", compat::text ) } );
}

//! Which fields of the works a plan carries along: all, unless they are a plan themselves.
std::vector<int> carriedFields( const QgsFields &fields )
{
  const QgsFields own = ownPlanFields();
  bool isPlan = true;
  for ( const QgsField &field : own )
    isPlan = isPlan && fields.lookupField( field.name() ) >= 0;
  const auto isOfThePlan = [&]( const QString &name )
  {
    return own.lookupField( name ) >= 0 || name.compare( QLatin1String( "fid" ), Qt::CaseInsensitive ) == 0;
  };
  std::vector<int> carried;
  for ( int i = 0; i < fields.size(); ++i )
    if ( !isPlan || !isOfThePlan( fields.at( i ).name() ) )
      carried.push_back( i );
  return carried;
}

QgsFields chosen( const QgsFields &fields, const std::vector<int> &which )
{
  QgsFields result;
  for ( const int i : which )
    result.append( fields.at( i ) );
  return result;
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

BundleResults::BundleResults( const LayerSource &source, const ReadWorks &works, const Terms &terms, const Plan &plan )
  : mSource( source )
  , mWorks( works )
  , mTerms( terms )
  , mPlan( plan )
  , mCarried( carriedFields( source.fields ) )
{
  int number = 0;
  for ( const PlannedBundle &bundle : plan.bundles )
    mBundleIds.push_back( bundle.works.size() > 1 ? ++number : 0 );
}

QgsFields BundleResults::planFields() const
{
  return CarriedFields( chosen( mSource.fields, mCarried ), ownPlanFields() ).fields();
}

QgsFields BundleResults::bundleFields()
{
  return makeFields( { makeField( "bundle_id", compat::integer ),
                       makeField( "year", compat::integer ),
                       makeField( "works", compat::integer ),
                       makeField( "classes", compat::text ),
                       makeField( "funds", compat::text ),
                       makeField( "cost_apart", compat::real ),
                       makeField( "cost_bundled", compat::real ),
                       makeField( "saving", compat::real ),
                       makeField( "setup_saved", compat::real ),
                       makeField( "paving_saved", compat::real ),
                       makeField( "shift_paid", compat::real ),
                       makeField( "cost_unknown", compat::integer ),
                       makeField( "owners", compat::text ),
                       makeField( "start", compat::date ),
                       makeField( "end", compat::date ),
                       makeField( "possible_first", compat::integer ),
                       makeField( "possible_last", compat::integer ),
                       makeField( "next_year", compat::integer ),
                       makeField( "next_dearer", compat::real ),
                       makeField( "assumed", compat::integer ),
                       makeField( "why", compat::text ) } );
}

QgsFields BundleResults::fundYearFields()
{
  return makeFields( { makeField( "fund", compat::text ), makeField( "year", compat::integer ),
                       makeField( "cost_before", compat::real ), makeField( "cost_after", compat::real ),
                       makeField( "budget", compat::real ), makeField( "overspent", compat::real ) } );
}

void BundleResults::writePlan( QgsFeatureSink &sink, Progress &progress ) const
{
  // By feature of the layer, its place among the works.
  std::vector<std::size_t> workOf( mWorks.leftOut.size(), mPlan.works.size() );
  for ( std::size_t work = 0; work < mWorks.features.size(); ++work )
    workOf[mWorks.features[work]] = work;

  QgsFeatureIterator iterator = mSource.features( QgsFeatureRequest() );
  QgsFeature feature;
  for ( std::size_t i = 0; iterator.nextFeature( feature ) && i < workOf.size(); ++i )
  {
    progress.check();
    QVariantList own;
    for ( int field = 0; field < ownPlanFields().size(); ++field )
      own << QVariant();
    own[4] = mWorks.leftOut[i];
    if ( workOf[i] < mPlan.works.size() )
    {
      const PlannedWork &planned = mPlan.works[workOf[i]];
      const Work &work = mWorks.input.works[workOf[i]];
      const int bundle = mBundleIds[planned.bundle];
      own = { bundle > 0 ? QVariant( bundle ) : QVariant(),
              planned.year,
              planned.shift,
              hasData( work.cost ) ? QVariant( planned.shiftCost ) : QVariant(),
              QString::fromStdString( toString( planned.reason ) ),
              planned.choiceKept ? QVariant( *work.chosen ) : QVariant(),
              orNull( planned.choiceCost ),
              work.window.first,
              work.window.last,
              toText( mWorks.windowSources[workOf[i]] ),
              orNull( work.cost ),
              toText( mWorks.costSources[workOf[i]] ) };
    }
    QgsAttributes carried;
    for ( const int field : mCarried )
      carried << feature.attributes().at( field );
    addRow( sink, CarriedFields::row( carried, own ), fitting( feature, mWorks.wkbType ) );
  }
  mSource.requireRead( iterator );
}

void BundleResults::writeBundles( QgsFeatureSink &sink, Progress &progress ) const
{
  for ( std::size_t i = 0; i < mPlan.bundles.size(); ++i )
  {
    if ( mBundleIds[i] == 0 )
      continue;
    progress.check();
    addRow( sink, bundleRow( i ), groundOf( mWorks.input.footprints, mPlan.bundles[i].works ) );
  }
}

QVariantList BundleResults::bundleRow( std::size_t i ) const
{
  const PlannedBundle &bundle = mPlan.bundles[i];
  std::set<std::string> classes, funds, owners;
  BundleAssumptions assumed;
  int worksWithAssumptions = 0;
  for ( const std::size_t index : bundle.works )
  {
    const Work &work = mWorks.input.works[index];
    classes.insert( work.assetClass );
    funds.insert( work.fund );
    owners.insert( work.owner );
    const bool window = mWorks.windowSources[index] != WindowSource::Given;
    const bool cost = mWorks.costSources[index] == CostSource::UnitPrice;
    assumed.windows += window;
    assumed.costs += cost;
    worksWithAssumptions += window || cost;
  }
  return { mBundleIds[i],
           bundle.year,
           static_cast<int>( bundle.works.size() ),
           joined( classes ),
           joined( funds ),
           bundle.costApart,
           bundle.cost.total(),
           bundle.saving(),
           bundle.setupSaved,
           bundle.pavingSaved,
           bundle.shiftPaid(),
           static_cast<int>( bundle.cost.unknownCosts ),
           joined( owners ),
           QDate( bundle.year, 1, 1 ),
           QDate( bundle.year, 12, 31 ),
           bundle.possible.first,
           bundle.possible.last,
           bundle.nextYear ? QVariant( *bundle.nextYear ) : QVariant(),
           orNull( bundle.nextYearDearer ),
           worksWithAssumptions,
           explained( bundle, mTerms, joined( classes ), assumed ) };
}

void BundleResults::writeFundYears( QgsFeatureSink &sink ) const
{
  for ( const FundYear &row : mPlan.fundYears )
    addRow( sink, { orNull( row.fund ), row.year, row.before, row.spent, orNull( row.budget ),
                    hasData( row.budget ) ? QVariant( row.overspent() ) : QVariant() } );
}

} // namespace koppelkans
