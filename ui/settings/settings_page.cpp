// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include "ui/kit/label.h"
#include "ui/kit/logo.h"
#include "ui/kit/paint.h"
#include "ui/kit/scroll_area.h"
#include "ui/kit/section_card.h"
#include "ui/kit/shortcut_list.h"
#include "ui/kit/tab_bar.h"
#include "ui/settings/book_section.h"
#include "ui/settings/colleagues_section.h"
#include "ui/settings/fields_section.h"
#include "ui/settings/look_section.h"
#include "ui/settings/profile_section.h"
#include "ui/settings/stages_section.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace keyturn {

namespace {
constexpr int widest = 920;
}

SettingsPage::SettingsPage(Workspace& workspace, const UiContext& context, const QString& language, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_context(context)
    , m_tabs(new TabBar(context.theme, TabBar::Look::Underlined))
    , m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("settingsPage"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(20, 4, 20, 0);
    m_tabs->setAccessibleName(tr("Settings"));
    m_tabs->setObjectName(QStringLiteral("settingsTabs"));
    head->addWidget(m_tabs, 1);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);

    auto* look = new LookSection(context, workspace, language);
    connect(look, &LookSection::appearanceChosen, this, &SettingsPage::appearanceChosen);
    connect(look, &LookSection::languageChosen, this, &SettingsPage::languageChosen);
    connect(look, &LookSection::densityChosen, this, &SettingsPage::densityChosen);
    connect(look, &LookSection::reducedMotionChosen, this, &SettingsPage::reducedMotionChosen);
    add(tr("Look"), look);
    add(tr("You and company"), forWriters(new ProfileSection(context, workspace)));
    add(tr("People"), new ColleaguesSection(context, workspace));
    add(tr("Stages"), forWriters(new StagesSection(context, workspace)));
    add(tr("Fields"), forWriters(new FieldsSection(context, workspace)));
    m_book = new BookSection(context, workspace);
    connect(m_book, &BookSection::noticed, this, &Page::noticed);
    connect(m_book, &BookSection::newBookRequested, this, &SettingsPage::newBookRequested);
    connect(m_book, &BookSection::openBookRequested, this, &SettingsPage::openBookRequested);
    connect(m_book, &BookSection::importRequested, this, &SettingsPage::importRequested);
    connect(m_book, &BookSection::exportBookRequested, this, &SettingsPage::exportBookRequested);
    connect(m_book, &BookSection::exportActivitiesRequested, this, &SettingsPage::exportActivitiesRequested);
    connect(m_book, &BookSection::restoreRequested, this, &SettingsPage::restoreRequested);
    add(tr("Book"), m_book);
    add(tr("Keys"), makeKeys());
    add(tr("About"), makeAbout());
    connect(m_tabs, &TabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    setFocusProxy(m_tabs);
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

std::vector<StatusPart> SettingsPage::status() const
{
    return {{{}, tr("Every change saves itself")}};
}

void SettingsPage::focusContent()
{
    m_tabs->setFocus(Qt::OtherFocusReason);
}

void SettingsPage::showSection(Section section)
{
    m_tabs->setCurrentIndex(section);
}

SettingsSection* SettingsPage::forWriters(SettingsSection* section)
{
    const auto offer = [this, section] { section->setEnabled(m_workspace.access().mayWrite); };
    offer();
    connect(&m_workspace, &Workspace::accessChanged, section, offer);
    return section;
}

void SettingsPage::add(const QString& title, SettingsSection* section)
{
    connect(section, &SettingsSection::failed, this, &Page::failed);
    connect(&m_workspace, &Workspace::catalogueChanged, section, [section] { section->follow(); });
    add(title, static_cast<QWidget*>(section));
}

void SettingsPage::add(const QString& title, QWidget* content)
{
    auto* host = new QWidget;
    auto* row = new QHBoxLayout(host);
    row->setContentsMargins(20, 16, 20, 20);
    content->setMaximumWidth(widest);
    row->addWidget(content, 100, Qt::AlignTop);
    row->addStretch(1);
    m_tabs->addTab(title);
    m_stack->addWidget(new ScrollArea(host));
}

QWidget* SettingsPage::makeKeys()
{
    auto* card = new SectionCard(m_context.theme, tr("Keyboard shortcuts"));
    card->body()->addWidget(new ShortcutList(m_context.theme, 2));
    return card;
}

QWidget* SettingsPage::makeAbout()
{
    Theme& theme = m_context.theme;
    auto* card = new SectionCard(theme, tr("About Keyturn"));
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(new Logo(theme, 56), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(
        new Label(theme, TextStyle::Title, QStringLiteral("Keyturn %1").arg(QCoreApplication::applicationVersion())));
    const auto line = [&](const QString& text) {
        auto* label = new Label(theme, TextStyle::Body, &Colors::text2, text);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        words->addWidget(label);
    };
    line(tr("The desktop CRM for mortgage loan officers. Free software under the GNU General Public License, version 3 "
            "or later. It comes without any warranty."));
    line(
        tr("Built with Qt %1 (GNU Lesser General Public License 3), SQLite (public domain), tl::expected (CC0) and the "
           "Lucide icons (ISC licence).")
            .arg(QString::fromLatin1(qVersion())));
    line(tr("Figures that Keyturn computes are estimates, not a commitment to lend."));
    row->addLayout(words, 1);
    card->body()->addLayout(row);
    return card;
}

void SettingsPage::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.colors().window);
    painter.fillRect(QRect(0, m_tabs->geometry().bottom() + 1, width(), 1), m_context.theme.colors().line);
}

} // namespace keyturn
