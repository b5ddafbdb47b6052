// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/contact_section.h"

#include "models/domain/calling_hours.h"
#include "models/domain/value_lists.h"
#include "models/items/day_frame.h"
#include "models/items/lead_editor.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/surface.h"
#include "ui/lead/field_binder.h"
#include "ui/lead/form_grid.h"

#include <QBoxLayout>
#include <QLocale>
#include <QTimer>

namespace keyturn {

ContactSection::ContactSection(const UiContext& context, Workspace& workspace, LeadEditor& editor, FieldBinder& binder,
                               int columns, QWidget* parent)
    : SectionCard(context.theme, tr("Contact"), parent)
    , m_workspace(workspace)
    , m_editor(editor)
    , m_barText(new Label(context.theme, TextStyle::Body, &Colors::amber))
    , m_remind(new Button(context.theme, Button::Kind::Secondary, {}))
    , m_stop(new Label(context.theme, TextStyle::BodyMedium, &Colors::red,
                       tr("Do not contact: no calls, messages or letters.")))
{
    setObjectName(QStringLiteral("contactSection"));
    setCollapsible(true);
    auto* bar = new Surface(context.theme, &Colors::amberSoft);
    bar->setBox(nullptr, 6);
    m_bar = bar;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(12);
    m_barText->setWordWrap(true);
    m_stop->setWordWrap(true);
    m_barText->setObjectName(QStringLiteral("callingHours"));
    row->addWidget(m_barText, 1);
    m_remind->setObjectName(QStringLiteral("remindToCall"));
    m_remind->setSmall(true);
    row->addWidget(m_remind);
    connect(m_remind, &QAbstractButton::clicked, this, [this] { Q_EMIT reminderRequested(m_opens); });

    auto* grid = new FormGrid(columns);
    const int wide = columns > 2 ? 2 : 1;
    grid->add(binder.make(QStringLiteral("first_name"), grid), wide);
    grid->add(binder.make(QStringLiteral("last_name"), grid), wide);
    grid->add(binder.make(QStringLiteral("name"), grid, tr("Shown as")), 2);
    grid->add(binder.make(QStringLiteral("email"), grid), 2);
    grid->add(binder.make(QStringLiteral("mobile"), grid), wide);
    grid->add(binder.make(QStringLiteral("phone"), grid), wide);
    body()->setSpacing(12);
    body()->addWidget(m_bar);
    body()->addWidget(m_stop);
    body()->addWidget(grid);

    connect(&editor, &LeadEditor::loaded, this, &ContactSection::follow);
    connect(&editor, &LeadEditor::headerChanged, this, &ContactSection::follow);
    auto* minute = new QTimer(this);
    connect(minute, &QTimer::timeout, this, &ContactSection::follow);
    minute->start(30'000);
    follow();
}

void ContactSection::follow()
{
    const LeadDetail& detail = m_editor.detail();
    m_stop->setVisible(detail.lead.flag(QStringLiteral("do_not_contact")));
    const QString state = detail.profile.text(QStringLiteral("state"));
    const QString mobile = detail.lead.text(QStringLiteral("mobile"));
    const QString phone = mobile.isEmpty() ? detail.lead.text(QStringLiteral("phone")) : mobile;
    const auto hours = callingHours(state, phone, m_workspace.clock().now());
    m_bar->setVisible(hours && !hours->isOpen && !phone.isEmpty());
    if (!hours || hours->isOpen) {
        return;
    }
    const QLocale locale;
    const QString format = tr("h:mm AP");
    const QString city = detail.profile.text(QStringLiteral("city"));
    const QString place =
        !city.isEmpty() && hours->state == state ? city : choiceLabel(ValueList::UsState, hours->state);
    m_opens = hours->opensAt.inZone(userZone(m_workspace.catalogue()));
    const QString opens = locale.toString(m_opens.time(), format);
    m_barText->setTextFormat(Qt::RichText);
    m_barText->setText(tr("<b>%1 in %2.</b> Calls open at %3 your time.")
                           .arg(locale.toString(hours->localTime.time(), format), place.toHtmlEscaped(), opens));
    m_remind->setText(tr("Remind me at %1").arg(opens));
    m_remind->setAccessibleName(m_remind->text());
}

} // namespace keyturn
