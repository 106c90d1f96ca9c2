// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "processing/layersource.h"
#include "processing/resultfiles.h"

#include <qgsprocessingalgorithm.h>
#include <qgsprocessingcontext.h>

#include <functional>
#include <optional>

namespace koppelkans
{

//! Progress of the core, shown by and cancelled through QGIS.
class FeedbackProgress : public Progress
{
public:
  explicit FeedbackProgress( QgsProcessingFeedback &feedback )
    : mFeedback( feedback )
  {
  }

  void report( double fraction ) override;
  bool cancelled() const override;

private:
  QgsProcessingFeedback &mFeedback; // borrowed
  double mReported = -1;
};

/**
 * What all our algorithms have in common: help that explains every parameter, the CRS of the computation, the table of
 * findings, results that appear whole or not at all, and errors of the core made into those of Processing.
 */
class KoppelkansAlgorithm : public QgsProcessingAlgorithm
{
public:
  QString group() const override;
  QString groupId() const override;
  QIcon icon() const override;
  QString svgIconPath() const override;
  QString shortHelpString() const override;

protected:
  //! One run: what it was given and what it leaves.
  struct Run
  {
    const QVariantMap &parameters;
    QgsProcessingContext &context;
    QgsProcessingFeedback &feedback;
    FeedbackProgress progress;
    ResultFiles results;
    Findings findings;
  };

  //! What the algorithm does, for the help.
  virtual QString about() const = 0;

  //! In the main thread, before run(): whatever touches layers or the project. May throw Error.
  virtual void prepare( const QVariantMap &, QgsProcessingContext & ) {}

  //! Does the work and fills \a run's results; returns the outputs that are no layers. May throw Error and Cancelled.
  virtual QVariantMap compute( Run &run ) = 0;

  //! The style resource for a result, empty for none: "cells".
  virtual QString styleOf( const QString &result, const QVariantMap &parameters, QgsProcessingContext &context ) const;

  void add( QgsProcessingParameterDefinition *parameter, const QString &help );
  void addAdvanced( QgsProcessingParameterDefinition *parameter, const QString &help );
  void add( QgsProcessingOutputDefinition *output, const QString &help );
  //! The parameters CRS and FINDINGS, which come last.
  void addCrs();
  void addFindings();

  //! The layer or table of parameter \a name; nothing where it is optional and not given.
  std::optional<LayerSource> source( const Run &run, const QString &name ) const;
  //! The same, for a parameter that must be given.
  LayerSource requiredSource( const Run &run, const QString &name ) const;
  //! The layers of list parameter \a name; \a unreadable hears of each that cannot be read: what was given, and why.
  QList<QgsMapLayer *> layers( const QVariantMap &parameters, const QString &name, QgsProcessingContext &context,
                               const std::function<void( const QString &, const Error & )> &unreadable ) const;
  //! A list given as text with commas or by repeating the parameter.
  static QStringList textList( const Run &run, const QString &name );
  //! The CRS to compute in, given the first input's; see workingCrs().
  QgsCoordinateReferenceSystem computationCrs( Run &run, const QgsCoordinateReferenceSystem &input ) const;

  bool prepareAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                         QgsProcessingFeedback *feedback ) final;
  QVariantMap processAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context,
                                QgsProcessingFeedback *feedback ) final;

private:
  //! States each number and choice that the user left to its default.
  void reportDefaults( Run &run ) const;

  QgsCoordinateReferenceSystem mProjectCrs;
  QMap<QString, QString> mOutputHelp;
};

/**
 * The name of a layer as the contract has it: its own where it is in the project, else that of the layer within the
 * file.
 */
QString layerName( const QgsMapLayer *layer, const QgsProcessingContext &context );

} // namespace koppelkans
