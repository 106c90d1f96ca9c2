// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <QVariantMap>
#include <qgsapplication.h>

#include <map>
#include <memory>

class QgsVectorLayer;

namespace koppelkans::test
{

//! QGIS without a window, in a profile of its own, with our provider registered.
class Qgis
{
public:
  Qgis( int &argc, char **argv );
  ~Qgis();

private:
  QTemporaryDir mProfile;
  QgsApplication mApplication;
};

//! What a run of one of our algorithms left.
struct Outcome
{
  bool ok = false;
  QVariantMap results;
  QString log; //!< everything that the user would have read
};

//! Runs koppelkans:\a algorithm as Processing does.
Outcome run( const QString &algorithm, const QVariantMap &parameters );

//! A layer of a file, "path" or "path|layername=x".
std::unique_ptr<QgsVectorLayer> openLayer( const QString &source );

//! A table of findings, counted by layer and kind.
std::map<std::pair<QString, QString>, int> countFindings( const QString &source );

//! Writes a table as a CSV file of lines.
bool writeLines( const QString &path, const QStringList &lines );

} // namespace koppelkans::test

//! The main function of a test of TEST that runs algorithms.
#define KOPPELKANS_ALGORITHM_TEST( TEST )                                                                              \
  int main( int argc, char **argv )                                                                                    \
  {                                                                                                                    \
    const koppelkans::test::Qgis qgis( argc, argv );                                                                   \
    TEST test;                                                                                                         \
    return QTest::qExec( &test, argc, argv );                                                                          \
  }
