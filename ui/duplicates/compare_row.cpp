// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/compare_row.h"

#include "ui/duplicates/value_choice.h"
#include "ui/kit/label.h"

#include <QBoxLayout>
#include <QButtonGroup>

namespace keyturn {

CompareRow::CompareRow(Theme& theme, const QString& label, QWidget* parent)
    : QWidget(parent)
    , m_label(label)
    , m_left(new ValueChoice(theme, this))
    , m_right(new ValueChoice(theme, this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* what = new Label(theme, TextStyle::Small, &Colors::text2, label, this);
    what->setFixedWidth(labelWidth);
    what->setWordWrap(true);
    layout->addWidget(what);
    layout->addWidget(m_left, 1);
    layout->addWidget(m_right, 1);
    auto* group = new QButtonGroup(this);
    group->addButton(m_left);
    group->addButton(m_right);
    m_left->setObjectName(QStringLiteral("left"));
    m_right->setObjectName(QStringLiteral("right"));
    // By hand only: what is set from outside is no choice.
    connect(m_left, &QAbstractButton::clicked, this, [this] { Q_EMIT chosen(MergeComparison::Left); });
    connect(m_right, &QAbstractButton::clicked, this, [this] { Q_EMIT chosen(MergeComparison::Right); });
    setAccessibleName(label);
}

void CompareRow::setValues(const QString& left, const QString& right)
{
    m_left->setValue(left);
    m_right->setValue(right);
    m_left->setAccessibleName(tr("%1: %2", "a field and its value").arg(m_label, left));
    m_right->setAccessibleName(tr("%1: %2", "a field and its value").arg(m_label, right));
}

void CompareRow::setDetails(const QString& left, const QString& right)
{
    m_left->setDetail(left);
    m_right->setDetail(right);
}

void CompareRow::setChosen(MergeComparison::Side side)
{
    choice(side).setChecked(true);
}

} // namespace keyturn
