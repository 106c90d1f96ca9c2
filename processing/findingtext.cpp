// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/findingtext.h"

#include "processing/compat.h"
#include "processing/rows.h"

#include <QCoreApplication>
#include <qgsprocessingfeedback.h>

#include <array>
#include <map>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansFindings )
};

//! What the core says when it stops: it knows no languages.
constexpr std::array coreErrors{
  QT_TRANSLATE_NOOP( "KoppelkansCore", "the cell size must be larger than 0" ),
  QT_TRANSLATE_NOOP( "KoppelkansCore", "there is no extent to cover with cells" ),
  QT_TRANSLATE_NOOP( "KoppelkansCore",
                     "the cells are too small for the extent: there would be more than two thousand million" ),
  QT_TRANSLATE_NOOP( "KoppelkansCore", "a raster needs square cells" ),
  QT_TRANSLATE_NOOP( "KoppelkansCore", "only polygons can be laid over each other exactly" ),
  QT_TRANSLATE_NOOP( "KoppelkansCore", "the precision must be above zero" ),
  QT_TRANSLATE_NOOP( "KoppelkansCore", "the precision is too fine for so large an extent" ),
  QT_TRANSLATE_NOOP( "KoppelkansCore", "there is nothing to score districts by" ),
  QT_TRANSLATE_NOOP( "KoppelkansCore", "the weight must be 0 or more" ),
  QT_TRANSLATE_NOOP( "KoppelkansCore", "there must be as many order weights as there are criteria" ),
  QT_TRANSLATE_NOOP( "KoppelkansCore", "an order weight must be 0 or more" ),
  QT_TRANSLATE_NOOP( "KoppelkansCore", "a geometric mean cannot be taken of values below 0: normalise them to 0–1" ),
  QT_TRANSLATE_NOOP( "KoppelkansCore", "The width of lines must be more than 0 m" ),
  QT_TRANSLATE_NOOP( "KoppelkansCore", "The radius of points must be more than 0 m" ),
  QT_TRANSLATE_NOOP( "KoppelkansCore", "The chosen year lies outside the years in which the work may be carried out" ),
  QT_TRANSLATE_NOOP( "KoppelkansCore", "A bundle must hold 2 works or more" ),
  QT_TRANSLATE_NOOP( "KoppelkansCore", "At most 64 classes can be kept apart" ),
  QT_TRANSLATE_NOOP( "KoppelkansCore", "A moratorium closes the chosen year to the work" ),
  QT_TRANSLATE_NOOP( "KoppelkansCore", "the cells overlap each other: what they share would count twice" ),
};

//! What is said of a kind, with %1 the field, %2 the value and %3 what was filled in.
QString sentence( FindingKind kind )
{
  switch ( kind )
  {
  case FindingKind::MissingGeometry:
    return Texts::tr( "has no geometry and is left out" );
  case FindingKind::EmptyGeometry:
    return Texts::tr( "has an empty geometry and is left out" );
  case FindingKind::WrongGeometryType:
    return Texts::tr( "has a geometry of another type than the layer's (%2), which is left out" );
  case FindingKind::RepairedGeometry:
    return Texts::tr(
      "has an invalid geometry (%2); it was repaired for the computation, the layer itself is unchanged" );
  case FindingKind::UnusableGeometry:
    return Texts::tr( "is left out: its geometry cannot be repaired (%2)" );
  case FindingKind::NotTransformable:
    return Texts::tr( "is left out: it cannot be transformed to the CRS of the computation (%2)" );
  case FindingKind::NotANumber:
    return Texts::tr( "field %1: “%2” is not a number" );
  case FindingKind::MissingNumber:
    return Texts::tr( "field %1: no value" );
  case FindingKind::NegativeNumber:
    return Texts::tr( "field %1: %2 is out of range and is not used" );
  case FindingKind::NotAYear:
    return Texts::tr( "field %1: “%2” is not a year or a range of years such as 2027 or 2026-2030" );
  case FindingKind::MissingYear:
    return Texts::tr( "field %1: no year" );
  case FindingKind::UnknownYear:
    return Texts::tr( "field %1: %2 stands for an unknown year" );
  case FindingKind::ReversedWindow:
    return Texts::tr( "the latest year lies before the earliest (%2)" );
  case FindingKind::YearOutsideWindow:
    return Texts::tr( "the planned year lies outside the window (%2)" );
  case FindingKind::ChoiceOutsideWindow:
    return Texts::tr( "field %1: the chosen year lies outside the window (%2) and is not kept" );
  case FindingKind::ChoiceClosed:
    return Texts::tr( "a moratorium closes the chosen year, %2: it is not kept" );
  case FindingKind::BudgetOverspent:
    return Texts::tr( "fund %1 is overspent (euro): %2" );
  case FindingKind::BudgetTooSmall:
    return Texts::tr(
      "fund %1 cannot have enough: works that must be carried out then cost more than its budgets (euro): %2" );
  case FindingKind::DuplicateFootprint:
    return Texts::tr( "covers the same place as feature %2" );
  case FindingKind::UnderExperiment:
    return Texts::tr( "lies in experiment %2 and stays out of the plan" );
  case FindingKind::UnderMoratorium:
    return Texts::tr( "no year of its window is free of a moratorium (%2)" );
  case FindingKind::TooExtended:
    return Texts::tr( "is larger (%2 m) than a bundle may be" );
  case FindingKind::MissingClass:
    return Texts::tr( "field %1: no class" );
  case FindingKind::DefaultUsed:
    return Texts::tr( "%1 is not given; %3 was filled in" );
  case FindingKind::RenewedBeforeBuilt:
    return Texts::tr( "the renewal lies before the construction (%2); construction counts" );
  case FindingKind::UnknownSetting:
    return Texts::tr( "%1 “%2” is not known and is not used" );
  case FindingKind::UnusedSetting:
    return Texts::tr( "%1 “%2” is not used: only themes of polygons can be the mean of a field" );
  case FindingKind::RepeatedSetting:
    return Texts::tr( "“%2” has settings in an earlier row; those of this row are not used" );
  case FindingKind::RepeatedId:
    return Texts::tr( "field %1: an earlier feature is called %2 too" );
  case FindingKind::NoCostField:
    return Texts::tr( "no field with costs was chosen: what the works themselves cost counts as unknown" );
  case FindingKind::ReversedBounds:
    return Texts::tr( "the upper bound must be higher than the lower (%2); neither is used" );
  case FindingKind::UnusableLayer:
    return QStringLiteral( "%2" );
  case FindingKind::DistortingCrs:
    return Texts::tr( "the CRS of the computation, %2, distorts areas and lengths; choose a national one" );
  }
  return {};
}

