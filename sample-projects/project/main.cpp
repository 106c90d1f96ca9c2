// SPDX-License-Identifier: GPL-3.0-or-later
#include "cityproject.h"
#include "pages.h"

#include <qgsapplication.h>
#include <qgssettings.h>

#include <QTemporaryDir>

#include <iostream>

namespace
{

void makeProject( const QString &data, const QString &styles )
{
  using namespace koppelkans::sample;
  // QGIS' one project: expressions on sheets find other layers only there.
  CityProject city( *QgsProject::instance(), QDir( data ), QDir( styles ) );
  const std::vector<Page> pages = drawPages( city );
  for ( const Page &page : pages )
    page.sheet.exportTo( QDir( data ).filePath( page.file ) );
  city.write( QDir( data ).filePath( QStringLiteral( "voorbeeldstad.qgz" ) ) );
}

} // namespace

/**
 * makeproject FOLDER STYLES: writes voorbeeldstad.qgz and the pictures of its sheets into FOLDER, which holds the
 * city's data and the results; STYLES is the folder styles/ of this repository.
 */
int main( int argc, char **argv )
{
  if ( argc != 3 )
  {
    std::cerr << "usage: makeproject FOLDER STYLES\n";
    return 2;
  }
  // Pictures need no window, and a server has none.
  if ( !qEnvironmentVariableIsSet( "QT_QPA_PLATFORM" ) )
    qputenv( "QT_QPA_PLATFORM", "offscreen" );
  QLocale::setDefault( QLocale( QLocale::Dutch, QLocale::Netherlands ) );
  const QTemporaryDir profile; // so that the user's own is neither read nor changed
  QgsApplication application( argc, argv, true, profile.path() );
  QgsApplication::setPrefixPath( QStringLiteral( QGIS_PREFIX ), true );
  QgsApplication::initQgis();
  // The sample names no one.
  QgsSettings().setValue( QStringLiteral( "projects/anonymize_saved_projects" ), true, QgsSettings::Section::Core );
  int failed = 0;
  try
  {
    makeProject( QString::fromLocal8Bit( argv[1] ), QString::fromLocal8Bit( argv[2] ) );
  }
  catch ( const std::exception &error )
  {
    std::cerr << "makeproject: " << error.what() << '\n';
    failed = 1;
  }
  QgsApplication::exitQgis();
  return failed;
}
