// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include "app/cli/interrupt.h"

#include <QByteArray>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#endif

namespace keyturn::cli {

namespace {

constexpr qsizetype longestLine = 1024;

#ifdef Q_OS_WIN

/// While one lives, nothing that is typed is shown.
class Silence
{
public:
    Silence()
        : m_input(GetStdHandle(STD_INPUT_HANDLE))
    {
        m_isSilent = GetConsoleMode(m_input, &m_before) != 0 &&
                     SetConsoleMode(m_input, m_before & ~static_cast<DWORD>(ENABLE_ECHO_INPUT)) != 0;
    }
    ~Silence()
    {
        if (m_isSilent) {
            SetConsoleMode(m_input, m_before);
        }
    }
    Q_DISABLE_COPY_MOVE(Silence)
    [[nodiscard]] bool isSilent() const { return m_isSilent; }

private:
    HANDLE m_input;
    DWORD m_before = 0;
    bool m_isSilent = false;
};

bool readByte(char& byte)
{
    return _read(_fileno(stdin), &byte, 1) == 1 && !interrupted();
}

#else

/// While one lives, nothing that is typed is shown.
class Silence
{
public:
    Silence()
    {
        if (tcgetattr(STDIN_FILENO, &m_before) == 0) {
            termios silent = m_before;
            silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            silent.c_lflag |= ECHONL;
            m_isSilent = tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
        }
    }
    ~Silence()
    {
        if (m_isSilent) {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        }
    }
    Q_DISABLE_COPY_MOVE(Silence)
    [[nodiscard]] bool isSilent() const { return m_isSilent; }

private:
    termios m_before{};
    bool m_isSilent = false;
};

bool readByte(char& byte)
{
    for (;;) {
        // Unlike read(), this comes back when a signal was caught.
        pollfd input{STDIN_FILENO, POLLIN, 0};
        const int ready = poll(&input, 1, -1);
        if (interrupted() || (ready < 0 && errno != EINTR)) {
            return false;
        }
        if (ready > 0) {
            return read(STDIN_FILENO, &byte, 1) == 1;
        }
    }
}

#endif

} // namespace

bool isTerminal(FILE* stream)
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stream)) != 0;
#else
    return isatty(fileno(stream)) != 0;
#endif
}

std::optional<QString> askSecretly(const QString& question)
{
    const Silence silence;
    if (!silence.isSilent()) {
        return std::nullopt; // rather not than for everybody to see
    }
    std::fputs(question.toLocal8Bit().constData(), stderr);
    std::fflush(stderr);
    QByteArray line;
    for (char byte = 0; line.size() < longestLine && readByte(byte);) {
        if (byte == '\n') {
            return QString::fromLocal8Bit(line.endsWith('\r') ? line.chopped(1) : line);
        }
        line += byte;
    }
    return std::nullopt;
}

} // namespace keyturn::cli
