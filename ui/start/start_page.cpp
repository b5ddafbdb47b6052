// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/start_page.h"

#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/line_field.h"
#include "ui/kit/logo.h"
#include "ui/kit/paint.h"
#include "ui/kit/scroll_area.h"
#include "ui/kit/surface.h"
#include "ui/start/choice_card.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QRegularExpression>
#include <QShortcut>
#include <QVBoxLayout>

namespace keyturn {

StartPage::StartPage(const UiContext& context, const QString& language, int sampleLeads, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_sample(nullptr)
    , m_own(nullptr)
    , m_team(nullptr)
    , m_problem(new Label(context.theme, TextStyle::Body, &Colors::red))
    , m_help(new Label(context.theme, TextStyle::Body))
    , m_offers(new QWidget)
{
    setObjectName(QStringLiteral("startPage"));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);

    auto* middle = new QWidget;
    auto* layout = new QVBoxLayout(middle);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(0);
    layout->addStretch(1);
    layout->addWidget(new Logo(context.theme, 56), 0, Qt::AlignHCenter);
    layout->addSpacing(24);
    auto* head = new Label(context.theme, TextStyle::Headline, tr("Welcome to Keyturn"));
    QFont large = context.theme.font(TextStyle::Headline);
    large.setPixelSize(26);
    head->setFont(large);
    head->setMinimumHeight(36);
    layout->addWidget(head, 0, Qt::AlignHCenter);
    layout->addSpacing(4);
    auto* words = new Label(context.theme, TextStyle::Title, &Colors::text2,
                            tr("Your pipeline and your borrowers, on this computer. How would you like to start?"));
    QFont plain = context.theme.font(TextStyle::Title);
    plain.setPixelSize(15);
    plain.setWeight(QFont::Normal);
    words->setFont(plain);
    layout->addWidget(words, 0, Qt::AlignHCenter);
    layout->addSpacing(32);
    // Above the choices: whoever has a book in trouble must not have to look for the way out.
    m_problem->setWordWrap(true);
    m_problem->setAlignment(Qt::AlignHCenter);
    m_problem->setObjectName(QStringLiteral("startProblem"));
    m_problem->setContentsMargins(0, 0, 0, 8);
    m_problem->hide();
    layout->addWidget(m_problem);
    m_help->setWordWrap(true);
    m_help->setAlignment(Qt::AlignHCenter);
    m_help->setObjectName(QStringLiteral("startHelp"));
    m_help->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_help->hide();
    layout->addWidget(m_help);
    m_offers->setObjectName(QStringLiteral("startOffers"));
    m_offers->hide();
    layout->addWidget(m_offers, 0, Qt::AlignHCenter);
    auto* row = new QWidget;
    row->setMaximumWidth(946);
    makeChoices(row, sampleLeads);
    auto* centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(row, 100);
    centred->addStretch(1);
    layout->addLayout(centred);
    layout->addSpacing(20);
    auto* promise = new Label(context.theme, TextStyle::Small, &Colors::text2,
                              tr("Your data stays on this computer. You can open another book at any time."));
    layout->addWidget(promise, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    whole->addWidget(new ScrollArea(middle), 1);
    whole->addWidget(makeFoot(language));

    for (int number = 1; number <= 3; ++number) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::Key_0 + number), this);
        connect(shortcut, &QShortcut::activated, this, [this, number] { choose(number); });
    }
    m_sample->button()->setFocus(Qt::OtherFocusReason);
}

