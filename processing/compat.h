// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgis.h>
#include <qgsconfig.h>
#include <qgscoordinatereferencesystem.h>
#include <qgsfeaturerequest.h>
#include <qgsfeaturesource.h>
#include <qgsfield.h>
#include <qgsfields.h>
#include <qgsprocessing.h>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingparameters.h>
#include <qgsprocessingprovider.h>
#include <qgsprocessingutils.h>
#include <qgsunittypes.h>
#include <qgswkbtypes.h>

#include <utility>

/**
 * One source for QGIS 3.22 to 4 and for Qt 5 and 6: the only place that asks for a version.
 *
 * Types of overridden functions are deduced; only enumerators that have moved need a name of their own here.
 */
namespace koppelkans::compat
{

using AlgorithmFlags = decltype( std::declval<const QgsProcessingAlgorithm &>().flags() );
using WkbType = decltype( std::declval<const QgsFeatureSource &>().wkbType() );
using ProviderFlags = decltype( std::declval<const QgsProcessingProvider &>().flags() );

inline constexpr auto forward = Qgis::TransformDirection::Forward;
inline constexpr auto backward = Qgis::TransformDirection::Reverse;

#if _QGIS_VERSION_INT >= 33000
inline constexpr auto noGeometry = Qgis::WkbType::NoGeometry;
inline constexpr auto anyGeometry = Qgis::WkbType::Unknown;
inline constexpr auto polygon = Qgis::WkbType::Polygon;
inline constexpr auto multiPolygon = Qgis::WkbType::MultiPolygon;

inline bool hasGeometry( WkbType type )
{
  return type != Qgis::WkbType::NoGeometry;
}

inline bool isGeographic( const QgsCoordinateReferenceSystem &crs )
{
  return crs.isGeographic() || crs.mapUnits() == Qgis::DistanceUnit::Degrees;
}

inline bool isMetric( const QgsCoordinateReferenceSystem &crs )
{
  return crs.mapUnits() == Qgis::DistanceUnit::Meters;
}
#else
inline constexpr auto noGeometry = QgsWkbTypes::NoGeometry;
inline constexpr auto anyGeometry = QgsWkbTypes::Unknown;
inline constexpr auto polygon = QgsWkbTypes::Polygon;
inline constexpr auto multiPolygon = QgsWkbTypes::MultiPolygon;

inline bool hasGeometry( WkbType type )
{
  return type != QgsWkbTypes::NoGeometry;
}

inline bool isGeographic( const QgsCoordinateReferenceSystem &crs )
{
  return crs.isGeographic() || crs.mapUnits() == QgsUnitTypes::DistanceDegrees;
}

inline bool isMetric( const QgsCoordinateReferenceSystem &crs )
{
  return crs.mapUnits() == QgsUnitTypes::DistanceMeters;
}
#endif

//! The names that are chosen for a parameter of fields.
inline QStringList parameterAsFields( const QgsProcessingParameterDefinition *definition, const QVariantMap &parameters,
                                      QgsProcessingContext &context )
{
#if _QGIS_VERSION_INT >= 33200
  return QgsProcessingParameters::parameterAsStrings( definition, parameters, context );
#else
  return QgsProcessingParameters::parameterAsFields( definition, parameters, context );
#endif
}

#if _QGIS_VERSION_INT >= 33600
//! QGIS takes a source type as an enumerator in one place and as a number in the next.
struct SourceType
{
  Qgis::ProcessingSourceType type;

  constexpr operator Qgis::ProcessingSourceType() const { return type; }

  constexpr operator int() const { return static_cast<int>( type ); }
};

inline constexpr SourceType sourceTable{ Qgis::ProcessingSourceType::Vector };
inline constexpr SourceType sourceGeometry{ Qgis::ProcessingSourceType::VectorAnyGeometry };
inline constexpr SourceType sourcePolygon{ Qgis::ProcessingSourceType::VectorPolygon };
inline constexpr SourceType sourceMapLayer{ Qgis::ProcessingSourceType::MapLayer };
inline constexpr auto numberInteger = Qgis::ProcessingNumberParameterType::Integer;
inline constexpr auto numberDouble = Qgis::ProcessingNumberParameterType::Double;
inline constexpr auto anyField = Qgis::ProcessingFieldParameterDataType::Any;
inline constexpr auto numericField = Qgis::ProcessingFieldParameterDataType::Numeric;
inline constexpr auto advanced = Qgis::ProcessingParameterFlag::Advanced;
inline constexpr auto requestNoGeometry = Qgis::FeatureRequestFlag::NoGeometry;
inline constexpr auto skipValidityChecks = Qgis::ProcessingFeatureSourceFlag::SkipGeometryValidityChecks;
inline constexpr auto wktPreferred = Qgis::CrsWktVariant::Preferred;
#else
inline constexpr auto sourceTable = QgsProcessing::TypeVector;
inline constexpr auto sourceGeometry = QgsProcessing::TypeVectorAnyGeometry;
inline constexpr auto sourcePolygon = QgsProcessing::TypeVectorPolygon;
inline constexpr auto sourceMapLayer = QgsProcessing::TypeMapLayer;
inline constexpr auto numberInteger = QgsProcessingParameterNumber::Integer;
inline constexpr auto numberDouble = QgsProcessingParameterNumber::Double;
inline constexpr auto anyField = QgsProcessingParameterField::Any;
inline constexpr auto numericField = QgsProcessingParameterField::Numeric;
inline constexpr auto advanced = QgsProcessingParameterDefinition::FlagAdvanced;
inline constexpr auto requestNoGeometry = QgsFeatureRequest::NoGeometry;
inline constexpr auto skipValidityChecks = QgsProcessingFeatureSource::FlagSkipGeometryValidityChecks;
inline constexpr auto wktPreferred = QgsCoordinateReferenceSystem::WKT_PREFERRED;
#endif

#if _QGIS_VERSION_INT >= 33800
using FieldType = QMetaType::Type;
inline constexpr FieldType text = QMetaType::QString;
inline constexpr FieldType integer = QMetaType::Int;
inline constexpr FieldType longInteger = QMetaType::LongLong;
inline constexpr FieldType real = QMetaType::Double;
inline constexpr FieldType date = QMetaType::QDate;
inline constexpr auto originProvider = Qgis::FieldOrigin::Provider;
#else
using FieldType = QVariant::Type;
inline constexpr FieldType text = QVariant::String;
inline constexpr FieldType integer = QVariant::Int;
inline constexpr FieldType longInteger = QVariant::LongLong;
inline constexpr FieldType real = QVariant::Double;
inline constexpr FieldType date = QVariant::Date;
inline constexpr auto originProvider = QgsFields::OriginProvider;
#endif

//! "point", "line" or "polygon"; empty for anything else.
inline QString geometryName( WkbType type )
{
  switch ( QgsWkbTypes::geometryType( type ) )
  {
  case decltype( QgsWkbTypes::geometryType( type ) )( 0 ):
    return QStringLiteral( "point" );
  case decltype( QgsWkbTypes::geometryType( type ) )( 1 ):
    return QStringLiteral( "line" );
  case decltype( QgsWkbTypes::geometryType( type ) )( 2 ):
    return QStringLiteral( "polygon" );
  default:
    return {};
  }
}

} // namespace koppelkans::compat
