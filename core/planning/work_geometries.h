// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/columns.h"
#include "core/geometry/geos.h"
#include "core/nodata.h"

#include <array>
#include <compare>

namespace koppelkans
{

/**
 * The geometries of works in one order, whatever their kinds: points, lines and polygons together.
 *
 * Each kind has its own column; add() appends to the column of its kind and gives the geometry the next index.
 */
class WorkGeometries
{
public:
  WorkGeometries();

  //! Appends one feature of \a column; with the width of the ground that a line stands for, or the radius of a point's,
  //! in metres, where it is known.
  void add( const GeometryColumn &column, std::size_t feature, double breadth = noData );

  std::size_t size() const { return mPlaces.size(); }

  GeometryKind kind( std::size_t i ) const { return mPlaces[i].kind; }

  //! Metres; noData where it is not known.
  double breadth( std::size_t i ) const { return mPlaces[i].breadth; }

  Box box( std::size_t i ) const { return column( i ).featureBox( mPlaces[i].feature ); }

  GeosGeometry geos( std::size_t i ) const { return toGeos( column( i ), mPlaces[i].feature ); }

  //! Orders by kind, breadth and coordinates; equal are geometries of the same breadth with the same coordinates in the
  //! same structure: they stand for the same ground.
  std::weak_ordering compare( std::size_t a, std::size_t b ) const;

private:
  struct Place
  {
    GeometryKind kind;
    std::size_t feature; //!< in the column of that kind
    double breadth;
  };

  std::array<GeometryColumn, 3> mColumns; // by kind
  std::vector<Place> mPlaces;

  const GeometryColumn &column( std::size_t i ) const { return mColumns[static_cast<std::size_t>( mPlaces[i].kind )]; }
};

} // namespace koppelkans
