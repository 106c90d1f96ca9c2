// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "processing/koppelkansalgorithm.h"
#include "processing/themelayers.h"

namespace koppelkans
{

//! koppelkans:stacklayers: all themes on one grid, with overlap count, overlap index and interlocks.
class KoppelkansStackLayersAlgorithm : public KoppelkansAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansStackLayersAlgorithm )

public:
  QString name() const override { return QStringLiteral( "stacklayers" ); }

  QString displayName() const override { return tr( "Stack themes" ); }

  QStringList tags() const override;

  QgsProcessingAlgorithm *createInstance() const override { return new KoppelkansStackLayersAlgorithm(); }

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
