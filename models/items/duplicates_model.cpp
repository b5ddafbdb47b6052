// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/duplicates_model.h"

#include "models/items/list_diff.h"
#include "models/items/role_names.h"
#include "models/workspace/when_ready.h"

#include <QSet>

#include <algorithm>

namespace keyturn {

namespace {

constexpr int soonMs = 1'200;

bool isSamePair(const DuplicatePair& pair, LeadId a, LeadId b)
{
    return (pair.first == a && pair.second == b) || (pair.first == b && pair.second == a);
}

} // namespace

DuplicatesModel::DuplicatesModel(Workspace& workspace, QObject* parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &DuplicatesModel::refresh);
    connect(&workspace, &Workspace::changed, this, &DuplicatesModel::onChanged);
    connect(&workspace, &Workspace::replaced, this, [this] {
        m_outdated = true;
        setWatched(m_watched);
    });
}

DuplicatesModel::~DuplicatesModel() = default;

void DuplicatesModel::setWatched(bool watched)
{
    m_watched = watched;
    if (watched && m_outdated) {
        refresh();
    }
}

void DuplicatesModel::refresh()
{
    m_soon.stop();
    if (m_loading) {
        m_again = true;
        return;
    }
    m_loading = true;
    m_outdated = false;
    DuplicateQuery query;
    query.decisions = std::exchange(m_decisions, {});
    Q_EMIT progressed();
    whenReady(m_workspace.duplicates(query), this,
              [this, decisions = query.decisions](const Result<DuplicateReport>& answer) {
                  m_loading = false;
                  if (answer) {
                      receive(*answer);
                  } else {
                      m_outdated = true;
                      if (answer.error().kind != Error::Kind::Refused && answer.error().kind != Error::Kind::Conflict) {
                          // What was decided is not forgotten: it goes with the next search.
                          m_decisions.insert(m_decisions.begin(), decisions.begin(), decisions.end());
                      } else {
                          m_again = true;
                      }
                      if (answer.error().kind != Error::Kind::Cancelled) {
                          Q_EMIT failed(answer.error());
                      }
                  }
                  Q_EMIT progressed();
                  if (std::exchange(m_again, false)) {
                      refresh();
                  }
              });
}

void DuplicatesModel::receive(const DuplicateReport& report)
{
    m_known = true;
    m_total = report.total;
    std::vector<DuplicatePair> wanted = report.pairs;
    // Decided while this was under way.
    std::erase_if(wanted, [this](const DuplicatePair& pair) {
        return std::ranges::any_of(m_decisions, [&pair](const DuplicateDecision& decision) {
            return decision.apart && isSamePair(pair, decision.first, decision.second);
        });
    });
    applyDiff(*this, m_pairs, std::move(wanted), {},
              [](const DuplicatePair& pair) { return std::pair(pair.first, pair.second); });
}

void DuplicatesModel::decide(const DuplicateDecision& decision)
{
    m_decisions.push_back(decision);
    if (decision.apart) {
        drop([&decision](const DuplicatePair& pair) { return isSamePair(pair, decision.first, decision.second); });
    }
    refresh();
}

void DuplicatesModel::drop(const std::function<bool(const DuplicatePair&)>& isGone)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (isGone(pairAt(row))) {
            beginRemoveRows({}, row, row);
            m_pairs.erase(m_pairs.begin() + row);
            endRemoveRows();
            m_total = std::max(0, m_total - 1);
        }
    }
}

void DuplicatesModel::onChanged(const ChangeSet& changes)
{
    static const QSet<QString> tells{QStringLiteral("leads"), QStringLiteral("lead_profiles")};
    QSet<LeadId> gone;
    bool concerns = false;
    for (const RowChange& row : changes.rows) {
        concerns = concerns || tells.contains(row.table);
        if (row.table == QLatin1String("leads") && row.after(QStringLiteral("deleted_at")).isValid()) {
            gone.insert(LeadId::fromString(row.id));
        }
    }
    const bool isDecision = changes.command == QLatin1String("decide_duplicates");
    if (isDecision && changes.origin == ChangeSet::Origin::Undo) {
        Q_EMIT decisionTakenBack();
    }
    if (!concerns || (isDecision && changes.origin == ChangeSet::Origin::Local)) {
        return; // its own decisions bring a search along
    }
    if (!gone.isEmpty()) {
        drop([&gone](const DuplicatePair& pair) { return gone.contains(pair.first) || gone.contains(pair.second); });
        Q_EMIT progressed();
    }
    m_outdated = true;
    if (m_watched) {
        m_soon.start();
    }
}

int DuplicatesModel::rowOf(LeadId first, LeadId second) const
{
    const auto found =
        std::ranges::find_if(m_pairs, [&](const DuplicatePair& pair) { return isSamePair(pair, first, second); });
    return found == m_pairs.end() ? -1 : static_cast<int>(found - m_pairs.begin());
}

QString DuplicatesModel::reasonText(const QString& key)
{
    static const QHash<QString, const char*> words{
        {QStringLiteral("email"), QT_TR_NOOP("same e-mail")},
        {QStringLiteral("phone"), QT_TR_NOOP("same phone")},
        {QStringLiteral("external_id"), QT_TR_NOOP("same id at the source")},
        {QStringLiteral("name"), QT_TR_NOOP("similar name")},
        {QStringLiteral("name_and_city"), QT_TR_NOOP("similar name, same city")},
        {QStringLiteral("name_and_company"), QT_TR_NOOP("similar name, same company")},
    };
    const char* const word = words.value(key);
    return word == nullptr ? key : tr(word);
}

int DuplicatesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pairs.size());
}

QVariant DuplicatesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const DuplicatePair& pair = pairAt(index.row());
    const auto reasons = [&pair] {
        QStringList words;
        for (const QString& key : pair.reasons) {
            words.append(reasonText(key));
        }
        return words;
    };
    switch (role) {
    case Qt::DisplayRole:
        return tr("%1 and %2", "the names of two leads").arg(pair.firstName, pair.secondName);
    case Qt::AccessibleTextRole:
        return tr("%1 and %2, %3 percent alike: %4")
            .arg(pair.firstName, pair.secondName, QString::number(pair.score), reasons().join(QStringLiteral("; ")));
    case Pair:
        return QVariant::fromValue(pair);
    case FirstName:
        return pair.firstName;
    case SecondName:
        return pair.secondName;
    case Score:
        return pair.score;
    case Reasons:
        return reasons();
    default:
        return {};
    }
}

QHash<int, QByteArray> DuplicatesModel::roleNames() const
{
    return withRoleNames<Role>(QAbstractListModel::roleNames());
}

} // namespace keyturn
