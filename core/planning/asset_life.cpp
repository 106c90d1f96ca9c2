// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/asset_life.h"

#include "core/error.h"

#include <algorithm>
#include <limits>

namespace koppelkans
{

std::string toString( LifeSource source )
{
  switch ( source )
  {
  case LifeSource::Table:
    return "table";
  case LifeSource::Default:
    return "default";
  case LifeSource::Unknown:
    break;
  }
  return "unknown";
}

Replacement replacement( const Asset &asset, const Lives &lives )
{
  Replacement result;
  if ( !asset.built && !asset.renewed )
  {
    result.finding = FindingKind::MissingYear;
    return result;
  }

  const auto row = lives.years.find( asset.assetClass );
  const bool inTable = row != lives.years.end();
  const int life = inTable ? row->second : lives.defaultYears;
  if ( life < 0 || lives.earlier < 0 || lives.later < 0 )
    throw Error( "asset class " + asset.assetClass + ": a life or the freedom around its end is negative" );
  result.lifeSource = inTable ? LifeSource::Table : LifeSource::Default;
  if ( asset.built && asset.renewed && *asset.renewed < *asset.built )
    result.finding = FindingKind::RenewedBeforeBuilt;
  else if ( !inTable )
    result.finding = FindingKind::DefaultUsed;

  constexpr int never = std::numeric_limits<int>::min();
  const int reference = std::max( asset.built.value_or( never ), asset.renewed.value_or( never ) );
  result.overdue = reference + life < lives.baseYear;
  result.due = std::max( reference + life, lives.baseYear );
  result.window = YearRange{ std::max( result.due - lives.earlier, lives.baseYear ), result.due + lives.later };
  return result;
}

} // namespace koppelkans
