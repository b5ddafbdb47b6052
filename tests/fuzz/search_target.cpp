// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/search_query.h"
#include "models/storage/connection.h"
#include "models/storage/migrator.h"
#include "models/storage/queries/search_queries.h"
#include "models/storage/queries/search_sql.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/targets.h"

#include <QTimeZone>

namespace keyturn::fuzz {

namespace {

constexpr Instant now{1'795'000'000'000};
constexpr size_t mostTerms = 16;
constexpr qsizetype mostCharacters = 500;

Catalogue smallCatalogue()
{
    Catalogue catalogue;
    const auto id = [](uint n) { return QUuid(n, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10); };
    Stage stage;
    stage.id = StageId(id(1));
    stage.key = QStringLiteral("new");
    stage.name = QStringLiteral("New");
    catalogue.stages.push_back(stage);
    User user;
    user.id = UserId(id(2));
    user.email = QStringLiteral("pat@example.com");
    user.firstName = QStringLiteral("Pat");
    user.lastName = QStringLiteral("O'Doe");
    catalogue.users.push_back(user);
    catalogue.me = user.id;
    catalogue.tags.push_back({TagId(id(3)), QStringLiteral("First time"), {}});
    return catalogue;
}

/// A book without leads: whether the index understands a question does not depend on what is in it.
Connection& emptyBook()
{
    static const std::unique_ptr<Connection> book = [] {
        SqliteOptions options;
        options.path = QStringLiteral(":memory:");
        options.create = true;
        auto opened = Connection::openSqlite(options);
        KEYTURN_PROMISE(opened);
        KEYTURN_PROMISE(Migrator(Dialect::Sqlite).migrate(**opened, SystemClock()));
        return std::move(*opened);
    }();
    return *book;
}

} // namespace

void runSearch(QByteArrayView bytes)
{
    static const Catalogue catalogue = smallCatalogue();
    const QString typed = QString::fromUtf8(bytes);
    const SearchQuery query = parseSearch(typed, catalogue, now, QTimeZone::utc());
    KEYTURN_PROMISE(query == parseSearch(typed, catalogue, now, QTimeZone::utc()));
    KEYTURN_PROMISE(query.wanted.size() + query.unwanted.size() <= mostTerms);
    for (const std::vector<SearchTerm>* terms : {&query.wanted, &query.unwanted}) {
        for (const SearchTerm& term : *terms) {
            KEYTURN_PROMISE(!term.text.isEmpty() && term.text.size() <= mostCharacters);
            for (const QChar digit : term.digits) {
                KEYTURN_PROMISE(digit >= u'0' && digit <= u'9');
            }
        }
    }
    for (const QString& hint : query.hints) {
        KEYTURN_PROMISE(!hint.isEmpty());
    }
    for (const Dialect dialect : {Dialect::Sqlite, Dialect::Postgres}) {
        for (const SearchKind kind : allSearchKinds) {
            for (const auto& statement : queries::searchStatements(dialect, kind, query, catalogue.me, 50)) {
                bool isQuoted = false;
                qsizetype places = 0;
                for (const QChar c : statement.text) {
                    isQuoted = isQuoted != (c == u'\'');
                    places += c == u'?' && !isQuoted ? 1 : 0;
                }
                KEYTURN_PROMISE(!isQuoted);
                KEYTURN_PROMISE(places == static_cast<qsizetype>(statement.values.size()));
            }
        }
    }
    // What was typed is never a fault of the index' own language.
    const auto found = queries::search(emptyBook(), query, {}, catalogue.me);
    KEYTURN_PROMISE(found);
    KEYTURN_PROMISE(found->hits.empty());
}

std::vector<QByteArray> searchCorpus()
{
    return {"ann lee",
            "\"ann lee\" -refi",
            "stage:new,closed owner:pat tag:\"First time\"",
            "-stage:new -tag:vip source:zillow",
            "amount>300k amount<=1.2m since:7d",
            "since:2026-01-01 is:hot",
            "(503) 555-0142",
            "+1 503.555.0142 503555",
            "o'doe \"unclosed",
            "NEAR(a b) AND OR NOT * ^ : {a} col:x",
            "owner:nobody owner:me owner:\"O'Doe\"",
            "\xC3\x84rger \xE6\x97\xA5\xE6\x9C\xAC \xF0\x9F\x8F\xA0",
            "a\x00"
            "b % _ \\",
            "amount>9223372036854775807999 since:99999999d",
            "amount>3552444444435m",
            "a b c d e f g h i -j -k -l -m -n -o -p -q -r -s (503) 555 0142"};
}

} // namespace keyturn::fuzz
