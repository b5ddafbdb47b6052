// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/change_set.h"
#include "models/domain/facts.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonObject>

#include <utility>
#include <vector>

namespace keyturn {

/// The words of the planner: what went wrong, and what the undo toast says.
struct PlanTexts
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Planner)
};

/// One entry for the log, before it becomes a row.
struct LogEntry
{
    QString lead;
    QString type;
    QString title; ///< a fact in English; what people read is composed from type and metadata
    QString description;
    QJsonObject metadata;
    const Stage* from = nullptr;
    const Stage* to = nullptr;
    QString communication;
    bool highlight = false;
    Instant occurredAt; ///< now if null
};

/// A change set while a command is being planned. Several changes of one row become one.
class Draft
{
public:
    using Values = std::vector<std::pair<QString, QVariant>>;

    static Result<Draft> begin(Facts& facts, const PlanContext& context);

    [[nodiscard]] Facts& facts() const { return *m_facts; }
    [[nodiscard]] const Catalogue& catalogue() const { return m_catalogue; }
    [[nodiscard]] Instant now() const { return m_context->now; }
    [[nodiscard]] UserId actor() const { return m_context->actor; }
    [[nodiscard]] QString newId() const { return m_context->newId().toString(QUuid::WithoutBraces); }
    /// The id as text, a new one if it is null.
    template<typename Tag>
    [[nodiscard]] QString idOr(const Id<Tag>& id) const
    {
        return id.isNull() ? newId() : id.toString();
    }

    /// A row that must be there and not be removed; Refused with a word about `what` otherwise.
    Result<Record> live(const QString& table, const QString& id, const QString& what) const;
    Result<Record> lead(LeadId id) const;

    /// Nulls are left out; organization, created_at and updated_at are added where the table has them.
    void insert(const QString& table, const QString& id, const QString& leadId, const Values& values);
    /// Only what differs from `row` is kept. True if anything does.
    bool update(const QString& table, const Record& row, const QString& leadId, const Values& values);
    void log(const LogEntry& entry);

    [[nodiscard]] bool isEmpty() const { return m_set.rows.empty(); }
    ChangeSet finish(const QString& command, const QString& summary, ChangeSet::Origin origin);

private:
    Draft() = default;
    void put(RowChange& row, const QString& column, const QVariant& before, const QVariant& after) const;

    Facts* m_facts = nullptr;
    const PlanContext* m_context = nullptr;
    Catalogue m_catalogue;
    ChangeSet m_set;
    QHash<QString, size_t> m_places;
};

/// Equal as far as a database is concerned: an empty text is null, 5 is 5 whatever integer type holds it.
bool sameValue(const QVariant& a, const QVariant& b);
/// Null for an empty text.
QVariant textOrNull(const QString& text);
/// Null for a null id.
template<typename Tag>
QVariant idOrNull(const Id<Tag>& id)
{
    return textOrNull(id.toString());
}
QVariant flagValue(bool flag);
/// One line of at most `length` characters, with an ellipsis where something was cut.
QString oneLine(const QString& text, int length);

inline tl::unexpected<Error> refused(const QString& message, const QString& detail = {})
{
    return fail(Error::Kind::Refused, message, detail);
}
inline tl::unexpected<Error> invalid(const QString& message)
{
    return fail(Error::Kind::Invalid, message);
}
QString compact(const QJsonObject& object);

} // namespace keyturn
