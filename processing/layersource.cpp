// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/layersource.h"

#include "core/error.h"
#include "core/geometry/repair.h"
#include "core/nodata.h"
#include "processing/rows.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <qgsexpression.h>
#include <qgsexpressioncontextutils.h>
#include <qgsprocessingutils.h>
#include <qgsproviderregistry.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerfeatureiterator.h>

#include <algorithm>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansLayerSource )
};

/**
 * The file behind \a layer, where reading it gives the same as reading the layer: a file on this machine, its features
 * as they were saved, chosen by nothing but a WHERE clause.
 */
std::optional<LayerFile> fileOf( const QgsVectorLayer &layer )
{
  if ( layer.providerType() != QLatin1String( "ogr" ) || layer.isEditable() )
    return std::nullopt;
  const QVariantMap parts = QgsProviderRegistry::instance()->decodeUri( QStringLiteral( "ogr" ), layer.source() );
  static const QStringList understood{ QStringLiteral( "path" ), QStringLiteral( "layerName" ),
                                       QStringLiteral( "layerId" ), QStringLiteral( "subset" ) };
  for ( auto part = parts.begin(); part != parts.end(); ++part )
    if ( !understood.contains( part.key() ) && !part.value().toString().isEmpty() )
      return std::nullopt;
  const QString path = parts.value( QStringLiteral( "path" ) ).toString();
  const QString name = parts.value( QStringLiteral( "layerName" ) ).toString();
  const QString filter = layer.subsetString().trimmed();
  if ( !QFileInfo( path ).isFile() || ( name.isEmpty() && !parts.value( QStringLiteral( "layerId" ) ).isNull() ) ||
       filter.startsWith( QLatin1String( "SELECT " ), Qt::CaseInsensitive ) )
    return std::nullopt;
  return LayerFile{ path.toStdString(), name.toStdString(), filter.toStdString() };
}

//! Hands all features of \a source to \a work. Throws Error where they cannot all be read.
template <class Work>
void visit( const LayerSource &source, const QgsFeatureRequest &request, Progress &progress, const Work &work )
{
  QgsFeatureIterator iterator = source.features( request );
  QgsFeature feature;
  long long count = 0;
  while ( iterator.nextFeature( feature ) )
  {
    if ( ++count % 256 == 0 )
    {
      progress.check();
      if ( source.count > 0 )
        progress.report( static_cast<double>( count ) / static_cast<double>( source.count ) );
    }
    work( feature );
  }
  source.requireRead( iterator );
}

//! The features of the kind of the first geometry; those of others are left out, with a finding.
Features ofOneKind( std::array<Features, 3> byKind, Findings &findings )
{
  const auto firstOf = []( const Features &features )
  {
    const std::vector<std::size_t> &offsets = features.geometry.featureOffsets;
    return std::adjacent_find( offsets.begin(), offsets.end(), []( std::size_t a, std::size_t b ) { return a != b; } ) -
           offsets.begin();
  };
  Features *chosen = &byKind[static_cast<std::size_t>( GeometryKind::Polygon )];
  for ( Features &features : byKind )
    if ( firstOf( features ) < firstOf( *chosen ) )
      chosen = &features;

  for ( const Features &features : byKind )
    for ( std::size_t i = 0; &features != chosen && i < features.geometry.features(); ++i )
      if ( features.geometry.featureOffsets[i] != features.geometry.featureOffsets[i + 1] )
        findings.push_back( { FindingKind::WrongGeometryType,
                              features.layer,
                              features.ids[i],
                              {},
                              features.geometry.kind == GeometryKind::Point  ? "Point"
                              : features.geometry.kind == GeometryKind::Line ? "LineString"
                                                                             : "Polygon" } );
  return std::move( *chosen );
}

//! Whether a field is a number in the file itself: not text, and neither joined nor computed.
bool isPlainNumber( const QgsFields &fields, int field )
{
  return fields.at( field ).isNumeric() && fields.fieldOrigin( field ) == compat::originProvider;
}

} // namespace

LayerSource LayerSource::fromLayer( QgsVectorLayer *layer, const QString &name )
{
  // Made here, in the layer's thread; read anywhere.
  const auto source = std::make_shared<QgsVectorLayerFeatureSource>( layer );
  return { name,
           layer->crs(),
           layer->fields(),
           layer->wkbType(),
           static_cast<long long>( layer->featureCount() ),
           [source]( const QgsFeatureRequest &request ) { return source->getFeatures( request ); },
           fileOf( *layer ) };
}

