// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/instant.h"
#include "models/base/money.h"
#include "models/base/result.h"
#include "models/domain/record.h"
#include "models/storage/statement_backend.h"

#include <QVariant>

#include <memory>
#include <optional>
#include <type_traits>

namespace keyturn {

class Connection;

/// A prepared statement, borrowed from its connection and given back, with its rows let go, when this goes out of
/// scope. Values are bound in the order of the `?`, rows are read forward and by position:
///
///     KEYTURN_LET(Statement query, db.prepare(QStringLiteral("SELECT name FROM leads WHERE stage_id = ?")));
///     query.bind(stage);
///     KEYTURN_TRY(query.each([&](const Statement& row) { names << row.text(0); }));
///
/// Binding after an execution starts a new one. Must not outlive the connection; same thread.
class Statement
{
public:
    Statement(Connection& connection, const QString& sql, std::unique_ptr<StatementBackend> backend);
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    // The next placeholder. A null id and a null instant bind NULL; a null QString binds an empty text.
    Statement& bind(const QString& value);
    Statement& bind(qint64 value);
    Statement& bind(int value) { return bind(qint64{value}); }
    Statement& bind(bool value) { return bind(qint64{value ? 1 : 0}); }
    Statement& bind(double value);
    Statement& bind(const QByteArray& value);
    Statement& bind(std::nullptr_t);
    Statement& bind(const char*) = delete;
    Statement& bind(Money value) { return bind(value.cents); }
    Statement& bind(Instant value) { return value.isNull() ? bind(nullptr) : bind(value.ms); }
    template<typename Tag>
    Statement& bind(const Id<Tag>& value)
    {
        return value.isNull() ? bind(nullptr) : bind(value.toString());
    }
    template<typename T>
    Statement& bind(const std::optional<T>& value)
    {
        return value ? bind(*value) : bind(nullptr);
    }
    /// By what the variant holds; an invalid one binds NULL.
    Statement& bindValue(const QVariant& value);
    template<typename... Values>
    Statement& bindAll(const Values&... values)
    {
        (bind(values), ...);
        return *this;
    }

    /// Executes on the first call. True: there is a row to read.
    Result<bool> next();
    /// Executes to the end, skipping rows, and lets go. Answers how many rows were written.
    Result<qint64> run();
    /// Calls `use(row)` for each row and lets go. `use` answers nothing, or Done to stop at an error.
    template<typename Use>
    Done each(Use&& use)
    {
        for (;;) {
            KEYTURN_LET(const bool more, next());
            if (!more) {
                return {};
            }
            if constexpr (std::is_void_v<std::invoke_result_t<Use&, const Statement&>>) {
                use(std::as_const(*this));
            } else {
                if (Done done = use(std::as_const(*this)); !done) {
                    finish();
                    return done;
                }
            }
        }
    }
    /// Lets go of the rows: an unfinished SELECT pins the write-ahead log.
    void finish();

    [[nodiscard]] int columnCount() const { return m_backend->columnCount(); }
    [[nodiscard]] QString columnName(int column) const { return m_backend->columnName(column); }
    [[nodiscard]] bool isNull(int column) const { return m_backend->type(column) == StatementBackend::Type::Null; }
    [[nodiscard]] QString text(int column) const { return m_backend->text(column); }
    /// UTF-8 without a copy; valid until the next call on this statement.
    [[nodiscard]] QByteArrayView utf8(int column) const { return m_backend->utf8(column); }
    [[nodiscard]] qint64 integer(int column) const { return m_backend->integer(column); }
    [[nodiscard]] int smallInteger(int column) const { return static_cast<int>(m_backend->integer(column)); }
    [[nodiscard]] bool flag(int column) const { return m_backend->integer(column) != 0; }
    [[nodiscard]] double real(int column) const { return m_backend->real(column); }
    [[nodiscard]] QByteArray blob(int column) const { return m_backend->blob(column); }
    [[nodiscard]] Instant instant(int column) const { return Instant{m_backend->integer(column)}; }
    [[nodiscard]] QUuid uuid(int column) const;
    template<typename AnyId>
    [[nodiscard]] AnyId id(int column) const
    {
        return AnyId(uuid(column));
    }
    [[nodiscard]] std::optional<qint64> optionalInteger(int column) const;
    [[nodiscard]] std::optional<double> optionalReal(int column) const;
    [[nodiscard]] std::optional<QString> optionalText(int column) const;
    /// In the canonical types of Record.
    [[nodiscard]] QVariant value(int column) const;
    /// The whole row by column name.
    [[nodiscard]] Record record() const;

private:
    friend class Connection;

    Connection* m_connection;
    QString m_sql;
    std::unique_ptr<StatementBackend> m_backend;
    int m_bound = 0;
    bool m_running = false;
};

/// 36 characters to a UUID, without the detour over UTF-16. Null if it is none.
QUuid uuidFromText(QByteArrayView text);

} // namespace keyturn
