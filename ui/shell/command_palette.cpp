// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "models/items/palette_model.h"
#include "ui/kit/key_cap.h"
#include "ui/kit/paint.h"
#include "ui/shell/palette_delegate.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace keyturn {

namespace {
constexpr int paletteWidth = 640;
constexpr int queryHeight = 53;
constexpr int footerHeight = 38;
constexpr int most = 634; // ten rows under four heads
} // namespace

// What the keys do, and how much was found.
class CommandPalette::Footer final : public QWidget
{
public:
    explicit Footer(Theme& theme)
        : m_theme(theme)
    {
        setObjectName(QStringLiteral("paletteFooter"));
        setFixedHeight(footerHeight);
    }
    void setFound(const PaletteModel& model)
    {
        const QLocale locale;
        const auto count = static_cast<int>(model.found());
        if (count == 0) {
            m_found = model.isSearching() ? CommandPalette::tr("Searching…") : CommandPalette::tr("Nothing found");
        } else if (!model.hasMore()) {
            m_found = CommandPalette::tr("%Ln found", nullptr, count);
        } else if (model.total() < 0) {
            m_found = CommandPalette::tr("first %Ln", nullptr, count);
        } else {
            m_found = CommandPalette::tr("%1 of %2").arg(locale.toString(count), locale.toString(model.total()));
        }
        setAccessibleName(m_found);
        update();
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        const Colors& c = m_theme.colors();
        QPainter painter(this);
        painter.fillRect(QRect(1, 0, width() - 2, 1), c.line);
        int x = 20;
        const auto cap = [&](const QString& key) {
            const QSize size = keyCapSize(m_theme, key);
            paintKeyCap(painter, m_theme, QRect(QPoint(x, (height() - size.height()) / 2), size), key);
            x += size.width() + 6;
        };
        const auto words = [&](const QString& text) {
            x +=
                paint::text(painter, m_theme, TextStyle::Small, QRect(x, 0, width() - x, height()), text, c.text2) + 14;
        };
        cap(QStringLiteral("\u2191"));
        cap(QStringLiteral("\u2193"));
        words(CommandPalette::tr("choose"));
        cap(QStringLiteral("Enter"));
        words(CommandPalette::tr("open"));
        cap(QStringLiteral("Ctrl Enter"));
        words(CommandPalette::tr("open as page"));
        cap(QStringLiteral("Tab"));
        words(CommandPalette::tr("actions"));
        paint::text(painter, m_theme, TextStyle::Small, QRect(x, 0, width() - x - 20, height()), m_found, c.text2,
                    Qt::AlignRight);
    }

private:
    Theme& m_theme;
    QString m_found;
};

CommandPalette::CommandPalette(Theme& theme, PaletteModel& model, QWidget* window)
    : Overlay(theme, window, {paletteWidth, most}, 88)
    , m_model(model)
    , m_query(new QLineEdit)
    , m_list(new QListView)
    , m_footer(new Footer(theme))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    auto* layout = new QVBoxLayout(card());
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);

    auto* top = new QWidget;
    top->setFixedHeight(queryHeight);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(20, 0, 20, 0);
    row->setSpacing(10);
    class Magnifier final : public QWidget
    {
    public:
        explicit Magnifier(Theme& look)
            : m_look(look)
        {
            setFixedSize(16, 16);
        }

    protected:
        void paintEvent(QPaintEvent*) override
        {
            QPainter painter(this);
            paint::icon(painter, QStringLiteral("search"), rect(), 16, m_look.colors().text2);
        }

    private:
        Theme& m_look;
    };
    row->addWidget(new Magnifier(theme));
    m_query->setFrame(false);
    QFont font = theme.font(TextStyle::Title);
    font.setWeight(QFont::Normal);
    m_query->setFont(font);
    m_query->setObjectName(QStringLiteral("paletteQuery"));
    m_query->setAccessibleName(tr("Find a lead or run a command"));
    m_query->setPlaceholderText(tr("Find a lead or run a command"));
    m_query->installEventFilter(this);
    row->addWidget(m_query, 1);
    row->addWidget(new KeyCap(theme, QStringLiteral("Esc")));
    layout->addWidget(top);

    class Line final : public QWidget
    {
    public:
        explicit Line(Theme& look)
            : m_look(look)
        {
            setFixedHeight(1);
        }

    protected:
        void paintEvent(QPaintEvent*) override
        {
            QPainter painter(this);
            painter.fillRect(rect(), m_look.colors().line);
        }

    private:
        Theme& m_look;
    };
    layout->addWidget(new Line(theme));

    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Found"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(theme, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->viewport()->setAutoFillBackground(false);
    auto* inset = new QWidget;
    auto* insetLayout = new QVBoxLayout(inset);
    insetLayout->setContentsMargins(6, 4, 6, 6);
    insetLayout->addWidget(m_list);
    layout->addWidget(inset, 1);
    layout->addWidget(m_footer);

    connect(m_query, &QLineEdit::textChanged, &m_model, &PaletteModel::setQuery);
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::follow);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &CommandPalette::follow);
    // Leads may still be found, or change, while the list is open.
    connect(&m_model, &PaletteModel::listed, this, &CommandPalette::fit);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { choose(index, false); });
}

