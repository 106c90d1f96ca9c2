// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stack/theme.h"

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgsrectangle.h>

#include <memory>

class QgsRasterDataProvider;
class QgsRasterLayer;

namespace koppelkans
{

/**
 * The first band of a QGIS raster layer, whatever its provider.
 *
 * Made in the layer's thread, used by one other at a time. Pixels are not resampled: their corners are transformed to
 * the working CRS.
 */
class RasterLayerSource : public RasterSource
{
public:
  //! Throws Error, naming the layer, where it has no CRS or no pixels of its own (a web map).
  RasterLayerSource( QgsRasterLayer *layer, const QString &name );
  ~RasterLayerSource() override;

  //! To be called before reading.
  void setWorkingCrs( const QgsCoordinateReferenceSystem &crs, const QgsCoordinateTransformContext &transforms );

  const QgsCoordinateReferenceSystem &crs() const { return mCrs; }

  std::size_t columns() const override { return mColumns; }

  std::size_t rows() const override { return mRows; }

  std::vector<double> read( std::size_t first, std::size_t count ) override;
  std::vector<Point> corners( std::size_t line ) override;
  Box extent() override;
  Point pixelAt( Point place ) override;

private:
  //! \a points transformed, or an Error that names the layer.
  std::vector<Point> transformed( std::vector<Point> points, bool toWorkingCrs ) const;

  QString mName;
  std::unique_ptr<QgsRasterDataProvider> mProvider;
  QgsCoordinateReferenceSystem mCrs;
  QgsCoordinateTransform mTransform;
  QgsRectangle mExtent;
  std::size_t mColumns;
  std::size_t mRows;
};

} // namespace koppelkans
