// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/timeline_queries.h"

#include "models/storage/queries/rows.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <iterator>

namespace keyturn::queries {

namespace {

/// A moment alone, as command lines give it, stands before every entry of that moment. A column of ids takes nothing
/// that is no id.
QString idBefore(const TimelineCursor& before)
{
    return before.id.isEmpty() ? QUuid().toString(QUuid::WithoutBraces) : before.id;
}

constexpr int searchPortion = 500; ///< rows read at a time while looking for a text

QString privateNoteType()
{
    return QStringLiteral("private_note");
}

bool isNewer(const TimelineEntry& a, const TimelineEntry& b)
{
    return a.occurredAt != b.occurredAt ? a.occurredAt > b.occurredAt : a.id.toString() > b.id.toString();
}

/// What later entries say of earlier ones.
struct Correction
{
    bool withdrawn = false;
    QJsonObject fields;
};

class TimelineReader
{
public:
    TimelineReader(Connection& book, const TimelineQuery& query, UserId reader)
        : m_book(book)
        , m_query(query)
        , m_reader(reader)
    {}

    Result<TimelinePage> page()
    {
        TimelinePage page;
        const int wanted = std::max(m_query.limit, 1);
        const QString text = m_query.text.simplified().toCaseFolded();
        TimelineCursor from = m_query.before;
        for (;;) {
            // One more than wanted tells whether anything follows.
            const int portion = text.isEmpty() ? wanted + 1 : std::max(searchPortion, wanted + 1);
            KEYTURN_LET(std::vector<TimelineEntry> entries, read(from, portion));
            const bool isLast = entries.size() < std::size_t(portion);
            if (!entries.empty()) {
                from = {entries.back().occurredAt, entries.back().id.toString()};
            }
            for (TimelineEntry& entry : entries) {
                if (!text.isEmpty() && !entry.title.toCaseFolded().contains(text) &&
                    !entry.description.toCaseFolded().contains(text)) {
                    continue;
                }
                if (page.entries.size() == std::size_t(wanted)) {
                    page.next = {page.entries.back().occurredAt, page.entries.back().id.toString()};
                    return page;
                }
                page.entries.push_back(std::move(entry));
            }
            if (isLast) {
                return page;
            }
        }
    }

private:
    /// A portion of the log: one round trip to a server, one more for leads that were merged, and one for what the
    /// entries themselves only name.
    Result<std::vector<TimelineEntry>> read(const TimelineCursor& before, int limit)
    {
        QStringList types = m_query.types;
        types.removeAll(privateNoteType());
        const bool hasLog = m_query.types.isEmpty() || !types.isEmpty();
        const bool hasPrivateNotes =
            !m_query.highlightsOnly && (m_query.types.isEmpty() || m_query.types.contains(privateNoteType()));
        const bool isFirst = m_family.isEmpty();
        std::vector<TimelineEntry> entries;
        std::vector<TimelineEntry> privateNotes;
        entries.reserve(std::size_t(limit));

        Together asked(m_book);
        if (isFirst) {
            // Corrections before what they correct.
            m_family = {m_query.lead.toString()};
            askForFamily(asked);
            askForCorrections(asked, m_family);
        }
        const QStringList known = m_family;
        if (hasLog) {
            // Each log by its own index, not all of them sorted together.
            for (const QString& lead : known) {
                askForLog(asked, lead, before, limit, types, entries);
            }
        }
        if (hasPrivateNotes) {
            askForPrivateNotes(asked, before, limit, privateNotes);
        }
        KEYTURN_TRY(asked.answer());
        if (const QStringList others = m_family.mid(known.size()); !others.isEmpty()) {
            Together more(m_book);
            askForCorrections(more, others);
            if (hasLog) {
                for (const QString& lead : others) {
                    askForLog(more, lead, before, limit, types, entries);
                }
            }
            KEYTURN_TRY(more.answer());
        }
        if (m_family.size() > 1) {
            std::ranges::sort(entries, isNewer);
            entries.resize(std::min(entries.size(), std::size_t(limit)));
        }
        KEYTURN_TRY(fillIn(entries));
        if (!privateNotes.empty()) {
            std::ranges::move(privateNotes, std::back_inserter(entries));
            std::ranges::sort(entries, isNewer);
            entries.resize(std::min(entries.size(), std::size_t(limit)));
        }
        return entries;
    }

