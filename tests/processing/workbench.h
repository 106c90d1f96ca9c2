// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <QVariantMap>
#include <QtTest>
#include <qgsapplication.h>
#include <qgsprocessingcontext.h>
#include <qgsprocessingfeedback.h>
#include <qgsproject.h>

#include <memory>

class QgsVectorLayer;

namespace koppelkans::test
{

//! QGIS without a window, in a profile of its own, with our provider in it: one for each test program.
class Qgis
{
public:
  Qgis( int &argc, char **argv );
  ~Qgis();

private:
  QTemporaryDir mProfile; // before the application that reads it
  std::unique_ptr<QgsApplication> mApplication;
};

//! Feedback that keeps what it is told.
class Listener : public QgsProcessingFeedback
{
public:
  Listener();

  void pushInfo( const QString &text ) override { infos << text; }

  void pushWarning( const QString &text ) override { warnings << text; }

  void reportError( const QString &text, bool fatal = false ) override;

  QStringList infos;
  QStringList warnings;
  QStringList errors;
};

//! What a run said and left; its memory layers live as long as it does.
struct Outcome
{
  bool ok = false;
  QVariantMap results;
  QStringList infos;
  QStringList warnings;
  QStringList errors;
  std::unique_ptr<QgsProcessingContext> context;

  //! The layer that a result names, nothing where there is none.
  QgsVectorLayer *layer( const QString &result ) const;
  //! The columns \a fields of a result, a line a row: see table().
  QStringList table( const QString &result, const QStringList &fields ) const;
  //! The findings as "layer|feature|kind".
  QStringList findings() const;
  //! The text of the findings of \a kind.
  QStringList messages( const QString &kind ) const;
  //! All that was said, for failing tests.
  QByteArray said() const;
};

//! One feature: well-known text, empty for no geometry, and its attributes.
struct Row
{
  QString wkt;
  QVariantList attributes = {};
};

//! A project with layers and a folder for files, on which algorithms are run as the desktop would.
class Workbench
{
public:
  Workbench();

  QgsProject project; //!< without a CRS
  QTemporaryDir folder;

  //! Adds a memory layer to the project: "Polygon?crs=EPSG:28992&field=year:string".
  QgsVectorLayer *add( const QString &name, const QString &uri, const QList<Row> &rows = {} );
  //! Writes \a layer to \a file in the folder, in the format of its suffix; returns its path.
  QString write( QgsVectorLayer *layer, const QString &file, const QString &table = {} ) const;
  //! Writes \a text to \a file in the folder; returns its path.
  QString write( const QByteArray &text, const QString &file ) const;

  QString path( const QString &file ) const { return folder.filePath( file ); }

  //! Runs an algorithm of ours; FINDINGS are kept unless \a parameters say where they go.
  Outcome run( const QString &algorithm, QVariantMap parameters, Listener *listener = nullptr );
  //! What QGIS says of the parameters before it runs them; empty where it accepts them.
  QString refusal( const QString &algorithm, const QVariantMap &parameters );

private:
  std::unique_ptr<QgsProcessingContext> makeContext();
};

//! A layer as parameter.
QVariant asValue( QgsMapLayer *layer );
//! Several.
QVariantList asValues( const QList<QgsVectorLayer *> &layers );

//! A square of side \a size with its lower left corner at \a x, \a y, as well-known text.
QString square( double x, double y, double size );
QString rectangle( double x, double y, double width, double height );

//! The columns \a fields of all rows of \a layer, in their order: "E0000N0000 0.5 NULL".
QStringList table( const QgsVectorLayer &layer, const QStringList &fields );

//! Every file and folder below \a folder, hidden ones too, by path, with a hash of what it holds.
QMap<QString, QByteArray> contents( const QString &folder );

} // namespace koppelkans::test

//! The main function of a test program with the test class \a Class.
#define KOPPELKANS_PROCESSING_TEST( Class )                                                                            \
  int main( int argc, char **argv )                                                                                    \
  {                                                                                                                    \
    const koppelkans::test::Qgis qgis( argc, argv );                                                                   \
    Class test;                                                                                                        \
    return QTest::qExec( &test, argc, argv );                                                                          \
  }

//! Fails with all that \a outcome said unless its run succeeded.
#define VERIFY_RAN( outcome ) QVERIFY2( ( outcome ).ok, ( outcome ).said().constData() )
