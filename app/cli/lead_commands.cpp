// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/book_json.h"
#include "app/cli/commands.h"
#include "app/cli/text_table.h"
#include "models/base/money.h"
#include "models/domain/lead_fields.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace keyturn::cli {

namespace {

/// What FIELD=VALUE words ask for, the three names apart that are no plain columns.
struct LeadInput
{
    std::vector<FieldEdit> fields;
    std::optional<StageId> stage;
    std::optional<UserId> owner;
    std::optional<QStringList> tags;
};

Result<UserId> readOwner(const QString& text, const Catalogue& catalogue)
{
    return text.isEmpty() || text == QLatin1String("nobody") ? Result<UserId>(UserId()) : readUser(text, catalogue);
}

Result<LeadInput> readInput(const QStringList& assignments, const Catalogue& catalogue)
{
    LeadInput input;
    for (const QString& assignment : assignments) {
        const QString name = assignment.section(QLatin1Char('='), 0, 0);
        const QString value = assignment.section(QLatin1Char('='), 1);
        if (name == QLatin1String("stage")) {
            KEYTURN_LET(input.stage, readStage(value, catalogue));
        } else if (name == QLatin1String("assigned_to")) {
            KEYTURN_LET(input.owner, readOwner(value, catalogue));
        } else if (name == QLatin1String("tags")) {
            input.tags = QStringList();
            for (const QString& tag : value.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
                input.tags->append(tag.trimmed());
            }
        } else {
            const auto known = leadField(name, catalogue);
            if (known && known->readOnly) {
                return fail(Error::Kind::Refused,
                            Words::tr("“%1” cannot be set: the program keeps it by itself.").arg(name));
            }
            KEYTURN_LET(FieldEdit edit, parseAssignment(name, value, catalogue));
            input.fields.push_back(std::move(edit));
        }
    }
    return input;
}

QString valueText(const QString& name, const QJsonValue& value)
{
    if (name.endsWith(QLatin1String("_cents"))) {
        return Money{value.toInteger()}.toPlainString();
    }
    if (name.endsWith(QLatin1String("_pct3"))) {
        return QString::number(value.toDouble() / 1000, 'f', 3) + QLatin1Char('%');
    }
    if (value.isBool()) {
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    }
    if (value.isArray() || value.isObject()) {
        const QJsonDocument document =
            value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
        return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
    }
    return value.toVariant().toString();
}

void addRows(TextTable& table, const QJsonObject& object, const QString& prefix)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonValue value = it.value();
        const bool isEmpty = value.isNull() || (value.isString() && value.toString().isEmpty()) ||
                             (value.isArray() && value.toArray().isEmpty()) ||
                             (value.isObject() && value.toObject().isEmpty());
        if (isEmpty) {
            continue;
        }
        if (prefix.isEmpty() && (it.key() == QLatin1String("loan") || it.key() == QLatin1String("profile"))) {
            addRows(table, value.toObject(), it.key() + QLatin1Char('.'));
            continue;
        }
        QString name = it.key();
        name.remove(QStringLiteral("_cents")).remove(QStringLiteral("_pct3"));
        table.addRow({prefix + name, valueText(it.key(), value)});
    }
}

} // namespace

Answer leadAnswer(const LeadDetail& lead, const Catalogue& catalogue)
{
    const QJsonObject json = leadToJson(lead, catalogue);
    TextTable table;
    table.addColumn(Words::tr("Field"));
    table.addColumn(Words::tr("Value"));
    addRows(table, json, {});
    return {json, table.toText(), exitDone};
}

namespace {

void answerWithLead(const Job& job, LeadId id)
{
    job.when(job.workspace().lead(id),
             [job](const LeadDetail& lead) { job.finish(leadAnswer(lead, job.catalogue())); });
}

void submitAndAnswer(const Job& job, LeadId id, const Command& command)
{
    job.when(job.workspace().submit(command), [job, id](const Committed&) { answerWithLead(job, id); });
}

void setTags(const Job& job, const LeadDetail& lead, const QStringList& wanted)
{
    TagLeads command{{lead.id}, {}, {}};
    for (const QString& tag : wanted) {
        if (!lead.tags.contains(tag, Qt::CaseInsensitive)) {
            command.add.append(tag);
        }
    }
    for (const QString& tag : lead.tags) {
        if (!wanted.contains(tag, Qt::CaseInsensitive)) {
            command.remove.append(tag);
        }
    }
    submitAndAnswer(job, lead.id, command);
}

} // namespace

