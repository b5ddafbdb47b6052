// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/import_flow.h"
#include "ui/kit/ui_context.h"

#include <QWidget>

namespace keyturn {

class Button;
class ComboField;
class Label;
class LineField;

/// What holds for every row: who is a duplicate, what rows get that do not say, how dates are written, and the mappings
/// that are kept by name.
class MappingDefaults : public QWidget
{
    Q_OBJECT

public:
    MappingDefaults(const UiContext& context, ImportFlow& flow, QWidget* parent = nullptr);

    void follow();

private:
    QWidget* makeDuplicates();
    QWidget* makeRows();
    QWidget* makeKept();
    void change(const std::function<void(LeadMapping&)>& edit);
    void askName();

    UiContext m_context;
    ImportFlow& m_flow;
    ComboField* m_duplicates;
    ComboField* m_stage;
    ComboField* m_owner;
    ComboField* m_source;
    LineField* m_leadSource;
    LineField* m_tags;
    ComboField* m_dates;
    ComboField* m_preset;
    ComboField* m_saved;
    Button* m_save;
    Button* m_forget;
    Label* m_savedWords;
};

} // namespace keyturn
