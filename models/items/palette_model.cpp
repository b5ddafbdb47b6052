// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/palette_model.h"

#include "models/items/lead_presenter.h"
#include "models/items/palette_match.h"
#include "models/items/role_names.h"
#include "models/items/search_model.h"
#include "models/workspace/when_ready.h"

#include <algorithm>

namespace keyturn {

namespace {

constexpr qsizetype maxRecents = 12;
constexpr qint64 sliceMs = 8;
constexpr qsizetype shortestSearch = 2;
const QLatin1String leadPrefix("lead:");

// How well a command fits by what is not its title.
int scoreOfWords(const PaletteCommand& command, const QString& query)
{
    constexpr int firstWord = 350; // the first of the words is the command's other name
    constexpr int allWords = 150;
    constexpr int fromHere = 200; // strewn letters are chance here
    if (query.isEmpty()) {
        return 0;
    }
    if (command.words.startsWith(query, Qt::CaseInsensitive)) {
        return firstWord;
    }
    const int other = std::max(matchTitle(command.hint, query).score, matchTitle(command.words, query).score);
    const bool fits = matchWords(QStringList{command.title, command.hint, command.words}.join(u' '), query);
    return std::max(other >= fromHere ? other / 2 : 0, fits ? allWords : 0);
}

} // namespace

PaletteModel::PaletteModel(LeadStore& store, QObject* parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &PaletteModel::continueSearch);
    connect(&store, &LeadStore::aboutToReplace, this, [this] {
        m_finder.reset();
        m_found.clear();
    });
    connect(&store, &LeadStore::settled, this, &PaletteModel::search);
    connect(&store, &LeadStore::replaced, this, &PaletteModel::search);
}

PaletteModel::~PaletteModel()
{
    if (m_outdated) {
        *m_outdated = true;
    }
}

void PaletteModel::setSearch(Workspace* workspace)
{
    m_workspace = workspace;
    rebuild();
}

void PaletteModel::setCommands(std::vector<PaletteCommand> commands)
{
    m_commands = std::move(commands);
    rebuild();
}

void PaletteModel::setQuery(const QString& query)
{
    m_query = query.simplified();
    searchBook();
    search();
}

void PaletteModel::searchBook()
{
    if (m_outdated) {
        *m_outdated = true;
        m_outdated.reset();
    }
    if (m_workspace == nullptr || m_query.size() < shortestSearch) {
        m_hits.clear();
        return;
    }
    m_outdated = std::make_shared<std::atomic_bool>(false);
    SearchRequest request;
    request.text = m_query;
    request.limit = maxFound;
    request.outdated = m_outdated;
    // What was found for one letter less stays until then.
    whenReady(m_workspace->search(request), this, [this, mine = m_outdated](const Result<SearchResults>& found) {
        if (mine != m_outdated) {
            return;
        }
        m_outdated.reset();
        // A search that fails leaves what can be done without it; the page says why.
        m_hits = found ? found->hits : std::vector<SearchHit>();
        rebuild();
    });
}

std::vector<PaletteModel::Item> PaletteModel::foundItems(qsizetype room) const
{
    std::vector<const SearchHit*> chosen;
    // One of each kind before a second one of any; leads are listed already, if their names or numbers fit.
    for (int round = 0; round < maxFound; ++round) {
        for (const SearchKind kind : allSearchKinds) {
            int nth = 0;
            for (const SearchHit& hit : m_hits) {
                if (hit.kind != kind || nth++ != round) {
                    continue;
                }
                const bool isListed =
                    kind == SearchKind::Lead && std::ranges::any_of(m_found, [&](LeadTable::Row row) {
                        return m_store.table().isLive(row) && LeadId(m_store.table().uuid(row)) == hit.lead;
                    });
                if (!isListed && std::ssize(chosen) < room) {
                    chosen.push_back(&hit);
                }
            }
        }
    }
    std::ranges::stable_sort(chosen, {}, [](const SearchHit* hit) { return hit->kind; });
    std::vector<Item> items;
    for (const SearchHit* hit : chosen) {
        Item item;
        item.kind = Kind::Found;
        item.id = hit->id;
        item.lead = hit->lead;
        item.icon = SearchModel::kindIcon(*hit);
        item.hit = *hit;
        const bool isNamed = hit->kind == SearchKind::Lead || hit->kind == SearchKind::Contact ||
                             hit->kind == SearchKind::Task || hit->kind == SearchKind::Document;
        if (isNamed) {
            item.title = hit->title;
            item.matches = hit->titleMarks;
            item.hint = hit->kind == SearchKind::Lead || hit->titleMarks.isEmpty() ? hit->excerpt.text : hit->leadName;
            item.hintMatches = item.hint == hit->excerpt.text ? hit->excerpt.marks : Ranges();
        } else {
            item.title = hit->leadName;
            item.hint = hit->excerpt.text;
            item.hintMatches = hit->excerpt.marks;
        }
        items.push_back(item);
    }
    return items;
}

