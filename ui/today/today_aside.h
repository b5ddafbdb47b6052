// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "ui/kit/theme.h"

#include <QWidget>

class QBoxLayout;

namespace keyturn {

class Button;
class LeadStore;
class SectionCard;
class TodayModel;

/// The right column of the Today page. It informs: what has a time today, how the day went so far, who has been silent.
class TodayAside : public QWidget
{
    Q_OBJECT

public:
    TodayAside(TodayModel& model, LeadStore& store, Theme& theme, QWidget* parent = nullptr);

    void showDay();

Q_SIGNALS:
    void openLeadRequested(keyturn::LeadId lead);
    void allSilentRequested();

private:
    void showSchedule();
    void showSoFar();
    void showSilent();

    TodayModel& m_model;
    LeadStore& m_store;
    Theme& m_theme;
    SectionCard* m_schedule;
    SectionCard* m_soFar;
    SectionCard* m_silent;
    Button* m_allSilent;
};

} // namespace keyturn
