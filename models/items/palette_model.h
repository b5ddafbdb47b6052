// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/search_hit.h"
#include "models/items/lead_finder.h"
#include "models/items/lead_store.h"
#include "models/workspace/workspace.h"

#include <QAbstractListModel>
#include <QList>
#include <QTimer>

#include <memory>
#include <vector>

namespace keyturn {

/// A command of the window as the palette offers it.
struct PaletteCommand
{
    QString id;    ///< stable: "page.board"
    QString title; ///< "Sort columns"
    QString hint;  ///< "Due first"
    QString icon;
    QStringList keys;    ///< as shown on key caps: {"Ctrl", "Shift", "I"}
    QString words;       ///< further words it is found by, not shown
    bool onLead = false; ///< an action on the first lead found
    bool enabled = true;
};

/// What Ctrl+K lists for a query: leads, what can be done with the first of them, and commands, in sections with at
/// most a screenful in all. In a very large book leads are looked for in slices of some milliseconds, and the list
/// shows the best so far. Section heads are not rows: a row says if it is the first of its section.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { Lead, LeadAction, WindowCommand, Found, SearchAll };
    Q_ENUM(Kind)
    enum Role {
        KindValue = Qt::UserRole + 1, ///< int of Kind
        Id,                           ///< command id, or the lead's id as text
        Lead,                         ///< keyturn::LeadId of a lead or of the lead that the action is for
        Title,
        Hint,
        Icon,
        Keys,         ///< QStringList
        Matches,      ///< QList<std::pair<int, int>>: start and length in Title
        HintMatches,  ///< the same in Hint: what was found there because the title does not hold it
        StageColor,   ///< #RRGGBB of the lead's stage, whose name begins the hint; empty for commands
        SectionTitle, ///< set on the first row of a section, else empty
        Enabled,
        Hit, ///< keyturn::SearchHit of a row that the search of the whole book found
    };
    Q_ENUM(Role)
    using Ranges = TextRanges;

    explicit PaletteModel(LeadStore& store, QObject* parent = nullptr);
    ~PaletteModel() override;

    /// Looks in the whole book too, from the second letter on. Not owned; it lives longer.
    void setSearch(Workspace* workspace);
    void setCommands(std::vector<PaletteCommand> commands);
    void setQuery(const QString& query);
    [[nodiscard]] QString query() const { return m_query; }
    /// Leads opened and commands run lately, newest first; offered while the query is empty.
    void remember(const QModelIndex& index);
    void rememberLead(LeadId lead);
    [[nodiscard]] QStringList recents() const { return m_recents; }
    void setRecents(const QStringList& recents);

    static constexpr int maxLeads = 10;
    static constexpr int maxRows = 10;        ///< what the palette shows without scrolling
    static constexpr int maxFound = 4;        ///< of these rows, notes and the like that the words stand in
    static constexpr int roomForLeads = 3;    ///< of these rows, as many leads find a place beside all else
    static constexpr int roomForCommands = 4; ///< of these rows, as many commands find a place beside leads
    /// Rows that were found: leads, commands, texts in the book. What can be done with the first lead, and the search
    /// of everything, are offered whatever was found and do not count.
    [[nodiscard]] qsizetype found() const { return m_shown; }
    /// There were more hits than rows.
    [[nodiscard]] bool hasMore() const { return m_hasMore; }
    /// found(), and the leads and commands that fit and found no room; -1 while leads are still looked for.
    [[nodiscard]] qsizetype total() const { return m_total; }
    /// More may still be found, among the leads or in the book.
    [[nodiscard]] bool isSearching() const { return m_finder != nullptr || m_outdated != nullptr; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    /// The list, or one of the counts above, is another now.
    void listed();

private:
    struct Item
    {
        Kind kind = Kind::WindowCommand;
        QString id;
        LeadId lead;
        QString title;
        QString hint;
        QString icon;
        QStringList keys;
        Ranges matches;
        Ranges hintMatches;
        QString stageColor;
        QString section;
        bool enabled = true;
        SearchHit hit = {};
    };

    void search();
    void searchBook();
    [[nodiscard]] std::vector<Item> foundItems(qsizetype room) const;
    void continueSearch();
    void rebuild();
    [[nodiscard]] Item leadItem(LeadTable::Row row) const;

    LeadStore& m_store;
    std::vector<PaletteCommand> m_commands;
    QString m_query;
    QStringList m_recents;
    std::vector<Item> m_items;
    std::unique_ptr<LeadFinder> m_finder; ///< while it has not gone through all leads
    std::vector<LeadTable::Row> m_found;  ///< for the query, best first
    QTimer m_slice;
    Workspace* m_workspace = nullptr;
    std::vector<SearchHit> m_hits;                ///< for the query, of other things than leads first
    std::shared_ptr<std::atomic_bool> m_outdated; ///< of the search of the book that is under way
    qsizetype m_fitting = 0;                      ///< leads
    bool m_hasMore = false;
    qsizetype m_shown = 0;
    qsizetype m_total = 0;
};

} // namespace keyturn
