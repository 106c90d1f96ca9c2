// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/carriersreader.h"

#include "core/nodata.h"
#include "processing/couplingthemes.h"
#include "processing/fieldvalues.h"

#include <QSet>

namespace koppelkans
{

namespace
{

//! The years of a feature; where there are none that is reported.
std::optional<YearRange> yearsOf( const QVariant &value, const LayerSource &source, int field, std::int64_t id,
                                  Findings &findings )
{
  const PlannedYear found = yearOf( value );
  if ( !found.years )
    findings.push_back(
      { found.finding, source.name.toStdString(), id, source.fields.at( field ).name().toStdString(), found.text } );
  return found.years;
}

bool isEmpty( const GeometryColumn &column, std::size_t feature )
{
  return column.featureOffsets[feature] == column.featureOffsets[feature + 1];
}

} // namespace

Carriers readBundles( const LayerSource &source, int yearField, int ownerField, const LayerReader &reader,
                      Findings &findings, Progress &progress )
{
  const ReadLayer read = reader.read( source, progress );
  requirePolygons( source, read.features );
  const int idField = source.field( QStringLiteral( "bundle_id" ) );
  const int savingField = source.field( QStringLiteral( "saving" ) );
  const int costField = source.field( QStringLiteral( "cost_apart" ) );

  Carriers carriers;
  carriers.idField =
    QgsField( QStringLiteral( "bundle_id" ), idField < 0 ? compat::longInteger : source.fields.at( idField ).type() );
  QSet<QString> known;
  for ( std::size_t i = 0; i < read.attributes.size(); ++i )
  {
    const QgsAttributes &attributes = read.attributes[i];
    const std::int64_t feature = read.features.ids[i];
    const auto number = [&]( int field )
    {
      return field < 0 ? noData : numberOf( attributes.at( field ), source, field, feature, findings );
    };
    ReadBundle bundle{ idField < 0 ? QVariant( static_cast<qlonglong>( feature ) ) : attributes.at( idField ),
                       yearsOf( attributes.at( yearField ), source, yearField, feature, findings ),
                       !isEmpty( read.features.geometry, i ),
                       number( savingField ),
                       number( costField ),
                       ownerField < 0 ? QStringList() : namesIn( attributes.at( ownerField ).toString() ),
                       noCarrier };
    if ( known.contains( bundle.id.toString() ) )
      findings.push_back( { FindingKind::RepeatedId, source.name.toStdString(), feature, "bundle_id",
                            bundle.id.toString().toStdString() } );
    known.insert( bundle.id.toString() );
    if ( bundle.hasGeometry && bundle.years )
    {
      bundle.carrier = carriers.years.size();
      carriers.footprints.append( read.features.geometry, i );
      carriers.years.push_back( *bundle.years );
      carriers.bundleIds.push_back( bundle.id );
      carriers.workIds.emplace_back();
    }
    carriers.bundles.push_back( std::move( bundle ) );
  }
  return carriers;
}

void addWorksAlone( Carriers &carriers, const LayerSource &plan, const FootprintSize &size, const LayerReader &reader,
                    Findings &findings, Progress &progress )
{
  const int bundleField = plan.field( QStringLiteral( "bundle_id" ) );
  const int yearField = plan.requiredField( QStringLiteral( "year" ) );
  ProgressPart reading( progress, 0, 0.6 );
  const ReadMixedLayer layer = reader.readMixed( plan, reading );
  WorkGeometries geometries;
  for ( std::size_t i = 0; i < layer.attributes.size(); ++i )
  {
    const QgsAttributes &attributes = layer.attributes[i];
    const Features *column = layer.columnOf( i );
    if ( !column || ( bundleField >= 0 && !isNull( attributes.at( bundleField ) ) ) )
      continue;
    const std::int64_t id = column->ids[i];
    const std::optional<YearRange> years = yearsOf( attributes.at( yearField ), plan, yearField, id, findings );
    if ( !years )
      continue;
    geometries.add( column->geometry, i );
    carriers.years.push_back( *years );
    carriers.bundleIds.emplace_back();
    carriers.workIds.emplace_back( static_cast<qlonglong>( id ) );
  }
  ProgressPart drawing( progress, 0.6, 1 );
  const GeometryColumn grounds = footprints( geometries, size, drawing );
  for ( std::size_t i = 0; i < grounds.features(); ++i )
    carriers.footprints.append( grounds, i );
}

} // namespace koppelkans
