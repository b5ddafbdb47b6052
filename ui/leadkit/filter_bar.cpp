// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leadkit/filter_bar.h"

#include "ui/kit/button.h"
#include "ui/kit/line_edit.h"
#include "ui/leadkit/filter_chip.h"
#include "ui/leadkit/filter_json.h"

#include <QJsonDocument>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace keyturn {

namespace {
constexpr int edge = 16;
constexpr int gap = 8;
constexpr int typingPause = 150;
} // namespace

FilterBar::FilterBar(UiContext& ui, const Catalogue& catalogue, const QString& prefix, QWidget* parent)
    : QWidget(parent)
    , m_ui(ui)
    , m_catalogue(catalogue)
    , m_prefix(prefix)
    , m_text(new LineEdit(ui.theme, this))
    , m_more(new Button(ui.theme, Button::Kind::Quiet, tr("More"), this))
    , m_clear(new Button(ui.theme, Button::Kind::Link, tr("Clear all"), this))
{
    setFixedHeight(fixedHeight);
    setObjectName(QStringLiteral("filterBar"));
    setAccessibleName(tr("Filters"));
    m_text->setObjectName(QStringLiteral("filterText"));
    m_text->setAccessibleName(tr("Filter by text"));
    m_text->setIconName(QStringLiteral("list-filter"));
    m_text->setClearButtonEnabled(false);
    m_text->installEventFilter(this);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, [this] {
        const QString text = m_text->text().simplified();
        if (text != m_own.text) {
            m_own.text = text;
            ownChanged();
        }
    });
    addFacet(Kind::Stage, tr("Stage"), QStringLiteral("filterStage"), false);
    addFacet(Kind::Owner, tr("Owner"), QStringLiteral("filterOwner"), true);
    addFacet(Kind::Source, tr("Source"), QStringLiteral("filterSource"), true);
    addFacet(Kind::Temperature, tr("Temperature"), QStringLiteral("filterTemperature"), true);
    addFacet(Kind::Program, tr("Program"), QStringLiteral("filterProgram"), true);
    addFacet(Kind::Tag, tr("Tag"), QStringLiteral("filterTag"), false);
    addFacet(Kind::Amount, tr("Amount"), QStringLiteral("filterAmount"), false);
    addFacet(Kind::DaysInStage, tr("Days in stage"), QStringLiteral("filterDays"), false);
    addFacet(Kind::Lock, tr("Rate lock"), QStringLiteral("filterLock"), false);
    addFacet(Kind::Silent, tr("Silent"), QStringLiteral("filterSilent"), false);
    addFacet(Kind::Among, tr("Import"), QStringLiteral("filterAmong"), false);
    m_more->setObjectName(QStringLiteral("filterMore"));
    m_more->setIconName(QStringLiteral("plus"));
    m_more->setSmall(true);
    connect(m_more, &QAbstractButton::clicked, this, &FilterBar::openMore);
    m_clear->setObjectName(QStringLiteral("filterClear"));
    connect(m_clear, &QAbstractButton::clicked, this, &FilterBar::clearAll);
    connect(&m_ui.theme, &Theme::changed, this, [this] { layOut(); });
    restore();
}

void FilterBar::addFacet(Kind kind, const QString& name, const QString& id, bool always)
{
    auto* chip = new FilterChip(m_ui.theme, name, this);
    chip->setObjectName(id);
    connect(chip, &QAbstractButton::clicked, this, [this, kind, chip] { open(kind, chip); });
    connect(chip, &FilterChip::cleared, this, [this, kind] { clear(kind); });
    m_facets.push_back({kind, name, chip, always});
}

void FilterBar::setCatalogue(const Catalogue& catalogue)
{
    m_catalogue = catalogue;
    describeChips();
}

void FilterBar::setViews(std::vector<FilterView> views)
{
    const QString chosen =
        m_views.empty() ? m_ui.preferences.value(m_prefix + QStringLiteral(".view")).toString() : view();
    for (Button* pill : m_pills) {
        pill->hide();
        pill->deleteLater();
    }
    m_pills.clear();
    m_views = std::move(views);
    m_view = 0;
    for (size_t i = 0; i < m_views.size(); ++i) {
        const FilterView& shown = m_views[i];
        auto* pill = new Button(m_ui.theme, Button::Kind::Quiet, shown.name, this);
        pill->setObjectName(QStringLiteral("view_%1").arg(shown.id));
        pill->setSmall(true);
        if (!shown.icon.isEmpty()) {
            pill->setIconName(shown.icon);
        }
        connect(pill, &QAbstractButton::clicked, this, [this, id = shown.id] { chooseView(id); });
        m_pills.push_back(pill);
        if (shown.id == chosen) {
            m_view = static_cast<int>(i);
        }
    }
    describeChips();
}

