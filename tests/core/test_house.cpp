// SPDX-License-Identifier: GPL-3.0-or-later
// The house rules that a program can check, over the source tree itself.
#include <QtTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace fs = std::filesystem;

namespace
{

const fs::path source = KOPPELKANS_SOURCE_DIR;

std::string contentOf( const fs::path &file )
{
  std::ifstream stream( file );
  std::ostringstream content;
  content << stream.rdbuf();
  return content.str();
}

bool isCode( const fs::path &file )
{
  return file.extension() == ".cpp" || file.extension() == ".h";
}

//! All C++ files below \a folder of the source tree, sorted.
std::vector<fs::path> codeIn( const std::string &folder )
{
  std::vector<fs::path> files;
  if ( fs::exists( source / folder ) )
    for ( const fs::directory_entry &entry : fs::recursive_directory_iterator( source / folder ) )
      if ( entry.is_regular_file() && isCode( entry.path() ) )
        files.push_back( entry.path() );
  std::ranges::sort( files );
  return files;
}

std::vector<fs::path> codeIn( const std::vector<std::string> &folders )
{
  std::vector<fs::path> files;
  for ( const std::string &folder : folders )
    for ( const fs::path &file : codeIn( folder ) )
      files.push_back( file );
  return files;
}

const std::vector<std::string> everywhere{ "core", "processing", "plugin", "tests", "sample-projects" };

//! All files that tell CMake what to do.
std::vector<fs::path> buildFiles()
{
  std::vector<fs::path> files{ source / "CMakeLists.txt" };
  for ( const std::string &folder : everywhere )
    if ( fs::exists( source / folder ) )
      for ( const fs::directory_entry &entry : fs::recursive_directory_iterator( source / folder ) )
        if ( entry.path().filename() == "CMakeLists.txt" || entry.path().extension() == ".cmake" )
          files.push_back( entry.path() );
  return files;
}

//! What a file tells CMake, without its comments.
QString commandsOf( const fs::path &file )
{
  return QString::fromStdString( contentOf( file ) ).remove( QRegularExpression( "#[^\n]*" ) );
}

//! What C++ says, without what it says about itself: comments and literals may name anything.
std::string withoutComments( const std::string &code )
{
  std::string bare;
  for ( std::size_t i = 0; i < code.size(); ++i )
  {
    if ( code.compare( i, 2, "//" ) == 0 )
    {
      i = std::min( code.find( '\n', i ), code.size() ) - 1;
    }
    else if ( code.compare( i, 2, "/*" ) == 0 )
    {
      const std::size_t end = code.find( "*/", i + 2 );
      i = end == std::string::npos ? code.size() : end + 1;
    }
    else
    {
      bare += code[i];
      // A quote within a number (1'000) opens nothing.
      const bool opens = code[i] == '"' || ( code[i] == '\'' &&
                                             ( i == 0 || !std::isalnum( static_cast<unsigned char>( code[i - 1] ) ) ) );
      if ( opens )
      {
        const char quote = code[i];
        for ( ++i; i < code.size() && code[i] != quote; ++i )
        {
          if ( code[i] == '\\' )
            bare += code[i++];
          if ( i < code.size() )
            bare += code[i];
        }
        bare += quote;
      }
    }
  }
  return bare;
}

//! "file: text" for each place in the code of \a files that matches.
QStringList matches( const std::vector<fs::path> &files, const QString &expression )
{
  const QRegularExpression wanted( expression );
  QStringList found;
  for ( const fs::path &file : files )
  {
    auto match = wanted.globalMatch( QString::fromStdString( withoutComments( contentOf( file ) ) ) );
    while ( match.hasNext() )
      found << QString::fromStdString( fs::relative( file, source ).string() ) + ": " + match.next().captured();
  }
  return found;
}

//! Fails with all that is in \a found.
void expectNone( const QStringList &found )
{
  QVERIFY2( found.isEmpty(), qPrintable( found.join( '\n' ) ) );
}

} // namespace

class TestHouse : public QObject
{
  Q_OBJECT

private slots:
  void readsTheTree();
  void seesThroughComments();
  void coreKnowsNoQt();
  void nothingLooksBack();
  void nothingBelowThePluginKnowsTheDesktop();
  void everyFileNamesItsLicence();
  void topLevelHoldsWhatItShould();
  void noFileHoldsTwoThings();
  void everySourceIsListed();
  void nothingIsGlobbedNorDownloaded();
};

void TestHouse::readsTheTree()
{
  // A test that sees no files would always pass.
  QVERIFY( codeIn( "core" ).size() > 20 );
  QVERIFY( !matches( codeIn( "core" ), "#include\\s*\"core/geometry/grid\\.h\"" ).isEmpty() );
}

void TestHouse::seesThroughComments()
{
  QCOMPARE( withoutComments( "a // QWidget\nb /* QWidget\n */c" ), std::string( "a \nb c" ) );
  QCOMPARE( withoutComments( "\"// not a comment\" '\"' 1'000 // one" ),
            std::string( "\"// not a comment\" '\"' 1'000 " ) );
}

void TestHouse::coreKnowsNoQt()
{
  expectNone(
    matches( codeIn( "core" ),
             "#\\s*include\\s*[<\"](Q[A-Z][^>\"]*|Qt[^>\"]*/[^>\"]*|q[a-z_]*\\.h|qgs[^>\"]*|qgis[^>\"]*)[>\"]" ) );
  expectNone( matches( codeIn( "core" ), "\\bQ(gs[A-Z]\\w*|String|Object|Variant|List|Vector|Map|_OBJECT)\\b" ) );
}

