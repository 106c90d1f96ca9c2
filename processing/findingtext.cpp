// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/findingtext.h"

#include "processing/compat.h"
#include "processing/rows.h"

#include <QCoreApplication>
#include <qgsprocessingfeedback.h>

#include <map>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansFindings )
};

QString tr( const char *text ) { return Texts::tr( text ); }

//! What is said of a kind, with %1 the field, %2 the value and %3 what was filled in.
QString sentence( FindingKind kind )
{
  switch ( kind )
  {
    case FindingKind::MissingGeometry:
      return tr( "has no geometry and is left out" );
    case FindingKind::EmptyGeometry:
      return tr( "has an empty geometry and is left out" );
    case FindingKind::WrongGeometryType:
      return tr( "is left out: its geometry is of another type than the layer's (%2)" );
    case FindingKind::RepairedGeometry:
      return tr( "has an invalid geometry (%2); it was repaired for the computation, the layer itself is unchanged" );
    case FindingKind::UnusableGeometry:
      return tr( "is left out: its geometry cannot be repaired (%2)" );
    case FindingKind::NotTransformable:
      return tr( "is left out: it cannot be transformed to the CRS of the computation (%2)" );
    case FindingKind::NotANumber:
      return tr( "field %1: “%2” is not a number" );
    case FindingKind::MissingNumber:
      return tr( "field %1: no value" );
    case FindingKind::NegativeNumber:
      return tr( "field %1: %2 is negative" );
    case FindingKind::NotAYear:
      return tr( "field %1: “%2” is not a year or a range of years such as 2027 or 2026-2030" );
    case FindingKind::MissingYear:
      return tr( "field %1: no year" );
    case FindingKind::UnknownYear:
      return tr( "field %1: %2 stands for an unknown year" );
    case FindingKind::ReversedWindow:
      return tr( "the latest year lies before the earliest (%2)" );
    case FindingKind::YearOutsideWindow:
      return tr( "the planned year lies outside the window (%2)" );
    case FindingKind::DuplicateFootprint:
      return tr( "covers the same place as feature %2" );
    case FindingKind::UnderExperiment:
      return tr( "lies in experiment %2 and stays out of the plan" );
    case FindingKind::UnderMoratorium:
      return tr( "no year of its window is free of a moratorium (%2)" );
    case FindingKind::TooExtended:
      return tr( "is larger (%2 m) than a bundle may be" );
    case FindingKind::MissingClass:
      return tr( "field %1: no class" );
    case FindingKind::DefaultUsed:
      return tr( "%1 is not given; %3 was filled in" );
    case FindingKind::RenewedBeforeBuilt:
      return tr( "the renewal lies before the construction (%2); construction counts" );
    case FindingKind::UnknownSetting:
      return tr( "no layer is called “%2”: the row is not used" );
    case FindingKind::UnusableLayer:
      return QStringLiteral( "%2" );
    case FindingKind::DistortingCrs:
      return tr( "the CRS of the computation, %2, distorts areas and lengths; choose a national one" );
  }
  return {};
}

} // namespace

