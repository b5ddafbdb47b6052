// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/mapping_row.h"

#include "ui/import/target_menu.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/paint.h"
#include "ui/kit/popover.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace keyturn {

namespace {
constexpr int nameWidth = 250;
constexpr int targetWidth = 220;
} // namespace

MappingRow::MappingRow(Theme& theme, ImportFlow& flow, int column, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_flow(flow)
    , m_column(column)
    , m_samples(new Label(theme, TextStyle::Small, &Colors::text2))
    , m_target(new Button(theme, Button::Kind::Secondary, {}))
    , m_remark(new Label(theme, TextStyle::Small, &Colors::text2))
    , m_values(new QWidget)
    , m_grid(new QGridLayout(m_values))
{
    setObjectName(QStringLiteral("mappingRow_%1").arg(column));
    QString name = flow.look()->shape.columns.value(column);
    if (name.isEmpty()) {
        name = tr("Column %1").arg(column + 1);
    }
    setAccessibleName(name);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 9);
    layout->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* title = new Label(theme, TextStyle::BodyMedium, name);
    title->setElided(true);
    title->setToolTip(name);
    m_samples->setElided(true);
    words->addWidget(title);
    words->addWidget(m_samples);
    auto* left = new QWidget;
    left->setFixedWidth(nameWidth);
    left->setLayout(words);
    words->setContentsMargins(0, 0, 0, 0);
    row->addWidget(left);
    m_target->setFixedWidth(targetWidth);
    m_target->setTextAlignment(Qt::AlignLeft);
    m_target->setMenuArrow(true);
    m_target->setObjectName(QStringLiteral("target_%1").arg(column));
    row->addWidget(m_target);
    m_remark->setElided(true);
    row->addWidget(m_remark, 1);
    layout->addLayout(row);
    m_grid->setContentsMargins(nameWidth + 12, 8, 0, 4);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_values->hide();
    layout->addWidget(m_values);
    connect(m_target, &QAbstractButton::clicked, this, &MappingRow::openMenu);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    follow();
}

void MappingRow::follow()
{
    const QString name = m_flow.look()->shape.columns.value(m_column);
    const auto index = static_cast<size_t>(m_column);
    const Catalogue& catalogue = m_flow.workspace().catalogue();
    const TableSurvey* survey = m_flow.survey();
    QStringList samples;
    if (survey != nullptr && index < survey->columns.size()) {
        samples = survey->columns[index].samples;
    } else {
        for (const QStringList& row : m_flow.look()->firstRows) {
            const QString text = row.value(m_column).trimmed();
            if (!text.isEmpty() && !samples.contains(text) && samples.size() < 3) {
                samples.append(text);
            }
        }
    }
    const QString shown = samples.join(QStringLiteral("  \u00b7  ")).simplified();
    m_samples->setText(shown.isEmpty() ? tr("Empty in every row") : shown);
    m_samples->setToolTip(samples.join(u'\n'));

    const bool forbidden = isForbiddenColumn(name);
    const ColumnTarget target =
        index < m_flow.mapping().columns.size() ? m_flow.mapping().columns[index] : ColumnTarget();
    const QString label = forbidden ? tr("Not taken in") : targetLabel(target, catalogue);
    m_target->setText(label);
    m_target->setEnabled(!forbidden);
    m_target->setAccessibleName(tr("%1 goes to: %2").arg(accessibleName(), label));
    m_target->setAccessibleDescription(forbidden ? tr("A lender must not hold this.") : QString());
    const bool isField = target.kind == ColumnTarget::Kind::Field;
    m_remark->setColor(forbidden ? &Colors::red : &Colors::text2);
    QString remark = forbidden ? tr("Fair lending: a lender must not hold this") : targetRemark(target);
    if (remark.isEmpty() && isField && survey != nullptr && index < survey->columns.size()) {
        remark = tr("In %1 of %2 rows")
                     .arg(QLocale().toString(survey->columns[index].filled), QLocale().toString(survey->rows));
    }
    m_remark->setText(remark);
    m_remark->setToolTip(remark);
    showValues();
}

