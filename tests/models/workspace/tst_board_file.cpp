// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/board_file.h"
#include "models/workspace/lane_checksum.h"
#include "tests/support/random_card.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <sys/resource.h>

#include <csignal>
#endif

using namespace keyturn;
using namespace keyturn::test;

namespace {

constexpr BoardFile::Mark mark{0x1122334455667788, 4};

using Cards = QHash<LeadId, LeadCard>;

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool putDown(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

/// The same lead in the table and among the cards, every one of them.
bool isSame(const LeadTable& table, const Cards& cards)
{
    if (table.count() != cards.size() || std::ssize(table.byName()) != cards.size()) {
        return false;
    }
    for (auto it = cards.begin(); it != cards.end(); ++it) {
        const LeadTable::Row row = table.rowOf(it.key());
        if (row == LeadTable::noRow || table.card(row) != *it) {
            return false;
        }
    }
    for (std::size_t i = 1; i < table.byName().size(); ++i) {
        if (!table.isBefore(table.byName()[i - 1], table.byName()[i])) {
            return false;
        }
    }
    return true;
}

} // namespace

class TestBoardFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_book = m_folder.filePath(QStringLiteral("book%1.keyturn").arg(++m_books));
        m_cards.clear();
        m_random.seed(7);
    }

    void comesBackAsItWas_data()
    {
        QTest::addColumn<quint32>("leads");
        QTest::newRow("none") << 0U;
        QTest::newRow("one") << 1U;
        QTest::newRow("many") << 2'000U;
    }
    void comesBackAsItWas()
    {
        QFETCH(const quint32, leads);
        LeadTable table;
        change(table, leads, leads * 2);
        QVERIFY(keep(table));
        auto back = BoardFile::read(m_book, mark);
        QVERIFY(back);
        QVERIFY(isSame(*back, m_cards));
        QCOMPARE(back->byName(), table.byName());
        // It goes on living like one that was never away.
        for (int round = 0; round < 3; ++round) {
            change(*back, leads + 20, leads);
            QVERIFY(isSame(*back, m_cards));
            QVERIFY(keep(*back));
            back = BoardFile::read(m_book, mark);
            QVERIFY(back);
            QVERIFY(isSame(*back, m_cards));
        }
    }

    void whoWasRemovedIsNotInIt()
    {
        LeadTable table;
        change(table, 50, 50);
        LeadCard card = randomCard(m_random, 99'999);
        card.name = QStringLiteral("Zacharias Unmistakable");
        table.upsert(card);
        QVERIFY(keep(table));
        QVERIFY(contents(path()).contains("Unmistakable"));
        QVERIFY(contents(path()).contains(idBytes(card.id)));
        table.remove(card.id);
        QVERIFY(keep(table));
        QVERIFY(!contents(path()).contains("Unmistakable"));
        QVERIFY(!contents(path()).contains(idBytes(card.id)));
    }

    void isForItsOwnerAlone()
    {
        LeadTable table;
        change(table, 5, 5);
        QVERIFY(keep(table));
        QCOMPARE(QFileInfo(path()).permissions() & 0x77, QFileDevice::Permissions());
    }

    void countsOnlyWithItsMark()
    {
        LeadTable table;
        change(table, 5, 5);
        QVERIFY(keep(table));
        QVERIFY(BoardFile::read(m_book, mark));
        QVERIFY(!BoardFile::read(m_book, {mark.stamp + 1, mark.schemaVersion}));
        QVERIFY(!BoardFile::read(m_book, {mark.stamp, mark.schemaVersion + 1}));
        QVERIFY(!BoardFile::read(m_folder.filePath(QStringLiteral("elsewhere")), mark));
    }

    void whatIsNotFinishedIsNotThere()
    {
        LeadTable table;
        change(table, 5, 5);
        QVERIFY(keep(table));
        const QByteArray before = contents(path());
        change(table, 50, 50);
        QVERIFY(BoardFile::write(m_book, mark, table, {}));
        int asked = 0;
        const auto stopped = BoardFile::write(m_book, mark, table, [&asked] { return ++asked == 3; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
        QCOMPARE(contents(path()), before);
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("*.part")}, QDir::Files).isEmpty());
    }

    void aFolderOfItsNameIsLeftAlone()
    {
        QVERIFY(QDir().mkdir(path()));
        LeadTable table;
        change(table, 5, 5);
        QVERIFY(!BoardFile::write(m_book, mark, table, {}));
        QVERIFY(!BoardFile::read(m_book, mark));
        QVERIFY(QFileInfo(path()).isDir());
    }

    void whatALinkPointsAtIsLeftAlone()
    {
        const QString other = m_folder.filePath(QStringLiteral("other"));
        QVERIFY(putDown(other, "mine"));
        QVERIFY(QFile::link(other, path()));
        LeadTable table;
        change(table, 5, 5);
        QVERIFY(keep(table));
        QCOMPARE(contents(other), QByteArray("mine"));
        QVERIFY(!QFileInfo(path()).isSymLink());
        QVERIFY(BoardFile::read(m_book, mark));
    }