    /// The logs of leads that were merged into this one are part of its own.
    void askForFamily(Together& asked)
    {
        asked.ask(QStringLiteral("SELECT id FROM leads WHERE duplicate_of_id = ? AND deleted_at IS NOT NULL"),
                  {m_query.lead.toString()}, [this](const Row& row) { m_family.append(row.text(0)); });
    }

    void askForCorrections(Together& asked, const QStringList& leads)
    {
        asked.ask(QString(u"SELECT metadata FROM lead_activities WHERE lead_id IN (" %
                          placeholders(std::size_t(leads.size())) %
                          u") AND activity_type = 'activity_corrected' ORDER BY created_at, id"),
                  std::vector<QVariant>(leads.begin(), leads.end()), [this](const Row& row) {
                      const QJsonObject metadata = QJsonDocument::fromJson(row.text(0).toUtf8()).object();
                      Correction& known = m_corrections[metadata.value(QLatin1String("corrects")).toString()];
                      const QJsonValue withdrawn = metadata.value(QLatin1String("withdrawn"));
                      if (withdrawn.isBool()) {
                          known.withdrawn = withdrawn.toBool();
                      }
                      const QJsonObject fields = metadata.value(QLatin1String("fields")).toObject();
                      for (auto field = fields.begin(); field != fields.end(); ++field) {
                          known.fields.insert(field.key(), field.value());
                      }
                  });
    }

    void askForLog(Together& asked, const QString& lead, const TimelineCursor& before, int limit,
                   const QStringList& types, std::vector<TimelineEntry>& into)
    {
        std::vector<QVariant> values{lead};
        QString sql = QStringLiteral(
            "SELECT a.id, a.activity_type, a.title, a.description, a.from_stage, a.to_stage, a.metadata, "
            "a.actor_type, a.created_by, a.is_highlight, a.occurred_at, a.created_at "
            "FROM lead_activities a WHERE a.lead_id = ?");
        if (!before.isNull()) {
            sql += QStringLiteral(" AND (a.occurred_at, a.id) < (?, ?)");
            values.emplace_back(before.occurredAt.ms);
            values.emplace_back(idBefore(before));
        }
        if (!types.isEmpty()) {
            sql += QString(u" AND a.activity_type IN (" % placeholders(std::size_t(types.size())) % u')');
            for (const QString& type : types) {
                values.emplace_back(type);
            }
        }
        if (lead != m_family.front()) {
            // That it was merged away is told once, by the highlighted entry of the lead that was kept.
            sql += QStringLiteral(" AND (a.activity_type <> 'lead_merged' OR a.is_highlight = 1)");
        }
        if (m_query.highlightsOnly) {
            sql += QStringLiteral(" AND a.is_highlight = 1");
        }
        sql += QStringLiteral(" ORDER BY a.occurred_at DESC, a.id DESC LIMIT ?");
        values.emplace_back(qint64(limit));
        asked.ask(sql, values, [this, &into](const Row& row) { into.push_back(entryOf(row)); });
    }

    void askForPrivateNotes(Together& asked, const TimelineCursor& before, int limit, std::vector<TimelineEntry>& into)
    {
        std::vector<QVariant> values{m_query.lead.toString(), m_reader.toString()};
        QString sql = QStringLiteral(
            "SELECT n.id, n.lead_id, n.content, n.note_type, n.user_id, u.first_name, u.last_name, n.created_at "
            "FROM lead_notes n LEFT JOIN users u ON u.id = n.user_id "
            "WHERE n.lead_id = ? AND n.user_id = ? AND n.is_private = 1 AND n.deleted_at IS NULL");
        if (!before.isNull()) {
            sql += QStringLiteral(" AND (n.created_at, n.id) < (?, ?)");
            values.emplace_back(before.occurredAt.ms);
            values.emplace_back(idBefore(before));
        }
        sql += QStringLiteral(" ORDER BY n.created_at DESC, n.id DESC LIMIT ?");
        values.emplace_back(qint64(limit));
        asked.ask(sql, values, [&into](const Row& row) {
            TimelineEntry entry;
            entry.id = row.id<ActivityId>(0);
            entry.note = row.id<NoteId>(0);
            entry.lead = row.id<LeadId>(1);
            entry.type = privateNoteType();
            entry.description = row.text(2);
            entry.metadata.insert(QStringLiteral("note_type"), row.text(3));
            entry.actorType = QStringLiteral("user");
            entry.createdBy = row.id<UserId>(4);
            entry.actorName = QString(row.text(5) % u' ' % row.text(6)).trimmed();
            entry.occurredAt = row.instant(7);
            entry.createdAt = entry.occurredAt;
            into.push_back(std::move(entry));
        });
    }

