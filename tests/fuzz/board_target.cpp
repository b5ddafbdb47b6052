// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lead_search.h"
#include "models/workspace/board_file.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/rows.h"
#include "tests/fuzz/targets.h"
#include "tests/support/random_card.h"

#include <QFile>
#include <QTemporaryDir>

namespace keyturn::fuzz {

namespace {

constexpr BoardFile::Mark mark{77, 4};

/// Whatever the file said, everything that can be asked of a table has an answer.
void use(LeadTable& table)
{
    std::vector<LeadId> ids;
    qsizetype letters = 0;
    for (LeadTable::Row row = 0; row < table.rowLimit(); ++row) {
        if (table.isLive(row)) {
            ids.push_back(table.id(row));
            letters +=
                table.card(row).name.size() + table.allText(row).size() + table.tagSet(table.tagSetIndex(row)).size();
        }
    }
    KEYTURN_PROMISE(std::ssize(ids) == table.count());
    KEYTURN_PROMISE(table.byName().size() == ids.size());
    KEYTURN_PROMISE(letters >= 0);
    const LeadSearch search(table, QStringLiteral("lead 7"));
    for (const LeadTable::Row row : table.byName()) {
        KEYTURN_PROMISE(table.isLive(row));
        static_cast<void>(search.fits(row));
        static_cast<void>(search.rank(row));
    }
    QRandomGenerator random(3);
    for (quint32 n = 0; n < 30; ++n) {
        const LeadCard card = test::randomCard(random, n);
        const LeadTable::Row row = table.upsert(card);
        KEYTURN_PROMISE(table.card(row) == card);
    }
    for (const LeadId id : ids) {
        static_cast<void>(table.remove(id));
    }
    for (quint32 n = 0; n < 60; ++n) {
        static_cast<void>(table.upsert(test::randomCard(random, n)));
    }
    table.settle();
    KEYTURN_PROMISE(std::ssize(table.byName()) == table.count());
}

QByteArray fileOf(quint32 leads)
{
    const QTemporaryDir folder;
    const QString book = folder.filePath(QStringLiteral("book"));
    LeadTable table;
    QRandomGenerator random(leads);
    for (quint32 n = 0; n < leads; ++n) {
        table.upsert(test::randomCard(random, n));
    }
    for (quint32 n = 0; n < leads; n += 5) {
        table.remove(test::leadId(n));
    }
    const auto written = BoardFile::write(book, mark, table, {});
    KEYTURN_PROMISE(written && (*written)->finish());
    QFile file(BoardFile::pathOf(book));
    KEYTURN_PROMISE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// Files that are whole, to begin with.
const std::vector<QByteArray>& files()
{
    static const std::vector<QByteArray> all{fileOf(0), fileOf(1), fileOf(3), fileOf(12)};
    return all;
}

constexpr char isWhole = char(0x80); ///< what follows is the file itself, not what is changed in one
constexpr qsizetype editSize = 4;
constexpr qsizetype mostEdits = 3; ///< with many no file is one any more

/// Two bytes for the place, two for what the byte there becomes: the new one, and which bits of it count.
QByteArray edited(QByteArrayView input)
{
    QByteArray file = files()[static_cast<std::size_t>(static_cast<unsigned char>(input.front()) % files().size())];
    const auto byteAt = [input](qsizetype i) { return static_cast<unsigned>(static_cast<unsigned char>(input[i])); };
    const qsizetype end = std::min(input.size(), 1 + mostEdits * editSize);
    for (qsizetype at = 1; at + editSize <= end; at += editSize) {
        const qsizetype place = qsizetype(byteAt(at) | byteAt(at + 1) << 8U) % file.size();
        const unsigned mask = byteAt(at + 3) == 0 ? 0xffU : byteAt(at + 3);
        file[place] = static_cast<char>((static_cast<unsigned char>(file[place]) & ~mask) | (byteAt(at + 2) & mask));
    }
    return file;
}

} // namespace

void runBoard(QByteArrayView bytes)
{
    if (bytes.isEmpty()) {
        return;
    }
    // Damage by accident is what the sums are for. Here they are right: somebody made the file like that.
    QByteArray file = bytes.front() == isWhole ? bytes.sliced(1).toByteArray() : edited(bytes);
    BoardFile::putSumsRight(file);
    const QString path = fileWith(file, "-board");
    if (const auto table = BoardFile::read(path.chopped(6), mark)) {
        use(*table);
    }
}

std::vector<QByteArray> boardCorpus()
{
    std::vector<QByteArray> all;
    for (const QByteArray& file : files()) {
        all.push_back(isWhole + file);
    }
    // Here and there in the pieces of the largest, from its header to its words.
    const qsizetype size = files().back().size();
    for (qsizetype place = 20; place < size; place += size / 40) {
        all.push_back(QByteArray("\x03", 1) + char(place & 0xff) + char(place >> 8U) + char(place * 7) + '\0');
    }
    return all;
}

} // namespace keyturn::fuzz
