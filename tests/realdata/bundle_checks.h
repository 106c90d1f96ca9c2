// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantMap>

namespace koppelkans::test
{

//! A run of koppelkans:bundlemaintenance on works without costs of their own: what it was given and what it left.
struct BundleRun
{
  QString works;
  QString plan;
  QString bundles;
  QString findings;
  QString earliestField;
  QString latestField;
  double distance = 25;
  double maxExtent = 250;
  double setup = 20000;
  double paving = 80;
  double width = 6;
  double radius = 3;
  QVariantMap results;
};

/**
 * Fails the running test where the results contradict each other, the works or the terms.
 *
 * Each work has a row with all that it had, and a year unless it had none; each bundle is carried out in a year that
 * all its works allow, is connected, is no larger than allowed, and costs what its own ground costs; savings add up.
 */
void checkBundles( const BundleRun &run );

} // namespace koppelkans::test
