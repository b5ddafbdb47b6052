// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/lead_actions.h"

#include "models/domain/phone.h"
#include "models/domain/value_lists.h"
#include "models/items/day_frame.h"
#include "models/workspace/when_ready.h"
#include "ui/kit/icon.h"
#include "ui/kit/menu_place.h"
#include "ui/leadkit/reason_form.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QMenu>
#include <QUrl>

#include <algorithm>

namespace keyturn {

LeadActions::LeadActions(LeadStore& store, LeadEditor& editor, const UiContext& context, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_editor(editor)
    , m_context(context)
{
    connect(&store, &LeadStore::moveRefused, this, [this](const std::vector<LeadId>& leads, const Error& error) {
        if (leads.size() == 1 && leads.front() == m_editor.lead()) {
            Q_EMIT failed(error);
        }
    });
}

const Stage* LeadActions::stage() const
{
    return catalogue().stage(StageId::fromString(detail().lead.text(QStringLiteral("stage_id"))));
}

const User* LeadActions::owner() const
{
    return catalogue().user(UserId::fromString(detail().lead.text(QStringLiteral("assigned_to"))));
}

QString LeadActions::name() const
{
    return detail().lead.text(QStringLiteral("name"));
}

QString LeadActions::phone() const
{
    const QString mobile = detail().lead.text(QStringLiteral("mobile"));
    return mobile.isEmpty() ? detail().lead.text(QStringLiteral("phone")) : mobile;
}

QString LeadActions::email() const
{
    return detail().lead.text(QStringLiteral("email"));
}

std::optional<Task> LeadActions::nextTask() const
{
    for (const Task& task : detail().tasks) {
        if (task.status != QLatin1String("completed") && task.status != QLatin1String("cancelled")) {
            return task;
        }
    }
    return std::nullopt;
}

QMenu* LeadActions::menuFor(QWidget* anchor)
{
    auto* menu = new QMenu(anchor);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

void LeadActions::popUp(QMenu* menu, QWidget* anchor)
{
    popUpBelow(*menu, *anchor);
}

void LeadActions::submit(const Command& command)
{
    whenReady(m_store.workspace().submit(command), this, [this](const Result<Committed>& answer) {
        if (!answer) {
            Q_EMIT failed(answer.error());
        }
    });
}

void LeadActions::showStageMenu(QWidget* anchor)
{
    QMenu* menu = menuFor(anchor);
    const Stage* now = stage();
    bool separated = false;
    for (const Stage& each : catalogue().stages) {
        if (each.isExit() && !separated) {
            menu->addSeparator();
            separated = true;
        }
        QAction* action = menu->addAction(each.requiresReason ? tr("%1…").arg(each.name) : each.name);
        action->setCheckable(true);
        action->setChecked(now != nullptr && now->id == each.id);
        connect(action, &QAction::triggered, this, [this, to = each.id, anchor] { moveTo(to, anchor); });
    }
    popUp(menu, anchor);
}

void LeadActions::moveTo(StageId to, QWidget* anchor)
{
    const Stage* target = catalogue().stage(to);
    const Stage* now = stage();
    if (target == nullptr || (now != nullptr && now->id == to)) {
        return;
    }
    MoveStage move;
    move.leads = {m_editor.lead()};
    move.to = to;
    if (!target->requiresReason) {
        m_store.move(move);
        return;
    }
    const QDate today = m_store.workspace().clock().now().dateIn(userZone(catalogue()));
    auto* form = new ReasonForm(m_context.theme, catalogue(), today, {to}, name());
    ReasonForm::ask(m_context.theme, anchor, anchor->rect(), form,
                    [this, move](const std::optional<ReasonForm::Answer>& answer) mutable {
                        if (answer) {
                            move.reasonCode = answer->code;
                            move.reasonText = answer->text;
                            move.nurtureUntil = answer->nurtureUntil;
                            m_store.move(move);
                        }
                    });
}

void LeadActions::showTemperatureMenu(QWidget* anchor)
{
    QMenu* menu = menuFor(anchor);
    const QString now = detail().lead.text(QStringLiteral("lead_temperature"));
    for (const Choice& choice : choices(ValueList::Temperature)) {
        QAction* action = menu->addAction(choice.label);
        action->setCheckable(true);
        action->setChecked(choice.key == now);
        connect(action, &QAction::triggered, this, [this, key = choice.key] {
            submit(UpdateLeads{{m_editor.lead()}, {{QStringLiteral("lead_temperature"), key, std::nullopt}}});
        });
    }
    popUp(menu, anchor);
}

void LeadActions::showOwnerMenu(QWidget* anchor)
{
    QMenu* menu = menuFor(anchor);
    const User* now = owner();
    for (const User& user : catalogue().users) {
        if (!user.isActive) {
            continue;
        }
        QAction* action = menu->addAction(user.id == catalogue().me ? tr("%1 (me)").arg(user.name()) : user.name());
        action->setCheckable(true);
        action->setChecked(now != nullptr && now->id == user.id);
        connect(action, &QAction::triggered, this, [this, id = user.id] {
            submit(AssignLeads{{m_editor.lead()}, id, {}});
        });
    }
    menu->addSeparator();
    QAction* nobody = menu->addAction(tr("Nobody"));
    nobody->setCheckable(true);
    nobody->setChecked(now == nullptr);
    connect(nobody, &QAction::triggered, this, [this] { submit(AssignLeads{{m_editor.lead()}, {}, {}}); });
    popUp(menu, anchor);
}

void LeadActions::showMoreMenu(QWidget* anchor)
{
    QMenu* menu = menuFor(anchor);
    connect(menu->addAction(tr("Give to somebody else…")), &QAction::triggered, this,
            [this, anchor] { showOwnerMenu(anchor); });
    QMenu* tags = menu->addMenu(tr("Tags"));
    for (const Tag& tag : catalogue().tags) {
        QAction* action = tags->addAction(tag.name);
        action->setCheckable(true);
        action->setChecked(detail().tags.contains(tag.name, Qt::CaseInsensitive));
        connect(action, &QAction::triggered, this, [this, name = tag.name](bool on) {
            submit(on ? TagLeads{{m_editor.lead()}, {name}, {}} : TagLeads{{m_editor.lead()}, {}, {name}});
        });
    }
    tags->setEnabled(!catalogue().tags.empty());
    const bool stopped = detail().lead.flag(QStringLiteral("do_not_contact"));
    QAction* stop = menu->addAction(tr("Do not contact"));
    stop->setCheckable(true);
    stop->setChecked(stopped);
    connect(stop, &QAction::triggered, this, [this, stopped] {
        submit(UpdateLeads{{m_editor.lead()},
                           {{QStringLiteral("do_not_contact"), QVariant(qint64(stopped ? 0 : 1)), std::nullopt}}});
    });
    if (!email().isEmpty()) {
        connect(menu->addAction(tr("Copy the e-mail address")), &QAction::triggered, this,
                [this] { QApplication::clipboard()->setText(email()); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Delete this lead…")), &QAction::triggered, this, [this, anchor] { askDelete(anchor); });
    popUp(menu, anchor);
}

void LeadActions::askDelete(QWidget* anchor)
{
    const LeadId lead = m_editor.lead();
    m_context.prompts.confirm(anchor->window(), tr("Delete %1?").arg(name()),
                              tr("The lead leaves every list. Its history stays in the log, and undo brings it back."),
                              tr("Delete"), [this, lead](bool yes) {
                                  if (!yes) {
                                      return;
                                  }
                                  whenReady(m_store.workspace().submit(DeleteLeads{{lead}}), this,
                                            [this](const Result<Committed>& answer) {
                                                if (answer) {
                                                    Q_EMIT deleted();
                                                } else {
                                                    Q_EMIT failed(answer.error());
                                                }
                                            });
                              });
}

void LeadActions::completeNextTask()
{
    if (const std::optional<Task> task = nextTask()) {
        submit(CompleteTask{task->id, true});
    }
}

void LeadActions::call()
{
    if (phone().isEmpty()) {
        return;
    }
    const QString shown = formatPhone(phone());
    QApplication::clipboard()->setText(shown);
    // Without a telephone program this does nothing; the number is on the clipboard either way.
    QDesktopServices::openUrl(QUrl(QStringLiteral("tel:") + phone()));
    Q_EMIT noticed(tr("%1 copied. Log the call when you are done.").arg(shown));
    Q_EMIT callStarted();
}

void LeadActions::mail()
{
    if (!email().isEmpty()) {
        QUrl url;
        url.setScheme(QStringLiteral("mailto"));
        url.setPath(email());
        QDesktopServices::openUrl(url);
    }
}

void LeadActions::addReminder(const QDateTime& local)
{
    AddTask task;
    task.lead = m_editor.lead();
    task.title = tr("Call %1").arg(name());
    task.type = QStringLiteral("call");
    task.dueDate = local.date();
    task.dueTime = local.time();
    task.isFollowUp = true;
    submit(task);
}

} // namespace keyturn
