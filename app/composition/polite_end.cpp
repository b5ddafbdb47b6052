// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/polite_end.h"

#include <QSocketNotifier>

#ifndef Q_OS_WIN
#include <csignal>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace keyturn {

#ifdef Q_OS_WIN

PoliteEnd::PoliteEnd(QObject* parent)
    : QObject(parent)
{}

PoliteEnd::~PoliteEnd() = default;

#else

namespace {

// A signal handler can reach nothing but this: it writes at one end, the event loop reads at the other.
int ends[2] = {-1, -1};

extern "C" void tellTheLoop(int number)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(ends[0], &byte, 1);
    std::signal(number, SIG_DFL);
}

/// What was told to be ignored, as in a script's background, stays so.
void watch(int number)
{
    if (std::signal(number, tellTheLoop) == SIG_IGN) {
        std::signal(number, SIG_IGN);
    }
}

} // namespace

PoliteEnd::PoliteEnd(QObject* parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) {
        return; // then it ends as it would without this
    }
    for (const int end : ends) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_notifier = new QSocketNotifier(ends[1], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        Q_EMIT asked();
    });
    watch(SIGTERM);
    watch(SIGINT);
}

PoliteEnd::~PoliteEnd()
{
    if (m_notifier == nullptr) {
        return;
    }
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    delete m_notifier;
    for (int& end : ends) {
        ::close(end);
        end = -1;
    }
}

#endif

} // namespace keyturn