void FilterBar::setViewCount(const QString& id, qint64 count)
{
    for (size_t i = 0; i < m_views.size(); ++i) {
        if (m_views[i].id == id) {
            const QString text = QLocale().toString(count);
            m_pills[i]->setNote(text);
            m_pills[i]->setAccessibleName(tr("%1, %Ln lead(s)", nullptr, static_cast<int>(count)).arg(m_views[i].name));
        }
    }
    layOut();
}

void FilterBar::setPlaceholder(const QString& text)
{
    m_text->setPlaceholderText(text);
}

void FilterBar::setOffersStages(bool offers)
{
    for (Facet& facet : m_facets) {
        if (facet.kind == Kind::Stage) {
            facet.always = offers;
        }
    }
    layOut();
}

void FilterBar::addTool(QWidget* widget, bool always)
{
    widget->setParent(this);
    m_tools.emplace_back(widget, always);
    layOut();
}

void FilterBar::setFiltersShown(bool shown)
{
    m_filtersShown = shown;
    layOut();
}

QString FilterBar::view() const
{
    return m_views.empty() ? QString() : m_views[static_cast<size_t>(m_view)].id;
}

void FilterBar::chooseView(const QString& id)
{
    for (size_t i = 0; i < m_views.size(); ++i) {
        if (m_views[i].id == id) {
            m_view = static_cast<int>(i);
        }
    }
    ownChanged();
}

LeadFilter FilterBar::filter() const
{
    LeadFilter all = m_own;
    if (m_views.empty()) {
        return all;
    }
    const LeadFilter& base = m_views[static_cast<size_t>(m_view)].filter;
    if (all.owners.empty()) {
        all.owners = base.owners;
    }
    if (all.stages.empty()) {
        all.stages = base.stages;
    }
    if (base.lockWithinDays.has_value()) {
        all.lockWithinDays = std::min(*base.lockWithinDays, all.lockWithinDays.value_or(*base.lockWithinDays));
    }
    if (base.silentHours.has_value()) {
        all.silentHours = std::max(*base.silentHours, all.silentHours.value_or(*base.silentHours));
    }
    return all;
}

void FilterBar::setOwn(const LeadFilter& own)
{
    m_own = own;
    const QSignalBlocker quiet(m_text);
    m_text->setText(own.text);
    ownChanged();
}

void FilterBar::clearAll()
{
    m_typing.stop();
    setOwn({});
}

void FilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterBar::restore()
{
    const QByteArray kept = m_ui.preferences.value(m_prefix + QStringLiteral(".filter")).toString().toUtf8();
    m_own = filterFromJson(QJsonDocument::fromJson(kept).object());
    m_own.text.clear(); // what was typed was for the moment
    m_restored = true;
    describeChips();
}

void FilterBar::remember()
{
    if (!m_restored) {
        return;
    }
    LeadFilter kept = m_own;
    kept.text.clear();
    m_ui.preferences.setValue(m_prefix + QStringLiteral(".filter"),
                              QString::fromUtf8(QJsonDocument(filterToJson(kept)).toJson(QJsonDocument::Compact)));
    m_ui.preferences.setValue(m_prefix + QStringLiteral(".view"), view());
}

void FilterBar::ownChanged()
{
    describeChips();
    remember();
    Q_EMIT filterChanged(filter());
}

void FilterBar::describeChips()
{
    for (const Facet& facet : m_facets) {
        facet.chip->setChosen(describe(facet.kind));
    }
    for (size_t i = 0; i < m_pills.size(); ++i) {
        const bool chosen = static_cast<int>(i) == m_view;
        m_pills[i]->setKind(chosen ? Button::Kind::Secondary : Button::Kind::Quiet);
        m_pills[i]->setAccessibleDescription(chosen ? tr("Chosen view") : QString());
    }
    layOut();
}

