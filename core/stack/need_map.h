// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/columns.h"
#include "core/stack/stack.h"

namespace koppelkans
{

/**
 * A stack as it lies on the map: places (cells or faces) that do not overlap, each with a value for every theme.
 *
 * The last value of each theme is that of all the ground outside the places: no data outside cells; 0 outside faces,
 * which cover all that any theme covers.
 */
struct NeedMap
{
  GeometryColumn places;
  std::vector<StackedTheme> themes; //!< values by place and, last, outside the places

  //! Stands for the ground outside all places.
  std::size_t outside() const { return places.features(); }

  //! 0 to 1, or noData.
  double need( std::size_t theme, std::size_t place ) const
  {
    return themes[theme].scale.need( themes[theme].values[place] );
  }

  //! Whether the need of a theme reaches its threshold; never where there is no data.
  bool isUrgent( std::size_t theme, std::size_t place ) const
  {
    return need( theme, place ) >= themes[theme].threshold;
  }
};

} // namespace koppelkans
