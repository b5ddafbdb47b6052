// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/house.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLibraryInfo>
#include <QRegularExpression>

#include <algorithm>

namespace keyturn::test {

namespace {

const QStringList floors{QStringLiteral("models"), QStringLiteral("ui"), QStringLiteral("app")};

QString readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString floorOf(const QString& path)
{
    return path.section(QLatin1Char('/'), 0, 0);
}

/// The folder behind app/main.cpp: no library, but the program that links the composition.
const QString programFolder = QStringLiteral("app");

} // namespace

QString toText(const std::vector<House::Complaint>& complaints)
{
    QString text;
    for (const auto& complaint : complaints) {
        text += QStringLiteral("\n%1:%2: %3").arg(complaint.file).arg(complaint.line).arg(complaint.what);
    }
    return text;
}

QString withoutCommentsAndStrings(const QString& source)
{
    enum class State { Code, Line, Block, Text, Character };
    QString bare;
    bare.reserve(source.size());
    State state = State::Code;
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar c = source[i];
        const QChar next = i + 1 < source.size() ? source[i + 1] : QChar();
        if (c == QLatin1Char('\n')) {
            bare += c;
            state = state == State::Block ? State::Block : State::Code;
            continue;
        }
        switch (state) {
        case State::Code:
            if (c == QLatin1Char('/') && next == QLatin1Char('/')) {
                state = State::Line;
            } else if (c == QLatin1Char('/') && next == QLatin1Char('*')) {
                state = State::Block;
                ++i;
            } else if (c == QLatin1Char('"')) {
                state = State::Text;
            } else if (c == QLatin1Char('\'') && (i == 0 || !source[i - 1].isLetterOrNumber())) {
                state = State::Character; // not the separator of 160'000
            } else {
                bare += c;
            }
            break;
        case State::Line:
            break;
        case State::Block:
            if (c == QLatin1Char('*') && next == QLatin1Char('/')) {
                state = State::Code;
                ++i;
            }
            break;
        case State::Text:
        case State::Character:
            if (c == QLatin1Char('\\')) {
                ++i;
            } else if (c == (state == State::Text ? QLatin1Char('"') : QLatin1Char('\''))) {
                state = State::Code;
            }
            break;
        }
    }
    return bare;
}

House::House(const QString& root)
    : m_root(root)
    , m_qtHeaders(QLibraryInfo::path(QLibraryInfo::HeadersPath))
{
    QString text = readAll(root + QStringLiteral("/CMakeLists.txt"));
    text.remove(QRegularExpression(QStringLiteral("#[^\n]*")));
    const auto take = [this](const QString& folder, const QString& words) {
        Room found{folder, {}, {}};
        QStringList* target = nullptr;
        for (const QString& word : words.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts)) {
            if (word == QLatin1String("LINK") || word == QLatin1String("PUBLIC")) {
                target = &found.links;
            } else if (word == QLatin1String("PRIVATE_LINK") || word == QLatin1String("PRIVATE")) {
                target = &found.privateLinks;
            } else if (target != nullptr) {
                target->append(word);
            }
        }
        m_rooms.push_back(found);
    };
    static const QRegularExpression roomLine(QStringLiteral("\\bkeyturn_room\\(\\s*([a-z]+/[a-z_]+)([^)]*)\\)"));
    for (auto match = roomLine.globalMatch(text); match.hasNext();) {
        const auto one = match.next();
        take(one.captured(1), one.captured(2));
    }
    static const QRegularExpression program(QStringLiteral("\\btarget_link_libraries\\(\\s*keyturn\\s([^)]*)\\)"));
    take(programFolder, program.match(text).captured(1));
}

const House::Room* House::room(const QString& folder) const
{
    const auto found = std::ranges::find(m_rooms, folder, &Room::folder);
    return found == m_rooms.end() ? nullptr : &*found;
}

