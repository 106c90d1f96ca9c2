// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "processing/koppelkansalgorithm.h"
#include "processing/plantimeline.h"
#include "processing/worksreader.h"

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
  void addRules();
  //! What works may say of themselves, each on its own.
  void addEachWork();
  void addAreas();

  double number( const Run &run, const char *name ) const;
  int whole( const Run &run, const char *name ) const;
  int fieldOf( const Run &run, const LayerSource &layer, const char *name ) const;
  //! Works, moratoria and budgets; and into \a terms the classes that never go together.
  ReadWorks readInput( Run &run, const LayerSource &source, const WorkFields &fields, Terms &terms,
                       const LayerReader &reader ) const;
  NamedAreas readDistrictNames( Run &run, const LayerReader &reader ) const;
};

} // namespace koppelkans
