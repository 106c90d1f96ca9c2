// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <vector>

class QgsLayoutItemMap;
class QgsMapLayer;
class QgsPrintLayout;
class QgsProject;
class QgsVectorLayer;

namespace koppelkans::sample
{

//! A column of a table on a sheet.
struct Column
{
  QString heading;
  QString expression;
  double width; //!< mm
  bool number = false;
};

//! A layer in a legend, under a title of its own; an empty title leaves only the symbols.
struct LegendEntry
{
  QgsMapLayer *layer;
  QString title;
  QList<int> symbols = {}; //!< which of its symbols; all where empty
};

//! A colour and what it stands for.
struct KeyColor
{
  QColor color;
  QString meaning;
};

/**
 * One A3 sheet in landscape in the house style: title and question above, map on the left, what explains it beside and
 * below it, the source at the foot. All measures are in mm. The layout belongs to the project.
 */
class Sheet
{
public:
  Sheet( QgsProject &project, const QString &name, const QString &title, const QString &question );

  //! The main map, at its fixed place and scale.
  QgsLayoutItemMap *addMainMap( const QString &mapTheme );
  //! A small map of \a layers at \a place, under a title.
  void addSmallMap( const QRectF &place, const QString &title, const QList<QgsMapLayer *> &layers );
  void addText( const QRectF &place, const QString &text, double points = 9.5, bool bold = false );
  void addLegend( const QRectF &place, const QString &title, QgsLayoutItemMap *map,
                  const std::vector<LegendEntry> &entries, int columns = 1 );
  //! A key of plain colours in two columns, for what no layer's legend can say.
  void addColorKey( const QRectF &place, const QString &title, const std::vector<KeyColor> &colors );
  //! The first \a rows rows of \a layer that pass \a filter, sorted by \a order, greatest first unless \a ascending.
  void addTable( const QRectF &place, QgsVectorLayer *layer, const std::vector<Column> &columns, const QString &filter,
                 const QString &order, bool ascending, int rows );

  //! Writes the sheet as a picture of 150 dpi; throws std::runtime_error.
  void exportTo( const QString &path ) const;

  //! What stands beside the main map: from its right edge to the margin.
  static QRectF side( double top, double height = 100 );
  //! What stands below the main map.
  static QRectF below( double left, double width );

private:
  void addScaleBar( QgsLayoutItemMap *map );
  void addNorthArrow();

  QgsPrintLayout *mLayout; // borrowed from the project
};

} // namespace koppelkans::sample
