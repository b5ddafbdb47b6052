// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/catalogue.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace keyturn {

/// Where one column of a file goes.
struct ColumnTarget
{
    enum class Kind {
        Keep,  ///< into the lead's raw data, under the name of the column
        Leave, ///< nowhere: it holds what a lender must not keep, or the user said so
        Field, ///< a field of the lead
        Tags,  ///< words separated by commas, semicolons or bars
        Note   ///< a note of the lead
    };

    Kind kind = Kind::Keep;
    QString field; ///< Field: canonical name of lead_fields.h

    friend bool operator==(const ColumnTarget&, const ColumnTarget&) = default;
};

/// How the rows of a file become leads. Stored with the import, and by name for the next file of that kind.
struct LeadMapping
{
    enum class DateOrder { MonthFirst, DayFirst };

    std::vector<ColumnTarget> columns;
    QString preset;                ///< of header_dictionary.h; empty: none
    QMap<QString, QString> stages; ///< text in the file → stage key; others are matched by key and name
    QMap<QString, QString> owners; ///< text in the file → e-mail address of a user
    QString source = QStringLiteral("import");
    QString leadSource; ///< named origin of rows that name none
    QString stage;      ///< key of the stage of rows that name none; empty: the initial one
    QString owner;      ///< e-mail address of the owner of rows that name none; empty: who imports
    QStringList tags;   ///< for every row
    DateOrder dates = DateOrder::MonthFirst;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<LeadMapping> fromJson(const QJsonObject& json);

    friend bool operator==(const LeadMapping&, const LeadMapping&) = default;
};

/// The same for lists with the same columns in the same order, whatever the case and blanks of their names.
QString columnsFingerprint(const QStringList& columns);

/// True if the column names what a lender must not hold (data-model.md 2.6): no mapping can bring it in.
bool isForbiddenColumn(const QString& name);

/// The mapping that headers and contents suggest. Columns that name what a lender must not hold are left out; columns
/// that mean nothing known are kept. No field is the target of two columns.
LeadMapping suggestMapping(const QStringList& columns, const std::vector<QStringList>& firstRows,
                           const Catalogue& catalogue, const QString& preset = {});

} // namespace keyturn
