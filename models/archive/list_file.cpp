// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/list_file.h"

#include "models/archive/csv_cell.h"
#include "models/archive/lead_pages.h"
#include "models/archive/whole_file.h"
#include "models/domain/lead_fields.h"
#include "models/storage/connection.h"
#include "models/storage/queries/rows.h"

#include <QDateTime>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace keyturn::list_file {

namespace {

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");
constexpr qsizetype flushBytes = 256 * 1024;
/// Their logs are in memory together.
constexpr std::size_t activitiesOfLeads = 50;

/// One line after the other, handed on to the file in large pieces.
class Lines
{
public:
    explicit Lines(WholeFile& file)
        : m_file(file)
        , m_text(byteOrderMark.toByteArray())
    {}

    void cell(const QString& text)
    {
        separate();
        csv_cell::append(m_text, csv_cell::defused(text.toUtf8()));
    }
    /// A number or a moment of ours, which is what it is.
    void plain(const QString& text)
    {
        separate();
        csv_cell::append(m_text, text.toUtf8());
    }
    Done endLine()
    {
        m_text += "\r\n";
        m_isFirst = true;
        if (m_text.size() > flushBytes) {
            return flush();
        }
        return {};
    }
    Done flush()
    {
        KEYTURN_TRY(m_file.write(m_text));
        m_text.resize(0);
        return {};
    }

private:
    void separate()
    {
        if (!m_isFirst) {
            m_text += ',';
        }
        m_isFirst = false;
    }

