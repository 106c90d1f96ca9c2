// SPDX-License-Identifier: GPL-3.0-or-later
#include "writer.h"

#include <cpl_conv.h>
#include <cpl_error.h>

#include <stdexcept>

namespace koppelkans::sample
{

void LayerWriter::add( const OGRGeometry *geometry, const std::vector<Value> &values )
{
  if ( !geometry )
  {
    write( nullptr, values );
    return;
  }
  Geometry copy( geometry->clone() );
  const bool isSurface = copy->getDimension() == 2;
  // Validity is asked in order to repair: no reason to warn
  const CPLErrorHandlerPusher quiet( CPLQuietErrorHandler );
  snapToMillimetres( *copy );
  for ( int attempt = 0; isSurface && !copy->IsValid() && attempt < 3; ++attempt )
  {
    copy = polygonsOnly( *grown( *copy, 0 ), 0.01 );
    snapToMillimetres( *copy );
  }
  const OGRwkbGeometryType wanted = mLayer->GetGeomType();
  if ( wanted == wkbMultiPolygon )
    copy.reset( OGRGeometryFactory::forceToMultiPolygon( copy.release() ) );
  else if ( wanted == wkbPolygon && wkbFlatten( copy->getGeometryType() ) == wkbMultiPolygon )
  {
    // One feature a part: a Polygon layer may not hold more
    for ( const OGRPolygon *part : copy->toMultiPolygon() )
      write( Geometry( part->clone() ), values );
    return;
  }
  write( std::move( copy ), values );
}

void LayerWriter::addUnchecked( const OGRGeometry &geometry, const std::vector<Value> &values )
{
  write( Geometry( geometry.clone() ), values );
}

void LayerWriter::write( Geometry geometry, const std::vector<Value> &values )
{
  OGRFeature feature( mLayer->GetLayerDefn() );
  for ( std::size_t i = 0; i < values.size(); ++i )
  {
    const int field = static_cast<int>( i );
    if ( const int *number = std::get_if<int>( &values[i] ) )
      feature.SetField( field, *number );
    else if ( const double *real = std::get_if<double>( &values[i] ) )
      feature.SetField( field, *real );
    else if ( const std::string *text = std::get_if<std::string>( &values[i] ) )
      feature.SetField( field, text->c_str() );
    else
      feature.SetFieldNull( field );
  }
  if ( geometry )
    feature.SetGeometryDirectly( geometry.release() );
  if ( mLayer->CreateFeature( &feature ) != OGRERR_NONE )
    throw std::runtime_error( std::string( "layer " ) + mLayer->GetName() + ": a feature could not be written" );
}

GeoPackageWriter::GeoPackageWriter( const std::string &path )
{
  CPLSetConfigOption( "OGR_CURRENT_DATE", "2026-01-01T00:00:00.000Z" );
  GDALDriver *driver = GetGDALDriverManager()->GetDriverByName( "GPKG" );
  if ( !driver )
    throw std::runtime_error( "GDAL has no GPKG driver" );
  mDataset.reset( driver->Create( path.c_str(), 0, 0, 0, GDT_Unknown, nullptr ) );
  if ( !mDataset || mReference.importFromEPSG( 28992 ) != OGRERR_NONE )
    throw std::runtime_error( path + " could not be created" );
  mReference.SetAxisMappingStrategy( OAMS_TRADITIONAL_GIS_ORDER );
  mDataset->StartTransaction();
}

GeoPackageWriter::~GeoPackageWriter() = default;

LayerWriter GeoPackageWriter::layer( const char *name, OGRwkbGeometryType type, const std::vector<Field> &fields,
                                     const char *description )
{
  CPLStringList options;
  // The sample is small: an index would cost more bytes than it saves time
  options.SetNameValue( "SPATIAL_INDEX", "NO" );
  options.SetNameValue( "DESCRIPTION", description );
  options.SetNameValue( "GEOMETRY_NAME", "geom" );
  OGRLayer *layer = mDataset->CreateLayer( name, type == wkbNone ? nullptr : &mReference, type, options.List() );
  if ( !layer )
    throw std::runtime_error( std::string( "layer " ) + name + " could not be created" );
  for ( const Field &field : fields )
  {
    OGRFieldDefn definition( field.name, field.type );
    layer->CreateField( &definition );
  }
  return LayerWriter( layer );
}

void GeoPackageWriter::close()
{
  if ( mDataset->CommitTransaction() != OGRERR_NONE )
    throw std::runtime_error( "the GeoPackage could not be written" );
  mDataset.reset();
}

} // namespace koppelkans::sample
