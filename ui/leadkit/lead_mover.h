// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lead_store.h"
#include "ui/kit/theme.h"

#include <QPointer>
#include <QRect>

namespace keyturn {

class Popover;

/// Moves leads to another stage the way every page does it: they land at once; a stage that wants a reason asks for it
/// in place; what the user calls off or the book refuses goes back.
class LeadMover : public QObject
{
    Q_OBJECT

public:
    /// `page` is where questions are asked.
    LeadMover(LeadStore& store, Theme& theme, QWidget* page);

    /// `where` is the place in the page that a question stands beside. `stages`: one, or the exits to choose from.
    /// `arrangement` as in MoveStage.
    void move(const std::vector<LeadId>& leads, const std::vector<StageId>& stages, const QRect& where,
              const std::vector<LeadId>& arrangement = {});
    [[nodiscard]] bool isAsking() const { return !m_question.isNull(); }

Q_SIGNALS:
    void moved(const std::vector<keyturn::LeadId>& leads, keyturn::StageId to);
    void refused(const keyturn::Error& error);

private:
    void ask(const std::vector<LeadId>& leads, const std::vector<StageId>& stages, const QRect& where,
             const std::vector<LeadId>& arrangement);
    void submit(const MoveStage& command, quint64 token);
    [[nodiscard]] QString who(const std::vector<LeadId>& leads) const;

    LeadStore& m_store;
    Theme& m_theme;
    QWidget* m_page;
    QPointer<Popover> m_question;
};

} // namespace keyturn
