// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/book_json.h"
#include "app/cli/commands.h"
#include "app/cli/text_table.h"
#include "models/base/money.h"
#include "models/domain/lead_search.h"

#include <QJsonArray>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <array>
#include <limits>

namespace keyturn::cli {

namespace {

struct StageSum
{
    qint64 count = 0;
    qint64 cents = 0;
};

qint64 weighted(qint64 cents, int percent)
{
    const qint64 product = cents * percent;
    return (product + (product < 0 ? -50 : 50)) / 100; // half away from zero, like all money
}

Answer boardAnswer(const std::vector<StageTotal>& totals, const std::optional<UserId>& owner,
                   const Catalogue& catalogue)
{
    QHash<StageId, StageSum> sums;
    for (const StageTotal& total : totals) {
        if (!owner || total.owner == *owner) {
            sums[total.stage].count += total.count;
            sums[total.stage].cents += total.valueCents;
        }
    }
    TextTable table;
    table.addColumn(Words::tr("Stage"));
    table.addColumn(Words::tr("Kind"));
    table.addColumn(Words::tr("Leads"), TextTable::Align::Right);
    table.addColumn(Words::tr("Amount"), TextTable::Align::Right);
    table.addColumn(Words::tr("Weighted"), TextTable::Align::Right);
    QJsonArray stages;
    StageSum all;
    qint64 allWeighted = 0;
    for (const Stage& stage : catalogue.stages) {
        const StageSum sum = sums.value(stage.id);
        const qint64 weight = weighted(sum.cents, stage.winPercent);
        stages.append(QJsonObject{{QStringLiteral("key"), stage.key},
                                  {QStringLiteral("name"), stage.name},
                                  {QStringLiteral("kind"), stageKindKey(stage.kind)},
                                  {QStringLiteral("count"), sum.count},
                                  {QStringLiteral("total_cents"), sum.cents},
                                  {QStringLiteral("weighted_cents"), weight}});
        table.addRow({stage.name, stageKindKey(stage.kind), QString::number(sum.count),
                      Money{sum.cents}.toPlainString(), Money{weight}.toPlainString()});
        all.count += sum.count;
        all.cents += sum.cents;
        allWeighted += weight;
    }
    table.addRule();
    table.addRow({Words::tr("All"),
                  {},
                  QString::number(all.count),
                  Money{all.cents}.toPlainString(),
                  Money{allWeighted}.toPlainString()});
    return {QJsonObject{{QStringLiteral("stages"), stages},
                        {QStringLiteral("total_count"), all.count},
                        {QStringLiteral("total_cents"), all.cents}},
            table.toText(), exitDone};
}

/// Compares two cards by one field; negative, zero, positive.
using Comparison = std::function<int(const LeadCard&, const LeadCard&)>;

template<typename T>
int threeWay(const T& a, const T& b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

template<typename Member>
Comparison by(Member member)
{
    return [member](const LeadCard& a, const LeadCard& b) { return threeWay(a.*member, b.*member); };
}

Comparison byText(QString LeadCard::*member)
{
    return
        [member](const LeadCard& a, const LeadCard& b) { return (a.*member).compare(b.*member, Qt::CaseInsensitive); };
}

Result<Comparison> comparison(const QString& field, const Catalogue& catalogue)
{
    QHash<StageId, int> order;
    for (std::size_t i = 0; i < catalogue.stages.size(); ++i) {
        order.insert(catalogue.stages[i].id, static_cast<int>(i));
    }
    QHash<UserId, QString> owners;
    for (const User& user : catalogue.users) {
        owners.insert(user.id, user.email);
    }
    const QMap<QString, Comparison> fields{
        {QStringLiteral("name"), byText(&LeadCard::name)},
        {QStringLiteral("email"), byText(&LeadCard::email)},
        {QStringLiteral("source"), byText(&LeadCard::source)},
        {QStringLiteral("stage"),
         [order](const LeadCard& a, const LeadCard& b) { return order.value(a.stage) - order.value(b.stage); }},
        {QStringLiteral("assigned_to"),
         [owners](const LeadCard& a, const LeadCard& b) {
             return owners.value(a.owner).compare(owners.value(b.owner));
         }},
        {QStringLiteral("estimated_value"), by(&LeadCard::valueCents)},
        {QStringLiteral("estimated_value_cents"), by(&LeadCard::valueCents)},
        {QStringLiteral("stage_entered_at"), by(&LeadCard::stageEnteredAt)},
        {QStringLiteral("last_activity_at"), by(&LeadCard::lastActivityAt)},
        {QStringLiteral("first_contacted_at"), by(&LeadCard::firstContactedAt)},
        {QStringLiteral("created_at"), by(&LeadCard::createdAt)},
        {QStringLiteral("expected_close_date"), by(&LeadCard::closeDay)},
        {QStringLiteral("lead_temperature"), by(&LeadCard::temperature)},
        {QStringLiteral("score"), by(&LeadCard::score)},
        {QStringLiteral("id"), by(&LeadCard::id)},
    };
    const bool turned = field.startsWith(QLatin1Char('-'));
    const auto found = fields.constFind(turned ? field.mid(1) : field);
    if (found == fields.constEnd()) {
        return fail(Error::Kind::Invalid, Words::tr("Leads cannot be sorted by “%1”. Fields to sort by: %2.")
                                              .arg(field, QStringList(fields.keys()).join(QStringLiteral(", "))));
    }
    const Comparison compare = *found;
    return turned ? Comparison([compare](const LeadCard& a, const LeadCard& b) { return compare(b, a); }) : compare;
}

QString leadsText(const std::vector<LeadCard>& cards, const Catalogue& catalogue)
{
    TextTable table;
    table.addColumn(Words::tr("Id"));
    table.addColumn(Words::tr("Name"));
    table.addColumn(Words::tr("Stage"));
    table.addColumn(Words::tr("Owner"));
    table.addColumn(Words::tr("Amount"), TextTable::Align::Right);
    table.addColumn(Words::tr("Phone"));
    table.addColumn(Words::tr("E-mail"));
    for (const LeadCard& card : cards) {
        const Stage* stage = catalogue.stage(card.stage);
        const User* owner = catalogue.user(card.owner);
        table.addRow({card.id.toString(), card.name, stage == nullptr ? QString() : stage->key,
                      owner == nullptr ? QString() : owner->email, Money{card.valueCents}.toPlainString(), card.phone,
                      card.email});
    }
    return table.toText();
}

/// Hydrates the list a slice at a time, so that a long one neither floods the workspace nor freezes a window.
void hydrate(const Job& job, const std::shared_ptr<const std::vector<LeadCard>>& cards, std::size_t from,
             const std::shared_ptr<QJsonArray>& found)
{
    if (from >= cards->size()) {
        job.finish({*found, {}, exitDone});
        return;
    }
    job.when(job.workspace().lead((*cards)[from].id), [job, cards, from, found](const LeadDetail& lead) {
        found->append(leadToJson(lead, job.catalogue()));
        hydrate(job, cards, from + 1, found);
    });
}

/// Sorts them, takes the first ones, and answers with those.
void tellLeads(const Job& job, std::vector<LeadCard> cards, const Comparison& compare, const QStringList& hints)
{
    std::ranges::stable_sort(cards, [&](const LeadCard& a, const LeadCard& b) {
        const int order = compare(a, b);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    if (job.has("limit")) {
        cards.resize(std::min(cards.size(), static_cast<std::size_t>(job.option("limit").toInt())));
    }
    if (job.invocation().json) {
        hydrate(job, std::make_shared<const std::vector<LeadCard>>(std::move(cards)), 0,
                std::make_shared<QJsonArray>());
        return;
    }
    QString text = leadsText(cards, job.catalogue());
    for (const QString& hint : hints) {
        text += hint + QLatin1Char('\n');
    }
    job.finish({{}, text, exitDone});
}

/// What --search finds by the index.
struct Wanted
{
    bool isEverybody = true;
    bool isPlain = true; ///< words only: what a card shows (tags, the next task) is looked through as well
    QSet<LeadId> leads;
    QStringList hints;
};

constexpr int indexRestMs = 200;

/// Goes on with what the search finds, once the index of the book is whole.
template<typename Next>
void findLeads(const Job& job, Next next)
{
    const QString text = job.option("search");
    if (text.trimmed().isEmpty()) {
        next(Wanted{});
        return;
    }
    SearchRequest request;
    request.text = text;
    request.kinds = {SearchKind::Lead};
    request.limit = std::numeric_limits<int>::max() - 1;
    job.when(job.workspace().search(request), [job, text, next](const SearchResults& results) {
        if (results.percentIndexed < 100) {
            QTimer::singleShot(indexRestMs, job.context(), [job, next] { findLeads(job, next); });
            return;
        }
        const SearchQuery query = parseSearch(text, job.catalogue(), job.workspace().clock().now(), job.zone());
        Wanted wanted;
        wanted.isEverybody = query.isEmpty();
        wanted.isPlain = query.unwanted.empty() && !query.hasFilters();
        wanted.hints = results.hints;
        for (const SearchHit& hit : results.hits) {
            wanted.leads.insert(hit.lead);
        }
        next(wanted);
    });
}

} // namespace

void showBoard(const Job& job)
{
    std::optional<UserId> owner;
    if (job.has("owner")) {
        const auto found = readUser(job.option("owner"), job.catalogue());
        if (!found) {
            job.fail(found.error());
            return;
        }
        owner = *found;
    }
    job.when(job.workspace().totals(), [job, owner](const std::vector<StageTotal>& totals) {
        job.finish(boardAnswer(totals, owner, job.catalogue()));
    });
}

void listLeads(const Job& job)
{
    const auto stage = job.has("stage") ? readStage(job.option("stage"), job.catalogue()) : Result<StageId>(StageId());
    const auto owner = job.has("owner") ? readUser(job.option("owner"), job.catalogue()) : Result<UserId>(UserId());
    const auto compare = comparison(job.has("sort") ? job.option("sort") : QStringLiteral("name"), job.catalogue());
    for (const Error* error :
         {stage ? nullptr : &stage.error(), owner ? nullptr : &owner.error(), compare ? nullptr : &compare.error()}) {
        if (error != nullptr) {
            job.fail(*error);
            return;
        }
    }
    const auto isMeant = [stage = *stage, owner = *owner](StageId itsStage, UserId itsOwner) {
        return (stage.isNull() || itsStage == stage) && (owner.isNull() || itsOwner == owner);
    };
    findLeads(job, [job, isMeant, compare = *compare](const Wanted& wanted) {
        if (!wanted.isEverybody && !wanted.isPlain) {
            // The index knows them all: no need to have the whole book in memory.
            const std::vector<LeadId> leads(wanted.leads.begin(), wanted.leads.end());
            job.when(job.workspace().cards(leads), [=](std::vector<LeadCard> cards) {
                std::erase_if(cards, [&](const LeadCard& card) { return !isMeant(card.stage, card.owner); });
                tellLeads(job, std::move(cards), compare, wanted.hints);
            });
            return;
        }
        job.when(job.workspace().allLeads(), [=](const LeadSnapshot& snapshot) {
            const LeadTable& table = *snapshot.table;
            const LeadSearch search(table, job.option("search"));
            std::vector<LeadCard> found;
            for (LeadTable::Row row = 0; row < table.rowLimit(); ++row) {
                if (table.isLive(row) &&
                    isMeant(table.stageAt(table.stageIndex(row)), table.ownerAt(table.ownerIndex(row))) &&
                    (wanted.isEverybody || wanted.leads.contains(LeadId(table.uuid(row))) || search.fits(row))) {
                    found.push_back(table.card(row));
                }
            }
            tellLeads(job, std::move(found), compare, wanted.hints);
        });
    });
}

} // namespace keyturn::cli
