// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ogr_features.h"

#include "core/error.h"
#include "core/nodata.h"

#include <ogrsf_frmts.h>

#include <memory>

namespace koppelkans::test
{

namespace
{

GeometryKind kindOf( const OGRGeometry &geometry )
{
  switch ( geometry.getDimension() )
  {
  case 0:
    return GeometryKind::Point;
  case 1:
    return GeometryKind::Line;
  default:
    return GeometryKind::Polygon;
  }
}

void appendLine( GeometryColumn &column, const OGRSimpleCurve &line )
{
  for ( const OGRPoint &point : line )
    column.coordinates.push_back( { point.getX(), point.getY() } );
  column.closeRing();
}

void appendParts( GeometryColumn &column, const OGRGeometry &geometry )
{
  if ( geometry.IsEmpty() )
    return;
  switch ( wkbFlatten( geometry.getGeometryType() ) )
  {
  case wkbPoint:
    column.coordinates.push_back( { geometry.toPoint()->getX(), geometry.toPoint()->getY() } );
    column.closeRing();
    column.closePart();
    return;
  case wkbLineString:
    appendLine( column, *geometry.toLineString() );
    column.closePart();
    return;
  case wkbPolygon:
    for ( const OGRLinearRing *ring : *geometry.toPolygon() )
      appendLine( column, *ring );
    column.closePart();
    return;
  default:
    for ( const OGRGeometry *part : *geometry.toGeometryCollection() )
      appendParts( column, *part );
  }
}

GDALDatasetUniquePtr open( const std::string &path )
{
  GDALAllRegister();
  GDALDatasetUniquePtr dataset( GDALDataset::Open( path.c_str(), GDAL_OF_VECTOR ) );
  if ( !dataset )
    throw Error( "cannot open " + path );
  return dataset;
}

} // namespace

Features readFeatures( const std::string &path, const std::string &layer, const std::string &field )
{
  const GDALDatasetUniquePtr dataset = open( path );
  OGRLayer *source = dataset->GetLayerByName( layer.c_str() );
  if ( !source )
    throw Error( "no layer " + layer + " in " + path );
  Features features;
  features.layer = layer;
  const int fieldIndex = field.empty() ? -1 : source->GetLayerDefn()->GetFieldIndex( field.c_str() );
  bool first = true;
  for ( const OGRFeatureUniquePtr &feature : *source )
  {
    if ( const OGRGeometry *geometry = feature->GetGeometryRef() )
    {
      if ( first )
        features.geometry.kind = kindOf( *geometry );
      first = false;
      appendParts( features.geometry, *geometry );
    }
    features.geometry.closeFeature();
    features.ids.push_back( feature->GetFID() );
    if ( fieldIndex >= 0 )
      features.values.push_back( feature->IsFieldSetAndNotNull( fieldIndex ) ? feature->GetFieldAsDouble( fieldIndex )
                                                                             : noData );
  }
  return features;
}

std::vector<std::string> layerNames( const std::string &path )
{
  const GDALDatasetUniquePtr dataset = open( path );
  std::vector<std::string> names;
  for ( OGRLayer *layer : dataset->GetLayers() )
    names.emplace_back( layer->GetName() );
  return names;
}

GeometryColumn fromWkt( const std::string &wkt )
{
  OGRGeometry *made = nullptr;
  if ( OGRGeometryFactory::createFromWkt( wkt.c_str(), nullptr, &made ) != OGRERR_NONE )
    throw Error( "not well-known text: " + wkt );
  const std::unique_ptr<OGRGeometry> geometry( made );
  GeometryColumn column;
  column.kind = kindOf( *geometry );
  appendParts( column, *geometry );
  column.closeFeature();
  return column;
}

} // namespace koppelkans::test
