// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/couplings.h"

#include <QStringList>

namespace koppelkans
{

//! What a verdict rests on.
struct VerdictGrounds
{
  std::optional<Verdict> verdict;
  double saving;                       //!< euro; noData where it is not known
  double savingShare;                  //!< of the cost apart; noData where it is not known
  double minimumGain;                  //!< euro
  double share;                        //!< of the footprint that a theme must ask for
  std::span<const Coupling> couplings; //!< of the bundle
};

/**
 * The reason of a verdict in the user's language, figures included. \a themes are the names of all themes, \a horizons
 * by theme the years in which it can be taken along.
 */
QString verdictText( const VerdictGrounds &grounds, const std::vector<QString> &themes,
                     const std::vector<QString> &horizons );

//! Why a bundle could not be looked at: it has no year, or no geometry.
QString leftOutText( bool hasGeometry );

} // namespace koppelkans
