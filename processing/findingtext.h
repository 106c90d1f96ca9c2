// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding.h"

#include <QString>
#include <qgsfields.h>

#include <exception>

class QgsFeatureSink;
class QgsProcessingFeedback;

namespace koppelkans
{

//! The name of a kind of finding in results, never translated: "repaired_geometry".
QString findingCode( FindingKind kind );

//! A finding as a sentence in the user's language that names layer, feature and field.
QString findingText( const Finding &finding );

//! What stopped an operation, in the user's language.
QString errorText( const std::exception &error );

//! Whether the finding costs the user something: left out, repaired, not understood. The others state what was assumed.
bool isWarning( FindingKind kind );

//! Fields of the table of findings: layer, feature, kind, message, filled_by.
QgsFields findingFields();

//! Writes findings to a table; a missing \a sink is no output wanted.
void writeFindings( const Findings &findings, QgsFeatureSink *sink );

//! Tells the user of all findings: each layer's first few in full, the rest as a number.
void reportFindings( const Findings &findings, QgsProcessingFeedback &feedback );

} // namespace koppelkans
