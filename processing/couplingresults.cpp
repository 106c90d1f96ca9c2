// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/couplingresults.h"

#include "processing/carriedfields.h"
#include "processing/rows.h"
#include "processing/verdicttext.h"

#include <qgsfeature.h>
#include <qgsfeaturesink.h>

#include <algorithm>

namespace koppelkans
{

namespace
{

QString joined( const QStringList &names )
{
  return names.join( QStringLiteral( ", " ) );
}

template <class Word>
QVariant wordOf( const std::optional<Word> &word )
{
  return word ? QVariant( QString::fromStdString( toString( *word ) ) ) : QVariant();
}

QgsFields ownQuadrantFields()
{
  return makeFields( { makeField( "urgency", compat::real ), makeField( "opportunity", compat::real ),
                       makeField( "chances", compat::integer ), makeField( "urgency_limit", compat::real ),
                       makeField( "opportunity_limit", compat::real ), makeField( "quadrant", compat::text ) } );
}

} // namespace

QgsFields CouplingResults::couplingFields( const Carriers &carriers )
{
  return makeFields( { carriers.idField, makeField( "work_id", compat::longInteger ),
                       makeField( "year", compat::integer ), makeField( "district", compat::text ),
                       makeField( "theme", compat::text ), makeField( "partner", compat::text ),
                       makeField( "share", compat::real ), makeField( "unknown_share", compat::real ),
                       makeField( "horizon", compat::text ), makeField( "carried", compat::integer ),
                       makeField( "reason", compat::text ) } );
}

QgsFields CouplingResults::verdictFields( const Carriers &carriers )
{
  return makeFields( { carriers.idField, makeField( "year", compat::integer ), makeField( "district", compat::text ),
                       makeField( "themes", compat::text ), makeField( "themes_carried", compat::integer ),
                       makeField( "partners", compat::text ), makeField( "saving", compat::real ),
                       makeField( "saving_share", compat::real ), makeField( "urgency", compat::real ),
                       makeField( "verdict", compat::text ), makeField( "reason", compat::text ) } );
}

QgsFields CouplingResults::quadrantFields( const LayerSource &districts )
{
  return CarriedFields( districts.fields, ownQuadrantFields() ).fields();
}

QgsFields CouplingResults::unplannedFields()
{
  return makeFields( { makeField( "district", compat::text ), makeField( "theme", compat::text ),
                       makeField( "partner", compat::text ), makeField( "urgent_area", compat::real ),
                       makeField( "planned_area", compat::real ), makeField( "unplanned_area", compat::real ),
                       makeField( "unplanned_share", compat::real ) } );
}

void CouplingResults::writeCouplings( QgsFeatureSink &sink, Progress &progress ) const
{
  for ( const Coupling &coupling : couplings )
  {
    progress.check();
    const std::size_t carrier = coupling.carrier, theme = coupling.theme;
    addRow( sink,
            { carriers.bundleIds[carrier], carriers.workIds[carrier], carriers.years[carrier].first,
              districtOf( carrier ), themes.name( theme ), orNull( joined( themes.partners[theme] ) ), coupling.share,
              coupling.unknownShare, orNull( themes.horizonTexts[theme] ),
              coupling.reason == CouplingReason::Carried ? 1 : 0,
              QString::fromStdString( toString( coupling.reason ) ) },
            multiPolygon( carriers.footprints, carrier ) );
  }
}

void CouplingResults::writeVerdicts( const LayerSource &bundles, QgsFeatureSink &sink, Progress &progress ) const
{
  std::vector<QString> names;
  for ( std::size_t theme = 0; theme < themes.map.themes.size(); ++theme )
    names.push_back( themes.name( theme ) );
  QgsFeatureIterator iterator = bundles.features( QgsFeatureRequest().setSubsetOfAttributes( QgsAttributeList() ) );
  QgsFeature feature;
  for ( std::size_t i = 0; i < carriers.bundles.size() && iterator.nextFeature( feature ); ++i )
  {
    progress.check();
    addRow( sink, verdictRow( carriers.bundles[i], names ), fitting( feature, bundles.wkbType ) );
  }
  bundles.requireRead( iterator );
}

QVariantList CouplingResults::verdictRow( const ReadBundle &bundle, const std::vector<QString> &names ) const
{
  const double savingShare = bundle.costApart > 0 ? bundle.saving / bundle.costApart : noData;
  QVariantList row{ bundle.id, bundle.years ? QVariant( bundle.years->first ) : QVariant() };
  if ( bundle.carrier == noCarrier )
    return row + QVariantList{ QVariant(),
                               QVariant(),
                               QVariant(),
                               orNull( joined( bundle.owners ) ),
                               orNull( bundle.saving ),
                               orNull( savingShare ),
                               QVariant(),
                               QVariant(),
                               leftOutText( bundle.hasGeometry ) };

  const VerdictGrounds grounds{ verdictOf( bundle ), bundle.saving, savingShare,
                                minimumGain,         share,         couplingsOf( bundle.carrier ) };
  QStringList carried, partners = bundle.owners;
  for ( const Coupling &coupling : grounds.couplings )
    if ( coupling.reason == CouplingReason::Carried )
    {
      carried << names[coupling.theme];
      partners << themes.partners[coupling.theme];
    }
  partners.removeDuplicates();
  partners.sort( Qt::CaseInsensitive );
  return row + QVariantList{ districtOf( bundle.carrier ),
                             orNull( joined( carried ) ),
                             static_cast<int>( carried.size() ),
                             orNull( joined( partners ) ),
                             orNull( bundle.saving ),
                             orNull( savingShare ),
                             orNull( needs[bundle.carrier].urgency ),
                             wordOf( grounds.verdict ),
                             verdictText( grounds, names, themes.horizonTexts ) };
}

void CouplingResults::writeQuadrants( const LayerSource &districts, std::span<const double> urgencies,
                                      std::span<const double> opportunities, const QuadrantLimits &limits,
                                      QgsFeatureSink &sink, Progress &progress ) const
{
  std::vector<int> chances( urgencies.size() );
  for ( std::size_t carrier = 0; carrier < carrierDistricts.size(); ++carrier )
  {
    const auto own = couplingsOf( carrier );
    if ( carrierDistricts[carrier] != noGround &&
         std::ranges::find( own, CouplingReason::Carried, &Coupling::reason ) != own.end() )
      ++chances[carrierDistricts[carrier]];
  }
  QgsFeatureIterator iterator = districts.features( QgsFeatureRequest() );
  QgsFeature feature;
  for ( std::size_t i = 0; i < urgencies.size() && iterator.nextFeature( feature ); ++i )
  {
    progress.check();
    const QVariantList own{ orNull( urgencies[i] ),
                            orNull( opportunities[i] ),
                            chances[i],
                            orNull( limits.urgency ),
                            orNull( limits.opportunity ),
                            wordOf( quadrantOf( urgencies[i], opportunities[i], limits ) ) };
    addRow( sink, CarriedFields::row( feature.attributes(), own ), fitting( feature, districts.wkbType ) );
  }
  districts.requireRead( iterator );
}

void CouplingResults::writeUnplanned( std::span<const UnplannedGround> grounds, QgsFeatureSink &sink,
                                      Progress &progress ) const
{
  for ( const UnplannedGround &ground : grounds )
  {
    progress.check();
    addRow( sink,
            { districtNames[ground.district], themes.name( ground.theme ),
              orNull( joined( themes.partners[ground.theme] ) ), ground.urgentArea, ground.plannedArea(),
              ground.unplannedArea, ground.unplannedShare() },
            multiPolygon( ground.ground, 0 ) );
  }
}

int CouplingResults::carried() const
{
  return static_cast<int>( std::ranges::count( couplings, CouplingReason::Carried, &Coupling::reason ) );
}

int CouplingResults::notWorthIt() const
{
  return static_cast<int>(
    std::ranges::count_if( carriers.bundles, [this]( const ReadBundle &bundle )
                           { return bundle.carrier != noCarrier && verdictOf( bundle ) == Verdict::NotWorthIt; } ) );
}

std::span<const Coupling> CouplingResults::couplingsOf( std::size_t carrier ) const
{
  const auto own = std::ranges::equal_range( couplings, carrier, {}, &Coupling::carrier );
  return { own.begin(), own.end() };
}

std::optional<Verdict> CouplingResults::verdictOf( const ReadBundle &bundle ) const
{
  return verdictOn( bundle.saving, minimumGain, couplingsOf( bundle.carrier ) );
}

QVariant CouplingResults::districtOf( std::size_t carrier ) const
{
  return carrierDistricts[carrier] == noGround ? QVariant() : QVariant( districtNames[carrierDistricts[carrier]] );
}

} // namespace koppelkans
