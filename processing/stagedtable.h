// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

class QgsAbstractDatabaseProviderConnection;

namespace koppelkans
{

/**
 * A table in a GeoPackage, written under a name of its own until it is complete, so that a table that already bears its
 * name stays until then. What is not put in place and kept is dropped again, and what it replaced comes back.
 */
class StagedTable
{
public:
  //! The table that \a destination names, "ogr:dbname='/city.gpkg' table="works" (geom)"; nothing where it is none.
  static std::unique_ptr<StagedTable> of( const QString &destination );
  ~StagedTable();

  const QString &file() const { return mFile; }

  const QString &table() const { return mTable; }

  //! The destination to write to.
  QString stagedDestination() const;

  //! The source of the layer once it is in place.
  QString source() const { return QStringLiteral( "%1|layername=%2" ).arg( mFile, mTable ); }

  //! Gives the table its name; a table that has it goes aside until keep(). Throws Error where that cannot be.
  void putInPlace();
  //! Ends what putInPlace() began: from now on the table stays, and what it replaced is dropped.
  void keep();

private:
  StagedTable( const QString &file, const QString &table, const QString &geometryColumn );

  QString stagedName() const { return mTable + QStringLiteral( "_koppelkans" ); }

  QString asideName() const { return mTable + QStringLiteral( "_koppelkans_before" ); }

  std::unique_ptr<QgsAbstractDatabaseProviderConnection> connection() const;

  QString mFile;
  QString mTable;
  QString mGeometryColumn;
  bool mFileIsNew;
  bool mInPlace = false;
  bool mOldIsAside = false;
  bool mIsKept = false;
};

} // namespace koppelkans
