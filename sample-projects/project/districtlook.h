// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <vector>

class QgsVectorLayer;

namespace koppelkans::sample
{

//! A theme as people meet it: its name in the data, its name in print, and its colour wherever it appears.
struct ThemeLook
{
  QString name;
  QString title;
  QColor color;
};

//! The ten themes of Voorbeeldstad, in colours that remain apart for the colour-blind.
const std::vector<ThemeLook> &themeLooks();

/**
 * An expression for what is particular to a district of \a scores: the theme whose share there exceeds the city's most,
 * among those that add something to its score.
 */
QString mostParticular( const QgsVectorLayer &scores );

/**
 * Lets the map of district scores be read by itself: each district gets its rank, its name and what is particular to
 * it, and a bar as long as its score, in parts for what each theme adds.
 */
void explainDistricts( QgsVectorLayer &scores );

} // namespace koppelkans::sample
