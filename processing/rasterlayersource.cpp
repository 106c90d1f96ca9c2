// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/rasterlayersource.h"

#include "core/error.h"
#include "core/nodata.h"
#include "processing/compat.h"

#include <QCoreApplication>
#include <qgsexception.h>
#include <qgsrasterblock.h>
#include <qgsrasterdataprovider.h>
#include <qgsrasterlayer.h>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansRasterLayerSource )
};

} // namespace

RasterLayerSource::RasterLayerSource( QgsRasterLayer *layer, const QString &name )
  : mName( name )
  , mProvider( layer->dataProvider()->clone() )
  , mCrs( layer->crs() )
  , mExtent( layer->extent() )
  , mColumns( static_cast<std::size_t>( std::max( 0, mProvider->xSize() ) ) )
  , mRows( static_cast<std::size_t>( std::max( 0, mProvider->ySize() ) ) )
{
  if ( mColumns == 0 || mRows == 0 )
    throw Error( Texts::tr( "layer %1 has no pixels of its own" ).arg( name ).toStdString() );
  if ( !mCrs.isValid() )
    throw Error( Texts::tr( "layer %1 has no CRS; set it in the layer's properties" ).arg( name ).toStdString() );
}

RasterLayerSource::~RasterLayerSource() = default;

void RasterLayerSource::setWorkingCrs( const QgsCoordinateReferenceSystem &crs,
                                       const QgsCoordinateTransformContext &transforms )
{
  mTransform = QgsCoordinateTransform( mCrs, crs, transforms );
}

Box RasterLayerSource::extent()
{
  Box box;
  for ( const std::size_t line : { std::size_t{ 0 }, mRows / 2, mRows } )
    for ( const Point &corner : corners( line ) )
      box.include( corner );
  return box;
}

std::vector<double> RasterLayerSource::read( std::size_t first, std::size_t count )
{
  const double height = mExtent.height() / static_cast<double>( mRows );
  const QgsRectangle rows( mExtent.xMinimum(), mExtent.yMaximum() - static_cast<double>( first + count ) * height,
                           mExtent.xMaximum(), mExtent.yMaximum() - static_cast<double>( first ) * height );
  const std::unique_ptr<QgsRasterBlock> block(
    mProvider->block( 1, rows, static_cast<int>( mColumns ), static_cast<int>( count ) ) );
  if ( !block || !block->isValid() || block->isEmpty() )
    throw Error( Texts::tr( "layer %1 cannot be read" ).arg( mName ).toStdString() );
  std::vector<double> values( mColumns * count );
  for ( std::size_t i = 0; i < values.size(); ++i )
  {
    bool isNoData = false;
    const double value = block->valueAndNoData( static_cast<qgssize>( i ), isNoData );
    values[i] = isNoData ? noData : value;
  }
  return values;
}

std::vector<Point> RasterLayerSource::corners( std::size_t line )
{
  const double y = mExtent.yMaximum() - mExtent.height() * static_cast<double>( line ) / static_cast<double>( mRows );
  std::vector<Point> points( mColumns + 1 );
  for ( std::size_t i = 0; i < points.size(); ++i )
    points[i] = { mExtent.xMinimum() + mExtent.width() * static_cast<double>( i ) / static_cast<double>( mColumns ),
                  y };
  return transformed( std::move( points ), true );
}

Point RasterLayerSource::pixelAt( Point place )
{
  const Point there = transformed( { place }, false ).front();
  return { ( there.x - mExtent.xMinimum() ) / mExtent.width() * static_cast<double>( mColumns ),
           ( mExtent.yMaximum() - there.y ) / mExtent.height() * static_cast<double>( mRows ) };
}

std::vector<Point> RasterLayerSource::transformed( std::vector<Point> points, bool toWorkingCrs ) const
{
  if ( mTransform.isShortCircuited() )
    return points;
  std::vector<double> x( points.size() ), y( points.size() ), z( points.size() );
  for ( std::size_t i = 0; i < points.size(); ++i )
  {
    x[i] = points[i].x;
    y[i] = points[i].y;
  }
  try
  {
    mTransform.transformCoords( static_cast<int>( points.size() ), x.data(), y.data(), z.data(),
                                toWorkingCrs ? compat::forward : compat::backward );
  }
  catch ( const QgsCsException &error )
  {
    throw Error( Texts::tr( "layer %1 cannot be transformed to the CRS of the computation: %2" )
                   .arg( mName, error.what() )
                   .toStdString() );
  }
  for ( std::size_t i = 0; i < points.size(); ++i )
    points[i] = { x[i], y[i] };
  return points;
}

} // namespace koppelkans
