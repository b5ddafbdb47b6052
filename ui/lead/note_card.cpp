// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/note_card.h"

#include "models/domain/value_lists.h"
#include "models/items/day_frame.h"
#include "models/workspace/when_ready.h"
#include "ui/kit/button.h"
#include "ui/kit/flow_layout.h"
#include "ui/kit/icon_button.h"
#include "ui/kit/label.h"
#include "ui/kit/menu_place.h"
#include "ui/kit/paint.h"
#include "ui/lead/file_work.h"
#include "ui/lead/growing_edit.h"
#include "ui/lead/timeline_row.h"

#include <QBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPainter>

namespace keyturn {

NoteCard::NoteCard(const UiContext& context, Workspace& workspace, FileWork& files, const Note& note, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_workspace(workspace)
    , m_files(files)
    , m_note(note)
    , m_heading(new Label(context.theme, TextStyle::SmallStrong, {}, this))
    , m_marks(new Label(context.theme, TextStyle::Small, &Colors::text2, {}, this))
    , m_text(new Label(context.theme, TextStyle::Body, {}, this))
    , m_pin(new IconButton(context.theme, QStringLiteral("pin"), tr("Pin this note"), this))
    , m_more(new IconButton(context.theme, QStringLiteral("ellipsis"), tr("More for this note"), this))
    , m_attachments(new QWidget(this))
    , m_problem(new Label(context.theme, TextStyle::Small, &Colors::red, {}, this))
{
    setObjectName(QStringLiteral("noteCard"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 8, 10);
    column->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->setSpacing(4);
    m_heading->setElided(true);
    top->addWidget(m_heading, 1);
    m_pin->setObjectName(QStringLiteral("notePin"));
    m_pin->setSize(24);
    m_more->setObjectName(QStringLiteral("noteMore"));
    m_more->setSize(24);
    top->addWidget(m_pin);
    top->addWidget(m_more);
    column->addLayout(top);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_text);
    column->addWidget(m_marks);
    new FlowLayout(6, m_attachments);
    column->addWidget(m_attachments);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    connect(m_pin, &QAbstractButton::clicked, this, [this] {
        EditNote change;
        change.id = m_note.id;
        change.isPinned = !m_note.isPinned;
        submit(change, false);
    });
    connect(m_more, &QAbstractButton::clicked, this, &NoteCard::showMenu);
    connect(&context.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    build();
}

void NoteCard::setNote(const Note& note)
{
    if (note == m_note) {
        return;
    }
    m_note = note;
    build();
}

QString NoteCard::heading() const
{
    const Catalogue& catalogue = m_workspace.catalogue();
    const User* author = catalogue.user(m_note.author);
    const QTimeZone zone = userZone(catalogue);
    const QDateTime when = m_note.createdAt.inZone(zone);
    const QDate today = m_workspace.clock().now().dateIn(zone);
    const QString day =
        when.date() == today
            ? QLocale().toString(when.time(), tr("h:mm AP"))
            : QLocale().toString(when.date(), when.date().year() == today.year() ? tr("MMM d") : tr("MMM d, yyyy"));
    const QString who = author != nullptr ? author->name() : tr("Imported");
    return m_note.type == QLatin1String("general")
               ? tr("%1, %2").arg(who, day)
               : tr("%1, %2, %3").arg(who, choiceLabel(ValueList::NoteType, m_note.type).toLower(), day);
}

void NoteCard::build()
{
    m_heading->setText(heading());
    setAccessibleName(tr("Note by %1: %2").arg(heading(), m_note.content));
    QString html;
    for (const TextRun& run : markdownRuns(m_note.content)) {
        const QString text = run.text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
        html += run.strong ? QStringLiteral("<b>") + text + QStringLiteral("</b>") : text;
    }
    m_text->setTextFormat(Qt::RichText);
    m_text->setText(html);
    QStringList marks;
    if (m_note.isPrivate) {
        marks.append(tr("Private, only you see this."));
    }
    if (m_note.updatedAt - m_note.createdAt > msPerMinute) {
        marks.append(tr("Edited."));
    }
    m_marks->setText(marks.join(QLatin1Char(' ')));
    m_marks->setVisible(!marks.isEmpty());
    m_pin->setColor(m_note.isPinned ? &Colors::accentText : &Colors::text3);
    m_pin->setName(m_note.isPinned ? tr("Unpin this note") : tr("Pin this note"));

    QLayout* chips = m_attachments->layout();
    while (QLayoutItem* item = chips->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (const Attachment& attachment : m_note.attachments) {
        auto* file = new Button(m_context.theme, Button::Kind::Secondary, attachment.fileName, m_attachments);
        file->setObjectName(QStringLiteral("noteAttachment"));
        file->setAccessibleName(tr("Save %1").arg(attachment.fileName));
        file->setIconName(QStringLiteral("paperclip"));
        file->setNote(QLocale().formattedDataSize(attachment.size));
        file->setSmall(true);
        connect(file, &QAbstractButton::clicked, this, [this, attachment] { openAttachment(attachment); });
        chips->addWidget(file);
        file->show();
    }
    m_attachments->setVisible(!m_note.attachments.empty());
    update();
}

void NoteCard::showMenu()
{
    auto* menu = new QMenu(m_more);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (isMine()) {
        connect(menu->addAction(tr("Edit")), &QAction::triggered, this, &NoteCard::edit);
        auto* types = menu->addMenu(tr("Type"));
        for (const Choice& choice : choices(ValueList::NoteType)) {
            QAction* action = types->addAction(choice.label);
            action->setCheckable(true);
            action->setChecked(choice.key == m_note.type);
            connect(action, &QAction::triggered, this, [this, key = choice.key] {
                EditNote change;
                change.id = m_note.id;
                change.type = key;
                submit(change, false);
            });
        }
        connect(menu->addAction(m_note.isPrivate ? tr("Make it visible to the team") : tr("Make it private")),
                &QAction::triggered, this, [this] {
                    EditNote change;
                    change.id = m_note.id;
                    change.isPrivate = !m_note.isPrivate;
                    if (*change.isPrivate) {
                        change.mentions = std::vector<UserId>();
                    }
                    submit(change, false);
                });
        menu->addSeparator();
        connect(menu->addAction(tr("Delete")), &QAction::triggered, this,
                [this] { submit(DeleteNote{m_note.id}, true); });
    } else {
        menu->addAction(tr("Only the author can change this note"))->setEnabled(false);
    }
    popUpBelow(*menu, *m_more);
}

void NoteCard::edit()
{
    if (m_editor != nullptr) {
        m_editor->setFocus();
        return;
    }
    m_editor = new GrowingEdit(m_context.theme, this);
    m_editor->setObjectName(QStringLiteral("noteEdit"));
    m_editor->setAccessibleName(tr("Text of the note"));
    m_editor->setPeople(m_workspace.catalogue().users);
    m_editor->setPlainText(m_note.content);
    m_editorRow = new QWidget(this);
    auto* row = new QHBoxLayout(m_editorRow);
    row->setContentsMargins(0, 0, 0, 0);
    auto* cancel = new Button(m_context.theme, Button::Kind::Quiet, tr("Cancel"), m_editorRow);
    cancel->setObjectName(QStringLiteral("noteEditCancel"));
    cancel->setAccessibleName(tr("Cancel editing"));
    cancel->setSmall(true);
    auto* keep = new Button(m_context.theme, Button::Kind::Secondary, tr("Save"), m_editorRow);
    keep->setObjectName(QStringLiteral("noteEditSave"));
    keep->setAccessibleName(tr("Save the note"));
    keep->setSmall(true);
    keep->setKeyHint(tr("Ctrl Enter"));
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(keep);
    auto* column = qobject_cast<QVBoxLayout*>(layout());
    column->insertWidget(1, m_editor);
    column->insertWidget(2, m_editorRow);
    m_text->hide();
    connect(m_editor, &GrowingEdit::submitted, this, &NoteCard::save);
    connect(m_editor, &GrowingEdit::cancelled, this, &NoteCard::closeEditor);
    connect(cancel, &QAbstractButton::clicked, this, &NoteCard::closeEditor);
    connect(keep, &QAbstractButton::clicked, this, &NoteCard::save);
    m_editor->show();
    m_editor->setFocus();
    m_editor->moveCursor(QTextCursor::End);
}

void NoteCard::closeEditor()
{
    if (m_editor == nullptr) {
        return;
    }
    m_editor->deleteLater();
    m_editorRow->deleteLater();
    m_editor->hide();
    m_editorRow->hide();
    m_editor = nullptr;
    m_editorRow = nullptr;
    m_problem->hide();
    m_text->show();
    m_more->setFocus();
}

void NoteCard::save()
{
    const QString text = m_editor->toPlainText().trimmed();
    if (text.isEmpty()) {
        m_problem->setText(tr("A note needs words. To take it away, delete it from its menu."));
        m_problem->show();
        return;
    }
    EditNote change;
    change.id = m_note.id;
    change.content = text;
    if (!m_note.isPrivate) {
        change.mentions = m_editor->mentions();
    }
    submit(change, true);
}

void NoteCard::submit(const Command& command, bool closes)
{
    m_problem->hide();
    whenReady(m_workspace.submit(command), this, [this, closes](const Result<Committed>& answer) {
        if (!answer) {
            m_problem->setText(answer.error().message);
            m_problem->show();
        } else if (closes) {
            closeEditor();
        }
    });
}

void NoteCard::openAttachment(const Attachment& attachment)
{
    m_files.save(this, attachment.document, attachment.fileName, [this](const QString& problem) {
        m_problem->setText(problem);
        m_problem->setVisible(!problem.isEmpty());
    });
}

void NoteCard::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& c = m_context.theme.colors();
    QPainter painter(this);
    paint::roundedRect(painter, rect(), 6, m_note.isPinned ? c.rot1 : c.alt, m_note.isPinned ? c.rot1Border : c.line);
}

} // namespace keyturn