void FilterBar::layOut()
{
    const int middle = height() / 2;
    const auto place = [middle](QWidget* widget, int x, int width) {
        const int tall = widget->sizeHint().height();
        widget->setGeometry(x, middle - tall / 2, width, tall);
        widget->show();
        return x + width;
    };
    int right = width() - edge;
    for (auto tool = m_tools.rbegin(); tool != m_tools.rend(); ++tool) {
        const auto& [widget, always] = *tool;
        if (always || m_filtersShown) {
            const int wide = widget->sizeHint().width();
            place(widget, right - wide, wide);
            right -= wide + gap;
        } else {
            widget->hide();
        }
    }
    int textWidth = 168;
    std::vector<QWidget*> chips;
    std::vector<QWidget*> idle;
    bool anySet = false;
    for (const Facet& facet : m_facets) {
        facet.chip->hide();
        if (!m_filtersShown) {
            continue;
        }
        if (facet.chip->isSet()) {
            chips.push_back(facet.chip);
            anySet = true;
        } else if (facet.always && (facet.kind != Kind::Owner || m_catalogue.users.size() > 1)) {
            idle.push_back(facet.chip);
        }
    }
    m_clear->setVisible(m_filtersShown && (anySet || !m_own.text.isEmpty()));
    const auto widthOf = [](const QWidget* widget) { return widget->sizeHint().width() + gap; };
    // What must be there, then as many of the rest as fit.
    int need = edge + (m_filtersShown ? textWidth + gap + widthOf(m_more) + 2 * gap : 0);
    need += m_clear->isHidden() ? 0 : widthOf(m_clear);
    for (const QWidget* chip : chips) {
        need += widthOf(chip);
    }
    std::vector<bool> pillShown(m_pills.size(), false);
    for (size_t i = 0; i < m_pills.size(); ++i) {
        if (static_cast<int>(i) == m_view) {
            pillShown[i] = true;
            need += widthOf(m_pills[i]);
        }
    }
    if (need > right && m_filtersShown) {
        const int less = std::min(48, need - right);
        textWidth -= less;
        need -= less;
    }
    for (size_t i = 0; i < m_pills.size(); ++i) {
        if (!pillShown[i] && need + widthOf(m_pills[i]) <= right) {
            pillShown[i] = true;
            need += widthOf(m_pills[i]);
        }
    }
    std::vector<QWidget*> shown;
    for (QWidget* chip : idle) {
        if (need + widthOf(chip) <= right) {
            need += widthOf(chip);
            shown.push_back(chip);
        }
    }
    if (m_filtersShown && need < right) {
        textWidth += std::min(60, right - need);
    }

    int x = edge;
    for (size_t i = 0; i < m_pills.size(); ++i) {
        if (pillShown[i]) {
            x = place(m_pills[i], x, m_pills[i]->sizeHint().width()) + 4;
        } else {
            m_pills[i]->hide();
        }
    }
    m_text->setVisible(m_filtersShown);
    m_more->setVisible(m_filtersShown);
    m_divider = -1;
    if (!m_filtersShown) {
        update();
        return;
    }
    if (!m_pills.empty()) {
        m_divider = x + gap;
        x += 2 * gap;
    }
    m_text->setGeometry(x, middle - 14, textWidth, 28);
    x += textWidth + gap;
    for (const Facet& facet : m_facets) {
        if (facet.chip->isSet() || std::ranges::find(shown, static_cast<QWidget*>(facet.chip)) != shown.end()) {
            x = place(facet.chip, x, facet.chip->sizeHint().width()) + gap;
        }
    }
    x = place(m_more, x, m_more->sizeHint().width()) + gap;
    if (!m_clear->isHidden()) {
        place(m_clear, x, m_clear->sizeHint().width());
    }
    update();
}

void FilterBar::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    if (m_divider >= 0) {
        QPainter painter(this);
        painter.setPen(m_ui.theme.colors().line2);
        painter.drawLine(m_divider, 14, m_divider, height() - 15);
    }
}

void FilterBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool onwards = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Down;
        if (onwards) {
            m_typing.stop();
            const QString text = m_text->text().simplified();
            if (text != m_own.text) {
                m_own.text = text;
                ownChanged();
            }
            Q_EMIT leftDownwards();
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_text->text().isEmpty()) {
            m_text->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace keyturn
