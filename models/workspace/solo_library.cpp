// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/solo_library.h"

#include "models/workspace/solo_workspace.h"

namespace keyturn {

SoloLibrary::SoloLibrary(SoloOptions options)
    : m_options(std::move(options))
{}

Library::Opened SoloLibrary::open(const QString& path)
{
    return SoloWorkspace::open(std::make_shared<SoloWorkspace>(m_options), path);
}

Library::Opened SoloLibrary::create(const NewBook& book)
{
    return SoloWorkspace::create(std::make_shared<SoloWorkspace>(m_options), book);
}

} // namespace keyturn
