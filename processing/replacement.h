// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTemporaryDir;

namespace koppelkans
{

/**
 * One file moved to where it belongs, in place of what stood there; undone at the end of its life unless it is kept.
 *
 * What stood there waits in the folder from which the file came: on the same file system moving takes no room and no
 * time. Only where it cannot be put back either does that folder stay, and QGIS' log says so.
 */
class Replacement
{
public:
  //! Moves \a file, or nothing where that is empty, from \a stage to \a target. Throws Error, having changed nothing.
  Replacement( QTemporaryDir &stage, const QString &file, const QString &target );
  ~Replacement();
  Replacement( const Replacement & ) = delete;
  Replacement &operator=( const Replacement & ) = delete;

  void keep() { mIsKept = true; }

private:
  void undo();

  QTemporaryDir &mStage; // borrowed
  QString mTarget;
  QString mBefore; //!< where what stood there is now; empty where nothing did
  bool mIsNew = false;
  bool mIsKept = false;
};

} // namespace koppelkans
