// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_editor.h"
#include "tests/ui/lead/lead_fixture.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/tab_bar.h"
#include "ui/lead/composer.h"
#include "ui/lead/computed_band.h"
#include "ui/lead/lead_form.h"
#include "ui/lead/lead_page.h"
#include "ui/lead/lead_panel.h"
#include "ui/lead/timeline_panel.h"
#include "ui/lead/timeline_view.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QPlainTextEdit>

using namespace keyturn;
using namespace keyturn::test;

class TestLeadPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void savesOneFieldWithItsBase()
    {
        LeadFixture f;
        LeadPage page(f.book, f.store, f.context());
        const Window window(page, {1368, 848});
        QVERIFY(open(page, f));
        QLineEdit* rate = edit(page, "field_loan_interest_rate_pct3");
        QCOMPARE(rate->text(), QStringLiteral("6.125"));
        type(rate, QStringLiteral("6.25"));
        QTest::keyClick(rate, Qt::Key_Tab);
        QTRY_COMPARE(f.sent<UpdateLeads>().size(), std::size_t(1));
        const UpdateLeads update = f.sent<UpdateLeads>().front();
        QCOMPARE(update.leads, std::vector<LeadId>{f.rosa});
        QCOMPARE(update.fields.size(), std::size_t(1));
        QCOMPARE(update.fields.front().field, QStringLiteral("loan.interest_rate_pct3"));
        QCOMPARE(update.fields.front().value.toLongLong(), 6250);
        QCOMPARE(update.fields.front().base->toLongLong(), 6125);
        QTRY_COMPARE(page.editor().state(QStringLiteral("loan.interest_rate_pct3")), LeadEditor::State::Saved);
    }

    void keepsAnUnreadableValueAndSaysWhy()
    {
        LeadFixture f;
        LeadPage page(f.book, f.store, f.context());
        const Window window(page, {1368, 848});
        QVERIFY(open(page, f));
        QLineEdit* rate = edit(page, "field_loan_interest_rate_pct3");
        type(rate, QStringLiteral("six"));
        QTest::keyClick(rate, Qt::Key_Tab);
        auto* field = page.findChild<Field*>(QStringLiteral("field_loan_interest_rate_pct3"));
        QTRY_VERIFY(field->error().endsWith(QLatin1Char('.')));
        QCOMPARE(rate->text(), QStringLiteral("six"));
        const LeadId other = f.add(2, QStringLiteral("Somebody Else"));
        QSignalSpy told(&page, &LeadPage::noticed);
        page.setLead(other);
        QCOMPARE(told.size(), 1);
        QTRY_VERIFY(page.editor().isLoaded());
        QTRY_VERIFY(rate->text().isEmpty());
        page.setLead(f.rosa);
        QTRY_COMPARE(rate->text(), QStringLiteral("six"));
        QVERIFY(f.sent<UpdateLeads>().empty());
    }

    void escBringsBackWhatWasThere()
    {
        LeadFixture f;
        LeadPage page(f.book, f.store, f.context());
        const Window window(page, {1368, 848});
        QVERIFY(open(page, f));
        QSignalSpy closed(&page, &LeadPage::requestClose);
        QLineEdit* name = edit(page, "field_first_name");
        type(name, QStringLiteral("Ros"));
        QTest::keyClick(name, Qt::Key_Escape);
        QCOMPARE(name->text(), QStringLiteral("Rosa"));
        QVERIFY(closed.isEmpty());
        QTest::keyClick(name, Qt::Key_Tab);
        QVERIFY(f.sent<UpdateLeads>().empty());
    }

    void asksWhichOfTwoValuesStands()
    {
        LeadFixture f;
        LeadPage page(f.book, f.store, f.context());
        const Window window(page, {1368, 848});
        QVERIFY(open(page, f));
        QLineEdit* name = edit(page, "field_first_name");
        type(name, QStringLiteral("Rosalia"));
        f.book.changeFieldElsewhere(f.rosa, QStringLiteral("first_name"), QStringLiteral("Rosaria"));
        auto* field = page.findChild<Field*>(QStringLiteral("field_first_name"));
        QTRY_VERIFY(field->isChangedElsewhere());
        QCOMPARE(name->text(), QStringLiteral("Rosalia"));
        QVERIFY(f.sent<UpdateLeads>().empty());
        auto* keep = field->findChild<QAbstractButton*>(QStringLiteral("keepMine"));
        QVERIFY(keep);
        keep->click();
        QTRY_COMPARE(f.sent<UpdateLeads>().size(), std::size_t(1));
        QCOMPARE(f.sent<UpdateLeads>().front().fields.front().base->toString(), QStringLiteral("Rosaria"));
        QTRY_VERIFY(!field->isChangedElsewhere());
    }

    void takesTheirsWithoutWriting()
    {
        LeadFixture f;
        LeadPage page(f.book, f.store, f.context());
        const Window window(page, {1368, 848});
        QVERIFY(open(page, f));
        QLineEdit* name = edit(page, "field_first_name");
        type(name, QStringLiteral("Rosalia"));
        f.book.changeFieldElsewhere(f.rosa, QStringLiteral("first_name"), QStringLiteral("Rosaria"));
        auto* field = page.findChild<Field*>(QStringLiteral("field_first_name"));
        QTRY_VERIFY(field->isChangedElsewhere());
        field->findChild<QAbstractButton*>(QStringLiteral("takeTheirs"))->click();
        QTRY_COMPARE(name->text(), QStringLiteral("Rosaria"));
        QVERIFY(f.sent<UpdateLeads>().empty());
    }

    void computesWhileOneTypes()
    {
        LeadFixture f;
        LeadPage page(f.book, f.store, f.context());
        const Window window(page, {1368, 848});
        QVERIFY(open(page, f));
        auto* band = page.findChild<ComputedBand*>();
        QTRY_VERIFY(band->figures().principalAndInterest.has_value());
        QCOMPARE(percentText(*band->figures().ltvPct3), QStringLiteral("80.00%"));
        QCOMPARE(band->figures().principalAndInterest->toDisplay(), QStringLiteral("$3,718.58"));
        QCOMPARE(*band->figures().downPct3, 20'000);
        // Typed, not saved: the figures follow all the same.
        type(edit(page, "field_loan_loan_amount_cents"), QStringLiteral("650000"));
        QCOMPARE(edit(page, "field_loan_loan_amount_cents")->text(), QStringLiteral("$650,000"));
        QTRY_COMPARE(percentText(*band->figures().ltvPct3), QStringLiteral("84.97%"));
        QVERIFY(band->accessibleDescription().contains(QStringLiteral("84.97%")));
    }

    void completesTheNextTaskWithOneKey()
    {
        LeadFixture f;
        f.addTask(QStringLiteral("Review appraisal"), QDate(2026, 11, 19), QTime(15, 0));
        LeadPage page(f.book, f.store, f.context());
        const Window window(page, {1368, 848});
        QVERIFY(open(page, f));
        auto* next = page.findChild<QAbstractButton*>(QStringLiteral("leadNext"));
        QTRY_VERIFY(next->isVisible());
        page.timeline().view().setFocus();
        QTest::keyClick(&page.timeline().view(), Qt::Key_D);
        QTRY_COMPARE(f.sent<CompleteTask>().size(), std::size_t(1));
    }

    void reachesEveryControlByKeyboardAndNamesIt_data()
    {
        QTest::addColumn<bool>("panel");
        QTest::newRow("page") << false;
        QTest::newRow("panel") << true;
    }
    void reachesEveryControlByKeyboardAndNamesIt()
    {
        QFETCH(bool, panel);
        LeadFixture f;
        f.addTask(QStringLiteral("Review appraisal"), QDate(2026, 11, 19), QTime(15, 0));
        LeadPanel beside(f.book, f.store, f.context());
        LeadPage page(f.book, f.store, f.context());
        beside.setLead(f.rosa);
        page.setLead(f.rosa);
        QWidget* widget = panel ? static_cast<QWidget*>(&beside) : &page;
        const Window window(*widget, panel ? QSize(400, 900) : QSize(1368, 848));
        QTRY_VERIFY(beside.editor().isLoaded() && page.editor().isLoaded());
        QSet<QWidget*> seen;
        // The chain of the window goes through the widget's own part of it.
        for (QWidget* at = widget->nextInFocusChain(); at != widget; at = at->nextInFocusChain()) {
            if (seen.contains(at)) {
                break;
            }
            seen.insert(at);
            if ((at->focusPolicy() & Qt::TabFocus) == 0 || !at->isVisibleTo(widget) || !at->isEnabled() ||
                at->focusProxy() != nullptr) {
                continue;
            }
            QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(at);
            const QString name = spoken != nullptr ? spoken->text(QAccessible::Name) : QString();
            QVERIFY2(!name.isEmpty(),
                     qPrintable(QStringLiteral("no name: %1 %2")
                                    .arg(QLatin1String(at->metaObject()->className()), at->objectName())));
            QVERIFY2(!at->objectName().isEmpty(),
                     qPrintable(QStringLiteral("no objectName: %1 \"%2\"")
                                    .arg(QLatin1String(at->metaObject()->className()), name)));
        }
        QVERIFY(seen.size() > 20);
    }

    void thePanelUnfoldsWhereOneWorks()
    {
        LeadFixture f(Theme::Appearance::Light);
        fill(f);
        LeadPanel panel(f.book, f.store, f.context());
        panel.setLead(f.rosa);
        const Window window(panel, {400, 680});
        QTRY_VERIFY(panel.timeline().model().rowCount() > 4);
        const auto* call = panel.findChild<QAbstractButton*>(QStringLiteral("compose_call"));
        auto* note = panel.findChild<QPlainTextEdit*>(QStringLiteral("noteText"));
        const auto* filter = panel.findChild<QWidget*>(QStringLiteral("timelineFilter"));
        auto* filters = panel.findChild<QAbstractButton*>(QStringLiteral("timelineFilters"));
        panel.focusContent();
        QVERIFY(!call->isVisible());
        QVERIFY(!filter->isVisible());
        QTest::mouseClick(note->viewport(), Qt::LeftButton);
        QVERIFY(call->isVisible());
        panel.setLead(f.add(9, QStringLiteral("Another lead")));
        QVERIFY(!call->isVisible());
        panel.logCall();
        QVERIFY(call->isVisible());
        panel.setLead(f.rosa);
        QVERIFY(!call->isVisible());

        QTRY_VERIFY(panel.timeline().model().rowCount() > 4);
        const int all = panel.timeline().model().rowCount();
        filters->click();
        QVERIFY(filter->isVisible());
        panel.findChild<QAbstractButton*>(QStringLiteral("timelineHighlights"))->setChecked(true);
        QTRY_VERIFY(panel.timeline().model().rowCount() < all);
        filters->click(); // what cannot be seen hides nothing
        QVERIFY(!filter->isVisible());
        QTRY_COMPARE(panel.timeline().model().rowCount(), all);
    }

    void looksLikeTheDrawings_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << false << QSize(1368, 820);
        QTest::newRow("dark") << true << QSize(1368, 820);
        QTest::newRow("small") << false << QSize(1208, 640);
    }
    void looksLikeTheDrawings()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        LeadFixture f(dark ? Theme::Appearance::Dark : Theme::Appearance::Light);
        fill(f);
        LeadPage page(f.book, f.store, f.context());
        page.setLead(f.rosa);
        const Window window(page, size);
        QTRY_VERIFY(page.editor().isLoaded());
        QTRY_VERIFY(page.timeline().model().rowCount() > 4);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        QTest::qWait(20);
        shoot(page, QStringLiteral("page-") + tag);
        page.logCall();
        QTest::qWait(20);
        shoot(page, QStringLiteral("page-call-") + tag);
        LeadPanel panel(f.book, f.store, f.context());
        panel.setLead(f.rosa);
        const Window beside(panel, {400, size.height()});
        for (const auto mode : {Composer::Mode::Call, Composer::Mode::Meeting, Composer::Mode::FollowUp}) {
            panel.timeline().composer().start(mode);
            QTest::qWait(20);
            shoot(panel, QStringLiteral("panel-%1-").arg(static_cast<int>(mode)) + tag);
            QVERIFY2(panel.minimumSizeHint().width() <= 400,
                     qPrintable(QString::number(panel.minimumSizeHint().width())));
        }
        panel.timeline().composer().start(Composer::Mode::Note);
        QTRY_VERIFY(panel.editor().isLoaded());
        QTRY_VERIFY(panel.timeline().model().rowCount() > 4);
        QTest::qWait(20);
        shoot(panel, QStringLiteral("panel-") + tag);
        panel.findChild<TabBar*>(QStringLiteral("panelTabs"))->setCurrentIndex(1);
        QTest::qWait(20);
        shoot(panel, QStringLiteral("panel-details-") + tag);
        page.findChild<TabBar*>(QStringLiteral("leadTabs"))->setCurrentIndex(1);
        QTest::qWait(20);
        shoot(page, QStringLiteral("page-tasks-") + tag);
        page.findChild<TabBar*>(QStringLiteral("leadTabs"))->setCurrentIndex(0);
        auto* form = page.findChild<LeadForm*>();
        form->resize(620, form->sizeHint().height());
        shoot(*form, QStringLiteral("form-") + tag);
        const LeadId empty = f.add(9, QStringLiteral("A lead with a name so long that nobody would ever have it in a "
                                                     "life, not even a trust or an estate of several people"));
        page.setLead(empty);
        QTRY_VERIFY(page.editor().isLoaded());
        QTest::qWait(20);
        shoot(page, QStringLiteral("page-empty-") + tag);
        auto* details = panel.findChild<LeadForm*>();
        for (const QWidget* section : details->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
            QVERIFY2(
                section->minimumSizeHint().width() <= 364,
                qPrintable(QStringLiteral("%1 %2").arg(section->objectName()).arg(section->minimumSizeHint().width())));
        }
        // The panel never asks for more than it has.
        QVERIFY2(panel.minimumSizeHint().width() <= 400, qPrintable(QString::number(panel.minimumSizeHint().width())));
        QVERIFY2(page.minimumSizeHint().width() <= 1208, qPrintable(QString::number(page.minimumSizeHint().width())));
    }

