// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_support.h"
#include "tests/bench/rows.h"

#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

namespace keyturn::bench {

namespace {

/// What durability costs on this disk: 40 KiB at the end of a file, and the assurance that they are there.
class AppendingFile
{
public:
    explicit AppendingFile(const QString& path)
        : m_descriptor(::open(path.toUtf8().constData(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600))
        , m_block(40 * 1024, 'x')
    {
        if (m_descriptor < 0) {
            giveUp(QStringLiteral("cannot write beside the book"));
        }
    }
    ~AppendingFile() { ::close(m_descriptor); }
    AppendingFile(const AppendingFile&) = delete;
    AppendingFile& operator=(const AppendingFile&) = delete;

    void append() const
    {
        if (::write(m_descriptor, m_block.constData(), std::size_t(m_block.size())) != m_block.size() ||
            ::fdatasync(m_descriptor) != 0) {
            giveUp(QStringLiteral("cannot write beside the book"));
        }
    }

private:
    int m_descriptor;
    QByteArray m_block;
};

} // namespace

Rows measureMove(const Setting& setting)
{
    const auto workspace = openBook(setting.book);
    const LeadSnapshot snapshot = awaited(workspace->allLeads());
    const LeadTable& table = *snapshot.table;
    const Stage* here = workspace->catalogue().stageByKey(QStringLiteral("contacted"));
    const Stage* there = workspace->catalogue().stageByKey(QStringLiteral("prequalified"));
    const AppendingFile file(QFileInfo(setting.book).path() + QStringLiteral("/append"));

    LeadTable::Row next = 0;
    std::vector<double> each;
    const auto move = [&] {
        while (!table.isLive(next)) {
            next = (next + 1) % table.rowLimit();
        }
        const LeadId lead = table.id(next);
        const bool isThere = table.stageAt(table.stageIndex(next)) == there->id;
        next += 7;
        next %= table.rowLimit();
        MoveStage command;
        command.leads = {lead};
        command.to = isThere ? here->id : there->id;
        const double took = timed([&] {
            if (awaited(workspace->submit(command)).changes.isEmpty()) {
                giveUp(QStringLiteral("a move changed nothing"));
            }
        });
        each.push_back(took);
        return took;
    };
    Row row = compare(QStringLiteral("move committed, with its audit row"), QStringLiteral("append 40 KiB + fdatasync"),
                      1.5, 400 * setting.effort, {[] {}, move, [&] { return timed([&] { file.append(); }); }});
    Row tail;
    tail.name = QStringLiteral("slowest move in a hundred (p99)");
    tail.yardstick = QStringLiteral("its own median");
    tail.goal = 2.5;
    tail.rounds = int(each.size());
    tail.subject = quantile(each, 0.99);
    tail.against = quantile(each, 0.5);
    // The tail of each fifth of the run: five estimates of the same thing give the interval.
    std::vector<double> tails;
    for (std::size_t part = 0; part < 5; ++part) {
        const auto begin = each.begin() + std::ptrdiff_t(part * each.size() / 5);
        const std::vector<double> slice(begin, each.begin() + std::ptrdiff_t((part + 1) * each.size() / 5));
        tails.push_back(quantile(slice, 0.99) / quantile(slice, 0.5));
    }
    tail.ratio = {quantile(tails, 0.5), quantile(tails, 0), quantile(tails, 1)};
    return {row, tail};
}

} // namespace keyturn::bench
