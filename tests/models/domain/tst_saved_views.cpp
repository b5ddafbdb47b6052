// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planner.h"

#include "tests/support/fake_facts.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace keyturn;
using test::FakeFacts;

/// Where views are kept, and what is refused.
class TestSavedViews : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeFacts> m_book;

    Result<ChangeSet> run(const SavedView& view)
    {
        auto planned = plan(KeepView{view}, *m_book, m_book->context);
        if (planned) {
            const auto done = m_book->apply(*planned);
            if (!done) {
                qFatal("%s", qPrintable(done.error().message));
            }
        }
        return planned;
    }
    QJsonObject place(bool isShared)
    {
        const Record row = *m_book
                                ->row(isShared ? QStringLiteral("organizations") : QStringLiteral("users"),
                                      isShared ? m_book->catalogue()->organization.toString() : m_book->me.toString())
                                .value();
        return QJsonDocument::fromJson(
                   row.text(isShared ? QStringLiteral("settings") : QStringLiteral("preferences")).toUtf8())
            .object();
    }
    QJsonArray views(bool isShared) { return place(isShared).value(QLatin1String("views")).toArray(); }
    static SavedView view(const QString& name, bool isShared = false)
    {
        return {{}, name, QJsonObject{{QStringLiteral("page"), QStringLiteral("leads")}}, isShared};
    }

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_book = std::make_unique<FakeFacts>();
    }

    void ownAndSharedHaveTheirPlaces()
    {
        QVERIFY(run(view(QStringLiteral("  Hot   refis "))));
        QVERIFY(run(view(QStringLiteral("Locks"), true)));
        QCOMPARE(views(false).size(), 1);
        QCOMPARE(views(false)[0].toObject().value(QLatin1String("name")).toString(), QStringLiteral("Hot refis"));
        QCOMPARE(views(true).size(), 1);
        // Other settings stay what they are.
        QVERIFY(
            plan(DefineCustomFields{{{QStringLiteral("roof"), QStringLiteral("Roof"), CustomField::Type::Text, {}}}},
                 *m_book, m_book->context)
                .map([this](const ChangeSet& set) { return bool(m_book->apply(set)); })
                .value_or(false));
        QVERIFY(run(view(QStringLiteral("More"), true)));
        QCOMPARE(place(true).value(QLatin1String("custom_fields")).toArray().size(), 1);
        QCOMPARE(views(true).size(), 2);
    }

    void changesMovesAndRemoves()
    {
        QVERIFY(run(view(QStringLiteral("Hot"))));
        SavedView kept = view(QStringLiteral("Warm"));
        kept.id = views(false)[0].toObject().value(QLatin1String("id")).toString();
        QVERIFY(!kept.id.isEmpty());
        QVERIFY(run(kept));
        QCOMPARE(views(false).size(), 1);
        QCOMPARE(views(false)[0].toObject().value(QLatin1String("name")).toString(), QStringLiteral("Warm"));
        kept.isShared = true;
        QVERIFY(run(kept));
        QCOMPARE(views(false).size(), 0);
        QCOMPARE(views(true)[0].toObject().value(QLatin1String("id")).toString(), kept.id);
        kept.content = {};
        kept.isShared = false; // wherever it is by now
        QVERIFY(run(kept));
        QCOMPARE(views(true).size(), 0);
        const auto gone = run(kept);
        QVERIFY(!gone);
        QCOMPARE(gone.error().kind, Error::Kind::Refused);
    }

    void refusesWhatCannotBeKept()
    {
        QCOMPARE(run(view(QStringLiteral("  "))).error().kind, Error::Kind::Invalid);
        QCOMPARE(run(view(QString(61, u'x'))).error().kind, Error::Kind::Invalid);
        QVERIFY(run(view(QStringLiteral("Hot"))));
        QCOMPARE(run(view(QStringLiteral("HOT"))).error().kind, Error::Kind::Refused);
        QVERIFY(run(view(QStringLiteral("HOT"), true))); // the team's is another one
        SavedView large = view(QStringLiteral("Large"));
        large.content.insert(QStringLiteral("text"), QString(20'000, u'x'));
        QCOMPARE(run(large).error().kind, Error::Kind::Refused);
        for (int i = 1; i < 100; ++i) {
            QVERIFY(run(view(QStringLiteral("View %1").arg(i))));
        }
        QCOMPARE(run(view(QStringLiteral("One more"))).error().kind, Error::Kind::Refused);
    }
};

QTEST_GUILESS_MAIN(TestSavedViews)
#include "tst_saved_views.moc"
