// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/rows.h"

#include "core/error.h"

#include <qgsfeature.h>
#include <qgsfeaturesink.h>
#include <qgslinestring.h>
#include <qgsmultipolygon.h>
#include <qgspolygon.h>

namespace koppelkans
{

std::unique_ptr<QgsLineString> lineString( std::span<const Point> places )
{
  QVector<double> x, y;
  x.reserve( static_cast<int>( places.size() ) );
  y.reserve( static_cast<int>( places.size() ) );
  for ( const Point &place : places )
  {
    x.push_back( place.x );
    y.push_back( place.y );
  }
  return std::make_unique<QgsLineString>( x, y );
}

QgsGeometry multiPolygon( const GeometryColumn &polygons, std::size_t feature )
{
  auto whole = std::make_unique<QgsMultiPolygon>();
  for ( std::size_t part = polygons.featureOffsets[feature]; part < polygons.featureOffsets[feature + 1]; ++part )
  {
    const std::size_t shell = polygons.partOffsets[part];
    auto polygon = std::make_unique<QgsPolygon>( lineString( polygons.ring( shell ) ).release() );
    for ( std::size_t hole = shell + 1; hole < polygons.partOffsets[part + 1]; ++hole )
      polygon->addInteriorRing( lineString( polygons.ring( hole ) ).release() );
    whole->addGeometry( polygon.release() ); // which takes it over
  }
  return QgsGeometry( std::move( whole ) );
}

void addRow( QgsFeatureSink &sink, const QVariantList &values, const QgsGeometry &geometry )
{
  QgsAttributes attributes;
  attributes.reserve( values.size() );
  for ( const QVariant &value : values )
    attributes.append( value );
  QgsFeature row;
  row.setAttributes( attributes );
  row.setGeometry( geometry );
  if ( !sink.addFeature( row, QgsFeatureSink::FastInsert ) )
    throw Error( sink.lastError().toStdString() );
}

} // namespace koppelkans
