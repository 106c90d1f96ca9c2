// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/bundlingtables.h"

#include "processing/fieldvalues.h"

namespace koppelkans
{

namespace
{

//! The rows of a table one by one, with what is wrong with them.
class Rows
{
public:
  Rows( const LayerSource &table, Findings &findings, Progress &progress )
    : mTable( table )
    , mFindings( findings )
    , mRows( readTable( table, progress ) )
  {
  }

  const std::vector<TableRow> &rows() const { return mRows; }

  static std::string text( const TableRow &row, int field )
  {
    return field < 0 ? std::string() : row.attributes.at( field ).toString().trimmed().toStdString();
  }

  double number( const TableRow &row, int field ) const
  {
    return field < 0 ? noData : numberOf( row.attributes.at( field ), mTable, field, row.id, mFindings );
  }

  double positive( const TableRow &row, int field ) const
  {
    const double value = number( row, field );
    if ( value < 0 )
      report( FindingKind::NegativeNumber, row, field );
    return value < 0 ? noData : value;
  }

  void report( FindingKind kind, const TableRow &row, int field ) const
  {
    mFindings.push_back(
      { kind, mTable.name.toStdString(), row.id, mTable.fields.at( field ).name().toStdString(), text( row, field ) } );
  }

private:
  const LayerSource &mTable; // borrowed
  Findings &mFindings;       // borrowed
  std::vector<TableRow> mRows;
};

} // namespace

ClassRules readApart( const LayerSource &table, const std::set<std::string> &classes, Findings &findings,
                      Progress &progress )
{
  const int fields[] = { table.requiredField( QStringLiteral( "class_a" ) ),
                         table.requiredField( QStringLiteral( "class_b" ) ) };
  const Rows rows( table, findings, progress );
  std::vector<std::pair<std::string, std::string>> apart;
  for ( const TableRow &row : rows.rows() )
  {
    const std::string a = Rows::text( row, fields[0] );
    const std::string b = Rows::text( row, fields[1] );
    bool known = true;
    for ( const int field : fields )
      if ( !classes.contains( Rows::text( row, field ) ) )
      {
        rows.report( FindingKind::UnknownSetting, row, field );
        known = false;
      }
    if ( known && a == b )
      rows.report( FindingKind::UnknownSetting, row, fields[1] );
    else if ( known )
      apart.emplace_back( a, b );
  }
  return ClassRules( apart );
}

Budgets readBudgets( const LayerSource &table, const std::set<std::string> &funds, Findings &findings,
                     Progress &progress )
{
  const int fundField = table.requiredField( QStringLiteral( "fund" ) );
  const int yearField = table.requiredField( QStringLiteral( "year" ) );
  const int amountField = table.requiredField( QStringLiteral( "amount" ) );
  const Rows rows( table, findings, progress );
  Budgets budgets;
  for ( const TableRow &row : rows.rows() )
  {
    const std::string fund = Rows::text( row, fundField );
    const PlannedYear years = yearOf( row.attributes.at( yearField ) );
    const double amount = rows.positive( row, amountField );
    if ( !funds.contains( fund ) )
      rows.report( FindingKind::UnknownSetting, row, fundField );
    else if ( !years.years && years.finding != FindingKind::MissingYear )
      rows.report( years.finding, row, yearField );
    else if ( hasData( amount ) && !years.years )
      budgets.set( fund, std::nullopt, amount );
    else if ( hasData( amount ) )
      for ( int year = years.years->first; year <= years.years->last; ++year )
        budgets.set( fund, year, amount );
  }
  return budgets;
}

UnitPrices readUnitPrices( const LayerSource &table, const PriceLevel &level, Findings &findings, Progress &progress )
{
  const int classField = table.requiredField( QStringLiteral( "class" ) );
  const int unitField = table.requiredField( QStringLiteral( "unit" ) );
  const int priceField = table.requiredField( QStringLiteral( "price" ) );
  const int sizeField = table.field( QStringLiteral( "size" ) );
  const int yearField = table.field( QStringLiteral( "price_year" ) );
  const Rows rows( table, findings, progress );
  std::vector<UnitPrice> prices;
  for ( const TableRow &row : rows.rows() )
  {
    const std::string name = Rows::text( row, classField );
    const std::optional<PriceUnit> unit = priceUnit( Rows::text( row, unitField ) );
    const double price = rows.positive( row, priceField );
    // A price for all sizes has none: that is no finding.
    const bool sized = sizeField >= 0 && !isNull( row.attributes.at( sizeField ) );
    const double size = sized ? rows.positive( row, sizeField ) : noData;
    const PlannedYear year = yearField < 0 ? PlannedYear() : yearOf( row.attributes.at( yearField ) );
    if ( yearField >= 0 && !year.years )
      rows.report( year.finding, row, yearField );
    if ( name.empty() )
      rows.report( FindingKind::MissingClass, row, classField );
    else if ( !unit )
      rows.report( FindingKind::UnknownSetting, row, unitField );
    else if ( hasData( price ) && ( !sized || hasData( size ) ) )
      prices.push_back( { name, size, *unit, price, year.years ? std::optional( year.years->first ) : std::nullopt } );
  }
  return UnitPrices( std::move( prices ), level );
}

} // namespace koppelkans
