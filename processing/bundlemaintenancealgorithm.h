// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "processing/koppelkansalgorithm.h"

namespace koppelkans
{

//! koppelkans:bundlemaintenance: works into projects, each in the year in which together they cost least.
class KoppelkansBundleMaintenanceAlgorithm : public KoppelkansAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansBundleMaintenanceAlgorithm )

public:
  QString name() const override { return QStringLiteral( "bundlemaintenance" ); }

  QString displayName() const override { return tr( "Bundle maintenance works" ); }

  QStringList tags() const override;

  QgsProcessingAlgorithm *createInstance() const override { return new KoppelkansBundleMaintenanceAlgorithm(); }

  void initAlgorithm( const QVariantMap & ) override;

protected:
  QString about() const override;
  QVariantMap compute( Run &run ) override;
  QString styleOf( const QString &result, const QVariantMap &parameters, QgsProcessingContext &context ) const override;

private:
  void addWorks();
  void addTerms();
  void addAreas();
};

} // namespace koppelkans
