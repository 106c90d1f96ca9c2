// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/ground_needs.h"
#include "core/planning/year_range.h"

#include <optional>

namespace koppelkans
{

//! Why a theme is carried or is not.
enum class CouplingReason
{
  Carried,
  TooLittle,      //!< the theme is urgent on too small a share of the footprint
  OutsideHorizon, //!< it would be enough, but the year comes too early or too late for the theme
  NoData          //!< what is known is too little, and what is not known could make it enough
};

//! The static word for a reason, as results have it: "too_little".
std::string toString( CouplingReason reason );

//! A carrier (a bundle, or a work on its own) and a theme that it carries, or nearly.
struct Coupling
{
  std::size_t carrier;
  std::size_t theme;
  double share;        //!< of the footprint, where need ≥ threshold
  double unknownShare; //!< of the footprint, without data
  CouplingReason reason;
};

//! When a carrier carries a theme.
struct CouplingTerms
{
  double share = 0.1;                             //!< of the footprint on which a theme must be urgent, at least
  std::vector<std::optional<YearRange>> horizons; //!< by theme, the years in which it can be taken along; none: any
};

/**
 * Which carrier carries which theme, by carrier and then by theme.
 *
 * A carrier carries a theme if at least terms.share of its footprint, and more than nothing, is urgent and one of its
 * \a years lies within the theme's horizon. Listed are the themes of which a carrier has any urgent ground, and those
 * of which that is not known. \a needs are those of the carriers' footprints.
 */
std::vector<Coupling> coupleThemes( std::span<const GroundNeeds> needs, std::span<const YearRange> years,
                                    const CouplingTerms &terms );

//! What to do with a bundle.
enum class Verdict
{
  DoTogetherAndCarry, //!< it saves enough, and carries themes
  DoTogether,         //!< it saves enough, and carries none
  Carry,              //!< it does not (or nobody knows whether it does) save enough, but carries themes
  NotWorthIt          //!< neither
};

//! The static word for a verdict: "not_worth_it".
std::string toString( Verdict verdict );

/**
 * The verdict on a bundle with \a saving (euro, noData where unknown) and its \a couplings: it saves enough where that
 * is more than \a minimumGain. Nothing where too little is known: no theme is carried, and the saving or whether a
 * theme could be carried is not known.
 */
std::optional<Verdict> verdictOn( double saving, double minimumGain, std::span<const Coupling> couplings );

} // namespace koppelkans
