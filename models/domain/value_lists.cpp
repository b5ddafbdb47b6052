// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/value_lists.h"

#include <QCoreApplication>

#include <iterator>

namespace keyturn {

namespace {

struct Entry
{
    ValueList list;
    const char* key;
    const char* label;
};

constexpr const char* context = "keyturn::ValueLists";

constexpr Entry entries[] = {
    {ValueList::Source, "website", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Website")},
    {ValueList::Source, "web_form", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Web form")},
    {ValueList::Source, "referral_realtor", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Realtor referral")},
    {ValueList::Source, "referral_client", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Client referral")},
    {ValueList::Source, "referral_builder", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Builder referral")},
    {ValueList::Source, "referral_other", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Other referral")},
    {ValueList::Source, "purchased", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Purchased lead")},
    {ValueList::Source, "open_house", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Open house")},
    {ValueList::Source, "walk_in", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Walk-in")},
    {ValueList::Source, "phone_in", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Phone-in")},
    {ValueList::Source, "social", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Social media")},
    {ValueList::Source, "event", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Event")},
    {ValueList::Source, "email_campaign", QT_TRANSLATE_NOOP("keyturn::ValueLists", "E-mail campaign")},
    {ValueList::Source, "past_client", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Past client")},
    {ValueList::Source, "trigger_lead", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Trigger lead")},
    {ValueList::Source, "import", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Import")},
    {ValueList::Source, "other", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Other")},

    {ValueList::Temperature, "hot", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Hot")},
    {ValueList::Temperature, "warm", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Warm")},
    {ValueList::Temperature, "cold", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Cold")},

    {ValueList::InterestLevel, "none", QT_TRANSLATE_NOOP("keyturn::ValueLists", "None")},
    {ValueList::InterestLevel, "low", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Low")},
    {ValueList::InterestLevel, "medium", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Medium")},
    {ValueList::InterestLevel, "high", QT_TRANSLATE_NOOP("keyturn::ValueLists", "High")},

    {ValueList::PurchaseReadiness, "researching", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Researching")},
    {ValueList::PurchaseReadiness, "over_6_months", QT_TRANSLATE_NOOP("keyturn::ValueLists", "In over 6 months")},
    {ValueList::PurchaseReadiness, "3_to_6_months", QT_TRANSLATE_NOOP("keyturn::ValueLists", "In 3 to 6 months")},
    {ValueList::PurchaseReadiness, "under_3_months", QT_TRANSLATE_NOOP("keyturn::ValueLists", "In under 3 months")},
    {ValueList::PurchaseReadiness, "ready_now", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Ready now")},

    {ValueList::ExitReason, "rate_or_fees", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Rate or fees")},
    {ValueList::ExitReason, "competitor", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Went to a competitor")},
    {ValueList::ExitReason, "no_response", QT_TRANSLATE_NOOP("keyturn::ValueLists", "No response")},
    {ValueList::ExitReason, "credit", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Credit")},
    {ValueList::ExitReason, "income_or_dti", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Income or debt ratio")},
    {ValueList::ExitReason, "assets", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Assets")},
    {ValueList::ExitReason, "property", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Property")},
    {ValueList::ExitReason, "changed_plans", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Changed plans")},
    {ValueList::ExitReason, "not_buying", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Not buying")},
    {ValueList::ExitReason, "incomplete_file", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Incomplete file")},
    {ValueList::ExitReason, "duplicate", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Duplicate")},
    {ValueList::ExitReason, "bad_contact_data", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Bad contact data")},
    {ValueList::ExitReason, "spam", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Spam")},
    {ValueList::ExitReason, "other", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Other reason")},

    {ValueList::CompanySize, "solo", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Solo")},
    {ValueList::CompanySize, "small", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Small company")},
    {ValueList::CompanySize, "medium", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Medium company")},
    {ValueList::CompanySize, "enterprise", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Enterprise")},

    {ValueList::EngagementLevel, "low", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Low")},
    {ValueList::EngagementLevel, "medium", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Medium")},
    {ValueList::EngagementLevel, "high", QT_TRANSLATE_NOOP("keyturn::ValueLists", "High")},

    {ValueList::Timeline, "now", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Now")},
    {ValueList::Timeline, "1_3_months", QT_TRANSLATE_NOOP("keyturn::ValueLists", "1 to 3 months")},
    {ValueList::Timeline, "3_6_months", QT_TRANSLATE_NOOP("keyturn::ValueLists", "3 to 6 months")},
    {ValueList::Timeline, "6_12_months", QT_TRANSLATE_NOOP("keyturn::ValueLists", "6 to 12 months")},
    {ValueList::Timeline, "later", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Later")},

    {ValueList::PropertyType, "single_family", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Single family")},
    {ValueList::PropertyType, "condo", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Condo")},
    {ValueList::PropertyType, "townhouse", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Townhouse")},
    {ValueList::PropertyType, "pud", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Planned unit development")},
    {ValueList::PropertyType, "multi_2_4", QT_TRANSLATE_NOOP("keyturn::ValueLists", "2 to 4 units")},
    {ValueList::PropertyType, "manufactured", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Manufactured home")},
    {ValueList::PropertyType, "co_op", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Co-op")},
    {ValueList::PropertyType, "land", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Land")},
    {ValueList::PropertyType, "other", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Other")},

    {ValueList::LoanPurpose, "purchase", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Purchase")},
    {ValueList::LoanPurpose, "refinance_rate_term", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Refinance")},
    {ValueList::LoanPurpose, "refinance_cash_out", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Cash-out refinance")},
    {ValueList::LoanPurpose, "construction", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Construction")},
    {ValueList::LoanPurpose, "home_equity", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Home equity")},
    {ValueList::LoanPurpose, "reverse", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Reverse mortgage")},
    {ValueList::LoanPurpose, "other", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Other")},

    {ValueList::LoanProgram, "conventional", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Conventional")},
    {ValueList::LoanProgram, "fha", QT_TRANSLATE_NOOP("keyturn::ValueLists", "FHA")},
    {ValueList::LoanProgram, "va", QT_TRANSLATE_NOOP("keyturn::ValueLists", "VA")},
    {ValueList::LoanProgram, "usda", QT_TRANSLATE_NOOP("keyturn::ValueLists", "USDA")},
    {ValueList::LoanProgram, "jumbo", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Jumbo")},
    {ValueList::LoanProgram, "non_qm", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Non-QM")},
    {ValueList::LoanProgram, "dscr", QT_TRANSLATE_NOOP("keyturn::ValueLists", "DSCR")},
    {ValueList::LoanProgram, "heloc", QT_TRANSLATE_NOOP("keyturn::ValueLists", "HELOC")},
    {ValueList::LoanProgram, "reverse", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Reverse")},
    {ValueList::LoanProgram, "other", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Other")},

    {ValueList::Occupancy, "primary_residence", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Primary home")},
    {ValueList::Occupancy, "second_home", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Second home")},
    {ValueList::Occupancy, "investment", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Investment")},

    {ValueList::FicoBand, "under_580", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Under 580")},
    {ValueList::FicoBand, "580_619",
     QT_TRANSLATE_NOOP("keyturn::ValueLists", "580\xe2\x80\x93"
                                              "619")},
    {ValueList::FicoBand, "620_659",
     QT_TRANSLATE_NOOP("keyturn::ValueLists", "620\xe2\x80\x93"
                                              "659")},
    {ValueList::FicoBand, "660_699",
     QT_TRANSLATE_NOOP("keyturn::ValueLists", "660\xe2\x80\x93"
                                              "699")},
    {ValueList::FicoBand, "700_739",
     QT_TRANSLATE_NOOP("keyturn::ValueLists", "700\xe2\x80\x93"
                                              "739")},
    {ValueList::FicoBand, "740_779",
     QT_TRANSLATE_NOOP("keyturn::ValueLists", "740\xe2\x80\x93"
                                              "779")},
    {ValueList::FicoBand, "780_plus", QT_TRANSLATE_NOOP("keyturn::ValueLists", "780+")},
    {ValueList::FicoBand, "unknown", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Unknown")},

    {ValueList::FicoSource, "self_reported", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Self-reported")},
    {ValueList::FicoSource, "soft_pull", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Soft pull")},
    {ValueList::FicoSource, "hard_pull", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Hard pull")},

    {ValueList::IncomeType, "w2", QT_TRANSLATE_NOOP("keyturn::ValueLists", "W-2")},
    {ValueList::IncomeType, "self_employed", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Self-employed")},
    {ValueList::IncomeType, "retired", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Retired")},
    {ValueList::IncomeType, "rental", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Rental")},
    {ValueList::IncomeType, "mixed", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Mixed")},
    {ValueList::IncomeType, "other", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Other")},

    {ValueList::Amortization, "fixed", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Fixed")},
    {ValueList::Amortization, "arm", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Adjustable (ARM)")},

    {ValueList::TermMonths, "120", QT_TRANSLATE_NOOP("keyturn::ValueLists", "10 years")},
    {ValueList::TermMonths, "180", QT_TRANSLATE_NOOP("keyturn::ValueLists", "15 years")},
    {ValueList::TermMonths, "240", QT_TRANSLATE_NOOP("keyturn::ValueLists", "20 years")},
    {ValueList::TermMonths, "300", QT_TRANSLATE_NOOP("keyturn::ValueLists", "25 years")},
    {ValueList::TermMonths, "360", QT_TRANSLATE_NOOP("keyturn::ValueLists", "30 years")},

    {ValueList::ContactType, "person", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Person")},
    {ValueList::ContactType, "realtor", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Realtor")},
    {ValueList::ContactType, "builder", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Builder")},
    {ValueList::ContactType, "title_escrow", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Title or escrow")},
    {ValueList::ContactType, "attorney", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Attorney")},
    {ValueList::ContactType, "insurance_agent", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Insurance agent")},
    {ValueList::ContactType, "appraiser", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Appraiser")},
    {ValueList::ContactType, "cpa", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Accountant")},
    {ValueList::ContactType, "financial_advisor", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Financial advisor")},
    {ValueList::ContactType, "lender", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Lender")},
    {ValueList::ContactType, "other", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Other")},

    {ValueList::PartnerStatus, "prospect", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Prospect")},
    {ValueList::PartnerStatus, "active", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Active")},
    {ValueList::PartnerStatus, "dormant", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Dormant")},
    {ValueList::PartnerStatus, "ended", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Ended")},

    {ValueList::ContactRole, "borrower", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Borrower")},
    {ValueList::ContactRole, "co_borrower", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Co-borrower")},
    {ValueList::ContactRole, "co_signer", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Co-signer")},
    {ValueList::ContactRole, "buyers_agent", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Buyer's agent")},
    {ValueList::ContactRole, "listing_agent", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Listing agent")},
    {ValueList::ContactRole, "builder", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Builder")},
    {ValueList::ContactRole, "title_escrow", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Title or escrow")},
    {ValueList::ContactRole, "attorney", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Attorney")},
    {ValueList::ContactRole, "insurance_agent", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Insurance agent")},
    {ValueList::ContactRole, "decision_maker", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Decision maker")},
    {ValueList::ContactRole, "influencer", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Influencer")},
    {ValueList::ContactRole, "technical", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Technical contact")},
    {ValueList::ContactRole, "financial", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Financial contact")},
    {ValueList::ContactRole, "end_user", QT_TRANSLATE_NOOP("keyturn::ValueLists", "End user")},
    {ValueList::ContactRole, "primary", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Primary contact")},
    {ValueList::ContactRole, "other", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Other")},

    {ValueList::NoteType, "general", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Note")},
    {ValueList::NoteType, "meeting", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Meeting note")},
    {ValueList::NoteType, "call", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Call note")},
    {ValueList::NoteType, "research", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Research")},
    {ValueList::NoteType, "reminder", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Reminder")},

    {ValueList::TaskType, "follow_up", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Follow-up")},
    {ValueList::TaskType, "call", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Call")},
    {ValueList::TaskType, "meeting", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Meeting")},
    {ValueList::TaskType, "email", QT_TRANSLATE_NOOP("keyturn::ValueLists", "E-mail")},
    {ValueList::TaskType, "document", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Document")},
    {ValueList::TaskType, "review", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Review")},
    {ValueList::TaskType, "other", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Other")},

    {ValueList::TaskPriority, "low", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Low")},
    {ValueList::TaskPriority, "medium", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Medium")},
    {ValueList::TaskPriority, "high", QT_TRANSLATE_NOOP("keyturn::ValueLists", "High")},

    {ValueList::TaskStatus, "pending", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Open")},
    {ValueList::TaskStatus, "overdue", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Overdue")},
    {ValueList::TaskStatus, "completed", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Done")},
    {ValueList::TaskStatus, "cancelled", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Cancelled")},

    {ValueList::CallOutcome, "connected", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Connected")},
    {ValueList::CallOutcome, "left_voicemail", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Left voicemail")},
    {ValueList::CallOutcome, "no_answer", QT_TRANSLATE_NOOP("keyturn::ValueLists", "No answer")},
    {ValueList::CallOutcome, "busy", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Busy")},
    {ValueList::CallOutcome, "wrong_number", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Wrong number")},
    {ValueList::CallOutcome, "interested", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Interested")},
    {ValueList::CallOutcome, "qualified", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Qualified")},
    {ValueList::CallOutcome, "not_interested", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Not interested")},
    {ValueList::CallOutcome, "callback", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Wants a call back")},
    {ValueList::CallOutcome, "opted_out", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Opted out")},

    {ValueList::DocumentType, "quote", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Quote")},
    {ValueList::DocumentType, "prequal_letter", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Pre-qualification letter")},
    {ValueList::DocumentType, "purchase_contract", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Purchase contract")},
    {ValueList::DocumentType, "paystub", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Pay stub")},
    {ValueList::DocumentType, "w2", QT_TRANSLATE_NOOP("keyturn::ValueLists", "W-2")},
    {ValueList::DocumentType, "tax_return", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Tax return")},
    {ValueList::DocumentType, "bank_statement", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Bank statement")},
    {ValueList::DocumentType, "identification", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Identification")},
    {ValueList::DocumentType, "credit_report", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Credit report")},
    {ValueList::DocumentType, "loan_estimate", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Loan estimate")},
    {ValueList::DocumentType, "closing_disclosure", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Closing disclosure")},
    {ValueList::DocumentType, "appraisal", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Appraisal")},
    {ValueList::DocumentType, "title", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Title")},
    {ValueList::DocumentType, "insurance", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Insurance")},
    {ValueList::DocumentType, "consent_evidence", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Consent evidence")},
    {ValueList::DocumentType, "email_raw", QT_TRANSLATE_NOOP("keyturn::ValueLists", "E-mail")},
    {ValueList::DocumentType, "proposal", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Proposal")},
    {ValueList::DocumentType, "contract", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Contract")},
    {ValueList::DocumentType, "brochure", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Brochure")},
    {ValueList::DocumentType, "presentation", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Presentation")},
    {ValueList::DocumentType, "other", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Other")},

    {ValueList::UserRole, "loan_officer", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Loan officer")},
    {ValueList::UserRole, "loan_assistant", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Loan assistant")},
    {ValueList::UserRole, "processor", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Processor")},
    {ValueList::UserRole, "marketing", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Marketing")},
    {ValueList::UserRole, "manager", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Manager")},
    {ValueList::UserRole, "org_admin", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Administrator")},
    {ValueList::UserRole, "system_admin", QT_TRANSLATE_NOOP("keyturn::ValueLists", "System administrator")},
    {ValueList::UserRole, "viewer", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Viewer")},
    {ValueList::UserRole, "service", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Service")},

    {ValueList::CustomFieldType, "text", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Text")},
    {ValueList::CustomFieldType, "number", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Number")},
    {ValueList::CustomFieldType, "money", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Amount")},
    {ValueList::CustomFieldType, "date", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Date")},
    {ValueList::CustomFieldType, "choice", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Choice")},
    {ValueList::CustomFieldType, "yes_no", QT_TRANSLATE_NOOP("keyturn::ValueLists", "Yes or no")},
};

// Names of places are not translated.
constexpr Entry states[] = {
#define KEYTURN_STATE(code, name) {ValueList::UsState, code, name},
    KEYTURN_STATE("AL", "Alabama") KEYTURN_STATE("AK", "Alaska") KEYTURN_STATE("AZ", "Arizona")
        KEYTURN_STATE("AR", "Arkansas") KEYTURN_STATE("CA", "California") KEYTURN_STATE("CO", "Colorado") KEYTURN_STATE(
            "CT", "Connecticut") KEYTURN_STATE("DE", "Delaware") KEYTURN_STATE("DC", "District of Columbia")
            KEYTURN_STATE("FL", "Florida") KEYTURN_STATE("GA", "Georgia") KEYTURN_STATE("GU", "Guam") KEYTURN_STATE(
                "HI", "Hawaii") KEYTURN_STATE("ID", "Idaho") KEYTURN_STATE("IL", "Illinois")
                KEYTURN_STATE("IN", "Indiana") KEYTURN_STATE("IA", "Iowa") KEYTURN_STATE("KS", "Kansas") KEYTURN_STATE(
                    "KY", "Kentucky") KEYTURN_STATE("LA", "Louisiana") KEYTURN_STATE("ME", "Maine")
                    KEYTURN_STATE("MD", "Maryland") KEYTURN_STATE("MA", "Massachusetts") KEYTURN_STATE("MI", "Michigan")
                        KEYTURN_STATE("MN", "Minnesota") KEYTURN_STATE("MS", "Mississippi") KEYTURN_STATE(
                            "MO", "Missouri") KEYTURN_STATE("MT", "Montana") KEYTURN_STATE("NE", "Nebraska")
                            KEYTURN_STATE("NV", "Nevada") KEYTURN_STATE("NH", "New Hampshire") KEYTURN_STATE(
                                "NJ", "New Jersey") KEYTURN_STATE("NM", "New Mexico") KEYTURN_STATE("NY", "New York")
                                KEYTURN_STATE("NC", "North Carolina") KEYTURN_STATE("ND", "North Dakota")
                                    KEYTURN_STATE("OH", "Ohio") KEYTURN_STATE("OK", "Oklahoma") KEYTURN_STATE("OR",
                                                                                                              "Oregon")
                                        KEYTURN_STATE("PA", "Pennsylvania") KEYTURN_STATE("PR", "Puerto Rico")
                                            KEYTURN_STATE("RI", "Rhode Island") KEYTURN_STATE("SC", "South Carolina")
                                                KEYTURN_STATE("SD", "South Dakota") KEYTURN_STATE("TN", "Tennessee")
                                                    KEYTURN_STATE("TX", "Texas") KEYTURN_STATE("UT", "Utah")
                                                        KEYTURN_STATE("VT", "Vermont") KEYTURN_STATE("VA", "Virginia")
                                                            KEYTURN_STATE("VI", "U.S. Virgin Islands")
                                                                KEYTURN_STATE("WA", "Washington")
                                                                    KEYTURN_STATE("WV", "West Virginia")
                                                                        KEYTURN_STATE("WI", "Wisconsin")
                                                                            KEYTURN_STATE("WY", "Wyoming")
#undef KEYTURN_STATE
};

QString labelOf(const Entry& entry)
{
    return entry.list == ValueList::UsState ? QString::fromUtf8(entry.label)
                                            : QCoreApplication::translate(context, entry.label);
}

template<typename Visit>
void each(ValueList list, Visit&& visit)
{
    const auto scan = [&](const auto& table) {
        for (const Entry& entry : table) {
            if (entry.list == list && !visit(entry)) {
                return;
            }
        }
    };
    if (list == ValueList::UsState) {
        scan(states);
    } else {
        scan(entries);
    }
}

} // namespace

std::vector<Choice> choices(ValueList list)
{
    std::vector<Choice> found;
    each(list, [&](const Entry& entry) {
        found.push_back({QString::fromLatin1(entry.key), labelOf(entry)});
        return true;
    });
    return found;
}

QString choiceLabel(ValueList list, const QString& key)
{
    QString label;
    each(list, [&](const Entry& entry) {
        if (key == QLatin1String(entry.key)) {
            label = labelOf(entry);
        }
        return label.isEmpty();
    });
    if (label.isEmpty() && !key.isEmpty()) {
        label = key;
        label.replace(u'_', u' ');
        label[0] = label.at(0).toUpper();
    }
    return label;
}

bool hasChoice(ValueList list, const QString& key)
{
    bool found = false;
    each(list, [&](const Entry& entry) {
        found = key == QLatin1String(entry.key);
        return !found;
    });
    return found;
}

QString choiceKey(ValueList list, const QString& text)
{
    const QString wanted = text.simplified();
    QString key;
    each(list, [&](const Entry& entry) {
        if (wanted.compare(QLatin1String(entry.key), Qt::CaseInsensitive) == 0 ||
            wanted.compare(labelOf(entry), Qt::CaseInsensitive) == 0 ||
            wanted.compare(QString::fromUtf8(entry.label), Qt::CaseInsensitive) == 0) {
            key = QString::fromLatin1(entry.key);
        }
        return key.isEmpty();
    });
    return key;
}

} // namespace keyturn
