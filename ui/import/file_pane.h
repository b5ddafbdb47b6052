// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/import_flow.h"
#include "ui/import/row_models.h"
#include "ui/kit/ui_context.h"

#include <QWidget>

class QStackedWidget;

namespace keyturn {

class Button;
class ComboField;
class Label;
class LineField;
class PastImports;
class RowTable;
class SectionCard;
class Switch;

/// The first step: choosing the file, and how it is read, with its first rows below as proof.
class FilePane : public QWidget
{
    Q_OBJECT

public:
    FilePane(const UiContext& context, ImportFlow& flow, QWidget* parent = nullptr);

    void follow();
    void choose();

Q_SIGNALS:
    void leadsRequested(const keyturn::ImportBatch& batch);

private:
    QWidget* makeEmpty();
    QWidget* makeFile();
    void wish(const std::function<void(TableWishes&)>& edit);

    UiContext m_context;
    ImportFlow& m_flow;
    QStackedWidget* m_stack;
    Button* m_choose = nullptr;
    PastImports* m_past = nullptr;
    SectionCard* m_card = nullptr;
    Label* m_facts = nullptr;
    ComboField* m_encoding = nullptr;
    ComboField* m_delimiter = nullptr;
    ComboField* m_sheet = nullptr;
    LineField* m_skipped = nullptr;
    Switch* m_header = nullptr;
    QWidget* m_headerHost = nullptr;
    PreviewModel m_preview;
    RowTable* m_table = nullptr;
    SectionCard* m_previewCard = nullptr;
};

} // namespace keyturn
