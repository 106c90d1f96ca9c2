// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/timelinepicture.h"

#include "processing/picture.h"
#include "processing/userlocale.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansTimelinePicture )
};

// In pixels of 96 to the inch.
constexpr int margin = 24;
constexpr int head = 132; // title, legend and years
constexpr int columnWidth = 44;
constexpr int barHeight = 14;
constexpr int barGap = 2;
constexpr int rowGap = 8;
constexpr int chartHeight = 150;
constexpr int mostLanes = 40; // of bars in one year of one district

struct SavingClass
{
  double least; // share
  QColor colour;
};

//! From pale yellow to dark blue, the lighter the less: told apart also without colours; ColorBrewer's YlGnBu.
const std::array<SavingClass, 4> &savingClasses()
{
  static const std::array<SavingClass, 4> classes{ { { 0, QColor( 255, 255, 204 ) },
                                                     { 0.1, QColor( 161, 218, 180 ) },
                                                     { 0.2, QColor( 65, 182, 196 ) },
                                                     { 0.3, QColor( 34, 94, 168 ) } } };
  return classes;
}

QColor colourOf( double savingShare )
{
  QColor colour = savingClasses().front().colour;
  for ( const SavingClass &one : savingClasses() )
    if ( savingShare >= one.least )
      colour = one.colour;
  return colour;
}

const QColor beforeColour( 150, 150, 150 );
const QColor afterColour( 34, 94, 168 );
const QColor gridColour( 225, 225, 225 );

//! A round step of which about four reach \a value.
double roundStep( double value )
{
  const double step = std::pow( 10, std::floor( std::log10( std::max( value, 1.0 ) / 4 ) ) );
  for ( const double factor : { 1.0, 2.0, 5.0 } )
    if ( value / ( factor * step ) <= 5 )
      return factor * step;
  return 10 * step;
}

//! \a amount on an axis that goes up by \a step.
QString euros( double amount, double step )
{
  const QLocale locale = userLocale();
  if ( step < 1e5 )
    return QStringLiteral( "€ %1" ).arg( locale.toString( amount, 'f', 0 ) );
  return Texts::tr( "€ %1 million" ).arg( locale.toString( amount / 1e6, 'f', step < 1e6 ? 1 : 0 ) );
}

class Chart : public Picture
{
public:
  explicit Chart( const Timeline &timeline )
    : mTimeline( timeline )
  {
    for ( const std::map<int, double> *costs : { &timeline.costBefore, &timeline.costAfter } )
      for ( const auto &[year, cost] : *costs )
      {
        mYears = { std::min( mYears.first, year ), std::max( mYears.last, year ) };
        mMostCost = std::max( mMostCost, cost );
      }
    const QFontMetrics metrics( font( 13 ) );
    mNameWidth = metrics.horizontalAdvance( euros( 88.8e6, 1e5 ) );
    int top = head;
    for ( const Timeline::Row &row : timeline.rows )
    {
      mNameWidth = std::max( mNameWidth, metrics.horizontalAdvance( row.name ) );
      mTops.push_back( top );
      top += lanesOf( row ) * ( barHeight + barGap ) + rowGap;
    }
    mTops.push_back( top );
  }

  QString title() const override { return Texts::tr( "Bundles by district and year" ); }

  QSize size() const override
  {
    const int years = mYears.last - mYears.first + 1;
    return { std::max( left() + years * columnWidth + margin, 720 ), chartBottom() + 76 };
  }

  void paint( QPainter &painter ) const override
  {
    painter.setFont( font( 18, true ) );
    painter.setPen( Qt::black );
    painter.drawText( margin, margin + 12, title() );
    painter.setFont( font( 13 ) );
    paintLegend( painter );
    paintGrid( painter );
    for ( std::size_t i = 0; i < mTimeline.rows.size(); ++i )
      paintRow( painter, i );
    paintCosts( painter );
  }

private:
  const Timeline &mTimeline; // borrowed
  YearRange mYears{ std::numeric_limits<int>::max(), std::numeric_limits<int>::min() };
  double mMostCost = 0;
  int mNameWidth = 0;
  std::vector<int> mTops; // of rows, and where they end

  int left() const { return margin + mNameWidth + 10; }

  int right() const { return left() + ( mYears.last - mYears.first + 1 ) * columnWidth; }

  int columnOf( int year ) const { return left() + ( year - mYears.first ) * columnWidth; }

  int chartTop() const { return mTops.back() + 40; }

  int chartBottom() const { return chartTop() + chartHeight; }

  static int lanesOf( const Timeline::Row &row )
  {
    std::map<int, int> lanes;
    int most = 1;
    for ( const Timeline::Bar &bar : row.bars )
      most = std::max( most, ++lanes[bar.year] );
    return std::min( most, mostLanes );
  }

