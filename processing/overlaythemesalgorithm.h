// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "processing/koppelkansalgorithm.h"
#include "processing/themelayers.h"

namespace koppelkans
{

//! koppelkans:overlaythemes: where exactly each set of themes lies, as faces.
class KoppelkansOverlayThemesAlgorithm : public KoppelkansAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansOverlayThemesAlgorithm )

public:
  QString name() const override { return QStringLiteral( "overlaythemes" ); }

  QString displayName() const override { return tr( "Overlay themes exactly" ); }

  QStringList tags() const override;

  QgsProcessingAlgorithm *createInstance() const override { return new KoppelkansOverlayThemesAlgorithm(); }

  void initAlgorithm( const QVariantMap & ) override;

protected:
  QString about() const override;
  void prepare( const QVariantMap &parameters, QgsProcessingContext &context ) override;
  QVariantMap compute( Run &run ) override;
  QString styleOf( const QString &result, const QVariantMap &parameters, QgsProcessingContext &context ) const override;

private:
  ThemeLayers mThemes;
};

} // namespace koppelkans
