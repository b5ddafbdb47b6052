// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/storage/connection.h"
#include "models/storage/interrupt.h"
#include "models/storage/transaction.h"

#include <QScopeGuard>

#include <atomic>
#include <memory>

namespace keyturn {

/// The reading end of a solo book: one read-only connection on the reader's thread, opened at the first question. Every
/// question sees one moment of the book, however many statements it takes. Once `closing` is true whatever is asked
/// ends soon, as Cancelled: nobody waits for it any more.
class BookReader
{
public:
    /// `closing` may be set from any thread and must outlive this.
    explicit BookReader(const std::atomic_bool& closing)
        : m_closing(closing)
    {}

    void setSource(const QString& path);

    template<typename Query>
    auto ask(Query query) -> std::invoke_result_t<Query&, Connection&>
    {
        KEYTURN_TRY(ensureOpen());
        KEYTURN_LET(const Transaction moment, Transaction::begin(*m_connection, Transaction::Kind::Read));
        return query(*m_connection);
    }

    /// The same, but it ends soon, as Cancelled, when `outdated` turns true.
    template<typename Query>
    auto askUnless(const std::function<bool()>& outdated, Query query) -> std::invoke_result_t<Query&, Connection&>
    {
        KEYTURN_TRY(ensureOpen());
        KEYTURN_LET(const Transaction moment, Transaction::begin(*m_connection, Transaction::Kind::Read));
        // A connection asks one such question at a time: afterwards it is the usual one again.
        const auto asBefore = qScopeGuard([this] { interruptWhen(*m_connection, m_closing); });
        const InterruptScope interrupt(*m_connection, [&] { return m_closing.load() || outdated(); });
        return query(*m_connection);
    }

    void close();

private:
    Done ensureOpen();

    const std::atomic_bool& m_closing;
    QString m_path;
    std::unique_ptr<Connection> m_connection;
};

} // namespace keyturn
