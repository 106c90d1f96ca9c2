// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shapes.h"

#include <ogr_geometry.h>

#include <memory>
#include <vector>

namespace koppelkans::sample
{

using Geometry = std::unique_ptr<OGRGeometry>;

//! From plain shapes to OGR and back; of polygons only the outer rings come back, largest first.
Geometry toPolygon( const Ring &ring );
Geometry toLine( const Line &line );
Geometry toPoint( Point point );
std::vector<Ring> outerRings( const OGRGeometry &geometry );
std::vector<Line> linesOf( const OGRGeometry &geometry );
Point pointInside( const OGRPolygon &polygon );

//! Set operations; an empty geometry stands for nothing.
Geometry grown( const OGRGeometry &geometry, double distance, int quadrantSegments = 4 );
Geometry united( const std::vector<Geometry> &geometries );
Geometry without( const OGRGeometry &geometry, const OGRGeometry &other );
Geometry common( const OGRGeometry &geometry, const OGRGeometry &other );

//! Every piece of the lines between two crossings.
std::vector<Line> noded( const std::vector<Line> &lines );

//! The polygons that noded lines enclose, in reading order so that the order does not depend on GEOS.
std::vector<Geometry> enclosed( const std::vector<Line> &lines );

//! The polygons of a geometry without slivers below \a leastArea, as a MultiPolygon.
Geometry polygonsOnly( const OGRGeometry &geometry, double leastArea );

//! Closes notches and takes off spikes: grown, shrunk twice as far, and grown back.
Geometry rounded( const OGRGeometry &geometry, double distance );

//! Coordinates on whole millimetres.
void snapToMillimetres( OGRGeometry &geometry );

double areaOf( const OGRGeometry &geometry );

} // namespace koppelkans::sample
