// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace koppelkans
{

/**
 * Where a long operation tells how far it is and hears that it must stop.
 *
 * cancelled() is called from several threads at once; report() only from the thread that started the operation.
 */
class Progress
{
public:
  virtual ~Progress() = default;

  //! \a fraction of this operation done, 0 to 1.
  virtual void report( double fraction ) = 0;
  virtual bool cancelled() const = 0;

  //! Throws Cancelled once the user has asked to stop.
  void check() const
  {
    if ( cancelled() )
      throw Cancelled();
  }
};

//! Progress for whoever does not look.
class NoProgress : public Progress
{
public:
  void report( double ) override {}

  bool cancelled() const override { return false; }
};

//! Hears that it must stop, and reports nothing: for work in another thread than the one that reports.
class QuietProgress : public Progress
{
public:
  explicit QuietProgress( const Progress &whole )
    : mWhole( whole )
  {
  }

  void report( double ) override {}

  bool cancelled() const override { return mWhole.cancelled(); }

private:
  const Progress &mWhole; // borrowed
};

//! The part of a longer operation between two fractions of it.
class ProgressPart : public Progress
{
public:
  ProgressPart( Progress &whole, double from, double to )
    : mWhole( whole )
    , mFrom( from )
    , mTo( to )
  {
  }

  void report( double fraction ) override { mWhole.report( mFrom + fraction * ( mTo - mFrom ) ); }

  bool cancelled() const override { return mWhole.cancelled(); }

private:
  Progress &mWhole; // borrowed
  double mFrom;
  double mTo;
};

} // namespace koppelkans
