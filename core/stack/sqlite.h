// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace koppelkans
{

//! A name as SQL has it: in quotes.
std::string sqlName( const std::string &name );

//! An SQLite database that is being written. All functions throw Error, naming the file.
class Database
{
public:
  //! Opens a file that is there.
  explicit Database( const std::string &path );

  void execute( const std::string &sql );
  Error error() const;

  sqlite3 *handle() const { return mHandle.get(); }

private:
  struct Close
  {
    void operator()( sqlite3 *handle ) const;
  };

  std::string mPath;
  std::unique_ptr<sqlite3, Close> mHandle;
};

//! A prepared statement. What is bound as text or blob is borrowed until the next run.
class Statement
{
public:
  Statement( const Database &database, const std::string &sql );

  // Parameters are counted from 1, as in SQL.
  void bind( int parameter, std::int64_t value );
  void bind( int parameter, double value );
  void bind( int parameter, const std::string &value );
  void bind( int parameter, std::span<const unsigned char> value );
  void bindNull( int parameter );

  //! Runs a statement that returns no rows, and makes it ready to run again with the same parameters.
  void run();

  //! The next row; false, ready to run again, where there is none.
  bool next();
  //! Columns are counted from 0, as in SQLite.
  std::string text( int column ) const;
  std::int64_t integer( int column ) const;

private:
  struct Finalize
  {
    void operator()( sqlite3_stmt *statement ) const;
  };

  void check( int result ) const;

  const Database &mDatabase; // borrowed
  std::unique_ptr<sqlite3_stmt, Finalize> mStatement;
};

} // namespace koppelkans
