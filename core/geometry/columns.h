// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace koppelkans
{

//! A place in the working CRS, in metres.
struct Point
{
  double x;
  double y;
  friend bool operator==( const Point &, const Point & ) = default;
};

//! An axis-parallel rectangle in the working CRS, in metres; empty until something is put in.
struct Box
{
  double xMin = 1;
  double yMin = 1;
  double xMax = 0;
  double yMax = 0;

  bool empty() const { return xMax < xMin || yMax < yMin; }

  double width() const { return xMax - xMin; }

  double height() const { return yMax - yMin; }

  void include( Point p ) { include( Box{ p.x, p.y, p.x, p.y } ); }

  void include( const Box &other )
  {
    if ( other.empty() )
      return;
    if ( empty() )
    {
      *this = other;
      return;
    }
    xMin = std::min( xMin, other.xMin );
    yMin = std::min( yMin, other.yMin );
    xMax = std::max( xMax, other.xMax );
    yMax = std::max( yMax, other.yMax );
  }

  bool intersects( const Box &other ) const
  {
    return xMin <= other.xMax && other.xMin <= xMax && yMin <= other.yMax && other.yMin <= yMax;
  }

  bool contains( const Box &other ) const
  {
    return xMin <= other.xMin && other.xMax <= xMax && yMin <= other.yMin && other.yMax <= yMax;
  }
};

enum class GeometryKind
{
  Point,
  Line,
  Polygon
};

/**
 * The geometries of a layer as flat arrays, as GeoArrow lays out multipolygons: no allocation per feature.
 *
 * A feature has parts, a part has rings, a ring has coordinates. The rings of a polygon are closed (the last coordinate
 * repeats the first), its shell first. A line string or a point takes the place of a ring, alone in its part.
 */
struct GeometryColumn
{
  GeometryKind kind = GeometryKind::Polygon;
  std::vector<Point> coordinates;
  std::vector<std::size_t> ringOffsets{ 0 };    //!< into coordinates; one more than there are rings
  std::vector<std::size_t> partOffsets{ 0 };    //!< into rings; one more than there are parts
  std::vector<std::size_t> featureOffsets{ 0 }; //!< into parts; one more than there are features

  std::size_t rings() const { return ringOffsets.size() - 1; }

  std::size_t parts() const { return partOffsets.size() - 1; }

  std::size_t features() const { return featureOffsets.size() - 1; }

  std::span<const Point> ring( std::size_t i ) const
  {
    return std::span( coordinates ).subspan( ringOffsets[i], ringOffsets[i + 1] - ringOffsets[i] );
  }

  //! Around all features.
  Box box() const;
  Box partBox( std::size_t part ) const;
  Box featureBox( std::size_t feature ) const;

  // Building: coordinates, then closeRing(); rings, then closePart(); parts, then closeFeature().
  void closeRing() { ringOffsets.push_back( coordinates.size() ); }

  void closePart() { partOffsets.push_back( rings() ); }

  void closeFeature() { featureOffsets.push_back( parts() ); }

  //! Where the coordinates of the feature that is open begin.
  std::size_t openedAt() const { return ringOffsets[partOffsets[featureOffsets.back()]]; }

  //! Undoes what was appended to the feature that is open.
  void abandonFeature();

  //! Copies one feature of another column of the same kind to the end of this one.
  void append( const GeometryColumn &from, std::size_t feature );
};

/**
 * A layer in the working CRS: one geometry, id and value a feature.
 */
struct Features
{
  std::string layer; //!< as the user knows it
  GeometryColumn geometry;
  std::vector<std::int64_t> ids; //!< the feature ids of the source, for messages
  std::vector<double> values;    //!< a chosen field, or empty; noData where NULL
};

} // namespace koppelkans