void TestHouse::nothingLooksBack()
{
  expectNone( matches( codeIn( "core" ), "#\\s*include\\s*[<\"](\\.\\./)*(processing|plugin|tests)/[^>\"]*[>\"]" ) );
  expectNone( matches( codeIn( "processing" ), "#\\s*include\\s*[<\"](\\.\\./)*(plugin|tests)/[^>\"]*[>\"]" ) );
  expectNone( matches( codeIn( "plugin" ), "#\\s*include\\s*[<\"](\\.\\./)*tests/[^>\"]*[>\"]" ) );
}

void TestHouse::nothingBelowThePluginKnowsTheDesktop()
{
  const std::vector<fs::path> below = codeIn( std::vector<std::string>{ "core", "processing" } );
  expectNone( matches( below, "\\bQgisInterface\\b|qgisinterface\\.h" ) );
  expectNone( matches( below, "\\bQgsProject\\s*::\\s*instance\\b" ) );
  expectNone( matches(
    below,
    "\\bQ(Widget|MainWindow|Dialog|DockWidget|PushButton|ToolButton|Label|LineEdit|ComboBox|CheckBox|SpinBox|"
    "DoubleSpinBox|"
    "Slider|MessageBox|FileDialog|Menu|ToolBar|TableView|TableWidget|TreeView|TreeWidget|ListWidget|GroupBox|TabWidget|"
    "ScrollArea|Layout|VBoxLayout|HBoxLayout|GridLayout|FormLayout|Action|Application)\\b" ) );
  expectNone(
    matches( below, "\\bQgs(MapCanvas|MessageBar|DockWidget|\\w*Widget)\\b|#\\s*include\\s*[<\"]QtWidgets" ) );
}

void TestHouse::everyFileNamesItsLicence()
{
  QStringList without;
  for ( const fs::path &file : codeIn( everywhere ) )
  {
    std::ifstream stream( file );
    std::string line;
    std::getline( stream, line );
    if ( line != "// SPDX-License-Identifier: GPL-3.0-or-later" )
      without << QString::fromStdString( fs::relative( file, source ).string() );
  }
  expectNone( without );
}

void TestHouse::topLevelHoldsWhatItShould()
{
  const std::set<std::string> expected{
    "CMakeLists.txt", "CMakePresets.json", "metadata.txt", "README.md", "LICENSE",         "CHANGELOG.md",
    "core",           "processing",        "plugin",       "styles",    "sample-projects", "tests" };
  std::set<std::string> found;
  for ( const fs::directory_entry &entry : fs::directory_iterator( source ) )
  {
    const std::string name = entry.path().filename().string();
    // Builds and their results, and what one developer keeps: see .gitignore. Documentation comes and goes.
    if ( name.starts_with( '.' ) || name.starts_with( "build" ) || name == "out" || name == "docs" ||
         name == "CMakeUserPresets.json" )
      continue;
    found.insert( name );
  }
  QStringList wrong;
  for ( const std::string &name : expected )
    if ( !found.contains( name ) )
      wrong << QString::fromStdString( name + " is missing" );
  for ( const std::string &name : found )
    if ( !expected.contains( name ) )
      wrong << QString::fromStdString( name + " does not belong here" );
  expectNone( wrong );
}

void TestHouse::noFileHoldsTwoThings()
{
  QStringList found;
  for ( const fs::path &file : codeIn( everywhere ) )
  {
    const std::string content = contentOf( file );
    const auto lines = std::ranges::count( content, '\n' );
    if ( lines > 500 )
      found << QString( "%1 has %2 lines: it holds two things" )
                 .arg( QString::fromStdString( fs::relative( file, source ).string() ) )
                 .arg( lines );
  }
  expectNone( found );
}

void TestHouse::everySourceIsListed()
{
  // By the path from the CMakeLists.txt that lists it, or from the top; a loop over names lists them all.
  const std::string top = "${CMAKE_SOURCE_DIR}/";
  std::set<fs::path> listed;
  for ( const fs::path &file : buildFiles() )
  {
    QStringList words = commandsOf( file ).split( QRegularExpression( "[\\s()\"]+" ) );
    for ( const QString &pattern : words.filter( QRegularExpression( "\\$\\{name\\}.*\\.cpp$" ) ) )
      for ( const QString &name : QStringList( words ) )
        words << QString( pattern ).replace( "${name}", name );
    for ( const QString &text : words )
    {
      const std::string word = text.toStdString();
      listed.insert( word.starts_with( top ) ? source / word.substr( top.size() ) : file.parent_path() / word );
    }
  }
  QStringList unlisted;
  for ( const fs::path &file : codeIn( everywhere ) )
    if ( file.extension() == ".cpp" && !listed.contains( file ) )
      unlisted << QString::fromStdString( fs::relative( file, source ).string() );
  expectNone( unlisted );
}

void TestHouse::nothingIsGlobbedNorDownloaded()
{
  const QRegularExpression forbidden(
    "\\b(GLOB|GLOB_RECURSE|aux_source_directory|FetchContent\\w*|ExternalProject\\w*)\\b|file\\s*\\(\\s*DOWNLOAD",
    QRegularExpression::CaseInsensitiveOption );
  QStringList found;
  for ( const fs::path &file : buildFiles() )
    if ( commandsOf( file ).contains( forbidden ) )
      found << QString::fromStdString( fs::relative( file, source ).string() );
  expectNone( found );
}

QTEST_APPLESS_MAIN( TestHouse )
#include "test_house.moc"
