// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/book_json.h"
#include "app/cli/commands.h"
#include "app/cli/text_table.h"
#include "app/cli/time_input.h"
#include "models/base/money.h"
#include "models/domain/report.h"

#include <QJsonArray>
#include <QJsonObject>

namespace keyturn::cli {

namespace {

using Kind = ReportColumn::Kind;

QString emailOf(const QVariant& user, const Catalogue& catalogue)
{
    const User* known = catalogue.user(UserId::fromString(user.toString()));
    return known == nullptr ? user.toString() : known->email;
}

QJsonValue jsonOf(const QVariant& value, Kind kind, const Catalogue& catalogue)
{
    if (!value.isValid()) {
        return QJsonValue::Null;
    }
    switch (kind) {
    case Kind::Count:
    case Kind::Money:
        return value.toLongLong();
    case Kind::Percent:
    case Kind::Days:
    case Kind::Minutes:
        return value.toDouble();
    case Kind::Date:
        return value.toDate().toString(Qt::ISODate);
    case Kind::Moment:
        return instantToJson(Instant{value.toLongLong()});
    case Kind::Flag:
        return value.toLongLong() != 0;
    case Kind::User:
        return emailOf(value, catalogue);
    case Kind::Text:
    case Kind::Stage:
    case Kind::ActivityType:
    case Kind::Source:
    case Kind::Lead:
    case Kind::LeadKey:
        break;
    }
    return value.toString();
}

QString textOf(const QVariant& value, Kind kind, const Job& job)
{
    if (!value.isValid()) {
        return {};
    }
    switch (kind) {
    case Kind::Money:
        return Money{value.toLongLong()}.toPlainString();
    case Kind::Percent:
        return QString(QString::number(value.toDouble(), 'f', 1) % u'%');
    case Kind::Days:
        return QString::number(value.toDouble(), 'f', 1);
    case Kind::Moment:
        return shownTime(Instant{value.toLongLong()}, job.zone());
    case Kind::Flag:
        return value.toLongLong() != 0 ? Words::tr("yes") : QString();
    case Kind::Date:
        return value.toDate().toString(Qt::ISODate);
    case Kind::User:
        return emailOf(value, job.catalogue());
    default:
        return value.toString();
    }
}

bool isNumber(Kind kind)
{
    return kind == Kind::Count || kind == Kind::Money || kind == Kind::Percent || kind == Kind::Days ||
           kind == Kind::Minutes;
}

/// The names that scripts know, as words: amounts are in dollars here.
QString titleOf(const ReportColumn& column)
{
    QString words = column.key;
    if (column.kind == Kind::Money) {
        words.remove(QLatin1String("_cents"));
    }
    words.replace(QLatin1Char('_'), QLatin1Char(' '));
    words[0] = words[0].toUpper();
    return words;
}

Answer toAnswer(const ReportTable& report, const Job& job)
{
    QJsonArray rows;
    TextTable text;
    for (const ReportColumn& column : report.columns) {
        text.addColumn(titleOf(column), isNumber(column.kind) ? TextTable::Align::Right : TextTable::Align::Left);
    }
    const auto cells = [&](const ReportTable::Row& row) {
        QStringList line;
        for (std::size_t i = 0; i < report.columns.size(); ++i) {
            line.append(textOf(row[i], report.columns[i].kind, job));
        }
        return line;
    };
    for (const ReportTable::Row& row : report.rows) {
        QJsonObject object;
        for (std::size_t i = 0; i < report.columns.size(); ++i) {
            object.insert(report.columns[i].key, jsonOf(row[i], report.columns[i].kind, job.catalogue()));
        }
        rows.append(object);
        text.addRow(cells(row));
    }
    if (report.sums) {
        text.addRule();
        text.addRow(cells(*report.sums));
    }
    return {rows, text.toText(), exitDone};
}

Result<std::optional<QDate>> dayOption(const Job& job, const char* name)
{
    if (!job.has(name)) {
        return std::optional<QDate>();
    }
    KEYTURN_LET(const QDate day, readDate(job.option(name)));
    return std::optional<QDate>(day);
}

Result<ReportRequest> requestOf(const Job& job)
{
    ReportRequest request;
    KEYTURN_LET(const ReportSpec spec, reportSpec(job.operand(0)));
    request.name = spec.name;
    KEYTURN_LET(request.from, dayOption(job, "from"));
    KEYTURN_LET(request.to, dayOption(job, "to"));
    if (job.has("owner")) {
        KEYTURN_LET(request.owner, readUser(job.option("owner"), job.catalogue()));
    }
    request.limit = job.option("limit").toInt();
    return request;
}

} // namespace

void showReport(const Job& job)
{
    job.with(requestOf(job), [&job](const ReportRequest& request) {
        job.when(job.workspace().report(request),
                 [job](const ReportTable& report) { job.finish(toAnswer(report, job)); });
    });
}

} // namespace keyturn::cli
