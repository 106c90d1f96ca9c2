// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nodata.h"

#include <optional>
#include <string>
#include <vector>

namespace koppelkans
{

//! What a unit price is for.
enum class PriceUnit
{
  Metre,
  SquareMetre,
  Piece,
};

//! "m", "m2" or "m²", "piece"; nothing for anything else.
std::optional<PriceUnit> priceUnit( const std::string &text );
std::string toString( PriceUnit unit );

//! What one unit of an asset class costs to replace.
struct UnitPrice
{
  std::string assetClass;
  double size; //!< such as a diameter in mm; noData where one price holds for all sizes
  PriceUnit unit;
  double price;            //!< euro
  std::optional<int> year; //!< the year whose prices these are
};

//! To the prices of which year, and by how much prices rise.
struct PriceLevel
{
  std::optional<int> year; //!< none: prices stay as they are
  double index = 0;        //!< share a year
};

/**
 * Unit prices by asset class and size.
 *
 * A cost is quantity × price × (1 + index)^(year − price year). Of several sizes the smallest that is large enough
 * counts, as pipes come in sizes; beyond the largest no price is known, and neither is it where sizes matter and that
 * of the work is not known.
 */
class UnitPrices
{
public:
  UnitPrices() = default;
  UnitPrices( std::vector<UnitPrice> prices, const PriceLevel &level );

  bool empty() const { return mPrices.empty(); }

  //! Nothing where there is no price; borrowed.
  const UnitPrice *find( const std::string &assetClass, double size ) const;

  //! In euro, at the level asked for; a price without a year stays as it is.
  double at( const UnitPrice &price, double quantity ) const;

  const PriceLevel &level() const { return mLevel; }

private:
  std::vector<UnitPrice> mPrices; // by class and size
  PriceLevel mLevel;
};

} // namespace koppelkans
