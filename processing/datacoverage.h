// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "processing/compat.h"

#include <map>
#include <string>
#include <utility>

class QgsFeatureSink;

namespace koppelkans
{

/**
 * How much is known of the works of each owner and asset class.
 *
 * Every owner that there is stands beside every class that there is: a pair without works may mean that there are none,
 * or that nobody delivered them.
 */
class DataCoverage
{
public:
  //! Counts of works.
  struct Counts
  {
    int works = 0;
    int planned = 0;       //!< in the plan
    int withYear = 0;      //!< a planned year, or both an earliest and a latest
    int withWindow = 0;    //!< both an earliest and a latest year, or fixed
    int windowFilled = 0;  //!< in the plan, with a side of the window from the years earlier or later
    int withCost = 0;      //!< in the plan, given
    int costFilled = 0;    //!< in the plan, from unit prices
    int breadthFilled = 0; //!< lines and points in the plan without a width or radius of their own
  };

  Counts &of( const std::string &owner, const std::string &assetClass ) { return mCounts[{ owner, assetClass }]; }

  static QgsFields fields();

  //! By owner and class; the remark is in the user's language.
  void write( QgsFeatureSink &sink ) const;

private:
  std::map<std::pair<std::string, std::string>, Counts> mCounts;
};

} // namespace koppelkans
