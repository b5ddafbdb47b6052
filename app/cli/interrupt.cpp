// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <csignal>

namespace keyturn::cli {

namespace {

// A signal handler can reach nothing but this.
volatile std::sig_atomic_t caught = 0;

extern "C" void rememberSignal(int number)
{
    caught = 1;
    std::signal(number, SIG_DFL);
}

} // namespace

void catchInterrupts()
{
    std::signal(SIGINT, rememberSignal);
    std::signal(SIGTERM, rememberSignal);
}

bool interrupted()
{
    return caught != 0;
}

} // namespace keyturn::cli
