// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/connection.h"
#include "models/storage/statement.h"

#include <QCoreApplication>
#include <QHash>
#include <QString>
#include <QTimeZone>
#include <QVariant>

#include <algorithm>
#include <functional>
#include <vector>

namespace keyturn::queries {

/// A statement, while it stands on a row.
using Row = Statement;

/// The context of what the queries say to people.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Queries)
};

/// Calls `use(row)` for each row that `sql` finds with `values` for its placeholders.
template<typename Use>
Done forEachRow(Connection& book, const QString& sql, const std::vector<QVariant>& values, Use&& use)
{
    KEYTURN_LET(Statement query, book.prepare(sql));
    for (const QVariant& value : values) {
        query.bindValue(value);
    }
    return query.each(std::forward<Use>(use));
}

/// Questions that do not wait for each other's answers: asked of a server in one round trip.
class Together
{
public:
    explicit Together(Connection& book)
        : m_book(book)
    {}

    /// What `use` writes to must live until answer() is done.
    void ask(const QString& sql, const std::vector<QVariant>& values, std::function<void(const Row&)> use)
    {
        Result<Statement> query = m_book.prepare(sql);
        if (!query) {
            m_failure = m_failure ? Done(fail(query.error())) : m_failure;
            return;
        }
        for (const QVariant& value : values) {
            query->bindValue(value);
        }
        m_questions.push_back({std::move(*query), std::move(use)});
    }

    /// Goes through the answers in the order of the questions.
    Done answer()
    {
        KEYTURN_TRY(m_failure);
        std::vector<Statement*> statements;
        for (Question& question : m_questions) {
            statements.push_back(&question.query);
        }
        KEYTURN_TRY(m_book.executeTogether(statements));
        for (Question& question : m_questions) {
            KEYTURN_TRY(question.query.each(question.use));
        }
        return {};
    }

private:
    struct Question
    {
        Statement query;
        std::function<void(const Row&)> use;
    };

    Connection& m_book;
    std::vector<Question> m_questions;
    Done m_failure;
};

/// "?,?,?"
inline QString placeholders(std::size_t count)
{
    QString text;
    text.reserve(qsizetype(2 * count));
    for (std::size_t i = 0; i < count; ++i) {
        text += i == 0 ? QStringLiteral("?") : QStringLiteral(",?");
    }
    return text;
}

/// Ids as values, in portions that one statement can take. Portions have few different sizes, so that statements are
/// prepared once; the last id fills them up.
template<typename AnyId>
std::vector<std::vector<QVariant>> chunksOf(const std::vector<AnyId>& ids)
{
    std::vector<std::vector<QVariant>> chunks;
    for (std::size_t begin = 0; begin < ids.size();) {
        const std::size_t left = ids.size() - begin;
        const std::size_t size = left == 1 ? 1 : left <= 20 ? 20 : 400;
        std::vector<QVariant> chunk;
        chunk.reserve(size);
        for (std::size_t i = 0; i < size; ++i) {
            chunk.emplace_back(ids[std::min(begin + i, ids.size() - 1)].toString());
        }
        chunks.push_back(std::move(chunk));
        begin += size;
    }
    return chunks;
}

/// Gives the same string again for the same word, so that a hundred thousand rows share a handful of strings.
class SharedWords
{
public:
    const QString& text(const Row& row, int column)
    {
        const QByteArrayView utf8 = row.utf8(column);
        const auto known = m_words.constFind(QByteArray::fromRawData(utf8.data(), utf8.size()));
        if (known != m_words.constEnd()) {
            return *known;
        }
        return *m_words.insert(utf8.toByteArray(), QString::fromUtf8(utf8));
    }

private:
    QHash<QByteArray, QString> m_words;
};

/// The zone of that IANA name, or UTC.
inline QTimeZone zoneOf(const QString& name)
{
    const QTimeZone zone(name.toLatin1());
    return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace keyturn::queries
