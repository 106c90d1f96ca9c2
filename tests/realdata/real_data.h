// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding.h"
#include "processing/layersource.h"

#include <QString>
#include <QtTest>

namespace koppelkans::test
{

//! The path of published data: the environment's KOPPELKANS_DATA, else ../shared/data beside the repository.
QString dataPath( const QString &relative );

//! A layer as the algorithms read it: in EPSG code \a crs, repaired.
ReadLayer readInCrs( const QString &source, const QString &crs, Findings &findings );

//! The area of one feature, by GEOS.
double areaOf( const GeometryColumn &polygons, std::size_t feature );

} // namespace koppelkans::test

//! Ends the test where a file of published data is missing: as a failure in CI, elsewhere saying so aloud.
#define KOPPELKANS_NEED_DATA( RELATIVE )                                                                               \
  do                                                                                                                   \
  {                                                                                                                    \
    const QString needed = koppelkans::test::dataPath( QStringLiteral( RELATIVE ) );                                   \
    if ( QFile::exists( needed ) )                                                                                     \
      break;                                                                                                           \
    if ( qEnvironmentVariableIsSet( "CI" ) )                                                                           \
      QFAIL( qPrintable( needed + QStringLiteral( " is missing" ) ) );                                                 \
    QSKIP( qPrintable( needed + QStringLiteral( " is missing: nothing is checked against real data" ) ) );             \
  } while ( false )

//! Runs an algorithm and ends the test with everything it said where it fails.
#define KOPPELKANS_RUN( OUTCOME, ALGORITHM, ... )                                                                      \
  const koppelkans::test::Outcome OUTCOME = koppelkans::test::run( QStringLiteral( ALGORITHM ), __VA_ARGS__ );         \
  QVERIFY2( OUTCOME.ok, qPrintable( OUTCOME.log ) )
