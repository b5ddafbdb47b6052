// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/stages_section.h"

#include "ui/kit/label.h"
#include "ui/kit/line_field.h"
#include "ui/kit/menu_place.h"
#include "ui/kit/paint.h"
#include "ui/kit/section_card.h"

#include <QAbstractButton>
#include <QGridLayout>
#include <QIntValidator>
#include <QMenu>
#include <QVBoxLayout>

namespace keyturn {

namespace {

class Dot final : public QAbstractButton
{
public:
    explicit Dot(Theme& theme)
        : m_theme(theme)
    {
        setFixedSize(32, 32);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
    }
    void setColor(const QColor& color)
    {
        m_color = color;
        update();
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        const Colors& c = m_theme.colors();
        QPainter painter(this);
        paint::roundedRect(painter, rect(), 6, underMouse() ? c.hover : c.base, c.line2);
        paint::roundedRect(painter, QRectF(11, 11, 10, 10), 5, m_color);
    }

private:
    Theme& m_theme;
    QColor m_color;
};

// A number, or nothing at all; what is not acceptable would never be committed.
class NumberOrNothing final : public QIntValidator
{
public:
    explicit NumberOrNothing(QObject* parent)
        : QIntValidator(1, 99999, parent)
    {}
    [[nodiscard]] State validate(QString& text, int& place) const override
    {
        return text.isEmpty() ? Acceptable : QIntValidator::validate(text, place);
    }
};

// Empty: none. Anything below 1 is refused by the book.
std::optional<int> toNumber(const QString& text)
{
    bool number = false;
    const int value = text.trimmed().toInt(&number);
    return number ? std::optional(value) : std::nullopt;
}

} // namespace

StagesSection::StagesSection(const UiContext& context, Workspace& workspace, QWidget* parent)
    : SettingsSection(context, workspace, parent)
    , m_grid(new QGridLayout)
{
    auto* card = new SectionCard(theme(), tr("Pipeline stages"));
    card->setNote(tr("The keys that reports and scripts use stay the same"));
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(8);
    const QStringList heads{QString(), tr("Name"), tr("At most, leads"), tr("Rots after, days")};
    for (int i = 0; i < heads.size(); ++i) {
        m_grid->addWidget(new Label(theme(), TextStyle::Small, &Colors::text2, heads[i]), 0, i);
    }
    m_grid->setColumnStretch(1, 3);
    m_grid->setColumnStretch(2, 1);
    m_grid->setColumnStretch(3, 1);
    card->body()->addLayout(m_grid);
    column()->addWidget(card);
    column()->addStretch();
    follow();
    connect(&theme(), &Theme::changed, this, &StagesSection::follow);
}

LineField* StagesSection::makeNumber(StageId stage, const QString& name, const QString& suffix, bool isLimit)
{
    auto* field = new LineField(theme(), {});
    field->edit().setValidator(new NumberOrNothing(field));
    field->edit().setPlaceholderText(tr("None"));
    field->edit().setSuffix(suffix);
    field->edit().setAccessibleName(name);
    connect(field, &LineField::committed, this, [this, field, stage, isLimit](const QString& text) {
        EditStage command;
        command.id = stage;
        (isLimit ? command.wipLimit : command.rotDays) = toNumber(text);
        submit(command, field);
    });
    return field;
}

void StagesSection::addRow(const Stage& stage, int index)
{
    Row row;
    row.id = stage.id;
    auto* dot = new Dot(theme());
    dot->setAccessibleName(tr("Colour of %1").arg(stage.name));
    dot->setToolTip(tr("Colour"));
    connect(dot, &QAbstractButton::clicked, this, [this, id = stage.id, dot] { chooseColor(id, dot); });
    dot->setObjectName(QStringLiteral("stage_%1_color").arg(stage.key));
    row.dot = dot;
    row.name = new LineField(theme(), {});
    row.name->edit().setAccessibleName(tr("Name of the stage %1").arg(stage.key));
    row.name->edit().setObjectName(QStringLiteral("stage_") + stage.key);
    connect(row.name, &LineField::committed, this, [this, id = stage.id, field = row.name](const QString& text) {
        EditStage command;
        command.id = id;
        command.name = text;
        submit(command, field);
    });
    row.name->setObjectName(QStringLiteral("stage_%1_field").arg(stage.key));
    row.limit = makeNumber(stage.id, tr("Limit of %1").arg(stage.name), tr("leads"), true);
    row.rot = makeNumber(stage.id, tr("Days until a lead in %1 rots").arg(stage.name), tr("days"), false);
    row.limit->edit().setObjectName(QStringLiteral("stage_%1_limit").arg(stage.key));
    row.rot->edit().setObjectName(QStringLiteral("stage_%1_rot").arg(stage.key));
    m_grid->addWidget(row.dot, index + 1, 0, Qt::AlignTop);
    m_grid->addWidget(row.name, index + 1, 1, Qt::AlignTop);
    m_grid->addWidget(row.limit, index + 1, 2, Qt::AlignTop);
    m_grid->addWidget(row.rot, index + 1, 3, Qt::AlignTop);
    m_rows.push_back(row);
}

void StagesSection::follow()
{
    const auto& stages = workspace().catalogue().stages;
    for (size_t i = m_rows.size(); i < stages.size(); ++i) {
        addRow(stages[i], static_cast<int>(i));
    }
    for (const Row& row : m_rows) {
        if (const Stage* stage = workspace().catalogue().stage(row.id)) {
            row.name->setText(stage->name, false);
            row.limit->setText(stage->wipLimit ? QString::number(*stage->wipLimit) : QString(), false);
            row.rot->setText(stage->rotDays ? QString::number(*stage->rotDays) : QString(), false);
            static_cast<Dot*>(row.dot)->setColor(theme().stageDot(stage->color));
        }
    }
}

void StagesSection::chooseColor(StageId stage, QWidget* anchor)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList names{tr("Grey"),   tr("Sky"),   tr("Blue"),  tr("Violet"),
                            tr("Purple"), tr("Brown"), tr("Green"), tr("Deep green")};
    const auto& dots = Colors::light().stageDots;
    for (int i = 0; i < names.size(); ++i) {
        const QColor color = dots[static_cast<size_t>(i)];
        QPixmap swatch(16, 16);
        swatch.fill(Qt::transparent);
        QPainter painter(&swatch);
        paint::roundedRect(painter, QRectF(3, 3, 10, 10), 5, theme().stageDot(color.name()));
        painter.end();
        connect(menu->addAction(QIcon(swatch), names[i]), &QAction::triggered, this, [this, stage, color] {
            EditStage command;
            command.id = stage;
            command.color = color.name().toUpper();
            submit(command, nullptr);
        });
    }
    popUpBelow(*menu, *anchor);
}

} // namespace keyturn
