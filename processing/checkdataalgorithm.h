// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "processing/koppelkansalgorithm.h"
#include "processing/themelayers.h"

namespace koppelkans
{

//! koppelkans:checkdata: what the other algorithms would find in their inputs, before anything runs.
class KoppelkansCheckDataAlgorithm : public KoppelkansAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansCheckDataAlgorithm )

public:
  QString name() const override { return QStringLiteral( "checkdata" ); }

  QString displayName() const override { return tr( "Check data" ); }

  QStringList tags() const override;

  QgsProcessingAlgorithm *createInstance() const override { return new KoppelkansCheckDataAlgorithm(); }

  void initAlgorithm( const QVariantMap & ) override;
  bool checkParameterValues( const QVariantMap &parameters, QgsProcessingContext &context,
                             QString *message ) const override;

protected:
  QString about() const override;
  void prepare( const QVariantMap &parameters, QgsProcessingContext &context ) override;
  QVariantMap compute( Run &run ) override;

private:
  //! As source(), but a layer that cannot be read is reported, once, and counts as not given.
  std::optional<LayerSource> readable( Run &run, const char *name );
  void checkThemes( Run &run, const QgsCoordinateReferenceSystem &crs );
  void checkDistricts( Run &run, const LayerReader &reader );
  void checkAssets( Run &run, const LayerReader &reader );
  void checkWorks( Run &run, const LayerReader &reader );
  //! The field that parameter \a name names in \a layer; -1 where it names none.
  int fieldOf( const Run &run, const LayerSource &layer, const char *name ) const;

  ThemeLayers mThemes;
  Findings mUnusable;  // layers that cannot be themes at all
  QStringList mMissed; // parameters whose layer cannot be read
};

} // namespace koppelkans
