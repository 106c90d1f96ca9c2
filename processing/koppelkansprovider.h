// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "processing/compat.h"

#include <qgsprocessingprovider.h>

namespace koppelkans
{

//! The Processing provider koppelkans: a list of algorithms.
class KoppelkansProvider : public QgsProcessingProvider
{
  Q_OBJECT

public:
  static QString providerId() { return QStringLiteral( "koppelkans" ); }

  QString id() const override { return providerId(); }

  QString name() const override { return QStringLiteral( "Koppelkans" ); }

  QString longName() const override;
  QString versionInfo() const override;
  QIcon icon() const override;
  QString svgIconPath() const override;

  QStringList supportedOutputRasterLayerExtensions() const override { return { QStringLiteral( "tif" ) }; }

  void loadAlgorithms() override;
};

} // namespace koppelkans
