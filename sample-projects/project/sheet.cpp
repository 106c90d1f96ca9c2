// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet.h"

#include <qgslayertree.h>
#include <qgslayoutexporter.h>
#include <qgslayoutframe.h>
#include <qgslayoutitemattributetable.h>
#include <qgslayoutitemlabel.h>
#include <qgslayoutitemlegend.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutitempage.h>
#include <qgslayoutitempicture.h>
#include <qgslayoutitemscalebar.h>
#include <qgslayoutmanager.h>
#include <qgslayoutpagecollection.h>
#include <qgslayouttablecolumn.h>
#include <qgslegendrenderer.h>
#include <qgslegendstyle.h>
#include <qgsmaplayerlegend.h>
#include <qgsmaplayerstyle.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgstextformat.h>
#include <qgsvectorlayer.h>

#include <QFontDatabase>

#include <stdexcept>

namespace koppelkans::sample
{

namespace
{

// The sheet's frame: at 1 : 14 000 the map covers the whole city.
constexpr double margin = 12;
constexpr double mapTop = 36;
constexpr double mapWidth = 286;
constexpr double mapHeight = 214.5;
constexpr double sheetWidth = 420;
constexpr double sheetHeight = 297;
const QgsRectangle cityExtent( 139998, 454998.5, 144002, 458001.5 );
const QColor ink( "#26323a" );

//! A letter that reads well on a wall, of those that this machine has.
QString fontFamily()
{
  const QStringList installed = QFontDatabase().families();
  for ( const char *family : { "Open Sans", "Noto Sans", "Segoe UI", "DejaVu Sans" } )
    if ( installed.contains( QString::fromLatin1( family ) ) )
      return QString::fromLatin1( family );
  return QFont().family();
}

QgsTextFormat letter( double points, bool bold, const QColor &color = ink )
{
  QFont font( fontFamily() );
  font.setBold( bold );
  font.setPointSizeF( points );
  QgsTextFormat format;
  format.setFont( font );
  format.setSize( points );
  format.setColor( color );
  return format;
}

// Layouts take text formats everywhere only in newer versions.
void setLetter( QgsLayoutItemLabel &label, const QgsTextFormat &format )
{
#if _QGIS_VERSION_INT >= 32400
  label.setTextFormat( format );
#else
  QFont font = format.font();
  font.setPointSizeF( format.size() );
  label.setFont( font );
  label.setFontColor( format.color() );
#endif
}

using LegendPart = decltype( QgsLegendRenderer::nodeLegendStyle( nullptr, nullptr ) );

void setLetter( QgsLayoutItemLegend &legend, QgsLegendStyle::Style part, const QgsTextFormat &format )
{
#if _QGIS_VERSION_INT >= 33000
  legend.rstyle( static_cast<LegendPart>( part ) ).setTextFormat( format );
#else
  QFont font = format.font();
  font.setPointSizeF( format.size() );
  legend.setStyleFont( part, font );
  legend.setFontColor( format.color() );
#endif
}

//! The layers' styles for a map so small that labels would cover what they name.
QMap<QString, QString> withoutLabels( const QList<QgsMapLayer *> &layers )
{
  QMap<QString, QString> styles;
  for ( QgsMapLayer *layer : layers )
  {
    auto *vector = qobject_cast<QgsVectorLayer *>( layer );
    if ( !vector || !vector->labelsEnabled() )
      continue;
    vector->setLabelsEnabled( false );
    QgsMapLayerStyle style;
    style.readFromLayer( vector );
    styles.insert( vector->id(), style.xmlData() );
    vector->setLabelsEnabled( true );
  }
  return styles;
}

} // namespace

Sheet::Sheet( QgsProject &project, const QString &name, const QString &title, const QString &question )
{
  auto layout = std::make_unique<QgsPrintLayout>( &project );
  layout->initializeDefaults();
  layout->setName( name );
  layout->pageCollection()->page( 0 )->setPageSize( QStringLiteral( "A3" ), QgsLayoutItemPage::Landscape );
  mLayout = layout.get();
  if ( !project.layoutManager()->addLayout( layout.release() ) ) // takes it over
    throw std::runtime_error( "there are two layouts of one name" );
  addText( { margin, 9, sheetWidth - 2 * margin, 13 }, title, 27, true );
  addText( { margin, 23.5, sheetWidth - 2 * margin, 8 }, question, 13 );
  addText( { margin, sheetHeight - 9.5, sheetWidth - 2 * margin, 5 },
           QStringLiteral( "Bron: Voorbeeldstad, een verzonnen stad (geen echte gegevens). Bewerking: Koppelkans. "
                           "Stelsel van de Rijksdriehoeksmeting, EPSG:28992." ),
           7.5 );
}

QRectF Sheet::side( double top, double height )
{
  const double left = margin + mapWidth + 8;
  return { left, top, sheetWidth - margin - left, height };
}

QRectF Sheet::below( double left, double width )
{
  return { margin + left, mapTop + mapHeight + 5, width, sheetHeight - 11 - mapTop - mapHeight - 5 };
}

QgsLayoutItemMap *Sheet::addMainMap( const QString &mapTheme )
{
  auto *map = new QgsLayoutItemMap( mLayout );
  mLayout->addLayoutItem( map ); // takes it over, as it does with all items
  map->attemptSetSceneRect( { margin, mapTop, mapWidth, mapHeight } );
  map->setExtent( cityExtent );
  map->setFollowVisibilityPreset( true );
  map->setFollowVisibilityPresetName( mapTheme );
  map->setFrameEnabled( true );
  map->setFrameStrokeColor( QColor( "#b8b8b8" ) );
  map->setBackgroundColor( QColor( "#f7f5f0" ) );
  map->setId( QStringLiteral( "kaart" ) );
  addScaleBar( map );
  addNorthArrow();
  return map;
}

void Sheet::addSmallMap( const QRectF &place, const QString &title, const QList<QgsMapLayer *> &layers )
{
  constexpr double titleHeight = 5;
  addText( { place.x(), place.y(), place.width(), titleHeight }, title, 8, true );
  auto *map = new QgsLayoutItemMap( mLayout );
  mLayout->addLayoutItem( map );
  map->attemptSetSceneRect(
    { place.x(), place.y() + titleHeight, place.width(), place.width() * cityExtent.height() / cityExtent.width() } );
  map->setExtent( cityExtent );
  map->setLayers( layers );
  map->setKeepLayerSet( true );
  map->setFrameEnabled( true );
  map->setFrameStrokeColor( QColor( "#b8b8b8" ) );
  map->setBackgroundColor( QColor( "#f7f5f0" ) );
  map->setLayerStyleOverrides( withoutLabels( layers ) );
  map->setKeepLayerStyles( true );
}

void Sheet::addText( const QRectF &place, const QString &text, double points, bool bold )
{
  auto *label = new QgsLayoutItemLabel( mLayout );
  mLayout->addLayoutItem( label );
  label->setText( text );
  setLetter( *label, letter( points, bold ) );
  label->setMarginX( 0 );
  label->setMarginY( 0 );
  label->setHAlign( Qt::AlignLeft );
  label->setVAlign( Qt::AlignTop );
  label->attemptSetSceneRect( place );
}

void Sheet::addLegend( const QRectF &place, const QString &title, QgsLayoutItemMap *map,
                       const std::vector<LegendEntry> &entries, int columns )
{
  auto *legend = new QgsLayoutItemLegend( mLayout );
  mLayout->addLayoutItem( legend );
  legend->setTitle( title );
  legend->setLinkedMap( map );
  legend->setAutoUpdateModel( false );
  legend->model()->rootGroup()->clear();
  for ( const LegendEntry &entry : entries )
  {
    QgsLayerTreeLayer *node = legend->model()->rootGroup()->addLayer( entry.layer );
    node->setCustomProperty( QStringLiteral( "legend/title-label" ), entry.title );
    if ( !entry.symbols.isEmpty() )
    {
      QgsMapLayerLegendUtils::setLegendNodeOrder( node, entry.symbols );
      legend->model()->refreshLayerLegend( node );
    }
    QgsLegendRenderer::setNodeLegendStyle(
      node, static_cast<LegendPart>( entry.title.isEmpty() ? QgsLegendStyle::Hidden : QgsLegendStyle::Subgroup ) );
  }
  setLetter( *legend, QgsLegendStyle::Title, letter( 11, true ) );
  setLetter( *legend, QgsLegendStyle::Subgroup, letter( 9, true ) );
  setLetter( *legend, QgsLegendStyle::SymbolLabel, letter( 9, false ) );
  legend->setSymbolHeight( 4 );
  legend->setSymbolWidth( 7 );
  legend->setBoxSpace( 0 );
  legend->setColumnCount( columns );
  // One layer may run over several columns only where there are more of these than layers.
  legend->setSplitLayer( columns > static_cast<int>( entries.size() ) );
  legend->setEqualColumnWidth( false );
  legend->setColumnSpace( 6 );
  legend->setBackgroundEnabled( false );
  legend->attemptSetSceneRect( place );
  legend->adjustBoxSize();
}

void Sheet::addColorKey( const QRectF &place, const QString &title, const std::vector<KeyColor> &colors )
{
  addText( { place.x(), place.y(), place.width(), 6 }, title, 11, true );
  const std::size_t rows = ( colors.size() + 1 ) / 2;
  for ( std::size_t i = 0; i < colors.size(); ++i )
  {
    const double x = place.x() + ( i < rows ? 0 : place.width() / 2 - 8 );
    const double y = place.y() + 8 + static_cast<double>( i % rows ) * 6;
    auto *patch = new QgsLayoutItemLabel( mLayout );
    mLayout->addLayoutItem( patch );
    patch->setBackgroundEnabled( true );
    patch->setBackgroundColor( colors[i].color );
    patch->attemptSetSceneRect( { x, y, 7, 4 } );
    addText( { x + 9, y, place.width() / 2, 5 }, colors[i].meaning, 9 );
  }
}

void Sheet::addTable( const QRectF &place, QgsVectorLayer *layer, const std::vector<Column> &columns,
                      const QString &filter, const QString &order, bool ascending, int rows )
{
  auto *table = new QgsLayoutItemAttributeTable( mLayout );
  mLayout->addMultiFrame( table );
  table->setVectorLayer( layer );
  QgsLayoutTableColumns shown;
  for ( const Column &column : columns )
  {
    QgsLayoutTableColumn one( column.heading );
    one.setAttribute( column.expression );
    one.setWidth( column.width );
    one.setHAlignment( column.number ? Qt::AlignRight : Qt::AlignLeft );
    one.setVAlignment( Qt::AlignTop );
    shown << one;
  }
  table->setColumns( shown );
  QgsLayoutTableColumn sorted;
  sorted.setAttribute( order );
  sorted.setSortOrder( ascending ? Qt::AscendingOrder : Qt::DescendingOrder );
  table->setSortColumns( { sorted } );
  if ( !filter.isEmpty() )
  {
    table->setFeatureFilter( filter );
    table->setFilterFeatures( true );
  }
  table->setMaximumNumberOfFeatures( rows );
  table->setHeaderTextFormat( letter( 8, true ) );
  table->setContentTextFormat( letter( 8, false ) );
  table->setWrapBehavior( QgsLayoutTable::WrapText );
  table->setHorizontalGrid( true );
  table->setVerticalGrid( false );
  table->setGridStrokeWidth( 0.15 );
  table->setGridColor( QColor( "#c4c4c4" ) );
  table->setCellMargin( 0.9 );
  auto *frame = new QgsLayoutFrame( mLayout, table );
  table->addFrame( frame ); // takes it over
  frame->attemptSetSceneRect( place );
  frame->setBackgroundEnabled( false );
  table->refresh();
}

void Sheet::addScaleBar( QgsLayoutItemMap *map )
{
  auto *bar = new QgsLayoutItemScaleBar( mLayout );
  mLayout->addLayoutItem( bar );
  bar->setLinkedMap( map );
  bar->setStyle( QStringLiteral( "Single Box" ) );
  bool known = false;
  bar->setUnits( QgsUnitTypes::decodeDistanceUnit( QStringLiteral( "meters" ), &known ) );
  bar->setUnitLabel( QStringLiteral( "m" ) );
  bar->setMapUnitsPerScaleBarUnit( 1 );
  bar->setNumberOfSegments( 4 );
  bar->setNumberOfSegmentsLeft( 0 );
  bar->setUnitsPerSegment( 250 );
  bar->setHeight( 1.8 );
  bar->setTextFormat( letter( 8, false ) );
  bar->setBackgroundEnabled( true );
  bar->setBackgroundColor( QColor( 247, 245, 240, 215 ) );
  bar->setBoxContentSpace( 1.5 );
  bar->attemptMove( { margin + 4, mapTop + mapHeight - 14 } );
}

void Sheet::addNorthArrow()
{
  // Within the project, so that it needs no file that another machine may not have.
  static const QByteArray svg =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 26" width="20" height="26">)"
    R"(<path d="M10 8l6 17-6-4-6 4z" fill="#26323a"/><path d="M10 8v13l-6 4z" fill="#8796a0"/>)"
    R"(<path d="M7.500 6V0h1.300l2.600 4V0h1.200v6h-1.200L8.700 2v4z" fill="#26323a"/></svg>)";
  // Its first value is SVG, in whatever class the enumeration lives.
  using PictureFormat = decltype( std::declval<QgsLayoutItemPicture>().mode() );
  auto *arrow = new QgsLayoutItemPicture( mLayout );
  mLayout->addLayoutItem( arrow );
  arrow->setPicturePath( QStringLiteral( "base64:" ) + QString::fromLatin1( svg.toBase64() ), PictureFormat( 0 ) );
  arrow->attemptSetSceneRect( { margin + mapWidth - 15, mapTop + 4, 11, 15 } );
}

void Sheet::exportTo( const QString &path ) const
{
  QgsLayoutExporter exporter( mLayout );
  // Not exportToImage(): it wants to write the map's position into a PNG, which cannot hold it, and complains.
  const QImage image = exporter.renderPageToImage( 0, QSize(), 150 );
  if ( image.isNull() || !image.save( path, "PNG" ) )
    throw std::runtime_error( ( path + QStringLiteral( ": the map could not be written" ) ).toStdString() );
}

} // namespace koppelkans::sample
