// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/import/target_words.h"
#include "ui/kit/theme.h"

#include <QWidget>

class QListWidget;

namespace keyturn {

class SearchField;

/// The list out of which the place of a column is chosen: typing narrows it, arrows and Enter choose.
class TargetMenu : public QWidget
{
    Q_OBJECT

public:
    TargetMenu(Theme& theme, const Catalogue& catalogue, const ColumnTarget& current, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const keyturn::ColumnTarget& target);
    void newFieldRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void narrow(const QString& text);
    void take();

    Theme& m_theme;
    std::vector<TargetChoice> m_choices;
    ColumnTarget m_current;
    SearchField* m_search;
    QListWidget* m_list;
};

} // namespace keyturn

Q_DECLARE_METATYPE(keyturn::ColumnTarget)
