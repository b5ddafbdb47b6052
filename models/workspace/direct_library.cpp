// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/direct_library.h"

#include "models/workspace/direct_workspace.h"

#include <QStandardPaths>

namespace keyturn {

DirectLibrary::DirectLibrary(DirectOptions options)
    : m_options(std::move(options))
{
    if (m_options.dataFolder.isEmpty()) {
        m_options.dataFolder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    }
}

Library::Opened DirectLibrary::open(const ServerAddress& address, const QString& password)
{
    return DirectWorkspace::open(
        std::make_shared<DirectWorkspace>(m_options, ServerAccess{address, password, m_options.connectS}));
}

QString DirectLibrary::deskPath(const ServerAddress& address) const
{
    return DeskFile::pathFor(m_options.dataFolder, address.toString());
}

} // namespace keyturn
