// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/score.h"
#include "core/error.h"
#include "core/nodata.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace koppelkans;

using Values = std::vector<double>;

Q_DECLARE_METATYPE( Values )
Q_DECLARE_METATYPE( koppelkans::Normalisation )

namespace
{

const NeedScale lessIsWorse{ 0, 1, Direction::LessIsWorse };

QString text( const Values &values )
{
  QStringList numbers;
  for ( const double value : values )
    numbers << QString::number( value, 'g', 12 );
  return numbers.join( ' ' );
}

bool near( const Values &values, const Values &expected, double tolerance = 1e-12 )
{
  return std::ranges::equal( values, expected,
                             [tolerance]( double a, double b ) {
                               return hasData( a ) == hasData( b ) &&
                                      ( !hasData( a ) || std::abs( a - b ) <= tolerance );
                             } );
}

Criterion criterion( const std::string &name, Values values, double weight = 1, NeedScale scale = {} )
{
  return { name, std::move( values ), scale, weight };
}

DistrictScores score( const std::vector<Criterion> &criteria, const ScoreTerms &terms, const Values &areas )
{
  NoProgress progress;
  return scoreDistricts( criteria, areas, terms, progress );
}

} // namespace

class TestDistrictScore : public QObject
{
  Q_OBJECT

private slots:
  void normalises_data();
  void normalises();
  void weightedOverlayOfTheManual();
  void weightedMeanRenormalises();
  void partsAddUp();
  void geometricMean();
  void mazziottaPareto();
  void topsisOfHwangAndYoon();
  void owaOfYager();
  void owaWithWeights();
  void partsOfOtherAggregations();
  void wrongTerms();
  void ranksTiesAlike();
  void rankIntervalsBetweenBounds();
  void specificity();
  void criterionFromSettings();
  void nothingToScore();
};

void TestDistrictScore::normalises_data()
{
  QTest::addColumn<Values>( "values" );
  QTest::addColumn<Normalisation>( "how" );
  QTest::addColumn<bool>( "less" );
  QTest::addColumn<Values>( "needs" );

  const Values some{ 10, 30, noData, 20 };
  QTest::newRow( "none" ) << some << Normalisation::None << false << some;
  QTest::newRow( "none, less is worse" ) << some << Normalisation::None << true << Values{ -10, -30, noData, -20 };
  QTest::newRow( "absolute" ) << Values{ -1, 0.25, noData, 2 } << Normalisation::Absolute << false
                              << Values{ 0, 0.25, noData, 1 };
  QTest::newRow( "absolute, less is worse" )
    << Values{ -1, 0.25, noData, 2 } << Normalisation::Absolute << true << Values{ 1, 0.75, noData, 0 };
  QTest::newRow( "minmax" ) << some << Normalisation::MinMax << false << Values{ 0, 1, noData, 0.5 };
  QTest::newRow( "minmax, less is worse" ) << some << Normalisation::MinMax << true << Values{ 1, 0, noData, 0.5 };
  QTest::newRow( "minmax of equals" ) << Values{ 7, 7 } << Normalisation::MinMax << false << Values{ 0, 0 };
  QTest::newRow( "z" ) << Values{ 2, 4, 4, 4, 5, 5, 7, 9 } << Normalisation::ZScore << false
                       << Values{ -1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2 };
  QTest::newRow( "z, less is worse" ) << Values{ 1, noData, 3 } << Normalisation::ZScore << true
                                      << Values{ 1, noData, -1 };
  QTest::newRow( "z of equals" ) << Values{ 0.1, 0.1, 0.1 } << Normalisation::ZScore << false << Values{ 0, 0, 0 };
  QTest::newRow( "rank" ) << Values{ 10, 20, noData, 20, 40 } << Normalisation::Rank << false
                          << Values{ 0, 0.5, noData, 0.5, 1 };
  QTest::newRow( "rank, less is worse" ) << Values{ 10, 20, 30 } << Normalisation::Rank << true << Values{ 1, 0.5, 0 };
  QTest::newRow( "rank of one" ) << Values{ 3, noData } << Normalisation::Rank << false << Values{ 0, noData };
  QTest::newRow( "vector" ) << Values{ 3, noData, 4 } << Normalisation::Vector << false << Values{ 0.6, noData, 0.8 };
  QTest::newRow( "vector, less is worse" ) << Values{ 3, 4 } << Normalisation::Vector << true << Values{ -0.6, -0.8 };
  QTest::newRow( "vector of zeros" ) << Values{ 0, 0 } << Normalisation::Vector << false << Values{ 0, 0 };
  for ( const Normalisation how : { Normalisation::None, Normalisation::Absolute, Normalisation::MinMax,
                                    Normalisation::ZScore, Normalisation::Rank, Normalisation::Vector } )
    QTest::addRow( "nothing known, %d", static_cast<int>( how ) )
      << Values{ noData, noData } << how << false << Values{ noData, noData };
}

