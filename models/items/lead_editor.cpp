// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_editor.h"

#include "models/domain/lead_fields.h"
#include "models/workspace/when_ready.h"

#include <algorithm>

namespace keyturn {

namespace {

constexpr int autosaveMs = 900;

} // namespace

LeadEditor::LeadEditor(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_autosave.setSingleShot(true);
    m_autosave.setInterval(autosaveMs);
    connect(&m_autosave, &QTimer::timeout, this, &LeadEditor::commitAll);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet& changes) {
        const std::vector<LeadId> leads = changes.leads();
        if (!m_lead.isNull() && std::find(leads.begin(), leads.end(), m_lead) != leads.end()) {
            load();
        }
    });
    connect(&workspace, &Workspace::replaced, this, [this] {
        if (!m_lead.isNull()) {
            load();
        }
    });
}

LeadEditor::~LeadEditor() = default;

void LeadEditor::setLead(LeadId lead)
{
    if (lead == m_lead) {
        return;
    }
    commitAll();
    QHash<QString, Edit> kept = m_edits;
    kept.removeIf([](const auto& it) {
        return it.value().state != State::Invalid && it.value().state != State::Failed &&
               it.value().state != State::ChangedElsewhere;
    });
    if (!kept.isEmpty()) {
        m_parked.insert(m_lead, kept);
    }
    m_lead = lead;
    m_edits = m_parked.take(lead);
    m_detail = {};
    m_loaded = false;
    ++m_generation;
    if (!lead.isNull()) {
        load();
    }
}

void LeadEditor::load()
{
    const quint64 generation = ++m_generation;
    whenReady(m_workspace.lead(m_lead), this, [this, generation](const Result<LeadDetail>& answer) {
        if (generation != m_generation) {
            return;
        }
        if (answer && answer->id != m_lead) {
            Q_EMIT mergedInto(answer->id);
        } else if (answer) {
            receive(*answer);
        } else if (answer.error().kind == Error::Kind::Invalid) {
            Q_EMIT missing();
        } else if (answer.error().kind != Error::Kind::Cancelled) {
            Q_EMIT loadFailed(answer.error());
        }
    });
}

void LeadEditor::receive(const LeadDetail& detail)
{
    const LeadDetail before = std::exchange(m_detail, detail);
    const bool first = !m_loaded;
    m_loaded = true;
    const QStringList fields = m_edits.keys();
    for (const QString& field : fields) {
        merge(field, m_edits[field]);
        if (m_edits.value(field).state == State::Clean) {
            m_edits.remove(field);
        }
    }
    if (first) {
        Q_EMIT loaded();
        Q_EMIT listsChanged();
        Q_EMIT headerChanged();
        Q_EMIT figuresChanged();
        return;
    }
    const auto compare = [this](const Record& old, const Record& now, const QString& prefix) {
        for (auto it = now.values().begin(); it != now.values().end(); ++it) {
            if (old.value(it.key()) != it.value()) {
                told(QString(prefix + it.key()));
            }
        }
    };
    compare(before.lead, detail.lead, {});
    compare(before.loan, detail.loan, QStringLiteral("loan."));
    compare(before.profile, detail.profile, QStringLiteral("profile."));
    if (before.profile.value(QStringLiteral("custom_fields")) !=
        detail.profile.value(QStringLiteral("custom_fields"))) {
        for (const CustomField& field : m_workspace.catalogue().customFields) {
            told(QString(QStringLiteral("custom.") + field.key));
        }
    }
    for (const QString& field : fields) {
        told(field);
    }
    if (before.tags != detail.tags || before.contacts != detail.contacts || before.notes != detail.notes ||
        before.tasks != detail.tasks || before.documents != detail.documents) {
        Q_EMIT listsChanged();
    }
    if (before.lead != detail.lead || before.tags != detail.tags || before.tasks != detail.tasks) {
        Q_EMIT headerChanged();
    }
    if (before.loan != detail.loan || before.lead != detail.lead) {
        Q_EMIT figuresChanged();
    }
}

