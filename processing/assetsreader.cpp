// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/assetsreader.h"

#include "core/error.h"
#include "processing/fieldvalues.h"

#include <QCoreApplication>
#include <qgsfeature.h>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansAssetsReader )
};

} // namespace

AssetsReader::AssetsReader( const LayerSource &assets, const AssetFields &fields, const Lives &lives,
                            Findings &findings )
  : mAssets( assets )
  , mFields( fields )
  , mLives( lives )
  , mFindings( findings )
  , mLayer( assets.name.toStdString() )
{
  if ( fields.built < 0 && fields.renewed < 0 )
    throw Error(
      Texts::tr(
        "layer %1: choose a year of construction or a year of last maintenance; without years nothing can be planned" )
        .arg( assets.name )
        .toStdString() );
}

DatedAsset AssetsReader::read( const QgsFeature &feature )
{
  DatedAsset dated;
  if ( !feature.geometry().isEmpty() && fitting( feature, mAssets.wkbType ).isNull() )
    mFindings.push_back( { FindingKind::WrongGeometryType,
                           mLayer,
                           feature.id(),
                           {},
                           feature.geometry().constGet()->wktTypeStr().toStdString() } );
  if ( mFields.assetClass >= 0 )
  {
    dated.asset.assetClass = feature.attribute( mFields.assetClass ).toString().trimmed().toStdString();
    if ( dated.asset.assetClass.empty() )
      mFindings.push_back( { FindingKind::MissingClass, mLayer, feature.id(), nameOf( mFields.assetClass ) } );
  }
  dated.asset.built = year( feature, mFields.built );
  dated.asset.renewed = year( feature, mFields.renewed );
  dated.replacement = replacement( dated.asset, mLives );
  const auto known = mLives.years.find( dated.asset.assetClass );
  dated.life = known != mLives.years.end() ? known->second : mLives.defaultYears;

  if ( !dated.replacement.finding )
    return dated;
  Finding finding{ *dated.replacement.finding, mLayer, feature.id() };
  if ( finding.kind == FindingKind::DefaultUsed )
  {
    finding.field = "life (" + dated.asset.assetClass + ")";
    finding.filledBy = std::to_string( dated.life );
  }
  else
  {
    finding.field = nameOf( mFields.built >= 0 ? mFields.built : mFields.renewed );
    if ( dated.asset.renewed )
      finding.value = std::to_string( *dated.asset.renewed );
  }
  mFindings.push_back( std::move( finding ) );
  return dated;
}

std::optional<int> AssetsReader::year( const QgsFeature &feature, int field )
{
  if ( field < 0 )
    return std::nullopt;
  const PlannedYear found = yearOf( feature.attribute( field ) );
  // Of a range the last year: the one until which it was made good.
  if ( found.years )
    return found.years->last;
  // An empty field is no fault: it is reported once, where no year at all is left.
  if ( found.finding != FindingKind::MissingYear )
    mFindings.push_back( { found.finding, mLayer, feature.id(), nameOf( field ), found.text } );
  return std::nullopt;
}

std::string AssetsReader::nameOf( int field ) const
{
  return mAssets.fields.at( field ).name().toStdString();
}

} // namespace koppelkans
