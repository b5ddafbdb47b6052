// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/team_page.h"

#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/line_field.h"
#include "ui/kit/paint.h"
#include "ui/kit/prompts.h"
#include "ui/kit/scroll_area.h"
#include "ui/kit/section_card.h"
#include "ui/kit/switch.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <utility>

namespace keyturn {

namespace {
constexpr int formWidth = 520;
constexpr qsizetype recentShown = 4;
} // namespace

TeamPage::TeamPage(const UiContext& context, const QStringList& recent, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_host(new LineField(context.theme, tr("Server")))
    , m_port(new LineField(context.theme, tr("Port")))
    , m_database(new LineField(context.theme, tr("Database")))
    , m_login(new LineField(context.theme, tr("Login")))
    , m_password(new LineField(context.theme, tr("Password")))
    , m_authority(new LineField(context.theme, tr("Certificate authority")))
    , m_remember(new Switch(context.theme, tr("Keep the password in this computer's keychain")))
    , m_trust(new Label(context.theme, TextStyle::Small, &Colors::text2))
    , m_problem(new Label(context.theme, TextStyle::Body, &Colors::red))
    , m_open(new Button(context.theme, Button::Kind::Primary, tr("Open")))
    , m_choose(new Button(context.theme, Button::Kind::Secondary, tr("Choose…")))
{
    setObjectName(QStringLiteral("teamPage"));
    auto* middle = new QWidget;
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    column->addStretch(1);
    auto* head = new Label(context.theme, TextStyle::Headline, tr("Open my team's server"));
    column->addWidget(head, 0, Qt::AlignHCenter);
    auto* words = new Label(context.theme, TextStyle::Body, &Colors::text2,
                            tr("Whoever runs the server gave you an address and a password. Paste the address into the "
                               "first box."));
    column->addWidget(words, 0, Qt::AlignHCenter);
    addRecent(*column, recent);
    auto* card = new SectionCard(context.theme, tr("Connection"));
    card->body()->addWidget(makeForm());
    card->setMaximumWidth(formWidth);
    auto* centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(card, 100);
    centred->addStretch(1);
    column->addLayout(centred);
    m_problem->setObjectName(QStringLiteral("teamProblem"));
    m_problem->setWordWrap(true);
    m_problem->setAlignment(Qt::AlignHCenter);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addStretch(1);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(new ScrollArea(middle));
    showTrust();
    m_host->setFocus();
}

QWidget* TeamPage::makeForm()
{
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_host->edit().setObjectName(QStringLiteral("teamHost"));
    m_host->edit().setPlaceholderText(QStringLiteral("postgresql://u_1a2b3c@db.example.com/team"));
    m_port->edit().setObjectName(QStringLiteral("teamPort"));
    m_port->setText(QString::number(ServerAddress::defaultPort));
    m_database->edit().setObjectName(QStringLiteral("teamDatabase"));
    m_login->edit().setObjectName(QStringLiteral("teamLogin"));
    m_password->edit().setObjectName(QStringLiteral("teamPassword"));
    m_password->edit().setEchoMode(QLineEdit::Password);
    m_authority->edit().setObjectName(QStringLiteral("teamAuthority"));
    m_authority->edit().setPlaceholderText(tr("those that this computer trusts"));
    m_choose->setObjectName(QStringLiteral("teamChooseAuthority"));
    m_choose->setAccessibleName(tr("Choose the certificate authority's file"));
    m_remember->setObjectName(QStringLiteral("teamRemember"));
    m_remember->setAccessibleName(m_remember->text());
    m_remember->setChecked(true);
    m_open->setObjectName(QStringLiteral("teamOpen"));
    m_open->setKeyHint(QStringLiteral("Enter"));
    auto* place = new QHBoxLayout;
    place->setSpacing(12);
    place->addWidget(m_host, 3);
    place->addWidget(m_port, 1);
    auto* account = new QHBoxLayout;
    account->setSpacing(12);
    account->addWidget(m_database, 1);
    account->addWidget(m_login, 1);
    auto* authority = new QHBoxLayout;
    authority->setSpacing(12);
    authority->addWidget(m_authority, 1);
    authority->addWidget(m_choose, 0, Qt::AlignBottom);
    m_trust->setObjectName(QStringLiteral("teamTrust"));
    m_trust->setWordWrap(true);
    auto* back = new Button(m_context.theme, Button::Kind::Quiet, tr("Back"));
    back->setObjectName(QStringLiteral("teamBack"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_open, 1);
    buttons->addWidget(back);
    column->addLayout(place);
    column->addLayout(account);
    column->addWidget(m_password);
    column->addWidget(m_remember);
    column->addLayout(authority);
    column->addWidget(m_trust);
    column->addSpacing(4);
    column->addLayout(buttons);
    for (LineField* field : {m_host, m_port, m_database, m_login, m_password, m_authority}) {
        connect(field, &LineField::edited, this, [this, field] {
            field->setError({});
            showTrust();
        });
        connect(&field->edit(), &QLineEdit::returnPressed, this, &TeamPage::submit);
    }
    // Pasted at once; typed letter by letter it is whole only when the box is left.
    connect(m_host, &LineField::edited, this, [this](const QString& text) {
        const qsizetype more = text.size() - std::exchange(m_hostLength, text.size());
        if (more > 1) {
            takeAddress();
        }
    });
    connect(m_host, &LineField::committed, this, &TeamPage::takeAddress);
    connect(m_choose, &Button::clicked, this, &TeamPage::chooseAuthority);
    connect(m_open, &Button::clicked, this, &TeamPage::submit);
    connect(back, &Button::clicked, this, &TeamPage::backRequested);
    return form;
}

void TeamPage::addRecent(QBoxLayout& column, const QStringList& recent)
{
    for (const QString& text : recent.mid(0, recentShown)) {
        const auto address = ServerAddress::parse(text);
        if (!address) {
            continue;
        }
        auto* button = new Button(m_context.theme, Button::Kind::Link,
                                  QStringLiteral("%1 · %2").arg(address->displayName(), address->user));
        button->setObjectName(QStringLiteral("teamRecent"));
        column.addWidget(button, 0, Qt::AlignHCenter);
        connect(button, &Button::clicked, this, [this, known = *address] { setAddress(known); });
    }
}

bool TeamPage::takeAddress()
{
    const QString text = m_host->text().trimmed();
    if (!ServerAddress::isAddress(text)) {
        return true;
    }
    const auto address = ServerAddress::parse(text);
    if (address) {
        setAddress(*address);
    } else {
        m_host->setError(address.error().message);
    }
    return address.has_value();
}

void TeamPage::setAddress(const ServerAddress& address)
{
    m_host->setText(address.host);
    m_port->setText(QString::number(address.port));
    m_database->setText(address.database);
    m_login->setText(address.user);
    m_authority->setText(address.caFile);
    m_alwaysVerify = address.alwaysVerify;
    showTrust();
    m_password->setFocus();
}

Result<ServerAddress> TeamPage::typed() const
{
    ServerAddress address;
    address.host = m_host->text().trimmed();
    address.port = m_port->text().trimmed().toInt();
    address.database = m_database->text().trimmed();
    address.user = m_login->text().trimmed();
    address.caFile = m_authority->text().trimmed();
    address.alwaysVerify = m_alwaysVerify;
    // Written and read once more: what does not survive that is no address.
    return ServerAddress::parse(address.toString());
}

void TeamPage::showTrust()
{
    ServerAddress address;
    address.host = m_host->text().trimmed();
    address.caFile = m_authority->text().trimmed();
    address.alwaysVerify = m_alwaysVerify;
    m_trust->setText(address.host.isEmpty() || address.verifies()
                         ? tr("The connection is encrypted, and the server's certificate must be right: signed by "
                              "somebody you trust, and for this very name.")
                         : tr("The server is on this computer; nothing leaves it."));
}

void TeamPage::chooseAuthority()
{
    m_context.prompts.openFile(window(), tr("The certificate authority's file"),
                               {tr("Certificates (*.crt *.pem *.cer)"), tr("All files (*)")},
                               [this](const QString& path) {
                                   if (!path.isEmpty()) {
                                       m_authority->setText(path);
                                       showTrust();
                                   }
                               });
}

void TeamPage::submit()
{
    if (!m_open->isEnabled()) {
        return;
    }
    m_problem->hide();
    if (!takeAddress()) {
        return;
    }
    LineField* missing = nullptr;
    for (LineField* field : {m_login, m_database, m_host}) {
        if (field->text().trimmed().isEmpty()) {
            field->setError(tr("This is needed."));
            missing = field;
        }
    }
    if (missing) {
        missing->setFocus();
        return;
    }
    const auto address = typed();
    if (!address) {
        showError(address.error());
        return;
    }
    Q_EMIT openRequested({*address, m_password->text(), m_remember->isChecked()});
}

void TeamPage::setBusy(bool busy)
{
    m_open->setEnabled(!busy);
    m_open->setText(busy ? tr("Connecting…") : tr("Open"));
    if (busy) {
        m_problem->hide();
    }
}

void TeamPage::showError(const Error& error)
{
    m_problem->setText(error.message);
    m_problem->setToolTip(error.detail);
    m_problem->show();
    QAccessibleEvent spoken(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
    if (error.kind == Error::Kind::Auth) {
        m_password->setFocus();
        m_password->edit().selectAll();
    }
}

void TeamPage::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.colors().window);
}

void TeamPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT backRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace keyturn
