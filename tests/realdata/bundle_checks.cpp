// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/realdata/bundle_checks.h"

#include "tests/realdata/algorithm_run.h"

#include <QtTest>
#include <qgsgeometry.h>
#include <qgsvectorlayer.h>

#include <cmath>
#include <map>

namespace koppelkans::test
{

namespace
{

//! What the plan says of the works of one bundle.
struct Members
{
  int year = 0;
  std::vector<QgsGeometry> works;
};

int yearOf( const QgsFeature &feature, const QString &field )
{
  // A year, or a date that begins with one.
  return feature.attribute( field ).toString().left( 4 ).toInt();
}

//! Reads the plan beside the works. Every work must be there, as it was.
void readPlan( const BundleRun &run, std::map<int, Members> &bundles )
{
  const std::unique_ptr<QgsVectorLayer> works = openLayer( run.works );
  const std::unique_ptr<QgsVectorLayer> plan = openLayer( run.plan );
  QCOMPARE( plan->featureCount(), works->featureCount() );
  QgsFeatureIterator before = works->getFeatures();
  QgsFeatureIterator after = plan->getFeatures();
  QgsFeature work, planned;
  while ( before.nextFeature( work ) && after.nextFeature( planned ) )
  {
    for ( const QgsField &field : works->fields() )
      if ( field.name() != QLatin1String( "fid" ) )
        QCOMPARE( planned.attribute( field.name() ), work.attribute( field.name() ) );
    QVERIFY( planned.geometry().equals( work.geometry() ) );

    const QString reason = planned.attribute( QStringLiteral( "reason" ) ).toString();
    QVERIFY( !reason.isEmpty() );
    const QVariant bundle = planned.attribute( QStringLiteral( "bundle_id" ) );
    QCOMPARE( !bundle.isNull(), reason == QLatin1String( "in_bundle" ) );
    const bool isLeftOut = planned.attribute( QStringLiteral( "year" ) ).isNull();
    QCOMPARE( isLeftOut, work.attribute( run.earliestField ).isNull() );
    if ( isLeftOut )
      continue;
    const int year = planned.attribute( QStringLiteral( "year" ) ).toInt();
    QVERIFY( year >= yearOf( work, run.earliestField ) && year <= yearOf( work, run.latestField ) );
    if ( bundle.isNull() )
      continue;
    Members &members = bundles[bundle.toInt()];
    QVERIFY( members.works.empty() || members.year == year );
    members.year = year;
    members.works.push_back( work.geometry() );
  }
}

//! Whether works at most a distance apart link all of \a works.
bool isConnected( const std::vector<QgsGeometry> &works, double distance )
{
  std::vector<bool> reached( works.size() );
  std::vector<std::size_t> open{ 0 };
  reached[0] = true;
  std::size_t count = 1;
  while ( !open.empty() )
  {
    const std::size_t work = open.back();
    open.pop_back();
    const QgsRectangle near = works[work].boundingBox().buffered( distance + 1e-6 );
    for ( std::size_t other = 0; other < works.size(); ++other )
    {
      if ( reached[other] || !near.intersects( works[other].boundingBox() ) ||
           works[work].distance( works[other] ) > distance + 1e-6 )
        continue;
      reached[other] = true;
      ++count;
      open.push_back( other );
    }
  }
  return count == works.size();
}

} // namespace

void checkBundles( const BundleRun &run )
{
  std::map<int, Members> members;
  readPlan( run, members );
  if ( QTest::currentTestFailed() )
    return;

  const std::unique_ptr<QgsVectorLayer> bundles = openLayer( run.bundles );
  QVERIFY( bundles->featureCount() > 0 );
  QCOMPARE( static_cast<std::size_t>( bundles->featureCount() ), members.size() );
  double saving = 0;
  QgsFeature bundle;
  for ( QgsFeatureIterator iterator = bundles->getFeatures(); iterator.nextFeature( bundle ); )
  {
    const auto number = [&bundle]( const char *field )
    {
      return bundle.attribute( QString::fromLatin1( field ) ).toDouble();
    };
    const Members &own = members[static_cast<int>( number( "bundle_id" ) )];
    QVERIFY( own.works.size() >= 2 );
    QCOMPARE( number( "works" ), static_cast<double>( own.works.size() ) );
    QCOMPARE( number( "year" ), static_cast<double>( own.year ) );
    const QgsRectangle box = bundle.geometry().boundingBox();
    QVERIFY( std::hypot( box.width(), box.height() ) <= run.maxExtent + 1e-6 );
    QVERIFY( isConnected( own.works, run.distance ) );

    // The works have no costs of their own: setting up and paving is all there is.
    const double bundled = number( "cost_bundled" );
    QVERIFY( std::abs( bundled - run.setup - run.paving * bundle.geometry().area() ) < 1e-6 * bundled );
    QVERIFY( std::abs( number( "setup_saved" ) - run.setup * ( number( "works" ) - 1 ) ) < 1e-6 );
    QVERIFY( std::abs( number( "cost_apart" ) - bundled - number( "saving" ) ) < 1e-6 * bundled );
    QVERIFY( std::abs( number( "setup_saved" ) + number( "paving_saved" ) - number( "shift_paid" ) -
                       number( "saving" ) ) < 1e-6 * bundled );
    // Put together only because it pays.
    QVERIFY( number( "saving" ) > 0 );
    saving += number( "saving" );
  }
  const auto result = [&run]( const char *name )
  {
    return run.results.value( QString::fromLatin1( name ) ).toDouble();
  };
  const double apart = result( "COST_APART" );
  QVERIFY( result( "COST_BUNDLED" ) <= apart );
  QVERIFY( std::abs( apart - result( "COST_BUNDLED" ) - result( "SAVING" ) ) < 1e-9 * apart );
  // A work on its own, without a moratorium, costs in the plan what it costs apart.
  QVERIFY( std::abs( saving - result( "SAVING" ) ) < 1e-9 * apart );
}

} // namespace koppelkans::test
