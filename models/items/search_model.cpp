// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/search_model.h"

#include "models/base/money.h"
#include "models/domain/value_lists.h"
#include "models/items/moment_text.h"
#include "models/items/role_names.h"
#include "models/workspace/when_ready.h"

#include <algorithm>

namespace keyturn {

namespace {
constexpr int restAfterChangesMs = 400;
} // namespace

SearchModel::SearchModel(Workspace& workspace, LeadStore& store, QObject* parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
    , m_store(store)
{
    m_again.setSingleShot(true);
    m_again.setInterval(restAfterChangesMs);
    connect(&m_again, &QTimer::timeout, this, &SearchModel::search);
    const auto soon = [this] {
        if (!m_text.isEmpty()) {
            m_again.start();
        }
    };
    connect(&workspace, &Workspace::changed, this, soon);
    connect(&workspace, &Workspace::catalogueChanged, this, soon);
    connect(&workspace, &Workspace::replaced, this, soon);
    connect(&workspace, &Workspace::searchIndexed, this, soon);
}

SearchModel::~SearchModel()
{
    if (m_outdated) {
        *m_outdated = true;
    }
}

void SearchModel::setText(const QString& text)
{
    if (text != m_text) {
        m_text = text;
        search();
    }
}

void SearchModel::setKinds(const std::vector<SearchKind>& kinds)
{
    if (kinds != m_kinds) {
        m_kinds = kinds;
        search();
    }
}

void SearchModel::setLimit(int limit)
{
    if (limit != m_limit) {
        m_limit = limit;
        search();
    }
}

void SearchModel::refresh()
{
    search();
}

void SearchModel::search()
{
    m_again.stop();
    if (m_outdated) {
        *m_outdated = true;
        m_outdated.reset();
    }
    if (m_text.trimmed().isEmpty()) {
        take({});
        return;
    }
    m_settled = false;
    m_outdated = std::make_shared<std::atomic_bool>(false);
    SearchRequest request;
    request.text = m_text;
    request.limit = m_limit;
    request.outdated = m_outdated;
    if (!m_kinds.empty()) {
        request.kinds = m_kinds;
    }
    Q_EMIT progressed();
    whenReady(m_workspace.search(request), this, [this, mine = m_outdated](const Result<SearchResults>& found) {
        if (mine != m_outdated) {
            return; // something newer was typed
        }
        m_outdated.reset();
        if (found) {
            take(*found);
            return;
        }
        m_settled = true;
        Q_EMIT progressed();
        if (found.error().kind != Error::Kind::Cancelled) {
            Q_EMIT failed(found.error());
        }
    });
}

void SearchModel::take(const SearchResults& results)
{
    const int before = rowCount();
    const int after = static_cast<int>(results.hits.size());
    // Rows are places here, not things: what they hold may all change with a letter.
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_results = results;
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_results = results;
        endRemoveRows();
    } else {
        m_results = results;
    }
    m_settled = true;
    if (after > 0) {
        Q_EMIT dataChanged(index(0), index(after - 1));
    }
    Q_EMIT progressed();
}

int SearchModel::countOf(SearchKind kind) const
{
    return static_cast<int>(
        std::ranges::count_if(m_results.hits, [kind](const SearchHit& hit) { return hit.kind == kind; }));
}

int SearchModel::rowOf(const SearchHit& hit) const
{
    const auto found = std::ranges::find_if(
        m_results.hits, [&](const SearchHit& one) { return one.kind == hit.kind && one.id == hit.id; });
    return found == m_results.hits.end() ? -1 : static_cast<int>(found - m_results.hits.begin());
}

int SearchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_results.hits.size());
}

QString SearchModel::kindName(SearchKind kind)
{
    switch (kind) {
    case SearchKind::Lead:
        return tr("Leads");
    case SearchKind::Contact:
        return tr("Contacts");
    case SearchKind::Note:
        return tr("Notes");
    case SearchKind::Activity:
        return tr("Timeline");
    case SearchKind::Task:
        return tr("Tasks");
    case SearchKind::Document:
        return tr("Documents");
    }
    return {};
}

QString SearchModel::kindIcon(const SearchHit& hit)
{
    switch (hit.kind) {
    case SearchKind::Lead:
        return QStringLiteral("user-round");
    case SearchKind::Contact:
        return QStringLiteral("contact");
    case SearchKind::Note:
        return hit.isPrivate ? QStringLiteral("lock") : QStringLiteral("file-text");
    case SearchKind::Activity:
        return hit.detail.startsWith(QLatin1String("call"))  ? QStringLiteral("phone")
               : hit.detail.startsWith(QLatin1String("sms")) ? QStringLiteral("message-square")
                                                             : QStringLiteral("history");
    case SearchKind::Task:
        return QStringLiteral("square-check");
    case SearchKind::Document:
        return QStringLiteral("paperclip");
    }
    return {};
}

QString SearchModel::titleOf(const SearchHit& hit) const
{
    if (!hit.title.isEmpty()) {
        return hit.title;
    }
    return hit.isPrivate ? tr("Private note") : tr("Note");
}

QString SearchModel::aboutOf(const SearchHit& hit) const
{
    QStringList parts;
    if (hit.kind != SearchKind::Lead && !hit.leadName.isEmpty()) {
        parts << hit.leadName;
    }
    if (const Stage* stage = m_store.catalogue().stage(hit.stage)) {
        parts << stage->name;
    }
    if (hit.kind == SearchKind::Lead && hit.valueCents > 0) {
        parts << Money{hit.valueCents}.toDisplay();
    }
    if (hit.kind == SearchKind::Task && hit.detail != QLatin1String("pending")) {
        parts << choiceLabel(ValueList::TaskStatus, hit.detail);
    }
    return parts.join(QStringLiteral(", "));
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const SearchHit& hit = hitAt(index.row());
    const auto section = [&]() -> QString {
        return index.row() == 0 || hitAt(index.row() - 1).kind != hit.kind ? kindName(hit.kind) : QString();
    };
    switch (role) {
    case Qt::DisplayRole:
    case Title:
        return titleOf(hit);
    case Qt::AccessibleTextRole: {
        QStringList parts{section(), titleOf(hit), aboutOf(hit), hit.excerpt.text};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case KindValue:
        return static_cast<int>(hit.kind);
    case Hit:
        return QVariant::fromValue(hit);
    case Lead:
        return QVariant::fromValue(hit.lead);
    case Icon:
        return kindIcon(hit);
    case TitleMarks:
        return QVariant::fromValue(hit.title.isEmpty() ? TextRanges() : hit.titleMarks);
    case Excerpt:
        return hit.excerpt.text;
    case ExcerptMarks:
        return QVariant::fromValue(hit.excerpt.marks);
    case About:
        return aboutOf(hit);
    case StageColor: {
        const Stage* stage = m_store.catalogue().stage(hit.stage);
        return stage ? stage->color : QString();
    }
    case WhenText:
        return hit.at.isNull() ? QString() : MomentText::ago(hit.at, m_workspace.clock().now());
    case SectionTitle:
        return section();
    case Private:
        return hit.isPrivate;
    default:
        return {};
    }
}

QHash<int, QByteArray> SearchModel::roleNames() const
{
    return withRoleNames<Role>(QAbstractListModel::roleNames());
}

} // namespace keyturn
