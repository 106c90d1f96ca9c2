// SPDX-License-Identifier: GPL-3.0-or-later
#include "districtlook.h"

#include <qgsdiagramrenderer.h>
#include <qgspallabeling.h>
#include <qgsstackedbardiagram.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

namespace koppelkans::sample
{

const std::vector<ThemeLook> &themeLooks()
{
  static const std::vector<ThemeLook> looks{
    { "hittestress", "hittestress", QColor( "#d55e00" ) },
    { "wateroverlast", "wateroverlast", QColor( "#0072b2" ) },
    { "rioolstaat", "rioolstaat", QColor( "#bdbdbd" ) },
    { "warmtenet", "warmtenet", QColor( "#882255" ) },
    { "energielabels", "energielabels", QColor( "#e69f00" ) },
    { "bodemdaling", "bodemdaling", QColor( "#7d5630" ) },
    { "groentekort", "groentekort", QColor( "#f0e442" ) },
    { "verkeersveiligheid", "verkeersveiligheid", QColor( "#1a1a1a" ) },
    { "zorg", "zorg", QColor( "#cc79a7" ) },
    { "ecologische_verbindingen", "ecologische verbindingen", QColor( "#44c5a0" ) },
  };
  return looks;
}

QString mostParticular( const QgsVectorLayer &scores )
{
  QStringList titles, values;
  for ( const ThemeLook &look : themeLooks() )
    if ( scores.fields().indexFromName( look.name + QStringLiteral( "_specificity" ) ) >= 0 )
    {
      titles << QStringLiteral( "'%1'" ).arg( look.title );
      values
        << QStringLiteral( "if(coalesce(\"%1_part\", 0) > 0, coalesce(\"%1_specificity\", 0), 0)" ).arg( look.name );
    }
  return QStringLiteral( "with_variable('v', array(%1), with_variable('m', array_max(@v), if(@m >= 1.15, "
                         "array_get(array(%2), array_find(@v, @m)) || ' ' || "
                         "format_number(@m, 1, 'nl') || ' ×', 'als de hele stad')))" )
    .arg( values.join( ',' ), titles.join( ',' ) );
}

namespace
{

// A place within the district, for its label and its bar.
const QString middleX = QStringLiteral( "x(point_on_surface($geometry))" );
const QString middleY = QStringLiteral( "y(point_on_surface($geometry))" );

void label( QgsVectorLayer &scores )
{
  QgsPalLayerSettings settings = scores.labeling()->settings();
  settings.fieldName =
    QStringLiteral( "concat(to_string(\"rank\"), '. ', \"naam\", '\n', %1)" ).arg( mostParticular( scores ) );
  settings.isExpression = true;
  // Above the middle of the district; the bar takes the place below it, and they must not drive each other away.
  QgsPropertyCollection places = settings.dataDefinedProperties();
  using Property = QgsPalLayerSettings::Property;
  places.setProperty( static_cast<int>( Property::PositionX ), QgsProperty::fromExpression( middleX ) );
  places.setProperty( static_cast<int>( Property::PositionY ),
                      QgsProperty::fromExpression( middleY + QStringLiteral( " - 5" ) ) );
  places.setProperty( static_cast<int>( Property::Hali ), QgsProperty::fromValue( QStringLiteral( "Center" ) ) );
  places.setProperty( static_cast<int>( Property::Vali ), QgsProperty::fromValue( QStringLiteral( "Bottom" ) ) );
  places.setProperty( static_cast<int>( Property::AlwaysShow ), QgsProperty::fromValue( true ) );
  settings.setDataDefinedProperties( places );
  scores.setLabeling( new QgsVectorLayerSimpleLabeling( settings ) ); // which takes it over
}

void drawBars( QgsVectorLayer &scores )
{
  QgsDiagramSettings bar;
  for ( const ThemeLook &look : themeLooks() )
  {
    bar.categoryAttributes << QStringLiteral( "\"%1_part\"" ).arg( look.name );
    bar.categoryLabels << look.title;
    bar.categoryColors << look.color;
  }
  bar.enabled = true;
  bar.diagramOrientation = QgsDiagramSettings::Right;
  bar.barWidth = 3;
  bar.penColor = QColor( "#ffffff" );
  bar.penWidth = 0.15;
  bar.scaleByArea = false;
  bar.labelPlacementMethod = QgsDiagramSettings::XHeight;
  bar.minimumSize = 0;

  constexpr double longest = 30; // mm
  auto *renderer = new QgsLinearlyInterpolatedDiagramRenderer();
  renderer->setDiagram( new QgsStackedBarDiagram() );
  renderer->setDiagramSettings( bar );
  renderer->setLowerValue( 0 );
  renderer->setLowerSize( QSizeF( 0, 0 ) );
  renderer->setUpperValue(
    scores.maximumValue( scores.fields().indexFromName( QStringLiteral( "score" ) ) ).toDouble() );
  renderer->setUpperSize( QSizeF( longest, longest ) );
  renderer->setClassificationField( QStringLiteral( "score" ) );
  renderer->setAttributeLegend( true );
  scores.setDiagramRenderer( renderer ); // which takes it over

  QgsDiagramLayerSettings place;
  place.setPlacement( QgsDiagramLayerSettings::OverPoint );
  place.setShowAllDiagrams( true );
  QgsPropertyCollection positions;
  const auto at = [&positions]( QgsDiagramLayerSettings::Property property, const QString &expression )
  {
    positions.setProperty( static_cast<int>( property ), QgsProperty::fromExpression( expression ) );
  };
  at( QgsDiagramLayerSettings::Property::PositionX, middleX );
  at( QgsDiagramLayerSettings::Property::PositionY, middleY + QStringLiteral( " - 35" ) );
  place.setDataDefinedProperties( positions );
  scores.setDiagramLayerSettings( place );
}

} // namespace

void explainDistricts( QgsVectorLayer &scores )
{
  label( scores );
  drawBars( scores );
}

} // namespace koppelkans::sample
