// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/worksreader.h"

#include "core/error.h"
#include "core/geometry/box_index.h"
#include "core/geometry/geos.h"
#include "processing/fieldvalues.h"
#include "processing/findingtext.h"

#include <QCoreApplication>
#include <QSet>

#include <unordered_map>

namespace koppelkans
{

namespace
{

struct Texts
{
  Q_DECLARE_TR_FUNCTIONS( KoppelkansWorksReader )
};

QVariant valueOf( const QgsAttributes &attributes, int field )
{
  return field < 0 ? QVariant() : attributes.at( field );
}

std::string nameOf( const LayerSource &source, int field )
{
  return field < 0 ? std::string() : source.fields.at( field ).name().toStdString();
}

//! Reports each of \a classes that no work has: a slip of the pen would open the surface of a whole class.
void reportUnknown( const QStringList &classes, const LayerSource &source, int classField,
                    const std::vector<QgsAttributes> &works, Findings &findings )
{
  QSet<QString> known;
  for ( const QgsAttributes &attributes : works )
    known.insert( valueOf( attributes, classField ).toString().trimmed() );
  for ( const QString &name : classes )
    if ( !known.contains( name ) )
      findings.push_back( { FindingKind::UnknownSetting, source.name.toStdString(), Finding::noFeature,
                            "CLOSED_CLASSES", name.toStdString() } );
}

//! The width or radius that a work has of its own, in metres; noData, with a finding where a field should say it, where
//! it has none.
double breadthOf( const LayerSource &source, const WorkFields &fields, const FootprintSize &usual, GeometryKind kind,
                  const QgsAttributes &attributes, std::int64_t id, Findings &findings )
{
  const int field = kind == GeometryKind::Line ? fields.width : kind == GeometryKind::Point ? fields.radius : -1;
  if ( field < 0 )
    return noData;
  double breadth = noData;
  if ( !isNull( attributes.at( field ) ) )
  {
    breadth = numberOf( attributes.at( field ), source, field, id, findings );
    if ( breadth <= 0 )
    {
      findings.push_back( { FindingKind::NegativeNumber, source.name.toStdString(), id, nameOf( source, field ),
                            attributes.at( field ).toString().toStdString() } );
      breadth = noData;
    }
  }
  if ( !hasData( breadth ) )
    findings.push_back(
      { FindingKind::DefaultUsed,
        source.name.toStdString(),
        id,
        nameOf( source, field ),
        {},
        QString::number( kind == GeometryKind::Line ? usual.width : usual.radius ).toStdString() + " m" } );
  return breadth;
}

//! A year that a planner chose, where it is one that the work can be carried out in; else nothing, with a finding.
std::optional<int> chosenYear( const PlannedYear &chosen, const YearRange &window, const LayerSource &source, int field,
                               std::int64_t id, Findings &findings )
{
  if ( field < 0 || ( !chosen.years && chosen.finding == FindingKind::MissingYear ) )
    return std::nullopt;
  const auto report = [&]( FindingKind kind, const std::string &value )
  {
    findings.push_back( { kind, source.name.toStdString(), id, nameOf( source, field ), value } );
  };
  if ( !chosen.years )
    report( chosen.finding, chosen.text );
  else if ( chosen.years->first != chosen.years->last )
    report( FindingKind::NotAYear, chosen.text );
  else if ( !window.contains( chosen.years->first ) )
    report( FindingKind::ChoiceOutsideWindow,
            chosen.text + " not in " + std::to_string( window.first ) + "-" + std::to_string( window.last ) );
  else
    return chosen.years->first;
  return std::nullopt;
}

//! Tells which works cover the very same ground as one before them.
class Footings
{
public:
  //! The first work with the geometry that \a feature of \a column has, where it is not \a work itself.
  std::optional<std::int64_t> firstLike( const GeometryColumn &column, std::size_t feature, std::int64_t work )
  {
    const std::size_t first = column.ringOffsets[column.partOffsets[column.featureOffsets[feature]]];
    const std::size_t last = column.ringOffsets[column.partOffsets[column.featureOffsets[feature + 1]]];
    std::string coordinates( reinterpret_cast<const char *>( column.coordinates.data() + first ),
                             ( last - first ) * sizeof( Point ) );
    const auto [known, isNew] = mWorks.try_emplace( std::move( coordinates ), work );
    return isNew ? std::nullopt : std::optional( known->second );
  }

private:
  std::unordered_map<std::string, std::int64_t> mWorks; // by their coordinates
};

//! Areas in which works are not planned, ready to be asked about many geometries.
class Areas
{
public:
  explicit Areas( const GeometryColumn &areas )
    : mIndex( boxesOf( areas ) )
  {
    for ( std::size_t i = 0; i < areas.features(); ++i )
    {
      mGeometries.push_back( toGeos( areas, i ) );
      mPrepared.emplace_back( GEOSPrepare_r( geos(), mGeometries.back().get() ) );
    }
  }

