// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "processing/compat.h"

#include <QString>
#include <QTemporaryDir>
#include <QVariantMap>
#include <qgscoordinatereferencesystem.h>
#include <qgsfields.h>

#include <memory>
#include <vector>

class QgsFeatureSink;
class QgsProcessingAlgorithm;
class QgsProcessingContext;

namespace koppelkans
{

/**
 * The results of one run of an algorithm, which appear whole or not at all.
 *
 * A result that is a file is written in a hidden folder beside its destination, and moved there by commit() once all
 * results of the run are complete; whatever ends a run before that leaves what was there before. A table in a
 * GeoPackage is written under another name until then: see StagedTable. Other results (temporary layers, databases on
 * servers) go straight to where QGIS keeps them.
 */
class ResultFiles
{
public:
  ResultFiles( const QgsProcessingAlgorithm &algorithm, const QVariantMap &parameters, QgsProcessingContext &context );
  ~ResultFiles();

  /**
   * The sink for parameter \a name, or nothing where it is optional and not wanted. A temporary layer of any geometry
   * is a GeoPackage among QGIS' temporary files: in memory layers have one kind of geometry.
   * Throws Error where it cannot be written, or where writing it would replace one of the inputs.
   */
  QgsFeatureSink *sink( const QString &name, const QgsFields &fields, compat::WkbType type,
                        const QgsCoordinateReferenceSystem &crs );

  /**
   * For whoever fills a table faster than sink \a name can: closes that sink, nothing having been written to it, and
   * returns the path of the GeoPackage with the empty table. Empty, the sink untouched, where the result is no
   * GeoPackage of its own.
   */
  QString emptyGeoPackage( const QString &name );

  //! Where to write the raster or file of parameter \a name; empty where it is not wanted. Throws as sink().
  QString file( const QString &name );

  /**
   * Closes all results, makes sure that they are complete, and puts them in place.
   * Returns the results by parameter. Throws Error, leaving all destinations as they were, where one is not complete or
   * cannot be put in its place.
   */
  QVariantMap commit();

  //! \a text with the names of destinations where it has those of the files that are on their way there.
  QString withDestinations( QString text ) const;

private:
  struct Result;

  //! A hidden folder beside \a destination, after checking that the destination may be written.
  std::unique_ptr<QTemporaryDir> stageFor( const QString &name, const QString &destination );
  static void close( Result &result );
  static QString named( QString text, const Result &result );
  //! Throws Error where \a destination, or a \a table in it, is what an input is read from.
  void refuseInput( const QString &name, const QString &destination, const QString &table = {} ) const;

  const QgsProcessingAlgorithm &mAlgorithm; // borrowed
  const QVariantMap &mParameters;           // borrowed
  QgsProcessingContext &mContext;           // borrowed
  std::vector<Result> mResults;
};

} // namespace koppelkans
