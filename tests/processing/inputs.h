// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/processing/workbench.h"

namespace koppelkans::test
{

/**
 * Input for one algorithm in which one layer, "main", is what a test is about: the first theme of stacklayers
 * and overlaythemes, the districts of scoredistricts, the assets of planworks, the works of bundlemaintenance and of
 * checkdata, the bundles of couplethemes.
 *
 * Around it all is well: RD New, a second theme, years and costs. Results are temporary layers.
 */
struct Input
{
  QString algorithm;
  QVariantMap parameters;
  QgsVectorLayer *main;
  QString mainParameter;
  QString mainResult; //!< the result that has a row for each feature of main, or that is drawn from it
};

//! The attributes of main: "year", "cost" and "class", all text.
QVariantList soundAttributes();

//! Three squares of 10 m, one apart from another and 1 m from it.
QList<Row> soundRows();

//! \a uri without fields: "Polygon?crs=EPSG:28992".
Input inputFor( Workbench &bench, const QString &algorithm, const QList<Row> &rows = soundRows(),
                const QString &uri = QStringLiteral( "Polygon?crs=EPSG:28992" ) );

//! The same, with \a main for main layer.
Input inputFor( Workbench &bench, const QString &algorithm, QgsVectorLayer *main );

//! The algorithms as rows of a data-driven test with the column "algorithm".
void eachAlgorithm( const QStringList &but = {} );

} // namespace koppelkans::test
