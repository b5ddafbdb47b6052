// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/import_flow.h"
#include "ui/kit/ui_context.h"

#include <QWidget>

namespace keyturn {

class Button;
class Label;

/// How far an import, a dry run or an undo is; after a stop, what is to become of the rows that are in.
class RunPane : public QWidget
{
    Q_OBJECT

public:
    RunPane(const UiContext& context, ImportFlow& flow, QWidget* parent = nullptr);

    void follow();
    /// Gives the keyboard to the button that ends what is going on; false if there is none.
    bool focusContent();

private:
    class Line;

    void followProgress();

    ImportFlow& m_flow;
    Label* m_head;
    Label* m_words;
    Line* m_line;
    Label* m_counts;
    Label* m_time;
    Button* m_cancel;
    Button* m_keep;
    Button* m_back;
};

} // namespace keyturn