void CommandPalette::begin()
{
    m_query->clear();
    m_model.setQuery({});
    follow();
    open();
}

QWidget* CommandPalette::firstFocus()
{
    return m_query;
}

void CommandPalette::fit()
{
    const int rows = m_model.rowCount();
    m_footer->setFound(m_model);
    int height = queryHeight + 1 + 10 + footerHeight + 2;
    for (int i = 0; i < rows; ++i) {
        const bool head = !m_model.index(i, 0).data(PaletteModel::SectionTitle).toString().isEmpty();
        height += PaletteDelegate::rowHeight + (head ? PaletteDelegate::headHeight : 0);
    }
    setCardSize({paletteWidth, std::min(height, most)});
}

void CommandPalette::follow()
{
    fit();
    if (m_model.rowCount() > 0) {
        m_list->setCurrentIndex(m_model.index(0, 0));
        m_list->scrollToTop();
    }
}

void CommandPalette::step(int rows)
{
    const int count = m_model.rowCount();
    if (count == 0) {
        return;
    }
    const int now = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : 0;
    int next = now + rows;
    if (std::abs(rows) == 1) {
        next = (next + count) % count;
    }
    m_list->setCurrentIndex(m_model.index(std::clamp(next, 0, count - 1), 0));
    if (m_list->currentIndex().row() == 0) {
        m_list->scrollToTop(); // so that the section's head is seen too
    }
}

void CommandPalette::toActions()
{
    for (int i = 0; i < m_model.rowCount(); ++i) {
        const QModelIndex index = m_model.index(i, 0);
        if (index.data(PaletteModel::KindValue).toInt() == static_cast<int>(PaletteModel::Kind::LeadAction)) {
            m_list->setCurrentIndex(index);
            return;
        }
    }
}

void CommandPalette::choose(const QModelIndex& index, bool asPage)
{
    if (!index.isValid() || !index.data(PaletteModel::Enabled).toBool()) {
        return;
    }
    m_model.remember(index);
    const auto kind = static_cast<PaletteModel::Kind>(index.data(PaletteModel::KindValue).toInt());
    const QString id = index.data(PaletteModel::Id).toString();
    const auto lead = index.data(PaletteModel::Lead).value<LeadId>();
    const auto hit = index.data(PaletteModel::Hit).value<SearchHit>();
    const QString query = m_model.query();
    const LeadPlace place = asPage ? LeadPlace::Page : LeadPlace::Panel;
    close();
    if (kind == PaletteModel::Kind::Lead) {
        Q_EMIT leadChosen(lead, place);
    } else if (kind == PaletteModel::Kind::Found) {
        Q_EMIT hitChosen(hit, place);
    } else if (kind == PaletteModel::Kind::SearchAll) {
        Q_EMIT everythingChosen(query);
    } else {
        Q_EMIT commandChosen(id, kind == PaletteModel::Kind::LeadAction ? lead : LeadId());
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_query && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Down:
            step(1);
            return true;
        case Qt::Key_Up:
            step(-1);
            return true;
        case Qt::Key_PageDown:
            step(8);
            return true;
        case Qt::Key_PageUp:
            step(-8);
            return true;
        case Qt::Key_Tab:
            toActions();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose(m_list->currentIndex(), key->modifiers() & Qt::ControlModifier);
            return true;
        default:
            break;
        }
    }
    return Overlay::eventFilter(watched, event);
}

} // namespace keyturn
