// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/search_hit.h"
#include "models/items/lead_store.h"
#include "models/workspace/workspace.h"

#include <QAbstractListModel>
#include <QTimer>

#include <memory>

namespace keyturn {

/// What a search finds, by kind, as one types: every letter begins a new search and lets the one before it go. What was
/// found stays until something newer is known. Follows changes of the book. Section heads are not rows: a row says if
/// it is the first of its kind.
class SearchModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KindValue = Qt::UserRole + 1, ///< int of keyturn::SearchKind
        Hit,                          ///< keyturn::SearchHit
        Lead,                         ///< keyturn::LeadId, null if the row hangs on none
        Icon,
        Title,
        TitleMarks, ///< keyturn::TextRanges in Title
        Excerpt,
        ExcerptMarks,
        About,      ///< the lead's name, where the title is not that; stage, amount
        StageColor, ///< #RRGGBB of the lead's stage
        WhenText,
        SectionTitle, ///< set on the first row of a kind, else empty
        Private,
    };
    Q_ENUM(Role)

    static constexpr int usualLimit = 50;   ///< of each kind
    static constexpr int singleLimit = 200; ///< when one kind is looked at

    SearchModel(Workspace& workspace, LeadStore& store, QObject* parent = nullptr);
    ~SearchModel() override;

    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_text; }
    /// Empty: all kinds.
    void setKinds(const std::vector<SearchKind>& kinds);
    [[nodiscard]] const std::vector<SearchKind>& kinds() const { return m_kinds; }
    void setLimit(int limit);
    /// Looks again, for what was missed while nobody looked.
    void refresh();

    [[nodiscard]] bool isSearching() const { return m_outdated != nullptr; }
    /// What is listed answers the text as it is now.
    [[nodiscard]] bool isSettled() const { return m_settled; }
    [[nodiscard]] const SearchResults& results() const { return m_results; }
    [[nodiscard]] const SearchHit& hitAt(int row) const { return m_results.hits[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int countOf(SearchKind kind) const;
    /// The row of the same thing, -1 if it is not listed.
    [[nodiscard]] int rowOf(const SearchHit& hit) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    static QString kindName(SearchKind kind);
    static QString kindIcon(const SearchHit& hit);

Q_SIGNALS:
    /// Searching began or ended, or what is listed changed.
    void progressed();
    void failed(const keyturn::Error& error);

private:
    void search();
    void take(const SearchResults& results);
    [[nodiscard]] QString titleOf(const SearchHit& hit) const;
    [[nodiscard]] QString aboutOf(const SearchHit& hit) const;

    Workspace& m_workspace;
    LeadStore& m_store;
    QString m_text;
    std::vector<SearchKind> m_kinds;
    int m_limit = usualLimit;
    SearchResults m_results;
    std::shared_ptr<std::atomic_bool> m_outdated; ///< of the search under way
    bool m_settled = true;
    QTimer m_again; ///< after changes of the book
};

} // namespace keyturn