void TestDistrictScore::normalises()
{
  QFETCH( Values, values );
  QFETCH( Normalisation, how );
  QFETCH( bool, less );
  QFETCH( Values, needs );
  const Values found = normalise( values, how, less ? lessIsWorse : NeedScale() );
  QVERIFY2( near( found, needs ), qPrintable( text( found ) ) );
}

void TestDistrictScore::weightedOverlayOfTheManual()
{
  // 2 × 0.75 + 3 × 0.25 = 2.25: the ArcGIS manual's example of a weighted overlay.
  ScoreTerms terms;
  terms.normalisation = Normalisation::None;
  const DistrictScores scored = score( { criterion( "a", { 2 }, 0.75 ), criterion( "b", { 3 }, 0.25 ) }, terms, { 1 } );
  QCOMPARE( scored.scores, ( Values{ 2.25 } ) );
  QCOMPARE( scored.criteria[0].parts, ( Values{ 1.5 } ) );
  QCOMPARE( scored.criteria[1].parts, ( Values{ 0.75 } ) );
  QCOMPARE( scored.ranks, ( std::vector<int>{ 1 } ) );
}

void TestDistrictScore::weightedMeanRenormalises()
{
  const Columns needs{ { 0.2, noData, noData, 1 }, { 0.8, 0.6, noData, noData }, { 1, 1, noData, noData } };
  const Aggregate aggregate( needs, {} );
  QVERIFY( near( aggregate.scores( Values{ 3, 1, 0 } ), { 0.35, 0.6, noData, 1 } ) );
  QVERIFY( near( aggregate.scores( Values{ 0, 0, 1 } ), { 1, 1, noData, noData } ) );
  QVERIFY( near( aggregate.parts( Values{ 3, 1, 0 } )[0], { 0.15, noData, noData, 1 } ) );
  QVERIFY( near( aggregate.parts( Values{ 3, 1, 0 } )[2], { 0, 0, noData, noData } ) );
}

void TestDistrictScore::partsAddUp()
{
  const Columns needs{ { 0.2, noData, 0.9 }, { 0.8, 0.6, 0.1 }, { 1, 0.3, 0.4 } };
  const Values weights{ 3, 1, 2.5 };
  for ( const Aggregation how : { Aggregation::WeightedMean, Aggregation::Owa } )
  {
    const Aggregate aggregate( needs, { how, Penalty::Minus, { 4, 2, 1 } } );
    const Values scores = aggregate.scores( weights );
    const Columns parts = aggregate.parts( weights );
    for ( std::size_t district = 0; district < scores.size(); ++district )
    {
      double sum = 0;
      for ( const Values &part : parts )
        sum += hasData( part[district] ) ? part[district] : 0;
      QVERIFY( std::abs( sum - scores[district] ) <= 1e-12 );
    }
  }
}

