// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/quadrants.h"
#include "core/planning/unplanned.h"
#include "processing/carriersreader.h"
#include "processing/couplingthemes.h"

class QgsFeatureSink;

namespace koppelkans
{

//! What couplethemes has found, and the rows it becomes.
struct CouplingResults
{
  const CouplingThemes &themes;              // borrowed
  const Carriers &carriers;                  // borrowed
  std::vector<QString> districtNames;        //!< by district
  std::vector<GroundNeeds> needs;            //!< by carrier
  std::vector<Coupling> couplings;           //!< by carrier
  std::vector<std::size_t> carrierDistricts; //!< by carrier, noGround where it lies in none
  double share = 0;                          //!< of a footprint that a theme must ask for
  double minimumGain = 0;                    //!< euro that a bundle must save more than

  static QgsFields couplingFields( const Carriers &carriers );
  static QgsFields verdictFields( const Carriers &carriers );
  static QgsFields quadrantFields( const LayerSource &districts );
  static QgsFields unplannedFields();

  //! One row a coupling, with the carrier's footprint.
  void writeCouplings( QgsFeatureSink &sink, Progress &progress ) const;
  //! One row a bundle, as it lies in its layer.
  void writeVerdicts( const LayerSource &bundles, QgsFeatureSink &sink, Progress &progress ) const;
  //! One row a district, as it lies in its layer, given urgency and opportunity by district.
  void writeQuadrants( const LayerSource &districts, std::span<const double> urgencies,
                       std::span<const double> opportunities, const QuadrantLimits &limits, QgsFeatureSink &sink,
                       Progress &progress ) const;
  //! One row for each theme and district where something is urgent and not planned.
  void writeUnplanned( std::span<const UnplannedGround> grounds, QgsFeatureSink &sink, Progress &progress ) const;

  //! How many couplings are carried.
  int carried() const;
  //! How many bundles are not worth it.
  int notWorthIt() const;

private:
  std::span<const Coupling> couplingsOf( std::size_t carrier ) const;
  std::optional<Verdict> verdictOf( const ReadBundle &bundle ) const;
  QVariant districtOf( std::size_t carrier ) const;
  QVariantList verdictRow( const ReadBundle &bundle, const std::vector<QString> &names ) const;
};

} // namespace koppelkans
