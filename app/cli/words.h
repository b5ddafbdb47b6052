// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace keyturn::cli {

/// The translation context of everything that the command line says to people.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::cli::Words)
};

} // namespace keyturn::cli
