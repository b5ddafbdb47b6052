// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/composer.h"

#include "models/items/day_frame.h"
#include "models/workspace/when_ready.h"
#include "ui/kit/button.h"
#include "ui/kit/key_cap.h"
#include "ui/kit/label.h"
#include "ui/lead/event_mode.h"
#include "ui/lead/file_work.h"
#include "ui/lead/follow_up_mode.h"
#include "ui/lead/note_mode.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMetaEnum>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace keyturn {

namespace {

constexpr Composer::Mode allModes[] = {Composer::Mode::Note, Composer::Mode::Call, Composer::Mode::Sms,
                                       Composer::Mode::Meeting, Composer::Mode::FollowUp};

} // namespace

Composer::Composer(Workspace& workspace, const UiContext& context, bool compact, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_drafts(context.preferences)
    , m_files(new FileWork(context.prompts, workspace, this))
    , m_compact(compact)
    , m_pillRow(new QWidget(this))
    , m_problem(new Label(context.theme, TextStyle::Small, &Colors::red, {}, this))
{
    setObjectName(QStringLiteral("composer"));
    setAccessibleName(tr("Composer"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_pillRow);

    auto* pills = new QHBoxLayout(m_pillRow);
    pills->setContentsMargins(0, 0, 0, 0);
    pills->setSpacing(compact ? 2 : 4);
    struct Pill
    {
        QString text;
        const char* icon;
        const char* keys;
    };
    const Pill texts[] = {{tr("Note"), "file-text", "L N"},
                          {tr("Call"), "phone", "L C"},
                          {compact ? tr("SMS") : tr("SMS log"), "message-square", "L S"},
                          {tr("Meeting"), "calendar", "L M"},
                          {tr("Follow-up"), "bell", "L F"}};
    for (const Mode each : allModes) {
        const Pill& text = texts[static_cast<std::size_t>(each)];
        auto* pill = new Button(context.theme, Button::Kind::Quiet, text.text, m_pillRow);
        pill->setObjectName(QStringLiteral("compose_") + modeKey(each));
        pill->setAccessibleName(text.text);
        pill->setToolTip(tr("%1 (%2)").arg(text.text, QLatin1String(text.keys)));
        if (!compact) {
            pill->setIconName(QLatin1String(text.icon));
        }
        pill->setSmall(true);
        pill->setCheckable(true);
        connect(pill, &QAbstractButton::clicked, this, [this, each] { start(each); });
        pills->addWidget(pill);
        m_pills.push_back(pill);
    }
    pills->addStretch(1);
    if (!compact) {
        m_hint = new KeyCap(context.theme, tr("L then C logs a call"), this);
    }

    Theme& theme = context.theme;
    const QTimeZone zone = userZone(workspace.catalogue());
    const Clock& clock = workspace.clock();
    m_pages = {new NoteMode(theme, this), new EventMode(theme, clock, zone, LogActivity::Type::Call, compact, this),
               new EventMode(theme, clock, zone, LogActivity::Type::Sms, compact, this),
               new EventMode(theme, clock, zone, LogActivity::Type::Meeting, compact, this),
               new FollowUpMode(theme, clock, zone, compact, this)};
    connect(qobject_cast<NoteMode*>(page(Mode::Note)), &NoteMode::attachRequested, this, &Composer::attach);
    for (ComposerMode* page : m_pages) {
        page->follow(workspace.catalogue());
        column->addWidget(page);
        connect(page, &ComposerMode::edited, this, [this] {
            if (!m_restoring) {
                showProblem({});
                keepDraft();
            }
        });
        connect(page, &ComposerMode::submitted, this, &Composer::submit);
        connect(page, &ComposerMode::cancelled, this, [this] {
            showProblem({});
            if (m_mode != Mode::Note) {
                showMode(Mode::Note);
                keepDraft();
            }
        });
    }
    connect(&workspace, &Workspace::catalogueChanged, this, [this] {
        for (ComposerMode* page : m_pages) {
            page->follow(m_workspace.catalogue());
        }
    });
    m_problem->setObjectName(QStringLiteral("composerProblem"));
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
    m_problem->hide();
    if (compact) {
        connect(qApp, &QApplication::focusChanged, this, &Composer::followFocus);
        page(Mode::Note)->findChild<QPlainTextEdit*>()->viewport()->installEventFilter(this);
    }
    showMode(Mode::Note);
}

QString Composer::modeKey(Mode mode)
{
    return QString::fromLatin1(QMetaEnum::fromType<Mode>().valueToKey(static_cast<int>(mode))).toLower();
}

void Composer::setLead(LeadId lead)
{
    if (lead == m_lead) {
        return;
    }
    keepDraft();
    m_lead = lead;
    m_unfolded = false;
    restoreDraft();
}

void Composer::start(Mode mode)
{
    m_unfolded = true;
    showMode(mode);
    page(mode)->focusFirst();
    keepDraft();
}

void Composer::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeHint();
}

void Composer::placeHint()
{
    if (m_hint == nullptr) {
        return;
    }
    const QSize size = m_hint->sizeHint();
    const int height = m_pillRow->sizeHint().height();
    m_hint->setGeometry(width() - size.width(), (height - size.height()) / 2, size.width(), size.height());
    m_hint->setVisible(m_pillRow->sizeHint().width() + size.width() + 12 <= width());
}

void Composer::focusCurrent()
{
    m_visiting = true;
    page(m_mode)->focusFirst();
    m_visiting = false;
}

void Composer::followFocus(const QWidget* old, const QWidget* now)
{
    if (now == nullptr || old == nullptr || m_visiting) {
        return; // the window came or went, or the panel was opened: nobody asked for anything here
    }
    if (QApplication::mouseButtons() != Qt::NoButton) {
        return; // nothing moves under a pressed button
    }
    if (isAncestorOf(now)) {
        m_unfolded = true;
    } else if (!parentWidget()->isAncestorOf(now)) { // else what one is about to click below would move away
        m_unfolded = false;
    }
    showPills();
}

bool Composer::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        m_unfolded = true;
        showPills();
    }
    return QWidget::eventFilter(watched, event);
}

