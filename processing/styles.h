// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QgsProcessingContext;

namespace koppelkans
{

/**
 * Puts the style \a style (a file of styles/, without ending) on \a layer once it is loaded; nothing where it will not
 * be.
 *
 * A style "works" may stand there as works.qml or, one a geometry, as works_polygon.qml and so on; where it holds
 * words, its Dutch twin works_nl.qml is taken for a Dutch user.
 */
void styleOnLoad( QgsProcessingContext &context, const QString &layer, const QString &style );

} // namespace koppelkans
