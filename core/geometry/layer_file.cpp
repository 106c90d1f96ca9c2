// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/layer_file.h"

#include "core/nodata.h"

#include <gdal_version.h>
#include <ogrsf_frmts.h>

#include <cstring>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#if GDAL_VERSION_NUM >= GDAL_COMPUTE_VERSION( 3, 6, 0 )

#include <ogr_recordbatch.h>

namespace koppelkans
{

namespace
{

//! An array, a schema or a stream, given back when done with.
template <class Arrow>
struct Released : Arrow
{
  Released()
    : Arrow{}
  {
  }

  Released( const Released & ) = delete;
  Released &operator=( const Released & ) = delete;

  ~Released()
  {
    if ( this->release )
      this->release( this );
  }
};

//! The columns of a batch that are read, by their place in the schema.
struct Places
{
  int id = -1;
  int wkb = -1;
  int value = -1;
  bool wkbIsLarge = false; // 64-bit offsets
  char valueFormat = 0;
};

std::optional<Places> placesIn( const ArrowSchema &schema, const std::string &idName, const std::string &field )
{
  Places places;
  for ( int i = 0; i < schema.n_children; ++i )
  {
    const ArrowSchema &child = *schema.children[i];
    const std::string_view format = child.format;
    if ( !field.empty() && child.name == field && format.size() == 1 )
    {
      places.value = i;
      places.valueFormat = format[0];
    }
    else if ( child.name == idName && format == "l" )
      places.id = i;
    else if ( format == "z" || format == "Z" )
    {
      places.wkb = i;
      places.wkbIsLarge = format == "Z";
    }
  }
  const bool complete = places.id >= 0 && places.wkb >= 0 && ( field.empty() || places.value >= 0 );
  return complete ? std::optional( places ) : std::nullopt;
}

//! Arrow: one bit a row, the lowest first; no bits where no row is NULL.
bool bitAt( const void *bits, std::int64_t row )
{
  return ( static_cast<const std::uint8_t *>( bits )[row / 8] >> ( row % 8 ) & 1 ) != 0;
}

bool isNull( const ArrowArray &array, std::int64_t row )
{
  return array.null_count != 0 && array.buffers[0] && !bitAt( array.buffers[0], row );
}

template <class Number>
Number numberAt( const void *buffer, std::int64_t row )
{
  return static_cast<const Number *>( buffer )[row];
}

template <class Offset>
std::span<const std::byte> bytesAt( const ArrowArray &array, std::int64_t row )
{
  const auto from = numberAt<Offset>( array.buffers[1], row );
  const auto to = numberAt<Offset>( array.buffers[1], row + 1 );
  return { static_cast<const std::byte *>( array.buffers[2] ) + from, static_cast<std::size_t>( to - from ) };
}

//! A number of one of Arrow's primitive types; none for others.
std::optional<double> valueAt( const ArrowArray &array, std::int64_t row, char format )
{
  const void *const buffer = array.buffers[1];
  switch ( format )
  {
  case 'b':
    return bitAt( buffer, row ) ? 1 : 0;
  case 'c':
    return numberAt<std::int8_t>( buffer, row );
  case 'C':
    return numberAt<std::uint8_t>( buffer, row );
  case 's':
    return numberAt<std::int16_t>( buffer, row );
  case 'S':
    return numberAt<std::uint16_t>( buffer, row );
  case 'i':
    return numberAt<std::int32_t>( buffer, row );
  case 'I':
    return numberAt<std::uint32_t>( buffer, row );
  case 'l':
    return static_cast<double>( numberAt<std::int64_t>( buffer, row ) );
  case 'L':
    return static_cast<double>( numberAt<std::uint64_t>( buffer, row ) );
  case 'f':
    return numberAt<float>( buffer, row );
  case 'g':
    return numberAt<double>( buffer, row );
  default:
    return std::nullopt;
  }
}

//! Has the layer read nothing but geometries and \a field; false where it has no such field.
bool readOnly( OGRLayer &layer, const std::string &field )
{
  const OGRFeatureDefn &definition = *layer.GetLayerDefn();
  CPLStringList ignored;
  bool found = field.empty();
  for ( int i = 0; i < definition.GetFieldCount(); ++i )
  {
    const char *const name = definition.GetFieldDefn( i )->GetNameRef();
    if ( field == name )
      found = true;
    else
      ignored.AddString( name );
  }
  return found && definition.GetGeomFieldCount() == 1 &&
         ( ignored.empty() || layer.SetIgnoredFields( const_cast<const char **>( ignored.List() ) ) == OGRERR_NONE );
}

bool visitBatch( const ArrowArray &batch, const Places &places,
                 const std::function<bool( const FileFeature & )> &visit )
{
  const ArrowArray &ids = *batch.children[places.id];
  const ArrowArray &wkbs = *batch.children[places.wkb];
  const ArrowArray *const values = places.value < 0 ? nullptr : batch.children[places.value];
  for ( std::int64_t i = 0; i < batch.length; ++i )
  {
    const std::int64_t row = i + batch.offset;
    FileFeature feature{ numberAt<std::int64_t>( ids.buffers[1], row + ids.offset ), {}, noData };
    if ( const std::int64_t at = row + wkbs.offset; !isNull( wkbs, at ) )
      feature.wkb = places.wkbIsLarge ? bytesAt<std::int64_t>( wkbs, at ) : bytesAt<std::int32_t>( wkbs, at );
    if ( const std::int64_t at = values ? row + values->offset : 0; values && !isNull( *values, at ) )
    {
      const std::optional<double> value = valueAt( *values, at, places.valueFormat );
      if ( !value )
        return false;
      feature.value = *value;
    }
    if ( !visit( feature ) )
      return false;
  }
  return true;
}

} // namespace

bool readInColumns( const LayerFile &file, const std::string &field, const Progress &progress,
                    const std::function<bool( const FileFeature & )> &visit )
{
  GDALAllRegister();
  // What goes wrong here is told by whoever reads it otherwise.
  const CPLErrorHandlerPusher quiet( CPLQuietErrorHandler );
  const GDALDatasetUniquePtr dataset( GDALDataset::Open( file.path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY ) );
  if ( !dataset )
    return false;
  OGRLayer *const layer = !file.layer.empty()             ? dataset->GetLayerByName( file.layer.c_str() )
                          : dataset->GetLayerCount() == 1 ? dataset->GetLayer( 0 )
                                                          : nullptr;
  if ( !layer || !readOnly( *layer, field ) ||
       ( !file.filter.empty() && layer->SetAttributeFilter( file.filter.c_str() ) != OGRERR_NONE ) )
    return false;

  Released<ArrowArrayStream> stream;
  Released<ArrowSchema> schema;
  if ( !layer->GetArrowStream( &stream ) || stream.get_schema( &stream, &schema ) != 0 )
    return false;
  const char *const idName = layer->GetFIDColumn();
  const std::optional<Places> places = placesIn( schema, *idName ? idName : "OGC_FID", field );
  if ( !places )
    return false;
  while ( true )
  {
    progress.check();
    Released<ArrowArray> batch;
    if ( stream.get_next( &stream, &batch ) != 0 )
      return false;
    if ( !batch.release )
      return true;
    if ( !visitBatch( batch, *places, visit ) )
      return false;
  }
}

} // namespace koppelkans

#else

namespace koppelkans
{

bool readInColumns( const LayerFile &, const std::string &, const Progress &,
                    const std::function<bool( const FileFeature & )> & )
{
  return false;
}

} // namespace koppelkans

#endif
