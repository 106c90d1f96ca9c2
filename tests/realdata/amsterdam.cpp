// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/realdata/amsterdam.h"

#include "tests/realdata/real_data.h"

namespace koppelkans::test::amsterdam
{

QString heatPlanSource()
{
  return dataPath( QStringLiteral( "amsterdam/transitievisie_warmte_buurten.gpkg|layername=" ) ) + heatPlan;
}

QStringList themes()
{
  return { dataPath( QStringLiteral( "amsterdam/%1.tif" ).arg( heat ) ),
           dataPath( QStringLiteral( "amsterdam/%1.geojson" ).arg( shade ) ),
           dataPath( QStringLiteral( "amsterdam/%1.geojson" ).arg( labels ) ),
           dataPath( QStringLiteral( "amsterdam/%1.geojson" ).arg( ecology ) ), heatPlanSource() };
}

QStringList settings()
{
  return { QStringLiteral( "theme,weight,lower,upper,threshold,direction,field" ),
           heat + QStringLiteral( ",2,35,41,0.5,more_is_worse," ),
           shade + QStringLiteral( ",1,0,1,0.4,less_is_worse,shade_availability_index_30_mean" ),
           labels + QStringLiteral( ",1,0,50,0.5,more_is_worse,energielabel_efg_pct" ),
           ecology + QStringLiteral( ",0.5,0,100,0.5,more_is_worse," ),
           heatPlan + QStringLiteral( ",1,0,1,0.5,more_is_worse," ) };
}

} // namespace koppelkans::test::amsterdam