void TestDistrictScore::geometricMean()
{
  const Aggregate aggregate( { { 0.8, 0, 0.5, noData }, { 0.5, 1, noData, noData }, { 0.4, 1, 0.5, noData } },
                             { Aggregation::GeometricMean, Penalty::Minus, {} } );
  QVERIFY( near( aggregate.scores( Values{ 1, 1, 1 } ), { std::cbrt( 0.16 ), 0, 0.5, noData } ) );
  QVERIFY( near( aggregate.scores( Values{ 0, 1, 1 } ), { std::sqrt( 0.2 ), 1, 0.5, noData } ) );
  QVERIFY( near( aggregate.scores( Values{ 2, 1, 0 } ), { std::cbrt( 0.8 * 0.8 * 0.5 ), 0, 0.5, noData } ) );
}

void TestDistrictScore::mazziottaPareto()
{
  // z is ±√1½ and 0: 100 ± 10 z has mean 100 everywhere, variance 150 in the first and last and 0 in the second
  // district.
  const Columns columns{ { 1, 2, 3 }, { 30, 20, 10 } };
  const Values weights{ 1, 1 };
  QVERIFY( near( Aggregate( columns, { Aggregation::MazziottaPareto, Penalty::Minus, {} } ).scores( weights ),
                 { 98.5, 100, 98.5 } ) );
  QVERIFY( near( Aggregate( columns, { Aggregation::MazziottaPareto, Penalty::Plus, {} } ).scores( weights ),
                 { 101.5, 100, 101.5 } ) );
  // Only one criterion known: nothing is uneven.
  const Columns gap{ { 1, 2, 3 }, { noData, 20, 10 } };
  QVERIFY( near( { Aggregate( gap, { Aggregation::MazziottaPareto, Penalty::Minus, {} } ).scores( weights )[0] },
                 { 100 - 10 * std::sqrt( 1.5 ) } ) );
}

void TestDistrictScore::topsisOfHwangAndYoon()
{
  // The choice of a fighter aircraft, in Hwang and Yoon, "Multiple attribute decision making" (1981); cost counts the
  // other way.
  ScoreTerms terms;
  terms.normalisation = Normalisation::None;
  terms.aggregation.how = Aggregation::Topsis;
  const std::vector<Criterion> aircraft{ criterion( "speed", { 2.0, 2.5, 1.8, 2.2 }, 0.2 ),
                                         criterion( "range", { 1500, 2700, 2000, 1800 }, 0.1 ),
                                         criterion( "payload", { 20000, 18000, 21000, 20000 }, 0.1 ),
                                         criterion( "cost", { 5.5, 6.5, 4.5, 5.0 }, 0.1, lessIsWorse ),
                                         criterion( "reliability", { 5, 3, 7, 5 }, 0.2 ),
                                         criterion( "manoeuvrability", { 9, 5, 7, 5 }, 0.3 ) };
  const DistrictScores scored = score( aircraft, terms, { 1, 1, 1, 1 } );
  QVERIFY2( near( scored.scores, { 0.643, 0.268, 0.613, 0.312 }, 0.001 ), qPrintable( text( scored.scores ) ) );
  QCOMPARE( scored.ranks, ( std::vector<int>{ 1, 4, 2, 3 } ) );
  // Vectors are made inside: what was made a vector before gives the same.
  terms.normalisation = Normalisation::Vector;
  QVERIFY( near( score( aircraft, terms, { 1, 1, 1, 1 } ).scores, scored.scores ) );
  // Where all are alike there is no ideal to come close to.
  QVERIFY( near( Aggregate( { { 2, 2 } }, { Aggregation::Topsis, Penalty::Minus, {} } ).scores( Values{ 1 } ),
                 { noData, noData } ) );
}

