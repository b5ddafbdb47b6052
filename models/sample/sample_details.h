// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sample/lead_plan.h"

#include <QVariant>

#include <array>

namespace keyturn::sample {

// Details that more than one table tells of, drawn the same way for each of them.

// Kinds of ids; see SampleSource::rowId.
enum IdKind {
    UserRow = 1,
    TagRow,
    ContactRow,
    LeadRow,
    ScenarioRow,
    ProfileRow,
    PersonRow,
    LeadTagRow,
    NoteRow,
    TaskRow,
    DoneTaskRow,
    AssignmentRow,
    CommunicationRow,
    ActivityRow
};

inline constexpr int contactCount = 24;
inline constexpr std::array tagNames{"First home",    "Relocating", "Gift funds", "Refi watch",
                                     "Self-employed", "Investor",   "Rural",      "New build",
                                     "Condo",         "Referral",   "Jumbo",      "Cash-out"};
inline constexpr std::array tagColors{"#4483CE", "#7357D6", "#279160", "#BD6F27", "#A24BC0", "#3E63DD",
                                      "#19693F", "#BD6F27", "#4483CE", "#A24BC0", "#7A8494", "#D6453B"};

struct TaskIdea
{
    const char* title;
    const char* type;
};
inline constexpr std::array earlyTasks{
    TaskIdea{"Call back", "call"},           TaskIdea{"Send the checklist", "email"},
    TaskIdea{"Rate follow-up", "follow_up"}, TaskIdea{"Check in", "call"},
    TaskIdea{"Collect W-2s", "document"},    TaskIdea{"Gift letter", "document"},
    TaskIdea{"Update budget", "follow_up"},  TaskIdea{"Refresh the letter", "document"}};
inline constexpr std::array lateTasks{
    TaskIdea{"Order appraisal", "review"},    TaskIdea{"Lock the rate", "follow_up"},
    TaskIdea{"Paystubs", "document"},         TaskIdea{"Title work", "document"},
    TaskIdea{"Insurance binder", "document"}, TaskIdea{"HOA questionnaire", "document"},
    TaskIdea{"Confirm wire", "call"},         TaskIdea{"Final walk-through", "meeting"},
    TaskIdea{"Review conditions", "review"}};
inline constexpr std::array outcomes{"connected", "left_voicemail", "no_answer", "connected", "interested", "callback"};

/// Who the lead is.
struct Person
{
    PersonName name;
    Place home;
    QString email;
    QString mobile;
};
Person personOf(quint64 seed, quint32 lead);

/// The money side of a lead, in whole dollars.
struct Loan
{
    qint64 price = 0;
    qint64 down = 0;
    qint64 amount = 0;
    const char* purpose = "purchase";
    const char* program = "conventional";
    int term = 360;
    int rate = 6250; ///< thousandths of a percent
    int fico = 720;
};
Loan loanOf(quint64 seed, quint32 lead);
QString ficoBand(int score);

/// What was said in a call, a text message or a meeting.
struct Talk
{
    QString outcome;
    QString content;
    qint64 seconds = 0;
    bool highlight = false;
};
Talk talkOf(quint64 seed, const Event& event);
TaskIdea doneTaskOf(quint64 seed, const Event& event);

inline QString latin(const char* text)
{
    return QString::fromLatin1(text);
}

inline QVariant orNull(bool known, const QVariant& value)
{
    return known ? value : QVariant();
}

} // namespace keyturn::sample
