// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/whole_file.h"

#include "models/storage/private_file.h"

#include <QCoreApplication>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

#include <cstdio>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::WholeFile)
};

} // namespace

bool syncFile(const QString& path)
{
#ifdef Q_OS_UNIX
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    const bool isSynced = ::fsync(file) == 0;
    return ::close(file) == 0 && isSynced;
#else
    return QFileInfo::exists(path);
#endif
}

bool replaceFile(const QString& from, const QString& to)
{
#ifdef Q_OS_UNIX
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        return false;
    }
    syncFile(QFileInfo(to).absolutePath());
    return true;
#else
    return QFile::rename(from, to) || (QFile::remove(to) && QFile::rename(from, to));
#endif
}

WholeFile::WholeFile(const QString& path, const QString& draft)
    : m_path(path)
    , m_file(draft)
{}

WholeFile::~WholeFile()
{
    if (!m_isFinished) {
        m_file.close();
        m_file.remove();
    }
}

Result<std::unique_ptr<WholeFile>> WholeFile::begin(const QString& path)
{
    // A link stays a link: what it points at is replaced.
    const QString real = QFileInfo(path).canonicalFilePath();
    const QFileInfo wanted(real.isEmpty() ? path : real);
    if (wanted.isDir()) {
        return fail(Error::Kind::Storage, Words::tr("%1 is a folder. Choose a name for a file.").arg(path), path);
    }
    if (!QFileInfo(wanted.absolutePath()).isDir()) {
        return fail(Error::Kind::Storage, Words::tr("The folder %1 does not exist.").arg(wanted.absolutePath()), path);
    }
    if (wanted.exists() && !wanted.isWritable()) {
        return fail(Error::Kind::Storage,
                    Words::tr("%1 is read-only and stays as it is. Choose another name.").arg(path), path);
    }
    const QString draft = partName(wanted.absoluteFilePath());
    std::unique_ptr<WholeFile> file(new WholeFile(wanted.absoluteFilePath(), draft));
    if (!makePrivateFile(draft) || !file->m_file.open(QIODevice::ReadWrite)) {
        return fail(
            Error::Kind::Storage,
            Words::tr("Nothing can be written to %1. Choose a folder where you may write.").arg(wanted.absolutePath()),
            path);
    }
    clearAbandonedParts(wanted.absoluteFilePath(), QFileInfo(draft).lastModified());
    return file;
}

tl::unexpected<Error> WholeFile::trouble() const
{
    return fail(Error::Kind::Storage,
                Words::tr("%1 could not be written to its end; the disk may be full. Nothing was left behind, and a "
                          "file that was there is still there.")
                    .arg(QFileInfo(m_path).fileName()),
                m_file.errorString());
}

Done WholeFile::write(QByteArrayView bytes)
{
    if (m_file.write(bytes.data(), bytes.size()) != bytes.size()) {
        return trouble();
    }
    return {};
}

Result<qint64> WholeFile::finish()
{
    if (!m_file.flush() || m_file.error() != QFileDevice::NoError) {
        return trouble();
    }
    const qint64 size = m_file.size();
    m_file.close();
    if (m_file.error() != QFileDevice::NoError || !syncFile(m_file.fileName()) ||
        !replaceFile(m_file.fileName(), m_path)) {
        return trouble();
    }
    m_isFinished = true;
    return size;
}

} // namespace keyturn
