// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/run_pane.h"

#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/paint.h"
#include "ui/kit/surface.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace keyturn {

/// A bar that fills from the left.
class RunPane::Line : public QWidget
{
public:
    explicit Line(Theme& theme)
        : m_theme(theme)
    {
        setFixedHeight(8);
    }
    void setShare(double share)
    {
        m_share = std::clamp(share, 0.0, 1.0);
        setAccessibleName(RunPane::tr("%1 % done").arg(static_cast<int>(m_share * 100)));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paint::roundedRect(painter, rect(), 4, m_theme.colors().chip);
        if (m_share > 0) {
            QRectF filled = rect();
            filled.setWidth(std::max(8.0, filled.width() * m_share));
            paint::roundedRect(painter, filled, 4, m_theme.colors().accentLine);
        }
    }

private:
    Theme& m_theme;
    double m_share = 0;
};

RunPane::RunPane(const UiContext& context, ImportFlow& flow, QWidget* parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_head(new Label(context.theme, TextStyle::Headline))
    , m_words(new Label(context.theme, TextStyle::Body, &Colors::text2))
    , m_line(new Line(context.theme))
    , m_counts(new Label(context.theme, TextStyle::Body))
    , m_time(new Label(context.theme, TextStyle::Body, &Colors::text2))
    , m_cancel(new Button(context.theme, Button::Kind::Secondary, tr("Cancel")))
    , m_keep(new Button(context.theme, Button::Kind::Secondary, tr("Keep what is in")))
    , m_back(new Button(context.theme, Button::Kind::Secondary, tr("Take all of it back")))
{
    setObjectName(QStringLiteral("runPane"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 0, 20, 20);
    auto* card = new Surface(context.theme, &Colors::base);
    card->setBox(&Colors::line, 8);
    card->setMaximumWidth(720);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(8);
    column->addWidget(m_head);
    m_words->setWordWrap(true);
    column->addWidget(m_words);
    column->addSpacing(8);
    column->addWidget(m_line);
    auto* row = new QHBoxLayout;
    row->addWidget(m_counts, 1);
    row->addWidget(m_time);
    column->addLayout(row);
    column->addSpacing(8);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    m_cancel->setObjectName(QStringLiteral("importCancel"));
    m_keep->setObjectName(QStringLiteral("importKeep"));
    m_back->setObjectName(QStringLiteral("importBack"));
    for (Button* button : {m_cancel, m_back, m_keep}) {
        buttons->addWidget(button);
    }
    column->addLayout(buttons);
    auto* across = new QHBoxLayout;
    across->addWidget(card, 100);
    across->addStretch(1);
    layout->addLayout(across);
    layout->addStretch();
    connect(m_cancel, &QAbstractButton::clicked, &flow, [this] {
        m_cancel->setEnabled(false);
        m_flow.cancel();
    });
    connect(m_keep, &QAbstractButton::clicked, &flow, &ImportFlow::keep);
    connect(m_back, &QAbstractButton::clicked, &flow, &ImportFlow::takeBack);
    connect(&flow, &ImportFlow::progressed, this, &RunPane::followProgress);
}

void RunPane::follow()
{
    const ImportFlow::State state = m_flow.state();
    const bool isStopped = state == ImportFlow::State::Stopped;
    m_cancel->setVisible(state == ImportFlow::State::Trying || state == ImportFlow::State::Importing);
    m_cancel->setEnabled(true);
    m_keep->setVisible(isStopped);
    m_back->setVisible(isStopped);
    const ImportBatch& batch = m_flow.report().batch;
    const QString file = batch.sourceName.isEmpty() ? m_flow.fileName() : batch.sourceName;
    m_words->setColor(&Colors::text2);
    switch (state) {
    case ImportFlow::State::Trying:
        m_head->setText(tr("Looking at what would happen"));
        m_words->setText(tr("Every row is read and compared with the leads that are here. Nothing is changed."));
        break;
    case ImportFlow::State::Importing:
        m_head->setText(tr("Importing %1").arg(file));
        m_words->setText(tr("You can go on working meanwhile. What is in is safe, even if the computer stops."));
        break;
    case ImportFlow::State::TakingBack:
        m_head->setText(tr("Taking back %1").arg(file));
        m_words->setText(tr("Leads that somebody has worked on since stay and are named at the end."));
        break;
    default:
        if (m_flow.stoppedBy() && m_flow.stoppedBy()->kind == Error::Kind::Offline) {
            m_head->setText(tr("The import is waiting for the server"));
            m_words->setText(tr("It goes on by itself as soon as the server answers again. What is in is safe."));
            break;
        }
        m_head->setText(tr("The import has stopped"));
        m_words->setText(m_flow.stoppedBy() ? m_flow.stoppedBy()->message
                                            : tr("%Ln lead(s) came in before. Keep them, or take all of it back?",
                                                 nullptr, static_cast<int>(batch.created)));
        if (m_flow.stoppedBy()) {
            m_words->setColor(&Colors::red);
        }
        break;
    }
    followProgress();
}

bool RunPane::focusContent()
{
    for (Button* button : {m_cancel, m_keep}) {
        if (button->isVisible() && button->isEnabled()) {
            button->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return false;
}

void RunPane::followProgress()
{
    const QLocale locale;
    const ImportFlow::Progress& progress = m_flow.progress();
    m_line->setShare(progress.share);
    if (m_flow.state() == ImportFlow::State::TakingBack) {
        m_counts->setText(tr("%1 leads looked at").arg(locale.toString(progress.rows)));
    } else {
        const ImportBatch& batch = m_flow.report().batch;
        m_counts->setText(tr("%1 rows: %2 new, %3 changed, %4 skipped, %5 failed")
                              .arg(locale.toString(progress.rows), locale.toString(batch.created),
                                   locale.toString(batch.updated), locale.toString(batch.skipped),
                                   locale.toString(batch.failed)));
    }
    QStringList words;
    if (progress.rate > 0) {
        words.append(tr("%1 rows a second").arg(locale.toString(qint64(progress.rate))));
    }
    if (progress.secondsLeft) {
        const int seconds = *progress.secondsLeft;
        words.append(seconds < 90 ? tr("about %Ln second(s) left", nullptr, seconds)
                                  : tr("about %Ln minute(s) left", nullptr, (seconds + 30) / 60));
    }
    m_time->setText(words.join(QStringLiteral(", ")));
    m_time->setVisible(m_flow.isBusy());
}

} // namespace keyturn
