// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QSize>
#include <QString>

class QPainter;

namespace koppelkans
{

//! Something drawn to be looked at and printed, in pixels of 96 to the inch.
class Picture
{
public:
  virtual ~Picture() = default;

  virtual QString title() const = 0;
  virtual QSize size() const = 0;
  virtual void paint( QPainter &painter ) const = 0;

  //! Writes it to \a path, which ends in .svg or .png; the latter has 300 dots an inch unless the picture is so large
  //! that QGIS could not hold it. Throws Error where it cannot be written.
  void write( const QString &path ) const;

protected:
  //! What pictures are lettered in.
  static QFont font( int pixels, bool bold = false );

  //! Black or white, whichever can be read on \a colour.
  static QColor legibleOn( const QColor &colour );

private:
  QByteArray asPng() const;
  QByteArray asSvg() const;
};

} // namespace koppelkans
