// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/footprint.h"
#include "core/planning/year_range.h"
#include "processing/layersource.h"

namespace koppelkans
{

//! A bundle of works, as bundlemaintenance leaves it.
struct ReadBundle
{
  QVariant id;                    //!< its bundle_id, or its feature id where there is no such field
  std::optional<YearRange> years; //!< nothing where they are not known
  bool hasGeometry;               //!< one that can be used
  double saving;                  //!< euro; noData where it is not known
  double costApart;               //!< euro; noData where it is not known
  QStringList owners;
  std::size_t carrier; //!< its number among the carriers; noCarrier where it has no year or no geometry
};

//! What may carry themes: bundles, then works on their own. Each has a footprint and a year.
struct Carriers
{
  std::vector<ReadBundle> bundles; //!< all of the layer, in its order
  QgsField idField;                //!< in which results have the bundles' ids
  GeometryColumn footprints;       //!< by carrier
  std::vector<YearRange> years;    //!< by carrier
  std::vector<QVariant> bundleIds; //!< by carrier; no value for a work on its own
  std::vector<QVariant> workIds;   //!< by carrier; no value for a bundle
};

//! Stands for no carrier.
inline constexpr std::size_t noCarrier = static_cast<std::size_t>( -1 );

/**
 * Reads bundles; \a ownerField is -1 for none. Those without a usable geometry or year are reported and no carriers;
 * unknown savings and ids that return are reported too. Throws Error where the layer holds other things than polygons.
 */
Carriers readBundles( const LayerSource &source, int yearField, int ownerField, const LayerReader &reader,
                      Findings &findings, Progress &progress );

/**
 * Adds the works of a plan that are in no bundle: those without bundle_id. Works without a usable geometry or year are
 * reported and left out. Throws Error where the layer has no field year.
 */
void addWorksAlone( Carriers &carriers, const LayerSource &plan, const FootprintSize &size, const LayerReader &reader,
                    Findings &findings, Progress &progress );

} // namespace koppelkans
