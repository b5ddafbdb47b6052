// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTest>

namespace keyturn::test {

namespace {

constexpr int patienceMs = 240'000;

Program::Ran collect(QProcess& process, const QByteArray& input)
{
    if (!process.waitForStarted()) {
        return {-1, {}, process.errorString().toUtf8()};
    }
    process.write(input);
    process.closeWriteChannel();
    const bool ended = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, patienceMs);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

} // namespace

QJsonObject Program::Ran::object() const
{
    return QJsonDocument::fromJson(out).object();
}

QJsonArray Program::Ran::array() const
{
    return QJsonDocument::fromJson(out).array();
}

QString Program::Ran::errorKind() const
{
    return object().value(QStringLiteral("error")).toObject().value(QStringLiteral("kind")).toString();
}

QByteArray Program::Ran::told() const
{
    return "exit " + QByteArray::number(exit) + "\n" + out.left(4000) + "\n" + err.left(4000);
}

Program::Program() = default;

void Program::start(QProcess& process, const QStringList& words) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("KEYTURN_SETTINGS"), file(QStringLiteral("settings.json")));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home.path());
    environment.insert(QStringLiteral("HOME"), m_home.path());
    environment.remove(QStringLiteral("XDG_DATA_HOME"));
    environment.remove(QStringLiteral("XDG_CONFIG_HOME"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_home.path());
    QStringList all = words;
    if (!m_book.isEmpty()) {
        all << QStringLiteral("--workspace") << m_book;
    }
    process.start(QStringLiteral(KEYTURN_PROGRAM), all);
}

Program::Ran Program::run(const QStringList& words, const QByteArray& input) const
{
    QProcess process;
    start(process, words);
    return collect(process, input);
}

Program::Ran Program::json(const QStringList& words) const
{
    return run(words + QStringList{QStringLiteral("--json")});
}

Program::Ran Program::sqlite(const QString& path, const QString& sql)
{
    QProcess process;
    process.start(QStringLiteral("sqlite3"), {QStringLiteral("-bail"), path});
    return collect(process, sql.toUtf8());
}

QString sharedData()
{
    QDir folder(QStringLiteral(KEYTURN_SOURCE_DIR));
    while (folder.cdUp()) {
        const QString found = folder.filePath(QStringLiteral("shared/data"));
        if (QFileInfo::exists(found)) {
            return found;
        }
        if (folder.isRoot()) {
            break;
        }
    }
    return {};
}

} // namespace keyturn::test
