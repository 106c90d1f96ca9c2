// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stack/geopackage.h"

#include "core/stack/grid_rtree.h"
#include "core/stack/sqlite.h"

#include <bit>
#include <cstring>
#include <optional>

namespace koppelkans
{

namespace
{

static_assert( std::endian::native == std::endian::little, "geometries are written in the order of the machine" );

//! The table of features of a GeoPackage.
struct Table
{
  std::string name;
  std::string geometry;
  std::int32_t crs; // its number in gpkg_spatial_ref_sys
};

Table onlyTable( const Database &database )
{
  Statement tables( database, "SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns" );
  if ( !tables.next() )
    throw Error( "the GeoPackage has no table for features" );
  return { tables.text( 0 ), tables.text( 1 ), static_cast<std::int32_t>( tables.integer( 2 ) ) };
}

/**
 * Cells as a GeoPackage has them: a head with the bounding box, then a polygon of one ring in well-known binary.
 */
class CellBlob
{
public:
  CellBlob( const Grid &grid, std::int32_t crs )
    : mGrid( grid )
    , mCrs( crs )
  {
  }

  std::span<const unsigned char> of( std::size_t cell )
  {
    std::array<Point, 7> room;
    const std::span<const Point> ring = mGrid.ring( cell, room );
    Box box;
    for ( const Point &point : ring )
      box.include( point );

    constexpr unsigned char littleEndianWithBox = 0b0011;
    mBytes.assign( { 'G', 'P', 0, littleEndianWithBox } );
    put( mCrs );
    put( std::array{ box.xMin, box.xMax, box.yMin, box.yMax } );
    constexpr unsigned char littleEndian = 1;
    constexpr std::uint32_t polygon = 3;
    put( littleEndian );
    put( polygon );
    put( std::uint32_t( 1 ) );
    put( static_cast<std::uint32_t>( ring.size() ) );
    for ( const Point &point : ring )
      put( point );
    return mBytes;
  }

private:
  template <typename T>
  void put( const T &value )
  {
    const std::size_t end = mBytes.size();
    mBytes.resize( end + sizeof( T ) );
    std::memcpy( mBytes.data() + end, &value, sizeof( T ) );
  }

