// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/palette_match.h"
#include "models/items/palette_model.h"
#include "tests/support/fake_workspace.h"
#include "tests/support/test_catalogue.h"
#include "tests/support/test_main.h"

#include <QAbstractItemModelTester>

using namespace keyturn;

class TestPaletteModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void matches_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("title");
        QTest::addColumn<bool>("fits");
        QTest::addColumn<int>("start");
        QTest::newRow("beginning") << "rep"
                                   << "Reports" << true << 0;
        QTest::newRow("word") << "lea"
                              << "Import leads" << true << 7;
        QTest::newRow("inside") << "ort"
                                << "Import leads" << true << 3;
        QTest::newRow("initials") << "ml"
                                  << "Move lead" << true << 0;
        QTest::newRow("later word first") << "se"
                                          << "House selection" << true << 6;
        QTest::newRow("strewn") << "oda"
                                << "Import old data" << true << 7;
        QTest::newRow("nothing") << "xyz"
                                 << "Import leads" << false << 0;
        QTest::newRow("too strewn") << "prls"
                                    << "Import leads" << false << 0;
    }
    void matches()
    {
        QFETCH(QString, query);
        QFETCH(QString, title);
        QFETCH(bool, fits);
        QFETCH(int, start);
        const PaletteMatch match = matchTitle(title, query);
        QCOMPARE(match.fits(), fits);
        if (fits) {
            QCOMPARE(match.ranges.first().first, start);
        }
    }

    void findsTheBestFirst()
    {
        test::FakeWorkspace book(test::catalogue());
        LeadStore store(book);
        const char* names[] = {"Simone Delort", "Rosa Ortega", "Ortrud Blake", "Hortensia Blake", "Nobody"};
        for (quint32 n = 0; n < 5; ++n) {
            LeadCard card;
            card.id = test::leadId(n);
            card.stage = book.catalogue().stages[n].id;
            card.name = QLatin1String(names[n]);
            card.phone = QStringLiteral("+1916555014%1").arg(n);
            card.lastActivityAt = Instant{1'700'000'000'000 + n * msPerDay};
            card.valueCents = 61'200'000;
            book.add(card);
        }
        PaletteModel model(store);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        store.load();
        QTRY_VERIFY(store.isComplete());
        PaletteCommand sort;
        sort.id = QStringLiteral("board.sort");
        sort.title = QStringLiteral("Sort columns");
        PaletteCommand call;
        call.id = QStringLiteral("lead.call");
        call.title = QStringLiteral("Log a call");
        call.onLead = true;
        PaletteCommand settings;
        settings.id = QStringLiteral("page.settings");
        settings.title = QStringLiteral("Settings");
        model.setCommands({sort, call, settings});

        model.setQuery(QStringLiteral("ort"));
        const auto title = [&](int row) { return model.index(row).data().toString(); };
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(title(0), QStringLiteral("Ortrud Blake"));
        QCOMPARE(title(1), QStringLiteral("Rosa Ortega"));
        QCOMPARE(title(2), QStringLiteral("Hortensia Blake"));
        QCOMPARE(title(3), QStringLiteral("Simone Delort"));
        QCOMPARE(title(4), QStringLiteral("Log a call"));
        QCOMPARE(title(5), QStringLiteral("Sort columns"));
        QCOMPARE(model.index(0).data(PaletteModel::SectionTitle).toString(), QStringLiteral("Leads"));
        QCOMPARE(model.index(1).data(PaletteModel::SectionTitle).toString(), QString());
        QCOMPARE(model.index(4).data(PaletteModel::SectionTitle).toString(), QStringLiteral("Do with Ortrud Blake"));
        QVERIFY(model.index(4).data(PaletteModel::Lead).value<LeadId>() == test::leadId(2));
        QVERIFY(model.index(1).data(PaletteModel::Matches).value<PaletteModel::Ranges>() ==
                (PaletteModel::Ranges{{5, 3}}));
        QVERIFY(model.index(0).data(PaletteModel::Hint).toString().contains(QStringLiteral("$612,000")));

        model.setQuery(QStringLiteral("(916) 555-0141"));
        QCOMPARE(title(0), QStringLiteral("Rosa Ortega"));
        // The number is shown because it is what was found, and its letters are marked.
        const QString hint = model.index(0).data(PaletteModel::Hint).toString();
        const auto marks = model.index(0).data(PaletteModel::HintMatches).value<PaletteModel::Ranges>();
        QCOMPARE(marks.size(), 1);
        QCOMPARE(hint.mid(marks[0].first, marks[0].second), QStringLiteral("916) 555-0141"));
        QVERIFY(model.index(0).data(PaletteModel::Matches).value<PaletteModel::Ranges>().isEmpty());
        QCOMPARE(model.index(0).data(PaletteModel::StageColor).toString(), book.catalogue().stages[1].color);
        model.remember(model.index(0));
        model.setQuery(QString());
        QCOMPARE(title(0), QStringLiteral("Rosa Ortega"));
        QCOMPARE(model.index(0).data(PaletteModel::SectionTitle).toString(), QStringLiteral("Recent leads"));
        model.remember(model.index(2));
        model.setQuery(QString());
        QCOMPARE(title(1), QStringLiteral("Settings"));
        model.setQuery(QStringLiteral("qqqq"));
        QCOMPARE(model.rowCount(), 0);
    }

    void commandsAreFoundByOtherWords_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("first");
        QTest::newRow("another name") << "dupes"
                                      << "Duplicates";
        QTest::newRow("what one wants") << "find duplicates"
                                        << "Duplicates";
        QTest::newRow("in another order") << "leads merge"
                                          << "Duplicates";
        QTest::newRow("a word of the title and one of the others") << "appearance night"
                                                                   << "Dark appearance";
        QTest::newRow("the first word before a word of a title") << "backup"
                                                                 << "Back up the book";
        QTest::newRow("the title's beginning before all") << "restore"
                                                          << "Restore a backup";
        QTest::newRow("one word of two fits nothing") << "merge zebras"
                                                      << "";
    }
    void commandsAreFoundByOtherWords()
    {
        QFETCH(const QString, query);
        QFETCH(const QString, first);
        test::FakeWorkspace book(test::catalogue());
        LeadStore store(book);
        PaletteModel model(store);
        const auto command = [](const char* title, const char* words) {
            PaletteCommand made;
            made.id = made.title = QLatin1String(title);
            made.words = QLatin1String(words);
            return made;
        };
        model.setCommands({command("Restore a backup", "recover bring back"),
                           command("Duplicates", "dupes find duplicates merge leads"),
                           command("Dark appearance", "dark mode night"), command("Back up the book", "backup copy")});
        model.setQuery(query);
        QCOMPARE(model.index(0).data().toString(), first);
    }

    void leavesRoomForCommands()
    {
        test::FakeWorkspace book(test::catalogue());
        LeadStore store(book);
        for (quint32 n = 0; n < 30; ++n) {
            LeadCard card;
            card.id = test::leadId(n);
            card.stage = book.catalogue().stages.front().id;
            card.name = QStringLiteral("Borrower %1").arg(n);
            card.email = QStringLiteral("report%1@example.com").arg(n);
            card.tags = {QStringLiteral("Relocating")};
            book.add(card);
        }
        store.load();
        QTRY_VERIFY(store.isComplete());
        PaletteModel model(store);
        std::vector<PaletteCommand> commands;
        for (int n = 0; n < 12; ++n) {
            PaletteCommand command;
            command.id = QStringLiteral("c%1").arg(n);
            command.title = QStringLiteral("Report %1").arg(n);
            command.onLead = n < 3;
            commands.push_back(command);
        }
        model.setCommands(commands);
        const auto kinds = [&](PaletteModel::Kind kind) {
            int count = 0;
            for (int row = 0; row < model.rowCount(); ++row) {
                count += model.index(row).data(PaletteModel::KindValue).toInt() == static_cast<int>(kind) ? 1 : 0;
            }
            return count;
        };
        model.setQuery(QStringLiteral("report"));
        QCOMPARE(model.rowCount(), PaletteModel::maxRows);
        QCOMPARE(kinds(PaletteModel::Kind::Lead), 3);
        QCOMPARE(kinds(PaletteModel::Kind::LeadAction), 3);
        QCOMPARE(kinds(PaletteModel::Kind::WindowCommand), 4);
        QVERIFY(model.hasMore());
        QCOMPARE(model.found(), qsizetype(3 + 4));
        QCOMPARE(model.total(), qsizetype(30 + 9)); // every lead and the commands, not what can be done with the first
        const auto row = model.index(0);
        const auto marks = row.data(PaletteModel::HintMatches).value<PaletteModel::Ranges>();
        QCOMPARE(marks.size(), 1);
        QCOMPARE(row.data(PaletteModel::Hint).toString().mid(marks[0].first, marks[0].second),
                 QStringLiteral("report"));
        model.setQuery(QStringLiteral("relocating"));
        QCOMPARE(kinds(PaletteModel::Kind::Lead), 7);
        QVERIFY(model.index(0).data(PaletteModel::Hint).toString().contains(QStringLiteral("Relocating")));
        model.setQuery(QStringLiteral("report29@"));
        QCOMPARE(kinds(PaletteModel::Kind::Lead), 1);
        QVERIFY(!model.hasMore());
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.found(), qsizetype(1));
        QCOMPARE(model.total(), qsizetype(1));
    }

    void digitsAreFoundInAnyPunctuation()
    {
        const QString phone = QStringLiteral("(916) 555-0142");
        QCOMPARE(matchDigits(phone, QStringLiteral("555-01")), std::pair(6, 6));
        QCOMPARE(matchDigits(phone, QStringLiteral("9165550142")), std::pair(1, 13));
        QCOMPARE(matchDigits(phone, QStringLiteral("55")), std::pair(0, 0));
        QCOMPARE(matchDigits(phone, QStringLiteral("a555")), std::pair(0, 0));
    }

    void staysShortAmongManyLeads()
    {
        test::FakeWorkspace book(test::catalogue());
        LeadStore store(book);
        QRandomGenerator random(2);
        for (quint32 n = 0; n < 20'000; ++n) {
            book.add(test::randomCard(random, book.catalogue(), n, book.time.now()));
        }
        store.load();
        QTRY_VERIFY(store.isComplete());
        const auto find = [&](const QString& query) {
            LeadFinder finder(store.table(), query, PaletteModel::maxLeads);
            finder.step();
            return finder.best();
        };
        const auto rows = find(QStringLiteral("or"));
        QCOMPARE(rows.size(), std::size_t(PaletteModel::maxLeads));
        PaletteModel model(store);
        model.setQuery(QStringLiteral("or"));
        QTRY_VERIFY(model.total() > 0);
        qsizetype fitting = 0;
        const LeadSearch search(store.table(), QStringLiteral("or"));
        for (LeadTable::Row row = 0; row < store.table().rowLimit(); ++row) {
            fitting += store.table().isLive(row) && search.fits(row) ? 1 : 0;
        }
        QVERIFY(fitting > 1000);
        QCOMPARE(model.total(), fitting);
        QCOMPARE(find(QStringLiteral("lead777@")).size(), std::size_t(1));
        QVERIFY(find(QString()).empty());
        // In slices, however short, it finds the same.
        LeadFinder sliced(store.table(), QStringLiteral("or"), PaletteModel::maxLeads);
        int slices = 1;
        while (!sliced.step(QDeadlineTimer(0))) {
            ++slices;
        }
        QCOMPARE(slices, 5);
        QVERIFY(sliced.best() == rows);
    }
};

QTEST_GUILESS_MAIN(TestPaletteModel)
#include "tst_palette_model.moc"
