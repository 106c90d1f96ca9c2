// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/union_boundary.h"
#include "core/planning/footprint.h"
#include "core/planning/pavement.h"
#include "tests/ogr_features.h"

#include <QtTest>

#include <numeric>
#include <random>
#include <string>

using namespace koppelkans;

//! The ground under footprints, cut into patches, against true unions.
class TestPlanningPavement : public QObject
{
  Q_OBJECT

private slots:
  void cutsWhatAllButCoincides();
  void addsUpWhereManyLieOverEachOther();
};

namespace
{

std::vector<std::size_t> allOf( const GeometryColumn &grounds )
{
  std::vector<std::size_t> features( grounds.features() );
  std::iota( features.begin(), features.end(), std::size_t( 0 ) );
  return features;
}

//! The area of the union of some footprints, by their patches.
double areaOf( const Pavement &pavement, std::span<const std::size_t> chosen )
{
  double area = 0;
  std::vector<Patch> patches;
  for ( const std::size_t i : chosen )
  {
    area += pavement.ownArea( i );
    patches.insert( patches.end(), pavement.patches( i ).begin(), pavement.patches( i ).end() );
  }
  std::sort( patches.begin(), patches.end() );
  patches.erase( std::unique( patches.begin(), patches.end() ), patches.end() );
  for ( const Patch patch : patches )
    area += pavement.patchArea( patch );
  return area;
}

} // namespace

void TestPlanningPavement::cutsWhatAllButCoincides()
{
  // Works along one street of the synthetic city L, seed 1: GEOS 3.11 gave up on overlays of their overlaps.
  WorkGeometries works;
  for ( const char *line : { "LINESTRING (130677.487 466252.186,130710.877 466251.765,130762.21 466246.521)",
                             "LINESTRING (130678.332 466255.123,130711.051 466254.711,130759.304 466249.782)",
                             "LINESTRING (130681.417 466255.554,130711.079 466255.18,130752.506 466250.949)",
                             "LINESTRING (130687.776 466254.802,130711.039 466254.51,130727.114 466252.867)",
                             "LINESTRING (130671.613 466257.291,130711.174 466256.792,130731.178 466254.749)",
                             "LINESTRING (130667.245 466255.235,130711.049 466254.683,130725.63 466253.194)",
                             "LINESTRING (130663.43 466254.55,130711.006 466253.951,130751.426 466249.822)" } )
    works.add( test::fromWkt( line ), 0 );
  NoProgress progress;
  const GeometryColumn grounds = footprints( works, { 6, 3 }, progress );

  const std::vector<std::size_t> features = allOf( grounds );
  const Pavement pavement( grounds, features, progress );
  for ( unsigned set = 1; set < 1U << features.size(); ++set )
  {
    std::vector<std::size_t> chosen;
    for ( const std::size_t i : features )
      if ( set >> i & 1 )
        chosen.push_back( i );
    QVERIFY( std::abs( areaOf( pavement, chosen ) - unionArea( grounds, chosen ) ) < 0.001 );
  }
}

void TestPlanningPavement::addsUpWhereManyLieOverEachOther()
{
  // Few are counted, many are cut: both must say the same as the union.
  for ( const int count : { 5, 12, 13, 14, 25 } )
  {
    std::mt19937 random( count );
    WorkGeometries works;
    for ( int i = 0; i < count; ++i )
    {
      const auto place = [&]
      {
        return std::to_string( random() % 40 );
      };
      const std::string line = "LINESTRING (" + place() + " " + place() + ", " + place() + " " + place() + ".5)";
      works.add( test::fromWkt( line ), 0 );
    }
    NoProgress progress;
    const GeometryColumn grounds = footprints( works, { 20, 3 }, progress );
    const std::vector<std::size_t> features = allOf( grounds );
    const Pavement pavement( grounds, features, progress );
    for ( int i = 0; i < 200; ++i )
    {
      std::vector<std::size_t> chosen;
      for ( const std::size_t feature : features )
        if ( random() % 2 == 0 )
          chosen.push_back( feature );
      QVERIFY( std::abs( areaOf( pavement, chosen ) - unionArea( grounds, chosen ) ) < 0.01 + pavement.leftOut() );
    }
  }
}

QTEST_APPLESS_MAIN( TestPlanningPavement )
#include "test_planning_pavement.moc"
