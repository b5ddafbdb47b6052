// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMimeData;
class QWidget;

namespace keyturn {

/// Takes a list (.csv, .tsv, .txt, .xlsx, .vcf) that is dropped anywhere on a widget where nobody else wants it.
class FileDrop : public QObject
{
    Q_OBJECT

public:
    explicit FileDrop(QWidget* target);

    /// Path of the one list in what is dragged, or empty. Looks at names only, not at files.
    [[nodiscard]] static QString listIn(const QMimeData* data);

Q_SIGNALS:
    void dropped(const QString& path);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace keyturn
