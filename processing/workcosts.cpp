// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/workcosts.h"

#include "core/geometry/geos.h"

#include <QCoreApplication>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansWorkCosts )
};

double lengthOf( const GeometryColumn &geometry, std::size_t feature )
{
  double length = 0;
  if ( GEOSLength_r( geos(), toGeos( geometry, feature ).get(), &length ) != 1 )
    throw geosError();
  return length;
}

double areaOf( const GeometryColumn &geometry, std::size_t feature )
{
  double area = 0;
  if ( GEOSArea_r( geos(), toGeos( geometry, feature ).get(), &area ) != 1 )
    throw geosError();
  return area;
}

} // namespace

QString toText( CostSource source )
{
  switch ( source )
  {
  case CostSource::Given:
    return QStringLiteral( "given" );
  case CostSource::UnitPrice:
    return QStringLiteral( "unit_price" );
  case CostSource::Unknown:
    break;
  }
  return QStringLiteral( "unknown" );
}

WorkCosts::Cost WorkCosts::of( std::int64_t id, const QgsAttributes &attributes, const std::string &assetClass,
                               const GeometryColumn &geometry, std::size_t feature, double breadth ) const
{
  Findings missing;
  if ( const double cost = given( id, attributes, missing ); hasData( cost ) )
    return { cost, CostSource::Given };

  double size = noData;
  if ( mFields.size >= 0 && !isNull( attributes.at( mFields.size ) ) )
    size = numberOf( attributes.at( mFields.size ), mSource, mFields.size, id, mFindings );
  const UnitPrice *price = mPrices.find( assetClass, size );
  const double amount = price ? quantity( *price, id, attributes, geometry, feature, breadth ) : noData;
  if ( !hasData( amount ) )
  {
    mFindings.insert( mFindings.end(), missing.begin(), missing.end() );
    return { noData, CostSource::Unknown };
  }
  // What was written and could not be read is worth knowing; that nothing was is said by what was filled in.
  for ( const Finding &finding : missing )
    if ( finding.kind != FindingKind::MissingNumber )
      mFindings.push_back( finding );
  const double cost = mPrices.at( *price, amount );
  const QString years = !price->year ? QString()
                        : mPrices.level().year && *mPrices.level().year != *price->year
                          ? Texts::tr( ", prices of %1 as in %2" ).arg( *price->year ).arg( *mPrices.level().year )
                          : Texts::tr( ", prices of %1" ).arg( *price->year );
  const QString filled = Texts::tr( "%1 euro (%2 %3 × %4 euro%5)" )
                           .arg( cost, 0, 'f', 0 )
                           .arg( amount, 0, 'f', 1 )
                           .arg( QString::fromStdString( toString( price->unit ) ) )
                           .arg( price->price, 0, 'f', 2 )
                           .arg( years );
  mFindings.push_back(
    { FindingKind::DefaultUsed,
      mSource.name.toStdString(),
      id,
      mFields.cost < 0 ? Texts::tr( "the cost" ).toStdString() : mSource.fields.at( mFields.cost ).name().toStdString(),
      {},
      filled.toStdString() } );
  return { cost, CostSource::UnitPrice };
}

double WorkCosts::given( std::int64_t id, const QgsAttributes &attributes, Findings &findings ) const
{
  if ( mFields.cost < 0 )
    return noData;
  const double cost = numberOf( attributes.at( mFields.cost ), mSource, mFields.cost, id, findings );
  if ( !( cost < 0 ) )
    return cost;
  findings.push_back( { FindingKind::NegativeNumber, mSource.name.toStdString(), id,
                        mSource.fields.at( mFields.cost ).name().toStdString(),
                        attributes.at( mFields.cost ).toString().toStdString() } );
  return noData;
}

double WorkCosts::quantity( const UnitPrice &price, std::int64_t id, const QgsAttributes &attributes,
                            const GeometryColumn &geometry, std::size_t feature, double breadth ) const
{
  if ( mFields.quantity >= 0 && !isNull( attributes.at( mFields.quantity ) ) )
  {
    const double quantity = numberOf( attributes.at( mFields.quantity ), mSource, mFields.quantity, id, mFindings );
    if ( quantity >= 0 )
      return quantity;
  }
  const GeometryKind kind = geometry.kind;
  switch ( price.unit )
  {
  case PriceUnit::Piece:
    return 1;
  case PriceUnit::Metre:
    return kind == GeometryKind::Line ? lengthOf( geometry, feature ) : noData;
  case PriceUnit::SquareMetre:
    break;
  }
  if ( kind == GeometryKind::Point )
    return noData;
  return kind == GeometryKind::Line ? lengthOf( geometry, feature ) * breadth : areaOf( geometry, feature );
}

} // namespace koppelkans
