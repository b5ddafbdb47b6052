// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/lead_mapping.h"

#include "models/archive/list_file.h"
#include "models/domain/fair_lending.h"
#include "models/domain/lead_fields.h"
#include "models/domain/phone.h"
#include "models/exchange/header_dictionary.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>

#include <array>

namespace keyturn {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::LeadMapping)
};

struct KindWord
{
    ColumnTarget::Kind kind;
    const char* word;
};

constexpr std::array words{
    KindWord{ColumnTarget::Kind::Keep, "keep"},   KindWord{ColumnTarget::Kind::Leave, "leave"},
    KindWord{ColumnTarget::Kind::Field, "field"}, KindWord{ColumnTarget::Kind::Tags, "tags"},
    KindWord{ColumnTarget::Kind::Note, "note"},
};

ColumnTarget targetOf(const QString& word)
{
    for (const KindWord& known : words) {
        if (known.kind != ColumnTarget::Kind::Field && word == QLatin1String(known.word)) {
            return {known.kind, {}};
        }
    }
    return {ColumnTarget::Kind::Field, word};
}

/// What most of the filled cells of a column look like.
QString fieldByContents(const std::vector<QStringList>& rows, qsizetype column)
{
    static const QRegularExpression address(QStringLiteral("^\\S+@\\S+\\.\\S+$"));
    static const QRegularExpression zip(QStringLiteral("^\\d{5}(-\\d{4})?$"));
    int filled = 0;
    int addresses = 0;
    int phones = 0;
    int zips = 0;
    for (const QStringList& row : rows) {
        const QString cell = row.value(column).trimmed();
        if (cell.isEmpty()) {
            continue;
        }
        ++filled;
        addresses += address.match(cell).hasMatch() ? 1 : 0;
        zips += zip.match(cell).hasMatch() ? 1 : 0;
        phones += cell.size() >= 10 && normalizePhone(cell) ? 1 : 0;
    }
    const auto most = [filled](int count) { return filled > 0 && count * 10 >= filled * 7; };
    if (most(addresses)) {
        return QStringLiteral("email");
    }
    if (most(phones)) {
        return QStringLiteral("phone");
    }
    return most(zips) ? QStringLiteral("profile.postal_code") : QString();
}

// "25/12/2026" can only be read with the day first; one such cell decides.
LeadMapping::DateOrder dateOrder(const std::vector<QStringList>& rows)
{
    static const QRegularExpression date(QStringLiteral("^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})\\b"));
    for (const QStringList& row : rows) {
        for (const QString& cell : row) {
            const auto match = date.match(cell.trimmed());
            if (match.hasMatch() && match.captured(1).toInt() > 12 && match.captured(2).toInt() <= 12) {
                return LeadMapping::DateOrder::DayFirst;
            }
        }
    }
    return LeadMapping::DateOrder::MonthFirst;
}

std::optional<QString> customField(const QString& column, const Catalogue& catalogue)
{
    for (const CustomField& field : catalogue.customFields) {
        if (field.label.compare(column, Qt::CaseInsensitive) == 0 ||
            field.key.compare(column, Qt::CaseInsensitive) == 0) {
            return QStringLiteral("custom.") + field.key;
        }
    }
    return std::nullopt;
}

// A list of ours says itself what its columns are. What the program computes is computed again.
LeadMapping ownMapping(const QStringList& columns, const Catalogue& catalogue)
{
    LeadMapping mapping;
    QHash<QString, QString> meanings;
    for (const list_file::Column& column : list_file::columns(catalogue)) {
        meanings.insert(column.header, column.field);
    }
    static const QStringList told{
        QStringLiteral("stage"),       QStringLiteral("assigned_to"),      QStringLiteral("exit_reason_code"),
        QStringLiteral("exit_reason"), QStringLiteral("external_lead_id"), QStringLiteral("nurture_until")};
    for (const QString& column : columns) {
        ColumnTarget target; // unknown here, like a custom field of another book: kept
        if (const auto meaning = meanings.constFind(column); meaning != meanings.cend()) {
            const auto field = leadField(*meaning, catalogue);
            target = *meaning == QLatin1String("tags") ? ColumnTarget{ColumnTarget::Kind::Tags, {}}
                     : field && (!field->readOnly || told.contains(field->name))
                         ? ColumnTarget{ColumnTarget::Kind::Field, field->name}
                         : ColumnTarget{ColumnTarget::Kind::Leave, {}};
        } else if (isForbiddenColumn(column)) {
            target.kind = ColumnTarget::Kind::Leave;
        }
        mapping.columns.push_back(target);
    }
    return mapping;
}

QJsonObject textMap(const QMap<QString, QString>& map)
{
    QJsonObject json;
    for (auto entry = map.cbegin(); entry != map.cend(); ++entry) {
        json.insert(entry.key(), entry.value());
    }
    return json;
}

QMap<QString, QString> mapFrom(const QJsonValue& json)
{
    QMap<QString, QString> map;
    const QJsonObject object = json.toObject();
    for (auto entry = object.constBegin(); entry != object.constEnd(); ++entry) {
        map.insert(entry.key(), entry.value().toString());
    }
    return map;
}

} // namespace