void addLead(const Job& job)
{
    job.with(readInput(job.invocation().operands, job.catalogue()), [&](const LeadInput& input) {
        CreateLead command;
        command.fields = input.fields;
        command.stage = input.stage;
        command.owner = input.owner;
        command.tags = input.tags.value_or(QStringList());
        job.when(job.workspace().submit(command), [job](const Committed& done) {
            for (const RowChange& row : done.changes.rows) {
                if (row.table == QLatin1String("leads") && row.kind == RowChange::Kind::Insert) {
                    answerWithLead(job, LeadId::fromString(row.id));
                    return;
                }
            }
            job.fail({Error::Kind::Corrupt, Words::tr("The lead was not added."), {}, {}});
        });
    });
}

void showLead(const Job& job)
{
    job.with(readId<LeadTag>(job.operand(0)), [&](LeadId id) { answerWithLead(job, id); });
}

void setLead(const Job& job)
{
    const auto id = readId<LeadTag>(job.operand(0));
    const auto input = readInput(job.invocation().operands.mid(1), job.catalogue());
    if (!id || !input) {
        job.fail(id ? input.error() : id.error());
        return;
    }
    // One command is one step to undo, so what takes a command of its own stands alone.
    const int kinds =
        (input->fields.empty() ? 0 : 1) + (input->tags ? 1 : 0) + (input->stage ? 1 : 0) + (input->owner ? 1 : 0);
    if (kinds > 1) {
        job.fail(
            {Error::Kind::Invalid,
             Words::tr("Set stage, assigned_to and tags each in a command of its own, so that each can be undone."),
             {},
             {}});
    } else if (input->stage) {
        submitAndAnswer(job, *id, MoveStage{{*id}, *input->stage, {}, {}, {}, {}});
    } else if (input->owner) {
        submitAndAnswer(job, *id, AssignLeads{{*id}, *input->owner, {}});
    } else if (input->tags) {
        job.when(job.workspace().lead(*id),
                 [job, tags = *input->tags](const LeadDetail& lead) { setTags(job, lead, tags); });
    } else {
        submitAndAnswer(job, *id, UpdateLeads{{*id}, input->fields});
    }
}

void moveLead(const Job& job)
{
    const auto id = readId<LeadTag>(job.operand(0));
    const auto stage = readStage(job.operand(1), job.catalogue());
    if (!id || !stage) {
        job.fail(id ? stage.error() : id.error());
        return;
    }
    MoveStage command;
    command.leads = {*id};
    command.to = *stage;
    // "other: bought elsewhere": the one code that needs words brings them along.
    command.reasonCode = job.option("reason").section(QLatin1Char(':'), 0, 0).trimmed();
    command.reasonText = job.option("reason").section(QLatin1Char(':'), 1).trimmed();
    submitAndAnswer(job, *id, command);
}

void assignLead(const Job& job)
{
    const auto id = readId<LeadTag>(job.operand(0));
    const auto owner = readOwner(job.operand(1), job.catalogue());
    if (!id || !owner) {
        job.fail(id ? owner.error() : id.error());
        return;
    }
    submitAndAnswer(job, *id, AssignLeads{{*id}, *owner, {}});
}

void deleteLead(const Job& job)
{
    job.with(readId<LeadTag>(job.operand(0)), [&](LeadId id) {
        job.when(job.workspace().lead(id), [job, id](const LeadDetail& before) {
            job.when(job.workspace().submit(DeleteLeads{{id}}), [job, before](const Committed& done) {
                LeadDetail lead = before;
                for (const RowChange& row : done.changes.rows) {
                    if (row.table != QLatin1String("leads") || row.id != lead.id.toString()) {
                        continue;
                    }
                    for (const FieldChange& change : row.fields) {
                        lead.lead.set(change.column, change.after);
                    }
                    lead.lead.set(QStringLiteral("version"), row.version + 1);
                    lead.lead.set(QStringLiteral("updated_at"), done.changes.at.ms);
                }
                job.finish(leadAnswer(lead, job.catalogue()));
            });
        });
    });
}

} // namespace keyturn::cli
