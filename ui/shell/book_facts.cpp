// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/book_facts.h"

#include <algorithm>

namespace keyturn {

namespace {
/// Saving that is over within a few frames is not worth two flickers.
constexpr int patienceMs = 80;
} // namespace

BookFacts::BookFacts(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, &BookFacts::changed);
    connect(&m_workspace, &Workspace::savingProgressed, this, [this](qint64 done, qint64 total) {
        m_percent = static_cast<int>(100 * done / std::max<qint64>(total, 1));
        Q_EMIT changed();
    });
    connect(&m_workspace, &Workspace::savingChanged, this, [this](bool saving) {
        m_percent = 0;
        if (saving) {
            m_patience.start();
            return;
        }
        const bool shown = !m_patience.isActive();
        m_patience.stop();
        if (shown) {
            Q_EMIT changed();
        }
    });
    connect(&m_workspace, &Workspace::troubled, this, [this](const Error& error) {
        m_trouble = error;
        Q_EMIT changed();
    });
    connect(&m_workspace, &Workspace::linkChanged, this, &BookFacts::changed);
    connect(&m_workspace, &Workspace::accessChanged, this, &BookFacts::changed);
    connect(&m_workspace, &Workspace::recovered, this, [this] {
        m_trouble.reset();
        Q_EMIT changed();
    });
}

std::vector<StatusBar::Fact> BookFacts::facts() const
{
    std::vector<StatusBar::Fact> facts;
    const BookInfo info = m_workspace.info();
    if (info.isSample) {
        facts.push_back({QStringLiteral("flask-conical"), tr("Sample data"),
                         tr("Everybody in this book is made up. Start your own book from the palette (Ctrl+K).")});
    }
    if (const LinkState link = m_workspace.link(); link.kind != LinkState::Kind::Local) {
        facts.push_back({QStringLiteral("database"), link.server, info.location});
    } else if (info.isEncrypted) {
        facts.push_back({QStringLiteral("lock"), tr("Encrypted on this computer"), info.location});
    } else {
        facts.push_back({QStringLiteral("lock-open"), tr("Not encrypted by Keyturn"),
                         tr("The book is a plain file at %1. Whoever can read your files can read it; "
                            "disk encryption of your system protects it.")
                             .arg(info.location)});
    }
    facts.push_back(saving());
    return facts;
}

StatusBar::Fact BookFacts::saving() const
{
    if (!m_workspace.access().mayWrite) {
        return {QStringLiteral("eye"), tr("Your role is for looking only"), {}};
    }
    if (const LinkState link = m_workspace.link(); link.isReadOnly()) {
        return {QStringLiteral("cloud-off"),
                link.hasUnsent ? tr("Read-only, one change kept") : tr("Read-only for now"), link.reason.message,
                StatusBar::Tone::Trouble};
    }
    if (m_trouble) {
        return {QStringLiteral("triangle-alert"), tr("Cannot save right now"), m_trouble->message,
                StatusBar::Tone::Trouble};
    }
    if (m_workspace.isSaving() && !m_patience.isActive()) {
        return {QStringLiteral("save"), m_percent > 0 ? tr("Saving… %1 %").arg(m_percent) : tr("Saving…"),
                tr("What you did last is on its way to the disk.")};
    }
    return {QStringLiteral("check"), tr("Everything saved"), {}, StatusBar::Tone::Good};
}

} // namespace keyturn
