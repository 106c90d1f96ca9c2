// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/bundle.h"
#include "core/progress.h"

#include <optional>

namespace koppelkans
{

/**
 * Bundles that a plan of one part of a problem can be chosen from, and what each saves: by how much it is cheaper than
 * its units each on its own, in euro.
 *
 * Units are numbered within the part. Bundles of one unit are not among them: they save nothing.
 */
class Candidates
{
public:
  /**
   * All feasible bundles of two or more of \a units, which are ascending; nothing where they are more than \a most.
   *
   * Each is grown once, unit by unit: of the connected sets with a certain lowest unit, every one is reached in one way
   * only, as S. Wernicke, "Efficient detection of network motifs", IEEE/ACM TCBB 3 (2006), shows; and what grows from
   * an infeasible set is infeasible too.
   */
  static std::optional<Candidates> all( const Problem &problem, std::span<const std::uint32_t> units, std::size_t most,
                                        const Progress &progress );

  std::size_t size() const { return mSavings.size(); }

  //! The units of a bundle, by their numbers within the part, ascending.
  std::span<const std::uint16_t> units( std::size_t i ) const
  {
    return std::span( mUnits ).subspan( mOffsets[i], mOffsets[i + 1] - mOffsets[i] );
  }

  double saving( std::size_t i ) const { return mSavings[i]; }

  void add( std::span<const std::uint16_t> units, double saving );

  //! Keeps those for which \a wanted( i ) says so.
  template <class Wanted>
  void keepIf( const Wanted &wanted )
  {
    Candidates kept;
    for ( std::size_t i = 0; i < size(); ++i )
      if ( wanted( i ) )
        kept.add( units( i ), saving( i ) );
    *this = std::move( kept );
  }

private:
  std::vector<std::uint16_t> mUnits; // by bundle
  std::vector<std::size_t> mOffsets{ 0 };
  std::vector<double> mSavings;
};

} // namespace koppelkans