void StartPage::makeChoices(QWidget* host, int sampleLeads)
{
    auto* row = new QHBoxLayout(host);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    Theme& theme = m_context.theme;
    m_sample = new ChoiceCard(
        theme, QStringLiteral("flask-conical"), tr("Try it with sample data"),
        tr("A made-up book of business to click through. It is a file of its own: throw it away "
           "when you are ready."),
        {tr("%Ln fictitious leads", nullptr, sampleLeads), tr("Tasks and rate locks"), tr("Nothing is ever sent")},
        tr("Open the sample"), QStringLiteral("1"));
    m_own =
        new ChoiceCard(theme, QStringLiteral("book-open"), tr("Start my own book"),
                       tr("An empty pipeline on this computer, with your name on it. Add your leads as you go."),
                       {tr("Works without a network"), tr("One file on this computer"), tr("Everything can be undone")},
                       tr("Start empty"), QStringLiteral("2"));
    m_team = new ChoiceCard(
        theme, QStringLiteral("users"), tr("Join my team's server"),
        tr("Share leads with your team on a server of your own. You need its address and your password."),
        {tr("Changes are seen at once"), tr("Clashes are told, never lost"), tr("You see what your role allows")},
        tr("Enter the address"), QStringLiteral("3"));
    m_sample->setObjectName(QStringLiteral("choiceSample"));
    m_own->setObjectName(QStringLiteral("choiceOwn"));
    m_team->setObjectName(QStringLiteral("choiceTeam"));
    m_sample->button()->setObjectName(QStringLiteral("startSample"));
    m_own->button()->setObjectName(QStringLiteral("startOwn"));
    m_team->button()->setObjectName(QStringLiteral("startTeam"));
    m_sample->setSuggested(true);
    for (ChoiceCard* card : {m_sample, m_own, m_team}) {
        row->addWidget(card, 1);
    }
    connect(m_sample, &ChoiceCard::chosen, this, [this] { choose(1); });
    connect(m_own, &ChoiceCard::chosen, this, [this] { choose(2); });
    connect(m_team, &ChoiceCard::chosen, this, [this] { choose(3); });
    connect(m_sample, &ChoiceCard::stopRequested, this, &StartPage::sampleCancelled);
}

QWidget* StartPage::makeFoot(const QString& language)
{
    auto* foot = new Surface(m_context.theme, &Colors::window);
    foot->setLines(Qt::TopEdge);
    foot->setFixedHeight(56);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(24, 0, 24, 0);
    row->setSpacing(12);
    auto* languages = new QComboBox;
    languages->setObjectName(QStringLiteral("startLanguage"));
    languages->setAccessibleName(tr("Language"));
    languages->addItem(QStringLiteral("English"), QStringLiteral("en"));
    languages->addItem(QStringLiteral("Español"), QStringLiteral("es"));
    languages->setCurrentIndex(languages->findData(language));
    languages->setMinimumWidth(140);
    auto* looks = new QComboBox;
    looks->setObjectName(QStringLiteral("startAppearance"));
    looks->setAccessibleName(tr("Appearance"));
    looks->addItem(tr("Follow the system"), QStringLiteral("system"));
    looks->addItem(tr("Light"), QStringLiteral("light"));
    looks->addItem(tr("Dark"), QStringLiteral("dark"));
    looks->setCurrentIndex(looks->findData(m_context.preferences.value(QStringLiteral("appearance"))));
    looks->setMinimumWidth(160);
    row->addWidget(new Label(m_context.theme, TextStyle::Small, &Colors::text2, tr("Language")));
    row->addWidget(languages);
    row->addSpacing(12);
    row->addWidget(new Label(m_context.theme, TextStyle::Small, &Colors::text2, tr("Appearance")));
    row->addWidget(looks);
    row->addStretch();
    auto* open = new Button(m_context.theme, Button::Kind::Link, tr("Open a book or a backup"));
    open->setObjectName(QStringLiteral("startOpen"));
    row->addWidget(open);
    connect(languages, &QComboBox::activated, this,
            [this, languages] { Q_EMIT languageChosen(languages->currentData().toString()); });
    connect(looks, &QComboBox::activated, this,
            [this, looks] { Q_EMIT appearanceChosen(looks->currentData().toString()); });
    connect(open, &Button::clicked, this, &StartPage::openBookRequested);
    return foot;
}

void StartPage::choose(int number)
{
    showProblem({});
    if (number == 1 && m_sample->button()->isEnabled()) {
        Q_EMIT sampleRequested();
    } else if (number == 2 && m_own->button()->isEnabled()) {
        startOwn();
    } else if (number == 3 && m_team->button()->isEnabled()) {
        Q_EMIT teamRequested();
    }
}

