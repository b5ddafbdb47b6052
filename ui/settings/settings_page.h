// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/workspace.h"
#include "ui/kit/page.h"
#include "ui/kit/ui_context.h"

class QStackedWidget;

namespace keyturn {

class BookSection;
class SettingsSection;
class TabBar;

/// Settings: the look, people and company, stages, fields, the book, the keys, and what Keyturn is made of. Everything
/// saves itself.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    SettingsPage(Workspace& workspace, const UiContext& context, const QString& language, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] std::vector<StatusPart> status() const override;
    void focusContent() override;

    enum Section { Look, Profile, People, Stages, Fields, Book, Keys, About };
    void showSection(Section section);
    [[nodiscard]] BookSection& book() { return *m_book; }

Q_SIGNALS:
    void appearanceChosen(const QString& appearance);
    void languageChosen(const QString& language);
    void densityChosen(const QString& density);
    void reducedMotionChosen(bool reduced);
    void newBookRequested();
    void openBookRequested();
    void importRequested();
    void exportBookRequested();
    void exportActivitiesRequested();
    void restoreRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void add(const QString& title, QWidget* content);
    /// Of no use to those who may only look.
    SettingsSection* forWriters(SettingsSection* section);
    void add(const QString& title, SettingsSection* section);
    [[nodiscard]] QWidget* makeKeys();
    [[nodiscard]] QWidget* makeAbout();

    Workspace& m_workspace;
    UiContext m_context;
    TabBar* m_tabs;
    QStackedWidget* m_stack;
    BookSection* m_book = nullptr;
};

} // namespace keyturn