/// The book holds a newer state: what does it mean for what stands in the field?
void LeadEditor::merge(const QString& field, Edit& edit)
{
    const QVariant present = m_detail.value(field);
    switch (edit.state) {
    case State::Saving: // the answer to the save decides
    case State::Clean:
        return;
    case State::Saved:
        if (present != edit.value) {
            edit.state = State::Clean;
        }
        return;
    case State::Editing:
    case State::Invalid:
    case State::Failed:
    case State::ChangedElsewhere:
        break;
    }
    if (present == edit.base) {
        if (edit.state == State::ChangedElsewhere) {
            edit.state = State::Editing; // they took it back
        }
    } else if (edit.state != State::Invalid && present == edit.value) {
        edit.state = State::Clean;
    } else {
        edit.state = State::ChangedElsewhere;
        edit.theirs = present;
    }
}

QString LeadEditor::shown(const QString& field, const QVariant& value) const
{
    const auto known = leadField(field, m_workspace.catalogue());
    if (!known) {
        return value.toString();
    }
    // As people write it if it can be read back, otherwise as it is typed.
    const QString text = formatField(*known, value, m_workspace.catalogue());
    const auto readBack = parseField(*known, text, m_workspace.catalogue());
    return readBack && *readBack == value ? text : editText(*known, value, m_workspace.catalogue());
}

void LeadEditor::told(const QString& field)
{
    Q_EMIT fieldChanged(field);
}

QString LeadEditor::text(const QString& field) const
{
    const auto edit = m_edits.constFind(field);
    if (edit == m_edits.constEnd()) {
        return shown(field, m_detail.value(field));
    }
    return edit->state == State::Saved ? shown(field, edit->value) : edit->text;
}

LeadEditor::State LeadEditor::state(const QString& field) const
{
    return m_edits.value(field).state;
}

QString LeadEditor::error(const QString& field) const
{
    return m_edits.value(field).error;
}

QString LeadEditor::theirText(const QString& field) const
{
    return shown(field, m_edits.value(field).theirs);
}

QVariant LeadEditor::effective(const QString& field) const
{
    const auto edit = m_edits.constFind(field);
    if (edit == m_edits.constEnd()) {
        return m_detail.value(field);
    }
    const bool unreadable = edit->state == State::Invalid || (!edit->error.isEmpty() && edit->state != State::Failed);
    return unreadable ? m_detail.value(field) : edit->value;
}

bool LeadEditor::hasUnsaved() const
{
    return std::any_of(m_edits.begin(), m_edits.end(),
                       [](const Edit& edit) { return edit.state != State::Saved && edit.state != State::Clean; });
}

void LeadEditor::setText(const QString& field, const QString& text)
{
    if (!m_loaded || (!m_edits.contains(field) && text == this->text(field))) {
        return;
    }
    const bool fresh = !m_edits.contains(field) || m_edits.value(field).state == State::Saved;
    const QVariant present = fresh && m_edits.contains(field) ? m_edits.value(field).value : m_detail.value(field);
    Edit& edit = m_edits[field];
    if (fresh) {
        edit.base = present;
    }
    edit.text = text;
    edit.error.clear();
    const auto known = leadField(field, m_workspace.catalogue());
    const Result<QVariant> parsed =
        known ? parseField(*known, text, m_workspace.catalogue()) : Result<QVariant>(QVariant(text));
    if (edit.state == State::Saving) {
        edit.typedAgain = true;
    } else if (edit.state != State::ChangedElsewhere) {
        edit.state = parsed ? State::Editing : State::Invalid;
    }
    if (parsed) {
        edit.value = *parsed;
    } else {
        edit.error = parsed.error().message;
    }
    told(field);
    Q_EMIT figuresChanged();
    m_autosave.start();
}

