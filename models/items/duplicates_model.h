// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/duplicates.h"
#include "models/workspace/workspace.h"

#include <QAbstractListModel>
#include <QTimer>

#include <optional>
#include <vector>

namespace keyturn {

/// The likely duplicates of the book, likeliest first. Pairs of which a lead goes away leave at once; what else changed
/// is looked for a little later, while the list is looked at.
class DuplicatesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        Pair = Qt::UserRole + 1, ///< keyturn::DuplicatePair
        FirstName,
        SecondName,
        Score,
        Reasons, ///< QStringList of words: "same e-mail"
    };
    Q_ENUM(Role)

    explicit DuplicatesModel(Workspace& workspace, QObject* parent = nullptr);
    ~DuplicatesModel() override;

    /// Looks through the book, or once more after the search that is under way.
    void refresh();
    /// Changes are followed while the list is looked at; what was missed is made up for.
    void setWatched(bool watched);
    /// Two people, from now on; or not any more.
    void decide(const DuplicateDecision& decision);

    [[nodiscard]] bool isLoading() const { return m_loading; }
    /// The whole book has been looked through at least once.
    [[nodiscard]] bool isKnown() const { return m_known; }
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] const DuplicatePair& pairAt(int row) const { return m_pairs[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(LeadId first, LeadId second) const;
    /// What a reason is called; the key itself if it is not known.
    static QString reasonText(const QString& key);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void progressed();
    /// By the undo of the window, whichever it was.
    void decisionTakenBack();
    void failed(const keyturn::Error& error);

private:
    void onChanged(const ChangeSet& changes);
    void receive(const DuplicateReport& report);
    void drop(const std::function<bool(const DuplicatePair&)>& isGone);

    Workspace& m_workspace;
    std::vector<DuplicatePair> m_pairs;
    std::vector<DuplicateDecision> m_decisions; ///< to go with the next search
    int m_total = 0;
    bool m_loading = false;
    bool m_again = false;
    bool m_known = false;
    bool m_watched = false;
    bool m_outdated = true;
    QTimer m_soon;
};

} // namespace keyturn
