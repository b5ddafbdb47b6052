// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace keyturn {

/// One value that a list offers: the key that is stored and the words that people read.
struct Choice
{
    QString key;
    QString label;

    friend bool operator==(const Choice&, const Choice&) = default;
};

/// The value lists of the data model. Enums are closed; vocabularies are open, other values show as they are.
enum class ValueList {
    None,
    Source,
    Temperature,
    InterestLevel,
    PurchaseReadiness,
    ExitReason,
    CompanySize,
    EngagementLevel,
    Timeline,
    PropertyType,
    LoanPurpose,
    LoanProgram,
    Occupancy,
    FicoBand,
    FicoSource,
    IncomeType,
    Amortization,
    TermMonths,
    ContactType,
    PartnerStatus,
    ContactRole,
    NoteType,
    TaskType,
    TaskPriority,
    TaskStatus,
    CallOutcome,
    DocumentType,
    UserRole,
    CustomFieldType,
    UsState,
};

/// In the order in which people expect them, labels in their language.
std::vector<Choice> choices(ValueList list);
/// The label of `key`; an unknown key made readable ("semi_annual" gives "Semi annual").
QString choiceLabel(ValueList list, const QString& key);
bool hasChoice(ValueList list, const QString& key);
/// The key that `text` means: the key itself or its label, in any case; empty if neither.
QString choiceKey(ValueList list, const QString& text);

} // namespace keyturn
