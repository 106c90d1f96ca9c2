// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city.h"

#include <gdal_priv.h>

#include <functional>
#include <string>

namespace koppelkans::sample
{

//! A raster of square cells over the sample area, first row in the north.
class Grid
{
public:
  explicit Grid( double cellSize );

  int columns() const { return mColumns; }

  int rows() const { return mRows; }

  float &at( int column, int row ) { return mValues[static_cast<std::size_t>( row ) * mColumns + column]; }

  float at( int column, int row ) const { return mValues[static_cast<std::size_t>( row ) * mColumns + column]; }

  Point middle( int column, int row ) const;

  //! Sets every cell from its middle and its present value.
  void fill( const std::function<double( Point place, double present )> &value );

  //! Gives the cells whose middle lies in one of the shapes a value.
  void burn( const std::vector<const OGRGeometry *> &shapes, double value );

  //! Means over a square of 2 * radius + 1 cells, twice, which is nearly a bell curve.
  void blur( int radius );

  //! Where the values reach a level, as smooth polygons of at least \a leastArea.
  std::vector<Geometry> zones( double level, double leastArea ) const;

  //! Writes a GeoTIFF with nodata -9999.
  void write( const std::string &path ) const;

private:
  GDALDatasetUniquePtr dataset() const;

  double mCellSize;
  int mColumns;
  int mRows;
  std::vector<float> mValues;
};

constexpr float NODATA = -9999;

//! Perceived temperature (PET) on a hot afternoon: stone warms, green and water cool, and hills of noise stand for the
//! wind.
Grid heatStress( const City &city );

//! Depth of water in cm after a cloudburst: it gathers in low streets.
Grid cloudburst( const City &city );

//! Subsidence in mm a year: peat in the polder, and a filled creek under the newest district.
Grid subsidence( const City &city );

} // namespace koppelkans::sample
