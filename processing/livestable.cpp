// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/livestable.h"

#include "core/nodata.h"

#include <cmath>

namespace koppelkans
{

std::map<std::string, int> readLives( const LayerSource &table, Findings &findings, Progress &progress )
{
  const int classField = table.requiredField( QStringLiteral( "class" ) );
  const int lifeField = table.requiredField( QStringLiteral( "life" ) );
  std::map<std::string, int> lives;
  for ( const TableRow &row : readTable( table, progress ) )
  {
    const std::string name = row.attributes.at( classField ).toString().trimmed().toStdString();
    if ( name.empty() )
    {
      findings.push_back( { FindingKind::MissingClass, table.name.toStdString(), row.id, "class" } );
      continue;
    }
    const double life = numberOf( row.attributes.at( lifeField ), table, lifeField, row.id, findings );
    // Rounded to a year at least; one longer than any asset's is a slip of the pen.
    constexpr double longest = 10000;
    if ( life >= 0.5 && life <= longest )
      lives[name] = static_cast<int>( std::lround( life ) );
    else if ( hasData( life ) )
      findings.push_back( { FindingKind::NegativeNumber, table.name.toStdString(), row.id, "life",
                            row.attributes.at( lifeField ).toString().toStdString() } );
  }
  return lives;
}

} // namespace koppelkans
