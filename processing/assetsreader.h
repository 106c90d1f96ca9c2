// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/asset_life.h"
#include "processing/layersource.h"

class QgsFeature;

namespace koppelkans
{

//! Which fields of a layer say what about its assets; -1 for none.
struct AssetFields
{
  int built = -1;
  int renewed = -1;
  int assetClass = -1;
};

//! One asset and when it is to be replaced.
struct DatedAsset
{
  Asset asset;
  int life; //!< years
  Replacement replacement;
};

/**
 * Reads assets feature by feature, with a finding for every year and life that is missing or not understood, and for
 * every geometry that works made of them cannot have: see fitting().
 */
class AssetsReader
{
public:
  //! Throws Error where there is no field with a year.
  AssetsReader( const LayerSource &assets, const AssetFields &fields, const Lives &lives, Findings &findings );

  DatedAsset read( const QgsFeature &feature );

private:
  std::optional<int> year( const QgsFeature &feature, int field );
  std::string nameOf( int field ) const;

  const LayerSource &mAssets; // borrowed
  AssetFields mFields;
  const Lives &mLives; // borrowed
  Findings &mFindings; // borrowed
  std::string mLayer;
};

} // namespace koppelkans
