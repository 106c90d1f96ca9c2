// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/plan.h"

namespace koppelkans
{

std::string toString( AloneBecause reason )
{
  switch ( reason )
  {
  case AloneBecause::InBundle:
    return "in_bundle";
  case AloneBecause::NoNeighbour:
    return "no_neighbour";
  case AloneBecause::ClassesApart:
    return "classes_apart";
  case AloneBecause::NoCommonYear:
    return "no_common_year";
  case AloneBecause::TooExtended:
    return "too_extended";
  case AloneBecause::TooFewWorks:
    return "too_few_works";
  case AloneBecause::DoesNotPay:
    return "does_not_pay";
  case AloneBecause::NoOpenYear:
    break;
  }
  return "no_open_year";
}

} // namespace koppelkans
