// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lead_table.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/rows.h"

#include <QProcess>
#include <QStandardItemModel>

namespace keyturn::bench {

namespace {

constexpr int leads = 100'000;

/// Leads as a book has them: names that differ, values from short lists.
LeadCard cardOf(int n)
{
    static const QStringList programs{QStringLiteral("conventional"), QStringLiteral("fha"), QStringLiteral("va")};
    const auto number = static_cast<quint32>(n);
    LeadCard card;
    card.id = LeadId(QUuid(0x01890000U + number, 0x7000, 0x7000, 0x80, 0, 0, 0, uchar(number >> 16U & 0xffU),
                           uchar(number >> 8U & 0xffU), uchar(number & 0xffU), 1));
    card.stage = StageId(QUuid(1U + number % 16U, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    card.owner = UserId(QUuid(1U + number % 4U, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    card.name = QStringLiteral("Firstname%1 Lastname%2").arg(n % 977).arg(n);
    card.email = QStringLiteral("person%1@example.com").arg(n);
    card.phone = QStringLiteral("+1303555%1").arg(n % 10'000, 4, 10, QLatin1Char('0'));
    card.valueCents = 20'000'000LL + number * 100LL;
    card.createdAt = Instant{1'700'000'000'000LL + n * 1000LL};
    card.stageEnteredAt = card.createdAt + msPerDay;
    card.lastActivityAt = card.createdAt + 2 * msPerDay;
    card.program = programs[n % 3];
    card.source = QStringLiteral("website");
    card.state = QStringLiteral("CO");
    card.termMonths = 360;
    return card;
}

QList<QStandardItem*> itemsOf(const LeadCard& card)
{
    // One item for each column that a table of leads shows: how the class is meant to be used.
    QList<QStandardItem*> items;
    for (const QString& text : {card.name, card.email, card.phone, card.program, card.source, card.state}) {
        items.append(new QStandardItem(text));
    }
    for (const qint64 number : {card.valueCents, card.createdAt.ms, card.stageEnteredAt.ms, card.lastActivityAt.ms}) {
        auto* item = new QStandardItem;
        item->setData(number, Qt::DisplayRole);
        items.append(item);
    }
    return items;
}

struct Bytes
{
    double all = 0; ///< a lead
    double texts = 0;
};

Bytes bytesPerLead(const Setting& setting, const QString& kind)
{
    QProcess process;
    process.start(setting.program, {QStringLiteral("--child-memory"), kind, QString::number(leads)});
    process.waitForFinished(120'000);
    const QList<QByteArray> answer = process.readAllStandardOutput().trimmed().split(' ');
    const Bytes bytes{answer.value(0).toDouble() / leads, answer.value(1).toDouble() / leads};
    if (bytes.all <= 0) {
        giveUp(QStringLiteral("the memory of “%1” could not be measured").arg(kind));
    }
    return bytes;
}

} // namespace

int childMemory(const QString& kind, int count)
{
    LeadTable table;
    QStandardItemModel model;
    const qint64 before = residentBytes();
    if (kind == QLatin1String("table")) {
        table.reserve(count); // as the reader of a book does
    }
    for (int i = 0; i < count; ++i) {
        if (kind == QLatin1String("table")) {
            table.upsert(cardOf(i));
        } else {
            model.appendRow(itemsOf(cardOf(i)));
        }
    }
    if (kind == QLatin1String("table")) {
        table.settle();
    }
    // What stands in texts is the leads' own; the rest is what this program adds to it.
    std::printf("%lld %lld\n", static_cast<long long>(residentBytes() - before),
                static_cast<long long>(table.textBytes()));
    return 0;
}

Rows measureMemory(const Setting& setting)
{
    Bytes table;
    const auto ours = [&] {
        table = bytesPerLead(setting, QStringLiteral("table"));
        return table.all;
    };
    Row row =
        compare(QStringLiteral("memory of a lead"), QStringLiteral("QStandardItemModel"), 1.0 / 15, 6 * setting.effort,
                {[] {}, ours, [&] { return bytesPerLead(setting, QStringLiteral("standard")).all; }});
    row.unit = QStringLiteral("bytes");
    row.note = QStringLiteral("%1 bytes, texts of the lead and order by name included").arg(row.subject, 0, 'f', 0);
    Row columns = compare(QStringLiteral("memory of a lead without its texts"), QStringLiteral("48 bytes"), 1,
                          6 * setting.effort, {[] {}, [&] { return ours() - table.texts; }, [] { return 48.0; }});
    columns.unit = QStringLiteral("bytes");
    columns.note = QStringLiteral("id and its index, 21 columns, order by name; texts are %1 bytes more")
                       .arg(table.texts, 0, 'f', 0);
    return {row, columns};
}

} // namespace keyturn::bench
