// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/instant.h"
#include "models/domain/catalogue.h"
#include "models/domain/record.h"

#include <QByteArray>
#include <QDate>
#include <QStringList>
#include <QTime>

#include <optional>
#include <variant>
#include <vector>

namespace keyturn {

// What a person, a script or an engine asks for. Commands are values; `plan()` (planner.h) checks the rules against the
// book as it is and answers with the change set that does it. Nothing else ever writes.

/// A field of a lead by its script name: "email", "loan.loan_amount_cents", "profile.company", "custom.pets".
/// `base` is the value the user saw when they began to type; when it is set and the book holds another value by then,
/// the command is refused as a Conflict instead of overwriting (both values are in Error::detail as JSON
/// {"field","mine","theirs"}).
struct FieldEdit
{
    QString field;
    QVariant value;
    std::optional<QVariant> base;

    friend bool operator==(const FieldEdit&, const FieldEdit&) = default;
};

struct CreateLead
{
    LeadId id; ///< made by the caller, or null to have one made
    std::vector<FieldEdit> fields;
    std::optional<StageId> stage; ///< the initial stage if absent
    std::optional<UserId> owner;  ///< the current user if absent; a null id for nobody
    QStringList tags;
};

struct UpdateLeads
{
    std::vector<LeadId> leads;
    std::vector<FieldEdit> fields;
};

/// Every lead goes to `to`; leads already there are left alone. One command, one undo, however many cards were dragged.
struct MoveStage
{
    std::vector<LeadId> leads;
    StageId to;
    QString reasonCode; ///< required by stages with requiresReason
    QString reasonText; ///< required by the code "other"
    std::optional<QDate> nurtureUntil;
    /// Boards in "my order": the column from its top as it will be. Empty leaves the order alone.
    std::vector<LeadId> arrangement;
};

/// My own order of cards within one column; local to this book, never synced. `leads` in their new order from the top.
struct ArrangeCards
{
    StageId stage;
    std::vector<LeadId> leads;
};

struct AssignLeads
{
    std::vector<LeadId> leads;
    UserId owner; ///< null: nobody
    QString reason;
};

/// Adds and removes by name; a tag that does not exist yet is made.
struct TagLeads
{
    std::vector<LeadId> leads;
    QStringList add;
    QStringList remove;
};

struct DeleteLeads
{
    std::vector<LeadId> leads;
};

struct RestoreLeads
{
    std::vector<LeadId> leads;
};

/// Two leads that are the same person become one. Everything of `other` follows to `keep`, its fields only where they
/// are named in `fromOther` (script names, as in FieldEdit); `other` is removed and points at `keep` from then on.
struct MergeLeads
{
    LeadId keep;
    LeadId other;
    QStringList fromOther;
};

/// A call, meeting, SMS or other event that already happened (data-model.md R6).
struct LogActivity
{
    enum class Type { Call, Meeting, Sms, LinkedIn, Custom };
    LeadId lead;
    Type type = Type::Call;
    QString text;
    QString title; ///< Custom only
    std::optional<int> durationSeconds;
    QString outcome;           ///< communications.outcome
    bool inbound = false;      ///< direction
    std::optional<Instant> at; ///< now if absent; refused in the future
    bool highlight = false;
};

/// A note is a row of its own that can be edited; its text never enters the log (R9).
struct AddNote
{
    NoteId id;
    LeadId lead;
    QString content; ///< Markdown subset
    QString type = QStringLiteral("general");
    bool isPrivate = false;
    bool isPinned = false;
    std::vector<UserId> mentions; ///< must be empty when private
    std::vector<DocumentId> attachments;
};

struct EditNote
{
    NoteId id;
    std::optional<QString> content;
    std::optional<QString> type;
    std::optional<bool> isPrivate;
    std::optional<bool> isPinned;
    std::optional<std::vector<UserId>> mentions;
};

struct DeleteNote
{
    NoteId id;
};

/// A correction is a new entry that says so (R1). `withdrawn` takes the entry back as a whole.
struct CorrectActivity
{
    ActivityId activity;
    QString text;
    bool withdrawn = false;
};

struct AddTask
{
    TaskId id;
    std::optional<LeadId> lead;
    QString title;
    QString description;
    QString type = QStringLiteral("follow_up");
    std::optional<QDate> dueDate;
    std::optional<QTime> dueTime; ///< end of the day without one
    QString priority = QStringLiteral("medium");
    std::optional<UserId> assignedTo;
    bool isFollowUp = false; ///< also logs follow_up_scheduled on the lead (R6)
};

struct EditTask
{
    TaskId id;
    std::optional<QString> title;
    std::optional<QString> description;
    std::optional<QString> type;
    std::optional<QString> priority;
    std::optional<std::optional<QDate>> dueDate; ///< outer absent: leave; inner absent: clear
    std::optional<std::optional<QTime>> dueTime;
    std::optional<UserId> assignedTo;
};

struct CompleteTask
{
    TaskId id;
    bool done = true; ///< false opens it again
};

struct DeleteTask
{
    TaskId id;
};

/// Somebody else around the loan: co-borrower, agent, attorney. `contact` names a known person, otherwise `person` is
/// the new one (columns of contacts).
struct LinkContact
{
    LeadContactId id;
    LeadId lead;
    ContactId contact;
    Record person;
    QString role = QStringLiteral("other");
    bool isPrimary = false;
};

struct EditContactLink
{
    LeadContactId id;
    std::optional<QString> role;
    std::optional<bool> isPrimary;
    std::optional<QString> notes;
    bool remove = false;
};

struct EditContact
{
    ContactId id;
    std::vector<FieldEdit> fields;
};

/// Bytes for a note or a lead; stored once by their SHA-256.
struct AttachDocument
{
    DocumentId id;
    LeadId lead;
    QString fileName;
    QString mediaType;
    QByteArray content;
    QString documentType = QStringLiteral("other");
};

struct EditStage
{
    StageId id;
    std::optional<QString> name;
    std::optional<QString> color;
    std::optional<std::optional<int>> wipLimit;
    std::optional<std::optional<int>> rotDays;
};

/// Replaces the declared custom fields. A key of the deny-list (data-model.md 2.6) is refused.
struct DefineCustomFields
{
    std::vector<CustomField> fields;
};

/// Saves the view under its id, a new one without an id; own and shared are two places between which it moves. Without
/// content it is forgotten.
struct KeepView
{
    SavedView view;
};

struct EditOrganization
{
    std::optional<QString> name;
    std::optional<QString> timezone;
};

struct EditUser
{
    UserId id; ///< null: a new colleague in a solo book
    std::optional<QString> email;
    std::optional<QString> firstName;
    std::optional<QString> lastName;
    std::optional<QString> role;
    std::optional<QString> timezone;
    std::optional<QString> phone;
    std::optional<QString> jobTitle;
    std::optional<QString> nmlsId;
    std::optional<bool> isActive;
};

using Command = std::variant<CreateLead, UpdateLeads, MoveStage, ArrangeCards, AssignLeads, TagLeads, DeleteLeads,
                             RestoreLeads, MergeLeads, LogActivity, AddNote, EditNote, DeleteNote, CorrectActivity,
                             AddTask, EditTask, CompleteTask, DeleteTask, LinkContact, EditContactLink, EditContact,
                             AttachDocument, EditStage, DefineCustomFields, KeepView, EditOrganization, EditUser>;

/// The stable name that the log and the undo stack carry: "move_stage", "log_activity" …
QString commandName(const Command& command);

} // namespace keyturn