void StartPage::startOwn()
{
    if (m_form) {
        m_name->setFocus();
        return;
    }
    Theme& theme = m_context.theme;
    m_form = new QWidget;
    auto* column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_name = new LineField(theme, tr("Your name"));
    m_company = new LineField(theme, tr("Company"));
    m_email = new LineField(theme, tr("Your e-mail"));
    m_name->edit().setObjectName(QStringLiteral("ownName"));
    m_company->edit().setObjectName(QStringLiteral("ownCompany"));
    m_email->edit().setObjectName(QStringLiteral("ownEmail"));
    for (LineField* field : {m_name, m_company, m_email}) {
        column->addWidget(field);
        connect(field, &LineField::edited, this, [field] { field->setError({}); });
        connect(&field->edit(), &QLineEdit::returnPressed, this, &StartPage::submitOwn);
    }
    column->addSpacing(6);
    auto* buttons = new QHBoxLayout;
    auto* start = new Button(theme, Button::Kind::Primary, tr("Start"));
    start->setKeyHint(QStringLiteral("Enter"));
    start->setObjectName(QStringLiteral("ownStart"));
    auto* back = new Button(theme, Button::Kind::Quiet, tr("Back"));
    back->setObjectName(QStringLiteral("ownBack"));
    buttons->addWidget(start, 1);
    buttons->addWidget(back);
    column->addLayout(buttons);
    connect(start, &Button::clicked, this, &StartPage::submitOwn);
    connect(back, &Button::clicked, this, [this] {
        m_form = nullptr;
        m_own->setDetail(nullptr);
        m_own->setSuggested(false);
        m_sample->setSuggested(true);
        m_own->button()->setFocus();
    });
    m_sample->setSuggested(false);
    m_own->setSuggested(true);
    m_own->setDetail(m_form);
    m_name->setFocus();
}

void StartPage::submitOwn()
{
    static const QRegularExpression address(QStringLiteral("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"));
    OwnBookAnswers answers{m_name->text().simplified(), m_company->text().simplified(), m_email->text().trimmed()};
    LineField* wrong = nullptr;
    if (!address.match(answers.email).hasMatch()) {
        m_email->setError(tr("An e-mail address looks like name@example.com."));
        wrong = m_email;
    }
    if (answers.company.isEmpty()) {
        m_company->setError(tr("Whose book is it? Your own name will do."));
        wrong = m_company;
    }
    if (answers.name.isEmpty()) {
        m_name->setError(tr("Your timeline entries are signed with it."));
        wrong = m_name;
    }
    if (wrong) {
        wrong->setFocus();
        return;
    }
    Q_EMIT ownBookRequested(answers);
}

void StartPage::setSampleProgress(int percent)
{
    m_sample->setProgress(percent, percent < 0 ? QString() : tr("Making the sample, %1 %").arg(percent));
    m_own->setEnabled(percent < 0);
}

void StartPage::setBusy(bool busy)
{
    m_sample->setEnabled(!busy);
    m_own->setEnabled(!busy);
    m_team->setEnabled(!busy);
}

void StartPage::showProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void StartPage::setHelp(const QString& words)
{
    m_help->setText(words);
    m_help->setVisible(!words.isEmpty());
}

void StartPage::offerHelp(const QString& words, const std::vector<Offer>& offers, QObject* context)
{
    setHelp(words);
    qDeleteAll(m_offers->findChildren<Button*>());
    delete m_offers->layout();
    auto* row = new QHBoxLayout(m_offers);
    row->setContentsMargins(0, 8, 0, 20);
    row->setSpacing(8);
    int number = 0;
    for (const Offer& offer : offers) {
        auto* button =
            new Button(m_context.theme, number == 0 ? Button::Kind::Primary : Button::Kind::Secondary, offer.text);
        button->setObjectName(QStringLiteral("startOffer%1").arg(++number));
        row->addWidget(button);
        // What is offered may take this page away.
        connect(button, &Button::clicked, context, offer.act, Qt::QueuedConnection);
    }
    m_offers->setVisible(number > 0);
    if (auto* first = m_offers->findChild<Button*>(QStringLiteral("startOffer1"))) {
        first->setFocus(Qt::OtherFocusReason);
    }
}

void StartPage::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.colors().window);
}

} // namespace keyturn
