// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sample/sample_source.h"
#include "tests/support/test_main.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

using namespace keyturn;
using namespace keyturn::sample;

namespace {

Catalogue emptyBook()
{
    Catalogue catalogue;
    catalogue.organizationTimezone = sampleOwner().timezone;
    catalogue.me = UserId(QUuid::fromString(u"01900000-0000-7000-8000-000000000001"));
    for (std::size_t i = 0; i < stageKeys.size(); ++i) {
        Stage stage;
        stage.id = StageId(QUuid::fromString(
            QStringLiteral("01900000-0000-7000-8000-0000000001%1").arg(int(i), 2, 10, QLatin1Char('0'))));
        stage.key = QString::fromLatin1(stageKeys[i]);
        stage.name = stage.key;
        catalogue.stages.push_back(stage);
    }
    return catalogue;
}

SampleOptions options(int leads, quint64 seed = 7)
{
    SampleOptions made;
    made.leads = leads;
    made.seed = seed;
    made.now = Instant::fromDateTime(QDateTime(QDate(2026, 11, 19), QTime(14, 42), Qt::UTC));
    return made;
}

std::vector<RowBatch> allOf(const SampleOptions& wanted)
{
    SampleSource source(wanted, emptyBook());
    std::vector<RowBatch> batches;
    while (auto batch = source.next()) {
        batches.push_back(std::move(*batch));
    }
    return batches;
}

QHash<QString, std::vector<QHash<QString, QVariant>>> tablesOf(const std::vector<RowBatch>& batches)
{
    QHash<QString, std::vector<QHash<QString, QVariant>>> tables;
    for (const RowBatch& batch : batches) {
        for (const auto& values : batch.rows) {
            QHash<QString, QVariant> row;
            for (qsizetype i = 0; i < batch.columns.size(); ++i) {
                row.insert(batch.columns[i], values[static_cast<std::size_t>(i)]);
            }
            tables[batch.table].push_back(row);
        }
    }
    return tables;
}

} // namespace

class TestSampleSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void sameSeedSameRows()
    {
        const auto one = allOf(options(60));
        const auto two = allOf(options(60));
        QCOMPARE(one.size(), two.size());
        for (std::size_t i = 0; i < one.size(); ++i) {
            QCOMPARE(one[i].columns, two[i].columns);
            QVERIFY(one[i].rows == two[i].rows);
        }
        const auto other = allOf(options(60, 8));
        QVERIFY(tablesOf(one)[QStringLiteral("leads")] != tablesOf(other)[QStringLiteral("leads")]);
    }

    void everyRowFindsWhatItRefersTo()
    {
        const QHash<QString, QString> references{
            {QStringLiteral("lead_id"), QStringLiteral("leads")},
            {QStringLiteral("contact_id"), QStringLiteral("contacts")},
            {QStringLiteral("referral_partner_id"), QStringLiteral("contacts")},
            {QStringLiteral("tag_id"), QStringLiteral("tags")},
            {QStringLiteral("assigned_to"), QStringLiteral("users")},
            {QStringLiteral("created_by"), QStringLiteral("users")},
            {QStringLiteral("user_id"), QStringLiteral("users")},
            {QStringLiteral("communication_id"), QStringLiteral("communications")},
        };
        QHash<QString, QSet<QString>> known;
        known[QStringLiteral("users")].insert(emptyBook().me.toString());
        for (const RowBatch& batch : allOf(options(300))) {
            for (const auto& values : batch.rows) {
                QCOMPARE(qsizetype(values.size()), batch.columns.size());
                for (qsizetype i = 0; i < batch.columns.size(); ++i) {
                    const QVariant& value = values[static_cast<std::size_t>(i)];
                    const QString target = references.value(batch.columns[i]);
                    if (!target.isEmpty() && value.isValid()) {
                        QVERIFY2(known[target].contains(value.toString()), qPrintable(batch.table));
                    }
                }
                const QString id = values.front().toString();
                QVERIFY2(!known[batch.table].contains(id), "an id was given twice");
                known[batch.table].insert(id);
            }
        }
    }

    void lifeOfALeadIsConsistent()
    {
        const auto tables = tablesOf(allOf(options(400)));
        const qint64 now = options(1).now.ms;
        QHash<QString, QString> lastStage;
        QHash<QString, qint64> lastMove;
        qint64 previous = 0;
        for (const auto& activity : tables[QStringLiteral("lead_activities")]) {
            const qint64 at = activity[QStringLiteral("occurred_at")].toLongLong();
            QVERIFY(at >= previous);
            QVERIFY(at <= now);
            previous = at;
            if (activity[QStringLiteral("activity_type")] == QStringLiteral("status_changed")) {
                const QString lead = activity[QStringLiteral("lead_id")].toString();
                if (lastStage.contains(lead)) {
                    QCOMPARE(activity[QStringLiteral("from_stage_id")].toString(), lastStage[lead]);
                }
                lastStage[lead] = activity[QStringLiteral("to_stage_id")].toString();
                lastMove[lead] = at;
            }
        }
        for (const auto& lead : tables[QStringLiteral("leads")]) {
            const QString id = lead[QStringLiteral("id")].toString();
            if (lastStage.contains(id)) {
                QCOMPARE(lead[QStringLiteral("stage_id")].toString(), lastStage[id]);
                QCOMPARE(lead[QStringLiteral("stage_entered_at")].toLongLong(), lastMove[id]);
            }
        }
    }

    void looksLikeABookOfBusiness()
    {
        const auto tables = tablesOf(allOf(options(2000)));
        QCOMPARE(tables[QStringLiteral("leads")].size(), std::size_t(2000));
        QSet<QString> stages;
        for (const auto& lead : tables[QStringLiteral("leads")]) {
            stages.insert(lead[QStringLiteral("stage_id")].toString());
        }
        QCOMPARE(stages.size(), qsizetype(stageKeys.size()));
        const double perLead = double(tables[QStringLiteral("lead_activities")].size()) / 2000.0;
        QVERIFY2(perLead > 8 && perLead < 13, qPrintable(QString::number(perLead)));
    }

    void isPlainlyFictitious()
    {
        const QRegularExpression phone(QStringLiteral("^\\+1\\d{3}55501\\d\\d$"));
        const QRegularExpression email(QStringLiteral("@example\\.(com|net|org)$"));
        QSet<QString> addresses;
        const auto tables = tablesOf(allOf(options(500)));
        for (const auto& lead : tables[QStringLiteral("leads")]) {
            QVERIFY(phone.match(lead[QStringLiteral("mobile")].toString()).hasMatch());
            const QString address = lead[QStringLiteral("email")].toString();
            QVERIFY(email.match(address).hasMatch());
            QVERIFY(!addresses.contains(address));
            addresses.insert(address);
        }
    }

    void oneTimelineMayBeLong()
    {
        SampleOptions wanted = options(50);
        wanted.longTimeline = 5'000;
        QHash<QString, int> perLead;
        const auto tables = tablesOf(allOf(wanted));
        for (const auto& activity : tables[QStringLiteral("lead_activities")]) {
            ++perLead[activity[QStringLiteral("lead_id")].toString()];
        }
        const auto longest = std::max_element(perLead.cbegin(), perLead.cend());
        QVERIFY(*longest > 5'000);
    }
};

QTEST_APPLESS_MAIN(TestSampleSource)
#include "tst_sample_source.moc"