//! What a finding without a feature is about: some name a theme, a CRS or an algorithm rather than a layer.
QString subject( FindingKind kind, const std::string &name )
{
  const bool isLayer =
    kind != FindingKind::UnusableLayer && kind != FindingKind::DistortingCrs && kind != FindingKind::DefaultUsed;
  return isLayer ? Texts::tr( "layer %1" ).arg( QString::fromStdString( name ) ) : QString::fromStdString( name );
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
  case FindingKind::ChoiceOutsideWindow:
    return QStringLiteral( "choice_outside_window" );
  case FindingKind::ChoiceClosed:
    return QStringLiteral( "choice_closed" );
  case FindingKind::BudgetOverspent:
    return QStringLiteral( "budget_overspent" );
  case FindingKind::BudgetTooSmall:
    return QStringLiteral( "budget_too_small" );
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
  case FindingKind::UnusedSetting:
    return QStringLiteral( "unused_setting" );
  case FindingKind::RepeatedSetting:
    return QStringLiteral( "repeated_setting" );
  case FindingKind::RepeatedId:
    return QStringLiteral( "repeated_id" );
  case FindingKind::NoCostField:
    return QStringLiteral( "no_cost_field" );
  case FindingKind::ReversedBounds:
    return QStringLiteral( "reversed_bounds" );
  case FindingKind::UnusableLayer:
    return QStringLiteral( "unusable_layer" );
  case FindingKind::DistortingCrs:
    return QStringLiteral( "distorting_crs" );
  }
  return {};
}

bool isWarning( FindingKind kind )
{
  return kind != FindingKind::DefaultUsed;
}

QString findingText( const Finding &finding )
{
  QString where = subject( finding.kind, finding.layer );
  if ( finding.feature != Finding::noFeature )
    where = Texts::tr( "layer %1, feature %2" )
              .arg( QString::fromStdString( finding.layer ), QString::number( finding.feature ) );
  // One pass over the placeholders: a value may itself hold a %1.
  QString what = sentence( finding.kind );
  const std::map<QString, std::string> values{ { QStringLiteral( "%1" ), finding.field },
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

QString errorText( const std::exception &error )
{
  // The core may have said first where it happened.
  const QString text = QString::fromUtf8( error.what() );
  for ( const char *said : coreErrors )
    if ( const QString english = QString::fromUtf8( said ); text.endsWith( english ) )
      return text.left( text.size() - english.size() ) + QCoreApplication::translate( "KoppelkansCore", said );
  return text;
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
                     finding.feature == Finding::noFeature ? QVariant()
                                                           : QVariant( static_cast<qlonglong>( finding.feature ) ),
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
    const QString more =
      Texts::tr( "%1: and %2 more of the kind %3" )
        .arg( subject( group.first, group.second ), QString::number( count - inFull ), findingCode( group.first ) );
    if ( isWarning( group.first ) )
      feedback.pushWarning( more );
    else
      feedback.pushInfo( more );
  }
}

} // namespace koppelkans
