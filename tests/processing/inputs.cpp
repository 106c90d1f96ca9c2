// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processing/inputs.h"

#include <qgsvectorlayer.h>

namespace koppelkans::test
{

QVariantList soundAttributes()
{
  return { "2027", "1000", "road" };
}

QList<Row> soundRows()
{
  return { { square( 0, 0, 10 ), soundAttributes() },
           { square( 11, 0, 10 ), soundAttributes() },
           { square( 22, 0, 10 ), soundAttributes() } };
}

Input inputFor( Workbench &bench, const QString &algorithm, const QList<Row> &rows, const QString &uri )
{
  const QString fields = QStringLiteral( "field=year:string&field=cost:string&field=class:string" );
  return inputFor( bench, algorithm,
                   bench.add( QStringLiteral( "main" ), uri + ( uri.contains( '?' ) ? '&' : '?' ) + fields, rows ) );
}

Input inputFor( Workbench &bench, const QString &algorithm, QgsVectorLayer *main )
{
  const QVariant given = asValue( main );
  const QVariant memory = QStringLiteral( "TEMPORARY_OUTPUT" );
  QgsVectorLayer *heat = bench.add( QStringLiteral( "heat" ), QStringLiteral( "Polygon?crs=EPSG:28992" ),
                                    { { square( 0, 0, 15 ) }, { square( 20, 5, 30 ) } } );
  if ( algorithm == QLatin1String( "stacklayers" ) )
    return { algorithm,
             { { "THEMES", QVariantList{ given, asValue( heat ) } }, { "CELL_SIZE", 10 }, { "CELLS", memory } },
             main,
             "THEMES",
             "CELLS" };
  if ( algorithm == QLatin1String( "overlaythemes" ) )
    return { algorithm,
             { { "THEMES", QVariantList{ given, asValue( heat ) } }, { "FACES", memory } },
             main,
             "THEMES",
             "FACES" };
  if ( algorithm == QLatin1String( "scoredistricts" ) )
    return { algorithm,
             { { "DISTRICTS", given }, { "THEMES", asValues( { heat } ) }, { "SCORES", memory } },
             main,
             "DISTRICTS",
             "SCORES" };
  if ( algorithm == QLatin1String( "planworks" ) )
    return { algorithm,
             { { "ASSETS", given },
               { "BUILT_FIELD", "year" },
               { "CLASS_FIELD", "class" },
               { "BASE_YEAR", 2026 },
               { "WORKS", memory } },
             main,
             "ASSETS",
             "WORKS" };
  if ( algorithm == QLatin1String( "bundlemaintenance" ) )
    return { algorithm,
             { { "WORKS", given },
               { "YEAR_FIELD", "year" },
               { "COST_FIELD", "cost" },
               { "CLASS_FIELD", "class" },
               { "PLAN", memory },
               { "BUNDLES", memory } },
             main,
             "WORKS",
             "PLAN" };
  if ( algorithm == QLatin1String( "couplethemes" ) )
  {
    QgsVectorLayer *cells =
      bench.add( QStringLiteral( "cells" ), QStringLiteral( "Polygon?crs=EPSG:28992&field=heat:double" ),
                 { { square( 0, 0, 20 ), { 1 } }, { square( 20, 0, 20 ), { 0.25 } } } );
    return {
      algorithm,
      { { "BUNDLES", given }, { "CELLS", asValue( cells ) }, { "DISTRICTS", asValue( heat ) }, { "VERDICTS", memory } },
      main,
      "BUNDLES",
      "VERDICTS" };
  }
  return { algorithm,
           { { "WORKS", given }, { "YEAR_FIELD", "year" }, { "COST_FIELD", "cost" }, { "CLASS_FIELD", "class" } },
           main,
           "WORKS",
           "FINDINGS" };
}

void eachAlgorithm( const QStringList &but )
{
  QTest::addColumn<QString>( "algorithm" );
  for ( const char *name : { "stacklayers", "overlaythemes", "scoredistricts", "planworks", "bundlemaintenance",
                             "couplethemes", "checkdata" } )
    if ( !but.contains( name ) )
      QTest::newRow( name ) << QString( name );
}

} // namespace koppelkans::test
