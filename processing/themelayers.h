// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stack/need.h"
#include "core/stack/theme.h"
#include "processing/layersource.h"
#include "processing/rasterlayersource.h"

#include <variant>

class QgsMapLayer;
class QgsProcessingContext;

namespace koppelkans
{

/**
 * The layers of parameter THEMES, on their way to being themes of the core.
 */
class ThemeLayers
{
public:
  //! In the main thread. Throws Error where the layer can be no theme.
  void add( QgsMapLayer *layer, const QgsProcessingContext &context );

  std::size_t count() const { return mLayers.size(); }

  const QStringList &names() const { return mNames; }

  //! Of the first layer.
  QgsCoordinateReferenceSystem crs() const;

  /**
   * Reads one layer in \a crs. Polygons give coverage, or the mean of the field that \a settings name; lines and points
   * densities; rasters means. The layer is used up.
   */
  Theme read( std::size_t layer, const QgsCoordinateReferenceSystem &crs,
              const QgsCoordinateTransformContext &transforms, std::span<const ThemeSettings> settings,
              Findings &findings, Progress &progress );

  //! Reads all layers, several at a time; the findings come in the order of the layers.
  std::vector<Theme> read( const QgsCoordinateReferenceSystem &crs, const QgsCoordinateTransformContext &transforms,
                           std::span<const ThemeSettings> settings, Findings &findings, Progress &progress );

private:
  using Layer = std::variant<LayerSource, std::unique_ptr<RasterLayerSource>>;
  QStringList mNames;
  std::vector<Layer> mLayers;
};

//! \a name, or the first of name_2, name_3, … that is not \a taken.
QString uniqueName( const QString &name, const QStringList &taken );

//! Around everything that \a themes hold, in the working CRS.
Box extentOf( std::span<const Theme> themes );

} // namespace koppelkans
