// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stack/sqlite.h"

#include <sqlite3.h>

namespace koppelkans
{

std::string sqlName( const std::string &name )
{
  std::string quoted = "\"";
  for ( const char c : name )
    quoted += c == '"' ? std::string( "\"\"" ) : std::string( 1, c );
  return quoted + '"';
}

void Database::Close::operator()( sqlite3 *handle ) const
{
  sqlite3_close( handle );
}

Database::Database( const std::string &path )
  : mPath( path )
{
  sqlite3 *handle = nullptr;
  // Without locks between threads: a database is used by one.
  const int result = sqlite3_open_v2( path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr );
  mHandle.reset( handle );
  if ( result != SQLITE_OK )
    throw error();
}

void Database::execute( const std::string &sql )
{
  if ( sqlite3_exec( mHandle.get(), sql.c_str(), nullptr, nullptr, nullptr ) != SQLITE_OK )
    throw error();
}

Error Database::error() const
{
  return Error( mPath + ": " + sqlite3_errmsg( mHandle.get() ) );
}

void Statement::Finalize::operator()( sqlite3_stmt *statement ) const
{
  sqlite3_finalize( statement );
}

Statement::Statement( const Database &database, const std::string &sql )
  : mDatabase( database )
{
  sqlite3_stmt *statement = nullptr;
  check( sqlite3_prepare_v2( database.handle(), sql.c_str(), static_cast<int>( sql.size() ), &statement, nullptr ) );
  mStatement.reset( statement );
}

void Statement::check( int result ) const
{
  if ( result != SQLITE_OK )
    throw mDatabase.error();
}

void Statement::bind( int parameter, std::int64_t value )
{
  check( sqlite3_bind_int64( mStatement.get(), parameter, value ) );
}

void Statement::bind( int parameter, double value )
{
  check( sqlite3_bind_double( mStatement.get(), parameter, value ) );
}

void Statement::bind( int parameter, const std::string &value )
{
  check(
    sqlite3_bind_text( mStatement.get(), parameter, value.data(), static_cast<int>( value.size() ), SQLITE_STATIC ) );
}

void Statement::bind( int parameter, std::span<const unsigned char> value )
{
  check(
    sqlite3_bind_blob( mStatement.get(), parameter, value.data(), static_cast<int>( value.size() ), SQLITE_STATIC ) );
}

void Statement::bindNull( int parameter )
{
  check( sqlite3_bind_null( mStatement.get(), parameter ) );
}

void Statement::run()
{
  if ( next() )
    throw Error( "a statement that should return nothing returned a row" );
}

bool Statement::next()
{
  const int result = sqlite3_step( mStatement.get() );
  if ( result == SQLITE_ROW )
    return true;
  if ( result != SQLITE_DONE )
  {
    const Error error = mDatabase.error(); // before the reset forgets it
    sqlite3_reset( mStatement.get() );
    throw error;
  }
  sqlite3_reset( mStatement.get() );
  return false;
}

std::string Statement::text( int column ) const
{
  const unsigned char *value = sqlite3_column_text( mStatement.get(), column );
  return value ? reinterpret_cast<const char *>( value ) : std::string();
}

std::int64_t Statement::integer( int column ) const
{
  return sqlite3_column_int64( mStatement.get(), column );
}

} // namespace koppelkans
