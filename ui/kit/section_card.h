// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

class QBoxLayout;

namespace keyturn {

class Label;

/// A bordered section of a page: a 40 px header with title, count and a note or widgets at the right, and a body below.
/// Collapsible ones open and close by a click on the header or by Space while it has the keyboard.
class SectionCard : public QWidget
{
    Q_OBJECT

public:
    SectionCard(Theme& theme, const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setCount(qint64 count); ///< negative: none
    void setNote(const QString& note);
    void setCollapsible(bool collapsible);
    void setCollapsed(bool collapsed);
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }
    /// At the right end of the header, after the note.
    void addHeaderWidget(QWidget* widget);
    /// Where the content goes. Margins 16 by default.
    [[nodiscard]] QBoxLayout* body() const { return m_body; }

Q_SIGNALS:
    void collapsedChanged(bool collapsed);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Header;

    Theme& m_theme;
    Header* m_header;
    Label* m_title;
    Label* m_count;
    Label* m_note;
    QBoxLayout* m_headerLayout;
    QWidget* m_content;
    QBoxLayout* m_body;
    bool m_collapsed = false;
};

} // namespace keyturn
