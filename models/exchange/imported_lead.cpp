// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/imported_lead.h"

#include "models/domain/fair_lending.h"
#include "models/domain/phone.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QRegularExpression>

namespace keyturn {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::LeadReading)
};

QString nameOf(const QString& first, const QString& last)
{
    return QString(first % u' ' % last).trimmed();
}

// "Lee, Ann" and "Ann B. Lee": the family name is what stands before the comma, or the last word.
std::pair<QString, QString> partsOf(const QString& name)
{
    const qsizetype comma = name.indexOf(u',');
    if (comma > 0) {
        return {name.mid(comma + 1).trimmed(), name.left(comma).trimmed()};
    }
    const qsizetype blank = name.lastIndexOf(u' ');
    return blank < 0 ? std::pair{name, QString()} : std::pair{name.left(blank).trimmed(), name.mid(blank + 1)};
}

// Several addresses or numbers in one cell: the first counts, the others are kept with the rest.
QString firstOfSeveral(const QString& text)
{
    static const QRegularExpression separator(QStringLiteral("\\s*(?:;|,|\\||\\n|:::)\\s*"));
    return text.split(separator, Qt::SkipEmptyParts).value(0).trimmed();
}

QString isoDate(const QString& text, LeadMapping::DateOrder order)
{
    static const QRegularExpression moment(QStringLiteral("^(\\d{4}-\\d{2}-\\d{2})[T ]\\d{1,2}:\\d{2}.*$"));
    if (const auto match = moment.match(text); match.hasMatch()) {
        return match.captured(1);
    }
    static const QRegularExpression parts(
        QStringLiteral("^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})(?:[ T,]+\\d{1,2}:\\d{2}.*)?$"));
    if (const auto match = parts.match(text); match.hasMatch()) {
        const bool dayFirst = order == LeadMapping::DateOrder::DayFirst;
        return QStringLiteral("%1/%2/%3")
            .arg(match.captured(dayFirst ? 2 : 1), match.captured(dayFirst ? 1 : 2), match.captured(3));
    }
    for (const char* format :
         {"d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "d-MMM-yyyy", "yyyy/MM/dd", "yyyyMMdd"}) {
        const QDate date = QLocale::c().toDate(text, QString::fromLatin1(format));
        if (date.isValid()) {
            return date.toString(Qt::ISODate);
        }
    }
    return text;
}

} // namespace

LeadReading::LeadReading(LeadMapping mapping, QStringList columns, Catalogue catalogue, QString fileMark)
    : m_mapping(std::move(mapping))
    , m_columns(std::move(columns))
    , m_catalogue(std::move(catalogue))
    , m_fileMark(std::move(fileMark))
{
    const size_t known = std::min(m_mapping.columns.size(), static_cast<size_t>(m_columns.size()));
    for (size_t i = 0; i < known; ++i) {
        if (isForbiddenColumn(m_columns.at(static_cast<qsizetype>(i)))) {
            m_mapping.columns[i] = {ColumnTarget::Kind::Leave, {}};
        }
    }
    if (const Stage* stage = m_catalogue.stageByKey(m_mapping.stage)) {
        m_stage = stage->id.toString();
    }
    if (const User* owner = m_catalogue.userByEmail(m_mapping.owner)) {
        m_owner = owner->id.toString();
    }
    for (const ColumnTarget& target : m_mapping.columns) {
        if (target.kind == ColumnTarget::Kind::Field) {
            if (const auto field = leadField(target.field, m_catalogue)) {
                m_fields.insert(target.field, *field);
            }
        }
    }
}

// What other programs write differently from people at this keyboard.
QString LeadReading::prepared(const QString& field, const QString& text) const
{
    const LeadField& known = *m_fields.constFind(field);
    switch (known.kind) {
    case LeadField::Kind::Email:
    case LeadField::Kind::Phone:
        return firstOfSeveral(text);
    case LeadField::Kind::Date:
        return isoDate(text, m_mapping.dates);
    case LeadField::Kind::Money: {
        QString amount = text;
        amount.remove(QLatin1String("USD"), Qt::CaseInsensitive);
        return amount.trimmed();
    }
    case LeadField::Kind::YesNo:
        return text.compare(QLatin1String("x"), Qt::CaseInsensitive) == 0 ? QStringLiteral("yes") : text;
    case LeadField::Kind::Stage:
        return m_mapping.stages.value(text, text);
    case LeadField::Kind::User:
        return m_mapping.owners.value(text, text);
    default:
        return text;
    }
}

