// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace keyturn {

/// While this lives, a polite request to end (SIGTERM, as when the session ends or an administrator asks) and Ctrl+C in
/// the terminal that the window was started from do what closing the window does: what was begun is kept, and what
/// reads is interrupted. A second request kills as usual. One object at most, on the GUI thread; where there are no
/// such signals it does nothing.
class PoliteEnd : public QObject
{
    Q_OBJECT

public:
    explicit PoliteEnd(QObject* parent = nullptr);
    ~PoliteEnd() override;

Q_SIGNALS:
    void asked();

private:
    QSocketNotifier* m_notifier = nullptr;
};

} // namespace keyturn