void PaletteModel::search()
{
    m_found.clear();
    m_fitting = 0;
    m_finder = m_query.isEmpty() ? nullptr : std::make_unique<LeadFinder>(m_store.table(), m_query, maxLeads);
    continueSearch();
}

void PaletteModel::continueSearch()
{
    bool done = true;
    if (m_finder) {
        done = m_finder->step(QDeadlineTimer(sliceMs, Qt::PreciseTimer));
        m_found = m_finder->best();
        m_fitting = m_finder->count();
    }
    if (done) {
        m_finder.reset();
        m_slice.stop();
    } else {
        m_slice.start();
    }
    rebuild();
}

void PaletteModel::setRecents(const QStringList& recents)
{
    m_recents = recents.mid(0, maxRecents);
    rebuild();
}

void PaletteModel::remember(const QModelIndex& index)
{
    if (!index.isValid()) {
        return;
    }
    const Item& item = m_items[static_cast<std::size_t>(index.row())];
    if (item.kind == Kind::Found || item.kind == Kind::SearchAll) {
        return;
    }
    const QString key = item.kind == Kind::Lead ? QString(leadPrefix + item.lead.toString()) : item.id;
    m_recents.removeAll(key);
    m_recents.prepend(key);
    m_recents = m_recents.mid(0, maxRecents);
}

void PaletteModel::rememberLead(LeadId lead)
{
    const QString key = leadPrefix + lead.toString();
    m_recents.removeAll(key);
    m_recents.prepend(key);
    m_recents = m_recents.mid(0, maxRecents);
}

PaletteModel::Item PaletteModel::leadItem(LeadTable::Row row) const
{
    const LeadView view = LeadPresenter(m_store).view(row);
    Item item;
    item.kind = Kind::Lead;
    item.lead = view.id;
    item.id = view.id.toString();
    item.title = view.name;
    item.icon = QStringLiteral("user-round");
    if (const Stage* stage = m_store.catalogue().stage(view.stage)) {
        item.stageColor = stage->color;
    }
    QString task;
    if (!view.taskTitle.isEmpty()) {
        task = tr("next: %1").arg(QString(view.taskTitle + u' ' + view.taskDueText).trimmed());
    }
    // What the name does not hold is shown where it was found.
    QStringList elsewhere;
    QStringList missing;
    for (const QString& word : m_query.split(u' ', Qt::SkipEmptyParts)) {
        const PaletteMatch match = matchTitle(view.name, word);
        if (match.score >= 200) {
            item.matches += match.ranges;
            continue;
        }
        missing.append(word);
        const auto tag = std::find_if(view.tags.begin(), view.tags.end(),
                                      [&](const QString& name) { return name.contains(word, Qt::CaseInsensitive); });
        if (view.email.contains(word, Qt::CaseInsensitive)) {
            elsewhere.append(view.email);
        } else if (tag != view.tags.end()) {
            elsewhere.append(*tag);
        }
    }
    const auto digits = matchDigits(view.phone, m_query);
    if (digits.second > 0) {
        elsewhere.append(view.phone);
    }
    elsewhere.removeDuplicates();
    QStringList hint{view.stageName, elsewhere.join(QStringLiteral(", ")), view.amountText, task};
    hint.removeAll(QString());
    item.hint = hint.join(QStringLiteral(", "));
    for (const QString& word : missing) {
        // Behind the stage: its name is not searched.
        if (const auto at = item.hint.indexOf(word, view.stageName.size(), Qt::CaseInsensitive); at >= 0) {
            item.hintMatches.append({static_cast<int>(at), static_cast<int>(word.size())});
        }
    }
    if (digits.second > 0) {
        const auto at = static_cast<int>(item.hint.indexOf(view.phone, view.stageName.size()));
        item.hintMatches = {{at + digits.first, digits.second}};
    }
    std::sort(item.matches.begin(), item.matches.end());
    std::sort(item.hintMatches.begin(), item.hintMatches.end());
    return item;
}