LayerSource LayerSource::fromSource( std::unique_ptr<QgsFeatureSource> source, const QString &name )
{
  const std::shared_ptr<QgsFeatureSource> shared( std::move( source ) );
  return { name,
           shared->sourceCrs(),
           shared->fields(),
           shared->wkbType(),
           static_cast<long long>( shared->featureCount() ),
           [shared]( const QgsFeatureRequest &request ) -> QgsFeatureIterator
           {
             // Validity is our own affair (see repair.h), whatever the user's Processing options say.
             if ( auto *processing = dynamic_cast<QgsProcessingFeatureSource *>( shared.get() ) )
               return processing->getFeatures( request, compat::skipValidityChecks );
             return shared->getFeatures( request );
           },
           std::nullopt };
}

LayerSource LayerSource::filtered( const QString &expression ) const
{
  const QgsExpression parsed( expression );
  if ( parsed.hasParserError() )
    throw Error( Texts::tr( "layer %1: the filter %2 cannot be understood: %3" )
                   .arg( name, expression, parsed.parserErrorString().trimmed() )
                   .toStdString() );
  for ( const QString &column : parsed.referencedColumns() )
    if ( column != QgsFeatureRequest::ALL_ATTRIBUTES )
      requiredField( column );
  LayerSource chosen = *this;
  chosen.file.reset();
  chosen.features = [all = features, fieldsOfAll = fields, expression]( QgsFeatureRequest request )
  {
    QgsExpressionContext context;
    context.appendScope( QgsExpressionContextUtils::globalScope() );
    context.setFields( fieldsOfAll );
    request.setExpressionContext( context );
    request.setFilterExpression( expression );
    return all( request );
  };
  return chosen;
}

int LayerSource::field( const QString &fieldName ) const
{
  return fields.lookupField( fieldName );
}

int LayerSource::requiredField( const QString &fieldName ) const
{
  const int index = fieldName.isEmpty() ? -1 : field( fieldName );
  if ( !fieldName.isEmpty() && index < 0 )
    throw Error( Texts::tr( "layer %1 has no field %2" ).arg( name, fieldName ).toStdString() );
  return index;
}

void LayerSource::requireRead( const QgsFeatureIterator &iterator ) const
{
  if ( !iterator.isValid() )
    throw Error( Texts::tr( "layer %1 cannot be read" ).arg( name ).toStdString() );
}

const Features *ReadMixedLayer::columnOf( std::size_t feature ) const
{
  for ( const Features &features : byKind )
    if ( features.geometry.featureOffsets[feature] != features.geometry.featureOffsets[feature + 1] )
      return &features;
  return nullptr;
}

FeatureColumns LayerReader::columnsFor( const LayerSource &source, Findings &findings ) const
{
  if ( !compat::hasGeometry( source.wkbType ) )
    throw Error( Texts::tr( "layer %1 has no geometry" ).arg( source.name ).toStdString() );
  if ( !source.crs.isValid() )
    throw Error(
      Texts::tr( "layer %1 has no CRS; set it in the layer's properties" ).arg( source.name ).toStdString() );
  return { source.name.toStdString(), QgsCoordinateTransform( source.crs, mCrs, mTransforms ), findings };
}

ReadMixedLayer LayerReader::readMixed( const LayerSource &source, Progress &progress ) const
{
  ReadMixedLayer read;
  FeatureColumns columns = columnsFor( source, mFindings );
  visit( source, QgsFeatureRequest(), progress,
         [&]( const QgsFeature &feature )
         {
           read.attributes.push_back( feature.attributes() );
           read.isMixed =
             read.isMixed || ( !feature.geometry().isEmpty() && fitting( feature, source.wkbType ).isNull() );
           columns.add( feature.id(), feature.geometry() );
         } );
  read.byKind = std::move( columns ).take();
  for ( Features &features : read.byKind )
    repair( features, mFindings, progress );
  return read;
}

ReadLayer LayerReader::read( const LayerSource &source, Progress &progress ) const
{
  ReadMixedLayer mixed = readMixed( source, progress );
  return { ofOneKind( std::move( mixed.byKind ), mFindings ), std::move( mixed.attributes ) };
}

Features LayerReader::readFeatures( const LayerSource &source, int field, Progress &progress ) const
{
  std::vector<double> values;
  std::optional<std::array<Features, 3>> byKind;
  if ( source.file && ( field < 0 || isPlainNumber( source.fields, field ) ) )
    byKind = readFile( source, field, values, progress );
  if ( !byKind )
  {
    values.clear();
    Features features = readFeatures(
      source, field < 0 ? QgsAttributeList() : QgsAttributeList{ field },
      [&]( const QgsFeature &feature )
      {
        if ( field >= 0 )
          values.push_back( numberOf( feature.attribute( field ), source, field, feature.id(), mFindings ) );
      },
      progress );
    features.values = std::move( values );
    return features;
  }
  for ( Features &features : *byKind )
    repair( features, mFindings, progress );
  Features features = ofOneKind( std::move( *byKind ), mFindings );
  features.values = std::move( values );
  return features;
}

