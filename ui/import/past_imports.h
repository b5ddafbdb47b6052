// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/import_flow.h"
#include "ui/kit/ui_context.h"

#include <QWidget>

class QBoxLayout;

namespace keyturn {

class SectionCard;

/// The imports of before, newest first, each with what it did and a way to take it back; those that a stop left in the
/// middle stand on top with a way to go on.
class PastImports : public QWidget
{
    Q_OBJECT

public:
    PastImports(const UiContext& context, ImportFlow& flow, QWidget* parent = nullptr);

    void follow();

Q_SIGNALS:
    void leadsRequested(const keyturn::ImportBatch& batch);

private:
    QWidget* makeInterrupted(const ImportBatch& batch);
    QWidget* makeRow(const ImportBatch& batch);
    void takeBack(const ImportBatch& batch);

    UiContext m_context;
    ImportFlow& m_flow;
    QWidget* m_interrupted = nullptr;
    QBoxLayout* m_column;
    SectionCard* m_card;
    QWidget* m_rows = nullptr;
};

} // namespace keyturn
