// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_fields.h"
#include "models/items/lead_store.h"
#include "tests/support/fake_workspace.h"
#include "tests/support/test_catalogue.h"
#include "tests/support/test_main.h"
#include "tests/support/ui_context.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

namespace keyturn::test {

/// A lead like the one on the drawings, in a book in memory, on the morning of November 19 by its user's clock.
class LeadFixture
{
public:
    explicit LeadFixture(Theme::Appearance appearance = Theme::Appearance::Light)
        : book(houseCatalogue(), Instant::fromDateTime(QDateTime(QDate(2026, 11, 19), QTime(14, 42), Qt::UTC)))
    {
        theme.setReducedMotion(true);
        theme.setAppearance(appearance);
        rosa = add(1, QStringLiteral("Rosa & Mateo Ortega"));
        LeadDetail& detail = book.detail(rosa);
        detail.lead.set(QStringLiteral("first_name"), QStringLiteral("Rosa"));
        detail.lead.set(QStringLiteral("last_name"), QStringLiteral("Ortega"));
        detail.lead.set(QStringLiteral("email"), QStringLiteral("rosa.ortega@example.com"));
        detail.lead.set(QStringLiteral("mobile"), QStringLiteral("+19165550142"));
        detail.lead.set(QStringLiteral("lead_temperature"), QStringLiteral("hot"));
        detail.lead.set(QStringLiteral("source"), QStringLiteral("referral_realtor"));
        detail.lead.set(QStringLiteral("lead_source"), QStringLiteral("Bill Tran, Oak & Main Realty"));
        detail.lead.set(QStringLiteral("assigned_to"), book.catalogue().me.toString());
        detail.lead.set(QStringLiteral("stage_entered_at"), book.time.now().ms - 6 * msPerDay);
        detail.lead.set(QStringLiteral("score"), qint64(86));
        const auto loan = [&](const char* column, const QVariant& value) {
            detail.loan.set(QLatin1String(column), value);
        };
        loan("loan_purpose", QStringLiteral("purchase"));
        loan("loan_program", QStringLiteral("conventional"));
        loan("term_months", qint64(360));
        loan("occupancy", QStringLiteral("primary_residence"));
        loan("property_type", QStringLiteral("single_family"));
        loan("purchase_price_cents", qint64(76'500'000));
        loan("down_payment_cents", qint64(15'300'000));
        loan("loan_amount_cents", qint64(61'200'000));
        loan("interest_rate_pct3", qint64(6125));
        loan("annual_income_cents", qint64(19'500'000));
        loan("monthly_debts_cents", qint64(114'000));
        loan("fico_score", qint64(751));
        loan("fico_band", QStringLiteral("740_779"));
        loan("subject_postal_code", QStringLiteral("95814"));
        loan("rate_lock_date", QStringLiteral("2026-10-26"));
        loan("rate_lock_expires_on", QStringLiteral("2026-11-25"));
        loan("target_closing_date", QStringLiteral("2026-12-11"));
        detail.profile.set(QStringLiteral("city"), QStringLiteral("Sacramento"));
        detail.profile.set(QStringLiteral("state"), QStringLiteral("CA"));
        detail.tags = {QStringLiteral("First home"), QStringLiteral("Jumbo watch")};
        store.load();
    }

    static Catalogue houseCatalogue()
    {
        Catalogue made = test::catalogue();
        for (User& user : made.users) {
            user.timezone = QStringLiteral("America/New_York");
        }
        made.organizationTimezone = QStringLiteral("America/New_York");
        return made;
    }

    LeadId add(quint32 number, const QString& name)
    {
        LeadCard card;
        card.id = leadId(number);
        const Stage* stage = book.catalogue().stageByKey(QStringLiteral("under_contract"));
        card.stage = stage != nullptr ? stage->id : book.catalogue().stages.front().id;
        card.owner = book.catalogue().me;
        card.name = name;
        card.createdAt = card.stageEnteredAt = card.lastActivityAt = book.time.now() + -msPerDay;
        book.add(card);
        return card.id;
    }

    /// An entry so many hours ago.
    TimelineEntry& entry(LeadId lead, const QString& type, const QString& text, double hoursAgo)
    {
        TimelineEntry made;
        made.id = ActivityId(uuid(77, ++m_entries));
        made.lead = lead;
        made.type = type;
        made.title = QStringLiteral("An entry");
        made.description = text;
        made.actorType = QStringLiteral("user");
        made.createdBy = book.catalogue().me;
        made.actorName = book.catalogue().user(book.catalogue().me)->name();
        made.occurredAt = book.time.now() + -static_cast<qint64>(hoursAgo * msPerHour);
        made.createdAt = made.occurredAt;
        book.addEntry(made);
        return book.entries().back();
    }

    void addTask(const QString& title, QDate day, QTime time = {})
    {
        Task task;
        task.id = TaskId(uuid(78, ++m_tasks));
        task.lead = rosa;
        task.title = title;
        task.type = QStringLiteral("review");
        task.priority = QStringLiteral("medium");
        task.status = QStringLiteral("pending");
        task.dueDate = day.toString(Qt::ISODate);
        task.dueTime = time.isValid() ? time.toString(QStringLiteral("HH:mm")) : QString();
        task.dueAt = Instant::fromDateTime(
            QDateTime(day, time.isValid() ? time : QTime(23, 59, 59), QTimeZone("America/New_York")));
        task.assignedTo = book.catalogue().me;
        book.addTask(task);
        book.detail(rosa).tasks.push_back(task);
    }

    [[nodiscard]] UiContext context() { return {theme, preferences, prompts}; }
    template<typename T>
    [[nodiscard]] std::vector<T> sent() const
    {
        std::vector<T> found;
        for (const Command& command : book.submitted) {
            if (const T* one = std::get_if<T>(&command)) {
                found.push_back(*one);
            }
        }
        return found;
    }

    Theme theme;
    KeptPreferences preferences;
    WillingPrompts prompts;
    FakeWorkspace book;
    LeadStore store{book};
    LeadId rosa;

private:
    quint32 m_entries = 0;
    quint32 m_tasks = 0;
};

/// Shows `widget` in a window of its own that has the keyboard, until it goes out of scope.
class Window
{
public:
    Window(QWidget& widget, QSize size)
        : m_widget(widget)
    {
        m_host.resize(size);
        widget.setParent(&m_host);
        widget.resize(size);
        widget.show();
        m_host.show();
        QApplication::setActiveWindow(&m_host);
        [[maybe_unused]] const bool shown = QTest::qWaitForWindowExposed(&m_host);
    }
    ~Window() { m_widget.setParent(nullptr); }
    Q_DISABLE_COPY_MOVE(Window)

private:
    QWidget m_host;
    QWidget& m_widget;
};

/// Takes a picture when somebody wants to look: KEYTURN_SHOTS names the folder.
inline void shoot(QWidget& widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("KEYTURN_SHOTS");
    if (!folder.isEmpty()) {
        QVERIFY(widget.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
    }
}

} // namespace keyturn::test