// Each text of a stage or owner column with what it means here.
void MappingRow::showValues()
{
    const auto index = static_cast<size_t>(m_column);
    const TableSurvey* survey = m_flow.survey();
    const bool isMapped = index < m_flow.mapping().columns.size() && !isForbiddenColumn(accessibleName());
    const QString field = isMapped ? m_flow.mapping().columns[index].field : QString();
    const bool isStage = field == QLatin1String("stage");
    const bool isOwner = field == QLatin1String("assigned_to");
    if ((!isStage && !isOwner) || survey == nullptr || index >= survey->columns.size()) {
        m_values->hide();
        m_valuesOf.clear();
        return;
    }
    const Catalogue& catalogue = m_flow.workspace().catalogue();
    const QMap<QString, QString>& known = isStage ? m_flow.mapping().stages : m_flow.mapping().owners;
    const auto& values = survey->columns[index].values;
    const QString what = field + QString::number(values.size());
    if (m_valuesOf != what) {
        m_valuesOf = what;
        while (QLayoutItem* item = m_grid->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        int line = 0;
        for (const auto& [text, count] : values) {
            auto* value = new Label(m_theme, TextStyle::Body, text);
            value->setElided(true);
            auto* times = new Label(m_theme, TextStyle::Small, &Colors::text2,
                                    tr("%Ln row(s)", nullptr, static_cast<int>(count)));
            auto* box = new QComboBox;
            box->setAccessibleName(tr("%1 means").arg(text));
            box->setObjectName(QStringLiteral("value_%1_%2").arg(m_column).arg(line));
            box->setProperty("value", text);
            box->setMinimumWidth(190);
            box->addItem(isStage ? tr("By its name, else the first stage") : tr("By name or address, else you"),
                         QString());
            if (isStage) {
                for (const Stage& stage : catalogue.stages) {
                    box->addItem(stage.name, stage.key);
                }
            } else {
                for (const User& user : catalogue.users) {
                    box->addItem(user.name(), user.email);
                }
            }
            connect(box, &QComboBox::activated, this, [this, box, text = text, isStage] {
                LeadMapping mapping = m_flow.mapping();
                QMap<QString, QString>& map = isStage ? mapping.stages : mapping.owners;
                if (const QString key = box->currentData().toString(); key.isEmpty()) {
                    map.remove(text);
                } else {
                    map.insert(text, key);
                }
                m_flow.setMapping(mapping);
            });
            m_grid->addWidget(value, line, 0);
            m_grid->addWidget(times, line, 1, Qt::AlignRight);
            m_grid->addWidget(box, line, 2);
            ++line;
        }
        if (values.empty()) {
            m_grid->addWidget(new Label(m_theme, TextStyle::Small, &Colors::text2,
                                        tr("Too many different texts to list: they are matched by name.")),
                              0, 0, 1, 3);
        }
        m_grid->setColumnStretch(0, 1);
    }
    for (QComboBox* box : m_values->findChildren<QComboBox*>()) {
        const QString key = known.value(box->property("value").toString());
        box->setCurrentIndex(std::max(0, box->findData(key)));
    }
    m_values->show();
}

void MappingRow::setTarget(const ColumnTarget& target)
{
    LeadMapping mapping = m_flow.mapping();
    const auto index = static_cast<size_t>(m_column);
    mapping.columns.resize(std::max(mapping.columns.size(), index + 1));
    // A field has one column: the one that had it before is kept with the lead.
    for (ColumnTarget& other : mapping.columns) {
        if (target.kind == ColumnTarget::Kind::Field && other == target) {
            other = {};
        }
    }
    mapping.columns[index] = target;
    m_flow.setMapping(mapping);
}

void MappingRow::openMenu()
{
    auto* popover = new Popover(m_theme, m_target);
    popover->setObjectName(QStringLiteral("targetPopover"));
    const auto index = static_cast<size_t>(m_column);
    const ColumnTarget now = index < m_flow.mapping().columns.size() ? m_flow.mapping().columns[index] : ColumnTarget();
    auto* menu = new TargetMenu(m_theme, m_flow.workspace().catalogue(), now);
    popover->setContent(menu, 8);
    connect(menu, &TargetMenu::chosen, this, [this, popover](const ColumnTarget& target) {
        popover->dismiss();
        setTarget(target);
    });
    connect(menu, &TargetMenu::newFieldRequested, this, [this, popover] {
        popover->dismiss();
        Q_EMIT newFieldRequested(m_column, m_target);
    });
    popover->showAt(m_target);
    menu->setFocus(Qt::PopupFocusReason);
}

void MappingRow::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.colors().line);
}

} // namespace keyturn
