// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/duplicate_queries.h"

#include "models/domain/likeness.h"
#include "models/storage/duplicate_decisions.h"
#include "models/storage/queries/rows.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace keyturn::queries {

namespace {

using LeadRow = quint32; ///< place in the order of reading

/// A household, a desk: as many may share something and all be compared with each other. Above that only those whose
/// names sound alike are.
constexpr std::size_t smallBlock = 8;
/// People of one name in one town, or behind one switchboard: above that each is compared with its next ones only.
constexpr std::size_t largeBlock = 60;
/// More pairs than anybody looks at: enough to find the likeliest.
constexpr std::size_t mostCandidates = 1'000'000;
constexpr std::size_t askEvery = 4096;

struct Key
{
    quint64 hash;
    LeadRow row;

    friend auto operator<=>(const Key&, const Key&) = default;
};

enum class KeyKind : size_t { Email = 1, Phone, ExternalId, City, Company };

quint64 hashOf(KeyKind kind, const QString& text, quint64 more = 0)
{
    return qHash(text, static_cast<size_t>(kind)) * 0x9e3779b97f4a7c15ULL ^ more;
}

quint64 soundHash(const QString& sound)
{
    return qHash(sound, 77) * 0xc2b2ae3d27d4eb4fULL;
}

class DuplicateScan
{
public:
    DuplicateScan(Connection& book, const DuplicateQuery& query, const std::function<bool()>& outdated)
        : m_book(book)
        , m_query(query)
        , m_outdated(outdated)
    {}

    Result<DuplicateReport> run()
    {
        KEYTURN_TRY(readKeys());
        KEYTURN_TRY(gather(m_shared, true));
        KEYTURN_TRY(gather(m_sounding, false));
        std::ranges::sort(m_close);
        m_candidates.insert(m_candidates.end(), m_close.begin(), m_close.end());
        std::ranges::sort(m_candidates);
        m_candidates.erase(std::unique(m_candidates.begin(), m_candidates.end()), m_candidates.end());
        KEYTURN_TRY(leaveOutDecided());
        KEYTURN_TRY(readPeople());
        return compare();
    }

private:
    struct Person
    {
        LeadId id;
        qint64 createdAt = 0;
        Likeness likeness;
    };

    [[nodiscard]] Done goOn()
    {
        if (++m_asked % askEvery == 0 && m_outdated && m_outdated()) {
            return fail(Error::Kind::Cancelled, Words::tr("Cancelled."));
        }
        return {};
    }

    Done readKeys()
    {
        return forEachRow(m_book,
                          QStringLiteral("SELECT l.id, l.name, l.email, l.phone, l.mobile, l.external_lead_id, p.city, "
                                         "p.company FROM leads l LEFT JOIN lead_profiles p ON p.lead_id = l.id "
                                         "WHERE l.deleted_at IS NULL"),
                          {}, [this](const Row& row) -> Done {
                              KEYTURN_TRY(goOn());
                              addKeys(row);
                              return {};
                          });
    }

    void addKeys(const Row& row)
    {
        const auto place = static_cast<LeadRow>(m_ids.size());
        m_ids.push_back(row.id<LeadId>(0));
        const auto share = [&](KeyKind kind, const QString& text) {
            if (!text.isEmpty()) {
                m_shared.push_back({hashOf(kind, text), place});
            }
        };
        share(KeyKind::Email, row.text(2).trimmed().toLower());
        const QString phone = phoneDigits(row.text(3));
        share(KeyKind::Phone, phone);
        if (const QString mobile = phoneDigits(row.text(4)); mobile != phone) {
            share(KeyKind::Phone, mobile);
        }
        m_soundsFrom.push_back(static_cast<quint32>(m_sounds.size()));
        const std::array<std::pair<KeyKind, QString>, 3> places{{{KeyKind::ExternalId, row.text(5)},
                                                                 {KeyKind::City, row.text(6).toCaseFolded()},
                                                                 {KeyKind::Company, row.text(7).toCaseFolded()}}};
        for (const QString& sound : nameSounds(row.text(1))) {
            const quint64 hash = soundHash(sound);
            m_sounds.push_back(hash);
            for (const auto& [kind, text] : places) {
                if (!text.isEmpty()) {
                    m_sounding.push_back({hashOf(kind, text, hash), place});
                }
            }
        }
    }

    /// Everybody who has a key in common, of `keys` that are used up by it.
    Done gather(std::vector<Key>& keys, bool isShared)
    {
        std::ranges::sort(keys);
        for (std::size_t begin = 0; begin < keys.size();) {
            std::size_t end = begin + 1;
            while (end < keys.size() && keys[end].hash == keys[begin].hash) {
                ++end;
            }
            if (isShared && end - begin > smallBlock) {
                KEYTURN_TRY(gatherAlike(keys, begin, end));
            } else {
                KEYTURN_TRY(pairUp(keys, begin, end, isShared ? m_close : m_candidates));
            }
            begin = end;
        }
        keys = {};
        return {};
    }

    /// An office has one number and five hundred people: only those who may be called alike are compared.
    Done gatherAlike(const std::vector<Key>& keys, std::size_t begin, std::size_t end)
    {
        std::vector<Key> alike;
        for (std::size_t i = begin; i < end; ++i) {
            const LeadRow row = keys[i].row;
            const std::size_t last = row + 1 < m_soundsFrom.size() ? m_soundsFrom[row + 1] : m_sounds.size();
            for (std::size_t sound = m_soundsFrom[row]; sound < last; ++sound) {
                alike.push_back({m_sounds[sound], row});
            }
        }
        return gather(alike, false);
    }