  const Grid &mGrid; // borrowed
  std::int32_t mCrs;
  std::vector<unsigned char> mBytes;
};

void insertCells( const Stack &stack, const std::vector<char> &chosen, const Database &database, const Table &table,
                  Progress &progress )
{
  const int columns = static_cast<int>( stack.themes.size() ) + 5;
  std::string places = "?";
  for ( int i = 1; i < columns; ++i )
    places += ",?";
  Statement insert( database, "INSERT INTO " + sqlName( table.name ) + " VALUES(" + places + ")" );
  CellBlob blob( stack.grid, table.crs );
  const auto bindOrNull = [&insert]( int column, double value )
  {
    if ( hasData( value ) )
      insert.bind( column, value );
    else
      insert.bindNull( column );
  };
  for ( std::size_t cell = 0; cell < stack.grid.cells(); ++cell )
  {
    if ( cell % 4096 == 0 )
    {
      progress.check();
      progress.report( static_cast<double>( cell ) / static_cast<double>( stack.grid.cells() ) );
    }
    if ( !chosen[cell] )
      continue;
    const std::string id = stack.grid.cellId( cell );
    int column = 0;
    insert.bind( ++column, static_cast<std::int64_t>( cell ) + 1 );
    insert.bind( ++column, blob.of( cell ) );
    insert.bind( ++column, id );
    for ( const StackedTheme &theme : stack.themes )
      bindOrNull( ++column, theme.values[cell] );
    insert.bind( ++column, static_cast<std::int64_t>( stack.overlapCount( cell ) ) );
    bindOrNull( ++column, stack.overlapIndex( cell ) );
    insert.run();
  }
}

//! The size of the nodes of the empty index \a index; nothing where the table has no index.
std::optional<std::size_t> nodeBytes( const Database &database, const std::string &index )
{
  Statement exists( database, "SELECT 1 FROM sqlite_master WHERE name = ?" );
  exists.bind( 1, index );
  if ( !exists.next() )
    return std::nullopt;
  Statement root( database, "SELECT length(data) FROM " + sqlName( index + "_node" ) + " WHERE nodeno = 1" );
  if ( !root.next() )
    throw Error( "the spatial index has no root" );
  return static_cast<std::size_t>( root.integer( 0 ) );
}

void insertIndex( const Grid &grid, const std::vector<char> &chosen, const Database &database, const Table &table,
                  Progress &progress )
{
  const std::string index = "rtree_" + table.name + "_" + table.geometry;
  const std::optional<std::size_t> bytes = nodeBytes( database, index );
  if ( !bytes )
    return;
  const GridRtree tree( grid, chosen, *bytes );

  Statement node( database, "INSERT OR REPLACE INTO " + sqlName( index + "_node" ) + " VALUES(?,?)" );
  Statement parent( database, "INSERT INTO " + sqlName( index + "_parent" ) + " VALUES(?,?)" );
  tree.visitNodes(
    [&]( std::int64_t number, std::int64_t parentNumber, std::span<const unsigned char> content )
    {
      node.bind( 1, number );
      node.bind( 2, content );
      node.run();
      if ( parentNumber == 0 )
        return;
      parent.bind( 1, number );
      parent.bind( 2, parentNumber );
      parent.run();
    } );

  Statement leaf( database, "INSERT INTO " + sqlName( index + "_rowid" ) + " VALUES(?,?)" );
  for ( std::size_t cell = 0; cell < grid.cells(); ++cell )
  {
    if ( cell % 4096 == 0 )
      progress.check();
    if ( !chosen[cell] )
      continue;
    leaf.bind( 1, static_cast<std::int64_t>( cell ) + 1 );
    leaf.bind( 2, tree.leafOf( cell ) );
    leaf.run();
  }
}

void updateContents( const Grid &grid, const std::vector<char> &chosen, Database &database, const Table &table )
{
  Box extent;
  std::int64_t cells = 0;
  std::array<Point, 7> room;
  for ( std::size_t cell = 0; cell < grid.cells(); ++cell )
    if ( chosen[cell] )
    {
      for ( const Point &point : grid.ring( cell, room ) )
        extent.include( point );
      ++cells;
    }
  if ( cells == 0 )
    return; // as the empty table has it
  Statement contents( database,
                      "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?" );
  contents.bind( 1, extent.xMin );
  contents.bind( 2, extent.yMin );
  contents.bind( 3, extent.xMax );
  contents.bind( 4, extent.yMax );
  contents.bind( 5, table.name );
  contents.run();
  Statement counted( database, "SELECT 1 FROM sqlite_master WHERE name = 'gpkg_ogr_contents'" );
  if ( !counted.next() )
    return;
  Statement count( database, "UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?" );
  count.bind( 1, cells );
  count.bind( 2, table.name );
  count.run();
}

//! Takes the triggers off the table, which would index and count cell by cell; returns how to make them again.
std::vector<std::string> dropTriggers( Database &database, const Table &table )
{
  std::vector<std::string> made;
  std::vector<std::string> names;
  {
    Statement triggers( database, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?" );
    triggers.bind( 1, table.name );
    while ( triggers.next() )
    {
      names.push_back( triggers.text( 0 ) );
      made.push_back( triggers.text( 1 ) );
    }
  }
  for ( const std::string &name : names )
    database.execute( "DROP TRIGGER " + sqlName( name ) );
  return made;
}

} // namespace

void fillGeoPackage( const Stack &stack, const std::string &path, Progress &progress, bool nonEmptyOnly )
{
  const std::vector<char> chosen = chosenCells( stack, nonEmptyOnly );
  Database database( path );
  // Nobody else knows the file yet, and after a failure it is thrown away: nothing to go back to.
  database.execute( "PRAGMA journal_mode = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536; BEGIN" );
  const Table table = onlyTable( database );
  const std::vector<std::string> triggers = dropTriggers( database, table );
  ProgressPart cells( progress, 0, 0.8 );
  insertCells( stack, chosen, database, table, cells );
  insertIndex( stack.grid, chosen, database, table, progress );
  updateContents( stack.grid, chosen, database, table );
  for ( const std::string &trigger : triggers )
    database.execute( trigger );
  database.execute( "COMMIT" );
  progress.report( 1 );
}

} // namespace koppelkans