Features LayerReader::readFeatures( const LayerSource &source, const QgsAttributeList &fields,
                                    const std::function<void( const QgsFeature & )> &also, Progress &progress ) const
{
  FeatureColumns columns = columnsFor( source, mFindings );
  QgsFeatureRequest request;
  request.setSubsetOfAttributes( fields );
  visit( source, request, progress,
         [&]( const QgsFeature &feature )
         {
           columns.add( feature.id(), feature.geometry() );
           also( feature );
         } );
  std::array<Features, 3> byKind = std::move( columns ).take();
  for ( Features &features : byKind )
    repair( features, mFindings, progress );
  return ofOneKind( std::move( byKind ), mFindings );
}

std::optional<std::array<Features, 3>> LayerReader::readFile( const LayerSource &source, int field,
                                                              std::vector<double> &values, Progress &progress ) const
{
  // Of its own, since nothing was found where the file turns out not to be readable in this way.
  Findings findings;
  FeatureColumns columns = columnsFor( source, findings );
  const bool whole =
    readInColumns( *source.file, field < 0 ? std::string() : source.fields.at( field ).name().toStdString(), progress,
                   [&]( const FileFeature &feature )
                   {
                     if ( !columns.add( feature.id, feature.wkb ) )
                       return false;
                     if ( field >= 0 )
                       values.push_back( numberOf( orNull( feature.value ), source, field, feature.id, findings ) );
                     return true;
                   } );
  if ( !whole )
    return std::nullopt;
  mFindings.insert( mFindings.end(), findings.begin(), findings.end() );
  return std::move( columns ).take();
}

void requirePolygons( const LayerSource &source, const Features &features )
{
  if ( features.geometry.kind != GeometryKind::Polygon )
    throw Error( Texts::tr( "layer %1 holds no polygons" ).arg( source.name ).toStdString() );
}

ReadLayer readDistricts( const LayerSource &source, const LayerReader &reader, Progress &progress )
{
  ReadLayer read = reader.read( source, progress );
  if ( read.attributes.empty() )
    throw Error( Texts::tr( "layer %1 holds no districts" ).arg( source.name ).toStdString() );
  requirePolygons( source, read.features );
  return read;
}

std::string titleOf( const LayerSource &areas, int nameField, const QgsAttributes &attributes, std::int64_t id )
{
  for ( const int field :
        { nameField, areas.field( QStringLiteral( "naam" ) ), areas.field( QStringLiteral( "name" ) ) } )
    if ( field >= 0 && !isNull( attributes.at( field ) ) )
      return attributes.at( field ).toString().toStdString();
  return std::to_string( id );
}

QgsGeometry fitting( const QgsFeature &feature, compat::WkbType type )
{
  const QString kind = compat::geometryName( type );
  return kind.isEmpty() || kind == compat::geometryName( feature.geometry().wkbType() ) ? feature.geometry()
                                                                                        : QgsGeometry();
}

std::vector<TableRow> readTable( const LayerSource &source, Progress &progress )
{
  std::vector<TableRow> rows;
  QgsFeatureIterator iterator = source.features( QgsFeatureRequest().setFlags( compat::requestNoGeometry ) );
  QgsFeature feature;
  while ( iterator.nextFeature( feature ) )
  {
    progress.check();
    rows.push_back( { feature.id(), feature.attributes() } );
  }
  source.requireRead( iterator );
  return rows;
}

bool isNull( const QVariant &value )
{
  return !value.isValid() || value.isNull() ||
         ( value.userType() == QMetaType::QString && value.toString().trimmed().isEmpty() );
}

double numberOf( const QVariant &value, const LayerSource &source, int field, std::int64_t feature, Findings &findings )
{
  const auto found = [&]( FindingKind kind )
  {
    findings.push_back( { kind, source.name.toStdString(), feature, source.fields.at( field ).name().toStdString(),
                          isNull( value ) ? std::string() : value.toString().toStdString() } );
    return noData;
  };
  if ( isNull( value ) )
    return found( FindingKind::MissingNumber );
  bool ok = false;
  double number = value.toDouble( &ok );
  // A decimal comma, as Dutch spreadsheets write it.
  if ( !ok && value.userType() == QMetaType::QString )
    number = value.toString().trimmed().replace( QLatin1Char( ',' ), QLatin1Char( '.' ) ).toDouble( &ok );
  return ok && std::isfinite( number ) ? number : found( FindingKind::NotANumber );
}

} // namespace koppelkans