const House::Room* House::roomOfFile(const QString& file) const
{
    const Room* best = nullptr;
    for (const Room& candidate : m_rooms) {
        if (file.startsWith(candidate.folder + QLatin1Char('/')) &&
            (best == nullptr || candidate.folder.size() > best->folder.size())) {
            best = &candidate;
        }
    }
    // A file that lies in no room belongs to nobody, except in app/, where the program itself stands.
    return best != nullptr && best->folder == programFolder && file.count(QLatin1Char('/')) != 1 ? nullptr : best;
}

const House::Room* House::roomOfAlias(const QString& alias) const
{
    const QString name = alias.mid(QStringLiteral("Keyturn::").size());
    for (const Room& candidate : m_rooms) {
        const QString floor = floorOf(candidate.folder);
        const QString own = candidate.folder.section(QLatin1Char('/'), 1);
        const QString called = floor == QLatin1String("models") ? own : QString(floor + QLatin1Char('_') + own);
        if (called == name) {
            return &candidate;
        }
    }
    return nullptr;
}

QSet<QString> House::closure(const Room& start) const
{
    QSet<QString> seen;
    QStringList open = start.links + start.privateLinks;
    while (!open.isEmpty()) {
        const QString link = open.takeLast();
        if (seen.contains(link)) {
            continue;
        }
        seen.insert(link);
        if (link.startsWith(QLatin1String("Keyturn::"))) {
            if (const Room* next = roomOfAlias(link)) {
                open += next->links; // private links of a room stay its own business
            }
        }
    }
    return seen;
}

QSet<QString> House::visibleRooms(const QString& folder) const
{
    QSet<QString> visible;
    if (const Room* from = room(folder)) {
        visible.insert(folder);
        for (const QString& link : closure(*from)) {
            const Room* to = link.startsWith(QLatin1String("Keyturn::")) ? roomOfAlias(link) : nullptr;
            if (to != nullptr) {
                visible.insert(to->folder);
            }
        }
    }
    return visible;
}

QSet<QString> House::visibleQt(const QString& folder) const
{
    QSet<QString> modules;
    const Room* from = room(folder);
    if (from == nullptr) {
        return modules;
    }
    for (const QString& link : closure(*from)) {
        if (!link.startsWith(QLatin1String("Qt6::"))) {
            continue;
        }
        const QString module = link.mid(5);
        modules.insert(module);
        modules.insert(QStringLiteral("Core"));
        if (module == QLatin1String("Widgets") || module == QLatin1String("Svg")) {
            modules.insert(QStringLiteral("Gui"));
        }
    }
    return modules;
}

