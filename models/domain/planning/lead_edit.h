// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/commands.h"
#include "models/domain/lead_fields.h"
#include "models/domain/planning/draft.h"

#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

namespace keyturn {

/// Edits of one lead and its two side rows, with everything that follows from them: the name from its parts, the FICO
/// band from the score, the loan amount from price and down payment, the pipeline value from the loan amount.
class LeadEdit
{
public:
    /// A lead that is being created.
    explicit LeadEdit(Draft& draft);
    /// A lead that is there.
    static Result<LeadEdit> of(Draft& draft, const Record& lead);

    /// Takes the edits in; checks names, types, ranges, lists and bases.
    Done apply(const std::vector<FieldEdit>& edits);
    /// Takes over what stands in the book already: without checks, and nothing follows from it.
    void adopt(const QString& field, const QVariant& value) { set(field, value, true); }
    /// Whether a lead may have neither an e-mail address nor a telephone number: only one that another program gave us.
    enum class Reach { Needed, MayBeMissing };
    /// Checks that need the whole: a way to reach the person, a unique address, ranges that fit together.
    /// `leaving` is a lead whose address becomes free by the same change.
    Done check(const QString& leadId, Reach reach = Reach::Needed, const QString& leaving = {}) const;

    /// Writes the rows of an existing lead and its field_changed entry. True if anything changed.
    bool write(const QString& leadId);
    /// Writes the rows of a new lead.
    void create(const QString& leadId, const Draft::Values& more);

    [[nodiscard]] QVariant value(const QString& field) const;
    [[nodiscard]] QString text(const QString& field) const { return value(field).toString(); }
    /// Labels of the fields that the edits changed, in order.
    [[nodiscard]] const QStringList& changedLabels() const { return m_labels; }

private:
    struct Change
    {
        QVariant before;
        QVariant after;
        bool byHand = true;
    };

    Done applyOne(const FieldEdit& edit);
    void set(const QString& field, const QVariant& value, bool byHand);
    [[nodiscard]] QVariant stored(const QString& field) const;
    [[nodiscard]] bool touched(const QString& field) const { return m_changes.contains(field); }
    void deriveName();
    Done deriveBand();
    void deriveAmount();
    void deriveValue();
    void logChanges(const QString& leadId);
    void writeSide(const QString& table, const std::optional<Record>& row, QLatin1String prefix, const QString& leadId);

    Draft* m_draft;
    std::optional<Record> m_lead;
    std::optional<Record> m_loan;
    std::optional<Record> m_profile;
    QMap<QString, Change> m_changes; ///< by canonical name
    QStringList m_labels;
};

/// The value as it is stored: texts without needless spaces, telephone numbers in E.164 where they can be parsed.
QVariant canonicalValue(const LeadField& field, const QVariant& value);

} // namespace keyturn
