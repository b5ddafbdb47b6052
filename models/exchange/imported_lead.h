// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"
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
    QString column;
    QString message;

    friend bool operator==(const CellProblem&, const CellProblem&) = default;
};

/// One row of a file, understood.
struct ImportedLead
{
    qint64 line = 0;
    QMap<QString, QVariant> values; ///< by canonical field name, in the canonical types of Record; nothing empty
    QStringList tags;
    QString note;
    QJsonObject raw; ///< cells that have no field, or whose field could not take them; without what must not be kept
    std::vector<CellProblem> problems; ///< the cell is in `raw`, the rest of the row is good
    QString refusal;                   ///< why the row cannot be a lead; empty if it can

    [[nodiscard]] QString text(const QString& field) const { return values.value(field).toString(); }
};

/// Turns rows into leads under one mapping. A value type; to be used on any one thread.
class LeadReading
{
public:
    /// `columns` are the names of the file's columns, `catalogue` what stages, people and custom fields there are.
    LeadReading(LeadMapping mapping, QStringList columns, Catalogue catalogue);

    [[nodiscard]] ImportedLead read(const TableRow& row) const;

private:
    void take(ImportedLead& lead, const ColumnTarget& target, const QString& column, const QString& text) const;
    void takeField(ImportedLead& lead, const QString& field, const QString& column, const QString& text) const;
    [[nodiscard]] QString prepared(const QString& field, const QString& text) const;
    void complete(ImportedLead& lead) const;

    LeadMapping m_mapping;
    QStringList m_columns;
    Catalogue m_catalogue;
    QMap<QString, LeadField> m_fields;
};

} // namespace keyturn
