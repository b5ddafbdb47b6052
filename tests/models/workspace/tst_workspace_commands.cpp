// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/duplicates.h"
#include "tests/support/team.h"
#include "tests/support/test_main.h"

#include <QHash>
#include <QSignalSpy>

using namespace keyturn;
using namespace keyturn::test;

namespace {

/// Where a book lies: tests take it as it is and leave it as it was.
class Place
{
public:
    virtual ~Place() = default;
    /// Opens it, once more after a restart.
    virtual std::shared_ptr<Workspace> open() = 0;
    /// What people work with, read behind the workspace's back.
    virtual QStringList state() = 0;
    /// How many entries its log has.
    virtual qint64 entries() = 0;

    LivedInBook book;
    Catalogue catalogue;
};

class File final : public Place
{
public:
    QString make()
    {
        const QString failure = m_template.make();
        book = m_template.book;
        catalogue = m_template.catalogue;
        m_path = m_template.copy();
        return failure;
    }
    std::shared_ptr<Workspace> open() override
    {
        const auto opened = await(SoloLibrary().open(m_path));
        return opened ? *opened : nullptr;
    }
    QStringList state() override { return presentStateOf(m_path); }
    qint64 entries() override { return dumpOf(m_path).filter(QStringLiteral("lead_activities|")).size(); }

private:
    TemplateBook m_template;
    QString m_path;
};

class Server final : public Place
{
public:
    QString make()
    {
        QString failure = team.start();
        if (failure.isEmpty()) {
            failure = team.makeOrganization();
        }
        if (failure.isEmpty()) {
            m_me = team.add(QStringLiteral("Ann"), QStringLiteral("org_admin"));
            const auto workspace = open();
            failure = workspace ? book.fill(*workspace) : QStringLiteral("not opened");
            catalogue = workspace ? workspace->catalogue() : Catalogue();
        }
        return failure;
    }
    std::shared_ptr<Workspace> open() override { return team.open(m_me); }
    QStringList state() override
    {
        const auto connection = Connection::openPostgres(team.adminOptions());
        return connection ? presentStateOf(**connection) : QStringList{connection.error().detail};
    }
    qint64 entries() override
    {
        return team.ask(QStringLiteral("SELECT count(*) FROM keyturn.lead_activities")).toLongLong();
    }

    Team team;

private:
    Team::Member m_me;
};

/// Which columns of which tables a command wrote, without ids and moments.
QStringList shapeOf(const ChangeSet& changes)
{
    QStringList shape;
    for (const RowChange& row : changes.rows) {
        QStringList columns;
        for (const FieldChange& field : row.fields) {
            columns << field.column;
        }
        columns.sort();
        shape << QString(row.table % (row.kind == RowChange::Kind::Insert ? u" new " : u" ") % columns.join(u','));
    }
    return shape;
}

QString said(const Result<Committed>& answer)
{
    return answer ? QString() : QString(answer.error().message + u'|' + answer.error().detail);
}

} // namespace