void TestDistrictScore::owaOfYager()
{
  // R. Yager, "On ordered weighted averaging aggregation operators in multicriteria decisionmaking" (1988).
  const AggregationTerms terms{ Aggregation::Owa, Penalty::Minus, { 0.4, 0.3, 0.2, 0.1 } };
  const Aggregate aggregate( { { 0.7 }, { 1 }, { 0.2 }, { 0.6 } }, terms );
  QVERIFY( near( aggregate.scores( Values{ 1, 1, 1, 1 } ), { 0.75 } ) );
  QVERIFY( near( aggregate.parts( Values{ 1, 1, 1, 1 } )[0], { 0.21 } ) );
}

void TestDistrictScore::owaWithWeights()
{
  const Columns needs{ { 0.2, 0.2 }, { 0.9, noData }, { 0.5, 0.5 } };
  // Without order weights it is the weighted mean; all weight on the first place, the maximum; on the last, the
  // minimum.
  const Values weights{ 1, 2, 3 };
  const auto scores = [&]( Values order )
  {
    return Aggregate( needs, { Aggregation::Owa, Penalty::Minus, std::move( order ) } ).scores( weights );
  };
  QVERIFY( near( scores( {} ), Aggregate( needs, {} ).scores( weights ) ) );
  QVERIFY( near( scores( { 1, 0, 0 } ), { 0.9, 0.5 } ) );
  // A district with fewer needs has no third place.
  QVERIFY( near( scores( { 0, 0, 1 } ), { 0.2, noData } ) );
  QVERIFY( near( scores( { 3, 2, 1 } ), { ( 6 * 0.9 + 6 * 0.5 + 1 * 0.2 ) / 13, ( 9 * 0.5 + 2 * 0.2 ) / 11 } ) );
}

void TestDistrictScore::partsOfOtherAggregations()
{
  // A part is what the score loses once the need is the mean of the districts, here ½ and ¾.
  const Aggregate aggregate( { { 0.25, 0.75 }, { 1, 0.5 } }, { Aggregation::GeometricMean, Penalty::Minus, {} } );
  const Columns parts = aggregate.parts( Values{ 1, 1 } );
  QVERIFY( near( parts[0], { 0.5 - std::sqrt( 0.5 ), std::sqrt( 0.375 ) - 0.5 } ) );
  QVERIFY( near( parts[1], { 0.5 - std::sqrt( 0.1875 ), std::sqrt( 0.375 ) - 0.75 } ) );
}

void TestDistrictScore::wrongTerms()
{
  QVERIFY_EXCEPTION_THROWN( Aggregate( { { -0.1 } }, { Aggregation::GeometricMean, Penalty::Minus, {} } ), Error );
  QVERIFY_EXCEPTION_THROWN( Aggregate( { { 1 }, { 2 } }, { Aggregation::Owa, Penalty::Minus, { 1 } } ), Error );
  QVERIFY_EXCEPTION_THROWN( Aggregate( { { 1 }, { 2 } }, { Aggregation::Owa, Penalty::Minus, { 1, -1 } } ), Error );
  QVERIFY_EXCEPTION_THROWN( score( { criterion( "hitte", { 1 }, -1 ) }, {}, { 1 } ), Error );
  QVERIFY_EXCEPTION_THROWN( score( { criterion( "hitte", { 1 }, noData ) }, {}, { 1 } ), Error );
}

void TestDistrictScore::ranksTiesAlike()
{
  QCOMPARE( ranks( Values{ 0.5, 0.9, noData, 0.5, 0.1 } ), ( std::vector<int>{ 2, 1, unranked, 2, 4 } ) );
  QCOMPARE( ranks( Values{} ), std::vector<int>{} );
}

