// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/date_field.h"

#include "ui/kit/icon_button.h"
#include "ui/kit/month_picker.h"
#include "ui/kit/popover.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>

namespace keyturn {

DateField::DateField(Theme& theme, const QString& label, std::function<QDate()> today, QWidget* parent)
    : Field(theme, label, parent)
    , m_today(std::move(today))
    , m_edit(new LineEdit(theme))
{
    auto* pick = new IconButton(theme, QStringLiteral("calendar"), tr("Pick a date"), m_edit);
    pick->setSize(24);
    pick->setFocusPolicy(Qt::NoFocus); // Alt+Down does the same from the box
    pick->setCursor(Qt::ArrowCursor);
    pick->setKeyHint(QStringLiteral("Alt+Down"));
    auto* inside = new QHBoxLayout(m_edit);
    inside->setContentsMargins(0, 0, 4, 0);
    inside->addStretch();
    inside->addWidget(pick);
    m_edit->setTextMargins(0, 0, 22, 0);
    m_edit->installEventFilter(this);
    setBox(m_edit);
    connect(pick, &IconButton::clicked, this, &DateField::showCalendar);
    connect(m_edit, &QLineEdit::editingFinished, this, &DateField::commit);
}

DateField::~DateField()
{
    m_edit->disconnect(this);
}

QString DateField::shown(const std::optional<QDate>& date)
{
    return date ? QLocale().toString(*date, QLocale::ShortFormat) : QString();
}

void DateField::setDate(const std::optional<QDate>& date)
{
    m_date = date;
    m_unreadable = false;
    m_edit->setText(shown(date));
    m_edit->setBaseText(m_edit->text());
}

void DateField::setError(const QString& error)
{
    Field::setError(error);
    m_edit->setInvalid(!error.isEmpty());
}

std::optional<QDate> DateField::read(const QString& text, QDate today, bool& valid)
{
    valid = true;
    const QString words = text.trimmed().toLower();
    if (words.isEmpty()) {
        return std::nullopt;
    }
    if (words == tr("today")) {
        return today;
    }
    if (words == tr("tomorrow")) {
        return today.addDays(1);
    }
    if (words.startsWith(QLatin1Char('+'))) {
        bool number = false;
        const int days = words.mid(1).toInt(&number);
        if (number) {
            return today.addDays(days);
        }
    }
    QDate date = QDate::fromString(words, Qt::ISODate);
    const QLocale locale;
    for (const auto& format : {locale.dateFormat(QLocale::ShortFormat), QStringLiteral("M/d/yyyy"),
                               QStringLiteral("M/d/yy"), QStringLiteral("MMM d, yyyy"), QStringLiteral("MMM d yyyy")}) {
        if (!date.isValid()) {
            date = locale.toDate(text.trimmed(), format);
            // A two-digit year means this century.
            if (date.isValid() && date.year() < 1950) {
                date = date.addYears(100);
            }
        }
    }
    for (const auto& format : {QStringLiteral("M/d yyyy"), QStringLiteral("MMM d yyyy")}) {
        if (!date.isValid()) {
            const QString full = text.trimmed() + QLatin1Char(' ') + QString::number(today.year());
            date = locale.toDate(full, format);
            // Without a year, the next one that is meant.
            if (date.isValid() && date < today.addMonths(-6)) {
                date = date.addYears(1);
            }
        }
    }
    valid = date.isValid();
    return valid ? std::optional(date) : std::nullopt;
}

void DateField::commit()
{
    if (m_edit->text() == m_edit->baseText() && !m_unreadable) {
        return;
    }
    bool valid = false;
    const auto date = read(m_edit->text(), m_today(), valid);
    if (!valid) {
        m_unreadable = true;
        setError(tr("Write a date, like %1.").arg(shown(m_today())));
        return;
    }
    if (m_unreadable) {
        setError({});
    }
    const bool different = date != m_date;
    setDate(date);
    if (different) {
        Q_EMIT committed(date);
    }
}

void DateField::showCalendar()
{
    auto* popover = new Popover(theme(), this);
    popover->setAccessibleName(tr("Calendar"));
    auto* month = new MonthPicker(theme(), m_date.value_or(m_today()), m_today());
    popover->setContent(month, 8);
    const auto take = [this, popover](QDate date) {
        const bool different = m_date != date;
        setDate(date);
        setError({});
        popover->dismiss();
        if (different) {
            Q_EMIT committed(date);
        }
    };
    connect(month, &MonthPicker::picked, this, take);
    popover->showAt(m_edit, Qt::AlignLeft);
    month->setFocus();
}

bool DateField::eventFilter(QObject* watched, QEvent* event)
{
    // The window steps through leads by the same keys: the box comes first.
    if (watched == m_edit && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Down && key->modifiers() & Qt::AltModifier) {
            if (event->type() == QEvent::KeyPress) {
                showCalendar();
            }
            event->accept();
            return true;
        }
    }
    return Field::eventFilter(watched, event);
}

} // namespace keyturn
