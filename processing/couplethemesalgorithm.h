// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "processing/couplingresults.h"
#include "processing/koppelkansalgorithm.h"

namespace koppelkans
{

//! koppelkans:couplethemes: which planned works can carry which theme, and where it is urgent and nothing is planned.
class KoppelkansCoupleThemesAlgorithm : public KoppelkansAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansCoupleThemesAlgorithm )

public:
  QString name() const override { return QStringLiteral( "couplethemes" ); }

  QString displayName() const override { return tr( "Couple themes" ); }

  QStringList tags() const override;

  QgsProcessingAlgorithm *createInstance() const override { return new KoppelkansCoupleThemesAlgorithm(); }

  void initAlgorithm( const QVariantMap & ) override;

protected:
  QString about() const override;
  QVariantMap compute( Run &run ) override;
  QString styleOf( const QString &result, const QVariantMap &parameters, QgsProcessingContext &context ) const override;

private:
  void addWorks();
  void addStack();
  void addDistricts();
  void addTerms();
  void addResults();

  CouplingThemes readThemes( Run &run, const LayerReader &reader, Progress &progress ) const;
  Carriers readCarriers( Run &run, const LayerSource &bundles, const LayerReader &reader, Progress &progress ) const;
  //! QUADRANTS and UNPLANNED, each where it is wanted.
  void writeDistricts( Run &run, const CouplingResults &results, const LayerSource &source,
                       const GeometryColumn &districts, const Districts &windows,
                       const QgsCoordinateReferenceSystem &crs, Progress &progress ) const;
};

} // namespace koppelkans
