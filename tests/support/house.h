// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace keyturn::test {

/// The house as it stands in a source tree: its rooms as CMakeLists.txt lists them, which is the only list there is,
/// and what its files do against that list or against the house rules.
class House
{
public:
    struct Room
    {
        QString folder; ///< "models/domain"
        QStringList links;
        QStringList privateLinks;
    };
    struct Complaint
    {
        QString file; ///< relative to the root
        int line = 0;
        QString what;
    };
    struct FileLength
    {
        QString file;
        int lines = 0;
    };

    explicit House(const QString& root);

    [[nodiscard]] const std::vector<Room>& rooms() const { return m_rooms; }
    /// Folders of the rooms that files of `folder` may include, its own among them.
    [[nodiscard]] QSet<QString> visibleRooms(const QString& folder) const;
    /// Qt modules ("Core", "Widgets" …) that files of `folder` may include.
    [[nodiscard]] QSet<QString> visibleQt(const QString& folder) const;

    /// The list of rooms itself against the law app → ui → models.
    [[nodiscard]] std::vector<Complaint> inspectRooms() const;
    /// Every include of app, ui and models.
    [[nodiscard]] std::vector<Complaint> inspectIncludes() const;
    /// Words and manners: licence line, connects, waiting, leftovers.
    [[nodiscard]] std::vector<Complaint> inspectManners() const;
    /// Files above `limit` lines, longest first.
    [[nodiscard]] std::vector<FileLength> longerThan(int limit) const;

private:
    [[nodiscard]] const Room* room(const QString& folder) const;
    [[nodiscard]] const Room* roomOfFile(const QString& file) const;
    [[nodiscard]] const Room* roomOfAlias(const QString& alias) const;
    [[nodiscard]] QSet<QString> closure(const Room& room) const;
    [[nodiscard]] QStringList files(const QStringList& floors) const;
    [[nodiscard]] QStringList lines(const QString& file) const;
    [[nodiscard]] QString qtModuleOf(const QString& header) const;

    QString m_root;
    QString m_qtHeaders;
    std::vector<Room> m_rooms;
    mutable QHash<QString, QString> m_modules;
};

/// "models/domain/lead.cpp:3: …", one a line.
QString toText(const std::vector<House::Complaint>& complaints);

/// C++ without its comments and without what stands between quotes; line numbers stay.
QString withoutCommentsAndStrings(const QString& source);

} // namespace keyturn::test
