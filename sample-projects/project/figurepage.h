// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace koppelkans::sample
{

//! A table of a page: its headings and its rows. A heading that starts with '#' is that of a column of numbers.
struct Table
{
  std::vector<std::string> headings;
  std::vector<std::vector<std::string>> rows;
};

//! A figure that stands out: a number and what it counts.
struct KeyFigure
{
  std::string number;
  std::string label;
};

//! One HTML page, built from top to bottom; all text that is added is escaped.
class FigurePage
{
public:
  FigurePage( const std::string &title, const std::string &lead );

  void heading( const std::string &text );
  void paragraph( const std::string &text );
  void keyFigures( const std::vector<KeyFigure> &figures );
  void picture( const std::string &file, const std::string &description );
  void table( const Table &table );

  //! The whole page.
  std::string html() const;

private:
  std::string mBody;
  std::string mTitle;
};

//! A number as the Dutch write it: 1.234,5.
std::string dutch( double number, int decimals = 0 );

} // namespace koppelkans::sample
