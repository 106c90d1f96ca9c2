// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/couplings.h"

namespace koppelkans
{

//! Where one theme is urgent in one district and nothing that is planned carries it.
struct UnplannedGround
{
  std::size_t district;
  std::size_t theme;
  double urgentArea;     //!< m² with need ≥ threshold
  double unplannedArea;  //!< m² of it outside all carriers that carry the theme: the area of ground
  GeometryColumn ground; //!< one feature

  //! m² of the urgent ground within carriers that carry the theme.
  double plannedArea() const { return urgentArea - unplannedArea; }

  //! Of the urgent ground, 0 to 1.
  double unplannedShare() const { return unplannedArea / urgentArea; }
};

/**
 * The urgent ground of each theme in each district, less the footprints of the carriers that carry the theme; the
 * largest first, and nothing below a square centimetre.
 *
 * \a pieces are those into which the places of \a map cut \a districts; \a couplings speak of the \a footprints by
 * number. Areas are those of geometries that GEOS overlays: exact but for the rounding of coordinates.
 */
std::vector<UnplannedGround> unplannedGrounds( const GeometryColumn &districts, const GroundPieces &pieces,
                                               const NeedMap &map, const GeometryColumn &footprints,
                                               std::span<const Coupling> couplings, Progress &progress );

} // namespace koppelkans