LeadMapping suggestMapping(const QStringList& columns, const std::vector<QStringList>& firstRows,
                           const Catalogue& catalogue, const QString& preset)
{
    if (list_file::isOurs(columns)) {
        return ownMapping(columns, catalogue);
    }
    LeadMapping mapping;
    mapping.preset = preset.isEmpty() ? headers::presetOf(columns) : preset;
    mapping.dates = dateOrder(firstRows);
    mapping.columns.resize(static_cast<size_t>(columns.size()));
    QHash<QString, std::pair<int, qsizetype>> taken; // field → rank and column
    const auto claim = [&](qsizetype column, const ColumnTarget& target, int rank) {
        if (target.kind == ColumnTarget::Kind::Field) {
            const auto holder = taken.constFind(target.field);
            if (holder != taken.cend()) {
                if (holder->first <= rank) {
                    return;
                }
                mapping.columns[static_cast<size_t>(holder->second)] = {};
            }
            taken.insert(target.field, {rank, column});
        }
        mapping.columns[static_cast<size_t>(column)] = target;
    };
    for (qsizetype column = 0; column < columns.size(); ++column) {
        const QString& name = columns.at(column);
        if (isForbiddenColumn(name)) {
            mapping.columns[static_cast<size_t>(column)] = {ColumnTarget::Kind::Leave, {}};
        } else if (const auto custom = customField(name, catalogue)) {
            claim(column, {ColumnTarget::Kind::Field, *custom}, 0);
        } else if (const auto meaning = headers::meaningOf(name, mapping.preset)) {
            claim(column, targetOf(meaning->target), meaning->rank);
        }
    }
    constexpr int byContents = 1000; // any header is better evidence
    for (qsizetype column = 0; column < columns.size(); ++column) {
        const bool isOpen = mapping.columns[static_cast<size_t>(column)] == ColumnTarget{};
        if (isOpen && !headers::meaningOf(columns.at(column), mapping.preset)) {
            if (const QString field = fieldByContents(firstRows, column); !field.isEmpty()) {
                claim(column, {ColumnTarget::Kind::Field, field}, byContents);
            }
        }
    }
    return mapping;
}

bool isForbiddenColumn(const QString& name)
{
    return isForbiddenKey(name) || isForbiddenLabel(name);
}

QString columnsFingerprint(const QStringList& columns)
{
    QStringList plain;
    for (const QString& column : columns) {
        plain.append(column.simplified().toCaseFolded());
    }
    const QByteArray text = plain.join(u'\n').toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(32));
}

QJsonObject LeadMapping::toJson() const
{
    QJsonArray targets;
    for (const ColumnTarget& column : columns) {
        QString word = column.field;
        for (const KindWord& known : words) {
            if (known.kind == column.kind && column.kind != ColumnTarget::Kind::Field) {
                word = QString::fromLatin1(known.word);
            }
        }
        targets.append(word);
    }
    return {{QStringLiteral("columns"), targets},
            {QStringLiteral("preset"), preset},
            {QStringLiteral("stages"), textMap(stages)},
            {QStringLiteral("owners"), textMap(owners)},
            {QStringLiteral("source"), source},
            {QStringLiteral("lead_source"), leadSource},
            {QStringLiteral("stage"), stage},
            {QStringLiteral("owner"), owner},
            {QStringLiteral("tags"), QJsonArray::fromStringList(tags)},
            {QStringLiteral("dates"),
             dates == DateOrder::DayFirst ? QStringLiteral("day_first") : QStringLiteral("month_first")}};
}

Result<LeadMapping> LeadMapping::fromJson(const QJsonObject& json)
{
    LeadMapping mapping;
    const QJsonArray targets = json.value(QStringLiteral("columns")).toArray();
    for (const QJsonValue& target : targets) {
        const ColumnTarget column = targetOf(target.toString());
        const bool isField = column.kind == ColumnTarget::Kind::Field;
        if (isField && !column.field.startsWith(QLatin1String("custom.")) && !leadField(column.field)) {
            return fail(Error::Kind::Invalid,
                        Texts::tr("The mapping names a field “%1” that a lead does not have.").arg(column.field));
        }
        mapping.columns.push_back(column);
    }
    mapping.preset = json.value(QStringLiteral("preset")).toString();
    mapping.stages = mapFrom(json.value(QStringLiteral("stages")));
    mapping.owners = mapFrom(json.value(QStringLiteral("owners")));
    mapping.source = json.value(QStringLiteral("source")).toString(mapping.source);
    mapping.leadSource = json.value(QStringLiteral("lead_source")).toString();
    mapping.stage = json.value(QStringLiteral("stage")).toString();
    mapping.owner = json.value(QStringLiteral("owner")).toString();
    for (const QJsonValue& tag : json.value(QStringLiteral("tags")).toArray()) {
        mapping.tags.append(tag.toString());
    }
    if (json.value(QStringLiteral("dates")).toString() == QLatin1String("day_first")) {
        mapping.dates = DateOrder::DayFirst;
    }
    return mapping;
}

} // namespace keyturn
