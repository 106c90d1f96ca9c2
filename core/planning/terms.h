// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/columns.h"
#include "core/planning/class_rules.h"

namespace koppelkans
{

//! What carrying out works together costs, and which may be carried out together.
struct Terms
{
  double setup = 0;           //!< euro for each bundle
  double paving = 0;          //!< euro for each m² that is opened
  double advanceRate = 0;     //!< α: share of a work's cost for each year before its planned range
  double delayRate = 0;       //!< β: share of a work's cost for each year after it
  double distance = 0;        //!< metres between neighbours in a bundle, at most
  double maxExtent = 0;       //!< metres: the diagonal of a bundle's bounding box, at most
  std::size_t leastWorks = 2; //!< in a bundle; fewer are each carried out on their own
  ClassRules classes = {};    //!< which never go together

  //! Throws Error where a term is negative or not a number.
  void check() const;
};

//! Whether works within \a box are near enough to each other for one bundle: its diagonal is at most the largest
//! extent.
bool fits( const Box &box, const Terms &terms );

} // namespace koppelkans
