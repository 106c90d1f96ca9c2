// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stack/interlocks.h"

namespace koppelkans
{

namespace
{

//! By cell, whether a theme reaches its threshold and whether it has data at all.
struct Reach
{
  std::vector<char> reached;
  std::vector<char> known;
};

Reach reachOf( const StackedTheme &theme )
{
  Reach reach{ std::vector<char>( theme.values.size() ), std::vector<char>( theme.values.size() ) };
  for ( std::size_t cell = 0; cell < theme.values.size(); ++cell )
  {
    reach.known[cell] = hasData( theme.values[cell] );
    reach.reached[cell] = theme.scale.need( theme.values[cell] ) >= theme.threshold;
  }
  return reach;
}

} // namespace

std::vector<Interlock> interlocks( const Stack &stack )
{
  std::vector<Reach> reaches;
  for ( const StackedTheme &theme : stack.themes )
    reaches.push_back( reachOf( theme ) );

  std::vector<Interlock> all;
  for ( std::size_t a = 0; a < reaches.size(); ++a )
  {
    for ( std::size_t b = a + 1; b < reaches.size(); ++b )
    {
      double known = 0, inA = 0, inB = 0, both = 0; // in cells
      for ( std::size_t cell = 0; cell < stack.grid.cells(); ++cell )
      {
        if ( !reaches[a].known[cell] || !reaches[b].known[cell] )
          continue;
        ++known;
        inA += reaches[a].reached[cell];
        inB += reaches[b].reached[cell];
        both += reaches[a].reached[cell] && reaches[b].reached[cell];
      }
      const double either = inA + inB - both;
      all.push_back( { a, b, both * stack.grid.cellArea(), either > 0 ? both / either : noData,
                       inA > 0 && inB > 0 ? both * known / ( inA * inB ) : noData } );
    }
  }
  return all;
}

} // namespace koppelkans
