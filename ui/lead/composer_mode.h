// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/commands.h"

#include <QVariantMap>
#include <QWidget>

namespace keyturn {

/// One of the things that the composer writes: a note, a call and so on. Turns what was typed into a command, or into
/// the sentence that says why it cannot be one yet.
class ComposerMode : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual Result<Command> command(LeadId lead) const = 0;
    /// Whatever would be a pity to lose; empty if there is nothing.
    [[nodiscard]] virtual QVariantMap draft() const = 0;
    /// An empty draft clears the fields.
    virtual void setDraft(const QVariantMap& draft) = 0;
    virtual void focusFirst() = 0;
    /// The people that can be mentioned may have changed.
    virtual void follow(const Catalogue& catalogue) { Q_UNUSED(catalogue) }
    /// While a command is under way nothing can be sent twice.
    virtual void setBusy(bool busy) = 0;

Q_SIGNALS:
    void edited();
    void submitted();
    void cancelled();
};

} // namespace keyturn