    Done pairUp(const std::vector<Key>& keys, std::size_t begin, std::size_t end, std::vector<quint64>& into)
    {
        const std::size_t reach = end - begin > largeBlock ? smallBlock : end - begin;
        for (std::size_t i = begin; i < end; ++i) {
            for (std::size_t j = i + 1; j < std::min(end, i + 1 + reach); ++j) {
                KEYTURN_TRY(goOn());
                if (keys[i].row != keys[j].row && into.size() < mostCandidates) {
                    const auto [low, high] = std::minmax(keys[i].row, keys[j].row);
                    into.push_back((quint64(low) << 32) | high);
                }
            }
        }
        return {};
    }

    Done leaveOutDecided()
    {
        KEYTURN_LET(const std::vector<DuplicateDecision> decisions, DuplicateDecisions::all(m_book));
        if (decisions.empty()) {
            return {};
        }
        QSet<LeadId> named;
        for (const DuplicateDecision& decision : decisions) {
            named << decision.first << decision.second;
        }
        QHash<LeadId, LeadRow> rows;
        for (std::size_t row = 0; row < m_ids.size(); ++row) {
            if (named.contains(m_ids[row])) {
                rows.insert(m_ids[row], static_cast<LeadRow>(row));
            }
        }
        QSet<quint64> apart;
        for (const DuplicateDecision& decision : decisions) {
            if (rows.contains(decision.first) && rows.contains(decision.second)) {
                const LeadRow a = rows.value(decision.first);
                const LeadRow b = rows.value(decision.second);
                apart.insert((quint64(std::min(a, b)) << 32) | std::max(a, b));
            }
        }
        std::erase_if(m_candidates, [&apart](quint64 pair) { return apart.contains(pair); });
        return {};
    }

    Done readPeople()
    {
        std::vector<LeadRow> wanted;
        wanted.reserve(2 * m_candidates.size());
        for (const quint64 pair : m_candidates) {
            wanted.push_back(static_cast<LeadRow>(pair >> 32));
            wanted.push_back(static_cast<LeadRow>(pair));
        }
        std::ranges::sort(wanted);
        wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
        std::vector<LeadId> ids;
        QHash<LeadId, LeadRow> rows;
        for (const LeadRow row : wanted) {
            ids.push_back(m_ids[row]);
            rows.insert(m_ids[row], row);
        }
        for (const std::vector<QVariant>& chunk : chunksOf(ids)) {
            const Done read =
                forEachRow(m_book,
                           QString(u"SELECT l.id, l.created_at, l.name, l.first_name, l.email, l.phone, l.mobile, "
                                   u"l.external_lead_id, l.lead_source, p.city, p.company "
                                   u"FROM leads l LEFT JOIN lead_profiles p ON p.lead_id = l.id WHERE l.id IN (" %
                                   placeholders(chunk.size()) % u')'),
                           chunk, [&](const Row& row) -> Done {
                               KEYTURN_TRY(goOn());
                               const auto id = row.id<LeadId>(0);
                               Person person{id, row.integer(1), {}};
                               person.likeness = {row.text(2), row.text(3), row.text(4), {row.text(5), row.text(6)},
                                                  row.text(7), row.text(8), row.text(9), row.text(10)};
                               m_people.insert(rows.value(id), person);
                               return {};
                           });
            KEYTURN_TRY(read);
        }
        return {};
    }

    Result<DuplicateReport> compare()
    {
        DuplicateReport report;
        for (const quint64 pair : m_candidates) {
            KEYTURN_TRY(goOn());
            const Person& a = *m_people.constFind(static_cast<LeadRow>(pair >> 32));
            const Person& b = *m_people.constFind(static_cast<LeadRow>(pair));
            // What many share says nothing about two of them, unless they are called alike.
            const bool isClose = std::ranges::binary_search(m_close, pair);
            if (!isClose && !areSimilarNames(a.likeness.name, b.likeness.name)) {
                continue;
            }
            const LikenessVerdict verdict = compareLikeness(a.likeness, b.likeness);
            if (verdict.score <= 0) {
                continue;
            }
            const auto age = [](const Person& one) { return std::pair(one.createdAt, one.id.toString()); };
            const bool inOrder = age(a) <= age(b);
            const Person& older = inOrder ? a : b;
            const Person& younger = inOrder ? b : a;
            report.pairs.push_back(
                {older.id, younger.id, older.likeness.name, younger.likeness.name, verdict.score, verdict.reasons});
        }
        report.total = static_cast<int>(report.pairs.size());
        std::ranges::stable_sort(report.pairs, [](const DuplicatePair& x, const DuplicatePair& y) {
            return std::tuple(-x.score, x.firstName, x.first.toString(), x.second.toString()) <
                   std::tuple(-y.score, y.firstName, y.first.toString(), y.second.toString());
        });
        if (m_query.limit >= 0 && report.pairs.size() > static_cast<std::size_t>(m_query.limit)) {
            report.pairs.resize(static_cast<std::size_t>(m_query.limit));
        }
        return report;
    }

    Connection& m_book;
    const DuplicateQuery& m_query;
    const std::function<bool()>& m_outdated;
    std::size_t m_asked = 0;
    std::vector<LeadId> m_ids;
    std::vector<quint32> m_soundsFrom; ///< for each lead where its sounds begin
    std::vector<quint64> m_sounds;
    std::vector<Key> m_shared;         ///< e-mail addresses and telephone numbers
    std::vector<Key> m_sounding;       ///< a place together with how somebody is called
    std::vector<quint64> m_close;      ///< pairs that share something with few others
    std::vector<quint64> m_candidates; ///< pairs that sound alike; in the end all
    QHash<LeadRow, Person> m_people;
};

} // namespace

Result<DuplicateReport> duplicates(Connection& book, const DuplicateQuery& query, const std::function<bool()>& outdated)
{
    return DuplicateScan(book, query, outdated).run();
}

} // namespace keyturn::queries