#ifdef Q_OS_UNIX
    void aFullDiskKeepsTheOldOne()
    {
        LeadTable table;
        change(table, 5, 5);
        QVERIFY(keep(table));
        const QByteArray before = contents(path());
        change(table, 3'000, 3'000);
        rlimit usual{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &usual), 0);
        auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit tight = usual;
        tight.rlim_cur = 20'000;
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &tight), 0);
        auto file = BoardFile::write(m_book, mark, table, {});
        const bool isDone = file && (*file)->finish();
        file = fail(Error::Kind::Storage, {});
        ::setrlimit(RLIMIT_FSIZE, &usual);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!isDone);
        QCOMPARE(contents(path()), before);
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("*.part")}, QDir::Files).isEmpty());
    }
#endif

    void anyDamageIsNoticed()
    {
        LeadTable table;
        change(table, 60, 100);
        QVERIFY(keep(table));
        const QByteArray good = contents(path());
        QVERIFY(good.size() > 5'000);
        for (qsizetype at = 0; at < good.size(); at += at < 600 ? 1 : 13) {
            QByteArray flipped = good;
            flipped[at] = char(flipped[at] ^ (1 << (at % 8)));
            QVERIFY(putDown(path(), flipped));
            QVERIFY2(!BoardFile::read(m_book, mark), qPrintable(QString::number(at)));
        }
        for (qsizetype size = 0; size < good.size(); size += size < 600 ? 7 : 411) {
            QVERIFY(putDown(path(), good.first(size)));
            QVERIFY2(!BoardFile::read(m_book, mark), qPrintable(QString::number(size)));
        }
        QVERIFY(putDown(path(), good + 'x'));
        QVERIFY(!BoardFile::read(m_book, mark));
        QVERIFY(putDown(path(), good));
        QVERIFY(BoardFile::read(m_book, mark));
    }

    /// Two threads share it.
    void aLargeOneIsReadAsWell()
    {
        LeadTable table;
        change(table, 300, 900);
        for (LeadCard& card : m_cards) {
            card.name = card.id.toString() + QString(60'000, QChar(u'n'));
            table.upsert(card);
        }
        QVERIFY(keep(table));
        const QByteArray good = contents(path());
        QVERIFY(good.size() > 12'000'000);
        const auto back = BoardFile::read(m_book, mark);
        QVERIFY(back);
        QVERIFY(isSame(*back, m_cards));
        for (const qsizetype at : {good.size() / 50, good.size() / 2, good.size() - 100'000, good.size() - 10}) {
            QByteArray flipped = good;
            flipped[at] = char(flipped[at] ^ 4);
            QVERIFY(putDown(path(), flipped));
            QVERIFY(!BoardFile::read(m_book, mark));
        }
    }

    void sumsTellEveryPlaceApart()
    {
        QByteArray bytes(1'000, 'a');
        const auto sum = [&bytes] { return laneChecksum(bytes.constData(), std::size_t(bytes.size())); };
        const quint64 before = sum();
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            bytes[i] = 'b';
            QVERIFY(sum() != before);
            bytes[i] = 'a';
        }
        QCOMPARE(sum(), before);
        // Zeros at the end are bytes too, and so is where a portion ends.
        QVERIFY(laneChecksum("\0\0", 1) != laneChecksum("\0\0", 2));
        QVERIFY(laneChecksum("ab", 2) != laneChecksum("b", 1, laneChecksum("a", 1)));
        QVERIFY(laneChecksum("", 0, 1) != laneChecksum("", 0, 2));
    }

private:
    [[nodiscard]] QString path() const
    {
        return BoardFile::pathOf(m_book);
    }

    static QByteArray idBytes(LeadId id)
    {
        return QByteArray(reinterpret_cast<const char*>(&id.uuid()), sizeof(QUuid));
    }

    /// So many random leads come or are changed, and a third as many go.
    void change(LeadTable& table, quint32 count, quint32 among)
    {
        for (quint32 i = 0; i < count; ++i) {
            LeadCard card = randomCard(m_random, m_random.bounded(among + 1));
            if (m_random.bounded(20) == 0) {
                card.name = QString(300, QChar(u'É')) + QString::number(i); // longer than a byte can say
            }
            table.upsert(card);
            m_cards.insert(card.id, card);
        }
        for (quint32 i = 0; i < count / 3; ++i) {
            const LeadId id = leadId(m_random.bounded(among + 1));
            table.remove(id);
            m_cards.remove(id);
        }
    }

    [[nodiscard]] bool keep(LeadTable& table) const
    {
        const auto file = BoardFile::write(m_book, mark, table, {});
        return file && (*file)->finish();
    }

    QTemporaryDir m_folder;
    QString m_book;
    int m_books = 0;
    QRandomGenerator m_random;
    Cards m_cards;
};

QTEST_GUILESS_MAIN(TestBoardFile)
#include "tst_board_file.moc"
