// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ogr_shapes.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <string>
#include <variant>
#include <vector>

namespace koppelkans::sample
{

//! A cell of a table; the empty one is NULL.
using Value = std::variant<std::monostate, int, double, std::string>;

//! A field with its name and type.
struct Field
{
  const char *name;
  OGRFieldType type;
};

//! One layer of the GeoPackage that is being written.
class LayerWriter
{
public:
  explicit LayerWriter( OGRLayer *layer )
    : mLayer( layer )
  {
  }

  //! Adds a feature; coordinates are rounded to millimetres, and a polygon that this breaks is repaired.
  void add( const OGRGeometry *geometry, const std::vector<Value> &values );

  //! Adds a feature as it is, errors included.
  void addUnchecked( const OGRGeometry &geometry, const std::vector<Value> &values );

private:
  void write( Geometry geometry, const std::vector<Value> &values );

  //! Borrowed from the data set
  OGRLayer *mLayer;
};

//! Writes voorbeeldstad.gpkg, byte for byte alike on every run.
class GeoPackageWriter
{
public:
  explicit GeoPackageWriter( const std::string &path );
  ~GeoPackageWriter();
  GeoPackageWriter( const GeoPackageWriter & ) = delete;
  GeoPackageWriter &operator=( const GeoPackageWriter & ) = delete;

  LayerWriter layer( const char *name, OGRwkbGeometryType type, const std::vector<Field> &fields,
                     const char *description );

  //! Closes the file; throws when something could not be written.
  void close();

private:
  GDALDatasetUniquePtr mDataset;
  OGRSpatialReference mReference;
};

} // namespace koppelkans::sample
