// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/interlockpicture.h"

#include "core/nodata.h"
#include "processing/picture.h"
#include "processing/userlocale.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansInterlockPicture )
};

// In pixels of 96 to the inch.
constexpr int side = 58;
constexpr int margin = 24;
constexpr int legendHeight = 96;
constexpr int legendWidth = 260;

//! From white to dark blue, the lighter the less; ColorBrewer's Blues.
QColor jaccardColour( double jaccard )
{
  static const std::array<QColor, 6> ramp{ QColor( 255, 255, 255 ), QColor( 222, 235, 247 ), QColor( 158, 202, 225 ),
                                           QColor( 107, 174, 214 ), QColor( 33, 113, 181 ),  QColor( 8, 48, 107 ) };
  const double place = std::clamp( jaccard, 0.0, 1.0 ) * ( ramp.size() - 1 );
  const auto lower = std::min( static_cast<std::size_t>( place ), ramp.size() - 2 );
  const double part = place - static_cast<double>( lower );
  const auto mix = [part]( int a, int b )
  {
    return static_cast<int>( std::lround( a + part * ( b - a ) ) );
  };
  return { mix( ramp[lower].red(), ramp[lower + 1].red() ), mix( ramp[lower].green(), ramp[lower + 1].green() ),
           mix( ramp[lower].blue(), ramp[lower + 1].blue() ) };
}

//! White for as often as by chance; purple for more, orange for less, darkest at four times; ColorBrewer's PuOr.
QColor liftColour( double lift )
{
  const double strength = lift > 0 ? std::clamp( std::log2( lift ) / 2, -1.0, 1.0 ) : -1;
  const QColor full = strength > 0 ? QColor( 84, 39, 136 ) : QColor( 179, 88, 6 );
  const auto mix = [strength]( int colour )
  {
    return static_cast<int>( std::lround( 255 + std::abs( strength ) * ( colour - 255 ) ) );
  };
  return { mix( full.red() ), mix( full.green() ), mix( full.blue() ) };
}

QString percent( double share )
{
  return QStringLiteral( "%1%" ).arg( userLocale().toString( 100 * share, 'f', share > 0 && share < 0.1 ? 1 : 0 ) );
}

QString times( double lift )
{
  return QStringLiteral( "× %1" ).arg( userLocale().toString( lift, 'f',
                                                              lift == 0 || lift >= 10 ? 0
                                                              : lift < 1              ? 2
                                                                                      : 1 ) );
}

//! The matrix with its names and legends, on whatever is painted on.
class Matrix : public Picture
{
public:
  Matrix( const Stack &stack, std::span<const Interlock> interlocks )
    : mInterlocks( interlocks )
    , mFont( font( 13 ) )
  {
    for ( const StackedTheme &theme : stack.themes )
      mNames << QString::fromStdString( theme.name ).replace( QLatin1Char( '_' ), QLatin1Char( ' ' ) );
    const QFontMetrics metrics( mFont );
    for ( const QString &name : mNames )
      mNameWidth = std::max( mNameWidth, metrics.horizontalAdvance( name ) );
  }

  QString title() const override { return Texts::tr( "Where themes fall together" ); }

  QSize size() const override
  {
    const int matrix = side * static_cast<int>( mNames.size() );
    return { std::max( left() + matrix + slant(), margin * 3 + legendWidth * 2 + 40 ),
             top() + matrix + margin + legendHeight };
  }

  void paint( QPainter &painter ) const override
  {
    painter.setFont( font( 18, true ) );
    painter.drawText( margin, margin + 12, title() );
    painter.setFont( mFont );
    for ( int i = 0; i < mNames.size(); ++i )
      paintName( painter, i );
    for ( const Interlock &interlock : mInterlocks )
      paintPair( painter, interlock );
    paintLegends( painter );
  }

private:
  std::span<const Interlock> mInterlocks;
  QStringList mNames;
  QFont mFont;
  int mNameWidth = 0;

  int left() const { return margin + mNameWidth + 10; }

  //! How far a name at 45 degrees reaches.
  int slant() const { return static_cast<int>( mNameWidth * 0.71 ) + 20; }

  int top() const { return margin + 30 + slant(); }

  QRect square( int row, int column ) const { return { left() + column * side, top() + row * side, side, side }; }

  void paintName( QPainter &painter, int i ) const
  {
    painter.setPen( Qt::black );
    painter.drawText( QRect( margin, top() + i * side, mNameWidth, side ), Qt::AlignRight | Qt::AlignVCenter,
                      mNames[i] );
    painter.save();
    painter.translate( left() + i * side + side / 2, top() - 8 );
    painter.rotate( -45 );
    painter.drawText( 0, 4, mNames[i] );
    painter.restore();
    painter.fillRect( square( i, i ), QColor( 225, 225, 225 ) );
  }

  void paintPair( QPainter &painter, const Interlock &interlock ) const
  {
    const int a = static_cast<int>( interlock.themeA );
    const int b = static_cast<int>( interlock.themeB );
    paintValue( painter, square( std::max( a, b ), std::min( a, b ) ), interlock.jaccard, jaccardColour, percent );
    paintValue( painter, square( std::min( a, b ), std::max( a, b ) ), interlock.lift, liftColour, times );
  }

  static void paintValue( QPainter &painter, const QRect &square, double value, QColor ( *colourOf )( double ),
                          QString ( *textOf )( double ) )
  {
    const QColor colour = hasData( value ) ? colourOf( value ) : QColor( Qt::white );
    painter.fillRect( square, colour );
    painter.setPen( QPen( QColor( 160, 160, 160 ), 0.5 ) );
    painter.drawRect( square );
    painter.setPen( legibleOn( colour ) );
    painter.drawText( square, Qt::AlignCenter, hasData( value ) ? textOf( value ) : QStringLiteral( "–" ) );
  }

  void paintLegends( QPainter &painter ) const
  {
    const int y = top() + side * static_cast<int>( mNames.size() ) + margin;
    paintLegend( painter, margin, y, Texts::tr( "Below the diagonal: shared part\nof the ground of either" ),
                 { 0, 0.25, 0.5, 0.75, 1 }, jaccardColour, percent );
    paintLegend( painter, margin * 2 + legendWidth + 40, y,
                 Texts::tr( "Above: how many times more\noften together than by chance" ), { 0.25, 0.5, 1, 2, 4 },
                 liftColour, times );
  }

  static void paintLegend( QPainter &painter, int x, int y, const QString &text, const std::vector<double> &values,
                           QColor ( *colourOf )( double ), QString ( *textOf )( double ) )
  {
    painter.setPen( Qt::black );
    painter.drawText( QRect( x, y, legendWidth + 40, 36 ), Qt::AlignLeft | Qt::AlignTop, text );
    const int width = legendWidth / static_cast<int>( values.size() );
    for ( std::size_t i = 0; i < values.size(); ++i )
      paintValue( painter, QRect( x + static_cast<int>( i ) * width, y + 42, width, 26 ), values[i], colourOf, textOf );
  }
};

} // namespace

void drawInterlocks( const Stack &stack, std::span<const Interlock> interlocks, const QString &path )
{
  Matrix( stack, interlocks ).write( path );
}

} // namespace koppelkans
