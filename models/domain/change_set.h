// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/instant.h"
#include "models/base/result.h"

#include <QJsonObject>
#include <QMetaType>
#include <QString>
#include <QVariant>

#include <vector>

namespace keyturn {

/// One column of one row: what it was and what it becomes, in the canonical types of Record.
struct FieldChange
{
    QString column;
    QVariant before;
    QVariant after;

    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

/// One row. An Insert carries every column that is not left at its default; an Update carries the changed ones only and
/// the version it expects to find.
struct RowChange
{
    enum class Kind { Insert, Update };

    Kind kind = Kind::Update;
    QString table;
    QString id;         ///< value of the table's key column
    QString leadId;     ///< the lead it belongs to (its own id for a lead); empty if none
    qint64 version = 0; ///< Update: expected version before. 0 where the table has none
    std::vector<FieldChange> fields;

    [[nodiscard]] const FieldChange* field(const QString& column) const;
    /// The value after the change, or an invalid variant when the column is not part of it.
    [[nodiscard]] QVariant after(const QString& column) const;
    [[nodiscard]] QVariant before(const QString& column) const;
    [[nodiscard]] bool touches(const QString& column) const { return field(column) != nullptr; }

    friend bool operator==(const RowChange&, const RowChange&) = default;
};

/// Every change in the program travels as one of these: what the user did, what a pull brought, what an undo takes
/// back. It is applied in one transaction, told to everybody after commit, and stored with its inverse for undo.
struct ChangeSet
{
    enum class Origin { Local, Undo, Redo, Remote };

    OperationId id;
    Origin origin = Origin::Local;
    QString command; ///< stable name of the command, e.g. "move_stage"
    QString summary; ///< what the user sees in the undo toast: "Ann Lee moved to Processing"
    UserId author;
    Instant at;
    std::vector<RowChange> rows; ///< in the order of application; activities are inserts into lead_activities

    [[nodiscard]] bool isEmpty() const { return rows.empty(); }
    /// Ids of all leads that any row belongs to, each once, in order of appearance.
    [[nodiscard]] std::vector<LeadId> leads() const;

    [[nodiscard]] QJsonObject toJson() const;
    /// The same, as text and without building a tree: a bulk command has tens of thousands of fields.
    [[nodiscard]] QByteArray toJsonText() const;
    static Result<ChangeSet> fromJson(const QJsonObject& json);

    friend bool operator==(const ChangeSet&, const ChangeSet&) = default;
};

} // namespace keyturn

Q_DECLARE_METATYPE(keyturn::ChangeSet)
