// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "ui/kit/ui_context.h"

#include <QStringList>
#include <QWidget>

#include <functional>
#include <vector>

class QComboBox;

namespace keyturn {

class Button;
class ChoiceCard;
class Label;
class LineField;

/// What "Start my own book" asks, and nothing else.
struct OwnBookAnswers
{
    QString name;
    QString company;
    QString email;
};

/// The page of a first start: three equal choices on the keys 1, 2 and 3, language and appearance below. What needs an
/// answer is asked in its own card.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    StartPage(const UiContext& context, const QString& language, int sampleLeads, QWidget* parent = nullptr);

    /// Shows how far the sample is (0 to 100) with a way to stop; negative: not under way.
    void setSampleProgress(int percent);
    void setBusy(bool busy);
    /// At the foot of the page; empty takes it away.
    void showProblem(const QString& problem);
    void showError(const Error& error) { showProblem(error.message); }
    struct Offer
    {
        QString text;
        std::function<void()> act;
    };
    /// Words below the problem, and what can be done about it, each called while `context` lives and when the click is
    /// over. Empty words take both away.
    void offerHelp(const QString& words, const std::vector<Offer>& offers = {}, QObject* context = nullptr);
    /// Other words beside the same offers.
    void setHelp(const QString& words);

Q_SIGNALS:
    void sampleRequested();
    void sampleCancelled();
    void ownBookRequested(const keyturn::OwnBookAnswers& answers);
    void openBookRequested();
    void teamRequested();
    void languageChosen(const QString& language);
    void appearanceChosen(const QString& appearance);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void makeChoices(QWidget* host, int sampleLeads);
    [[nodiscard]] QWidget* makeFoot(const QString& language);
    void choose(int number);
    void startOwn();
    void submitOwn();

    UiContext m_context;
    ChoiceCard* m_sample;
    ChoiceCard* m_own;
    ChoiceCard* m_team;
    QWidget* m_form = nullptr;
    LineField* m_name = nullptr;
    LineField* m_company = nullptr;
    LineField* m_email = nullptr;
    Label* m_problem;
    Label* m_help;
    QWidget* m_offers;
};

} // namespace keyturn

Q_DECLARE_METATYPE(keyturn::OwnBookAnswers)
