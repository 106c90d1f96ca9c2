// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/districts.h"
#include "core/district/score.h"
#include "processing/koppelkansalgorithm.h"
#include "processing/themelayers.h"

namespace koppelkans
{

//! koppelkans:scoredistricts: how much each theme asks of each district, exact, and what that makes of it.
class KoppelkansScoreDistrictsAlgorithm : public KoppelkansAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansScoreDistrictsAlgorithm )

public:
  QString name() const override { return QStringLiteral( "scoredistricts" ); }

  QString displayName() const override { return tr( "Score districts" ); }

  QStringList tags() const override;

  QgsProcessingAlgorithm *createInstance() const override { return new KoppelkansScoreDistrictsAlgorithm(); }

  void initAlgorithm( const QVariantMap & ) override;

protected:
  QString about() const override;
  void prepare( const QVariantMap &parameters, QgsProcessingContext &context ) override;
  QVariantMap compute( Run &run ) override;
  QString styleOf( const QString &result, const QVariantMap &parameters, QgsProcessingContext &context ) const override;

private:
  ScoreTerms termsOf( const Run &run ) const;
  //! The themes measured in the districts, then the indicators that the districts carry.
  std::vector<Criterion> criteriaOf( Run &run, const LayerSource &source, const ReadLayer &districts,
                                     const Districts &windows, Normalisation normalisation );

  ThemeLayers mThemes;
  QgsCoordinateReferenceSystem mCrs; // of the computation
};

} // namespace koppelkans