/// Every command and its way back, in a file and on a server, from the same beginning.
class TestWorkspaceCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString failure = m_file.make();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
        m_places.push_back({"file", &m_file});
        if (PostgresServer::isInstalled()) {
            const QString trouble = m_server.make();
            QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
            m_places.push_back({"server", &m_server});
        }
    }
    void init() { failOnAnyWarning(); }

    void everyCommandCanBeTakenBack_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<int>("index");
        for (std::size_t place = 0; place < m_places.size(); ++place) {
            int index = 0;
            for (const NamedCommand& one : everyCommand(m_file.book, m_file.catalogue)) {
                QTest::addRow("%s: %s", m_places[place].first, qPrintable(one.name)) << int(place) << index;
                ++index;
            }
        }
    }
    void everyCommandCanBeTakenBack()
    {
        QFETCH(int, index);
        Place& place = here();
        const NamedCommand named = everyCommand(place.book, place.catalogue)[std::size_t(index)];
        const QStringList before = place.state();
        QStringList after;
        QString summary;
        {
            const auto workspace = place.open();
            QVERIFY(workspace);
            int changed = 0;
            connect(workspace.get(), &Workspace::changed, this, [&changed](const ChangeSet& changes) {
                // A server also tells that leads came into view, or went.
                changed += changes.origin == ChangeSet::Origin::Remote ? 0 : 1;
            });
            const auto done = await(workspace->submit(named.command));
            QVERIFY2(done, qPrintable(said(done)));
            QVERIFY(!done->changes.isEmpty());
            QVERIFY(!done->changes.summary.isEmpty());
            QCOMPARE(changed, 1);
            // Both places write the same.
            const QStringList shape = shapeOf(done->changes);
            QCOMPARE(m_shapes.value(named.name, shape), shape);
            m_shapes.insert(named.name, shape);
            after = place.state();
            summary = workspace->undoState().undoSummary;
            QCOMPARE(summary, done->changes.summary);

            const auto undone = await(workspace->undo());
            QVERIFY2(undone, qPrintable(said(undone)));
            QVERIFY(undone->undone);
            QCOMPARE(changed, 2);
            QCOMPARE(difference(before, place.state()), QString());
            QCOMPARE(workspace->undoState().redoSummary, summary);
            const auto redone = await(workspace->redo());
            QVERIFY2(redone, qPrintable(said(redone)));
            QCOMPARE(changed, 3);
            QCOMPARE(difference(after, place.state()), QString());
        }
        // After a restart as well.
        const auto workspace = place.open();
        QVERIFY(workspace);
        QCOMPARE(workspace->undoState().undoSummary, summary);
        const auto undone = await(workspace->undo());
        QVERIFY2(undone, qPrintable(said(undone)));
        QCOMPARE(difference(before, place.state()), QString());
    }

    void changesAreAnnouncedBeforeTheAnswer_data() { addPlaces(); }
    void changesAreAnnouncedBeforeTheAnswer()
    {
        Place& place = here();
        const auto workspace = place.open();
        QVERIFY(workspace);
        const auto tags = workspace->catalogue().tags.size();
        QStringList order;
        connect(workspace.get(), &Workspace::changed, this, [&](const ChangeSet& changes) {
            QCOMPARE(QThread::currentThread(), thread());
            order << QString(u"changed " % changes.command);
        });
        connect(workspace.get(), &Workspace::catalogueChanged, this, [&] {
            order << QStringLiteral("catalogue with %1 tag more").arg(workspace->catalogue().tags.size() - tags);
        });
        connect(workspace.get(), &Workspace::undoStateChanged, this,
                [&](const UndoState&) { order << QStringLiteral("undo"); });
        CreateLead create;
        create.fields = {{QStringLiteral("name"), QStringLiteral("Ina Order"), {}},
                         {QStringLiteral("email"), QStringLiteral("ina@example.com"), {}}};
        create.tags = QStringList{QStringLiteral("First")};
        bool answered = false;
        workspace->submit(create).then(this, [&](const Result<Committed>& done) {
            QVERIFY(done);
            QVERIFY(!done->changes.isEmpty());
            order << QStringLiteral("answer");
            answered = true;
        });
        QVERIFY(order.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(answered, 30'000);
        QCOMPARE(order, QStringList({QStringLiteral("catalogue with 1 tag more"), QStringLiteral("changed create_lead"),
                                     QStringLiteral("undo"), QStringLiteral("answer")}));
        // What was answered is there for the next question.
        QCOMPARE(await(workspace->allLeads())->table->count(), 4);
        QVERIFY(await(workspace->undo()));
    }

    void commandsKeepTheirOrder_data() { addPlaces(); }
    void commandsKeepTheirOrder()
    {
        Place& place = here();
        const auto workspace = place.open();
        QVERIFY(workspace);
        QStringList announced;
        connect(workspace.get(), &Workspace::changed, this, [&](const ChangeSet& changes) {
            for (const RowChange& row : changes.rows) {
                if (row.touches(QStringLiteral("lead_source"))) {
                    announced << row.after(QStringLiteral("lead_source")).toString();
                }
            }
        });
        QStringList expected;
        std::vector<QFuture<Result<Committed>>> answers;
        for (int i = 0; i < 50; ++i) {
            expected << QString::number(i);
            answers.push_back(workspace->submit(
                UpdateLeads{{place.book.ann}, {{QStringLiteral("lead_source"), expected.back(), {}}}}));
        }
        for (const auto& answer : answers) {
            QVERIFY(await(answer));
        }
        QCOMPARE(announced, expected);
    }

    void refusalsChangeNothing_data() { addPlaces(); }
    void refusalsChangeNothing()
    {
        Place& place = here();
        const auto workspace = place.open();
        QVERIFY(workspace);
        const QStringList before = place.state();
        const qint64 entries = place.entries();
        QVERIFY(entries > 0);
        QSignalSpy changed(workspace.get(), &Workspace::changed);
        MoveStage move;
        move.leads = {place.book.ann};
        move.to = workspace->catalogue().stageByKey(QStringLiteral("lost"))->id;
        const auto refused = await(workspace->submit(move));
        QVERIFY(!refused);
        QVERIFY(!refused.error().message.isEmpty());
        // Something that is so already is no change and no error.
        const auto idle = await(workspace->submit(DeleteLeads{{place.book.gone}}));
        QVERIFY(!idle || idle->changes.isEmpty());
        QCOMPARE(changed.count(), 0);
        QCOMPARE(difference(before, place.state()), QString());
        QCOMPARE(place.entries(), entries);
    }

    void aNewCommandDropsWhatCouldBeRedone_data() { addPlaces(); }
    void aNewCommandDropsWhatCouldBeRedone()
    {
        Place& place = here();
        const auto workspace = place.open();
        QVERIFY(workspace);
        QVERIFY(await(workspace->submit(TagLeads{{place.book.ann}, {QStringLiteral("A")}, {}})));
        QVERIFY(await(workspace->undo()));
        QVERIFY(!workspace->undoState().redoSummary.isEmpty());
        QVERIFY(await(workspace->submit(TagLeads{{place.book.ann}, {QStringLiteral("B")}, {}})));
        QVERIFY(workspace->undoState().redoSummary.isEmpty());
        const auto nothing = await(workspace->redo());
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().kind, Error::Kind::Refused);
    }

    void everythingIsInOrderAtTheEnd_data() { addPlaces(); }
    void everythingIsInOrderAtTheEnd()
    {
        Place& place = here();
        const auto workspace = place.open();
        QVERIFY(workspace);
        const auto seen = await(workspace->verify());
        QVERIFY2(seen, seen ? "" : qPrintable(seen.error().message + seen.error().detail));
        std::vector<Check> checks = *seen;
        if (&place == &m_server) {
            const auto whole = m_server.team.admin().verify();
            QVERIFY2(whole, whole ? "" : qPrintable(whole.error().message + whole.error().detail));
            checks.insert(checks.end(), whole->begin(), whole->end());
        }
        for (const Check& check : checks) {
            QVERIFY2(check.ok, qPrintable(QString(check.name % u": " % check.detail)));
        }
    }

private:
    void addPlaces()
    {
        QTest::addColumn<int>("place");
        for (std::size_t place = 0; place < m_places.size(); ++place) {
            QTest::newRow(m_places[place].first) << int(place);
        }
    }
    [[nodiscard]] Place& here() const
    {
        const int index = *static_cast<const int*>(QTest::qData("place", QMetaType::Int));
        return *m_places[std::size_t(index)].second;
    }

    File m_file;
    Server m_server;
    std::vector<std::pair<const char*, Place*>> m_places;
    QHash<QString, QStringList> m_shapes;
};

QTEST_GUILESS_MAIN(TestWorkspaceCommands)
#include "tst_workspace_commands.moc"
