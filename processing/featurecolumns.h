// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding.h"
#include "core/geometry/columns.h"

#include <qgscoordinatetransform.h>

#include <array>
#include <span>

class QgsGeometry;

namespace koppelkans
{

/**
 * Collects the features of a layer as columns, a column for each kind of geometry, in the working CRS.
 *
 * Feature i of each column belongs together: it is empty in the columns of other kinds than its own. What has no
 * geometry, or none that can be used, keeps its place as an empty feature, with a finding.
 */
class FeatureColumns
{
public:
  FeatureColumns( const std::string &layer, const QgsCoordinateTransform &toWorkingCrs, Findings &findings );

  void add( std::int64_t id, const QgsGeometry &geometry );
  //! The same from well-known binary, empty for no geometry. False, and nothing added, for what appendWkb() leaves.
  bool add( std::int64_t id, std::span<const std::byte> wkb );

  //! By GeometryKind; what was collected is used up.
  std::array<Features, 3> take() && { return std::move( mByKind ); }

private:
  std::array<Features, 3> mByKind;
  QgsCoordinateTransform mToWorkingCrs;
  Findings &mFindings; // borrowed

  void found( FindingKind kind, std::int64_t id, const std::string &value = {} );
  //! Brings what was appended to the open feature into the working CRS; where it cannot be used there, it is abandoned.
  void place( std::int64_t id, GeometryColumn &column );
  void close( std::int64_t id );
};

} // namespace koppelkans
