// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace koppelkans
{

//! What stops an operation; gains context on its way up ("layer hitte: feature 4711: …").
class Error : public std::runtime_error
{
public:
  using std::runtime_error::runtime_error;

  //! The same error, seen from one step further out.
  Error inContext( const std::string &context ) const { return Error( context + ": " + what() ); }
};

//! The user asked to stop: not a fault, and nothing may be left behind.
class Cancelled : public std::exception
{
public:
  const char *what() const noexcept override { return "cancelled"; }
};

} // namespace koppelkans
