// SPDX-License-Identifier: GPL-3.0-or-later
#include "figurepage.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace koppelkans::sample
{

namespace
{

std::string escaped( const std::string &text )
{
  std::string html;
  for ( const char letter : text )
    switch ( letter )
    {
    case '&':
      html += "&amp;";
      break;
    case '<':
      html += "&lt;";
      break;
    case '>':
      html += "&gt;";
      break;
    case '"':
      html += "&quot;";
      break;
    default:
      html += letter;
    }
  return html;
}

std::string element( const std::string &name, const std::string &text )
{
  return "<" + name + ">" + escaped( text ) + "</" + name + ">\n";
}

constexpr const char *style = R"(
:root { --ink: #26323a; --soft: #5d6b74; --line: #d8dde0; --accent: #15506c; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.5rem 4rem; color: var(--ink); background: #fff;
       font: 1rem/1.55 "Open Sans", "Segoe UI", "DejaVu Sans", sans-serif; }
h1 { font-size: 2.2rem; margin: 0 0 .3rem; }
h2 { font-size: 1.35rem; margin: 3rem 0 .6rem; }
p { max-width: 46rem; }
.lead { font-size: 1.15rem; color: var(--soft); margin-top: 0; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1rem; margin: 1.5rem 0; padding: 0; }
.figures div { border-top: 3px solid var(--accent); padding-top: .5rem; }
.figures dt { font-size: 1.7rem; font-weight: 700; line-height: 1.2; }
.figures dd { margin: 0; color: var(--soft); }
img { display: block; width: 100%; height: auto; border: 1px solid var(--line); margin: 1rem 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; margin: 1rem 0; }
th { text-align: left; border-bottom: 2px solid var(--ink); }
td { border-bottom: 1px solid var(--line); vertical-align: top; }
th, td { padding: .3rem .8rem .3rem 0; }
th.number { white-space: normal; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
)";

} // namespace

FigurePage::FigurePage( const std::string &title, const std::string &lead )
  : mBody( element( "h1", title ) + "<p class=\"lead\">" + escaped( lead ) + "</p>\n" )
  , mTitle( title )
{
}

void FigurePage::heading( const std::string &text )
{
  mBody += element( "h2", text );
}

void FigurePage::paragraph( const std::string &text )
{
  mBody += element( "p", text );
}

void FigurePage::keyFigures( const std::vector<KeyFigure> &figures )
{
  mBody += "<dl class=\"figures\">\n";
  for ( const KeyFigure &figure : figures )
    mBody += "<div>" + element( "dt", figure.number ) + element( "dd", figure.label ) + "</div>\n";
  mBody += "</dl>\n";
}

void FigurePage::picture( const std::string &file, const std::string &description )
{
  mBody += "<a href=\"" + escaped( file ) + "\"><img src=\"" + escaped( file ) + "\" alt=\"" + escaped( description ) +
           "\"></a>\n";
}

void FigurePage::table( const Table &table )
{
  const auto isNumber = [&table]( std::size_t column )
  {
    return table.headings[column].starts_with( '#' );
  };
  const auto cell = [&]( const std::string &name, std::size_t column, const std::string &text )
  {
    mBody += "<" + name + ( isNumber( column ) ? " class=\"number\">" : ">" ) + escaped( text ) + "</" + name + ">";
  };
  mBody += "<div class=\"wide\"><table>\n<thead><tr>";
  for ( std::size_t i = 0; i < table.headings.size(); ++i )
    cell( "th", i, isNumber( i ) ? table.headings[i].substr( 1 ) : table.headings[i] );
  mBody += "</tr></thead>\n<tbody>\n";
  for ( const std::vector<std::string> &row : table.rows )
  {
    mBody += "<tr>";
    for ( std::size_t i = 0; i < row.size(); ++i )
      cell( "td", i, row[i] );
    mBody += "</tr>\n";
  }
  mBody += "</tbody></table></div>\n";
}

std::string FigurePage::html() const
{
  return "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
         element( "title", mTitle ) + "<style>" + style + "</style>\n</head>\n<body>\n" + mBody + "</body>\n</html>\n";
}

std::string dutch( double number, int decimals )
{
  char text[64];
  std::snprintf( text, sizeof text, "%.*f", decimals, std::abs( number ) );
  const bool negative = number < 0 && std::string( text ).find_first_of( "123456789" ) != std::string::npos;
  std::string written = negative ? "−" : "";
  const std::string plain = text;
  const std::size_t whole = std::min( plain.find( '.' ), plain.size() );
  for ( std::size_t i = 0; i < plain.size(); ++i )
  {
    if ( i > 0 && i < whole && ( whole - i ) % 3 == 0 )
      written += '.';
    written += i == whole ? ',' : plain[i];
  }
  return written;
}

} // namespace koppelkans::sample