    WholeFile& m_file;
    QByteArray m_text;
    bool m_isFirst = true;
};

QString momentText(Instant moment, const QTimeZone& zone)
{
    return moment.isNull() ? QString() : moment.inZone(zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QTimeZone zoneOfReader(const Catalogue& catalogue)
{
    const User* me = catalogue.user(catalogue.me);
    return queries::zoneOf(me != nullptr ? me->timezone : catalogue.organizationTimezone);
}

/// What parseField() reads as the same value, in whatever language it was written and will be read.
class FieldText
{
public:
    explicit FieldText(const Catalogue& catalogue)
        : m_catalogue(catalogue)
        , m_zone(zoneOfReader(catalogue))
    {}

    [[nodiscard]] QString operator()(const LeadField& field, const QVariant& value) const
    {
        if (!value.isValid()) {
            return {};
        }
        switch (field.kind) {
        case LeadField::Kind::Money:
            return Money{value.toLongLong()}.toPlainString();
        case LeadField::Kind::Months:
            return QString::number(value.toLongLong()) + QStringLiteral(" months");
        case LeadField::Kind::YesNo:
            return value.toLongLong() != 0 ? QStringLiteral("yes") : QStringLiteral("no");
        case LeadField::Kind::Moment:
            return momentText(Instant{value.toLongLong()}, m_zone);
        case LeadField::Kind::Integer:
            return QString::number(value.toLongLong());
        case LeadField::Kind::Stage: {
            const Stage* stage = m_catalogue.stage(StageId::fromString(value.toString()));
            return stage != nullptr ? stageText(*stage) : value.toString();
        }
        case LeadField::Kind::Number:
        case LeadField::Kind::Percent:
        case LeadField::Kind::User:
            return editText(field, value, m_catalogue);
        default:
            return value.toString();
        }
    }

private:
    // The name reads better, unless it is not the only one or another stage's key.
    [[nodiscard]] QString stageText(const Stage& stage) const
    {
        for (const Stage& other : m_catalogue.stages) {
            if (other.id != stage.id && (other.name.compare(stage.name, Qt::CaseInsensitive) == 0 ||
                                         other.key.compare(stage.name, Qt::CaseInsensitive) == 0)) {
                return stage.key;
            }
        }
        return stage.name;
    }

    const Catalogue& m_catalogue;
    QTimeZone m_zone;
};

/// The log of some leads, with the present text of the notes that it tells of.
class ActivityPage
{
public:
    ActivityPage(Connection& book, const Catalogue& catalogue)
        : m_book(book)
        , m_catalogue(catalogue)
        , m_zone(zoneOfReader(catalogue))
    {}

    Done read(const std::vector<QVariant>& leads)
    {
        m_entries.clear();
        m_notes.clear();
        std::vector<NoteId> notes;
        KEYTURN_TRY(queries::forEachRow(
            m_book,
            QStringLiteral("SELECT a.id, a.occurred_at, l.name, a.activity_type, a.title, a.description, a.from_stage, "
                           "a.to_stage, a.created_by, a.metadata, c.outcome, c.duration_seconds, a.lead_id "
                           "FROM lead_activities a JOIN leads l ON l.id = a.lead_id "
                           "LEFT JOIN communications c ON c.id = a.communication_id "
                           "WHERE a.lead_id IN (%1) AND l.deleted_at IS NULL ORDER BY a.lead_id, a.occurred_at, a.id")
                .arg(queries::placeholders(leads.size())),
            leads, [&](const queries::Row& row) {
                Entry entry;
                if (row.text(3).startsWith(QLatin1String("note"))) {
                    const QJsonObject metadata = QJsonDocument::fromJson(row.text(9).toUtf8()).object();
                    entry.note = NoteId::fromString(metadata.value(QLatin1String("note_id")).toString());
                    if (!entry.note.isNull()) {
                        notes.push_back(entry.note);
                    }
                }
                entry.row = row.record();
                m_entries[row.text(12)].push_back(std::move(entry));
            }));
        for (const std::vector<QVariant>& chunk : queries::chunksOf(notes)) {
            std::vector<QVariant> values{m_catalogue.me.toString()};
            values.insert(values.end(), chunk.begin(), chunk.end());
            KEYTURN_TRY(queries::forEachRow(
                m_book,
                QStringLiteral("SELECT id, content FROM lead_notes WHERE deleted_at IS NULL "
                               "AND (is_private = 0 OR user_id = ?) AND id IN (%1)")
                    .arg(queries::placeholders(chunk.size())),
                values, [this](const queries::Row& row) { m_notes.insert(row.id<NoteId>(0), row.text(1)); }));
        }
        return {};
    }

    Result<qint64> write(LeadId lead, Lines& lines)
    {
        const std::vector<Entry> entries = m_entries.take(lead.toString());
        for (const Entry& entry : entries) {
            const auto text = [&entry](const char* column) { return entry.row.text(QLatin1String(column)); };
            lines.plain(momentText(Instant{entry.row.integer(QStringLiteral("occurred_at"))}, m_zone));
            lines.cell(text("name"));
            lines.plain(text("activity_type"));
            lines.cell(text("title"));
            lines.cell(m_notes.value(entry.note, text("description")));
            lines.cell(text("from_stage"));
            lines.cell(text("to_stage"));
            const User* by = m_catalogue.user(UserId::fromString(text("created_by")));
            lines.cell(by != nullptr ? by->email : QString());
            lines.cell(text("outcome"));
            const QString seconds = QStringLiteral("duration_seconds");
            lines.plain(entry.row.isNull(seconds) ? QString() : QString::number(entry.row.integer(seconds)));
            lines.plain(text("lead_id"));
            lines.plain(text("id"));
            KEYTURN_TRY(lines.endLine());
        }
        return static_cast<qint64>(entries.size());
    }

private:
    struct Entry
    {
        Record row;
        NoteId note;
    };

    Connection& m_book;
    const Catalogue& m_catalogue;
    QTimeZone m_zone;
    QHash<QString, std::vector<Entry>> m_entries; ///< by lead
    QHash<NoteId, QString> m_notes;
};

QString headerOf(const LeadField& field)
{
    if (field.isCustom()) {
        return field.label;
    }
    QString words = field.name.mid(field.name.indexOf(u'.') + 1);
    for (const char* ending : {"_cents", "_pct3"}) {
        if (words.endsWith(QLatin1String(ending))) {
            words.chop(static_cast<int>(qstrlen(ending)));
        }
    }
    words.replace(u'_', u' ');
    return words.left(1).toUpper() + words.mid(1);
}

QVariant valueOf(const LeadDetail& lead, const LeadField& field)
{
    if (field.isCustom()) {
        return lead.value(field.name);
    }
    const Record& row =
        field.isLoan() ? lead.loan : (field.table == QLatin1String("lead_profiles") ? lead.profile : lead.lead);
    return row.value(field.column);
}

} // namespace

QString mark()
{
    return QStringLiteral("Keyturn id");
}

std::vector<Column> columns(const Catalogue& catalogue)
{
    std::vector<Column> all{{mark(), {}}};
    QSet<QString> taken{mark().toLower()};
    const auto add = [&](const QString& wanted, const QString& field) {
        QString header = wanted;
        if (taken.contains(header.toLower())) {
            header = QStringLiteral("%1 (%2)").arg(wanted, field);
        }
        taken.insert(header.toLower());
        all.push_back({header, field});
    };
    for (const LeadField& field : leadFields()) {
        add(headerOf(field), field.name);
    }
    add(QStringLiteral("Tags"), QStringLiteral("tags"));
    for (const LeadField& field : customLeadFields(catalogue)) {
        add(headerOf(field), field.name);
    }
    return all;
}

bool isOurs(const QStringList& header)
{
    return header.value(0) == mark();
}

Result<qint64> writeLeads(Connection& book, const ExportOrder& order, const Catalogue& catalogue, WholeFile& file)
{
    Lines lines(file);
    std::vector<std::optional<LeadField>> fields;
    for (const Column& column : columns(catalogue)) {
        lines.cell(column.header);
        fields.push_back(leadField(column.field, catalogue));
    }
    KEYTURN_TRY(lines.endLine());
    KEYTURN_LET(const std::vector<LeadId> leads, leadsOf(book, order));
    const FieldText text(catalogue);
    qint64 rows = 0;
    KEYTURN_TRY(forEachLead(book, leads, order.watch.get(), [&](const LeadDetail& lead) -> Done {
        bool isId = true;
        for (const std::optional<LeadField>& field : fields) {
            if (!field) {
                lines.cell(isId ? lead.lead.text(QStringLiteral("id")) : lead.tags.join(QStringLiteral("; ")));
                isId = false;
                continue;
            }
            const bool isNumber = field->kind == LeadField::Kind::Money || field->kind == LeadField::Kind::Integer ||
                                  field->kind == LeadField::Kind::Percent || field->kind == LeadField::Kind::Moment;
            const QString value = text(*field, valueOf(lead, *field));
            if (isNumber) {
                lines.plain(value);
            } else {
                lines.cell(value);
            }
        }
        ++rows;
        return lines.endLine();
    }));
    KEYTURN_TRY(lines.flush());
    return rows;
}

Result<qint64> writeActivities(Connection& book, const ExportOrder& order, const Catalogue& catalogue, WholeFile& file)
{
    Lines lines(file);
    for (const char* header : {"When", "Lead", "What", "Title", "Text", "From stage", "To stage", "By", "Outcome",
                               "Seconds", "Keyturn lead id", "Keyturn activity id"}) {
        lines.cell(QString::fromLatin1(header));
    }
    KEYTURN_TRY(lines.endLine());
    KEYTURN_LET(const std::vector<LeadId> leads, leadsOf(book, order));
    ActivityPage page(book, catalogue);
    qint64 rows = 0;
    const Done written = inPages(leads, activitiesOfLeads, order.watch.get(),
                                 [&](const std::vector<QVariant>& ids, const std::vector<LeadId>& these) -> Done {
                                     KEYTURN_TRY(page.read(ids));
                                     for (const LeadId lead : these) {
                                         KEYTURN_LET(const qint64 count, page.write(lead, lines));
                                         rows += count;
                                     }
                                     return {};
                                 });
    KEYTURN_TRY(written);
    KEYTURN_TRY(lines.flush());
    return rows;
}

} // namespace keyturn::list_file
