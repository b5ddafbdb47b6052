// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/change_set.h"

#include "models/base/canonical_json.h"

#include <QByteArray>
#include <QJsonArray>
#include <QSet>

#include <array>
#include <utility>

namespace keyturn {

namespace {

constexpr std::array originKeys{
    std::pair{ChangeSet::Origin::Local, "local"},
    std::pair{ChangeSet::Origin::Undo, "undo"},
    std::pair{ChangeSet::Origin::Redo, "redo"},
    std::pair{ChangeSet::Origin::Remote, "remote"},
};

constexpr qint64 exactInDouble = qint64(1) << 53;

constexpr QLatin1String integerKey("i");
constexpr QLatin1String doubleKey("d");
constexpr QLatin1String bytesKey("b64");

tl::unexpected<Error> damaged(const QString& what)
{
    return fail(Error::Kind::Corrupt, QStringLiteral("A stored change cannot be read."), what);
}

// JSON has one kind of number: doubles, bytes and integers beyond 2^53 are wrapped, so that each value comes back with
// the type and the bits that it left with.
QJsonValue valueToJson(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return QJsonValue(QJsonValue::Null);
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong: {
        const qint64 number = value.toLongLong();
        if (number > -exactInDouble && number < exactInDouble) {
            return number;
        }
        return QJsonObject{{integerKey, QString::number(number)}};
    }
    case QMetaType::Float:
    case QMetaType::Double:
        return QJsonObject{{doubleKey, QString::number(value.toDouble(), 'g', 17)}};
    case QMetaType::QByteArray:
        return QJsonObject{{bytesKey, QString::fromLatin1(value.toByteArray().toBase64())}};
    default:
        return value.toString();
    }
}

Result<QVariant> valueFromJson(const QJsonValue& json)
{
    switch (json.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return QVariant();
    case QJsonValue::Double:
        return QVariant(json.toInteger());
    case QJsonValue::String:
        return QVariant(json.toString());
    case QJsonValue::Object:
        break;
    default:
        return damaged(QStringLiteral("value type"));
    }
    const QJsonObject object = json.toObject();
    bool ok = false;
    if (object.contains(integerKey)) {
        const qint64 number = object.value(integerKey).toString().toLongLong(&ok);
        return ok ? Result<QVariant>(QVariant(number)) : damaged(QStringLiteral("integer"));
    }
    if (object.contains(doubleKey)) {
        const double number = object.value(doubleKey).toString().toDouble(&ok);
        return ok ? Result<QVariant>(QVariant(number)) : damaged(QStringLiteral("number"));
    }
    if (object.contains(bytesKey)) {
        const auto decoded = QByteArray::fromBase64Encoding(object.value(bytesKey).toString().toLatin1(),
                                                            QByteArray::AbortOnBase64DecodingErrors);
        return decoded ? Result<QVariant>(QVariant(*decoded)) : damaged(QStringLiteral("bytes"));
    }
    return damaged(QStringLiteral("wrapped value"));
}

void appendValue(QByteArray& out, const QVariant& value)
{
    if (value.typeId() == QMetaType::QString) {
        appendCanonicalString(out, *static_cast<const QString*>(value.constData()));
    } else {
        appendCanonical(out, valueToJson(value));
    }
}

void appendRow(QByteArray& out, const RowChange& row)
{
    out += row.kind == RowChange::Kind::Insert ? "{\"kind\":\"insert\",\"table\":" : "{\"kind\":\"update\",\"table\":";
    appendCanonicalString(out, row.table);
    out += ",\"id\":";
    appendCanonicalString(out, row.id);
    out += ",\"version\":";
    appendCanonicalNumber(out, row.version);
    if (!row.leadId.isEmpty()) {
        out += ",\"lead\":";
        appendCanonicalString(out, row.leadId);
    }
    out += ",\"fields\":[";
    for (const FieldChange& field : row.fields) {
        out += &field == &row.fields.front() ? "[" : ",[";
        appendCanonicalString(out, field.column);
        out += ',';
        appendValue(out, field.before);
        out += ',';
        appendValue(out, field.after);
        out += ']';
    }
    out += "]}";
}

QString originKey(ChangeSet::Origin origin)
{
    for (const auto& [value, key] : originKeys) {
        if (value == origin) {
            return QString::fromLatin1(key);
        }
    }
    return {};
}

QJsonObject rowToJson(const RowChange& row)
{
    QJsonArray fields;
    for (const FieldChange& field : row.fields) {
        fields.append(QJsonArray{field.column, valueToJson(field.before), valueToJson(field.after)});
    }
    QJsonObject json{
        {QStringLiteral("kind"),
         row.kind == RowChange::Kind::Insert ? QStringLiteral("insert") : QStringLiteral("update")},
        {QStringLiteral("table"), row.table},
        {QStringLiteral("id"), row.id},
        {QStringLiteral("version"), row.version},
        {QStringLiteral("fields"), fields},
    };
    if (!row.leadId.isEmpty()) {
        json.insert(QStringLiteral("lead"), row.leadId);
    }
    return json;
}

Result<RowChange> rowFromJson(const QJsonObject& json)
{
    RowChange row;
    const QString kind = json.value(QStringLiteral("kind")).toString();
    if (kind != QLatin1String("insert") && kind != QLatin1String("update")) {
        return damaged(QStringLiteral("kind of change"));
    }
    row.kind = kind == QLatin1String("insert") ? RowChange::Kind::Insert : RowChange::Kind::Update;
    row.table = json.value(QStringLiteral("table")).toString();
    row.id = json.value(QStringLiteral("id")).toString();
    row.leadId = json.value(QStringLiteral("lead")).toString();
    row.version = json.value(QStringLiteral("version")).toInteger();
    if (row.table.isEmpty() || row.id.isEmpty()) {
        return damaged(QStringLiteral("row without a name"));
    }
    const QJsonArray fields = json.value(QStringLiteral("fields")).toArray();
    row.fields.reserve(static_cast<size_t>(fields.size()));
    for (const QJsonValue& entry : fields) {
        const QJsonArray parts = entry.toArray();
        if (parts.size() != 3 || parts.at(0).toString().isEmpty()) {
            return damaged(QStringLiteral("field of %1").arg(row.table));
        }
        KEYTURN_LET(QVariant before, valueFromJson(parts.at(1)));
        KEYTURN_LET(QVariant after, valueFromJson(parts.at(2)));
        row.fields.push_back(FieldChange{parts.at(0).toString(), before, after});
    }
    return row;
}

} // namespace