  //! The first area that \a geometry touches, or npos.
  std::size_t touched( const Box &box, const GEOSGeometry *geometry )
  {
    mIndex.find( box, mFound );
    for ( const std::size_t area : mFound )
      if ( GEOSPreparedIntersects_r( geos(), mPrepared[area].get(), geometry ) == 1 )
        return area;
    return npos;
  }

  static constexpr std::size_t npos = static_cast<std::size_t>( -1 );

private:
  static std::vector<Box> boxesOf( const GeometryColumn &areas )
  {
    std::vector<Box> boxes;
    for ( std::size_t i = 0; i < areas.features(); ++i )
      boxes.push_back( areas.featureBox( i ) );
    return boxes;
  }

  BoxIndex mIndex;
  std::vector<GeosGeometry> mGeometries;
  std::vector<GeosPrepared> mPrepared; // before the geometries they look at
  std::vector<std::size_t> mFound;
};

} // namespace

Experiments readExperiments( const LayerSource &source, const LayerReader &reader, Progress &progress )
{
  ReadLayer read = reader.read( source, progress );
  Experiments experiments;
  for ( std::size_t i = 0; i < read.attributes.size(); ++i )
    experiments.names.push_back( titleOf( source, -1, read.attributes[i], read.features.ids[i] ) );
  experiments.areas = std::move( read.features.geometry );
  return experiments;
}

Moratoria readMoratoria( const LayerSource &source, int fromField, int toField, const LayerReader &reader,
                         Findings &findings, Progress &progress )
{
  ReadLayer read = reader.read( source, progress );
  Moratoria moratoria;
  for ( std::size_t i = 0; i < read.attributes.size(); ++i )
  {
    const auto year = [&]( int field ) -> std::optional<YearRange>
    {
      if ( field < 0 )
        return std::nullopt;
      const PlannedYear found = yearOf( read.attributes[i].at( field ) );
      if ( !found.years && found.finding != FindingKind::MissingYear )
        findings.push_back(
          { found.finding, read.features.layer, read.features.ids[i], nameOf( source, field ), found.text } );
      return found.years;
    };
    const std::optional<YearRange> from = year( fromField );
    const std::optional<YearRange> to = year( toField );
    moratoria.years.push_back( { from ? from->first : 0, to ? to->last : 9999 } );
  }
  moratoria.areas = std::move( read.features.geometry );
  return moratoria;
}

WorkFields workFields( const std::function<int( const char * )> &field )
{
  return { .year = field( "YEAR_FIELD" ),
           .earliest = field( "EARLIEST_FIELD" ),
           .latest = field( "LATEST_FIELD" ),
           .fixed = field( "FIXED_FIELD" ),
           .chosen = field( "CHOSEN_YEAR_FIELD" ),
           .costs = { field( "COST_FIELD" ), field( "QUANTITY_FIELD" ), field( "SIZE_FIELD" ) },
           .assetClass = field( "CLASS_FIELD" ),
           .fund = field( "FUND_FIELD" ),
           .owner = field( "OWNER_FIELD" ),
           .width = field( "WIDTH_FIELD" ),
           .radius = field( "RADIUS_FIELD" ) };
}

std::set<std::string> ReadWorks::values( int field ) const
{
  std::set<std::string> found;
  if ( field >= 0 )
    for ( const QgsAttributes &feature : attributes )
      found.insert( feature.at( field ).toString().trimmed().toStdString() );
  return found;
}

QString toText( WindowSource source )
{
  switch ( source )
  {
  case WindowSource::Given:
    return QStringLiteral( "given" );
  case WindowSource::Partly:
    return QStringLiteral( "partly" );
  case WindowSource::Filled:
    break;
  }
  return QStringLiteral( "filled" );
}

ReadWorks readWorks( const LayerSource &source, const WorkFields &fields, const WorkTerms &terms,
                     const LayerReader &reader, const Experiments &experiments, Findings &findings, Progress &progress )
{
  ProgressPart reading( progress, 0, 0.6 );
  ReadMixedLayer layer = reader.readMixed( source, reading );
  const std::size_t count = layer.attributes.size();
  const std::string name = source.name.toStdString();
  const YearFields yearFields{ name, nameOf( source, fields.year ), nameOf( source, fields.earliest ),
                               nameOf( source, fields.latest ) };
  Areas excluded( experiments.areas );
  Footings footings;
  const WorkCosts costs( source, fields.costs, terms.prices, findings );

  ReadWorks works;
  works.ids = layer.byKind.front().ids;
  works.leftOut.resize( count );
  works.wkbType = layer.isMixed ? compat::anyGeometry : source.wkbType;
  for ( std::size_t i = 0; i < count; ++i )
  {
    progress.check();
    const QgsAttributes &attributes = layer.attributes[i];
    const std::int64_t id = works.ids[i];
    const auto text = [&]( int field )
    {
      return valueOf( attributes, field ).toString().trimmed().toStdString();
    };
    DataCoverage::Counts &known = works.coverage.of( text( fields.owner ), text( fields.assetClass ) );
    ++known.works;
    const WorkYears years{
      yearOf( valueOf( attributes, fields.year ) ), yearOf( valueOf( attributes, fields.earliest ) ),
      yearOf( valueOf( attributes, fields.latest ) ), isYes( valueOf( attributes, fields.fixed ) ) };
    const int sides = years.fixed ? 2 : ( years.earliest.years ? 1 : 0 ) + ( years.latest.years ? 1 : 0 );
    known.withYear += years.planned.years || ( !years.fixed && sides == 2 );
    known.withWindow += sides == 2;

    const Features *column = layer.columnOf( i );
    if ( !column )
    {
      works.leftOut[i] = findingCode( FindingKind::MissingGeometry ); // already reported
      continue;
    }

    if ( const std::optional<std::int64_t> other = footings.firstLike( column->geometry, i, id ) )
      findings.push_back( { FindingKind::DuplicateFootprint, name, id, {}, std::to_string( *other ) } );

    const std::size_t before = findings.size();
    std::optional<WorkWindow> window = workWindow( years, terms.freedom, yearFields, id, findings );
    if ( !window )
    {
      works.leftOut[i] = findingCode( findings.size() > before ? findings.back().kind : FindingKind::MissingYear );
      continue;
    }
    if ( terms.firstYear && window->window.last >= *terms.firstYear )
      window->window.first = std::max( window->window.first, *terms.firstYear );

    if ( experiments.areas.features() > 0 )
    {
      const GeosGeometry geometry = toGeos( column->geometry, i );
      if ( const std::size_t area = excluded.touched( column->geometry.featureBox( i ), geometry.get() );
           area != Areas::npos )
      {
        findings.push_back( { FindingKind::UnderExperiment, name, id, {}, experiments.names[area] } );
        works.leftOut[i] = findingCode( FindingKind::UnderExperiment );
        continue;
      }
    }

    const double breadth = breadthOf( source, fields, terms.size, column->geometry.kind, attributes, id, findings );
    const double usual = column->geometry.kind == GeometryKind::Line ? terms.size.width : terms.size.radius;
    known.breadthFilled += column->geometry.kind != GeometryKind::Polygon && !hasData( breadth );

    Work work{ .id = id,
               .assetClass = text( fields.assetClass ),
               .fund = text( fields.fund ),
               .owner = text( fields.owner ),
               .planned = window->planned,
               .window = window->window };
    const WorkCosts::Cost cost =
      costs.of( id, attributes, work.assetClass, column->geometry, i, hasData( breadth ) ? breadth : usual );
    work.cost = cost.cost;
    known.withCost += cost.source == CostSource::Given;
    known.costFilled += cost.source == CostSource::UnitPrice;
    work.chosen =
      chosenYear( yearOf( valueOf( attributes, fields.chosen ) ), work.window, source, fields.chosen, id, findings );
    work.opensSurface = !terms.closedClasses.contains( QString::fromStdString( work.assetClass ) );
    ++known.planned;
    known.windowFilled += sides < 2;
    works.costSources.push_back( cost.source );
    works.windowSources.push_back( sides == 2   ? WindowSource::Given
                                   : sides == 1 ? WindowSource::Partly
                                                : WindowSource::Filled );
    works.input.works.push_back( std::move( work ) );
    works.input.geometries.add( column->geometry, i, breadth );
    works.features.push_back( i );
  }
  if ( works.input.works.empty() )
    throw Error(
      Texts::tr( "layer %1 holds no work that can be planned; see the findings" ).arg( source.name ).toStdString() );
  reportUnknown( terms.closedClasses, source, fields.assetClass, layer.attributes, findings );
  works.attributes = std::move( layer.attributes );
  ProgressPart drawing( progress, 0.6, 1 );
  works.input.footprints = footprints( works.input.geometries, terms.size, drawing );
  return works;
}

} // namespace koppelkans