void LeadReading::takeField(ImportedLead& lead, const QString& field, const QString& column, const QString& text) const
{
    if (!m_fields.contains(field)) {
        lead.raw.insert(column, text);
        return;
    }
    const LeadField& known = *m_fields.constFind(field);
    if (known.kind == LeadField::Kind::Moment) {
        // Kept as told: when another program first saw somebody is no moment of this book.
        lead.raw.insert(column, text);
        return;
    }
    const QString usable = prepared(field, text);
    Result<QVariant> value = parseField(known, usable, m_catalogue);
    if (value && value->isValid()) {
        const Done checked = checkField(known, *value, m_catalogue);
        if (!checked) {
            value = fail(checked.error());
        }
    }
    if (!value) {
        lead.raw.insert(column, text);
        lead.problems.push_back({lead.row.line, column, value.error().message});
        return;
    }
    if (value->isValid()) {
        lead.row.values.insert(field, *value);
    }
    if (usable.simplified() != text.simplified() && usable.size() < text.size() &&
        (known.kind == LeadField::Kind::Email || known.kind == LeadField::Kind::Phone)) {
        lead.raw.insert(column, text);
    }
}

void LeadReading::take(ImportedLead& lead, const ColumnTarget& target, const QString& column, const QString& text) const
{
    switch (target.kind) {
    case ColumnTarget::Kind::Leave:
        return;
    case ColumnTarget::Kind::Keep:
        lead.raw.insert(column, text);
        return;
    case ColumnTarget::Kind::Field:
        takeField(lead, target.field, column, text);
        return;
    case ColumnTarget::Kind::Tags: {
        static const QRegularExpression separator(QStringLiteral("\\s*(?:,|;|\\||:::|\\n)\\s*"));
        for (const QString& tag : text.split(separator, Qt::SkipEmptyParts)) {
            const QString name = tag.simplified().remove(QLatin1String("* "));
            if (!name.isEmpty() && !isForbiddenLabel(name) && !lead.row.tags.contains(name, Qt::CaseInsensitive)) {
                lead.row.tags.append(name);
            }
        }
        return;
    }
    case ColumnTarget::Kind::Note:
        lead.row.note += lead.row.note.isEmpty() ? text : QString(QStringLiteral("\n\n") + text);
        return;
    }
}

// A name from what there is, its parts from the name, and an id for a row that says nothing about who it is.
void LeadReading::complete(ImportedLead& lead) const
{
    const QString first = lead.text(QStringLiteral("first_name"));
    const QString last = lead.text(QStringLiteral("last_name"));
    QString name = lead.text(QStringLiteral("name"));
    if (!name.isEmpty() && first.isEmpty() && last.isEmpty()) {
        const auto [given, family] = partsOf(name);
        if (!given.isEmpty() && given.size() <= 100) {
            lead.row.values.insert(QStringLiteral("first_name"), given);
        }
        if (!family.isEmpty() && family.size() <= 100) {
            lead.row.values.insert(QStringLiteral("last_name"), family);
        }
        if (name.contains(u',')) {
            name = nameOf(given, family);
        }
    } else if (name.isEmpty()) {
        name = nameOf(first, last);
    }
    for (const char* other : {"profile.company", "email", "mobile", "phone"}) {
        if (name.isEmpty()) {
            name = lead.text(QLatin1String(other));
        }
    }
    if (name.isEmpty()) {
        name = Texts::tr("Row %1").arg(lead.row.line);
    }
    lead.row.values.insert(QStringLiteral("name"), name);
    if (!m_stage.isEmpty() && lead.text(QStringLiteral("stage")).isEmpty()) {
        lead.row.values.insert(QStringLiteral("stage"), m_stage);
    }
    if (!m_owner.isEmpty() && lead.text(QStringLiteral("assigned_to")).isEmpty()) {
        lead.row.values.insert(QStringLiteral("assigned_to"), m_owner);
    }
    const bool isKnowable =
        !lead.text(QStringLiteral("email")).isEmpty() || !lead.text(QStringLiteral("mobile")).isEmpty() ||
        !lead.text(QStringLiteral("phone")).isEmpty() || !lead.text(QStringLiteral("external_lead_id")).isEmpty();
    if (!isKnowable && !m_fileMark.isEmpty()) {
        lead.row.values.insert(QStringLiteral("external_lead_id"),
                               QStringLiteral("%1:%2").arg(m_fileMark).arg(lead.row.line));
    }
    lead.raw = withoutForbiddenKeys(lead.raw);
    if (!lead.raw.isEmpty()) {
        lead.row.raw = QString::fromUtf8(QJsonDocument(lead.raw).toJson(QJsonDocument::Compact));
    }
}

ImportedLead LeadReading::read(const TableRow& row) const
{
    ImportedLead lead;
    lead.row.line = row.line();
    for (const QString& tag : m_mapping.tags) {
        if (!isForbiddenLabel(tag)) {
            lead.row.tags.append(tag);
        }
    }
    for (int i = 0; i < row.size(); ++i) {
        const QString text = row.trimmed(i).toString();
        if (text.isEmpty()) {
            continue;
        }
        QString column = m_columns.value(i);
        if (column.isEmpty()) {
            column = QStringLiteral("column_%1").arg(i + 1);
        }
        const auto index = static_cast<size_t>(i);
        take(lead, index < m_mapping.columns.size() ? m_mapping.columns[index] : ColumnTarget{}, column, text);
    }
    complete(lead);
    return lead;
}

} // namespace keyturn