const FieldChange* RowChange::field(const QString& column) const
{
    for (const FieldChange& change : fields) {
        if (change.column == column) {
            return &change;
        }
    }
    return nullptr;
}

QVariant RowChange::after(const QString& column) const
{
    const FieldChange* change = field(column);
    return change != nullptr ? change->after : QVariant();
}

QVariant RowChange::before(const QString& column) const
{
    const FieldChange* change = field(column);
    return change != nullptr ? change->before : QVariant();
}

std::vector<LeadId> ChangeSet::leads() const
{
    std::vector<LeadId> found;
    QSet<LeadId> seen;
    for (const RowChange& row : rows) {
        const LeadId lead = LeadId::fromString(row.leadId);
        if (!lead.isNull() && !seen.contains(lead)) {
            seen.insert(lead);
            found.push_back(lead);
        }
    }
    return found;
}

QJsonObject ChangeSet::toJson() const
{
    QJsonArray changes;
    for (const RowChange& row : rows) {
        changes.append(rowToJson(row));
    }
    return QJsonObject{
        {QStringLiteral("id"), id.toString()},
        {QStringLiteral("origin"), originKey(origin)},
        {QStringLiteral("command"), command},
        {QStringLiteral("summary"), summary},
        {QStringLiteral("author"), author.toString()},
        {QStringLiteral("at"), at.ms},
        {QStringLiteral("rows"), changes},
    };
}

QByteArray ChangeSet::toJsonText() const
{
    QByteArray out("{\"id\":");
    appendCanonicalString(out, id.toString());
    out += ",\"origin\":";
    appendCanonicalString(out, originKey(origin));
    out += ",\"command\":";
    appendCanonicalString(out, command);
    out += ",\"summary\":";
    appendCanonicalString(out, summary);
    out += ",\"author\":";
    appendCanonicalString(out, author.toString());
    out += ",\"at\":";
    appendCanonicalNumber(out, at.ms);
    out += ",\"rows\":[";
    for (const RowChange& row : rows) {
        if (&row != &rows.front()) {
            out += ',';
        }
        appendRow(out, row);
    }
    out += "]}";
    return out;
}

Result<ChangeSet> ChangeSet::fromJson(const QJsonObject& json)
{
    ChangeSet set;
    set.id = OperationId::fromString(json.value(QStringLiteral("id")).toString());
    const QString origin = json.value(QStringLiteral("origin")).toString();
    bool known = false;
    for (const auto& [value, key] : originKeys) {
        if (origin == QLatin1String(key)) {
            set.origin = value;
            known = true;
        }
    }
    if (set.id.isNull() || !known || !json.value(QStringLiteral("rows")).isArray()) {
        return damaged(QStringLiteral("change set"));
    }
    set.command = json.value(QStringLiteral("command")).toString();
    set.summary = json.value(QStringLiteral("summary")).toString();
    set.author = UserId::fromString(json.value(QStringLiteral("author")).toString());
    set.at = Instant{json.value(QStringLiteral("at")).toInteger()};
    const QJsonArray changes = json.value(QStringLiteral("rows")).toArray();
    set.rows.reserve(static_cast<size_t>(changes.size()));
    for (const QJsonValue& change : changes) {
        KEYTURN_LET(RowChange row, rowFromJson(change.toObject()));
        set.rows.push_back(std::move(row));
    }
    return set;
}

} // namespace keyturn
