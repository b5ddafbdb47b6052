// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/statement_backend.h"

#include <QSqlQuery>

#include <memory>

namespace keyturn {

/// A statement stepped by QtSql: SQLite where the driver brought a library of its own.
class QtStatement final : public StatementBackend
{
public:
    static Result<std::unique_ptr<StatementBackend>> prepare(const QSqlDatabase& database, const QString& sql);

    void bindNull(int index) override;
    void bindInteger(int index, qint64 value) override;
    void bindReal(int index, double value) override;
    void bindText(int index, const QString& value) override;
    void bindUtf8(int index, QByteArrayView value) override;
    void bindBlob(int index, const QByteArray& value) override;

    Result<bool> step() override;
    void reset() override;
    [[nodiscard]] qint64 affectedRows() const override;

    [[nodiscard]] int parameterCount() const override { return m_parameters; }
    [[nodiscard]] int columnCount() const override;
    [[nodiscard]] QString columnName(int column) const override;
    [[nodiscard]] Type type(int column) const override;
    [[nodiscard]] qint64 integer(int column) const override;
    [[nodiscard]] double real(int column) const override;
    [[nodiscard]] QString text(int column) const override;
    [[nodiscard]] QByteArrayView utf8(int column) const override;
    [[nodiscard]] QByteArray blob(int column) const override;

private:
    explicit QtStatement(const QSqlDatabase& database)
        : m_query(database)
    {}
    [[nodiscard]] Error lastError() const;

    QSqlQuery m_query;
    int m_parameters = 0;
    bool m_executed = false;
    mutable QByteArray m_scratch;
};

} // namespace keyturn