private:
    static bool open(LeadPage& page, LeadFixture& f)
    {
        page.setLead(f.rosa);
        return QTest::qWaitFor([&page] { return page.editor().isLoaded(); });
    }
    static QLineEdit* edit(QWidget& page, const char* name)
    {
        auto* found = page.findChild<QLineEdit*>(QLatin1String(name) + QStringLiteral("_edit"));
        Q_ASSERT(found);
        return found;
    }
    static void type(QLineEdit* box, const QString& text)
    {
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, text);
    }
    static void fill(LeadFixture& f)
    {
        f.addTask(QStringLiteral("Review appraisal"), QDate(2026, 11, 19), QTime(15, 0));
        f.addTask(QStringLiteral("Ask for the insurance quote"), QDate(2026, 11, 17));
        TimelineEntry& call = f.entry(f.rosa, QStringLiteral("call_logged"),
                                      QStringLiteral("Wants to keep the monthly payment below $4,800. Insurance quote "
                                                     "from her agent by Friday; no gift funds, the down payment is "
                                                     "theirs."),
                                      19.4);
        call.isHighlight = true;
        call.metadata = {{QStringLiteral("duration_seconds"), 480},
                         {QStringLiteral("outcome"), QStringLiteral("connected")},
                         {QStringLiteral("direction"), QStringLiteral("outbound")}};
        TimelineEntry& move = f.entry(f.rosa, QStringLiteral("status_changed"), {}, 140);
        move.fromStage = QStringLiteral("house_hunting");
        move.toStage = QStringLiteral("under_contract");
        f.entry(f.rosa, QStringLiteral("note_added"), QStringLiteral("Prefers mornings. **Sister is a realtor.**"), 1);
        f.entry(f.rosa, QStringLiteral("private_note"), QStringLiteral("Nervous about the appraisal."), 2);
        TimelineEntry& sms =
            f.entry(f.rosa, QStringLiteral("sms_sent"), QStringLiteral("Got the report, calling at 3."), 3);
        sms.isCorrected = true;
        TimelineEntry& old = f.entry(f.rosa, QStringLiteral("call_logged"), QStringLiteral("Wrong lead."), 200);
        old.isWithdrawn = true;
        f.entry(f.rosa, QStringLiteral("rate_locked"), {}, 141);
        for (int i = 0; i < 40; ++i) {
            f.entry(f.rosa, QStringLiteral("email_sent"), QStringLiteral("A message about papers."), 210 + i * 30);
        }
        Note note;
        note.id = NoteId(uuid(79, 1));
        note.lead = f.rosa;
        note.author = f.book.catalogue().me;
        note.type = QStringLiteral("general");
        note.content = QStringLiteral("Prefers mornings. **Sister is a realtor.**");
        note.isPinned = true;
        note.createdAt = note.updatedAt = f.book.time.now() + -msPerDay;
        f.book.detail(f.rosa).notes = {note};
        f.book.detail(f.rosa).activityCount = 48;
    }
};

QTEST_MAIN(TestLeadPage)
#include "tst_lead_page.moc"
