// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding.h"
#include "core/geometry/layer_file.h"
#include "processing/compat.h"
#include "processing/featurecolumns.h"

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransformcontext.h>
#include <qgsfeatureiterator.h>
#include <qgsfields.h>

#include <array>
#include <functional>
#include <memory>
#include <optional>

class QgsFeatureSource;
class QgsVectorLayer;

namespace koppelkans
{

//! A vector layer or table that an algorithm was given: what is needed to read it, from any thread.
struct LayerSource
{
  QString name; //!< as the user knows it
  QgsCoordinateReferenceSystem crs;
  QgsFields fields;
  compat::WkbType wkbType = compat::noGeometry;
  long long count = 0;
  std::function<QgsFeatureIterator( const QgsFeatureRequest & )> features;
  std::optional<LayerFile> file; //!< where the same can be read from, more quickly

  //! All features of a layer; to be called in the layer's own thread.
  static LayerSource fromLayer( QgsVectorLayer *layer, const QString &name );
  //! What parameterAsSource() gave, selected features only where the user asked for those.
  static LayerSource fromSource( std::unique_ptr<QgsFeatureSource> source, const QString &name );

  //! The features that an expression of QGIS chooses. Throws Error where the expression cannot be understood.
  LayerSource filtered( const QString &expression ) const;

  //! Number of the field called \a name, whatever its case; -1 where there is none.
  int field( const QString &name ) const;
  //! As field(), but throws Error where \a name is not empty and there is no such field.
  int requiredField( const QString &name ) const;
  //! Throws Error where \a iterator stopped because the layer cannot be read, rather than at the last feature.
  void requireRead( const QgsFeatureIterator &iterator ) const;
};

//! The geometries of a layer in the working CRS, with all attributes: feature i of each belongs together.
struct ReadLayer
{
  Features features;
  std::vector<QgsAttributes> attributes;
};

//! As ReadLayer, for a layer that may mix points, lines and polygons: a feature is empty in the columns of other kinds.
struct ReadMixedLayer
{
  std::array<Features, 3> byKind; //!< by GeometryKind
  std::vector<QgsAttributes> attributes;
  bool isMixed = false; //!< some geometry is of another kind than QGIS says of the layer: see fitting()

  //! The column in which a feature has its geometry; nothing where it has none.
  const Features *columnOf( std::size_t feature ) const;
};

/**
 * Reads layers into columns: transformed, repaired, and with a finding for everything that is not as it should be.
 *
 * A feature without a usable geometry keeps its place as an empty one, so that no attributes get lost. All functions
 * throw Error where the layer has no geometry column or no CRS.
 */
class LayerReader
{
public:
  LayerReader( const QgsCoordinateReferenceSystem &crs, const QgsCoordinateTransformContext &transforms,
               Findings &findings )
    : mCrs( crs )
    , mTransforms( transforms )
    , mFindings( findings )
  {
  }

  //! Geometries of one kind, that of the layer's first geometry; features of another kind are left out, with a finding.
  ReadLayer read( const LayerSource &source, Progress &progress ) const;

  /**
   * As read(), but of the attributes only the numbers of \a field (none: -1), as values; in columns from the layer's
   * file where it has one. May run in any thread.
   */
  Features readFeatures( const LayerSource &source, int field, Progress &progress ) const;

  //! As read(), but hands each feature to \a also, with its attributes \a fields, instead of keeping attributes.
  Features readFeatures( const LayerSource &source, const QgsAttributeList &fields,
                         const std::function<void( const QgsFeature & )> &also, Progress &progress ) const;

  //! Geometries of whatever kind.
  ReadMixedLayer readMixed( const LayerSource &source, Progress &progress ) const;

private:
  QgsCoordinateReferenceSystem mCrs;
  QgsCoordinateTransformContext mTransforms;
  Findings &mFindings; // borrowed

  FeatureColumns columnsFor( const LayerSource &source, Findings &findings ) const;
  //! As columns, and the numbers of \a field, from the layer's file; nothing where it cannot be read in that way.
  std::optional<std::array<Features, 3>> readFile( const LayerSource &source, int field, std::vector<double> &values,
                                                   Progress &progress ) const;
};

//! Throws Error where \a features, read from \a source, are not polygons.
void requirePolygons( const LayerSource &source, const Features &features );

//! Reads districts. Throws Error where the layer holds none, or no polygons.
ReadLayer readDistricts( const LayerSource &source, const LayerReader &reader, Progress &progress );

//! What a feature of a layer of areas is called: its field \a nameField (-1 for none), else naam or name, else its
//! feature id.
std::string titleOf( const LayerSource &areas, int nameField, const QgsAttributes &attributes, std::int64_t id );

//! The geometry of \a feature for a result of \a type: none where it is of another kind, which QGIS would not let in.
QgsGeometry fitting( const QgsFeature &feature, compat::WkbType type );

//! One row of a table.
struct TableRow
{
  std::int64_t id; //!< as QGIS and the findings have it: rows are not always numbered from 1, nor all read
  QgsAttributes attributes;
};

//! The rows of a table. Throws Error where it cannot be read.
std::vector<TableRow> readTable( const LayerSource &source, Progress &progress );

//! A number from a field of any type: text with a decimal point or comma too; noData, with a finding, where there is
//! none.
double numberOf( const QVariant &value, const LayerSource &source, int field, std::int64_t feature,
                 Findings &findings );

//! Whether an attribute has no value.
bool isNull( const QVariant &value );

} // namespace koppelkans
