// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lead_view.h"

#include <QUuid>

#include <vector>

namespace keyturn::test {

/// One card of every kind: hot, locked, rotten, not to be contacted, far too long, and bare. All people are invented.
inline std::vector<LeadView> sampleViews()
{
    std::vector<LeadView> views;
    const auto add = [&views](const char* name, const char* amount, const char* program) -> LeadView& {
        LeadView view;
        view.id = LeadId(QUuid(quint32(views.size() + 1), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
        view.name = QString::fromUtf8(name);
        view.amountText = QString::fromUtf8(amount);
        view.programText = QString::fromUtf8(program);
        view.purposeText = QStringLiteral("Purchase");
        view.ltvText = QStringLiteral("96.5%");
        view.ficoText = QStringLiteral("700–739");
        view.scenarioText = QStringLiteral("Purchase · 96.5% · 700–739");
        view.ownerName = QStringLiteral("Hannah Brandt");
        view.ownerInitials = QStringLiteral("HB");
        view.temperatureText = QStringLiteral("Cold");
        view.temperatureIcon = QStringLiteral("snowflake");
        views.push_back(view);
        return views.back();
    };
    const auto task = [](LeadView& view, const char* title, const char* icon, const char* text, DueState due) {
        view.taskTitle = QString::fromUtf8(title);
        view.taskIcon = QString::fromUtf8(icon);
        view.taskDueText = QString::fromUtf8(text);
        view.due = due;
    };
    const auto heat = [](LeadView& view, Temperature temperature) {
        view.temperature = temperature;
        const bool hot = temperature == Temperature::Hot;
        view.temperatureText = hot ? QStringLiteral("Hot") : QStringLiteral("Warm");
        view.temperatureIcon = hot ? QStringLiteral("flame") : QStringLiteral("thermometer");
    };

    LeadView& plain = add("Tomasz Wieczorek", "$438,000", "Conv 30");
    heat(plain, Temperature::Hot);
    plain.tags = QStringList{QStringLiteral("First home")};
    task(plain, "Call back", "phone", "Today 11:00 AM", DueState::Today);
    plain.daysInStage = 1;

    LeadView& locked = add("Clementine Dupree", "$412,500", "VA 30");
    heat(locked, Temperature::Warm);
    locked.lockDaysLeft = 5;
    task(locked, "Paystubs", "circle-alert", "2 days late", DueState::Late);
    locked.daysInStage = 13;
    locked.rotLevel = 1;

    LeadView& rotten = add("Rafael Quintanilla", "$742,000", "Jumbo 30");
    heat(rotten, Temperature::Hot);
    rotten.tags = QStringList{QStringLiteral("Realtor")};
    rotten.lockDaysLeft = 2;
    task(rotten, "Asset letter and two months of statements", "circle-alert", "3 days late", DueState::Late);
    rotten.daysInStage = 26;
    rotten.rotLevel = 2;

    LeadView& silent = add("Yesenia Villalobos", "$275,000", "FHA 30");
    silent.doNotContact = true;
    silent.ownerInitials = QStringLiteral("MK");
    silent.tags = QStringList{QStringLiteral("Rural")};
    task(silent, "Reply by mail", "mail", "Today", DueState::Today);
    silent.daysInStage = 4;

    LeadView& longOne = add("Maximiliana Konstantinopolitanska-Featherstonehaugh", "$1,284,500", "Conv 30");
    longOne.tags = QStringList{QStringLiteral("A tag that is far too long to fit"), QStringLiteral("Vet")};
    longOne.lockDaysLeft = 24;
    task(longOne, "Ask for the certificate of eligibility again", "calendar-check", "Nov 24", DueState::Later);
    longOne.daysInStage = 3;

    LeadView& bare = add("Jo Li", "", "");
    bare.scenarioText.clear();
    bare.ownerInitials.clear();
    return views;
}

} // namespace keyturn::test
