// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/today_section.h"

#include "models/items/today_model.h"
#include "ui/kit/button.h"
#include "ui/today/today_row_widget.h"

#include <QBoxLayout>

#include <algorithm>

namespace keyturn {

TodaySection::TodaySection(Theme& theme, QWidget* parent)
    : SectionCard(theme, {}, parent)
    , m_theme(theme)
    , m_more(new Button(theme, Button::Kind::Link, {}, this))
{
    setObjectName(QStringLiteral("todaySection"));
    body()->setContentsMargins(1, 0, 1, 1);
    body()->setSpacing(0);
    m_more->setObjectName(QStringLiteral("todayMore"));
    m_more->setSmall(true);
    addHeaderWidget(m_more);
    connect(m_more, &QAbstractButton::clicked, this, &TodaySection::expand);
}

void TodaySection::expand()
{
    if (!m_expanded) {
        m_expanded = true;
        Q_EMIT expanded();
    }
}

void TodaySection::showSection(const QModelIndex& section, const QModelIndex& current)
{
    setTitle(section.data(TodayModel::SectionTitle).toString());
    setAccessibleName(section.data(Qt::AccessibleTextRole).toString());
    setCount(section.data(TodayModel::SectionCount).toLongLong());
    setNote(section.data(TodayModel::SectionHint).toString());
    const int all = section.model()->rowCount(section);
    if (current.isValid() && current.parent() == section && current.row() >= firstRows) {
        m_expanded = true; // the selection is never out of sight
    }
    const int shown = m_expanded ? all : std::min(all, firstRows);
    while (std::ssize(m_rows) < shown) {
        auto* row = new TodayRowWidget(m_theme);
        body()->addWidget(row);
        m_rows.push_back(row);
        Q_EMIT rowMade(row);
    }
    while (std::ssize(m_rows) > shown) {
        m_rows.back()->hide();
        m_rows.back()->deleteLater();
        m_rows.pop_back();
    }
    for (int i = 0; i < shown; ++i) {
        const QModelIndex index = section.model()->index(i, 0, section);
        TodayRowWidget* row = m_rows[static_cast<std::size_t>(i)];
        row->showRow(index, i + 1 == shown);
        row->setSelected(index == current);
    }
    m_more->setText(tr("Show %Ln more", nullptr, all - shown));
    m_more->setAccessibleName(m_more->text());
    m_more->setVisible(all > shown);
}

TodayRowWidget* TodaySection::rowOf(const QModelIndex& index) const
{
    const auto it =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const TodayRowWidget* row) { return row->index() == index; });
    return it == m_rows.end() ? nullptr : *it;
}

} // namespace keyturn