  void paintLegend( QPainter &painter ) const
  {
    painter.drawText(
      margin, margin + 40,
      Texts::tr( "Each bar is a bundle with its bundle_id, coloured by what it saves of the cost apart" ) );
    int x = margin;
    const int y = margin + 52;
    const auto text = [&]( const QString &words )
    {
      painter.setPen( Qt::black );
      painter.drawText( x, y + 11, words );
      x += QFontMetrics( font( 13 ) ).horizontalAdvance( words ) + 14;
    };
    for ( std::size_t i = 0; i < savingClasses().size(); ++i )
    {
      paintBox( painter, QRect( x, y, 28, barHeight ), savingClasses()[i].colour );
      x += 34;
      const auto percent = []( double share )
      {
        return QString::number( std::lround( 100 * share ) );
      };
      const bool last = i + 1 == savingClasses().size();
      text( last ? Texts::tr( "%1% or more" ).arg( percent( savingClasses()[i].least ) )
                 : Texts::tr( "%1 to %2%" )
                     .arg( percent( savingClasses()[i].least ), percent( savingClasses()[i + 1].least ) ) );
    }
  }

  void paintGrid( QPainter &painter ) const
  {
    for ( int year = mYears.first; year <= mYears.last + 1; ++year )
    {
      painter.setPen( gridColour );
      painter.drawLine( columnOf( year ), head - 6, columnOf( year ), mTops.back() - rowGap / 2 );
      if ( year > mYears.last )
        break;
      painter.setPen( Qt::black );
      painter.drawText( QRect( columnOf( year ), head - 26, columnWidth, 18 ), Qt::AlignCenter,
                        QString::number( year ) );
      painter.drawText( QRect( columnOf( year ), chartBottom() + 4, columnWidth, 18 ), Qt::AlignCenter,
                        QString::number( year ) );
    }
  }

  void paintRow( QPainter &painter, std::size_t i ) const
  {
    const Timeline::Row &row = mTimeline.rows[i];
    painter.setFont( font( 13 ) );
    painter.setPen( Qt::black );
    painter.drawText( QRect( margin, mTops[i], mNameWidth, barHeight ), Qt::AlignRight | Qt::AlignVCenter, row.name );
    painter.setPen( gridColour );
    const int bottom = mTops[i + 1] - rowGap / 2;
    painter.drawLine( margin, bottom, right(), bottom );
    std::map<int, int> lanes;
    std::map<int, int> count;
    for ( const Timeline::Bar &bar : row.bars )
      ++count[bar.year];
    painter.setFont( font( 10 ) );
    for ( const Timeline::Bar &bar : row.bars )
    {
      const int lane = lanes[bar.year]++;
      if ( lane >= mostLanes )
        continue;
      const QRect box( columnOf( bar.year ) + 2, mTops[i] + lane * ( barHeight + barGap ), columnWidth - 4, barHeight );
      const bool isRest = lane == mostLanes - 1 && count[bar.year] > mostLanes;
      const QColor colour = isRest ? QColor( Qt::white ) : colourOf( bar.savingShare );
      paintBox( painter, box, colour );
      painter.setPen( legibleOn( colour ) );
      painter.drawText( box, Qt::AlignCenter,
                        isRest ? QStringLiteral( "+%1" ).arg( count[bar.year] - mostLanes + 1 )
                               : QString::number( bar.bundle ) );
    }
  }

  static void paintBox( QPainter &painter, const QRect &box, const QColor &colour )
  {
    painter.setPen( QPen( QColor( 120, 120, 120 ), 0.5 ) );
    painter.setBrush( colour );
    painter.drawRect( box );
  }

  void paintCosts( QPainter &painter ) const
  {
    painter.setFont( font( 14, true ) );
    painter.setPen( Qt::black );
    painter.drawText( margin, chartTop() - 16, Texts::tr( "Cost per year" ) );
    painter.setFont( font( 13 ) );
    const double step = roundStep( mMostCost );
    const double most = std::max( step, std::ceil( mMostCost / step ) * step );
    const auto height = [&]( double cost )
    {
      return static_cast<int>( std::lround( cost / most * chartHeight ) );
    };
    for ( double cost = 0; cost <= most + step / 2; cost += step )
    {
      const int y = chartBottom() - height( cost );
      painter.setPen( gridColour );
      painter.drawLine( left(), y, right(), y );
      painter.setPen( Qt::black );
      painter.drawText( QRect( margin, y - 9, mNameWidth, 18 ), Qt::AlignRight | Qt::AlignVCenter,
                        euros( cost, step ) );
    }
    const auto bars = [&]( const std::map<int, double> &costs, int from, const QColor &colour )
    {
      for ( const auto &[year, cost] : costs )
        painter.fillRect( QRect( columnOf( year ) + from, chartBottom() - height( cost ), 16, height( cost ) ),
                          colour );
    };
    bars( mTimeline.costBefore, 5, beforeColour );
    bars( mTimeline.costAfter, 23, afterColour );
    painter.setPen( Qt::black );
    painter.drawLine( left(), chartBottom(), right(), chartBottom() );

    int x = left();
    const int y = chartBottom() + 40;
    for ( const auto &[colour, words] :
          { std::pair( beforeColour, Texts::tr( "before: each work on its own in its planned year" ) ),
            std::pair( afterColour, Texts::tr( "after: as planned" ) ) } )
    {
      painter.fillRect( QRect( x, y, 16, barHeight ), colour );
      painter.drawText( x + 24, y + 12, words );
      x += 24 + QFontMetrics( font( 13 ) ).horizontalAdvance( words ) + 24;
    }
  }
};

} // namespace

void drawTimeline( const Timeline &timeline, const QString &path )
{
  Chart( timeline ).write( path );
}

} // namespace koppelkans
