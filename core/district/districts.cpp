// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/districts.h"

namespace koppelkans
{

Districts::Districts( const GeometryColumn &polygons )
  : mIndex( partBoxes( polygons ) )
{
  for ( std::size_t district = 0; district < polygons.features(); ++district )
  {
    mAreas.push_back( 0 );
    for ( std::size_t part = polygons.featureOffsets[district]; part < polygons.featureOffsets[district + 1]; ++part )
    {
      mWindows.emplace_back( polygons, part );
      mDistricts.push_back( district );
      mAreas.back() += mWindows.back().area();
    }
  }
}

std::vector<double> Districts::perDistrict( std::span<const double> byWindow ) const
{
  std::vector<double> sums( count() );
  for ( std::size_t window = 0; window < byWindow.size(); ++window )
    sums[mDistricts[window]] += byWindow[window];
  return sums;
}

} // namespace koppelkans
