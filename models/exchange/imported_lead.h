// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"
#include "models/domain/import.h"
#include "models/domain/lead_fields.h"
#include "models/exchange/lead_mapping.h"
#include "models/exchange/table_row.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QVariant>

#include <vector>

namespace keyturn {

/// What is wrong with one cell, for a person.
struct CellProblem
{
    qint64 line = 0;
    QString column;
    QString message;

    friend bool operator==(const CellProblem&, const CellProblem&) = default;
};

/// One row of a file, understood. Nothing is lost: a cell that no field takes, or whose field cannot take it, is in the
/// raw data of the row, unless it holds what must not be kept.
struct ImportedLead
{
    ImportRow row;
    QJsonObject raw;                   ///< the same as row.raw
    std::vector<CellProblem> problems; ///< the cell is in `raw`, the rest of the row is good

    [[nodiscard]] QString text(const QString& field) const { return row.text(field); }
};

/// Turns rows into leads under one mapping. A value type; to be used on any one thread.
class LeadReading
{
public:
    /// `columns` are the names of the file's columns, `catalogue` what stages, people and custom fields there are.
    /// `fileMark` names the file: with its line it is the id of a row that says nothing else about who it is.
    LeadReading(LeadMapping mapping, QStringList columns, Catalogue catalogue, QString fileMark = {});

    [[nodiscard]] ImportedLead read(const TableRow& row) const;

private:
    void take(ImportedLead& lead, const ColumnTarget& target, const QString& column, const QString& text) const;
    void takeField(ImportedLead& lead, const QString& field, const QString& column, const QString& text) const;
    [[nodiscard]] QString prepared(const QString& field, const QString& text) const;
    void complete(ImportedLead& lead) const;

    LeadMapping m_mapping;
    QStringList m_columns;
    Catalogue m_catalogue;
    QString m_fileMark;
    QString m_stage; ///< of rows that name none; empty: the initial one
    QString m_owner; ///< of rows that name none; empty: who imports
    QMap<QString, LeadField> m_fields;
};

} // namespace keyturn
