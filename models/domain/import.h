// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/change_set.h"
#include "models/domain/facts.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <vector>

namespace keyturn {

/// One row of another program's list, understood. Values are by canonical field name (lead_fields.h), in the canonical
/// types of Record, and have been checked one by one; "stage", "assigned_to" and "external_lead_id" may be among them.
struct ImportRow
{
    qint64 line = 0; ///< in the file, from 1
    QMap<QString, QVariant> values;
    QStringList tags;
    QString note;
    QString raw; ///< compact JSON object of the cells that have no field; empty if there are none

    [[nodiscard]] QString text(const QString& field) const { return values.value(field).toString(); }
};

/// What to do with a row about a person who is here already.
enum class Duplicates {
    Skip,      ///< leave the lead alone
    FillEmpty, ///< take what the lead does not know yet
    Update,    ///< the file is right
    Create     ///< a lead of its own all the same
};

/// Some rows of an import, to be taken in by one transaction.
struct ImportOrder
{
    ImportBatchId batch;
    Duplicates duplicates = Duplicates::Skip;
    QString source = QStringLiteral("import"); ///< leads.source of rows that name none
    QString leadSource;                        ///< leads.lead_source of rows that name none
    std::vector<ImportRow> rows;
};

/// What became of one row.
struct RowOutcome
{
    enum class Kind { Created, Updated, Skipped, Failed };

    qint64 line = 0;
    Kind kind = Kind::Failed;
    LeadId lead;     ///< made, changed, or found to be the same person
    QString message; ///< why it was skipped or failed; a whole sentence

    friend bool operator==(const RowOutcome&, const RowOutcome&) = default;
};

struct ImportPlan
{
    ChangeSet changes;
    std::vector<RowOutcome> outcomes; ///< one for each row, in order
};

/// Plans some rows of an import. A person is known by the id at the source, the e-mail address, a telephone number
/// together with a part of the name, or the name together with the city or company. A row that breaks a rule fails
/// alone; an error of the store fails the plan. A stage and an owner are taken over by new leads only: a move is
/// nobody's import. Each new lead gets its `imported` entry (data-model.md R5), and its assignment (R7).
Result<ImportPlan> planImport(const ImportOrder& order, Facts& facts, const PlanContext& context);

/// Takes back what one such plan of the import `batch` did, lead by lead: leads that anybody has touched since are left
/// alone and named. Leads that the import made are removed with what belongs to them. Tags that it made stay.
Result<ImportPlan> planTakeBack(const ChangeSet& done, ImportBatchId batch, Facts& facts, const PlanContext& context);

} // namespace keyturn
