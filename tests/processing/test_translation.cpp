// SPDX-License-Identifier: GPL-3.0-or-later
// The Dutch texts, as they stand in the source tree: complete, and found under the names that the program asks for.
#include <QtTest>

#include <QDirIterator>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>
#include <set>
#include <vector>

namespace
{

const QString top = QStringLiteral( KOPPELKANS_SOURCE_DIR );

//! One text of the translation file.
struct Message
{
  QString context;
  QString source;
  QString translation;
  QString type; //!< "unfinished", "vanished", "obsolete"; empty where all is well

  //! How a test names it.
  QString name() const { return context + ": " + source; }
};

QString contentOf( const QString &path )
{
  QFile file( path );
  return file.open( QFile::ReadOnly ) ? QString::fromUtf8( file.readAll() ) : QString();
}

//! All texts in \a xml; \a error says what is wrong with it.
std::vector<Message> messagesIn( const QString &xml, QString &error )
{
  QXmlStreamReader reader( xml );
  std::vector<Message> messages;
  QString context;
  while ( !reader.atEnd() )
  {
    if ( reader.readNext() != QXmlStreamReader::StartElement )
      continue;
    if ( reader.name() == QLatin1String( "name" ) )
      context = reader.readElementText();
    else if ( reader.name() == QLatin1String( "message" ) )
      messages.push_back( { context, {}, {}, {} } );
    else if ( reader.name() == QLatin1String( "source" ) && !messages.empty() )
      messages.back().source = reader.readElementText();
    else if ( reader.name() == QLatin1String( "translation" ) && !messages.empty() )
    {
      messages.back().type = reader.attributes().value( QLatin1String( "type" ) ).toString();
      messages.back().translation = reader.readElementText( QXmlStreamReader::IncludeChildElements );
    }
  }
  error = reader.errorString();
  return messages;
}

//! What \a expression captures in \a text, sorted, each as often as it occurs.
QStringList captures( const QString &text, const char *expression )
{
  QStringList found;
  auto match = QRegularExpression( QString::fromLatin1( expression ) ).globalMatch( text );
  while ( match.hasNext() )
    found << match.next().captured( 1 );
  found.sort();
  return found;
}

//! The names under which the code asks for texts at run time.
std::set<QString> contextsInCode()
{
  std::set<QString> contexts;
  for ( const QString folder : { "processing", "plugin" } )
    for ( QDirIterator files( top + "/" + folder, { "*.h", "*.cpp" }, QDir::Files, QDirIterator::Subdirectories );
          files.hasNext(); )
    {
      const QString code = contentOf( files.next() );
      QStringList names =
        captures( code, R"(Q_DECLARE_TR_FUNCTIONS\( (\w+) \))" ) + captures( code, R"(QT_TRANSLATE_NOOP\( "(\w+)\")" );
      // Of a QObject the name that moc writes, with its namespace.
      for ( const QString &object : captures( code, R"(class (\w+) : public [^{]*\{\s*Q_OBJECT)" ) )
        names << "koppelkans::" + object;
      contexts.insert( names.begin(), names.end() );
    }
  return contexts;
}

} // namespace

class TestTranslation : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void isComplete();
  void keepsPlaceholders();
  void keepsKeywordsApart();
  void endsAsTheSourceDoes();
  void hasTheContextsOfTheCode();

private:
  //! Fails with the names of all texts of which \a isWrong is true.
  template <typename Check>
  void expectNone( Check isWrong ) const
  {
    QStringList wrong;
    for ( const Message &message : mMessages )
      if ( isWrong( message ) )
        wrong << message.name() + " => " + message.translation;
    QVERIFY2( wrong.isEmpty(), qPrintable( wrong.join( '\n' ) ) );
  }

  std::vector<Message> mMessages;
};

void TestTranslation::initTestCase()
{
  QString error;
  mMessages = messagesIn( contentOf( top + "/processing/i18n/koppelkans_nl.ts" ), error );
  QVERIFY2( error.isEmpty(), qPrintable( error ) );
  // A test that sees no texts would always pass.
  QVERIFY( mMessages.size() > 200 );
}

void TestTranslation::isComplete()
{
  expectNone(
    []( const Message &message )
    { return !message.type.isEmpty() || message.source.isEmpty() || message.translation.trimmed().isEmpty(); } );
}

void TestTranslation::keepsPlaceholders()
{
  expectNone(
    []( const Message &message )
    { return captures( message.source, "(%L?\\d+|%n)" ) != captures( message.translation, "(%L?\\d+|%n)" ); } );
}

void TestTranslation::keepsKeywordsApart()
{
  // Tags are split at commas, and a blank would become part of one.
  const QRegularExpression list( "^[^ ,]+(?: [^ ,]+)*(?:,[^ ,]+(?: [^ ,]+)*){3,}$" );
  expectNone( [&list]( const Message &message )
              { return list.match( message.source ).hasMatch() && !list.match( message.translation ).hasMatch(); } );
}

void TestTranslation::endsAsTheSourceDoes()
{
  expectNone(
    []( const Message &message )
    {
      const bool stops = message.source.endsWith( '.' );
      return message.source.endsWith( ':' ) || message.translation.endsWith( ':' ) ||
             stops != message.translation.endsWith( '.' ) || message.translation != message.translation.trimmed();
    } );
}

void TestTranslation::hasTheContextsOfTheCode()
{
  // A context of another name means that lupdate misread the code: it needs "-I .", the top of the tree.
  const std::set<QString> contexts = contextsInCode();
  QVERIFY( contexts.size() > 10 );
  expectNone( [&contexts]( const Message &message ) { return contexts.count( message.context ) == 0; } );
  QStringList silent;
  for ( const QString &context : contexts )
    if ( std::none_of( mMessages.begin(), mMessages.end(),
                       [&context]( const Message &message ) { return message.context == context; } ) )
      silent << context;
  QVERIFY2( silent.isEmpty(), qPrintable( silent.join( '\n' ) ) );
}

QTEST_APPLESS_MAIN( TestTranslation )
#include "test_translation.moc"