void PaletteModel::rebuild()
{
    std::vector<Item> items;
    const auto section = [&](const QString& title, std::vector<Item> more) {
        if (!more.empty()) {
            more.front().section = title;
            items.insert(items.end(), more.begin(), more.end());
        }
    };
    const auto commandItem = [](const PaletteCommand& command, const PaletteMatch& match) {
        Item item;
        item.kind = command.onLead ? Kind::LeadAction : Kind::WindowCommand;
        item.id = command.id;
        item.title = command.title;
        item.hint = command.hint;
        item.icon = command.icon;
        item.keys = command.keys;
        item.matches = match.ranges;
        item.enabled = command.enabled;
        return item;
    };

    std::vector<Item> leads;
    std::vector<Item> actions;
    if (m_query.isEmpty()) {
        for (const QString& recent : m_recents) {
            const bool isLead = recent.startsWith(leadPrefix);
            const auto row =
                isLead ? m_store.table().rowOf(LeadId::fromString(recent.mid(leadPrefix.size()))) : LeadTable::noRow;
            if (row != LeadTable::noRow && std::ssize(leads) < 5) {
                leads.push_back(leadItem(row));
            }
        }
    } else {
        for (const LeadTable::Row row : m_found) {
            if (m_store.table().isLive(row)) {
                leads.push_back(leadItem(row));
            }
        }
        for (const PaletteCommand& command : m_commands) {
            if (command.onLead && !leads.empty() && actions.size() < 3) {
                Item item = commandItem(command, {});
                item.lead = leads.front().lead;
                actions.push_back(item);
            }
        }
    }

    struct Found
    {
        Item item;
        int score;
        qsizetype recent;
    };
    std::vector<Found> found;
    for (const PaletteCommand& command : m_commands) {
        if (command.onLead) {
            continue;
        }
        PaletteMatch match = matchTitle(command.title, m_query);
        if (const int other = scoreOfWords(command, m_query); other > match.score) {
            match.score = other; // the letters that fit the title, if any, are still marked
        }
        if (match.fits()) {
            const qsizetype at = m_recents.indexOf(command.id);
            found.push_back({commandItem(command, match), match.score, at < 0 ? maxRecents : at});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return a.score != b.score ? a.score > b.score : a.recent < b.recent;
    });
    // A screenful: leads first, yet never so many that no command is seen.
    const qsizetype hits = std::max<qsizetype>(std::ssize(leads), m_fitting) + std::ssize(found);
    std::vector<Item> inBook;
    std::vector<Item> everything;
    if (m_workspace != nullptr && !m_query.isEmpty()) {
        // One row for the search of everything, one for a command if any fits.
        const auto left = maxRows - std::ssize(actions) - 1 - std::min<qsizetype>(std::ssize(found), 1);
        inBook = foundItems(std::min<qsizetype>(maxFound, left - std::min<qsizetype>(std::ssize(leads), roomForLeads)));
        Item all;
        all.kind = Kind::SearchAll;
        all.title = tr("Search everything for “%1”").arg(m_query);
        all.icon = QStringLiteral("search");
        everything.push_back(all);
    }
    const auto room = maxRows - std::ssize(actions) - std::ssize(inBook) - std::ssize(everything);
    const auto reserved =
        std::min<qsizetype>(std::ssize(found), inBook.empty() ? roomForCommands : roomForCommands / 4);
    const auto leadRows = std::min<qsizetype>(std::ssize(leads), room - reserved);
    const auto commandRows = std::min<qsizetype>(std::ssize(found), room - leadRows);
    m_hasMore = !m_query.isEmpty() && hits > leadRows + commandRows;
    const qsizetype hidden = m_query.isEmpty() ? 0 : hits - leadRows - commandRows;
    leads.resize(static_cast<std::size_t>(leadRows));
    std::vector<Item> commands;
    for (qsizetype i = 0; i < commandRows; ++i) {
        commands.push_back(found[static_cast<std::size_t>(i)].item);
    }
    const QString first = leads.empty() ? QString() : leads.front().title;
    section(m_query.isEmpty() ? tr("Recent leads") : tr("Leads"), leads);
    section(tr("Do with %1").arg(first), actions);
    section(tr("Commands"), commands);
    // Last: Enter on the name of a command must go on running it.
    everything.insert(everything.begin(), inBook.begin(), inBook.end());
    section(tr("In the whole book"), everything);

    m_shown = std::ranges::count_if(
        items, [](const Item& item) { return item.kind != Kind::LeadAction && item.kind != Kind::SearchAll; });
    m_total = m_finder ? -1 : m_shown + hidden;
    const int before = static_cast<int>(m_items.size());
    const int after = static_cast<int>(items.size());
    // Rows are places on the list here, not things: what they hold may all change with a letter.
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_items.insert(m_items.end(), items.begin() + before, items.end());
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_items.resize(static_cast<std::size_t>(after));
        endRemoveRows();
    }
    m_items = std::move(items);
    if (after > 0) {
        Q_EMIT dataChanged(index(0), index(after - 1));
    }
    Q_EMIT listed();
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Item& item = m_items[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Title:
        return item.title;
    case Qt::AccessibleTextRole: {
        QStringList parts{item.section, item.title, item.hint, item.keys.join(u'+')};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case KindValue:
        return static_cast<int>(item.kind);
    case Id:
        return item.id;
    case Lead:
        return QVariant::fromValue(item.lead);
    case Hint:
        return item.hint;
    case Icon:
        return item.icon;
    case Keys:
        return item.keys;
    case Matches:
        return QVariant::fromValue(item.matches);
    case HintMatches:
        return QVariant::fromValue(item.hintMatches);
    case StageColor:
        return item.stageColor;
    case SectionTitle:
        return item.section;
    case Enabled:
        return item.enabled;
    case Hit:
        return QVariant::fromValue(item.hit);
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const bool enabled = m_items[static_cast<std::size_t>(index.row())].enabled;
    return Qt::ItemIsSelectable | Qt::ItemNeverHasChildren | (enabled ? Qt::ItemIsEnabled : Qt::NoItemFlags);
}

QHash<int, QByteArray> PaletteModel::roleNames() const
{
    return withRoleNames<Role>(QAbstractListModel::roleNames());
}

} // namespace keyturn
