// SPDX-License-Identifier: GPL-3.0-or-later
#include "results.h"

#include <cpl_error.h>
#include <ogrsf_frmts.h>

#include <stdexcept>

namespace koppelkans::sample
{

Results::Results( const std::string &path )
{
  GDALAllRegister();
  mDataset.reset( GDALDataset::Open( path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY ) );
  if ( !mDataset )
    throw std::runtime_error( path + ": " + CPLGetLastErrorMsg() );
}

std::vector<std::vector<std::string>> Results::rows( const std::string &sql ) const
{
  CPLErrorReset();
  OGRLayer *answer = mDataset->ExecuteSQL( sql.c_str(), nullptr, nullptr );
  if ( !answer )
  {
    if ( CPLGetLastErrorType() >= CE_Failure )
      throw std::runtime_error( sql + ": " + CPLGetLastErrorMsg() );
    return {};
  }
  std::vector<std::vector<std::string>> rows;
  for ( const OGRFeatureUniquePtr &feature : *answer )
  {
    std::vector<std::string> row;
    for ( int i = 0; i < feature->GetFieldCount(); ++i )
      row.emplace_back( feature->IsFieldSetAndNotNull( i ) ? feature->GetFieldAsString( i ) : "" );
    rows.push_back( std::move( row ) );
  }
  mDataset->ReleaseResultSet( answer );
  return rows;
}

double Results::number( const std::string &sql ) const
{
  const std::vector<std::vector<std::string>> answer = rows( sql );
  return answer.empty() || answer[0].empty() ? 0 : CPLAtof( answer[0][0].c_str() );
}

std::vector<std::string> Results::fields( const std::string &table ) const
{
  OGRLayer *layer = mDataset->GetLayerByName( table.c_str() );
  if ( !layer )
    throw std::runtime_error( "the results hold no table " + table );
  std::vector<std::string> names;
  for ( int i = 0; i < layer->GetLayerDefn()->GetFieldCount(); ++i )
    names.emplace_back( layer->GetLayerDefn()->GetFieldDefn( i )->GetNameRef() );
  return names;
}

} // namespace koppelkans::sample
