// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/inbox.h"
#include "models/base/worker.h"
#include "ui/kit/preferences.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>

namespace keyturn {

/// The program's settings: one JSON file in the user's configuration folder, read once at the start, held in memory,
/// and written as a whole by a worker a moment after the last change. A file that cannot be read is set aside under
/// another name and the defaults hold; nothing is lost. Lives on the GUI thread.
class Settings final : public QObject, public Preferences
{
    Q_OBJECT

public:
    /// Reads `file` on the calling thread; call it before the first window is shown. `mode` Inline writes at once.
    explicit Settings(const QString& file, Worker::Mode mode = Worker::Mode::Thread, QObject* parent = nullptr);
    /// Writes what is not written yet, and waits for it.
    ~Settings() override;

    /// "keyturn.json" in the user's configuration folder, or what KEYTURN_SETTINGS names.
    static QString defaultFile();

    [[nodiscard]] QVariant value(const QString& key) const override;
    void setValue(const QString& key, const QVariant& value) override;
    [[nodiscard]] bool isSet(const QString& key) const { return m_values.contains(key); }
    /// What happened if the file could not be read, for the log; empty otherwise.
    [[nodiscard]] const QString& trouble() const { return m_trouble; }

    /// Writes now, without waiting for it.
    void flush();

Q_SIGNALS:
    void valueChanged(const QString& key, const QVariant& value);
    void writeFailed(const QString& reason);

private:
    void read();

    QString m_file;
    QHash<QString, QVariant> m_values;
    QString m_trouble;
    QTimer m_later;
    bool m_dirty = false;
    Inbox m_inbox; ///< what the worker has to say
    Worker m_worker;
};

} // namespace keyturn
