// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lead_editor.h"
#include "models/items/lead_store.h"
#include "ui/kit/ui_context.h"

#include <QObject>

#include <optional>

class QMenu;

namespace keyturn {

/// What can be done with the lead that is shown, from its head: the same on the page and in the panel.
class LeadActions : public QObject
{
    Q_OBJECT

public:
    LeadActions(LeadStore& store, LeadEditor& editor, const UiContext& context, QObject* parent = nullptr);

    [[nodiscard]] const LeadDetail& detail() const { return m_editor.detail(); }
    [[nodiscard]] const Catalogue& catalogue() const { return m_store.catalogue(); }
    [[nodiscard]] const Stage* stage() const;
    [[nodiscard]] const User* owner() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString phone() const; ///< E.164; empty if none
    [[nodiscard]] QString email() const;
    /// The open task that is due next, if there is one.
    [[nodiscard]] std::optional<Task> nextTask() const;

    void showStageMenu(QWidget* anchor);
    void showTemperatureMenu(QWidget* anchor);
    void showOwnerMenu(QWidget* anchor);
    void showMoreMenu(QWidget* anchor);
    void moveTo(StageId stage, QWidget* anchor);
    void completeNextTask();
    /// Puts the number on the clipboard, hands it to the telephone program, and offers to log the call.
    void call();
    void mail();
    void addReminder(const QDateTime& local);

Q_SIGNALS:
    void callStarted();
    void noticed(const QString& text);
    void failed(const keyturn::Error& error);
    void deleted();

private:
    void submit(const Command& command);
    void askDelete(QWidget* anchor);
    static QMenu* menuFor(QWidget* anchor);
    static void popUp(QMenu* menu, QWidget* anchor);

    LeadStore& m_store;
    LeadEditor& m_editor;
    const UiContext m_context;
};

} // namespace keyturn