void LeadEditor::setValue(const QString& field, const QVariant& value)
{
    if (!m_loaded || effective(field) == value) {
        return;
    }
    const auto known = leadField(field, m_workspace.catalogue());
    const bool fresh = !m_edits.contains(field) || m_edits.value(field).state == State::Saved;
    const QVariant present = fresh && m_edits.contains(field) ? m_edits.value(field).value : m_detail.value(field);
    Edit& edit = m_edits[field];
    if (fresh) {
        edit.base = present;
    }
    edit.value = value;
    edit.text = shown(field, value);
    edit.error.clear();
    const Done allowed = known ? checkField(*known, value, m_workspace.catalogue()) : Done();
    if (!allowed) {
        edit.error = allowed.error().message;
    }
    if (edit.state == State::Saving) {
        edit.typedAgain = true;
    } else if (edit.state != State::ChangedElsewhere) {
        edit.state = allowed ? State::Editing : State::Invalid;
    }
    told(field);
    Q_EMIT figuresChanged();
    commit(field);
}

void LeadEditor::commit(const QString& field)
{
    const auto edit = m_edits.find(field);
    if (edit == m_edits.end()) {
        return;
    }
    if (edit->state == State::Editing || edit->state == State::Failed) {
        if (edit->value == edit->base) {
            discard(field); // typed, but nothing new
        } else {
            save(field);
        }
    }
}

void LeadEditor::commitAll()
{
    m_autosave.stop();
    const QStringList fields = m_edits.keys();
    for (const QString& field : fields) {
        if (m_edits.value(field).state == State::Editing) {
            commit(field);
        }
    }
}

void LeadEditor::save(const QString& field)
{
    Edit& edit = m_edits[field];
    edit.state = State::Saving;
    edit.error.clear();
    edit.typedAgain = false;
    UpdateLeads update;
    update.leads = {m_lead};
    update.fields = {FieldEdit{field, edit.value, edit.base}};
    const LeadId lead = m_lead;
    const QVariant saved = edit.value;
    told(field);
    whenReady(m_workspace.submit(update), this,
              [this, lead, field, saved](const Result<Committed>& answer) { finish(lead, field, saved, answer); });
}

void LeadEditor::finish(LeadId lead, const QString& field, const QVariant& saved, const Result<Committed>& answer)
{
    if (lead != m_lead || !m_edits.contains(field)) {
        if (!answer && answer.error().kind != Error::Kind::Cancelled) {
            Edit kept;
            kept.state = State::Failed;
            kept.value = saved;
            kept.text = shown(field, saved);
            kept.error = answer.error().message;
            m_parked[lead].insert(field, kept);
            Q_EMIT saveFailed(lead, field, answer.error());
        }
        return;
    }
    Edit& edit = m_edits[field];
    if (answer) {
        edit.base = saved;
        if (edit.typedAgain) {
            edit.typedAgain = false;
            edit.state = edit.error.isEmpty() ? State::Editing : State::Invalid;
            m_autosave.start();
        } else {
            edit.state = State::Saved;
        }
    } else if (answer.error().kind == Error::Kind::Conflict) {
        edit.state = State::ChangedElsewhere;
        edit.theirs = m_detail.value(field);
        load(); // the book says what they wrote
    } else {
        edit.state = State::Failed;
        edit.error = answer.error().message;
        Q_EMIT saveFailed(lead, field, answer.error());
    }
    told(field);
}

void LeadEditor::discard(const QString& field)
{
    if (m_edits.remove(field) > 0) {
        told(field);
        Q_EMIT figuresChanged();
    }
}

void LeadEditor::takeTheirs(const QString& field)
{
    discard(field);
}

void LeadEditor::keepMine(const QString& field)
{
    const auto edit = m_edits.find(field);
    if (edit != m_edits.end() && edit->state == State::ChangedElsewhere) {
        edit->base = m_detail.value(field);
        if (edit->error.isEmpty()) {
            save(field);
        } else {
            edit->state = State::Invalid;
            told(field);
        }
    }
}

} // namespace keyturn
