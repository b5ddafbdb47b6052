// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/workspace/workspace.h"
#include "ui/kit/ui_context.h"
#include "ui/lead/composer_drafts.h"

#include <QWidget>

#include <vector>

namespace keyturn {

class Button;
class ComposerMode;
class FileWork;
class KeyCap;
class Label;

/// Writes down what happened and plans what comes: note, call, text message, meeting, follow-up. Nothing that was typed
/// is ever lost: drafts are kept for each lead, and a refused command leaves its text where it is.
class Composer : public QWidget
{
    Q_OBJECT

public:
    enum class Mode { Note, Call, Sms, Meeting, FollowUp };
    Q_ENUM(Mode)

    /// `compact` is the panel beside the board: one field until somebody goes there to write.
    Composer(Workspace& workspace, const UiContext& context, bool compact, QWidget* parent = nullptr);

    void setLead(LeadId lead);
    /// Shows the fields of `mode` and gives them the keyboard.
    void start(Mode mode);
    /// The keyboard, without unfolding what is folded.
    void focusCurrent();
    [[nodiscard]] Mode mode() const { return m_mode; }
    /// Sends what was typed. Afterwards: logged, or the reason in place.
    void submit();

Q_SIGNALS:
    /// It is committed; the toast may offer undo.
    void logged(const keyturn::ChangeSet& changes);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void placeHint();
    void followFocus(const QWidget* old, const QWidget* now);
    void showPills();
    void showMode(Mode mode);
    void keepDraft();
    void restoreDraft();
    void showProblem(const QString& sentence);
    void attach();
    void clear(Mode mode);
    [[nodiscard]] ComposerMode* page(Mode mode) const { return m_pages[static_cast<std::size_t>(mode)]; }
    static QString modeKey(Mode mode);

    Workspace& m_workspace;
    ComposerDrafts m_drafts;
    FileWork* m_files;
    bool m_compact;
    bool m_unfolded = false; ///< compact: somebody works here
    bool m_visiting = false; ///< the keyboard comes without having been sent by hand
    LeadId m_lead;
    Mode m_mode = Mode::Note;
    bool m_busy = false;
    bool m_restoring = false;
    QWidget* m_pillRow;
    std::vector<Button*> m_pills;
    std::vector<ComposerMode*> m_pages;
    Label* m_problem;
    QWidget* m_hint = nullptr; ///< where there is room for it
};

} // namespace keyturn
