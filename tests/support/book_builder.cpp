// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/book_builder.h"

#include "models/storage/change_set_writer.h"
#include "models/storage/transaction.h"

#include <QRandomGenerator>

#include <memory>

namespace keyturn::test {

namespace {

RowChange change(RowChange::Kind kind, const QString& table, const QString& id, Values values, LeadId lead)
{
    RowChange row;
    row.kind = kind;
    row.table = table;
    row.id = id;
    row.leadId = lead.toString();
    for (const auto& [column, value] : values) {
        row.fields.push_back(FieldChange{QString::fromLatin1(column), {}, value});
    }
    return row;
}

UuidV7::Random repeatable()
{
    return [generator = std::make_shared<QRandomGenerator>(20260202U)] { return generator->generate64(); };
}

} // namespace

RowChange insertion(const QString& table, const QString& id, Values values, LeadId lead)
{
    return change(RowChange::Kind::Insert, table, id, values, lead);
}

RowChange updating(const QString& table, const QString& id, qint64 version, Values values, LeadId lead)
{
    RowChange row = change(RowChange::Kind::Update, table, id, values, lead);
    row.version = version;
    return row;
}

BookBuilder::BookBuilder(Connection& connection)
    : m_connection(connection)
    , m_ids(repeatable())
    , m_chain({})
{
    organization = OrganizationId(newId());
    user = UserId(newId());
    pipeline = PipelineId(newId());
    firstStage = StageId(newId());
    secondStage = StageId(newId());
    wonStage = StageId(newId());
    device = DeviceId(newId());
    m_chain = DeviceChain(device);
}

QUuid BookBuilder::newId()
{
    return m_ids.next(m_now);
}

QString BookBuilder::begin()
{
    const auto stage = [&](StageId id, const char* key, int order, const char* kind, double chance, bool initial) {
        return insertion(QStringLiteral("pipeline_stages"), id.toString(),
                         {{"pipeline_id", pipeline.toString()},
                          {"key", QString::fromLatin1(key)},
                          {"name", QString::fromLatin1(key)},
                          {"order_index", order},
                          {"kind", QString::fromLatin1(kind)},
                          {"win_probability", chance},
                          {"is_initial", initial}});
    };
    return apply({
        insertion(QStringLiteral("organizations"), organization.toString(),
                  {{"name", QStringLiteral("Example Home Loans")}, {"slug", QStringLiteral("example")}}),
        insertion(QStringLiteral("users"), user.toString(),
                  {{"email", QStringLiteral("officer@example.com")},
                   {"username", QStringLiteral("officer")},
                   {"first_name", QStringLiteral("Loan")},
                   {"last_name", QStringLiteral("Officer")}}),
        insertion(QStringLiteral("pipelines"), pipeline.toString(),
                  {{"key", QStringLiteral("mortgage")}, {"name", QStringLiteral("Mortgage")}, {"is_default", true}}),
        stage(firstStage, "new", 10, "open", 0.05, true),
        stage(secondStage, "contacted", 30, "open", 0.15, false),
        stage(wonStage, "funded", 150, "won", 1, false),
    });
}

QString BookBuilder::apply(std::vector<RowChange> rows)
{
    m_now.ms += 1;
    ChangeSet changes;
    changes.id = OperationId(newId());
    changes.command = QStringLiteral("test");
    changes.author = user;
    changes.at = m_now;
    changes.rows = std::move(rows);
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        m_error = transaction.error();
        return m_error.message + m_error.detail;
    }
    auto result = ChangeSetWriter::apply(m_connection, changes, m_chain);
    if (!result) {
        m_error = result.error();
        return m_error.message + QStringLiteral(" | ") + m_error.detail;
    }
    if (const Done done = transaction->commit(); !done) {
        m_error = done.error();
        return m_error.message + QStringLiteral(" | ") + m_error.detail;
    }
    m_written = std::move(*result);
    return {};
}

RowChange BookBuilder::lead(LeadId id, const QString& name, StageId stage, qint64 cents, UserId owner)
{
    return insertion(QStringLiteral("leads"), id.toString(),
                     {{"name", name},
                      {"phone", QStringLiteral("+13035550100")},
                      {"stage_id", stage.toString()},
                      {"stage_entered_at", m_now.ms},
                      {"assigned_to", owner.isNull() ? QVariant() : QVariant(owner.toString())},
                      {"estimated_value_cents", cents}},
                     id);
}

RowChange BookBuilder::activity(LeadId lead, const QString& type, const QString& title, Instant occurredAt)
{
    return insertion(QStringLiteral("lead_activities"), newId().toString(QUuid::WithoutBraces),
                     {{"lead_id", lead.toString()},
                      {"activity_type", type},
                      {"title", title},
                      {"created_by", user.toString()},
                      {"occurred_at", occurredAt.ms}},
                     lead);
}

RowChange BookBuilder::call(LeadId lead, const QString& direction, Instant completedAt)
{
    return insertion(QStringLiteral("communications"), newId().toString(QUuid::WithoutBraces),
                     {{"lead_id", lead.toString()},
                      {"communication_type", QStringLiteral("call")},
                      {"direction", direction},
                      {"completed_at", completedAt.ms}},
                     lead);
}

} // namespace keyturn::test
