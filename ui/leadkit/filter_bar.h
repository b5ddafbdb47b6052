// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"
#include "models/domain/lead_filter.h"
#include "ui/kit/ui_context.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

namespace keyturn {

class Button;
class FilterChip;
class IconButton;
class LineEdit;
class Popover;

/// What a view pill stands for.
struct FilterView
{
    QString id;   ///< stable, for the settings
    QString name; ///< "Locks expiring"
    QString icon;
    LeadFilter filter; ///< what it restricts by itself
};

/// The bar above a board or a table: views, a text to filter by, chips for everything else, and room for the page's own
/// buttons at the right. What is set is coloured and can be taken away one by one or at once. Remembered in the
/// preferences under `prefix`.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    static constexpr int fixedHeight = 48;

    FilterBar(UiContext& ui, const Catalogue& catalogue, const QString& prefix, QWidget* parent = nullptr);

    void setCatalogue(const Catalogue& catalogue);
    /// The first is the one to begin with.
    void setViews(std::vector<FilterView> views);
    void setViewCount(const QString& id, qint64 count);
    void setPlaceholder(const QString& text);
    /// Tables can also be filtered by stage.
    void setOffersStages(bool offers);
    /// At the right; `always` also while the filters are not shown.
    void addTool(QWidget* widget, bool always = false);
    /// A tool changed its size.
    void relayout() { layOut(); }
    /// Without leads there is nothing to filter.
    void setFiltersShown(bool shown);

    /// View, text and chips together. An owner chosen by hand overrides the one of the view.
    [[nodiscard]] LeadFilter filter() const;
    /// What was set by hand, without the view.
    [[nodiscard]] const LeadFilter& own() const { return m_own; }
    void setOwn(const LeadFilter& own);
    [[nodiscard]] QString view() const;
    void chooseView(const QString& id);
    void clearAll();
    [[nodiscard]] bool isFiltering() const { return !m_own.isEmpty(); }
    void focusText();

Q_SIGNALS:
    void filterChanged(const keyturn::LeadFilter& filter);
    /// Enter or Down in the text field: on to the content.
    void leftDownwards();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Kind { Owner, Source, Temperature, Program, Tag, Stage, Amount, DaysInStage, Lock, Silent, Among };
    struct Facet
    {
        Kind kind;
        QString name;
        FilterChip* chip;
        bool always; ///< shown also while it is not set
    };
    struct Option
    {
        QString label;
        QVariant value;
        bool checked;
    };

    void addFacet(Kind kind, const QString& name, const QString& id, bool always);
    void restore();
    void remember();
    void ownChanged();
    void describeChips();
    void layOut();
    [[nodiscard]] QString describe(Kind kind) const;
    [[nodiscard]] std::vector<Option> options(Kind kind) const;
    void toggle(Kind kind, const QVariant& value, bool on);
    void clear(Kind kind);
    void open(Kind kind, QWidget* anchor);
    QWidget* makeChecklist(Kind kind);
    QWidget* makeNumbers(Kind kind, Popover* popover);
    void openMore();
    [[nodiscard]] QString ownerWord(UserId id) const;

    UiContext& m_ui;
    Catalogue m_catalogue;
    QString m_prefix;
    std::vector<FilterView> m_views;
    std::vector<Button*> m_pills;
    int m_view = 0;
    LeadFilter m_own;
    LineEdit* m_text;
    QTimer m_typing;
    std::vector<Facet> m_facets;
    Button* m_more;
    Button* m_clear;
    std::vector<std::pair<QWidget*, bool>> m_tools;
    int m_divider = -1;
    bool m_filtersShown = true;
    bool m_restored = false;
};

} // namespace keyturn
