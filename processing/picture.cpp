// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/picture.h"

#include "core/error.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansPicture )
};

} // namespace

void Picture::write( const QString &path ) const
{
  const bool png = QFileInfo( path ).suffix().compare( QLatin1String( "png" ), Qt::CaseInsensitive ) == 0;
  const QByteArray picture = png ? asPng() : asSvg();
  // Drawn in memory: what draws does not say that the disk is full.
  QFile file( path );
  if ( !file.open( QFile::WriteOnly ) || file.write( picture ) != picture.size() || !file.flush() )
    throw Error(
      Texts::tr( "the picture %1 cannot be written" ).arg( QDir::toNativeSeparators( path ) ).toStdString() );
}

QFont Picture::font( int pixels, bool bold )
{
  QFont font( QStringLiteral( "Open Sans" ) );
  font.setStyleHint( QFont::SansSerif );
  font.setPixelSize( pixels );
  font.setBold( bold );
  return font;
}

QColor Picture::legibleOn( const QColor &colour )
{
  return qGray( colour.rgb() ) < 140 ? Qt::white : Qt::black;
}

QByteArray Picture::asPng() const
{
  constexpr double print = 300.0 / 96;
  constexpr double mostPixels = 30000; // QPainter ends at 32,767
  const double scale = std::min( print, mostPixels / std::max( size().width(), size().height() ) );
  QImage image( size() * scale, QImage::Format_RGB32 );
  image.fill( Qt::white );
  image.setDotsPerMeterX( qRound( 96 * scale / 0.0254 ) );
  image.setDotsPerMeterY( qRound( 96 * scale / 0.0254 ) );
  QPainter painter( &image );
  painter.scale( scale, scale );
  painter.setRenderHint( QPainter::Antialiasing );
  paint( painter );
  painter.end();
  QBuffer buffer;
  image.save( &buffer, "PNG" );
  return buffer.data();
}

QByteArray Picture::asSvg() const
{
  QBuffer buffer;
  QSvgGenerator svg;
  svg.setOutputDevice( &buffer );
  svg.setResolution( 96 );
  svg.setSize( size() );
  svg.setViewBox( QRect( QPoint(), size() ) );
  svg.setTitle( title() );
  QPainter painter( &svg );
  painter.setRenderHint( QPainter::Antialiasing );
  painter.fillRect( QRect( QPoint(), size() ), Qt::white );
  paint( painter );
  painter.end();
  return buffer.data();
}

} // namespace koppelkans
