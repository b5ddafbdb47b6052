// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/instant.h"
#include "models/domain/record.h"

#include <vector>

namespace keyturn {

struct ContactLink
{
    LeadContactId id;
    ContactId contact;
    QString name;
    QString email;
    QString phone;
    QString company;
    QString role;
    bool isPrimary = false;
    QString notes;

    friend bool operator==(const ContactLink&, const ContactLink&) = default;
};

struct Attachment
{
    DocumentId document;
    QString fileName;
    qint64 size = 0;

    friend bool operator==(const Attachment&, const Attachment&) = default;
};

struct Note
{
    NoteId id;
    LeadId lead;
    UserId author;
    QString type;
    QString content;
    bool isPrivate = false;
    bool isPinned = false;
    std::vector<UserId> mentions;
    std::vector<Attachment> attachments;
    Instant createdAt;
    Instant updatedAt;
    qint64 version = 1;

    friend bool operator==(const Note&, const Note&) = default;
};

struct Task
{
    TaskId id;
    LeadId lead; ///< null: not about a lead
    QString leadName;
    QString title;
    QString description;
    QString type;
    QString priority;
    QString status; ///< pending, completed, cancelled, or the derived overdue
    Instant dueAt;
    QString dueDate; ///< YYYY-MM-DD, empty if none
    QString dueTime; ///< HH:MM, empty if none
    UserId assignedTo;
    Instant completedAt;
    Instant createdAt;
    qint64 version = 1;

    friend bool operator==(const Task&, const Task&) = default;
};

struct Document
{
    DocumentId id;
    LeadId lead;
    QString fileName;
    QString fileType;
    QString documentType;
    qint64 size = 0;
    UserId uploadedBy;
    Instant createdAt;

    friend bool operator==(const Document&, const Document&) = default;
};

/// One lead as its page shows it. `lead`, `loan` and `profile` are whole rows (loan and profile empty if there is none
/// yet); the lists are live rows only; private notes of other people are not among them.
struct LeadDetail
{
    /// A long log is not counted to its end: nobody waits for a number.
    static constexpr qint64 mostCounted = 200;

    LeadId id;
    Record lead;
    Record loan;
    Record profile;
    QStringList tags;
    std::vector<ContactLink> contacts;
    std::vector<Note> notes; ///< pinned first, then newest first
    std::vector<Task> tasks; ///< open by due time, then done newest first
    std::vector<Document> documents;
    qint64 activityCount = 0; ///< entries of the log; mostCounted + 1 for all that is more

    /// Reads "email", "loan.term_months", "profile.company", "custom.pets", "stage_id".
    [[nodiscard]] QVariant value(const QString& field) const;

    friend bool operator==(const LeadDetail&, const LeadDetail&) = default;
};

} // namespace keyturn
