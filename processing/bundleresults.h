// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"
#include "processing/worksreader.h"

class QgsFeatureSink;

namespace koppelkans
{

//! A plan as rows: one a work, one a bundle of two works or more, one a fund and year.
class BundleResults
{
public:
  //! Borrows all.
  BundleResults( const LayerSource &source, const ReadWorks &works, const Terms &terms, const Plan &plan );

  //! By bundle of the plan, its bundle_id; 0 for a work on its own.
  const std::vector<int> &bundleIds() const { return mBundleIds; }

  //! Those of the works, then those of the plan. Where the works are a plan that is fed back its own are not carried.
  QgsFields planFields() const;
  static QgsFields bundleFields();
  static QgsFields fundYearFields();

  //! All features of the works' layer, as they are, with what becomes of each.
  void writePlan( QgsFeatureSink &sink, Progress &progress ) const;
  //! The bundles, each the union of its works' footprints.
  void writeBundles( QgsFeatureSink &sink, Progress &progress ) const;
  //! What each fund spends each year on the works' own costs, as planned before and after, beside its budget.
  void writeFundYears( QgsFeatureSink &sink ) const;

private:
  const LayerSource &mSource;  // borrowed
  const ReadWorks &mWorks;     // borrowed
  const Terms &mTerms;         // borrowed
  const Plan &mPlan;           // borrowed
  std::vector<int> mBundleIds; // by bundle of the plan; 0 for a work on its own
  std::vector<int> mCarried;   // fields of the works

  QVariantList bundleRow( std::size_t bundle ) const;
};

} // namespace koppelkans
