// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/profile_section.h"

#include "ui/kit/combo_field.h"
#include "ui/kit/line_field.h"
#include "ui/kit/section_card.h"

#include <QComboBox>
#include <QGridLayout>
#include <QTimeZone>
#include <QVBoxLayout>

namespace keyturn {

namespace {

// The zones that loan officers live in, with the names they know them by.
struct ZoneName
{
    const char* id;
    const char* name;
};
constexpr ZoneName zones[] = {
    {"America/New_York", QT_TRANSLATE_NOOP("keyturn::ProfileSection", "Eastern")},
    {"America/Chicago", QT_TRANSLATE_NOOP("keyturn::ProfileSection", "Central")},
    {"America/Denver", QT_TRANSLATE_NOOP("keyturn::ProfileSection", "Mountain")},
    {"America/Phoenix", QT_TRANSLATE_NOOP("keyturn::ProfileSection", "Arizona")},
    {"America/Los_Angeles", QT_TRANSLATE_NOOP("keyturn::ProfileSection", "Pacific")},
    {"America/Anchorage", QT_TRANSLATE_NOOP("keyturn::ProfileSection", "Alaska")},
    {"Pacific/Honolulu", QT_TRANSLATE_NOOP("keyturn::ProfileSection", "Hawaii")},
    {"America/Puerto_Rico", QT_TRANSLATE_NOOP("keyturn::ProfileSection", "Puerto Rico")},
};

} // namespace

ProfileSection::ProfileSection(const UiContext& context, Workspace& workspace, QWidget* parent)
    : SettingsSection(context, workspace, parent)
    , m_zone(makeZone(tr("Time zone")))
    , m_company(new LineField(context.theme, tr("Company")))
    , m_companyZone(makeZone(tr("Time zone of the company")))
{
    auto* you = new SectionCard(theme(), tr("You"));
    auto* grid = new QGridLayout;
    grid->setSpacing(12);
    const auto put = [&](int row, int place, const QString& label, const QString& name, UserText change,
                         QString User::*value) {
        auto* field = new LineField(theme(), label);
        field->edit().setObjectName(QStringLiteral("profile_") + name);
        grid->addWidget(field, row, place, Qt::AlignTop);
        m_boxes.push_back({field, change, value});
        connect(field, &LineField::committed, this, [this, field, change](const QString& text) {
            EditUser command;
            command.id = this->workspace().catalogue().me;
            command.*change = text;
            submit(command, field);
        });
    };
    put(0, 0, tr("First name"), QStringLiteral("first"), &EditUser::firstName, &User::firstName);
    put(0, 1, tr("Last name"), QStringLiteral("last"), &EditUser::lastName, &User::lastName);
    put(0, 2, tr("E-mail"), QStringLiteral("email"), &EditUser::email, &User::email);
    put(1, 0, tr("Phone"), QStringLiteral("phone"), &EditUser::phone, &User::phone);
    put(1, 1, tr("Job title"), QStringLiteral("title"), &EditUser::jobTitle, &User::jobTitle);
    put(1, 2, tr("NMLS number"), QStringLiteral("nmls"), &EditUser::nmlsId, &User::nmlsId);
    m_zone->setHelp(tr("Times are shown in this zone."));
    grid->addWidget(m_zone, 2, 0, Qt::AlignTop);
    for (int i = 0; i < 3; ++i) {
        grid->setColumnStretch(i, 1);
    }
    you->body()->addLayout(grid);
    column()->addWidget(you);

    auto* company = new SectionCard(theme(), tr("Company"));
    auto* companyGrid = new QGridLayout;
    companyGrid->setSpacing(12);
    m_company->edit().setObjectName(QStringLiteral("companyName"));
    companyGrid->addWidget(m_company, 0, 0, Qt::AlignTop);
    companyGrid->addWidget(m_companyZone, 0, 1, Qt::AlignTop);
    companyGrid->setColumnStretch(0, 2);
    companyGrid->setColumnStretch(1, 1);
    company->body()->addLayout(companyGrid);
    column()->addWidget(company);
    column()->addStretch();

    connect(m_zone, &ComboField::committed, this, [this](const QVariant& zone) {
        EditUser command;
        command.id = this->workspace().catalogue().me;
        command.timezone = zone.toString();
        submit(command, m_zone);
    });
    connect(m_company, &LineField::committed, this, [this](const QString& text) {
        EditOrganization command;
        command.name = text;
        submit(command, m_company);
    });
    connect(m_companyZone, &ComboField::committed, this, [this](const QVariant& zone) {
        EditOrganization command;
        command.timezone = zone.toString();
        submit(command, m_companyZone);
    });
    follow();
}

ComboField* ProfileSection::makeZone(const QString& label)
{
    auto* field = new ComboField(theme(), label);
    for (const ZoneName& zone : zones) {
        field->addItem(tr(zone.name), QString::fromLatin1(zone.id));
    }
    return field;
}

void ProfileSection::follow()
{
    const Catalogue& book = workspace().catalogue();
    if (const User* me = book.user(book.me)) {
        for (const Box& box : m_boxes) {
            box.field->setText(me->*box.value, false);
        }
        m_zone->setValue(me->timezone);
    }
    m_company->setText(book.organizationName, false);
    m_companyZone->setValue(book.organizationTimezone);
}

} // namespace keyturn
