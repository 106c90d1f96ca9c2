// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/columns.h"
#include "core/planning/unit_prices.h"
#include "processing/layersource.h"

namespace koppelkans
{

//! Where a work's cost comes from.
enum class CostSource
{
  Unknown,
  Given,
  UnitPrice, //!< quantity × unit price, because it was not given
};

//! The static word for a source: "unknown", "given", "unit_price".
QString toText( CostSource source );

//! Which fields of a layer say what about costs; -1 for none.
struct CostFields
{
  int cost = -1;
  int quantity = -1;
  int size = -1;
};

/**
 * What works cost: what their field says, else quantity × unit price, with a finding that says so.
 *
 * Without a field for it the quantity is what the geometry says: the length of a line for prices a metre, the area of
 * the ground that the work takes up for prices a square metre, one for prices a piece.
 */
class WorkCosts
{
public:
  //! Borrows all but the fields.
  WorkCosts( const LayerSource &source, const CostFields &fields, const UnitPrices &prices, Findings &findings )
    : mSource( source )
    , mFields( fields )
    , mPrices( prices )
    , mFindings( findings )
  {
  }

  struct Cost
  {
    double cost; //!< euro; noData where it is not known
    CostSource source;
  };

  //! \a breadth: metres, the width of a line.
  Cost of( std::int64_t id, const QgsAttributes &attributes, const std::string &assetClass,
           const GeometryColumn &geometry, std::size_t feature, double breadth ) const;

private:
  const LayerSource &mSource; // borrowed
  CostFields mFields;
  const UnitPrices &mPrices; // borrowed
  Findings &mFindings;       // borrowed

  double given( std::int64_t id, const QgsAttributes &attributes, Findings &findings ) const;
  double quantity( const UnitPrice &price, std::int64_t id, const QgsAttributes &attributes,
                   const GeometryColumn &geometry, std::size_t feature, double breadth ) const;
};

} // namespace koppelkans
