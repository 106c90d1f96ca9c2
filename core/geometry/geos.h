// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/geometry/columns.h"

#include <geos_c.h>

#include <memory>
#include <string>

namespace koppelkans
{

struct GeosDelete
{
  void operator()( GEOSGeometry *geometry ) const;
  void operator()( const GEOSPreparedGeometry *geometry ) const;
  void operator()( char *text ) const;
};

using GeosGeometry = std::unique_ptr<GEOSGeometry, GeosDelete>;
using GeosText = std::unique_ptr<char, GeosDelete>;
using GeosPrepared = std::unique_ptr<const GEOSPreparedGeometry, GeosDelete>;

//! This thread's GEOS context. Its messages are kept for geosError() and never printed.
GEOSContextHandle_t geos();

//! What GEOS last complained of in this thread, as an error.
Error geosError();

//! Takes over what a GEOS call returned; throws geosError() where it returned nothing.
GeosGeometry checked( GEOSGeometry *geometry );

//! One feature as a multipolygon, multilinestring or multipoint.
GeosGeometry toGeos( const GeometryColumn &column, std::size_t feature );

//! Appends all polygons (lines, points: what \a column holds) within \a geometry as one feature; the rest is left out.
void appendFromGeos( GeometryColumn &column, const GEOSGeometry *geometry );

} // namespace koppelkans
