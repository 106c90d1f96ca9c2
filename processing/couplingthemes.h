// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/year_range.h"
#include "core/stack/need_map.h"
#include "processing/layersource.h"

namespace koppelkans
{

//! The themes that bundles may carry: what they need where, until when, and who has a stake in them.
struct CouplingThemes
{
  NeedMap map;
  std::vector<std::optional<YearRange>> horizons; //!< by theme; none: any year
  std::vector<QString> horizonTexts;              //!< by theme, as the settings have them; empty for none
  std::vector<QStringList> partners;              //!< by theme

  QString name( std::size_t theme ) const { return QString::fromStdString( map.themes[theme].name ); }
};

/**
 * Reads cells as stacklayers writes them: a field with a measured value for each theme, no value for no data.
 *
 * The themes are those of \a settings, or where these are not given all fields with numbers other than fid, cell_id,
 * overlap_count and overlap_index. Bounds that the settings do not give are 0 and 1 where all values lie between these,
 * else the smallest and the largest value; that and all else that is filled in is reported. Throws Error where there
 * are no cells or no themes.
 */
CouplingThemes readCells( const LayerSource &cells, const std::optional<LayerSource> &settings,
                          const LayerReader &reader, Findings &findings, Progress &progress );

/**
 * Reads faces as overlaythemes writes them: field themes names the themes of each, separated by semicolons. A theme has
 * the value 1 in its faces and 0 everywhere else. Throws Error where no theme is named.
 */
CouplingThemes readFaces( const LayerSource &faces, const std::optional<LayerSource> &settings,
                          const LayerReader &reader, Findings &findings, Progress &progress );

//! The names in a text that separates them by commas or semicolons, each once.
QStringList namesIn( const QString &text );

} // namespace koppelkans
