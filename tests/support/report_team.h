// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/small_book.h"

#include <QRandomGenerator>
#include <QTimeZone>

#include <map>
#include <utility>
#include <vector>

namespace keyturn::test {

/// Where the team lives.
[[nodiscard]] const QTimeZone& denver();
[[nodiscard]] Instant inDenver(const QDate& date, const QTime& time);

/// A made-up team at work over a year, written into a book, and kept aside to count by. The same each time.
class ReportTeam
{
public:
    /// An entry of the log as the test means it.
    struct Fact
    {
        QUuid id;
        QString type;
        Instant when;
        int by = 0; ///< place among the people
        bool inbound = false;
        bool withdrawn = false;
    };

    /// A lead as the test means it, with where it really stood.
    struct Life
    {
        LeadId id;
        QString name;
        Instant born;
        int owner = 0;
        QString source;
        QString origin;
        qint64 cents = 0;
        bool removed = false;
        Instant contacted;                                ///< null: never
        std::vector<std::pair<Instant, QString>> stood;   ///< without what was taken back
        std::vector<std::pair<Instant, QString>> written; ///< every move, also those taken back and the way back
        std::vector<Fact> facts;
    };

    /// `book` outlives it.
    explicit ReportTeam(SmallBook& book)
        : m_book(book)
    {}

    /// Answers an empty string, or why it failed.
    QString make(int leads);

    std::vector<UserId> people;
    std::map<QString, QString> stages; ///< ids by key
    std::map<QString, int> orders;
    std::map<QString, QString> kinds;
    std::vector<Life> lives;

private:
    int chance(int below) { return int(m_random.bounded(below)); }
    Life live(int number);
    RowChange entry(Life& life, Fact& fact, const QString& from, const QString& to, const QString& metadata);
    QString write(Life life);

    SmallBook& m_book;
    QRandomGenerator m_random{20260202U};
};

} // namespace keyturn::test
