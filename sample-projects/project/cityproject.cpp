// SPDX-License-Identifier: GPL-3.0-or-later
#include "cityproject.h"

#include "districtlook.h"
#include "layers.h"

#include <qgslayertree.h>
#include <qgslayertreemodel.h>
#include <qgsmaplayerstylemanager.h>
#include <qgsmapthemecollection.h>
#include <qgsprojectmetadata.h>
#include <qgsprojectviewsettings.h>
#include <qgsreferencedgeometry.h>
#include <qgsvectorlayer.h>

#include <QDomDocument>
#include <QPainter>

#include <stdexcept>

namespace koppelkans::sample
{

namespace
{

const QStringList background{ "wijken", "masker", "spoor", "gebouwen", "water", "groen" };

//! A second style of the stack, under other layers: paler, so that they stand out.
const QString pale = QStringLiteral( "ondergrond" );
//! A second style of the districts, for where another layer names them.
const QString bordersOnly = QStringLiteral( "alleen grenzen" );

const QgsRectangle extent( 140000, 455000, 144000, 458000 );

QgsLayerTreeGroup *groupAt( QgsLayerTreeGroup *root, const QString &path )
{
  QgsLayerTreeGroup *group = root;
  for ( const QString &name : path.split( '/' ) )
    if ( !name.isEmpty() )
    {
      QgsLayerTreeGroup *child = group->findGroup( name );
      group = child && child->parent() == group ? child : group->addGroup( name );
    }
  return group;
}

//! Where the map stands when the project is opened; what QGIS itself writes, but only with a window.
void writeCanvas( QDomDocument &document )
{
  QDomElement canvas = document.createElement( QStringLiteral( "mapcanvas" ) );
  canvas.setAttribute( QStringLiteral( "name" ), QStringLiteral( "theMapCanvas" ) );
  const auto add = [&document]( QDomElement &parent, const char *name, const QString &text )
  {
    QDomElement element = document.createElement( QString::fromLatin1( name ) );
    element.appendChild( document.createTextNode( text ) );
    parent.appendChild( element );
  };
  add( canvas, "units", QStringLiteral( "meters" ) );
  QDomElement box = document.createElement( QStringLiteral( "extent" ) );
  add( box, "xmin", QString::number( extent.xMinimum() ) );
  add( box, "ymin", QString::number( extent.yMinimum() ) );
  add( box, "xmax", QString::number( extent.xMaximum() ) );
  add( box, "ymax", QString::number( extent.yMaximum() ) );
  canvas.appendChild( box );
  add( canvas, "rotation", QStringLiteral( "0" ) );
  document.documentElement().appendChild( canvas );
}

} // namespace

CityProject::CityProject( QgsProject &project, const QDir &data, const QDir &styles )
  : mProject( project )
{
  mProject.setCrs( QgsCoordinateReferenceSystem( QStringLiteral( "EPSG:28992" ) ) );
  mProject.setTitle( QStringLiteral( "Voorbeeldstad" ) );
  mProject.setFilePathStorage( Qgis::FilePathType::Relative );
  mProject.setBackgroundColor( QColor( "#f7f5f0" ) );
  mProject.viewSettings()->setDefaultViewExtent( QgsReferencedRectangle( extent, mProject.crs() ) );
  QgsProjectMetadata metadata = mProject.metadata();
  metadata.setTitle( QStringLiteral( "Voorbeeldstad" ) );
  metadata.setAbstract( QStringLiteral( "Een verzonnen stad, om Koppelkans mee te leren kennen: opgaven gestapeld, "
                                        "wijken gelezen, onderhoud gebundeld." ) );
  metadata.setLanguage( QStringLiteral( "nl" ) );
  metadata.setCreationDateTime( {} );
  mProject.setMetadata( metadata );
  addLayers( data, styles );
  addMapThemes( styles );
}

void CityProject::addLayers( const QDir &data, const QDir &styles )
{
  for ( const LayerEntry &entry : layerEntries() )
  {
    QgsMapLayer *layer =
      mProject.addMapLayer( openLayer( entry, data, styles ).release(), false ); // the project owns it
    QgsLayerTreeLayer *node = groupAt( mProject.layerTreeRoot(), QString::fromUtf8( entry.group ) )->addLayer( layer );
    node->setExpanded( false );
    mLayers[keyOf( entry )] = layer;
  }
  for ( const char *group : { "Resultaten/Tabellen", "Opgaven", "Beheer (assets en werken)", "Achtergrond" } )
    groupAt( mProject.layerTreeRoot(), QString::fromUtf8( group ) )->setExpanded( false );
}

void CityProject::showOnly( const QStringList &keys )
{
  for ( const auto &[key, layer] : mLayers )
    mProject.layerTreeRoot()->findLayer( layer )->setItemVisibilityChecked( keys.contains( key ) ||
                                                                            background.contains( key ) );
}

void CityProject::addMapThemes( const QDir &styles )
{
  QgsLayerTreeModel model( mProject.layerTreeRoot() );
  const auto keep = [&]( const QString &theme )
  {
    mProject.mapThemeCollection()->insert(
      theme, QgsMapThemeCollection::createThemeFromCurrentState( mProject.layerTreeRoot(), &model ) );
  };

  const auto addStyle =
    [&styles]( QgsMapLayer &layer, const QString &first, const QString &second, const QString &file )
  {
    layer.styleManager()->renameStyle( layer.styleManager()->currentStyle(), first );
    layer.styleManager()->addStyleFromLayer( second );
    layer.styleManager()->setCurrentStyle( second );
    dress( layer, styles.filePath( file ) );
  };

  QgsMapLayer *stack = layer( "opgavenkaart" );
  const QString full = QStringLiteral( "opgavenkaart" );
  addStyle( *stack, full, pale, QStringLiteral( "voorbeeldstad/opgavenkaart_ondergrond.qml" ) );
  // Houses, water and green shine through the stack, so that people find their own street.
  stack->setBlendMode( QPainter::CompositionMode_Multiply );
  showOnly( { "opgavenkaart", "onderhoudsplan_verharding", "onderhoudsplan_riolering", "onderhoudsplan_groenvakken" } );
  keep( themePlan );

  stack->styleManager()->setCurrentStyle( full );
  stack->setBlendMode( QPainter::CompositionMode_Multiply );
  showOnly( { "bundels", "werkplan_lijnen", "werkplan_vlakken", "experimenten", "moratoria" } );
  keep( themeBundles );

  // Pale, so that the bundles stand out.
  layer( "kwadranten" )->setOpacity( 0.5 );
  layer( "kwadranten" )->setBlendMode( QPainter::CompositionMode_Multiply );
  showOnly( { "oordelen", "kwadranten" } );
  keep( themeCouplings );

  const QString withNames = QStringLiteral( "grenzen en namen" );
  addStyle( *layer( "wijken" ), withNames, bordersOnly, QStringLiteral( "voorbeeldstad/wijken_grenzen.qml" ) );
  explainDistricts( *qobject_cast<QgsVectorLayer *>( layer( "wijkscores" ) ) );
  layer( "wijkscores" )->setBlendMode( QPainter::CompositionMode_Multiply );
  showOnly( { "wijkscores" } );
  keep( themeDistricts );
  layer( "wijken" )->styleManager()->setCurrentStyle( withNames );

  // Last, since it is what the project opens with
  showOnly( { "opgavenkaart" } );
  mProject.layerTreeRoot()->findLayer( stack )->setExpanded( true );
  keep( themeStack );
}

void CityProject::write( const QString &path )
{
  QObject::connect( &mProject, &QgsProject::writeProject, writeCanvas );
  if ( !mProject.write( path ) )
    throw std::runtime_error( ( path + QStringLiteral( ": " ) + mProject.error() ).toStdString() );
}

} // namespace koppelkans::sample
