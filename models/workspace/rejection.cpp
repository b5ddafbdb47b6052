// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/rejection.h"

#include "models/domain/lead_fields.h"
#include "models/storage/server_calls.h"

#include <QCoreApplication>

#include <algorithm>

namespace keyturn {

namespace {

using Kind = Error::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Rejection)
};

std::optional<LeadField> fieldOf(const PushAnswer& answer)
{
    const std::vector<LeadField> fields = leadFields();
    const auto found = std::ranges::find_if(
        fields, [&](const LeadField& field) { return field.table == answer.table && field.column == answer.column; });
    return found == fields.end() ? std::nullopt : std::optional(*found);
}

QString present(const LeadField& field, const QString& value, const Catalogue& catalogue)
{
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    const QString text = formatField(field, isNumber ? QVariant(number) : QVariant(value), catalogue);
    return text.isEmpty() ? Words::tr("empty") : text;
}

QString conflictWords(const PushAnswer& answer, const Catalogue& catalogue)
{
    if (answer.column == QLatin1String("deleted_at")) {
        return Words::tr("Somebody else removed this first. Your change was taken back.");
    }
    const std::optional<LeadField> field = fieldOf(answer);
    if (!field) {
        return Words::tr("Somebody else changed this first. Your change was taken back; look at it again before you "
                         "repeat it.");
    }
    return Words::tr("Somebody else changed “%1” first: it is now “%2”. Your change was taken back.")
        .arg(field->label, present(*field, answer.current, catalogue));
}

} // namespace

Error rejection(const PushAnswer& answer, const Catalogue& catalogue)
{
    const QString place =
        answer.table.isEmpty()
            ? answer.detail
            : QStringLiteral("%1 (%2.%3 %4)").arg(answer.detail, answer.table, answer.column, answer.row);
    const auto make = [&](Kind kind, const QString& message) { return Error{kind, message, place, answer.code}; };
    if (answer.code == QLatin1String("conflict")) {
        return make(Kind::Conflict, conflictWords(answer, catalogue));
    }
    // What protects a person is set by everybody and lifted by a manager, also by undoing one's own mark.
    if (answer.code == QLatin1String("refused") && answer.column == QLatin1String("do_not_contact")) {
        return make(Kind::Refused, Words::tr("Only a manager may lift “do not contact” again. Nothing was changed."));
    }
    if (answer.code == QLatin1String("refused") && answer.column == QLatin1String("legal_hold")) {
        return make(Kind::Refused, Words::tr("Only a manager may lift a legal hold. Nothing was changed."));
    }
    if (answer.code == QLatin1String("refused")) {
        return make(Kind::Refused, Words::tr("You are not allowed to do this. Nothing was changed."));
    }
    if (answer.code == QLatin1String("constraint")) {
        return make(Kind::Constraint, Words::tr("The server does not accept these values. Nothing was saved."));
    }
    if (answer.code == QLatin1String("too_old")) {
        return make(Kind::TooNew, Words::tr("The server is newer than this program and does not take its changes any "
                                            "more. Update Keyturn to go on."));
    }
    return make(Kind::Invalid, Words::tr("The server did not take this change. Nothing was saved."));
}

} // namespace keyturn
