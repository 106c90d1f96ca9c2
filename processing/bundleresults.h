// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"
#include "processing/worksreader.h"

class QgsFeatureSink;

namespace koppelkans
{

//! A plan as rows: one a work, and one a bundle of two works or more.
class BundleResults
{
public:
  BundleResults( const ReadWorks &works, const Plan &plan );

  static QgsFields planFields( const LayerSource &source );
  static QgsFields bundleFields();

  //! All features of the works' layer, as they are, with what becomes of each.
  void writePlan( const LayerSource &source, QgsFeatureSink &sink, Progress &progress ) const;
  //! The bundles, each the union of its works' footprints.
  void writeBundles( QgsFeatureSink &sink, Progress &progress ) const;

private:
  const ReadWorks &mWorks;     // borrowed
  const Plan &mPlan;           // borrowed
  std::vector<int> mBundleIds; // by bundle of the plan; 0 for a work on its own
};

} // namespace koppelkans
