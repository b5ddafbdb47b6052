// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"
#include "models/domain/commands.h"
#include "ui/kit/theme.h"

#include <QDate>
#include <QWidget>

#include <functional>
#include <vector>

class QListWidget;

namespace keyturn {

class Button;
class ComboField;
class DateField;
class LineField;
class Popover;

/// Why leads leave the pipeline: asked in place, where they were dropped. Offers the exits in `stages` when there is
/// more than one, the reason codes, words of one's own (required for "other"), and for a stage on ice the day to pick
/// the lead up again.
class ReasonForm : public QWidget
{
    Q_OBJECT

public:
    struct Answer
    {
        StageId stage;
        QString code;
        QString text;
        std::optional<QDate> nurtureUntil;
    };

    /// `who` is the lead's name, or "3 leads".
    ReasonForm(Theme& theme, const Catalogue& catalogue, QDate today, std::vector<StageId> stages, const QString& who,
               QWidget* parent = nullptr);

    /// Shows a form at `where` in `owner`. `answered` gets the answer, or nothing if the user thought better of it.
    static Popover* ask(Theme& theme, QWidget* owner, const QRect& where, ReasonForm* form,
                        std::function<void(const std::optional<Answer>&)> answered);

    [[nodiscard]] Answer answer() const;
    [[nodiscard]] bool isComplete() const;

Q_SIGNALS:
    void accepted(const keyturn::ReasonForm::Answer& answer);
    void cancelled();

private:
    void stageChosen();
    void follow();
    void accept();
    [[nodiscard]] StageId chosenStage() const;

    const Catalogue m_catalogue; ///< a copy: the form may outlive a change of it
    std::vector<StageId> m_stages;
    QDate m_today;
    ComboField* m_stage;
    QListWidget* m_codes;
    LineField* m_text;
    DateField* m_until;
    Button* m_move;
};

} // namespace keyturn
