// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_fields.h"
#include "models/workspace/workspace.h"

#include <QHash>
#include <QObject>

#include <array>
#include <optional>
#include <vector>

namespace keyturn {

/// Two leads side by side before they become one: in what they differ, which of them stays, which value counts, and
/// what follows. The leads keep their sides whichever is kept, so that a choice means a value and not a direction.
/// Follows the book while it is looked at.
class MergeComparison : public QObject
{
    Q_OBJECT

public:
    enum Side { Left, Right };

    struct Row
    {
        enum class Kind {
            Differs,  ///< one of two has to be chosen
            OneKnows, ///< only one of them has it, and so it stays or is taken over
            Same,
        };

        QString field; ///< script name
        QString label;
        std::array<QString, 2> texts; ///< of each side; empty if it has nothing there
        Kind kind = Kind::Same;
        Side chosen = Left;

        friend bool operator==(const Row&, const Row&) = default;
    };

    /// How much of the other lead follows to the kept one.
    struct Following
    {
        qint64 activities = 0;
        int notes = 0;
        int tasks = 0;
        int contacts = 0;
        int documents = 0;
        int tags = 0;
        bool doNotContact = false; ///< the other asked not to be contacted, and so the kept one is not any more
    };

    explicit MergeComparison(Workspace& workspace, QObject* parent = nullptr);
    ~MergeComparison() override;

    /// Null ids: nothing is compared.
    void setLeads(LeadId left, LeadId right);
    [[nodiscard]] LeadId lead(Side side) const { return m_leads[side]; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] const LeadDetail& detail(Side side) const { return m_details[side]; }

    /// Which one stays. At first the one with the longer history.
    [[nodiscard]] Side kept() const { return m_kept; }
    void keep(Side side);
    void choose(const QString& field, Side side);

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] Following following() const;
    /// What is to be done, as it is shown now.
    [[nodiscard]] MergeLeads command() const;

Q_SIGNALS:
    /// Another pair, or another state of it.
    void changed();
    /// One of the two is gone: removed, or merged elsewhere.
    void gone();
    void failed(const keyturn::Error& error);

private:
    void load();
    void receive(Side side, const LeadDetail& detail);
    void makeRows();
    [[nodiscard]] QString textOf(const LeadField& field, const QVariant& value) const;

    Workspace& m_workspace;
    std::array<LeadId, 2> m_leads;
    std::array<LeadDetail, 2> m_details;
    std::array<bool, 2> m_arrived{};
    Side m_kept = Left;
    bool m_keptByHand = false;
    bool m_loaded = false;
    quint64 m_generation = 0;
    QHash<QString, Side> m_choices; ///< made by hand
    std::vector<Row> m_rows;
};

} // namespace keyturn