QString findingCode( FindingKind kind )
{
  switch ( kind )
  {
    case FindingKind::MissingGeometry:
      return QStringLiteral( "missing_geometry" );
    case FindingKind::EmptyGeometry:
      return QStringLiteral( "empty_geometry" );
    case FindingKind::WrongGeometryType:
      return QStringLiteral( "wrong_geometry_type" );
    case FindingKind::RepairedGeometry:
      return QStringLiteral( "repaired_geometry" );
    case FindingKind::UnusableGeometry:
      return QStringLiteral( "unusable_geometry" );
    case FindingKind::NotTransformable:
      return QStringLiteral( "not_transformable" );
    case FindingKind::NotANumber:
      return QStringLiteral( "not_a_number" );
    case FindingKind::MissingNumber:
      return QStringLiteral( "missing_number" );
    case FindingKind::NegativeNumber:
      return QStringLiteral( "negative_number" );
    case FindingKind::NotAYear:
      return QStringLiteral( "not_a_year" );
    case FindingKind::MissingYear:
      return QStringLiteral( "missing_year" );
    case FindingKind::UnknownYear:
      return QStringLiteral( "unknown_year" );
    case FindingKind::ReversedWindow:
      return QStringLiteral( "reversed_window" );
    case FindingKind::YearOutsideWindow:
      return QStringLiteral( "year_outside_window" );
    case FindingKind::DuplicateFootprint:
      return QStringLiteral( "duplicate_footprint" );
    case FindingKind::UnderExperiment:
      return QStringLiteral( "under_experiment" );
    case FindingKind::UnderMoratorium:
      return QStringLiteral( "under_moratorium" );
    case FindingKind::TooExtended:
      return QStringLiteral( "too_extended" );
    case FindingKind::MissingClass:
      return QStringLiteral( "missing_class" );
    case FindingKind::DefaultUsed:
      return QStringLiteral( "default_used" );
    case FindingKind::RenewedBeforeBuilt:
      return QStringLiteral( "renewed_before_built" );
    case FindingKind::UnknownSetting:
      return QStringLiteral( "unknown_setting" );
    case FindingKind::UnusableLayer:
      return QStringLiteral( "unusable_layer" );
    case FindingKind::DistortingCrs:
      return QStringLiteral( "distorting_crs" );
  }
  return {};
}

bool isWarning( FindingKind kind ) { return kind != FindingKind::DefaultUsed; }

QString findingText( const Finding &finding )
{
  const QString layer = QString::fromStdString( finding.layer );
  const QString where = finding.feature == Finding::noFeature ? tr( "layer %1" ).arg( layer )
                                                              : tr( "layer %1, feature %2" ).arg( layer ).arg( finding.feature );
  // One pass over the placeholders: a value may itself hold a %1.
  QString what = sentence( finding.kind );
  const std::map<QString, std::string> values { { QStringLiteral( "%1" ), finding.field },
                                                { QStringLiteral( "%2" ), finding.value },
                                                { QStringLiteral( "%3" ), finding.filledBy } };
  QString text;
  for ( int i = 0; i < what.size(); )
  {
    const auto value = values.find( what.mid( i, 2 ) );
    text += value != values.end() ? QString::fromStdString( value->second ) : QString( what.at( i ) );
    i += value != values.end() ? 2 : 1;
  }
  return QStringLiteral( "%1: " ).arg( where ) + text;
}

QgsFields findingFields()
{
  QgsFields fields;
  fields.append( QgsField( QStringLiteral( "layer" ), compat::text ) );
  fields.append( QgsField( QStringLiteral( "feature" ), compat::longInteger ) );
  fields.append( QgsField( QStringLiteral( "kind" ), compat::text ) );
  fields.append( QgsField( QStringLiteral( "message" ), compat::text ) );
  fields.append( QgsField( QStringLiteral( "filled_by" ), compat::text ) );
  return fields;
}

void writeFindings( const Findings &findings, QgsFeatureSink *sink )
{
  if ( !sink )
    return;
  for ( const Finding &finding : findings )
    addRow( *sink, { QString::fromStdString( finding.layer ),
                     finding.feature == Finding::noFeature ? QVariant() : QVariant( static_cast<qlonglong>( finding.feature ) ),
                     findingCode( finding.kind ), findingText( finding ), orNull( finding.filledBy ) } );
}

void reportFindings( const Findings &findings, QgsProcessingFeedback &feedback )
{
  constexpr int inFull = 3;
  std::map<std::pair<FindingKind, std::string>, int> counts;
  for ( const Finding &finding : findings )
  {
    if ( ++counts[{ finding.kind, finding.layer }] > inFull )
      continue;
    if ( isWarning( finding.kind ) )
      feedback.pushWarning( findingText( finding ) );
    else
      feedback.pushInfo( findingText( finding ) );
  }
  for ( const auto &[group, count] : counts )
  {
    if ( count <= inFull )
      continue;
    const QString more = tr( "layer %1: and %2 more of the kind %3" ).arg( QString::fromStdString( group.second ) ).arg( count - inFull ).arg( findingCode( group.first ) );
    if ( isWarning( group.first ) )
      feedback.pushWarning( more );
    else
      feedback.pushInfo( more );
  }
}

} // namespace koppelkans
