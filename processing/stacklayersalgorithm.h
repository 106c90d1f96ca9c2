// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/grid.h"
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
  bool checkParameterValues( const QVariantMap &parameters, QgsProcessingContext &context,
                             QString *message ) const override;

protected:
  QString about() const override;
  void prepare( const QVariantMap &parameters, QgsProcessingContext &context ) override;
  QVariantMap compute( Run &run ) override;
  QString styleOf( const QString &result, const QVariantMap &parameters, QgsProcessingContext &context ) const override;

private:
  CellShape shapeOf( const QVariantMap &parameters, QgsProcessingContext &context ) const;
  //! The extent that the user has chosen, in \a crs; nothing where that is left to the themes. Throws Error where it is
  //! empty.
  std::optional<Box> chosenExtent( const Run &run, const QgsCoordinateReferenceSystem &crs ) const;

  ThemeLayers mThemes;
};

} // namespace koppelkans
