// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <qgisplugin.h>

class QMenu;
class QgisInterface;

namespace koppelkans
{

//! Koppelkans in the window of QGIS: a menu with the steps from themes to a bundled plan.
class KoppelkansPlugin : public QgisPlugin
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansPlugin )

public:
  static QString title() { return QStringLiteral( "Koppelkans" ); }

  static QString summary();

  explicit KoppelkansPlugin( QgisInterface *iface );
  void initGui() override;
  void unload() override;

private:
  QgisInterface *mIface; // borrowed
  QPointer<QMenu> mMenu; // owned by the Plugins menu, if that is still there
  bool mRegistered = false;
};

} // namespace koppelkans
