// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/bundlemaintenancealgorithm.h"

namespace koppelkans
{

void KoppelkansBundleMaintenanceAlgorithm::initAlgorithm( const QVariantMap & )
{
  addWorks();
  addTerms();
  addRules();
  addEachWork();
  addAreas();
  add(
    new QgsProcessingParameterFeatureSink( QStringLiteral( "PLAN" ), tr( "Plan" ) ),
    tr( "All works with bundle_id (empty for a work on its own), year, shift (years after the planned range, before "
        "it negative), shift_cost and reason: in_bundle, no_neighbour, classes_apart, no_common_year, too_extended, "
        "too_few_works, does_not_pay, no_open_year, or why the work is not in the plan. chosen_year and choice_cost: "
        "the year that was chosen for it, and by how much the plan is dearer for that. window_first, window_last and "
        "window_source (given, partly, filled), cost_counted and cost_source (given, unit_price, unknown) say what "
        "the plan rests on. It can be fed back as works: fill in chosen_year and run again." ) );
  add(
    new QgsProcessingParameterFeatureSink( QStringLiteral( "BUNDLES" ), tr( "Bundles" ), compat::sourcePolygon ),
    tr( "The projects of two works or more: bundle_id, year, works (how many), classes, funds, owners, cost_apart, "
        "cost_bundled, saving, and what the saving consists of: setup_saved, paving_saved and shift_paid; "
        "cost_unknown counts works whose own cost is not known, assumed those with a window or cost that was filled "
        "in. possible_first and possible_last: the years in which all works could be done; next_year and "
        "next_dearer: the cheapest other one of these, and by how much it is dearer. why says it all in words. start "
        "and end let the temporal controller play the plan." ) );
  const auto addTable = [&]( const char *name, const QString &description, const QString &help )
  {
    add( new QgsProcessingParameterFeatureSink( QString::fromLatin1( name ), description, compat::sourceTable,
                                                QVariant(), true, false ),
         help );
  };
  addTable( "FUND_YEARS", tr( "Funds by year" ),
            tr( "What each fund spends each year on the works' own costs: cost_before with every work in its planned "
                "year, cost_after as planned, its budget, and by how much that is overspent." ) );
  addTable(
    "COVERAGE", tr( "Coverage of the data" ),
    tr( "By owner and asset class: how many works there are, how many are planned, have years, windows and "
        "costs, and for how many these were filled in. A pair without works may be one that nobody delivered." ) );
  add( new QgsProcessingParameterFileDestination( QStringLiteral( "TIMELINE" ), tr( "Timeline" ),
                                                  QStringLiteral( "SVG (*.svg);;PNG (*.png)" ), QVariant(), true,
                                                  false ),
       tr( "The bundles by district and year as a chart to print, with the cost per year before and after." ) );
  addCrs();
  addFindings();
  add( new QgsProcessingOutputNumber( QStringLiteral( "COST_APART" ), tr( "Cost apart" ) ),
       tr( "Euro, with every work on its own in its planned year." ) );
  add( new QgsProcessingOutputNumber( QStringLiteral( "COST_BUNDLED" ), tr( "Cost bundled" ) ),
       tr( "Euro, as planned." ) );
  add( new QgsProcessingOutputNumber( QStringLiteral( "SAVING" ), tr( "Saving" ) ),
       tr( "Euro, the difference of the two." ) );
  add( new QgsProcessingOutputNumber( QStringLiteral( "SAVING_BOUND" ), tr( "Most that can be saved" ) ),
       tr( "Euro; proven: no plan saves more that keeps the budgets, or overspends nowhere more than this one." ) );
}

void KoppelkansBundleMaintenanceAlgorithm::addWorks()
{
  const QString works = QStringLiteral( "WORKS" );
  const auto addField = [&]( const char *name, const QString &description, const QString &help )
  {
    add( new QgsProcessingParameterField( QString::fromLatin1( name ), description, QVariant(), works, compat::anyField,
                                          false, true ),
         help );
  };
  add( new QgsProcessingParameterFeatureSource( works, tr( "Works" ), { compat::sourceGeometry } ),
       tr( "Planned maintenance and replacement: points, lines and polygons." ) );
  addField(
    "YEAR_FIELD", tr( "Planned year" ),
    tr( "A year or a range of years: 2027, 2026-2030, a date, Q3 2027. Moving a work out of it has a price." ) );
  addField( "EARLIEST_FIELD", tr( "Earliest year" ),
            tr( "The first year in which the work may be done. If empty: the planned year less the years earlier." ) );
  addField( "LATEST_FIELD", tr( "Latest year" ),
            tr( "The last year in which the work may be done. If empty: the planned year plus the years later." ) );
  addField( "FIXED_FIELD", tr( "Fixed" ), tr( "A field that says yes (1, true, ja) for works that cannot move." ) );
  addField(
    "COST_FIELD", tr( "Cost (euro)" ),
    tr( "The work's own cost. Where it is not known, neither it nor its shift is counted, and that is reported." ) );
  addField( "CLASS_FIELD", tr( "Asset class" ), tr( "What is worked on: sewer, road, green." ) );
  addField( "FUND_FIELD", tr( "Fund" ), tr( "Which budget the work is paid from." ) );
  addField( "OWNER_FIELD", tr( "Owner" ), tr( "Who carries out the work: municipality, water board, grid operator." ) );
  addField(
    "CHOSEN_YEAR_FIELD", tr( "Chosen year" ),
    tr( "A year in which the work is to be kept, where there is one; the rest is planned around it, and the price "
        "of each choice reported." ) );
  add( new QgsProcessingParameterString( QStringLiteral( "CLOSED_CLASSES" ),
                                         tr( "Classes that do not open the surface" ), QVariant(), false, true ),
       tr( "Asset classes, separated by commas, whose works need no paving afterwards." ) );
}

void KoppelkansBundleMaintenanceAlgorithm::addTerms()
{
  const auto addNumber = [&]( const char *name, const QString &description, const QVariant &value, const QString &help )
  {
    add( new QgsProcessingParameterNumber( QString::fromLatin1( name ), description, compat::numberDouble, value, false,
                                           0 ),
         help );
  };
  const auto addYears = [&]( const char *name, const QString &description, int value, const QString &help )
  {
    add( new QgsProcessingParameterNumber( QString::fromLatin1( name ), description, compat::numberInteger, value,
                                           false, 0, 100 ),
         help );
  };
  addNumber( "WIDTH", tr( "Width of lines (metres)" ), 6, tr( "How wide a strip a line opens." ) );
  addNumber( "RADIUS", tr( "Radius of points (metres)" ), 3, tr( "How much a point opens around it." ) );
  addYears( "EARLIER", tr( "Years earlier" ), 2,
            tr( "How far works without an earliest year may be brought forward." ) );
  addYears( "LATER", tr( "Years later" ), 2, tr( "How far works without a latest year may be put off." ) );
  add( new QgsProcessingParameterNumber( QStringLiteral( "FIRST_YEAR" ), tr( "First year of the plan" ),
                                         compat::numberInteger, QVariant(), true, 1900, 2200 ),
       tr( "No work is brought forward to a year before this one; if empty there is no such year." ) );
  addNumber( "DISTANCE", tr( "Distance between works (metres)" ), 25,
             tr( "Works of a bundle are linked by steps of at most this distance." ) );
  addNumber( "MAX_EXTENT", tr( "Largest extent of a bundle (metres)" ), 250,
             tr( "The diagonal of the box around a bundle." ) );
  addNumber( "SETUP_COST", tr( "Cost of setting up a project (euro)" ), 20000,
             tr( "Tendering, preparation, traffic measures, participation: paid once a bundle." ) );
  addNumber( "PAVING_COST", tr( "Cost of paving (euro/m²)" ), 80,
             tr( "Paid once for each square metre that is opened, also where works overlap." ) );
  addNumber( "ADVANCE_RATE", tr( "Price of a year earlier" ), 0.02,
             tr( "Share of a work's cost for each year before its planned year." ) );
  addNumber( "DELAY_RATE", tr( "Price of a year later" ), 0.03,
             tr( "Share of a work's cost for each year after its planned year." ) );
  addNumber( "TIME_LIMIT", tr( "Time limit (seconds)" ), 60,
             tr( "How long to look for a better plan; the best found so far counts." ) );
  addAdvanced(
    new QgsProcessingParameterNumber( QStringLiteral( "SEED" ), tr( "Seed" ), compat::numberInteger, 0, false, 0 ),
    tr( "Where chance decides between plans: the same seed gives the same plan." ) );
}

void KoppelkansBundleMaintenanceAlgorithm::addRules()
{
  addAdvanced( new QgsProcessingParameterNumber( QStringLiteral( "MINIMUM_WORKS" ),
                                                 tr( "Smallest number of works in a bundle" ), compat::numberInteger, 2,
                                                 false, 2 ),
               tr( "Smaller projects are not set up." ) );
  addAdvanced(
    new QgsProcessingParameterFeatureSource( QStringLiteral( "APART" ), tr( "Classes apart" ), { compat::sourceTable },
                                             QVariant(), true ),
    tr( "A table with the columns class_a and class_b: two asset classes a row that never go together in a bundle." ) );
  add( new QgsProcessingParameterFeatureSource( QStringLiteral( "BUDGETS" ), tr( "Budgets" ), { compat::sourceTable },
                                                QVariant(), true ),
       tr( "A table with the columns fund, year and amount (euro): what a fund may spend on its works' own costs in a "
           "year or a range of years; without a year in every other year. Years that it does not name are not limited. "
           "Budgets that cannot be kept are reported." ) );
}

void KoppelkansBundleMaintenanceAlgorithm::addEachWork()
{
  const auto addField = [&]( const char *name, const QString &description, const QString &help )
  {
    addAdvanced( new QgsProcessingParameterField( QString::fromLatin1( name ), description, QVariant(),
                                                  QStringLiteral( "WORKS" ), compat::anyField, false, true ),
                 help );
  };
  addField( "WIDTH_FIELD", tr( "Width of each line (metres)" ), tr( "Where it is empty the width of lines counts." ) );
  addField( "RADIUS_FIELD", tr( "Radius of each point (metres)" ),
            tr( "Where it is empty the radius of points counts." ) );
  addAdvanced(
    new QgsProcessingParameterFeatureSource( QStringLiteral( "UNIT_PRICES" ), tr( "Unit prices" ),
                                             { compat::sourceTable }, QVariant(), true ),
    tr( "A table with the columns class, unit (m, m2 or piece), price (euro), and optionally size and price_year: the "
        "cost of works that do not give their own. A table with the figures of RIONED for sewers is in the folder "
        "data of the plugin, to be copied and changed." ) );
  addField( "QUANTITY_FIELD", tr( "Quantity" ),
            tr( "Metres, square metres or pieces; where it is empty the geometry says it." ) );
  addField( "SIZE_FIELD", tr( "Size" ), tr( "Such as a diameter in mm, for unit prices that depend on it." ) );
  addAdvanced( new QgsProcessingParameterNumber( QStringLiteral( "PRICE_YEAR" ), tr( "Price level (year)" ),
                                                 compat::numberInteger, QVariant(), true, 1900, 2200 ),
               tr( "The year to whose prices unit prices are brought; if empty they stay as they are." ) );
  addAdvanced( new QgsProcessingParameterNumber( QStringLiteral( "PRICE_INDEX" ), tr( "Price index" ),
                                                 compat::numberDouble, 0.02, false, -0.5, 1 ),
               tr( "Share by which prices rise in a year." ) );
}

void KoppelkansBundleMaintenanceAlgorithm::addAreas()
{
  const QString moratoria = QStringLiteral( "MORATORIA" );
  add( new QgsProcessingParameterFeatureSource( moratoria, tr( "Dig moratoria" ), { compat::sourcePolygon }, QVariant(),
                                                true ),
       tr( "Areas whose surface stays closed for some years, for instance after a renewal." ) );
  add( new QgsProcessingParameterField( QStringLiteral( "MORATORIA_FROM_FIELD" ), tr( "First closed year" ), QVariant(),
                                        moratoria, compat::anyField, false, true ),
       tr( "A field of the moratoria; where it has no year the area is closed from the start." ) );
  add( new QgsProcessingParameterField( QStringLiteral( "MORATORIA_TO_FIELD" ), tr( "Last closed year" ), QVariant(),
                                        moratoria, compat::anyField, false, true ),
       tr( "A field of the moratoria; where it has no year the area stays closed." ) );
  add( new QgsProcessingParameterFeatureSource( QStringLiteral( "EXPERIMENTS" ), tr( "Experiments" ),
                                                { compat::sourcePolygon }, QVariant(), true ),
       tr( "Areas outside the normal windows: works that they touch stay out of the plan and are listed." ) );
  const QString districts = QStringLiteral( "DISTRICTS" );
  add( new QgsProcessingParameterFeatureSource( districts, tr( "Districts" ), { compat::sourcePolygon }, QVariant(),
                                                true ),
       tr( "To order the timeline by." ) );
  add( new QgsProcessingParameterField( QStringLiteral( "DISTRICT_NAME_FIELD" ), tr( "Name of the district" ),
                                        QVariant(), districts, compat::anyField, false, true ),
       tr( "A field of the districts; if empty: naam or name, else the feature id." ) );
}

} // namespace koppelkans