void Composer::showPills()
{
    m_pillRow->setVisible(!m_compact || m_unfolded || m_mode != Mode::Note);
}

void Composer::showMode(Mode mode)
{
    m_mode = mode;
    for (const Mode each : allModes) {
        const bool on = each == mode;
        page(each)->setVisible(on);
        Button* pill = m_pills[static_cast<std::size_t>(each)];
        pill->setChecked(on);
        pill->setKind(on ? Button::Kind::Soft : Button::Kind::Quiet);
    }
    showPills();
    showProblem({});
}

void Composer::submit()
{
    if (m_busy || m_lead.isNull()) {
        return;
    }
    const Mode sent = m_mode;
    const LeadId lead = m_lead;
    const Result<Command> command = page(sent)->command(lead);
    if (!command) {
        showProblem(command.error().message);
        page(sent)->focusFirst();
        return;
    }
    const QVariantMap written = page(sent)->draft();
    m_busy = true;
    page(sent)->setBusy(true);
    showProblem({});
    whenReady(m_workspace.submit(*command), this, [this, sent, lead, written](const Result<Committed>& answer) {
        m_busy = false;
        page(sent)->setBusy(false);
        if (!answer) {
            if (lead == m_lead) {
                showProblem(tr("%1 What you wrote is kept here.").arg(answer.error().message));
            }
            return;
        }
        if (lead != m_lead) { // another lead is shown by now: only its own draft may go
            QVariantMap draft = m_drafts.draft(lead);
            if (draft.value(modeKey(sent)).toMap() == written) {
                draft.remove(modeKey(sent));
                draft.remove(QStringLiteral("mode"));
                m_drafts.setDraft(lead, draft);
            }
        } else if (page(sent)->draft() == written) {
            clear(sent);
        }
        Q_EMIT logged(answer->changes);
    });
}

void Composer::attach()
{
    showProblem({});
    m_files->attach(this, m_lead,
                    [this, lead = m_lead](const QString& problem, DocumentId document, const QString& fileName) {
                        if (lead != m_lead) {
                            return; // it stands among the documents of its lead
                        }
                        if (!problem.isEmpty()) {
                            showProblem(problem);
                            return;
                        }
                        qobject_cast<NoteMode*>(page(Mode::Note))->addAttachment(document, fileName);
                        focusCurrent();
                    });
}

void Composer::clear(Mode mode)
{
    m_restoring = true;
    page(mode)->setDraft({});
    m_restoring = false;
    if (m_mode == mode && mode != Mode::Note) {
        const bool focused = page(mode)->isAncestorOf(focusWidget());
        showMode(Mode::Note);
        if (focused) {
            page(Mode::Note)->focusFirst();
        }
    }
    keepDraft();
}

void Composer::keepDraft()
{
    if (m_lead.isNull() || m_restoring) {
        return;
    }
    QVariantMap draft;
    for (const Mode each : allModes) {
        if (const QVariantMap typed = page(each)->draft(); !typed.isEmpty()) {
            draft.insert(modeKey(each), typed);
        }
    }
    if (!draft.isEmpty()) {
        draft.insert(QStringLiteral("mode"), static_cast<int>(m_mode));
    }
    m_drafts.setDraft(m_lead, draft);
}

void Composer::restoreDraft()
{
    m_restoring = true;
    const QVariantMap draft = m_drafts.draft(m_lead);
    for (const Mode each : allModes) {
        page(each)->setDraft(draft.value(modeKey(each)).toMap());
    }
    const int mode = draft.value(QStringLiteral("mode"), 0).toInt();
    showMode(mode >= 0 && mode < static_cast<int>(m_pages.size()) ? static_cast<Mode>(mode) : Mode::Note);
    m_restoring = false;
}

void Composer::showProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setAccessibleName(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

} // namespace keyturn
