// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/replacement.h"

#include "core/error.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <qgsmessagelog.h>

#include <filesystem>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansReplacement )
};

std::filesystem::path toPath( const QString &file )
{
  return file.toStdU16String();
}

//! What went wrong; empty where nothing did.
std::error_code move( const QString &from, const QString &to )
{
  std::error_code error;
  std::filesystem::rename( toPath( from ), toPath( to ), error );
  return error;
}

} // namespace

Replacement::Replacement( QTemporaryDir &stage, const QString &file, const QString &target )
  : mStage( stage )
  , mTarget( target )
{
  std::error_code error;
  const std::filesystem::file_status there = std::filesystem::symlink_status( toPath( target ), error );
  // A folder has no place aside: nothing can take its place.
  if ( std::filesystem::exists( there ) && !std::filesystem::is_directory( there ) )
  {
    QDir( stage.path() ).mkdir( QStringLiteral( "before" ) );
    const QString before = stage.filePath( QStringLiteral( "before/" ) + QFileInfo( target ).fileName() );
    error = move( target, before );
    if ( error )
      throw Error( error.message() );
    mBefore = before;
  }
  if ( file.isEmpty() )
    return;
  error = move( file, target );
  if ( error )
  {
    undo();
    throw Error( error.message() );
  }
  mIsNew = true;
}

Replacement::~Replacement()
{
  if ( !mIsKept )
    undo();
}

void Replacement::undo()
{
  std::error_code error;
  if ( !mBefore.isEmpty() )
    error = move( mBefore, mTarget );
  else if ( mIsNew )
    std::filesystem::remove( toPath( mTarget ), error );
  if ( !error || mBefore.isEmpty() )
    return;
  mStage.setAutoRemove( false );
  QgsMessageLog::logMessage( Texts::tr( "%1 cannot be put back: %2. What stood there is kept as %3" )
                               .arg( QDir::toNativeSeparators( mTarget ), QString::fromStdString( error.message() ),
                                     QDir::toNativeSeparators( mBefore ) ),
                             QStringLiteral( "Koppelkans" ) );
}

} // namespace koppelkans
