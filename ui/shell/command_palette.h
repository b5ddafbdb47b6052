// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/search_hit.h"
#include "ui/kit/overlay.h"
#include "ui/kit/page.h"

class QLineEdit;
class QListView;
class QModelIndex;

namespace keyturn {

class PaletteModel;

/// Ctrl+K: finds any lead and runs any command, over a scrim. Up and Down choose, Enter opens, Ctrl+Enter opens the
/// lead as a page, Tab goes to what can be done with the first lead.
class CommandPalette : public Overlay
{
    Q_OBJECT

public:
    CommandPalette(Theme& theme, PaletteModel& model, QWidget* window);

    /// Opens with an empty query.
    void begin();

Q_SIGNALS:
    void leadChosen(keyturn::LeadId lead, keyturn::LeadPlace place);
    /// `lead` is null for commands that are not about the first lead found.
    void commandChosen(const QString& id, keyturn::LeadId lead);
    void hitChosen(const keyturn::SearchHit& hit, keyturn::LeadPlace place);
    /// The words are to be looked for in the whole book.
    void everythingChosen(const QString& text);

protected:
    QWidget* firstFocus() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Footer;

    void choose(const QModelIndex& index, bool asPage);
    void step(int rows);
    void toActions();
    void follow();
    void fit();

    PaletteModel& m_model;
    QLineEdit* m_query;
    QListView* m_list;
    Footer* m_footer;
};

} // namespace keyturn