void TestDistrictScore::rankIntervalsBetweenBounds()
{
  // Weights from ¾ to 1¼ stand to each other as 0.6 to 1.67: the first two can change places, the third comes last, the
  // fourth has no score. With 2 in place of 1.1 nothing can move.
  NoProgress progress;
  const Values weights{ 1, 1 };
  const auto intervals = [&]( double second, const WeightChanges &changes )
  {
    std::vector<int> bounds;
    const Aggregate aggregate( { { 1, 0, 0, noData }, { 0, second, 0, noData } }, {} );
    for ( const RankInterval &interval : rankIntervals( aggregate, weights, changes, progress ) )
      bounds.insert( bounds.end(), { interval.low, interval.high } );
    return bounds;
  };
  QCOMPARE( intervals( 1.1, {} ), ( std::vector<int>{ 1, 2, 1, 2, 3, 3, unranked, unranked } ) );
  QCOMPARE( intervals( 2, {} ), ( std::vector<int>{ 2, 2, 1, 1, 3, 3, unranked, unranked } ) );
  QCOMPARE( intervals( 1.1, { 0, 1000, 1 } ), ( std::vector<int>{ 2, 2, 1, 1, 3, 3, unranked, unranked } ) );
  QCOMPARE( intervals( 1.1, { 0.25, 0, 1 } ), ( std::vector<int>{ 2, 2, 1, 1, 3, 3, unranked, unranked } ) );
}

void TestDistrictScore::specificity()
{
  QCOMPARE( cityValue( Values{ 0.2, 0.4, noData }, Values{ 100, 300, 600 } ), 0.35 );
  QVERIFY( !hasData( cityValue( Values{ noData }, Values{ 100 } ) ) );
  const DistrictScores scored =
    score( { criterion( "water", { 0.2, 0.4, noData } ), criterion( "zorg", { 0, 0, 0 } ) }, {}, { 100, 300, 600 } );
  QVERIFY( near( scored.criteria[0].specificities, { 0.2 / 0.35, 0.4 / 0.35, noData } ) );
  QVERIFY( near( scored.criteria[1].specificities, { noData, noData, noData } ) );
}

void TestDistrictScore::criterionFromSettings()
{
  const auto fields = []( const Findings &findings )
  {
    QStringList names;
    for ( const Finding &finding : findings )
      names << QString::fromStdString( finding.field + "=" + finding.filledBy );
    names.sort();
    return names;
  };
  Findings findings;
  const Criterion coverage =
    makeCriterion( "water", Measure::Coverage, { 0.2, 0.4 }, {}, Normalisation::Absolute, findings );
  QCOMPARE( coverage.scale.upper, 1.0 );
  QCOMPARE( fields( findings ), ( QStringList{ "direction=more_is_worse", "lower=0", "upper=1", "weight=1" } ) );

  findings.clear();
  const ThemeSettings settings{ "inkomen", 2.0, {}, 50.0, {}, Direction::LessIsWorse, {} };
  const Criterion income =
    makeCriterion( "inkomen", Measure::MeanValue, { 20, 40 }, settings, Normalisation::Absolute, findings );
  QCOMPARE( income.weight, 2.0 );
  QCOMPARE( income.scale.lower, 20.0 );
  QCOMPARE( income.scale.upper, 50.0 );
  QVERIFY( income.scale.direction == Direction::LessIsWorse );
  QCOMPARE( fields( findings ), ( QStringList{ "lower=20" } ) );

  findings.clear();
  makeCriterion( "inkomen", Measure::MeanValue, { 20, 40 }, settings, Normalisation::MinMax, findings );
  QCOMPARE( fields( findings ), QStringList{} );
}

void TestDistrictScore::nothingToScore()
{
  QVERIFY_EXCEPTION_THROWN( score( {}, {}, { 1, 1 } ), Error );
  const DistrictScores unknown = score( { criterion( "water", { noData, noData } ) }, {}, { 1, 1 } );
  QVERIFY( near( unknown.scores, { noData, noData } ) );
  QCOMPARE( unknown.ranks, ( std::vector<int>{ unranked, unranked } ) );
}

QTEST_APPLESS_MAIN( TestDistrictScore )
#include "test_district_score.moc"
