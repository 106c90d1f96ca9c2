// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/columns.h"

#include <memory>
#include <optional>

namespace koppelkans
{

//! Values on a lattice of pixels, read a few rows at a time so that a raster may be larger than memory.
class RasterSource
{
public:
  virtual ~RasterSource() = default;
  virtual std::size_t columns() const = 0;
  virtual std::size_t rows() const = 0;
  //! The values of \a count rows from \a first on, noData where there is none. Throws Error where they cannot be read.
  virtual std::vector<double> read( std::size_t first, std::size_t count ) = 0;
  //! The columns + 1 corners of the pixels on lattice line \a line (0 to rows), in the working CRS.
  virtual std::vector<Point> corners( std::size_t line ) = 0;
  //! Around all pixels, in the working CRS.
  virtual Box extent() = 0;
  //! A place in the working CRS as column and row of the lattice, fractions included.
  virtual Point pixelAt( Point place ) = 0;
};

//! What a theme's values mean.
enum class Measure
{
  Coverage,     //!< share of the area that the theme's polygons cover, 0 to 1
  MeanValue,    //!< area-weighted mean of a field of the polygons
  LineDensity,  //!< metres per hectare
  PointDensity, //!< number per hectare
  RasterMean    //!< mean of the pixels, weighted by covered area
};

//! A transition task with a map: features or a raster.
struct Theme
{
  std::string name;
  Measure measure = Measure::Coverage;
  Features features;                    //!< without features for a raster
  std::unique_ptr<RasterSource> raster; //!< for RasterMean
  //! Polygons within which the theme was mapped: elsewhere there is no data. None: it was mapped everywhere.
  std::optional<GeometryColumn> extent = {};
};

} // namespace koppelkans
