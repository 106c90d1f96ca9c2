// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/planned_year.h"

#include "core/nodata.h"

#include <charconv>
#include <cmath>

namespace koppelkans
{

namespace
{

bool isUnknown( double year )
{
  return year == 2099 || year < 1800 || year > 2200; // 0, 1, 4000 and 9999 lie outside anyway
}

bool isDigit( char c )
{
  return c >= '0' && c <= '9';
}

//! Everything Unicode has for a dash becomes a hyphen, and a space that does not break a space.
std::string withPlainDashes( std::string_view text )
{
  std::string plain;
  for ( std::size_t i = 0; i < text.size(); ++i )
  {
    const std::string_view rest = text.substr( i );
    if ( rest.starts_with( "\u2010" ) || rest.starts_with( "\u2011" ) || rest.starts_with( "\u2012" ) ||
         rest.starts_with( "\u2013" ) || rest.starts_with( "\u2014" ) || rest.starts_with( "\u2212" ) )
    {
      plain += '-';
      i += 2;
    }
    else if ( rest.starts_with( "\u00a0" ) )
    {
      plain += ' ';
      i += 1;
    }
    else
      plain += text[i];
  }
  return plain;
}

//! Reads a text from left to right; what does not match leaves it where it is.
class Reader
{
public:
  explicit Reader( std::string_view text )
    : mRest( text )
  {
    skipSpaces();
  }

  bool atEnd() const { return mRest.empty(); }

  void skipSpaces()
  {
    while ( !mRest.empty() && ( mRest.front() == ' ' || ( mRest.front() >= '\t' && mRest.front() <= '\r' ) ) )
      mRest.remove_prefix( 1 );
  }

  bool accept( std::string_view characters )
  {
    if ( mRest.empty() || characters.find( mRest.front() ) == std::string_view::npos )
      return false;
    mRest.remove_prefix( 1 );
    return true;
  }

  //! A number of \a least to \a most digits that no further digit follows.
  std::optional<int> number( std::size_t least, std::size_t most )
  {
    std::size_t digits = 0;
    while ( digits < mRest.size() && isDigit( mRest[digits] ) )
      ++digits;
    if ( digits < least || digits > most )
      return std::nullopt;
    int value = 0;
    std::from_chars( mRest.data(), mRest.data() + digits, value );
    mRest.remove_prefix( digits );
    return value;
  }

  //! "Q1" to "Q4".
  bool acceptQuarter()
  {
    if ( mRest.size() < 2 || ( mRest[0] != 'Q' && mRest[0] != 'q' ) || mRest[1] < '1' || mRest[1] > '4' )
      return false;
    mRest.remove_prefix( 2 );
    return true;
  }

  //! "" or ".0", then nothing but spaces.
  bool acceptWholeNumberEnd()
  {
    if ( accept( "." ) )
      while ( accept( "0" ) )
        ;
    skipSpaces();
    return atEnd();
  }

  //! The rest of "-05-01" after its first separator, with or without a time.
  bool acceptMonthAndDay()
  {
    const std::optional<int> month = number( 1, 2 );
    if ( !month || *month < 1 || *month > 12 || !accept( "-/" ) )
      return false;
    const std::optional<int> day = number( 1, 2 );
    if ( !day || *day < 1 || *day > 31 )
      return false;
    if ( accept( "Tt " ) ) // a time, which does not matter here
    {
      skipSpaces();
      return atEnd() || isDigit( mRest.front() );
    }
    return atEnd();
  }

private:
  std::string_view mRest; // borrowed
};

//! The years within \a text, whatever their size or order; nothing where it says no years.
std::optional<YearRange> readYears( std::string_view text )
{
  Reader reader( text );
  if ( reader.acceptQuarter() )
  {
    reader.skipSpaces();
    reader.accept( "-/" );
    reader.skipSpaces();
    const std::optional<int> year = reader.number( 4, 4 );
    if ( !year || !reader.acceptWholeNumberEnd() )
      return std::nullopt;
    return YearRange{ *year, *year };
  }

  const std::optional<int> first = reader.number( 1, 6 );
  if ( !first )
    return std::nullopt;
  const YearRange one{ *first, *first };
  Reader afterYear = reader;
  if ( reader.acceptWholeNumberEnd() )
    return one;

  Reader separated = afterYear;
  separated.skipSpaces();
  const bool hasSeparator = separated.accept( "-/" );
  separated.skipSpaces();
  Reader quarter = separated;
  if ( quarter.acceptQuarter() && quarter.acceptWholeNumberEnd() )
    return one;
  if ( !hasSeparator )
    return std::nullopt;

  Reader range = separated;
  const std::optional<int> last = range.number( 4, 4 );
  if ( last && range.acceptWholeNumberEnd() )
    return YearRange{ *first, *last };
  Reader date = afterYear;
  if ( *first >= 1000 && date.accept( "-/" ) && date.acceptMonthAndDay() )
    return one;
  return std::nullopt;
}

PlannedYear without( FindingKind reason, std::string_view text )
{
  return { std::nullopt, reason, std::string( text ) };
}

} // namespace

PlannedYear plannedYear( std::string_view text )
{
  const std::string plain = withPlainDashes( text );
  if ( Reader( plain ).atEnd() )
    return without( FindingKind::MissingYear, text );
  const std::optional<YearRange> years = readYears( plain );
  if ( !years )
    return without( FindingKind::NotAYear, text );
  if ( isUnknown( years->first ) || isUnknown( years->last ) )
    return without( FindingKind::UnknownYear, text );
  if ( years->last < years->first )
    return without( FindingKind::ReversedWindow, text );
  return { years, {}, std::string( text ) };
}

PlannedYear plannedYear( double number )
{
  if ( !hasData( number ) )
    return without( FindingKind::MissingYear, {} );
  char text[32];
  const std::string_view written( text, std::to_chars( text, text + sizeof text, number ).ptr );
  if ( number != std::floor( number ) || std::isinf( number ) )
    return without( FindingKind::NotAYear, written );
  if ( isUnknown( number ) )
    return without( FindingKind::UnknownYear, written );
  const int year = static_cast<int>( number );
  return { YearRange{ year, year }, {}, std::string( written ) };
}

} // namespace koppelkans