    TimelineEntry entryOf(const Row& row)
    {
        TimelineEntry entry;
        entry.id = row.id<ActivityId>(0);
        entry.lead = m_query.lead;
        entry.type = m_words.text(row, 1);
        entry.title = m_words.text(row, 2);
        entry.description = row.text(3);
        entry.fromStage = m_words.text(row, 4);
        entry.toStage = m_words.text(row, 5);
        entry.metadata = LazyJson::fromText(row.utf8(6));
        entry.actorType = m_words.text(row, 7);
        entry.createdBy = row.id<UserId>(8);
        entry.isHighlight = row.integer(9) != 0;
        entry.occurredAt = row.instant(10);
        entry.createdAt = row.instant(11);
        entry.isBackdated = entry.actorType == QLatin1String("user") && entry.createdAt - entry.occurredAt > msPerDay;
        if (entry.type == QLatin1String("note_added")) {
            entry.note = NoteId::fromString(entry.metadata.value(QLatin1String("note_id")).toString());
            if (entry.note.isNull()) {
                entry.description = entry.metadata.value(QLatin1String("note_content")).toString(entry.description);
            }
        }
        if (m_corrections.isEmpty()) {
            return entry;
        }
        if (const auto known = m_corrections.constFind(row.text(0)); known != m_corrections.constEnd()) {
            const QString title = known->fields.value(QLatin1String("title")).toString(entry.title);
            const QString description = known->fields.value(QLatin1String("description")).toString(entry.description);
            entry.isWithdrawn = known->withdrawn;
            entry.isCorrected = title != entry.title || description != entry.description;
            entry.title = title;
            entry.description = description;
        }
        return entry;
    }

    /// The log holds only the ids of notes and of those who wrote. A note that has become private hides its text here,
    /// and its author finds it among the private ones. Few people write in one log: each is asked for once, not joined
    /// to every row.
    Done fillIn(std::vector<TimelineEntry>& entries)
    {
        std::vector<NoteId> notes;
        std::vector<UserId> people;
        for (const TimelineEntry& entry : entries) {
            if (!entry.note.isNull()) {
                notes.push_back(entry.note);
            }
            if (!entry.createdBy.isNull() && !m_names.contains(entry.createdBy)) {
                m_names.insert(entry.createdBy, {});
                people.push_back(entry.createdBy);
            }
        }
        QHash<NoteId, QString> texts;
        Together asked(m_book);
        for (const std::vector<QVariant>& chunk : chunksOf(notes)) {
            asked.ask(QString(u"SELECT id, content FROM lead_notes WHERE deleted_at IS NULL "
                              u"AND is_private = 0 AND id IN (" %
                              placeholders(chunk.size()) % u')'),
                      chunk, [&texts](const Row& row) { texts.insert(row.id<NoteId>(0), row.text(1)); });
        }
        for (const UserId user : people) {
            asked.ask(QStringLiteral("SELECT first_name, last_name FROM users WHERE id = ?"), {user.toString()},
                      [this, user](const Row& row) {
                          m_names.insert(user, QString(row.text(0) % u' ' % row.text(1)).trimmed());
                      });
        }
        KEYTURN_TRY(asked.answer());
        for (TimelineEntry& entry : entries) {
            entry.actorName = m_names.value(entry.createdBy);
            if (!entry.note.isNull()) {
                entry.description = texts.value(entry.note);
            }
        }
        return {};
    }

    Connection& m_book;
    const TimelineQuery& m_query;
    const UserId m_reader;
    QStringList m_family; ///< this lead first
    QHash<QString, Correction> m_corrections;
    QHash<UserId, QString> m_names;
    SharedWords m_words;
};

} // namespace

Result<TimelinePage> timeline(Connection& book, const TimelineQuery& query, UserId reader)
{
    return TimelineReader(book, query, reader).page();
}

} // namespace keyturn::queries
