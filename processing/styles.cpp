// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/styles.h"

#include "processing/compat.h"

#include <QFile>
#include <qgsapplication.h>
#include <qgsmaplayer.h>
#include <qgsprocessingcontext.h>
#include <qgsrasterlayer.h>
#include <qgssinglebandpseudocolorrenderer.h>
#include <qgsvectorlayer.h>

namespace koppelkans
{

namespace
{

//! The resource of \a style for \a layer and this user, empty where there is none; see styleOnLoad().
QString resourceFor( const QString &style, const QgsMapLayer &layer )
{
  QStringList names{ style };
  if ( const auto *vector = qobject_cast<const QgsVectorLayer *>( &layer ) )
    names << QStringLiteral( "%1_%2" ).arg( style, compat::geometryName( vector->wkbType() ) );
  const bool dutch = QgsApplication::locale().startsWith( QLatin1String( "nl" ) );
  for ( const QString &name : std::as_const( names ) )
    for ( const QString &variant : dutch ? QStringList{ name + QStringLiteral( "_nl" ), name } : QStringList{ name } )
      if ( const QString path = QStringLiteral( ":/koppelkans/styles/%1.qml" ).arg( variant ); QFile::exists( path ) )
        return path;
  return {};
}

//! Shows the last band: a style names a band by number, and overlap_index comes after as many bands as there are
//! themes.
void showLastBand( QgsRasterLayer &layer )
{
  if ( auto *renderer = dynamic_cast<QgsSingleBandPseudoColorRenderer *>( layer.renderer() ) )
#if _QGIS_VERSION_INT >= 33800
    renderer->setInputBand( layer.bandCount() );
#else
    renderer->setBand( layer.bandCount() );
#endif
}

//! Reads a style from the plugin's resources when QGIS has loaded the result, in the main thread.
class StyleOnLoad : public QgsProcessingLayerPostProcessorInterface
{
public:
  explicit StyleOnLoad( const QString &style )
    : mStyle( style )
  {
  }

  void postProcessLayer( QgsMapLayer *layer, QgsProcessingContext &, QgsProcessingFeedback * ) override
  {
    const QString resource = resourceFor( mStyle, *layer );
    if ( resource.isEmpty() )
      return;
    bool ok = false;
    layer->loadNamedStyle( resource, ok );
    if ( auto *raster = qobject_cast<QgsRasterLayer *>( layer ) )
      showLastBand( *raster );
    layer->triggerRepaint();
  }

private:
  QString mStyle;
};

} // namespace

void styleOnLoad( QgsProcessingContext &context, const QString &layer, const QString &style )
{
  if ( !style.isEmpty() && context.willLoadLayerOnCompletion( layer ) )
    context.layerToLoadOnCompletionDetails( layer ).setPostProcessor( new StyleOnLoad( style ) ); // which takes it over
}

} // namespace koppelkans
