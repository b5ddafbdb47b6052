// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/workspace.h"
#include "ui/shell/status_bar.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace keyturn {

/// The truth about the open book, in words, for the foot of the window: whether it is a sample, encrypted, being saved,
/// saved, or in trouble.
class BookFacts : public QObject
{
    Q_OBJECT

public:
    explicit BookFacts(Workspace& workspace, QObject* parent = nullptr);

    [[nodiscard]] std::vector<StatusBar::Fact> facts() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] StatusBar::Fact saving() const;

    Workspace& m_workspace;
    std::optional<Error> m_trouble;
    QTimer m_patience;
    int m_percent = 0; ///< of a long command
};

} // namespace keyturn
