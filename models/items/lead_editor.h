// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/domain/lead_detail.h"
#include "models/workspace/workspace.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace keyturn {

/// The form of one lead, without its widgets: what each field holds, what the user has typed, and what became of it.
/// A field saves itself when it is committed; the value it was based on goes along, so that a change made elsewhere in
/// the meantime is shown and never overwritten. Fields go by their script names ("email", "loan.loan_amount_cents",
/// "profile.company", "custom.pets").
class LeadEditor : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Clean,
        Editing, ///< typed, valid, not saved yet
        Invalid, ///< typed, not saved; error() says why
        Saving,
        Saved,            ///< for the tick; becomes Clean with the next edit
        Failed,           ///< error() says why; the typed text is kept, commit() tries again
        ChangedElsewhere, ///< theirText() is what the book holds; the user chooses
    };
    Q_ENUM(State)

    explicit LeadEditor(Workspace& workspace, QObject* parent = nullptr);
    ~LeadEditor() override;

    /// Unsaved valid edits of the lead before are committed first. A null id empties the form.
    void setLead(LeadId lead);
    [[nodiscard]] LeadId lead() const { return m_lead; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] const LeadDetail& detail() const { return m_detail; }

    /// What the book holds.
    [[nodiscard]] QVariant value(const QString& field) const { return m_detail.value(field); }
    /// What the field shows: the typed text, else the book's value formatted.
    [[nodiscard]] QString text(const QString& field) const;
    [[nodiscard]] State state(const QString& field) const;
    /// Why the field is Invalid or Failed, as a sentence.
    [[nodiscard]] QString error(const QString& field) const;
    [[nodiscard]] QString theirText(const QString& field) const;

    /// For every keystroke: validates, and the figures follow. Saves by itself a moment after the last one.
    void setText(const QString& field, const QString& text);
    /// For choices, dates and switches: sets and saves at once.
    void setValue(const QString& field, const QVariant& value);
    /// Leaving the field: saves now.
    void commit(const QString& field);
    void commitAll();
    /// Back to what the book holds (Esc).
    void discard(const QString& field);
    void takeTheirs(const QString& field);
    void keepMine(const QString& field);

    /// What the field would hold if everything valid that is typed were saved; for figures computed as you type.
    [[nodiscard]] QVariant effective(const QString& field) const;
    [[nodiscard]] bool hasUnsaved() const;

Q_SIGNALS:
    void loaded();
    /// The lead is gone, or never was.
    void missing();
    /// The lead was merged into this one, which has everything that it had.
    void mergedInto(keyturn::LeadId kept);
    void loadFailed(const keyturn::Error& error);
    /// Text, state or error of one field.
    void fieldChanged(const QString& field);
    /// Anything that figures are computed from.
    void figuresChanged();
    /// What was typed for a lead could not be saved; it is kept and stands in the form when the lead is shown again.
    void saveFailed(keyturn::LeadId lead, const QString& field, const keyturn::Error& error);
    /// Tags, contacts, notes, tasks or documents.
    void listsChanged();
    /// Stage, owner, temperature and the like, for the header.
    void headerChanged();

private:
    struct Edit
    {
        QString text;
        QVariant value;
        QVariant base;
        State state = State::Clean;
        QString error;
        QVariant theirs;
        bool typedAgain = false; ///< while the save was under way
    };

    void load();
    void receive(const LeadDetail& detail);
    void merge(const QString& field, Edit& edit);
    void save(const QString& field);
    void finish(LeadId lead, const QString& field, const QVariant& saved, const Result<Committed>& answer);
    [[nodiscard]] QString shown(const QString& field, const QVariant& value) const;
    void told(const QString& field);

    Workspace& m_workspace;
    LeadId m_lead;
    LeadDetail m_detail;
    bool m_loaded = false;
    quint64 m_generation = 0;
    QHash<QString, Edit> m_edits;
    QHash<LeadId, QHash<QString, Edit>> m_parked; ///< of other leads: what could not be saved
    QTimer m_autosave;
};

} // namespace keyturn
