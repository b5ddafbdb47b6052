// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/book_builder.h"
#include "tests/support/database_fixture.h"

namespace keyturn::test {

/// A book with three leads, on the database of the current data row: Ann in the first stage, Bob and Eve in the second;
/// Eve belongs to nobody. Tests read through `db`, which is a person's own connection on the data row "member".
struct SmallBook
{
    explicit SmallBook(DatabaseFixture& databases)
        : SmallBook(databases, databases.open())
    {}

    /// On a book that was opened just now.
    SmallBook(DatabaseFixture& databases, std::unique_ptr<Connection> connection)
        : writer(std::move(connection))
        , book(*writer)
        , ann(book.newId())
        , bob(book.newId())
        , eve(book.newId())
    {
        failure = book.begin();
        if (failure.isEmpty()) {
            failure = book.apply({book.lead(ann, QStringLiteral("Ann Lee"), book.firstStage, 35'000'000, book.user),
                                  book.lead(bob, QStringLiteral("Bob Ray"), book.secondStage, 20'000'000, book.user),
                                  book.lead(eve, QStringLiteral("Eve Özil"), book.secondStage, 10'000'000)});
        }
        db = databases.reader(book.user);
    }

    QString id() { return book.newId().toString(QUuid::WithoutBraces); }

    /// One row. Answers an empty string, or why it failed.
    QString add(const char* table, Values values, LeadId lead = {}, const QString& key = {})
    {
        return book.apply({insertion(QString::fromLatin1(table), key.isEmpty() ? id() : key, values, lead)});
    }

    /// Null if that failed.
    UserId addColleague()
    {
        const UserId colleague(book.newId());
        const QString error = add("users",
                                  {{"email", QStringLiteral("other@example.com")},
                                   {"username", QStringLiteral("other")},
                                   {"first_name", QStringLiteral("Other")},
                                   {"last_name", QStringLiteral("Officer")}},
                                  {}, colleague.toString());
        return error.isEmpty() ? colleague : UserId();
    }

    std::unique_ptr<Connection> writer;
    std::unique_ptr<Connection> db;
    BookBuilder book;
    LeadId ann, bob, eve;
    QString failure;
};

} // namespace keyturn::test

/// Declares a SmallBook, or fails the test.
#define OPEN_BOOK(name)                                                                                                \
    keyturn::test::SmallBook name(m_databases);                                                                        \
    QCOMPARE(name.failure, QString())
