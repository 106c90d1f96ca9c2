// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "processing/koppelkansalgorithm.h"

namespace koppelkans
{

//! koppelkans:planworks: from assets and their service lives to works with windows of years.
class KoppelkansPlanWorksAlgorithm : public KoppelkansAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansPlanWorksAlgorithm )

public:
  QString name() const override { return QStringLiteral( "planworks" ); }

  QString displayName() const override { return tr( "Plan works from assets" ); }

  QStringList tags() const override;

  QgsProcessingAlgorithm *createInstance() const override { return new KoppelkansPlanWorksAlgorithm(); }

  void initAlgorithm( const QVariantMap & ) override;

protected:
  QString about() const override;
  QVariantMap compute( Run &run ) override;
  QString styleOf( const QString &result, const QVariantMap &parameters, QgsProcessingContext &context ) const override;
};

} // namespace koppelkans
