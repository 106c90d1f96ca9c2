// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/unit_prices.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace koppelkans
{

namespace
{

//! A price for all sizes stands behind those for some.
double order( double size )
{
  return hasData( size ) ? size : std::numeric_limits<double>::infinity();
}

} // namespace

std::optional<PriceUnit> priceUnit( const std::string &text )
{
  if ( text == "m" )
    return PriceUnit::Metre;
  if ( text == "m2" || text == "m²" )
    return PriceUnit::SquareMetre;
  if ( text == "piece" || text == "stuk" )
    return PriceUnit::Piece;
  return std::nullopt;
}

std::string toString( PriceUnit unit )
{
  switch ( unit )
  {
  case PriceUnit::Metre:
    return "m";
  case PriceUnit::SquareMetre:
    return "m²";
  case PriceUnit::Piece:
    break;
  }
  return "piece";
}

UnitPrices::UnitPrices( std::vector<UnitPrice> prices, const PriceLevel &level )
  : mPrices( std::move( prices ) )
  , mLevel( level )
{
  std::stable_sort( mPrices.begin(), mPrices.end(),
                    []( const UnitPrice &a, const UnitPrice &b ) {
                      return a.assetClass != b.assetClass ? a.assetClass < b.assetClass
                                                          : order( a.size ) < order( b.size );
                    } );
}

const UnitPrice *UnitPrices::find( const std::string &assetClass, double size ) const
{
  for ( const UnitPrice &price : mPrices )
    if ( price.assetClass == assetClass && ( !hasData( price.size ) || size <= price.size ) )
      return &price;
  return nullptr;
}

double UnitPrices::at( const UnitPrice &price, double quantity ) const
{
  const int years = price.year && mLevel.year ? *mLevel.year - *price.year : 0;
  return quantity * price.price * std::pow( 1 + mLevel.index, years );
}

} // namespace koppelkans