QStringList House::files(const QStringList& under) const
{
    QStringList found;
    for (const QString& floor : under) {
        QDirIterator it(m_root + QLatin1Char('/') + floor, {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                        QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            found.append(QDir(m_root).relativeFilePath(it.next()));
        }
    }
    found.sort();
    return found;
}

QStringList House::lines(const QString& file) const
{
    return readAll(m_root + QLatin1Char('/') + file).split(QLatin1Char('\n'));
}

QString House::qtModuleOf(const QString& header) const
{
    if (header.startsWith(QLatin1String("Qt")) && header.contains(QLatin1Char('/'))) {
        return header.section(QLatin1Char('/'), 0, 0).mid(2);
    }
    if (const auto known = m_modules.constFind(header); known != m_modules.constEnd()) {
        return *known;
    }
    QString module;
    const QStringList folders = QDir(m_qtHeaders).entryList({QStringLiteral("Qt*")}, QDir::Dirs);
    for (const QString& folder : folders) {
        if (QFile::exists(m_qtHeaders + QLatin1Char('/') + folder + QLatin1Char('/') + header)) {
            module = folder.mid(2);
            break;
        }
    }
    m_modules.insert(header, module);
    return module;
}

std::vector<House::Complaint> House::inspectRooms() const
{
    std::vector<Complaint> complaints;
    const auto complain = [&complaints](const Room& about, const QString& what) {
        complaints.push_back({QStringLiteral("CMakeLists.txt"), 0, about.folder + QStringLiteral(" ") + what});
    };
    // Those that build and remember the window. All other rooms of app are engines, which must run without one.
    const QStringList windowMakers{QStringLiteral("app/composition"), QStringLiteral("app/settings"), programFolder};
    for (const Room& about : m_rooms) {
        for (const QString& link : about.links + about.privateLinks) {
            if (link.startsWith(QLatin1String("Keyturn::")) && roomOfAlias(link) == nullptr) {
                complain(about, QStringLiteral("links %1, which is no room").arg(link));
            }
        }
        const QString floor = floorOf(about.folder);
        for (const QString& seen : visibleRooms(about.folder)) {
            const auto above = floors.indexOf(floorOf(seen)) > floors.indexOf(floor);
            if (above) {
                complain(about, QStringLiteral("sees %1, which stands above it").arg(seen));
            }
            if (floor == QLatin1String("app") && !windowMakers.contains(about.folder) &&
                floorOf(seen) == QLatin1String("ui")) {
                complain(about, QStringLiteral("sees %1, but engines know no window").arg(seen));
            }
            if (seen == QLatin1String("models/storage") && floor != QLatin1String("models")) {
                complain(about, QStringLiteral("sees the storage; the workspace is the one door"));
            }
        }
        const QSet<QString> qt = visibleQt(about.folder);
        if (about.folder != QLatin1String("models/storage") && about.links.contains(QLatin1String("Qt6::Sql"))) {
            complain(about, QStringLiteral("links Qt6::Sql; only models/storage knows SQL"));
        }
        if (floor == QLatin1String("models") &&
            (qt.contains(QStringLiteral("Gui")) || qt.contains(QStringLiteral("Widgets")))) {
            complain(about, QStringLiteral("links a window toolkit; there are no widgets below this door"));
        }
    }
    return complaints;
}

std::vector<House::Complaint> House::inspectIncludes() const
{
    std::vector<Complaint> complaints;
    static const QRegularExpression includeLine(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"));
    static const QSet<QString> databases{QStringLiteral("sqlite3.h"), QStringLiteral("libpq-fe.h")};
    for (const QString& file : files(floors)) {
        const Room* home = roomOfFile(file);
        if (home == nullptr) {
            complaints.push_back({file, 0, QStringLiteral("lies in no room of CMakeLists.txt")});
            continue;
        }
        const QSet<QString> rooms = visibleRooms(home->folder);
        const QSet<QString> modules = visibleQt(home->folder);
        const QString floor = floorOf(file);
        const QStringList text = lines(file);
        for (int number = 1; number <= text.size(); ++number) {
            const auto match = includeLine.match(text[number - 1]);
            if (!match.hasMatch()) {
                continue;
            }
            const QString header = match.captured(2);
            const auto complain = [&](const QString& what) {
                complaints.push_back({file, number, header + QStringLiteral(" ") + what});
            };
            if (match.captured(1) == QLatin1String("\"")) {
                const QString own = file.section(QLatin1Char('/'), -1).section(QLatin1Char('.'), 0, 0);
                if (header == own + QStringLiteral(".moc")) {
                    continue;
                }
                const Room* target = roomOfFile(header);
                if (target == nullptr || header.contains(QLatin1String(".."))) {
                    complain(QStringLiteral("is not named from the root of the house"));
                } else if (!rooms.contains(target->folder)) {
                    complain(QStringLiteral("belongs to %1, which %2 does not link").arg(target->folder, home->folder));
                }
                if (floors.indexOf(floorOf(header)) > floors.indexOf(floor)) {
                    complain(QStringLiteral("stands above: app sees ui sees models, never back"));
                }
                continue;
            }
            const QString module = qtModuleOf(header);
            if (!module.isEmpty() && !modules.contains(module)) {
                complain(QStringLiteral("is Qt %1, which %2 does not link").arg(module, home->folder));
            }
            if ((module == QLatin1String("Sql") || databases.contains(header)) &&
                home->folder != QLatin1String("models/storage")) {
                complain(QStringLiteral("speaks to a database outside models/storage"));
            }
            if (floor == QLatin1String("models") &&
                (module == QLatin1String("Gui") || module == QLatin1String("Widgets"))) {
                complain(QStringLiteral("is a window toolkit below the door of models"));
            }
        }
    }
    return complaints;
}

std::vector<House::Complaint> House::inspectManners() const
{
    struct Manner
    {
        QRegularExpression pattern;
        QString what;
        QStringList where;
        bool inCommentsToo = false;
    };
    const QStringList everywhere = floors;
    const QStringList belowApp{QStringLiteral("models"), QStringLiteral("ui")};
    const QStringList window{QStringLiteral("ui")};
    // The words are put together here, so that this file does not complain about itself.
    const std::vector<Manner> manners{
        {QRegularExpression(QStringLiteral("\\b(SIGNAL|SLOT)\\s*\\(")),
         QStringLiteral("a connect by string; use functions"), everywhere},
        {QRegularExpression(QStringLiteral("\\bBlocking") + QStringLiteral("QueuedConnection\\b")),
         QStringLiteral("a connect that can lock up two threads"), everywhere},
        {QRegularExpression(QStringLiteral("(\\.|->|QThread::)terminate\\s*\\(")),
         QStringLiteral("a thread that is shot instead of asked"), everywhere},
        {QRegularExpression(QStringLiteral("\\bprocessEvents\\s*\\(")), QStringLiteral("a nested event loop"),
         everywhere},
        {QRegularExpression(QStringLiteral("\\bQEventLoop\\s+\\w")), QStringLiteral("a nested event loop"), everywhere},
        // A drag knows no other way than QDrag::exec; it is the one loop that Qt turns by itself.
        {QRegularExpression(QStringLiteral("(?<!\\bdrag)(\\.|->)exec\\s*\\(")),
         QStringLiteral("a window that blocks; use open()"), window},
        {QRegularExpression(QStringLiteral("\\bwaitForFinished\\s*\\(")),
         QStringLiteral("the window waits for a future; use then()"), window},
        {QRegularExpression(
             QStringLiteral("\\bcurrentMSecsSinceEpoch\\s*\\(|\\bcurrentDateTime(Utc)?\\s*\\(|\\bcurrentDate\\s*\\(")),
         QStringLiteral("the system's clock; ask the Clock that was handed in"), belowApp},
        {QRegularExpression(QStringLiteral("\\b(TO") + QStringLiteral("DO|FIX") + QStringLiteral("ME)\\b")),
         QStringLiteral("something left undone"),
         everywhere + QStringList{QStringLiteral("tests"), QStringLiteral("translations")}, true},
    };

    std::vector<Complaint> complaints;
    const QString licence = QStringLiteral("// SPDX-License-Identifier: GPL-3.0-or-later");
    for (const QString& file : files(floors + QStringList{QStringLiteral("tests"), QStringLiteral("translations")})) {
        const QStringList raw = lines(file);
        if (raw.value(0) != licence) {
            complaints.push_back({file, 1, QStringLiteral("does not begin with its SPDX licence line")});
        }
        if (file.endsWith(QLatin1String(".h")) && !raw.contains(QStringLiteral("#pragma once"))) {
            complaints.push_back({file, 1, QStringLiteral("has no #pragma once")});
        }
        const QStringList bare = withoutCommentsAndStrings(raw.join(QLatin1Char('\n'))).split(QLatin1Char('\n'));
        for (const Manner& manner : manners) {
            if (!manner.where.contains(floorOf(file)) || file == QLatin1String("models/base/clock.h")) {
                continue;
            }
            const QStringList& text = manner.inCommentsToo ? raw : bare;
            for (int number = 1; number <= text.size(); ++number) {
                if (text[number - 1].contains(manner.pattern)) {
                    complaints.push_back({file, number, manner.what});
                }
            }
        }
    }
    return complaints;
}

std::vector<House::FileLength> House::longerThan(int limit) const
{
    std::vector<FileLength> found;
    for (const QString& file : files(floors)) {
        const int length = static_cast<int>(lines(file).size()) - 1;
        if (length > limit) {
            found.push_back({file, length});
        }
    }
    std::ranges::sort(found, std::ranges::greater(), &FileLength::lines);
    return found;
}

} // namespace keyturn::test
