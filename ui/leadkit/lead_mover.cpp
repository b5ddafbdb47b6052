// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leadkit/lead_mover.h"

#include "models/workspace/when_ready.h"
#include "ui/kit/popover.h"
#include "ui/leadkit/reason_form.h"

#include <algorithm>

namespace keyturn {

LeadMover::LeadMover(LeadStore& store, Theme& theme, QWidget* page)
    : QObject(page)
    , m_store(store)
    , m_theme(theme)
    , m_page(page)
{}

QString LeadMover::who(const std::vector<LeadId>& leads) const
{
    const LeadTable::Row row = leads.size() == 1 ? m_store.table().rowOf(leads.front()) : LeadTable::noRow;
    if (row != LeadTable::noRow) {
        return m_store.table().card(row).name;
    }
    return tr("%Ln lead(s)", nullptr, static_cast<int>(leads.size()));
}

void LeadMover::move(const std::vector<LeadId>& leads, const std::vector<StageId>& stages, const QRect& where,
                     const std::vector<LeadId>& arrangement)
{
    if (stages.empty()) {
        return;
    }
    // Leads that stand there already are left alone.
    std::vector<LeadId> moving;
    const LeadTable& table = m_store.table();
    for (const LeadId lead : leads) {
        const LeadTable::Row row = table.rowOf(lead);
        const bool there =
            row != LeadTable::noRow && stages.size() == 1 && table.stageAt(table.stageIndex(row)) == stages.front();
        if (row != LeadTable::noRow && !there) {
            moving.push_back(lead);
        }
    }
    if (moving.empty()) {
        return;
    }
    const Stage* stage = m_store.catalogue().stage(stages.front());
    if (stages.size() > 1 || (stage != nullptr && stage->requiresReason)) {
        ask(moving, stages, where, arrangement);
        return;
    }
    MoveStage command;
    command.leads = moving;
    command.to = stages.front();
    command.arrangement = arrangement;
    submit(command, m_store.applyPending(moving, command.to));
}

void LeadMover::ask(const std::vector<LeadId>& leads, const std::vector<StageId>& stages, const QRect& where,
                    const std::vector<LeadId>& arrangement)
{
    if (m_question) {
        m_question->dismiss();
    }
    const QDate today = m_store.frame().today;
    auto* form = new ReasonForm(m_theme, m_store.catalogue(), today, stages, who(leads));
    // With one target the cards land while the question stands open; Esc brings them back.
    const quint64 token = stages.size() == 1 ? m_store.applyPending(leads, stages.front()) : 0;
    m_question = ReasonForm::ask(m_theme, m_page, where, form,
                                 [this, leads, token, arrangement](const std::optional<ReasonForm::Answer>& answer) {
                                     if (!answer.has_value()) {
                                         if (token != 0) {
                                             m_store.revert(token, Error{Error::Kind::Cancelled, {}, {}, {}});
                                         }
                                         return;
                                     }
                                     MoveStage command;
                                     command.leads = leads;
                                     command.to = answer->stage;
                                     command.reasonCode = answer->code;
                                     command.reasonText = answer->text;
                                     command.nurtureUntil = answer->nurtureUntil;
                                     command.arrangement = arrangement;
                                     submit(command, token != 0 ? token : m_store.applyPending(leads, answer->stage));
                                 });
}

void LeadMover::submit(const MoveStage& command, quint64 token)
{
    whenReady(m_store.workspace().submit(command), this, [this, command, token](const Result<Committed>& answer) {
        if (answer.has_value()) {
            m_store.confirm(token);
            Q_EMIT moved(command.leads, command.to);
        } else {
            m_store.revert(token, answer.error());
            Q_EMIT refused(answer.error());
        }
    });
}

} // namespace keyturn
