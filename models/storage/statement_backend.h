// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace keyturn {

/// A prepared statement of one connection, as the two ways of stepping it must offer it. Used through Statement only.
class StatementBackend
{
public:
    StatementBackend() = default;
    StatementBackend(const StatementBackend&) = delete;
    StatementBackend& operator=(const StatementBackend&) = delete;
    virtual ~StatementBackend() = default;

    enum class Type { Null, Integer, Real, Text, Blob };

    virtual void bindNull(int index) = 0;
    virtual void bindInteger(int index, qint64 value) = 0;
    virtual void bindReal(int index, double value) = 0;
    virtual void bindText(int index, const QString& value) = 0;
    virtual void bindUtf8(int index, QByteArrayView value) = 0;
    virtual void bindBlob(int index, const QByteArray& value) = 0;

    /// Executes on the first call. True: there is a row.
    virtual Result<bool> step() = 0;
    /// Lets go of the rows, so that nothing pins the log, and forgets the values.
    virtual void reset() = 0;
    [[nodiscard]] virtual qint64 affectedRows() const = 0;

    [[nodiscard]] virtual int parameterCount() const = 0;
    [[nodiscard]] virtual int columnCount() const = 0;
    [[nodiscard]] virtual QString columnName(int column) const = 0;
    [[nodiscard]] virtual Type type(int column) const = 0;
    [[nodiscard]] virtual qint64 integer(int column) const = 0;
    [[nodiscard]] virtual double real(int column) const = 0;
    [[nodiscard]] virtual QString text(int column) const = 0;
    /// Valid until the next call on this statement.
    [[nodiscard]] virtual QByteArrayView utf8(int column) const = 0;
    [[nodiscard]] virtual QByteArray blob(int column) const = 0;
};

} // namespace keyturn
