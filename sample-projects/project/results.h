// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gdal_priv.h>

#include <string>
#include <vector>

namespace koppelkans::sample
{

//! The results of a run, asked with SQL.
class Results
{
public:
  //! Opens resultaten.gpkg; throws std::runtime_error.
  explicit Results( const std::string &path );

  //! The rows of an answer as text, NULL as empty text; throws std::runtime_error where the question is wrong.
  std::vector<std::vector<std::string>> rows( const std::string &sql ) const;

  //! The first value of an answer as a number; 0 where there is none.
  double number( const std::string &sql ) const;

  //! The fields of a table.
  std::vector<std::string> fields( const std::string &table ) const;

private:
  GDALDatasetUniquePtr mDataset;
};

} // namespace koppelkans::sample
