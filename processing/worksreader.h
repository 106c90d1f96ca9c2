// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/bundling.h"
#include "core/planning/footprint.h"
#include "core/planning/windows.h"
#include "processing/datacoverage.h"
#include "processing/layersource.h"
#include "processing/workcosts.h"

#include <functional>
#include <set>

namespace koppelkans
{

//! Which fields of a layer say what about its works; -1 for none.
struct WorkFields
{
  int year = -1;
  int earliest = -1;
  int latest = -1;
  int fixed = -1;
  int chosen = -1;
  CostFields costs = {};
  int assetClass = -1;
  int fund = -1;
  int owner = -1;
  int width = -1;
  int radius = -1;
};

//! The fields that \a field finds by the names of the parameters which choose them: YEAR_FIELD and so on.
WorkFields workFields( const std::function<int( const char * )> &field );

//! How works are to be understood.
struct WorkTerms
{
  Freedom freedom;
  FootprintSize size{ 6, 3 };
  QStringList closedClasses; //!< classes that do not open the surface
  UnitPrices prices = {};
  std::optional<int> firstYear = {}; //!< no window begins earlier, unless it ends earlier, too
};

//! What of a work's window was given.
enum class WindowSource
{
  Given,  //!< both sides, or a fixed year
  Partly, //!< one side; the other was filled in
  Filled, //!< neither
};

//! The static word for a source: "given", "partly", "filled".
QString toText( WindowSource source );

//! The works that can be planned, in core terms, and what became of the others.
struct ReadWorks
{
  BundlingInput input;                   //!< without moratoria
  std::vector<std::size_t> features;     //!< by work, its place in the layer
  std::vector<std::int64_t> ids;         //!< by feature of the layer
  std::vector<QgsAttributes> attributes; //!< by feature of the layer
  std::vector<QString> leftOut;          //!< by feature of the layer, why it is no work of the plan; empty where it is
  std::vector<CostSource> costSources;   //!< by work
  std::vector<WindowSource> windowSources; //!< by work
  DataCoverage coverage;
  //! That a layer needs, to have room for the geometries of all features.
  compat::WkbType wkbType = compat::noGeometry;

  //! All that features say in \a field, -1 for none.
  std::set<std::string> values( int field ) const;
};

//! Areas whose works stay out of the plan.
struct Experiments
{
  GeometryColumn areas;
  std::vector<std::string> names; //!< by area
};

//! Reads areas and what they are called: their field naam or name, else their feature id.
Experiments readExperiments( const LayerSource &source, const LayerReader &reader, Progress &progress );

//! Reads areas and the years (fields, -1 for none) in which they are closed; an end that is not given is open.
Moratoria readMoratoria( const LayerSource &source, int fromField, int toField, const LayerReader &reader,
                         Findings &findings, Progress &progress );

/**
 * Reads a layer of works: points, lines and polygons together. Works without a usable geometry or year are left out,
 * and reported; costs that are not given come from unit prices, with a finding, or are reported and stay unknown. A
 * chosen year outside the window is reported and not kept. Works that \a experiments touch are left out. Works with
 * the very same geometry as one before are reported, and stay in; so are closed classes that no work has. Throws Error
 * where no work is left.
 */
ReadWorks readWorks( const LayerSource &source, const WorkFields &fields, const WorkTerms &terms,
                     const LayerReader &reader, const Experiments &experiments, Findings &findings,
                     Progress &progress );

} // namespace koppelkans
