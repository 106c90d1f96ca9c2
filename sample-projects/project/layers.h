// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QString>

#include <memory>
#include <vector>

class QgsMapLayer;

namespace koppelkans::sample
{

//! A layer of the project: where it stands in the tree, where its data is, and how it looks and is explained.
struct LayerEntry
{
  const char *group; //!< path in the tree: "Resultaten/1 Opgavenkaart"; empty for the top
  const char *file;
  const char *layer; //!< within the file; empty for a raster. The name by which the project's other parts know it
  const char *title;
  const char *style; //!< a file of styles/, without ending; empty for a table
  const char *about;
  const char *table = nullptr; //!< within the file, where a second layer shows the same data
};

//! All layers of Voorbeeldstad, from the top of the map to its ground.
const std::vector<LayerEntry> &layerEntries();

//! The name by which the project's other parts know a layer.
QString keyOf( const LayerEntry &entry );

//! Opens a layer and dresses it; throws std::runtime_error where its data or its style is missing.
std::unique_ptr<QgsMapLayer> openLayer( const LayerEntry &entry, const QDir &data, const QDir &styles );

//! Puts the style \a file on \a layer; throws std::runtime_error.
void dress( QgsMapLayer &layer, const QString &file );

} // namespace koppelkans::sample
