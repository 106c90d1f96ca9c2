// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/datacoverage.h"

#include "processing/carriedfields.h"
#include "processing/rows.h"

#include <QCoreApplication>

#include <set>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansDataCoverage )
};

QString remark( const DataCoverage::Counts &counts )
{
  if ( counts.works == 0 )
    return Texts::tr( "no works given: there may be none, or they were not delivered" );
  if ( counts.planned == 0 )
    return Texts::tr( "none can be planned: see the findings" );
  QStringList remarks;
  const auto add = [&]( int count, const QString &text )
  {
    if ( count > 0 )
      remarks << text.arg( count ).arg( counts.works );
  };
  add( counts.works - counts.planned, Texts::tr( "%1 of %2 not in the plan" ) );
  add( counts.windowFilled, Texts::tr( "window assumed for %1 of %2" ) );
  add( counts.costFilled, Texts::tr( "cost from unit prices for %1 of %2" ) );
  add( counts.planned - counts.withCost - counts.costFilled, Texts::tr( "cost unknown of %1 of %2" ) );
  add( counts.breadthFilled, Texts::tr( "width or radius assumed for %1 of %2" ) );
  return remarks.isEmpty() ? Texts::tr( "complete" ) : remarks.join( QStringLiteral( "; " ) );
}

} // namespace

QgsFields DataCoverage::fields()
{
  return makeFields( { makeField( "owner", compat::text ), makeField( "asset_class", compat::text ),
                       makeField( "works", compat::integer ), makeField( "planned", compat::integer ),
                       makeField( "with_year", compat::integer ), makeField( "with_window", compat::integer ),
                       makeField( "window_filled", compat::integer ), makeField( "with_cost", compat::integer ),
                       makeField( "cost_filled", compat::integer ), makeField( "breadth_filled", compat::integer ),
                       makeField( "remark", compat::text ) } );
}

void DataCoverage::write( QgsFeatureSink &sink ) const
{
  std::set<std::string> owners, classes;
  for ( const auto &[key, counts] : mCounts )
  {
    owners.insert( key.first );
    classes.insert( key.second );
  }
  for ( const std::string &owner : owners )
    for ( const std::string &assetClass : classes )
    {
      const auto found = mCounts.find( { owner, assetClass } );
      const Counts counts = found == mCounts.end() ? Counts() : found->second;
      addRow( sink,
              { orNull( owner ), orNull( assetClass ), counts.works, counts.planned, counts.withYear, counts.withWindow,
                counts.windowFilled, counts.withCost, counts.costFilled, counts.breadthFilled, remark( counts ) } );
    }
}

} // namespace koppelkans
